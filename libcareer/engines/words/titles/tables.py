"""The tables by which titles are read: functions, levels, namesakes and the names of roles, by folded phrase."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from libcareer.engines.words.titles.own_words import own_words
from libcareer.engines.words.titles.parts import IGNORED
from libcareer.knowledge.model.titles import Elsewhere

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from libcareer.catalog import Catalog
    from libcareer.knowledge.model.titles import Function

LONGEST_SPAN = 7
"""The most words of a phrase."""


class Span(NamedTuple):
    """Neighbors among some words, from *start* to before *end*, and the ids of what they mean."""

    start: int
    end: int
    ids: tuple[str, ...]


class TitleTables:
    """What phrases of titles mean in a catalog."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.levels = catalog.levels
        self.functions = catalog.functions
        self.namesakes = catalog.namesakes
        self.own = own_words(catalog.vocabulary.titles)
        """The words of titles in the vocabulary."""
        self.ignored = IGNORED | self.own.workplaces
        """Words that neither name work nor leave one in doubt when nothing explains them."""
        self.names: Mapping[str, Sequence[str]] = catalog.role_names.ids
        self._function_phrases = catalog.phrases("functions")
        self._level_phrases = catalog.phrases("levels")
        self._namesake_phrases = catalog.phrases("namesakes")
        own = (phrase for phrase, ids in self._function_phrases.items() if any(map(self.is_own, ids)))
        self._field_phrases = frozenset(own)

    def is_own(self, function: str) -> bool:
        """Whether no other field uses the words of a *function*."""
        return self.functions[function].elsewhere is None

    @cached_property
    def job_words(self) -> frozenset[str]:
        """Words that are a level by themselves, so that words with one of them name a job."""
        return frozenset(phrase for phrase in self._level_phrases if "-" not in phrase)

    @cached_property
    def level_words(self) -> frozenset[str]:
        """Every word that helps to say a level."""
        return frozenset(word for phrase in self._level_phrases for word in phrase.split("-"))

    @cached_property
    def called(self) -> Mapping[str, frozenset[str]]:
        """The words of all names of each role."""
        words: dict[str, set[str]] = {}
        for name, ids in self.names.items():
            for id_ in ids:
                words.setdefault(id_, set()).update(name.split("-"))
        return {id_: frozenset(found) for id_, found in words.items()}

    @cached_property
    def general(self) -> frozenset[str]:
        """Roles that stand for several of their kind, such as librarian: the kind of employer tells these apart."""
        functions = [self.functions[id_] for id_ in self.functions]
        usual = self.own.levels.unsaid[:1]
        cells = [one.roles.get(level, ()) for one in functions if one.rank == 0 for level in usual]
        return frozenset(roles[0] for roles in cells if len(roles) > 1)

    # ------------------------------------------------------------------ phrases in words

    def functions_in(self, words: Sequence[str]) -> list[Span]:
        """The functions that phrases among *words* name."""
        return _spans(words, self._function_phrases)

    def levels_in(self, words: Sequence[str]) -> list[Span]:
        """The levels that phrases among *words* say."""
        return _spans(words, self._level_phrases)

    def namesakes_in(self, words: Sequence[str]) -> list[Span]:
        """The phrases among *words* that other fields share with ours."""
        return _spans(words, self._namesake_phrases)

    def names_in(self, words: Sequence[str]) -> list[Span]:
        """The names of roles among *words*; a single word is one only if no table has it."""
        return [
            span
            for span in _spans(words, self.names)
            if span.end - span.start > 1 or self._is_only_name(words[span.start])
        ]

    def _is_only_name(self, word: str) -> bool:
        return word not in self._function_phrases and word not in self.level_words

    def known(self, words: Sequence[str]) -> set[int]:
        """The places of those of *words* that any table has."""
        spans = [*self.functions_in(words), *self.levels_in(words), *_spans(words, self.names)]
        return {at for span in spans for at in range(span.start, span.end)}

    def is_ours(self, words: Sequence[str]) -> bool:
        """Whether any of *words* belongs to our field, alone or inside a longer phrase."""
        starts = range(len(words))
        return any(
            "-".join(words[start:end]) in self._field_phrases
            for start in starts
            for end in range(start + 1, min(len(words), start + LONGEST_SPAN) + 1)
        )

    def is_work(self, words: Sequence[str]) -> bool:
        """Whether *words* are about work alone: functions, and words that say nothing."""
        known = {at for span in self.functions_in(words) for at in range(span.start, span.end)}
        return bool(known) and all(at in known or word in self.ignored for at, word in enumerate(words))

    # ------------------------------------------------------------------ cells

    def counts(self, function: Function, *, ours: bool, in_field: bool) -> bool:
        """Whether a *function* counts: *ours* if the title has a word of the field, *in_field* if it offers the job."""
        match function.elsewhere:
            case Elsewhere.ALWAYS:
                return ours
            case Elsewhere.MOSTLY:
                return ours or in_field
            case _:
                return True

    def roles_at(self, function: Function, level: str | None) -> tuple[str, ...]:
        """The roles of a *function* at a *level*: its own there, else those of the level and of the nearest one."""
        if level is None:
            return _first(function, self.own.levels.unsaid or function.roles)
        record = self.levels[level]
        if level in function.roles:
            return tuple(dict.fromkeys((*function.roles[level], *record.roles)))
        return tuple(dict.fromkeys((*record.roles, *_first(function, record.instead))))


def _first(function: Function, levels: Iterable[str]) -> tuple[str, ...]:
    return next((function.roles[level] for level in levels if level in function.roles), ())


def _spans(words: Sequence[str], table: Mapping[str, Sequence[str]]) -> list[Span]:
    """What the *table* has of *words*: the longest phrases first found, none inside another."""
    spans: list[Span] = []
    free = [True] * len(words)
    for size in range(min(LONGEST_SPAN, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            if all(free[start : start + size]) and (ids := table.get("-".join(words[start : start + size]))):
                spans.append(Span(start, start + size, tuple(ids)))
                free[start : start + size] = [False] * size
    return sorted(spans)


_tables: WeakKeyDictionary[Catalog, TitleTables] = WeakKeyDictionary()


def title_tables(catalog: Catalog) -> TitleTables:
    """The tables of a *catalog*; the same ones for all titles."""
    if catalog not in _tables:
        _tables[catalog] = TitleTables(catalog)
    return _tables[catalog]
