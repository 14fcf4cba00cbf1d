"""Which options, shown together, tell most: the search for the next screen of the quiz.

Screens are chosen by the variance they take from the differences between contending roles (an
A-optimal design, Chaloner and Verdinelli 1995), option by option: an answer to a screen of k options
is k - 1 contrasts, each of one option with the mean of those before it (Helmert's).
"""

from __future__ import annotations

import math
from operator import mul
from typing import TYPE_CHECKING

from libcareer.engines.quiz.algebra import Matrix, Vector, dot, times

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

STEEP = 3.0
"""How fast the weight of a role falls with its distance from the last place in contention, in
standard deviations of its score: the best of 1, 1.7 and 3 in simulation."""


def contention(roles: Sequence[Vector], mean: Vector, covariance: Matrix, places: int) -> Matrix:
    """The covariance of *roles*, weighted by how near each is to the first *places* of a belief."""
    scores = [dot(vector, mean) for vector in roles]
    last = sorted(scores, reverse=True)[min(places, len(scores)) - 1]
    weights = []
    for vector, score in zip(roles, scores, strict=True):
        spread = math.sqrt(max(dot(vector, times(covariance, vector)), 1e-12))
        weights.append(1 / (1 + math.exp(-STEEP * (score - last) / spread)))
    total = sum(weights)
    columns = list(zip(*roles, strict=True))
    centre = [sum(map(mul, column, weights)) / total for column in columns]
    centred = [[x - c for x in column] for column, c in zip(columns, centre, strict=True)]
    weighted = [[x * w for x, w in zip(column, weights, strict=True)] for column in centred]
    return [[sum(map(mul, row, column)) / total for column in centred] for row in weighted]


def telling(
    options: Mapping[str, Vector],
    count: int,
    noise: float,
    covariance: Matrix,
    contended: Matrix,
    long: Collection[str] = (),
    most_long: int = 0,
) -> list[str]:
    """The ids of *count* of the *options*, each the one whose contrast with those before tells most.

    Of a contrast d it tells d'VCVd / (d'Vd + noise (j+1)/j), where C is *contended*, V *covariance*
    and j the number of options before it. Of those that are *long* to read at most *most_long* are taken.
    """
    belief, told = [row[:] for row in covariance], _between(covariance, contended)
    # d'Vd and d'VCVd are kept for every option and follow each change of V, which is of rank one.
    spreads = {id_: dot(vector, times(belief, vector)) for id_, vector in options.items()}
    reaches = {id_: dot(vector, times(told, vector)) for id_, vector in options.items()}
    pool = dict(options)
    chosen: list[str] = []
    mean = [0.0] * len(covariance)
    for size in range(count):
        error = noise * (size + 1) / max(size, 1)
        along, across = times(belief, mean), times(told, mean)
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
            for row, row_told, s, w in zip(belief, told, seen, carried, strict=True):
                for j, (t, c) in enumerate(zip(seen, carried, strict=True)):
                    row[j] -= scale * s * t
                    row_told[j] += twice * s * t - scale * (s * c + w * t)
        mean = [(m * size + x) / (size + 1) for m, x in zip(mean, vector, strict=True)]
    return chosen


def _between(outer: Matrix, inner: Matrix) -> Matrix:
    """V C V of two symmetric matrices."""
    half = [[sum(map(mul, row, column)) for column in inner] for row in outer]
    return [[sum(map(mul, row, column)) for column in outer] for row in half]
