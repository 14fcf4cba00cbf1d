"""The command with which a person makes a plan and keeps it."""

import os
import sys
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from libcareer.commands.names import Completions, completing, continuing, titled, words_before
from libcareer.commands.options import Data, Written, complain, home_expanded, write
from libcareer.commands.patron import Patron
from libcareer.commands.standing import Able, Lacking, Posts, Studying, Years
from libcareer.commands.where import Anyone
from libcareer.engines.choices import Prefer
from libcareer.errors import LibcareerError, SavedFileError
from libcareer.reports.page.formats import Format

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.engines.paths.plan import Plan, PlanPage, Wish
    from libcareer.inquiries.standing import Addressee
    from libcareer.reports.page.render import Report

app = typer.Typer()

LARGEST_CALENDAR = 1_000_000
"""Bytes of a calendar file of ours: a hundred times the size of a long plan."""


TICK, UNTICK = "done", "undone"
"""The words with which steps are ticked off, and ticks taken back."""


def complete_plan(ctx: typer.Context, incomplete: str) -> Completions:
    """Roles to plan for, or the words for ticking and then the numbers of steps, each with a title."""
    verb, *numbers = words_before(ctx) or [""]
    if verb in (TICK, UNTICK):
        yield from (pair for pair in _open_steps(verb) if pair[0].startswith(incomplete) and pair[0] not in numbers)
        return
    if not verb:
        ticking = ((TICK, "tick a step off"), (UNTICK, "take a tick back"))
        yield from (pair for pair in ticking if pair[0].startswith(incomplete))
    yield from continuing("roles")(ctx, incomplete)


def _open_steps(verb: str) -> Completions:
    """The numbers of the steps of the kept plan that can be ticked, or of those whose tick can be taken back."""
    from libcareer.person.plan import saved_plan

    kept = None
    with suppress(LibcareerError):
        kept = saved_plan()
    if kept is None:
        return
    ticked = [tick.step for tick in kept.ticks]
    titles = dict(titled("roles", "credentials"))
    for number, step in enumerate(dict.fromkeys((*kept.steps, *ticked)), 1):
        if (step in ticked) is (verb == UNTICK):
            id_ = step.partition(":")[2]
            yield str(number), titles.get(id_, id_)


