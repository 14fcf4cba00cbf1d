"""The command about the results of a class."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.options import Data, Written, complain, home_expanded, homes_expanded, write
from libcareer.errors import LibcareerError
from libcareer.reports.page.formats import Format

if TYPE_CHECKING:
    from collections.abc import Mapping

    from libcareer.catalog import Catalog
    from libcareer.engines.quiz.interview import Progress
    from libcareer.reports.page.render import Report

app = typer.Typer()


@app.command("class", epilog="Example: libcareer class results --handouts handouts")
def class_command(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="DIR|FILE...",
            callback=homes_expanded,
            help="Results as `quiz --format json` writes them, a folder or zip of them, or a table of scores.",
        ),
    ],
    handouts: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            callback=home_expanded,
            help="Also write to DIR a page for each person, numbered as the files are, and one for the wall.",
        ),
    ] = None,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Sum up the nameless results of a class of five or more."""
    from libcareer.commands.knowledge import opened
    from libcareer.inquiries.classroom import class_answer, class_handed_in

    catalog = opened(data)
    handed_in = class_handed_in(catalog, paths)
    report = class_answer(catalog, handed_in).report
    if handouts:
        printed = Format.HTML if format_ is Format.HTML else Format.MARKDOWN
        _hand_out(catalog, handed_in.results, report, handouts, printed)
    write(report, format_)
    if handed_in.notes:
        complain("\n".join(handed_in.notes))


def _hand_out(
    catalog: "Catalog", results: "Mapping[int, Progress]", wall: "Report", folder: Path, format_: Format
) -> None:
    """Write a page for each of *results*, named by the number of its file, and the *wall* page.

    Raises LibcareerError if one of the files exists or cannot be written.
    """
    from datetime import date

    from libcareer.engines.quiz.result import Findings
    from libcareer.inquiries.dossier import dossier_answer
    from libcareer.knowledge import disk
    from libcareer.reports.classroom import handout_report
    from libcareer.reports.page.render import text

    width, ending = len(str(max(results))), "html" if format_ is Format.HTML else "md"
    named = {number: folder / f"handout-{number:0{width}}.{ending}" for number in results}
    files = [*named.values(), folder / f"wall.{ending}"]
    if there := [file for file in files if file.exists()]:
        raise LibcareerError(f"'{there[0]}' exists and is not overwritten. Name an empty folder for the handouts.")
    try:
        disk.make_folder(folder, private=False)
        for number, progress in results.items():
            page = dossier_answer(catalog, date.today(), findings=Findings(catalog, progress)).report
            disk.new_file(named[number], text(handout_report(page, number), format_).encode())
        disk.new_file(files[-1], text(wall, format_).encode())
    except OSError as error:
        raise LibcareerError(f"The handouts cannot be written: {error.strerror}.") from None
