"""Roles by filters: which roles pass, through which duty, and which filter to drop if none does."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import asdict, replace

from libcareer.catalog import Catalog
from libcareer.engines.lookup.filters import Filter, FilterName
from libcareer.engines.lookup.roles import Relaxation, RoleFilters, matching, roles
from libcareer.knowledge.enums import Place

SWITCHES = ("no_masters", "no_degree", "part_time", "remote")
NAMED = ("setting", "cluster", "education")


def ids(catalog: Catalog, **filters: Any) -> list[str]:
    return [role.id for role in roles(catalog, RoleFilters(**filters)).roles]


def with_filter(one: Filter, filters: RoleFilters) -> RoleFilters:
    """*filters* with *one* more."""
    match one.name:
        case FilterName.SKILL:
            return replace(filters, skills=(*filters.skills, one.value or ""))
        case FilterName.PLACE:
            return replace(filters, place=Place(one.value))
        case name:
            return replace(filters, **{name.value: one.value or True})


def each_filter(filters: RoleFilters) -> list[Filter]:
    """Every filter that is set in *filters*."""
    return [
        *(Filter(FilterName.SKILL, skill) for skill in filters.skills),
        *(Filter(FilterName(name), value) for name in NAMED if (value := getattr(filters, name))),
        *([Filter(FilterName.PLACE, filters.place.value)] if filters.place else []),
        *(Filter(FilterName(name)) for name in SWITCHES if getattr(filters, name)),
    ]


def put_together(each: list[Filter]) -> RoleFilters:
    filters = RoleFilters()
    for one in each:
        filters = with_filter(one, filters)
    return filters


def relaxation_is_true(catalog: Catalog, filters: RoleFilters) -> None:
    """Check the result of a search that may find nothing against counting roles with `matching`."""
    found = roles(catalog, filters)
    each = each_filter(filters)
    assert set(found.filters) == set(each)
    assert len(found.filters) == len(each)
    assert found.count == len(found.roles) == len(matching(catalog, filters))
    if found.count:
        assert found.blame is None
        return
    without = {one: len(matching(catalog, put_together([other for other in each if other != one]))) for one in each}
    if found.blame is None:
        assert not any(without.values())
        return
    blame = found.blame
    assert blame.without == without[blame.filter] == max(without.values()) > 0
    if blame.instead is None:
        assert blame.then == 0
    else:
        rest = put_together([one for one in each if one != blame.filter])
        assert blame.instead != blame.filter
        assert blame.then == len(matching(catalog, with_filter(blame.instead, rest))) > 0


def every_combination(catalog: Catalog) -> list[RoleFilters]:
    """All combinations of filters over *catalog*, with up to one skill."""
    return [
        RoleFilters(tuple(skill), setting, cluster, education, place, *switches)
        for skill in [(), *((skill,) for skill in catalog.skills)]
        for setting in (None, *catalog.settings)
        for cluster in (None, *catalog.clusters)
        for education in (None, *catalog.education)
        for place in (None, Place.INSIDE, Place.BEYOND)
        for switches in itertools.product((False, True), repeat=4)
    ]


@st.composite
def some_filters(draw: st.DrawFn, catalog: Catalog) -> RoleFilters:
    def maybe(values: Any) -> Any:
        return draw(st.none() | st.sampled_from(sorted(values)))

    return RoleFilters(
        tuple(draw(st.lists(st.sampled_from(sorted(catalog.skills)), max_size=3, unique=True))),
        maybe(catalog.settings),
        maybe(catalog.clusters),
        maybe(catalog.education),
        draw(st.sampled_from([None, Place.INSIDE, Place.BEYOND])),
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
        ({"place": Place.INSIDE}, ["director", "editor", "librarian", "page", "technician"]),
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
    found = roles(tiny, RoleFilters(part_time=True))
    assert (found.count, found.of, found.blame) == (2, 6, None)


def test_a_role_at_the_edge_of_libraries_passes_both_filters_of_place(tiny: Catalog) -> None:
    assert "editor" in ids(tiny, place=Place.INSIDE)
    assert "editor" in ids(tiny, place=Place.BEYOND)


def test_the_result_lists_every_filter_that_was_set(tiny: Catalog) -> None:
    everything = RoleFilters(("editing",), "office", "elsewhere", "mlis", Place.BEYOND, True, True, True, True)
    assert roles(tiny, everything).filters == (
        Filter(FilterName.SKILL, "editing"),
        Filter(FilterName.SETTING, "office"),
        Filter(FilterName.CLUSTER, "elsewhere"),
        Filter(FilterName.EDUCATION, "mlis"),
        Filter(FilterName.PLACE, "beyond"),
        Filter(FilterName.NO_MASTERS),
        Filter(FilterName.NO_DEGREE),
        Filter(FilterName.PART_TIME),
        Filter(FilterName.REMOTE),
    )


# ---------------------------------------------------------------------------- skills


def test_roles_that_need_a_skill_come_before_those_that_find_it_useful(tiny: Catalog) -> None:
    found = roles(tiny, RoleFilters(skills=("editing",)))
    importances = [role.hits[0].importance for role in found.roles]
    assert importances == sorted(importances)
    assert found.roles[0].id == "editor"
    assert set(importances) == {"essential", "useful"}


def test_equal_roles_are_sorted_by_share_of_duties_then_by_title(tiny: Catalog) -> None:
    found = roles(tiny, RoleFilters(skills=("shelving",)))
    assert [(role.id, role.hits[0].importance, role.hits[0].share) for role in found.roles] == [
        ("page", "essential", 1 / 2),
        ("clerk", "essential", 1 / 3),
        ("technician", "useful", 1 / 3),
    ]
    assert ids(tiny, skills=("leading",)) == ["clerk", "director", "editor", "librarian"]


def test_a_broader_skill_finds_a_role_with_only_a_narrower_one_and_names_it_and_its_duty(tiny: Catalog) -> None:
    found = {role.id: role.hits[0] for role in roles(tiny, RoleFilters(skills=("cataloging",))).roles}
    hit = found["technician"]
    assert (hit.asked, hit.skill, hit.title) == ("cataloging", "copy-cataloging", "Copy cataloging")
    assert hit.duty == "Does the first thing that a technician does."
    assert hit.share == 1 / 3
    assert found["librarian"].skill == "cataloging"


def test_a_narrower_skill_does_not_find_a_role_with_only_the_broader_one(tiny: Catalog) -> None:
    assert ids(tiny, skills=("copy-cataloging",)) == ["technician"]


def test_a_skill_that_no_duty_exercises_has_no_duty_to_show(tiny_without_duty: Catalog) -> None:
    (role,) = roles(tiny_without_duty, RoleFilters(skills=("copy-cataloging",))).roles
    assert (role.hits[0].duty, role.hits[0].share, role.hits[0].importance) == (None, 0, "useful")


@pytest.fixture
def tiny_without_duty(data: Any) -> Catalog:
    from libcareer.catalog.compiled import compile
    from libcareer.knowledge.reading import read_folder

    role = data / "roles" / "technician.yaml"
    spoiled = role.read_text().replace("    skills: [copy-cataloging]", "    skills: [helping]")
    role.write_text(
        spoiled.replace("essential: [copy-cataloging, helping]", "essential: [helping, shelving]").replace(
            "useful: [shelving]", "useful: [copy-cataloging]"
        )
    )
    knowledge, problems = read_folder(data)
    assert not problems
    return Catalog(compile(knowledge))


def test_a_role_must_have_every_skill_asked_for_and_says_how_it_has_each(tiny: Catalog) -> None:
    found = roles(tiny, RoleFilters(skills=("cataloging", "leading")))
    assert [role.id for role in found.roles] == ["librarian", "editor"]
    assert [hit.asked for hit in found.roles[1].hits] == ["cataloging", "leading"]
    assert [hit.importance for hit in found.roles[1].hits] == ["useful", "essential"]


def test_roles_found_without_a_skill_have_no_hits_and_are_sorted_by_title(tiny: Catalog) -> None:
    found = roles(tiny, RoleFilters())
    assert all(role.hits == () for role in found.roles)
    assert [role.title for role in found.roles] == sorted(role.title for role in found.roles)


def test_a_found_role_has_titles_not_ids(tiny: Catalog) -> None:
    (editor,) = roles(tiny, RoleFilters(cluster="elsewhere")).roles
    assert (editor.cluster, editor.place, editor.education) == ("Elsewhere", "edge", "bachelor's degree")


# ---------------------------------------------------------------------------- nothing found


@pytest.mark.parametrize(
    ("filters", "blame"),
    [
        # The broader skill or, if there is none, one of the same group.
        (
            {"skills": ("copy-cataloging",), "place": Place.BEYOND},
            Relaxation(Filter(FilterName.SKILL, "copy-cataloging"), 2, Filter(FilterName.SKILL, "cataloging"), 1),
        ),
        (
            {"skills": ("cataloging",), "setting": "office", "no_degree": True},
            Relaxation(Filter(FilterName.SKILL, "cataloging"), 1, Filter(FilterName.SKILL, "editing"), 1),
        ),
        (
            {"skills": ("copy-cataloging",), "education": "secondary"},
            Relaxation(Filter(FilterName.SKILL, "copy-cataloging"), 2),
        ),
        (
            {"skills": ("helping",), "setting": "office"},
            Relaxation(Filter(FilterName.SETTING, "office"), 4, Filter(FilterName.SETTING, "public"), 4),
        ),
        (
            {"setting": "academic", "remote": True},
            Relaxation(Filter(FilterName.SETTING, "academic"), 2, Filter(FilterName.SETTING, "office"), 2),
        ),
        (
            {"cluster": "elsewhere", "no_degree": True},
            Relaxation(Filter(FilterName.CLUSTER, "elsewhere"), 3, Filter(FilterName.CLUSTER, "support"), 3),
        ),
        (
            {"cluster": "professional", "remote": True},
            Relaxation(Filter(FilterName.CLUSTER, "professional"), 2, Filter(FilterName.CLUSTER, "elsewhere"), 1),
        ),
        # The lowest level that finds a role, even if a higher one finds more.
        (
            {"skills": ("cataloging",), "education": "secondary"},
            Relaxation(Filter(FilterName.EDUCATION, "secondary"), 3, Filter(FilterName.EDUCATION, "certificate"), 1),
        ),
        (
            {"education": "secondary", "part_time": True, "remote": True},
            Relaxation(Filter(FilterName.EDUCATION, "secondary"), 1, Filter(FilterName.EDUCATION, "bachelor"), 1),
        ),
        (
            {"no_degree": True, "part_time": True, "remote": True},
            Relaxation(Filter(FilterName.NO_DEGREE), 1, Filter(FilterName.NO_MASTERS), 1),
        ),
        (
            {"no_degree": True, "skills": ("editing",), "cluster": "professional"},
            Relaxation(Filter(FilterName.NO_DEGREE), 2),
        ),
        # A switch has no other value.
        (
            {"no_masters": True, "skills": ("editing",), "cluster": "professional", "place": Place.INSIDE},
            Relaxation(Filter(FilterName.NO_MASTERS), 2),
        ),
        ({"remote": True, "setting": "public"}, Relaxation(Filter(FilterName.REMOTE), 4)),
        (
            {"part_time": True, "skills": ("cataloging",), "setting": "academic"},
            Relaxation(Filter(FilterName.PART_TIME), 2),
        ),
        ({"place": Place.BEYOND, "setting": "public"}, Relaxation(Filter(FilterName.PLACE, "beyond"), 4)),
        (
            {"place": Place.INSIDE, "remote": True, "no_degree": True, "education": "secondary"},
            Relaxation(Filter(FilterName.PLACE, "inside"), 1),
        ),
    ],
    ids=lambda value: value.filter.name.value if isinstance(value, Relaxation) else "+".join(value),
)
def test_with_no_result_the_filter_that_excludes_most_roles_is_named(
    tiny: Catalog, filters: dict[str, Any], blame: Relaxation
) -> None:
    found = roles(tiny, RoleFilters(**filters))
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
def test_no_filter_is_named_if_dropping_one_is_not_enough(tiny: Catalog, filters: dict[str, Any]) -> None:
    found = roles(tiny, RoleFilters(**filters))
    assert (found.count, found.blame) == (0, None)


def test_every_relaxation_in_a_small_catalog_is_true(tiny: Catalog) -> None:
    empty = [filters for filters in every_combination(tiny) if not matching(tiny, filters)]
    assert len(empty) > 1000
    for filters in empty:
        relaxation_is_true(tiny, filters)


@given(data=st.data())
def test_relaxations_in_the_shipped_catalog_are_true(snapshot: Catalog, data: st.DataObject) -> None:
    relaxation_is_true(snapshot, data.draw(some_filters(snapshot)))


@pytest.mark.parametrize(
    "filters",
    [
        {"skills": ("cataloging", "copy-cataloging"), "cluster": "elsewhere"},
        {"no_degree": True, "no_masters": True, "part_time": True, "remote": True},
    ],
    ids=["skill", "no-degree"],
)
def test_the_filter_to_try_instead_is_not_one_that_is_already_set(tiny: Catalog, filters: dict[str, Any]) -> None:
    found = roles(tiny, RoleFilters(**filters))
    assert found.blame is not None
    assert found.blame.instead not in found.filters


# ---------------------------------------------------------------------------- properties


def more(filters: RoleFilters, other: RoleFilters) -> RoleFilters:
    """*filters*, with what they leave open taken from *other*."""
    mine = asdict(filters)
    return RoleFilters(**{name: mine[name] or value for name, value in asdict(other).items()})


@given(data=st.data())
def test_adding_a_filter_never_adds_a_role(tiny: Catalog, snapshot: Catalog, data: st.DataObject) -> None:
    catalog = data.draw(st.sampled_from([tiny, snapshot]))
    few = data.draw(some_filters(catalog))
    many = more(few, data.draw(some_filters(catalog)))
    many = replace(many, skills=tuple(dict.fromkeys((*many.skills, *data.draw(some_filters(catalog)).skills))))
    assert set(matching(catalog, many)) <= set(matching(catalog, few))


@given(data=st.data())
def test_every_hit_names_a_skill_of_the_role_and_a_duty_that_uses_it(shipped: Catalog, data: st.DataObject) -> None:
    skill = data.draw(st.sampled_from(sorted(shipped.skills)))
    for found in roles(shipped, RoleFilters(skills=(skill,))).roles:
        (hit,), role = found.hits, shipped.roles[found.id]
        assert hit.skill in shipped.family(skill)
        assert hit.skill in getattr(role.skills, hit.importance)
        assert 0 <= hit.share <= 1
        if hit.duty:
            assert any(duty.does == hit.duty and hit.skill in duty.skills for duty in role.duties)
