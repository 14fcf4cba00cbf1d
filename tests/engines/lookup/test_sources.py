"""Sources: which are old, and of which a newer edition exists or should exist on a given day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from libcareer.engines.lookup.sources import sources

if TYPE_CHECKING:
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
    newest = {occupation.pay[0].source for occupation in shipped.occupations.values() if occupation.pay}
    outlooks = {occupation.outlook.source for occupation in shipped.occupations.values() if occupation.outlook}
    rated = {occupation.interests_source for occupation in shipped.occupations.values()} - {None}
    for id_ in newest | outlooks | rated:
        source = shipped.sources[str(id_)]
        assert source.released
        assert source.next
        assert source.released < source.next
