"""Where the words of a phrase stand near each other in a text, in any order and form."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from libcareer.knowledge.terms import terms

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

REACH = 5
"""Other words that may stand between those of a phrase in any order, in all."""

REACH_IN_ORDER = 8
"""The same for a phrase whose words come in their order, which happens less by chance."""


class Places:
    """The places of each term in a text."""

    def __init__(self, text: Sequence[str]) -> None:
        """Note the places of the terms of a *text*, in their order."""
        self.of: dict[str, list[int]] = {}
        for place, term in enumerate(text):
            self.of.setdefault(term, []).append(place)

    def near(self, phrase: str) -> tuple[int, ...]:
        """The places of the words of *phrase* where they first stand near each other; empty if they never do."""
        wanted = set(_terms(phrase))
        if not wanted or not wanted <= self.of.keys():
            return ()
        last: dict[str, int] = {}
        for place, word in sorted((place, term) for term in wanted for place in self.of[term]):
            last[word] = place
            if len(last) == len(wanted) and place - min(last.values()) < len(wanted) + REACH:
                return tuple(sorted(last.values()))
        return ()

    def in_order(self, phrase: str) -> tuple[int, ...]:
        """The places of the words of *phrase* where they first come in their order and near each other."""
        wanted = _terms(phrase)
        for start in self.of.get(wanted[0], ()) if wanted else ():
            at = [start]
            for term in wanted[1:]:
                places = self.of.get(term, [])
                after = bisect_right(places, at[-1])
                if after == len(places):
                    return ()
                at.append(places[after])
            if at[-1] - start < len(wanted) + REACH_IN_ORDER:
                return tuple(at)
        return ()


@cache
def _terms(phrase: str) -> tuple[str, ...]:
    return tuple(terms(phrase))


def named(places: Places, names: Mapping[str, Sequence[str]]) -> dict[str, tuple[int, ...]]:
    """Those keys of *names* of which one of the phrases is there, each with the places of its words."""
    found = {key: next(filter(None, map(places.near, phrases)), ()) for key, phrases in names.items()}
    return {key: at for key, at in found.items() if at}
