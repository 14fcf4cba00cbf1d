"""The commands about what is kept about a person: show it, and forget it."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from libcareer.commands.limits import (
    Evenings,
    FullTime,
    MaxCost,
    MaxStudy,
    MinPay,
    MostlyRemote,
    Move,
    NoDegree,
    NoMasters,
    PartTime,
    Public,
    Remote,
    typed_limits,
)
from libcareer.commands.options import Data, IgnoreLimits, Written, complain, write
from libcareer.commands.standing import Able, Have, Lacking, Posts, Studying, Years, typed_standing
from libcareer.errors import LibcareerError, SavedFileError

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.engines.paths.circumstances import Circumstances
    from libcareer.engines.paths.plan import Plan
    from libcareer.engines.quiz.interview import Progress
    from libcareer.person.quizzes import SavedQuiz
    from libcareer.reports.page.render import Report

app = typer.Typer()

NOTHING_KEPT = (
    "Nothing is kept about you. `libcareer quiz` makes a result; `libcareer me --from ROLE --have EDUCATION` keeps "
    "where you stand."
)
"""What somebody is told about whom nothing is kept."""


@app.command("me", epilog="Example: libcareer me --from library-technician --have bachelor --no-move")
def me_command(
    posts: Posts = None,
    years: Years = 0.0,
    have: Have = None,
    lacking: Lacking = None,
    studying: Studying = None,
    skill: Able = None,
    no_masters: NoMasters = False,
    no_degree: NoDegree = False,
    max_study: MaxStudy = None,
    max_cost: MaxCost = None,
    min_pay: MinPay = None,
    part_time: PartTime = None,
    full_time: FullTime = False,
    evenings: Evenings = None,
    public: Public = None,
    move: Move = None,
    remote: Remote = None,
    mostly_remote: MostlyRemote = False,
    limits: Annotated[
        bool, typer.Option("--limits", help="Show what each limit rules out, and what opens without it.")
    ] = False,
    quiz: Annotated[bool, typer.Option("--quiz", help="Show the result of your last quiz.")] = False,
    compare: Annotated[
        bool, typer.Option("--compare", help="Show what changed between your last two finished quizzes.")
    ] = False,
    ignore: IgnoreLimits = False,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Show what is kept about you, on this machine only, and change it: where you stand, what limits you.

    Every command that can use it does, and says so. An option changes its own field only; after --from, --not,
    --studying and --skill the word none clears it, after --have the word usual.
    """
    from libcareer.catalog import load

    catalog = load(data)
    typed = typed_standing(catalog, posts, have, years=years, lacking=lacking, studying=studying, skills=skill)
    answers = typed_limits(
        catalog,
        max_study=max_study,
        no_masters=no_masters,
        no_degree=no_degree,
        max_cost=max_cost,
        part_time=part_time,
        full_time=full_time,
        evenings=evenings,
        public=public,
        move=move,
        remote=remote,
        mostly_remote=mostly_remote,
        min_pay=min_pay,
    )
    before = _changed(typed, answers) if typed or answers else None
    if compare:
        write(_changes(catalog), format_)
    elif quiz or ignore:
        write(_result(catalog, ignore=ignore), format_)
    else:
        write(_page(catalog, before, limits=limits), format_)


@app.command("forget", epilog="Example: libcareer forget")
def forget_command(data: Data = None, format_: Written = None) -> None:
    """Remove everything libcareer keeps about you from this machine."""
    from libcareer.person.storage import remove_all
    from libcareer.reports.quiz import forget_report

    write(forget_report(remove_all(complain)), format_)


def _changed(typed: "dict[str, Any]", answers: dict[str, str]) -> "Circumstances":
    """Keep what was *typed* and the *answers* to practical questions; gives what was kept before.

    Raises BadParameter for years in no post.
    """
    from msgspec.structs import replace

    from libcareer.person.about import change_about

    def change(kept: "Circumstances") -> "Circumstances":
        now = replace(kept, **typed, limits={**kept.limits, **answers})
        if now.since and not now.posts:
            raise typer.BadParameter("--years counts the time in a role: add --from ROLE.")
        return now

    return change_about(change, complain)[0]


def _page(catalog: "Catalog", before: "Circumstances | None", *, limits: bool) -> "Report":
    """The page about the person, or what their limits do, after a change of what was kept *before*."""
    from datetime import date

    from libcareer.engines.paths.circumstances import NOTHING_TOLD
    from libcareer.engines.quiz.person import Person
    from libcareer.person.about import saved_about
    from libcareer.person.quizzes import saved_quizzes
    from libcareer.reports.person import limits_report, person_report

    about, plan = saved_about(), _saved_plan()
    begun, last = saved_quizzes()
    kept = last or begun
    last_quiz = _progress(catalog, kept) if kept and _says_something(kept) else None
    if about == NOTHING_TOLD and before is None and last_quiz is None and plan is None:
        raise LibcareerError(NOTHING_KEPT)
    person = Person(catalog, about, date.today(), last_quiz, kept.on if kept else "")
    if limits:
        return limits_report(person.limits(), catalog, before)
    fields = [name for name in about.__struct_fields__ if before and getattr(before, name) != getattr(about, name)]
    return person_report(person.page(plan, fields), catalog, before)


def _result(catalog: "Catalog", *, ignore: bool) -> "Report":
    """The result of the last quiz, or of the unfinished one, within the limits that are kept now."""
    from msgspec.structs import replace

    from libcareer.engines.quiz.known import known_answers
    from libcareer.engines.quiz.result import result_page
    from libcareer.person.about import saved_about
    from libcareer.person.quizzes import saved_quizzes
    from libcareer.reports.quiz import quiz_report

    begun, last = saved_quizzes()
    kept = last or begun
    if kept is None or not _says_something(kept):
        raise LibcareerError("There is no result of the quiz yet. `libcareer quiz` makes one.")
    progress = replace(_progress(catalog, kept), limits=known_answers(catalog, saved_about()))
    page = result_page(catalog, progress, ignore=ignore)
    return quiz_report(page, progress, complete=kept.done, plan=_saved_plan())


def _says_something(kept: "SavedQuiz") -> bool:
    """Whether a quiz has scores or an answer that chooses something."""
    return bool(kept.riasec) or any(answer.picks for answer in kept.answers)


def _changes(catalog: "Catalog") -> "Report":
    """What changed between the last two results; raises LibcareerError unless there are two."""
    from libcareer.engines.quiz.retake import retake_changes
    from libcareer.person.quizzes import earlier_result, saved_quizzes
    from libcareer.reports.retake import retake_report

    (_, last), before = saved_quizzes(), earlier_result()
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
    from libcareer.commands.saved import check_saved
    from libcareer.engines.quiz.engine import Quiz

    progress = saved.progress()
    check_saved(progress, Quiz(catalog))
    return progress
