"""The quiz engine: which screen to ask next, and what the answers say, with reasons and doubt.

A person is a point theta in sixteen dimensions (RIASEC and ten facets), before any answer theta ~
N(0, I). A role is a unit vector u, its ratings standardised over the catalog; it fits by u . theta.
A screen shows options with unit vectors h and asks for favourites, so only differences within a
screen count: no one can agree with everything into a result. An option is liked by h . (theta +
CHARM), for some kinds of work please nearly everybody. Answers add to a Gaussian belief in
information form (precision Lambda, eta), so order does not matter, a skip adds nothing, and each
score is a sum over answers. Probabilities are shares of seeded draws from the belief.

The model is a linear-Gaussian form of Thurstone's law of comparative judgment (Thurstone 1927) with
Bayesian updating; `contrasts` chooses the screens. docs/quiz.md tells it all.
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
    cholesky,
    dot,
    identity,
    inverse,
    log_determinant,
    times,
    unit,
)
from libcareer.engines.quiz.next_screen import contention, telling
from libcareer.engines.quiz.ratings import DIMENSIONS, role_vectors
from libcareer.knowledge.model import ItemKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from libcareer.catalog import Catalog

LEAST_SCREENS, MOST_SCREENS = 11, 16
"""Screens that are answered before the quiz may stop, and after which it does."""

MOST_SHOWN = 18
"""Screens after which it stops even if some were skipped."""

ENOUGH = 0.52
"""Mean chance of the five roles shown to be in the true five at which the quiz stops asking."""

SHOWN = 5
DRAWS = 400
DRAW_SEED = 20261
DAYS_A_SCREEN = 3
"""How many days in a role a later screen offers at most: they tell much, but are long to read."""

FEWEST_OPTIONS = 5
"""Options without which a most-and-least screen is not worth asking."""

CHARM = (-0.75, 0.39, 0.23, 0.71, -0.16, -0.39)
"""How much more than average people like each letter of RIASEC, in standard deviations of theta.

From the popularity of the letters in real answers to an interest inventory (R -.46, I .24, A .14, S
.44, E -.10, C -.24 standard deviations of liking), divided by the .62 that theta gives to a liking.
Without it a choice that nearly everybody makes would count like one that tells something.
"""

STRONG, LIKELY, LOOK = 0.6, 0.3, 0.1
"""Chances of being in the true five from which a role is called a strong fit, likely, worth a look."""

TIE = 0.80
"""The roles that cannot be told apart are the fewest that hold the best one with this chance."""


class Form(Struct, frozen=True):
    """A kind of screen: how many options, how many favourites, and what an answer is worth.

    *gain* is the expected size of an answer per unit of difference in liking and *noise* its
    variance in units of liking, both fitted by simulating this quiz with this many options.
    """

    options: int
    picks: int
    least: bool
    gain: float
    noise: float


PICK = Form(options=9, picks=3, least=False, gain=0.20, noise=4.8)
MOST_LEAST = Form(options=9, picks=1, least=True, gain=0.19, noise=5.3)

PLAN = (ItemKind.ACTIVITY, ItemKind.ACTIVITY, ItemKind.SKILL, ItemKind.VALUE)
"""What the first screens, those that ask for favourites, offer."""


class Screen(Struct, frozen=True):
    """A question: ids of the options in the order shown, and in which form it is put.

    *left* is the fewest and the most screens still to come, this one included.
    """

    options: tuple[str, ...]
    least: bool
    picks: int
    left: tuple[int, int] = (1, 1)


class Answer(Struct, frozen=True):
    """What was shown and what was chosen; no *picks* means the screen was skipped."""

    options: tuple[str, ...]
    picks: tuple[str, ...] = ()
    least: str | None = None


class Reason(Struct, frozen=True):
    """What one chosen option adds to a role's score (negative: takes away), and how it was chosen."""

    option: str
    text: str
    chosen: str
    adds: float


class Fit(Struct, frozen=True):
    """A role in the result: its score, its chance to be in the person's true five, and why.

    The *adds* of all *reasons* sum to the *score*; so do the values of *dimensions*.
    """

    role: str
    title: str
    score: float
    chance: float
    best: float
    band: str
    reasons: tuple[Reason, ...]
    dimensions: dict[str, float]