@app.command("plan", epilog="Example: libcareer plan librarian --from library-technician --have bachelor")
def plan_command(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[GOAL | done N | undone N]",
            help="The role to get to; or a step to tick, or to take back. Nothing: show the plan.",
            autocompletion=complete_plan,
        ),
    ] = None,
    posts: Posts = None,
    years: Years = 0.0,
    have: Annotated[
        list[str] | None,
        typer.Option(
            "--have",
            metavar="EDUCATION",
            help="What you hold already; may repeat, and adds up.",
            autocompletion=completing("education", "credentials"),
        ),
    ] = None,
    lacking: Lacking = None,
    studying: Studying = None,
    skill: Able = None,
    prefer: Annotated[Prefer | None, typer.Option(help="What the way should be best at.")] = None,
    begins: Annotated[
        str | None,
        typer.Option("--start", metavar="DATE", help="Put dates to the steps: 2026-09-01, today; none takes them off."),
    ] = None,
    new: Annotated[bool, typer.Option("--new", help="Replace the saved plan; ticked steps stay ticked.")] = False,
    ics: Annotated[bool, typer.Option("--ics", help="Write a calendar file (iCalendar) instead.")] = False,
    calendar: Annotated[
        Path | None,
        typer.Option(metavar="FILE", callback=home_expanded, help="Write that calendar file to FILE as well."),
    ] = None,
    anyone: Anyone = False,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Make a plan of the way to a role and keep it: tick steps off, date them, take them into a calendar."""
    from libcareer.commands.knowledge import opened
    from libcareer.reports.plan import plan_report

    if ics and format_:
        raise typer.BadParameter("--ics writes a calendar and --format something else. Use one of them.")
    catalog = opened(data)
    says = any((posts, years, have, lacking, studying, skill))
    if words and words[0] in (TICK, UNTICK):
        if says or prefer or begins or new:
            raise typer.BadParameter(f"`plan {words[0]}` takes numbers only; plan anew by itself.")
        shown, name = _ticked(catalog, words[0], _numbers(words))
        report = plan_report(shown)
    else:
        from libcareer.inquiries.names import named_role
        from libcareer.inquiries.plan import plan_wish
        from libcareer.inquiries.standing import StandingWords, addressee

        patron = Patron(catalog, anyone=anyone)
        goal = named_role(patron, words) if words else None
        person = addressee(patron, StandingWords(posts, years, have, lacking, studying, skill))
        wish = plan_wish(patron, person, goal, prefer=prefer, start=begins, says=says, fresh=new)
        shown, name, report = _planned(catalog, person, wish)
    _write(shown, report, name, calendar, ics=ics, format_=format_)


def _numbers(words: list[str]) -> list[int]:
    from libcareer.inquiries.amounts import typed_numbers

    numbers = typed_numbers(words[1:])
    if numbers is None:
        raise typer.BadParameter(
            f"say which step by its number: `libcareer plan {words[0]} 2` (or 1 2, 1,2 or 1-3 for several)"
        )
    return numbers


def _ticked(catalog: "Catalog", verb: str, numbers: list[int]) -> "tuple[PlanPage, str]":
    """The kept plan with steps ticked or taken back, and its name."""
    from libcareer.engines.paths import plan as plans
    from libcareer.person import plan as plan_file

    kept = plan_file.saved_plan()
    if kept is None:
        raise LibcareerError("You have no plan yet. `libcareer plan GOAL` makes one for the role you name.")
    found = _arriving(catalog, kept, kept)
    shown = plans.plan_page(kept, found)
    done = verb == TICK
    now = plans.ticked(kept, shown, numbers, date.today()) if done else plans.unticked(kept, shown, numbers)
    if not plan_file.keep_plan(plans.settled(now, found), kept, complain):
        # Another process saved the plan meanwhile, so this change is made to that one.
        return _ticked(catalog, verb, numbers)
    return plans.plan_page(now, found), now.name


def _planned(catalog: "Catalog", person: "Addressee", wish: "Wish") -> "tuple[PlanPage, str, Report]":
    """The plan that is wished, kept if that can be and may be, its name, and the report of it."""
    import uuid

    from msgspec.structs import replace

    from libcareer.engines.paths import plan as plans
    from libcareer.person import plan as plan_file

    kept, trouble = None, ""
    try:
        kept = plan_file.saved_plan()
    except SavedFileError as error:
        if wish.goal is None:
            raise
        trouble = str(error)
    now = plans.planned(kept, wish, date.today(), uuid.uuid4().hex)
    found = _arriving(catalog, now, kept)
    settled = plans.settled(now, found)
    if kept and now.goal != kept.goal and not (wish.fresh or _replaces(catalog, kept, now)):
        trouble = f"You have a plan to become {_title(catalog, kept.goal)}, and it stays: add --new to replace it."
    elif not trouble and settled != kept:
        try:
            if not plan_file.keep_plan(settled, kept, complain):
                return _planned(catalog, person, wish)
        except SavedFileError as error:
            trouble = str(error)
    if trouble:
        complain(f"{trouble} This plan is shown, but not kept.")
    # What nobody asked to be changed is shown as it was kept, so that a change of the way is told.
    shown = replace(plans.plan_page(now if now == kept else settled, found), kept=not trouble)
    return shown, now.name, _told(catalog, person, shown, now, anew=plans.begins_anew(kept, wish))


def _told(catalog: "Catalog", person: "Addressee", shown: "PlanPage", plan: "Plan", *, anew: bool) -> "Report":
    """The report of a plan: what it uses of what is kept about the *person*, or that this is no longer so."""
    from libcareer.engines.paths.plan import stands_elsewhere
    from libcareer.reports.for_you import for_you_since
    from libcareer.reports.plan import plan_report

    report = plan_report(shown)
    if anew:
        return person.told(catalog, shown, report).report
    if person.kept.posts or person.kept.education or person.kept.held:
        return for_you_since(report, catalog, person.kept) if stands_elsewhere(plan, person.stated) else report
    return report


def _arriving(catalog: "Catalog", now: "Plan", kept: "Plan | None") -> Any:
    """The path of a plan; where none arrives, that is told, and what is kept stays as it is."""
    from libcareer.engines.paths import plan as plans
    from libcareer.reports import path as report_path

    found = plans.plan_path(catalog, now)
    if found.best is None:
        write(report_path.path_report(found))
        if kept:
            complain("Your plan stays as it was.")
        raise typer.Exit(1)
    return found


def _replaces(catalog: "Catalog", kept: "Plan", now: "Plan") -> bool:
    """Whether a person at a terminal wants the plan *now* in the place of the one *kept*."""
    from libcareer.commands import prompts

    if not prompts.interactive():
        return False
    old, new = _title(catalog, kept.goal), _title(catalog, now.goal)
    return prompts.confirm(f"You have a plan to become {old}. Put one to become {new} in its place?")


def _title(catalog: "Catalog", role: str) -> str:
    return catalog.briefs[role].title if role in catalog.briefs else role


def _write(
    shown: "PlanPage", report: "Report", name: str, file: Path | None, *, ics: bool, format_: Format | None
) -> None:
    """Write the *report* of a plan, or its calendar; to a *file* only where nothing else would be lost."""
    from libcareer.reports import calendar as agenda

    entries = agenda.plan_calendar(shown, name, datetime.now(UTC)) if ics or file else b""
    if ics:
        sys.stdout.buffer.write(entries)
    else:
        write(report, format_)
    if file:
        _write_file(file, entries)


def _write_file(file: Path, entries: bytes) -> None:
    from libcareer.knowledge import disk
    from libcareer.reports.calendar import PRODUCT

    # A link stays: the file that it leads to is replaced.
    there = Path(os.path.realpath(file))
    try:
        if file.exists() and PRODUCT.encode() not in disk.read_file(there, LARGEST_CALENDAR):
            raise LibcareerError(f"'{file}' is not a calendar of libcareer. Name another file; this one stays.")
        disk.replace_file(there, entries, private=False)
    except OSError as error:
        raise LibcareerError(f"'{file}' cannot be written: {error.strerror}.") from None
    complain(f"The calendar is in '{file}'.")
