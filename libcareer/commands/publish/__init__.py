"""The command that writes the whole guide as a static site."""

from pathlib import Path
from typing import Annotated

import typer

from libcareer.commands.options import Data, Written, home_expanded, write

app = typer.Typer()


@app.command("publish", epilog="Example: libcareer publish guide")
def publish_command(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="FOLDER",
            callback=home_expanded,
            help="Where the site goes: a new or empty folder, or one that this command wrote before.",
        ),
    ],
    name: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="What the site is called. Default: Careers in, and the field."),
    ] = None,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Write everything as a static site that a library can host: pages, maps, and a look-up by any title.

    It needs no server and loads nothing from elsewhere; the quiz stays in the terminal. A folder that was published
    before is replaced whole.
    """
    from libcareer.commands.knowledge import opened
    from libcareer.commands.publish.folder import put_in_place
    from libcareer.commands.publish.site import site_files
    from libcareer.reports.publish import Published, publish_report

    catalog = opened(data)
    called = name or f"Careers in {catalog.pack.title}"
    count = put_in_place(folder, site_files(catalog, called))
    write(publish_report(Published(called, str(folder), count)), format_)
