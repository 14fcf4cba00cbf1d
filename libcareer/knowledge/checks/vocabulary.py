"""The rules over the vocabulary: its phrases can be read, its words are words, and its groups exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.errors import UnreadablePhrase
from libcareer.knowledge.decoding import nearest
from libcareer.knowledge.spelling import fold
from libcareer.knowledge.wordings import alternatives

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcareer.errors import Problem
    from libcareer.knowledge.model.vocabulary import Vocabulary
    from libcareer.knowledge.reading import Knowledge

PHRASES = ("field", "employers", "posts", "led", "alone", "carried")
"""The lists of phrases in advertisements; the others are in the demands."""

SINGLE = ("workplaces", "buildings", "employers", "professions", "trades")
"""The lists of titles in which one word stands alone; a longer phrase would never be found."""


def phrases_can_be_read(knowledge: Knowledge) -> Iterator[Problem]:
    """A phrase has the words and the brackets that its notation needs."""
    for vocabulary in _vocabularies(knowledge):
        for path, phrase in _phrases(vocabulary):
            try:
                alternatives((phrase,))
            except UnreadablePhrase as error:
                yield knowledge.problem("vocabulary", "vocabulary", ("advertisements", *path), error.problem)


def words_of_titles_are_single(knowledge: Knowledge) -> Iterator[Problem]:
    """A word of titles is one word that a title can have."""
    for vocabulary in _vocabularies(knowledge):
        for name in SINGLE:
            for number, word in enumerate(getattr(vocabulary.titles, name)):
                if not fold(word) or "-" in fold(word):
                    message = f"'{word}' is not one word; words of titles are looked up one by one."
                    yield knowledge.problem("vocabulary", "vocabulary", ("titles", name, number), message)


def groups_exist(knowledge: Knowledge) -> Iterator[Problem]:
    """A group of skills is a file of skills."""
    for vocabulary in _vocabularies(knowledge):
        for name in ("everyday_groups", "side_groups"):
            for number, group in enumerate(getattr(vocabulary.advertisements, name)):
                if group not in knowledge.groups:
                    near = nearest(group, knowledge.groups)
                    meant = f" Did you mean '{near}'?" if near else ""
                    message = f"there is no file skills/{group}.yaml.{meant}"
                    yield knowledge.problem("vocabulary", "vocabulary", ("advertisements", name, number), message)


def _phrases(vocabulary: Vocabulary) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every phrase in advertisements, with its path there."""
    said = vocabulary.advertisements
    for name in PHRASES:
        for number, phrase in enumerate(getattr(said, name)):
            yield (name, number), phrase
    for place, demand in enumerate(said.demands):
        for number, phrase in enumerate(demand.said):
            yield ("demands", place, "said", number), phrase


def _vocabularies(knowledge: Knowledge) -> Iterator[Vocabulary]:
    yield from knowledge.records("vocabulary").values()


VOCABULARY_RULES = (phrases_can_be_read, words_of_titles_are_single, groups_exist)
"""The rules over the vocabulary, in the order in which they are applied."""
