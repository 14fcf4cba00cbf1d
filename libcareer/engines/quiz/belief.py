"""The belief about a person: a Gaussian over sixteen dimensions, updated by each answer.

The model is a linear-Gaussian form of Thurstone's law of comparative judgment (Thurstone 1927) with
Bayesian updating. A person is a point theta in sixteen dimensions (RIASEC and ten facets) with the
prior N(0, I). An option with the unit vector h is liked by h . (theta + CHARM): some kinds of work
please nearly everybody. Only differences within a screen count, so agreeing with everything has no
effect. The belief is kept in information form (precision Lambda, eta), to which answers add. The
order of the answers therefore does not matter, and a skipped screen adds nothing.
"""

from __future__ import annotations

import random
from functools import cached_property
from operator import mul
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from libcareer.engines.quiz.algebra import (
    Matrix,
    Vector,
    dot,
    identity,
    inverse,
    log_determinant,
    times,
)
from libcareer.engines.quiz.ratings import DIMENSIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

CHARM = (-0.75, 0.39, 0.23, 0.71, -0.16, -0.39)
"""How much more than average people like each letter of RIASEC, in standard deviations of theta.

Source: the popularity of the letters in real answers to an interest inventory (R -.46, I .24, A .14,
S .44, E -.10, C -.24 standard deviations of liking), divided by .62, the weight of theta in a liking.
Without this correction a popular choice would count as much as a telling one.
"""

DRAW_SEED = 20261
"""Seed of the draws from the belief, the same for everybody, so that chances do not change between runs."""


class Form(Struct, frozen=True):
    """A kind of screen: how many options, how many favorites, and what an answer is worth.

    *gain* is the expected size of an answer per unit of difference in liking and *noise* its
    variance in units of liking, both fitted by simulating this quiz with this many options.
    """

    options: int
    picks: int
    least: bool
    gain: float
    noise: float


PICK = Form(options=9, picks=3, least=False, gain=0.20, noise=4.8)
MOST_LEAST = Form(options=6, picks=2, least=True, gain=0.37, noise=3.07)
ONE_MOST_LEAST = Form(options=9, picks=1, least=True, gain=0.19, noise=5.3)
"""The screens of the version before: one favorite and the least liked of nine. Saved answers have them."""


class Answer(Struct, frozen=True):
    """What was shown and what was chosen; no *picks* means the screen was skipped."""

    options: tuple[str, ...]
    picks: tuple[str, ...] = ()
    least: str | None = None


class Letters(Struct, frozen=True):
    """A person's six letters, standardized, less their mean.

    *worth* is what one unit of likeness to a role adds to the logarithm of its chance (see `likeness`).
    """

    scores: Vector
    worth: float


class Prior(Struct, frozen=True):
    """Evidence from outside the quiz, in information form: what it adds to Lambda and to eta.

    *text* names the evidence in words. *letters*, if it has them, give the chances of the roles as long as no
    screen is answered.
    """

    text: str
    precision: Matrix
    pull: Vector
    letters: Letters | None = None


class Belief(Struct, frozen=True):
    """The mean and covariance of theta, and the logarithm of the Bayes factor of the answers.

    The Bayes factor compares answers that follow theta with random ones.
    """

    mean: Vector
    covariance: Matrix
    evidence: float


