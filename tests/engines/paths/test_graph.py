"""The search for the best way, against every way there is."""

from __future__ import annotations

from functools import cache
from itertools import product
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from libcareer.engines.paths.graph import (
    HOP_MONTHS,
    SIDEWAYS_MONTHS,
    UNKNOWN_MONEY,
    UNKNOWN_MONTHS,
    Edge,
    Graph,
    Prefer,
    Weight,
    plus,
)
from msgspec.structs import replace

from libcareer.catalog import Catalog
from libcareer.catalog.compiled import compile
from libcareer.knowledge.enums import Asked, MoveKind
from libcareer.knowledge.model import Cost, Credential, Move, Need, Role, Time
from libcareer.knowledge.model import Entry as WayIn
from libcareer.knowledge.reading import Knowledge, LocatedRecord, read_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

NOBODY: frozenset[str] = frozenset()
A_YEAR, TWO_YEARS, THREE_YEARS = (12, 12), (24, 24), (36, 36)

Span = tuple[int, int]


class Paper(NamedTuple):
    """A credential: what it takes and costs, which lower ones it asks for, which others it stands for."""

    full: Span | None = None
    beside: Span | None = None
    cost: Span | None = None
    requires: tuple[int, ...] = ()
    counts_as: tuple[int, ...] = ()


class Way(NamedTuple):
    """A move to the role of a number: kind, years, needs (credential and who asks)."""

    to: int
    kind: MoveKind = MoveKind.UP
    years: Span = (0, 0)
    needs: tuple[tuple[int, Asked], ...] = ()


class Sketch(NamedTuple):
    """A catalog in short, and a question to it: roles are r0, r1, ..., credentials c0, c1, ..."""

    papers: tuple[Paper, ...]
    moves: tuple[tuple[Way, ...], ...]
    entries: dict[int, tuple[tuple[int, Asked], ...]]
    start: str | None
    goal: str
    held: tuple[str, ...] = ()
    afresh: bool = False


def asked(*papers: int) -> tuple[tuple[int, Asked], ...]:
    return tuple((paper, Asked.EMPLOYERS) for paper in papers)


@cache
def base() -> Knowledge:
    return read_folder(Path(__file__).parents[2] / "tiny")[0]


def catalog_of(sketch: Sketch) -> Catalog:
    knowledge = base()
    role: Role = knowledge.entries["roles"]["page"].value
    credential: Credential = knowledge.entries["credentials"]["badge"].value

    def needs(wanted: tuple[tuple[int, Asked], ...]) -> tuple[Need, ...]:
        return tuple(Need(asked=by, credential=f"c{paper}") for paper, by in wanted)

    def paper(one: Paper) -> Credential:
        timed = one.full or one.beside
        return replace(
            credential,
            requires=tuple(f"c{other}" for other in one.requires),
            counts_as=tuple(f"c{other}" for other in one.counts_as),
            time=Time(source="guide", year=2024, full_time=one.full, part_time=one.beside) if timed else None,
            cost=Cost(*one.cost, currency="USD", year=2024, source="guide") if one.cost else None,
        )

    def job(number: int, ways: tuple[Way, ...]) -> Role:
        moves = tuple(
            Move(to=f"r{way.to}", kind=way.kind, years=way.years, why="why", how="how", needs=needs(way.needs))
            for way in ways
        )
        entry = sketch.entries.get(number)
        way_in = None if entry is None else WayIn(how="how", why="why", needs=needs(entry))
        return replace(role, moves=moves, entry=way_in)

    jobs = {f"r{n}": LocatedRecord(f"r{n}", job(n, ways), {}) for n, ways in enumerate(sketch.moves)}
    earned = {f"c{n}": LocatedRecord(f"c{n}", paper(one), {}) for n, one in enumerate(sketch.papers)}
    return Catalog(compile(Knowledge({**knowledge.entries, "roles": jobs, "credentials": earned}, knowledge.groups)))


