"""The rules of sense, judged by the told routes alone, over common starts, every goal and every wish."""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from msgspec.structs import replace

from libcareer.engines.choices import Prefer
from libcareer.engines.choosing.compare import comparison
from libcareer.engines.paths.choice import offers
from libcareer.engines.paths.limits import Limits
from libcareer.engines.paths.path import Path, Route, path_from
from libcareer.engines.paths.plan import Plan, plan_page, plan_path
from libcareer.engines.paths.planb import Reach, planb
from libcareer.engines.paths.situation import Stated, situation
from libcareer.engines.paths.study import Studies
from libcareer.engines.paths.ways import RULES, Ways
from libcareer.knowledge.enums import Asked, MoveKind, Usual

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from libcareer.catalog import Catalog
    from libcareer.engines.paths.path import Step
    from libcareer.engines.paths.ways import Way

STARTS: tuple[tuple[str | None, tuple[str, ...]], ...] = (
    (None, ()),
    (None, ("bachelor",)),
    (None, ("mlis",)),
    ("library-page", ()),
    ("library-assistant", ("bachelor",)),
    ("library-technician", ("lta-certificate",)),
    ("circulation-clerk", ()),
    ("cataloging-technician", ("bachelor",)),
    ("archives-technician", ("bachelor",)),
    ("library-intern", ("bachelor",)),
    ("school-library-technician", ()),
    ("public-librarian", ("mlis",)),
    ("elementary-teacher", ("bachelor", "teaching-license")),
    ("records-assistant", ()),
)
"""Common places to stand: the role one is in and the credentials that one states."""

ALL = settings().max_examples >= 300


class Judge:
    """An answer with what is needed to judge it by the records alone."""

    def __init__(self, catalog: Catalog, answer: Path) -> None:
        self.catalog, self.answer = catalog, answer
        self.post = answer.stated.posts[0] if answer.stated.posts else None
        assert answer.best is not None
        self.routes: tuple[Route, ...] = (answer.best, *answer.others)

    def steps(self, route: Route) -> tuple[Step, ...]:
        """The steps without the work in the present post."""
        first = route.steps[0]
        here = first.kind == "work" and first.id == self.post
        return route.steps[1:] if here else route.steps

    def between(self, route: Route) -> list[str]:
        return [step.id for step in self.steps(route) if step.kind == "work"]

    def chain(self, credentials: Iterable[str]) -> set[str]:
        """*credentials* with all that has to come before them."""
        found = set(credentials)
        for id_ in tuple(found):
            found |= self.chain(self.catalog.credentials[id_].requires)
        return found

    def implied(self, credentials: Iterable[str]) -> set[str]:
        """*credentials* with all that their holders need not take any more."""
        found = set(credentials)
        for id_ in tuple(found):
            record = self.catalog.credentials[id_]
            found |= self.implied((*record.requires, *record.counts_as))
        return found

    def asked(self) -> set[str]:
        """All that the goal asks for by law or employers; without a door also what the post below asks for."""
        goal = self.catalog.roles[self.answer.goal]
        found = {one.credential for one in goal.credentials if one.asked is not Asked.HABIT}
        found |= set(self.catalog.education[goal.education.typical].holds)
        needs = list(goal.entry.needs) if goal.entry else []
        for role in self.catalog.roles.values():
            for move in role.moves:
                if move.to == self.answer.goal:
                    needs += move.needs
                    if move.kind is MoveKind.UP and goal.entry is None:
                        needs += role.entry.needs if role.entry else ()
                        found |= {one.credential for one in role.credentials if one.asked is not Asked.HABIT}
        found |= {need.credential for need in needs if need.credential and need.asked is not Asked.HABIT}
        return self.chain(found)


Rule = "Callable[[Judge, Route], object]"


def few_posts_lie_between(judge: Judge, route: Route) -> bool:
    return len(judge.between(route)) <= (1 if judge.catalog.roles[judge.answer.goal].entry else 3)


def few_steps(judge: Judge, route: Route) -> bool:
    return len(judge.steps(route)) <= 6


def one_move_goes_sideways(judge: Judge, route: Route) -> bool:
    return sum(step.move == MoveKind.SIDEWAYS.value for step in route.steps) <= 1


def no_post_is_held_twice(judge: Judge, route: Route) -> bool:
    posts = [step.id for step in route.steps if step.kind in ("work", "goal")]
    return len(set(posts)) == len(posts) and not set(judge.between(route)) & set(judge.answer.stated.posts)