class BeliefModel:
    """Turns answers about *options*, unit vectors by id, into a belief that starts from a *prior*."""

    def __init__(self, options: Mapping[str, Vector], prior: Prior | None = None) -> None:
        """Prepare the model; without a *prior* of its own the belief starts from N(0, I)."""
        self.options = options
        self.prior = prior

    def belief(self, answers: Iterable[Answer]) -> Belief:
        """The belief after *answers*, given in any order."""
        precision, eta = self._start()
        charmed, weighted, contrasts, pulls = 0.0, [], [], []
        # Sorted, so that the same answers in another order give the same bits.
        for answer in sorted(answers, key=lambda a: a.options):
            if not answer.picks:
                continue
            noise = form_of(answer).noise
            for contrast, pull in self.pulls(answer):
                charm = dot(contrast, CHARM)
                charmed += charm * (pull + charm / noise / 2)
                weighted.append([x / noise for x in contrast])
                contrasts.append(contrast)
                pulls.append(pull)
        columns = list(zip(*contrasts, strict=True))
        for i, column in enumerate(zip(*weighted, strict=True)):
            eta[i] += dot(columns[i], pulls)
            for j, other in enumerate(columns):
                precision[i][j] += dot(column, other)
        covariance = inverse(precision)
        mean = times(covariance, eta)
        # A random answer follows neither theta nor charm.
        evidence = (dot(eta, mean) - log_determinant(precision)) / 2 + charmed
        return Belief(mean, covariance, evidence - self._prior_evidence)

    def pulls(self, answer: Answer) -> list[tuple[Vector, float]]:
        """For each option of *answer* its contrast with the mean of the screen, and the pull along that contrast.

        The pull is (coded / gain - charm) / noise, so an option chosen only for its charm has none.
        """
        form = form_of(answer)
        vectors = [self.options[id_] for id_ in answer.options]
        mean = [sum(column) / len(vectors) for column in zip(*vectors, strict=True)]
        contrasts = [[a - b for a, b in zip(vector, mean, strict=True)] for vector in vectors]
        return [
            (contrast, (value / form.gain - dot(contrast, CHARM)) / form.noise)
            for contrast, value in zip(contrasts, coded(answer), strict=True)
        ]

    def _start(self) -> tuple[Matrix, Vector]:
        """Lambda and eta before the first answer."""
        precision, eta = identity(len(DIMENSIONS)), [0.0] * len(DIMENSIONS)
        if self.prior:
            precision = [
                [x + y for x, y in zip(*rows, strict=True)]
                for rows in zip(precision, self.prior.precision, strict=True)
            ]
            eta = list(self.prior.pull)
        return precision, eta

    @cached_property
    def _prior_evidence(self) -> float:
        """The evidence before the first answer; it is subtracted, so that only the answers count."""
        precision, eta = self._start()
        return (dot(eta, times(inverse(precision), eta)) - log_determinant(precision)) / 2 if self.prior else 0.0


def form_of(answer: Answer) -> Form:
    """The form of the screen that *answer* was given to.

    With fewer options than usual, each is likelier to be chosen and the choice is more reliable: the
    powers fit the gains and noises of simulated screens of five to nine options.
    """
    if answer.least is None:
        return PICK
    form = MOST_LEAST if len(answer.picks) == MOST_LEAST.picks else ONE_MOST_LEAST
    fewer = len(answer.options) / form.options
    return replace(form, gain=form.gain * fewer**-0.75, noise=form.noise * fewer**0.4)


def coded(answer: Answer) -> Vector:
    """*answer* as one number for each option, with the sum 0: favorites above 0, the least liked below."""
    raw = [float(id_ in answer.picks) - float(id_ == answer.least) for id_ in answer.options]
    mean = sum(raw) / len(raw)
    return [value - mean for value in raw]


def standard_draws(count: int) -> list[Vector]:
    """*count* draws from N(0, I), the same at every call."""
    draw = random.Random(DRAW_SEED).gauss
    return [[draw(0.0, 1.0) for _ in DIMENSIONS] for _ in range(count)]


def deviations(vector: Vector, factor: Sequence[Sequence[float]], draws: Sequence[Vector]) -> Vector:
    """How far the score of a role *vector* lies from its mean, for each of the standard normal *draws*.

    *factor* is L', the transposed Cholesky factor of the covariance: u . L z is computed as L'u . z,
    which takes one product for each draw.
    """
    seen = times(factor, vector)
    return [sum(map(mul, seen, draw)) for draw in draws]