def every_way(
    graph: Graph, start: str | None, goal: str, held: frozenset[str], *, afresh: bool
) -> Iterator[list[Edge]]:
    """All ways that pass no role twice, each manner of study by itself, found without any cleverness."""

    def on(role: str | None, holding: frozenset[str], passed: tuple[str | None, ...]) -> Iterator[list[Edge]]:
        if role == goal:
            yield []
            return
        for edge in graph.edges((role, holding), entries=afresh and not passed):
            if edge.to not in (*passed, role):
                there = holding | graph.with_implied(edge.study)
                yield from ([edge, *rest] for rest in on(edge.to, there, (*passed, role)))

    return on(start, held, ())


def weighed(graph: Graph, edges: list[Edge] | tuple[Edge, ...], prefer: Prefer) -> Weight:
    total: Weight = (0.0, 0.0)
    for edge in edges:
        total = plus(total, graph.weight(edge, prefer))
    return total


def lightest(sketch: Sketch, prefer: Prefer) -> tuple[Weight | None, Weight | None]:
    """What the way found by the search weighs, and what the lightest of all ways weighs."""
    graph = Graph(catalog_of(sketch))
    held = graph.with_implied(sketch.held)
    found = graph.shortest(sketch.start, sketch.goal, held, prefer, afresh=sketch.afresh)
    ways = every_way(graph, sketch.start, sketch.goal, held, afresh=sketch.afresh)
    least = min((weighed(graph, way, prefer) for way in ways), default=None)
    return (None if found is None else weighed(graph, found, prefer)), least


# ---------------------------------------------------------------------------- random catalogs

spans = st.tuples(st.integers(1, 40), st.integers(0, 20)).map(lambda pair: (pair[0], pair[0] + pair[1]))
costs = st.none() | st.tuples(st.integers(0, 9), st.integers(0, 9)).map(
    lambda pair: (1000 * pair[0], 1000 * (pair[0] + pair[1]))
)
whole_or_beside = st.tuples(st.none() | spans, st.none() | spans)
one_manner_only = st.none() | spans


@st.composite
def sketches(draw: st.DrawFn, *, manners: bool = True) -> Sketch:
    """4 to 7 roles, 0 to 4 credentials, random moves; without *manners* of study it is always full time."""
    count, papers = draw(st.integers(4, 7)), draw(st.integers(0, 4))
    numbers = st.integers(0, max(0, papers - 1))
    some = 1 if papers else 0
    wanted = st.lists(st.tuples(numbers, st.sampled_from(list(Asked))), max_size=2 * some).map(tuple)

    def paper(number: int) -> Paper:
        lower = st.lists(st.integers(0, number - 1), max_size=2, unique=True) if number else st.just([])
        other = st.lists(numbers.filter(lambda n: n != number), max_size=1) if papers > 1 else st.just([])
        full, beside = draw(whole_or_beside if manners else st.tuples(one_manner_only, st.none()))
        return Paper(full, beside, draw(costs), tuple(draw(lower)), tuple(draw(other)))

    def ways(number: int) -> tuple[Way, ...]:
        to = st.lists(st.integers(0, count - 1).filter(lambda n: n != number), max_size=3, unique=True)
        years = st.tuples(st.integers(0, 4), st.integers(0, 2)).map(lambda pair: (pair[0], sum(pair)))
        return tuple(
            Way(target, draw(st.sampled_from(list(MoveKind))), draw(years), draw(wanted)) for target in draw(to)
        )

    ids = [f"r{number}" for number in range(count)]
    start = draw(st.none() | st.sampled_from(ids))
    return Sketch(
        tuple(paper(number) for number in range(papers)),
        tuple(ways(number) for number in range(count)),
        draw(st.dictionaries(st.integers(0, count - 1), wanted, max_size=3)),
        start,
        draw(st.sampled_from([id_ for id_ in ids if id_ != start])),
        tuple(draw(st.lists(numbers.map(lambda n: f"c{n}"), max_size=some))),
        start is None or draw(st.booleans()),
    )


