"""The size of the terminal: what its variables say if that is a size, else what it is."""

from __future__ import annotations

import os
import struct
import sys
from typing import TYPE_CHECKING

import pytest

from libcareer.reports.page import terminal
from libcareer.reports.page.terminal import terminal_size

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from conftest import Run

NONSENSE = ["0", "00", "-1", "-80", "abc", "8O", "1e3", "80.5", "\N{SUPERSCRIPT TWO}", "80 columns", "9" * 5000]


@pytest.fixture(autouse=True)
def nothing_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """No variable says a size, and no stream is a terminal."""
    monkeypatch.delenv("COLUMNS")
    monkeypatch.delenv("LINES", raising=False)
    monkeypatch.setattr(terminal, "STREAMS", (-1,))


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[int, int], None]]:
    """Makes a real terminal of some columns and lines the one that is measured."""
    if sys.platform == "win32":
        pytest.skip("needs a pseudo-terminal")
    import fcntl
    import termios

    ends = os.openpty()

    def resize(columns: int, lines: int) -> None:
        fcntl.ioctl(ends[1], termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        monkeypatch.setattr(terminal, "STREAMS", (-1, ends[1]))

    yield resize
    for end in ends:
        os.close(end)


def test_without_a_terminal_there_are_80_columns_and_24_lines() -> None:
    assert terminal_size() == (80, 24)


def test_a_terminal_has_its_own_size(window: Callable[[int, int], None]) -> None:
    window(100, 30)
    assert terminal_size() == (100, 30)


def test_a_terminal_that_does_not_know_its_size_has_the_usual_one(window: Callable[[int, int], None]) -> None:
    window(0, 0)
    assert terminal_size() == (80, 24)


def test_a_size_that_a_variable_says_counts_before_the_terminal(
    window: Callable[[int, int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    window(100, 30)
    monkeypatch.setenv("COLUMNS", "120")
    assert terminal_size() == (120, 30)
    monkeypatch.setenv("LINES", "7")
    assert terminal_size() == (120, 7)


def test_an_empty_variable_says_nothing(window: Callable[[int, int], None], monkeypatch: pytest.MonkeyPatch) -> None:
    window(100, 30)
    monkeypatch.setenv("COLUMNS", "")
    assert terminal_size() == (100, 30)


@pytest.mark.parametrize("said", NONSENSE, ids=lambda said: said[:12])
def test_nonsense_means_the_usual_size_and_no_more_than_the_terminal_has(
    said: str, window: Callable[[int, int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", said)
    monkeypatch.setenv("LINES", said)
    assert terminal_size() == (80, 24)
    window(100, 30)
    assert terminal_size() == (80, 24)
    window(40, 10)
    assert terminal_size() == (40, 10)


@pytest.mark.parametrize("said", [*NONSENSE, "", "1", "20", "9" * 30], ids=lambda said: said[:12])
@pytest.mark.parametrize(
    "args", ["show page", "compare page clerk", "path director --from page", "show --help", "--help"]
)
def test_no_answer_and_no_help_fails_at_a_width(
    said: str, args: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", said)
    shown = run(*args.split(), "--format", "screen")
    assert shown.exit_code == 0
    assert shown.exception is None
    if said in NONSENSE:
        assert 60 < max(map(len, shown.stdout.splitlines())) <= 80
