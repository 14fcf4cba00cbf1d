"""The graph of moves and entries, and the best way through it.

A node is a role held together with the credentials held; an edge is a move or an entry that the
knowledge files name, with the study still to be done for it. The best way under a preference is found
by Dijkstra's algorithm (E. W. Dijkstra, "A note on two problems in connexion with graphs", 1959) over
weights that are compared part by part, so that the second part decides between equals in the first.
"""

from __future__ import annotations

import heapq
import itertools
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from libcareer.model import Asked, MoveKind, Need

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from libcareer.catalog import Catalog
    from libcareer.model import Credential

HOP_MONTHS = 4.0
"""What each change of job weighs in the search, in months: people wait about that long for a post."""

SIDEWAYS_MONTHS = 12.0
"""What a sideways move weighs on top: it starts a person again near the foot of another ladder."""

UNKNOWN_MONTHS, UNKNOWN_MONEY = 24.0, 10_000.0
"""What study of unknown length or cost weighs in the search; neither is ever shown as a figure."""


class Prefer(StrEnum):
    """What the best path is best at."""

    QUICKEST = "quickest"
    CHEAPEST = "cheapest"
    EARNING = "earning"


class Edge(Struct, frozen=True):
    """A move or entry into *to*, with the study still to be done for it; what of it runs *beside* the job."""

    origin: str | None
    to: str
    kind: MoveKind | None
    years: tuple[float, float]
    needs: tuple[Need, ...]
    study: tuple[str, ...]
    beside: frozenset[str] = frozenset()


Weight = tuple[float, float]
"""What a way weighs in the search: the wish first, then what decides between equals."""

Months = tuple[float, float]
NO_TIME: Months = (0.0, 0.0)

_Node = tuple[str | None, frozenset[str]]


class Load(Struct, frozen=True):
    """What gaining a credential takes: months full time, months beside a job, money; *unknown* if not timed."""

    full: Months
    beside: Months | None
    money: float
    unknown: bool

    @classmethod
    def of(cls, credential: Credential) -> Load:
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


