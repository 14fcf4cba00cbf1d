"""Hours of library work, paid or not, and how many of them lie within the last five years."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.errors import LibcareerError

if TYPE_CHECKING:
    from collections.abc import Iterable

STRETCH = re.compile(r"(?P<first>[\d-]+)\.\.(?P<last>[\d-]+|now):(?P<hours>\d+(?:\.\d+)?)(?P<weekly>/week)?")
DATE = re.compile(r"(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?")

FORM = "Write it as 2022-03..2024-06:1200, hours in all, or as 2022-03..now:20/week."


class Stretch(Struct, frozen=True):
    """Work from the *first* to the *last* day, both included; *hours* in all, taken as evenly spread."""

    first: date
    last: date
    hours: float


def stretch(words: str, today: date) -> Stretch:
    """The stretch of work that *words* tell, such as 2022-03..now:20/week.

    A year or month without a day means the whole of it. Raises LibcareerError for words of another
    form, for an end before the beginning, and for more hours than there were.
    """
    found = STRETCH.fullmatch(words.replace(" ", ""))
    if not found:
        raise LibcareerError(f"'{words}' is not a stretch of work. {FORM}")
    first = day(found["first"], end=False)
    last = today if found["last"] == "now" else day(found["last"], end=True)
    if first is None or last is None:
        raise LibcareerError(f"'{words}' has a date that is none. {FORM}")
    days = (last - first).days + 1
    if days < 1:
        raise LibcareerError(f"'{words}' ends before it begins.")
    hours = float(found["hours"]) * (days / 7 if found["weekly"] else 1)
    if hours > days * 24:
        raise LibcareerError(f"'{words}' has more hours than there are in that time.")
    return Stretch(first, last, hours)


def day(words: str, *, end: bool) -> date | None:
    """The day that *words* such as 2024, 2024-06 or 2024-06-15 name, or None.

    Of a year or a month it is the first day or, at the *end*, the last.
    """
    found = DATE.fullmatch(words)
    if not found:
        return None
    year = int(found[1])
    try:
        month = int(found[2] or (12 if end else 1))
        return date(year, month, int(found[3] or (monthrange(year, month)[1] if end else 1)))
    except ValueError:
        return None


def years_before(today: date, years: int) -> date:
    """The same day *years* earlier; of 29 February the 28th, where there is no 29th."""
    return today.replace(year=today.year - years, day=min(today.day, monthrange(today.year - years, today.month)[1]))


def within(stretches: Iterable[Stretch], first: date, last: date) -> Fraction:
    """Hours of *stretches* that fall from the *first* to the *last* day, both included; exact.

    Of a stretch that lies partly outside, the part of its days that lies inside counts.
    """
    total = Fraction(0)
    for one in stretches:
        inside = (min(one.last, last) - max(one.first, first) + timedelta(1)).days
        total += Fraction(one.hours) * Fraction(max(0, inside), (one.last - one.first).days + 1)
    return total
