"""Words of a text with their places: tokens, and quotes that say where something was found."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from libcareer.knowledge.spelling import fold

WORD = re.compile(r"[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}][^\W_]+)?")
"""A word of a text; an apostrophe inside belongs to it."""

VOWELS = frozenset("aeiouy")

SHORTEST_BASE = 3
"""Letters that are left at least when an ending is cut off."""


class Quote(Struct, frozen=True):
    """Words of a document as they are written, and *where* they are, such as "line 12"."""

    words: str
    where: str


class Token(Struct, frozen=True):
    """A word of a text: its *folded* form, the *base* of that, and its place in characters."""

    folded: str
    base: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The words of *text* in their order."""
    found: list[Token] = []
    for match in WORD.finditer(text):
        folded = _folded(match[0])
        # A letter such as a superscript may fold to nothing or to several words.
        if folded and "-" not in folded:
            found.append(Token(folded, base(folded), match.start(), match.end()))
    return found


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    return fold.__wrapped__(word)


@lru_cache(maxsize=20_000)
def base(word: str) -> str:
    """The folded *word* without the ending of a verb form: catalog for cataloged and cataloging.

    This takes away less than the stemmer of the index of terms, which gives organized and organization one stem.
    """
    if word.endswith("ied") and len(word) > SHORTEST_BASE + 1:
        return f"{word[:-3]}y"
    for ending in ("ing", "ed"):
        if word.endswith(ending):
            rest = word[: -len(ending)]
            if len(rest) >= SHORTEST_BASE and not VOWELS.isdisjoint(rest):
                undoubled = rest[:-1] if rest[-1] == rest[-2] and rest[-1] not in "lsz" else rest
                return undoubled.removesuffix("e")
    return word[:-1] if word.endswith("e") and len(word) > SHORTEST_BASE else word
