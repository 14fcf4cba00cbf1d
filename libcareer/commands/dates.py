"""Dates and stretches of work, as they are typed."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from libcareer.errors import LibcareerError

if TYPE_CHECKING:
    from libcareer.engines.lssc.hours import Stretch

STRETCH = re.compile(r"(?P<first>[\d-]+)\.\.(?P<last>[\d-]+|now):(?P<hours>\d+(?:\.\d+)?)(?P<weekly>/week)?")
DATE = re.compile(r"(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?")

HOW = "Write it as 2022-03..2024-06:1200 (hours in all), or as 2022-03..now:20/week."


def typed_date(words: str, *, end: bool) -> date | None:
    """The date in *words* such as 2024, 2024-06 or 2024-06-15; None if it is not a date.

    A year or a month stands for its first day or, at the *end*, its last.
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


def typed_stretch(words: str, today: date) -> Stretch:
    """The stretch of work in *words* such as 2022-03..now:20/week; *now* is the date of *today*.

    Raises LibcareerError if the words have another form, if the end is before the beginning, or if
    there are more hours than the days have.
    """
    from libcareer.engines.lssc.hours import Stretch

    found = STRETCH.fullmatch(words.replace(" ", ""))
    if not found:
        raise LibcareerError(f"'{words}' is not a stretch of work. {HOW}")
    first = typed_date(found["first"], end=False)
    last = today if found["last"] == "now" else typed_date(found["last"], end=True)
    if first is None or last is None:
        raise LibcareerError(f"'{words}' has an invalid date. {HOW}")
    days = (last - first).days + 1
    if days < 1:
        raise LibcareerError(f"'{words}' ends before it begins.")
    hours = float(found["hours"]) * (days / 7 if found["weekly"] else 1)
    if hours > days * 24:
        raise LibcareerError(f"'{words}' has more hours than there are in that time.")
    return Stretch(first, last, hours)
