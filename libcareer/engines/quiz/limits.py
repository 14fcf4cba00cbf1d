"""The practical questions of the quiz; their answers rule roles out (`Exclusions`), but never change a score."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.paths.limits import HAVE, PRACTICAL, STUDYING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libcareer.catalog import Catalog


class LimitChoice(Struct, frozen=True):
    """One answer to a practical question."""

    id: str
    text: str


class Limit(Struct, frozen=True):
    """A practical question."""

    id: str
    question: str
    choices: tuple[LimitChoice, ...]


ASKABLE = frozenset({*PRACTICAL, HAVE, STUDYING})
"""The ids that a practical question can have."""


def practical_questions(catalog: Catalog) -> tuple[Limit, ...]:
    """The practical questions that the pack of *catalog* asks at the end of the quiz; each may be skipped."""
    return tuple(
        Limit(id_, asked.asks, tuple(LimitChoice(choice, words) for choice, words in asked.choices.items()))
        for id_, asked in catalog.practical.items()
        if id_ in ASKABLE
    )


WHY_LIMITS = (
    "These questions change no score. They only set aside roles that would not do for you, and the page "
    "names every role that it would have shown without them, with the reason. Skip what does not matter."
)
"""The answer to the question why a practical question is asked."""

FREE = ("money", "pay")
"""The questions that take any whole amount of the pack's currency besides their choices."""


def is_answer(limits: Sequence[Limit], question: str, answer: str) -> bool:
    """Whether *answer* can be kept for a *question* of *limits*: a choice, an amount, or empty if it was skipped."""
    choices = next((limit.choices for limit in limits if limit.id == question), None)
    if choices is None:
        return False
    free = question in FREE and re.fullmatch("[0-9]{1,9}", answer, re.ASCII) is not None
    return free or answer in ("", *(choice.id for choice in choices))
