"""The way to a role: steps of work and study, with what each needs, takes, costs, pays and teaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from libcareer.engines.choices import Prefer
from libcareer.engines.paths.graph import NO_TIME, Edge, Graph, plus
from libcareer.engines.pay import PayFigure, pay
from libcareer.engines.references import Cite, cite
from libcareer.knowledge.enums import Asked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from libcareer.catalog import Catalog
    from libcareer.catalog.briefs import NeedBrief
    from libcareer.knowledge.model import Credential

EDITORIAL = "editorial"
"""Id of the source that stands for the maintainers' own judgement."""

MOST_ROUTES = 4
"""How many ways are told at most."""


class Span(Struct, frozen=True):
    """A range of months with its year and source."""

    low: float
    high: float
    year: str
    source: Cite
    unit: str = "months"


class CostFigure(Struct, frozen=True):
    """A range of money with its year and source, and what it includes."""

    low: float
    high: float
    currency: str
    year: str
    source: Cite
    note: str | None = None


class Needed(Struct, frozen=True):
    """What a step asks for, who asks for it, and whether it is met by then."""

    what: str
    asked: Asked
    note: str | None = None


class Step(Struct, frozen=True):
    """One numbered step.

    *kind* is work, study or goal. *takes* is how long it lasts, None if not known; *adds* is what it
    adds to the whole in months, nothing where it runs *beside* the job of the step before.
    """

    kind: str
    id: str
    title: str
    how: str
    why: str
    needs: tuple[Needed, ...] = ()
    takes: Span | None = None
    adds: tuple[float, float] = (0.0, 0.0)
    beside: str | None = None
    cost: CostFigure | None = None
    pays: PayFigure | None = None
    teaches: tuple[str, ...] = ()
    move: str | None = None


class Money(Struct, frozen=True):
    """A range of money in one currency."""

    low: float
    high: float
    currency: str


class Total(Struct, frozen=True):
    """Sums over the steps: months, money for study by currency, months of study without pay.

    *unknown* names the study whose length or cost is not known and therefore not in the sums.
    """

    months: tuple[float, float]
    cost: tuple[Money, ...]
    unpaid_months: tuple[float, float]
    unknown: tuple[str, ...] = ()


class Route(Struct, frozen=True):
    """One way to the goal; *kind* says how it differs from the others."""

    kind: str
    steps: tuple[Step, ...]
    total: Total
    missing: tuple[str, ...]


class Stuck(Struct, frozen=True):
    """Why no way was found: who leads to the goal, and why nobody gets there."""

    reason: str
    feeders: tuple[str, ...]


class Path(Struct, frozen=True):
    """The answer: the best route, routes that differ from it in kind, or what stands in the way."""

    goal: str
    title: str
    start: str
    holding: tuple[str, ...]
    prefer: Prefer
    best: Route | None = None
    others: tuple[Route, ...] = ()
    stuck: Stuck | None = None


def path(
    catalog: Catalog,
    goal: str,
    *,
    start: str | None = None,
    held: Iterable[str] = (),
    prefer: Prefer = Prefer.QUICKEST,
) -> Path:
    """The way to the role *goal* for somebody in the role *start* who holds the credentials *held*.

    Without a *start* the person has no library work behind them. All four are ids of *catalog*.
    """
    graph = Graph(catalog)
    held = tuple(dict.fromkeys(held))
    holding = graph.with_implied(held)
    answer = Path(
        goal=goal,
        title=catalog.briefs[goal].title,
        start=catalog.briefs[start].title if start else "no library work yet",
        holding=tuple(catalog.credentials[id_].title for id_ in sorted(held)),
        prefer=prefer,
    )
    found = _routes(graph, start, goal, holding, prefer)
    if not found:
        return replace(answer, stuck=_stuck(catalog, start, goal))
    routes = [told(graph, goal, kind, edges, start, holding) for kind, edges in found]
    return replace(answer, best=routes[0], others=tuple(routes[1:]))


def told(graph: Graph, goal: str, kind: str, edges: tuple[Edge, ...], start: str | None, held: frozenset[str]) -> Route:
    """The way of *edges* to the role *goal* as steps, for somebody in the role *start* who has what is *held*."""
    return _Telling(graph, goal).route(kind, edges, start, held)


