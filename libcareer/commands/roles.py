"""The commands that list roles and show one."""

from typing import Annotated

import typer

from libcareer.commands.names import completing, named_role
from libcareer.commands.options import (
    Beyond,
    Data,
    InLibrary,
    NoDegree,
    NoMasters,
    PartTime,
    Remote,
    RoleName,
    Written,
    complete_skill,
    place_of,
    resolve,
    write,
)
from libcareer.engines.choices import Section

app = typer.Typer()


@app.command("roles", epilog="Example: libcareer roles --skill cataloging --no-masters")
def roles_command(
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
    library: InLibrary = False,
    no_masters: NoMasters = False,
    no_degree: NoDegree = False,
    part_time: PartTime = False,
    remote: Remote = False,
    data: Data = None,
    format_: Written = None,
) -> None:
    """List roles, all of them or those that pass every filter."""
    from libcareer.catalog import load
    from libcareer.engines.lookup.roles import RoleFilters, roles
    from libcareer.reports.roles import roles_report

    place = place_of(beyond=beyond, library=library)
    catalog = load(data)
    filters = RoleFilters(
        skills=tuple(dict.fromkeys(resolve(catalog.skill_names, word) for word in skill or ())),
        setting=resolve(catalog.setting_names, setting, every=True) if setting else None,
        cluster=resolve(catalog.cluster_names, cluster, every=True) if cluster else None,
        education=resolve(catalog.education_names, education, every=True) if education else None,
        place=place,
        no_masters=no_masters,
        no_degree=no_degree,
        part_time=part_time,
        remote=remote,
    )
    found = roles(catalog, filters)
    write(roles_report(found), format_)
    if not found.count:
        raise typer.Exit(1)


@app.command("show", epilog="Example: libcareer show archivist --section pay --section doubts")
def show_command(
    role: RoleName = None,
    section: Annotated[list[Section] | None, typer.Option("--section", help="Only this part; may repeat.")] = None,
    sources: Annotated[bool, typer.Option("--sources", help="Where each fact comes from.")] = False,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Show everything about a role: the work, a day, pay, ways in and out, and reasons to think twice."""
    from libcareer.catalog import load
    from libcareer.engines.lookup.role import role_page
    from libcareer.reports.role import role_report, role_sources_report

    catalog = load(data)
    page = role_page(catalog, named_role(catalog, role))
    write(role_sources_report(page) if sources else role_report(page, section or ()), format_)
