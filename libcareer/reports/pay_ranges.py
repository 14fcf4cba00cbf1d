"""The pay of roles as ranges on one scale: from the tenth of a hundred posts to the ninetieth, the median marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.engines.pay.figures import yearly
from libcareer.knowledge.money import amount
from libcareer.reports.page.render import Range, Ranges
from libcareer.reports.words import NO_FIGURE_OF_ITS_OWN, pay_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from libcareer.engines.pay.figures import PayFigure
    from libcareer.reports.page.blocks import Link

SCALE = (
    "The bars are on one scale. Of 100 jobs counted, 10 pay less than the left end, 10 pay more than the right end, "
    "and half pay less than the mark. Hourly pay is told as a year, if full time."
)
"""How to read several bars."""


def pay_range(figure: PayFigure, label: str) -> Ranges | None:
    """The range of one *figure* in its own unit; None if its ends are not published."""
    if figure.low is None or figure.high is None:
        return None
    row = _range(label, figure.low, figure.high, figure.median, figure)
    return Ranges((row,), pay_unit(figure))


def pay_ranges(figures: Iterable[tuple[str, PayFigure | None]], links: Sequence[Link] = ()) -> Ranges | None:
    """The ranges of several roles by title, for a year; None for fewer than two, or if their currencies differ."""
    figures = list(figures)
    rows = [
        _range(title, *figure.yearly_range, yearly(figure), figure)
        for title, figure in figures
        if figure and figure.yearly_range
    ]
    if len({figure.currency for _, figure in figures if figure and figure.yearly_range}) > 1:
        return None
    titles = {row.label for row in rows}
    return Ranges(tuple(rows), "a year", tuple(link for link in links if link.text in titles)) if rows[1:] else None


def _range(label: str, low: float, high: float, median: float, figure: PayFigure) -> Range:
    """A range whose median is marked and told, unless the *figure* is a proxy."""
    left, middle, right = (amount(end, figure.currency) for end in (low, median, high))
    if figure.proxy:
        return Range(label, low, high, left, right, NO_FIGURE_OF_ITS_OWN)
    return Range(label, low, high, left, right, f"median {middle}", median)
