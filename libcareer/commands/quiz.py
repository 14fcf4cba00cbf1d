"""The commands about a person: the quiz, its result again, and forgetting it."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.options import Data, Written, complain, write
from libcareer.errors import BadAnswers, LibcareerError, SavedFileError, either, short

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.engines.paths.plan import Plan
    from libcareer.engines.quiz.engine import Answer, Quiz
    from libcareer.engines.quiz.interview import Progress
    from libcareer.person.quizzes import SavedQuiz

app = typer.Typer()

Ignore = Annotated[
    bool, typer.Option("--ignore-limits", help="Show what your practical limits would set aside as well.")
]


@app.command(epilog="Example: libcareer quiz")
def quiz(
    answers: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Answer from a file: one line a screen as typed, or the JSON of an earlier quiz. Nothing is saved.",
        ),
    ] = None,
    riasec: Annotated[
        str | None,
        typer.Option(
            metavar="SCORES",
            help="Start from scores of O*NET's Interest Profiler (60 items), such as 'R10 I25 A30 S28 E12 C22'.",
        ),
    ] = None,
    seed: Annotated[int | None, typer.Option(help="Number that fixes the order of the options shown.")] = None,
    new: Annotated[bool, typer.Option("--new", help="Begin again, whatever was begun before.")] = False,
    ignore: Ignore = False,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Find roles that fit what you like: 11 to 16 short screens."""
    from libcareer.catalog import load
    from libcareer.engines.quiz.interest_profiler import scores

    catalog = load(data)
    brought = scores(riasec) if riasec is not None else {}
    progress, complete = (
        _from_file(catalog, answers, brought, seed) if answers else _in_person(catalog, brought, seed, new=new)
    )
    if not any(answer.picks for answer in progress.answers) and not progress.riasec:
        raise BadAnswers("Nothing was answered, so there is nothing to say yet. `libcareer quiz` begins again.")
    # Only now: the first question should not wait for it.
    from libcareer.engines.quiz import result as results
    from libcareer.reports import quiz as report_quiz

    page = results.page(catalog, progress, ignore=ignore)
    write(report_quiz.outcome(page, progress, complete=complete), format_)


def _from_file(catalog: "Catalog", file: Path, brought: dict[str, int], seed: int | None) -> "tuple[Progress, bool]":
    """Progress as a file of answers has it: JSON whole, or typed lines as far as they go."""
    from msgspec.structs import replace

    from libcareer.commands.prompts import LineAsker, lines_or_json
    from libcareer.engines.quiz.engine import Quiz
    from libcareer.engines.quiz.interview import Progress, answers_from_json, converse, quiz_for

    data, lines = lines_or_json(file)
    if lines is None:
        progress = answers_from_json(data, Quiz(catalog))
        progress = replace(progress, riasec=brought or progress.riasec)
        return progress, quiz_for(catalog, progress).next(progress.answers) is None
    progress = Progress(seed or 0, riasec=brought)
    return converse(quiz_for(catalog, progress), progress, LineAsker(lines, None), lambda _: None)


def _in_person(catalog: "Catalog", brought: dict[str, int], seed: int | None, *, new: bool) -> "tuple[Progress, bool]":
    """Progress as a person makes it, kept after every answer, and going on where they stopped."""
    import datetime
    import random

    from msgspec.structs import replace

    from libcareer.commands import prompts
    from libcareer.engines.quiz.engine import Quiz
    from libcareer.engines.quiz.interview import Progress, converse, quiz_for
    from libcareer.person import quizzes as sessions

    terminal = prompts.interactive()
    begun, _ = sessions.saved_quizzes()
    progress = Progress(seed if seed is not None else random.randrange(1_000_000) if terminal else 0, riasec=brought)
    if begun and unknown_options(Quiz(catalog), begun.answers):
        complain("The quiz begun before asked things that this knowledge lacks, so it begins anew.")
    elif begun and not new:
        count = f"{len(begun.answers)} answered"
        if not terminal:
            complain(f"Going on with the quiz begun before ({count}); --new begins again.")
        if not terminal or prompts.confirm(f"Go on with the quiz you began ({count})?"):
            progress = _progress(catalog, begun)
            progress = replace(progress, riasec=brought or progress.riasec)

    failed: list[SavedFileError] = []

    def keep(now: "Progress", on: str | None = None) -> None:
        try:
            sessions.keep_quiz(sessions.SavedQuiz.of(now, on))
        except SavedFileError as error:
            # A disk that is full now takes nobody's quiz away; but they should hear of it, once.
            if not failed:
                complain(f"{error} The quiz goes on, but nothing of it is kept.")
            failed.append(error)

    asker = prompts.TerminalAsker() if terminal else prompts.LineAsker(sys.stdin, sys.stderr)
    progress, complete = converse(quiz_for(catalog, progress), progress, asker, keep)
    if complete:
        keep(progress, datetime.datetime.now().astimezone().date().isoformat())
    return progress, complete


