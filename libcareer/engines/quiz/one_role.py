"""Whether one role is right for a person: the quiz pointed at it and the roles most like it.

The belief is that of `quiz`; only the screens differ, for they are chosen to tell the role from its
neighbours, and the question: not which of all roles, but whether this one.
"""

from __future__ import annotations

import random
from functools import cached_property
from heapq import nlargest
from operator import mul
from statistics import median
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from libcareer.engines.quiz.algebra import cholesky, dot, times
from libcareer.engines.quiz.engine import DRAW_SEED, DRAWS, MOST_LEAST, PICK, Answer, Quiz, Reason
from libcareer.engines.quiz.ratings import DIMENSIONS
from libcareer.knowledge.model import ItemKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libcareer.catalog import Catalog
    from libcareer.engines.quiz.algebra import Vector
    from libcareer.engines.quiz.engine import Belief, Form, Screen

NEAREST, FIRST = 6, 3
"""How many of the most like roles are neighbours, beside those the role names as related; and among how
many of the neighbourhood a role has to be to be right."""

PLAN: tuple[tuple[Form, ItemKind], ...] = (
    (PICK, ItemKind.ACTIVITY),
    (PICK, ItemKind.ACTIVITY),
    (PICK, ItemKind.SKILL),
    (PICK, ItemKind.VALUE),
    *((MOST_LEAST, ItemKind.ACTIVITY),) * 4,
)
"""The eight screens."""

SPARE = ((MOST_LEAST, ItemKind.ACTIVITY), (PICK, ItemKind.SKILL), (PICK, ItemKind.VALUE))
"""What is asked instead where the knowledge has too few activities for a screen of the plan."""

MOST_SKIPPED = 4
"""Screens that are asked instead of skipped ones."""

YES, PROBABLY, PROBABLY_NOT = 0.75, 0.5, 0.2
"""Chances of being right from which the answer is yes, probably, and below which it is probably not."""

CLEAR = 1.0
"""Logarithm of the Bayes factor below which answers say hardly more than random ones, so that nothing
can be told (Kass and Raftery 1995, "Bayes factors": "not worth more than a bare mention")."""

TWINS = 0.9
"""Likeness (cosine) from which two roles are nearly the same to the quiz."""


class Neighbour(Struct, frozen=True):
    """A role like the one asked about: how like (a cosine), and the chance to be the best of the neighbourhood."""

    role: str
    title: str
    summary: str
    like: float
    best: float
    why: str | None = None


class Suited(Struct, frozen=True):
    """The answer: *verdict* is yes, probably, cannot tell or probably not.

    *right* is the chance on which it rests: that the person likes the role better than the middle one
    of all roles (chance *liked*) and that it is among the first three of its neighbourhood (*near*).
    *instead* are the two neighbours likeliest to be the best, *twins* the roles that the questions
    can hardly tell from this one.
    """

    role: str
    title: str
    summary: str
    verdict: str
    right: float
    liked: float
    near: float
    evidence: float
    screens: int
    skipped: int
    reasons: tuple[Reason, ...]
    neighbours: tuple[Neighbour, ...]
    instead: tuple[Neighbour, ...]
    twins: tuple[str, ...]
    think_twice: tuple[str, ...]


