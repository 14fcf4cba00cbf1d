"""The command that reads an advertisement or a resume."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.names import complete_role
from libcareer.commands.options import Data, Written, complain, home_expanded, write
from libcareer.commands.patron import Patron
from libcareer.commands.where import Anyone

if TYPE_CHECKING:
    from libcareer.inquiries.documents.file import Read

app = typer.Typer()

STDIN = "-"
"""The name that stands for standard input."""


@app.command("match", epilog="Example: libcareer match advertisement.txt")
def match_command(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="Text, Markdown, HTML, JSON Resume, PDF or DOCX; - for standard input.",
            callback=home_expanded,
        ),
    ],
    role: Annotated[
        str | None,
        typer.Option("--role", metavar="ROLE", help="One role to hold against it.", autocompletion=complete_role),
    ] = None,
    ad: Annotated[bool, typer.Option("--ad", help="It is an ad, whatever it looks like.")] = False,
    resume: Annotated[bool, typer.Option("--resume", help="It is a resume, whatever it looks like.")] = False,
    anyone: Anyone = False,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Read an ad or a resume: what it asks or shows, the nearest roles, and what is missing."""
    from libcareer.commands.knowledge import opened
    from libcareer.inquiries.match import match_answer

    patron = Patron(opened(data), anyone=anyone)
    report = match_answer(patron, lambda: _read(file), str(file), role=role, ad=ad, resume=resume).report
    write(report, format_)
    if not report.found:
        raise typer.Exit(1)


def _read(file: Path) -> "Read":
    """The document in *file*, or on standard input; raises LibcareerError if there is none."""
    from libcareer.inquiries.documents.file import LARGEST_FILE, document_in, read_document

    if str(file) != STDIN:
        return read_document(file)
    if sys.stdin.isatty():
        complain("Paste the text, then end it with Ctrl-D (on Windows Ctrl-Z and Enter).")
    return document_in(sys.stdin.buffer.read(LARGEST_FILE + 1), "standard input")