def no_post_is_above_the_goal(judge: Judge, route: Route) -> bool:
    roles = judge.catalog.roles
    goal = roles[judge.answer.goal]
    return all(
        roles[post].level <= goal.level and roles[post].years[0] <= goal.years[1] for post in judge.between(route)
    )


def only_what_the_goal_asks_for_is_studied(judge: Judge, route: Route) -> bool:
    return {step.id for step in route.steps if step.kind == "study"} <= judge.asked()


def all_study_is_needed_later(judge: Judge, route: Route) -> bool:
    for number, step in enumerate(route.steps):
        later = route.steps[number + 1 :]
        needed = {need.credential for one in later for need in one.needs if need.credential} | {
            one.id for one in later if one.kind == "study"
        }
        if step.kind == "study" and step.id not in judge.chain(needed):
            return False
    return True


def nothing_is_studied_that_is_held_presumed_or_asked_by_the_present_post(judge: Judge, route: Route) -> bool:
    answer = judge.answer
    held = judge.implied((*answer.stated.held, *answer.presumed))
    entry = judge.catalog.roles[judge.post].entry if judge.post else None
    for need in entry.needs if entry else ():
        if need.credential and need.asked is not Asked.HABIT and not held & set(need.instead):
            held |= judge.implied([need.credential])
    studied = [step.id for step in route.steps if step.kind == "study"]
    return held.isdisjoint(studied) and len(set(studied)) == len(studied)


def nobody_stays_for_too_long(judge: Judge, route: Route) -> bool:
    for step in route.steps:
        if step.kind == "work" and step.takes:
            role = judge.catalog.roles[step.id]
            if max(step.takes.low, step.takes.high) > 12 * min(role.stay[1], role.term or role.stay[1]):
                return False
    return True


def totals_are_the_sums_of_the_steps(judge: Judge, route: Route) -> bool:
    total = route.total
    costs = [step.cost for step in route.steps if step.cost]
    unpaid = [step for step in route.steps if step.kind == "study" and not step.beside]
    return (
        all(total.months[end] == pytest.approx(sum(step.adds[end] for step in route.steps)) for end in (0, 1))
        and all(total.unpaid_months[end] == pytest.approx(sum(step.adds[end] for step in unpaid)) for end in (0, 1))
        and {cost.currency for cost in costs} == {money.currency for money in total.cost}
        and all(
            (money.low, money.high)
            == (
                pytest.approx(sum(cost.low for cost in costs if cost.currency == money.currency)),
                pytest.approx(sum(cost.high for cost in costs if cost.currency == money.currency)),
            )
            for money in total.cost
        )
    )


def what_is_not_published_is_named_and_counts_as_the_dearest(judge: Judge, route: Route) -> bool:
    studies = [step for step in route.steps if step.kind == "study"]
    unknown = {step.title for step in studies if step.cost is None or (step.takes and step.takes.estimated)}
    prices = [step.cost.high if step.cost and step.cost.currency == "USD" else 0.0 for step in studies]
    guesses = [step.estimate.most if step.estimate and step.shortcut is None else 0.0 for step in studies]
    dearest = sum(max(price, guess) for price, guess in zip(prices, guesses, strict=True))
    return unknown == set(route.total.unknown) and route.total.dearest >= dearest - 1e-6


def the_steps_are_a_schedule(judge: Judge, route: Route) -> bool:
    """Nothing ends before it begins or after the goal; study follows what it requires, and posts follow each other."""
    ends = {step.id: step.ends for step in route.steps if step.kind == "study"}
    posts = [step for step in route.steps if step.kind in ("work", "goal")]
    for end in (0, 1):
        for step in route.steps:
            if not step.begins[end] <= step.ends[end] <= route.total.months[end] + 1e-9 or step.begins[end] < 0:
                return False
            required = judge.catalog.credentials[step.id].requires if step.kind == "study" else ()
            if any(ends[first][end] > step.begins[end] for first in required if first in ends):
                return False
        if any(before.ends[end] > after.begins[end] for before, after in pairwise(posts)):
            return False
        for number, step in enumerate(route.steps):
            # Study next to a post may begin while the practice for getting that post is made.
            before = [one for one in route.steps[:number] if one.kind == "study" and one.beside != step.title]
            if step.kind in ("work", "goal") and any(one.ends[end] > step.begins[end] + 1e-9 for one in before):
                return False
        if posts[-1].ends[end] != route.total.months[end]:
            return False
    return all(step.begins[0] <= step.begins[1] and step.ends[0] <= step.ends[1] for step in route.steps)