class Graph:
    """The roles and credentials of a catalog as a graph to search."""

    def __init__(self, catalog: Catalog) -> None:
        """Look at *catalog*; nothing is computed before it is needed."""
        self.catalog = catalog
        self.chains: dict[str, tuple[str, ...]] = {}
        self.loads: dict[str, Load] = {}
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
        wanted = list(dict.fromkeys(wanted))
        for id_ in reversed(wanted[:]):
            # What another of them stands for is gained with that one, unless it has to come before it.
            if any(id_ in self._stands_for(other) for other in wanted if other != id_):
                wanted.remove(id_)
        return tuple(wanted)

    def _stands_for(self, credential: str) -> frozenset[str]:
        """What the holder of *credential* need not have studied."""
        return self.with_implied([credential]) - frozenset(self._chain(credential))

    def _chain(self, credential: str) -> tuple[str, ...]:
        if credential not in self.chains:
            before = [id_ for first in self.catalog.credentials[credential].requires for id_ in self._chain(first)]
            self.chains[credential] = (*dict.fromkeys(before), credential)
        return self.chains[credential]

    # ------------------------------------------------------------------ edges and what they weigh

    def edges(self, node: _Node, *, entries: bool) -> Iterator[Edge]:
        """Ways on from *node*: the moves of its role, or, with *entries*, every way in from outside."""
        role, held = node
        if role is not None:
            for move in self.catalog.cards[role].moves:
                study = self.study(move.needs, held)
                yield from self._modes(Edge(role, move.to, move.kind, move.years, move.needs, study))
        if entries:
            for id_, card in self.catalog.cards.items():
                if card.entry is not None and id_ != role:
                    study = self.study(card.entry.needs, held)
                    edge = Edge(role, id_, None, (0.0, 0.0), card.entry.needs, study)
                    yield from self._modes(edge)

    def _modes(self, edge: Edge) -> Iterator[Edge]:
        """The *edge* with each part of its study done full time or, where there is a job, beside it."""
        possible = [id_ for id_ in edge.study if edge.origin is not None and self.load(id_).beside]
        for size in range(len(possible) + 1):
            for beside in itertools.combinations(possible, size):
                yield replace(edge, beside=frozenset(beside))

    def load(self, credential: str) -> Load:
        """What gaining *credential* takes."""
        if credential not in self.loads:
            self.loads[credential] = Load.of(self.catalog.credentials[credential])
        return self.loads[credential]

    def months(self, edge: Edge) -> tuple[Months, Months]:
        """Months that *edge* takes and months of it without pay, each as a range."""
        practice = (edge.years[0] * 12, edge.years[1] * 12)
        beside = full = NO_TIME
        for id_ in edge.study:
            load = self.load(id_)
            if id_ in edge.beside and load.beside:
                beside = plus(beside, load.beside)
            else:
                full = plus(full, load.full)
        stay = (max(practice[0], beside[0]), max(practice[1], beside[1]))
        return plus(stay, full), full

    def weight(self, edge: Edge, prefer: Prefer) -> Weight:
        """What *edge* costs under *prefer*: the wish first, then what decides between equals."""
        months, unpaid = self.months(edge)
        loads = [self.load(id_) for id_ in edge.study]
        time = sum(months) / 2 + HOP_MONTHS + sum(UNKNOWN_MONTHS for load in loads if load.unknown)
        if edge.kind is MoveKind.SIDEWAYS:
            time += SIDEWAYS_MONTHS
        return _weighed(prefer, time, sum(load.money for load in loads), sum(unpaid) / 2)

    def by_itself(self, study: Iterable[str], prefer: Prefer, *, beside: bool) -> Weight:
        """What it would weigh at most to gain the credentials in *study* later on, in any job."""
        time = money = unpaid = 0.0
        for load in map(self.load, study):
            part_time = beside and load.beside
            time += sum(load.beside if part_time and load.beside else load.full) / 2
            time += UNKNOWN_MONTHS if load.unknown else 0
            money += load.money
            unpaid += 0 if part_time else sum(load.full) / 2
        return _weighed(prefer, time, money, unpaid)

    # ------------------------------------------------------------------ the search

    def shortest(
        self,
        start: str | None,
        goal: str,
        held: frozenset[str],
        prefer: Prefer,
        *,
        afresh: bool,
        avoid: str | None = None,
    ) -> tuple[Edge, ...] | None:
        """The edges of the best way from *start* to *goal* for a holder of *held*, None if there is none.

        With *afresh* the first step may be any entry from outside; *avoid* is a role not to pass.
        """
        first: _Node = (start, held)
        best: dict[_Node, Weight] = {first: (0.0, 0.0)}
        came: dict[_Node, tuple[_Node, Edge]] = {}
        order = itertools.count()
        queue: list[tuple[Weight, int, _Node]] = [((0.0, 0.0), next(order), first)]
        done: dict[str | None, list[tuple[Weight, frozenset[str]]]] = {}
        while queue:
            weight, _, node = heapq.heappop(queue)
            role, holding = node
            if role == goal:
                return _trace(came, node)
            if any(self._no_worse(known, weight, holding, prefer) for known in done.get(role, ())):
                continue
            done.setdefault(role, []).append((weight, holding))
            for edge in self.edges(node, entries=afresh and node == first):
                if edge.to == avoid:
                    continue
                there = (edge.to, holding | self.with_implied(edge.study))
                total = plus(weight, self.weight(edge, prefer))
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
        return any(plus(weighed, self.by_itself(missing, prefer, beside=beside)) <= weight for beside in (True, False))


def plus(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    """The sum of two pairs, part by part."""
    return one[0] + other[0], one[1] + other[1]


def _trace(came: dict[_Node, tuple[_Node, Edge]], node: _Node) -> tuple[Edge, ...]:
    edges: list[Edge] = []
    while node in came:
        node, edge = came[node]
        edges.append(edge)
    return tuple(reversed(edges))
