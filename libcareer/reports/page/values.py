"""Values of blocks in words, the same in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcareer.reports.page.blocks import Bars, Period, Range


RULE = "_" * 40
"""A line to write on."""


def signed(value: float) -> str:
    """A value in words: with its sign and two decimals."""
    return f"{value:+z.2f}"


def bar_rows(bars: Bars) -> Iterator[tuple[str, str]]:
    """The labels of bars, each with its value in words."""
    yield from ((label, f"{value:.0f}" if bars.counts else signed(value)) for label, value in bars.rows)


def range_in_words(one: Range, unit: str) -> str:
    """A range in words with its *unit*, and its median or why it has none."""
    return f"{one.low_words} to {one.high_words}{f' {unit}' if unit else ''}, {one.note}"


def when(period: Period) -> str:
    """The years of a *period* in words; only the end of one that has no length."""
    if period.ends > period.begins:
        return f"year {period.begins:.1f} to {period.ends:.1f}"
    return f"after {period.ends:.1f} years"
