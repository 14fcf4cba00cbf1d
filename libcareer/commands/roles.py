"""The commands that list roles and show one."""

from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.names import completing
from libcareer.commands.options import (
    Beyond,
    Inside,
    NoDegree,
    NoMasters,
    PartTime,
    Remote,
    RoleName,
    complete_skill,
)
from libcareer.commands.pages import page_command
from libcareer.commands.patron import Patron
from libcareer.commands.where import Anyone, Where
from libcareer.engines.choices import Section

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.reports.page.render import Report

app = typer.Typer()


@app.command("roles", epilog="Example: libcareer roles --skill cataloging --no-masters")
@page_command
def roles_command(
    catalog: "Catalog",
    skill: Annotated[
        list[str] | None,
        typer.Option(
            "--skill", metavar="SKILL", help="A skill the role needs; may repeat.", autocompletion=complete_skill
        ),
    ] = None,
    setting: Annotated[
        str | None,
        typer.Option(
            metavar="SETTING",
            help="Where it is done, such as academic; a wrong one lists all.",
            autocompletion=completing("settings"),
        ),
    ] = None,
    cluster: Annotated[
        str | None,
        typer.Option(
            metavar="CLUSTER",
            help="Part of the field, such as digital; a wrong one lists all.",
            autocompletion=completing("clusters"),
        ),
    ] = None,
    education: Annotated[
        str | None,
        typer.Option(
            metavar="LEVEL",
            help="Typically open with this much education; a wrong one lists all.",
            autocompletion=completing("education"),
        ),
    ] = None,
    beyond: Beyond = False,
    inside: Inside = False,
    no_masters: NoMasters = False,
    no_degree: NoDegree = False,
    part_time: PartTime = False,
    remote: Remote = False,
    where: Where = None,
    anyone: Anyone = False,
) -> "Report":
    """List roles, all of them or those that pass every filter."""
    from libcareer.inquiries.roles import roles_answer

    return roles_answer(
        Patron(catalog, anyone=anyone),
        skills=skill or (),
        setting=setting,
        cluster=cluster,
        education=education,
        beyond=beyond,
        inside=inside,
        no_masters=no_masters,
        no_degree=no_degree,
        part_time=part_time,
        remote=remote,
        where=where,
    ).report


@app.command("show", epilog="Example: libcareer show archivist --section pay --section doubts")
@page_command
def show_command(
    catalog: "Catalog",
    role: RoleName = None,
    section: Annotated[list[Section] | None, typer.Option("--section", help="Only this part; may repeat.")] = None,
    sources: Annotated[bool, typer.Option("--sources", help="Where each fact comes from.")] = False,
    where: Where = None,
    anyone: Anyone = False,
) -> "Report":
    """Show everything about a role: the work, a day, pay, ways in and out, and reasons to think twice."""
    from libcareer.inquiries.roles import role_answer

    patron = Patron(catalog, anyone=anyone)
    return role_answer(patron, role or (), sections=section or (), sources=sources, where=where).report
