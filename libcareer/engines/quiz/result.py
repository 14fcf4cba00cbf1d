"""The result of a quiz within a person's limits: a verdict, the details behind it, or why there is no verdict.

Scores and chances come from `engine` and are not changed. Limits only choose which roles are shown;
every role that they set aside is in the result, with the reason.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.paths.exclusions import Exclusions
from libcareer.engines.quiz.algebra import dot
from libcareer.engines.quiz.belief import coded
from libcareer.engines.quiz.engine import ROLES_SHOWN
from libcareer.engines.quiz.interview import quiz_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from libcareer.catalog import Catalog
    from libcareer.engines.paths.situation import Stated
    from libcareer.engines.quiz.belief import Answer, Belief
    from libcareer.engines.quiz.engine import Outcome, Quiz
    from libcareer.engines.quiz.interview import Progress

MATCH = 10
"""The match of a role that points exactly where the answers point; half of it is the average role."""


class ShownRole(Struct, frozen=True):
    """A role that the result shows: its *chance* to be in the true five, its chance to be *best*, and its match.

    The match goes from 0 to MATCH: the cosine between the role and what the answers say, scaled.
    """

    role: str
    title: str
    chance: float
    best: float
    match: float


class Agreement(Struct, frozen=True):
    """On how many *of* the answered screens the choice agrees with what the other answers predict."""

    screens: int
    of: int


class Result(Struct, frozen=True):
    """What an outcome comes to within the limits; if it is not *clear*, it has no roles.

    *roles* are within the limits, in the order of the outcome; *set_aside* would come before the last of
    them. *tie* is the group that cannot be told apart, *loves* the best roles of two distant interests;
    *outside* are the roles of both that the limits rule out. *other* is the first role from a cluster
    that is not among the *roles*. *stay* is how many of the *roles* are expected to be in the true five.
    *scores_only* means that Interest Profiler scores are all there is.
    """

    clear: bool
    agreement: Agreement
    evidence: float
    screens: int
    skipped: int
    roles: tuple[ShownRole, ...] = ()
    tie: tuple[str, ...] = ()
    loves: tuple[tuple[str, ...], ...] = ()
    other: str | None = None
    set_aside: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    stay: float = 0.0
    profile: dict[str, float] = {}
    limits_ignored: bool = False
    scores_only: bool = False


class Findings:
    """An outcome, seen through the limits: what a verdict, its details and its absence are made of."""

    def __init__(
        self, catalog: Catalog, progress: Progress, *, ignore: bool = False, stated: Stated | None = None
    ) -> None:
        """Compute the outcome of *progress*; *ignore* also shows the roles that its limits rule out.

        *stated* is where the person stands, by default what the practical answers in *progress* say about that.
        Raises BadAnswers if the Interest Profiler scores in *progress* are invalid.
        """
        self.catalog = catalog
        self.progress = progress
        self.ignore = ignore
        self.answers: Sequence[Answer] = progress.answers
        self.quiz: Quiz = quiz_for(catalog, progress)
        self.exclusions = Exclusions(catalog, progress.limits, stated)
        self.outcome: Outcome = self.quiz.outcome(progress.answers)
        self.fits = {fit.role: fit for fit in self.outcome.fits}
        self.order = tuple(self.fits)
        self.without = [self._without(i) if answer.picks else None for i, answer in enumerate(self.answers)]
        self.result = self._result()

    def _result(self) -> Result:
        found = self.outcome
        if not found.clear:
            return Result(False, self._agreement(), found.evidence, found.screens, found.skipped)
        shown, aside = self._five()
        clusters = {self.cluster(role) for role in shown}
        named = dict.fromkeys([*found.tie, *(role for love in found.loves for role in love)])
        return Result(
            clear=True,
            agreement=self._agreement(),
            evidence=found.evidence,
            screens=found.screens,
            skipped=found.skipped,
            roles=tuple(self.shown(role) for role in shown),
            tie=found.tie,
            loves=found.loves,
            other=next((role for role in self.within_limits(self.order) if self.cluster(role) not in clusters), None),
            set_aside=tuple(aside),
            outside=tuple(role for role in named if not self.is_open(role)),
            stay=sum(self.fits[role].chance for role in shown),
            profile=found.profile,
            limits_ignored=self.ignore,
            scores_only=found.alone,
        )

    def shown(self, role: str) -> ShownRole:
        """*role* with its chances and its match."""
        fit = self.fits[role]
        length = math.sqrt(sum(value * value for value in self.outcome.profile.values()))
        cosine = fit.score / length if length else 0.0
        return ShownRole(role, fit.title, fit.chance, fit.best, round(MATCH * (1 + cosine) / 2, 1))

    # ------------------------------------------------------------------ within the limits

    def cluster(self, role: str) -> str:
        """The cluster of *role*."""
        return self.catalog.briefs[role].cluster

    def is_open(self, role: str) -> bool:
        """Whether the limits leave *role*."""
        return self.ignore or not self.exclusions.reasons(role)

    def within_limits(self, roles: Sequence[str]) -> Iterator[str]:
        """Those of *roles* that the limits leave."""
        return (role for role in roles if self.is_open(role))

    def first(self, scores: Mapping[str, float]) -> str:
        """The role in the first place under other *scores*."""
        return next(self.within_limits(sorted(scores, key=lambda role: (-scores[role], role))))

    def _five(self) -> tuple[list[str], list[str]]:
        """The roles shown, in the order of the outcome, and those that the limits set aside before them."""
        likely = sorted(self.order, key=lambda role: -self.fits[role].chance)
        shown: list[str] = []
        aside: list[str] = []
        for role in dict.fromkeys([*self.outcome.shown, *likely]):
            if len(shown) == ROLES_SHOWN:
                break
            (shown if self.is_open(role) else aside).append(role)
        return sorted(shown, key=self.order.index), aside

    # ------------------------------------------------------------------ how consistently

    def _without(self, position: int) -> Belief:
        """The belief without one answer."""
        return self.quiz.belief([a for i, a in enumerate(self.answers) if i != position])

    def _agreement(self) -> Agreement:
        """How often an answer agrees with the belief after all other answers."""
        agreeing = [
            dot(coded(answer), [dot(self.quiz.options[option], belief.mean) for option in answer.options]) > 0
            for answer, belief in zip(self.answers, self.without, strict=True)
            if belief
        ]
        return Agreement(sum(agreeing), len(agreeing))
