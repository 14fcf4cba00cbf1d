"""The duties of roles that sentences of a text tell of, each with the sentence.

A sentence tells of a duty if enough of the telling words of either are in the other: the cosine of their
tf-idf vectors (Salton and Buckley 1988), in which a word counts once.
"""

from __future__ import annotations

import math
import re
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.words.documents.evidence import role_index
from libcareer.engines.words.documents.formalities import usual_terms
from libcareer.engines.words.documents.quotes import Quote
from libcareer.knowledge.terms import terms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from libcareer.catalog import Catalog
    from libcareer.engines.words.documents.document import Document


class FoundDuty(Struct, frozen=True):
    """A duty of *role* with the *skills* that it uses, and how much it is like what the *quote* says, 0 to 1."""

    role: str
    does: str
    skills: tuple[str, ...]
    likeness: float
    quote: Quote


LEAST_LIKENESS = 0.25
"""The least likeness of a duty that a sentence tells of."""

SHORTEST_CLAUSE = 3
"""Words of the shortest clause that can tell of a duty."""

_COMMA = re.compile(r"[,:]\s+(?:and\s+)?")

LEAST_WORDS = 2
"""The least number of telling words that both have: one word alone is no duty."""

TELLING = 0.8
"""The least rarity, a natural logarithm, of a word that tells duties apart."""


def duties_found(catalog: Catalog, document: Document, roles: Iterable[str]) -> tuple[FoundDuty, ...]:
    """The duties of *roles* that sentences of *document* tell of, each with the sentence that is most like it."""
    rarity = _Rarity(catalog)
    said = [
        (statement.quote(start, end), rarity.weighed(statement.text[start:end]))
        for statement in document.statements
        if not statement.heading
        for start, end in _clauses(statement.text)
    ]
    found: list[FoundDuty] = []
    for role in dict.fromkeys(roles):
        for duty in catalog.work[role].duties:
            words = rarity.weighed(duty.does)
            alike, quote = max(
                ((_likeness(words, own), quote) for quote, own in said), key=lambda pair: pair[0], default=(0.0, None)
            )
            if quote is not None and alike >= LEAST_LIKENESS:
                found.append(FoundDuty(role, duty.does, duty.skills, round(alike, 3), quote))
    return tuple(sorted(found, key=lambda one: (-one.likeness, one.role, one.does)))


def _clauses(text: str) -> list[tuple[int, int]]:
    """The places of *text* as a whole and of its clauses: one sentence often lists many duties."""
    starts = [0, *(match.end() for match in _COMMA.finditer(text)), len(text)]
    pieces = [(start, end) for start, end in pairwise(starts) if len(text[start:end].split()) >= SHORTEST_CLAUSE]
    return [(0, len(text)), *(pieces if len(pieces) > 1 else ())]


class _Rarity:
    """The telling words of texts with their rarity among the roles."""

    def __init__(self, catalog: Catalog) -> None:
        self._index = role_index(catalog)

    def weighed(self, text: str) -> dict[str, float]:
        """The telling words of *text* with their rarity, in alphabetical order."""
        usual = usual_terms()
        weights = {word: self._of(word) for word in sorted(set(terms(text)) - usual)}
        return {word: weight for word, weight in weights.items() if weight >= TELLING}

    def _of(self, word: str) -> float:
        # A word that no role has makes a sentence long, but it may be a name or a place.
        return self._index.scarcity(word) if self._index.having(word) else TELLING


def _likeness(one: dict[str, float], other: dict[str, float]) -> float:
    """The cosine of two sets of weighed words; 0 if they share fewer than LEAST_WORDS."""
    shared = [weight * weight for word, weight in one.items() if word in other]
    if len(shared) < LEAST_WORDS:
        return 0.0
    lengths = [math.sqrt(math.fsum(weight * weight for weight in words.values())) for words in (one, other)]
    return math.fsum(shared) / (lengths[0] * lengths[1])
