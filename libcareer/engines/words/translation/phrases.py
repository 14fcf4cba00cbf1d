"""Phrases that stand for something, ranked by how well they agree with the words that a person types.

Words are compared by their stems, so 'shelved', 'shelving' and 'shelves' are one word. A word weighs more the
fewer phrases have it (inverse document frequency; Salton and Buckley 1988, "Term-weighting approaches in
automatic text retrieval"). A word that no phrase has weighs as much as the rarest: what a person adds that
nothing here knows is a reason to doubt, and never counts for nothing.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.knowledge.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

EMPTY_WORDS = frozenset(
    """
    a about all also am an and any appropriate are as at be been both but by can did do doing done each etc
    every for from get gave had has have her his how i if in into is it its job kept like made make making many
    me most much my new of off on one or other our out over per such than that the their them then there these
    they this those through to together up use used user using various very was we were what when where which
    while who whole will with work worked working year you your
    """.split()  # noqa: SIM905 - a list of words is read as words
)
"""Words that tell no duty of any field from another; a vocabulary adds those that every duty of its field has."""

SUFFIXES = ("ing", "ion", "ment", "er", "or", "ed", "al", "e", "y")
"""Endings that a stem lacks, each dropped once at most, in this order."""

SHORTEST_STEM = 4
"""Letters that a word keeps at the least when an ending is dropped."""


class Phrase(Struct, frozen=True):
    """A phrase that stands for the thing *key*; a *weight* below 1 makes it count less."""

    key: str
    text: str
    weight: float = 1.0


class Agreement(Struct, frozen=True):
    """How well the thing *key* agrees with some words.

    *likeness* is 0 to 1, that of its most similar *phrase*; *covered* is the share of the weight of the words that
    phrases of the thing have, and *shared* the number of stems.
    """

    key: str
    likeness: float
    covered: float
    shared: int
    phrase: str

    @property
    def score(self) -> float:
        """The mean of both."""
        return (self.likeness + self.covered) / 2


class Phrases:
    """Phrases to compare with words."""

    def __init__(self, phrases: Iterable[Phrase], own: tuple[str, ...] = ()) -> None:
        """Take the stems of *phrases*; words of the field's *own* that every duty has tell nothing."""
        self._own = own
        self._phrases = [(one, stems(one.text, own)) for one in phrases]
        self._exact: dict[frozenset[str], list[str]] = defaultdict(list)
        self._bags: dict[str, dict[str, float]] = defaultdict(dict)
        counts: Counter[str] = Counter()
        for one, found in self._phrases:
            if one.weight == 1 and one.key not in self._exact[found]:
                self._exact[found].append(one.key)
            bag = self._bags[one.key]
            for stem in found:
                bag[stem] = max(bag.get(stem, 0), one.weight)
        for bag in self._bags.values():
            counts.update(bag)
        self._most = math.log(1 + len(self._bags))
        self._rarity = {stem: math.log(1 + len(self._bags) / count) for stem, count in counts.items()}

    def same(self, words: str) -> tuple[str, ...]:
        """The keys of the phrases that have exactly the stems of *words*."""
        found = stems(words, self._own)
        return tuple(self._exact.get(found, ())) if found else ()

    def unknown(self, words: str) -> tuple[str, ...]:
        """Those of *words*, as they are typed, that no phrase has."""
        return tuple(
            word for word in words.split() if (found := stems(word, self._own)) and found.isdisjoint(self._rarity)
        )

    def ranking(self, words: str) -> list[Agreement]:
        """The things with a phrase that shares a stem with *words*, best first."""
        wanted = {stem: self._rarity.get(stem, self._most) for stem in stems(words, self._own)}
        if not wanted:
            return []
        length = _length(wanted)
        best: dict[str, tuple[float, str]] = {}
        for one, found in self._phrases:
            shared = found & wanted.keys()
            if not shared:
                continue
            dot = sum(wanted[stem] ** 2 for stem in shared)
            likeness = one.weight * dot / (length * _length({stem: self._rarity[stem] for stem in found}))
            if likeness > best.get(one.key, (0.0, ""))[0]:
                best[one.key] = (likeness, one.text)
        whole = sum(wanted.values())
        agreements = []
        for key, (likeness, text) in best.items():
            bag = self._bags[key]
            covered = sum(weight * bag.get(stem, 0) for stem, weight in wanted.items()) / whole
            agreements.append(Agreement(key, likeness, covered, len(bag.keys() & wanted.keys()), text))
        return sorted(agreements, key=lambda one: (-one.score, one.key))


def _length(weights: Mapping[str, float]) -> float:
    return math.sqrt(sum(weight * weight for weight in weights.values()))


def stems(text: str, own: tuple[str, ...] = ()) -> frozenset[str]:
    """The stems of the words of *text* that tell something; those of the field's *own* that every duty has do not."""
    empty = _empty(own)
    return frozenset(_stem(word) for word in fold(text).split("-") if word and word not in empty)


@cache
def _empty(own: tuple[str, ...]) -> frozenset[str]:
    return EMPTY_WORDS.union(map(fold, own))


@cache
def _stem(word: str) -> str:
    for suffix in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= SHORTEST_STEM:
            word = word.removesuffix(suffix)
            if len(word) > SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in "sl":
                word = word[:-1]
    return word
