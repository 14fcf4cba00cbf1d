"""Pay in other countries: found by names people type, in their own currency, with source, year and terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from libcareer.engines.lookup.abroad import Counts, abroad, counts, papers
from libcareer.engines.lookup.role import role_page
from libcareer.engines.pay.countries import CountryPay, Whereabouts, country_named, country_pay, home_id, is_home
from libcareer.engines.references import Named
from libcareer.errors import SeveralNames
from libcareer.knowledge.enums import Basis

if TYPE_CHECKING:
    from libcareer.catalog import Catalog

NORLAND = Whereabouts(Named("norland", "Norland"), "the Norland")
ABROAD = ("canada", "united-kingdom", "australia")


def there(catalog: Catalog, country: str) -> Whereabouts:
    found = country_named(catalog, country)
    assert found is not None
    return found


def paid(catalog: Catalog, role: str, where: Whereabouts = NORLAND) -> CountryPay:
    found = country_pay(catalog, role, where)
    assert found is not None
    return found


# ---------------------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("words", "country", "region"),
    [
        ("ontario", "canada", "Ontario"),
        ("Toronto, ON", "canada", "Ontario"),
        ("QUEBEC", "canada", "Quebec"),
        ("Canada", "canada", None),
        ("uk", "united-kingdom", None),
        ("U.K.", "united-kingdom", None),
        ("great britain", "united-kingdom", None),
        ("england", "united-kingdom", "England"),
        ("Glasgow, Scotland", "united-kingdom", "Scotland"),
        ("NSW", "australia", "New South Wales"),
        ("Perth, Western Australia", "australia", "Western Australia"),
        ("USA", "united-states", None),
        ("Columbus, OH", "united-states", "Ohio"),
        ("CA", "united-states", "California"),
    ],
)
def test_a_country_is_named_as_such_or_by_a_region(
    snapshot: Catalog, words: str, country: str, region: str | None
) -> None:
    found = country_named(snapshot, words)
    assert found is not None
    assert (found.country.id, found.region) == (country, region)


@pytest.mark.parametrize("words", ["", ",", "Paris", "librarian", "Toronto, Narnia"])
def test_words_that_name_no_country_are_none(snapshot: Catalog, words: str) -> None:
    assert country_named(snapshot, words) is None


@pytest.mark.parametrize("words", ["WA", "Perth, WA", "NT"])
def test_a_region_of_several_countries_is_not_guessed(snapshot: Catalog, words: str) -> None:
    with pytest.raises(SeveralNames, match="is the name of 2 countries"):
        country_named(snapshot, words)


def test_every_region_leads_to_its_country(shipped: Catalog) -> None:
    for id_, country in shipped.countries.items():
        for region in country.regions:
            found = country_named(shipped, f"Somewhere, {region}")
            assert found is not None
            assert (found.country, found.region) == (Named(id_, country.title), region)


def test_only_the_united_states_are_home(shipped: Catalog) -> None:
    assert is_home(None)
    assert [id_ for id_ in shipped.countries if is_home(there(shipped, id_))] == [home_id(shipped)] == ["united-states"]


# ---------------------------------------------------------------------------- figures


def test_a_figure_has_everything_that_the_table_says(tiny: Catalog) -> None:
    first, _ = paid(tiny, "technician").occupations[0].figures
    assert (first.currency, first.unit) == ("NOK", "hour")
    assert (first.low, first.median, first.high, first.average) == (15, 20.5, 30, None)
    assert (first.ends, first.measures, first.year) == ("the 10th and the 90th percentile", "full-time employees",
                                                        "May 2025")  # fmt: skip
    assert (first.source.id, first.copy, first.basis) == ("guide", True, Basis.SURVEY)


def test_an_occupation_has_its_codes_its_people_and_the_projection_of_its_country(tiny: Catalog) -> None:
    one = paid(tiny, "technician").occupations[0]
    assert (one.title, one.code, one.also, one.nearest) == ("Technicians", "31", "Old 3", None)
    assert (one.employed, one.employed_year, one.employed_source and one.employed_source.id) == (
        1200, "2024", "survey")  # fmt: skip
    assert one.outlook is not None
    assert (one.outlook.says, one.outlook.period, one.outlook.copy) == (
        "+2 percent in jobs", "2024 to 2029", True)  # fmt: skip
    assert [note.says for note in one.notes] == ["Most work part time."]


def test_a_role_that_is_not_counted_apart_says_so(tiny: Catalog) -> None:
    assert [one.nearest for one in paid(tiny, "page").occupations] == ["Pages are not counted apart."]


def test_a_role_has_each_occupation_that_names_it_in_the_order_of_the_table(tiny: Catalog) -> None:
    found = paid(tiny, "technician")
    assert [one.title for one in found.occupations] == ["Technicians", "Librarians and technicians (recommended pay)"]


def test_no_pay_is_invented(tiny: Catalog) -> None:
    assert country_pay(tiny, "editor", NORLAND) is None
    assert country_pay(tiny, "technician", there(tiny, "us")) is None


def test_a_figure_of_one_region_is_not_shown_for_another(tiny: Catalog) -> None:
    figures = {
        words: len(paid(tiny, "technician", there(tiny, words)).occupations[0].figures)
        for words in ("norland", "UN", "lower norland")
    }
    assert figures == {"norland": 2, "UN": 2, "lower norland": 1}


def test_the_terms_of_a_survey_come_with_its_figures(tiny: Catalog) -> None:
    found = paid(tiny, "page")
    assert found.attribution == "Contains figures of the Bureau of Norland."
    assert (found.licence, found.publisher) == ("CC BY 4.0", "Bureau of Norland")
    assert [caution.says for caution in found.cautions] == ["The survey is small."]


def test_the_terms_of_a_survey_do_not_come_with_recommended_pay(tiny: Catalog) -> None:
    found = paid(tiny, "librarian")
    assert (found.attribution, found.licence, found.classification, found.cautions) == (None, None, None, ())


# ---------------------------------------------------------------------------- the shipped table


@pytest.mark.parametrize("country", ABROAD)
def test_every_shipped_figure_equals_the_table_for_each_role_it_counts(shipped: Catalog, country: str) -> None:
    record = shipped.countries[country]
    seen = 0
    for role in shipped.briefs:
        found = country_pay(shipped, role, there(shipped, country))
        own = [one for one in record.occupations if role in one.roles]
        counted = [*own, *(one for one in record.occupations if role in one.nearest)]
        assert (found is None) == (not counted)
        for told, held in zip(found.occupations if found else (), counted, strict=True):
            assert (told.title, told.code) == (held.title, held.code)
            for figure, earned in zip(told.figures, held.pay, strict=True):
                assert (figure.low, figure.median, figure.high, figure.average) == (
                    earned.low, earned.median, earned.high, earned.average)  # fmt: skip
                assert (figure.currency, figure.unit) == (record.currency, earned.unit)
                assert all((figure.measures, figure.year, figure.source.title))
                seen += 1
    assert seen > 40


def test_the_currency_of_each_country_is_its_own(snapshot: Catalog) -> None:
    assert {id_: snapshot.countries[id_].currency for id_ in ABROAD} == {
        "canada": "CAD", "united-kingdom": "GBP", "australia": "AUD"}  # fmt: skip


@pytest.mark.parametrize(
    ("role", "country", "code", "unit", "median"),
    [
        ("library-technician", "ontario", "52100", "hour", 28.00),
        ("library-clerk", "canada", "14300", "hour", 23.17),
        ("librarian", "canada", "51100", "hour", 41.21),
        ("archivist", "canada", "51102", "hour", 39.24),
        ("records-manager", "canada", "10019", "hour", 50.00),
        ("librarian", "england", "2471", "year", 27599),
        ("archivist", "uk", "2472", "year", 28234),
        ("library-technician", "scotland", "4135", "year", 21324),
        ("library-technician", "australia", "3993", "week", 1459),
        ("librarian", "australia", "2246", "week", 1780),
    ],
)
def test_the_roles_people_ask_about_have_the_published_figure(
    snapshot: Catalog, role: str, country: str, code: str, unit: str, median: float
) -> None:
    one = paid(snapshot, role, there(snapshot, country)).occupations[0]
    assert (one.code, one.figures[0].unit, one.figures[0].median) == (code, unit, median)


def test_recommended_pay_of_records_managers_in_the_uk_is_no_median(snapshot: Catalog) -> None:
    (one,) = paid(snapshot, "records-manager", there(snapshot, "uk")).occupations
    assert {(figure.basis, figure.median) for figure in one.figures} == {(Basis.RECOMMENDED, None)}


# ---------------------------------------------------------------------------- credentials


@pytest.mark.parametrize(
    ("country", "counting"),
    [
        ("canada", {"ca-diploma", "mlis"}),
        ("united-kingdom", {"cilip", "cilip-degree", "ara-registration", "archivist-apprenticeship"}),
        ("australia", {"alia-tech", "alia-degree"}),
    ],
)
def test_the_credentials_of_a_country_count_there(shipped: Catalog, country: str, counting: set[str]) -> None:
    found = {id_: counts(shipped, record, country) for id_, record in shipped.credentials.items()}
    assert {id_ for id_, place in found.items() if place is Counts.HERE} == counting
    assert found["bachelor"] is Counts.ANYWHERE
    assert found["lssc"] is Counts.ELSEWHERE


@pytest.mark.parametrize(
    ("role", "country", "first", "currency"),
    [
        ("library-technician", "canada", "ca-diploma", "CAD"),
        ("librarian", "canada", "mlis", "CAD"),
        ("librarian", "uk", "cilip", "GBP"),
        ("library-technician", "australia", "alia-tech", "AUD"),
        ("librarian", "australia", "alia-degree", None),
    ],
)
def test_the_credential_of_the_country_comes_first_with_its_price_there(
    snapshot: Catalog, role: str, country: str, first: str, currency: str | None
) -> None:
    head, *rest = papers(snapshot, role, there(snapshot, country))
    assert (head.id, head.counts) == (first, Counts.HERE)
    assert (head.cost.currency if head.cost else None) == currency
    assert list(Counts).index(head.counts) <= min((list(Counts).index(one.counts) for one in rest), default=0)


def test_a_credential_of_the_country_stands_in_for_those_it_counts_as(snapshot: Catalog) -> None:
    diploma = papers(snapshot, "library-technician", there(snapshot, "canada"))[0]
    assert [other.id for other in diploma.instead] == ["lta-certificate", "lta-associate"]


def test_no_price_in_another_currency_is_given_for_a_country(shipped: Catalog) -> None:
    for country in ABROAD:
        where = there(shipped, country)
        for role in shipped.briefs:
            prices = {paper.cost.currency for paper in papers(shipped, role, where) if paper.cost}
            assert prices <= {shipped.countries[country].currency}


# ---------------------------------------------------------------------------- what is about the United States


@pytest.mark.parametrize("country", ABROAD)
def test_a_page_for_another_country_has_no_american_pay_or_outlook(snapshot: Catalog, country: str) -> None:
    where = there(snapshot, country)
    found = role_page(snapshot, "librarian", where)
    assert (found.pay, found.outlook) == (None, None)
    assert found.abroad == abroad(snapshot, "librarian", where)
    assert not [backed for backed in found.backed if backed.what in ("pay", "outlook")]


def test_a_page_for_the_united_states_is_the_page_without_a_place(snapshot: Catalog) -> None:
    assert role_page(snapshot, "librarian", there(snapshot, "Ohio")) == role_page(snapshot, "librarian")
