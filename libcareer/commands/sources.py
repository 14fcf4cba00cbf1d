"""The commands that show sources and disputes and answer questions."""

from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.names import continuing, named_or_within
from libcareer.commands.pages import page_command

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
    from datetime import date

    from libcareer.engines.lookup.sources import sources
    from libcareer.reports.sources import sources_report

    ids = named_or_within(catalog.source_names, name)
    return sources_report(sources(catalog, ids, stale=stale, today=date.today()), whole=bool(ids))


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
    from libcareer.engines.lookup.sources import disputes
    from libcareer.reports.sources import disputes_report

    return disputes_report(disputes(catalog, named_or_within(catalog.dispute_names, topic)))


@app.command("ask", epilog="Example: libcareer ask am I too shy for library work")
@page_command
def ask_command(
    catalog: "Catalog",
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="Your question, in your own words.")],
) -> "Report":
    """Answer a question in your own words: short and honest, with figures and where to go deeper."""
    from libcareer.engines.lookup.questions import answers
    from libcareer.reports.sources import answers_report

    found = answers(catalog, " ".join(words))
    return answers_report(found)
