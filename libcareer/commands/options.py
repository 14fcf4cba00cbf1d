"""What commands share: options, completion of names in a shell, look-up of names, and output."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperOption

from libcareer.errors import LibcareerError, SeveralNames, UnknownName
from libcareer.knowledge.enums import Place
from libcareer.reports.page import pager
from libcareer.reports.page.formats import Format
from libcareer.reports.page.output import complain, write
from libcareer.reports.page.text import clean

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.catalog.names import Index

__all__ = [
    "Beyond", "Data", "Details", "Have", "InLibrary", "NoDegree", "NoMasters", "PartTime", "Remote", "RoleName",
    "Start", "Written", "complain", "complete_role", "complete_skill", "held_ids", "home_expanded",
    "homes_expanded", "place_of", "resolve", "role_id", "write",
]  # fmt: skip

# ---------------------------------------------------------------------------- names


def complete_role(incomplete: str) -> Iterator[tuple[str, str]]:
    """Ids of roles that begin with *incomplete*, each with its title."""
    return _completions("roles", incomplete)


def complete_skill(incomplete: str) -> Iterator[tuple[str, str]]:
    """Ids of skills that begin with *incomplete*, each with its title."""
    return _completions("skills", incomplete)


def _completions(kind: str, incomplete: str) -> Iterator[tuple[str, str]]:
    """Ids of a *kind* that begin with *incomplete*, each with its title, from LIBCAREER_DATA if it is set.

    Knowledge that cannot be read offers none: a shell has no place for a message in a half-typed command.
    """
    from libcareer.catalog import load

    folder = os.environ.get("LIBCAREER_DATA")
    with suppress(LibcareerError, OSError):
        for id_, title in load(home_expanded(Path(folder)) if folder else None).titles(kind).items():
            if id_.startswith(incomplete):
                yield id_, clean(title)


def resolve(index: Index, word: str) -> str:
    """The id that *word* names; if that is unclear, a person at a terminal is asked.

    Raises SeveralNames or UnknownName if nobody can be asked or nothing is chosen.
    """
    try:
        return index.one(word)
    except (SeveralNames, UnknownName) as error:
        from libcareer.commands import prompts

        ids = error.ids if isinstance(error, SeveralNames) else error.nearest
        if not ids or not prompts.interactive():
            raise
        question = f"'{word}' can mean:" if isinstance(error, SeveralNames) else f"No '{word}'. Did you mean:"
        picked = prompts.choose(question, [(id_, index.titles[id_]) for id_ in ids])
        if picked is None:
            raise
        return picked


def role_id(catalog: Catalog, word: str) -> str:
    """The id of the role that *word* names; raises what `resolve` raises."""
    return resolve(catalog.role_names, word)


def held_ids(catalog: Catalog, have: list[str]) -> list[str]:
    """Ids of the credentials that the words *have* name: levels of education, or credentials.

    Raises UnknownName for a word that names neither, or several credentials.
    """
    held: list[str] = []
    for word in have:
        levels = catalog.education_names.find(word)
        if len(levels) == 1:
            held += catalog.education[levels[0]].holds
            continue
        credentials = catalog.credential_names.find(word)
        if len(credentials) != 1:
            raise UnknownName("level of education or credential", word, (*catalog.education, *credentials)[:9])
        held += credentials
    return held


# ---------------------------------------------------------------------------- shared options


def home_expanded(path: Path | None) -> Path | None:
    """*path* with `~` at its beginning expanded, as a callback of options; a shell leaves `--data=~/x` as it is.

    Raises LibcareerError if no such home folder is known.
    """
    from libcareer.knowledge.homes import expanded

    return expanded(path) if path else path


def homes_expanded(paths: list[Path] | None) -> list[Path] | None:
    """Each of *paths* expanded as `home_expanded` does it."""
    from libcareer.knowledge.homes import expanded

    return [expanded(path) for path in paths] if paths else paths


Data = Annotated[
    Path | None,
    typer.Option(
        "--data",
        envvar="LIBCAREER_DATA",
        metavar="DIR",
        callback=home_expanded,
        help="Folder of knowledge files that adds to the built-in ones, or replaces them.",
    ),
]
Written = Annotated[
    Format | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="screen, plain, markdown, json or csv. Default: screen on a terminal, plain in a pipe.",
    ),
]
RoleName = Annotated[str, typer.Argument(metavar="ROLE", help="Its id or any title.", autocompletion=complete_role)]
Start = Annotated[
    str | None, typer.Option("--from", metavar="ROLE", help="The role you are in.", autocompletion=complete_role)
]
Have = Annotated[
    list[str] | None,
    typer.Option("--have", metavar="EDUCATION", help="What you hold already; may repeat. Default: secondary."),
]
NoMasters = Annotated[bool, typer.Option("--no-masters", help="Typically open without a master's.")]
NoDegree = Annotated[bool, typer.Option("--no-degree", help="Typically open without a degree.")]
PartTime = Annotated[bool, typer.Option("--part-time", help="With many part-time posts.")]
Remote = Annotated[bool, typer.Option("--remote", help="With remote posts.")]
Beyond = Annotated[bool, typer.Option("--beyond", help="Outside libraries or at their edge.")]
IgnoreLimits = Annotated[
    bool, typer.Option("--ignore-limits", help="Also show the roles that your practical limits rule out.")
]
Details = Annotated[bool, typer.Option("--details", help="All reasons, how sure they are, and what decided it.")]
NO_PAGER = "--no-pager"


def no_pager() -> TyperOption:
    """The option with which an answer longer than the terminal is written at once; every command has it."""

    def heed(ctx: typer.Context, parameter: object, given: bool) -> None:
        if given:
            pager.turn_off()

    words = "Write a long answer at once, and not in $LIBCAREER_PAGER, $PAGER or less."
    return TyperOption(param_decls=[NO_PAGER], is_flag=True, expose_value=False, callback=heed, help=words)


InLibrary = Annotated[bool, typer.Option("--library", help="In libraries or at their edge.")]


def place_of(*, beyond: bool, library: bool) -> Place | None:
    """The place that --beyond or --library asks for; raises BadParameter for both together."""
    if beyond and library:
        raise typer.BadParameter("--beyond and --library together leave nothing out. Use one of them.")
    return Place.BEYOND if beyond else Place.LIBRARY if library else None