class Outcome(Struct, frozen=True):
    """What the answers say: all roles in order, the ones in a tie for the first place, and the doubt.

    *fits* stand in the order of their chance, then of their score. *evidence* is the logarithm of
    the Bayes factor for "the answers point one way" against "they are random"; below 0 the list is
    for browsing only. *stay* is the expected number of the roles
    shown that would stay if everything were asked.
    """

    fits: tuple[Fit, ...]
    shown: tuple[str, ...]
    tie: tuple[str, ...]
    other: str | None
    evidence: float
    stay: float
    profile: dict[str, float]
    screens: int
    skipped: int

    @property
    def clear(self) -> bool:
        """Whether the answers point one way."""
        return self.evidence >= 0


class Given(Struct, frozen=True):
    """Evidence from outside the quiz, in information form: what it adds to Lambda and to eta, and its name.

    With no *precision* it adds nothing; *text* says in words what was given.
    """

    text: str
    precision: Matrix
    pull: Vector


class Belief(Struct, frozen=True):
    """What is known of a person: mean and covariance of theta, and the evidence gathered."""

    mean: Vector
    covariance: Matrix
    evidence: float


class Quiz:
    """The quiz over one catalog: everything that does not depend on a person, computed once."""

    def __init__(self, catalog: Catalog, given: Given | None = None) -> None:
        """Prepare the vectors of the roles and options of *catalog*; *given* starts the belief."""
        self.catalog = catalog
        self.given = given
        self.roles = role_vectors(catalog)
        self.options: dict[str, Vector] = {
            id_: unit([float(item.load.get(dimension, 0.0)) for dimension in DIMENSIONS])
            for id_, item in catalog.items.items()
        }
        self.kinds = {id_: item.kind for id_, item in catalog.items.items()}
        for role, vector in self.roles.items():
            self.options[day(role)] = vector

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Role ids in a fixed order."""
        return tuple(sorted(self.roles))

    def text(self, option: str) -> str:
        """The words of an option."""
        if option.startswith(DAY):
            return self.catalog.roles[option.removeprefix(DAY)].quiz.day
        return self.catalog.items[option].text

    # ------------------------------------------------------------------ the belief

    def belief(self, answers: Iterable[Answer]) -> Belief:
        """What *answers*, in any order, say of a person."""
        precision, eta = self._start()
        charmed, weighted, contrasts, pulls = 0.0, [], [], []
        # Sorted, so that the same answers in another order give the same bits.
        for answer in sorted(answers, key=lambda a: a.options):
            if not answer.picks:
                continue
            noise = form_of(answer).noise
            for contrast, pull in self._pulls(answer):
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
        return Belief(mean, covariance, evidence - self._started)

    def _start(self) -> tuple[Matrix, Vector]:
        """Lambda and eta before the first answer."""
        precision, eta = identity(len(DIMENSIONS)), [0.0] * len(DIMENSIONS)
        if self.given:
            precision = [
                [x + y for x, y in zip(*rows, strict=True)]
                for rows in zip(precision, self.given.precision, strict=True)
            ]
            eta = list(self.given.pull)
        return precision, eta

    @cached_property
    def _started(self) -> float:
        """The evidence that was there before the first answer: only that of the answers is told."""
        precision, eta = self._start()
        return (dot(eta, times(inverse(precision), eta)) - log_determinant(precision)) / 2 if self.given else 0.0

    def _pulls(self, answer: Answer) -> list[tuple[Vector, float]]:
        """For each option of *answer* its contrast with the screen's mean, and how hard that is pulled along.

        What is chosen for its charm does not pull: (coded / gain - charm) / noise.
        """
        form = form_of(answer)
        vectors = [self.options[id_] for id_ in answer.options]
        mean = [sum(column) / len(vectors) for column in zip(*vectors, strict=True)]
        contrasts = [[a - b for a, b in zip(vector, mean, strict=True)] for vector in vectors]
        return [
            (contrast, (value / form.gain - dot(contrast, CHARM)) / form.noise)
            for contrast, value in zip(contrasts, coded(answer), strict=True)
        ]

    # ------------------------------------------------------------------ the next screen

    def next(self, answers: Sequence[Answer], seed: int = 0) -> Screen | None:
        """The most telling screen after *answers*, None when enough is known; *seed* orders its options."""
        answered = sum(bool(answer.picks) for answer in answers)
        if answered >= MOST_SCREENS or len(answers) >= MOST_SHOWN:
            return None
        belief = self.belief(answers)
        if answered >= LEAST_SCREENS and self._enough(belief):
            return None
        used = {id_ for answer in answers for id_ in answer.options}
        if len(answers) < len(PLAN):
            form = PICK
            pool = [id_ for id_, kind in self.kinds.items() if kind is PLAN[len(answers)] and id_ not in used]
        else:
            form = MOST_LEAST
            pool = [id_ for id_, kind in self.kinds.items() if kind is ItemKind.ACTIVITY and id_ not in used]
            pool += [day(role) for role in self.ids if day(role) not in used]
        if len(pool) < (FEWEST_OPTIONS if form.least else form.options):
            return None
        contended = contention(list(self.roles.values()), belief.mean, belief.covariance, SHOWN)
        most = min(MOST_SCREENS - answered, MOST_SHOWN - len(answers))
        left = (min(most, max(1, LEAST_SCREENS - answered)), most)
        return self._screen(pool, form, belief, contended, left, f"{seed}/{len(answers)}")

    def _screen(
        self, pool: Sequence[str], form: Form, belief: Belief, contended: Matrix, left: tuple[int, int], seed: str
    ) -> Screen:
        """The screen of *form* with the options of *pool* that tell most, in the order that *seed* gives."""
        options = {id_: self.options[id_] for id_ in pool}
        days = frozenset(id_ for id_ in pool if id_.startswith(DAY))
        count = min(form.options, len(pool) - max(0, len(days) - DAYS_A_SCREEN))
        chosen = telling(options, count, form.noise, belief.covariance, contended, days, DAYS_A_SCREEN)
        random.Random(seed).shuffle(chosen)
        return Screen(tuple(chosen), form.least, form.picks, left)

    def separating(
        self, role: str, others: Sequence[str], answers: Sequence[Answer], form: Form, kind: ItemKind, seed: int = 0
    ) -> Screen | None:
        """The screen of *form* that tells most between *role* and *others* after *answers*, None for want of options.

        It offers items of one *kind* and, where the most and the least liked is asked, the days of these roles.
        """
        used = {id_ for answer in answers for id_ in answer.options}
        pool = [id_ for id_, own in self.kinds.items() if own is kind and id_ not in used]
        pool += [day(id_) for id_ in (role, *others) if form.least and day(id_) not in used]
        if len(pool) < (FEWEST_OPTIONS if form.least else form.options):
            return None
        contended = _apart(self.roles[role], [self.roles[other] for other in others])
        return self._screen(pool, form, self.belief(answers), contended, (1, 1), f"{seed}/{len(answers)}")

    def _enough(self, belief: Belief) -> bool:
        chances = sorted((chance for chance, _ in self._chances(belief).values()), reverse=True)
        return sum(chances[:SHOWN]) / SHOWN >= ENOUGH

    # ------------------------------------------------------------------ the outcome

    @cached_property
    def _draws(self) -> list[Vector]:
        """Standard normal draws, the same for everybody, so that chances do not flicker; each stands for -z too."""
        draw = random.Random(DRAW_SEED).gauss
        return [[draw(0.0, 1.0) for _ in DIMENSIONS] for _ in range(DRAWS // 2)]

    def _chances(self, belief: Belief) -> dict[str, tuple[float, float]]:
        """For each role its chance to be in the true five and to be the best, over seeded draws."""
        turned = list(zip(*cholesky(belief.covariance), strict=True))
        scores = []
        for id_ in self.ids:
            vector = self.roles[id_]
            # u . (m + L z) as u . m + (L'u) . z: one product for a pair of draws, and none for theta itself.
            seen, middle = times(turned, vector), dot(vector, belief.mean)
            moved = [sum(map(mul, seen, draw)) for draw in self._draws]
            scores.append([middle + x for x in moved] + [middle - x for x in moved])
        five, best = [0] * len(scores), [0] * len(scores)
        for drawn in zip(*scores, strict=True):
            order = sorted(range(len(drawn)), key=drawn.__getitem__)[-SHOWN:]
            best[order[-1]] += 1
            for i in order:
                five[i] += 1
        return {id_: (five[i] / DRAWS, best[i] / DRAWS) for i, id_ in enumerate(self.ids)}

    def outcome(self, answers: Sequence[Answer]) -> Outcome:
        """What *answers*, in any order, say, with reasons; the same answers give the same outcome."""
        belief = self.belief(answers)
        chances = self._chances(belief)
        scores = {id_: dot(vector, belief.mean) for id_, vector in self.roles.items()}
        order = sorted(self.ids, key=lambda id_: (-chances[id_][0], -scores[id_], id_))
        shown = tuple(order[:SHOWN])
        choices = self._choices(answers)
        fits = tuple(self._fit(id_, belief, choices, chances[id_]) for id_ in order)
        clusters = {self.catalog.briefs[id_].cluster for id_ in shown}
        other = next((id_ for id_ in order if self.catalog.briefs[id_].cluster not in clusters), None)
        return Outcome(
            fits=fits,
            shown=shown,
            tie=_tie(order, {id_: best for id_, (_, best) in chances.items()}),
            other=other,
            evidence=belief.evidence,
            stay=sum(chances[id_][0] for id_ in shown),
            profile=dict(zip(map(str, DIMENSIONS), belief.mean, strict=True)),
            screens=len(answers),
            skipped=sum(not answer.picks for answer in answers),
        )

    def _fit(self, role: str, belief: Belief, choices: Sequence[_Choice], chances: tuple[float, float]) -> Fit:
        vector = self.roles[role]
        chance, best = chances
        return Fit(
            role=role,
            title=self.catalog.briefs[role].title,
            score=dot(vector, belief.mean),
            chance=chance,
            best=best,
            band=band(chance),
            reasons=self._reasons(vector, belief, choices),
            dimensions={str(d): u * m for d, u, m in zip(DIMENSIONS, vector, belief.mean, strict=True)},
        )

    def _reasons(self, vector: Vector, belief: Belief, choices: Sequence[_Choice]) -> tuple[Reason, ...]:
        """What each option of each screen adds to the score of the role *vector*, largest first."""
        seen = times(belief.covariance, vector)
        given = [Reason(GIVEN, self.given.text, GIVEN, dot(seen, self.given.pull))] if self.given else []
        reasons = given + [Reason(c.option, c.text, c.chosen, dot(seen, c.vector) * c.pull) for c in choices]
        return tuple(sorted(reasons, key=lambda reason: (-abs(reason.adds), reason.option)))

    def _choices(self, answers: Iterable[Answer]) -> list[_Choice]:
        """Every option of every screen that was answered, with how it was chosen."""
        return [
            _Choice(id_, self.text(id_), _chosen(answer, id_), self.options[id_], pull)
            for answer in answers
            if answer.picks
            for id_, (_, pull) in zip(answer.options, self._pulls(answer), strict=True)
        ]


class _Choice(Struct, frozen=True):
    """An option that was shown, how it was chosen, its vector, and how hard that pulls the belief along it."""

    option: str
    text: str
    chosen: str
    vector: Vector
    pull: float


DAY = "day:"
GIVEN = "given"
"""What stands as the option of a reason that comes from outside the quiz, and as how it was chosen."""


def day(role: str) -> str:
    """The id of the option that offers a day in *role*."""
    return DAY + role


def form_of(answer: Answer) -> Form:
    """The form an *answer* was given in.

    Each of fewer options than usual is likelier to be chosen, and chosen more reliably: the powers fit
    the gains and noises of simulated screens of five to nine.
    """
    if answer.least is None:
        return PICK
    fewer = len(answer.options) / MOST_LEAST.options
    return replace(MOST_LEAST, gain=MOST_LEAST.gain * fewer**-0.75, noise=MOST_LEAST.noise * fewer**0.4)


def coded(answer: Answer) -> Vector:
    """An *answer* as numbers, one an option, that sum to nothing: favourites up, least liked down."""
    raw = [float(id_ in answer.picks) - float(id_ == answer.least) for id_ in answer.options]
    mean = sum(raw) / len(raw)
    return [value - mean for value in raw]


def band(chance: float) -> str:
    """The word for a *chance* of being among a person's true five."""
    if chance >= STRONG:
        return "strong"
    if chance >= LIKELY:
        return "likely"
    return "worth a look" if chance >= LOOK else "unlikely"


def _chosen(answer: Answer, option: str) -> str:
    if option in answer.picks:
        return "chosen"
    return "least liked" if option == answer.least else "passed over"


def _tie(order: Sequence[str], best: dict[str, float]) -> tuple[str, ...]:
    """The fewest roles that hold the best one with the chance TIE, likeliest first."""
    ranked = sorted(order, key=lambda id_: -best[id_])
    held, tie = 0.0, []
    for id_ in ranked:
        if held >= TIE:
            break
        tie.append(id_)
        held += best[id_]
    return tuple(tie)


def _apart(one: Vector, others: Sequence[Vector]) -> Matrix:
    """The mean of d d' over the differences d of *one* vector and each of the *others*."""
    columns = list(zip(*([a - b for a, b in zip(one, other, strict=True)] for other in others), strict=True))
    return [[dot(row, column) / len(others) for column in columns] for row in columns]