def moves_and_doors_exist(judge: Judge, route: Route) -> bool:
    at = list(judge.answer.stated.posts)
    for step in route.steps:
        if step.kind not in ("work", "goal") or step.move is None:
            continue
        role = judge.catalog.roles[step.id]
        if step.move == "entry":
            below = bool(at) and role.level < judge.catalog.roles[at[0]].level
            if role.entry is None and not below:
                return False
        elif not any(
            (move.to, move.kind.value) == (step.id, step.move) for id_ in at for move in judge.catalog.roles[id_].moves
        ):
            return False
        at = [step.id]
    return route.steps[-1].id == judge.answer.goal


RULES_OF_A_ROUTE = (
    few_posts_lie_between,
    few_steps,
    one_move_goes_sideways,
    no_post_is_held_twice,
    no_post_is_above_the_goal,
    only_what_the_goal_asks_for_is_studied,
    all_study_is_needed_later,
    nothing_is_studied_that_is_held_presumed_or_asked_by_the_present_post,
    nobody_stays_for_too_long,
    totals_are_the_sums_of_the_steps,
    what_is_not_published_is_named_and_counts_as_the_dearest,
    the_steps_are_a_schedule,
    moves_and_doors_exist,
)


# ---------------------------------------------------------------------------- rules of an answer


def measures(route: Route) -> tuple[float, ...]:
    cost = {money.currency: money for money in route.total.cost}
    prices = [end for name in ("USD", "GBP", "AUD", "CAD") for end in _ends(cost.get(name))]
    return (*route.total.months, *prices, *route.total.unpaid_months)


def _ends(money: object) -> tuple[float, float]:
    return (money.low, money.high) if money else (0.0, 0.0)  # type: ignore[attr-defined]


def unpriced(route: Route) -> set[str]:
    return {step.id for step in route.steps if step.kind == "study" and step.cost is None}


def none_beats_another(judge: Judge) -> bool:
    def all_of(route: Route) -> tuple[float, ...]:
        return (*measures(route), len(judge.steps(route)))

    return not any(
        unpriced(one) <= unpriced(other)
        and all_of(one) != all_of(other)
        and all(a <= b for a, b in zip(all_of(one), all_of(other), strict=True))
        for one, other in product(judge.routes, repeat=2)
    )


def they_differ_in_study_manner_or_last_post(judge: Judge) -> bool:
    forms = set()
    for route in judge.routes:
        study = [step for step in route.steps if step.kind == "study"]
        manner = {bool(step.beside) for step in study}
        forms.add((frozenset(step.id for step in study), frozenset(manner), tuple(judge.between(route)[-1:])))
    return len(forms) == len(judge.routes) <= 4


def labels_are_true(judge: Judge) -> bool:
    for one, other in product(judge.routes, repeat=2):
        if one is other:
            continue
        quicker = sum(other.total.months) < sum(one.total.months)
        paid = other.total.unpaid_months[::-1] < one.total.unpaid_months[::-1]
        known = bool(unpriced(one)) and not unpriced(other)
        low = sum(money.low for money in other.total.cost if money.currency == "USD")
        cheaper = low <= one.total.dearest if known else not unpriced(other) and other.total.dearest < one.total.dearest
        if {"quickest": quicker, "earning": paid, "cheapest": cheaper}.get(one.kind, False):
            return False
    return judge.routes[0].kind == judge.answer.prefer.value


RULES_OF_AN_ANSWER = (none_beats_another, they_differ_in_study_manner_or_last_post, labels_are_true)


def stated(start: tuple[str | None, tuple[str, ...]]) -> Stated:
    return Stated(posts=(start[0],) if start[0] else (), held=start[1])


@pytest.fixture(scope="module")
def answers(shipped: Catalog) -> list[dict[Prefer, Judge]]:
    """The answers under every wish for common starts and goals: a sample, in CI all."""
    questions = [(start, goal) for start, goal in product(STARTS, shipped.briefs) if goal != start[0]]
    studies = Studies(shipped)
    found = []
    for start, goal in questions if ALL else questions[::17]:
        ways = Ways(shipped, situation(shipped, stated(start), studies), studies)
        answered = {wish: path_from(shipped, goal, stated(start), wish, ways) for wish in Prefer}
        found.append({wish: Judge(shipped, answer) for wish, answer in answered.items()})
    return found


@pytest.mark.parametrize("rule", RULES_OF_A_ROUTE, ids=lambda rule: rule.__name__)
def test_every_way_offered_follows_each_rule(
    answers: list[dict[Prefer, Judge]], rule: Callable[[Judge, Route], bool]
) -> None:
    broken = [
        (judge.post, judge.answer.goal, wish.value, [(step.kind, step.id) for step in route.steps])
        for by_wish in answers
        for wish, judge in by_wish.items()
        for route in judge.routes
        if not rule(judge, route)
    ]
    assert broken == []


