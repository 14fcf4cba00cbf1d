"""The ratings of each role on the sixteen dimensions of the quiz, raw and standardized."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from libcareer.engines.quiz.algebra import Vector, unit
from libcareer.knowledge.model.values import Dimension

if TYPE_CHECKING:
    from libcareer.catalog import Catalog

DIMENSIONS = tuple(Dimension)
HOLLAND_LETTERS = DIMENSIONS[:6]
"""RIASEC: realistic, investigative, artistic, social, enterprising, conventional."""

MIDDLE = 4.0
"""The interest assumed for a letter on which no occupation of a role is rated: the middle of 1 to 7."""


def role_vectors(catalog: Catalog) -> dict[str, Vector]:
    """Each role as a unit vector: its sixteen ratings, standardized over all roles of *catalog*."""
    return {id_: unit(ratings) for id_, ratings in standard_ratings(catalog).items()}


def standard_ratings(catalog: Catalog) -> dict[str, Vector]:
    """The sixteen ratings of each role, standardized over all roles of *catalog*."""
    ratings = {id_: ratings_of(catalog, id_) for id_ in catalog.roles}
    columns = list(zip(*ratings.values(), strict=True))
    means = [sum(column) / len(column) for column in columns]
    spreads = [
        math.sqrt(sum((x - mean) ** 2 for x in column) / len(column)) or 1.0
        for column, mean in zip(columns, means, strict=True)
    ]
    return {
        id_: [(x - mean) / spread for x, mean, spread in zip(rating, means, spreads, strict=True)]
        for id_, rating in ratings.items()
    }


def ratings_of(catalog: Catalog, role: str) -> Vector:
    """The ratings of *role*: the adjusted mean interests of its occupations (1 to 7), then its facets (0 to 4)."""
    record = catalog.roles[role]
    rated = [
        interests
        for covered in record.occupations
        if (interests := catalog.occupations[covered.code].interests) is not None
    ]
    adjust = record.interests.by if record.interests else {}
    letters = []
    for letter in HOLLAND_LETTERS:
        known = [getattr(interests, letter) for interests in rated]
        middle = sum(known) / len(known) if known else MIDDLE
        letters.append(min(7.0, max(1.0, middle + adjust.get(letter, 0.0))))
    return [*letters, *(float(getattr(record.quiz.facets, facet)) for facet in DIMENSIONS[6:])]
