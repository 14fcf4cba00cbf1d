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
from functools import cached_property
from math import inf
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from libcareer.catalog.briefs import NeedBrief
from libcareer.engines.choices import Prefer
from libcareer.engines.paths.search import HOP_MONTHS, SIDEWAYS_MONTHS, Toward
from libcareer.knowledge.enums import Asked, MoveKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from libcareer.catalog import Catalog
    from libcareer.knowledge.model import Credential, Need

UNKNOWN_MONTHS, UNKNOWN_MONEY = 24.0, 10_000.0
"""What study of unknown length or cost weighs in the search; neither is ever shown as a figure."""


class Least(StrEnum):
    """What a way may be asked to have least of, each at the upper end of its range and nothing else counted."""

    MONTHS = "months"
    MONEY = "money"


class Bounds(Struct, frozen=True):
    """What a way may take at most, at the upper end of each range: *months*, and *money* for study in USD.

    The *closed* credentials are not studied for. Study of unknown length or cost is within no bound.
    """

    months: float = inf
    money: float = inf
    closed: frozenset[str] = frozenset()

    @property
    def open(self) -> bool:
        """Whether neither months nor money are bounded."""
        return self.months == self.money == inf

    def counted(self, spent: tuple[float, float]) -> tuple[float, float]:
        """Of the months and money *spent* what has a bound; the other is nothing."""
        return spent[0] if self.months < inf else 0.0, spent[1] if self.money < inf else 0.0

    def allow(self, spent: tuple[float, float]) -> bool:
        """Whether *spent* stays within both bounds."""
        return spent[0] <= self.months and spent[1] <= self.money


UNBOUNDED = Bounds()


class Edge(Struct, frozen=True):
    """A move or entry into *to*, with the study still to be done for it; what of it runs *beside* the job."""

    origin: str | None
    to: str
    kind: MoveKind | None
    years: tuple[float, float]
    needs: tuple[NeedBrief, ...]
    study: tuple[str, ...]
    beside: frozenset[str] = frozenset()


Weight = tuple[float, float]
"""What a way weighs in the search: the wish first, then what decides between equals."""

Months = tuple[float, float]
NO_TIME: Months = (0.0, 0.0)

_Node = tuple[str | None, frozenset[str]]


class Load(Struct, frozen=True):
    """What gaining a credential takes: months full time, months beside a job, money; *unknown* if not timed.

    *most* is the most it costs in USD, infinite where that is not known.
    """

    full: Months
    beside: Months | None
    money: float
    most: float
    unknown: bool

    @classmethod
    def of(cls, credential: Credential) -> Load:
        """The load of a *credential* record."""
        time, cost = credential.time, credential.cost
        money = (cost.low + cost.high) / 2 if cost else UNKNOWN_MONEY
        most = cost.high if cost and cost.currency == "USD" else inf
        full = time and (time.full_time or time.part_time)
        return cls(full or NO_TIME, time.part_time if time else None, money, most, not full)


class _Label(Struct):
    """A way as far as it has come: where it is, with what, and by which edge from which label before."""

    role: str | None
    held: frozenset[str]
    weight: Weight = (0.0, 0.0)
    spent: tuple[float, float] = (0.0, 0.0)
    edge: Edge | None = None
    before: _Label | None = None

    def edges(self) -> tuple[Edge, ...]:
        """The edges walked, first to last."""
        edges: list[Edge] = []
        label: _Label | None = self
        while label is not None and label.edge is not None:
            edges.append(label.edge)
            label = label.before
        return tuple(reversed(edges))


