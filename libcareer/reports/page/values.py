"""Values of blocks in words, the same in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from libcareer.reports.page.blocks import Period, Range


def signed(value: float) -> str:
    """A value of `Bars` in words: with its sign and two decimals."""
    return f"{value:+z.2f}"


def range_in_words(one: Range, unit: str) -> str:
    """A range in words with its *unit*, and its median or why it has none."""
    return f"{one.low_words} to {one.high_words} {unit}, {one.note}"


def when(period: Period) -> str:
    """The years of a *period* in words; only the end of one that has no length."""
    if period.ends > period.begins:
        return f"year {period.begins:.1f} to {period.ends:.1f}"
    return f"after {period.ends:.1f} years"
