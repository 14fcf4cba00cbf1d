"""Pictures as shapes on a plane, which a template writes as SVG: profiles, ranges of pay, timelines.

Lengths are in units of the picture's view, of which a browser makes the width of the page. Letters are taken to be
wide, so that no two labels meet whatever the font.
"""

from __future__ import annotations

import textwrap
from math import ceil
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.reports.page.text import clean
from libcareer.reports.page.values import bar_rows

if TYPE_CHECKING:
    from libcareer.reports.page.blocks import Bars, Period, Ranges, Timeline

WIDTH = 600
"""The width of a picture in a page."""

LETTER = 8.2
"""The width that a letter is given; the font is 14 high."""

LINE = 20
"""The distance of two lines of text."""

BAR = 14
"""The height of a bar."""


class Box(Struct, frozen=True):
    """A rectangle with a *look*, a class of the style sheet."""

    x: float
    y: float
    width: float
    height: float
    look: str


class Stroke(Struct, frozen=True):
    """A path with a *look*, in the words of SVG: `M0 0L10 10`."""

    path: str
    look: str


class Label(Struct, frozen=True):
    """Words that begin, have their middle or end at a point, which is on their baseline."""

    x: float
    y: float
    words: str
    anchor: str = "start"
    look: str = ""


class Framed(Struct, frozen=True):
    """Shapes that lead together to a *target*, None if they lead nowhere."""

    target: str | None
    shapes: tuple[Box | Label, ...]


class Drawing(Struct, frozen=True):
    """A picture with its *title*, for people who cannot see it."""

    title: str
    width: float
    height: float
    shapes: tuple[Box | Stroke | Label | Framed, ...]


def profile(bars: Bars) -> Drawing:
    """Bars to the right of a line for what is above 0, hatched ones to the left of it for what is below."""
    labels = [clean(label) for label, _ in bars.rows]
    column = min(max((len(label) for label in labels), default=0) * LETTER, WIDTH / 2)
    room = (WIDTH - column - 7 * LETTER) / 2
    middle = column + 8 if bars.counts else column + room
    room = room * 2 if bars.counts else room
    shapes: list[Box | Stroke | Label] = []
    y = 4.0
    for label, (_, value), (_, words_of_value) in zip(labels, bars.rows, bar_rows(bars), strict=True):
        *above, beside = textwrap.wrap(label, max(1, int(column / LETTER))) or [""]
        for words in above:
            shapes.append(Label(0, y + 12, words))
            y += LINE
        length = round(max(2.0, min(abs(value) / bars.most, 1.0) * (room - 4)), 1)
        look = "more" if value >= 0 else "less"
        shapes += [
            Label(0, y + 12, beside),
            Box(middle if value >= 0 else middle - length, y, length, BAR, look),
            Label(WIDTH, y + 12, words_of_value, "end"),
        ]
        y += LINE + 4
    shapes.append(Stroke(f"M{middle:.1f} 0V{y:.1f}", "axis"))
    return Drawing("Bars of counts" if bars.counts else "Bars of what lies above and below 0", WIDTH, y, tuple(shapes))


def ranges_drawing(ranges: Ranges) -> Drawing:
    """Ranges on one scale: each a line between its ends, with a mark at the median and the numbers in words."""
    least, most = min(row.low for row in ranges.rows), max(row.high for row in ranges.rows)

    def at(amount: float) -> float:
        return round(4 + (amount - least) / (most - least) * (WIDTH - 8), 1) if most > least else 4.0

    shapes: list[Box | Stroke | Label] = []
    y = 0.0
    for row in ranges.rows:
        for words in _lines(f"{row.label}: {row.note}"):
            y += LINE
            shapes.append(Label(0, y - 5, words, look="head"))
        begins, ends = at(row.low), max(at(row.high), at(row.low) + 8)
        shapes += [
            Box(begins, y + 4, ends - begins, 6, "span"),
            Stroke(f"M{begins} {y}v{BAR}M{ends} {y}v{BAR}", "ends"),
        ]
        if row.median is not None:
            shapes.append(Box(min(max(at(row.median), begins), ends) - 3, y, 6, BAR, "mark"))
        y += BAR + LINE - 4
        shapes += _ends(clean(row.low_words), clean(f"{row.high_words} {ranges.unit}"), begins, ends, y)
        y += 10
    return Drawing("Ranges on one scale", WIDTH, y, tuple(shapes))


def _ends(low: str, high: str, begins: float, ends: float, y: float) -> list[Label]:
    """The ends of a range in words below it: each below its end or, if they would meet, both in one label."""
    needs = (len(low) + len(high) + 2) * LETTER
    if max(ends, len(high) * LETTER) - begins >= needs:
        return [Label(begins, y, low), Label(max(ends, len(high) * LETTER), y, high, "end")]
    both = f"{low} to {high}"
    return [Label(max(0.0, min(begins, WIDTH - len(both) * LETTER)), y, both)]


def timeline_drawing(timeline: Timeline) -> Drawing:
    """Stretches of time below a scale of years; a stretch without length is a diamond."""
    years = max(1, ceil(max((period.ends for period in timeline.periods), default=0.0)))
    scale = (WIDTH - 2 * 8) / years
    step = next(step for step in (1, 2, 5, 10, 50) if step * scale >= 3.5 * LETTER or step == 50)
    shapes: list[Box | Stroke | Label] = [Label(0, 14, "years from now")]
    for year in range(0, years + 1, step):
        x = round(8 + year * scale, 1)
        shapes.append(Label(x, 14 + LINE, str(year), "middle"))
    top = y = 14 + LINE + 8.0
    for period in timeline.periods:
        for words in _lines(f"{period.label}: {period.note}"):
            y += LINE
            shapes.append(Label(0, y - 5, words, look="head"))
        shapes.append(_stretch(period, scale, y))
        y += BAR + 8
    grid = "".join(f"M{8 + year * scale:.1f} {top:.0f}V{y:.0f}" for year in range(0, years + 1, step))
    return Drawing("A timeline in years", WIDTH, y, (Stroke(grid, "grid"), *shapes))


LOOKS = {"#": "work", "=": "beside", "-": "study", ".": "unpaid"}
"""The look of a stretch of time by its mark in text."""


def _stretch(period: Period, scale: float, y: float) -> Box | Stroke:
    begins, ends = 8 + period.begins * scale, 8 + period.ends * scale
    if period.ends <= period.begins:
        x = min(max(ends, 8), WIDTH - 8)
        return Stroke(f"M{x:.1f} {y:.1f}l7 7l-7 7l-7 -7z", "arrive")
    return Box(round(begins, 1), y, round(max(ends - begins, 3), 1), BAR, LOOKS.get(period.mark, "work"))


def _lines(words: str) -> list[str]:
    return textwrap.wrap(clean(words), int(WIDTH / LETTER)) or [""]
