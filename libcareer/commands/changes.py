"""The command that tells what changes the field."""

from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.names import complete_place, complete_role, continuing
from libcareer.commands.pages import page_command
from libcareer.commands.patron import Patron
from libcareer.knowledge.enums import ChangeKind

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.reports.page.render import Report

app = typer.Typer()


@app.command("changes", epilog="Example: libcareer changes --role school-librarian")
@page_command
def changes_command(
    catalog: "Catalog",
    name: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]", help="Its id or a word of its name.", autocompletion=continuing("changes")),
    ] = None,
    where: Annotated[
        str | None,
        typer.Option(
            metavar="PLACE",
            help="What holds in this state, town or country, such as Texas, 'Columbus, OH' or Canada.",
            autocompletion=complete_place,
        ),
    ] = None,
    role: Annotated[
        str | None, typer.Option(metavar="ROLE", help="What concerns a role.", autocompletion=complete_role)
    ] = None,
    kind: Annotated[ChangeKind | None, typer.Option(help="Only this kind.")] = None,
) -> "Report":
    """Tell what changes the field: laws on books and pay, public money, unions, each with its date and status."""
    from libcareer.inquiries.changes import changes_answer

    return changes_answer(Patron(catalog), name or (), where=where, role=role, kind=kind).report
