"""Pages for another country: its pay in its currency, its credentials first, nothing in dollars."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from libcareer.engines.choices import Section
from libcareer.engines.lookup.role import role_page
from libcareer.engines.pay.countries import country_named
from libcareer.knowledge.enums import Basis
from libcareer.reports.countries import IN_A_COPY, home_only
from libcareer.reports.page.formats import Format
from libcareer.reports.page.render import text
from libcareer.reports.role import role_report

if TYPE_CHECKING:
    from conftest import Run

    from libcareer.catalog import Catalog

ABROAD = ("canada", "uk", "australia")
TOLD = (Section.SUMMARY, Section.PAY, Section.ENTRY)


def shown(catalog: Catalog, role: str, words: str, *sections: Section, format_: Format = Format.PLAIN) -> str:
    return text(role_report(role_page(catalog, role, country_named(catalog, words)), sections), format_)


@pytest.mark.parametrize("country", ABROAD)
def test_no_page_of_another_country_has_a_dollar_sign_or_an_american_wage(shipped: Catalog, country: str) -> None:
    """The pay, the summary and the credentials of every role."""
    for role in shipped.briefs:
        page = shown(shipped, role, country, *TOLD)
        credentials = page.partition("\nGETTING IN\n")[0]
        assert "$" not in page, role
        assert "USD" not in credentials, role


@pytest.mark.parametrize("country", ABROAD)
def test_every_page_with_a_figure_of_a_survey_has_the_attribution_word_for_word(shipped: Catalog, country: str) -> None:
    where = country_named(shipped, country)
    assert where is not None
    record = shipped.countries[where.country.id]
    for role in shipped.briefs:
        surveyed = any(
            earned.basis is Basis.SURVEY
            for one in record.occupations
            if role in (*one.roles, *one.nearest)
            for earned in one.pay
        )
        page = shown(shipped, role, country, Section.PAY)
        assert (str(record.attribution) in page) == surveyed, role
        assert (f"No figure for {where.called} is held here." in page) == (
            not any(role in (*one.roles, *one.nearest) for one in record.occupations)
        ), role


@pytest.mark.parametrize("country", ABROAD)
def test_every_figure_read_in_a_copy_says_so(shipped: Catalog, country: str) -> None:
    where = country_named(shipped, country)
    assert where is not None
    for one in shipped.countries[where.country.id].occupations:
        for role in one.roles[:1]:
            page = shown(shipped, role, country, Section.PAY)
            unread = sum(earned.copy for earned in one.pay)
            assert page.count(IN_A_COPY) >= unread


@pytest.mark.parametrize(
    ("role", "where", "line"),
    [
        ("library-technician", "ontario", "pay: 28.00 CAD an hour, median; 20.00 to 36.56, about the 10th and the 90th "
         "percentile; employees in Canada (2025 edition); read in a copy, not in the publisher's own file."),
        ("librarian", "uk", "pay: 27,599 GBP a year, median; full-time employees, before tax (April 2021); "
         "read in a copy, not in the publisher's own file."),
        ("library-technician", "australia", "pay: 1,459 AUD a week, median; full-time employees who are not managers "
         "(May 2023)."),
        ("records-manager", "uk", "pay: recommended, not what is paid: from 35,832 GBP a year; a post that manages "
         "resources, people or services, minimum (undated page, read in 2026)."),
        ("librarian", "scotland", "pay: a guide for job seekers, not a survey: 21,000 to 25,000 GBP a year; library or "
         "information professionals in public services, starting pay; Scotland only (undated page, read in 2026)."),
        ("library-technician", "uk", "only nearest: The United Kingdom has no occupation called library technician."),
        ("librarian", "ontario", "No figure for Ontario itself is held here; these are for Canada."),
        ("librarian", "canada", "outlook: job seekers and openings in balance, 2024 to 2033; read in a copy, not in "
         "the publisher's own file."),
    ],
)  # fmt: skip
def test_a_figure_is_told_with_its_currency_unit_year_and_how_it_was_obtained(
    snapshot: Catalog, role: str, where: str, line: str
) -> None:
    assert line in shown(snapshot, role, where, Section.PAY).splitlines()


def test_a_remark_with_american_pay_says_so_on_a_page_for_another_country(snapshot: Catalog) -> None:
    told = [line for line in shown(snapshot, "librarian", "uk").splitlines() if "USD" in line]
    assert told
    assert all("told of: the United States" in line for line in told)
    assert "told of" not in shown(snapshot, "librarian", "ohio")


def test_the_summary_has_the_figure_of_the_country(snapshot: Catalog) -> None:
    assert (
        "pay: 21,324 GBP a year, median; Library clerks and assistants as the nearest, the United Kingdom (April "
        "2021); read in a copy, not in the publisher's own file."
    ) in shown(snapshot, "library-technician", "uk", Section.SUMMARY).splitlines()
    assert (
        "pay: No figure for the United Kingdom is held here."
        in shown(snapshot, "taxonomist", "uk", Section.SUMMARY).splitlines()
    )


def test_the_credentials_of_the_country_come_before_the_way_in(snapshot: Catalog) -> None:
    page = shown(snapshot, "library-technician", "canada", Section.ENTRY)
    rows = page.partition("\nCREDENTIALS IN CANADA\n")[2].partition("\n\n")[0].splitlines()
    assert rows[0].startswith(
        "Library and information technician diploma (Canada): counts in Canada, in place of: Library technology "
        "certificate, Associate degree in library technology. Costs 7,030 CAD (Nova Scotia Community College, 2020)"
    )
    assert page.index("\nCREDENTIALS IN CANADA\n") < page.index("\nGETTING IN\n")


def test_prices_and_limits_of_paths_are_told_to_be_american(snapshot: Catalog) -> None:
    assert home_only() in shown(snapshot, "librarian", "canada", Section.PAY)


def test_json_has_the_figures_as_they_are_held(tiny: Catalog) -> None:
    """Pay in US dollars is not among them."""
    told = json.loads(shown(tiny, "technician", "norland", Section.PAY, format_=Format.JSON))
    assert told["pay"] is None
    assert told["abroad"]["where"] == {
        "country": {"id": "norland", "title": "Norland"},
        "called": "the Norland",
        "region": None,
        "home": False,
    }
    figure = told["abroad"]["pay"]["occupations"][0]["figures"][0]
    assert (figure["median"], figure["currency"], figure["unit"], figure["copy"]) == (20.5, "NOK", "hour", True)


# ---------------------------------------------------------------------------- credentials --where


@pytest.mark.parametrize(("where", "first"), [("uk", "ara-registration"), ("ontario", "ca-diploma"),
                                              ("Australia", "alia-degree")])  # fmt: skip
def test_credentials_of_the_country_are_listed_first(run_snapshot: Run, where: str, first: str) -> None:
    told = json.loads(run_snapshot("credentials", "--where", where, "--format", "json").stdout)
    places = [line["counts"] for line in told["credentials"]]
    assert told["credentials"][0]["id"] == first
    assert places == sorted(places, key=["here", "anywhere", "elsewhere"].index)
    assert told["count"] == told["of"]


def test_the_groups_of_the_list_are_where_credentials_count(run_snapshot: Run) -> None:
    heads = re.findall(r"^[A-Z][A-Z ]+$", run_snapshot("credentials", "--where", "uk").stdout, re.MULTILINE)
    assert heads == ["IN THE UNITED KINGDOM", "IN ANY COUNTRY", "IN OTHER COUNTRIES"]


def test_a_list_for_a_country_has_prices_there_where_they_were_found(run_snapshot: Run) -> None:
    told = json.loads(run_snapshot("credentials", "--where", "canada", "--format", "json").stdout)
    degree = next(line for line in told["credentials"] if line["id"] == "mlis")
    assert degree["cost"]["currency"] == "CAD"


def test_a_credential_shows_its_price_in_other_countries(run_snapshot: Run) -> None:
    said = run_snapshot("credentials", "mlis").stdout
    assert "costs abroad: 20,000 to 24,000 CAD (Dalhousie University, 2026, a page without a date)" in said


def test_a_country_with_a_slip_is_taken_and_told(run_snapshot: Run) -> None:
    result = run_snapshot("credentials", "--where", "Onatrio")
    assert result.stderr == "No 'Onatrio'; taking Canada.\n"
    assert "IN CANADA" in result.stdout


@pytest.mark.parametrize(
    ("where", "message"),
    [
        ("Paris", "There is no country called 'Paris'. Choose one of these: australia, canada, united-kingdom, "
         "united-states."),
        ("WA", "'WA' is the name of 2 countries. Say which: 'australia' or 'united-states'."),
    ],
)  # fmt: skip
def test_words_that_name_no_country_or_several_are_an_error(run_snapshot: Run, where: str, message: str) -> None:
    result = run_snapshot("credentials", "--where", where)
    assert (result.exit_code, result.stdout) == (1, "")
    assert message in " ".join(result.stderr.split())
