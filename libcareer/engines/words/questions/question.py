"""A question as it is understood: its subjects, the records it names, and what about them it asks."""

from __future__ import annotations

import math
from functools import cached_property
from string import punctuation
from typing import TYPE_CHECKING, NamedTuple

from libcareer.engines.choices import Section
from libcareer.engines.words.questions.common import COMMON, GENERIC, terms_of
from libcareer.engines.words.questions.phrases import Places, named
from libcareer.knowledge.spelling import fold, one_slip
from libcareer.knowledge.terms import LONGEST_WORD, stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from libcareer.catalog import Catalog
    from libcareer.catalog.names import Index

LONGEST_NAME = 8
"""The most words of a name."""

SHORTEST_SLIP = 6
"""Letters of the shortest unknown word that is read as a known one with a slip: most shorter ones have neighbors."""

MOST_SLIPS = 12
"""Unknown words that are read as slips; a text with more is in another language or about other things."""

SHORT_TEXT = 30
"""Words of a text of which every sentence belongs to the question."""

ASPECTS: Mapping[Section, tuple[str, ...]] = {
    Section.PAY: (
        "pay", "paid", "salary", "wage", "earn", "income", "how much make", "how much money", "living", "outlook",
        "demand", "future", "openings", "growth", "shortage",
    ),
    Section.ENTRY: (
        "become", "get into", "get in", "break into", "way in", "qualify", "qualification", "requirement", "need to be",
        "do I need", "do need", "hired", "entry", "training", "apply", "how do people get", "degree", "master's",
    ),
    Section.CONDITIONS: (
        "hours", "weekend", "evening", "nights", "shift", "overtime", "remote", "from home", "stress", "physical",
        "lift", "schedule", "conditions", "dangerous",
    ),
    Section.DAY: ("typical day", "all day", "what is it like", "day to day", "daily", "letting myself in for"),
    Section.WORK: ("what does do", "what do do", "duties", "responsibilities", "tasks"),
    Section.DOUBTS: ("downside", "drawback", "worth it", "boring", "regret", "hard", "problem", "think twice"),
    Section.LIKES: ("love about", "enjoy", "rewarding", "best part"),
    Section.TRY: ("shadow", "volunteer", "try out", "taste of"),
    Section.MOVES: (
        "promotion", "ladder", "move up", "next step", "lead anywhere", "get out", "turn into", "transition", "advance",
    ),
    Section.RELATED: ("similar", "alternative", "like this but"),
}  # fmt: skip
"""What about a role a question asks for, by phrases whose words stand near each other."""


class Name(NamedTuple):
    """Words of a question from the place *start* up to *end* that name records, given by kind and id."""

    start: int
    end: int
    records: tuple[tuple[str, str], ...]


