"""The commands about what is kept about a person: show it, and forget it."""

from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.options import Data, Details, IgnoreLimits, Written, complain, write
from libcareer.errors import LibcareerError, SavedFileError

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.engines.paths.plan import Plan
    from libcareer.engines.quiz.interview import Progress
    from libcareer.person.quizzes import SavedQuiz
    from libcareer.reports.page.render import Report

app = typer.Typer()


@app.command("me", epilog="Example: libcareer me --format markdown")
def me_command(
    compare: Annotated[
        bool, typer.Option("--compare", help="Show what changed between your last two finished quizzes.")
    ] = False,
    details: Details = False,
    ignore: IgnoreLimits = False,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Show the result of your last quiz again; it is kept on this machine only."""
    from libcareer.catalog import load
    from libcareer.engines.quiz.result import Findings
    from libcareer.person.quizzes import saved_quizzes
    from libcareer.reports.quiz import plan_only_report, quiz_report

    begun, last = saved_quizzes()
    catalog = load(data)
    if compare:
        write(_changes(catalog, last), format_)
        return
    kept, plan = last or begun, _saved_plan()
    if kept is None or not (kept.riasec or any(answer.picks for answer in kept.answers)):
        if plan is None:
            raise LibcareerError("Nothing is kept about you. `libcareer quiz` makes a result.")
        write(plan_only_report(catalog, plan), format_)
        return
    found = Findings(catalog, _progress(catalog, kept), ignore=ignore)
    again = f"libcareer me{' --ignore-limits' if ignore else ''}"
    report = quiz_report(found, complete=kept.done, in_full=details, again=again, then=kept.first_titles(), plan=plan)
    write(report, format_)


@app.command("forget", epilog="Example: libcareer forget")
def forget_command(data: Data = None, format_: Written = None) -> None:
    """Remove everything libcareer keeps about you from this machine."""
    from libcareer.person.storage import remove_all
    from libcareer.reports.quiz import forget_report

    write(forget_report(remove_all(complain)), format_)


def _changes(catalog: "Catalog", last: "SavedQuiz | None") -> "Report":
    """What changed between the last two results; raises LibcareerError unless there are two."""
    from libcareer.engines.quiz.retake import retake_changes
    from libcareer.person.quizzes import earlier_result
    from libcareer.reports.retake import retake_report

    before = earlier_result()
    if last is None or before is None:
        raise LibcareerError("There are no two results to compare yet. `libcareer quiz` makes a result.")
    then, now = _progress(catalog, before), _progress(catalog, last)
    return retake_report(retake_changes(catalog, then, now, (before.on, last.on)))


def _saved_plan() -> "Plan | None":
    """The saved plan; if it cannot be read, complain and show the rest."""
    from libcareer.person.plan import saved_plan

    try:
        return saved_plan()
    except SavedFileError as error:
        complain(str(error))
        return None


def _progress(catalog: "Catalog", saved: "SavedQuiz") -> "Progress":
    """The progress that was *saved*; raises LibcareerError if it does not match the quiz."""
    from libcareer.commands.saved import finished_quiz
    from libcareer.engines.quiz.engine import Quiz

    return finished_quiz(saved, Quiz(catalog))
