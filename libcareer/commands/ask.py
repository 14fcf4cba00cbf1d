"""The command that answers questions in a person's own words."""

from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.pages import page_command
from libcareer.commands.patron import Patron

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.reports.page.render import Report

app = typer.Typer()


@app.command("ask", epilog="Example: libcareer ask am I too shy for library work")
@page_command
def ask_command(
    catalog: "Catalog",
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="Your question, in your own words.")],
) -> "Report":
    """Answer a question in your own words from everything known here, or say that it is not known."""
    from libcareer.inquiries.questions import question_answer

    return question_answer(Patron(catalog), " ".join(words)).report
