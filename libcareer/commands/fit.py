"""The command that asks about one role."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from libcareer.commands.options import Data, RoleName, Written, complain, role_id, write
from libcareer.errors import BadAnswers

if TYPE_CHECKING:
    from libcareer.engines.quiz.interview import Progress
    from libcareer.engines.quiz.one_role import Suitability

app = typer.Typer()


@app.command(epilog="Example: libcareer fit archivist")
def fit(
    role: RoleName,
    answers: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Answer from a file: one line a screen as typed, or the JSON of an earlier one. Nothing is saved.",
        ),
    ] = None,
    seed: Annotated[int | None, typer.Option(help="Number that fixes the order of the options shown.")] = None,
    new: Annotated[bool, typer.Option("--new", help="Begin again, whatever was answered before.")] = False,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Ask whether one role is right for you: about eight screens against the roles most like it."""
    from libcareer.catalog import load
    from libcareer.engines.quiz.one_role import Suitability
    from libcareer.reports import one_role as report_suitability

    catalog = load(data)
    asked = Suitability(catalog, role_id(catalog, role))
    progress, complete = _from_file(asked, answers, seed) if answers else _in_person(asked, seed, new=new)
    if not any(answer.picks for answer in progress.answers):
        raise BadAnswers(f"Nothing was answered, so there is nothing to say yet. `libcareer fit {asked.role}` asks.")
    write(report_suitability.suited(asked.suited(progress.answers), progress, complete=complete), format_)


def _from_file(asked: "Suitability", file: Path, seed: int | None) -> "tuple[Progress, bool]":
    from libcareer.commands.prompts import LineAsker, lines_or_json
    from libcareer.engines.quiz.interview import Progress, answers_from_json, ask_screens

    data, lines = lines_or_json(file)
    if lines is None:
        progress = answers_from_json(data, asked.quiz)
        return progress, asked.next(progress.answers) is None
    return ask_screens(asked, Progress(seed or 0), LineAsker(lines, None), lambda _: None)


def _in_person(asked: "Suitability", seed: int | None, *, new: bool) -> "tuple[Progress, bool]":
    """Progress as a person makes it, kept after every answer, and going on where they stopped."""
    import random

    from libcareer.commands import prompts
    from libcareer.engines.quiz.interview import Progress, ask_screens
    from libcareer.person import quizzes as sessions

    terminal = prompts.interactive()
    begun = sessions.begun_fits().get(asked.role)
    progress = Progress(seed if seed is not None else random.randrange(1_000_000) if terminal else 0)
    if begun and not new and not _unknown(asked, begun):
        if not terminal:
            complain(f"Going on with what was asked before ({len(begun.answers)} answered); --new begins again.")
        if not terminal or prompts.confirm(f"Go on where you stopped ({len(begun.answers)} answered)?"):
            progress = Progress(begun.seed, begun.answers)

    def keep(now: Progress) -> None:
        sessions.keep_fit(asked.role, sessions.Replies(now.seed, now.answers))

    asker = prompts.TerminalAsker() if terminal else prompts.LineAsker(sys.stdin, sys.stderr)
    return ask_screens(asked, progress, asker, keep)


def _unknown(asked: "Suitability", begun: Any) -> bool:
    return any(option not in asked.quiz.options for answer in begun.answers for option in answer.options)