def _weighed(wish: Prefer | Least, time: float, money: float, unpaid: float) -> Weight:
    match wish:
        case Prefer.QUICKEST:
            return time, money
        case Prefer.CHEAPEST:
            return money, time
        case _:
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

    def study(self, needs: Iterable[NeedBrief | Need], held: frozenset[str]) -> tuple[str, ...]:
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

    @cached_property
    def replaceable(self) -> frozenset[str]:
        """The credentials that some other one stands for."""
        return frozenset().union(*map(self._stands_for, self.catalog.credentials))

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
            for move in self.catalog.briefs[role].moves:
                study = self.study(move.needs, held)
                yield from self._modes(Edge(role, move.to, move.kind, move.years, move.needs, study))
        if entries:
            for id_ in self.catalog.briefs:
                yield from self.entries(node, id_)

    def entries(self, node: _Node, to: str) -> Iterator[Edge]:
        """The ways into the role *to* from outside, as seen from *node*; none if there is no way in."""
        role, held = node
        entry = self.catalog.briefs[to].entry
        if entry is not None and to != role:
            yield from self._modes(Edge(role, to, None, (0.0, 0.0), entry.needs, self.study(entry.needs, held)))

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

    def weight(self, edge: Edge, wish: Prefer | Least) -> Weight:
        """What *edge* costs under a *wish*: the wish first, then what decides between equals."""
        if isinstance(wish, Least):
            spent = self.spent(edge)
            return spent if wish is Least.MONTHS else (spent[1], spent[0])
        months, unpaid = self.months(edge)
        loads = [self.load(id_) for id_ in edge.study]
        time = sum(months) / 2 + HOP_MONTHS + sum(UNKNOWN_MONTHS for load in loads if load.unknown)
        if edge.kind is MoveKind.SIDEWAYS:
            time += SIDEWAYS_MONTHS
        return _weighed(wish, time, sum(load.money for load in loads), sum(unpaid) / 2)

    def spent(self, edge: Edge) -> tuple[float, float]:
        """The most months and the most money that *edge* takes; infinite where that is not known."""
        loads = [self.load(id_) for id_ in edge.study]
        months = inf if any(load.unknown for load in loads) else self.months(edge)[0][1]
        return months, sum(load.most for load in loads)

    def by_itself(self, study: Iterable[str], wish: Prefer | Least, *, beside: bool) -> tuple[Weight, Weight]:
        """What it would weigh at most to gain the credentials in *study* later on, in any job, and spend."""
        time = money = unpaid = most_months = most_money = 0.0
        for load in map(self.load, study):
            took = load.beside if beside and load.beside else load.full
            time += sum(took) / 2 + (UNKNOWN_MONTHS if load.unknown else 0)
            money += load.money
            unpaid += 0 if beside and load.beside else sum(load.full) / 2
            most_months += inf if load.unknown else took[1]
            most_money += load.most
        spent = most_months, most_money
        if isinstance(wish, Least):
            return (spent if wish is Least.MONTHS else (most_money, most_months)), spent
        return _weighed(wish, time, money, unpaid), spent

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
        search = _Search(self, prefer, avoid, UNBOUNDED, Toward(self, goal, prefer, avoid))
        return next((edges for role, edges in search.ways(start, held, afresh=afresh) if role == goal), None)

    def ways(
        self,
        start: str | None,
        held: frozenset[str],
        wish: Prefer | Least,
        *,
        afresh: bool,
        avoid: str | None = None,
        bounds: Bounds = UNBOUNDED,
    ) -> Iterator[tuple[str, tuple[Edge, ...]]]:
        """Every role within *bounds* with the edges of the best way to it under a *wish*, best first.

        The role *start* comes with no edges. *afresh* and *avoid* are as for `shortest`.
        """
        return _Search(self, wish, avoid, bounds).ways(start, held, afresh=afresh)


