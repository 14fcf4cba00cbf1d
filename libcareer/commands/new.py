"""The command that writes the skeleton of a new record for somebody who knows a job and no Python."""

from typing import Annotated

import typer

from libcareer.commands.names import completing
from libcareer.commands.options import Data, Written, write
from libcareer.knowledge.enums import NewKind, ResourceKind

app = typer.Typer()


@app.command("new", epilog="Example: libcareer new role museum-teacher --data my-knowledge")
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
    print_: Annotated[bool, typer.Option("--print", help="Only show it, and write nothing.")] = False,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Write the skeleton of a new record, with what can be known filled in, for you to complete."""
    from libcareer.knowledge.additions import addition, home, knowledge_of, namesake, shown, write_addition
    from libcareer.knowledge.folders import BUILT_IN
    from libcareer.reports.new import NewRecord, new_report

    if group and kind is not NewKind.SKILL:
        raise typer.BadParameter("only a skill has a --group.")
    if resource_kind and kind is not NewKind.RESOURCE:
        raise typer.BadParameter("only a resource has a --kind.")
    folder = (data or BUILT_IN) if print_ else home(data)
    id_given = " ".join(id_)
    knowledge = knowledge_of(folder)
    made = addition(knowledge, folder, kind, id_given, title, group, resource_kind)
    if not print_:
        write_addition(made)
    file = made.path.relative_to(folder).as_posix() if print_ else shown(made.path)
    record = NewRecord(kind, id_given, file, made.new, made.text, not print_)
    write(new_report(record, namesake(knowledge, kind, id_given, folder)), format_)
