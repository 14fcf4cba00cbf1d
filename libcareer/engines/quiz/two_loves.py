"""Two loves: whether the answers point to two distant interests, and to which roles.

The belief has one peak. A person with two distant interests likes what is close to either of them, so one
peak lies between them, near roles that please neither. Here the model of one peak is compared with a model
of two: a person likes an option as much as the closer of two roles a and b would, LENGTH max(h . a, h . b).
The Bayes factor is the mean likelihood over all pairs of distant roles against that of the belief, with the
same gain and noise of an answer. docs/quiz.md has the rate of false alarms.
"""

from __future__ import annotations

import math
import random
from collections import defaultdict
from itertools import combinations
from operator import add, mul
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.quiz.algebra import dot
from libcareer.engines.quiz.belief import CHARM, coded, form_of
from libcareer.engines.quiz.chances import DRAWS, SEED, errors, shares_first

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from libcareer.engines.quiz.algebra import Vector
    from libcareer.engines.quiz.belief import Answer

LENGTH = 4.0
"""The usual length of theta: the root of its sixteen dimensions, each of variance 1."""

DISTANT = 0.0
"""Two roles with a smaller cosine are distant: somebody at home in one is indifferent to the other, or worse."""

TWO = 1.5
"""The logarithm of the Bayes factor from which two interests are told. In simulation about seven of 100 people
with one interest reach it."""

MOST_PEAKS = 150
"""With more roles than this, only so many are tried as peaks: those that alone explain the answers best."""

EACH = 4
"""How many roles are named for each of two interests."""

DOUBT = 0.8
"""The standard deviation of a role's score if two roles are the peaks: a love is seldom one role exactly, and the
ratings have errors."""


class TwoLoves(Struct, frozen=True):
    """Two distant interests: their *roles*, likeliest first, and each role's chances if the person has both.

    *evidence* is the logarithm of the Bayes factor for two interests against one. The chances are those to be
    among the first places and to be the best.
    """

    evidence: float
    roles: tuple[tuple[str, ...], tuple[str, ...]]
    chances: dict[str, tuple[float, float]]


def two_loves(
    roles: Mapping[str, Vector],
    options: Mapping[str, Vector],
    answers: Sequence[Answer],
    one: float,
    places: int,
) -> TwoLoves | None:
    """The two interests to which *answers* point; None if one interest explains them as well.

    *one* is the logarithm of the Bayes factor for one interest against random answers; *places* is how
    many roles are shown.
    """
    fits = _Likelihoods(options, answers)
    liked = {id_: fits.liking(vector) for id_, vector in roles.items()}
    peaks = sorted(roles, key=lambda id_: (-fits.of(liked[id_]), id_))[:MOST_PEAKS]
    pairs = {
        (a, b): fits.of(list(map(max, liked[a], liked[b])))
        for a, b in combinations(peaks, 2)
        if dot(roles[a], roles[b]) < DISTANT
    }
    if not pairs:
        return None
    most = max(pairs.values())
    weights = {pair: math.exp(likelihood - most) for pair, likelihood in pairs.items()}
    evidence = most + math.log(sum(weights.values()) / len(pairs)) - one
    if evidence < TWO:
        return None
    return TwoLoves(evidence, _sides(roles, weights), _chances(roles, weights, places))


class _Likelihoods:
    """The likelihood of the answers, against random ones, for a person who likes each option so much."""

    def __init__(self, options: Mapping[str, Vector], answers: Sequence[Answer]) -> None:
        self.options: list[Vector] = []
        self.coded: Vector = []
        self.precisions: Vector = []
        self.screens: list[tuple[slice, float]] = []
        for answer in answers:
            if not answer.picks:
                continue
            form, begin, size = form_of(answer), len(self.options), len(answer.options)
            self.options += [options[id_] for id_ in answer.options]
            self.coded += [value / form.gain / form.noise for value in coded(answer)]
            self.precisions += [1 / form.noise] * size
            self.screens.append((slice(begin, begin + size), 1 / form.noise / size))

    def liking(self, role: Vector) -> Vector:
        """How much somebody whose interest is *role* alone likes each option shown."""
        return [LENGTH * dot(role, option) + dot(option, CHARM) for option in self.options]

    def of(self, liking: Vector) -> float:
        """The logarithm of the likelihood ratio. Only differences within a screen count."""
        squares = dot(self.precisions, list(map(mul, liking, liking)))
        means = sum(share * sum(liking[screen]) ** 2 for screen, share in self.screens)
        return dot(self.coded, liking) - (squares - means) / 2


Pairs = dict[tuple[str, str], float]


def _sides(roles: Mapping[str, Vector], weights: Pairs) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The roles likeliest to be the one and the other interest, the likelier interest first.

    Each pair is laid on the likeliest one, its members on the sides to which they are closer.
    """
    one, other = (roles[id_] for id_ in max(weights, key=lambda pair: (weights[pair], pair)))
    sides: tuple[dict[str, float], dict[str, float]] = defaultdict(float), defaultdict(float)
    for (a, b), weight in weights.items():
        straight = dot(roles[a], one) + dot(roles[b], other)
        crossed = dot(roles[a], other) + dot(roles[b], one)
        for side, id_ in zip(sides, (a, b) if straight >= crossed else (b, a), strict=True):
            side[id_] += weight
    ranked = [tuple(sorted(side, key=lambda id_: (-side[id_], id_))[:EACH]) for side in sides]
    first, second = sorted(ranked, key=lambda ids: -max(side[ids[0]] for side in sides))
    return first, second


def _chances(roles: Mapping[str, Vector], weights: Pairs, places: int) -> dict[str, tuple[float, float]]:
    """Each role's chances to be among the first *places* and the best, over draws of a pair by its weight."""
    drawn = random.Random(SEED).choices(list(weights), list(weights.values()), k=DRAWS)
    peaks = {id_: roles[id_] for pair in drawn for id_ in pair}
    scores = {}
    for id_, vector in roles.items():
        near = {peak: LENGTH * dot(vector, other) for peak, other in peaks.items()}
        exact = [max(near[a], near[b]) for a, b in drawn]
        scores[id_] = list(map(add, exact, (DOUBT * error for error in errors(id_, DRAWS))))
    return shares_first(scores, places)
