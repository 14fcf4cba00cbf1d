"""Two roles in one question: side by side, or the way from one to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.engines.choices import Section
from libcareer.engines.words.answer import Found, Page
from libcareer.engines.words.question import COMMON

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.engines.words.question import Name, Question
    from libcareer.engines.words.ranking import Ranking

COMPARING = frozenset("vs versus or difference differ compare comparison between than better compared".split())  # noqa: SIM905
"""Words that compare what is named on both sides."""

LEADING = frozenset("to into become becoming toward towards".split())  # noqa: SIM905
"""Words between the role that somebody leaves and the one that they want."""


def pair(catalog: Catalog, question: Question, ranking: Ranking) -> Found | None:
    """The page about the two roles that a *question* names, if it compares them or leads from one to the other."""
    named = [name for name in sorted(question.names) if _roles(name)]
    if len(named) != 2:
        return None
    one, other = _nearest(catalog, *named)
    if one == other:
        return None
    between = set(question.words[named[0].end : named[1].start])
    before = question.words[: named[0].start][-2:]
    words = {term for name in named for term in question.terms[name.start : name.end]}
    words |= {question.terms[place] for at in question.aspects.values() for place in at}
    share = ranking.total(words & question.subjects) / (ranking.total(question.subjects) or 1)
    typed = question.typed_for(words - COMMON)
    titles = [catalog.titles("roles")[id_] for id_ in (one, other)]
    if LEADING & between or "from" in before or Section.MOVES in question.aspects:
        return Found(Page.WAY, other, f"{titles[1]}: the way there from {titles[0]}", None, one, typed, round(share, 3))
    if COMPARING.intersection(question.words):
        return Found(Page.COMPARISON, one, f"{titles[0]} and {titles[1]}", None, other, typed, round(share, 3))
    return None


def _roles(name: Name) -> list[str]:
    return [id_ for kind, id_ in name.records if kind == "roles"]


def _nearest(catalog: Catalog, one: Name, other: Name) -> tuple[str, str]:
    """Of the roles that two names may mean, the two in one part of the field if there are such."""
    pairs = [(first, second) for first in _roles(one) for second in _roles(other)]
    return min(pairs, key=lambda both: (catalog.briefs[both[0]].cluster != catalog.briefs[both[1]].cluster, both))
