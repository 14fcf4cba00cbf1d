"""Dates and stretches of work, as they are typed."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from libcareer.errors import WrongUsage, short
from libcareer.inquiries.amounts import typed_hours
from libcareer.knowledge.spelling import straight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcareer.engines.lssc.hours import Stretch

HOW = "Write it as 2022-03..2024-06:1200 (hours in all), or as 2022-03..now:20/week."

TODAY = ("today", "now", "present", "the present", "current", "currently", "ongoing")
"""Words for the day on which they are typed, as they are on a résumé."""

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip

LETTERS = 3
"""The fewest letters that name a month."""

FORMS = (
    r"(?P<year>\d{4})(?:[-/.](?P<month>\d\d?))?(?:[-/.](?P<day>\d\d?))?",
    r"(?P<month>\d\d?)[-/.](?P<year>\d{4})",
    r"(?P<one>\d\d?)[-/.](?P<other>\d\d?)[-/.](?P<year>\d{4})",
    r"(?P<name>[a-z]+)\.?,?[ -]?(?P<year>\d{4})",
    r"(?P<year>\d{4}),?[ -]?(?P<name>[a-z]+)\.?",
    r"(?P<name>[a-z]+)\.?[ -]?(?P<day>\d\d?)(?:st|nd|rd|th)?(?:, ?|[ -])(?P<year>\d{4})",
    r"(?P<day>\d\d?)(?:st|nd|rd|th)?[ -]?(?:of )?(?P<name>[a-z]+)\.?(?:, ?|[ -])?(?P<year>\d{4})",
)
"""The forms of a date, with hyphens and small letters; *one* and *other* are a month and a day in unknown order."""

LONGEST = 120
"""The most characters of a stretch of work."""

WEEKLY = re.compile(r"\s*(?:/|\ba\b|\bper\b|\beach\b|\bevery\b)?\s*\b(?:weeks?|wks?|weekly)\.?$")
"""The end of hours that are worked every week."""


def typed_date(words: str, *, end: bool, today: date | None = None) -> date | None:
    """The date in *words* such as 2024, 2024-06, Jun 2024, 06/2024, 2024-06-15 or today; None if it is no date.

    A year or a month stands for its first day or, at the *end*, its last. A day and a month in numbers are
    no date if each could be the other, as in 05/06/2024.
    """
    text = " ".join(straight(words).strip(" '\"").lower().split())
    if text in TODAY:
        return today or date.today()
    for form in FORMS:
        if found := re.fullmatch(form, text, re.ASCII):
            parts = found.groupdict()
            if parts.get("one"):
                parts |= _month_and_day(int(parts["one"]), int(parts["other"]))
            month = _month(parts["name"]) if parts.get("name") else int(parts["month"] or (12 if end else 1))
            try:
                year = int(parts["year"])
                return date(year, month, int(parts.get("day") or (monthrange(year, month)[1] if end else 1)))
            except ValueError:
                return None
    return None


def typed_stretch(words: str, today: date) -> Stretch:
    """The stretch of work in *words* such as 2022-03..now:20/week or "Mar 2022 - present: 20 hours a week".

    The present is the date of *today*. Raises WrongUsage if the words have another form, if the end is
    before the beginning, or if there are more hours than the days have.
    """
    from fractions import Fraction

    from libcareer.engines.lssc.hours import Stretch

    said = f"'{short(words, 60)}'"
    text = straight(words).strip(" '\"").lower() if len(words) <= LONGEST else ""
    between, _, amount = text.rpartition(":")
    periods = list(_periods(between))
    if not periods:
        raise WrongUsage(f"{said} is not a stretch of work. {HOW}")
    weekly = WEEKLY.search(amount)
    try:
        hours = typed_hours(amount[: weekly.start()] if weekly else amount)
    except WrongUsage as error:
        raise WrongUsage(f"{said} is not a stretch of work: {error}") from None
    read = [(typed_date(a, end=False, today=today), typed_date(b, end=True, today=today)) for a, b in periods]
    dated = [(first, last) for first, last in read if first and last]
    if len(dated) != 1:
        raise WrongUsage(f"{said} has an invalid date. {HOW}")
    first, last = dated[0]
    days = (last - first).days + 1
    if days < 1:
        raise WrongUsage(f"{said} ends before it begins.")
    # Exact, as a float is not: 1,820 hours are enough to apply, and the next smaller number is not.
    exact = Fraction(str(hours)) * (Fraction(days, 7) if weekly else 1)
    if exact > days * 24:
        raise WrongUsage(f"{said} has more hours than there are in that time.")
    return Stretch(first, last, exact)


def _periods(text: str) -> Iterator[tuple[str, str]]:
    """The beginnings and ends that *text* can mean; each hyphen may be part of a date, or lie between two."""
    marks = list(re.finditer(r"\.\.+|\bto\b|\buntil\b|\btill\b", text))
    for mark in marks or re.finditer("-", text):
        yield text[: mark.start()], text[mark.end() :]


def _month(name: str) -> int:
    """The number of the month called *name*, in whole or in its first letters; 0 if there is none."""
    fitting = [number for number, month in enumerate(MONTHS, 1) if month.startswith(name) and len(name) >= LETTERS]
    return fitting[0] if fitting else 0


def _month_and_day(one: int, other: int) -> dict[str, str]:
    """The month and the day, of which one number only can be the month; month 0 if both can."""
    if one != other and max(one, other) <= len(MONTHS):
        return {"month": "0", "day": "0"}
    return {"month": str(min(one, other)), "day": str(max(one, other))}
