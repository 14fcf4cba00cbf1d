"""Whether one role is right for a person: a short quiz about that role and the roles most similar to it.

The belief is the one of the full quiz. The screens differ: they are chosen to separate the role from
its neighbors.
"""

from __future__ import annotations

from functools import cached_property
from heapq import nlargest
from statistics import median
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from libcareer.engines.quiz.algebra import dot
from libcareer.engines.quiz.belief import MOST_LEAST, PICK, Answer
from libcareer.engines.quiz.chances import DRAWS, drawn_scores
from libcareer.engines.quiz.engine import CLEAR, Quiz, Reason
from libcareer.knowledge.model.quiz import ItemKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from libcareer.catalog import Catalog
    from libcareer.engines.quiz.belief import Belief, Form
    from libcareer.engines.quiz.engine import Screen

SIMILAR_ROLES = 6
"""How many of the most similar roles are neighbors; the roles that its record names as related are too."""

FIRST_PLACES = 3
"""A role can only be right for a person if it is among this many best roles of its neighborhood."""

ROLE_SCREENS: tuple[tuple[Form, ItemKind], ...] = (
    (PICK, ItemKind.ACTIVITY),
    (PICK, ItemKind.ACTIVITY),
    (PICK, ItemKind.SKILL),
    (PICK, ItemKind.VALUE),
    *((MOST_LEAST, ItemKind.ACTIVITY),) * 6,
)
"""The ten screens."""

SPARE_SCREENS = ((MOST_LEAST, ItemKind.ACTIVITY), (PICK, ItemKind.SKILL), (PICK, ItemKind.VALUE))
"""What is asked instead if the knowledge has too few items for a screen."""

MOST_SKIPPED = 4
"""The most screens that are asked to replace skipped ones."""

YES, PROBABLY, PROBABLY_NOT = 0.75, 0.5, 0.2
"""The answer is yes or probably from these chances of being right, and probably not below the last."""

TWINS = 0.9
"""Two roles with a greater cosine are nearly the same to the quiz."""


class NearRole(Struct, frozen=True):
    """A role similar to the one asked about: how *like* it (a cosine), and its chance to be the *best* of them."""

    role: str
    title: str
    summary: str
    like: float
    best: float
    why: str | None = None


class Suited(Struct, frozen=True, rename={"neighbors": "neighbours"}):
    """The answer: *verdict* is yes, probably, cannot tell or probably not.

    It follows from the chance *right* that the person likes the role better than the median of all
    roles (chance *liked*) and that it is among the best three of its neighborhood (chance *near*).
    *instead* are the two neighbors most likely to be the best; *twins* are roles that the questions
    hardly separate from this one. If the answers say hardly more than random ones, there are no chances,
    no reasons and no neighbors.
    """

    # JSON keeps the field name it was published with, "neighbours".
    role: str
    title: str
    summary: str
    verdict: str
    right: float | None
    liked: float | None
    near: float | None
    evidence: float
    screens: int
    skipped: int
    reasons: tuple[Reason, ...]
    neighbors: tuple[NearRole, ...]
    instead: tuple[NearRole, ...]
    twins: tuple[str, ...]
    think_twice: tuple[str, ...]


