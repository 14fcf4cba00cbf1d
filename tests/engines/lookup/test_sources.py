"""Sources: which are old, and of which a newer edition exists or should exist on a given day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from libcareer.commands.pages import page
from libcareer.engines.lookup.sources import sources
from libcareer.knowledge.checks import check
from libcareer.reports.check import check_report
from libcareer.reports.page.formats import Format
from libcareer.reports.page.render import text

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Changed

    from libcareer.catalog import Catalog

DATED = ("published: May 2025, read: 2026}", "published: May 2025, read: 2026, released: 2026-05-15, next: 2027-05-15}")
NEWER = ("published: May 2025, read: 2026}", "published: May 2025, read: 2026, newer: The survey of May 2026}")
MONTH = ("published: May 2025, read: 2026}", "published: May 2025, read: 2026, next: 2027-05}")


@pytest.mark.parametrize(
    ("change", "today", "outdone"),
    [
        pytest.param(DATED, date(2027, 5, 14), False, id="the day before"),
        pytest.param(DATED, date(2027, 5, 15), True, id="on the day"),
        pytest.param(DATED, date(2031, 1, 1), True, id="years later"),
        pytest.param(MONTH, date(2027, 4, 30), False, id="before the month"),
        pytest.param(MONTH, date(2027, 5, 1), True, id="in the month"),
        pytest.param(NEWER, date(2026, 6, 1), True, id="a newer edition is known"),
        pytest.param(DATED, None, False, id="no day is given"),
    ],
)
def test_an_edition_is_outdone_from_the_day_on_which_the_next_is_due(
    changed: Changed, change: tuple[str, str], today: date | None, outdone: bool
) -> None:
    found = sources(changed({"sources.yaml": change}), ["survey"], today=today)
    assert [page.outdone for page in found.sources] == [outdone]


def test_what_is_to_be_checked_again_includes_what_a_newer_edition_outdoes(changed: Changed) -> None:
    catalog = changed({"sources.yaml": DATED})
    assert "survey" not in [page.id for page in sources(catalog, stale=True, today=date(2026, 12, 1)).sources]
    assert "survey" in [page.id for page in sources(catalog, stale=True, today=date(2027, 6, 1)).sources]


def test_every_table_that_ships_has_its_release_and_the_next(shipped: Catalog) -> None:
    assert shipped.pay_tables
    newest = {shipped.pay_tables.release[1]}
    outlooks = {occupation.outlook.source for occupation in shipped.occupations.values() if occupation.outlook}
    rated = {occupation.interests_source for occupation in shipped.occupations.values()} - {None}
    for id_ in newest | outlooks | rated:
        source = shipped.sources[str(id_)]
        assert source.released
        assert source.next
        assert source.released < source.next


@pytest.mark.parametrize(
    "address",
    [
        "show archivist --section pay",
        "compare archivist librarian",
        "related archivist",
        "ask ai",
    ],
)
def test_pages_of_outlook_name_the_newer_projections(shipped: Catalog, address: str) -> None:
    said = text(page(shipped, address), Format.PLAIN)
    assert "Newer, and not taken in here: Employment Projections 2025-35, out since 27 August 2026." in said


def test_pages_with_current_figures_alone_name_no_newer_edition(tiny: Catalog) -> None:
    assert "not taken in" not in text(page(tiny, "show page --section pay"), Format.PLAIN)


@pytest.mark.parametrize(
    ("change", "today", "said"),
    [
        (DATED, date(2027, 5, 14), None),
        (DATED, date(2027, 5, 15), "due since 15 May 2027; look for it before you rely on this one"),
        (MONTH, date(2027, 5, 2), "due since May 2027; look for it before you rely on this one"),
        (NEWER, date(2026, 6, 1), "The survey of May 2026; its figures are not taken in"),
    ],
)
def test_a_check_names_outdone_editions_and_calls_them_no_problem(
    data: Path, change: tuple[str, str], today: date, said: str | None
) -> None:
    file = data / "sources.yaml"
    file.write_text(file.read_text().replace(*change))
    found = check([file], today)
    assert found.outdone.keys() == ({"survey"} if said else set())
    words = text(check_report(found), Format.PLAIN)
    assert (f"Newer edition of survey: {said}." in words) is bool(said)
    assert check([data / "questions.yaml"], today).outdone == {}
    assert not check([file]).outdone
