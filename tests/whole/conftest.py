"""A real terminal, in which the program runs and a person looks and types."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ROOT = Path(__file__).parents[2]
TINY = Path(__file__).parents[1] / "tiny"


class Terminal:
    """The program in a terminal of so many *columns* and *rows*, and what that terminal shows.

    *command* runs in its place. *more* are environment variables.
    """

    def __init__(self, columns: int, rows: int, *args: str, command: Sequence[str] = (), **more: str) -> None:
        import pexpect
        import pyte

        env = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "TERMINAL_WIDTH")}
        env |= {"TERM": "xterm", "LIBCAREER_DATA": str(TINY), "LC_ALL": "C.UTF-8", **more}
        program, *rest = command or (sys.executable, "-m", "libcareer", *args)
        self.child = pexpect.spawn(program, rest, cwd=str(ROOT), env=env, dimensions=(rows, columns), timeout=60)
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.sent = b""

    @property
    def lines(self) -> list[str]:
        """The lines that are seen."""
        return [line.rstrip() for line in self.screen.display]

    @property
    def shown(self) -> str:
        """All that is seen, as it stands there."""
        return "\n".join(self.lines).strip()

    @property
    def words(self) -> str:
        """All that is seen, on one line."""
        return " ".join(self.shown.split())

    def until(self, right: Callable[[list[str]], object]) -> list[str]:
        """The lines seen as soon as they are *right*."""
        while not right(self.lines):
            self._look(self.child.read_nonblocking(65536, timeout=60))
        return self.lines

    def until_words(self, words: str) -> None:
        """Wait until *words* are seen, however they are broken into lines."""
        self.until(lambda _: words in self.words)

    def press(self, keys: str) -> None:
        """Type *keys*."""
        self.child.send(keys)

    def resize(self, columns: int, rows: int) -> None:
        """Make the terminal larger or smaller, with an empty screen: real ones wrap their lines anew in many ways."""
        self.screen.resize(rows, columns)
        self.screen.erase_in_display(2)
        self.child.setwinsize(rows, columns)

    def ended(self) -> int:
        """The exit code, once the program has ended by itself."""
        import pexpect

        self.child.expect(pexpect.EOF)
        self._look(self.child.before)
        self.child.wait()
        assert isinstance(self.child.exitstatus, int)
        return self.child.exitstatus

    def _look(self, sent: bytes) -> None:
        self.sent += sent
        self.stream.feed(sent)


@pytest.fixture
def terminal(warm: None) -> Iterator[Callable[..., Terminal]]:
    """Start the program in a terminal: `terminal(80, 24, "quiz")`."""
    begun: list[Terminal] = []

    def start(columns: int, rows: int, *args: str, command: Sequence[str] = (), **env: str) -> Terminal:
        begun.append(Terminal(columns, rows, *args, command=command, **env))
        return begun[-1]

    yield start
    for each in begun:
        each.child.close(force=True)