ROUND_FOR_A_PAPER = Sketch(
    papers=(Paper(TWO_YEARS, THREE_YEARS, (0, 0)), Paper(TWO_YEARS, THREE_YEARS, (0, 0))),
    moves=(
        (Way(2), Way(1, needs=asked(0))),  # to the last job but one: at once, or round by a year of study
        (Way(2),),
        (Way(3, years=(3, 3), needs=asked(1, 0)),),  # three years in which one of both can be studied beside
        (),
    ),
    entries={},
    start="r0",
    goal="r3",
)
"""Who goes round studies one credential full time and the other beside three years that pass anyway."""


@pytest.mark.parametrize("prefer", list(Prefer))
@example(sketch=ROUND_FOR_A_PAPER)
@given(sketch=sketches())
def test_no_way_through_a_random_catalog_weighs_less_than_the_best_way_found(prefer: Prefer, sketch: Sketch) -> None:
    found, least = lightest(sketch, prefer)
    assert found == least or (found is not None and least is not None and found < least)


@pytest.mark.parametrize("prefer", list(Prefer))
@given(sketch=sketches(manners=False))
def test_no_way_weighs_less_than_the_best_way_found_where_all_study_is_full_time(
    prefer: Prefer, sketch: Sketch
) -> None:
    found, least = lightest(sketch, prefer)
    assert found == least or (found is not None and least is not None and found < least)


@example(sketch=ROUND_FOR_A_PAPER)
@given(sketch=sketches())
def test_no_way_costs_less_than_the_cheapest_way_found(sketch: Sketch) -> None:
    found, least = lightest(sketch, Prefer.CHEAPEST)
    assert (found is None) == (least is None)
    if found and least:
        assert found[0] <= least[0]


@given(sketch=sketches())
def test_each_preference_is_best_at_what_it_is_named_for(sketch: Sketch) -> None:
    graph = Graph(catalog_of(sketch))
    held = graph.with_implied(sketch.held)
    found = {prefer: graph.shortest(sketch.start, sketch.goal, held, prefer, afresh=sketch.afresh) for prefer in Prefer}
    for prefer in (Prefer.CHEAPEST, Prefer.EARNING):
        own, *others = (found[wish] for wish in (prefer, *Prefer))
        assert all((own is None) == (other is None) for other in others)
        if own is not None:
            wish = weighed(graph, own, prefer)[0]
            assert all(wish <= weighed(graph, other, prefer)[0] for other in others if other is not None)


@given(sketch=sketches())
def test_a_way_found_is_a_chain_of_edges_that_exist_and_studies_nothing_twice(sketch: Sketch) -> None:
    graph = Graph(catalog_of(sketch))
    role, held = sketch.start, graph.with_implied(sketch.held)
    way = graph.shortest(role, sketch.goal, held, Prefer.QUICKEST, afresh=sketch.afresh)
    for number, edge in enumerate(way or ()):
        assert edge in list(graph.edges((role, held), entries=sketch.afresh and number == 0))
        assert held.isdisjoint(edge.study)
        assert len(set(edge.study)) == len(edge.study)
        role, held = edge.to, held | graph.with_implied(edge.study)
    assert way is None or role == sketch.goal


@example(
    sketch=Sketch(
        papers=(Paper(A_YEAR, counts_as=(1,)), Paper(A_YEAR, counts_as=(0,))),
        moves=((Way(1, needs=asked(0, 1)),), ()),
        entries={},
        start="r0",
        goal="r1",
    )
)
@given(sketch=sketches())
def test_whoever_takes_a_step_holds_all_that_law_or_employers_ask_for_it(sketch: Sketch) -> None:
    graph = Graph(catalog_of(sketch))
    held = graph.with_implied(sketch.held)
    for edge in graph.edges((sketch.start, held), entries=True):
        wanted = {need.credential for need in edge.needs if need.credential and need.asked is not Asked.HABIT}
        assert wanted <= held | graph.with_implied(edge.study)


