"""How much of a text speaks for each role: a sum of evidence, none of which is ever negative.

The text is compared with the sections of each role's record by BM25F (S. Robertson and H. Zaragoza, "The
probabilistic relevance framework: BM25 and beyond", 2009), without its normalization by the length of the
text: another sentence never takes anything away from a role. Skills that the text names count by rarity.
"""

from __future__ import annotations

import math
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from libcareer.engines.similarity import rarity
from libcareer.engines.words.documents.formalities import telling_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from libcareer.catalog import Catalog

SECTIONS: Mapping[str, float] = {
    "names": 3.0,
    "summary": 1.5,
    "work": 1.5,
    "skills": 2.0,
    "day": 0.7,
    "settings": 1.0,
    "entry": 0.3,
    "conditions": 0.3,
}
"""The weight of a term by the section of the role's record that has it; other sections speak of other roles."""

SATURATION = 0.8
"""The count of a term in a record that brings half of what any count can bring (k1 of BM25)."""

LENGTH = 0.6
"""How much a long section lowers the weight of a term in it, from 0 to 1 (b of BM25)."""

REPEATED = 0.5
"""How much a term counts that the text repeats, relative to the logarithm of its count."""

ESSENTIAL_SKILL, USEFUL_SKILL = 1.5, 1.0
"""The weight of a skill that the text names, by its importance for the role; multiplied by its rarity."""


class RoleIndex:
    """The terms of the passages of roles: which roles have one, with which weight; each is looked up once."""

    def __init__(self, catalog: Catalog) -> None:
        """Index the roles of *catalog*."""
        self._passages = catalog.passages
        self._roles = len(catalog.briefs)
        self._known: dict[str, dict[str, float]] = {}
        numbered = [
            (number, one)
            for number, one in enumerate(catalog.passages.passages)
            if one.kind == "roles" and one.section in SECTIONS
        ]
        lengths: dict[str, list[int]] = {}
        for _, one in numbered:
            lengths.setdefault(one.section, []).append(one.length)
        usual = {section: sum(some) / len(some) for section, some in lengths.items()}
        self._weights = {
            number: (one.id, SECTIONS[one.section] / (1 - LENGTH + LENGTH * one.length / usual[one.section]))
            for number, one in numbered
        }

    def having(self, term: str) -> dict[str, float]:
        """The weighed count of *term* in each role that has it."""
        found = self._known.get(term)
        if found is None:
            found = {}
            for number, times in self._passages.having(term):
                if number in self._weights:
                    role, weight = self._weights[number]
                    found[role] = found.get(role, 0.0) + weight * times
            self._known[term] = found
        return found

    def scarcity(self, term: str) -> float:
        """How rare *term* is among the roles, as the natural logarithm of BM25: 0 if all of them have it."""
        count = len(self.having(term))
        return math.log(1 + (self._roles - count + 0.5) / (count + 0.5))


@lru_cache(maxsize=2)
def role_index(catalog: Catalog) -> RoleIndex:
    """The index of the roles of *catalog*; made once for each catalog."""
    return RoleIndex(catalog)


def text_evidence(catalog: Catalog, text: Iterable[str]) -> dict[str, float]:
    """What the sentences of a *text* bring for each role, by its id; roles without any are left out."""
    index = role_index(catalog)
    found: dict[str, float] = {}
    counts = Counter(term for sentence in text for term in telling_terms(sentence))
    # In an order of their own: sums of fractions in another order differ in the last digit.
    for term, count in sorted(counts.items()):
        said = index.scarcity(term) * (1 + REPEATED * math.log(count))
        for role, weighed in index.having(term).items():
            found[role] = found.get(role, 0.0) + said * weighed / (weighed + SATURATION)
    return found


def skill_evidence(catalog: Catalog, skills: Iterable[str]) -> dict[str, float]:
    """What the *skills* that a text names bring for each role; a narrower skill counts for the broader one."""
    found: dict[str, float] = {}
    for skill in sorted(set(skills)):
        weight = rarity(catalog, skill)
        listing = set(catalog.skilled.get(skill, ()))
        listing.update(role for above in catalog.skills[skill].broader for role in catalog.skilled.get(above, ()))
        for role in listing:
            brief = catalog.briefs[role].skills
            near = {skill, *catalog.skills[skill].broader}
            importance = USEFUL_SKILL if near.isdisjoint(brief.essential) else ESSENTIAL_SKILL
            found[role] = found.get(role, 0.0) + weight * importance
    return found
