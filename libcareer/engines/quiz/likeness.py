"""Which roles resemble a person's six letters most: the result of scores alone, before the first screen.

Six letters say nothing about the ten facets. A belief about all sixteen dimensions would therefore show
everybody the few roles that lie mostly in the letters, and never the others. Here a role counts by its
letters only. Its likeness to a person is the inner product of both profiles, each standardized, less
its mean, plus an offset for the role. The offsets make every role come first for as many people as
any other, in a population with the correlations of `CORRELATIONS`: before the scores are known, no role
is likelier than another. They are found by iterative proportional fitting (Deming and Stephan 1940).

A role's chance to be the best one is a softmax of likeness, and its chance to be among the best five
follows from drawing five roles one after the other with these chances (Plackett 1975).
"""

from __future__ import annotations

import math
from functools import lru_cache
from operator import mul
from statistics import NormalDist
from typing import TYPE_CHECKING

from libcareer.engines.quiz.algebra import Vector, cholesky, dot, times

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from libcareer.engines.quiz.belief import Letters

CORRELATIONS = (
    (1.00, 0.29, 0.23, 0.01, 0.30, 0.42),
    (0.29, 1.00, 0.33, 0.17, 0.03, 0.05),
    (0.23, 0.33, 1.00, 0.30, 0.29, 0.00),
    (0.01, 0.17, 0.30, 1.00, 0.33, 0.08),
    (0.30, 0.03, 0.29, 0.33, 1.00, 0.49),
    (0.42, 0.05, 0.00, 0.08, 0.49, 1.00),
)
"""The correlations of people's scores of the six letters, in the order RIASEC.

Source: 17,129 people in the United States who took the 48-item Holland code test of the Open-Source
Psychometrics Project in 2015-2018 (data set holland of the R package qacr).
"""

PEOPLE = 500
"""How many points stand for the population."""

SHARPNESS = 1.5
"""How much one unit of likeness adds to the logarithm of a role's share of a person when the shares are evened.

The higher, the more the offsets heed people whose letters point clearly to a role."""

ROUNDS = 8
"""How often the offsets are fitted; after eight rounds the shares differ by 3 in 100 at most."""

BASES = (2, 3, 5, 7, 11, 13)
"""The bases of the Halton sequence that spreads the points (Halton 1960), one for each letter."""

SKIPPED = 20
"""The first points of the sequence, which are correlated and not used."""

HALVINGS = 60
"""How often an interval is halved to find the time at which five roles are expected to be drawn."""


def letter_profile(ratings: Sequence[float]) -> Vector:
    """The first six of the standardized *ratings* of a role, less their mean: its letters."""
    letters = ratings[: len(CORRELATIONS)]
    mean = sum(letters) / len(letters)
    return [x - mean for x in letters]


def likenesses(profiles: Mapping[str, Sequence[float]], scores: Sequence[float]) -> dict[str, float]:
    """How much each of *profiles* resembles a person's *scores*, as a number without unit; higher is more alike."""
    offsets = _offsets(tuple(tuple(profile) for profile in profiles.values()))
    return {
        id_: dot(profile, scores) + offset for (id_, profile), offset in zip(profiles.items(), offsets, strict=True)
    }


def chances_alone(
    profiles: Mapping[str, Sequence[float]], letters: Letters, places: int
) -> dict[str, tuple[float, float]]:
    """For each of *profiles* its chance to be among the best of so many *places*, and its chance to be the best."""
    alike = likenesses(profiles, letters.scores)
    most = max(alike.values())
    weights = {id_: math.exp(letters.worth * (likeness - most)) for id_, likeness in alike.items()}
    whole = sum(weights.values())
    best = {id_: weight / whole for id_, weight in weights.items()}
    time = _time(list(best.values()), places)
    return {id_: (-math.expm1(-time * chance), chance) for id_, chance in best.items()}


def _time(rates: Sequence[float], places: int) -> float:
    """The time by which so many *places* are expected to be taken if each candidate arrives at its rate.

    Candidates that arrive at exponential times are drawn one after the other with chances in proportion
    to their rates.
    """
    if places >= len(rates):
        return math.inf
    low, high = 0.0, 1.0
    while -sum(math.expm1(-high * rate) for rate in rates) < places:
        high *= 2
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if -sum(math.expm1(-middle * rate) for rate in rates) < places:
            low = middle
        else:
            high = middle
    return high


@lru_cache(maxsize=4)
def _offsets(profiles: tuple[tuple[float, ...], ...]) -> tuple[float, ...]:
    """The offset of each of *profiles* that gives all the same share of the population."""
    people = [[math.exp(SHARPNESS * dot(profile, person)) for profile in profiles] for person in _population()]
    roles = list(zip(*people, strict=True))
    even = len(people) / len(roles)
    weights = [1.0] * len(roles)
    for _ in range(ROUNDS):
        shares = [1 / sum(map(mul, person, weights)) for person in people]
        weights = [even / sum(map(mul, role, shares)) for role in roles]
    return tuple(math.log(weight) / SHARPNESS for weight in weights)


def _population() -> list[Vector]:
    """Points that stand for the letters of a population: normal, with CORRELATIONS, each less its mean."""
    factor = cholesky([list(row) for row in CORRELATIONS])
    normal = NormalDist().inv_cdf
    points = []
    for number in range(SKIPPED + 1, SKIPPED + PEOPLE // 2 + 1):
        person = letter_profile(times(factor, [normal(_halton(number, base)) for base in BASES]))
        points += [person, [-x for x in person]]
    return points


def _halton(number: int, base: int) -> float:
    """Element *number* of the Halton sequence of *base*: its digits in that base, mirrored at the point."""
    found, place = 0.0, 1.0
    while number:
        place /= base
        number, digit = divmod(number, base)
        found += place * digit
    return found
