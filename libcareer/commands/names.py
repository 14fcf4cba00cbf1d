"""Names of records as a shell completes them."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import typer

from libcareer.errors import LibcareerError
from libcareer.reports.page.text import clean

Completions = Iterator[tuple[str, str]]
"""Words that a shell offers, each with a title."""


def completing(*kinds: str) -> Callable[[str], Completions]:
    """The completion of an option: ids of records of these *kinds*."""

    def complete(incomplete: str) -> Completions:
        return (pair for pair in titled(*kinds) if pair[0].startswith(incomplete))

    return complete


def continuing(*kinds: str) -> Callable[[typer.Context, str], Completions]:
    """The completion of the name that a command takes: ids of these *kinds*, or what is left after the words before."""

    def complete(ctx: typer.Context, incomplete: str) -> Completions:
        before = "".join(f"{word}-" for word in words_before(ctx)).lower()
        for id_, title in titled(*kinds):
            if id_.startswith(before + incomplete):
                yield id_.removeprefix(before), title

    return complete


def words_before(ctx: typer.Context) -> Sequence[str]:
    """The words that a command has got as its arguments, options aside."""
    arguments: list[Any] = [one for one in ctx.command.params if one.param_type_name == "argument"]
    return [word for one in arguments for word in ctx.params.get(one.name) or ()]


def titled(*kinds: str) -> Completions:
    """The ids of records of these *kinds*, each with its title, from LIBCAREER_DATA if it is set.

    Knowledge that cannot be read has none: a shell has no place for a message in a half-typed command.
    """
    from libcareer.catalog import load
    from libcareer.knowledge.homes import expanded

    folder = os.environ.get("LIBCAREER_DATA")
    with suppress(LibcareerError, OSError):
        catalog = load(expanded(Path(folder)) if folder else None)
        titles = {id_: title for kind in kinds for id_, title in catalog.titles(kind).items()}
        yield from ((id_, clean(title)) for id_, title in titles.items())


def complete_place(incomplete: str) -> Completions:
    """The places whose pay is known and whose id begins with *incomplete*, each with its name."""
    from libcareer.catalog import load
    from libcareer.knowledge.homes import expanded

    folder = os.environ.get("LIBCAREER_DATA")
    with suppress(LibcareerError, OSError):
        tables = load(expanded(Path(folder)) if folder else None).pay_tables
        if tables:
            yield from ((id_, row.name) for id_, row in tables.places.items() if id_.startswith(incomplete.lower()))


complete_role = completing("roles")
complete_skill = completing("skills")
