"""Asking a person: with keys on a terminal, line by line elsewhere, through one interface (`Prompter`).

This package is the only one that imports questionary, and only `terminal` does. It asks with keys only if
stdin and stdout are both a terminal that can move its cursor and nobody wants lines (`by_lines`).
"""

from __future__ import annotations

import os
import sys
from typing import IO, TYPE_CHECKING, Annotated

import typer

from libcareer.commands.meta import FORMAT, LINES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libcareer.commands.prompts.question import Prompter

UNSET = ("", "0", "no", "false")
"""Values with which an environment variable says no."""

_NONE = object()


def _note_lines(ctx: typer.Context, value: bool) -> bool:
    if value:
        ctx.meta[LINES] = True
    return value


Lines = Annotated[
    bool,
    typer.Option(
        "--lines", callback=_note_lines, help="Ask line by line, as screen readers need it; so does ACCESSIBLE=1."
    ),
]
"""An option for every command that may ask; it takes effect by being declared."""


def interactive() -> bool:
    """Whether a person can be asked: stdin and stdout are both a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def by_lines() -> bool:
    """Whether a person is asked line by line: told so, or because the terminal cannot move its cursor."""
    return _lines_wanted() or os.environ.get("TERM") == "dumb" or not interactive()


def _lines_wanted() -> bool:
    """Whether somebody said that lines are wanted."""
    from typer._click.globals import get_current_context

    context = get_current_context(silent=True)
    meta = context.meta if context else {}
    told = bool(meta.get(LINES)) or meta.get(FORMAT) == "plain"
    accessible = os.environ.get("ACCESSIBLE", "").lower() not in UNSET
    return told or accessible


def can_explore() -> bool:
    """Whether a person at a terminal can be led: it can move its cursor, or somebody wants lines."""
    return os.environ.get("TERM") != "dumb" or _lines_wanted()


def prompter(asks: IO[str] | None = None) -> Prompter:
    """The way of asking that fits: with keys, or with lines from stdin and questions on *asks*, by default stderr."""
    if by_lines():
        from libcareer.commands.prompts.lines import LinePrompter

        return LinePrompter(sys.stdin, asks or sys.stderr)
    from libcareer.commands.prompts.terminal import TerminalPrompter

    return TerminalPrompter()


def choose(question: str, choices: Sequence[tuple[str, str]]) -> str | None:
    """The id that a person picks among *choices*, pairs of id and words; None for none of them."""
    return _picked(question, choices, few=True)


def pick(question: str, choices: Sequence[tuple[str, str]]) -> str | None:
    """The id that a person picks among many *choices*, which typed words narrow down; None for none of them."""
    return _picked(question, choices, few=False)


def _picked(question: str, choices: Sequence[tuple[str, str]], *, few: bool) -> str | None:
    from libcareer.commands.prompts.question import Key, Option, Question

    options = [Option(words, id_) for id_, words in choices]
    if few:
        options.append(Option("none of these", _NONE))
    keys = (Key("q", "quit", _NONE, escape=True),)
    asked = Question(question, tuple(options), keys, full=True)
    asking = prompter()
    try:
        answer = asking.choose(asked, options[0].value) if few else asking.find(asked)
    except EOFError:
        return None
    return answer if isinstance(answer, str) else None


def confirm(question: str) -> bool:
    """Whether a person says yes to *question*; plain Enter is yes."""
    return prompter().confirm(question)
