"""The commands that show sources and disputes."""

from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.names import continuing
from libcareer.commands.pages import page_command
from libcareer.commands.patron import Patron

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.reports.page.render import Report

app = typer.Typer()


@app.command("sources", epilog="Example: libcareer sources --stale")
@page_command
def sources_command(
    catalog: "Catalog",
    name: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]", help="Its id, or the publisher.", autocompletion=continuing("sources")),
    ] = None,
    stale: Annotated[bool, typer.Option("--stale", help="Only those that should be checked again.")] = False,
) -> "Report":
    """List every source with its date and the records that cite it."""
    from libcareer.inquiries.sources import sources_answer

    return sources_answer(Patron(catalog), name or (), stale=stale).report


@app.command("disputes", epilog="Example: libcareer disputes demand")
@page_command
def disputes_command(
    catalog: "Catalog",
    topic: Annotated[
        list[str] | None,
        typer.Argument(metavar="[TOPIC]", help="Its id or a word of it.", autocompletion=continuing("disputes")),
    ] = None,
) -> "Report":
    """Show where sources disagree, who says what, and what to do about it."""
    from libcareer.inquiries.sources import disputes_answer

    return disputes_answer(Patron(catalog), topic or ()).report
