"""The command that reads an advertisement or a resume."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.names import complete_role
from libcareer.commands.options import home_expanded, role_id
from libcareer.commands.pages import page_command
from libcareer.commands.standing import Anyone, addressee

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.reports.page.render import Report

app = typer.Typer()


@app.command("match", epilog="Example: libcareer match advertisement.txt")
@page_command
def match_command(
    catalog: "Catalog",
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
) -> "Report":
    """Read an advertisement or a resume: what it asks or shows, the nearest roles, and what is missing."""
    from libcareer.commands.documents import read_document
    from libcareer.engines.words.documents import DocumentKind, document
    from libcareer.engines.words.match import match
    from libcareer.reports.match import match_report

    if ad and resume:
        raise typer.BadParameter("--ad and --resume contradict each other. Use one of them.")
    read = read_document(file)
    said = DocumentKind.AD if ad else DocumentKind.RESUME if resume else None
    known = said or read.kind
    found = document(read.lines, known, read.titles, told=said is not None)
    id_ = role_id(catalog, role) if role else None
    if found.kind is DocumentKind.RESUME:
        return match_report(match(catalog, found, role=id_), str(file))
    person = addressee(catalog, {}, anyone=anyone, limits={})
    told = person.kept != type(person.kept)()
    answer = match(catalog, found, role=id_, stated=person.stated if told else None, limits=person.limits)
    return person.told(catalog, match_report(answer, str(file)))
