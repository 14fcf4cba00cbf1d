"""The explorer in a real terminal of 80 columns and 24 lines: every wish by numbers and words, and every way out."""

from __future__ import annotations

import os
import re
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

import pexpect
import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]
SNAPSHOT = ROOT / "tests" / "snapshot"
COLUMNS, ROWS = 80, 24
ENTER, ESCAPE, CTRL_C = "\r", "\x1b", "\x03"
COMPLETE = [rb"\x1b\[\?7h", rb"q\)\.\r?\n"]
"""What ends a screen: the program switches line wrapping on again, or has said which keys there are."""

WISHES = {
    "take the quiz": (("2", "1"), "Which 3 would you most like to do?"),
    "jobs around cataloging": (("6", "1", "3", "cataloging"), "--skill cataloging"),
    "what a library technician earns": (("3", "2", "library technician", "1"), "$21.43"),
    "from my job to librarian": (("1", "1", "library technician", "librarian"), "From Library Technician to Librarian"),
    "what else my skills open outside": (("1", "1", "library technician", "2"), "Roles that use the skills"),
    "archivist or records manager": (("6", "4", "archivist", "records manager"), "They differ most in"),
    "does the certificate pay": (("6", "1", "8", "diploma or certificate worth it"), "certificate worth it?"),
    "whom to ask in archives": (("6", "1", "7", "archives"), "keep the unpublished record"),
    "my last result": (("4", "6", "1"), "There is no result of the quiz yet"),
    "tick a step of my plan": (("4", "6", "3", "librarian"), "Your plan: Librarian"),
    "ask in my own words": (("6", "1", "1", "am I too shy for library work"), "I am shy"),
    "change my limits": (("4", "m", "9", "2"), "no moving"),
}
"""What somebody may want at the first visit, the choices that lead to it, and what is then seen."""


class Seen:
    """A program in a terminal, and what that terminal shows."""

    def __init__(self, *args: str, columns: int = COLUMNS, rows: int = ROWS, **more: str) -> None:
        env = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "TERMINAL_WIDTH")}
        env |= {"TERM": "xterm", "LC_ALL": "C.UTF-8", "LIBCAREER_DATA": str(SNAPSHOT), **more}
        self.child = pexpect.spawn(
            sys.executable, ["-m", "libcareer", *args], cwd=str(ROOT), env=env, dimensions=(rows, columns), timeout=60
        )
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)

    def until(self, pattern: str) -> str:
        """What is seen once *pattern* is on a screen that is complete."""
        while not re.search(pattern, self.shown):
            self.child.expect(COMPLETE)
            self.stream.feed(self.child.before + self.child.after)
        return self.shown

    @property
    def shown(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    def type(self, keys: str) -> None:
        self.child.send(keys)

    def left(self) -> int:
        self.child.expect(pexpect.EOF)
        self.stream.feed(self.child.before)
        self.child.close()
        return int(self.child.exitstatus or 0)


@pytest.fixture
def terminal(warm: None) -> Iterator[Callable[..., Seen]]:
    """Starts the program in a terminal: `terminal("explore", columns=40)`."""
    programs: list[Seen] = []

    def start(*args: str, **how: object) -> Seen:
        programs.append(Seen(*args, **how))  # type: ignore[arg-type]
        return programs[-1]

    yield start
    for program in programs:
        program.child.close(force=True)


def typed(*choices: str) -> str:
    return "".join(choice + ENTER for choice in choices)


@pytest.mark.parametrize("wish", WISHES)
def test_every_wish_is_met_from_the_bare_command_in_at_most_four_choices(
    terminal: Callable[..., Seen], wish: str
) -> None:
    choices, words = WISHES[wish]
    assert len(choices) <= 4
    seen = terminal()
    seen.until("What brings you here")
    seen.type(typed(*choices))
    seen.until(re.escape(words))


@pytest.mark.parametrize("wish", WISHES)
def test_every_wish_is_met_line_by_line_as_well(terminal: Callable[..., Seen], wish: str) -> None:
    choices, words = WISHES[wish]
    seen = terminal("--lines", rows=200)
    seen.until(r"quit \([^)]*q\)")
    seen.type(typed(*choices))
    seen.until(re.escape(words))


def test_enter_alone_reads_a_whole_page_and_numbers_turn_to_its_parts(terminal: Callable[..., Seen]) -> None:
    seen = terminal()
    seen.until("What brings you here")
    seen.type(typed("show archivist"))
    seen.until("Decides which records")
    seen.type(typed("", ""))
    seen.until("> What you do")
    seen.type(typed("6"))
    assert "$64,550" in seen.until("> Pay and outlook")
    seen.type(typed("n"))
    seen.until("> where next")


def test_a_smaller_window_shows_smaller_screens_and_keeps_what_is_typed(terminal: Callable[..., Seen]) -> None:
    seen = terminal(columns=100, rows=40)
    seen.until("What brings you here")
    seen.type(typed("show archivist") + "6")
    seen.until("> 6")
    seen.child.setwinsize(20, 50)
    seen.screen.resize(20, 50)
    seen.child.kill(signal.SIGWINCH)
    assert "> 6" in seen.until(r"-- Enter: more \(\d+ lines\) --")
    seen.type(ENTER)
    seen.until("> Pay and outlook")


def test_escape_goes_back_and_first_takes_back_what_is_typed(terminal: Callable[..., Seen]) -> None:
    seen = terminal()
    seen.until("What brings you here")
    seen.type(typed("6", "1") + "military lib")
    seen.until("Military libraries")
    seen.type(ESCAPE)
    seen.until("1  Ask in my own words")
    seen.type(ESCAPE)
    seen.until("What brings you here")


@pytest.mark.parametrize(("keys", "code"), [("q" + ENTER, 0), (CTRL_C, 130), ("show archivist" + CTRL_C, 130)])
def test_it_can_be_left_at_any_time(terminal: Callable[..., Seen], keys: str, code: int) -> None:
    seen = terminal()
    seen.until("What brings you here")
    seen.type(typed("4", "3") + keys)
    assert seen.left() == code


@pytest.mark.parametrize("more", [{"NO_COLOR": "1"}, {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}])
def test_it_needs_neither_color_nor_more_than_ascii(terminal: Callable[..., Seen], more: dict[str, str]) -> None:
    seen = terminal(**more)
    seen.until("What brings you here")
    seen.type(typed("show archivist", "15"))
    assert "jobs > Archivist > Sources" in seen.until("> Sources")


def test_a_terminal_that_cannot_move_its_cursor_gets_the_short_help_unless_lines_are_wanted(
    terminal: Callable[..., Seen],
) -> None:
    seen = terminal(TERM="dumb", NO_COLOR="1")
    assert seen.left() == 0
    assert "Begin with" in seen.shown
    seen = terminal(TERM="dumb", ACCESSIBLE="1")
    seen.until("What brings you here")


def test_lines_before_a_command_hold_for_that_command(terminal: Callable[..., Seen]) -> None:
    seen = terminal("--lines", "show")
    shown = seen.until(r"or quit \(q\)")
    assert re.search(r"\d+\. Circulation Supervisor", shown)
    seen.type("q" + ENTER)
    assert seen.left() == 2
