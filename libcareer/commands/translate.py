"""The command that tells library work in the words of other sectors, and back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer
from typer._click.exceptions import MissingParameter

from libcareer.commands.names import complete_role, completing, resolve
from libcareer.commands.pages import page_command

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.reports.page.render import Report

app = typer.Typer()

SECTORS = "business, museums, fundraising, health-information, software or government"
"""The sectors of the built-in knowledge, for the help."""

LONGEST_SECTOR = 3
"""The most words of a sector's name at the end of other words."""

ANY = "any"
"""In place of a sector: whichever says it."""


@app.command("translate", epilog="Example: libcareer translate cataloging --to business")
@page_command
def translate_command(
    catalog: "Catalog",
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS]", help="What you did in a library, or what an employer asks for."),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(
            "--to", metavar="SECTOR", help=f"Only in its words: {SECTORS}.", autocompletion=completing("sectors")
        ),
    ] = None,
    from_: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="SECTOR",
            help="The words are an employer's there, or 'any': which library skill is it?",
            autocompletion=completing("sectors"),
        ),
    ] = None,
    role: Annotated[
        str | None,
        typer.Option("--role", metavar="ROLE", help="All duties of this role.", autocompletion=complete_role),
    ] = None,
) -> "Report":
    """Say library work in the words of another sector, as lines for a resume; or an employer's phrase back."""
    from libcareer.engines.words.translation.employers import Way, way

    if from_ and (to or role):
        raise typer.BadParameter("--from takes an employer's phrase alone, without --to and --role.")
    phrase = " ".join(words or ())
    if not (to or from_):
        phrase, to = _sector_at_the_end(catalog, words or ())
    sector = resolve(catalog.sector_names, to, every=True) if to else None
    if role:
        return _role(catalog, f"{role} {phrase}".strip(), sector)
    if not phrase.strip():
        raise MissingParameter(param_hint="'WORDS'", param_type="argument")
    if from_:
        return _back(catalog, phrase, None if from_ == ANY else resolve(catalog.sector_names, from_, every=True))
    taken = Way.TO if to else way(catalog, phrase)
    if taken is Way.FROM:
        return _back(catalog, phrase, None, taken=True)
    if taken is Way.ROLE:
        return _role(catalog, phrase, sector)
    return _there(catalog, phrase, sector)


def _sector_at_the_end(catalog: "Catalog", words: Sequence[str]) -> tuple[str, str | None]:
    """The phrase in *words*, and the sector in them, if any: 'weeding to business' means 'weeding --to business'."""
    for size in range(1, min(LONGEST_SECTOR, len(words) - 2) + 1):
        name = " ".join(words[-size:])
        if words[-size - 1].lower() in ("to", "into") and catalog.sector_names.find(name):
            return " ".join(words[: -size - 1]), name
    return " ".join(words), None


def _there(catalog: "Catalog", phrase: str, sector: str | None) -> "Report":
    """The page of some words of libraries; of an employer's phrase that they are like, if they mean nothing here."""
    from libcareer.engines.words.translation.employers import back_translation
    from libcareer.engines.words.translation.translation import Verdict, translation
    from libcareer.reports.employers import back_report
    from libcareer.reports.translate import translation_report

    found = translation(catalog, phrase, sector)
    if found.verdict is Verdict.NONE and not sector:
        back = back_translation(catalog, phrase)
        if back.verdict is not Verdict.NONE:
            return back_report(back, taken=True)
    return translation_report(found)


def _back(catalog: "Catalog", phrase: str, sector: str | None, *, taken: bool = False) -> "Report":
    from libcareer.engines.words.translation.employers import back_translation
    from libcareer.reports.employers import back_report

    return back_report(back_translation(catalog, phrase, sector), taken=taken)


def _role(catalog: "Catalog", name: str, sector: str | None) -> "Report":
    from libcareer.engines.words.translation.roles import role_translation
    from libcareer.reports.translate import role_translation_report

    role = resolve(catalog.role_names, name, doing="translating")
    return role_translation_report(role_translation(catalog, role, sector))
