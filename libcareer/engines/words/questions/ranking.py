"""Records ranked by how well their passages match the words of a question.

The score of a record is BM25F (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework: BM25 and
Beyond"): for each term the rarity of the term, times a saturated sum of its frequencies in the sections of
the record, each frequency relative to the length of the section and weighted by section. Added to it are
the likeness of a stored question to one of its wordings, and the rarity of the words that name the record.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from libcareer.engines.words.questions.common import COMMON
from libcareer.engines.words.questions.question import Question, rarity
from libcareer.knowledge.terms import terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from libcareer.catalog import Catalog

Key = tuple[str, str]
"""The kind and the id of a record."""

SECTIONS = {
    "names": 4.0,
    "question": 2.5,
    "summary": 2.0,
    "wording": 0.75,  # a question has a dozen of them
    "now": 0.8,
    "skills": 0.8,
    "day": 0.7,
    "likes": 0.6,
    "related": 0.6,
    "try": 0.6,
    "moves": 0.5,
    "openers": 0.5,
    "pay": 0.5,
}
"""How much a term in a section tells about the record, relative to one in its duties; 1 unless given here."""

KINDS = {
    "roles": 1.0,
    "questions": 1.0,
    "credentials": 1.0,
    "skills": 0.9,
    "disputes": 0.9,
    "changes": 0.75,
    "fields": 0.75,
    "resources": 0.6,
    "outdated": 0.6,
    "commands": 0.8,
}
"""The kinds of record that answer questions, and how likely each is what a person wants, by our judgment."""

SATURATION = 2.0
LENGTH = 0.5
"""The parameters k1 and b of BM25F, at values common in the literature."""

MEANING = 0.6
"""The weight of a word that the records use, relative to the one for it that was asked."""

NAMED = 1.0
"""The weight of being named, relative to one mention of every word of the name."""

WORDED = 0.5
"""The weight of a likeness of 1 to a stored question, relative to a mention of every word of the question."""

TYPICAL = 5.0
"""The mean square of the rarity of a term in a wording: a wording's norm is estimated from its length."""


class Ranked(NamedTuple):
    """A record with its *score*, the *terms* of the question that it has, and the *share* of their weight, 0 to 1."""

    score: float
    key: Key
    terms: frozenset[str]
    share: float


