"""Simulated people who answer the quiz, and fixed questionnaires to compare it with.

The simulation does not use the engine. A person is a point theta in the sixteen dimensions; the liking
of an option is its projection on theta, plus a lasting quirk, the charm of the option and the mood of
the day. People are drawn from the whole population ("population") or around one role ("home"). Their true
five are the roles closest to theta. Misfits are people, or a world, for whom the engine is not made.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random
from statistics import correlation, fmean, pstdev

import libcareer
from libcareer.engines.quiz.algebra import Vector, dot, identity, inverse, times, unit
from libcareer.engines.quiz.belief import CHARM, Answer
from libcareer.engines.quiz.engine import DAY, ROLES_SHOWN, Quiz, Screen, day_option
from libcareer.engines.quiz.ratings import DIMENSIONS, HOLLAND_LETTERS, ratings_of
from libcareer.knowledge.model.quiz import ItemKind

Likes = Callable[[str, int], float]

KINDS = ("population", "home")
SIGNAL = 0.38  # share of the variance of liking that theta explains
QUIRK = 0.40  # share of the rest that is the same on every occasion
CHARM_SPREAD = 0.35  # standard deviation of the popularity of options
HOLLAND = (-0.46, 0.24, 0.14, 0.44, -0.10, -0.24)  # popularity of the letters with real people
UNEVEN = 0.25  # standard deviation of the logarithm of an option's noise
HASTE = 0.3  # standard deviation of what is added when the least liked is sought
ACQUIESCENCE, EXTREMITY = math.sqrt(0.08), 0.25
THRESHOLDS = (-1.2, -0.4, 0.4, 1.2)
FORMS = {"60 items": (60, DIMENSIONS), "30 items": (30, DIMENSIONS), "60 RIASEC": (60, HOLLAND_LETTERS)}
NORM_SAMPLE = 300
UNREAD = 1.5  # how much less an option is liked that is seldom read
DISTANT = 0.0  # cosine of the two interests of a person with two peaks


@dataclass(frozen=True)
class Misfit:
    """How people, or the world, differ from what the engine assumes.

    *tires* is the growth of the noise with every thousand words read; *reads* how many options of a screen
    are read; *long* the liking for each word by which an option is longer than usual; *strength* that of
    all likings; *mood* the size of moods; *peaks* the number of interests; *ratings* the correlation of our
    ratings with the truth; *charm* the popularity of options.
    """

    tires: float = 0.0
    reads: int | None = None
    long: float = 0.0
    strength: float = 1.0
    mood: float = 1.0
    peaks: int = 1
    ratings: float = 1.0
    charm: float = 1.0


MISFITS = {
    "nobody": Misfit(),
    "tired": Misfit(tires=0.25),
    "very tired": Misfit(tires=0.7),
    "reads four": Misfit(reads=4),
    "likes long": Misfit(long=0.08),
    "flat": Misfit(strength=0.45),
    "two peaks": Misfit(peaks=2),
    "teenagers": Misfit(strength=0.75, mood=1.2),
    "ratings off": Misfit(ratings=0.89),
    "other charm": Misfit(charm=1.6),
}


@dataclass
class Person:
    """A simulated person with one or two *peaks*; *truth* has the five roles closest to them, best first."""

    key: tuple[str, int]
    homes: tuple[str, ...]
    peaks: tuple[Vector, ...]
    truth: tuple[str, ...]
    acquiescence: float
    extremity: float


class World:
    """The truth of the simulation: roles, options and their charm, and how people answer."""

    def __init__(self, seed: int, misfit: Misfit = MISFITS["nobody"]) -> None:
        """Build the truth from the catalog, without the engine; *seed* fixes all random numbers."""
        self.seed, self.misfit, self.quiz = seed, misfit, Quiz(libcareer.load())
        items, roles = self.quiz.catalog.items, sorted(self.quiz.catalog.roles)
        ratings = [ratings_of(self.quiz.catalog, id_) for id_ in roles]
        rated = standardized(ratings, ratings)
        true = standardized(off := [self._off(row, id_) for id_, row in zip(roles, rated, strict=True)], off)
        self.rated = dict(zip(roles, rated, strict=True))
        self.profiles = dict(zip(roles, true, strict=True))
        self.roles = {id_: unit(profile) for id_, profile in self.profiles.items()}
        self.options = {id_: unit([item.load.get(d, 0.0) for d in DIMENSIONS]) for id_, item in items.items()}
        self.options |= {day_option(id_): vector for id_, vector in self.roles.items()}
        self.activities = sorted(id_ for id_, item in items.items() if item.kind is ItemKind.ACTIVITY)
        self.words = {id_: len(self.quiz.text(id_).split()) for id_ in self.options}
        self.usual_length = fmean(self.words[id_] for id_ in items)
        self.charm = {
            id_: misfit.charm
            * (self.random("charm", id_).gauss(0, CHARM_SPREAD) + dot(vector[: len(HOLLAND_LETTERS)], HOLLAND))
            for id_, vector in self.options.items()
        }

    def _off(self, rated: Vector, role: str) -> Vector:
        """The true profile of a *role*, with which our ratings correlate as the misfit says."""
        if self.misfit.ratings == 1:
            return rated
        chance, size = self.random("ratings", role), math.sqrt(1 / self.misfit.ratings**2 - 1)
        return [x + chance.gauss(0, size) for x in rated]

    def random(self, *key: object) -> Random:
        """A random generator for *key*, the same in every run and process."""
        return Random("/".join(map(str, (self.seed, *key))))

    def person(self, kind: str, number: int) -> Person:
        """Person *number* of a *kind*."""
        chance = self.random("person", kind, number)
        homes = [chance.choice(list(self.roles))]
        while len(homes) < self.misfit.peaks:
            other = chance.choice(list(self.roles))
            if dot(self.roles[other], self.roles[homes[0]]) < DISTANT:
                homes.append(other)
        length = math.sqrt(len(DIMENSIONS))
        peaks = []
        for home in homes:
            theta = [chance.gauss(0, 1) for _ in DIMENSIONS]
            if self.misfit.peaks > 1:
                theta = [length * u + 0.5 * x for u, x in zip(self.roles[home], theta, strict=True)]
            elif kind == "home":
                theta = [0.8 * z + 0.75 * x for z, x in zip(self.profiles[home], theta, strict=True)]
            peaks.append(theta)
        truth = first_five({id_: max(dot(vector, peak) for peak in peaks) for id_, vector in self.roles.items()})
        style = chance.gauss(0, ACQUIESCENCE), chance.gauss(0, EXTREMITY)
        return Person((kind, number), tuple(homes), tuple(peaks), truth, *style)

    def express(self, person: Person, option: str, occasion: int = 0) -> float:
        """The liking of *option* that *person* expresses on that *occasion*, with their style of answering."""
        chance, rest = self.random("liking", *person.key, option), 1 - SIGNAL
        uneven = math.exp(chance.gauss(0, UNEVEN))
        quirk = uneven * chance.gauss(0, math.sqrt(rest * QUIRK))
        moods = [chance.gauss(0, math.sqrt(rest * (1 - QUIRK))) for _ in range(occasion + 1)]
        drawn = max(dot(self.options[option], peak) for peak in person.peaks)
        liking = self.misfit.strength * math.sqrt(SIGNAL) * drawn + self.charm[option]
        liking += quirk + self.misfit.mood * uneven * moods[-1]
        liking += self.misfit.long * (self.words[option] - self.usual_length)
        return (liking + person.acquiescence) * math.exp(person.extremity)

    def answer(self, person: Person, screen: Screen, read: int, occasion: int = 0) -> Answer:
        """The answer of *person* to *screen*, who has *read* so many words before."""
        chance = self.random("screen", *person.key, occasion, *screen.options)
        tired = (1 + self.misfit.tires * read / 1000) ** 2 - 1
        haste = math.sqrt((1 - SIGNAL) * (1 - QUIRK) * tired)
        liking = {}
        for position, option in enumerate(screen.options):
            unread = self.misfit.reads is not None and position >= self.misfit.reads
            liking[option] = self.express(person, option, occasion) + chance.gauss(0, haste) - UNREAD * unread
        order = sorted(screen.options, key=lambda option: -liking[option])
        picks = tuple(order[: screen.picks])
        sought = {option: liking[option] + chance.gauss(0, HASTE) for option in order[screen.picks :]}
        return Answer(screen.options, picks, min(sought, key=sought.__getitem__) if screen.least else None)


def is_day(option: str) -> bool:
    """Whether an *option* is a day in a role."""
    return option.startswith(DAY)


class RatedForm:
    """A fixed questionnaire of rated activities, scored the usual way or by the engine's model."""

    def __init__(self, world: World, length: int, dimensions: Sequence[str]) -> None:
        """Choose *length* activities that cover *dimensions*, and compute norms from a sample of people."""
        self.world, self.size = world, len(dimensions)
        self.keys = {id_: world.options[id_][: self.size] for id_ in world.activities}
        self.items = covering(self.keys, length, self.size)
        sample = [world.person("norm", number) for number in range(NORM_SAMPLE)]
        self.norms = [self.scales(person) for person in sample]
        self.gain, self.noise = self._fit(sample)

    def ratings(self, person: Person) -> Vector:
        """The rating of each item, -2 to 2."""
        return [
            sum(self.world.express(person, id_) > threshold for threshold in THRESHOLDS) - 2.0 for id_ in self.items
        ]

    def scales(self, person: Person) -> Vector:
        """The person's mean answer on each scale, reversed items reversed."""
        answers = [(self.keys[id_], rating) for id_, rating in zip(self.items, self.ratings(person), strict=True)]
        totals = [sum(key[d] * answer for key, answer in answers) for d in range(self.size)]
        weights = [sum(abs(key[d]) for key, _ in answers) or 1.0 for d in range(self.size)]
        return [total / weight for total, weight in zip(totals, weights, strict=True)]

    def five(self, person: Person) -> tuple[str, ...]:
        """The five roles that the form would show: Pearson correlation of normed scales with the ratings."""
        normed = standardized([self.scales(person)], self.norms)[0]
        return first_five({id_: correlation(normed, row[: self.size]) for id_, row in self.world.rated.items()})

    def five_by_model(self, person: Person) -> tuple[str, ...]:
        """The five roles by the engine's model: each rating is evidence about theta, charm is discounted."""
        precision, eta = identity(self.size), [0.0] * self.size
        for contrast, rating in self._contrasts(person):
            pull = (rating / self.gain - dot(contrast, CHARM)) / self.noise
            eta = [x + pull * c for x, c in zip(eta, contrast, strict=True)]
            precision = [
                [x + a * b / self.noise for x, b in zip(row, contrast, strict=True)]
                for row, a in zip(precision, contrast, strict=True)
            ]
        mean = times(inverse(precision), eta)
        return first_five({id_: dot(unit(row[: self.size]), mean) for id_, row in self.world.rated.items()})

    def _contrasts(self, person: Person) -> list[tuple[Vector, float]]:
        """Each item's vector and rating, both less their means over the form."""
        keys, ratings = [self.keys[id_] for id_ in self.items], self.ratings(person)
        middle = [fmean(column) for column in zip(*keys, strict=True)]
        rating = fmean(ratings)
        return [
            ([x - m for x, m in zip(key, middle, strict=True)], value - rating)
            for key, value in zip(keys, ratings, strict=True)
        ]

    def _fit(self, sample: Sequence[Person]) -> tuple[float, float]:
        """The gain of a rating per unit of liking, and its noise in units of liking, by least squares."""
        pairs = [
            (dot(contrast, person.peaks[0][: self.size]) + dot(contrast, CHARM), rating)
            for person in sample
            for contrast, rating in self._contrasts(person)
        ]
        gain = sum(liking * rating for liking, rating in pairs) / sum(liking**2 for liking, _ in pairs)
        return gain, fmean((rating / gain - liking) ** 2 for liking, rating in pairs)


