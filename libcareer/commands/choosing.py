"""The commands for choosing between roles: some side by side, and those that use the same skills."""

from typing import Annotated

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
    held_ids,
    place_of,
    role_id,
    write,
)
from libcareer.errors import LibcareerError

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
