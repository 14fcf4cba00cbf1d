"""The commands about what surrounds roles: skills, credentials, resources, and people to know."""

from typing import Annotated

import typer

from libcareer.commands.options import Data, Written, complete_role, complete_skill, resolve, role_id, write
from libcareer.engines.choices import CostLevel
from libcareer.knowledge.enums import ResourceKind, Status

app = typer.Typer()


@app.command(epilog="Example: libcareer skills cataloging")
def skills(
    skill: Annotated[
        str | None, typer.Argument(metavar="[SKILL]", help="Its id or any name.", autocompletion=complete_skill)
    ] = None,
    group: Annotated[str | None, typer.Option(metavar="GROUP", help="Only this group, such as systems.")] = None,
    data: Data = None,
    format_: Written = None,
) -> None:
    """List skills by group, or show one: how to learn it, how to show it, which roles need it."""
    from libcareer.catalog import load
    from libcareer.engines.lookup.skills import skill_page, vocabulary
    from libcareer.reports import records as report_records

    catalog = load(data)
    if skill:
        id_ = resolve(catalog.skill_names, skill)
        write(report_records.skill(skill_page(catalog, id_)), format_)
        return
    chosen = catalog.group_names.one(group) if group else None
    write(report_records.vocabulary(vocabulary(catalog, chosen)), format_)


@app.command(epilog="Example: libcareer credentials --cost low --no-degree")
def credentials(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="Its id or any name.")] = None,
    cost: Annotated[CostLevel | None, typer.Option(help="low: at most 1,000 in its own currency.")] = None,
    no_degree: Annotated[bool, typer.Option("--no-degree", help="Open to people without a bachelor's.")] = False,
    data: Data = None,
    format_: Written = None,
) -> None:
    """List degrees, licences and certificates, or show one: time, cost, who asks, what it does not do."""
    from libcareer.catalog import load
    from libcareer.engines.lookup.credentials import credential_page
    from libcareer.engines.lookup.credentials import credentials as find
    from libcareer.reports import records as report_records

    catalog = load(data)
    if name:
        id_ = resolve(catalog.credential_names, name)
        write(report_records.credential(credential_page(catalog, id_)), format_)
        return
    write(report_records.credentials(find(catalog, low_cost=cost is not None, no_degree=no_degree)), format_)


@app.command(epilog="Example: libcareer resources --role archivist")
def resources(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="Its id or a word of its name.")] = None,
    role: Annotated[
        str | None, typer.Option(metavar="ROLE", help="Those that serve a role.", autocompletion=complete_role)
    ] = None,
    kind: Annotated[ResourceKind | None, typer.Option(help="Only this kind.")] = None,
    status: Annotated[Status | None, typer.Option(help="Only with this status.")] = None,
    outdated: Annotated[bool, typer.Option("--outdated", help="What older guides say that is no longer so.")] = False,
    data: Data = None,
    format_: Written = None,
) -> None:
    """List associations, journals, job boards and courses, and whether they still exist."""
    from libcareer.catalog import load
    from libcareer.engines.lookup.resources import ResourceFilters, corrections
    from libcareer.engines.lookup.resources import resources as find
    from libcareer.reports import records as report_records

    catalog = load(data)
    if outdated:
        write(report_records.corrections(corrections(catalog)), format_)
        return
    ids = catalog.resource_names.all(name) if name else ()
    filters = ResourceFilters(ids, role_id(catalog, role) if role else None, kind, status)
    found = find(catalog, filters)
    write(report_records.resources(found), format_)
    if not found.count:
        raise typer.Exit(1)


@app.command(epilog="Example: libcareer network law")
def network(
    field: Annotated[str | None, typer.Argument(metavar="[FIELD]", help="Its id or any name.")] = None,
    data: Data = None,
    format_: Written = None,
) -> None:
    """List fields and networks, or show one: whom to look for now, where, and what to ask first."""
    from libcareer.catalog import load
    from libcareer.engines.lookup.fields import field_page, fields
    from libcareer.reports import records as report_records

    catalog = load(data)
    if field:
        id_ = resolve(catalog.field_names, field)
        write(report_records.field(field_page(catalog, id_)), format_)
        return
    write(report_records.fields(fields(catalog)), format_)
