"""When money put into a course of study has come back through higher pay: arithmetic alone, without a catalog.

All money is of today and in one currency, all pay is for a year, all time is months from the day the way begins.
The comparison is with somebody who keeps the present pay and does not study:

    gain(t) = sum over the stretches of the way until t of (pay - before) / 12 * months - price
              + (1 - stay) * (after - before) / 12 * max(0, t - length of the way)

*stay* is the chance to remain in the present post in spite of the study; then nothing is gained after it. The
price of a stretch is paid evenly over it. The money has come back at the last moment at which gain(t) turns from
below zero to zero. If (1 - stay) * (after - before) is not above zero, that is never.

Left out on purpose: raises in either post, tax, interest, benefits and pensions. A report has to say so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

MONTHS_A_YEAR = 12


class Stretch(Struct, frozen=True):
    """So many *months* of the way at a *pay* for a year, over which a *price* is paid evenly."""

    months: float
    pay: float
    price: float = 0.0


class Course(Struct, frozen=True):
    """The stretches of a way, the pay *before* and *after* it for a year, and the chance to *stay*, 0 to 1."""

    stretches: tuple[Stretch, ...]
    before: float
    after: float
    stay: float = 0.0

    @property
    def months(self) -> float:
        """How long the way takes until the pay after it begins."""
        return sum(stretch.months for stretch in self.stretches)

    @property
    def monthly_gain(self) -> float:
        """What a month after the way brings more than a month before it; less for the chance to stay."""
        return (1 - self.stay) * (self.after - self.before) / MONTHS_A_YEAR


def gain(course: Course, months: float) -> float:
    """What somebody on the *course* has more after so many *months* than somebody who kept their pay."""
    left, total = months, 0.0
    for stretch in course.stretches:
        spent = min(left, stretch.months)
        share = spent / stretch.months if stretch.months else 1.0
        total += (stretch.pay - course.before) / MONTHS_A_YEAR * spent - stretch.price * share
        left -= spent
        if left <= 0 and spent < stretch.months:
            return total
    return total + course.monthly_gain * max(0.0, left)


def payback(course: Course) -> float | None:
    """The months after which the money put into the *course* has come back for good; None for never.

    0 if the course never leaves its holder with less, as where it costs nothing and no wages are given up.
    """
    if course.monthly_gain <= 0:
        return None
    *before, (ends, at_end) = _turns(course)
    if at_end < 0:
        return ends - at_end / course.monthly_gain
    later = ends, at_end
    for begins, at_begin in reversed(before):
        if at_begin < 0:
            return begins + (later[0] - begins) * -at_begin / (later[1] - at_begin)
        later = begins, at_begin
    return 0.0


def _turns(course: Course) -> Iterator[tuple[float, float]]:
    """The months at which a stretch begins or ends, each with the gain at that moment; between them it is a line."""
    months = total = 0.0
    yield months, total
    for stretch in course.stretches:
        months += stretch.months
        total += (stretch.pay - course.before) / MONTHS_A_YEAR * stretch.months - stretch.price
        yield months, total


def price_limit(course: Course, months: float) -> float | None:
    """The highest price at which the *course* has paid itself back within so many *months*; None if none is.

    The prices of its own stretches do not count. The price is taken as paid in full by then.
    """
    free = Course(
        tuple(Stretch(stretch.months, stretch.pay) for stretch in course.stretches),
        course.before,
        course.after,
        course.stay,
    )
    left = gain(free, months)
    return left if course.monthly_gain > 0 and months >= course.months and left >= 0 else None
