"""The command that tells library work in the words of other sectors, and back."""

from typing import TYPE_CHECKING, Annotated

import typer
from typer._click.exceptions import MissingParameter

from libcareer.commands.names import complete_role, completing
from libcareer.commands.pages import page_command
from libcareer.commands.patron import Patron

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.reports.page.render import Report

app = typer.Typer()

SECTORS = "business, museums, fundraising, health-information, software or government"
"""The sectors of the built-in knowledge, for the help."""


@app.command("translate", epilog="Example: libcareer translate cataloging --to business")
@page_command
def translate_command(
    catalog: "Catalog",
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS]", help="What you did in a library, or what an employer asks for."),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(
            "--to", metavar="SECTOR", help=f"Only in its words: {SECTORS}.", autocompletion=completing("sectors")
        ),
    ] = None,
    from_: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="SECTOR",
            help="The words are an employer's there, or 'any': which library skill is it?",
            autocompletion=completing("sectors"),
        ),
    ] = None,
    role: Annotated[
        str | None,
        typer.Option("--role", metavar="ROLE", help="All duties of this role.", autocompletion=complete_role),
    ] = None,
) -> "Report":
    """Say library work in the words of another sector, as lines for a resume; or an employer's phrase back."""
    from libcareer.inquiries.translation import translation_answer

    if not role and not " ".join(words or ()).strip() and not (from_ and to):
        raise MissingParameter(param_hint="'WORDS'", param_type="argument")
    return translation_answer(Patron(catalog), words or (), to=to, by=from_, role=role).report
