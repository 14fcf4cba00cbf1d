"""Names of records as people type them: completed in a shell, looked up, and asked for where one is missing."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer
from typer._click.exceptions import MissingParameter

from libcareer.errors import LibcareerError, SeveralMeanings, SeveralNames, UnknownName, short
from libcareer.reports.page.output import complain
from libcareer.reports.page.text import clean

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.catalog.names import Index
    from libcareer.engines.pay.countries import Whereabouts

Completions = Iterator[tuple[str, str]]
"""Words that a shell offers, each with a title."""

# ---------------------------------------------------------------------------- completion


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


complete_role = completing("roles")
complete_skill = completing("skills")

# ---------------------------------------------------------------------------- look-up


def resolve(
    index: "Index", word: str, *, doing: str = "taking", every: bool = False, catalog: "Catalog | None" = None
) -> str:
    """The id that *word* names. A name with a slip in it is told, in words such as "showing Archivist".

    With *catalog*, words that no role has as a name are read as the title of a post. If it is unclear which is
    meant, a person at a terminal is asked. Raises SeveralNames or UnknownName if nobody can be asked or nothing
    is chosen; with *every*, UnknownName lists all ids of the kind.
    """
    try:
        return index.one(word)
    except (SeveralNames, UnknownName) as unclear:
        error = unclear
        close = index.close(word) if isinstance(error, UnknownName) else None
        if isinstance(error, UnknownName) and not close and catalog:
            close, error = _meant(catalog, error)
        id_ = _told(index, word, close, doing) if close else _chosen(index, error)
        if id_ is not None:
            return id_
        if every and isinstance(error, UnknownName):
            raise UnknownName(index.kind, word, error.nearest, tuple(index.titles)) from None
        raise error from None


def _meant(catalog: "Catalog", error: UnknownName) -> tuple[str | None, UnknownName | SeveralNames]:
    """The role that the unknown name means as the title of a post; else the error, with the roles it may mean."""
    from libcareer.engines.words.titles.title import title
    from libcareer.engines.words.titles.verdict import Verdict

    answer = title(catalog, error.word)
    ids = [role.id for role in answer.roles]
    if answer.verdict is Verdict.NONE:
        return None, error
    if answer.verdict is Verdict.ONE:
        return ids[0], error
    if len(ids) == 1:
        return None, UnknownName(error.kind, error.word, ids)
    return None, SeveralMeanings(error.kind, error.word, ids)


def named(index: "Index", words: Sequence[str], catalog: "Catalog | None" = None) -> str:
    """The id that the *words* of a command name together; takes and raises what `resolve` does."""
    name = " ".join(words)
    several = index.readings(words) if len(words) > 1 else []
    try:
        return resolve(index, name, doing="showing", catalog=None if several else catalog)
    except UnknownName:
        if several:
            raise UnknownName(index.kind, name, several[0]) from None
        raise


def named_or_within(index: "Index", words: Sequence[str] | None) -> tuple[str, ...]:
    """The ids that the *words* of a command name together or are words of; none for no words.

    Raises UnknownName if there are none.
    """
    if not words:
        return ()
    name = " ".join(words)
    try:
        return index.all(name)
    except UnknownName:
        close = index.close(name)
        if close is None:
            raise
        return (_told(index, name, close, "showing"),)


def _told(index: "Index", word: str, close: str, doing: str) -> str:
    title = index.titles[close]
    complain(f"No '{short(word, 80)}'; {doing} {title}{'' if title.endswith('?') else '.'}")
    return close


def _chosen(index: "Index", error: SeveralNames | UnknownName) -> str | None:
    """The id that a person at a terminal chooses among those that may be meant; None if nobody does."""
    from libcareer.commands import prompts

    several = isinstance(error, SeveralNames)
    ids = error.ids if isinstance(error, SeveralNames) else error.nearest
    if not ids or not prompts.interactive():
        return None
    question = f"'{error.word}' can mean:" if several else f"No '{error.word}'. Did you mean:"
    return prompts.choose(question, [(id_, index.titles[id_]) for id_ in ids])


# ---------------------------------------------------------------------------- countries


def country_of(catalog: "Catalog", words: str) -> "Whereabouts":
    """The country that the *words* of an option name, as such or by a region of it; raises what `resolve` raises."""
    from libcareer.engines.pay.countries import country_named, whereabouts

    word = words
    try:
        found = country_named(catalog, words)
    except SeveralNames as several:
        found, word = None, several.word
    return found or whereabouts(catalog, resolve(catalog.country_names, word, doing="taking", every=True), word)


# ---------------------------------------------------------------------------- roles


def role_id(catalog: "Catalog", word: str) -> str:
    """The id of the role that the *word* of an option names; raises what `resolve` raises."""
    return resolve(catalog.role_names, word, catalog=catalog)


def named_role(catalog: "Catalog", words: Sequence[str] | None, missing: str = "ROLE") -> str:
    """The id of the role that the *words* of a command name; without any, a person at a terminal picks one.

    Raises what `resolve` raises, and MissingParameter for the argument called *missing* if none is picked.
    """
    return named(catalog.role_names, words, catalog) if words else picked_role(catalog, "Which role?", missing)


def picked_role(catalog: "Catalog", question: str, missing: str) -> str:
    """The id of the role that a person picks at a terminal; raises MissingParameter if none is picked."""
    from libcareer.commands import prompts

    if prompts.interactive():
        titles = sorted(catalog.titles("roles").items(), key=lambda pair: pair[1])
        if id_ := prompts.pick(question, titles):
            return id_
    raise MissingParameter(param_hint=f"'{missing}'", param_type="argument")
