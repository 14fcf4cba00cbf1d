"""Roles by filters: who passes, through which duty, and which filter is to blame if nobody does."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import asdict, replace

from libcareer.catalog import Catalog
from libcareer.engines.lookup.roles import Blame, Filters, matching, roles
from libcareer.knowledge.enums import Place

SWITCHES = ("no_masters", "no_degree", "part_time", "remote")
NAMED = ("setting", "cluster", "education")


def ids(catalog: Catalog, **filters: Any) -> list[str]:
    return [role.id for role in roles(catalog, Filters(**filters)).roles]


def typed(word: str, filters: Filters) -> Filters:
    """*filters* with one more, as it would be typed on the command line."""
    option, _, value = word.partition(" ")
    name = option.removeprefix("--").replace("-", "_")
    if name == "skill":
        return replace(filters, skills=(*filters.skills, value))
    if name in ("library", "beyond"):
        return replace(filters, place=Place(name))
    return replace(filters, **{name: value or True})


def words(filters: Filters) -> list[str]:
    """*filters* as they would be typed, one by one."""
    return [
        *(f"--skill {skill}" for skill in filters.skills),
        *(f"--{name} {value}" for name in NAMED if (value := getattr(filters, name))),
        *([f"--{filters.place.value}"] if filters.place else []),
        *(f"--{name.replace('_', '-')}" for name in SWITCHES if getattr(filters, name)),
    ]


def put_together(typed_words: list[str]) -> Filters:
    filters = Filters()
    for word in typed_words:
        filters = typed(word, filters)
    return filters


def blame_is_true(catalog: Catalog, filters: Filters) -> None:
    """Whatever the answer says of a search that finds nothing is so."""
    found = roles(catalog, filters)
    each = words(filters)
    assert sorted(found.filters) == sorted(each)
    assert found.count == len(found.roles) == len(matching(catalog, filters))
    if found.count:
        assert found.blame is None
        return
    without = {one: len(matching(catalog, put_together([w for w in each if w != one]))) for one in each}
    if found.blame is None:
        assert not any(without.values())
        return
    blame = found.blame
    assert blame.without == without[blame.filter] == max(without.values()) > 0
    if blame.instead is None:
        assert blame.then == 0
    else:
        rest = put_together([word for word in each if word != blame.filter])
        assert blame.instead != blame.filter
        assert blame.then == len(matching(catalog, typed(blame.instead, rest))) > 0


def every_combination(catalog: Catalog) -> list[Filters]:
    """All combinations of filters over *catalog*, with up to one skill."""
    return [
        Filters(tuple(skill), setting, cluster, education, place, *switches)
        for skill in [(), *((skill,) for skill in catalog.skills)]
        for setting in (None, *catalog.settings)
        for cluster in (None, *catalog.clusters)
        for education in (None, *catalog.education)
        for place in (None, Place.LIBRARY, Place.BEYOND)
        for switches in itertools.product((False, True), repeat=4)
    ]


@st.composite
def some_filters(draw: st.DrawFn, catalog: Catalog) -> Filters:
    def maybe(values: Any) -> Any:
        return draw(st.none() | st.sampled_from(sorted(values)))

    return Filters(
        tuple(draw(st.lists(st.sampled_from(sorted(catalog.skills)), max_size=3, unique=True))),
        maybe(catalog.settings),
        maybe(catalog.clusters),
        maybe(catalog.education),
        draw(st.sampled_from([None, Place.LIBRARY, Place.BEYOND])),
        *draw(st.tuples(*[st.booleans()] * 4)),
    )


# ---------------------------------------------------------------------------- each filter


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ["clerk", "director", "editor", "librarian", "page", "technician"]),
        ({"skills": ("leading",)}, ["clerk", "director", "editor", "librarian"]),
        ({"setting": "academic"}, ["librarian", "technician"]),
        ({"cluster": "support"}, ["clerk", "page", "technician"]),
        ({"education": "secondary"}, ["clerk", "page"]),
        ({"education": "bachelor"}, ["clerk", "editor", "page", "technician"]),
        ({"education": "mlis"}, ["clerk", "director", "editor", "librarian", "page", "technician"]),
        ({"no_masters": True}, ["clerk", "editor", "page", "technician"]),
        ({"no_degree": True}, ["clerk", "page", "technician"]),
        ({"part_time": True}, ["editor", "page"]),
        ({"remote": True}, ["clerk", "editor"]),
        ({"place": Place.LIBRARY}, ["director", "editor", "librarian", "page", "technician"]),
        ({"place": Place.BEYOND}, ["clerk", "editor"]),
        ({"place": Place.BEYOND, "part_time": True}, ["editor"]),
        ({"setting": "public", "no_degree": True}, ["page", "technician"]),
        ({"skills": ("shelving",), "remote": True, "cluster": "support"}, ["clerk"]),
        ({"education": "bachelor", "no_degree": True}, ["clerk", "page", "technician"]),
    ],
    ids=lambda value: "+".join(map(str, value)) or "nothing",
)
def test_a_filter_keeps_exactly_the_roles_that_have_what_it_asks_for(
    tiny: Catalog, filters: dict[str, Any], expected: list[str]
) -> None:
    assert sorted(ids(tiny, **filters)) == sorted(expected)


def test_the_answer_says_how_many_roles_there_are_in_all(tiny: Catalog) -> None:
    found = roles(tiny, Filters(part_time=True))
    assert (found.count, found.of, found.blame) == (2, 6, None)


def test_work_at_the_edge_of_libraries_passes_both_wishes_for_a_place(tiny: Catalog) -> None:
    assert "editor" in ids(tiny, place=Place.LIBRARY)
    assert "editor" in ids(tiny, place=Place.BEYOND)


def test_filters_are_told_back_as_they_would_be_typed(tiny: Catalog) -> None:
    everything = Filters(("editing",), "office", "elsewhere", "mlis", Place.BEYOND, True, True, True, True)
    assert roles(tiny, everything).filters == (
        "--skill editing",
        "--setting office",
        "--cluster elsewhere",
        "--education mlis",
        "--beyond",
        "--no-masters",
        "--no-degree",
        "--part-time",
        "--remote",
    )


# ---------------------------------------------------------------------------- skills


def test_roles_that_need_a_skill_come_before_those_that_find_it_useful(tiny: Catalog) -> None:
    found = roles(tiny, Filters(skills=("editing",)))
    importances = [role.hits[0].importance for role in found.roles]
    assert importances == sorted(importances)
    assert found.roles[0].id == "editor"
    assert set(importances) == {"essential", "useful"}


def test_among_equals_the_role_that_uses_the_skill_most_comes_first_then_the_alphabet(tiny: Catalog) -> None:
    found = roles(tiny, Filters(skills=("shelving",)))
    assert [(role.id, role.hits[0].importance, role.hits[0].share) for role in found.roles] == [
        ("page", "essential", 1 / 2),
        ("clerk", "essential", 1 / 3),
        ("technician", "useful", 1 / 3),
    ]
    assert ids(tiny, skills=("leading",)) == ["clerk", "director", "editor", "librarian"]


def test_a_broader_skill_finds_a_role_with_only_a_narrower_one_and_names_it_and_its_duty(tiny: Catalog) -> None:
    found = {role.id: role.hits[0] for role in roles(tiny, Filters(skills=("cataloging",))).roles}
    hit = found["technician"]
    assert (hit.asked, hit.skill, hit.title) == ("cataloging", "copy-cataloging", "Copy cataloging")
    assert hit.duty == "Does the first thing that a technician does."
    assert hit.share == 1 / 3
    assert found["librarian"].skill == "cataloging"


def test_a_narrower_skill_does_not_find_a_role_with_only_the_broader_one(tiny: Catalog) -> None:
    assert ids(tiny, skills=("copy-cataloging",)) == ["technician"]


def test_a_skill_that_no_duty_exercises_has_no_duty_to_show(tiny_without_duty: Catalog) -> None:
    (role,) = roles(tiny_without_duty, Filters(skills=("copy-cataloging",))).roles
    assert (role.hits[0].duty, role.hits[0].share, role.hits[0].importance) == (None, 0, "useful")


@pytest.fixture
def tiny_without_duty(data: Any) -> Catalog:
    from libcareer.catalog.compiled import compile
    from libcareer.knowledge.reading import read

    role = data / "roles" / "technician.yaml"
    spoiled = role.read_text().replace("    skills: [copy-cataloging]", "    skills: [helping]")
    role.write_text(
        spoiled.replace("essential: [copy-cataloging, helping]", "essential: [helping, shelving]").replace(
            "useful: [shelving]", "useful: [copy-cataloging]"
        )
    )
    knowledge, problems = read(data)
    assert not problems
    return Catalog(compile(knowledge))


def test_skills_asked_for_together_must_all_be_there_and_each_says_how(tiny: Catalog) -> None:
    found = roles(tiny, Filters(skills=("cataloging", "leading")))
    assert [role.id for role in found.roles] == ["librarian", "editor"]
    assert [hit.asked for hit in found.roles[1].hits] == ["cataloging", "leading"]
    assert [hit.importance for hit in found.roles[1].hits] == ["useful", "essential"]


def test_roles_found_without_a_skill_have_no_hits_and_stand_in_the_order_of_their_titles(tiny: Catalog) -> None:
    found = roles(tiny, Filters())
    assert all(role.hits == () for role in found.roles)
    assert [role.title for role in found.roles] == sorted(role.title for role in found.roles)


def test_a_found_role_is_told_in_titles_not_in_ids(tiny: Catalog) -> None:
    (editor,) = roles(tiny, Filters(cluster="elsewhere")).roles
    assert (editor.cluster, editor.place, editor.education) == ("Elsewhere", "crossover", "bachelor's degree")


# ---------------------------------------------------------------------------- nothing found


@pytest.mark.parametrize(
    ("filters", "blame"),
    [
        # The skill it is a part of, or, where it is part of none, one of its own group.
        (
            {"skills": ("copy-cataloging",), "place": Place.BEYOND},
            Blame("--skill copy-cataloging", 2, "--skill cataloging", 1),
        ),
        (
            {"skills": ("cataloging",), "setting": "office", "no_degree": True},
            Blame("--skill cataloging", 1, "--skill editing", 1),
        ),
        ({"skills": ("copy-cataloging",), "education": "secondary"}, Blame("--skill copy-cataloging", 2)),
        ({"skills": ("helping",), "setting": "office"}, Blame("--setting office", 4, "--setting public", 4)),
        ({"setting": "academic", "remote": True}, Blame("--setting academic", 2, "--setting office", 2)),
        ({"cluster": "elsewhere", "no_degree": True}, Blame("--cluster elsewhere", 3, "--cluster support", 3)),
        ({"cluster": "professional", "remote": True}, Blame("--cluster professional", 2, "--cluster elsewhere", 1)),
        # The lowest level that finds something, though a higher one finds more.
        (
            {"skills": ("cataloging",), "education": "secondary"},
            Blame("--education secondary", 3, "--education certificate", 1),
        ),
        (
            {"education": "secondary", "part_time": True, "remote": True},
            Blame("--education secondary", 1, "--education bachelor", 1),
        ),
        ({"no_degree": True, "part_time": True, "remote": True}, Blame("--no-degree", 1, "--no-masters", 1)),
        ({"no_degree": True, "skills": ("editing",), "cluster": "professional"}, Blame("--no-degree", 2)),
        # A switch has no other value.
        (
            {"no_masters": True, "skills": ("editing",), "cluster": "professional", "place": Place.LIBRARY},
            Blame("--no-masters", 2),
        ),
        ({"remote": True, "setting": "public"}, Blame("--remote", 4)),
        ({"part_time": True, "skills": ("cataloging",), "setting": "academic"}, Blame("--part-time", 2)),
        ({"place": Place.BEYOND, "setting": "public"}, Blame("--beyond", 4)),
        ({"place": Place.LIBRARY, "remote": True, "no_degree": True, "education": "secondary"}, Blame("--library", 1)),
    ],
    ids=lambda value: value.filter if isinstance(value, Blame) else "+".join(value),
)
def test_with_nothing_found_the_filter_that_costs_most_is_to_blame(
    tiny: Catalog, filters: dict[str, Any], blame: Blame
) -> None:
    found = roles(tiny, Filters(**filters))
    assert (found.count, found.roles) == (0, ())
    assert found.blame == blame


@pytest.mark.parametrize(
    "filters",
    [
        {
            "skills": ("copy-cataloging",),
            "setting": "office",
            "remote": True,
            "part_time": True,
            "cluster": "professional",
        },
        {"setting": "academic", "remote": True, "part_time": True, "cluster": "elsewhere", "no_degree": True},
    ],
)
def test_where_it_takes_the_loss_of_two_filters_none_is_to_blame(tiny: Catalog, filters: dict[str, Any]) -> None:
    found = roles(tiny, Filters(**filters))
    assert (found.count, found.blame) == (0, None)


def test_what_is_said_of_a_search_that_finds_nothing_is_true_for_all_filters_of_a_small_catalog(tiny: Catalog) -> None:
    empty = [filters for filters in every_combination(tiny) if not matching(tiny, filters)]
    assert len(empty) > 1000
    for filters in empty:
        blame_is_true(tiny, filters)


@given(data=st.data())
def test_what_is_said_of_a_search_is_true_on_the_shipped_catalog(shipped: Catalog, data: st.DataObject) -> None:
    blame_is_true(shipped, data.draw(some_filters(shipped)))


@pytest.mark.parametrize(
    "filters",
    [
        {"skills": ("cataloging", "copy-cataloging"), "cluster": "elsewhere"},
        {"no_degree": True, "no_masters": True, "part_time": True, "remote": True},
    ],
    ids=["skill", "no-degree"],
)
def test_the_value_to_try_instead_is_not_one_that_is_asked_for_already(tiny: Catalog, filters: dict[str, Any]) -> None:
    found = roles(tiny, Filters(**filters))
    assert found.blame is not None
    assert found.blame.instead not in found.filters


# ---------------------------------------------------------------------------- properties


def more(filters: Filters, other: Filters) -> Filters:
    """*filters* and, where they say nothing, what *other* says."""
    mine = asdict(filters)
    return Filters(**{name: mine[name] or value for name, value in asdict(other).items()})


@given(data=st.data())
def test_adding_a_filter_never_adds_a_role(tiny: Catalog, shipped: Catalog, data: st.DataObject) -> None:
    catalog = data.draw(st.sampled_from([tiny, shipped]))
    few = data.draw(some_filters(catalog))
    many = more(few, data.draw(some_filters(catalog)))
    many = replace(many, skills=tuple(dict.fromkeys((*many.skills, *data.draw(some_filters(catalog)).skills))))
    assert set(matching(catalog, many)) <= set(matching(catalog, few))


@given(data=st.data())
def test_every_hit_names_a_skill_the_role_has_and_a_duty_that_exercises_it(
    shipped: Catalog, data: st.DataObject
) -> None:
    skill = data.draw(st.sampled_from(sorted(shipped.skills)))
    for found in roles(shipped, Filters(skills=(skill,))).roles:
        (hit,), role = found.hits, shipped.roles[found.id]
        assert hit.skill in shipped.family(skill)
        assert hit.skill in getattr(role.skills, hit.importance)
        assert 0 <= hit.share <= 1
        if hit.duty:
            assert any(duty.does == hit.duty and hit.skill in duty.skills for duty in role.duties)
