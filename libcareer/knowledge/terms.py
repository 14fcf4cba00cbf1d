"""Text as terms: words folded and stemmed, in the form in which passages are indexed and looked up."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from libcareer.knowledge.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_WORD = 60
"""Characters; nothing longer is a word of any language here, and stemming it would only take time."""

_BETWEEN_WORDS = re.compile(r"[\s!-&(-/:-@\[-`{-~\N{EM DASH}\N{EN DASH}\N{HORIZONTAL ELLIPSIS}]+")
"""White space and punctuation, but not the apostrophe."""


def terms(text: str) -> list[str]:
    """The terms of *text* in their order: its words folded (see `fold`) and stemmed; stop words stay."""
    return [term for word in _BETWEEN_WORDS.split(text) if word for term in _terms_of(word[:LONGEST_WORD])]


@cache
def _terms_of(word: str) -> tuple[str, ...]:
    """The terms of *word*: none of 'é!', two of one with a dash of another script."""
    return tuple(stem(part) for part in fold(word).split("-") if part)


@cache
def stem(word: str) -> str:
    """The stem of a folded *word*, by the English stemmer of Snowball (Porter 2001): 'librari' of 'library'."""
    return _stemmer()(word)


@cache
def _stemmer() -> Callable[[str], str]:
    # Imported on first use: it brings the stemmers of thirty languages, and most commands read no text.
    from snowballstemmer import EnglishStemmer

    stemmed: Callable[[str], str] = EnglishStemmer().stemWord
    return stemmed
