"""The commands for choosing between roles: some side by side, those that use the same skills, two tracks."""

from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.options import (
    Beyond,
    Data,
    Have,
    InLibrary,
    NoDegree,
    NoMasters,
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

FEWEST, MOST = 2, 4
"""How many roles can be compared."""


@app.command(epilog="Example: libcareer compare archivist records-manager")
def compare(
    role: Annotated[
        list[str],
        typer.Argument(metavar="ROLE...", help="Two to four ids or titles.", autocompletion=complete_role),
    ],
    start: Start = None,
    have: Have = None,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Compare roles side by side, with the way from one to the other and the questions that decide."""
    from libcareer.catalog import load
    from libcareer.engines.choosing.compare import compare as find
    from libcareer.reports import compare as report_compare

    if not FEWEST <= len(role) <= MOST:
        raise typer.BadParameter(f"It takes two to four roles to compare, not {len(role)}.")
    catalog = load(data)
    ids = [role_id(catalog, word) for word in role]
    for number, id_ in enumerate(ids):
        if id_ in ids[:number]:
            first = role[ids.index(id_)]
            raise LibcareerError(f"'{first}' and '{role[number]}' are the same role, {id_}. Name another one.")
    found = find(
        catalog,
        ids,
        start=role_id(catalog, start) if start else None,
        held=held_ids(catalog, have or []),
    )
    write(report_compare.compare(found), format_)


@app.command(epilog="Example: libcareer related library-technician --beyond")
def related(
    role: RoleName,
    beyond: Beyond = False,
    library: InLibrary = False,
    no_masters: NoMasters = False,
    no_degree: NoDegree = False,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="How many to show; JSON and CSV have all.")] = 10,
    data: Data = None,
    format_: Written = None,
) -> None:
    """List roles that use the same skills: what they share, what is to learn, and whether a move is known."""
    from libcareer.catalog import load
    from libcareer.engines.choosing.related import related as find
    from libcareer.engines.lookup.roles import Filters
    from libcareer.reports import related as report_related

    place = place_of(beyond=beyond, library=library)
    catalog = load(data)
    found = find(catalog, role_id(catalog, role), Filters(place=place, no_masters=no_masters, no_degree=no_degree))
    write(report_related.related(found, limit), format_)
    if not found.count:
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
        had += [*catalog.briefs[origin].skills.essential, *catalog.briefs[origin].skills.useful]
    had = had or _skills_of_the_quiz(catalog)
    found = find(catalog, had, start=origin, no_masters=no_masters, no_degree=no_degree)
    write(report_tracks.tracks(found, catalog.briefs[origin].title if origin else None, explain=explain), format_)
    if not found.roles:
        raise typer.Exit(1)


def _skills_of_the_quiz(catalog: "Catalog") -> list[str]:
    """The skills that the last quiz speaks of."""
    from libcareer.engines.choosing.tracks import skills_chosen
    from libcareer.person import quizzes as sessions

    begun, last = sessions.saved_quizzes()
    picks = [option for kept in (last, begun) if kept for answer in kept.answers for option in answer.picks]
    skills = list(skills_chosen(catalog, picks))
    if not skills:
        raise LibcareerError(
            "Say what you can do: --skill cataloging, or --from library-technician; `libcareer quiz` finds out as well."
        )
    return skills
