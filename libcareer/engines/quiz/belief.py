"""The belief about a person: a Gaussian over their likings, updated by each answer.

The model is a linear-Gaussian form of Thurstone's law of comparative judgment (Thurstone 1927) with
Bayesian updating. A person is a point theta in sixteen dimensions (RIASEC and ten facets) and a taste
for the longer options, the days in a role, which says nothing about roles. Its prior is normal with
mean 0; how strong people's likings are differs, so the scale of the prior is unknown too (`SCALES`).
An option with the unit vector h is liked by h . (theta + CHARM): some kinds of work please nearly
everybody. Only differences within a screen count, so agreeing with everything has no effect. The belief
is kept in information form (precision Lambda, eta), to which answers add. The order of the answers
therefore does not matter, and a skipped screen adds nothing.
"""

from __future__ import annotations

import math
from functools import cached_property
from operator import mul
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from libcareer.engines.quiz.algebra import (
    Matrix,
    Vector,
    dot,
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

SIZE = len(DIMENSIONS) + 1
"""The sixteen dimensions, and the taste for days."""

DAY_TASTE = 0.65
"""The prior standard deviation of the taste for days. With it, choosing every day is evidence of that taste
first, and not of the roles whose days were shown. Fitted by simulation."""

USUAL = 1.0
"""The scale of a person whose likings are as strong as is usual."""

SCALES = ((0.3, 0.15), (0.6, 0.25), (USUAL, 0.4), (1.4, 0.2))
"""How strong a person's likings can be, against the usual strength, each with its prior probability. Without
the weak ones, people with flat interests would be promised twice what they get (docs/quiz.md)."""


class Form(Struct, frozen=True):
    """A kind of screen: how many options, how many favorites, and what an answer is worth.

    *gain* is the expected size of an answer per unit of difference in liking and *noise* its
    variance in units of liking, both fitted by simulating people who tire while they read.
    """

    options: int
    picks: int
    least: bool
    gain: float
    noise: float


PICK = Form(options=9, picks=3, least=False, gain=0.20, noise=4.6)
MOST_LEAST = Form(options=6, picks=2, least=True, gain=0.33, noise=3.9)
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


class Part(Struct, frozen=True):
    """The belief at one *scale* of liking, and the probability of that scale: its *weight*."""

    scale: float
    weight: float
    mean: Vector
    covariance: Matrix


class Belief(Struct, frozen=True):
    """What is known about a person: the mean of theta, its covariance, and the evidence of the answers.

    The belief is a mixture of *parts*, one for each scale of liking; *covariance* is the weighted mean of
    theirs, so that the *mean* is the covariance times eta. *evidence* is the logarithm of a Bayes factor: it
    compares answers that follow theta with random ones.
    """

    mean: Vector
    covariance: Matrix
    evidence: float
    parts: tuple[Part, ...]


class BeliefModel:
    """Turns answers about *options*, vectors by id, into a belief that starts from a *prior*."""

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
        weights, covariances = _scales(precision, eta)
        # A random answer follows neither theta nor charm.
        evidence = _log_sum(weights) + charmed - self._prior_evidence
        shares = [math.exp(weight - _log_sum(weights)) for weight in weights]
        parts = tuple(
            Part(scale, share, times(covariance, eta), covariance)
            for (scale, _), share, covariance in zip(SCALES, shares, covariances, strict=True)
        )
        covariance = [
            [sum(map(mul, shares, cells)) for cells in zip(*rows, strict=True)]
            for rows in zip(*covariances, strict=True)
        ]
        return Belief(times(covariance, eta), covariance, evidence, parts)

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
        """What the prior adds to Lambda and eta."""
        precision, eta = [[0.0] * SIZE for _ in range(SIZE)], [0.0] * SIZE
        if self.prior:
            for row, added in zip(precision, self.prior.precision, strict=False):
                row[: len(added)] = added
            eta[: len(self.prior.pull)] = self.prior.pull
        return precision, eta

    @cached_property
    def _prior_evidence(self) -> float:
        """The evidence before the first answer; it is subtracted, so that only the answers count."""
        return _log_sum(_scales(*self._start())[0]) if self.prior else 0.0


def prior_precision(scale: float) -> Vector:
    """The diagonal of the prior precision of theta at one *scale* of liking; the taste for days has its own."""
    return [1 / scale**2] * len(DIMENSIONS) + [1 / DAY_TASTE**2]


def _scales(precision: Matrix, eta: Vector) -> tuple[Vector, list[Matrix]]:
    """For each scale of liking the logarithm of its weight, not normalized, and the covariance of theta.

    *precision* and *eta* are what prior evidence and answers add. The weight is the prior probability of the
    scale times the marginal likelihood of that evidence.
    """
    weights, covariances = [], []
    for scale, share in SCALES:
        diagonal = prior_precision(scale)
        whole = [[x + (i == j) * diagonal[i] for j, x in enumerate(row)] for i, row in enumerate(precision)]
        covariance = inverse(whole)
        likelihood = (dot(eta, times(covariance, eta)) - log_determinant(whole) + sum(map(math.log, diagonal))) / 2
        weights.append(math.log(share) + likelihood)
        covariances.append(covariance)
    return weights, covariances


def _log_sum(logarithms: Sequence[float]) -> float:
    """The logarithm of the sum of the numbers with these *logarithms*."""
    most = max(logarithms)
    return most + math.log(sum(math.exp(x - most) for x in logarithms))


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
