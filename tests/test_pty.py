"""The quiz in a real terminal: what a person sees and types, from the first screen to the last page."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

import pexpect
import pyte

from libcareer.limits import LIMITS
from libcareer.quiz import MOST_SHOWN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[1]
TINY = Path(__file__).parent / "tiny"
COLUMNS, ROWS = 80, 200
"""As wide as most terminals; high enough to see all that was said at once."""


class Seen:
    """A program in a terminal, and what that terminal shows."""

    def __init__(self, *args: str) -> None:
        env = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "TERMINAL_WIDTH")}
        env |= {"TERM": "xterm", "LIBCAREER_DATA": str(TINY), "PROMPT_TOOLKIT_NO_CPR": "1", "LC_ALL": "C.UTF-8"}
        self.child = pexpect.spawn(
            sys.executable, ["-m", "libcareer", *args], cwd=str(ROOT), env=env, dimensions=(ROWS, COLUMNS), timeout=60
        )
        self.screen = pyte.Screen(COLUMNS, ROWS)
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
def terminal() -> Iterator[Callable[..., Seen]]:
    """Start the program in a terminal: `terminal("quiz")`."""
    begun: list[Seen] = []

    def start(*args: str) -> Seen:
        begun.append(Seen(*args))
        return begun[-1]

    yield start
    for each in begun:
        each.child.close(force=True)


def test_the_quiz_is_taken_in_a_terminal_to_its_end_and_shown_again(terminal: Callable[..., Seen]) -> None:
    quiz = terminal("quiz")
    first_limit = "How far would you go"
    assert LIMITS[0].question.startswith(first_limit)
    for number in range(1, MOST_SHOWN + 2):
        asked = quiz.until(rf"{number}\. Which 3 would", rf"{number}\. Which would you like most", first_limit)
        if asked == 0:
            quiz.until("9[.] ")
            quiz.type("147\r")
        elif asked == 1:
            quiz.until("4[.] ")
            quiz.type("2\r")
            quiz.until("And which would you like least")
            quiz.type("1\r")
        else:
            break
    else:
        pytest.fail("the screens came to no end")
    quiz.type("1\r")
    for limit in LIMITS[1:]:
        quiz.until(limit.question.split("?")[0].split(" (")[0][:30])
        quiz.type("s")
    quiz.until("What your answers point to")
    assert quiz.ended() == 0
    assert "What this does not measure" in quiz.shown
    assert "The quiz is not finished" not in quiz.shown
    page = quiz.shown[quiz.shown.index("What your answers point to") :]

    me = terminal("me")
    assert me.ended() == 0
    assert me.shown == page
    assert "Next" in page


def test_ctrl_c_in_the_middle_keeps_the_answers_and_the_next_quiz_goes_on(terminal: Callable[..., Seen]) -> None:
    quiz = terminal("quiz")
    quiz.until(r"1\. Which 3 would")
    quiz.until("9[.] ")
    quiz.type("123\r")
    quiz.until(r"2\. Which 3 would")
    quiz.until("9[.] ")
    quiz.type("\x03")
    assert quiz.ended() == 130
    assert quiz.shown.splitlines()[-1] == "Stopped. Your answers are kept: `libcareer quiz` goes on from there."
    assert "Traceback" not in quiz.shown

    again = terminal("quiz")
    again.until(r"Go on with the quiz you began \(1 answered\)\?")
    again.type("y")
    again.until(r"2\. Which 3 would")
    again.type("\x03")
    assert again.ended() == 130


def test_ctrl_c_in_questions_about_a_role_says_how_to_go_on_with_them(terminal: Callable[..., Seen]) -> None:
    asked = terminal("fit", "page")
    asked.until(r"1\. Which 3 would")
    asked.until("9[.] ")
    asked.type("123\r")
    asked.until(r"2\. Which 3 would")
    asked.until("9[.] ")
    asked.type("\x03")
    assert asked.ended() == 130
    assert asked.shown.splitlines()[-1] == "Stopped. Your answers are kept: `libcareer fit page` goes on from there."

    again = terminal("fit", "page")
    again.until(r"Go on where you stopped \(1 answered\)\?")
    again.type("y")
    again.until(r"2\. Which 3 would")
    again.type("\x03")
    assert again.ended() == 130
