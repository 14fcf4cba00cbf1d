"""The command about the support staff certification."""

from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.amounts import typed_hours
from libcareer.commands.names import complete_role, complete_skill, continuing
from libcareer.commands.options import Start
from libcareer.commands.pages import page_command
from libcareer.commands.patron import Patron
from libcareer.commands.where import Anyone

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.reports.page.render import Report

app = typer.Typer()


@app.command(
    "lssc", epilog="Example: libcareer lssc --from library-technician --goal cataloging-technician --hours 1500"
)
@page_command
def lssc_command(
    catalog: "Catalog",
    name: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SET]", help="One of the sets, by id or title.", autocompletion=continuing("lssc")),
    ] = None,
    start: Start = None,
    duty: Annotated[
        list[str] | None,
        typer.Option(metavar="N", help="Count only this duty of that role, or these: 2, 1-3; may repeat."),
    ] = None,
    skill: Annotated[
        list[str] | None,
        typer.Option(metavar="SKILL", help="Another skill you use; may repeat.", autocompletion=complete_skill),
    ] = None,
    goal: Annotated[
        str | None,
        typer.Option(metavar="ROLE", help="The role to choose three sets for.", autocompletion=complete_role),
    ] = None,
    hours: Annotated[
        float | None,
        typer.Option(parser=typed_hours, metavar="N", help="Hours in the years that count, paid or not."),
    ] = None,
    worked: Annotated[
        list[str] | None,
        typer.Option(metavar="FROM..TO:HOURS", help="Such as 2022-03..present:20/week or 2021..2022:900; may repeat."),
    ] = None,
    no_secondary: Annotated[bool, typer.Option("--no-secondary", help="Secondary school is not finished.")] = False,
    anyone: Anyone = False,
) -> "Report":
    """Show where you stand with the certification by sets: hours, sets shown, which to choose, cost."""
    from libcareer.inquiries.lssc import lssc_answer

    return lssc_answer(
        Patron(catalog, anyone=anyone),
        name or (),
        start=start,
        duties=duty or (),
        skills=skill or (),
        goal=goal,
        hours=hours,
        worked=worked or (),
        no_secondary=no_secondary,
    ).report
