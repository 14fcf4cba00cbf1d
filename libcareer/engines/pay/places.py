"""Places whose pay is known, by name: the nation, its states, and the areas around towns and between them.

Places come from the release of pay by the US Bureau of Labor Statistics. Where pay in another country is known, it
has a source of its own; `ABROAD` has the countries that people ask about and what becomes of the question.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.catalog.names import LONGEST_NAME, Index
from libcareer.errors import LibcareerError, UnknownName, either, short
from libcareer.knowledge.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from libcareer.catalog import Catalog
    from libcareer.catalog.pay_tables import PayTables

NATION = "united-states"
"""The id of the United States among the places."""

MOST_NEAR = 3
"""How many places near in spelling are named."""


MOST_COMPARED = 50
"""How many of the places near in spelling are looked at, to find those in the right state."""


class PlaceKind(StrEnum):
    """What a place is: an area is one or more counties around a town, or those of a state that have no large one."""

    AREA = "area"
    STATE = "state"
    NATION = "nation"
    COUNTRY = "country"


class Place(Struct, frozen=True):
    """A place whose pay is asked for; *states* are the ids of those that an area lies in, the main one first."""

    id: str
    name: str
    kind: PlaceKind
    states: tuple[str, ...] = ()


class UnknownPlace(UnknownName):
    """A *word* that names no place; *near* are the ids of places with similar names, *state* the state in the word."""

    def __init__(self, word: str, near: Iterable[str], state: Place | None) -> None:
        near = tuple(near)
        super().__init__("place", word, (*near, *([state.id] if state else [])))
        said = f"No pay is known for a place called '{short(word, 80)}'."
        if near:
            said += f" Near in spelling: {either(near)}."
        if state:
            said += f" Its state, {state.name}, is '{state.id}'."
        elif not near:
            said += " Name a state, or the largest town nearby with its state, such as 'Columbus, OH'."
        self.args = (said,)


ABROAD: Mapping[str, tuple[str, ...]] = {
    "Canada": (
        "canada", "ontario", "quebec", "british columbia", "alberta", "manitoba", "saskatchewan", "nova scotia",
        "new brunswick", "newfoundland", "prince edward island", "yukon", "nunavut", "northwest territories",
    ),
    "the United Kingdom": (
        "uk", "united kingdom", "great britain", "britain", "england", "scotland", "wales", "northern ireland",
    ),
    "Australia": (
        "australia", "new south wales", "queensland", "south australia", "tasmania", "western australia",
        "northern territory", "australian capital territory",
    ),
}  # fmt: skip
"""Countries whose pay is not known here, and the words that name them or a part of them."""


class PlaceNames(Index):
    """The names of places: those of the Bureau, towns of an area with and without the state, postal codes."""

    def __init__(self, tables: PayTables) -> None:
        titles = {id_: row.name for id_, row in tables.places.items()}
        super().__init__("place", titles, lambda: tables.place_names)
        self._tables = tables

    def place(self, id_: str) -> Place:
        """The place *id_*."""
        return _place(self._tables, id_)

    def find(self, word: str) -> tuple[str, ...]:
        """The ids of the places that *word* names as a whole: a comma in it divides nothing, as it does elsewhere."""
        if word in self.titles:
            return (word,)
        return tuple(self.ids.get(fold(_bare(word)), ())) if len(word) <= LONGEST_NAME else ()

    def close(self, word: str) -> str | None:
        """The one place whose name *word* misspells or cuts short; a state in the word is never taken for another."""
        near = super().close(_bare(word))
        return near if near is not None and self._fits(near, word) else None

    def nearest(self, word: str, count: int = MOST_NEAR) -> tuple[str, ...]:
        """Up to *count* ids of places with names like *word*, those in its state first."""
        town = self._town(word)
        near = [id_ for id_ in super().nearest(town, MOST_COMPARED) if self._tables.places[id_].kind == PlaceKind.AREA]
        return tuple(sorted(near, key=lambda id_: not self._fits(id_, word))[:count])

    def one(self, word: str) -> str:
        """The one id that *word* names.

        Raises SeveralNames if it names several places, UnknownPlace with those near in spelling and the state that
        the word names, and LibcareerError for another country.
        """
        _refuse_abroad(word)
        try:
            return super().one(word)
        except UnknownName:
            state = self.state(word)
            raise UnknownPlace(word, self.nearest(word), state) from None

    def state(self, word: str) -> Place | None:
        """The state that the end of *word* names; None if it names none."""
        id_ = self._split(word)[1]
        return self.place(id_) if id_ else None

    def _town(self, word: str) -> str:
        return self._split(word)[0] or word

    def _split(self, word: str) -> tuple[str, str | None]:
        """The words of *word* before the state at its end, and the id of that state."""
        words = re.findall(r"[^\s,]+", _bare(word[:LONGEST_NAME]))
        for start in range(max(0, len(words) - 3), len(words)):
            for id_ in self.ids.get(fold(" ".join(words[start:])), ()):
                if self._tables.places[id_].kind == PlaceKind.STATE:
                    return " ".join(words[:start]), id_
        return " ".join(words), None

    def _fits(self, id_: str, word: str) -> bool:
        """Whether the place lies in the state that *word* names, if it names one."""
        state = self._split(word)[1]
        return state is None or state == id_ or state in self._tables.places[id_].states


def _bare(word: str) -> str:
    """*word* without the points of abbreviations, as in D.C. and St. Louis."""
    return word.replace(".", "")


def place_names(catalog: Catalog) -> PlaceNames:
    """The names of the places whose pay *catalog* knows; raises LibcareerError if it has no pay by place."""
    if catalog.pay_tables is None:
        raise LibcareerError("This knowledge stands alone and has no pay by place.")
    return PlaceNames(catalog.pay_tables)


def place(catalog: Catalog, id_: str) -> Place | None:
    """The place *id_*; None if *catalog* does not know it."""
    tables = catalog.pay_tables
    return _place(tables, id_) if tables and id_ in tables.places else None


def place_named(catalog: Catalog, word: str) -> Place:
    """The place that *word* names.

    Raises SeveralNames if there are several, UnknownPlace if there is none, and LibcareerError for another country
    or if the knowledge has no pay by place.
    """
    names = place_names(catalog)
    return names.place(names.one(word))


def wider(catalog: Catalog, here: Place) -> tuple[Place, ...]:
    """The places around *here*, nearest first: the main state of an area, then the nation."""
    ids = (*here.states[:1], *([NATION] if here.kind is not PlaceKind.NATION else []))
    return tuple(found for id_ in ids if (found := place(catalog, id_)))


def _place(tables: PayTables, id_: str) -> Place:
    row = tables.places[id_]
    return Place(id_, row.name, PlaceKind(row.kind), row.states)


def _refuse_abroad(word: str) -> None:
    folded = fold(_bare(word))
    for country, names in ABROAD.items():
        if folded in map(fold, names):
            raise LibcareerError(f"Pay by place is known for the United States only, not for {country}.")
