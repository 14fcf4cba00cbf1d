"""The page of a quiz that has no verdict: what the answers look like, and what helps instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.reports.page.render import Block, Facts, Heading, Item, Items, Next, Para
from libcareer.reports.quiz_words import agreement_words, lost_rows, quiz_title
from libcareer.reports.words import counted, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from libcareer.engines.quiz.result import Findings, Result
    from libcareer.engines.quiz.verdict import NoVerdict
    from libcareer.reports.verdict import Key

TOP = 0.6
"""From this share of screens on which the options at the top were chosen, the page without a verdict says so."""


def no_verdict_blocks(
    found: Findings, told: NoVerdict, keys: Sequence[Key], *, complete: bool, in_full: bool
) -> Iterator[Block]:
    """That there is no verdict, what the answers look like, and what helps instead; *in_full* with an hour to try."""
    yield quiz_title(found.result, complete=complete)
    yield Para("No verdict: your answers do not point one way.", strong=True)
    yield Para(" ".join((*_look(found.result, told), WHY_NONE)))
    yield Facts((*lost_rows(found.progress.lost), *HELP))
    if in_full:
        yield Heading("An hour in each corner of the field")
        yield Items(tuple(Item(corner.title, corner.hour.title, corner.hour.do) for corner in told.tries))
    else:
        yield Para(f"Corners of the field: {'; '.join(corner.title for corner in told.tries)}.")
    if not in_full and keys:
        yield Next(tuple((key.command, "") for key in keys))


WHY_NONE = (
    "They say hardly more than random ones: perhaps many things appeal to you, or few do, or it was late. No role is "
    "named, because any would be a guess."
)
"""What it may mean that there is no verdict."""

HELP = (
    ("try", "an hour in any corner that makes you curious; --details has one for each"),
    ("read", "the doubts before any names: `libcareer disputes`"),
    ("ask", "in your own words: `libcareer ask which jobs need no degree`"),
    ("again", "on another day; skip the screens on which nothing appeals to you"),
)
"""What helps more than a list of roles would."""


def _look(result: Result, told: NoVerdict) -> Iterator[str]:
    agreed = result.agreement
    if agreed.of > 1:
        yield sentence(agreement_words(result))
    if agreed.of and told.top >= TOP * agreed.of:
        yield f"On {told.top} you chose what stood at the top."
    if result.skipped:
        yield f"You skipped {counted(result.skipped, 'screen')}."
