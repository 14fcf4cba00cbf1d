"""The command that draws a map of careers."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.names import completing
from libcareer.commands.options import RoleName
from libcareer.commands.pages import page_command
from libcareer.commands.patron import Patron
from libcareer.commands.standing import Posts
from libcareer.commands.where import Anyone, Where

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.reports.page.render import Report

app = typer.Typer()


@app.command("map", epilog="Example: libcareer map library-technician")
@page_command
def map_command(
    catalog: "Catalog",
    role: RoleName = None,
    posts: Posts = None,
    cluster: Annotated[
        str | None,
        typer.Option(metavar="CLUSTER", help="All of a cluster by level.", autocompletion=completing("clusters")),
    ] = None,
    where: Where = None,
    anyone: Anyone = False,
    svg: Annotated[bool, typer.Option("--svg", help="Only the picture, as SVG.")] = False,
) -> "Report":
    """Draw the roles around one as places and the moves between them as roads: how usual, how long, what they pay."""
    from libcareer.inquiries.choosing import map_answer
    from libcareer.inquiries.standing import StandingWords

    standing = StandingWords(posts, where=where)
    report = map_answer(Patron(catalog, anyone=anyone), role or (), standing, cluster=cluster).report
    if svg:
        from libcareer.reports.page.html.document import map_picture

        sys.stdout.write(map_picture(report.blocks))
        raise typer.Exit
    return report
