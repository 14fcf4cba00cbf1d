"""The command that reads an advertisement or a resume."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.names import complete_role
from libcareer.commands.options import Data, Written, home_expanded, role_id, write
from libcareer.commands.standing import addressee
from libcareer.commands.where import Anyone

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.engines.words.documents.document import Document
    from libcareer.reports.page.render import Report

app = typer.Typer()


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
    ad: Annotated[bool, typer.Option("--ad", help="It is an advertisement, whatever it looks like.")] = False,
    resume: Annotated[bool, typer.Option("--resume", help="It is a resume, whatever it looks like.")] = False,
    anyone: Anyone = False,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Read an advertisement or a resume: what it asks or shows, the nearest roles, and what is missing."""
    from libcareer.commands.documents import read_document
    from libcareer.commands.knowledge import opened
    from libcareer.engines.words.documents.document import DocumentKind, document

    if ad and resume:
        raise typer.BadParameter("--ad and --resume contradict each other. Use one of them.")
    catalog = opened(data)
    id_ = role_id(catalog, role) if role else None
    read = read_document(file)
    said = DocumentKind.AD if ad else DocumentKind.RESUME if resume else None
    found = document(catalog, read.lines, said or read.kind, read.titles, told=said is not None)
    report = _report(catalog, found, id_, str(file), anyone=anyone)
    write(report, format_)
    if not report.found:
        raise typer.Exit(1)


def _report(catalog: "Catalog", found: "Document", role: str | None, file: str, *, anyone: bool) -> "Report":
    """What was *found* in a *file*; an advertisement also as it sits with what the person told."""
    from libcareer.engines.paths.circumstances import NOTHING_TOLD
    from libcareer.engines.words.documents.document import DocumentKind
    from libcareer.engines.words.documents.match import match
    from libcareer.reports.match import match_report

    if found.kind is DocumentKind.RESUME:
        return match_report(match(catalog, found, role=role), file)
    person = addressee(catalog, {}, anyone=anyone, limits={})
    stated = person.stated if person.kept != NOTHING_TOLD else None
    answer = match(catalog, found, role=role, stated=stated, limits=person.limits)
    return person.told(catalog, match_report(answer, file))
