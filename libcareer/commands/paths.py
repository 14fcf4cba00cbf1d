"""The commands about ways to a role: the way there, and what else is within reach."""

from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.amounts import typed_dollars, typed_months, typed_pay
from libcareer.commands.names import continuing, named_role
from libcareer.commands.options import (
    Beyond,
    InLibrary,
    NoDegree,
    NoMasters,
    PartTime,
    Remote,
    RoleName,
    place_of,
)
from libcareer.commands.pages import page_command
from libcareer.commands.standing import Able, Have, Lacking, Posts, Studying, Years, stated
from libcareer.engines.choices import Prefer

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.reports.page.render import Report

app = typer.Typer()


@app.command("path", epilog="Example: libcareer path librarian --from library-technician --have bachelor")
@page_command
def path_command(
    catalog: "Catalog",
    goal: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="GOAL",
            help="The role to get to; without it, a list to choose from.",
            autocompletion=continuing("roles"),
        ),
    ] = None,
    posts: Posts = None,
    years: Years = 0.0,
    have: Have = None,
    lacking: Lacking = None,
    studying: Studying = None,
    skill: Able = None,
    prefer: Annotated[Prefer, typer.Option(help="What the way should be best at.")] = Prefer.USUAL,
    details: Annotated[
        bool, typer.Option("--details", help="Each step: needs, cost, pay, why, what to do now.")
    ] = False,
) -> "Report":
    """Show the way to a role that a librarian would recommend: posts and study, years, money, what to do now."""
    from libcareer.engines.paths.path import path_from
    from libcareer.reports.path import path_report

    person = stated(catalog, posts, have, years=years, lacking=lacking, studying=studying, skills=skill)
    found = path_from(catalog, named_role(catalog, goal, "GOAL"), person, prefer)
    return path_report(found, details=details)


@app.command("planb", epilog="Example: libcareer planb librarian --from library-technician --no-masters")
@page_command
def planb_command(
    catalog: "Catalog",
    wish: RoleName = None,
    posts: Posts = None,
    years: Years = 0.0,
    have: Have = None,
    lacking: Lacking = None,
    studying: Studying = None,
    skill: Able = None,
    no_masters: NoMasters = False,
    no_degree: NoDegree = False,
    part_time: PartTime = False,
    no_move: Annotated[bool, typer.Option("--no-move", help="Near home in many towns, or from home.")] = False,
    remote: Remote = False,
    max_months: Annotated[
        float | None, typer.Option(parser=typed_months, metavar="N", help="Months it may take at most.")
    ] = None,
    max_cost: Annotated[
        float | None, typer.Option(parser=typed_dollars, metavar="USD", help="US dollars for study at most.")
    ] = None,
    min_pay: Annotated[
        float | None, typer.Option(parser=typed_pay, metavar="USD", help="US dollars a year at least, if full time.")
    ] = None,
    beyond: Beyond = False,
    library: InLibrary = False,
    all_: Annotated[bool, typer.Option("--all", help="Every role, also those left out.")] = False,
) -> "Report":
    """Find what else you can reach instead of a role, within your limits, and what is in the way of the rest."""
    from libcareer.engines.paths.planb import Limits, planb
    from libcareer.reports.planb import planb_report

    place = place_of(beyond=beyond, library=library)
    person = stated(catalog, posts, have, years=years, lacking=lacking, studying=studying, skills=skill)
    limits = Limits(no_masters, no_degree, part_time, no_move, remote, place, max_months, max_cost, min_pay)
    found = planb(catalog, named_role(catalog, wish), limits, person)
    return planb_report(found, whole=all_)
