"""Ranges as bars: one scale, the median marked, the numbers beside, and only numbers where there is no room."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from libcareer.reports.page.formats import Format
from libcareer.reports.page.output import write
from libcareer.reports.page.ranges import LEFT_END, LINE, MEDIAN, RIGHT_END, bars
from libcareer.reports.page.render import Range, Ranges, Report, text
from libcareer.reports.page.text import encodable

CLERK = Range("Clerk", 20, 60, "$20", "$60", "median $40", 40)
EDITOR = Range("Editor", 60, 100, "$60", "$100", "no median")
TWO = Ranges((CLERK, EDITOR), "a year")


def lines(ranges: Ranges, width: int = 80) -> list[str]:
    drawn = bars(ranges, width)
    assert drawn is not None
    return [line for above, line in drawn]


def report(ranges: Ranges) -> Report:
    return Report("", (ranges,), {}, (), ())


def test_bars_stand_on_one_scale() -> None:
    first, second = lines(TWO)
    assert first.index(RIGHT_END) == second.index(LEFT_END)
    assert len(first[first.index(LEFT_END) : first.index(RIGHT_END) + 1]) == 19


def test_the_median_is_marked_where_it_is() -> None:
    (bar,) = lines(Ranges((CLERK,), "a year"))
    assert bar.endswith(" $60 a year  median $40")
    begins, at, ends = (bar.index(mark) for mark in (LEFT_END, MEDIAN, RIGHT_END))
    assert abs((at - begins) - (ends - at)) <= 1


def test_without_a_median_there_is_no_mark() -> None:
    assert MEDIAN not in lines(TWO)[1]
    assert LINE in lines(TWO)[1]


def test_the_numbers_stand_beside_the_bar() -> None:
    first, second = lines(TWO)
    assert first.startswith("Clerk   $20 ")
    assert first.endswith(" $60   median $40")
    assert second.endswith(" $100  no median")


def test_a_console_without_lines_gets_others() -> None:
    shown = [encodable(line, "ascii") for line in lines(TWO)]
    assert shown[0].count("|") == shown[1].count("|") == 2
    assert (shown[0].count("#"), shown[1].count("#")) == (1, 0)
    assert all(line.isascii() for line in shown)
    assert [len(line) for line in shown] == [len(line) for line in lines(TWO)]


def test_with_little_room_there_are_only_numbers(capsys: pytest.CaptureFixture[str], monkeypatch: Any) -> None:
    assert bars(TWO, 40) is None
    monkeypatch.setenv("COLUMNS", "40")
    write(report(TWO), Format.SCREEN)
    shown = capsys.readouterr().out.splitlines()
    assert shown == ["Clerk: $20 to $60 a year, median $40", "Editor: $60 to $100 a year, no median"]


@pytest.mark.parametrize(
    ("format_", "said"),
    [
        (Format.PLAIN, "Clerk: $20 to $60 a year, median $40\nEditor: $60 to $100 a year, no median\n"),
        (Format.MARKDOWN, "- **Clerk:** $20 to $60 a year, median $40\n- **Editor:** $60 to $100 a year, no median\n"),
    ],
)
def test_text_has_the_numbers(format_: Format, said: str) -> None:
    assert text(report(TWO), format_) == said


def test_a_long_label_stands_above_its_bar() -> None:
    long = Range("Competitive Intelligence Analyst", 20, 60, "$20", "$60", "median $40", 40)
    drawn = bars(Ranges((CLERK, long), "a year"), 80)
    assert drawn is not None
    assert [above for above, _ in drawn] == ["", "Competitive Intelligence Analyst"]
    assert drawn[1][1].index(LEFT_END) == drawn[0][1].index(LEFT_END)


amounts = st.floats(0, 1e6)


rows = st.lists(st.tuples(amounts, amounts, amounts, st.text(max_size=40)), min_size=1, max_size=6)


@given(rows, st.integers(20, 120))
def test_no_line_is_wider_than_the_room_and_every_bar_is_whole(
    drawn: list[tuple[float, float, float, str]], width: int
) -> None:
    ranges = []
    for *three, label in drawn:
        low, median, high = sorted(three)
        ranges.append(Range(label, low, high, f"{low:.0f}", f"{high:.0f}", "median", median))
    for _, line in bars(Ranges(tuple(ranges), "a year"), width) or []:
        assert cell_len(line) <= width
        bar = line[line.rindex(" ", 0, line.index(LEFT_END) if LEFT_END in line else line.index(MEDIAN)) :]
        assert bar.count(MEDIAN) == 1
        assert bar.count(LEFT_END) + bar.count(RIGHT_END) >= 1
