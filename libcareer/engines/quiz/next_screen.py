"""The search for the next screen of the quiz: the options that, shown together, are most informative.

A screen is chosen greedily, option by option, to reduce the variance of the differences between
contending roles most (an A-optimal design, Chaloner and Verdinelli 1995). An answer to a screen of k
options is k - 1 Helmert contrasts, each of one option with the mean of the options before it.
"""

from __future__ import annotations

import math
from operator import mul
from typing import TYPE_CHECKING

from libcareer.engines.quiz.algebra import Matrix, Vector, dot, times

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

STEEP = 3.0
"""How fast the weight of a role falls with its distance from the last of the first places, measured in
standard deviations of its score. Of 1, 1.7 and 3 it did best in simulation."""


def contention(roles: Sequence[Vector], mean: Vector, covariance: Matrix, places: int) -> Matrix:
    """The covariance of *roles*, weighted by how close each is to being among the first *places* under the belief."""
    scores = [dot(vector, mean) for vector in roles]
    last = sorted(scores, reverse=True)[min(places, len(scores)) - 1]
    weights = []
    for vector, score in zip(roles, scores, strict=True):
        spread = math.sqrt(max(dot(vector, times(covariance, vector)), 1e-12))
        weights.append(1 / (1 + math.exp(-STEEP * (score - last) / spread)))
    total = sum(weights)
    columns = list(zip(*roles, strict=True))
    center = [sum(map(mul, column, weights)) / total for column in columns]
    centerd = [[x - c for x in column] for column, c in zip(columns, center, strict=True)]
    weighted = [[x * w for x, w in zip(column, weights, strict=True)] for column in centerd]
    return [[sum(map(mul, row, column)) / total for column in centerd] for row in weighted]


def most_informative(
    options: Mapping[str, Vector],
    count: int,
    noise: float,
    covariance: Matrix,
    contended: Matrix,
    long: Collection[str] = (),
    most_long: int = 0,
) -> list[str]:
    """The ids of *count* of the *options*, chosen greedily by the information in their contrasts.

    A contrast d reduces the variance by d'VCVd / (d'Vd + noise (j+1)/j), where C is *contended*, V is
    *covariance* and j is the number of options chosen before. At most *most_long* of the options that
    are *long* to read are chosen.
    """
    belief, reduced = [row[:] for row in covariance], _between(covariance, contended)
    # d'Vd and d'VCVd are kept for every option and updated with V, whose changes have rank one.
    spreads = {id_: dot(vector, times(belief, vector)) for id_, vector in options.items()}
    reaches = {id_: dot(vector, times(reduced, vector)) for id_, vector in options.items()}
    pool = dict(options)
    chosen: list[str] = []
    mean = [0.0] * len(covariance)
    for size in range(count):
        error = noise * (size + 1) / max(size, 1)
        along, across = times(belief, mean), times(reduced, mean)
        spread_mean, reach_mean = dot(mean, along) + error, dot(mean, across)
        gains = {
            id_: (reaches[id_] - 2 * dot(vector, across) + reach_mean)
            / (spreads[id_] - 2 * dot(vector, along) + spread_mean)
            for id_, vector in pool.items()
        }
        best = max(gains, key=gains.__getitem__)
        vector = pool.pop(best)
        chosen.append(best)
        if best in long and sum(id_ in long for id_ in chosen) == most_long:
            pool = {id_: other for id_, other in pool.items() if id_ not in long}
        if size and len(chosen) < count:
            contrast = [a - b for a, b in zip(vector, mean, strict=True)]
            seen = times(belief, contrast)
            carried = times(belief, times(contended, seen))
            scale = 1 / (dot(contrast, seen) + error)
            twice = scale * scale * dot(seen, times(contended, seen))
            for id_, other in pool.items():
                s, w = dot(other, seen), dot(other, carried)
                spreads[id_] -= scale * s * s
                reaches[id_] += s * (twice * s - 2 * scale * w)
            for row, row_reduced, s, w in zip(belief, reduced, seen, carried, strict=True):
                for j, (t, c) in enumerate(zip(seen, carried, strict=True)):
                    row[j] -= scale * s * t
                    row_reduced[j] += twice * s * t - scale * (s * c + w * t)
        mean = [(m * size + x) / (size + 1) for m, x in zip(mean, vector, strict=True)]
    return chosen


def _between(outer: Matrix, inner: Matrix) -> Matrix:
    """The product V C V of two symmetric matrices, V *outer* and C *inner*."""
    half = [[sum(map(mul, row, column)) for column in inner] for row in outer]
    return [[sum(map(mul, row, column)) for column in outer] for row in half]