class Question:
    """A question, word by word."""

    def __init__(self, catalog: Catalog, text: str) -> None:
        """Understand the words of *text* by what *catalog* knows."""
        self.catalog = catalog
        self.text = text
        split = [(word, token) for token in text.split() for word in fold(token).split("-") if word]
        self.words = [word for word, _ in split]
        """The words, folded."""
        self.typed = [token.strip(punctuation) for _, token in split]
        """Each word as it was typed."""
        self._compared = 0
        self.read_as: dict[str, str] = {}
        """Known words for those that were typed with a slip."""
        self.terms = [self._term(word) for word in self.words]
        """The term of each word."""
        self.places = Places(self.terms)
        self.spelled = Places([stem(word[:LONGEST_WORD]) for word in self.words])
        """The places of each term as it was spelled: a word of another field may look like a slip in one of this."""

    def _term(self, word: str) -> str:
        term = stem(word[:LONGEST_WORD])
        if word in self.read_as:
            return self.read_as[word]
        if term in self.catalog.passages or len(word) < SHORTEST_SLIP or self._compared >= MOST_SLIPS:
            return term
        self._compared += 1
        known = self._meant(term)
        if known:
            self.read_as[word] = known
        return known or term

    def _meant(self, term: str) -> str | None:
        """The most frequent known term of which *term* is a misspelling."""
        index = self.catalog.passages
        alike = [
            known
            for known in index.terms
            if known[0] == term[0] and abs(len(known) - len(term)) < 2 and len(known) > 4 and one_slip(term, known)
        ]
        return max(alike, key=lambda known: (len(index.having(known)), known), default=None)

    @cached_property
    def generic(self) -> frozenset[str]:
        """Terms that nearly every record of the catalog has."""
        return GENERIC | terms_of(self.catalog.vocabulary.questions.general)

    @cached_property
    def indexes(self) -> dict[str, Index]:
        """The names of each kind of record that a question can be about."""
        catalog = self.catalog
        return {
            "roles": catalog.role_names,
            "credentials": catalog.credential_names,
            "skills": catalog.skill_names,
            "fields": catalog.field_names,
            "disputes": catalog.dispute_names,
            "changes": catalog.change_names,
            "resources": catalog.resource_names,
            "settings": catalog.setting_names,
        }

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The names among the words, the longest first; no two share a word."""
        found: list[Name] = []
        free = [True] * len(self.words)
        spelled = [self.read_as.get(word, word) for word in self.words]
        for size in range(min(LONGEST_NAME, len(spelled)), 0, -1):
            for start in range(len(spelled) - size + 1):
                end = start + size
                if all(free[start:end]) and not all(map(self._common, range(start, end))):
                    records = tuple(self._called("-".join(spelled[start:end])))
                    if records:
                        found.append(Name(start, end, records))
                        free[start:end] = [False] * size
        return tuple(found)

    def _common(self, place: int) -> bool:
        """Whether the word at *place* says nothing about the subject; letters such as ILL may."""
        return self.terms[place] in COMMON and not self._letters(place)

    def _letters(self, place: int) -> bool:
        return self.typed[place].isupper() and len(self.typed[place]) > 1

    def _called(self, name: str) -> Iterator[tuple[str, str]]:
        for kind, index in self.indexes.items():
            yield from ((kind, id_) for id_ in index.ids.get(name, ()))

    @cached_property
    def aspects(self) -> dict[Section, tuple[int, ...]]:
        """What about a role the words ask for, and the places of these words; those outside names only."""
        within = {place for name in self.names if name.end - name.start > 1 for place in range(name.start, name.end)}
        asked = named(self.places, {section.value: phrases for section, phrases in ASPECTS.items()})
        return {Section(value): at for value, at in asked.items() if not within.intersection(at)}

    @cached_property
    def countries(self) -> dict[str, tuple[int, ...]]:
        """The countries that are named, each with the places of the words that name it."""
        names = {id_: (term.title, *term.aliases) for id_, term in self.catalog.abroad.items()}
        found: dict[str, tuple[int, ...]] = {}
        for id_, called in names.items():
            at = tuple(place for name in called for place in self._run(fold(name).split("-")))
            if at:
                found[id_] = at
        return found

    def _run(self, words: list[str]) -> Iterator[int]:
        """The places of *words* where they follow each other."""
        size = len(words)
        for start in range(len(self.words) - size + 1):
            if self.words[start : start + size] == words:
                yield from range(start, start + size)

    @cached_property
    def meanings(self) -> dict[str, tuple[int, ...]]:
        """The synonyms among the words, by id, each with the places of its words."""
        return named(self.places, {id_: synonym.said for id_, synonym in self.catalog.synonyms.items()})

    @cached_property
    def meant(self) -> dict[tuple[str, str], frozenset[str]]:
        """The records that a synonym names, by kind and id, each with the terms of the words that mean it."""
        found: dict[tuple[str, str], frozenset[str]] = {}
        for id_, places in self.meanings.items():
            said = frozenset(self.terms[place] for place in places) - COMMON
            for phrase in self.catalog.synonyms[id_].means:
                asked = [("questions", phrase)] if phrase in self.catalog.questions else []
                for key in (*self._called(fold(phrase)), *asked):
                    found[key] = found.get(key, frozenset()) | said
        return found

    @cached_property
    def acronyms(self) -> bool:
        """Whether the words name a record by letters alone, such as CRM."""
        return any(name.end - name.start == 1 and self._letters(name.start) for name in self.names)

    @cached_property
    def asking(self) -> frozenset[int]:
        """The places of the words that ask: of sentences with a question mark, or else of the last one.

        In a short text every sentence asks: "A union man came by. What would it do for my pay?"
        """
        if len(self.words) <= SHORT_TEXT:
            return frozenset(range(len(self.words)))
        sentences: list[tuple[int, int, bool]] = []
        start = 0
        place = 0
        for token in self.text.split():
            place += sum(1 for word in fold(token).split("-") if word)
            if token.rstrip("\"')").endswith((".", "!", "?")):
                sentences.append((start, place, token.rstrip("\"')").endswith("?")))
                start = place
        if start < place:
            sentences.append((start, place, False))
        asking = [range(begin, end) for begin, end, mark in sentences if mark]
        asking = asking or [range(begin, end) for begin, end, _ in sentences[-1:]]
        return frozenset(place for places in asking for place in places)

    @cached_property
    def subjects(self) -> frozenset[str]:
        """The terms that the question is about: all but common ones, small numbers and the names of countries."""
        abroad = {place for places in self.countries.values() for place in places}
        named = {place for name in self.names for place in range(name.start, name.end) if self._letters(place)}
        return frozenset(
            term
            for place, term in enumerate(self.terms)
            if (term not in COMMON or place in named)
            and place not in abroad
            and not (term[0].isdigit() and len(term) < 5)
        )

    def typed_for(self, wanted: frozenset[str] | set[str]) -> tuple[str, ...]:
        """The words that were typed for the terms *wanted*, in their order, each once."""
        typed = (self.typed[place] for place, term in enumerate(self.terms) if term in wanted)
        return tuple(dict.fromkeys(typed))


def rarity(of: int, having: int) -> float:
    """The weight of a term that *having* of *of* records have: inverse frequency, as in Robertson and Zaragoza 2009."""
    return math.log(1 + (of - having + 0.5) / (having + 0.5))
