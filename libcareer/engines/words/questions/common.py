"""Terms that say little about the subject of a question: common ones, and those of every record here."""

from __future__ import annotations

from functools import lru_cache

from libcareer.engines.lookup.questions import STOP_WORDS
from libcareer.engines.words.search import GENERAL
from libcareer.knowledge.terms import terms

FILLERS = frozenset(
    """
    anybody anything around ask away back bad big bit call cant come day dont else even ever every feel find first
    give go going gone good got guess guy hear hello hi id ill im instead ive keep kind know last let life little
    long look lot made make many maybe mean might much must need never new next nobody now okay old once one
    ones only pay people please point possible put question quite rather real right said saw say see seem sense
    somebody someone something soon sort sound start stay still stuff such sure take tell thank thats thing think
    thought time today told took try turn two under until use very want way week well went whats while within
    vs versus without wonder world worry worth wrong yes yet
    """.split()  # noqa: SIM905 - a list of words is read as words
)
"""Words of stories and of questions in general, beside STOP_WORDS."""

COMMON = frozenset(term for word in STOP_WORDS | FILLERS for term in terms(word))
"""Terms that say nothing about the subject of a question."""

GENERIC = frozenset(term for word in GENERAL for term in terms(word))
"""Terms that nearly every record about careers has: they are subjects, but a name needs more than them."""


@lru_cache(maxsize=32)
def terms_of(words: tuple[str, ...]) -> frozenset[str]:
    """The terms of *words* of a vocabulary."""
    return frozenset(term for word in words for term in terms(word))
