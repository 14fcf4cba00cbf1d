"""What commands take: the options they share, names completed in a shell, and names looked up."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from libcareer.characters import clean
from libcareer.errors import LibcareerError, SeveralNames, UnknownName
from libcareer.render import Format

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.names import Index

# ---------------------------------------------------------------------------- names


def complete_role(incomplete: str) -> Iterator[tuple[str, str]]:
    """Ids of roles that begin so, each with its title, for a shell to offer."""
    return _offered(lambda catalog: catalog.cards, incomplete)


def complete_skill(incomplete: str) -> Iterator[tuple[str, str]]:
    """Ids of skills that begin so, each with its title, for a shell to offer."""
    return _offered(lambda catalog: catalog.skills, incomplete)


def _offered(records: Callable[[Catalog], Mapping[str, Any]], incomplete: str) -> Iterator[tuple[str, str]]:
    """Ids that begin so with their titles, from the folder that a person has set for all commands, if it can be read.

    In the middle of a command line there is no place to tell a problem.
    """
    from libcareer.catalog import load

    folder = os.environ.get("LIBCAREER_DATA")
    with suppress(LibcareerError, OSError):
        for id_, record in records(load(Path(folder) if folder else None)).items():
            if id_.startswith(incomplete):
                yield id_, clean(record.title)


def resolve(index: Index, word: str, titles: Any) -> str:
    """The id that *word* names; where it is unclear a person at a terminal is asked."""
    try:
        return index.one(word)
    except (SeveralNames, UnknownName) as error:
        from libcareer import prompts

        ids = error.ids if isinstance(error, SeveralNames) else error.nearest
        if not ids or not prompts.interactive():
            raise
        question = f"'{word}' can mean:" if isinstance(error, SeveralNames) else f"No '{word}'. Did you mean:"
        picked = prompts.choose(question, [(id_, titles[id_].title) for id_ in ids])
        if picked is None:
            raise
        return picked


def role_id(catalog: Catalog, word: str) -> str:
    """The id of the role that *word* names."""
    return resolve(catalog.role_names, word, catalog.cards)


def held_ids(catalog: Catalog, have: list[str]) -> list[str]:
    """Credential ids for what a person has: levels of education, or credentials by name."""
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

Data = Annotated[
    Path | None,
    typer.Option(
        "--data",
        envvar="LIBCAREER_DATA",
        metavar="DIR",
        help="Folder of knowledge files that adds to the built-in ones, or replaces them.",
    ),
]
Written = Annotated[
    Format | None,
    typer.Option("--format", help="Default: screen on a terminal, plain in a pipe."),
]
RoleName = Annotated[str, typer.Argument(metavar="ROLE", help="Its id or any title.", autocompletion=complete_role)]