@example(
    sketch=Sketch(
        papers=(Paper(A_YEAR), Paper(A_YEAR, requires=(0,)), Paper(A_YEAR, counts_as=(1,))),
        moves=((Way(1, needs=asked(1, 2)),), ()),
        entries={},
        start="r0",
        goal="r1",
    )
)
@given(sketch=sketches())
def test_nobody_studies_for_a_step_what_the_rest_of_that_study_stands_for_already(sketch: Sketch) -> None:
    graph = Graph(catalog_of(sketch))
    held = graph.with_implied(sketch.held)
    for edge in graph.edges((sketch.start, held), entries=True):
        for paper in edge.study:
            rest = [other for other in edge.study if other != paper]
            first = {id_ for other in rest for id_ in graph._chain(other)}
            assert paper in first or paper not in graph.with_implied(rest)


# ---------------------------------------------------------------------------- the small catalog


@pytest.mark.parametrize("prefer", list(Prefer))
@pytest.mark.parametrize("held", [(), ("bachelor",), ("mlis",), ("lib-certificate", "bachelor")], ids="+".join)
def test_no_way_through_the_small_catalog_weighs_less_than_the_best_way_found(
    tiny: Catalog, prefer: Prefer, held: tuple[str, ...]
) -> None:
    graph = Graph(tiny)
    holding = graph.with_implied(held)
    for start, goal, afresh in product((None, *tiny.briefs), tiny.briefs, (False, True)):
        found = graph.shortest(start, goal, holding, prefer, afresh=afresh)
        ways = every_way(graph, start, goal, holding, afresh=afresh)
        least = min((weighed(graph, way, prefer) for way in ways), default=None)
        assert (None if found is None else weighed(graph, found, prefer)) == least, (start, goal, afresh)


def test_every_shipped_role_is_reached_by_somebody_with_nothing(shipped: Catalog) -> None:
    graph = Graph(shipped)
    roles = shipped.briefs
    unreached = [role for role in roles if not graph.shortest(None, role, NOBODY, Prefer.QUICKEST, afresh=True)]
    assert unreached == []


# ---------------------------------------------------------------------------- what a way weighs


def one_move(papers: tuple[Paper, ...] = (), **way: object) -> tuple[Graph, list[Edge]]:
    """A graph with one move, from r0 to r1, and its edges."""
    graph = Graph(catalog_of(Sketch(papers, ((Way(1, **way),), ()), {}, "r0", "r1")))  # type: ignore[arg-type]
    return graph, list(graph.edges(("r0", NOBODY), entries=False))


def test_a_sideways_move_is_found_but_weighs_more() -> None:
    (up, (edge,)), (sideways, (other,)) = one_move(), one_move(kind=MoveKind.SIDEWAYS)
    assert sideways.shortest("r0", "r1", NOBODY, Prefer.QUICKEST, afresh=False) == (other,)
    assert up.weight(edge, Prefer.QUICKEST) == (HOP_MONTHS, 0)
    assert sideways.weight(other, Prefer.QUICKEST) == (HOP_MONTHS + SIDEWAYS_MONTHS, 0)
    assert sideways.months(other) == up.months(edge)


def test_a_move_weighs_the_middle_of_its_years_and_of_its_cost() -> None:
    graph, (edge,) = one_move((Paper((6, 18), None, (1000, 3000)),), years=(1, 3), needs=asked(0))
    assert graph.months(edge) == ((18, 54), (6, 18))
    assert graph.weight(edge, Prefer.QUICKEST) == (24 + 12 + HOP_MONTHS, 2000)
    assert graph.weight(edge, Prefer.CHEAPEST) == (2000, 24 + 12 + HOP_MONTHS)
    assert graph.weight(edge, Prefer.EARNING) == (12, 24 + 12 + HOP_MONTHS)


def test_study_beside_the_job_is_done_in_years_that_pass_anyway() -> None:
    graph, (full, beside) = one_move((Paper(A_YEAR, TWO_YEARS),), years=(3, 3), needs=asked(0))
    assert graph.months(full) == ((48, 48), (12, 12))
    assert graph.months(beside) == ((36, 36), (0, 0))
    assert not full.beside
    assert beside.beside


