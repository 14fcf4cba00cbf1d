"""The command that writes the skeleton of a new record for somebody who knows a job and no Python."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.names import completing
from libcareer.commands.options import Data, Written, write
from libcareer.knowledge.enums import NewKind, ResourceKind

if TYPE_CHECKING:
    from libcareer.reports.page.render import Report

app = typer.Typer()


@app.command("new", epilog="Example: libcareer new role museum-educator")
def new_command(
    kind: Annotated[NewKind, typer.Argument(metavar="KIND", help=f"One of {', '.join(NewKind)}.")],
    id_: Annotated[list[str], typer.Argument(metavar="ID", help="Its id: lower-case words joined by hyphens.")],
    title: Annotated[
        str | None,
        typer.Option(metavar="TITLE", help="Its title, or the words of a question; default: from the id."),
    ] = None,
    group: Annotated[
        str | None,
        typer.Option(metavar="GROUP", help="The group of a skill.", autocompletion=completing("groups")),
    ] = None,
    resource_kind: Annotated[ResourceKind | None, typer.Option("--kind", help="What a resource is.")] = None,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Write the skeleton of a new record, with what can be known filled in, for you to complete."""
    write(_written(kind, " ".join(id_), title, group, resource_kind, data), format_)


def _written(
    kind: NewKind,
    id_: str,
    title: str | None,
    group: str | None,
    resource_kind: ResourceKind | None,
    data: Path | None,
) -> "Report":
    """Write the skeleton, and give the report that says where."""
    from libcareer.knowledge.additions import (
        addition,
        home,
        knowledge_of,
        namesake,
        refuse_unfit,
        shown,
        write_addition,
    )
    from libcareer.reports.new import NewRecord, new_report

    if group and kind is not NewKind.SKILL:
        raise typer.BadParameter("only a skill has a --group.")
    if resource_kind and kind is not NewKind.RESOURCE:
        raise typer.BadParameter("only a resource has a --kind.")
    folder = home(data)
    refuse_unfit(kind, id_)
    knowledge = knowledge_of(folder)
    made = addition(knowledge, folder, kind, id_, title, group, resource_kind)
    write_addition(made)
    return new_report(NewRecord(kind, id_, shown(made.path), made.new), namesake(knowledge, kind, id_, folder))
