"""The way to a role: steps of work and study, with what each needs, takes, costs, pays and teaches.

The graph has a node for each pair of a role held and the credentials held, and an edge for each move
or entry that the knowledge files name. The best path under a preference is found by Dijkstra's
algorithm (E. W. Dijkstra, "A note on two problems in connexion with graphs", 1959) over costs that
are compared part by part, so that the second part decides between equals in the first.
"""

from __future__ import annotations

import heapq
import itertools
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from libcareer.model import Asked, MoveKind
from libcareer.pay import Cite, PayFigure, cite, pay

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from libcareer.catalog import Card, Catalog
    from libcareer.model import Credential, Need

HOP_MONTHS = 4.0
"""What each change of job weighs in the search, in months: people wait about that long for a post."""

SIDEWAYS_MONTHS = 12.0
"""What a sideways move weighs on top: it starts a person again near the foot of another ladder."""

UNKNOWN_MONTHS, UNKNOWN_MONEY = 24.0, 10_000.0
"""What study of unknown length or cost weighs in the search; neither is ever shown as a figure."""

EDITORIAL = "editorial"
"""Id of the source that stands for the maintainers' own judgement."""


class Prefer(StrEnum):
    """What the best path is best at."""

    QUICKEST = "quickest"
    CHEAPEST = "cheapest"
    EARNING = "earning"


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


class _Edge(Struct, frozen=True):
    """A move or entry into *to*, with the study that is still to be done for it, and how it is done."""

    origin: str | None
    to: str
    kind: MoveKind | None
    years: tuple[float, float]
    needs: tuple[Need, ...]
    study: tuple[str, ...]
    beside: bool


Weight = tuple[float, float]
"""What a way weighs in the search: the wish first, then what decides between equals."""

Months = tuple[float, float]
NO_TIME: Months = (0.0, 0.0)

_Node = tuple[str | None, frozenset[str]]


class _Load(Struct, frozen=True):
    """What gaining a credential takes: months full time, months beside a job, money; *unknown* if not timed."""

    full: Months
    beside: Months | None
    money: float
    unknown: bool

    @classmethod
    def of(cls, credential: Credential) -> _Load:
        """The load of a *credential* record."""
        time, cost = credential.time, credential.cost
        money = (cost.low + cost.high) / 2 if cost else UNKNOWN_MONEY
        full = time and (time.full_time or time.part_time)
        return cls(full or NO_TIME, time.part_time if time else None, money, not full)


def _weighed(prefer: Prefer, time: float, money: float, unpaid: float) -> Weight:
    match prefer:
        case Prefer.QUICKEST:
            return time, money
        case Prefer.CHEAPEST:
            return money, time
        case Prefer.EARNING:
            return unpaid, time


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
    search = _Search(catalog, goal)
    holding = search.with_implied(held)
    answer = Path(
        goal=goal,
        title=catalog.cards[goal].title,
        start=catalog.cards[start].title if start else "no library work yet",
        holding=tuple(catalog.credentials[id_].title for id_ in sorted(held)),
        prefer=prefer,
    )
    found = search.routes(start, holding, prefer)
    if not found:
        return replace(answer, stuck=search.stuck(start, holding))
    routes = [search.route(kind, edges, start, holding) for kind, edges in found]
    return replace(answer, best=routes[0], others=tuple(routes[1:]))


