"""Two runs of the quiz side by side: which roles stayed, what moved, and whether that is within the doubt."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.cited import Named
from libcareer.linear import dot
from libcareer.quiz import Quiz
from libcareer.ratings import DIMENSIONS
from libcareer.results import quiz_for

if TYPE_CHECKING:
    from collections.abc import Iterable

    from libcareer.catalog import Catalog
    from libcareer.interview import Progress
    from libcareer.quiz import Belief

BEYOND = 3.0
"""Standard deviations from which a move is more than doubt: of sixteen dimensions, about one in twenty
pairs of runs of an unchanged person would show one."""


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
    asked; *moved* has every dimension, the largest move first. Practical limits are left out of it.
    """

    stayed: tuple[Named, ...]
    came: tuple[Named, ...]
    went: tuple[Named, ...]
    expected: float
    clear: tuple[bool, bool]
    moved: tuple[Moved, ...]
    on: tuple[str, str]


def compare(catalog: Catalog, before: Progress, after: Progress, on: tuple[str, str] = ("", "")) -> Comparison:
    """What changed from the run *before* to the run *after*, finished *on* these days.

    Raises BadAnswers if either has scores of another test that are none.
    """
    first, second = (quiz_for(catalog, run).outcome(run.answers) for run in (before, after))

    def named(roles: Iterable[str]) -> tuple[Named, ...]:
        return tuple(Named(role, catalog.cards[role].title) for role in roles)

    moved = _moved(*(Quiz(catalog).belief(run.answers) for run in (before, after)))
    return Comparison(
        stayed=named(role for role in second.shown if role in first.shown),
        came=named(role for role in second.shown if role not in first.shown),
        went=named(role for role in first.shown if role not in second.shown),
        expected=first.stay,
        clear=(first.clear, second.clear),
        moved=tuple(sorted(moved, key=lambda each: -abs(each.after - each.before))),
        on=on,
    )


def _moved(before: Belief, after: Belief) -> list[Moved]:
    """Each dimension in both beliefs, from the answers alone.

    For an unchanged theta ~ N(0, I) the mean of a belief is V(L - I) theta plus noise of covariance
    V - V V, so the difference of two means has the covariance V1 + V2 - V1 V2 - V2 V1.
    """
    one, other = before.covariance, after.covariance
    return [
        Moved(
            str(dimension),
            before.mean[i],
            after.mean[i],
            math.sqrt(max(one[i][i] + other[i][i] - 2 * dot(one[i], other[i]), 0.0)),
        )
        for i, dimension in enumerate(DIMENSIONS)
    ]
