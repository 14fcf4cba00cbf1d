"""The commands about a person: the quiz, its result again, and forgetting it."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from libcareer.errors import BadAnswers, LibcareerError, SavedFileError, either, short
from libcareer.options import Data, Written, complain, write

if TYPE_CHECKING:
    from libcareer.interview import Progress
    from libcareer.plans import Plan
    from libcareer.quiz import Answer, Quiz
    from libcareer.sessions import SavedQuiz

app = typer.Typer()

LARGEST = 64_000_000
"""Bytes of a file of answers; JSON gives the reasons for every role, two megabytes for a hundred."""

LARGEST_TYPED = 100_000
"""Characters of answers as typed, a short line each."""


@app.command(epilog="Example: libcareer quiz")
def quiz(
    answers: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Answer from a file: one line a screen as typed, or the JSON of an earlier quiz. Nothing is saved.",
        ),
    ] = None,
    seed: Annotated[int | None, typer.Option(help="Number that fixes the order of the options shown.")] = None,
    new: Annotated[bool, typer.Option("--new", help="Begin again, whatever was begun before.")] = False,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Find roles that fit what you like: 10 to 16 short screens."""
    from libcareer import report_quiz
    from libcareer.catalog import load
    from libcareer.quiz import Quiz

    catalog = load(data)
    asked = Quiz(catalog)
    progress, complete = _from_file(asked, answers, seed) if answers else _in_person(asked, seed, new=new)
    if not any(answer.picks for answer in progress.answers):
        raise BadAnswers("Nothing was answered, so there is nothing to say yet. `libcareer quiz` begins again.")
    found = asked.outcome(progress.answers)
    write(report_quiz.outcome(catalog, found, progress, complete=complete), format_)


def _from_file(asked: Any, file: Path, seed: int | None) -> Any:
    """Progress as a file of answers has it: JSON whole, or typed lines as far as they go."""
    import codecs
    import io

    from libcareer.interview import Progress, answers_from_json, converse
    from libcareer.prompts import LineAsker

    try:
        with file.open("rb") as opened:  # may be a pipe, as in --answers <(...)
            data = opened.read(LARGEST + 1)
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            # What Windows PowerShell makes of `libcareer quiz --format json > FILE`.
            data = data.decode("utf-16").encode()
        data = data.removeprefix(codecs.BOM_UTF8)
        typed = "" if data.lstrip().startswith(b"{") else data.decode()
    except OSError as error:
        raise BadAnswers(f"'{file}' cannot be read: {error.strerror}.") from None
    except UnicodeError:
        raise BadAnswers(f"'{file}' is not a text file.") from None
    if len(data) > LARGEST or len(typed) > LARGEST_TYPED:
        raise BadAnswers(f"'{file}' is too large: no answers to the quiz are.")
    if not typed:
        progress = answers_from_json(data, asked)
        return progress, asked.next(progress.answers) is None
    lines = io.StringIO("".join(f"{line}\n" for line in typed.splitlines() if not line.startswith("#")))
    return converse(asked, Progress(seed or 0), LineAsker(lines, None), lambda _: None)


def _in_person(asked: Any, seed: int | None, *, new: bool) -> Any:
    """Progress as a person makes it, kept after every answer, and going on where they stopped."""
    import random

    from libcareer import prompts, sessions
    from libcareer.interview import Progress, converse

    terminal = prompts.interactive()
    begun, _ = sessions.saved()
    progress = Progress(seed if seed is not None else random.randrange(1_000_000) if terminal else 0)
    if begun and _unknown(asked, begun.answers):
        complain("The quiz begun before asked things that this knowledge lacks, so it begins anew.")
    elif begun and not new:
        count = f"{len(begun.answers)} answered"
        if not terminal:
            complain(f"Going on with the quiz begun before ({count}); --new begins again.")
        if not terminal or prompts.confirm(f"Go on with the quiz you began ({count})?"):
            progress = _kept(asked, begun)

    failed: list[SavedFileError] = []

    def keep(now: Progress, *, done: bool = False) -> None:
        try:
            sessions.keep(sessions.SavedQuiz(now.seed, now.answers, now.limits, done=done))
        except SavedFileError as error:
            # A disk that is full now takes nobody's quiz away; but they should hear of it, once.
            if not failed:
                complain(f"{error} The quiz goes on, but nothing of it is kept.")
            failed.append(error)

    asker = prompts.TerminalAsker() if terminal else prompts.LineAsker(sys.stdin, sys.stderr)
    progress, complete = converse(asked, progress, asker, keep)
    if complete:
        keep(progress, done=True)
    return progress, complete


@app.command(epilog="Example: libcareer me --format markdown")
def me(data: Data = None, format_: Written = None) -> None:
    """Show the result of your last quiz again; it is kept on this machine only."""
    from libcareer import report_quiz, sessions
    from libcareer.catalog import load
    from libcareer.quiz import Quiz

    begun, last = sessions.saved()
    kept, plan = last or begun, _plan()
    if kept is None or not any(answer.picks for answer in kept.answers):
        if plan is None:
            raise LibcareerError("Nothing is kept about you. `libcareer quiz` makes a result.")
        write(report_quiz.plan_alone(load(data), plan), format_)
        return
    catalog = load(data)
    asked = Quiz(catalog)
    if unknown := _unknown(asked, kept.answers):
        lacking = either([short(option) for option in unknown[:3]])
        raise LibcareerError(f"The kept answers name things this knowledge lacks: {lacking}. Take the quiz anew.")
    progress = _kept(asked, kept)
    write(report_quiz.outcome(catalog, asked.outcome(kept.answers), progress, complete=kept.done, plan=plan), format_)


def _plan() -> "Plan | None":
    """The plan that is kept; one that cannot be read is told and takes nothing else away."""
    from libcareer import plan_file

    try:
        return plan_file.saved()
    except SavedFileError as error:
        complain(str(error))
        return None


def _kept(asked: "Quiz", saved: "SavedQuiz") -> "Progress":
    """The progress that was *saved*; raises SavedFileError if no quiz can have come to it."""
    from libcareer.interview import Progress, fits

    progress = Progress(saved.seed, saved.answers, saved.limits)
    try:
        fits(progress, asked)
    except BadAnswers as error:
        raise SavedFileError(f"What is kept of your quiz is damaged. {error} `libcareer forget` removes it.") from None
    return progress


def _unknown(asked: "Quiz", answers: "Iterable[Answer]") -> list[str]:
    """Options in saved *answers* that this knowledge does not have."""
    return sorted({option for answer in answers for option in answer.options if option not in asked.options})


@app.command(epilog="Example: libcareer forget")
def forget(data: Data = None, format_: Written = None) -> None:
    """Remove everything libcareer keeps about you from this machine."""
    from libcareer import files, report_quiz

    write(report_quiz.forgotten(files.forget()), format_)
