"""A plan as a calendar file that calendar programs and task lists read (iCalendar, RFC 5545).

Each step is a task, due on its latest day; of a dated step that is not done, the earliest day is in
the calendar as well, as a day on which to look whether one can go on.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
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


def calendar(page: PlanPage, name: str, stamp: datetime) -> bytes:
    """The plan called *name* as a calendar file made at *stamp*, a time in UTC."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN"]
    for todo in page.todos:
        lines += _task(page, todo, name, stamp)
        if todo.earliest and not todo.done:
            lines += _day(page, todo, todo.earliest, name, stamp)
    return b"".join(map(_folded, [*lines, "END:VCALENDAR"]))


def _task(page: PlanPage, todo: Todo, name: str, stamp: datetime) -> Iterator[str]:
    yield "BEGIN:VTODO"
    yield from _about(page, todo, f"{todo.key.replace(':', '-')}-{name}", stamp)
    yield f"SUMMARY:{_text(head(todo.step))}"
    if todo.latest:
        yield f"DUE;VALUE=DATE:{_date(todo.latest)}"
    if todo.done:
        yield from ("STATUS:COMPLETED", "PERCENT-COMPLETE:100", f"COMPLETED:{_date(todo.done)}T000000Z")
    else:
        yield "STATUS:NEEDS-ACTION"
    yield "END:VTODO"


def _day(page: PlanPage, todo: Todo, earliest: date, name: str, stamp: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield from _about(page, todo, f"{todo.key.replace(':', '-')}-day-{name}", stamp)
    yield f"SUMMARY:{_text(f'Done already? {head(todo.step)}')}"
    yield f"DTSTART;VALUE=DATE:{_date(earliest)}"
    yield f"DTEND;VALUE=DATE:{_date(earliest + timedelta(1))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


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
