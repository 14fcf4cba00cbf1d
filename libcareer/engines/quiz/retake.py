"""Two runs of the quiz compared: which roles stayed, what moved, and whether that is more than uncertainty."""

from __future__ import annotations

import math
from operator import mul
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.quiz.algebra import dot, inverse, times
from libcareer.engines.quiz.belief import USUAL, prior_precision
from libcareer.engines.quiz.engine import Quiz
from libcareer.engines.quiz.interview import quiz_for
from libcareer.engines.quiz.ratings import DIMENSIONS
from libcareer.engines.references import Named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from libcareer.catalog import Catalog
    from libcareer.engines.quiz.belief import Belief
    from libcareer.engines.quiz.interview import Progress

BEYOND = 3.0
"""A move of more standard deviations than this is more than uncertainty. If a person has not changed, about
one pair of runs in twenty shows such a move in any of the sixteen dimensions."""

TOGETHER = 26.3
"""The 95th percentile of chi-square with sixteen degrees of freedom: in nineteen of twenty pairs of runs of
an unchanged person, all dimensions together move no farther."""

LEAST_DOUBT = 1e-6
"""Variance added to each difference, so that directions that were not asked about stay invertible."""


class Moved(Struct, frozen=True):
    """A dimension before and after, in the units of the profile.

    *doubt* is the standard deviation of the difference for a person who has not changed.
    """

    dimension: str
    before: float
    after: float
    doubt: float

    @property
    def beyond(self) -> bool:
        """Whether it moved more than the uncertainty explains."""
        return abs(self.after - self.before) > BEYOND * self.doubt


class RetakeChanges(Struct, frozen=True):
    """What changed between two runs: the roles that stayed among the five shown, came, and went.

    *expected* is how many of its five roles the first run expected to stay if everything were asked.
    *moved* has every dimension, the largest move first; *together* is the chi-square of all of them.
    Practical limits are not considered. Unless both runs are *clear*, there is nothing to compare, and only
    that is told.
    """

    stayed: tuple[Named, ...]
    came: tuple[Named, ...]
    went: tuple[Named, ...]
    expected: float
    clear: tuple[bool, bool]
    moved: tuple[Moved, ...]
    together: float
    on: tuple[str, str]

    @property
    def changed(self) -> bool:
        """Whether all dimensions together moved more than the uncertainty explains."""
        return self.together > TOGETHER


def retake_changes(
    catalog: Catalog, before: Progress, after: Progress, on: tuple[str, str] = ("", "")
) -> RetakeChanges:
    """What changed from the run *before* to the run *after*, finished *on* these days.

    Raises BadAnswers if the Interest Profiler scores in either are invalid.
    """
    first, second = (quiz_for(catalog, run).outcome(run.answers) for run in (before, after))
    clear = (first.clear, second.clear)
    if not all(clear):
        return RetakeChanges((), (), (), 0.0, clear, (), 0.0, on)

    def named(roles: Iterable[str]) -> tuple[Named, ...]:
        return tuple(Named(role, catalog.briefs[role].title) for role in roles)

    moved, together = _moved(*(Quiz(catalog).belief(run.answers) for run in (before, after)))
    return RetakeChanges(
        stayed=named(role for role in second.shown if role in first.shown),
        came=named(role for role in second.shown if role not in first.shown),
        went=named(role for role in first.shown if role not in second.shown),
        expected=first.stay,
        clear=clear,
        moved=tuple(sorted(moved, key=lambda each: -abs(each.after - each.before))),
        together=together,
        on=on,
    )


def _moved(before: Belief, after: Belief) -> tuple[list[Moved], float]:
    """Each dimension in both beliefs, which come from the answers alone, and the chi-square of all moves together.

    Both beliefs are taken at the usual strength of likings. For an unchanged theta of prior precision P the mean
    of a belief is (I - V P) theta plus noise of covariance V - V P V, so the difference of two means has the
    covariance V1 + V2 - V1 P V2 - V2 P V1.
    """
    one, other = (next(part for part in belief.parts if part.scale == USUAL) for belief in (before, after))
    size = range(len(DIMENSIONS))
    prior = prior_precision(USUAL)
    weighted = [list(map(mul, row, prior)) for row in one.covariance]
    doubt = [
        [
            one.covariance[i][j]
            + other.covariance[i][j]
            - dot(weighted[i], other.covariance[j])
            - dot(weighted[j], other.covariance[i])
            + LEAST_DOUBT * (i == j)
            for j in size
        ]
        for i in size
    ]
    moved = [
        Moved(str(dimension), one.mean[i], other.mean[i], math.sqrt(doubt[i][i]))
        for i, dimension in enumerate(DIMENSIONS)
    ]
    difference = [each.after - each.before for each in moved]
    return moved, dot(difference, times(inverse(doubt), difference))
