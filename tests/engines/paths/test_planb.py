"""Plan B: what is within reach equals a search through all sensible ways, and every reason given is true."""

from __future__ import annotations

import math
from itertools import combinations
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sketches import Ask, Door, Paper, Post, Sketch, To, catalog_of

from libcareer.catalog import load
from libcareer.engines.paths.limits import ANY, LOOSER, Change, Limit, LimitKind, Limits, set_limits
from libcareer.engines.paths.planb import LeftOut, PlanB, Reach, planb
from libcareer.engines.paths.situation import Stated, situation
from libcareer.engines.paths.study import Studies
from libcareer.engines.paths.ways import Way, Ways
from libcareer.engines.pay.figures import pay
from libcareer.knowledge.enums import Often, Pays, Place
from libcareer.reports.planb import planb_report

if TYPE_CHECKING:
    from libcareer.catalog import Catalog

CHOICES = {
    "study": ("secondary", "certificate", "associate", "bachelor"),
    "hours": ("part", "full"),
    "evenings": ("no",),
    "public": ("calm", "little"),
    "move": ("no",),
    "remote": ("some", "mostly"),
}
HELD = ((), ("bachelor",), ("mlis",), ("lta-certificate",))
SHIPPED = settings(max_examples=settings().max_examples // 5)
MANY = settings(max_examples=settings().max_examples // 2)
CHEAP_AND_QUICK = {"wish": "academic-librarian", "stated": Stated(), "limits": Limits(months=12, money=0)}


def questions(catalog: Catalog) -> st.SearchStrategy[dict[str, Any]]:
    """A wish, a position and some limits, as a person may have them."""
    roles = st.sampled_from(sorted(catalog.briefs))
    limits = st.builds(
        Limits,
        **{name: st.sampled_from([None, None, None, *choices]) for name, choices in CHOICES.items()},
        place=st.sampled_from([None, None, Place.INSIDE, Place.BEYOND]),
        months=st.none() | st.integers(0, 150),
        money=st.none() | st.integers(0, 90_000),
        pay=st.none() | st.integers(30_000, 90_000),
    )
    position = st.builds(
        lambda post, held, years: Stated((post,) if post else (), years=years if post else 0.0, held=held),
        st.none() | roles,
        st.sampled_from(HELD),
        st.sampled_from([0.0, 0.0, 2.0]),
    )
    return st.fixed_dictionaries({"wish": roles, "stated": position, "limits": limits})


def answered(catalog: Catalog, asked: dict[str, Any], limits: Limits | None = None) -> PlanB:
    return planb(catalog, asked["wish"], asked["limits"] if limits is None else limits, asked["stated"])


def roles_of(answer: PlanB, kind: type) -> set[str]:
    return {one.role for one in (answer.itself, *answer.reached, *answer.left_out) if isinstance(one, kind)}


def left_out(answer: PlanB) -> list[LeftOut]:
    return [one for one in (answer.itself, *answer.left_out) if isinstance(one, LeftOut)]


def only(limits: Limits, kinds: tuple[LimitKind, ...]) -> Limits:
    """Of *limits* those of these *kinds*."""
    return replace(Limits(), **{kind: getattr(limits, kind) for kind in kinds})


def without(limits: Limits, kind: LimitKind) -> Limits:
    return replace(limits, **{kind: None})


def changed_to(limits: Limits, to: Limit) -> Limits:
    """*limits* with one of them as it is in *to*."""
    value = to.choice if to.amount is None else to.amount
    return replace(limits, **{to.kind: None if value in (ANY, "yes") else value})


def less_than(change: Change) -> list[Limit]:
    """What the limit would be after a little less of the same change, however it can be made smaller."""
    to = change.to
    if to.amount is not None:
        return [Limit(to.kind, to.amount + (1 if to.kind is LimitKind.PAY else -1))]
    if to.kind in LOOSER:
        looser = LOOSER[to.kind][change.now.choice or ""]
    else:
        study = load().pack.study
        looser = study[study.index(change.now.choice or "") + 1 :] if to.kind is LimitKind.STUDY else ()
    return [Limit(to.kind, choice=choice) for choice in looser[: int(change.steps) - 1]]


def kinds(limits: Limits) -> tuple[LimitKind, ...]:
    return tuple(limit.kind for limit in set_limits(limits))


class Survey:
    """All sensible ways that are worth their time, and each limit looked up in the records themselves."""

    def __init__(self, catalog: Catalog, stated: Stated) -> None:
        self.catalog = catalog
        self.studies = Studies(catalog)
        self.ways = Ways(catalog, situation(catalog, stated, self.studies), self.studies)
        self.held = self.ways.person.held

    def worth(self, role: str) -> list[Way]:
        ways = self.ways.to(role)
        quickest = min((way.months[0] for way in ways), default=0.0)
        return [way for way in ways if way.months[0] <= 2 * quickest + 12]

    def lets_in(self, role: str, limits: Limits) -> bool:
        return any(self.allows(role, way, limits) for way in self.worth(role))

    def allows(self, role: str, way: Way, limits: Limits) -> bool:
        record = self.catalog.roles[role]
        post = record.conditions
        figure = pay(self.catalog, role)
        paid = -1.0 if figure is None else figure.if_full_time or figure.median
        if figure and figure.proxy and figure.usually is not Pays.MORE:
            assert figure.low
            paid = round(figure.low * 2080, -1) if figure.if_full_time else figure.low
        return all(
            [
                limits.study is None or self.has_schooling(role, way, limits.study),
                limits.hours != "part" or post.part_time is Often.OFTEN,
                limits.hours != "full" or post.part_time is not Often.OFTEN,
                limits.evenings is None or post.evenings is not Often.OFTEN,
                limits.public is None or post.conflict is not Often.OFTEN,
                limits.public != "little" or post.public is not Often.OFTEN,
                limits.remote != "some" or post.remote in (Often.SOMETIMES, Often.OFTEN),
                limits.remote != "mostly" or post.remote is Often.OFTEN,
                limits.move is None or post.local in (Often.SOMETIMES, Often.OFTEN) or post.remote is Often.OFTEN,
                limits.place is None or record.place in (limits.place, Place.EDGE),
                limits.pay is None or paid >= limits.pay,
                limits.months is None or way.months[1] <= limits.months,
                limits.money is None or sum(load.dearest for load in way.loads.values()) <= limits.money,
            ]
        )

    def has_schooling(self, role: str, way: Way, level: str) -> bool:
        ceiling = self.catalog.education[level].rank
        ranks = self.studies.ranks
        own = max([ceiling, *(ranks[id_] for id_ in self.held)])
        typical = self.catalog.education[self.catalog.roles[role].education.typical].rank
        return typical <= own and all(ranks[id_] <= ceiling for id_ in way.study if id_ not in self.held)


# ---------------------------------------------------------------------------- against every sensible way


@SHIPPED
@given(data=st.data())
def test_what_is_within_reach_is_what_some_sensible_way_reaches_within_each_limit(
    shipped: Catalog, data: st.DataObject
) -> None:
    asked = data.draw(questions(shipped))
    answer, survey = answered(shipped, asked), Survey(shipped, asked["stated"])
    post = survey.ways.person.post
    assert roles_of(answer, Reach) == {
        role for role in shipped.briefs if role != post and survey.lets_in(role, asked["limits"])
    }
    assert roles_of(answer, Reach) | roles_of(answer, LeftOut) == set(shipped.briefs) - {post}
    assert roles_of(answer, Reach).isdisjoint(roles_of(answer, LeftOut))


@SHIPPED
@given(data=st.data())
def test_every_role_left_out_has_reasons_that_are_true(snapshot: Catalog, data: st.DataObject) -> None:
    asked = data.draw(questions(snapshot))
    reasons_are_true(snapshot, asked)


def reasons_are_true(catalog: Catalog, asked: dict[str, Any]) -> int:
    """Check them, and count the roles that only several limits together shut out."""
    limits, survey = asked["limits"], Survey(catalog, asked["stated"])
    several = 0
    for one in left_out(answered(catalog, asked)):
        named = tuple(hurdle.limit.kind for hurdle in one.hurdles)
        assert named, one.role
        alone = {kind for kind in kinds(limits) if not survey.lets_in(one.role, only(limits, (kind,)))}
        if alone:
            assert len(named) == 1
            assert {*named, *(limit.kind for limit in one.also)} == alone
            continue
        several += 1
        assert not one.also
        assert not survey.lets_in(one.role, only(limits, named))
        for size in range(len(named)):
            assert all(survey.lets_in(one.role, only(limits, fewer)) for fewer in combinations(named, size))
    return several


def test_no_role_is_within_reach_by_a_way_that_is_not_worth_its_time() -> None:
    degree = Paper((12, 12), cost=(1000, 1000))
    posts = (Post((To(1, years=(8, 8)),), stay=(1, 9)), Post(door=Door((Ask(0),))))
    catalog = catalog_of(Sketch(posts, (degree,)))
    answer = planb(catalog, "r1", Limits(money=0), Stated(posts=("r0",), presume=False))
    assert isinstance(answer.itself, LeftOut)
    assert [hurdle.limit.kind for hurdle in answer.itself.hurdles] == [LimitKind.MONEY]


def test_some_roles_are_shut_out_only_by_several_limits_together(shipped: Catalog) -> None:
    starts = (
        Stated(("library-intern",), held=("bachelor",)),
        Stated(("library-specialist",), held=("lta-certificate",)),
    )
    # Nearly every post pays that much, so that it is never the third of several reasons.
    limits = [Limits(months=months, money=cost, pay=10_000) for months in (60, 84) for cost in (5000, 20_000, 60_000)]
    asked = [{"wish": "librarian", "stated": start, "limits": some} for start in starts for some in limits]
    assert sum(reasons_are_true(shipped, one) for one in asked)


@SHIPPED
@given(data=st.data())
def test_the_least_that_would_have_to_give_lets_the_role_in_and_nothing_less_does(
    snapshot: Catalog, data: st.DataObject
) -> None:
    asked = data.draw(questions(snapshot))
    limits, survey = asked["limits"], Survey(snapshot, asked["stated"])
    for one in left_out(answered(snapshot, asked)):
        for hurdle in one.hurdles:
            assert hurdle.enough == survey.lets_in(one.role, without(limits, hurdle.limit.kind))
            if hurdle.enough:
                assert survey.lets_in(one.role, changed_to(limits, hurdle.change.to))
                assert not any(survey.lets_in(one.role, changed_to(limits, less)) for less in less_than(hurdle.change))


@SHIPPED
@given(data=st.data())
def test_lifting_a_limit_takes_no_role_away_and_adds_as_many_as_is_said(snapshot: Catalog, data: st.DataObject) -> None:
    asked = data.draw(questions(snapshot))
    answer = answered(snapshot, asked)
    reached = roles_of(answer, Reach)
    assert {price.limit.kind for price in answer.prices} == set(kinds(asked["limits"]))
    assert [price.more for price in answer.prices] == sorted((price.more for price in answer.prices), reverse=True)
    for price in answer.prices:
        more = roles_of(answered(snapshot, asked, without(asked["limits"], price.limit.kind)), Reach)
        assert reached <= more
        assert len(more) - len(reached) == price.more


@SHIPPED
@given(data=st.data())
def test_every_way_told_is_within_the_limits(snapshot: Catalog, data: st.DataObject) -> None:
    asked = data.draw(questions(snapshot))
    limits = asked["limits"]
    for one in answered(snapshot, asked).reached:
        total = one.route.total
        assert total.months == pytest.approx(
            tuple(map(sum, zip(*(step.adds for step in one.route.steps), strict=True)))
        )
        assert limits.months is None or total.months[1] <= limits.months
        assert limits.money is None or total.dearest <= limits.money


# ---------------------------------------------------------------------------- it never fails


def numbers(value: object) -> list[float]:
    """Every number in *value*, however deep."""
    if isinstance(value, dict):
        return [number for part in value.values() for number in numbers(part)]
    if isinstance(value, list | tuple):
        return [number for part in value for number in numbers(part)]
    return [value] if isinstance(value, float) else []


@MANY
@given(data=st.data())
def test_any_limits_are_answered_and_told_without_an_infinite_number(snapshot: Catalog, data: st.DataObject) -> None:
    answer = answered(snapshot, data.draw(questions(snapshot)))
    assert all(map(math.isfinite, numbers(msgspec.to_builtins(answer))))
    assert planb_report(answer).blocks


def test_limits_that_only_together_shut_a_role_out_give_finite_numbers(shipped: Catalog) -> None:
    answer = answered(shipped, CHEAP_AND_QUICK)
    assert any(len(one.hurdles) > 1 for one in answer.left_out)
    assert all(map(math.isfinite, numbers(msgspec.to_builtins(answer))))


def test_several_limits_with_a_degree_in_hand_are_answered(run_snapshot: Any) -> None:
    typed = "planb librarian --have mlis --no-masters --max-months 48 --max-cost 20000"
    result = run_snapshot(*typed.split())
    assert (result.exit_code, result.stderr, result.exception) == (0, "", None)


# ---------------------------------------------------------------------------- what it says


def test_the_nearest_in_skills_comes_first(snapshot: Catalog) -> None:
    answer = planb(snapshot, "librarian", Limits(study="bachelor"), Stated(posts=("library-technician",)))
    shares = [one.share for one in answer.reached]
    assert shares == sorted(shares, reverse=True)
    assert {"library-technician", "librarian"}.isdisjoint(one.role for one in (*answer.reached, *answer.left_out))


def test_an_impossible_wish_is_answered_plainly_with_the_two_nearest_real_things(snapshot: Catalog) -> None:
    answer = planb(snapshot, "library-director", Limits(study="certificate", months=6))
    first, second = answer.reached[:2]
    lead = planb_report(answer).blocks[1].text  # type: ignore[union-attr]
    assert lead.startswith("Library Director itself is not within reach: it usually asks for a master's degree")
    assert lead.endswith(f"within reach: {first.title}, then {second.title}.")
    assert all(one.route.total.months[1] <= 6 for one in (first, second))


def test_whoever_holds_a_masters_is_not_kept_from_roles_that_ask_for_one(snapshot: Catalog) -> None:
    with_it = planb(snapshot, "librarian", Limits(study="bachelor"), Stated(held=("mlis",)))
    assert isinstance(with_it.itself, Reach)
    assert isinstance(planb(snapshot, "librarian", Limits(study="bachelor")).itself, LeftOut)


def test_in_the_role_wished_for_the_page_is_about_the_ones_nearest_to_it(tiny: Catalog) -> None:
    answer = planb(tiny, "librarian", Limits(), Stated(posts=("librarian",)))
    assert answer.itself is None
    assert planb_report(answer).blocks[1].text.startswith("You are in that role now.")  # type: ignore[union-attr]


def test_what_people_in_the_post_usually_hold_is_presumed_and_said(snapshot: Catalog) -> None:
    answer = planb(snapshot, "librarian", Limits(study="bachelor"), Stated(posts=("public-librarian",)))
    assert "mlis" in answer.presumed
    assert isinstance(answer.itself, Reach)


@pytest.mark.parametrize(
    "limit", [Limit(LimitKind(name), choice=choice) for name, choices in CHOICES.items() for choice in choices], ids=str
)
def test_each_limit_is_told_by_its_kind_and_choice(snapshot: Catalog, limit: Limit) -> None:
    assert planb(snapshot, "librarian", Limits(**{limit.kind: limit.choice})).limits == (limit,)


def test_a_limit_is_told_with_its_amount_or_place(tiny: Catalog) -> None:
    limits = Limits(months=30, money=9000, pay=40_000, place=Place.BEYOND)
    assert set(planb(tiny, "librarian", limits).limits) == {
        Limit(LimitKind.MONTHS, 30),
        Limit(LimitKind.MONEY, 9000),
        Limit(LimitKind.PAY, 40_000),
        Limit(LimitKind.PLACE, choice="beyond"),
    }


def test_the_screen(run: Any, golden: Any) -> None:
    golden(run("planb", "librarian", "--no-masters", "--max-months", "30", "--format", "screen").stdout, "planb.txt")


def test_where_nothing_is_within_reach_the_exit_code_says_so(run: Any) -> None:
    result = run("planb", "director", "--min-pay", "900000")
    assert result.exit_code == 1
    assert "The smallest change: accept $77,000 a year, which opens Editor." in result.stdout
