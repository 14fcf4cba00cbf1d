"""Related roles: all of them, most similar first, each with shared and missing skills."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from libcareer.engines.choosing.related import related_roles
from libcareer.engines.lookup.roles import RoleFilters, matching
from libcareer.engines.similarity import likeness
from libcareer.knowledge.enums import Place
from libcareer.reports.page.render import Format, text
from libcareer.reports.related import related_roles_report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from typer.testing import Result

    from libcareer.catalog import Catalog

    Run = Callable[..., Result]


def test_every_role_with_a_skill_in_common_is_found_most_similar_first(shipped: Catalog) -> None:
    for role in ("archivist", "library-technician", "technical-writer"):
        found = related_roles(shipped, role, RoleFilters()).roles
        alike = {other: likeness(shipped, role, other).share for other in shipped.briefs if other != role}
        ids = [one.id for one in found]
        assert role not in ids
        assert {other for other, share in alike.items() if share} <= set(ids)
        assert [one.share for one in found] == sorted((one.share for one in found), reverse=True)
        assert all(one.share == alike[one.id] for one in found)


@pytest.mark.parametrize(
    "filters",
    [
        RoleFilters(place=Place.BEYOND),
        RoleFilters(place=Place.INSIDE),
        RoleFilters(no_masters=True),
        RoleFilters(no_degree=True),
        RoleFilters(place=Place.BEYOND, no_degree=True),
    ],
    ids=str,
)
def test_filters_work_as_in_the_list_of_roles(shipped: Catalog, filters: RoleFilters) -> None:
    for role in ("archivist", "library-technician"):
        whole = {one.id: one for one in related_roles(shipped, role, RoleFilters()).roles}
        left = related_roles(shipped, role, filters)
        assert {one.id for one in left.roles} == set(whole) & set(matching(shipped, filters))
        assert all(one == whole[one.id] for one in left.roles)
        assert left.count == len(left.roles)
        assert left.of == len(shipped.briefs) - 1


def test_shared_skills_have_their_other_names_and_missing_ones_a_related_skill(tiny: Catalog) -> None:
    found = {one.id: one for one in related_roles(tiny, "librarian", RoleFilters()).roles}["technician"]
    cataloging, helping = found.shared
    assert (cataloging.title, cataloging.importance) == ("Cataloging", "essential")
    assert [there.title for there in cataloging.there] == ["Copy cataloging"]
    assert helping.there == ()
    (copying,) = found.missing
    assert (copying.title, copying.near and copying.near.title) == ("Copy cataloging", "Cataloging")


def test_moves_and_reasons_come_from_the_files(snapshot: Catalog) -> None:
    for role in ("archivist", "librarian", "library-technician"):
        record = snapshot.roles[role]
        found = {one.id: one for one in related_roles(snapshot, role, RoleFilters()).roles}
        assert {id_ for id_, one in found.items() if one.door} == {move.to for move in record.moves}
        assert {id_: one.why for id_, one in found.items() if one.why} == {
            near.role: near.why for near in record.related
        }
        assert {id_ for id_, one in found.items() if one.back} <= set(snapshot.feeders[role])
        for move in record.moves:
            door = found[move.to].door
            assert door is not None
            assert door.years == move.years


def test_a_role_with_a_move_is_listed_even_without_a_shared_skill(tiny: Catalog) -> None:
    found = {one.id: one for one in related_roles(tiny, "page", RoleFilters()).roles}
    assert set(found) >= {move.to for move in tiny.briefs["page"].moves}


def test_roles_with_a_move_or_reason_are_always_shown_and_the_rest_is_counted(snapshot: Catalog) -> None:
    found = related_roles(snapshot, "archivist", RoleFilters())
    said = text(related_roles_report(found, 3), Format.PLAIN)
    near = [one for one in found.roles[3:] if one.door or one.why]
    assert near
    assert all(f"({one.id})" in said for one in (*found.roles[:3], *near))
    more = found.count - 3 - len(near)
    assert f"{more} more roles with less in common: --limit {found.count} shows all." in said
    assert "more role" not in text(related_roles_report(found, found.count), Format.PLAIN)


def test_json_and_csv_ignore_the_limit(run: Run) -> None:
    whole = json.loads(run("related", "librarian", "--limit", "1", "--format", "json").stdout)
    assert len(whole["roles"]) == whole["count"] > 1
    rows = list(csv.DictReader(io.StringIO(run("related", "librarian", "--limit", "1", "--format", "csv").stdout)))
    assert [row["id"] for row in rows] == [one["id"] for one in whole["roles"]]


def test_filters_that_leave_nothing_give_a_message_and_exit_code_1(run: Run, data: Path) -> None:
    clerk = data / "roles" / "clerk.yaml"
    clerk.write_text(clerk.read_text(encoding="utf-8").replace("place: beyond", "place: inside"), encoding="utf-8")
    result = run("related", "page", "--beyond", "--no-degree", data=data)
    assert (result.exit_code, result.stderr) == (1, "")
    assert "No role within these filters uses any of its skills." in result.stdout
    assert "Next: libcareer related page" in result.stdout


@pytest.mark.parametrize("args", [["--beyond", "--inside"], ["--limit", "0"], ["--limit", "many"]], ids=" ".join)
def test_a_wrong_option_is_a_mistake_of_use(run: Run, args: list[str]) -> None:
    result = run("related", "page", *args)
    assert (result.exit_code, result.stdout) == (2, "")


@pytest.mark.parametrize("width", [40, 80])
def test_the_screen_of_related_roles(
    run_snapshot: Run, width: int, golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    args = ("related", "library-technician", "--beyond", "--no-degree", "--limit", "4", "--format", "screen")
    golden(run_snapshot(*args).stdout, f"related-{width}.txt")
