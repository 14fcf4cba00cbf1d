"""Two roles in one question: side by side, or the way from one to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from libcareer.engines.choices import Section
from libcareer.engines.words.questions.answer import Found, Page
from libcareer.engines.words.questions.common import COMMON

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcareer.catalog import Catalog
    from libcareer.engines.words.questions.question import Name, Question
    from libcareer.engines.words.questions.ranking import Ranking

COMPARING = frozenset("vs versus or difference differ compare comparison between than better compared".split())  # noqa: SIM905
"""Words that compare what is named on both sides."""

LEADING = frozenset("to into become becoming toward towards".split())  # noqa: SIM905
"""Words between the role that somebody leaves and the one that they want."""


def pair(catalog: Catalog, question: Question, ranking: Ranking) -> Found | None:
    """The page about the two roles that a *question* names, if it compares them or leads from one to the other."""
    comparing = bool(COMPARING.intersection(question.words))
    named = [side for name in sorted(question.names) if (side := _Side.of(name))]
    if len(named) == 1 and comparing:
        named = sorted([*named, *_other_side(catalog, question, named[0])])
    if len(named) != 2:
        return None
    one, other = _nearest(catalog, *named)
    if one == other:
        return None
    between = set(question.words[named[0].end : named[1].start])
    before = question.words[: named[0].start][-2:]
    words = {term for side in named for term in question.terms[side.start : side.end]}
    words |= {question.terms[place] for at in question.aspects.values() for place in at}
    share = round(ranking.total(words & question.subjects) / (ranking.total(question.subjects) or 1), 3)
    typed = question.typed_for(words - COMMON)
    first, second = (catalog.titles("roles")[id_] for id_ in (one, other))
    if LEADING & between or "from" in before or Section.MOVES in question.aspects:
        return Found(Page.WAY, other, f"{second}: the way there from {first}", None, one, typed, share)
    if comparing:
        return Found(Page.COMPARISON, one, f"{first} and {second}", None, other, typed, share)
    return None


class _Side(NamedTuple):
    """The *roles* that words from the place *start* up to *end* may mean."""

    start: int
    end: int
    roles: tuple[str, ...]

    @classmethod
    def of(cls, name: Name) -> _Side | None:
        roles = tuple(id_ for kind, id_ in name.records if kind == "roles")
        return cls(name.start, name.end, roles) if roles else None


def _other_side(catalog: Catalog, question: Question, side: _Side) -> Iterator[_Side]:
    """The role that one more word means: the only one in the same part of the field with the word in its names."""
    clusters = {catalog.briefs[id_].cluster for id_ in side.roles}
    for place, word in enumerate(question.words):
        if place in range(side.start, side.end) or question.terms[place] not in question.subjects - question.generic:
            continue
        called = {
            id_
            for name, ids in catalog.role_names.ids.items()
            for id_ in ids
            if word in name.split("-") and catalog.briefs[id_].cluster in clusters
        }
        if len(called) == 1:
            yield _Side(place, place + 1, tuple(called))


def _nearest(catalog: Catalog, one: _Side, other: _Side) -> tuple[str, str]:
    """Of the roles that two names may mean, the two in one part of the field if there are such."""
    pairs = [(first, second) for first in one.roles for second in other.roles]
    return min(pairs, key=lambda both: (catalog.briefs[both[0]].cluster != catalog.briefs[both[1]].cluster, both))
