"""Questions laid out for terminals of every size."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libcareer.commands.prompts.drawing import MORE_ABOVE, MORE_BELOW, Paper
from libcareer.commands.prompts.lists import Row, View

LONG = "Check contracts against a list of conditions, and write down each one that a supplier has not met so far"
ROWS = tuple(Row("", number, f"{word} {LONG}") for number, word in enumerate(("First", "Second", "Third", "Fourth"), 1))
VIEW = View("Screen 5; about 8 more", "Which 2 would you like most?", ROWS, 0, None, "", "", "To choose: 2.", "s skip")


def drawn(view: View, columns: int = 80, rows: int = 24, top: int = 0) -> list[str]:
    return [line.text for line in Paper(columns, rows, "utf-8").draw(view, top).lines]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_a_question_on_a_terminal_of_80_columns() -> None:
    view = View(
        "Screen 5; about 8 more", "Which?", (Row("+", 1, "Sort cards"), Row("", 2, "Paint"), Row("-", 3, "Wait")), 1,
        None, "'x' does nothing here.", "Press numbers.", "To choose: 1 more favorite.", "s skip, b back",
    )  # fmt: skip
    assert drawn(view) == [
        "Screen 5; about 8 more",
        "Which?",
        "",
        "  + 1. Sort cards",
        ">   2. Paint",
        "  - 3. Wait",
        "",
        "Press numbers.",
        "'x' does nothing here.",
        "To choose: 1 more favorite.",
        "s skip, b back",
    ]


@pytest.mark.parametrize("columns", [10, 20, 30, 40, 80, 120])
def test_no_word_is_lost_at_any_width_and_no_line_is_wider(columns: int) -> None:
    lines = drawn(VIEW, columns, 500)
    assert max(map(len, lines)) < columns
    for row in ROWS:
        assert squeezed(row.text) in squeezed("".join(lines))


@pytest.mark.parametrize("pointed", range(4))
def test_on_a_low_terminal_the_option_pointed_at_is_seen_whole_and_the_rest_is_announced(pointed: int) -> None:
    lines = drawn(VIEW._replace(pointed=pointed), 40, 13)
    assert len(lines) <= 13
    assert squeezed(ROWS[pointed].text) in squeezed("".join(lines))
    assert (MORE_ABOVE in lines) is (pointed > 0)
    assert (MORE_BELOW in lines) is (pointed < 3)


def test_the_list_scrolls_no_further_than_it_must() -> None:
    paper = Paper(40, 14, "utf-8")
    top = paper.draw(VIEW._replace(pointed=3)).top
    assert paper.draw(VIEW._replace(pointed=2), top).top == top
    assert paper.draw(VIEW._replace(pointed=0), top).top == 0


@pytest.mark.parametrize(("rows", "gone"), [(9, ()), (6, ("hint", "keys")), (4, ("hint", "keys", "where"))])
def test_reminders_give_way_before_the_list_does(rows: int, gone: tuple[str, ...]) -> None:
    view = VIEW._replace(hint="Press the numbers of your favorites.", rows=ROWS[:1] * 3)
    styles = {line.style for line in Paper(60, rows, "utf-8").draw(view).lines}
    assert {"title", "option", "status"} <= styles
    assert styles.isdisjoint(gone)


@given(st.integers(1, 200), st.integers(1, 60), st.integers(0, 3), st.text(max_size=60))
def test_any_text_fits_a_terminal_of_any_size(columns: int, rows: int, pointed: int, text: str) -> None:
    view = VIEW._replace(pointed=pointed, rows=(Row("+", 1, text), *ROWS[:3]), said=text, entry=text)
    drawing = Paper(columns, rows, "utf-8").draw(view, 50)
    assert 1 <= len(drawing.lines) <= rows
    assert all(len(line.text) <= max(1, columns - 1) for line in drawing.lines)
    assert 0 <= drawing.cursor[0] < len(drawing.lines)


def test_characters_of_two_cells_are_counted_as_two() -> None:
    view = VIEW._replace(rows=(Row("", 1, "目録" * 30),))
    paper = Paper(20, 60, "utf-8", lambda text: sum(1 + (char > "\u2fff") for char in text))
    lines = [line.text for line in paper.draw(view).lines if line.style == "option"]
    assert all(paper.cells(line) < 20 for line in lines)
    assert squeezed("".join(lines)) == "1." + "目録" * 30 or squeezed("".join(lines)) == ">1." + "目録" * 30


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437"])
def test_what_is_drawn_can_be_encoded_and_marks_differ(encoding: str) -> None:
    rows = (Row("+", 1, "caf\u00e9 \u2013 \u201cold\u201d"), Row("-", 2, "same"), Row("", 3, "same"))
    lines = [line.text for line in Paper(80, 24, encoding).draw(VIEW._replace(rows=rows, pointed=None)).lines]
    for line in lines:
        line.encode(encoding)
    marks = {line[:4] for line in lines if re.search(r"\d\. ", line)}
    assert marks == {"  + ", "  - ", "    "}


def test_the_cursor_stands_at_the_option_pointed_at_or_behind_the_words_typed() -> None:
    drawing = Paper(80, 24, "utf-8").draw(VIEW._replace(pointed=2))
    assert "Third" in drawing.lines[drawing.cursor[0]].text
    assert drawing.cursor[1] == 0
    drawing = Paper(80, 24, "utf-8").draw(VIEW._replace(entry="cata "))
    assert drawing.lines[drawing.cursor[0]].text == "> cata "
    assert drawing.cursor[1] == 7


def test_control_characters_in_a_question_do_nothing() -> None:
    lines = drawn(VIEW._replace(title="Which\x1b]0;owned\x07?", rows=(Row("", 1, "Page\x9b2J"),), entry="\x1b[2J"))
    assert not [char for line in lines for char in line if not char.isprintable()]
    assert "\\x9b2J" in "".join(lines)
