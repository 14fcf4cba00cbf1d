"""What still lies between a role and a goal, at the least: it lets a search go toward the goal.

The bound is the larger of two: the practice and changes of job on the quickest moves to the goal, as if
everything they ask for were held, and the study that nobody who arrives is spared. The first is found
backward from the goal, and no further than the search asks. A search that takes the way whose weight so
far and bound together are least finds the best way, as it would without the bound (A*: P. E. Hart, N. J.
Nilsson and B. Raphael, "A formal basis for the heuristic determination of minimum cost paths", 1968), and
looks at few of the roles that lie elsewhere.
"""

from __future__ import annotations

import heapq
from math import inf
from typing import TYPE_CHECKING

from libcareer.engines.choices import Prefer
from libcareer.knowledge.enums import MoveKind

if TYPE_CHECKING:
    from libcareer.catalog.briefs import MoveBrief
    from libcareer.engines.paths.graph import Graph, Weight

HOP_MONTHS = 4.0
"""What each change of job weighs in the search, in months: people wait about that long for a post."""

SIDEWAYS_MONTHS = 12.0
"""What a sideways move weighs on top: it starts a person again near the foot of another ladder."""


class Toward:
    """What lies before a *goal* under a *wish*, on ways that do not pass the role to *avoid*."""

    def __init__(self, graph: Graph, goal: str, wish: Prefer, avoid: str | None) -> None:
        """Look back from *goal* over the moves of *graph*; nothing is computed before it is needed."""
        self.graph = graph
        self.goal = goal
        self.wish = wish
        self.avoid = avoid
        self.settled: dict[str, float] = {}
        self._waiting = [(0.0, goal)]
        self._not_spared: frozenset[str] | None = None
        self._study: dict[frozenset[str], Weight] = {}

    # ------------------------------------------------------------------ backward from the goal

    @property
    def frontier(self) -> float:
        """The least months to the goal from any role that is not settled; infinite if none leads there."""
        while self._waiting and self._waiting[0][1] in self.settled:
            heapq.heappop(self._waiting)
        return self._waiting[0][0] if self._waiting else inf

    def settle(self) -> str:
        """Settle the nearest role that is left, and say which."""
        months = self.frontier
        _, role = heapq.heappop(self._waiting)
        self.settled[role] = months
        briefs = self.graph.catalog.briefs
        for feeder in self.graph.catalog.feeders[role]:
            if feeder != self.avoid and feeder not in self.settled:
                for move in briefs[feeder].moves:
                    if move.to == role:
                        heapq.heappush(self._waiting, (months + _practice(move), feeder))
        return role

    # ------------------------------------------------------------------ the bound

    def least(self, role: str | None, held: frozenset[str]) -> Weight:
        """What lies at least between *role* and the goal for a holder of *held*; None is any role not settled."""
        if role == self.goal:
            return 0.0, 0.0
        months = self.settled.get(role or "", self.frontier)
        if months == inf:
            return inf, inf
        first, second = self._least_study(held)
        if self.wish is Prefer.QUICKEST:
            return max(months, first + HOP_MONTHS), second
        return first, max(months, second + HOP_MONTHS)

    def _least_study(self, held: frozenset[str]) -> Weight:
        if self._not_spared is None:
            self._not_spared = self._asked_of_all()
        missing = self._not_spared - held
        if missing not in self._study:
            first = second = 0.0
            for credential in missing:
                full, beside = (self.graph.by_itself((credential,), self.wish, beside=b)[0] for b in (False, True))
                first, second = first + min(full, beside)[0], second + min(full, beside)[1]
            self._study[missing] = first, second
        return self._study[missing]

    def _asked_of_all(self) -> frozenset[str]:
        """The credentials that every last step to the goal asks for and that no other one stands for."""
        briefs = self.graph.catalog.briefs
        entry = briefs[self.goal].entry
        last = [entry.needs] if entry else []
        for feeder in self.graph.catalog.feeders[self.goal]:
            last += [move.needs for move in briefs[feeder].moves if move.to == self.goal]
        asked = [frozenset(self.graph.study(needs, frozenset())) for needs in last]
        return frozenset.intersection(*asked) - self.graph.replaceable if asked else frozenset()


def _practice(move: MoveBrief) -> float:
    """The months that *move* weighs for somebody who holds all that it asks for."""
    return sum(move.years) * 6 + HOP_MONTHS + (SIDEWAYS_MONTHS if move.kind is MoveKind.SIDEWAYS else 0)
