"""Plain ways of reading a title or an advertisement, to compare libcareer's with.

- names: likeness to the names of roles alone. The likeness of two names is the cosine of their words, each
  weighted by how few names have it; a role is as like as its most similar name.
- texts: the cosine of tf-idf vectors (Salton and Buckley 1988, "Term-weighting approaches in automatic text
  retrieval"). A word counts by the logarithm of how often it stands in the text, times that of how few roles have
  it. The text of a role is its names, three times, and its summary; for advertisements its duties and skills too. Of
  nine such mixtures this was the best on the odd rows of the titles and of the advertisements.

Neither has doubts: each names one role as soon as a word is known, and refuses only what shares no word with any.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from judging import PLACES, Reading

from libcareer.engines.lookup.questions import STOP_WORDS
from libcareer.knowledge.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from libcareer.catalog import Catalog
    from libcareer.knowledge.model.roles import Role

NAMES_COUNT = 3  # how often the names of a role stand in its text

Bag = dict[str, float]
"""Weights by word; their squares sum up to 1."""


class Nearest:
    """The roles whose texts are most similar to some words; a role may have several texts."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        """*texts* are pairs of a role's id and a text of it."""
        counted = [(role, _words(text)) for role, text in texts]
        having = Counter(word for _, words in counted for word in words)
        self.rarity = {word: math.log(len(counted) / count) for word, count in having.items()}
        self.holders: dict[str, list[tuple[int, float]]] = {}
        self.roles = [role for role, _ in counted]
        for number, (_, words) in enumerate(counted):
            for word, weight in self._bag(words).items():
                self.holders.setdefault(word, []).append((number, weight))

    def _bag(self, words: Mapping[str, int]) -> Bag:
        weights = {
            word: (1 + math.log(count)) * self.rarity[word] for word, count in words.items() if word in self.rarity
        }
        length = math.hypot(*weights.values()) or 1.0
        return {word: weight / length for word, weight in weights.items() if weight}

    def read(self, text: str) -> Reading:
        """The three most similar roles; no verdict of this reader is *several*."""
        likeness: Counter[int] = Counter()
        for word, weight in self._bag(_words(text)).items():
            for number, theirs in self.holders[word]:
                likeness[number] += weight * theirs
        best: dict[str, float] = {}
        for number, score in likeness.items():
            best[self.roles[number]] = max(best.get(self.roles[number], 0.0), score)
        roles = sorted(best, key=lambda role: (-best[role], role))[:PLACES]
        return Reading("one" if roles else "none", tuple(roles))


def by_names(catalog: Catalog) -> Nearest:
    """The reader that knows the titles and aliases of roles only."""
    return Nearest((id_, name) for id_, role in catalog.roles.items() for name in (role.title, *role.aliases))


def by_texts(catalog: Catalog, work: bool) -> Nearest:
    """The reader that knows the names and the summary of each role, and its duties and skills too if *work*."""
    skills = catalog.titles("skills")

    def text(role: Role) -> str:
        parts = [*(NAMES_COUNT * (role.title, *role.aliases)), role.summary]
        if work:
            parts += [duty.does for duty in role.duties]
            parts += [skills[skill] for skill in (*role.skills.essential, *role.skills.useful)]
        return "\n".join(parts)

    return Nearest((id_, text(role)) for id_, role in catalog.roles.items())


def _words(text: str) -> Counter[str]:
    return Counter(word for word in fold(text).split("-") if word and word not in STOP_WORDS)
