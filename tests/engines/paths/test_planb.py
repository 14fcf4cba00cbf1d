"""Plan B: what is within reach equals an exhaustive search, and every reason given is true."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from libcareer.engines.paths.graph import Graph, plus
from msgspec.structs import asdict, replace

from libcareer.engines.paths.planb import LeftOut, Limits, PlanB, Reach, planb, rank
from libcareer.engines.pay import pay
from libcareer.knowledge.model import Often, Place
from libcareer.reports.planb import planb as report

if TYPE_CHECKING:
    from collections.abc import Iterable

    from libcareer.catalog import Catalog

ASKED = ("no_masters", "no_degree", "part_time", "no_move", "remote")
HELD = ((), ("bachelor",), ("mlis",), ("lta-certificate",))
SHIPPED = settings(max_examples=settings().max_examples // 25)


@st.composite
def wishes(draw: st.DrawFn) -> dict[str, Any]:
    """Limits, a wish and a position, as numbers into the roles of any catalog."""
    limits = Limits(
        **{name: draw(st.booleans()) for name in ASKED},
        place=draw(st.sampled_from([None, None, Place.LIBRARY, Place.BEYOND])),
        max_months=draw(st.none() | st.integers(0, 150)),
        max_cost=draw(st.none() | st.integers(0, 90_000)),
        min_pay=draw(st.none() | st.integers(30_000, 90_000)),
    )
    return {
        "wish": draw(st.integers(0, 10_000)),
        "start": draw(st.none() | st.integers(0, 10_000)),
        "held": draw(st.sampled_from(HELD)),
        "limits": limits,
    }


def role(catalog: Catalog, number: int | None) -> str | None:
    return None if number is None else sorted(catalog.briefs)[number % len(catalog.briefs)]


def answered(catalog: Catalog, asked: dict[str, Any], limits: Limits | None = None) -> PlanB:
    wish = role(catalog, asked["wish"])
    assert wish
    return planb(catalog, wish, limits or asked["limits"], start=role(catalog, asked["start"]), held=asked["held"])


def roles_of(answer: PlanB, kind: type) -> set[str]:
    return {one.role for one in (answer.itself, *answer.reached, *answer.left_out) if isinstance(one, kind)}


def exhaustive(catalog: Catalog, asked: dict[str, Any], limits: Limits) -> set[str]:
    """Every role within *limits*: each way tried to its end, each rule looked up in the record itself."""
    graph, start = Graph(catalog), role(catalog, asked["start"])
    held = graph.with_implied(asked["held"])
    ceilings = [catalog.education[level].rank for level in levels(limits)]
    closed = {id_ for id_ in catalog.credentials if id_ not in held and any(rank(catalog, id_) > c for c in ceilings)}
    most = (limits.max_months, limits.max_cost)
    seen: dict[tuple[str, frozenset[str]], list[tuple[float, float]]] = {}
    waiting: list[tuple[str | None, frozenset[str], tuple[float, float]]] = [(start, held, (0.0, 0.0))]
    entries = True
    while waiting:
        at, holding, spent = waiting.pop()
        for edge in graph.edges((at, holding), entries=entries):
            added = graph.spent(edge)
            now = plus(spent, (added[0] if most[0] is not None else 0.0, added[1] if most[1] is not None else 0.0))
            if closed & set(edge.study) or any(m is not None and s > m for s, m in zip(now, most, strict=True)):
                continue
            there = edge.to, holding | graph.with_implied(edge.study)
            # Whoever was there before with no less in hand and no more spent can do all that this one can.
            known = [(h, s) for (r, h), all_ in seen.items() if r == edge.to for s in all_]
            if any(h >= there[1] and s[0] <= now[0] and s[1] <= now[1] for h, s in known):
                continue
            seen.setdefault(there, []).append(now)
            waiting.append((*there, now))
        entries = False
    ranks = [rank(catalog, id_) for id_ in held]
    return {id_ for id_, _ in seen if id_ != start and fits(catalog, id_, limits, ceilings, ranks)}


def levels(limits: Limits) -> Iterable[str]:
    return [*(["bachelor"] if limits.no_masters else []), *(["certificate"] if limits.no_degree else [])]


def fits(catalog: Catalog, id_: str, limits: Limits, ceilings: list[int], ranks: list[int]) -> bool:
    record = catalog.roles[id_]
    post, level = record.conditions, catalog.education[record.education.typical].rank
    figure = pay(catalog, id_)
    paid = -1.0 if figure is None else figure.if_full_time or figure.median
    return all(
        [
            all(level <= max([ceiling, *ranks]) for ceiling in ceilings),
            not limits.part_time or post.part_time is Often.OFTEN,
            not limits.remote or post.remote in (Often.SOMETIMES, Often.OFTEN),
            not limits.no_move or post.local in (Often.SOMETIMES, Often.OFTEN) or post.remote is Often.OFTEN,
            limits.place is None or record.place in (limits.place, Place.CROSSOVER),
            limits.min_pay is None or paid >= limits.min_pay,
        ]
    )


def only(limits: Limits, typed: str) -> Limits:
    """Of *limits* the one that is *typed* so."""
    return replace(Limits(), **{name: getattr(limits, name) for name in [field(typed)]})


def lifted(limits: Limits, typed: str) -> Limits:
    """*limits* without the one that is *typed* so."""
    return replace(limits, **{field(typed): getattr(Limits(), field(typed))})


def reached_with(catalog: Catalog, asked: dict[str, Any], limits: Limits) -> set[str]:
    return roles_of(answered(catalog, asked, limits), Reach)


def field(typed: str) -> str:
    option = typed.split()[0].removeprefix("--").replace("-", "_")
    return "place" if option in ("library", "beyond") else option


# ---------------------------------------------------------------------------- against every way there is


@SHIPPED
@given(asked=wishes())
@example(asked={"wish": 0, "start": None, "held": (), "limits": Limits(no_degree=True, max_months=6)})
def test_what_is_within_reach_is_what_an_exhaustive_search_finds(shipped: Catalog, asked: dict[str, Any]) -> None:
    limits = asked["limits"]
    if limits.max_months is None:
        # Without any end to the time every order of gathering credentials is a way.
        limits = replace(limits, max_months=180)
    answer = answered(shipped, asked, limits)
    assert roles_of(answer, Reach) == exhaustive(shipped, asked, limits)
    start = role(shipped, asked["start"])
    assert roles_of(answer, Reach) | roles_of(answer, LeftOut) == set(shipped.briefs) - {start}


@SHIPPED
@given(asked=wishes())
def test_every_role_left_out_has_a_reason_that_is_true(shipped: Catalog, asked: dict[str, Any]) -> None:
    answer = answered(shipped, asked)
    single = {typed: reached_with(shipped, asked, only(asked["limits"], typed)) for typed in answer.limits}
    without = {typed: reached_with(shipped, asked, lifted(asked["limits"], typed)) for typed in answer.limits}
    for one in (answer.itself, *answer.left_out):
        if not isinstance(one, LeftOut):
            continue
        assert one.block, one.role
        shut_out = {typed for typed in answer.limits if one.role not in single[typed]}
        assert one.together == (not shut_out)
        assert one.together or {one.block.limit, *one.also} == shut_out
        assert one.block.enough == (one.role in without[one.block.limit])


@SHIPPED
@given(asked=wishes())
def test_the_least_that_would_have_to_be_typed_lets_the_role_in_and_nothing_less_does(
    shipped: Catalog, asked: dict[str, Any]
) -> None:
    answer = answered(shipped, asked)
    for one in answer.left_out[:4]:
        if one.block is None or one.block.instead is None:
            continue
        name, amount = field(one.block.instead), float(one.block.instead.split()[1])
        rest = asked["limits"] if one.block.enough else Limits()
        less = amount + 1 if name == "min_pay" else amount - 1
        assert one.role in roles_of(answered(shipped, asked, replace(rest, **{name: amount})), Reach)
        assert one.role not in roles_of(answered(shipped, asked, replace(rest, **{name: less})), Reach)


@SHIPPED
@given(asked=wishes())
def test_lifting_a_limit_takes_no_role_away_and_adds_as_many_as_is_said(
    shipped: Catalog, asked: dict[str, Any]
) -> None:
    answer = answered(shipped, asked)
    reached = roles_of(answer, Reach)
    assert [price.more for price in answer.prices] == sorted((price.more for price in answer.prices), reverse=True)
    for price in answer.prices:
        more = reached_with(shipped, asked, lifted(asked["limits"], price.limit))
        assert reached <= more
        assert len(more) - len(reached) == price.more


@SHIPPED
@given(asked=wishes())
def test_every_way_told_is_the_sum_of_its_steps_and_within_the_limits(shipped: Catalog, asked: dict[str, Any]) -> None:
    limits = asked["limits"]
    for one in answered(shipped, asked).reached:
        total = one.route.total
        assert total.months == tuple(map(sum, zip(*(step.adds for step in one.route.steps), strict=True)))
        costs = [step.cost for step in one.route.steps if step.cost]
        for money in total.cost:
            assert money.low == sum(cost.low for cost in costs if cost.currency == money.currency)
            assert money.high == sum(cost.high for cost in costs if cost.currency == money.currency)
        assert limits.max_months is None or total.months[1] <= limits.max_months
        assert limits.max_cost is None or sum(money.high for money in total.cost) <= limits.max_cost
        assert not total.unknown or limits.max_cost is None or limits.max_months is None


# ---------------------------------------------------------------------------- what it says


def test_the_nearest_in_skills_comes_first(shipped: Catalog) -> None:
    answer = planb(shipped, "librarian", Limits(no_masters=True), start="library-technician")
    shares = [one.share for one in answer.reached]
    assert shares == sorted(shares, reverse=True)
    assert {"library-technician", "librarian"}.isdisjoint(one.role for one in (*answer.reached, *answer.left_out))


def test_a_law_degree_is_no_way_round_a_masters(shipped: Catalog) -> None:
    levels = {id_: level.rank for id_, level in shipped.education.items()}
    assert rank(shipped, "jd") > levels["bachelor"]
    assert rank(shipped, "teaching-license") == rank(shipped, "bachelor") == levels["bachelor"]
    assert rank(shipped, "das") == 0


def test_an_impossible_wish_is_answered_plainly_with_the_two_nearest_real_things(shipped: Catalog) -> None:
    answer = planb(shipped, "library-director", Limits(no_degree=True, max_months=6))
    first, second = answer.reached[:2]
    lead = report(answer).blocks[1].text  # type: ignore[union-attr]
    assert lead.startswith("Library Director itself is not within reach: it usually asks for a master's degree")
    assert lead.endswith(f"within reach: {first.title}, then {second.title}.")
    assert all(one.route.total.months[1] <= 6 for one in (first, second))


def test_whoever_holds_a_masters_is_not_kept_from_roles_that_ask_for_one(shipped: Catalog) -> None:
    with_it = planb(shipped, "librarian", Limits(no_masters=True), held=("mlis",))
    without = planb(shipped, "librarian", Limits(no_masters=True))
    assert isinstance(with_it.itself, Reach)
    assert isinstance(without.itself, LeftOut)


def test_study_that_is_not_timed_is_within_no_number_of_months(shipped: Catalog) -> None:
    answer = planb(shipped, "bookmobile-driver", Limits(max_months=600))
    assert isinstance(answer.itself, LeftOut)
    assert answer.itself.block
    assert answer.itself.block.instead is None
    assert math.isfinite(answer.itself.block.after)


def test_in_the_role_wished_for_the_page_is_about_the_ones_nearest_to_it(tiny: Catalog) -> None:
    answer = planb(tiny, "librarian", Limits(), start="librarian")
    assert answer.itself is None
    assert report(answer).blocks[1].text.startswith("You are in that role now.")  # type: ignore[union-attr]


@pytest.mark.parametrize("limits", [Limits(**{name: True}) for name in ASKED], ids=str)
def test_each_limit_is_named_as_it_is_typed(tiny: Catalog, limits: Limits) -> None:
    asked = [name for name, value in asdict(limits).items() if value]
    assert planb(tiny, "librarian", limits).limits == tuple(f"--{name.replace('_', '-')}" for name in asked)


def test_the_screen(run: Any, golden: Any) -> None:
    golden(run("planb", "librarian", "--no-masters", "--max-months", "30", "--format", "screen").stdout, "planb.txt")


def test_where_nothing_is_within_reach_the_exit_code_says_so(run: Any) -> None:
    result = run("planb", "director", "--min-pay", "900000")
    assert result.exit_code == 1
    assert "what to let go of first" in result.stdout
