"""The commands about roles: which there are, what one is like, and the way to it."""

from __future__ import annotations

from typing import Annotated

import typer

from libcareer.kinds import Place, Prefer, Section
from libcareer.options import Data, RoleName, Written, complete_role, complete_skill, held_ids, resolve, role_id
from libcareer.render import write

app = typer.Typer()


@app.command(epilog="Example: libcareer roles --skill cataloging --no-masters")
def roles(
    skill: Annotated[
        list[str] | None,
        typer.Option(
            "--skill", metavar="SKILL", help="A skill the role needs; may repeat.", autocompletion=complete_skill
        ),
    ] = None,
    setting: Annotated[str | None, typer.Option(metavar="SETTING", help="Where it is done, such as academic.")] = None,
    cluster: Annotated[str | None, typer.Option(metavar="CLUSTER", help="Part of the field, such as digital.")] = None,
    education: Annotated[
        str | None, typer.Option(metavar="LEVEL", help="Typically open with this much education.")
    ] = None,
    beyond: Annotated[bool, typer.Option("--beyond", help="Outside libraries or at their edge.")] = False,
    library: Annotated[bool, typer.Option("--library", help="In libraries or at their edge.")] = False,
    no_masters: Annotated[bool, typer.Option("--no-masters", help="Typically open without a master's.")] = False,
    no_degree: Annotated[bool, typer.Option("--no-degree", help="Typically open without a degree.")] = False,
    part_time: Annotated[bool, typer.Option("--part-time", help="With many part-time posts.")] = False,
    remote: Annotated[bool, typer.Option("--remote", help="With remote posts.")] = False,
    data: Data = None,
    format_: Written = None,
) -> None:
    """List roles, all of them or those that pass every filter."""
    from libcareer import report_roles
    from libcareer.catalog import load
    from libcareer.roles import Filters
    from libcareer.roles import roles as find

    if beyond and library:
        raise typer.BadParameter("--beyond and --library together leave nothing out. Use one of them.")
    catalog = load(data)
    filters = Filters(
        skills=tuple(dict.fromkeys(resolve(catalog.skill_names, word) for word in skill or ())),
        setting=catalog.setting_names.one(setting) if setting else None,
        cluster=catalog.cluster_names.one(cluster) if cluster else None,
        education=catalog.education_names.one(education) if education else None,
        place=Place.BEYOND if beyond else Place.LIBRARY if library else None,
        no_masters=no_masters,
        no_degree=no_degree,
        part_time=part_time,
        remote=remote,
    )
    found = find(catalog, filters)
    write(report_roles.roles(found), format_)
    if not found.count:
        raise typer.Exit(1)


@app.command(epilog="Example: libcareer show archivist --section pay --section doubts")
def show(
    role: RoleName,
    section: Annotated[list[Section] | None, typer.Option("--section", help="Only this part; may repeat.")] = None,
    sources: Annotated[bool, typer.Option("--sources", help="Where each fact comes from.")] = False,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Show a role whole: the work, a day, pay, ways in and out, and why one might think twice."""
    from libcareer import report_profile
    from libcareer.catalog import load
    from libcareer.profile import profile

    catalog = load(data)
    found = profile(catalog, role_id(catalog, role))
    write(report_profile.backing(found) if sources else report_profile.profile(found, section or ()), format_)


@app.command(epilog="Example: libcareer path librarian --from library-technician --have bachelor")
def path(
    goal: Annotated[str, typer.Argument(metavar="GOAL", help="The role to get to.", autocompletion=complete_role)],
    start: Annotated[
        str | None,
        typer.Option("--from", metavar="ROLE", help="The role you are in.", autocompletion=complete_role),
    ] = None,
    have: Annotated[
        list[str] | None,
        typer.Option("--have", metavar="EDUCATION", help="What you hold already; may repeat. Default: secondary."),
    ] = None,
    prefer: Annotated[Prefer, typer.Option(help="What the way should be best at.")] = Prefer.QUICKEST,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Show the way to a role, step by step: jobs and study, with time, cost, pay and what to do now."""
    from libcareer import report_path
    from libcareer.catalog import load
    from libcareer.paths import path as find

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