class Ranking:
    """The records of a catalog ranked for one question."""

    def __init__(self, catalog: Catalog, question: Question, commands: Mapping[str, str]) -> None:
        """Rank the records of *catalog*, and *commands* by what their help says, for a *question*."""
        self.catalog = catalog
        self.question = question
        self._commands = {name: terms(f"{name} {help_}") for name, help_ in commands.items()}
        self._weights: dict[str, float] = {}
        self._having: dict[str, dict[Key, float]] = {}

    @cached_property
    def _records(self) -> int:
        passages = self.catalog.passages.passages
        return len({(passage.kind, passage.id) for passage in passages if passage.kind in KINDS})

    @cached_property
    def _lengths(self) -> dict[str, float]:
        """The mean length of a section, by its name."""
        total: dict[str, list[int]] = defaultdict(list)
        for passage in self.catalog.passages.passages:
            total[_section(passage.section)].append(passage.length)
        return {section: sum(lengths) / len(lengths) for section, lengths in total.items()}

    def having(self, term: str) -> dict[Key, float]:
        """The records that have *term*, each with the weighted sum of its frequencies."""
        if term not in self._having:
            found: dict[Key, float] = defaultdict(float)
            passages = self.catalog.passages.passages
            for number, count in self.catalog.passages.having(term):
                passage = passages[number]
                if passage.kind in KINDS:
                    section = _section(passage.section)
                    length = 1 - LENGTH + LENGTH * passage.length / self._lengths[section]
                    found[passage.kind, passage.id] += SECTIONS.get(section, 1.0) * count / length
            for name, said in self._commands.items():
                if term in said:
                    found["commands", name] = SECTIONS["names"] * said.count(term)
            self._having[term] = dict(found)
        return self._having[term]

    def weight(self, term: str) -> float:
        """The rarity of *term*; one that no record has weighs most."""
        if term not in self._weights:
            self._weights[term] = rarity(self._records, len(self.having(term)))
        return self._weights[term]

    def titled(self) -> float:
        """The largest share of the weight of the question that the names of one record have, 0 to 1."""
        wanted = self.question.subjects
        whole = self.total(wanted) + len(self.question.countries) * rarity(self._records, 0)
        passages = self.catalog.passages.passages
        shares: dict[Key, float] = defaultdict(float)
        for term in wanted:
            for number, _ in self.catalog.passages.having(term):
                passage = passages[number]
                if passage.kind in KINDS and passage.section == "names":
                    shares[passage.kind, passage.id] += self.weight(term) / whole
        return max(shares.values(), default=0.0)

    def total(self, wanted: Iterable[str]) -> float:
        """The weight of the terms *wanted* together."""
        return sum(self.weight(term) for term in wanted)

    @cached_property
    def meant(self) -> dict[str, frozenset[str]]:
        """Terms that the records use for words of the question, and the terms of these words."""
        said: dict[str, set[str]] = defaultdict(set)
        for id_, places in self.question.meanings.items():
            asked = {self.question.terms[place] for place in places} - COMMON
            for phrase in self.catalog.synonyms[id_].means:
                for term in terms(phrase):
                    if term not in COMMON and term not in self.question.subjects:
                        said[term] |= asked
        return {term: frozenset(asked) for term, asked in said.items()}

    @cached_property
    def unknown(self) -> frozenset[str]:
        """The terms of the question that no record has, and for which no synonym is known."""
        meant = {self.question.terms[place] for places in self.question.meanings.values() for place in places}
        return frozenset(term for term in self.question.subjects - meant if not self.having(term))

    @cached_property
    def likeness(self) -> dict[str, float]:
        """How much the question is like the most similar wording of each stored question, and like all together."""
        asked = self.question.subjects
        norm = sum(self.weight(term) ** 2 for term in asked)
        alike: dict[int, float] = defaultdict(float)
        together: dict[str, float] = defaultdict(float)
        passages = self.catalog.passages.passages
        for term in asked:
            seen: set[str] = set()
            for number, _ in self.catalog.passages.having(term):
                passage = passages[number]
                if passage.kind == "questions" and _section(passage.section) in ("question", "wording"):
                    alike[number] += self.weight(term) ** 2
                    seen.add(passage.id)
            for id_ in seen:
                together[id_] += self.weight(term) ** 2
        nearest: dict[str, float] = defaultdict(float)
        for number, product in alike.items():
            passage = passages[number]
            length = max(3.0, 1 + passage.length / 2)  # half of its words are common ones
            likeness = min(1.0, product / (norm * length * TYPICAL) ** 0.5)
            nearest[passage.id] = max(nearest[passage.id], likeness)
        return {id_: 0.5 * likeness + 0.3 * together[id_] / norm for id_, likeness in nearest.items()}

    @cached_property
    def ranked(self) -> list[Ranked]:
        """The records that have any word of the question, best first."""
        scores: dict[Key, float] = defaultdict(float)
        had: dict[Key, set[str]] = defaultdict(set)
        asked = self.question.subjects
        weights = {**dict.fromkeys(self.meant, MEANING), **dict.fromkeys(asked, 1.0)}
        for term, weight in weights.items():
            for key, frequency in self.having(term).items():
                scores[key] += weight * self.weight(term) * frequency / (SATURATION + frequency)
                had[key] |= {term} if term in asked else self.meant[term]
        whole = self.total(asked)
        for id_, likeness in self.likeness.items():
            scores["questions", id_] += WORDED * whole * likeness
        for name in self.question.names:
            words = {term for term in self.question.terms[name.start : name.end] if term not in COMMON}
            for key in name.records:
                if key[0] in KINDS:
                    scores[key] += NAMED * self.total(words) * (0.5 if words <= self.question.generic else 1)
                    had[key] |= words & asked
        for key, said in self.question.meant.items():
            if key[0] in KINDS:
                scores[key] += MEANING * NAMED * self.total(said)
                had[key] |= said & asked
        ranked = [
            Ranked(score * KINDS[key[0]], key, frozenset(had[key]), self.total(had[key] & asked) / (whole or 1))
            for key, score in scores.items()
        ]
        return sorted(ranked, key=lambda one: (-one.score, one.key))


def _section(name: str) -> str:
    """The section without its number: every wording of a question is in a section of its own."""
    return name.partition(" ")[0]


SAME_KIND = 0.8
"""What the score of a record counts for each better one of its kind among the choices, so that they differ."""


def diverse(ranked: list[Ranked], count: int) -> list[Ranked]:
    """The best *count* of *ranked*; each kind counts less the more of it there are (Carbonell and Goldstein 1998)."""
    pool, chosen = ranked[:40], list[Ranked]()
    while pool and len(chosen) < count:
        kinds = [one.key[0] for one in chosen]
        best = max(pool, key=lambda one: one.score * SAME_KIND ** kinds.count(one.key[0]))
        chosen.append(best)
        pool.remove(best)
    return chosen
