"""Tracks: the pair is the best of all pairs, and opens the roles that it lists."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from libcareer.catalog import Catalog
from libcareer.catalog.compiled import compile
from libcareer.engines.choosing.tracks import TrackPair, skills_chosen, tracks
from libcareer.errors import LibcareerError
from libcareer.knowledge.enums import Place
from libcareer.knowledge.reading import Knowledge

if TYPE_CHECKING:
    from collections.abc import Iterable

SHIPPED = settings(max_examples=settings().max_examples // 10)
NUMBERS = st.lists(st.integers(0, 10_000), max_size=25)


def some_skills(catalog: Catalog, numbers: list[int]) -> list[str]:
    every = sorted(catalog.skills)
    return [every[number % len(every)] for number in numbers]


def opened(catalog: Catalog, had: Iterable[str], *groups: str, ceiling: int = 99) -> set[str]:
    """Roles of which at most one essential skill is missing with *groups*, and more than one without."""

    def lacking(role: str, skills: set[str]) -> int:
        return sum(not skills & set(catalog.family(one)) for one in catalog.briefs[role].skills.essential)

    before = set(had)
    after = before.union(*(catalog.groups[group][1] for group in groups))
    allowed = [id_ for id_, c in catalog.briefs.items() if catalog.education[c.education.typical].rank <= ceiling]
    return {id_ for id_ in allowed if lacking(id_, after) <= 1 < lacking(id_, before)}


@SHIPPED
@given(numbers=NUMBERS)
def test_the_pair_named_is_the_best_of_all_pairs(snapshot: Catalog, numbers: list[int]) -> None:
    had = some_skills(snapshot, numbers)
    found = tracks(snapshot, had)
    inside, outside = (
        [g for g, place in snapshot.tracks.items() if place is side] for side in (Place.INSIDE, Place.BEYOND)
    )
    every = {pair: opened(snapshot, had, *pair) for pair in product(inside, outside)}
    assert {(pair.inside, pair.beyond): set(pair.opens) for pair in found.pairs} == every
    assert len(found.roles) == max(map(len, every.values()))
    assert {role.role for role in found.roles} == every[found.inside.group, found.beyond.group]


@SHIPPED
@given(numbers=NUMBERS)
def test_a_pair_never_opens_fewer_roles_than_either_part(snapshot: Catalog, numbers: list[int]) -> None:
    for pair in tracks(snapshot, some_skills(snapshot, numbers)).pairs:
        assert len(pair.opens) >= max(pair.inside_alone, pair.beyond_alone)


@SHIPPED
@given(numbers=NUMBERS)
def test_of_equal_pairs_the_one_with_more_on_its_weaker_side_is_chosen(snapshot: Catalog, numbers: list[int]) -> None:
    best, *others = tracks(snapshot, some_skills(snapshot, numbers)).pairs
    for other in others:
        if len(other.opens) == len(best.opens):
            assert min(best.opens_inside, best.opens_beyond) >= min(other.opens_inside, other.opens_beyond)


@pytest.mark.parametrize("numbers", [[], [1, 50, 90], list(range(0, 200, 9))])
def test_pairs_are_ordered_by_roles_then_by_the_weaker_side_then_by_ids(
    snapshot: Catalog, numbers: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def place(pair: TrackPair) -> tuple[int, int, str, str]:
        return -len(pair.opens), -min(pair.opens_inside, pair.opens_beyond), pair.inside, pair.beyond

    had = some_skills(snapshot, numbers)
    found = tracks(snapshot, had)
    assert list(found.pairs) == sorted(found.pairs, key=place)
    for size in (1, 2, 3):  # there are ties that only the next part decides
        assert len({place(pair)[:size] for pair in found.pairs}) < len(found.pairs)
    backwards = dict(reversed(snapshot.tracks.items()))
    monkeypatch.setitem(snapshot.__dict__, "tracks", backwards)
    assert tracks(snapshot, had).pairs == found.pairs


@SHIPPED
@given(numbers=NUMBERS)
def test_after_learning_at_most_one_essential_skill_of_an_opened_role_is_missing(
    shipped: Catalog, numbers: list[int]
) -> None:
    had = some_skills(shipped, numbers)
    titles = {skill.title: id_ for id_, skill in shipped.skills.items()}
    for role in tracks(shipped, had).roles:
        learned = {titles[title] for title in role.learn}
        essential = shipped.briefs[role.role].skills.essential
        assert learned <= set(essential)
        assert len(role.missing) <= 1
        assert all(not set(had) & set(shipped.family(skill)) for skill in learned)


@pytest.mark.parametrize(("option", "level"), [("no_masters", "bachelor"), ("no_degree", "certificate")])
def test_filters_of_study_exclude_roles(snapshot: Catalog, option: str, level: str) -> None:
    skills = snapshot.briefs["library-technician"].skills
    found = tracks(snapshot, (*skills.essential, *skills.useful), **{option: True})
    ranks = {id_: education.rank for id_, education in snapshot.education.items()}
    roles = [*(role.role for role in found.roles), *(role.id for role in found.open_now)]
    assert roles
    assert all(ranks[snapshot.briefs[id_].education.typical] <= ranks[level] for id_ in roles)


def test_each_track_has_a_proof_from_a_role_that_the_pair_opens(snapshot: Catalog) -> None:
    skills = snapshot.briefs["library-technician"].skills
    found = tracks(snapshot, (*skills.essential, *skills.useful), start="library-technician")
    for track in (found.inside, found.beyond):
        assert track.proof
        assert track.proof.role.id in {role.role for role in found.roles}
        assert track.proof.do == snapshot.roles[track.proof.role.id].tries.month.do


def test_the_start_role_is_neither_opened_nor_open(snapshot: Catalog) -> None:
    skills = snapshot.briefs["archivist"].skills
    found = tracks(snapshot, skills.essential, start="archivist")
    assert "archivist" not in {*(role.role for role in found.roles), *(role.id for role in found.open_now)}


def test_knowledge_without_groups_on_both_sides_is_an_error(shipped_knowledge: Knowledge) -> None:
    one_sided = Knowledge(shipped_knowledge.entries, shipped_knowledge.groups, tracks={"teaching": Place.INSIDE})
    with pytest.raises(LibcareerError, match="no group of skills to train in"):
        tracks(Catalog(compile(one_sided)), ["cataloging"])


def test_every_skill_option_of_the_quiz_has_skills(shipped: Catalog) -> None:
    offered = [id_ for id_, item in shipped.items.items() if item.kind == "skill"]
    assert all(skills_chosen(shipped, [id_]) for id_ in offered)
    assert skills_chosen(shipped, ["day:archivist"]) == ()


# ---------------------------------------------------------------------------- the command


def test_the_screen(run: Any, golden: Any) -> None:
    golden(run("tracks", "--from", "page", "--explain", "--format", "screen").stdout, "tracks.txt")


def test_without_any_skill_it_says_how_to_name_one(run: Any) -> None:
    result = run("tracks")
    assert result.exit_code == 1
    assert "--skill cataloging" in result.stderr


def test_after_a_quiz_it_starts_from_the_skills_chosen_there(run_snapshot: Any) -> None:
    assert run_snapshot("quiz", input="1 2 3\n" * 4 + "1 4\n" * 14).exit_code == 0
    result = run_snapshot("tracks", "--format", "json")
    assert result.exit_code == 0, result.stderr
    assert '"skills": []' not in result.stdout
