"""The command that checks knowledge files."""

from pathlib import Path
from typing import Annotated

import typer

from libcareer.commands.options import Data, Written, homes_expanded, write

app = typer.Typer()


@app.command("check", epilog="Example: libcareer check my-knowledge")
def check_command(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...", callback=homes_expanded, help="Folders or files; default: the built-in ones."
        ),
    ] = None,
    ready: Annotated[
        bool, typer.Option("--ready", help="Also say what a record still needs before it is ready to be used.")
    ] = False,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Check knowledge files and list every problem with its file, line and column."""
    from datetime import date

    from libcareer.knowledge.checks import check
    from libcareer.reports.check import check_report

    if ready:
        from libcareer.commands.trials import trials

    found = check(paths or ([data] if data else []), date.today(), ready=ready, trials=[trials] if ready else [])
    write(check_report(found), format_)
    if found.problems:
        raise typer.Exit(1)
