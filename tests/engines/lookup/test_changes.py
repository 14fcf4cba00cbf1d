"""What changes the field: what holds where, whom it concerns, and what the page of a role tells of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from libcareer.engines.lookup.changes import ChangeFilters, change_standing, changes, role_changes
from libcareer.engines.lookup.paid_role import paid_role_page
from libcareer.engines.pay.countries import whereabouts
from libcareer.errors import NothingHeld
from libcareer.knowledge.enums import ChangeKind, ChangeStatus
from libcareer.reports.page.formats import Format
from libcareer.reports.page.render import text
from libcareer.reports.role import role_report

if TYPE_CHECKING:
    from conftest import Run

    from libcareer.catalog import Catalog


def ids(catalog: Catalog, filters: ChangeFilters) -> list[str]:
    return [page.id for page in changes(catalog, filters).changes]


def test_the_newest_comes_first(tiny: Catalog) -> None:
    assert ids(tiny, ChangeFilters()) == ["norland-loans", "ohio-ads", "library-grants"]


@pytest.mark.parametrize(
    ("country", "region", "found"),
    [
        ("united-states", "", ["ohio-ads", "library-grants"]),
        ("united-states", "Ohio", ["ohio-ads", "library-grants"]),
        ("united-states", "Westland", ["library-grants"]),
        ("norland", "", ["norland-loans"]),
    ],
)
def test_a_place_has_its_own_changes_and_those_of_its_country(
    tiny: Catalog, country: str, region: str, found: list[str]
) -> None:
    assert ids(tiny, ChangeFilters(where=whereabouts(tiny, country, region))) == found


def test_a_region_without_changes_of_its_own_is_told_so(tiny: Catalog) -> None:
    assert changes(tiny, ChangeFilters(where=whereabouts(tiny, "united-states", "Westland"))).own == 0
    assert changes(tiny, ChangeFilters(where=whereabouts(tiny, "united-states", "Ohio"))).own == 1
    assert changes(tiny, ChangeFilters(where=whereabouts(tiny, "united-states"))).own is None


def test_a_change_concerns_roles_by_name_by_credential_or_all(tiny: Catalog) -> None:
    assert ids(tiny, ChangeFilters(role="librarian")) == ["norland-loans", "ohio-ads", "library-grants"]
    assert "ohio-ads" in ids(tiny, ChangeFilters(role="clerk"))
    assert "norland-loans" not in ids(tiny, ChangeFilters(role="page"))


def test_filters_add_up(tiny: Catalog) -> None:
    assert ids(tiny, ChangeFilters(kind=ChangeKind.PAY, role="page")) == ["ohio-ads"]
    assert ids(tiny, ChangeFilters(kind=ChangeKind.BOOKS)) == []
    assert ids(tiny, ChangeFilters(ids=("ohio-ads",))) == ["ohio-ads"]


def test_knowledge_without_changes_says_so(snapshot: Catalog) -> None:
    with pytest.raises(NothingHeld):
        changes(snapshot, ChangeFilters())


def test_the_page_of_a_role_tells_what_holds_there_and_not_what_is_over(tiny: Catalog) -> None:
    ohio = role_changes(tiny, "librarian", whereabouts(tiny, "united-states", "Ohio"))
    assert ohio
    assert [page.id for page in ohio.here] == ["ohio-ads"]
    assert (ohio.region, ohio.elsewhere) == ("Ohio", 1)
    home = role_changes(tiny, "librarian", whereabouts(tiny, "united-states"))
    assert home
    assert (home.here, home.region, home.elsewhere) == ((), None, 2)
    assert role_changes(tiny, "librarian", None) is None


def test_what_holds_in_the_region_comes_before_what_holds_in_the_country(shipped: Catalog) -> None:
    found = role_changes(shipped, "school-librarian", whereabouts(shipped, "united-states", "Texas"))
    assert found
    own = [bool(page.regions) for page in found.here]
    assert own == sorted(own, reverse=True)
    assert {True, False} == set(own)
    assert all("Texas" in page.regions for page in found.here if page.regions)


def test_the_standing_of_each_status_names_when_it_was_last_seen(shipped: Catalog) -> None:
    seen = {change.status: change_standing(change) for change in shipped.changes.values()}
    assert seen.keys() == set(ChangeStatus)
    assert len(set(seen.values())) == len(seen)


# ---------------------------------------------------------------------------- what is written


def test_the_list_is_by_kind_and_says_what_each_means(run: Run) -> None:
    told = run("changes")
    assert (told.exit_code, told.stderr) == (0, "")
    assert "PAY IN ADS" in told.stdout
    assert "An ad without a range breaks the law there." in told.stdout
    assert "since 1 July 2025; in force, as last seen in March 2026" in told.stdout
    assert "from March 2025 to 3 December 2025; over, as last seen in February 2026" in told.stdout
    assert "set to begin on 1 January 2027, as last seen in October 2026" in told.stdout


def test_a_name_shows_all_of_a_change_with_its_sources(run: Run) -> None:
    told = run("changes", "pay", "act", "10")
    assert "What it does: Employers with ten people or more name a range in each ad." in told.stdout
    assert "concerns: every role" in told.stdout
    assert "Sources: Guild of Tests, Guide to the field (2024)." in told.stdout


def test_nothing_found_ends_with_1(run: Run) -> None:
    told = run("changes", "--kind", "books")
    assert told.exit_code == 1
    assert "Drop one of them." in told.stdout


def test_an_unknown_place_is_refused(run: Run) -> None:
    told = run("changes", "--where", "Atlantis")
    assert (told.exit_code, told.stdout) == (1, "")
    assert "Atlantis" in told.stderr


def test_a_role_shows_its_changes_where_a_person_lives(shipped: Catalog, run: Run) -> None:
    told = text(role_report(paid_role_page(shipped, "school-librarian", "texas")), Format.PLAIN)
    assert f"\nchanging: {shipped.changes['texas-sb-13'].title} (2025), and " in told
    assert "\nWHAT IS CHANGING\n" in told
    assert "changes in other places: `libcareer changes --role school-librarian`." in told
    at_home = run("show", "librarian").stdout
    assert "2 changes in single states or other countries, none in all of the United States: `libcareer" in at_home
