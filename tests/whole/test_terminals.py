"""Every command on every terminal: wide and narrow, with and without color, of any encoding, or a pipe.

Most terminals here are streams that say they are one; the last tests use real ones.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from rich.cells import cell_len

from libcareer import __main__
from libcareer.commands import MODULES
from libcareer.engines.quiz.engine import Quiz, Screen
from libcareer.reports.page.text import encodable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from libcareer.engines.quiz.engine import Answer

    Arguments = Callable[[str], list[str]]

WIDTHS = (20, 40, 80, 120, 200)
HELP = (200, 120, 80, 40, 30)
ENCODINGS = ("utf-8", "ascii", "cp1252", "cp437")
PAGES = [name for name in MODULES if name not in ("explore", "help", "publish")]
"""Every command that answers with a page; the explorer asks, and help is laid out by Typer."""

EACH = pytest.mark.parametrize("command", PAGES)

TINY = Path(__file__).parents[1] / "tiny"

STYLE = re.compile(r"\x1b\[[0-9;]*m")
COLOR = re.compile(r"\x1b\[(?:[0-9;]*;)?[34][0-9]")

QUIZ_LINES = "1 2 3\n" * 4 + "1 4 6\n" * 14 + "1\n1\n5\n" + "1\n" * 6
"""Every practical question gets its strictest answer except money: the search for the cheapest way to each
role would take most of the time of these tests."""


class Said(NamedTuple):
    """What the program said: its exit code, and what it wrote on stdout and stderr."""

    code: int
    out: str
    err: str


class Stream(io.TextIOWrapper):
    """A stream of an *encoding* that is a terminal or is not."""

    def __init__(self, encoding: str, *, terminal: bool, typed: str = "") -> None:
        self.bytes = io.BytesIO(typed.encode())
        self.terminal = terminal
        super().__init__(self.bytes, encoding=encoding, newline="\n", write_through=True)

    def isatty(self) -> bool:
        return self.terminal


class Program:
    """Runs the program in this process, with the streams and the environment of a terminal or a pipe.

    It is run by somebody who has taken the quiz: what *kept* has of them lies in *home* before each command.
    """

    def __init__(self, home: Path, kept: Path | None) -> None:
        self.home = home
        self.kept = kept
        self.answers: dict[tuple[str, ...], Said] = {}

    def lay_out(self) -> None:
        """Put what is kept where the next command finds it, and nothing that an earlier one left."""
        for left in self.home.glob("*.json"):
            left.unlink()
        if self.kept:
            shutil.copytree(self.kept, self.home, dirs_exist_ok=True)

    def __call__(self, *args: str, terminal: Terminal | None, encoding: str = "utf-8") -> Said:
        """What it says on a *terminal*, or in a pipe of some *encoding*."""
        self.lay_out()
        width, encoding, no_color, term = terminal or Terminal(80, encoding, "", "dumb")
        out, err = (Stream(encoding, terminal=terminal is not None) for _ in range(2))
        env = {"LIBCAREER_HOME": str(self.home), "COLUMNS": str(width), "NO_COLOR": no_color, "TERM": term}
        with pytest.MonkeyPatch.context() as patch:
            for name, value in env.items():
                patch.setenv(name, value)
            patch.setattr("sys.stdin", Stream("utf-8", terminal=False, typed=QUIZ_LINES))
            patch.setattr("sys.stdout", out)
            patch.setattr("sys.stderr", err)
            patch.setattr("sys.argv", ["libcareer", *args])
            with pytest.raises(SystemExit) as left:
                __main__.main()
        code = left.value.code
        assert code is None or isinstance(code, int)
        return Said(code or 0, *(stream.bytes.getvalue().decode(encoding) for stream in (out, err)))

    def plain(self, *args: str) -> Said:
        """What it says in a pipe, the first time that this is asked."""
        if args not in self.answers:
            self.answers[args] = self(*args, terminal=None)
        return self.answers[args]


@pytest.fixture(scope="module")
def screens_searched_once() -> Iterator[None]:
    """Search for each screen of the quiz once: every terminal sees the same quiz, and the search takes long."""
    search, known = Quiz.next, dict[tuple[object, ...], Screen | None]()

    def next_screen(quiz: Quiz, answers: Sequence[Answer], seed: int = 0) -> Screen | None:
        key = (*quiz.ids, *answers, seed)
        if key not in known:
            known[key] = search(quiz, answers, seed)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Quiz, "next", next_screen)
        yield


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory, kept_knowledge: Path, screens_searched_once: None) -> Program:
    """The program on the frozen part of the knowledge, run by somebody who has taken the quiz."""
    home, kept = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("kept") / "home"
    (home / "cache").symlink_to(kept_knowledge, target_is_directory=True)
    assert Program(home, None)("quiz", terminal=None).code == 0
    shutil.copytree(home, kept, ignore=shutil.ignore_patterns("cache"))
    assert list(kept.iterdir())
    return Program(home, kept)


PERIOD = re.compile(r"^(\w+) \| (?:year [\d.]+ to [\d.]+|after [\d.]+ years) \| (.*)$", re.MULTILINE)
"""A stretch of a timeline in plain text: its label and its note; a screen draws the years between them."""

YEARS = re.compile(r"^year +1[\d ]*$", re.MULTILINE)
BAR = re.compile(r"^(work|study|practice|arrive|) +[#=.*-]+(?=\s|$)", re.MULTILINE)
"""The years above a timeline, and the bar of a stretch after its label."""


def words_of_plain(plain: str) -> str:
    """What *plain* text says, without the signs that part one thing from another."""
    lines = re.sub(r"^Next: (.*?)(?: -(?: (.*))?)?$", r"\1 \2", plain, flags=re.MULTILINE)
    return _squeezed(lines)


def parted(plain: str) -> tuple[str, list[str], str]:
    """What *plain* text says before its columns, in each cell of them, and after them.

    Columns are lines with the same label after one another; a screen has them side by side, so what
    stands in them is not in the order of the lines.
    """
    plain = PERIOD.sub(r"\1 \2", plain)
    lines = plain.split("\n")
    labels = [line.partition(" | ")[0] if " | " in line else None for line in lines]
    inside = [n for n, label in enumerate(labels) if label and label in (*labels[n - 1 : n], *labels[n + 1 : n + 2])]
    if not inside:
        return words_of_plain(plain), [], ""
    first, end = inside[0], inside[-1] + 1
    cells = [_squeezed(line.partition(" | ")[2].partition(": ")[2]) for line in lines[first:end]]
    return words_of_plain("\n".join(lines[:first])), cells, words_of_plain("\n".join(lines[end:]))


def words_of_screen(screen: str) -> str:
    """What a *screen* says, without the same signs and with its lines joined again."""
    lines = re.sub(r"^(?:- |Next(?=$|  ))", "", screen, flags=re.MULTILINE)
    lines = BAR.sub(r"\1", YEARS.sub("", lines))
    return _squeezed(lines.replace("\N{FULL BLOCK}", "").replace("#", ""))


AMOUNT = r"(\$[\d,.]+|[+-]\d\.\d\d)"

RANGE = re.compile(AMOUNT + r"(?:to|[\N{BOX DRAWINGS LIGHT VERTICAL AND RIGHT}\N{BOX DRAWINGS HEAVY VERTICAL}"
                   r"\N{BOX DRAWINGS LIGHT VERTICAL AND LEFT}\N{BOX DRAWINGS LIGHT HORIZONTAL}-]+)"
                   + AMOUNT + r"(?:ayear|anhour)?,?(median|nopayfigure|average)")  # fmt: skip
"""A range: in words, or as a bar between its ends, after which the unit of several bars is told once."""


def _squeezed(text: str) -> str:
    # Lines to write on are as long as a terminal has room for.
    return RANGE.sub(r"\1\2\3", re.sub(r"[\s():;|#]|__+", "", text.casefold()))


class Terminal(NamedTuple):
    """How wide a terminal is, what characters it has, and what it says of itself."""

    width: int
    encoding: str
    no_color: str
    term: str


STYLES = [("", "xterm-256color"), ("1", "xterm-256color"), ("", "dumb"), ("1", "dumb")]
TERMINALS = [
    Terminal(width, encoding, *STYLES[(row + column) % 4])
    for row, width in enumerate(WIDTHS)
    for column, encoding in enumerate(ENCODINGS)
]
"""Terminals among which every width, encoding and style meets every other."""


def shows_all(said: Said, plain: Said, terminal: Terminal) -> None:
    """Hold what was *said* on a *terminal* to the *plain* text of the same answer."""
    assert said.code == plain.code
    out, err = STYLE.sub("", said.out), STYLE.sub("", said.err)
    before, cells, after = parted(encodable(plain.out, terminal.encoding))
    if cells:
        shown = words_of_screen(out)
        assert shown.startswith(before)
        assert shown.endswith(after)
        assert not Counter("".join(cells)) - Counter(shown[len(before) : len(shown) - len(after)])
    else:
        assert words_of_screen(out) == before
    assert max(cell_len(line) for line in (out + err).split("\n")) <= terminal.width
    assert not [char for char in out + err if char != "\n" and not char.isprintable()]
    assert "\\u" not in out  # a character that nothing spells
    if terminal.term == "dumb":
        assert out == said.out
    if terminal.no_color:
        assert not COLOR.search(said.out)


# ---------------------------------------------------------------------------- every command


@EACH
def test_every_terminal_shows_every_word_of_the_plain_text_in_order_and_no_line_is_wider(
    command: str, program: Program, arguments: Arguments
) -> None:
    args = [command, *arguments(command), "--data", str(TINY)] if command != "check" else ["check", str(TINY)]
    plain = program.plain(*args)
    for terminal in TERMINALS:
        shows_all(program(*args, terminal=terminal), plain, terminal)


@EACH
def test_the_knowledge_that_ships_is_shown_whole_too(command: str, program: Program, arguments: Arguments) -> None:
    args = [command, *arguments(command)]
    plain = program.plain(*args)
    for width in WIDTHS:
        terminal = Terminal(width, "ascii" if width == 80 else "utf-8", "", "xterm")
        shows_all(program(*args, terminal=terminal), plain, terminal)


@EACH
def test_a_pipe_of_any_encoding_gets_the_plain_text(command: str, program: Program, arguments: Arguments) -> None:
    args = [command, *arguments(command)]
    plain = program.plain(*args)
    for encoding in ENCODINGS[1:]:
        piped = program(*args, terminal=None, encoding=encoding)
        assert piped.code == plain.code
        assert piped.out == encodable(plain.out, encoding)


# ---------------------------------------------------------------------------- real ones

REAL = [
    Terminal(40, "ascii", "", "dumb"),
    Terminal(80, "utf-8", "", "xterm-256color"),
    Terminal(120, "cp437", "1", "xterm"),
    Terminal(200, "cp1252", "", "xterm-256color"),
]


def on_real_terminal(args: list[str], terminal: Terminal, home: Path) -> Said:
    """What the program says in a process of its own whose stdout is a pseudo-terminal."""
    import fcntl
    import struct
    import termios

    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, terminal.width, 0, 0))
    env = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "TERMINAL_WIDTH", "NO_COLOR")}
    env |= {"LIBCAREER_HOME": str(home), "TERM": terminal.term, "PYTHONIOENCODING": terminal.encoding}
    env |= {"NO_COLOR": terminal.no_color} if terminal.no_color else {}
    with subprocess.Popen(
        [sys.executable, "-m", "libcareer", *args],
        cwd=TINY.parents[1],
        env=env,
        stdin=subprocess.PIPE,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
    ) as process:
        os.close(theirs)
        assert process.stdin is not None
        process.stdin.write(QUIZ_LINES.encode())
        process.stdin.close()
        out = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    return Said(process.returncode, out.decode(terminal.encoding).replace("\r\n", "\n"), "")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other end is closed
        return b""


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("command", "terminal"), list(zip(PAGES, cycle(REAL), strict=False)))
def test_a_real_terminal_shows_the_same(
    command: str, terminal: Terminal, program: Program, arguments: Arguments
) -> None:
    args = [command, *arguments(command)]
    plain = program.plain(*args)
    program.lay_out()
    shows_all(on_real_terminal(args, terminal, program.home), plain, terminal)


# ---------------------------------------------------------------------------- help


@pytest.mark.parametrize("command", [None, *MODULES])
def test_the_help_fits_the_terminal_and_says_the_same_on_all(command: str | None, program: Program) -> None:
    args = [*([command] if command else []), "--help"]
    wide, *others = [(width, program(*args, terminal=Terminal(width, "utf-8", "", "xterm")).out) for width in HELP]
    for width, shown in others:
        assert max(map(cell_len, shown.split("\n"))) <= width
        assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", wide[1])
        assert shown.split("Example:")[1].split() == wide[1].split("Example:")[1].split()


def test_a_complaint_is_wrapped_on_a_terminal_and_one_line_in_a_pipe(program: Program) -> None:
    narrow = program("show", "libarian", terminal=Terminal(40, "utf-8", "", "xterm")).err
    piped = program("show", "libarian", terminal=None).err
    assert piped.count("\n") == 1
    assert narrow.split() == piped.split()
    assert 1 < max(map(len, narrow.split("\n"))) <= 40