class Suitability:
    """The questions about one *role* of a catalog, and what the answers say."""

    def __init__(self, catalog: Catalog, role: str) -> None:
        """Look at *role*, an id, and its neighbours."""
        self.catalog = catalog
        self.role = role
        self.quiz = Quiz(catalog)

    @cached_property
    def neighbours(self) -> tuple[str, ...]:
        """The roles most like it, and those it names as related."""
        own, vectors = self.quiz.roles[self.role], self.quiz.roles
        others = sorted((id_ for id_ in vectors if id_ != self.role), key=lambda id_: (-dot(vectors[id_], own), id_))
        related = [each.role for each in self.catalog.roles[self.role].related]
        return tuple(dict.fromkeys([*others[:NEAREST], *related]))

    def text(self, option: str) -> str:
        """The words of an option."""
        return self.quiz.text(option)

    def next(self, answers: Sequence[Answer], seed: int = 0) -> Screen | None:
        """The screen that tells most between the role and its neighbours; None when all have been asked."""
        answered = sum(bool(answer.picks) for answer in answers)
        left = min(len(PLAN) - answered, len(PLAN) + MOST_SKIPPED - len(answers))
        if left <= 0:
            return None
        planned = PLAN[min(len(answers), len(PLAN) - 1)]
        for form, kind in (planned, *SPARE):
            screen = self.quiz.separating(self.role, self.neighbours, answers, form, kind, seed)
            if screen:
                return replace(screen, left=(left, left))
        return None

    def suited(self, answers: Sequence[Answer]) -> Suited:
        """What *answers*, in any order, say; the same answers say the same."""
        found = self.quiz.outcome(answers)
        belief = self.quiz.belief(answers)
        right, liked, near, best = self._chances(belief)
        brief, record = self.catalog.briefs[self.role], self.catalog.roles[self.role]
        why = {each.role: each.why for each in record.related}
        own = self.quiz.roles[self.role]
        neighbours = [
            Neighbour(
                role=id_,
                title=self.catalog.briefs[id_].title,
                summary=self.catalog.briefs[id_].summary,
                like=dot(self.quiz.roles[id_], own),
                best=best[id_],
                why=why.get(id_),
            )
            for id_ in self.neighbours
        ]
        neighbours.sort(key=lambda each: (-each.best, -each.like, each.role))
        return Suited(
            role=self.role,
            title=brief.title,
            summary=brief.summary,
            verdict=verdict(right, found.evidence),
            right=right,
            liked=liked,
            near=near,
            evidence=found.evidence,
            screens=len(answers),
            skipped=found.skipped,
            reasons=next(fit.reasons for fit in found.fits if fit.role == self.role),
            neighbours=tuple(neighbours),
            instead=tuple(neighbours[:2]),
            twins=tuple(each.title for each in neighbours if each.like > TWINS),
            think_twice=tuple(drawback.says for drawback in record.drawbacks),
        )

    def _chances(self, belief: Belief) -> tuple[float, float, float, dict[str, float]]:
        """Shares of seeded draws in which the role is right, liked, near the top; and in which each is the best."""
        draw = random.Random(DRAW_SEED).gauss
        draws = [[draw(0.0, 1.0) for _ in DIMENSIONS] for _ in range(DRAWS)]
        turned = list(zip(*cholesky(belief.covariance), strict=True))
        scores = {id_: _drawn(vector, belief, turned, draws) for id_, vector in self.quiz.roles.items()}
        middles = map(median, zip(*scores.values(), strict=True))
        hood = (self.role, *self.neighbours)
        right = liked = near = 0
        best = dict.fromkeys(hood, 0)
        for middle, drawn in zip(middles, zip(*(scores[id_] for id_ in hood), strict=True), strict=True):
            first = nlargest(FIRST, range(len(hood)), drawn.__getitem__)
            best[hood[first[0]]] += 1
            likes, leads = drawn[0] > middle, 0 in first
            liked, near, right = liked + likes, near + leads, right + (likes and leads)
        return right / DRAWS, liked / DRAWS, near / DRAWS, {id_: count / DRAWS for id_, count in best.items()}


def _drawn(vector: Vector, belief: Belief, turned: Sequence[Sequence[float]], draws: Sequence[Vector]) -> Vector:
    """The scores of the role *vector* over *draws* from the *belief*."""
    seen, middle = times(turned, vector), dot(vector, belief.mean)
    return [middle + sum(map(mul, seen, draw)) for draw in draws]


def verdict(right: float, evidence: float) -> str:
    """The word for a chance of being *right*; with too little *evidence* in the answers nothing can be told."""
    if evidence < CLEAR:
        return "cannot tell"
    if right >= YES:
        return "yes"
    if right >= PROBABLY:
        return "probably"
    return "probably not" if right < PROBABLY_NOT else "cannot tell"
