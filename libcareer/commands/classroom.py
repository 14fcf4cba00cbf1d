"""The command about the results of a class."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.options import Data, Written, write
from libcareer.errors import LibcareerError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from libcareer.catalog import Catalog
    from libcareer.engines.quiz.interview import Progress

app = typer.Typer()


@app.command("class", epilog="Example: libcareer class results --handouts handouts")
def class_command(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="DIR|FILE...", help="Results as `quiz --format json` writes them, or a folder of them."),
    ],
    handouts: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Also write a page for each person to DIR, numbered in the order of the files."
        ),
    ] = None,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Sum up the nameless results of a class of five or more."""
    from libcareer.catalog import load
    from libcareer.engines.quiz.classroom import class_results, class_summary
    from libcareer.reports.classroom import class_report

    catalog = load(data)
    contents = [_content(path) for path in _files(paths)]
    results, unusable = class_results(catalog, contents)
    problems = [f"File {each.file} of {len(contents)} {each.why}." for each in unusable]
    try:
        found = class_summary(catalog, results.values())
    except LibcareerError as error:
        refusal = f"{error} `libcareer quiz --format json` writes a result."
        raise LibcareerError("\n".join([*problems, refusal])) from None
    if handouts:
        _hand_out(catalog, results, handouts)
    write(class_report(found), format_)
    if problems:
        raise LibcareerError("\n".join([*problems, "The others are counted."]))


def _files(paths: "Sequence[Path]") -> list[Path]:
    """The files among *paths*, and the JSON files in the folders among them, sorted by name."""
    return [file for path in paths for file in (sorted(path.glob("*.json")) if path.is_dir() else [path])]


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None


def _hand_out(catalog: "Catalog", results: "Mapping[int, Progress]", folder: Path) -> None:
    """Write a page for each of *results*, named by the number of its file; raise LibcareerError if one exists."""
    from libcareer.engines.quiz.interview import quiz_for
    from libcareer.engines.quiz.result import result_page
    from libcareer.reports.classroom import handout_report
    from libcareer.reports.page.formats import Format
    from libcareer.reports.page.render import text
    from libcareer.reports.quiz import quiz_report

    width = len(str(max(results)))
    files = [folder / f"handout-{number:0{width}}.md" for number in results]
    if there := [file for file in files if file.exists()]:
        raise LibcareerError(f"'{there[0]}' exists and is not overwritten. Name an empty folder for the handouts.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file, (number, progress) in zip(files, results.items(), strict=True):
            complete = quiz_for(catalog, progress).next(progress.answers) is None
            page = quiz_report(result_page(catalog, progress), progress, complete=complete)
            with file.open("x", encoding="utf-8") as out:
                out.write(text(handout_report(page, number), Format.MARKDOWN))
    except OSError as error:
        raise LibcareerError(f"The handouts cannot be written: {error.strerror}.") from None
