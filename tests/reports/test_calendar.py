"""A plan as a calendar file: read back here by the rules of RFC 5545, not by the code that wrote it."""

from __future__ import annotations

import re
import time
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from libcareer.engines.paths.plan import PlanPage, Wish, plan_page, plan_path, planned, ticked
from libcareer.engines.paths.situation import Stated
from libcareer.reports.calendar import _folded, plan_calendar

if TYPE_CHECKING:
    from pathlib import Path

    from libcareer.catalog import Catalog

STAMP = datetime(2026, 7, 1, 9, 5, 7, tzinfo=UTC)
TODAY = date(2026, 7, 1)
NAME = "0123abcd"


class Part(NamedTuple):
    """A component: its name, its properties with their parameters and values, its components."""

    name: str
    properties: dict[str, tuple[str, str]]
    parts: list[Part]


LINE = re.compile(rb"([A-Z-]+)((?:;[A-Z-]+=[^;:]+)*):(.*)", re.DOTALL)


def read(data: bytes) -> Part:
    """The calendar in *data*; fails where a line is too long, ends otherwise than CRLF, or stands in no component."""
    assert data.endswith(b"\r\n")
    physical = data[:-2].split(b"\r\n")
    for line in physical:
        assert len(line) <= 75
        assert b"\n" not in line
        assert b"\r" not in line
        line.decode()  # no fold within a character
    logical = data[:-2].replace(b"\r\n ", b"").replace(b"\r\n\t", b"").split(b"\r\n")
    stack = [Part("", {}, [])]
    for line in logical:
        found = LINE.fullmatch(line)
        assert found, line
        name, parameters, value = (part.decode() for part in found.groups())
        if name == "BEGIN":
            part = Part(value, {}, [])
            stack[-1].parts.append(part)
            stack.append(part)
        elif name == "END":
            assert stack.pop().name == value
        else:
            assert name not in stack[-1].properties
            stack[-1].properties[name] = (parameters, value)
    assert len(stack) == 1
    (whole,) = stack[0].parts
    return whole


def words(value: str) -> str:
    """A value of type TEXT as it is meant; fails where something is not escaped that must be."""
    assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", value)
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def shown(catalog: Catalog, wish: Wish, *done: int) -> PlanPage:
    plan = planned(None, wish, TODAY, NAME)
    found = plan_path(catalog, plan)
    return plan_page(ticked(plan, plan_page(plan, found), done, TODAY), found)


