"""The commands about ways to a role: the way there, and what else is within reach."""

from typing import Annotated

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
    held_ids,
    place_of,
    role_id,
    write,
)
from libcareer.engines.choices import Prefer

app = typer.Typer()


@app.command(epilog="Example: libcareer path librarian --from library-technician --have bachelor")
def path(
    goal: Annotated[str, typer.Argument(metavar="GOAL", help="The role to get to.", autocompletion=complete_role)],
    start: Start = None,
    have: Have = None,
    prefer: Annotated[Prefer, typer.Option(help="What the way should be best at.")] = Prefer.QUICKEST,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Show the way to a role, step by step: jobs and study, with time, cost, pay and what to do now."""
    from libcareer.catalog import load
    from libcareer.engines.paths.path import path as find
    from libcareer.reports import path as report_path

    catalog = load(data)
    found = find(
        catalog,
        role_id(catalog, goal),
        start=role_id(catalog, start) if start else None,
        held=held_ids(catalog, have or []),
        prefer=prefer,
    )
    write(report_path.path(found), format_)
    if found.best is None:
        raise typer.Exit(1)


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