@app.command(epilog="Example: libcareer me --format markdown")
def me(
    compare: Annotated[
        bool, typer.Option("--compare", help="Say what changed between your last two finished quizzes.")
    ] = False,
    ignore: Ignore = False,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Show the result of your last quiz again; it is kept on this machine only."""
    from libcareer.catalog import load
    from libcareer.engines.quiz import result as results
    from libcareer.engines.quiz import retake as comparison
    from libcareer.person import quizzes as sessions
    from libcareer.reports import quiz as report_quiz
    from libcareer.reports import retake as report_comparison

    begun, last = sessions.saved_quizzes()
    catalog = load(data)
    if compare:
        before = sessions.earlier_result()
        if last is None or before is None:
            raise LibcareerError("There are no two results to compare yet. `libcareer quiz` makes a result.")
        then, now = _progress(catalog, before), _progress(catalog, last)
        found = comparison.compare(catalog, then, now, (before.on, last.on))
        write(report_comparison.comparison(found), format_)
        return
    kept, plan = last or begun, _plan()
    if kept is None or not (kept.riasec or any(answer.picks for answer in kept.answers)):
        if plan is None:
            raise LibcareerError("Nothing is kept about you. `libcareer quiz` makes a result.")
        write(report_quiz.plan_alone(catalog, plan), format_)
        return
    progress = _progress(catalog, kept)
    page = results.page(catalog, progress, ignore=ignore)
    write(report_quiz.outcome(page, progress, complete=kept.done, plan=plan), format_)


def _plan() -> "Plan | None":
    """The plan that is kept; one that cannot be read is told and takes nothing else away."""
    from libcareer.person import plan as plan_file

    try:
        return plan_file.saved_plan()
    except SavedFileError as error:
        complain(str(error))
        return None


def _progress(catalog: "Catalog", saved: "SavedQuiz") -> "Progress":
    """The progress that was *saved*.

    Raises LibcareerError if this knowledge lacks what was asked, SavedFileError if no quiz can have come to it.
    """
    from libcareer.engines.quiz.engine import Quiz
    from libcareer.engines.quiz.interview import fits

    asked = Quiz(catalog)
    if unknown := unknown_options(asked, saved.answers):
        lacking = either([short(option) for option in unknown[:3]])
        raise LibcareerError(f"The kept answers name things this knowledge lacks: {lacking}. Take the quiz anew.")
    progress = saved.progress()
    try:
        fits(progress, asked)
    except BadAnswers as error:
        raise SavedFileError(f"What is kept of your quiz is damaged. {error} `libcareer forget` removes it.") from None
    return progress


def unknown_options(asked: "Quiz", answers: "Iterable[Answer]") -> list[str]:
    """Options in saved *answers* that this knowledge does not have."""
    return sorted({option for answer in answers for option in answer.options if option not in asked.options})


@app.command(epilog="Example: libcareer forget")
def forget(data: Data = None, format_: Written = None) -> None:
    """Remove everything libcareer keeps about you from this machine."""
    from libcareer.person import storage
    from libcareer.reports import quiz as report_quiz

    write(report_quiz.forgotten(storage.remove_all()), format_)
