"""Names as people type them: other spellings, plurals, near misses."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, cached_property
from typing import TYPE_CHECKING

from libcareer.errors import SeveralNames, UnknownName

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

# Each pair turns one British habit of spelling into the American one that ids and titles use.
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

LONGEST = 500
"""Characters of a name; what is longer names nothing, and is not compared with every name there is."""

NEAR = 0.72
"""How alike a near miss must be, as a ratio of difflib: low enough for two slips in a long word."""


_WITHOUT = {**dict.fromkeys("PZSC", " "), "M": ""}
"""What letters and digits are parted by, and the marks on them, by the first letter of their category."""


@cache
def fold(text: str) -> str:
    """*text* as it is compared: lower case, American spelling, singular, words joined by hyphens."""
    joined = re.sub("['\N{RIGHT SINGLE QUOTATION MARK}]", "", text).replace("&", " and ")
    # Marks would vanish below all the same; to put a long run of them in order takes long.
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


def parts(text: str) -> list[str]:
    """The alternatives that *text* offers: 'Guide/Interpreter' and 'Clerk or Aide' are two each."""
    without_brackets = re.sub(r"\([^)]*\)", " ", text)
    pieces = re.split(r"\s*/\s*|\s*,\s*(?:or\s+|and\s+)?|\s+or\s+|\s+and\s+", without_brackets)
    return [piece.strip() for piece in pieces if piece.strip()]


def folded(names: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """Ids under every folded name they go by; *names* gives title and aliases for each id."""
    ids: dict[str, list[str]] = {}
    for id_, called in names.items():
        for name in (id_, *called):
            known = ids.setdefault(fold(name), [])
            if id_ not in known:
                known.append(id_)
    return ids


class Index:
    """Ids of one kind of record under every name they go by."""

    def __init__(self, kind: str, titles: Mapping[str, str], names: Callable[[], Mapping[str, Sequence[str]]]) -> None:
        """Index a *kind* of record: the title of each id, and *names* that gives what `folded` makes."""
        self.kind = kind
        self.titles = titles
        self._names = names

    @classmethod
    def of(cls, kind: str, names: Mapping[str, Sequence[str]]) -> Index:
        """The index of a *kind* of record; *names* gives title and aliases for each id."""
        return cls(kind, {id_: called[0] for id_, called in names.items()}, lambda: folded(names))

    @cached_property
    def ids(self) -> Mapping[str, Sequence[str]]:
        """Ids by folded name; most words typed are ids and need none."""
        return self._names()

    def find(self, word: str) -> tuple[str, ...]:
        """Ids that *word* names: by id, then by title or alias, then by any alternative in it."""
        if word in self.titles:
            return (word,)
        if len(word) > LONGEST:
            return ()
        exact = self.ids.get(fold(word), ())
        if exact:
            return tuple(exact)
        shared = _last_word_shared(parts(word))
        return tuple(dict.fromkeys(id_ for part in shared for id_ in self.ids.get(fold(part), ())))

    def nearest(self, word: str, count: int = 3) -> tuple[str, ...]:
        """Up to *count* ids whose names look most like *word*; none if nothing does."""
        from difflib import SequenceMatcher

        key = fold(word) if len(word) <= LONGEST else ""
        if not key:
            return ()
        best: dict[str, float] = {}
        matcher = SequenceMatcher(b=key)
        for name, ids in self.ids.items():
            matcher.set_seq1(name)
            if matcher.real_quick_ratio() < NEAR or matcher.quick_ratio() < NEAR:
                likeness = _words_in_common(key, name)
            else:
                likeness = max(matcher.ratio(), _words_in_common(key, name))
            if likeness >= NEAR:
                for id_ in ids:
                    best[id_] = max(best.get(id_, 0.0), likeness)
        return tuple(sorted(best, key=lambda id_: (-best[id_], id_))[:count])

    def one(self, word: str) -> str:
        """The one id that *word* names.

        Raises UnknownName with the nearest ids, or SeveralNames where a name is shared.
        """
        found = self.find(word)
        if len(found) == 1:
            return found[0]
        if found:
            raise SeveralNames(self.kind, word, found)
        raise UnknownName(self.kind, word, self.nearest(word))

    def all(self, word: str) -> tuple[str, ...]:
        """Every id that *word* names, or that has a name with all its words in it.

        Raises UnknownName with the nearest ids if there is none.
        """
        found = self.find(word)
        if not found:
            wanted = set(fold(word).split("-")) - {""} if len(word) <= LONGEST else set()
            within = [id_ for name, ids in self.ids.items() for id_ in ids if wanted <= set(name.split("-"))]
            found = tuple(dict.fromkeys(within)) if wanted else ()
        if not found:
            raise UnknownName(self.kind, word, self.nearest(word))
        return found


def _last_word_shared(pieces: list[str]) -> list[str]:
    """Alternatives completed: of 'Fundraising or Development Assistant' both are assistants."""
    if len(pieces) < 2:
        return pieces
    last = pieces[-1].split()[-1]
    first = pieces[0].split()[0]
    completed = []
    for piece in pieces:
        completed += [piece, f"{piece} {last}", f"{first} {piece}"]
    return completed


def _words_in_common(key: str, name: str) -> float:
    """1 - a little, if every word of *key* begins a word of *name*; else 0."""
    words = name.split("-")
    if all(len(part) > 2 and any(word.startswith(part) for word in words) for part in key.split("-")):
        return 0.9 - 0.01 * len(words)
    return 0.0
