"""What else can be reached: every role within a person's limits, and for each other one the limits in its way."""

from __future__ import annotations

import math
from collections.abc import Callable
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.choices import Prefer
from libcareer.engines.lookup.roles import CEILINGS
from libcareer.engines.paths.choice import Offer, best_of, unbeaten, worth_it
from libcareer.engines.paths.path import Route, Total, told, total
from libcareer.engines.paths.situation import NOTHING_STATED, Stated, situation
from libcareer.engines.paths.ways import Way, Ways
from libcareer.engines.pay import PayFigure, pay, yearly
from libcareer.engines.similarity import likeness
from libcareer.knowledge.enums import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcareer.catalog import Catalog


class LimitKind(StrEnum):
    """What a limit is about."""

    NO_MASTERS = "no masters"
    NO_DEGREE = "no degree"
    PART_TIME = "part time"
    REMOTE = "remote"
    NO_MOVE = "no move"
    PLACE = "place"
    MIN_PAY = "min pay"
    MAX_COST = "max cost"
    MAX_MONTHS = "max months"


class Limits(Struct, frozen=True):
    """What limits a person: study, money in USD, months, pay in USD a year if full time, and the kind of post."""

    no_masters: bool = False
    no_degree: bool = False
    part_time: bool = False
    no_move: bool = False
    remote: bool = False
    place: Place | None = None
    max_months: float | None = None
    max_cost: float | None = None
    min_pay: float | None = None


class Limit(Struct, frozen=True):
    """One limit: its *kind*, and the *amount* or *place* that it sets, if it sets one."""

    kind: LimitKind
    amount: float | None = None
    place: Place | None = None


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
    """A limit that shuts a role out, and the least that would have to give.

    *has* says what the role has instead. *after* is the month of the usual way in which the limit is
    met. *least* is the smallest amount that would let the role in, None if the limit can only be left
    out. *study* are titles of what would be studied in spite of the limit, and *total* is what the way
    takes then. *enough* says whether that lets the role in, with all other limits as they are.
    """

    limit: Limit
    has: str
    after: float
    least: float | None
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

    Roles stand in order of likeness to the wish. The role a person is in, *origin*, is in neither list.
    *assumed* are titles of what people in that post usually hold, *presumed* their ids.
    *prices* has the dearest limit first.
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
    titles = {id_: catalog.credentials[id_].title for id_ in (*stated.held, *survey.ways.person.presumed)}
    return PlanB(
        wish=wish,
        title=catalog.briefs[wish].title,
        start=catalog.briefs[survey.origin].title if survey.origin else "no library work yet",
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
    )


# ---------------------------------------------------------------------------- one limit


class _Rule(Struct, frozen=True):
    """A *limit* at work: whether it *allows* a way to a role, what the role *has*, and the *least* that lets it in."""

    limit: Limit
    allows: Callable[[str, Way], bool]
    has: Callable[[str], str] = lambda _: ""
    least: Callable[[str, Way], float | None] = lambda _, __: None
    closed: frozenset[str] = frozenset()


def _rules(ways: Ways, limits: Limits) -> Iterator[_Rule]:
    catalog = ways.catalog
    cards = catalog.briefs
    for name, level in CEILINGS.items():
        if getattr(limits, name):
            yield _schooling(ways, LimitKind(name.replace("_", " ")), catalog.education[level].rank)
    for kind, name, admits in (
        (LimitKind.PART_TIME, "part_time", "mostly_part_time"),
        (LimitKind.REMOTE, "remote", "also_remote"),
        (LimitKind.NO_MOVE, "local", "near_home"),
    ):
        if getattr(limits, kind.value.replace(" ", "_")):
            yield _condition(catalog, kind, name, admits)
    if limits.place:
        wanted = (limits.place, Place.CROSSOVER)
        yield _Rule(
            Limit(LimitKind.PLACE, place=limits.place),
            allows=lambda role, _: cards[role].place in wanted,
            has=lambda role: cards[role].place.value,
        )
    if limits.min_pay is not None:
        yield _pay(catalog, limits.min_pay)
    if limits.max_cost is not None:
        cost = limits.max_cost
        yield _Rule(
            Limit(LimitKind.MAX_COST, cost),
            allows=lambda _, way: way.dearest <= cost,
            least=lambda _, way: math.ceil(way.dearest),
        )
    if limits.max_months is not None:
        months = limits.max_months
        yield _Rule(
            Limit(LimitKind.MAX_MONTHS, months),
            allows=lambda _, way: way.months[1] <= months,
            least=lambda _, way: math.ceil(way.months[1]),
        )