def total(graph: Graph, edges: Iterable[Edge]) -> Total:
    """What a way of *edges* takes in all: months, money for study by currency, months of study without pay."""
    months = unpaid = NO_TIME
    costs: dict[str, tuple[float, float]] = {}
    unknown: list[str] = []
    for edge in edges:
        took, without_pay = graph.months(edge)
        months, unpaid = plus(months, took), plus(unpaid, without_pay)
        for id_ in edge.study:
            record = graph.catalog.credentials[id_]
            if record.cost is None or graph.load(id_).unknown:
                unknown.append(record.title)
            if record.cost is not None:
                sum_ = costs.get(record.cost.currency, (0.0, 0.0))
                costs[record.cost.currency] = plus(sum_, (record.cost.low, record.cost.high))
    money = tuple(Money(low, high, currency) for currency, (low, high) in costs.items())
    return Total(months, money, unpaid, tuple(unknown))


def _routes(
    graph: Graph, start: str | None, goal: str, held: frozenset[str], prefer: Prefer
) -> list[tuple[str, tuple[Edge, ...]]]:
    """The best route and up to three that differ from it in kind, each with its kind in words."""
    if start == goal:
        return [("you are there", ())]
    afresh = start is None
    wishes = [prefer, *(other for other in Prefer if other is not prefer)]
    found: list[tuple[str, tuple[Edge, ...] | None]] = [
        (wish.value, graph.shortest(start, goal, held, wish, afresh=afresh)) for wish in wishes
    ]
    best = found[0][1]
    if best and len(best) > 1:
        around = graph.shortest(start, goal, held, prefer, afresh=afresh, avoid=best[-2].to)
        found.append(("by another door", around))
    if start is not None:
        found.append(("starting afresh", graph.shortest(start, goal, held, prefer, afresh=True)))
    routes: list[tuple[str, tuple[Edge, ...]]] = []
    for kind, edges in found:
        if edges is not None and all(_way(edges) != _way(known) for _, known in routes):
            routes.append((kind, edges))
    if len(routes) > MOST_ROUTES:
        # The last one starts afresh. From a far-off job it is often the shortest by years.
        return [*routes[: MOST_ROUTES - 1], routes[-1]]
    return routes


def _way(edges: tuple[Edge, ...]) -> tuple[tuple[str, frozenset[str]], ...]:
    """What makes two routes the same in kind: the jobs held on the way and the manner of study."""
    return tuple((edge.to, edge.beside) for edge in edges)


def _stuck(catalog: Catalog, start: str | None, goal: str) -> Stuck:
    """What stands in the way of the goal."""
    title = catalog.briefs[goal].title
    feeders = catalog.feeders[goal]
    titles = tuple(catalog.briefs[id_].title for id_ in feeders)
    if not feeders:
        reason = f"No role leads to {title}, and no way in from outside is known."
    else:
        start_title = catalog.briefs[start].title if start else "outside"
        reason = f"{title} is reached from {_listed(titles)}, and no move leads from {start_title} to there."
    return Stuck(reason, titles)


