"""The commands for choosing between roles: a comparison, related roles, and two tracks to train in."""

from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.amounts import typed_count
from libcareer.commands.names import named_role, picked_role
from libcareer.commands.options import (
    Beyond,
    InLibrary,
    NoDegree,
    NoMasters,
    RoleName,
    complete_role,
    complete_skill,
    place_of,
    resolve,
    role_id,
)
from libcareer.commands.pages import page_command
from libcareer.commands.standing import Able, Have, Lacking, Posts, Studying, Years, stated
from libcareer.errors import LibcareerError

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.reports.page.render import Report

app = typer.Typer()

FEWEST_ROLES, MOST_ROLES = 2, 4
"""How many roles can be compared."""


@app.command("compare", epilog="Example: libcareer compare archivist records-manager")
@page_command
def compare_command(
    catalog: "Catalog",
    role: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ROLE...",
            help="Two to four ids or titles; without them, a list to choose from.",
            autocompletion=complete_role,
        ),
    ] = None,
    posts: Posts = None,
    years: Years = 0.0,
    have: Have = None,
    lacking: Lacking = None,
    studying: Studying = None,
    skill: Able = None,
) -> "Report":
    """Compare roles side by side, with the way from one to the other and the questions that decide."""
    from libcareer.engines.choosing.compare import comparison
    from libcareer.reports.compare import comparison_report

    ids = _compared(catalog, role or [])
    person = stated(catalog, posts, have, years=years, lacking=lacking, studying=studying, skills=skill)
    found = comparison(catalog, ids, person)
    return comparison_report(found)


def _compared(catalog: "Catalog", words: list[str]) -> list[str]:
    """The ids of the roles that *words* name, each with one word or several; a person at a terminal adds what lacks.

    Raises BadParameter for too few or too many, or words that name them in more ways than one, and
    LibcareerError for a role that is named twice.
    """
    names = _names(catalog, words)
    if len(names) > MOST_ROLES:
        raise typer.BadParameter(f"It takes two to four roles to compare, not {len(names)}.")
    ids = [role_id(catalog, name) for name in names]
    for number, id_ in enumerate(ids):
        if id_ in ids[:number]:
            first = names[ids.index(id_)]
            raise LibcareerError(f"'{first}' and '{names[number]}' are the same role, {id_}. Name another one.")
    if not ids:
        ids.append(picked_role(catalog, "Which role?", "ROLE..."))
    if len(ids) < FEWEST_ROLES:
        ids.append(picked_role(catalog, f"Compare {catalog.titles('roles')[ids[0]]} with which role?", "second ROLE"))
    return ids


def _names(catalog: "Catalog", words: list[str]) -> tuple[str, ...]:
    """The names of roles that *words* make up; raises BadParameter if that can be read in several ways."""
    index = catalog.role_names
    if all(word in index.titles for word in words):
        return tuple(words)
    readings = [
        names
        for names in index.readings(words)
        if FEWEST_ROLES <= len({index.find(name) for name in names}) == len(names) <= MOST_ROLES
    ]
    if len(readings) > 1:
        ways = " or ".join(" and ".join(f'"{name}"' for name in names) for names in readings)
        raise typer.BadParameter(f"This can mean {ways}. Put quotes around each name.")
    return readings[0] if readings else index.joined(words)


@app.command("related", epilog="Example: libcareer related library-technician --beyond")
@page_command
def related_command(
    catalog: "Catalog",
    role: RoleName = None,
    beyond: Beyond = False,
    library: InLibrary = False,
    no_masters: NoMasters = False,
    no_degree: NoDegree = False,
    limit: Annotated[
        int, typer.Option(parser=typed_count, metavar="N", help="How many to show; JSON and CSV have all.")
    ] = 10,
) -> "Report":
    """List roles that use the same skills: what they share, what there is to learn, and known moves."""
    from libcareer.engines.choosing.related import related_roles
    from libcareer.engines.lookup.roles import RoleFilters
    from libcareer.reports.related import related_roles_report

    place = place_of(beyond=beyond, library=library)
    filters = RoleFilters(place=place, no_masters=no_masters, no_degree=no_degree)
    found = related_roles(catalog, named_role(catalog, role), filters)
    return related_roles_report(found, limit)


@app.command("tracks", epilog="Example: libcareer tracks --from library-technician --no-masters")
@page_command
def tracks_command(
    catalog: "Catalog",
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
) -> "Report":
    """Find the two areas to train in, one inside libraries and one outside, that together open most roles."""
    from libcareer.engines.choosing.tracks import tracks
    from libcareer.reports.tracks import tracks_report

    origin = role_id(catalog, start) if start else None
    had = [resolve(catalog.skill_names, word) for word in skill or ()]
    if origin:
        had += [*catalog.briefs[origin].skills.essential, *catalog.briefs[origin].skills.useful]
    had = had or _skills_from_quiz(catalog)
    found = tracks(catalog, had, start=origin, no_masters=no_masters, no_degree=no_degree)
    return tracks_report(found, catalog.briefs[origin].title if origin else None, explain=explain)


def _skills_from_quiz(catalog: "Catalog") -> list[str]:
    """The skills of the options chosen in the unfinished or the last quiz; raises LibcareerError if there are none."""
    from libcareer.engines.choosing.tracks import skills_chosen
    from libcareer.person import quizzes

    begun, last = quizzes.saved_quizzes()
    picks = [option for kept in (last, begun) if kept for answer in kept.answers for option in answer.picks]
    skills = list(skills_chosen(catalog, picks))
    if not skills:
        raise LibcareerError(
            "Say what you can do: --skill cataloging, or --from library-technician; `libcareer quiz` finds out as well."
        )
    return skills
