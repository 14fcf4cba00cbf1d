"""The command that tells what the title of a post means."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer._click.exceptions import MissingParameter

from libcareer.commands.options import home_expanded
from libcareer.commands.pages import page_command
from libcareer.commands.patron import Patron

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.reports.page.render import Report

app = typer.Typer()


class Offered(StrEnum):
    """Who offers the jobs whose titles are read."""

    FIELD = "field"


@app.command("title", epilog="Example: libcareer title Library Assistant II - Circulation")
@page_command
def title_command(
    catalog: "Catalog",
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORDS...", help="A title as it is advertised; - reads a list of them."),
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option(
            "--file",
            metavar="FILE",
            callback=home_expanded,
            help="Titles, one a line, or a table with a column called title; - is standard input.",
        ),
    ] = None,
    context: Annotated[Offered | None, typer.Option(help="field: an employer of the field offers the job.")] = None,
) -> "Report":
    """Tell which role a job title means, how sure that is, and why."""
    from libcareer.inquiries.titles import title_answer, titles_answer

    in_field = context is Offered.FIELD
    if words == ["-"] and file is None:
        words, file = None, Path("-")
    if words and file:
        raise typer.BadParameter("--file goes without WORDS.")
    if file:
        from libcareer.commands.lists import listed_titles

        return titles_answer(Patron(catalog), listed_titles(file), in_field=in_field).report
    if not words:
        raise MissingParameter(param_hint="'WORDS'", param_type="argument")
    return title_answer(Patron(catalog), " ".join(words), in_field=in_field).report
