"""The commands about choosing: what else is within reach, and which two sets of skills open most doors."""

from __future__ import annotations

from typing import Annotated

import typer

from libcareer.options import Data, RoleName, Written, complete_role, held_ids, place_of, role_id
from libcareer.render import write

app = typer.Typer()


@app.command(epilog="Example: libcareer planb librarian --from library-technician --no-masters")
def planb(
    wish: RoleName,
    start: Annotated[
        str | None,
        typer.Option("--from", metavar="ROLE", help="The role you are in.", autocompletion=complete_role),
    ] = None,
    have: Annotated[
        list[str] | None,
        typer.Option("--have", metavar="EDUCATION", help="What you hold already; may repeat. Default: secondary."),
    ] = None,
    no_masters: Annotated[bool, typer.Option("--no-masters", help="Without a master's.")] = False,
    no_degree: Annotated[bool, typer.Option("--no-degree", help="Without a degree.")] = False,
    part_time: Annotated[bool, typer.Option("--part-time", help="With many part-time posts.")] = False,
    no_move: Annotated[bool, typer.Option("--no-move", help="Near home in many towns, or from home.")] = False,
    remote: Annotated[bool, typer.Option("--remote", help="With remote posts.")] = False,
    max_months: Annotated[float | None, typer.Option(min=0, metavar="N", help="Months it may take at most.")] = None,
    max_cost: Annotated[float | None, typer.Option(min=0, metavar="USD", help="US dollars for study at most.")] = None,
    min_pay: Annotated[
        float | None, typer.Option(min=0, metavar="USD", help="US dollars a year at least, if full time.")
    ] = None,
    beyond: Annotated[bool, typer.Option("--beyond", help="Outside libraries or at their edge.")] = False,
    library: Annotated[bool, typer.Option("--library", help="In libraries or at their edge.")] = False,
    all_: Annotated[bool, typer.Option("--all", help="Every role, also those left out.")] = False,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Find what else you can reach instead of a role, within your limits, and what is in the way of the rest."""
    from libcareer import report_planb
    from libcareer.catalog import load
    from libcareer.planb import Limits
    from libcareer.planb import planb as find

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