class _Search:
    """One search: ways that are still to be walked on, and those that were."""

    def __init__(
        self, graph: Graph, wish: Prefer | Least, avoid: str | None, bounds: Bounds, toward: Toward | None = None
    ) -> None:
        self.graph = graph
        self.wish = wish
        self.avoid = avoid
        self.bounds = bounds
        self.toward = toward
        self.order = itertools.count()
        self.queue: list[tuple[Weight, int, _Label]] = []
        # Ways to one node, of which none is better than another in everything that counts.
        self.fronts: dict[_Node, list[_Label]] = {}
        self.done: dict[str | None, list[_Label]] = {}

    def ways(self, start: str | None, held: frozenset[str], *, afresh: bool) -> Iterator[tuple[str, tuple[Edge, ...]]]:
        """Roles with the edges of the best way to each, best first."""
        first = _Label(start, held)
        self._push(first)
        while self._ready(first, entries=afresh):
            _, _, label = heapq.heappop(self.queue)
            if any(self._no_worse(known, label) for known in self.done.get(label.role, ())):
                continue
            if label.role is not None and label.role not in self.done:
                yield label.role, label.edges()
            self.done.setdefault(label.role, []).append(label)
            entries = afresh and label is first and self.toward is None
            self._walk(label, self.graph.edges((label.role, label.held), entries=entries))

    def _walk(self, label: _Label, edges: Iterable[Edge]) -> None:
        """Walk on from *label* by each of *edges* that is allowed."""
        for edge in edges:
            if edge.to == self.avoid or not self.bounds.closed.isdisjoint(edge.study):
                continue
            there = self._onward(label, edge)
            front = self.fronts.setdefault((there.role, there.held), [])
            if self.bounds.allow(there.spent) and not any(_no_more(w.weight, w.spent, there) for w in front):
                front.append(there)
                self._push(there)

    def _push(self, label: _Label) -> None:
        heapq.heappush(self.queue, (self._key(label), next(self.order), label))

    def _onward(self, label: _Label, edge: Edge) -> _Label:
        """The *label* with *edge* walked."""
        spent = label.spent
        if not self.bounds.open:
            spent = plus(spent, self.bounds.counted(self.graph.spent(edge)))
        return _Label(
            role=edge.to,
            held=label.held | self.graph.with_implied(edge.study),
            weight=plus(label.weight, self.graph.weight(edge, self.wish)),
            spent=spent,
            edge=edge,
            before=label,
        )

    def _no_worse(self, known: _Label, label: _Label) -> bool:
        """Whether the way *known* to a role makes another one, *label*, needless.

        It does if gaining by itself what the other one holds more would still not weigh more, nor
        spend more: whoever took the other way went round for those credentials. Without this the
        search would follow every order of gathering credentials that lead nowhere near the goal.
        """
        missing = label.held - known.held
        if not missing:
            return _no_more(known.weight, known.spent, label)
        for beside in (True, False):
            weight, spent = self.graph.by_itself(missing, self.wish, beside=beside)
            if _no_more(plus(known.weight, weight), plus(known.spent, self.bounds.counted(spent)), label):
                return True
        return False

    # ------------------------------------------------------------------ toward a goal

    def _key(self, label: _Label) -> Weight:
        """What a way that goes on from *label* weighs at least."""
        return plus(label.weight, self.toward.least(label.role, label.held)) if self.toward else label.weight

    def _ready(self, first: _Label, *, entries: bool) -> bool:
        """Bring to the front of the queue the way to walk on next; False if there is none.

        Toward a goal, roles are settled as far as it takes to know that no other way could be better;
        with *entries* each is entered from outside when it is settled, and no other one is looked at.
        """
        toward = self.toward
        while toward and toward.frontier < inf and first.role in self.done:
            front = self.queue[0] if self.queue else None
            known = front is None or front[2].role in toward.settled
            outdone = front and front[0] < plus(first.weight, toward.least(None, first.held))
            if known and (outdone or not entries):
                break
            role = toward.settle()
            if entries:
                self._walk(first, self.graph.entries((first.role, first.held), role))
            if not known:
                # What is settled now tells more of what lies before it.
                _, number, label = heapq.heappop(self.queue)
                heapq.heappush(self.queue, (self._key(label), number, label))
        # Toward a goal an infinite bound means that nothing leads there; elsewhere it is study of unknown length.
        return bool(self.queue) and (toward is None or self.queue[0][0] < (inf, inf))


def _no_more(weight: Weight, spent: tuple[float, float], label: _Label) -> bool:
    """Whether a *weight* and what is *spent* are no more than those of *label*, in everything that counts."""
    return weight <= label.weight and spent[0] <= label.spent[0] and spent[1] <= label.spent[1]


def plus(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    """The sum of two pairs, part by part."""
    return one[0] + other[0], one[1] + other[1]