class Suitability:
    """The questions about one role of a catalog, and what the answers say."""

    def __init__(self, catalog: Catalog, role: str) -> None:
        """Prepare the questions about *role*, an id."""
        self.catalog = catalog
        self.role = role
        self.quiz = Quiz(catalog)

    @cached_property
    def neighbors(self) -> tuple[str, ...]:
        """The ids of the most similar roles, then of those that its record names as related."""
        own, vectors = self.quiz.roles[self.role], self.quiz.roles
        others = sorted((id_ for id_ in vectors if id_ != self.role), key=lambda id_: (-dot(vectors[id_], own), id_))
        related = [each.role for each in self.catalog.roles[self.role].related]
        return tuple(dict.fromkeys([*others[:SIMILAR_ROLES], *related]))

    def text(self, option: str) -> str:
        """The words of an option."""
        return self.quiz.text(option)

    def label(self, option: str) -> str:
        """The few words in which an option is quoted."""
        return self.quiz.label(option)

    def asked(self, answer: Answer) -> Screen:
        """The screen that *answer* was given to."""
        return self.quiz.asked(answer)

    def next(self, answers: Sequence[Answer], seed: int = 0) -> Screen | None:
        """The screen that best separates the role from its neighbors; None if all have been asked."""
        answered = sum(bool(answer.picks) for answer in answers)
        left = min(len(ROLE_SCREENS) - answered, len(ROLE_SCREENS) + MOST_SKIPPED - len(answers))
        if left <= 0:
            return None
        planned = ROLE_SCREENS[min(len(answers), len(ROLE_SCREENS) - 1)]
        for form, kind in (planned, *SPARE_SCREENS):
            screen = self.quiz.separating(self.role, self.neighbors, answers, form, kind, seed)
            if screen:
                return replace(screen, left=(left, left))
        return None

    def suited(self, answers: Sequence[Answer]) -> Suited:
        """What *answers* say about the role, whatever their order."""
        belief = self.quiz.belief(answers)
        clear = belief.evidence >= CLEAR
        right, liked, near, best = self._chances(belief)
        brief, record = self.catalog.briefs[self.role], self.catalog.roles[self.role]
        neighbors = self._near(best)
        return Suited(
            role=self.role,
            title=brief.title,
            summary=brief.summary,
            verdict=verdict(right, belief.evidence),
            right=right if clear else None,
            liked=liked if clear else None,
            near=near if clear else None,
            evidence=belief.evidence,
            screens=len(answers),
            skipped=sum(not answer.picks for answer in answers),
            reasons=self.quiz.reasons(self.role, answers) if clear else (),
            neighbors=neighbors if clear else (),
            instead=neighbors[:2] if clear else (),
            twins=tuple(each.title for each in neighbors if each.like > TWINS),
            think_twice=tuple(drawback.says for drawback in record.drawbacks),
        )

    def _near(self, best: Mapping[str, float]) -> tuple[NearRole, ...]:
        """The neighbors, those with the greatest chance to be the *best* first."""
        why = {each.role: each.why for each in self.catalog.roles[self.role].related}
        own = self.quiz.roles[self.role]
        neighbors = [
            NearRole(
                role=id_,
                title=self.catalog.briefs[id_].title,
                summary=self.catalog.briefs[id_].summary,
                like=dot(self.quiz.roles[id_], own),
                best=best[id_],
                why=why.get(id_),
            )
            for id_ in self.neighbors
        ]
        return tuple(sorted(neighbors, key=lambda each: (-each.best, -each.like, each.role)))

    def _chances(self, belief: Belief) -> tuple[float, float, float, dict[str, float]]:
        """Shares of draws in which the role is right, liked, near the top; and in which each role is the best."""
        scores = drawn_scores(self.quiz.roles, belief)
        middles = map(median, zip(*scores.values(), strict=True))
        hood = (self.role, *self.neighbors)
        right = liked = near = 0
        best = dict.fromkeys(hood, 0)
        for middle, drawn in zip(middles, zip(*(scores[id_] for id_ in hood), strict=True), strict=True):
            first = nlargest(FIRST_PLACES, range(len(hood)), drawn.__getitem__)
            best[hood[first[0]]] += 1
            likes, leads = drawn[0] > middle, 0 in first
            liked, near, right = liked + likes, near + leads, right + (likes and leads)
        return right / DRAWS, liked / DRAWS, near / DRAWS, {id_: count / DRAWS for id_, count in best.items()}


def verdict(right: float, evidence: float) -> str:
    """The word for a chance of being *right*; with too little *evidence* it is always "cannot tell"."""
    if evidence < CLEAR:
        return "cannot tell"
    if right >= YES:
        return "yes"
    if right >= PROBABLY:
        return "probably"
    return "probably not" if right < PROBABLY_NOT else "cannot tell"