def _condition(catalog: Catalog, kind: LimitKind, condition: str, admits: str) -> _Rule:
    return _Rule(
        Limit(kind),
        allows=lambda role, _: bool(getattr(catalog.briefs[role].conditions, admits)),
        has=lambda role: str(getattr(catalog.briefs[role].conditions, condition)),
    )


def _schooling(ways: Ways, kind: LimitKind, ceiling: int) -> _Rule:
    """No study above the *ceiling*, and no role that usually asks for more than that or than what is held."""
    catalog, held = ways.catalog, ways.person.held
    enough = max([ceiling, *(ways.studies.ranks[id_] for id_ in held)])
    closed = ways.studies.levels_above(ceiling) - held
    levels = catalog.education
    return _Rule(
        Limit(kind),
        allows=lambda role, way: (
            levels[catalog.briefs[role].education.typical].rank <= enough and closed.isdisjoint(way.study)
        ),
        has=lambda role: levels[catalog.briefs[role].education.typical].title,
        closed=closed,
    )


def _pay(catalog: Catalog, least: float) -> _Rule:
    def paid(role: str) -> float | None:
        figure = pay(catalog, role)
        return None if figure is None else yearly(figure)

    def floor(role: str, _: Way) -> float | None:
        amount = paid(role)
        return None if amount is None else math.floor(amount)

    return _Rule(
        Limit(LimitKind.MIN_PAY, least),
        allows=lambda role, _: (paid(role) or 0.0) >= least,
        has=lambda role: "known" if paid(role) is not None else "not known",
        least=floor,
    )


# ---------------------------------------------------------------------------- all roles


class _Survey:
    """Every role from where a person stands, with its ways worth taking, held against all limits."""

    def __init__(self, catalog: Catalog, stated: Stated, limits: Limits) -> None:
        self.catalog = catalog
        self.ways = Ways(catalog, situation(catalog, stated))
        self.origin = self.ways.person.post
        self.rules = tuple(_rules(self.ways, limits))
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
        hurdles = tuple(self._hurdle(rule, role, after[rule.limit.kind], usual) for rule in together)
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
            pay=pay(self.catalog, role),
        )

    def _hurdle(self, rule: _Rule, role: str, after: float, usual: Way) -> Hurdle:
        lifted = self.allowed(role, *self.without(rule))
        least = [(amount, way) for way in lifted or self.worth(role) if (amount := rule.least(role, way)) is not None]
        if least and rule.limit.kind is not LimitKind.MIN_PAY:
            amount, way = min(least, key=lambda pair: (pair[0], sum(pair[1].months)))
        else:
            amount = least[0][0] if least else None
            way = best_of(unbeaten(lifted), Prefer.USUAL) if lifted else usual
        study = [id_ for id_ in way.study if id_ in rule.closed]
        return Hurdle(
            limit=rule.limit,
            has=rule.has(role),
            after=after,
            least=amount,
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
                too_dear = rule.limit.kind is LimitKind.MAX_COST and spent > (rule.limit.amount or 0.0)
                if id_ in rule.closed or too_dear:
                    return begins[1]
        return (rule.limit.amount or 0.0) if rule.limit.kind is LimitKind.MAX_MONTHS else way.months[1]
