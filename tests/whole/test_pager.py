"""Answers longer than a real terminal go through the pager that a person names, and nothing else does."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from typing import Any

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from pathlib import Path

import pexpect

ROOT = Path(__file__).parents[2]
TINY = Path(__file__).parents[1] / "tiny"
LINES = 24
LONG, SHORT = ("show", "technician"), ("show", "technician", "--section", "day")

PAGER = """
import pathlib, sys
words = sys.stdin.read()
pathlib.Path({file!r}).write_text(words)
print("in the pager:", len(words.splitlines()), "lines", sys.argv[1:])
"""


def environment(**named: str) -> dict[str, str]:
    """A terminal's environment with the variables *named* and no other pager."""
    left_out = ("COLUMNS", "LINES", "TERMINAL_WIDTH", "LIBCAREER_PAGER", "PAGER", "LESS", "LV")
    env = {name: value for name, value in os.environ.items() if name not in left_out}
    return {**env, "TERM": "xterm", "LIBCAREER_DATA": str(TINY), "LC_ALL": "C.UTF-8", **named}


def start(*args: str, lines: int = LINES, **named: str) -> Any:
    """The program in a terminal of *lines* by 80."""
    return pexpect.spawn(
        sys.executable,
        ["-m", "libcareer", *args],
        cwd=str(ROOT),
        env=environment(**named),
        dimensions=(lines, 80),
        timeout=60,
        encoding="utf-8",
        echo=False,
    )


def shown(*args: str, lines: int = LINES, **named: str) -> tuple[int, str]:
    """The exit code and all that the terminal shows."""
    child = start(*args, lines=lines, **named)
    said = child.read().replace("\r\n", "\n")
    child.close()
    assert "Traceback" not in said
    return child.exitstatus, said


@pytest.fixture
def seen(tmp_path: Path) -> Path:
    """Where the pager of a test puts what it was given."""
    return tmp_path / "paged.txt"


@pytest.fixture
def pager(tmp_path: Path, seen: Path) -> str:
    """A pager that keeps what it is given and says how much that was."""
    program = tmp_path / "my pager.py"
    program.write_text(PAGER.format(file=str(seen)))
    return shlex.join([sys.executable, str(program), "an argument"])


@pytest.fixture
def whole(warm: None) -> str:
    """What a long answer says on a terminal without a pager."""
    code, said = shown(*LONG, LIBCAREER_PAGER="")
    assert code == 0
    assert len(said.splitlines()) > 2 * LINES
    return said


def test_an_answer_longer_than_the_terminal_is_given_to_the_pager_whole(pager: str, seen: Path, whole: str) -> None:
    code, said = shown(*LONG, LIBCAREER_PAGER=pager)
    assert (code, said) == (0, f"in the pager: {len(whole.splitlines())} lines ['an argument']\n")
    assert seen.read_text() == whole


@pytest.mark.usefixtures("warm")
def test_an_answer_that_fits_is_written_at_once(pager: str, seen: Path, whole: str) -> None:
    assert "in the pager" not in shown(*SHORT, LIBCAREER_PAGER=pager)[1]
    count = len(whole.splitlines())
    assert shown(*LONG, lines=count + 1, LIBCAREER_PAGER=pager) == (0, whole)
    assert not seen.exists()
    assert shown(*LONG, lines=count, LIBCAREER_PAGER=pager)[1].startswith("in the pager")


@pytest.mark.parametrize(
    ("own", "general", "paged"),
    [
        ("{}", "false", True),
        (None, "{}", True),
        ("", "{}", False),
        ("cat", "{}", False),
        (None, "", False),
        (None, "cat", False),
    ],
)
def test_the_pager_is_that_of_the_program_or_else_of_the_person(
    own: str | None, general: str, paged: bool, pager: str, seen: Path, whole: str
) -> None:
    named = {"PAGER": general.format(pager), **({} if own is None else {"LIBCAREER_PAGER": own.format(pager)})}
    code, said = shown(*LONG, **named)
    assert code == 0
    assert seen.exists() == paged
    assert (said == whole) != paged


@pytest.mark.parametrize(
    "args",
    [
        "--no-pager show technician",
        "--no-pager --format screen show technician",
        "--format=screen --no-pager show technician",
        "show --no-pager technician",
        "show technician --no-pager",
    ],
)
def test_no_pager_may_stand_before_or_behind_the_command(args: str, pager: str, seen: Path, whole: str) -> None:
    assert shown(*args.split(), LIBCAREER_PAGER=pager) == (0, whole)
    assert not seen.exists()


@pytest.mark.usefixtures("warm")
@pytest.mark.parametrize("format_", ["plain", "markdown", "json", "csv"])
def test_only_a_screen_is_paged(format_: str, pager: str, seen: Path) -> None:
    code, said = shown(*LONG, "--format", format_, LIBCAREER_PAGER=pager)
    assert code == 0
    assert len(said.splitlines()) > LINES
    assert not seen.exists()


