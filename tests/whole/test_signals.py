"""Told to end, cut off, or resized in the middle: what was answered stays, and so does the terminal."""

from __future__ import annotations

import os
import re
import select
import signal
import struct
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("signals and terminals as POSIX has them", allow_module_level=True)

import termios
from fcntl import ioctl

from libcareer.person.quizzes import saved_quizzes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).parents[2]
TINY = Path(__file__).parents[1] / "tiny"


@pytest.fixture(autouse=True)
def no_signal_is_ignored() -> Iterator[None]:
    """Let the programs of these tests be hung up, also where the tests themselves run under nohup."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


def program(*args: str, typed: str = "", code: str = "") -> subprocess.CompletedProcess[str]:
    """The program, or a script in its place, in a process of its own on the tiny knowledge."""
    run = ["-c", code] if code else ["-m", "libcareer"]
    return subprocess.run(
        [sys.executable, "-W", "error", *run, *args],
        cwd=ROOT,
        env={**os.environ, "LIBCAREER_DATA": str(TINY)},
        input=typed,
        capture_output=True,
        text=True,
        check=False,
    )


# ---------------------------------------------------------------------------- signals


def begun(ignoring: Sequence[int] = ()) -> subprocess.Popen[str]:
    """A quiz over lines that has kept two answers and waits for the third."""

    def prepare() -> None:
        for number in ignoring:
            signal.signal(number, signal.SIG_IGN)

    quiz = subprocess.Popen(
        [sys.executable, "-m", "libcareer", "quiz"],
        cwd=ROOT,
        env={**os.environ, "LIBCAREER_DATA": str(TINY)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=prepare,
    )
    assert quiz.stdin
    assert quiz.stderr
    quiz.stdin.write("1 2 3\n" * 2)
    quiz.stdin.flush()
    asked = 0
    for line in quiz.stderr:
        asked += line.endswith(("; or skip.\n", "q).\n"))
        if asked == 3:
            break
    return quiz


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_in_the_middle_keeps_the_answers_and_is_the_exit_code(name: str) -> None:
    quiz = begun()
    quiz.send_signal(getattr(signal, name))
    out, err = quiz.communicate()
    assert quiz.returncode == 128 + getattr(signal, name)
    assert out == ""
    assert err.splitlines()[-1] == "Stopped. Your answers are kept: `libcareer quiz` goes on from there."
    assert "Traceback" not in err
    session, _ = saved_quizzes()
    assert session
    assert len(session.answers) == 2


def test_a_quiz_that_is_killed_goes_on_where_it_was() -> None:
    quiz = begun()
    quiz.kill()
    quiz.communicate()
    again = program("quiz", typed="")
    assert "Going on where you stopped (2 answered)" in again.stderr
    assert "not finished" in again.stdout


def test_a_hangup_that_is_to_be_ignored_is_ignored() -> None:
    quiz = begun(ignoring=[signal.SIGHUP])
    quiz.send_signal(signal.SIGHUP)
    out, _ = quiz.communicate("1 2 3\n" * 2 + "1 4 6\n" * 6)
    assert quiz.returncode == 0
    assert "What your answers point to" in out


def test_who_can_no_longer_read_the_questions_keeps_the_answers() -> None:
    quiz = begun()
    assert quiz.stderr
    quiz.stderr.close()
    quiz.stderr = None
    out, _ = quiz.communicate("1 2 3\n")
    assert (quiz.returncode, out) == (0, "")
    session, _ = saved_quizzes()
    assert session
    assert len(session.answers) == 3


@pytest.mark.parametrize("streams", [">&-", "2>&-", ">&- 2>&-"])
def test_a_quiz_with_closed_streams_keeps_its_answers_and_nothing_of_it_goes_elsewhere(
    streams: str, home: Path
) -> None:
    call = f'"{sys.executable}" -m libcareer quiz {streams}'
    env = {**os.environ, "LIBCAREER_DATA": str(TINY)}
    done = subprocess.run(
        ["bash", "-c", call], cwd=ROOT, env=env, input="1 2 3\n", capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert (done.stdout != "", done.stderr != "") == (">&-" not in streams.split(), "2>&-" not in streams)
    session, _ = saved_quizzes()
    assert session
    assert len(session.answers) == 1
    assert {path.name for path in home.iterdir()} == {"cache", "quiz.json"}


INTERRUPTED_WHILE_LOADING = """
import os, signal, sys
when = {{sys.argv.pop(1)}}
def interrupt(event, args):
    if event == "import" and args[0] in when:
        when.clear()  # what is loaded to say so may ask for the same module again
        os.kill(os.getpid(), signal.{name})
