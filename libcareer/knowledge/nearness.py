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

THROUGH_A_SKILL = 0.25
"""How near a role is to a title with which it shares no word, but a skill."""

ROOT = 7
"""Letters of a term that count, so that "historian" and "history" are one."""

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
    roles = _near_roles(knowledge, title) if through_roles else {}
    scores = {id_: 2 * score for id_, score in _alike(knowledge, kind, title).items()}
    if through_roles and kind == "roles":
        scores = roles
    if roles and kind in OF_A_ROLE:
        uses = {id_: set(OF_A_ROLE[kind](role)) for id_, role in knowledge.records("roles").items()}
        often = Counter(id_ for used in uses.values() for id_ in used)
        near = sorted(roles.items(), key=lambda one: -one[1])[:MOST]
        for role, score in near:
            for id_ in uses[role] & knowledge.entries[kind].keys():
                vote = score / sum(each for _, each in near) / (1 + math.log(often[id_]))
                scores[id_] = scores.get(id_, 0) + vote
    return sorted(scores, key=lambda id_: (-scores[id_], id_))[:MOST]


def _near_roles(knowledge: Knowledge, title: str) -> dict[str, float]:
    """How near each role is that shares a word with *title*, or lists the skill that shares most of them."""
    scores = _alike(knowledge, "roles", title)
    skills = _alike(knowledge, "skills", title)
    best = {skill for skill, score in skills.items() if score == max(skills.values())}
    for id_, role in knowledge.records("roles").items():
        if not best.isdisjoint((*role.skills.essential, *role.skills.useful)):
            scores.setdefault(id_, THROUGH_A_SKILL)
    return scores


def _alike(knowledge: Knowledge, kind: str, title: str) -> dict[str, float]:
    """Of each record of a *kind* that shares a word with *title*, the share of its words that it has, weighted."""
    asked = _roots(title)
    named = {id_: _roots(" ".join(_names(id_, entry.value))) for id_, entry in knowledge.entries[kind].items()}
    held = Counter(term for words in named.values() for term in words & asked)
    weights = {term: math.log(1 + len(named) / held[term]) for term in held}
    whole = sum(weights.values())
    return {id_: sum(weights[term] for term in words & asked) / whole for id_, words in named.items() if words & asked}


def _roots(text: str) -> set[str]:
    return {term[:ROOT] for term in terms(text) if term not in SMALL_WORDS}


def _names(id_: str, record: Any) -> tuple[str, ...]:
    return (id_, getattr(record, "title", ""), *getattr(record, "aliases", ()))
