"""What else can be reached: every role within a person's limits, and for each other one the limit in its way."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.choices import Prefer
from libcareer.engines.lookup.roles import CEILINGS
from libcareer.engines.paths.graph import NO_TIME, UNBOUNDED, Bounds, Graph, Least, plus
from libcareer.engines.paths.path import Route, Total, told, total
from libcareer.engines.pay import PayFigure, pay, yearly
from libcareer.engines.similarity import likeness
from libcareer.knowledge.enums import Place
from libcareer.knowledge.model import CredentialKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from libcareer.catalog import Catalog
    from libcareer.engines.paths.graph import Edge


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


class Block(Struct, frozen=True):
    """The limit that shuts a role out, as it would be typed, and the cheapest way to lift it.

    *stands* says how the role stands to the limit. *after* is the month of the quickest way in which
    the limit is met. *instead* is the least that would have to be typed in its place, None if the
    limit can only be left out. *study* are titles of what would have to be studied in spite of the
    limit, and *total* is what the way takes then: the quickest one, or the one with the least of what
    is limited. *enough* says whether lifting this one limit lets the role in.
    """

    limit: str
    stands: str
    after: float
    instead: str | None
    study: tuple[str, ...]
    total: Total
    enough: bool


class LeftOut(Struct, frozen=True):
    """A role that is not within the limits; *block* is None where no way leads there, limits or not.

    *also* are other limits that shut it out by themselves. *together* says that none does so by
    itself: the quick ways are too dear and the cheap ones too long.
    """

    role: str
    title: str
    place: str
    share: float
    block: Block | None
    also: tuple[str, ...] = ()
    together: bool = False


class Price(Struct, frozen=True):
    """What a limit costs: how many *more* roles would be within reach without it."""

    limit: str
    more: int


class PlanB(Struct, frozen=True):
    """The answer: whether the wish itself is within the limits, what else is, and what shuts out the rest.

    Roles stand in order of likeness to the wish. The role a person is in, *origin*, is in neither list.
    *limits* are as typed; *prices* has the dearest one first.
    """

    wish: str
    title: str
    start: str
    holding: tuple[str, ...]
    limits: tuple[str, ...]
    origin: str | None
    held: tuple[str, ...]
    itself: Reach | LeftOut | None
    reached: tuple[Reach, ...]
    left_out: tuple[LeftOut, ...]
    prices: tuple[Price, ...]


def planb(catalog: Catalog, wish: str, limits: Limits, *, start: str | None = None, held: Iterable[str] = ()) -> PlanB:
    """What somebody who wishes for the role *wish* can reach within *limits*, from *start* with what is *held*.

    Without a *start* the person has no library work behind them; with one, both a move from it and a
    fresh start elsewhere count. A role is within the limits if some way to it is, at the upper end of
    what it takes; what is not known to be within them is not.
    """
    held = tuple(dict.fromkeys(held))
    search = _Search(catalog, start, held, limits)
    within = search.reached(search.limits)
    near = {id_: likeness(catalog, wish, id_) for id_ in catalog.briefs}
    order = sorted((id_ for id_ in catalog.briefs if id_ != start), key=lambda id_: (-near[id_].share, id_))
    told_ = {
        id_: search.reach(id_, within[id_], wish) if id_ in within else search.left_out(id_, near[id_].share)
        for id_ in order
    }
    others = [answer for id_, answer in told_.items() if id_ != wish]
    return PlanB(
        wish=wish,
        title=catalog.briefs[wish].title,
        start=catalog.briefs[start].title if start else "no library work yet",
        holding=tuple(catalog.credentials[id_].title for id_ in sorted(held)),
        limits=tuple(limit.typed for limit in search.limits),
        origin=start,
        held=held,
        itself=told_.get(wish),
        reached=tuple(answer for answer in others if isinstance(answer, Reach)),
        left_out=tuple(answer for answer in others if isinstance(answer, LeftOut)),
        prices=search.prices(within),
    )


# ---------------------------------------------------------------------------- one limit


class _Limit(Struct, frozen=True):
    """A limit as it is typed: the *bounds* it sets to a way, and the roles it *admits* at the end of one.

    *stands* says how a role stands to it; *instead* what would have to be typed to admit a role.
    """

    typed: str
    stands: Callable[[str], str]
    bounds: Bounds = UNBOUNDED
    admits: Callable[[str], bool] = lambda _: True
    instead: Callable[[str], str | None] = lambda _: None


def _limits(graph: Graph, limits: Limits, holding: frozenset[str]) -> Iterator[_Limit]:
    catalog = graph.catalog
    for name, level in CEILINGS.items():
        if getattr(limits, name):
            yield _schooling(graph, f"--{name.replace('_', '-')}", catalog.education[level].rank, holding)
    if limits.part_time:
        yield _condition(catalog, "--part-time", "part_time", "mostly_part_time")
    if limits.remote:
        yield _condition(catalog, "--remote", "remote", "also_remote")
    if limits.no_move:
        yield _condition(catalog, "--no-move", "local", "near_home")
    if limits.place:
        wanted = (limits.place, Place.CROSSOVER)
        yield _Limit(
            f"--{limits.place.value}",
            lambda id_: catalog.briefs[id_].place.value,
            admits=lambda id_: catalog.briefs[id_].place in wanted,
        )
    if limits.min_pay is not None:
        yield _pay(catalog, limits.min_pay)
    if limits.max_cost is not None:
        yield _Limit(f"--max-cost {limits.max_cost:g}", lambda _: "", Bounds(money=limits.max_cost))
    if limits.max_months is not None:
        yield _Limit(f"--max-months {limits.max_months:g}", lambda _: "", Bounds(months=limits.max_months))


def _condition(catalog: Catalog, typed: str, condition: str, admits: str) -> _Limit:
    return _Limit(
        typed,
        stands=lambda id_: str(getattr(catalog.briefs[id_].conditions, condition)),
        admits=lambda id_: bool(getattr(catalog.briefs[id_].conditions, admits)),
    )


def _schooling(graph: Graph, typed: str, ceiling: int, holding: frozenset[str]) -> _Limit:
    """No study above the *ceiling*, and no role that usually asks for more than that or than what is held."""
    catalog = graph.catalog
    enough = max([ceiling, *(rank(catalog, id_) for id_ in holding)])
    closed = {id_ for id_ in catalog.credentials if id_ not in holding and rank(catalog, id_) > ceiling}
    levels = catalog.education
    return _Limit(
        typed,
        stands=lambda id_: levels[catalog.briefs[id_].education.typical].title,
        bounds=Bounds(closed=frozenset(closed)),
        admits=lambda id_: levels[catalog.briefs[id_].education.typical].rank <= enough,
    )


def rank(catalog: Catalog, credential: str) -> int:
    """The rank of the level of education that *credential* is or is built on; 0 if it asks for none.

    A degree that is built on another one is a level above it, whatever it is called: a law degree
    after a bachelor's is no bachelor's.
    """
    record = catalog.credentials[credential]
    own = catalog.education[record.education].rank if record.education else 0
    below = max((rank(catalog, id_) for id_ in record.requires), default=0)
    return max(own, below + 1 if below and record.kind is CredentialKind.DEGREE else below)


def _pay(catalog: Catalog, least: float) -> _Limit:
    def paid(role: str) -> float | None:
        figure = pay(catalog, role)
        return None if figure is None else yearly(figure)

    def instead(role: str) -> str | None:
        amount = paid(role)
        return None if amount is None else f"--min-pay {math.floor(amount)}"

    return _Limit(
        f"--min-pay {least:g}",
        stands=lambda id_: "known" if paid(id_) is not None else "not known",
        admits=lambda id_: (paid(id_) or 0.0) >= least,
        instead=instead,
    )


# ---------------------------------------------------------------------------- the search


class _Search:
    """Ways from where a person stands, under any of their limits; each search is made once."""

    def __init__(self, catalog: Catalog, start: str | None, held: Sequence[str], limits: Limits) -> None:
        self.catalog = catalog
        self.graph = Graph(catalog)
        self.start = start
        self.holding = self.graph.with_implied(held)
        self.limits = tuple(_limits(self.graph, limits, self.holding))
        self.found: dict[tuple[Bounds, Prefer | Least], dict[str, tuple[Edge, ...]]] = {}

    def ways(self, bounds: Bounds, wish: Prefer | Least) -> dict[str, tuple[Edge, ...]]:
        """The best way to every role within *bounds*."""
        key = bounds, wish
        if key not in self.found:
            self.found[key] = dict(self.graph.ways(self.start, self.holding, wish, afresh=True, bounds=bounds))
        return self.found[key]

    def reached(self, limits: Iterable[_Limit], wish: Prefer | Least = Prefer.QUICKEST) -> dict[str, tuple[Edge, ...]]:
        """The best way to every other role than the one at the start that is within all of *limits*."""
        limits = tuple(limits)
        ways = self.ways(_together(limits), wish)
        return {id_: ways[id_] for id_ in ways if id_ != self.start and all(one.admits(id_) for one in limits)}

    def without(self, limit: _Limit) -> tuple[_Limit, ...]:
        """All limits but one."""
        return tuple(other for other in self.limits if other is not limit)

    def prices(self, within: dict[str, tuple[Edge, ...]]) -> tuple[Price, ...]:
        """How many more roles than *within* there would be without each limit."""
        prices = [Price(limit.typed, len(self.reached(self.without(limit))) - len(within)) for limit in self.limits]
        return tuple(sorted(prices, key=lambda price: -price.more))

    @cached_property
    def alone(self) -> tuple[tuple[_Limit, dict[str, tuple[Edge, ...]]], ...]:
        """What each limit would leave if it were the only one."""
        return tuple((limit, self.reached([limit])) for limit in self.limits)

    # ------------------------------------------------------------------ what is told of a role

    def reach(self, role: str, edges: tuple[Edge, ...], wish: str) -> Reach:
        """A *role* within the limits, by the way of *edges*."""
        brief, near = self.catalog.briefs[role], likeness(self.catalog, wish, role)
        return Reach(
            role=role,
            title=brief.title,
            place=brief.place.value,
            share=near.share,
            shared=tuple(self.catalog.skills[skill].title for skill in near.shared),
            missing=tuple(self.catalog.skills[skill].title for skill in near.missing),
            route=told(self.graph, role, Prefer.QUICKEST.value, edges, self.start, self.holding),
            pay=pay(self.catalog, role),
        )

    def left_out(self, role: str, share: float) -> LeftOut:
        """A *role* that is not within the limits, with the one that is met first of those that shut it out."""
        brief = self.catalog.briefs[role]
        quickest = self.ways(UNBOUNDED, Prefer.QUICKEST).get(role)
        if quickest is None:
            return LeftOut(role, brief.title, brief.place.value, share, None)
        shut = [limit for limit, left in self.alone if role not in left]
        together = not shut
        if together:
            shut = [limit for limit in self.limits if role in self.reached(self.without(limit))] or list(self.limits)
        after = {limit.typed: self._after(limit, role, quickest) for limit in shut}
        first = min(shut, key=lambda limit: after[limit.typed])
        also = () if together else tuple(limit.typed for limit in shut if limit is not first)
        block = self._block(first, role, after[first.typed])
        return LeftOut(role, brief.title, brief.place.value, share, block, also, together)

    def _after(self, limit: _Limit, role: str, way: tuple[Edge, ...]) -> float:
        """The month of the quickest *way* to a *role* in which it first goes beyond *limit*."""
        months, spent = 0.0, (0.0, 0.0)
        for edge in way:
            spent = plus(spent, self.graph.spent(edge))
            if not limit.bounds.closed.isdisjoint(edge.study) or spent[1] > limit.bounds.money:
                return months
            if spent[0] > limit.bounds.months:
                return max(months, limit.bounds.months) if spent[0] < math.inf else months
            months += self.graph.months(edge)[0][1]
        return months if not limit.admits(role) else math.inf

    def _block(self, limit: _Limit, role: str, after: float) -> Block:
        others = self.without(limit)
        enough = role in self.reached(others)
        rest = _together(others) if enough else UNBOUNDED
        bounds, instead = limit.bounds, limit.instead(role)
        if bounds.months < math.inf:
            way, instead = self._least(role, rest, Least.MONTHS, "--max-months")
        elif bounds.money < math.inf:
            way, instead = self._least(role, rest, Least.MONEY, "--max-cost")
        else:
            way = self.ways(rest, Prefer.QUICKEST)[role]
        study = [id_ for edge in way for id_ in edge.study if id_ in bounds.closed]
        return Block(
            limit=limit.typed,
            stands=limit.stands(role),
            after=after,
            instead=instead,
            study=tuple(self.catalog.credentials[id_].title for id_ in study),
            total=total(self.graph, way),
            enough=enough,
        )

    def _least(self, role: str, bounds: Bounds, wish: Least, typed: str) -> tuple[tuple[Edge, ...], str | None]:
        """The way with the least of what a limit bounds, and that limit as it would let *role* in."""
        way = self.ways(bounds, wish)[role]
        spent = NO_TIME
        for edge in way:
            spent = plus(spent, self.graph.spent(edge))
        least = spent[0] if wish is Least.MONTHS else spent[1]
        return way, f"{typed} {math.ceil(least)}" if least < math.inf else None


def _together(limits: Iterable[_Limit]) -> Bounds:
    """The bounds that all of *limits* set."""
    bounds = [limit.bounds for limit in limits]
    return Bounds(
        months=min((one.months for one in bounds), default=math.inf),
        money=min((one.money for one in bounds), default=math.inf),
        closed=frozenset().union(*(one.closed for one in bounds)),
    )