class _Telling:
    """Turns the edges of a way to *goal* into steps that can be told."""

    def __init__(self, graph: Graph, goal: str) -> None:
        self.graph = graph
        self.catalog = graph.catalog
        self.goal = goal

    def route(self, kind: str, edges: tuple[Edge, ...], start: str | None, held: frozenset[str]) -> Route:
        """The steps along *edges*, with totals and the goal's skills that none of them teaches."""
        skills = _SkillsLearned(self.catalog, self.goal)
        steps: list[Step] = []
        role, entered = start, None
        for edge in edges:
            if role is not None:
                steps.append(self._work(role, entered, edge, skills))
            steps += [self._study(id_, edge, role, skills) for id_ in edge.study]
            role, entered = edge.to, edge
        steps.append(self._job("goal", self.goal, entered))
        missing = skills.missing(held) if edges else ()
        return Route(kind, tuple(steps), total(self.graph, edges), missing)

    def _work(self, role: str, entered: Edge | None, leaving: Edge, skills: _SkillsLearned) -> Step:
        """Time in the job *role*, entered by one edge and left by the next."""
        months, unpaid = self.graph.months(leaving)
        stay = (months[0] - unpaid[0], months[1] - unpaid[1])
        brief = self.catalog.briefs[role]
        learned = skills.learn((*brief.skills.essential, *brief.skills.useful))
        return replace(self._job("work", role, entered), takes=self._editorial(stay), adds=stay, teaches=learned)

    def _study(self, credential: str, edge: Edge, role: str | None, skills: _SkillsLearned) -> Step:
        record = self.catalog.credentials[credential]
        load = self.graph.load(credential)
        beside = credential in edge.beside
        span = None if load.unknown else load.beside if beside else load.full
        needs = [need for need in edge.needs if need.credential == credential]
        return Step(
            kind="study",
            id=credential,
            title=record.title,
            how=record.how,
            why=record.asked_note,
            needs=(Needed(record.eligibility, needs[0].asked if needs else record.asked),),
            takes=self._studied(record, span),
            adds=span if span and not beside else NO_TIME,
            beside=self.catalog.briefs[role].title if beside and role else None,
            cost=self._cost(credential),
            teaches=skills.learn(record.teaches),
        )

    def _job(self, kind: str, role: str, entered: Edge | None) -> Step:
        """The job *role*: how, why and with what it is entered; without an edge the person is in it."""
        how = why = ""
        if entered is not None and entered.kind is None:
            entry = self.catalog.roles[role].entry
            how, why = (entry.how, entry.why) if entry else ("", "")
        elif entered is not None:
            moves = self.catalog.roles[str(entered.origin)].moves
            how, why = next((move.how, move.why) for move in moves if move.to == role)
        return Step(
            kind=kind,
            id=role,
            title=self.catalog.briefs[role].title,
            how=how,
            why=why,
            needs=tuple(self._needed(need) for need in entered.needs) if entered else (),
            pays=pay(self.catalog, role),
            move=None if entered is None else entered.kind.value if entered.kind else "entry",
        )

    def _needed(self, need: NeedBrief) -> Needed:
        if need.credential is None:
            return Needed(need.what or "", need.asked, need.note)
        return Needed(self.catalog.credentials[need.credential].title, need.asked, need.note)

    def _editorial(self, months: tuple[float, float]) -> Span:
        source = cite(self.catalog, EDITORIAL)
        return Span(*months, year=source.published or "", source=source)

    def _studied(self, record: Credential, span: tuple[float, float] | None) -> Span | None:
        if span is None or record.time is None:
            return None
        return Span(*span, year=str(record.time.year), source=cite(self.catalog, record.time.source))

    def _cost(self, credential: str) -> CostFigure | None:
        cost = self.catalog.credentials[credential].cost
        if cost is None:
            return None
        source = cite(self.catalog, cost.source)
        return CostFigure(cost.low, cost.high, cost.currency, str(cost.year), source, cost.note)


class _SkillsLearned:
    """Which of the goal's skills have been met on the way so far."""

    def __init__(self, catalog: Catalog, goal: str) -> None:
        self.catalog = catalog
        skills = catalog.briefs[goal].skills
        self.essential = skills.essential
        self.wanted = (*skills.essential, *skills.useful)
        self.met: set[str] = set()

    def learn(self, skills: Iterable[str]) -> tuple[str, ...]:
        """Titles of the wanted skills that are new among *skills*."""
        known = set(skills)
        new = [s for s in self.wanted if s not in self.met and not known.isdisjoint(self.catalog.family(s))]
        self.met.update(new)
        return tuple(self.catalog.skills[skill].title for skill in new)

    def missing(self, held: Iterable[str]) -> tuple[str, ...]:
        """Titles of the goal's essential skills that neither the way nor *held* teaches."""
        for credential in held:
            self.learn(self.catalog.credentials[credential].teaches)
        return tuple(self.catalog.skills[s].title for s in self.essential if s not in self.met)


def _listed(names: Iterable[str]) -> str:
    names = list(names)
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
