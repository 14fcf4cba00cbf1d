"""The search for the next screen: it matches a naive search and respects its limits."""

from __future__ import annotations

import random

import pytest

from libcareer.engines.quiz.algebra import Matrix, Vector, dot, identity, inverse, times, unit
from libcareer.engines.quiz.next_screen import contention, most_informative

SIZE = 6
NOISE = 4.0


def vectors(count: int, seed: int) -> dict[str, Vector]:
    draw = random.Random(seed)
    return {f"o{number:02}": unit([draw.gauss(0, 1) for _ in range(SIZE)]) for number in range(count)}


def known(seed: int) -> Matrix:
    """The covariance of a belief after some answers."""
    precision = identity(SIZE)
    for vector in vectors(5, seed).values():
        for i, x in enumerate(vector):
            for j, y in enumerate(vector):
                precision[i][j] += x * y
    return inverse(precision)


def plainly(options: dict[str, Vector], count: int, belief: Matrix, contended: Matrix) -> list[str]:
    """The search as the docstring of `most_informative` defines it, computed anew at each step."""
    chosen: list[str] = []
    while len(chosen) < count:
        size = len(chosen)
        mean = [sum(options[id_][i] for id_ in chosen) / max(size, 1) for i in range(SIZE)]
        error = NOISE * (size + 1) / max(size, 1)

        def gain(id_: str, mean: Vector = mean, error: float = error, belief: Matrix = belief) -> float:
            seen = times(belief, contrast := [a - b for a, b in zip(options[id_], mean, strict=True)])
            return dot(seen, times(contended, seen)) / (dot(contrast, seen) + error)

        best = max((id_ for id_ in options if id_ not in chosen), key=gain)
        if size:
            contrast = [a - b for a, b in zip(options[best], mean, strict=True)]
            seen = times(belief, contrast)
            told = dot(contrast, seen) + error
            belief = [
                [v - a * b / told for v, b in zip(row, seen, strict=True)] for row, a in zip(belief, seen, strict=True)
            ]
        chosen.append(best)
    return chosen


@pytest.mark.parametrize("seed", range(6))
def test_the_fast_search_finds_the_same_options_as_the_naive_one(seed: int) -> None:
    options, belief = vectors(40, seed), known(seed + 50)
    contended = contention(list(vectors(30, seed + 90).values()), [0.3] * SIZE, belief, 5)
    assert most_informative(options, 9, NOISE, belief, contended) == plainly(options, 9, belief, contended)


def test_no_more_long_options_are_taken_than_allowed() -> None:
    options, belief = vectors(30, 3), known(4)
    contended = contention(list(vectors(30, 5).values()), [0.0] * SIZE, belief, 5)
    long = set(most_informative(options, 9, NOISE, belief, contended))
    chosen = most_informative(options, 9, NOISE, belief, contended, long, 2)
    assert len(set(chosen)) == 9
    assert len(long & set(chosen)) == 2


def test_roles_that_lead_weigh_more_than_those_far_behind() -> None:
    ahead, behind = [1.0, 0.2, 0.0], [-1.0, 0.0, 0.2]
    near, far = [1.0, -0.2, 0.0], [-1.0, 0.0, -0.2]
    spread = contention(
        [ahead, near, behind, far], [3.0, 0.0, 0.0], inverse([[9.0 * x for x in r] for r in identity(3)]), 2
    )
    assert spread[1][1] > 10 * spread[2][2]