def test_a_dated_plan_is_tasks_that_are_due_and_days_on_which_they_begin_and_end(tiny: Catalog) -> None:
    found = shown(tiny, Wish("director", begins=date(2026, 9, 1)), 1)
    whole = read(plan_calendar(found, NAME, STAMP))
    assert whole.name == "VCALENDAR"
    assert whole.properties["VERSION"] == ("", "2.0")
    assert whole.properties["PRODID"][1]
    assert [part.name for part in whole.parts] == ["VTODO", *["VTODO", "VEVENT", "VEVENT"] * 3]
    first, second, begins, ends, *_ = (part.properties for part in whole.parts)
    assert words(first["SUMMARY"][1]) == "Study: Bachelor's degree"
    assert (first["STATUS"][1], first["PERCENT-COMPLETE"][1]) == ("COMPLETED", "100")
    assert first["DUE"] == (";VALUE=DATE", "20300901")
    assert (second["STATUS"][1], second["DUE"]) == ("NEEDS-ACTION", (";VALUE=DATE", "20320901"))
    assert words(second["DESCRIPTION"][1]).endswith("Compare three schools.")
    assert second["DTSTART"] == (";VALUE=DATE", "20300901")
    assert (begins["DTSTART"], begins["DTEND"]) == ((";VALUE=DATE", "20300901"), (";VALUE=DATE", "20300902"))
    assert words(begins["SUMMARY"][1]) == "Begin: Study: Library master's"
    assert (ends["DTSTART"], ends["DTEND"]) == ((";VALUE=DATE", "20320901"), (";VALUE=DATE", "20320902"))
    assert words(ends["SUMMARY"][1]) == "Done by today? Study: Library master's"


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a process is set on POSIX only")
@pytest.mark.parametrize(
    "zone",
    ["UTC", "America/Los_Angeles", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kolkata", "Pacific/Auckland"],
)
def test_a_tick_keeps_its_day_in_every_zone(tiny: Catalog, zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        whole = read(plan_calendar(shown(tiny, Wish("director"), 1), NAME, STAMP))
        stamp = datetime.strptime(whole.parts[0].properties["COMPLETED"][1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        assert stamp.astimezone().date() == TODAY
    finally:
        monkeypatch.undo()
        time.tzset()


def test_every_entry_has_what_the_rules_ask_for(tiny: Catalog) -> None:
    for wish in (
        Wish("director"),
        Wish("librarian", Stated(posts=("page",)), begins=TODAY),
        Wish("page", Stated(posts=("page",))),
    ):
        whole = read(plan_calendar(shown(tiny, wish), NAME, STAMP))
        ids = [part.properties["UID"][1] for part in whole.parts]
        assert len(set(ids)) == len(ids)
        for part in whole.parts:
            assert part.properties["DTSTAMP"] == ("", "20260701T090507Z")
            assert part.properties["SUMMARY"][1]


def test_a_plan_without_dates_is_tasks_without_a_day(tiny: Catalog) -> None:
    whole = read(plan_calendar(shown(tiny, Wish("director")), NAME, STAMP))
    assert {part.name for part in whole.parts} == {"VTODO"}
    assert all("DUE" not in part.properties for part in whole.parts)


def test_an_entry_keeps_its_id_through_ticks_dates_and_other_days(tiny: Catalog) -> None:
    def ids(found: PlanPage, stamp: datetime) -> dict[str, str]:
        parts = read(plan_calendar(found, NAME, stamp)).parts
        return {part.properties["SUMMARY"][1]: part.properties["UID"][1] for part in parts if part.name == "VTODO"}

    first = ids(shown(tiny, Wish("director")), STAMP)
    again = ids(shown(tiny, Wish("director", begins=TODAY), 1, 2), datetime(2027, 1, 1, tzinfo=UTC))
    assert first == again
    moved = ids(shown(tiny, Wish("director", Stated(posts=("librarian",)))), STAMP)
    assert set(moved) == {"Work as Librarian", "Arrive: Director"}
    assert moved.items() <= first.items()


def test_every_plan_for_a_shipped_role_can_be_read(shipped: Catalog) -> None:
    for goal in list(shipped.briefs)[::5]:
        found = shown(shipped, Wish(goal, Stated(posts=("library-page",)), begins=TODAY), 1)
        whole = read(plan_calendar(found, NAME, STAMP))
        for todo, part in zip(found.todos, [p for p in whole.parts if p.name == "VTODO"], strict=True):
            assert words(part.properties["DESCRIPTION"][1]).endswith(" ".join(todo.step.how.split()))


@given(said=st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_text_comes_back_and_none_of_it_acts(tiny: Catalog, said: str) -> None:
    found = shown(tiny, Wish("page"))
    step = replace(found.todos[-1].step, how=said + "\r\nBEGIN:VEVENT\nATTACH:x;y,z\\n")
    spoiled = replace(found, todos=(replace(found.todos[-1], step=step),))
    (part,) = read(plan_calendar(spoiled, NAME, STAMP)).parts
    assert set(part.properties) == {"UID", "DTSTAMP", "DESCRIPTION", "SUMMARY", "STATUS"}
    assert words(part.properties["DESCRIPTION"][1]).endswith("BEGIN:VEVENT ATTACH:x;y,z\\n")


@pytest.mark.parametrize("size", [73, 74, 75, 76, 149, 150])
@pytest.mark.parametrize("char", ["x", "\u00e9", "\u20ac", "\U0001f4d6"])
def test_a_line_is_folded_at_75_octets_and_never_within_a_character(size: int, char: str) -> None:
    line = "X:" + "a" * (size - 2 - len(char.encode())) + char * 40
    folded = _folded(line)
    parts = folded.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(part) <= 75 for part in parts)
    assert [part.decode() for part in parts]
    assert folded.replace(b"\r\n ", b"").decode() == line + "\r\n"
    assert all(len(part) + len(char.encode()) > 75 for part in parts[1:-1])


# ---------------------------------------------------------------------------- the command


def test_the_calendar_comes_on_stdout_as_octets(run: Any) -> None:
    result = run("plan", "librarian", "--from", "page", "--start", "2026-09-01", "--ics")
    assert (result.exit_code, result.stderr) == (0, "")
    whole = read(result.stdout_bytes)
    assert [part.name for part in whole.parts].count("VTODO") >= 2


def test_the_calendar_goes_into_a_file_and_again_but_not_over_another_one(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "plan.ics"
    first = run("plan", "librarian", "--from", "page", "--calendar", str(file))
    assert first.exit_code == 0
    assert "Your plan: Librarian" in first.stdout
    assert first.stderr == f"The calendar is in '{file}'.\n"
    before = read(file.read_bytes())
    run("plan", "done", "1", "--calendar", str(file))
    again = read(file.read_bytes())
    assert [part.properties["UID"] for part in before.parts] == [part.properties["UID"] for part in again.parts]
    assert again.parts[0].properties["STATUS"][1] == "COMPLETED"
    theirs = tmp_path / "theirs.ics"
    theirs.write_text("BEGIN:VCALENDAR\r\nPRODID:-//Somebody//EN\r\nEND:VCALENDAR\r\n", encoding="utf-8")
    refused = run("plan", "--calendar", str(theirs))
    assert refused.exit_code == 1
    assert "is not a calendar of libcareer" in refused.stderr
    assert "Somebody" in theirs.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_is_told(run: Any, tmp_path: Path) -> None:
    result = run("plan", "librarian", "--calendar", str(tmp_path / "no" / "such" / "plan.ics"))
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr
    assert "Your plan: Librarian" in result.stdout
