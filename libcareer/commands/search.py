"""The command that looks words up; `cli` calls it for words that begin with no command."""

from typing import Annotated

import typer

from libcareer.commands.options import Data, Written, write
from libcareer.errors import LibcareerError

app = typer.Typer()


@app.command("search", epilog="Example: libcareer search salary of an archivist")
def search_command(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="A job, a skill, a degree, or several words.")],
    data: Data = None,
    format_: Written = None,
) -> None:
    """Find the pages that answer a few words; the same words without a command do so too."""
    from libcareer.catalog import load
    from libcareer.engines.lookup.search import search
    from libcareer.reports.search import nothing_found, search_report

    found = search(load(data), " ".join(words))
    if not found.findings:
        raise LibcareerError(nothing_found(found))
    write(search_report(found), format_)