def test_study_beside_the_job_that_outlasts_the_years_in_it_lengthens_them() -> None:
    graph, (_, beside) = one_move((Paper(A_YEAR, THREE_YEARS),), years=(1, 4), needs=asked(0))
    assert graph.months(beside) == ((36, 48), (0, 0))


def test_what_cannot_be_studied_beside_a_job_is_studied_full_time_also_with_what_can() -> None:
    graph, (_, beside) = one_move((Paper(A_YEAR, THREE_YEARS), Paper(TWO_YEARS)), needs=asked(0, 1))
    assert graph.months(beside) == ((60, 60), (24, 24))


def test_each_part_of_the_study_for_a_step_is_done_full_time_or_beside_the_job() -> None:
    graph, edges = one_move((Paper(A_YEAR, TWO_YEARS), Paper(TWO_YEARS, THREE_YEARS)), years=(2, 2), needs=asked(0, 1))
    assert sorted(graph.months(edge) for edge in edges) == [
        ((48, 48), (12, 12)),
        ((48, 48), (24, 24)),
        ((60, 60), (0, 0)),
        ((60, 60), (36, 36)),
    ]


def test_study_that_is_only_offered_beside_a_job_takes_as_long_without_one() -> None:
    graph, (full, _) = one_move((Paper(None, TWO_YEARS),), needs=asked(0))
    assert graph.months(full) == ((24, 24), (24, 24))


def test_study_of_unknown_length_and_cost_weighs_but_is_no_figure() -> None:
    graph, (edge,) = one_move((Paper(),), needs=asked(0))
    assert graph.load("c0").unknown
    assert graph.months(edge) == ((0, 0), (0, 0))
    assert graph.weight(edge, Prefer.QUICKEST) == (UNKNOWN_MONTHS + HOP_MONTHS, UNKNOWN_MONEY)
    weight, spent = graph.by_itself(["c0"], Prefer.CHEAPEST, beside=True)
    assert weight == (UNKNOWN_MONEY, UNKNOWN_MONTHS)
    assert spent == (inf, inf)


def test_nobody_without_a_job_studies_beside_it() -> None:
    sketch = Sketch((Paper(A_YEAR, TWO_YEARS),), ((), ()), {1: asked(0)}, None, "r1", afresh=True)
    edges = list(Graph(catalog_of(sketch)).edges((None, NOBODY), entries=True))
    assert [(edge.origin, edge.to, edge.kind, edge.study) for edge in edges] == [(None, "r1", None, ("c0",))]
    assert not edges[0].beside


def test_a_person_starting_afresh_can_leave_the_job_they_are_in_but_not_enter_it_again(tiny: Catalog) -> None:
    entered = {edge.to for edge in Graph(tiny).edges(("page", NOBODY), entries=True) if edge.kind is None}
    assert entered == {"clerk", "editor", "librarian", "technician"}


# ---------------------------------------------------------------------------- credentials


def test_a_credential_is_studied_after_those_it_requires(tiny: Catalog) -> None:
    needs = [Need(asked=Asked.EMPLOYERS, credential="mlis")]
    assert Graph(tiny).study(needs, NOBODY) == ("bachelor", "mlis")


@pytest.mark.parametrize(("by", "studied"), [(Asked.LAW, ("badge",)), (Asked.EMPLOYERS, ("badge",)), (Asked.HABIT, ())])
def test_what_only_habit_asks_for_is_never_studied(tiny: Catalog, by: Asked, studied: tuple[str, ...]) -> None:
    assert Graph(tiny).study([Need(asked=by, credential="badge")], NOBODY) == studied


def test_what_is_asked_for_in_words_is_nothing_to_study(tiny: Catalog) -> None:
    assert Graph(tiny).study([Need(asked=Asked.LAW, what="a driving licence")], NOBODY) == ()


