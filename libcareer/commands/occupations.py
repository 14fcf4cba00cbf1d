"""The command that finds a statistical occupation and its code."""

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.names import Completions
from libcareer.commands.pages import page_command
from libcareer.commands.patron import Patron
from libcareer.errors import LibcareerError
from libcareer.reports.page.text import clean

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.reports.page.render import Report

app = typer.Typer()


def complete_code(incomplete: str) -> Completions:
    """The codes that begin with *incomplete*, each with its title."""
    folder = os.environ.get("LIBCAREER_DATA")
    from libcareer.catalog import load
    from libcareer.knowledge.homes import expanded

    with suppress(LibcareerError, OSError):
        known = load(expanded(Path(folder)) if folder else None).surveyed
        yield from ((code, clean(one.title)) for code, one in known.items() if code.startswith(incomplete))


@app.command("occupations", epilog="Example: libcareer occupations museum")
@page_command
def occupations_command(
    catalog: "Catalog",
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORDS]",
            help="Words of its title or of a role counted in it, or its code.",
            autocompletion=complete_code,
        ),
    ] = None,
) -> "Report":
    """List the statistical occupations with their codes, or find one: its pay, and which roles it counts."""
    from libcareer.inquiries.records import occupations_answer

    return occupations_answer(Patron(catalog), " ".join(words or ())).report
