"""How alike two roles are in the skills they use: the part of one role's skills that the other has too.

What is alike is weighed by importance and by rarity: that two roles both write e-mail says little, that
both appraise papers says much. Rarity is measured as in text search (K. Spärck Jones, "A statistical
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
"""What a skill weighs: one that is hard to be hired without counts twice one that is learned there."""


class Likeness(Struct, frozen=True):
    """How much of the skills of a role wished for another role has.

    *share* is their weight over the weight of all the wish's skills, 0 to 1. *shared* are those
    skills by the wish's ids, essential ones first; *missing* are the essential skills of the other
    role that the wish does not have.
    """

    share: float
    shared: tuple[str, ...]
    missing: tuple[str, ...]


def likeness(catalog: Catalog, wish: str, other: str) -> Likeness:
    """How much of the skills of the role *wish* the role *other* has.

    A role is wholly like itself, but likeness is not mutual: a page's few skills are nearly all found
    in a librarian's work, and not the other way round.
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
    """How telling *skill* is: the logarithm of one more than the roles there are to each one that uses it.

    One that no role uses is as rare as one that a single role uses.
    """
    return math.log(1 + len(catalog.briefs) / max(1, len(catalog.users[skill])))


def covered(catalog: Catalog, wanted: Iterable[str], held: Iterable[str]) -> tuple[str, ...]:
    """Those of the skills *wanted* that somebody has who has the skills *held*: the skill or a narrower one.

    A broader one does not count: who searches databases has not done a systematic review.
    """
    held = frozenset(held)
    return tuple(skill for skill in dict.fromkeys(wanted) if not held.isdisjoint(catalog.family(skill)))


def kin(catalog: Catalog, skill: str) -> frozenset[str]:
    """*skill* with every narrower and every broader one: what is at least in part the same."""
    above = [skill]
    for id_ in above:
        above += catalog.skills[id_].broader
    return frozenset((*above, *catalog.family(skill)))


def skills_of(catalog: Catalog, role: str) -> tuple[str, ...]:
    """The skills that *role* uses, essential ones first."""
    skills = catalog.briefs[role].skills
    return (*skills.essential, *skills.useful)