sys.addaudithook(interrupt)
from libcareer.__main__ import main
main()
"""


@pytest.mark.parametrize("when", ["libcareer.cli", "typer", "msgspec.msgpack", "libcareer.reports.roles"])
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_an_interrupt_while_the_program_loads_is_no_traceback(name: str, when: str) -> None:
    done = program(when, "roles", code=INTERRUPTED_WHILE_LOADING.format(name=name))
    assert done.returncode == 128 + getattr(signal, name)
    assert done.stdout == ""
    assert done.stderr.strip() in ("", "Stopped.")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_what_cannot_be_said_any_more_changes_no_exit_code() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [
                sys.executable,
                "-c",
                INTERRUPTED_WHILE_LOADING.format(name="SIGTERM"),
                "libcareer.reports.roles",
                "roles",
            ],
            cwd=ROOT,
            env={**os.environ, "LIBCAREER_DATA": str(TINY)},
            stderr=full,
            check=False,
        )
    assert done.returncode == 128 + signal.SIGTERM


# ---------------------------------------------------------------------------- in a terminal


class Terminal:
    """A terminal of our own, whose settings can be looked at after the program in it has ended."""

    def __init__(self, *args: str) -> None:
        self.ours, self.theirs = os.openpty()
        self.resize(80, 40)
        self.before = termios.tcgetattr(self.theirs)
        env = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "TERMINAL_WIDTH")}
        env |= {"TERM": "xterm", "LIBCAREER_DATA": str(TINY), "PROMPT_TOOLKIT_NO_CPR": "1", "LC_ALL": "C.UTF-8"}
        self.said = b""
        self.child = subprocess.Popen(
            [sys.executable, "-c", IN_ITS_TERMINAL, *args],
            cwd=ROOT,
            env=env,
            stdin=self.theirs,
            stdout=self.theirs,
            stderr=self.theirs,
            start_new_session=True,
        )

    def resize(self, columns: int, rows: int) -> None:
        ioctl(self.theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def until(self, pattern: str) -> None:
        """Wait until the program has said *pattern* since it was last waited for."""
        while not (found := re.search(pattern.encode(), self.said)):
            assert select.select([self.ours], [], [], 60)[0], self.said
            self.said += os.read(self.ours, 65536)
        self.said = self.said[found.end() :]

    def type(self, keys: str) -> None:
        os.write(self.ours, keys.encode())

    def ended(self) -> int:
        """The exit code, once the program has ended."""
        while self.child.poll() is None:
            if select.select([self.ours], [], [], 0.05)[0]:
                self.said += os.read(self.ours, 65536)
        while select.select([self.ours], [], [], 0)[0]:
            self.said += os.read(self.ours, 65536)
        return self.child.returncode

    def close(self) -> None:
        self.child.kill()
        self.child.wait()
        os.close(self.ours)
        os.close(self.theirs)


IN_ITS_TERMINAL = """
import fcntl, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)  # or no one would tell the program of a new size
from libcareer.__main__ import main
main()
"""


@pytest.fixture
def quiz() -> Iterator[Terminal]:
    """A quiz in a terminal that waits at its second screen."""
    terminal = Terminal("quiz", "--seed", "1")
    terminal.until("Screen 1;")
    terminal.until("q quit")
    terminal.type("123\r")
    terminal.until("Screen 2;")
    terminal.until("q quit")
    yield terminal
    terminal.close()


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_in_mid_question_leaves_the_terminal_as_it_was(quiz: Terminal, name: str) -> None:
    assert termios.tcgetattr(quiz.theirs) != quiz.before
    quiz.child.send_signal(getattr(signal, name))
    assert quiz.ended() == 128 + getattr(signal, name)
    assert termios.tcgetattr(quiz.theirs) == quiz.before
    assert b"Traceback" not in quiz.said
    assert quiz.said.endswith(b"Your answers are kept: `libcareer quiz` goes on from there.\r\n")
    # The question is wiped away before that, so that the two are not mixed.
    assert b"Stopped." in quiz.said.split(b"\x1b[J")[-1]
    session, _ = saved_quizzes()
    assert session
    assert len(session.answers) == 1


def test_a_terminal_of_any_new_size_loses_no_answer(quiz: Terminal) -> None:
    quiz.type("12")
    for columns, rows in ((40, 12), (200, 60), (10, 3), (1, 1), (100, 50)):
        quiz.resize(columns, rows)
        # Each is drawn before the next comes: a down and an up that must do nothing.
        quiz.type("\x1b[B\x1b[A")
        quiz.until(r"\x1b\[")
    quiz.type("3\r")
    quiz.until("Screen 3;")
    quiz.type("\x03")
    assert quiz.ended() == 130
    assert b"Traceback" not in quiz.said
    session, _ = saved_quizzes()
    assert session
    assert [len(answer.picks) for answer in session.answers] == [3, 3]
    assert session.answers[1].picks == session.answers[1].options[:3]