@cache
def rated_forms(world: World) -> dict[str, RatedForm]:
    """The fixed questionnaires of a *world*, by name."""
    return {name: RatedForm(world, *form) for name, form in FORMS.items()}


def standardized(rows: list[Vector], sample: list[Vector]) -> list[Vector]:
    """*rows* with each column in standard deviations from its mean in the *sample*."""
    columns = list(zip(*sample, strict=True))
    means, spreads = [fmean(column) for column in columns], [pstdev(column) or 1.0 for column in columns]
    return [[(x - mean) / spread for x, mean, spread in zip(row, means, spreads, strict=True)] for row in rows]


def covering(keys: dict[str, Vector], length: int, size: int) -> list[str]:
    """Items chosen greedily, each the most informative after the ones before."""
    covariance, chosen, noise = identity(size), [], (1 - SIGNAL) / SIGNAL
    for _ in range(min(length, len(keys))):
        rest = (id_ for id_ in keys if id_ not in chosen)
        best = max(rest, key=lambda id_: dot(keys[id_], times(covariance, keys[id_])))
        seen = times(covariance, keys[best])
        total, pairs = dot(keys[best], seen) + noise, zip(covariance, seen, strict=True)
        covariance = [[x - a * b / total for x, b in zip(row, seen, strict=True)] for row, a in pairs]
        chosen.append(best)
    return chosen


def first_five(scores: dict[str, float]) -> tuple[str, ...]:
    """The roles with the highest *scores*, best first."""
    return tuple(sorted(scores, key=lambda id_: (-scores[id_], id_))[:ROLES_SHOWN])
