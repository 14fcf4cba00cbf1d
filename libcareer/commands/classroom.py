"""The command about a class."""

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
def class_(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="DIR|FILE...", help="Results as `quiz --format json` writes them, or a folder of them."),
    ],
    handouts: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Also write a page a person there, numbered in the order of the files."),
    ] = None,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Sum up the nameless results of a class of five or more."""
    from libcareer.catalog import load
    from libcareer.engines.quiz import classroom
    from libcareer.reports import classroom as report_class

    catalog = load(data)
    contents = [_content(path) for path in _files(paths)]
    results, unfit = classroom.people(catalog, contents)
    problems = [f"File {each.file} of {len(contents)} {each.why}." for each in unfit]
    try:
        found = classroom.summary(catalog, results.values())
    except LibcareerError as error:
        raise LibcareerError("\n".join([*problems, str(error)])) from None
    if handouts:
        _hand_out(catalog, results, handouts)
    write(report_class.summary(found), format_)
    if problems:
        raise LibcareerError("\n".join([*problems, "The others are counted."]))


def _files(paths: "Sequence[Path]") -> list[Path]:
    """The files meant by *paths*: those named, and the JSON files in those that are folders, by name."""
    return [file for path in paths for file in (sorted(path.glob("*.json")) if path.is_dir() else [path])]


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None


def _hand_out(catalog: "Catalog", results: "Mapping[int, Progress]", folder: Path) -> None:
    """Write a page for each of *results*, by the number of its file; what is there already is never overwritten."""
    from libcareer.engines.quiz.interview import quiz_for
    from libcareer.engines.quiz.result import page
    from libcareer.reports import classroom as report_class
    from libcareer.reports import quiz as report_quiz
    from libcareer.reports.page.formats import Format
    from libcareer.reports.page.render import text

    width = len(str(max(results)))
    files = [folder / f"handout-{number:0{width}}.md" for number in results]
    if there := [file for file in files if file.exists()]:
        raise LibcareerError(f"'{there[0]}' is there already and stays. Name an empty folder for the handouts.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file, (number, progress) in zip(files, results.items(), strict=True):
            complete = quiz_for(catalog, progress).next(progress.answers) is None
            report = report_quiz.outcome(page(catalog, progress), progress, complete=complete)
            with file.open("x", encoding="utf-8") as out:
                out.write(text(report_class.handout(report, number), Format.MARKDOWN))
    except OSError as error:
        raise LibcareerError(f"The handouts cannot be written: {error.strerror}.") from None
