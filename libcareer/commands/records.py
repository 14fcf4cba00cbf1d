"""The commands that list and show skills, credentials, resources and fields."""

from typing import Annotated

import typer

from libcareer.commands.names import completing, continuing, named, named_or_within
from libcareer.commands.options import Data, Written, complete_role, resolve, role_id, write
from libcareer.engines.choices import CostLevel
from libcareer.knowledge.enums import ResourceKind, Status

app = typer.Typer()


@app.command("skills", epilog="Example: libcareer skills cataloging")
def skills_command(
    skill: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SKILL]", help="Its id or any name.", autocompletion=continuing("skills")),
    ] = None,
    group: Annotated[
        str | None,
        typer.Option(metavar="GROUP", help="Only this group, such as systems.", autocompletion=completing("groups")),
    ] = None,
    data: Data = None,
    format_: Written = None,
) -> None:
    """List skills by group, or show one: how to learn it, how to show it, which roles need it."""
    from libcareer.catalog import load
    from libcareer.engines.lookup.skills import skill_page, vocabulary
    from libcareer.reports.records import skill_report, vocabulary_report

    catalog = load(data)
    if skill:
        id_ = named(catalog.skill_names, skill)
        write(skill_report(skill_page(catalog, id_)), format_)
        return
    chosen = resolve(catalog.group_names, group, every=True) if group else None
    write(vocabulary_report(vocabulary(catalog, chosen)), format_)


@app.command("credentials", epilog="Example: libcareer credentials --cost low --no-degree")
def credentials_command(
    name: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]", help="Its id or any name.", autocompletion=continuing("credentials")),
    ] = None,
    cost: Annotated[CostLevel | None, typer.Option(help="low: at most 1,000 in its own currency.")] = None,
    no_degree: Annotated[bool, typer.Option("--no-degree", help="Open to people without a bachelor's.")] = False,
    data: Data = None,
    format_: Written = None,
) -> None:
    """List degrees, licenses and certificates, or show one: time, cost, who asks, what it does not do."""
    from libcareer.catalog import load
    from libcareer.engines.lookup.credentials import credential_page, credentials
    from libcareer.reports.records import credential_report, credentials_report

    catalog = load(data)
    if name:
        id_ = named(catalog.credential_names, name)
        write(credential_report(credential_page(catalog, id_)), format_)
        return
    write(credentials_report(credentials(catalog, low_cost=cost is not None, no_degree=no_degree)), format_)


@app.command("resources", epilog="Example: libcareer resources --role archivist")
def resources_command(
    name: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]", help="Its id or a word of its name.", autocompletion=continuing("resources")),
    ] = None,
    role: Annotated[
        str | None, typer.Option(metavar="ROLE", help="Those that serve a role.", autocompletion=complete_role)
    ] = None,
    kind: Annotated[ResourceKind | None, typer.Option(help="Only this kind.")] = None,
    status: Annotated[Status | None, typer.Option(help="Only with this status.")] = None,
    outdated: Annotated[bool, typer.Option("--outdated", help="What older guides say that is no longer true.")] = False,
    data: Data = None,
    format_: Written = None,
) -> None:
    """List associations, journals, job boards and courses, and whether they still exist."""
    from libcareer.catalog import load
    from libcareer.engines.lookup.resources import ResourceFilters, corrections, resources
    from libcareer.reports.records import corrections_report, resources_report

    catalog = load(data)
    if outdated:
        write(corrections_report(corrections(catalog)), format_)
        return
    ids = named_or_within(catalog.resource_names, name)
    filters = ResourceFilters(ids, role_id(catalog, role) if role else None, kind, status)
    found = resources(catalog, filters)
    write(resources_report(found), format_)
    if not found.count:
        raise typer.Exit(1)


@app.command("network", epilog="Example: libcareer network law")
def network_command(
    field: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FIELD]", help="Its id or any name.", autocompletion=continuing("fields")),
    ] = None,
    data: Data = None,
    format_: Written = None,
) -> None:
    """List fields and networks, or show one: whom to look for now, where, and what to ask first."""
    from libcareer.catalog import load
    from libcareer.engines.lookup.fields import field_page, fields
    from libcareer.reports.records import field_report, fields_report

    catalog = load(data)
    if field:
        id_ = named(catalog.field_names, field)
        write(field_report(field_page(catalog, id_)), format_)
        return
    write(fields_report(fields(catalog)), format_)
