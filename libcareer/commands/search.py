"""The command that looks words up; `cli` calls it for words that begin with no command."""

from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.pages import page_command
from libcareer.commands.patron import Patron

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.reports.page.render import Report

app = typer.Typer()


@app.command("search", epilog="Example: libcareer search salary of an archivist")
@page_command
def search_command(
    catalog: "Catalog",
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="A job, a skill, a degree, or several words.")],
) -> "Report":
    """Find the pages that answer a few words; the same words without a command do so too."""
    from libcareer.inquiries.questions import search_answer

    return search_answer(Patron(catalog), " ".join(words)).report
