"""Pay and outlook: every figure has unit, year, source and what it covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from libcareer.catalog import Catalog
from libcareer.catalog.compiled import compile
from libcareer.engines.pay.figures import HOURS_A_YEAR, OutlookFigure, PayFigure, outlook, pay
from libcareer.engines.references import Cite, cite
from libcareer.knowledge.reading import read_folder

if TYPE_CHECKING:
    from pathlib import Path

SURVEY = Cite("survey", "Bureau of Tests", "Wage survey", "May 2025", "https://example.org/wages", read=2026)
GUIDE = Cite("guide", "Guild of Tests", "Guide to the field", "2024", None, "A small sample.")


def test_hourly_pay_is_given_as_a_year_only_if_full_time(tiny: Catalog) -> None:
    figure = pay(tiny, "page")
    assert figure == PayFigure(
        median=20,
        unit="USD per hour",
        year="May 2025",
        source=SURVEY,
        covers="Library Technicians",
        caveat="Covers more than a page.",
        currency="USD",
        low=15,
        high=30,
        if_full_time=41_600,
    )
    assert figure.if_full_time == figure.median * HOURS_A_YEAR


def test_yearly_pay_is_not_converted(tiny: Catalog) -> None:
    figure = pay(tiny, "librarian")
    assert figure is not None
    assert (figure.median, figure.unit, figure.if_full_time) == (68_000, "USD per year", None)


def test_pay_without_percentiles_has_none(tiny: Catalog) -> None:
    figure = pay(tiny, "editor")
    assert figure is not None
    assert (figure.low, figure.high) == (None, None)


def test_an_outlook_has_its_period_source_and_what_it_covers(tiny: Catalog) -> None:
    assert outlook(tiny, "page") == OutlookFigure(-7, 13_000, 78_000, "2024-34", SURVEY, "Library Technicians")


def test_no_outlook_is_invented(tiny: Catalog) -> None:
    assert outlook(tiny, "editor") is None


@pytest.mark.parametrize(("id_", "source"), [("survey", SURVEY), ("guide", GUIDE)])
def test_a_source_is_cited_so_that_it_can_be_found_again(tiny: Catalog, id_: str, source: Cite) -> None:
    assert cite(tiny, id_) == source


@pytest.fixture
def changed(data: Path) -> Catalog:
    """Tiny knowledge in which technicians have a wider group and an older survey, and editors no pay."""
    file = data / "occupations.yaml"
    words = file.read_text()
    words = words.replace("  pays_by: hour\n", "  pays_by: hour\n  pay_covers: All library support staff\n")
    words = words.replace(
        "low: 15, high: 30}\n", "low: 15, high: 30}\n    - {median: 19, year: May 2024, source: guide}\n"
    )
    words = words.replace("  pay:\n    - {median: 77000, year: May 2025, source: survey}", "  pay: []")
    file.write_text(words)
    knowledge, problems = read_folder(data)
    assert not problems
    return Catalog(compile(knowledge))


def test_a_figure_for_a_wider_group_says_so(changed: Catalog) -> None:
    figures = pay(changed, "page"), outlook(changed, "page")
    assert [figure and figure.covers for figure in figures] == ["All library support staff"] * 2


def test_the_newest_survey_counts(changed: Catalog) -> None:
    figure = pay(changed, "page")
    assert figure is not None
    assert (figure.median, figure.year) == (20, "May 2025")


def test_no_pay_is_invented(changed: Catalog) -> None:
    assert pay(changed, "editor") is None


PROXY = ("    note: Covers more than a page.", "    proxy: nobody counts pages\n    note: Covers more.")


def test_a_proxy_carries_its_reason_in_pay_and_outlook(data: Path) -> None:
    role = data / "roles" / "page.yaml"
    role.write_text(role.read_text().replace(*PROXY))
    knowledge, _ = read_folder(data)
    catalog = Catalog(compile(knowledge))
    paid, projected = pay(catalog, "page"), outlook(catalog, "page")
    assert paid is not None
    assert projected is not None
    assert (paid.proxy, projected.proxy) == ("nobody counts pages", "nobody counts pages")
    other = pay(catalog, "clerk")
    assert other is not None
    assert other.proxy is None


@pytest.mark.parametrize(
    ("pays", "judged"),
    [
        pytest.param("", 31_200, id="the low end, as a year"),
        pytest.param("    pays: less\n", 31_200, id="the low end also of a role that pays less"),
        pytest.param("    pays: more\n", 41_600, id="the median of a role that pays more than it"),
    ],
)
def test_a_limit_judges_a_proxy_cautiously(data: Path, pays: str, judged: float) -> None:
    role = data / "roles" / "page.yaml"
    role.write_text(role.read_text().replace(PROXY[0], pays + PROXY[1]))
    knowledge, _ = read_folder(data)
    figure = pay(Catalog(compile(knowledge)), "page")
    assert figure is not None
    assert figure.judged == judged
    assert figure.yearly_range == (31_200, 62_400)


def test_a_limit_judges_other_roles_by_the_median(tiny: Catalog) -> None:
    for role, median in (("librarian", 68_000), ("page", 41_600), ("editor", 77_000)):
        figure = pay(tiny, role)
        assert figure is not None
        assert figure.judged == median


def test_every_shipped_figure_has_a_unit_a_year_a_source_and_a_caveat(shipped: Catalog) -> None:
    for role in shipped.briefs:
        paid, projected = pay(shipped, role), outlook(shipped, role)
        if paid:
            assert paid.unit in ("USD per hour", "USD per year")
            assert all((paid.year, paid.source.title, paid.covers, paid.caveat))
            assert (paid.if_full_time is not None) == paid.unit.endswith("hour")
        if projected:
            assert all((projected.period, projected.source.title, projected.covers))