class _Search:
    """Path finding towards one goal in one catalog."""

    def __init__(self, catalog: Catalog, goal: str) -> None:
        self.catalog = catalog
        self.goal = goal
        self.chains: dict[str, tuple[str, ...]] = {}
        self.loads: dict[str, _Load] = {}
        self.implied: dict[tuple[str, ...], frozenset[str]] = {}

    # ------------------------------------------------------------------ credentials

    def with_implied(self, held: Iterable[str]) -> frozenset[str]:
        """*held* with everything that its holder must have had before or need not take any more."""
        key = tuple(held)
        if key not in self.implied:
            self.implied[key] = self._closure(key)
        return self.implied[key]

    def _closure(self, held: tuple[str, ...]) -> frozenset[str]:
        implied: set[str] = set()
        waiting = list(held)
        while waiting:
            id_ = waiting.pop()
            if id_ not in implied:
                implied.add(id_)
                credential = self.catalog.credentials[id_]
                waiting += [*credential.requires, *credential.counts_as]
        return frozenset(implied)

    def study(self, needs: Iterable[Need], held: frozenset[str]) -> tuple[str, ...]:
        """Credentials still to be gained for *needs*, in the order in which they can be gained.

        What only habit asks for can be left out, so nobody is sent to study for it.
        """
        wanted: list[str] = []
        for need in needs:
            if need.credential and need.asked is not Asked.HABIT:
                wanted += [id_ for id_ in self._chain(need.credential) if id_ not in held]
        return tuple(dict.fromkeys(wanted))

    def _chain(self, credential: str) -> tuple[str, ...]:
        if credential not in self.chains:
            before = [
                id_ for first in self.catalog.credentials[credential].requires for id_ in self._chain(first)
            ]
            self.chains[credential] = (*dict.fromkeys(before), credential)
        return self.chains[credential]

    # ------------------------------------------------------------------ edges and what they weigh

    def edges(self, node: _Node, *, entries: bool) -> Iterator[_Edge]:
        """Ways on from *node*: the moves of its role, or, with *entries*, every way in from outside."""
        role, held = node
        if role is not None:
            for move in self.catalog.cards[role].moves:
                study = self.study(move.needs, held)
                yield from self._modes(_Edge(role, move.to, move.kind, move.years, move.needs, study, False))
        if entries:
            for id_, card in self.catalog.cards.items():
                if card.entry is not None and id_ != role:
                    study = self.study(card.entry.needs, held)
                    edge = _Edge(role, id_, None, (0.0, 0.0), card.entry.needs, study, False)
                    yield from self._modes(edge)

    def _modes(self, edge: _Edge) -> Iterator[_Edge]:
        """The *edge* with its study done full time, and, where there is a job, beside it."""
        yield edge
        if edge.study and edge.origin is not None and any(self._load(id_).beside for id_ in edge.study):
            yield replace(edge, beside=True)

    def _load(self, credential: str) -> _Load:
        if credential not in self.loads:
            self.loads[credential] = _Load.of(self.catalog.credentials[credential])
        return self.loads[credential]

    def months(self, edge: _Edge) -> tuple[Months, Months]:
        """Months that *edge* takes and months of it without pay, each as a range."""
        practice = (edge.years[0] * 12, edge.years[1] * 12)
        beside = full = NO_TIME
        for load in map(self._load, edge.study):
            if edge.beside and load.beside:
                beside = _plus(beside, load.beside)
            else:
                full = _plus(full, load.full)
        stay = (max(practice[0], beside[0]), max(practice[1], beside[1]))
        return _plus(stay, full), full

    def weight(self, edge: _Edge, prefer: Prefer) -> Weight:
        """What *edge* costs under *prefer*: the wish first, then what decides between equals."""
        months, unpaid = self.months(edge)
        loads = [self._load(id_) for id_ in edge.study]
        time = sum(months) / 2 + HOP_MONTHS + sum(UNKNOWN_MONTHS for load in loads if load.unknown)
        if edge.kind is MoveKind.SIDEWAYS:
            time += SIDEWAYS_MONTHS
        return _weighed(prefer, time, sum(load.money for load in loads), sum(unpaid) / 2)

    def by_itself(self, study: Iterable[str], prefer: Prefer, *, beside: bool) -> Weight:
        """What it would weigh at most to gain the credentials in *study* later on, in any job."""
        time = money = unpaid = 0.0
        for load in map(self._load, study):
            part_time = beside and load.beside
            time += sum(load.beside if part_time and load.beside else load.full) / 2
            time += UNKNOWN_MONTHS if load.unknown else 0
            money += load.money
            unpaid += 0 if part_time else sum(load.full) / 2
        return _weighed(prefer, time, money, unpaid)

    def _cost(self, credential: str) -> CostFigure | None:
        cost = self.catalog.credentials[credential].cost
        if cost is None:
            return None
        source = cite(self.catalog, cost.source)
        return CostFigure(cost.low, cost.high, cost.currency, str(cost.year), source, cost.note)

    # ------------------------------------------------------------------ the search

    def shortest(
        self, start: str | None, held: frozenset[str], prefer: Prefer, *, afresh: bool, avoid: str | None = None
    ) -> tuple[_Edge, ...] | None:
        """The edges of the best path, None if there is none.

        With *afresh* the first step may be any entry from outside; *avoid* is a role not to pass.
        """
        first: _Node = (start, held)
        best: dict[_Node, Weight] = {first: (0.0, 0.0)}
        came: dict[_Node, tuple[_Node, _Edge]] = {}
        order = itertools.count()
        queue: list[tuple[Weight, int, _Node]] = [((0.0, 0.0), next(order), first)]
        done: dict[str | None, list[tuple[Weight, frozenset[str]]]] = {}
        while queue:
            weight, _, node = heapq.heappop(queue)
            role, holding = node
            if role == self.goal:
                return _trace(came, node)
            if any(self._no_worse(known, weight, holding, prefer) for known in done.get(role, ())):
                continue
            done.setdefault(role, []).append((weight, holding))
            for edge in self.edges(node, entries=afresh and node == first):
                if edge.to == avoid:
                    continue
                there = (edge.to, holding | self.with_implied(edge.study))
                total = _plus(weight, self.weight(edge, prefer))
                if there not in best or total < best[there]:
                    best[there] = total
                    came[there] = (node, edge)
                    heapq.heappush(queue, (total, next(order), there))
        return None

    def _no_worse(
        self, known: tuple[Weight, frozenset[str]], weight: Weight, held: frozenset[str], prefer: Prefer
    ) -> bool:
        """Whether a way to a role that is *known* makes another one needless, of some *weight*, that holds *held*.

        It does if gaining by itself what the other one holds more would still not weigh more: whoever
        took the other way went round for those credentials. Without this the search would follow
        every order of gathering credentials that lead nowhere near the goal.
        """
        weighed, holds = known
        missing = held - holds
        if not missing:
            return weighed <= weight
        return any(_plus(weighed, self.by_itself(missing, prefer, beside=beside)) <= weight for beside in (True, False))

    def routes(
        self, start: str | None, held: frozenset[str], prefer: Prefer
    ) -> list[tuple[str, tuple[_Edge, ...]]]:
        """The best route and up to three that differ from it in kind, each with its kind in words."""
        if start == self.goal:
            return [("you are there", ())]
        afresh = start is None
        wishes = [prefer, *(other for other in Prefer if other is not prefer)]
        found: list[tuple[str, tuple[_Edge, ...] | None]] = [
            (wish.value, self.shortest(start, held, wish, afresh=afresh)) for wish in wishes
        ]
        best = found[0][1]
        if best and len(best) > 1:
            around = self.shortest(start, held, prefer, afresh=afresh, avoid=best[-2].to)
            found.append(("by another door", around))
        if start is not None:
            found.append(("starting afresh", self.shortest(start, held, prefer, afresh=True)))
        routes: list[tuple[str, tuple[_Edge, ...]]] = []
        for kind, edges in found:
            if edges is not None and all(_way(edges) != _way(known) for _, known in routes):
                routes.append((kind, edges))
        return routes[:4]

    def stuck(self, start: str | None, held: frozenset[str]) -> Stuck:
        """What stands in the way of the goal."""
        title = self.catalog.cards[self.goal].title
        feeders = self.catalog.feeders[self.goal]
        titles = tuple(self.catalog.cards[id_].title for id_ in feeders)
        if not feeders:
            reason = f"No role leads to {title}, and no way in from outside is known."
        else:
            start_title = self.catalog.cards[start].title if start else "outside"
            reason = f"{title} is reached from {_listed(titles)}, and no move leads from {start_title} to there."
        return Stuck(reason, titles)

    # ------------------------------------------------------------------ edges to steps

    def route(self, kind: str, edges: tuple[_Edge, ...], start: str | None, held: frozenset[str]) -> Route:
        """The steps along *edges*, with totals and the goal's skills that none of them teaches."""
        skills = self._SkillsLearned(self)
        steps: list[Step] = []
        role, entered = start, None
        for edge in edges:
            if role is not None:
                steps.append(self._work(role, entered, edge, skills))
            steps += [self._study(id_, edge, role, skills) for id_ in edge.study]
            role, entered = edge.to, edge
        steps.append(self._arrival(self.goal, entered))
        return Route(kind, tuple(steps), self._total(edges), skills.missing(held))

    class _SkillsLearned:
        """Which of the goal's skills have been met on the way so far."""

        def __init__(self, search: _Search) -> None:
            self.catalog = search.catalog
            goal = search.catalog.cards[search.goal].skills
            self.essential = goal.essential
            self.wanted = (*goal.essential, *goal.useful)
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

    def _work(self, role: str, entered: _Edge | None, leaving: _Edge, skills: _SkillsLearned) -> Step:
        """Time in the job *role*, entered by one edge and left by the next."""
        card = self.catalog.cards[role]
        months, unpaid = self.months(leaving)
        stay = (months[0] - unpaid[0], months[1] - unpaid[1])
        return Step(
            kind="work",
            id=role,
            title=card.title,
            **self._entered(role, entered),
            takes=self._editorial(stay),
            adds=stay,
            pays=pay(self.catalog, role),
            teaches=skills.learn((*card.skills.essential, *card.skills.useful)),
        )

    def _study(self, credential: str, edge: _Edge, role: str | None, skills: _SkillsLearned) -> Step:
        record = self.catalog.credentials[credential]
        load = self._load(credential)
        beside = edge.beside and load.beside is not None
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
            beside=self.catalog.cards[role].title if beside and role else None,
            cost=self._cost(credential),
            teaches=skills.learn(record.teaches),
        )

    def _arrival(self, goal: str, entered: _Edge | None) -> Step:
        return Step(
            kind="goal",
            id=goal,
            title=self.catalog.cards[goal].title,
            **self._entered(goal, entered),
            pays=pay(self.catalog, goal),
        )

    def _entered(self, role: str, edge: _Edge | None) -> dict[str, object]:
        """How, why and with what *role* is entered; empty words for the job a person is in already."""
        if edge is None:
            return {"how": "", "why": ""}
        if edge.kind is None:
            entry = self.catalog.roles[role].entry
            assert entry is not None  # the edge was made from it
            how, why, kind = entry.how, entry.why, "entry"
        else:
            moves = self.catalog.roles[str(edge.origin)].moves
            move = next(move for move in moves if move.to == role and move.kind is edge.kind)
            how, why, kind = move.how, move.why, move.kind.value
        needs = tuple(self._needed(need) for need in edge.needs)
        return {"how": how, "why": why, "needs": needs, "move": kind}

    def _needed(self, need: Need) -> Needed:
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

    def _total(self, edges: Iterable[_Edge]) -> Total:
        months = unpaid = NO_TIME
        costs: dict[str, tuple[float, float]] = {}
        unknown: list[str] = []
        for edge in edges:
            took, without_pay = self.months(edge)
            months, unpaid = _plus(months, took), _plus(unpaid, without_pay)
            for id_ in edge.study:
                figure = self._cost(id_)
                if figure is None or self._load(id_).unknown:
                    unknown.append(self.catalog.credentials[id_].title)
                if figure is not None:
                    sum_ = costs.get(figure.currency, (0.0, 0.0))
                    costs[figure.currency] = _plus(sum_, (figure.low, figure.high))
        money = tuple(Money(low, high, currency) for currency, (low, high) in costs.items())
        return Total(months, money, unpaid, tuple(unknown))


def _plus(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    return one[0] + other[0], one[1] + other[1]


def _trace(came: dict[_Node, tuple[_Node, _Edge]], node: _Node) -> tuple[_Edge, ...]:
    edges: list[_Edge] = []
    while node in came:
        node, edge = came[node]
        edges.append(edge)
    return tuple(reversed(edges))


def _way(edges: tuple[_Edge, ...]) -> tuple[tuple[str, bool], ...]:
    """What makes two routes the same in kind: the jobs held on the way and the manner of study."""
    return tuple((edge.to, edge.beside) for edge in edges)


def _listed(names: Iterable[str]) -> str:
    names = list(names)
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
