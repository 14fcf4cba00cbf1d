"""The commands that show sources and disputes and answer questions."""

from typing import Annotated

import typer

from libcareer.commands.names import continuing, named_or_within
from libcareer.commands.options import Data, Written, write

app = typer.Typer()


@app.command("sources", epilog="Example: libcareer sources --stale")
def sources_command(
    name: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]", help="Its id, or the publisher.", autocompletion=continuing("sources")),
    ] = None,
    stale: Annotated[bool, typer.Option("--stale", help="Only those that should be checked again.")] = False,
    data: Data = None,
    format_: Written = None,
) -> None:
    """List every source with its date and the records that cite it."""
    from libcareer.catalog import load
    from libcareer.engines.lookup.sources import sources
    from libcareer.reports.sources import sources_report

    catalog = load(data)
    ids = named_or_within(catalog.source_names, name)
    write(sources_report(sources(catalog, ids, stale=stale), whole=bool(ids)), format_)


@app.command("disputes", epilog="Example: libcareer disputes demand")
def disputes_command(
    topic: Annotated[
        list[str] | None,
        typer.Argument(metavar="[TOPIC]", help="Its id or a word of it.", autocompletion=continuing("disputes")),
    ] = None,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Show where sources disagree, who says what, and what to do about it."""
    from libcareer.catalog import load
    from libcareer.engines.lookup.sources import disputes
    from libcareer.reports.sources import disputes_report

    catalog = load(data)
    write(disputes_report(disputes(catalog, named_or_within(catalog.dispute_names, topic))), format_)


@app.command("ask", epilog="Example: libcareer ask am I too shy for library work")
def ask_command(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="Your question, in your own words.")],
    data: Data = None,
    format_: Written = None,
) -> None:
    """Answer a question in your own words: short and honest, with figures and where to go deeper."""
    from libcareer.catalog import load
    from libcareer.engines.lookup.questions import answers
    from libcareer.reports.sources import answers_report

    found = answers(load(data), " ".join(words))
    write(answers_report(found), format_)
    if found.best is None:
        raise typer.Exit(1)
