"""Scores of roles in seeded draws from a belief; a chance is the share of draws in which something is true.

A draw is a person whom the belief allows, and a table of roles that our ratings allow. The ratings are
judgments: two raters correlate about .9, so each draw also has an error of the table. An error e of a unit
vector, normal with standard deviation TABLE_ERROR in every dimension, moves the score of that role by
e . theta, which is normal with standard deviation TABLE_ERROR |theta|.
"""

from __future__ import annotations

import random
from functools import cache
from math import sqrt
from operator import add, mul, sub
from typing import TYPE_CHECKING
from zlib import crc32

from libcareer.engines.quiz.algebra import Vector, cholesky, dot, times
from libcareer.engines.quiz.belief import SIZE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from libcareer.engines.quiz.belief import Belief

DRAWS = 400
"""How many draws a result is made of. Even, because each draw is used with its mirror image."""

TABLE_ERROR = 0.125
"""The standard deviation of the error in each dimension of a role's unit vector. With it, stated chances come
true if ratings correlate .89 with the truth, as those of two raters do (docs/quiz.md)."""

SEED = 20261
"""Seed of the draws, the same for everybody, so that chances do not change between runs."""

ERRORS = 8191
"""How many standard normal errors there are to begin with. Each role begins at another one; a prime number, so
that roles rarely share a beginning."""


def drawn_scores(roles: Mapping[str, Vector], belief: Belief, draws: int = DRAWS) -> dict[str, Vector]:
    """The score of each of the *roles*, vectors by id, in each of so many *draws* from *belief*."""
    people = list(_people(belief, draws // 2))
    lengths = [
        TABLE_ERROR * sqrt(dot(theta, theta))
        for middle, moves in people
        for move in moves
        for theta in (list(map(add, middle, move)), list(map(sub, middle, move)))
    ]
    scores = {}
    for id_, vector in roles.items():
        exact: Vector = []
        for middle, moves in people:
            score = dot(vector, middle)
            for move in moves:
                moved = dot(vector, move)
                exact += (score + moved, score - moved)
        scores[id_] = list(map(add, exact, map(mul, lengths, errors(id_, draws))))
    return scores


def errors(role: str, count: int) -> Sequence[float]:
    """*count* draws from N(0, 1) for the errors of one *role*, the same at every call."""
    begin = crc32(role.encode()) % ERRORS
    return _errors()[begin : begin + count]


def shares_first(scores: Mapping[str, Vector], places: int) -> dict[str, tuple[float, float]]:
    """For each role the share of draws in which it is among the first *places*, and in which it is the best."""
    ids, draws = list(scores), list(zip(*scores.values(), strict=True))
    among, best = [0] * len(ids), [0] * len(ids)
    for drawn in draws:
        order = sorted(range(len(drawn)), key=drawn.__getitem__)[-places:]
        best[order[-1]] += 1
        for i in order:
            among[i] += 1
    return {id_: (among[i] / len(draws), best[i] / len(draws)) for i, id_ in enumerate(ids)}


def _people(belief: Belief, count: int) -> Iterator[tuple[Vector, list[Vector]]]:
    """For each part of *belief* its mean, and its share of *count* moves from there; each move counts as -move too."""
    draws = standard_draws(count)
    begin, held = 0, 0.0
    for part in belief.parts:
        held += part.weight
        end = min(count, round(held * count))
        if end > begin:
            factor = cholesky(part.covariance)
            yield part.mean, [times(factor, draw) for draw in draws[begin:end]]
        begin = end


@cache
def standard_draws(count: int) -> list[Vector]:
    """*count* draws from N(0, I), the same at every call."""
    draw = random.Random(SEED).gauss
    return [[draw(0.0, 1.0) for _ in range(SIZE)] for _ in range(count)]


@cache
def _errors() -> Vector:
    draw = random.Random(SEED + 1).gauss
    return [draw(0.0, 1.0) for _ in range(ERRORS + DRAWS)]
