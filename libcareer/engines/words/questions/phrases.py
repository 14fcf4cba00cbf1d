"""Where the words of a phrase stand near each other in a text, in any order and form."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from libcareer.engines.words.questions.common import COMMON
from libcareer.knowledge.terms import terms

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

REACH = 5
"""Other words that may stand between those of a phrase in any order, in all."""

GAP = 9
"""Other words that may stand between two neighbors of a phrase whose words come in their order."""

GAP_AT_COMMON = 2
"""The same beside a common word, which stands near anything."""


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
        """The places of the words of *phrase* where they first come in their order and near each other.

        Of words with a slash between them, any one counts.
        """
        wanted = _slots(phrase)
        slots = [sorted(place for term in slot for place in self.of.get(term, ())) for slot in wanted]
        if not slots or not all(slots):
            return ()
        for start in slots[0]:
            at = [start]
            for number, slot in enumerate(slots[1:], start=1):
                after = bisect_right(slot, at[-1])
                if after == len(slot):
                    return ()
                if slot[after] - at[-1] > 1 + _gap(wanted[number - 1], wanted[number]):
                    break
                at.append(slot[after])
            else:
                return tuple(at)
        return ()


@cache
def _terms(phrase: str) -> tuple[str, ...]:
    return tuple(terms(phrase))


@cache
def _slots(phrase: str) -> tuple[frozenset[str], ...]:
    """The terms that may stand in each place of *phrase*; a word that folds to several terms has a place for each."""
    slots: list[frozenset[str]] = []
    for word in phrase.split():
        choices = [terms(choice) for choice in word.split("/")]
        if len(choices) == 1:
            slots += [frozenset({term}) for term in choices[0]]
        else:
            slots.append(frozenset(term for choice in choices for term in choice))
    return tuple(slots)


def _gap(one: frozenset[str], other: frozenset[str]) -> int:
    return GAP_AT_COMMON if one <= COMMON or other <= COMMON else GAP


def named(places: Places, names: Mapping[str, Sequence[str]]) -> dict[str, tuple[int, ...]]:
    """Those keys of *names* of which one of the phrases is there, each with the places of its words."""
    found = {key: next(filter(None, map(places.near, phrases)), ()) for key, phrases in names.items()}
    return {key: at for key, at in found.items() if at}
