"""Asking with keys, through prompt_toolkit as on a real terminal."""

from __future__ import annotations

import io
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from prompt_toolkit.output.vt100 import Vt100_Output

from libcareer.commands import prompts
from libcareer.commands.prompts.question import Key, Marked, Option, Question
from libcareer.commands.prompts.terminal import TerminalPrompter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ENTER, DOWN, UP, CTRL_C, ESCAPE = "\r", "\x1b[B", "\x1b[A", "\x03", "\x1b"
BACK = object()
KEYS = (Key("b", "back", BACK, escape=True), Key("?", "why", says="Because."))
QUESTION = Question("Which?", tuple(Option(f"option {n}", f"o{n}") for n in range(1, 7)), KEYS)


@contextmanager
def typing(keys: str) -> Iterator[None]:
    """A terminal at which a person types *keys*."""
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.send_text(keys)
        yield


@contextmanager
def looking(keys: str) -> Iterator[io.StringIO]:
    """A terminal of 80 columns at which a person types *keys*, and everything it was sent."""
    seen = io.StringIO()
    output = Vt100_Output(seen, lambda: Size(rows=24, columns=80), term="xterm")
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=output):
        pipe.send_text(keys)
        yield seen


def mark() -> object:
    return TerminalPrompter().mark(QUESTION, 2, least=True)


def choose() -> object:
    return TerminalPrompter().choose(QUESTION)


def find() -> object:
    return TerminalPrompter().find(QUESTION)


def text() -> object:
    return TerminalPrompter().text(Question("Which town?", keys=KEYS))


def confirm() -> object:
    return TerminalPrompter().confirm("Go on?")


EVERY = pytest.mark.parametrize("ask", [mark, choose, find, text, confirm])


@pytest.mark.parametrize(
    ("ask", "keys", "reply"),
    [
        (mark, "251" + ENTER, Marked(("o2", "o5"), "o1")),
        (mark, f" {DOWN} {UP}{UP} {ENTER}", Marked(("o1", "o2"), "o6")),
        (mark, f"2{ENTER}51{ENTER}", Marked(("o2", "o5"), "o1")),
        (mark, f"2{ESCAPE}", BACK),
        (choose, f"3{ENTER}", "o3"),
        (choose, f"{ENTER}{DOWN}{DOWN}{ENTER}", "o2"),
        (choose, "b", BACK),
        (find, f"option 4{ENTER}", "o4"),
        (find, f"6{ENTER}", "o6"),
        (find, f"b{ENTER}", BACK),
        (text, f"Osll\x7fo{ENTER}", "Oslo"),
        (confirm, "n", False),
        (confirm, ENTER, True),
    ],
)
def test_keys_answer(ask: Callable[[], object], keys: str, reply: object) -> None:
    with typing(keys):
        assert ask() == reply


@pytest.mark.parametrize("hidden", ["\x1b\r", "\x1b\n", "\x0f", "\x1b ", "\x1b1", "\x04", "\x18\x18", "\x1bOP", "\t"])
@EVERY
def test_no_key_but_ours_answers_anything(ask: Callable[[], object], hidden: str) -> None:
    with typing(hidden + CTRL_C), pytest.raises(KeyboardInterrupt):
        ask()


@EVERY
def test_ctrl_c_interrupts_also_right_after_escape(ask: Callable[[], object]) -> None:
    for keys in (CTRL_C, ESCAPE + CTRL_C):
        with typing(keys), pytest.raises(KeyboardInterrupt):
            ask()


def test_the_end_of_input_is_told_apart_from_an_interrupt() -> None:
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.close()
        with pytest.raises(EOFError):
            choose()


def test_pasted_words_are_typed_into_a_line_and_do_nothing_in_a_list() -> None:
    paste = "\x1b[200~{}\x1b[201~"
    with typing(paste.format("option 4") + ENTER):
        assert find() == "o4"
    with typing(paste.format("251\r") + f"34{ENTER}5{ENTER}"):
        assert mark() == Marked(("o3", "o4"), "o5")


def test_nothing_asks_the_terminal_for_its_cursor() -> None:
    with looking(f"251{ENTER}") as seen:
        mark()
    assert "\x1b[6n" not in seen.getvalue()


@pytest.mark.parametrize("no_color", ["1", ""])
def test_no_color_is_respected_and_marks_stay(no_color: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", no_color)
    with looking(ENTER) as seen:
        TerminalPrompter().mark(QUESTION, 2, least=True, before=Marked(("o2", "o5"), "o1"))
    assert bool(re.search(r"\x1b\[[0-9;]*3[0-7]", seen.getvalue())) is not bool(no_color)
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", seen.getvalue())
    assert "+ 2. option 2" in plain
    assert "- 1. option 1" in plain


# ---------------------------------------------------------------------------- the questions of other commands

CHOICES = (("page", "Page"), ("clerk", "Clerk"))


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@contextmanager
def person(keys: str = "", lines: str = "") -> Iterator[None]:
    """A person at a terminal, who types *keys*, or *lines* where these are asked for."""
    with pytest.MonkeyPatch.context() as patch, typing(keys):
        patch.setenv("TERM", "xterm")
        patch.setattr("sys.stdin", Terminal(lines))
        patch.setattr("sys.stdout", Terminal())
        yield


@pytest.mark.parametrize(
    ("keys", "picked"),
    [
        (ENTER, "page"),
        (DOWN + ENTER, "clerk"),
        ("2" + ENTER, "clerk"),
        ("3" + ENTER, None),
        (ESCAPE, None),
        ("q", None),
    ],
)
def test_one_name_or_none_is_picked_from_a_short_list(keys: str, picked: str | None) -> None:
    with person(keys):
        assert prompts.choose("Which?", CHOICES) == picked


@pytest.mark.parametrize(("keys", "picked"), [("cle" + ENTER, "clerk"), ("1" + ENTER, "page"), (ESCAPE, None)])
def test_one_name_or_none_is_picked_from_a_long_list(keys: str, picked: str | None) -> None:
    with person(keys):
        assert prompts.pick("Which?", CHOICES) == picked


def test_plain_enter_says_yes() -> None:
    with person(ENTER):
        assert prompts.confirm("Go on?")


@pytest.mark.parametrize(("lines", "picked"), [("2\n", "clerk"), ("3\n", None), ("", None), ("q\n", None)])
def test_names_are_picked_by_line_where_lines_are_wanted(
    lines: str, picked: str | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ACCESSIBLE", "1")
    with person(lines=lines):
        assert prompts.choose("Which?", CHOICES) == picked
    assert "  2. Clerk\n" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("stdin", "stdout", "env", "there", "lines"),
    [
        (Terminal, Terminal, {"TERM": "xterm"}, True, False),
        (Terminal, Terminal, {}, True, False),
        (Terminal, Terminal, {"TERM": "dumb"}, True, True),
        (Terminal, Terminal, {"TERM": "xterm", "ACCESSIBLE": "1"}, True, True),
        (Terminal, Terminal, {"TERM": "xterm", "ACCESSIBLE": "0"}, True, False),
        (io.StringIO, Terminal, {"TERM": "xterm"}, False, True),
        (Terminal, io.StringIO, {"TERM": "xterm"}, False, True),
    ],
)
def test_keys_need_a_terminal_at_both_ends_that_can_move_its_cursor(
    stdin: type, stdout: type, env: dict[str, str], there: bool, lines: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TERM", "ACCESSIBLE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdin", stdin())
    monkeypatch.setattr("sys.stdout", stdout())
    assert prompts.interactive() is there
    assert prompts.by_lines() is lines
