"""The command that checks knowledge files."""

from pathlib import Path
from typing import Annotated

import typer

from libcareer.commands.options import Data, Written, write

app = typer.Typer()


@app.command(epilog="Example: libcareer check my-knowledge")
def check(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH]...", help="Folders or files; default: the built-in ones.")
    ] = None,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Check knowledge files and say every problem with its file, line and column."""
    from libcareer.knowledge.checks import check as look
    from libcareer.reports import roles as report_roles

    found, files = look(paths or ([data] if data else []))
    write(report_roles.problems(found, files), format_)
    if found:
        raise typer.Exit(1)
