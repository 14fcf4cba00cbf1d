"""The command that shows a job of any field, as O*NET describes it."""

from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.pages import page_command
from libcareer.commands.patron import Patron

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.reports.page.render import Report

app = typer.Typer()


@app.command("job", epilog="Example: libcareer job retail manager")
@page_command
def job_command(
    catalog: "Catalog",
    words: Annotated[
        list[str],
        typer.Argument(metavar="TITLE|CODE", help="The title of any job, its O*NET code, or what you did there."),
    ],
) -> "Report":
    """Show a job of any other field as O*NET lists it: tasks, interests, tools, and what carries over from it."""
    from libcareer.inquiries.jobs import job_answer

    return job_answer(Patron(catalog), " ".join(words)).report
