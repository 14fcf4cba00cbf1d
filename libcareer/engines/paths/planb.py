"""What else can be reached: every role within a person's limits, and for each other one the limits in its way."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache, partial
from itertools import combinations
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.choices import Prefer
from libcareer.engines.jobs.carried import JobCarries, all_carries
from libcareer.engines.paths.choice import Offer, best_of, unbeaten, worth_it
from libcareer.engines.paths.limits import (
    ANY,
    Change,
    Limit,
    LimitKind,
    Limits,
    admits,
    loosened,
    set_limits,
    to_amount,
    to_choice,
    to_rank,
)
from libcareer.engines.paths.path import Route, Total, start_of, told, total
from libcareer.engines.paths.relaxations import Relaxation, relaxations
from libcareer.engines.paths.situation import NOTHING_STATED, Stated, situation
from libcareer.engines.paths.ways import Way, Ways
from libcareer.engines.pay.figures import PayFigure, pay
from libcareer.engines.similarity import likeness
from libcareer.knowledge.enums import Often, Pays, Place

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.catalog.briefs import ConditionsBrief


class Reach(Struct, frozen=True):
    """A role within the limits: how much of the wish's skills it uses, what it asks beyond them, and the way.

    *share* is 0 to 1, as `likeness` has it; *shared* and *missing* are titles of skills.
    """

    role: str
    title: str
    place: str
    share: float
    shared: tuple[str, ...]
    missing: tuple[str, ...]
    route: Route
    pay: PayFigure | None


class Hurdle(Struct, frozen=True):
    """A limit that shuts a role out, and the least *change* of it that would let the role in.

    *has* says what the role has instead. *after* is the month of the usual way in which the limit is
    met. *study* are titles of what would be studied in spite of the limit, and *total* is what the way
    takes then. *enough* says whether that lets the role in, with all other limits as they are.
    """

    limit: Limit
    has: str
    after: float
    change: Change
    study: tuple[str, ...]
    total: Total
    enough: bool


class LeftOut(Struct, frozen=True):
    """A role that is not within the limits; without *hurdles* no sensible way leads there, limits or not.

    One hurdle shuts the role out by itself; it is the one met first, and *also* are other limits that do.
    Several hurdles shut it out only together: to lift any one of them is enough against the others.
    """

    role: str
    title: str
    place: str
    share: float
    hurdles: tuple[Hurdle, ...] = ()
    also: tuple[Limit, ...] = ()


class LimitPrice(Struct, frozen=True):
    """What a limit costs: how many *more* roles would be within reach without it."""

    limit: Limit
    more: int


class PlanB(Struct, frozen=True):
    """The answer: whether the wish itself is within the limits, what else is, and what shuts out the rest.

    Roles stand in order of likeness to the wish. The role a person is in, *origin*, is in neither list. *assumed* are
    titles of what people in that post usually hold, *presumed* their ids. *jobs* is what carries over from jobs of
    other fields. *prices* has the dearest limit first; where nothing is within reach, *relaxed* has the smallest
    changes that help.
    """

    wish: str
    title: str
    start: str
    holding: tuple[str, ...]
    assumed: tuple[str, ...]
    presumed: tuple[str, ...]
    limits: tuple[Limit, ...]
    origin: str | None
    stated: Stated
    itself: Reach | LeftOut | None
    reached: tuple[Reach, ...]
    left_out: tuple[LeftOut, ...]
    prices: tuple[LimitPrice, ...]
    relaxed: tuple[Relaxation, ...] = ()
    jobs: tuple[JobCarries, ...] = ()


def planb(catalog: Catalog, wish: str, limits: Limits, stated: Stated = NOTHING_STATED) -> PlanB:
    """What somebody who wishes for the role *wish* can reach within *limits*, from where they *stated* to stand.

    A role is within the limits if some sensible way to it is, at the upper end of what it takes. What
    nobody publishes counts as the dearest or longest that is plausible.
    """
    survey = _Survey(catalog, stated, limits)
    near = {id_: likeness(catalog, wish, id_) for id_ in catalog.briefs}
    order = sorted((id_ for id_ in catalog.briefs if id_ != survey.origin), key=lambda id_: (-near[id_].share, id_))
    answers = {id_: survey.answer(id_, wish) for id_ in order}
    others = [answer for id_, answer in answers.items() if id_ != wish]
    reached = any(isinstance(answer, Reach) for answer in answers.values())
    titles = {id_: catalog.credentials[id_].title for id_ in (*stated.held, *survey.ways.person.presumed)}
    return PlanB(
        wish=wish,
        title=catalog.briefs[wish].title,
        start=start_of(catalog, survey.ways.person),
        holding=tuple(titles[id_] for id_ in sorted(stated.held)),
        assumed=tuple(catalog.credentials[id_].short or titles[id_] for id_ in survey.ways.person.presumed),
        presumed=survey.ways.person.presumed,
        limits=tuple(rule.limit for rule in survey.rules),
        origin=survey.origin,
        stated=stated,
        itself=answers.get(wish),
        reached=tuple(answer for answer in others if isinstance(answer, Reach)),
        left_out=tuple(answer for answer in others if isinstance(answer, LeftOut)),
        prices=survey.prices(order),
        relaxed=() if reached else survey.relaxations(order),
        jobs=all_carries(catalog, stated.jobs) if stated.jobs else (),
    )


# ---------------------------------------------------------------------------- one limit


class _Rule(Struct, frozen=True):
    """A *limit* at work.

    *allows* says whether it allows a way to a role, *has* what the role has, and *change* the least change that
    allows a way to it.
    """

    limit: Limit
    allows: Callable[[str, Way], bool]
    change: Callable[[str, Way], Change]
    has: Callable[[str], str] = lambda _: ""
    closed: frozenset[str] = frozenset()


def _rule(ways: Ways, limit: Limit) -> _Rule:
    match limit.kind:
        case LimitKind.STUDY:
            return _schooling(ways, limit)
        case LimitKind.MONEY:
            return _at_most(ways.catalog, limit, lambda way: way.dearest)
        case LimitKind.MONTHS:
            return _at_most(ways.catalog, limit, lambda way: way.months[1])
        case LimitKind.PAY:
            return _pay(ways.catalog, limit, ways.person.stated.place)
        case LimitKind.PLACE:
            return _place(ways.catalog, limit)
        case _:
            return _condition(ways.catalog, limit)


def _at_most(catalog: Catalog, limit: Limit, takes: Callable[[Way], float]) -> _Rule:
    most = limit.amount or 0.0
    return _Rule(
        limit,
        allows=lambda _, way: takes(way) <= most,
        change=lambda _, way: to_amount(catalog, limit, math.ceil(takes(way))),
    )


def _condition(catalog: Catalog, limit: Limit) -> _Rule:
    return _Rule(
        limit,
        allows=lambda role, _: admits(catalog.briefs[role].conditions, limit.kind, limit.choice or ANY),
        change=lambda role, _: loosened(catalog.briefs[role].conditions, limit),
        has=lambda role: _has(catalog.briefs[role].conditions, limit.kind),
    )


def _has(post: ConditionsBrief, kind: LimitKind) -> str:
    """How often posts have what a limit of this *kind* is about; of contact with the public, its kind."""
    if kind is LimitKind.PUBLIC:
        return "public" if post.conflict is not Often.OFTEN else "conflict"
    return str(getattr(post, CONDITION[kind]))


def _place(catalog: Catalog, limit: Limit) -> _Rule:
    wanted = (limit.choice, Place.EDGE)
    return _Rule(
        limit,
        allows=lambda role, _: catalog.briefs[role].place in wanted,
        change=lambda _, __: to_choice(limit, ANY),
        has=lambda role: catalog.briefs[role].place.value,
    )


def _schooling(ways: Ways, limit: Limit) -> _Rule:
    """No study above the level of the *limit*, and no role that usually asks for more than that or what is held."""
    catalog, held, ranks = ways.catalog, ways.person.held, ways.studies.ranks
    levels = catalog.education
    ceiling = levels[limit.choice or ""].rank
    own = max((ranks[id_] for id_ in held), default=0)
    closed = ways.studies.levels_above(ceiling) - held

    def asked(role: str, way: Way) -> int:
        typical = levels[catalog.briefs[role].education.typical].rank
        return max([typical if typical > own else 0, *(ranks[id_] for id_ in way.study if id_ not in held)])

    return _Rule(
        limit,
        allows=lambda role, way: asked(role, way) <= ceiling,
        change=lambda role, way: to_rank(catalog, limit, asked(role, way)),
        has=lambda role: levels[catalog.briefs[role].education.typical].title,
        closed=closed,
    )


def _pay(catalog: Catalog, limit: Limit, here: str | None) -> _Rule:
    least = limit.amount or 0.0

    @cache
    def figure(role: str) -> PayFigure | None:
        found = pay(catalog, role, here)
        return found if found and found.currency == catalog.pack.currency else None

    def paid(role: str) -> float | None:
        found = figure(role)
        return None if found is None else found.judged

    def has(role: str) -> str:
        found = figure(role)
        if found is None or found.judged is None:
            return NOT_KNOWN
        if found.proxy and found.usually is not Pays.MORE:
            return LOW_END
        return f"{KNOWN_FOR}{found.place.title}" if found.place else KNOWN

    def change(role: str, _: Way) -> Change:
        lower = to_amount(catalog, limit, math.floor(paid(role) or 0.0))
        return lower if paid(role) is not None else Change(limit, Limit(LimitKind.PAY, choice=ANY), lower.steps)

    return _Rule(
        limit,
        allows=lambda role, _: (paid(role) or 0.0) >= least,
        change=change,
        has=has,
    )


KNOWN, LOW_END, NOT_KNOWN = "known", "low end", "not known"
"""What a limit on pay judges a role by: a median, the low end of a proxy, or nothing."""

KNOWN_FOR = "known for "
"""The same for the median of a place, before the name of the place."""

CONDITION = {
    LimitKind.HOURS: "part_time",
    LimitKind.EVENINGS: "evenings",
    LimitKind.MOVE: "local",
    LimitKind.REMOTE: "remote",
}
"""The condition of posts that a limit is about."""


# ---------------------------------------------------------------------------- all roles


class _Survey:
    """Every role from where a person stands, with its ways worth taking, held against all limits."""

    def __init__(self, catalog: Catalog, stated: Stated, limits: Limits) -> None:
        self.catalog = catalog
        self.ways = Ways(catalog, situation(catalog, stated))
        self.origin = self.ways.person.post
        self.rules = tuple(_rule(self.ways, limit) for limit in set_limits(limits))
        self._worth: dict[str, list[Way]] = {}

    def worth(self, role: str) -> list[Way]:
        """The sensible ways to *role* that are worth their time."""
        if role not in self._worth:
            self._worth[role] = worth_it(self.ways.to(role))
        return self._worth[role]

    def allowed(self, role: str, *rules: _Rule) -> list[Way]:
        """The ways to *role* that all *rules* allow."""
        return [way for way in self.worth(role) if all(rule.allows(role, way) for rule in rules)]

    def without(self, rule: _Rule) -> tuple[_Rule, ...]:
        """All rules but one."""
        return tuple(other for other in self.rules if other is not rule)

    def prices(self, roles: list[str]) -> tuple[LimitPrice, ...]:
        """How many more of *roles* there would be without each limit."""
        shut = [role for role in roles if not self.allowed(role, *self.rules)]
        prices = [
            LimitPrice(rule.limit, sum(bool(self.allowed(role, *self.without(rule))) for role in shut))
            for rule in self.rules
        ]
        return tuple(sorted(prices, key=lambda price: -price.more))

    def relaxations(self, roles: list[str]) -> tuple[Relaxation, ...]:
        """The smallest changes of limits that let in some of *roles*, none of which is within reach."""
        return relaxations({role: [*map(partial(self._changes, role), self.worth(role))] for role in roles})

    def _changes(self, role: str, way: Way) -> tuple[Change, ...]:
        return tuple(rule.change(role, way) for rule in self.rules if not rule.allows(role, way))

    # ------------------------------------------------------------------ one role

    def answer(self, role: str, wish: str) -> Reach | LeftOut:
        """What to say of *role* to somebody who wishes for the role *wish*."""
        within = self.allowed(role, *self.rules)
        if within:
            return self._reach(role, best_of(unbeaten(within), Prefer.USUAL), wish)
        card, share = self.catalog.briefs[role], likeness(self.catalog, wish, role).share
        left_out = LeftOut(role, card.title, card.place.value, share)
        if not self.worth(role):
            return left_out
        usual = best_of(unbeaten(self.worth(role)), Prefer.USUAL)
        alone = [rule for rule in self.rules if not self.allowed(role, rule)]
        after = {rule.limit.kind: self._after(rule, role, usual) for rule in self.rules}
        if alone:
            first = min(alone, key=lambda rule: after[rule.limit.kind])
            together: tuple[_Rule, ...] = (first,)
            also = tuple(rule.limit for rule in alone if rule is not first)
        else:
            together, also = self._together(role), ()
        hurdles = tuple(self._hurdle(rule, role, after[rule.limit.kind]) for rule in together)
        return LeftOut(role, card.title, card.place.value, share, hurdles, also)

    def _together(self, role: str) -> tuple[_Rule, ...]:
        """The fewest rules that only together shut *role* out."""
        for size in range(2, len(self.rules)):
            for rules in combinations(self.rules, size):
                if not self.allowed(role, *rules):
                    return rules
        return self.rules

    def _reach(self, role: str, way: Way, wish: str) -> Reach:
        card, near = self.catalog.briefs[role], likeness(self.catalog, wish, role)
        return Reach(
            role=role,
            title=card.title,
            place=card.place.value,
            share=near.share,
            shared=tuple(self.catalog.skills[skill].title for skill in near.shared),
            missing=tuple(self.catalog.skills[skill].title for skill in near.missing),
            route=told(self.ways, Offer(Prefer.USUAL.value, way, ()), role),
            pay=pay(self.catalog, role, self.ways.person.stated.place),
        )

    def _hurdle(self, rule: _Rule, role: str, after: float) -> Hurdle:
        lifted = self.allowed(role, *self.without(rule))
        ways = [way for way in lifted or self.worth(role) if not rule.allows(role, way)]
        changes = [(rule.change(role, way), way) for way in ways]
        change = min((change for change, _ in changes), key=lambda change: change.steps)
        way = best_of(unbeaten(way for other, way in changes if other.steps == change.steps), Prefer.USUAL)
        study = [id_ for id_ in way.study if id_ in rule.closed]
        return Hurdle(
            limit=rule.limit,
            has=rule.has(role),
            after=after,
            change=change,
            study=tuple(self.catalog.credentials[id_].title for id_ in study),
            total=total(self.catalog, way),
            enough=bool(lifted),
        )

    def _after(self, rule: _Rule, role: str, way: Way) -> float:
        """The month of the usual *way* to *role* in which *rule* first stands in it."""
        if rule.allows(role, way):
            return way.months[1]
        spent = 0.0
        for stretch in way.stretches:
            for id_, begins, _ in stretch.studies:
                spent += way.loads[id_].dearest
                too_dear = rule.limit.kind is LimitKind.MONEY and spent > (rule.limit.amount or 0.0)
                if id_ in rule.closed or too_dear:
                    return begins[1]
        return (rule.limit.amount or 0.0) if rule.limit.kind is LimitKind.MONTHS else way.months[1]
