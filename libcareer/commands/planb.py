"""The commands about choosing: what else is within reach, and which two sets of skills open most doors."""

from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.options import (
    Beyond,
    Data,
    Have,
    InLibrary,
    NoDegree,
    NoMasters,
    PartTime,
    Remote,
    RoleName,
    Start,
    Written,
    complete_role,
    complete_skill,
    held_ids,
    place_of,
    resolve,
    role_id,
    write,
)
from libcareer.errors import LibcareerError

if TYPE_CHECKING:
    from libcareer.catalog import Catalog

app = typer.Typer()


@app.command(epilog="Example: libcareer planb librarian --from library-technician --no-masters")
def planb(
    wish: RoleName,
    start: Start = None,
    have: Have = None,
    no_masters: NoMasters = False,
    no_degree: NoDegree = False,
    part_time: PartTime = False,
    no_move: Annotated[bool, typer.Option("--no-move", help="Near home in many towns, or from home.")] = False,
    remote: Remote = False,
    max_months: Annotated[float | None, typer.Option(min=0, metavar="N", help="Months it may take at most.")] = None,
    max_cost: Annotated[float | None, typer.Option(min=0, metavar="USD", help="US dollars for study at most.")] = None,
    min_pay: Annotated[
        float | None, typer.Option(min=0, metavar="USD", help="US dollars a year at least, if full time.")
    ] = None,
    beyond: Beyond = False,
    library: InLibrary = False,
    all_: Annotated[bool, typer.Option("--all", help="Every role, also those left out.")] = False,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Find what else you can reach instead of a role, within your limits, and what is in the way of the rest."""
    from libcareer.catalog import load
    from libcareer.engines.paths.planb import Limits
    from libcareer.engines.paths.planb import planb as find
    from libcareer.reports import planb as report_planb

    place = place_of(beyond=beyond, library=library)
    catalog = load(data)
    found = find(
        catalog,
        role_id(catalog, wish),
        Limits(no_masters, no_degree, part_time, no_move, remote, place, max_months, max_cost, min_pay),
        start=role_id(catalog, start) if start else None,
        held=held_ids(catalog, have or []),
    )
    write(report_planb.planb(found, whole=all_), format_)
    if not found.reached:
        raise typer.Exit(1)


@app.command(epilog="Example: libcareer tracks --from library-technician --no-masters")
def tracks(
    skill: Annotated[
        list[str] | None,
        typer.Option("--skill", metavar="SKILL", help="What you can do; may repeat.", autocompletion=complete_skill),
    ] = None,
    start: Annotated[
        str | None,
        typer.Option("--from", metavar="ROLE", help="The role whose skills you have.", autocompletion=complete_role),
    ] = None,
    no_masters: NoMasters = False,
    no_degree: NoDegree = False,
    explain: Annotated[bool, typer.Option("--explain", help="Show the runners-up as well.")] = False,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Find the two areas to train in, one inside libraries and one outside, that together open most roles."""
    from libcareer.catalog import load
    from libcareer.engines.choosing.tracks import tracks as find
    from libcareer.reports import tracks as report_tracks

    catalog = load(data)
    origin = role_id(catalog, start) if start else None
    had = [resolve(catalog.skill_names, word) for word in skill or ()]
    if origin:
        had += [*catalog.cards[origin].skills.essential, *catalog.cards[origin].skills.useful]
    had = had or _skills_of_the_quiz(catalog)
    found = find(catalog, had, start=origin, no_masters=no_masters, no_degree=no_degree)
    write(report_tracks.tracks(found, catalog.cards[origin].title if origin else None, explain=explain), format_)
    if not found.roles:
        raise typer.Exit(1)


def _skills_of_the_quiz(catalog: "Catalog") -> list[str]:
    """The skills that the last quiz speaks of."""
    from libcareer.engines.choosing.tracks import skills_chosen
    from libcareer.person import quizzes as sessions

    begun, last = sessions.saved()
    picks = [option for kept in (last, begun) if kept for answer in kept.answers for option in answer.picks]
    skills = list(skills_chosen(catalog, picks))
    if not skills:
        raise LibcareerError(
            "Say what you can do: --skill cataloging, or --from library-technician; `libcareer quiz` finds out as well."
        )
    return skills