@pytest.mark.parametrize(
    ("held", "implied"),
    [
        ((), set()),
        (("bachelor",), {"bachelor"}),
        (("mlis",), {"mlis", "bachelor", "lib-certificate"}),
        (("badge", "mlis"), {"badge", "mlis", "bachelor", "lib-certificate"}),
    ],
)
def test_a_holder_has_all_that_a_credential_requires_or_counts_as(
    tiny: Catalog, held: tuple[str, ...], implied: set[str]
) -> None:
    assert Graph(tiny).with_implied(held) == implied


@pytest.mark.parametrize("held", ["lib-certificate", "mlis"])
def test_what_is_held_or_implied_is_not_studied_again(tiny: Catalog, held: str) -> None:
    graph = Graph(tiny)
    needs = [Need(asked=Asked.EMPLOYERS, credential="lib-certificate")]
    assert graph.study(needs, graph.with_implied([held])) == ()


@pytest.mark.parametrize("wanted", [("mlis", "lib-certificate"), ("lib-certificate", "mlis")], ids="+".join)
def test_nobody_studies_what_another_credential_of_the_same_step_counts_as(
    tiny: Catalog, wanted: tuple[str, str]
) -> None:
    needs = [Need(asked=Asked.EMPLOYERS, credential=id_) for id_ in wanted]
    assert Graph(tiny).study(needs, NOBODY) == ("bachelor", "mlis")


# ---------------------------------------------------------------------------- the ends of the search


def test_a_start_that_is_the_goal_needs_no_step(tiny: Catalog) -> None:
    assert Graph(tiny).shortest("page", "page", NOBODY, Prefer.QUICKEST, afresh=False) == ()


def test_a_goal_that_no_move_leads_to_is_not_found(tiny: Catalog) -> None:
    assert Graph(tiny).shortest("editor", "director", NOBODY, Prefer.QUICKEST, afresh=False) is None


def test_a_role_to_avoid_is_not_passed(tiny: Catalog) -> None:
    graph = Graph(tiny)
    around = graph.shortest("page", "editor", NOBODY, Prefer.QUICKEST, afresh=False, avoid="clerk")
    assert around is not None
    assert [edge.to for edge in around] == ["technician", "librarian", "editor"]
    assert graph.shortest("page", "director", NOBODY, Prefer.QUICKEST, afresh=False, avoid="librarian") is None


# ---------------------------------------------------------------------------- toward a goal


@pytest.mark.parametrize("prefer", list(Prefer))
@given(sketch=sketches(), avoid=st.none() | st.integers(0, 6).map(lambda number: f"r{number}"))
def test_a_search_toward_a_goal_finds_what_a_search_in_all_directions_finds(
    prefer: Prefer, sketch: Sketch, avoid: str | None
) -> None:
    assume(avoid not in (sketch.start, sketch.goal))
    graph = Graph(catalog_of(sketch))
    held = graph.with_implied(sketch.held)
    found = graph.shortest(sketch.start, sketch.goal, held, prefer, afresh=sketch.afresh, avoid=avoid)
    ways = dict(graph.ways(sketch.start, held, prefer, afresh=sketch.afresh, avoid=avoid))
    other = ways.get(sketch.goal)
    assert (found is None) == (other is None)
    if found is not None and other is not None:
        assert weighed(graph, found, prefer) == weighed(graph, other, prefer)


def test_a_search_toward_a_goal_leaves_alone_what_leads_elsewhere() -> None:
    # A ladder of 9 jobs to the goal, and 300 others that lead only to each other, each open to anyone.
    ladder = [(Way(number + 1, years=(1, 1)),) for number in range(9)]
    others = [(Way(10 + (number + 7) % 300), Way(10 + number // 2)) for number in range(300)]
    sketch = Sketch((), (*ladder, (), *others), dict.fromkeys((0, *range(10, 310)), ()), None, "r9", (), True)
    graph = Graph(catalog_of(sketch))
    found = graph.shortest(None, "r9", NOBODY, Prefer.QUICKEST, afresh=True)
    assert found is not None
    assert [edge.to for edge in found] == [f"r{number}" for number in range(10)]
    assert len(graph.catalog.briefs.decoded) <= 10
