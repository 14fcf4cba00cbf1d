"""A plan as a calendar file that calendar programs and task lists read (iCalendar, RFC 5545).

Each step is a task, due on its latest day. A dated step that is not done is in the calendar as well, as a
day on which it can begin and a day by which it is to be done: Google and Outlook import no tasks.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from libcareer.reports.page.text import clean
from libcareer.reports.path import takes
from libcareer.reports.plan import head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcareer.engines.paths.plan import PlanPage, Todo

PRODUCT = "-//libcareer//plan//EN"
"""Who wrote the file; one that says so may be written over."""

WIDTH = 75
"""Octets that a line may have before it is folded."""


def plan_calendar(page: PlanPage, name: str, stamp: datetime) -> bytes:
    """The plan called *name* as a calendar file made at *stamp*, a time in UTC."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN"]
    for todo in page.todos:
        lines += _task(page, todo, name, stamp)
        if todo.starts and todo.latest and not todo.done:
            lines += _day(page, todo, "start", todo.starts, name, stamp)
            lines += _day(page, todo, "end", todo.latest, name, stamp)
    return b"".join(map(_folded, [*lines, "END:VCALENDAR"]))


def _task(page: PlanPage, todo: Todo, name: str, stamp: datetime) -> Iterator[str]:
    yield "BEGIN:VTODO"
    yield from _about(page, todo, f"{todo.key.replace(':', '-')}-{name}", stamp)
    yield f"SUMMARY:{_text(head(todo.step))}"
    if todo.starts and todo.latest:
        yield f"DTSTART;VALUE=DATE:{_date(todo.starts)}"
        yield f"DUE;VALUE=DATE:{_date(max(todo.latest, todo.starts + timedelta(1)))}"
    if todo.done:
        yield from ("STATUS:COMPLETED", "PERCENT-COMPLETE:100", f"COMPLETED:{_noon(todo.done)}")
    else:
        yield "STATUS:NEEDS-ACTION"
    yield "END:VTODO"


def _day(page: PlanPage, todo: Todo, end: str, day: date, name: str, stamp: datetime) -> Iterator[str]:
    """The day on which a step can begin, or by which it is to be done, as *end* says."""
    words = f"Begin: {head(todo.step)}" if end == "start" else f"Done by today? {head(todo.step)}"
    yield "BEGIN:VEVENT"
    yield from _about(page, todo, f"{todo.key.replace(':', '-')}-{end}-{name}", stamp)
    yield f"SUMMARY:{_text(words)}"
    yield f"DTSTART;VALUE=DATE:{_date(day)}"
    yield f"DTEND;VALUE=DATE:{_date(day + timedelta(1))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _noon(day: date) -> str:
    """The noon of a *day* here as a time in UTC: read in the same zone it is the same day everywhere."""
    noon = datetime.combine(day, time(12)).astimezone(UTC)
    return f"{_date(noon)}T{noon:%H%M%S}Z"


def _about(page: PlanPage, todo: Todo, uid: str, stamp: datetime) -> Iterator[str]:
    yield f"UID:{uid}@libcareer"
    yield f"DTSTAMP:{_date(stamp)}T{stamp:%H%M%S}Z"
    said = [f"Step {todo.number} of the plan to {page.title}.", todo.step.how]
    if duration := takes(todo.step):
        said.insert(1, f"Takes {duration}.")
    yield f"DESCRIPTION:{_text(' '.join(part for part in said if part))}"


def _date(day: date) -> str:
    # strftime leaves the zeros out of years before 1000 on some systems.
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(words: str) -> str:
    """*words* as a value of type TEXT: one line, with what has a meaning in it escaped."""
    escaped = clean(words).replace("\\", "\\\\")
    return escaped.replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> bytes:
    """*line* with its end, broken into parts of 75 octets at most and never within a character."""
    parts = [b""]
    for char in line:
        octets = char.encode()
        # A part after the first begins with a space, which counts.
        if len(parts[-1]) + len(octets) + (len(parts) > 1) > WIDTH:
            parts.append(b"")
        parts[-1] += octets
    return b"\r\n ".join(parts) + b"\r\n"
