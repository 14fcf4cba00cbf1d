"""The commands that list and show skills, credentials, resources and fields."""

from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.names import complete_role, completing, continuing
from libcareer.commands.pages import page_command
from libcareer.commands.patron import Patron
from libcareer.engines.choices import CostLevel
from libcareer.knowledge.enums import ResourceKind, Status

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.reports.page.render import Report

app = typer.Typer()


@app.command("skills", epilog="Example: libcareer skills cataloging")
@page_command
def skills_command(
    catalog: "Catalog",
    skill: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SKILL]", help="Its id or any name.", autocompletion=continuing("skills")),
    ] = None,
    group: Annotated[
        str | None,
        typer.Option(metavar="GROUP", help="Only this group, such as systems.", autocompletion=completing("groups")),
    ] = None,
) -> "Report":
    """List skills by group, or show one: how to learn it, how to show it, which roles need it."""
    from libcareer.inquiries.records import skill_answer, skills_answer

    patron = Patron(catalog)
    return skill_answer(patron, skill).report if skill else skills_answer(patron, group=group).report


@app.command("credentials", epilog="Example: libcareer credentials --cost low --no-degree")
@page_command
def credentials_command(
    catalog: "Catalog",
    name: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]", help="Its id or any name.", autocompletion=continuing("credentials")),
    ] = None,
    cost: Annotated[CostLevel | None, typer.Option(help="low: at most 1,000 in its own currency.")] = None,
    no_degree: Annotated[bool, typer.Option("--no-degree", help="Open to people without a bachelor's.")] = False,
    where: Annotated[
        str | None,
        typer.Option(
            metavar="COUNTRY",
            help="Those of a country, state or province first, such as uk.",
            autocompletion=completing("countries"),
        ),
    ] = None,
) -> "Report":
    """List degrees, licenses and certificates, or show one: time, cost, who asks, what it does not do."""
    from libcareer.inquiries.records import credential_answer, credentials_answer

    patron = Patron(catalog)
    if name:
        return credential_answer(patron, name).report
    return credentials_answer(patron, low_cost=cost is not None, no_degree=no_degree, where=where).report


@app.command("resources", epilog="Example: libcareer resources --role archivist")
@page_command
def resources_command(
    catalog: "Catalog",
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
) -> "Report":
    """List associations, journals, job boards and courses, and whether they still exist."""
    from libcareer.inquiries.records import corrections_answer, resources_answer

    patron = Patron(catalog)
    if outdated:
        return corrections_answer(patron).report
    return resources_answer(patron, name or (), role=role, kind=kind, status=status).report


@app.command("network", epilog="Example: libcareer network law")
@page_command
def network_command(
    catalog: "Catalog",
    field: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FIELD]", help="Its id or any name.", autocompletion=continuing("fields")),
    ] = None,
) -> "Report":
    """List fields and networks, or show one: whom to look for now, where, and what to ask first."""
    from libcareer.inquiries.records import field_answer, fields_answer

    patron = Patron(catalog)
    return field_answer(patron, field).report if field else fields_answer(patron).report
