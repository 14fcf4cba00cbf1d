"""The commands about what is kept about a person: show it, and forget it."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from libcareer.commands.kept import kept_plan, kept_progress, last_quiz, person_today
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
)
from libcareer.commands.options import Data, Details, IgnoreLimits, Written, complain, write
from libcareer.commands.patron import Patron
from libcareer.commands.standing import Able, Have, Lacking, Posts, Studying, Years
from libcareer.commands.where import Home
from libcareer.errors import LibcareerError

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.engines.paths.circumstances import Circumstances
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
    where: Home = None,
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
    details: Details = False,
    ignore: IgnoreLimits = False,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Show what is kept about you, on this machine only, and change it: where you stand, what limits you.

    Every command that can use it does, and says so. An option changes its own field only; after --from, --not,
    --studying, --skill and --where the word none clears it, after --have the word usual.
    """
    from libcareer.commands.knowledge import opened
    from libcareer.inquiries.limits import LimitWords, typed_limits
    from libcareer.inquiries.places import home_typed
    from libcareer.inquiries.standing import StandingWords, typed_standing

    catalog = opened(data)
    patron = Patron(catalog)
    typed = typed_standing(patron, StandingWords(posts, years, have, lacking, studying, skill))
    if where is not None:
        typed |= home_typed(patron, where)
    limiting = LimitWords(
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
    answers = typed_limits(patron, limiting)
    before = _changed(catalog, typed, answers) if typed or answers else None
    if compare:
        write(_changes(catalog), format_)
    elif quiz or details or ignore:
        write(_result(catalog, ignore=ignore, details=details), format_)
    else:
        write(_page(catalog, before, limits=limits), format_)


@app.command("forget", epilog="Example: libcareer forget")
def forget_command(data: Data = None, format_: Written = None) -> None:
    """Delete all that is kept about you on this machine: quiz answers, limits, plan and other data."""
    from libcareer.person.storage import remove_all
    from libcareer.reports.quiz import forget_report

    write(forget_report(remove_all(complain)), format_)


def _changed(catalog: "Catalog", typed: "dict[str, Any]", answers: dict[str, str]) -> "Circumstances":
    """Keep what was *typed* and the *answers* to practical questions; gives what was kept before.

    Raises BadParameter for years in no post.
    """
    from msgspec.structs import replace

    from libcareer.engines.paths.circumstances import with_limits
    from libcareer.person.about import change_about

    def change(kept: "Circumstances") -> "Circumstances":
        now = with_limits(catalog, replace(kept, **typed), answers)
        if typed.get("since") and not now.posts:
            raise typer.BadParameter("--years counts the time in a role: add --from ROLE.")
        return now

    return change_about(change, complain)[0]


def _page(catalog: "Catalog", before: "Circumstances | None", *, limits: bool) -> "Report":
    """The page about the person, or what their limits do, after a change of what was kept *before*.

    Raises LibcareerError if nothing is kept.
    """
    from libcareer.engines.paths.circumstances import NOTHING_TOLD
    from libcareer.reports.person import limits_report, person_report

    person, plan = person_today(catalog, last_quiz()), kept_plan()
    if person.told == NOTHING_TOLD and before is None and person.findings is None and plan is None:
        raise LibcareerError(NOTHING_KEPT)
    if limits:
        return limits_report(person.limits(), catalog, before)
    changed = [
        name for name in person.told.__struct_fields__ if before and getattr(before, name) != getattr(person.told, name)
    ]
    return person_report(person.page(plan, changed), catalog, before)


def _result(catalog: "Catalog", *, ignore: bool, details: bool) -> "Report":
    """The result of the last quiz within the limits that are kept now; raises LibcareerError if there is none."""
    from libcareer.reports.quiz import quiz_report

    kept = last_quiz()
    found = person_today(catalog, kept, ignore=ignore).findings
    if kept is None or found is None:
        raise LibcareerError("There is no result of the quiz yet. `libcareer quiz` makes one.")
    again = f"libcareer me --quiz{' --ignore-limits' if ignore else ''}"
    then = kept.first_titles()
    return quiz_report(found, complete=kept.done, in_full=details, again=again, then=then, plan=kept_plan())


def _changes(catalog: "Catalog") -> "Report":
    """What changed between the last two results; raises LibcareerError unless there are two."""
    from libcareer.engines.quiz.retake import retake_changes
    from libcareer.person.quizzes import earlier_result, saved_quizzes
    from libcareer.reports.retake import retake_report

    (_, last), before = saved_quizzes(), earlier_result()
    if last is None or before is None:
        raise LibcareerError("There are no two results to compare yet. `libcareer quiz` makes a result.")
    then, now = kept_progress(catalog, before), kept_progress(catalog, last)
    return retake_report(retake_changes(catalog, then, now, (before.on, last.on)))
