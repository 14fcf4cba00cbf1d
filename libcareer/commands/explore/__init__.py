"""The explorer: everything that libcareer knows, by numbers and words, without a name or an option."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from libcareer.commands.options import Data, Written
from libcareer.commands.prompts import Lines

if TYPE_CHECKING:
    from libcareer.catalog import Catalog

app = typer.Typer()


@app.command("explore", epilog="Example: libcareer explore")
def explore_command(lines: Lines = False, data: Data = None, format_: Written = None) -> None:
    """Find everything by numbers and words; without a command, libcareer does so on a terminal."""
    from libcareer.commands.knowledge import opened

    explore(opened(data), data)


def explore(catalog: "Catalog", folder: Path | None = None) -> None:
    """Lead a person through what *catalog* knows, with keys or line by line; *folder* is that of --data."""
    from libcareer.commands.explore.explorer import Explorer
    from libcareer.commands.prompts import prompter

    # What is asked here is what was asked for: the pages stand in the questions.
    Explorer(catalog, prompter(sys.stdout), folder).explore()
