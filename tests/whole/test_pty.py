"""The quiz and other questions in a real terminal: what a person sees and types, from the first screen to the last."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from libcareer.catalog import load
from libcareer.engines.quiz.engine import Quiz
from libcareer.engines.quiz.interview import WHY_SCREENS
from libcareer.engines.quiz.limits import practical_questions

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from libcareer.catalog import Catalog

    Start = Callable[..., Any]

LIMITS = practical_questions(load())

ROWS = 200
"""High enough to see all that was said at once."""

DOWN, UP, ENTER, ESCAPE, CTRL_C, CTRL_Z = "\x1b[B", "\x1b[A", "\r", "\x1b", "\x03", "\x1a"

WIDTHS = pytest.mark.parametrize("columns", [40, 80])


class Numbers:
    """A person who uses the number keys and Enter, and nothing else."""

    favorites = f"147{ENTER}"
    most_and_least = f"251{ENTER}"
    no_limit = f"1{ENTER}"


class Arrows:
    """A person who moves with the arrow keys, marks with Space, and goes on with Enter."""

    favorites = f" {DOWN}{DOWN}{DOWN} {DOWN}{DOWN}{DOWN} {ENTER}"
    most_and_least = f"{DOWN} {DOWN}{DOWN}{DOWN} {UP}{UP}{UP}{UP} {ENTER}"
    no_limit = f"{DOWN}{ENTER}"


def asked(quiz: Any, *beginnings: str) -> str:
    """The line that says which question it is, as soon as a question with one of these *beginnings* is drawn whole."""

    def found(lines: list[str]) -> str:
        return next((line for line in lines if line.startswith(beginnings)), "") if drawn(lines) else ""

    return found(quiz.until(found))


def drawn(lines: list[str]) -> bool:
    return any(line.endswith("q quit") for line in lines)


def answer_screens(quiz: Any, person: type[Numbers | Arrows]) -> None:
    """Answer every screen until the practical questions begin."""
    number = 1
    while asked(quiz, f"Screen {number};", "Practical question 1").startswith("Screen"):
        quiz.press(person.most_and_least if "which least?" in quiz.words else person.favorites)
        number += 1


@pytest.mark.parametrize("person", [Numbers, Arrows])
@WIDTHS
def test_the_quiz_is_taken_in_a_terminal_to_its_end_and_shown_again(
    person: type[Numbers | Arrows], columns: int, terminal: Start
) -> None:
    quiz = terminal(columns, ROWS, "quiz")
    answer_screens(quiz, person)
    for number in range(2, len(LIMITS) + 1):
        quiz.press(person.no_limit)
        asked(quiz, f"{number} of {len(LIMITS)}")
    quiz.press("s")
    asked(quiz, "That was the last question")
    quiz.press(ENTER)
    quiz.until_words("What your answers point to")
    quiz.until(lambda _: "a change an answer" in quiz.words and quiz.words.endswith("q quit"))
    quiz.press("q")
    assert quiz.ended() == 0
    assert "not finished" not in quiz.shown
    heading = quiz.shown[quiz.shown.index("What your answers point to") :].splitlines()[0]
    again = terminal(columns, ROWS, "me", "--quiz")
    assert again.ended() == 0
    assert heading in again.shown


def test_numbers_and_arrows_say_the_same(terminal: Start, home: Path) -> None:
    kept = []
    for person in (Numbers, Arrows):
        quiz = terminal(80, ROWS, "quiz", "--new", "--seed", "3")
        asked(quiz, "Screen 1;")
        quiz.press(person.favorites)
        asked(quiz, "Screen 2;")
        quiz.press(CTRL_C)
        assert quiz.ended() == 130
        kept.append((home / "quiz.json").read_bytes())
    assert kept[0] == kept[1]


def test_the_first_screen_is_preceded_by_what_it_is_how_long_it_takes_and_that_nothing_is_sent(terminal: Start) -> None:
    quiz = terminal(80, 24, "quiz")
    asked(quiz, "Screen 1;")
    assert "This compares what you like with the work in 6 jobs: 10 short screens and " in quiz.words
    assert " minutes. Nothing leaves this machine. Stop when you like: your answers are kept" in quiz.words
    assert "s skip, b back, ? why, q quit" in quiz.words


@pytest.mark.parametrize("back", ["b", ESCAPE])
@WIDTHS
def test_going_back_shows_what_was_chosen_and_it_can_be_changed(
    back: str, columns: int, terminal: Start, home: Path
) -> None:
    quiz = terminal(columns, ROWS, "quiz")
    asked(quiz, "Screen 1;")
    quiz.press(f"123{ENTER}")
    asked(quiz, "Screen 2;")
    before = (home / "quiz.json").read_text(encoding="utf-8")
    quiz.press(back)
    asked(quiz, "Screen 1, as you answered it")
    assert [line[2] for line in quiz.lines if line[4:6] in ("1.", "2.", "3.", "4.")] == ["+", "+", "+", " "]
    quiz.press(f"123456{ENTER}")
    asked(quiz, "Screen 2;")
    after = (home / "quiz.json").read_text(encoding="utf-8")
    assert before.count('"options"') == after.count('"options"') == 1
    assert before != after
    quiz.press(CTRL_C)
    assert quiz.ended() == 130


@WIDTHS
def test_a_question_mark_says_why_a_question_is_asked(columns: int, terminal: Start) -> None:
    quiz = terminal(columns, ROWS, "quiz")
    asked(quiz, "Screen 1;")
    quiz.press("?")
    quiz.until_words(" ".join(WHY_SCREENS.split()))
    quiz.press("1")
    quiz.until(lambda _: WHY_SCREENS[-20:] not in quiz.words)
    assert "To choose: 2 more favorites." in quiz.words
    quiz.press(CTRL_C)
    assert quiz.ended() == 130


@pytest.mark.parametrize(("keys", "code"), [(CTRL_C, 130), ("q", 0)])
@WIDTHS
def test_who_stops_in_the_middle_keeps_the_answers_and_the_next_quiz_goes_on(
    keys: str, code: int, columns: int, terminal: Start
) -> None:
    quiz = terminal(columns, ROWS, "quiz")
    asked(quiz, "Screen 1;")
    quiz.press(f"123{ENTER}")
    asked(quiz, "Screen 2;")
    quiz.press(keys)
    assert quiz.ended() == code
    assert quiz.words.endswith("Stopped. Your answers are kept: `libcareer quiz` goes on from there.")
    assert "Screen 2" not in quiz.words
    again = terminal(columns, ROWS, "quiz")
    again.until_words("Go on where you stopped (1 answered)?")
    again.press("y")
    asked(again, "Screen 2;")
    again.press(CTRL_C)
    assert again.ended() == 130


@pytest.mark.parametrize(
    "hidden",
    ["\x1b\r", "\x1b\n", "\x0f", "\x1b1", "\x1b ", "\x18", "\x1b[3~", "\x1bOR", "\x04"],
    ids=["Alt-Enter", "Alt-Newline", "Ctrl-O", "Alt-1", "Alt-Space", "Ctrl-X", "Delete", "F3", "Ctrl-D"],
)
def test_a_key_that_means_nothing_answers_nothing_and_says_so(hidden: str, terminal: Start, home: Path) -> None:
    quiz = terminal(80, 24, "quiz")
    asked(quiz, "Screen 1;")
    quiz.press(hidden)
    quiz.until_words("does nothing here. 1 to 9 choose; Enter goes on.")
    quiz.press(f"123{ENTER}")
    asked(quiz, "Screen 2;")
    assert (home / "quiz.json").read_text(encoding="utf-8").count('"options"') == 1
    quiz.press(hidden)
    quiz.until_words("does nothing here.")
    quiz.press("q")
    assert quiz.ended() == 0
    assert b"Traceback" not in quiz.sent


def test_ctrl_z_suspends_and_the_question_stands_again_afterwards(terminal: Start) -> None:
    shell = terminal(80, 24, command=["bash", "--norc", "-i"], PS1="$ ")
    shell.until_words("$")
    shell.press(f"{sys.executable} -m libcareer quiz\n")
    asked(shell, "Screen 1;")
    shell.press("1")
    shell.until_words("2 more favorites")
    shell.press(CTRL_Z)
    shell.until_words("Stopped")
    assert "Screen 1;" not in shell.words
    shell.press("fg\n")
    asked(shell, "Screen 1;")
    shell.until_words("+ 1. ")
    shell.press(f"23{ENTER}")
    asked(shell, "Screen 2;")


@pytest.mark.parametrize(("columns", "rows"), [(40, 30), (120, 40), (60, 20)])
def test_a_question_is_laid_out_anew_when_the_window_changes(
    columns: int, rows: int, terminal: Start, tiny: Catalog
) -> None:
    screen = Quiz(tiny).next([], seed=3)
    assert screen
    quiz = terminal(80, 24, "quiz", "--seed", "3")
    asked(quiz, "Screen 1;")
    quiz.press("1")
    quiz.until_words("2 more favorites")
    quiz.resize(columns, rows)
    quiz.press(DOWN)
    asked(quiz, "Screen 1;")
    quiz.until_words("+ 1. ")
    for number, option in enumerate(screen.options, 1):
        text = Quiz(tiny).text(option)
        assert f"{number}. {text}" in quiz.words or "more below" in quiz.words


def test_on_a_low_terminal_the_whole_of_the_option_pointed_at_is_seen(terminal: Start, tiny: Catalog) -> None:
    quiz_of_tiny = Quiz(tiny)
    screen = quiz_of_tiny.next([], seed=10)
    assert screen
    quiz = terminal(40, 14, "quiz", "--seed", "10")
    asked(quiz, "Screen 1;")
    assert "more below (arrows)" in quiz.words
    for option in screen.options[1:]:
        quiz.press(DOWN)
        quiz.until_words(quiz_of_tiny.text(option))


@pytest.mark.parametrize(
    ("keys", "title"), [("2", "Page"), (DOWN, "Page"), ("1", "Clerk"), ("12", "Page")], ids=["2", "down", "1", "1 2"]
)
@WIDTHS
def test_an_unclear_name_is_picked_by_its_number_or_by_arrows(
    keys: str, title: str, columns: int, terminal: Start
) -> None:
    show = terminal(columns, ROWS, "show", "assistant")
    show.until_words("none of these")
    show.press(keys + ENTER)
    assert show.ended() == 0
    assert f"{title} {title.lower()};" in show.words


def test_no_terminal_is_asked_where_its_cursor_is(terminal: Start) -> None:
    quiz = terminal(80, 24, "quiz")
    asked(quiz, "Screen 1;")
    quiz.press("q")
    quiz.ended()
    assert b"\x1b[6n" not in quiz.sent
    assert b"CPR" not in quiz.sent
