"""Ranges as bars on one scale, each between its two ends in numbers, with a mark at the median."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from libcareer.reports.page.text import clean

if TYPE_CHECKING:
    from libcareer.reports.page.blocks import Range, Ranges

LABEL = 26
"""The most columns of a label beside its bar; a longer one stands above it."""

LONGEST, SHORTEST = 36, 12
"""The most and the fewest columns of the widest bar; with less room there are only numbers."""

LEFT_END, LINE, MEDIAN, RIGHT_END = "\N{BOX DRAWINGS LIGHT VERTICAL AND RIGHT}", "\N{BOX DRAWINGS LIGHT HORIZONTAL}", \
    "\N{BOX DRAWINGS HEAVY VERTICAL}", "\N{BOX DRAWINGS LIGHT VERTICAL AND LEFT}"  # fmt: skip
"""The parts of a bar; a console that lacks them has | - # in their place."""


def bars(ranges: Ranges, width: int) -> list[tuple[str, str]] | None:
    """A bar for each of *ranges* in at most *width* columns; None if there is no room, so that only numbers can tell.

    Each is a label to stand above it, empty if it stands beside it, and the line with the bar.
    """
    unit = f" {ranges.unit}" if len(ranges.rows) == 1 else ""  # the words around several bars tell the unit of all
    rows = [tuple(map(clean, (one.label, one.low_words, f"{one.high_words}{unit}", one.note))) for one in ranges.rows]
    column = max((cell_len(label) for label, *_ in rows if cell_len(label) <= LABEL), default=0)
    lows, highs, notes = (max((cell_len(row[at]) for row in rows), default=0) for at in (1, 2, 3))
    start = column + 2 if column else 0
    room = min(LONGEST, width - start - lows - 1 - 1 - highs - 2 - notes)
    if room < SHORTEST:
        return None
    drawn = []
    for one, (label, low, high, note) in zip(ranges.rows, rows, strict=True):
        above, beside = (label, "") if cell_len(label) > column else ("", label)
        line = f"{_padded(beside, start)}{_padded('', lows - cell_len(low))}{low} {_bar(one, ranges, room)} "
        drawn.append((above, f"{line}{_padded(high, highs)}  {note}".rstrip()))
    return drawn


def _padded(words: str, columns: int) -> str:
    return words + " " * (columns - cell_len(words))


def _bar(one: Range, ranges: Ranges, room: int) -> str:
    """The bar of a range on the scale of all *ranges*, in so many columns."""
    least, most = min(row.low for row in ranges.rows), max(row.high for row in ranges.rows)

    def at(amount: float) -> int:
        return round((amount - least) / (most - least) * (room - 1)) if most > least else 0

    begins, ends = at(one.low), max(at(one.high), at(one.low) + 1)
    begins, ends = (begins, ends) if ends < room else (room - 2, room - 1)
    drawn = [" "] * room
    drawn[begins : ends + 1] = [LEFT_END, *[LINE] * (ends - begins - 1), RIGHT_END]
    if one.median is not None:
        drawn[min(max(at(one.median), begins), ends)] = MEDIAN
    return "".join(drawn)
