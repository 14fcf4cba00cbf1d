"""A timeline in characters that every terminal has: years along the top, a bar for each stretch of time."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from libcareer.reports.page.text import clean, wrapped

if TYPE_CHECKING:
    from libcareer.reports.page.blocks import Timeline

LABEL = 9
"""Characters of the column of labels."""

LEAST_NOTE = 34
"""Characters that a note needs beside its bar; with less room it stands above it."""

YEAR = (6, 4, 3, 2, 1)
"""Characters for a year, the widest that fits."""


def timeline_lines(timeline: Timeline, width: int) -> list[str]:
    """*timeline* in lines of at most *width* characters; a note that finds no room stands above its bar."""
    years = max(1, ceil(max((period.ends for period in timeline.periods), default=0.0)))
    beside = width >= LABEL + years + 2 + LEAST_NOTE
    room = width - LABEL - (2 + LEAST_NOTE if beside else 0)
    scale = next((size for size in YEAR if size * years <= room), room / years)
    lines = [f"{'year':{LABEL}}{_numbers(years, scale)}"]
    for period in timeline.periods:
        label, note = clean(period.label), clean(period.note)
        begins = round(period.begins * scale)
        bar = " " * begins + period.mark * max(1, round(period.ends * scale) - begins)
        if not beside:
            lines += wrapped(f"{label}: {note}", width, "  ").split("\n")
            lines.append(" " * LABEL + bar)
            continue
        start = LABEL + max(len(bar), round(years * scale)) + 2
        first, *rest = wrapped(note, width - start).split("\n")
        lines.append(f"{label:{LABEL}}{bar}".ljust(start) + first)
        lines += [" " * start + line for line in rest]
    return [line.rstrip() for line in lines]


def _numbers(years: int, scale: float) -> str:
    """The numbers of the years, each at the start of its year; every fifth where there is no room for all."""
    line = ""
    step = 1 if scale >= 3 else 2 if scale >= 2 else 5
    for year in range(1, years + 1):
        if year == 1 or year % step == 0:
            at = round((year - 1) * scale)
            if at >= len(line) + bool(line):
                line = line.ljust(at) + str(year)
    return line
