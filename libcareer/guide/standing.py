"""Where a person stands, from the options of a method."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.errors import WrongUsage
from libcareer.inquiries.amounts import typed_years
from libcareer.inquiries.standing import StandingWords

if TYPE_CHECKING:
    from collections.abc import Sequence


def standing(
    from_: str | None,
    earlier: Sequence[str],
    years: float,
    have: Sequence[str],
    not_: Sequence[str],
    studying: Sequence[str],
    skills: Sequence[str] = (),
    where: str | None = None,
) -> StandingWords:
    """Where a person stands who is in the role *from_*, for some *years*, after *earlier* ones.

    Raises WrongUsage for earlier roles without a present one.
    """
    if earlier and from_ is None:
        raise WrongUsage("The roles in earlier come before the one in from_. Name that one too.")
    posts = () if from_ is None else (from_, *earlier)
    return StandingWords(posts, typed_years(years), have, not_, studying, skills, where)
