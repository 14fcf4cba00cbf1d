"""The records nearest to a title: by the words that they share, and by what the nearest roles refer to."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, Any

from libcareer.knowledge.terms import terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from libcareer.knowledge.reading import Knowledge

MOST = 5
"""The most records that are named as near."""

SMALL_WORDS = frozenset(terms("a an and as at by for from in of on or the to with"))
"""Terms that say nothing about a title."""

OF_A_ROLE: dict[str, Callable[[Any], Iterable[str]]] = {
    "clusters": lambda role: (role.cluster,),
    "settings": lambda role: role.settings,
    "education": lambda role: (role.education.typical,),
    "skills": lambda role: (*role.skills.essential, *role.skills.useful),
    "credentials": lambda role: (wanted.credential for wanted in role.credentials),
    "occupations": lambda role: (covered.code for covered in role.occupations),
    "resources": lambda role: role.resources,
}
"""What a role refers to, by kind."""


def nearest_records(knowledge: Knowledge, kind: str, title: str, *, through_roles: bool = False) -> list[str]:
    """The ids of at most MOST records of a *kind* that share words with *title*, nearest first.

    With *through_roles* a record is near as well if the roles nearest to *title* refer to it, more than others do.
    """
    scores = _alike(knowledge, kind, title)
    if through_roles and kind in OF_A_ROLE:
        uses = {id_: set(OF_A_ROLE[kind](role)) for id_, role in knowledge.records("roles").items()}
        often = Counter(id_ for used in uses.values() for id_ in used)
        near = sorted(_alike(knowledge, "roles", title).items(), key=lambda one: -one[1])[:MOST]
        for role, score in near:
            for id_ in uses[role] & knowledge.entries[kind].keys():
                vote = score / sum(each for _, each in near) / (1 + math.log(often[id_]))
                scores[id_] = scores.get(id_, 0) + vote
    return sorted(scores, key=lambda id_: (-scores[id_], id_))[:MOST]


def _alike(knowledge: Knowledge, kind: str, title: str) -> dict[str, float]:
    """Of each record of a *kind* that shares a word with *title*, the share of its words that it has, weighted."""
    asked = set(terms(title)) - SMALL_WORDS
    named = {id_: set(terms(" ".join(_names(id_, entry.value)))) for id_, entry in knowledge.entries[kind].items()}
    held = Counter(term for words in named.values() for term in words & asked)
    weights = {term: math.log(1 + len(named) / held[term]) for term in held}
    whole = sum(weights.values())
    return {id_: sum(weights[term] for term in words & asked) / whole for id_, words in named.items() if words & asked}


def _names(id_: str, record: Any) -> tuple[str, ...]:
    return (id_, getattr(record, "title", ""), *getattr(record, "aliases", ()))
