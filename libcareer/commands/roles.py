"""The commands that list roles and show one."""

from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.names import completing, named_role
from libcareer.commands.options import (
    Beyond,
    Inside,
    NoDegree,
    NoMasters,
    PartTime,
    Remote,
    RoleName,
    complete_skill,
    place_of,
    resolve,
)
from libcareer.commands.pages import page_command
from libcareer.commands.where import Anyone, Where, told_in_place
from libcareer.engines.choices import Section

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.engines.lookup.paid_role import PaidRolePage
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
    from libcareer.engines.lookup.roles import RoleFilters, roles
    from libcareer.reports.roles import roles_report

    place = place_of(beyond=beyond, inside=inside)
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
    return told_in_place(
        catalog, where, anyone=anyone, answer=lambda here: roles_report(roles(catalog, filters, here), here)
    )


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
    from libcareer.engines.lookup.paid_role import paid_role_page
    from libcareer.reports.role import role_report, role_sources_report

    id_ = named_role(catalog, role)

    def written(page: "PaidRolePage") -> "Report":
        return role_sources_report(page) if sources else role_report(page, section or ())

    return told_in_place(
        catalog,
        where,
        anyone=anyone,
        answer=lambda here: written(paid_role_page(catalog, id_, here)),
        elsewhere=lambda country: written(paid_role_page(catalog, id_, abroad=country)),
    )
