"""Names of records as people type them, looked up."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from libcareer.errors import SeveralMeanings, SeveralNames, UnknownName, WrongUsage
from libcareer.knowledge.enums import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libcareer.catalog import Catalog
    from libcareer.catalog.names import Index
    from libcareer.engines.pay.countries import Whereabouts
    from libcareer.inquiries.inquirer import Inquirer

Choice = TypeVar("Choice", bound=StrEnum)

NEAREST = 3
"""How many nearest names an error offers."""


def resolve(
    inquirer: Inquirer, index: Index, word: str, *, doing: str = "taking", every: bool = False, title: bool = False
) -> str:
    """The id that *word* names; the *inquirer* decides whether a misspelled name is taken.

    *doing* says what it is taken for, such as "showing". With *title*, words that no role has as a name are read as
    the title of a post. If it is unclear which is meant, the inquirer is asked. Raises SeveralNames or UnknownName
    if nobody can be asked or nothing is chosen; with *every*, UnknownName lists all ids of the kind.
    """
    try:
        return index.one(word)
    except (SeveralNames, UnknownName) as unclear:
        error = unclear
    id_ = None
    if isinstance(error, UnknownName):
        if close := index.close(word):
            id_ = inquirer.misspelled(index, word, close, doing)
            error = UnknownName(index.kind, word, tuple(dict.fromkeys((close, *error.nearest)))[:NEAREST])
        elif title:
            meant, error = _meant(inquirer.catalog, error)
            id_ = meant and inquirer.read_as_title(index, word, meant, doing)
    id_ = id_ or inquirer.chosen(index, error)
    if id_:
        return id_
    if every and isinstance(error, UnknownName):
        raise UnknownName(index.kind, word, error.nearest, tuple(index.titles))
    raise error


def _meant(catalog: Catalog, error: UnknownName) -> tuple[str | None, UnknownName | SeveralNames]:
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


def named(inquirer: Inquirer, index: Index, words: Sequence[str], *, title: bool = False) -> str:
    """The id that *words* name together; takes and raises what `resolve` does."""
    name = " ".join(words)
    several = index.readings(words) if len(words) > 1 else []
    try:
        return resolve(inquirer, index, name, doing="showing", title=title and not several)
    except UnknownName:
        if several:
            raise UnknownName(index.kind, name, several[0]) from None
        raise


def named_or_within(inquirer: Inquirer, index: Index, words: Sequence[str]) -> tuple[str, ...]:
    """The ids that *words* name together or are words of; none for no words.

    Raises UnknownName if there are none.
    """
    if not words:
        return ()
    name = " ".join(words)
    try:
        return index.all(name)
    except UnknownName:
        close = index.close(name)
        id_ = inquirer.misspelled(index, name, close, "showing") if close else None
        if id_ is None:
            raise
        return (id_,)


# ---------------------------------------------------------------------------- roles


def role_id(inquirer: Inquirer, word: str) -> str:
    """The id of the role that *word* names; raises what `resolve` raises."""
    return resolve(inquirer, inquirer.catalog.role_names, word, title=True)


def named_role(inquirer: Inquirer, words: Sequence[str], missing: str = "ROLE") -> str:
    """The id of the role that *words* name together; without any, the inquirer picks one.

    Raises what `resolve` raises, and what the inquirer raises who picks none; *missing* is the name of the argument.
    """
    if not words:
        return inquirer.picked_role("Which role?", missing)
    return named(inquirer, inquirer.catalog.role_names, words, title=True)


# ---------------------------------------------------------------------------- countries


def country_of(inquirer: Inquirer, words: str) -> Whereabouts:
    """The country that *words* name, as such or by a region of it; raises what `resolve` raises."""
    from libcareer.engines.pay.countries import country_named, whereabouts

    catalog, word = inquirer.catalog, words
    try:
        found = country_named(catalog, words)
    except SeveralNames as several:
        found, word = None, several.word
    return found or whereabouts(catalog, resolve(inquirer, catalog.country_names, word, every=True), word)


# ---------------------------------------------------------------------------- words to choose from


def choice(kind: str, word: str, every: type[Choice]) -> Choice:
    """The one of *every* choice of a *kind* that *word* is; raises UnknownName, which lists them, for another word."""
    try:
        return every(word)
    except ValueError:
        raise UnknownName(kind, word, (), tuple(every)) from None


def inside_or_beyond(*, inside: bool, beyond: bool) -> Place | None:
    """The place that --inside or --beyond asks for; raises WrongUsage for both together."""
    if beyond and inside:
        raise WrongUsage("--beyond and --inside together leave nothing out. Use one of them.")
    return Place.BEYOND if beyond else Place.INSIDE if inside else None
