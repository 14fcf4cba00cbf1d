"""Names as people type them: an index that finds ids by title, alias, other spelling and near miss."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from libcareer.errors import SeveralNames, UnknownName
from libcareer.knowledge.spelling import fold, folded, one_slip, parts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

LONGEST_NAME = 500
"""Characters; a longer word names nothing and is not compared with every name."""

NEAR_MISS = 0.72
"""The lowest difflib ratio of a near miss: low enough for two slips in a long word."""

MOST_WORDS = 12
"""The most words that are joined into one name."""

MOST_READINGS = 9
"""The most ways of reading some words that are told apart; nobody is asked about more."""

SHORTEST_SLIP = 4
"""Letters of the shortest word in which a slip is recognized; most shorter words have a neighbor one letter away."""


class Index:
    """The names of one kind of record: ids, titles and aliases, folded."""

    def __init__(self, kind: str, titles: Mapping[str, str], names: Callable[[], Mapping[str, Sequence[str]]]) -> None:
        """Index a *kind* of record by the title of each id; *names* gives the result of `folded` when it is needed."""
        self.kind = kind
        self.titles = titles
        self._names = names

    @classmethod
    def of(cls, kind: str, names: Mapping[str, Sequence[str]]) -> Index:
        """The index of a *kind* of record; *names* gives the title and aliases of each id."""
        return cls(kind, {id_: called[0] for id_, called in names.items()}, lambda: folded(names))

    @cached_property
    def ids(self) -> Mapping[str, Sequence[str]]:
        """Ids by folded name; read on first use, because most words that people type are ids."""
        return self._names()

    def find(self, word: str) -> tuple[str, ...]:
        """The ids that *word* names: by id, else by title or alias, else by any alternative in it."""
        if word in self.titles:
            return (word,)
        if len(word) > LONGEST_NAME:
            return ()
        exact = self.ids.get(fold(word), ())
        if exact:
            return tuple(exact)
        alternatives = _completed(parts(word))
        return tuple(dict.fromkeys(id_ for part in alternatives for id_ in self.ids.get(fold(part), ())))

    def nearest(self, word: str, count: int = 3) -> tuple[str, ...]:
        """Up to *count* ids whose names look most like *word*, best first; empty if none is near."""
        from difflib import SequenceMatcher

        key = fold(word) if len(word) <= LONGEST_NAME else ""
        if not key:
            return ()
        best: dict[str, float] = {}
        matcher = SequenceMatcher(b=key)
        for name, ids in self.ids.items():
            matcher.set_seq1(name)
            if matcher.real_quick_ratio() < NEAR_MISS or matcher.quick_ratio() < NEAR_MISS:
                likeness = _words_in_common(key, name)
            else:
                likeness = max(matcher.ratio(), _words_in_common(key, name))
            if likeness >= NEAR_MISS:
                for id_ in ids:
                    best[id_] = max(best.get(id_, 0.0), likeness)
        return tuple(sorted(best, key=lambda id_: (-best[id_], id_))[:count])

    def close(self, word: str) -> str | None:
        """The one id whose name *word* only misspells or cuts short; None if there is none, or several.

        A name is misspelled with at most one slip in each word. One that is cut short has a beginning of
        some of its words, and nothing else: a word that the name lacks may be the one that matters.
        """
        key = fold(word) if len(word) <= LONGEST_NAME else ""
        for alike in (_misspelled, _words_in_common):
            ids = {id_ for name, ids in self.ids.items() if key and alike(key, name) for id_ in ids}
            if ids:
                return ids.pop() if len(ids) == 1 else None
        return None

    def readings(self, words: Sequence[str]) -> list[tuple[str, ...]]:
        """Every way to join neighbors among *words* so that all of them make ids, titles or aliases."""
        read: list[list[tuple[str, ...]]] = [[()]]
        for end in range(1, len(words) + 1):
            here: list[tuple[str, ...]] = []
            for start in range(max(0, end - MOST_WORDS), end):
                name = " ".join(words[start:end])
                if read[start] and (name in self.titles or fold(name) in self.ids):
                    here += [(*before, name) for before in read[start]]
            read.append(here[:MOST_READINGS])
        return read[-1]

    def joined(self, words: Sequence[str]) -> tuple[str, ...]:
        """*words* as names, each as long as it can be; neighbors that are part of no name stay together.

        Slips and names that are cut short count as names.
        """
        names: list[str] = []
        start, open_ = 0, False
        while start < len(words):
            ends = range(min(len(words), start + MOST_WORDS), start, -1)
            end = next((end for end in ends if self._known(" ".join(words[start:end]))), None)
            if open_ and end is None:
                names[-1] += f" {words[start]}"
            else:
                names.append(" ".join(words[start : end or start + 1]))
            open_ = end is None
            start = end or start + 1
        return tuple(names)

    def _known(self, name: str) -> bool:
        return bool(self.find(name)) or self.close(name) is not None

    def one(self, word: str) -> str:
        """The one id that *word* names.

        Raises UnknownName with the nearest ids, or SeveralNames if several records share the name.
        """
        found = self.find(word)
        if len(found) == 1:
            return found[0]
        if found:
            raise SeveralNames(self.kind, word, found)
        raise UnknownName(self.kind, word, self.nearest(word))

    def all(self, word: str) -> tuple[str, ...]:
        """Every id that *word* names, or else every id with a name that contains all its words.

        Raises UnknownName with the nearest ids if there is none.
        """
        found = self.find(word)
        if not found:
            wanted = set(fold(word).split("-")) - {""} if len(word) <= LONGEST_NAME else set()
            within = [id_ for name, ids in self.ids.items() for id_ in ids if wanted <= set(name.split("-"))]
            found = tuple(dict.fromkeys(within)) if wanted else ()
        if not found:
            raise UnknownName(self.kind, word, self.nearest(word))
        return found


def _completed(pieces: list[str]) -> list[str]:
    """The alternatives with the first and last word they share: both of 'Fundraising or Development Assistant'."""
    if len(pieces) < 2:
        return pieces
    last = pieces[-1].split()[-1]
    first = pieces[0].split()[0]
    wholes = []
    for piece in pieces:
        wholes += [piece, f"{piece} {last}", f"{first} {piece}"]
    return wholes


def _misspelled(key: str, name: str) -> bool:
    """Whether each word of *key* is that of *name* but for a slip, or the whole is, as where a space is missing."""
    if len(name) >= SHORTEST_SLIP and one_slip(key, name):
        return True
    if abs(len(key) - len(name)) > key.count("-") + 1:
        return False
    typed, meant = key.split("-"), name.split("-")
    return len(typed) == len(meant) and all(
        one == other or (len(other) >= SHORTEST_SLIP and one_slip(one, other))
        for one, other in zip(typed, meant, strict=True)
    )


def _words_in_common(key: str, name: str) -> float:
    """0.9 less 0.01 for each word of *name*, if every word of *key* begins one of them; else 0."""
    words = name.split("-")
    if all(len(part) > 2 and any(word.startswith(part) for word in words) for part in key.split("-")):
        return 0.9 - 0.01 * len(words)
    return 0.0
