"""Two runs of the quiz side by side: which roles stayed, what moved, and whether that is within the doubt."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.quiz.algebra import dot, inverse, times
from libcareer.engines.quiz.engine import Quiz
from libcareer.engines.quiz.interview import quiz_for
from libcareer.engines.quiz.ratings import DIMENSIONS
from libcareer.engines.references import Named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from libcareer.catalog import Catalog
    from libcareer.engines.quiz.engine import Belief
    from libcareer.engines.quiz.interview import Progress

BEYOND = 3.0
"""Standard deviations from which a move is more than doubt: of sixteen dimensions, about one in twenty
pairs of runs of an unchanged person would show one."""


TOGETHER = 26.3
"""The 95th percentile of chi-square with sixteen degrees of freedom: how far all dimensions together
move between two runs of an unchanged person in nineteen cases of twenty."""

LEAST_DOUBT = 1e-6
"""Variance of a difference below which a direction was not asked about."""


class Moved(Struct, frozen=True):
    """A dimension before and after, in the units of the profile.

    *doubt* is the standard deviation of the difference between two runs of a person who has not changed.
    """

    dimension: str
    before: float
    after: float
    doubt: float

    @property
    def beyond(self) -> bool:
        """Whether it moved more than the doubt explains."""
        return abs(self.after - self.before) > BEYOND * self.doubt


class Comparison(Struct, frozen=True):
    """What changed between two runs: the roles that stayed among the five shown, came, and went.

    *expected* is how many of the first five the first run itself expected to stay if everything were
    asked; *moved* has every dimension, the largest move first, and *together* is the chi-square of
    them all. Practical limits are left out of it.
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
        """Whether all dimensions together moved more than the doubt explains."""
        return self.together > TOGETHER


def compare(catalog: Catalog, before: Progress, after: Progress, on: tuple[str, str] = ("", "")) -> Comparison:
    """What changed from the run *before* to the run *after*, finished *on* these days.

    Raises BadAnswers if either has scores of another test that are none.
    """
    first, second = (quiz_for(catalog, run).outcome(run.answers) for run in (before, after))

    def named(roles: Iterable[str]) -> tuple[Named, ...]:
        return tuple(Named(role, catalog.briefs[role].title) for role in roles)

    moved, together = _moved(*(Quiz(catalog).belief(run.answers) for run in (before, after)))
    return Comparison(
        stayed=named(role for role in second.shown if role in first.shown),
        came=named(role for role in second.shown if role not in first.shown),
        went=named(role for role in first.shown if role not in second.shown),
        expected=first.stay,
        clear=(first.clear, second.clear),
        moved=tuple(sorted(moved, key=lambda each: -abs(each.after - each.before))),
        together=together,
        on=on,
    )


def _moved(before: Belief, after: Belief) -> tuple[list[Moved], float]:
    """Each dimension in both beliefs, from the answers alone, and the chi-square of all moves together.

    For an unchanged theta ~ N(0, I) the mean of a belief is V(L - I) theta plus noise of covariance
    V - V V, so the difference of two means has the covariance V1 + V2 - V1 V2 - V2 V1.
    """
    one, other, size = before.covariance, after.covariance, range(len(DIMENSIONS))
    doubt = [
        [one[i][j] + other[i][j] - dot(one[i], other[j]) - dot(other[i], one[j]) + LEAST_DOUBT * (i == j) for j in size]
        for i in size
    ]
    moved = [
        Moved(str(dimension), before.mean[i], after.mean[i], math.sqrt(doubt[i][i]))
        for i, dimension in enumerate(DIMENSIONS)
    ]
    difference = [each.after - each.before for each in moved]
    return moved, dot(difference, times(inverse(doubt), difference))