@pytest.mark.parametrize("rule", RULES_OF_AN_ANSWER, ids=lambda rule: rule.__name__)
def test_the_ways_offered_together_follow_each_rule(
    answers: list[dict[Prefer, Judge]], rule: Callable[[Judge], bool]
) -> None:
    broken = [
        (judge.post, judge.answer.stated.held, judge.answer.goal, wish.value)
        for by_wish in answers
        for wish, judge in by_wish.items()
        if not rule(judge)
    ]
    assert broken == []


def test_every_way_offered_takes_at_most_twice_the_quickest_and_a_year(answers: list[dict[Prefer, Judge]]) -> None:
    for by_wish in answers:
        lows = [(route.total.months[0], judge) for judge in by_wish.values() for route in judge.routes]
        quickest = min(low for low, _ in lows)
        assert all(low <= 2 * quickest + 12 + 1e-6 for low, _ in lows)


def test_a_way_that_leads_the_page_says_why_if_another_one_is_quicker(answers: list[dict[Prefer, Judge]]) -> None:
    for by_wish in answers:
        for judge in by_wish.values():
            best, *others = judge.routes
            if any(sum(other.total.months) < sum(best.total.months) for other in others):
                assert best.why


# ---------------------------------------------------------------------------- more of something


def test_having_more_makes_no_way_to_a_shipped_role_longer_unless_more_usual(shipped: Catalog) -> None:
    """As on random catalogs: time without pay counts twice beside a post, and the same rules have to lead there."""
    studies = Studies(shipped)

    def best(one: Stated, goal: str) -> tuple[Way, int]:
        ways = Ways(shipped, situation(shipped, one, studies), studies)
        common = [
            any(not _is_rare(way) for legs in ways._chains(goal, rules) for way in ways._timed(legs)) for rules in RULES
        ]
        return offers(ways.to(goal), Prefer.USUAL).ways[0].way, common.index(True) if any(common) else len(common)

    def time(way: Way) -> float:
        return sum(way.months) + (sum(way.unpaid) if way.legs[0].origin else 0)

    goals, credentials = sorted(shipped.briefs), sorted(shipped.credentials)
    for number, (start, goal) in enumerate(product(STARTS, goals)):
        if goal == start[0] or (number % 23 and not ALL):
            continue
        one = stated(start)
        more = [replace(one, held=(*one.held, credential)) for credential in credentials[number % 4 :: 4]]
        more += [replace(one, skills=tuple(shipped.briefs[goal].skills.essential))]
        before, rules = best(one, goal)
        for other in more:
            after, then = best(other, goal)
            if then != rules:
                continue
            had, has = (
                (before.count(Usual.RARE), before.count(Usual.SOMETIMES)),
                (after.count(Usual.RARE), after.count(Usual.SOMETIMES)),
            )
            assert time(after) <= time(before) or has < had, (start, goal, other.held)
            assert has <= had or (time(after), after.steps) < (time(before), before.steps), (start, goal, other.held)


def _is_rare(way: Way) -> bool:
    return way.count(Usual.RARE) > 0


# ---------------------------------------------------------------------------- one journey for all


def test_path_plan_compare_and_planb_name_the_same_way_for_the_same_pair(shipped: Catalog) -> None:
    goals = sorted(shipped.briefs)
    for number, start in enumerate(STARTS if ALL else STARTS[::3]):
        one = stated(start)
        reached = {role.role: role for role in planb(shipped, goals[0], Limits(), one).reached}
        itself = planb(shipped, goals[0], Limits(), one).itself
        assert itself is None or isinstance(itself, Reach)
        reached |= {goals[0]: itself} if itself else {}
        assert set(reached) == {goal for goal in goals if goal != start[0]}
        sample = [goal for goal in goals[number :: 1 if ALL else 9] if goal != start[0]]
        sides = (
            {side.id: side.route for pair in pairwise(sample) for side in comparison(shipped, pair, one).sides}
            if not ALL or number == 0
            else {}
        )
        for goal in sample:
            answer = path_from(shipped, goal, one)
            assert answer.best is not None
            plan = Plan(goal, start=start[0], held=start[1])
            totals = [reached[goal].route.total, plan_page(plan, plan_path(shipped, plan)).total]
            totals += [route.total for id_, route in sides.items() if id_ == goal and route]
            assert all(total == answer.best.total for total in totals), (start, goal)
            assert reached[goal].route.steps == answer.best.steps
