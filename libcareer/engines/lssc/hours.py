"""Hours of library work, paid or not, and how many of them fall in a period."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable


class Stretch(Struct, frozen=True):
    """Work from the *first* to the *last* day, both included: *hours* in all, assumed to be spread evenly."""

    first: date
    last: date
    hours: float | Fraction


def years_before(today: date, years: int) -> date:
    """The same day *years* earlier; 28 February instead of a 29th that does not exist."""
    return today.replace(year=today.year - years, day=min(today.day, monthrange(today.year - years, today.month)[1]))


def hours_within(stretches: Iterable[Stretch], first: date, last: date) -> Fraction:
    """The hours of *stretches* from the *first* to the *last* day, both included, as an exact fraction.

    A stretch that is partly outside counts in proportion to its days inside.
    """
    total = Fraction(0)
    for one in stretches:
        inside = (min(one.last, last) - max(one.first, first) + timedelta(1)).days
        total += Fraction(one.hours) * Fraction(max(0, inside), (one.last - one.first).days + 1)
    return total
