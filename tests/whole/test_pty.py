"""The quiz in a real terminal: what a person sees and types, from the first screen to the last page."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

import pexpect
import pyte

from libcareer.engines.quiz.engine import MOST_SHOWN, Quiz
from libcareer.engines.quiz.interview import WHY_SCREENS
from libcareer.engines.quiz.limits import LIMITS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from libcareer.catalog import Catalog
    from libcareer.engines.quiz.limits import Limit

ROOT = Path(__file__).parents[2]
TINY = Path(__file__).parents[1] / "tiny"
ROWS = 200
"""High enough to see all that was said at once."""

DOWN, ENTER, CTRL_C = "\x1b[B", "\r", "\x03"

WIDTHS = pytest.mark.parametrize("columns", [40, 80])


class Seen:
    """A program in a terminal, and what that terminal shows."""

    def __init__(self, *args: str, columns: int = 80, rows: int = ROWS) -> None:
        env = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "TERMINAL_WIDTH")}
        env |= {"TERM": "xterm", "LIBCAREER_DATA": str(TINY), "PROMPT_TOOLKIT_NO_CPR": "1", "LC_ALL": "C.UTF-8"}
        self.child = pexpect.spawn(
            sys.executable, ["-m", "libcareer", *args], cwd=str(ROOT), env=env, dimensions=(rows, columns), timeout=60
        )
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)

    def until(self, *patterns: object) -> int:
        """Wait for one of *patterns*, and say which it was."""
        found: int = self.child.expect(list(patterns))
        self.stream.feed(self.child.before)
        if isinstance(self.child.after, bytes):
            self.stream.feed(self.child.after)
        return found

    def type(self, keys: str) -> None:
        self.child.send(keys)

    def ended(self) -> int:
        """The exit code, once the program has ended by itself."""
        self.until(pexpect.EOF)
        self.child.wait()
        assert isinstance(self.child.exitstatus, int)
        return self.child.exitstatus

    @property
    def shown(self) -> str:
        """Everything that stands in the terminal, as it stands there."""
        return "\n".join(line.rstrip() for line in self.screen.display).strip()


@pytest.fixture
def terminal(warm: None) -> Iterator[Callable[..., Seen]]:
    """Start the program in a terminal: `terminal("quiz", columns=40)`."""
    begun: list[Seen] = []

    def start(*args: str, columns: int = 80, rows: int = ROWS) -> Seen:
        begun.append(Seen(*args, columns=columns, rows=rows))
        return begun[-1]

    yield start
    for each in begun:
        each.child.close(force=True)


class Numbers:
    """A person who uses the number keys and enter, and nothing else."""

    favourites = f"147{ENTER}"
    most = f"2{ENTER}"
    least = f"1{ENTER}"
    no_limit = f"1{ENTER}"


class Arrows:
    """A person who goes down with the arrow key, ticks with space, and goes on with enter."""

    favourites = f" {DOWN}{DOWN}{DOWN} {DOWN}{DOWN}{DOWN} {ENTER}"
    most = f"{DOWN}{ENTER}"
    least = ENTER
    no_limit = ENTER


def answer_all(quiz: Seen, person: type[Numbers | Arrows]) -> None:
    """Answer every screen until the practical questions begin."""
    first_limit = "How far would you go"
    assert LIMITS[0].question.startswith(first_limit)
    for number in range(1, MOST_SHOWN + 2):
        asked = quiz.until(rf"{number}\. Which 3 would", rf"{number}\. Which would you like most", first_limit)
        if asked == 0:
            quiz.until("9[.] ")
            quiz.type(person.favourites)
        elif asked == 1:
            quiz.until("4[.] ")
            quiz.type(person.most)
            quiz.until("And which would you like least")
            quiz.type(person.least)
        else:
            return
    pytest.fail("the screens came to no end")


@pytest.mark.parametrize("person", [Numbers, Arrows])
@WIDTHS
def test_the_quiz_is_taken_in_a_terminal_to_its_end_and_shown_again(
    person: type[Numbers | Arrows], columns: int, terminal: Callable[..., Seen]
) -> None:
    quiz = terminal("quiz", columns=columns)
    answer_all(quiz, person)
    for limit in LIMITS[:-1]:
        quiz.type(person.no_limit)
        quiz.until(re.escape(following(limit).question[:20]))
    quiz.type("s")
    quiz.until("What your answers point to")
    assert quiz.ended() == 0
    assert "What this does not measure" in quiz.shown
    assert "The quiz is not finished" not in quiz.shown
    page = quiz.shown[quiz.shown.index("What your answers point to") :]

    me = terminal("me", columns=columns)
    assert me.ended() == 0
    assert me.shown == page
    assert "Next" in page


def following(limit: Limit) -> Limit:
    return LIMITS[LIMITS.index(limit) + 1]


def test_numbers_and_arrows_say_the_same(terminal: Callable[..., Seen], home: Path) -> None:
    kept = []
    for person in (Numbers, Arrows):
        quiz = terminal("quiz", "--new", "--seed", "3")
        quiz.until("9[.] ")
        quiz.type(person.favourites)
        quiz.until(r"2\. Which 3 would")
        quiz.until("9[.] ")
        quiz.type(CTRL_C)
        assert quiz.ended() == 130
        kept.append((home / "quiz.json").read_bytes())
    assert kept[0] == kept[1]


@WIDTHS
def test_one_can_go_back_and_answer_anew(columns: int, terminal: Callable[..., Seen], home: Path) -> None:
    quiz = terminal("quiz", columns=columns)
    quiz.until("9[.] ")
    quiz.type(f"123{ENTER}")
    quiz.until(r"2\. Which 3 would")
    quiz.until("9[.] ")
    before = (home / "quiz.json").read_text(encoding="utf-8")
    quiz.type("b")
    quiz.until(r"1\. Which 3 would")
    quiz.until("9[.] ")
    quiz.type(f"456{ENTER}")
    quiz.until(r"2\. Which 3 would")
    quiz.until("9[.] ")
    after = (home / "quiz.json").read_text(encoding="utf-8")
    assert before.count('"options"') == after.count('"options"') == 1
    assert before != after
    quiz.type(CTRL_C)
    assert quiz.ended() == 130


@WIDTHS
def test_a_question_mark_says_why_it_is_asked_and_the_question_stands_again(
    columns: int, terminal: Callable[..., Seen]
) -> None:
    quiz = terminal("quiz", columns=columns)
    quiz.until("9[.] ")
    quiz.type("?")
    quiz.until(r"1\. Which 3 would")
    quiz.until("9[.] ")
    quiz.type(f"?s{CTRL_C}")
    assert quiz.ended() == 130
    assert " ".join(WHY_SCREENS.split()) in " ".join(quiz.shown.split())


@WIDTHS
def test_ctrl_c_in_the_middle_keeps_the_answers_and_the_next_quiz_goes_on(
    columns: int, terminal: Callable[..., Seen]
) -> None:
    quiz = terminal("quiz", columns=columns)
    quiz.until(r"1\. Which 3 would")
    quiz.until("9[.] ")
    quiz.type(f"123{ENTER}")
    quiz.until(r"2\. Which 3 would")
    quiz.until("9[.] ")
    quiz.type(CTRL_C)
    assert quiz.ended() == 130
    stopped = "Stopped. Your answers are kept: `libcareer quiz` goes on from there."
    assert " ".join(quiz.shown.split()).endswith(stopped)
    assert "Traceback" not in quiz.shown

    again = terminal("quiz", columns=columns)
    again.until("Go on where you stopped")
    again.type("y")
    again.until(r"2\. Which 3 would")
    again.type(CTRL_C)
    assert again.ended() == 130
    assert "(1 answered)" in " ".join(again.shown.split())


@pytest.mark.parametrize(
    ("keys", "title"), [("2", "Page"), (DOWN, "Page"), ("1", "Clerk"), ("12", "Page")], ids=["2", "down", "1", "1 2"]
)
@WIDTHS
def test_an_unclear_name_is_picked_by_its_number_or_by_arrows(
    keys: str, title: str, columns: int, terminal: Callable[..., Seen]
) -> None:
    show = terminal("show", "assistant", columns=columns)
    show.until("none of these")
    show.type(keys + ENTER)
    assert show.ended() == 0
    assert f"\n{title}\n{title.lower()};" in show.shown


def test_on_a_low_terminal_the_whole_of_the_option_pointed_at_is_seen(
    terminal: Callable[..., Seen], tiny: Catalog
) -> None:
    asked = Quiz(tiny)
    screen = asked.next([], seed=10)
    assert screen
    last = asked.text(screen.options[-1])
    assert len(last) > 40 - 8
    quiz = terminal("quiz", "--seed", "10", columns=40, rows=12)
    quiz.until("1[.] ")
    quiz.type(DOWN * (len(screen.options) - 1))
    quiz.until(re.escape(last.split()[-1]))
    assert last in " ".join(quiz.shown.split())
