"""The command about the support staff certification."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.amounts import typed_hours, typed_numbers
from libcareer.commands.names import continuing, named
from libcareer.commands.options import (
    Start,
    complete_role,
    complete_skill,
    role_id,
)
from libcareer.commands.pages import page_command
from libcareer.commands.standing import addressee, typed_standing
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
    from libcareer.commands.dates import typed_stretch
    from libcareer.engines.lssc.standing import Person, standing
    from libcareer.reports.lssc import lssc_report, lssc_set_report

    today = date.today()
    typed = typed_standing(catalog, [start] if start else None, skills=skill)
    asking = addressee(catalog, typed, anyone=anyone, uses=("posts", "skills"))
    posts = asking.stated.posts
    if duty and not posts:
        raise typer.BadParameter("--duty chooses among the duties of a role: add --from ROLE.")
    person = Person(
        start=posts[0] if posts else None,
        duties=_duties(duty or []),
        skills=asking.stated.skills,
        goal=role_id(catalog, goal) if goal else None,
        hours=hours,
        worked=tuple(typed_stretch(words, today) for words in worked or ()),
        secondary=not no_secondary,
    )
    found = standing(catalog, person, today)
    if name:
        return asking.told(catalog, lssc_set_report(found, named(catalog.lssc_names, name)))
    return asking.told(catalog, lssc_report(found))


def _duties(typed: list[str]) -> tuple[int, ...]:
    """The numbers of the duties that were *typed*; raises BadParameter for words that are no numbers."""
    numbers = typed_numbers(typed) if typed else []
    if numbers is None:
        raise typer.BadParameter("Say which duty by its number: --duty 2, or --duty 1-3 for several.")
    return tuple(numbers)
