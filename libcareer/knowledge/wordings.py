"""Phrases of a vocabulary, in a notation that needs no programming, and what they match in a text.

The words of a phrase follow each other in the text. `a/b` is either word, `word*` has any ending, and words in
brackets may be missing. A hyphen matches a space too, and an apostrophe may be missing. A word with two capitals
or more is an abbreviation: it counts only so, with or without a period after each letter. Other words count in
either case.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from libcareer.errors import UnreadablePhrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_TOKEN = re.compile(r"[()]|[^\s()]+")

BETWEEN = r"[\s/]+"
"""What stands between two words in a text: library/information science has three."""

NOTHING = r"(?!)"
"""The pattern that matches nothing, for a vocabulary without phrases of a kind."""


@lru_cache(maxsize=256)
def pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern of any of *phrases*, as whole words; of none, a pattern that matches nothing.

    Raises UnreadablePhrase if brackets are left open or a part has no words.
    """
    return re.compile(rf"(?<!\w)(?:{alternatives(phrases)})(?!\w)")


def alternatives(phrases: Iterable[str]) -> str:
    """The source of the pattern of any of *phrases*, to be put into another one."""
    return "|".join(map(_source, phrases)) or NOTHING


def _source(phrase: str) -> str:
    tokens = iter(_TOKEN.findall(phrase))
    source = _sequence(list(_items(tokens, phrase)), phrase)
    if next(tokens, None) is not None:
        raise UnreadablePhrase(phrase, "has a bracket that closes nothing")
    return source


def _items(tokens: Iterator[str], phrase: str, *, inside: bool = False) -> Iterator[tuple[str, bool]]:
    """The source of each part up to the end, or *inside* brackets up to their end, and whether it may be missing."""
    for token in tokens:
        if token == "(":
            yield _sequence(list(_items(tokens, phrase, inside=True)), phrase), True
        elif token == ")":
            if not inside:
                raise UnreadablePhrase(phrase, "has a bracket that closes nothing")
            return
        else:
            yield _word(token, phrase), False
    if inside:
        raise UnreadablePhrase(phrase, "has a bracket that nothing closes")


def _sequence(items: Sequence[tuple[str, bool]], phrase: str) -> str:
    """Parts one after the other; some of them may be missing, but not all."""
    first = next((at for at, (_, missing) in enumerate(items) if not missing), None)
    if first is None:
        raise UnreadablePhrase(phrase, "has no word that must be there")
    before = "".join(rf"(?:{source}{BETWEEN})?" for source, _ in items[:first])
    after = "".join(rf"(?:{BETWEEN}{source}){'?' if missing else ''}" for source, missing in items[first + 1 :])
    return f"{before}{items[first][0]}{after}"


def _word(token: str, phrase: str) -> str:
    choices = token.split("/")
    if not all(choice.strip("*") for choice in choices):
        raise UnreadablePhrase(phrase, "has a slash or an asterisk without a word")
    sources = list(map(_choice, choices))
    return sources[0] if len(sources) == 1 else f"(?:{'|'.join(sources)})"


def _choice(word: str) -> str:
    return "[- ]".join(map(_piece, word.split("-")))


def _piece(word: str) -> str:
    ending = r"\w*" if word.endswith("*") else ""
    bare = word.removesuffix("*")
    if sum(char.isupper() for char in bare) > 1:
        letters = re.escape(bare) if "." in bare else "".join(rf"{re.escape(char)}\.?" for char in bare)
        return f"{letters}{ending}"
    escaped = re.escape(bare).replace("'", "['\N{RIGHT SINGLE QUOTATION MARK}]?")
    return f"(?i:{escaped}){ending}"
