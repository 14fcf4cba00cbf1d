"""Similarity of roles by their skills: the share of one role's skills that another role has too.

Skills are weighted by importance and by rarity, because a skill that nearly all roles use says little.
Rarity is the inverse document frequency of text search (K. Spärck Jones, "A statistical
interpretation of term specificity and its application in retrieval", 1972).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

    from libcareer.catalog import Catalog

ESSENTIAL, USEFUL = 2.0, 1.0
"""The weight of a skill by importance; an essential one, needed to be hired, counts twice a useful one."""


class Likeness(Struct, frozen=True):
    """Which skills of a role, the wish, another role has.

    *share* is the weight of these skills over the weight of all skills of the wish, 0 to 1. *shared* are
    these skills by the ids that the wish uses, essential ones first; *missing* are the essential skills
    of the other role that the wish lacks.
    """

    share: float
    shared: tuple[str, ...]
    missing: tuple[str, ...]


def likeness(catalog: Catalog, wish: str, other: str) -> Likeness:
    """Which skills of the role *wish* the role *other* has.

    The share is 1 for a role and itself, but it is not symmetric: a librarian has nearly all of a page's
    few skills, while a page has few of a librarian's.
    """
    mine, theirs = catalog.briefs[wish].skills, catalog.briefs[other].skills
    weights = {skill: USEFUL * rarity(catalog, skill) for skill in mine.useful}
    weights |= {skill: ESSENTIAL * rarity(catalog, skill) for skill in mine.essential}
    shared = covered(catalog, skills_of(catalog, wish), skills_of(catalog, other))
    had = covered(catalog, theirs.essential, weights)
    return Likeness(
        share=math.fsum(weights[skill] for skill in shared) / math.fsum(weights.values()),
        shared=shared,
        missing=tuple(skill for skill in theirs.essential if skill not in had),
    )


def rarity(catalog: Catalog, skill: str) -> float:
    """The rarity of *skill*: log(1 + number of roles / number of roles that use it).

    A skill that no role uses counts as used by one.
    """
    return math.log(1 + len(catalog.briefs) / max(1, len(catalog.users[skill])))


def covered(catalog: Catalog, wanted: Iterable[str], held: Iterable[str]) -> tuple[str, ...]:
    """The skills *wanted* that the skills *held* cover: the skill itself or a narrower one is held.

    A broader skill does not count: searching databases is not yet a systematic review.
    """
    held = frozenset(held)
    return tuple(skill for skill in dict.fromkeys(wanted) if not held.isdisjoint(catalog.family(skill)))


def kin(catalog: Catalog, skill: str) -> frozenset[str]:
    """*skill* with all its narrower and broader skills."""
    above = [skill]
    for id_ in above:
        above += catalog.skills[id_].broader
    return frozenset((*above, *catalog.family(skill)))


def skills_of(catalog: Catalog, role: str) -> tuple[str, ...]:
    """The skills that *role* uses, essential ones first."""
    skills = catalog.briefs[role].skills
    return (*skills.essential, *skills.useful)
