"""Spellings folded to one form, so that names compare equal: case, plurals, British spelling, punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

AMERICAN = (
    (r"catalogu(?=e|i)", "catalog"),
    (r"cataloge(?=$|s$)", "catalog"),
    (r"(?<=\w{3})is(?=ation|ing$|ed$|er$|e$)", "iz"),
    (r"tre$", "ter"),
    (r"licence", "license"),
    (r"programme", "program"),
    (r"behaviour", "behavior"),
    (r"colour", "color"),
    (r"defence", "defense"),
    (r"judgement", "judgment"),
)
"""Patterns of British spelling, each with the American spelling that ids and titles use."""

_WITHOUT = {**dict.fromkeys("PZSC", " "), "M": ""}
"""Replacements by Unicode major category: punctuation, separators and symbols split words, marks vanish."""


@cache
def fold(text: str) -> str:
    """*text* in the form in which names are compared: lower case, American spelling, singular, joined by hyphens."""
    joined = re.sub("['\N{RIGHT SINGLE QUOTATION MARK}]", "", text).replace("&", " and ")
    # Normalizing would drop marks as well, but it takes quadratic time to sort a long run of them.
    spaced = "".join(_WITHOUT.get(unicodedata.category(char)[0], char) for char in joined)
    plain = unicodedata.normalize("NFKD", spaced).encode("ascii", "ignore").decode()
    return "-".join(_american(_singular(word)) for word in re.findall(r"[a-z0-9]+", plain.lower()))


def _american(word: str) -> str:
    for british, american in AMERICAN:
        word = re.sub(british, american, word)
    return word


def _singular(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("xes", "ches", "shes", "sses")) else word[:-1]


def id_of(words: str) -> str:
    """*words* as the id of a record: lower-case words joined by hyphens; empty if they have no letter or digit."""
    plain = unicodedata.normalize("NFKD", words[:200].replace("'", "")).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower()))[:100].strip("-")


def one_slip(typed: str, meant: str) -> bool:
    """Whether *typed* is *meant* but for one letter: a wrong one, one missing or too many, or two swapped."""
    pairs = enumerate(zip(typed, meant, strict=False))
    same = next((at for at, (one, other) in pairs if one != other), min(len(typed), len(meant)))
    one, other = typed[same:], meant[same:]
    swapped = other[:2][::-1] + other[2:]
    return one[1:] == other[1:] or one == other[1:] or one[1:] == other or one == swapped


def parts(text: str) -> list[str]:
    """The alternatives in *text*: two each in 'Guide/Interpreter' and 'Clerk or Aide'."""
    without_brackets = re.sub(r"\([^)]*\)", " ", text)
    pieces = re.split(r"\s*/\s*|\s*,\s*(?:or\s+|and\s+)?|\s+or\s+|\s+and\s+", without_brackets)
    return [piece.strip() for piece in pieces if piece.strip()]


def folded(names: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """The ids of each folded name; *names* gives the title and aliases of each id, which is a name as well."""
    ids: dict[str, list[str]] = {}
    for id_, called in names.items():
        for name in (id_, *called):
            known = ids.setdefault(fold(name), [])
            if id_ not in known:
                known.append(id_)
    return ids


def phrases(said: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """The ids of each folded phrase; *said* gives the phrases of each id, which is no phrase itself."""
    ids: dict[str, list[str]] = {}
    for id_, spelled in said.items():
        for phrase in dict.fromkeys(map(fold, spelled)):
            ids.setdefault(phrase, []).append(id_)
    return ids


def straight(text: str) -> str:
    """*text* with the characters of a keyboard for those that phones and word processors put in their place.

    Dashes and minus signs become hyphens, curly quotes become straight ones, an ellipsis three points, and
    spaces of other widths spaces.
    """
    return text.translate(_STRAIGHT)


_STRAIGHT = {
    ord(char): plain
    for plain, chars in {
        "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d",
        "'": "\u2018\u2019\u201a\u201b\u2032\u00b4",
        '"': "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb",
        "...": "\u2026",
        " ": "\u00a0\u2007\u2008\u2009\u202f\u3000",
        "": "\u200b\u200e\u200f\u2060\ufeff",
    }.items()
    for char in chars
}