@pytest.mark.usefixtures("warm")
@pytest.mark.parametrize("term", ["dumb", "unknown"])
def test_a_terminal_that_cannot_page_gets_the_answer_at_once(term: str, pager: str, seen: Path) -> None:
    assert len(shown(*LONG, LIBCAREER_PAGER=pager, TERM=term)[1].splitlines()) > LINES
    assert not seen.exists()


@pytest.mark.usefixtures("warm")
def test_nothing_is_paged_in_a_pipe(pager: str, seen: Path) -> None:
    for format_ in ([], ["--format", "screen"]):
        done = subprocess.run(
            [sys.executable, "-m", "libcareer", *LONG, *format_],
            cwd=ROOT,
            env=environment(LIBCAREER_PAGER=pager),
            capture_output=True,
            text=True,
            check=True,
        )
        assert len(done.stdout.splitlines()) > LINES
    assert not seen.exists()


@pytest.mark.parametrize(
    "broken",
    ["no-such-program --at-all", "/", "'unbalanced", "   ", "{python} -c 'raise SystemExit(3)'", "{file}"],
    ids=["missing", "a folder", "a quotation mark alone", "blank", "fails", "not executable"],
)
def test_an_answer_is_written_at_once_if_the_pager_is_broken(broken: str, whole: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no program")
    named = broken.format(python=shlex.quote(sys.executable), file=tmp_path / "file")
    assert shown(*LONG, LIBCAREER_PAGER=named) == (0, whole)


@pytest.mark.usefixtures("warm")
@pytest.mark.parametrize("code", ["pass", "input(); print('one line read')"], ids=["at once", "after a line"])
def test_leaving_the_pager_early_is_no_error(code: str) -> None:
    named = shlex.join([sys.executable, "-c", code])
    exit_code, said = shown("roles", LIBCAREER_PAGER=named, LIBCAREER_DATA="")
    assert (exit_code, said) in [(0, ""), (0, "one line read\n")]


HEEDS_CTRL_C = """
import signal, sys
sys.stdin.read()
signal.signal(signal.SIGINT, lambda *_: print("the pager was stopped", flush=True))
print("reading", flush=True)
keys = open("/dev/tty")
print("left by", keys.readline().strip())
"""


@pytest.mark.usefixtures("warm")
def test_ctrl_c_is_for_the_pager() -> None:
    child = start(*LONG, LIBCAREER_PAGER=shlex.join([sys.executable, "-c", HEEDS_CTRL_C]))
    child.expect("reading")
    for _ in range(3):
        child.sendintr()
        child.expect("the pager was stopped")
    child.sendline("q")
    child.expect("left by q")
    assert child.read().strip() == ""
    child.close()
    assert child.exitstatus == 0


ENDED_BY_CTRL_C = """
import signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
print("reading", flush=True)
signal.pause()
"""


@pytest.mark.usefixtures("warm")
def test_ctrl_c_that_ends_the_pager_ends_the_answer_without_a_word() -> None:
    child = start(*LONG, LIBCAREER_PAGER=shlex.join([sys.executable, "-c", ENDED_BY_CTRL_C]))
    child.expect("reading")
    child.sendintr()
    assert child.read().replace("^C", "").strip() == ""
    child.close()
    assert child.exitstatus == 0


@pytest.mark.usefixtures("warm")
def test_a_signal_that_ends_the_program_ends_the_pager_too() -> None:
    child = start(*LONG, LIBCAREER_PAGER=shlex.join([sys.executable, "-c", HEEDS_CTRL_C]))
    child.expect("reading")
    child.kill(15)
    assert "Traceback" not in child.read()
    child.close()
    assert child.exitstatus == 143


def test_a_pager_is_started_without_a_shell(tmp_path: Path, whole: str) -> None:
    trap = tmp_path / "trap"
    for named in (f"false; touch {trap}", f"false || touch {trap}", f"$(touch {trap})", f"false `touch {trap}`"):
        assert shown(*LONG, LIBCAREER_PAGER=named) == (0, whole)
    assert not trap.exists()


@pytest.mark.usefixtures("warm")
@pytest.mark.skipif(not shutil.which("less"), reason="needs less")
def test_less_is_the_pager_unless_another_is_named() -> None:
    child = start(*LONG)
    child.expect("technician; Support staff")
    child.expect(":")
    child.send("q")
    assert "Sources" not in child.read()
    child.close()
    assert child.exitstatus == 0


@pytest.mark.usefixtures("warm")
def test_without_any_pager_the_answer_is_written_at_once(tmp_path: Path) -> None:
    assert shown(*LONG, PATH=str(tmp_path)) == shown(*LONG, "--no-pager", PATH=str(tmp_path))
