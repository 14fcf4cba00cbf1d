"""The command about the results of a class."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.options import Data, Written, complain, home_expanded, homes_expanded, write
from libcareer.errors import LibcareerError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from libcareer.catalog import Catalog
    from libcareer.engines.quiz.interview import Progress

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
            help="Also write a page for each person to DIR, numbered as the files are.",
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
        _hand_out(catalog, handed_in.results, handouts)
    write(report, format_)
    if handed_in.notes:
        complain("\n".join(handed_in.notes))


def _hand_out(catalog: "Catalog", results: "Mapping[int, Progress]", folder: Path) -> None:
    """Write a page for each of *results*, named by the number of its file; raise LibcareerError if one exists."""
    from libcareer.engines.quiz.interview import quiz_for
    from libcareer.engines.quiz.result import Findings
    from libcareer.knowledge import disk
    from libcareer.reports.classroom import handout_report
    from libcareer.reports.page.formats import Format
    from libcareer.reports.page.render import text
    from libcareer.reports.quiz import quiz_report

    width = len(str(max(results)))
    files = [folder / f"handout-{number:0{width}}.md" for number in results]
    if there := [file for file in files if file.exists()]:
        raise LibcareerError(f"'{there[0]}' exists and is not overwritten. Name an empty folder for the handouts.")
    try:
        disk.make_folder(folder, private=False)
        for file, (number, progress) in zip(files, results.items(), strict=True):
            complete = progress.done or quiz_for(catalog, progress).next(progress.answers) is None
            page = quiz_report(Findings(catalog, progress), complete=complete, in_full=True, again="")
            disk.new_file(file, text(handout_report(page, number), Format.MARKDOWN).encode())
    except OSError as error:
        raise LibcareerError(f"The handouts cannot be written: {error.strerror}.") from None
