"""The accuracy of the quiz for simulated people, compared with fixed forms over the same activities.

The simulation does not use the engine. A person is a point theta in the sixteen dimensions; the liking
of an option is its projection on theta, plus a lasting quirk, the charm of the option and the mood of
the day. People are drawn from the whole population ("population") or around one role ("home"). The quiz
should find the five roles closest to theta. The forms to beat are Likert questionnaires over the same
activities, scored the usual way. docs/quiz.md explains the numbers.
"""

from __future__ import annotations

import argparse
import math
import multiprocessing
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from random import Random
from statistics import correlation, fmean, median, pstdev
from typing import Any

import libcareer
from libcareer.engines.quiz.algebra import Vector, dot, identity, times, unit
from libcareer.engines.quiz.belief import Answer
from libcareer.engines.quiz.engine import ROLES_SHOWN, Fit, Outcome, Quiz, Screen, day_option
from libcareer.engines.quiz.ratings import DIMENSIONS, HOLLAND_LETTERS, ratings_of
from libcareer.knowledge.model import ItemKind

Likes = Callable[[str, int], float]
Compute = Callable[[list["Sheet"]], object]

KINDS = ("population", "home")
SIGNAL = 0.38  # share of the variance of liking that theta explains
QUIRK = 0.40  # share of the rest that is the same on every occasion
CHARM = 0.35  # standard deviation of the popularity of options
HOLLAND = (-0.46, 0.24, 0.14, 0.44, -0.10, -0.24)  # popularity of the letters with real people
ACQUIESCENCE, EXTREMITY = math.sqrt(0.08), 0.25
THRESHOLDS = (-1.2, -0.4, 0.4, 1.2)
FORMS = {"60 items": (60, DIMENSIONS), "30 items": (30, DIMENSIONS), "60 RIASEC": (60, HOLLAND_LETTERS)}
NORM_SAMPLE, SKIPPED, SURE = 300, 0.25, 0.80
THIRD = 3  # every third person sits the quiz again, once on another day and once skipping screens


@dataclass
class Person:
    """A simulated person; *truth* has the five roles closest to *theta*, best first."""

    key: tuple[str, int]
    home: str
    theta: Vector
    truth: tuple[str, ...]
    acquiescence: float
    extremity: float


class World:
    """The truth of the simulation: roles, options and their charm, and how people answer."""

    def __init__(self, seed: int) -> None:
        """Build the truth from the catalog, without the engine; *seed* fixes all random numbers."""
        self.seed, self.quiz = seed, Quiz(libcareer.load())
        items, roles = self.quiz.catalog.items, sorted(self.quiz.catalog.roles)
        ratings = [ratings_of(self.quiz.catalog, id_) for id_ in roles]
        self.profiles = dict(zip(roles, standardized(ratings, ratings), strict=True))
        self.roles = {id_: unit(profile) for id_, profile in self.profiles.items()}
        self.options = {id_: unit([item.load.get(d, 0.0) for d in DIMENSIONS]) for id_, item in items.items()}
        self.options |= {day_option(id_): vector for id_, vector in self.roles.items()}
        self.activities = sorted(id_ for id_, item in items.items() if item.kind is ItemKind.ACTIVITY)
        self.charm = {
            id_: self.random("charm", id_).gauss(0, CHARM) + dot(vector[: len(HOLLAND_LETTERS)], HOLLAND)
            for id_, vector in self.options.items()
        }
        self.forms = {name: LikertForm(self, *form) for name, form in FORMS.items()}

    def random(self, *key: object) -> Random:
        """A random generator for *key*, the same in every run and process."""
        return Random("/".join(map(str, (self.seed, *key))))

    def person(self, kind: str, number: int) -> Person:
        """Person *number* of a *kind*."""
        chance = self.random("person", kind, number)
        theta = [chance.gauss(0, 1) for _ in DIMENSIONS]
        home = chance.choice(list(self.roles))
        if kind == "home":
            theta = [0.8 * z + 0.75 * x for z, x in zip(self.profiles[home], theta, strict=True)]
        truth = first_five({id_: dot(vector, theta) for id_, vector in self.roles.items()})
        style = chance.gauss(0, ACQUIESCENCE), chance.gauss(0, EXTREMITY)
        return Person((kind, number), home, theta, truth, *style)

    def express(self, person: Person, option: str, occasion: int = 0) -> float:
        """The liking of *option* that *person* expresses on that *occasion*, with their style of answering."""
        chance, rest = self.random("liking", *person.key, option), 1 - SIGNAL
        quirk = chance.gauss(0, math.sqrt(rest * QUIRK))
        mood = [chance.gauss(0, math.sqrt(rest * (1 - QUIRK))) for _ in range(occasion + 1)][-1]
        liking = math.sqrt(SIGNAL) * dot(self.options[option], person.theta) + self.charm[option] + quirk + mood
        return (liking + person.acquiescence) * math.exp(person.extremity)


class LikertForm:
    """A fixed questionnaire, scored the usual way: scale means, norms, Pearson with the profiles."""

    def __init__(self, world: World, length: int, dimensions: Sequence[str]) -> None:
        """Choose *length* activities that cover *dimensions*, and compute norms from a sample of people."""
        self.world, self.size = world, len(dimensions)
        self.keys = {id_: world.options[id_][: self.size] for id_ in world.activities}
        self.items = covering(self.keys, length, self.size)
        self.norms = [self.scales(world.person("norm", number)) for number in range(NORM_SAMPLE)]

    def scales(self, person: Person) -> Vector:
        """The person's mean answer on each scale, reversed items reversed."""
        expressed = [(self.keys[id_], self.world.express(person, id_)) for id_ in self.items]
        answers = [(key, sum(x > threshold for threshold in THRESHOLDS) - 2) for key, x in expressed]
        totals = [sum(key[d] * answer for key, answer in answers) for d in range(self.size)]
        weights = [sum(abs(key[d]) for key, _ in answers) or 1.0 for d in range(self.size)]
        return [total / weight for total, weight in zip(totals, weights, strict=True)]

    def five(self, person: Person) -> tuple[str, ...]:
        """The five roles that the form would show."""
        normed = standardized([self.scales(person)], self.norms)[0]
        profiles = self.world.profiles.items()
        return first_five({id_: correlation(normed, profile[: self.size]) for id_, profile in profiles})


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


@dataclass
class Sheet:
    """One person's answers, and the *fives* shown by the quiz, taken up to three times, and by the forms."""

    person: Person
    answers: list[Answer]
    seconds: list[float]
    outcome: Outcome
    fives: dict[str, tuple[str, ...]]
    errors: Vector


def sit(quiz: Quiz, likes: Likes, seed: int, skips: Random | None = None) -> tuple[list[Answer], list[float]]:
    """The answers of a person who *likes* an option (id, position) so much, and the seconds to choose each screen."""
    answers: list[Answer] = []
    seconds: list[float] = []
    while True:
        start = time.process_time()  # processor time: other processes do not count
        screen = quiz.next(answers, seed)
        seconds.append(time.process_time() - start)
        if screen is None:
            return answers, seconds
        skipped = skips is not None and skips.random() < SKIPPED
        answers.append(Answer(screen.options) if skipped else choose(screen, likes))


def choose(screen: Screen, likes: Likes) -> Answer:
    """The favorites of *screen*, and the least liked if it asks for that."""
    liking = {id_: likes(id_, position) for position, id_ in enumerate(screen.options)}
    order = sorted(screen.options, key=liking.__getitem__, reverse=True)
    return Answer(screen.options, tuple(order[: screen.picks]), order[-1] if screen.least else None)


def order_errors(quiz: Quiz, answers: Sequence[Answer], outcome: Outcome, chance: Random) -> Vector:
    """The largest change of a score when screens, then options, change order; and of its explanation."""
    scores = {fit.role: fit.score for fit in outcome.fits}
    screens = chance.sample(list(answers), len(answers))
    options = [Answer(tuple(chance.sample(a.options, len(a.options))), a.picks, a.least) for a in answers]
    changed = [[abs(f.score - scores[f.role]) for f in quiz.outcome(other).fits] for other in (screens, options)]
    reasons = [abs(sum(reason.adds for reason in fit.reasons) - fit.score) for fit in outcome.fits]
    dimensions = [abs(sum(fit.dimensions.values()) - fit.score) for fit in outcome.fits]
    return [max(errors) for errors in (*changed, reasons + dimensions)]


def answer_all(world: World, kind: str, number: int) -> Sheet:
    """One person takes the quiz and the forms; every third person takes it again, and with a quarter skipped."""
    quiz, person = world.quiz, world.person(kind, number)
    answers, seconds = sit(quiz, lambda id_, _: world.express(person, id_), number)
    outcome = quiz.outcome(answers)
    fives = {name: form.five(person) for name, form in world.forms.items()} | {"quiz": outcome.shown}
    errors = [0.0]
    if number % THIRD == 0:
        again, _ = sit(quiz, lambda id_, _: world.express(person, id_, 1), number + 1)
        skips = world.random("skips", kind, number)
        skipped, _ = sit(quiz, lambda id_, _: world.express(person, id_), number, skips)
        fives |= {"again": quiz.outcome(again).shown, "skipped": quiz.outcome(skipped).shown}
        errors = order_errors(quiz, answers, outcome, world.random("orders", kind, number))
    return Sheet(person, answers, seconds, slim(outcome), fives, errors)


def slim(outcome: Outcome) -> Outcome:
    """*outcome* without its reasons, to send it between processes."""
    fits = tuple(Fit(f.role, f.title, f.score, f.chance, f.best, f.band, (), {}) for f in outcome.fits)
    return Outcome(fits, *(getattr(outcome, name) for name in outcome.__struct_fields__[1:]))


WORLD: World


def prepare(seed: int) -> None:
    """Build the world of a worker process."""
    global WORLD
    WORLD = World(seed)


def run(job: tuple[str, int]) -> Sheet | Outcome:
    """The result of one taker of the quiz, a kind and a number, in a worker process."""
    kind, number = job
    if kind in KINDS:
        return answer_all(WORLD, kind, number)
    chance, role = WORLD.random(kind, number), list(WORLD.roles)[number % len(WORLD.roles)]
    likes: dict[str, Likes] = {
        "clicker": lambda _option, _position: chance.random(),
        "straight": lambda _option, position: -position,
        "ideal": lambda option, _position: 3 * dot(WORLD.options[option], WORLD.roles[role]),
    }
    answers, _ = sit(WORLD.quiz, likes[kind], number)
    return slim(WORLD.quiz.outcome(answers))


def simulate(world: World, people: int, processes: int) -> dict[str, list[Any]]:
    """The results of *people* of each kind, by kind, over several *processes*."""
    jobs = [(kind, number) for kind in KINDS for number in range(people)]
    jobs += [(kind, number) for kind in ("clicker", "straight") for number in range(max(1, people // THIRD))]
    jobs += [("ideal", number) for number in range(len(world.roles))]
    results: dict[str, list[Any]] = {}
    with multiprocessing.Pool(processes, prepare, (world.seed,)) as pool:
        for (kind, _), result in zip(jobs, pool.imap(run, jobs, chunksize=4), strict=True):
            results.setdefault(kind, []).append(result)
    return results


def share(values: Iterable[bool]) -> float:
    """The share of *values* that are true; not a number if there are none."""
    return fmean(known) if (known := list(values)) else math.nan


def common(one: Sequence[str], other: Sequence[str]) -> float:
    """The share of roles that two fives have in common."""
    return len({*one} & {*other}) / ROLES_SHOWN


def twice(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets of people who took the quiz more than once."""
    return [sheet for sheet in sheets if "again" in sheet.fives]


def overlap(sheets: Sequence[Sheet], five: str = "quiz") -> float:
    """The mean share of the true five among the *five*."""
    return fmean(common(sheet.fives[five], sheet.person.truth) for sheet in sheets)


def margin(sheets: Sequence[Sheet], five: str) -> float:
    """How much larger the overlap of the quiz is than that of *five*."""
    return overlap(sheets) - overlap(sheets, five)


def words(world: World, sheet: Sheet) -> int:
    """How many words of options the person had to read."""
    return sum(len(world.quiz.text(option).split()) for answer in sheet.answers for option in answer.options)


def best(sheets: Sequence[Sheet], five: str = "quiz") -> float:
    """The share of people with their best role among the *five*."""
    return share(sheet.person.truth[0] in sheet.fives[five] for sheet in sheets)


def at_home(sheets: Sequence[Sheet], five: str = "quiz") -> float:
    """The share of people built around a role who have it among the *five*."""
    return share(sheet.person.home in sheet.fives[five] for sheet in sheets if sheet.person.key[0] == "home")


def chances(sheets: Sequence[Sheet], least: float = 0.0) -> list[tuple[float, bool]]:
    """For every role with a chance of at least *least*: the chance, and whether the role is in the true five."""
    return [(f.chance, f.role in x.person.truth) for x in sheets for f in x.outcome.fits if f.chance >= least]


def calibration_error(sheets: Sequence[Sheet], bins: int = 10) -> float:
    """The expected calibration error over all roles, in bins of chance."""
    errors = [0.0] * bins
    for chance, true in chances(sheets):
        errors[min(int(chance * bins), bins - 1)] += chance - true
    return sum(map(abs, errors)) / len(chances(sheets))


def area(high: Sequence[float], low: Sequence[float]) -> float:
    """The chance that one of *high* is above one of *low* (area under the ROC curve)."""
    return fmean((a > b) + (a == b) / 2 for a in high for b in low)


def gap(sheets: Sequence[Sheet], trait: Callable[[Person], float]) -> float:
    """The difference in overlap between people above and below 0 on a *trait*."""
    high, low = ([s for s in sheets if (trait(s.person) > 0) is side] for side in (True, False))
    return overlap(high) - overlap(low) if high and low else math.nan


def most_common(outcomes: Sequence[Outcome]) -> float:
    """The share of *outcomes* that show the role shown most often."""
    return max(Counter(role for outcome in outcomes for role in outcome.shown).values()) / len(outcomes)


Line = tuple[str, Compute, str, str]


def rows(world: World, clickers: list[Outcome]) -> list[Line]:
    """The lines about people: label, how to compute it from sheets, requirement, aim."""
    evidence = [outcome.evidence for outcome in clickers]
    forms: list[Line] = []
    bounds = {"60 items": (">= 0", ">= .05"), "30 items": ("", ""), "60 RIASEC": (">= .15", ">= .22")}
    for name, (must, aim) in bounds.items():
        for what, compute in (("overlap", overlap), ("best in the five", best), ("home in the five", at_home)):
            forms.append((f"{name}: {what}", partial(compute, five=name), "", ""))
        forms.append((f"overlap minus {name}", partial(margin, five=name), must, aim))
    return [
        ("screens, mean", lambda s: fmean(len(x.answers) for x in s), "<= 14.5 / 13", "<= 12 / 11"),
        ("screens, most", lambda s: max(len(x.answers) for x in s), "<= 18", "<= 16"),
        (
            "taps, mean",
            lambda s: fmean(sum(len(a.picks) + bool(a.least) for a in x.answers) for x in s),
            "<= 34",
            "<= 28",
        ),
        ("words to read, mean", lambda s: fmean(words(world, x) for x in s), "", ""),
        ("overlap with the true five", overlap, ">= .42 / .58", ">= .48 / .64"),
        ("best role in the five", best, ">= .56 / .80", ">= .65 / .85"),
        ("home role in the five", at_home, ">= .78", ">= .84"),
        *forms,
        ("roles given >= .80: count", lambda s: len(chances(s, SURE)), "", ""),
        ("roles given >= .80: share true", lambda s: share(true for _, true in chances(s, SURE)), ".78-.97", ".80-.92"),
        ("calibration error, all roles", calibration_error, "<= .015", "<= .006"),
        ("stated share of the five", lambda s: fmean(x.outcome.stay for x in s) / ROLES_SHOWN, "", ""),
        ("stated minus actual", lambda s: fmean(x.outcome.stay for x in s) / ROLES_SHOWN - overlap(s), "", ""),
        (
            "tie holds the best role",
            lambda s: share(x.person.truth[0] in x.outcome.tie for x in s),
            ".75-.95",
            ".78-.88",
        ),
        ("tie, median size", lambda s: median(len(x.outcome.tie) for x in s), "", "<= 8"),
        (
            "another day: five in common",
            lambda s: fmean(common(x.fives["quiz"], x.fives["again"]) for x in twice(s)),
            "",
            "",
        ),
        (
            "another day: same first role",
            lambda s: share(x.fives["quiz"][0] == x.fives["again"][0] for x in twice(s)),
            "",
            "",
        ),
        ("a quarter skipped: overlap lost", lambda s: margin(twice(s), "skipped"), "<= .04", "<= .02"),
        ("random clickers: AUC", lambda s: area([x.outcome.evidence for x in s], evidence), ">= .85", ">= .92"),
        ("honest flagged as random", lambda s: share(not x.outcome.clear for x in s), "<= .10", "<= .05"),
        ("acquiescent minus not, overlap", lambda s: gap(s, lambda p: p.acquiescence), "within .06", "within .03"),
        ("extreme minus mild, overlap", lambda s: gap(s, lambda p: p.extremity), "within .06", "within .03"),
        (
            "roles never shown",
            lambda s: len({*world.roles} - {role for x in s for role in x.outcome.shown}),
            "<= 0",
            "<= 0",
        ),
        (
            "most shown / even share",
            lambda s: most_common([x.outcome for x in s]) * len(world.roles) / ROLES_SHOWN,
            "<= 3",
            "<= 2",
        ),
        ("order of screens, error", lambda s: max(x.errors[0] for x in twice(s)), "<= 1e-9", ""),
        ("order of options, error", lambda s: max(x.errors[1] for x in twice(s)), "<= 1e-9", ""),
        ("explanation, error", lambda s: max(x.errors[2] for x in twice(s)), "<= 1e-9", ""),
        ("next screen, slowest, seconds", lambda s: max(max(x.seconds) for x in s), "<= .25", "<= .1"),
        ("next screen, median, seconds", lambda s: median(second for x in s for second in x.seconds), "", ""),
    ]


def others(world: World, results: dict[str, list[Outcome]]) -> list[tuple[str, object, str, str]]:
    """The lines about clickers, straight-liners and ideal answerers, and about the catalog itself."""
    straight, ideal = results["straight"], dict(zip(world.roles, results["ideal"], strict=True))
    lost = [role for role, outcome in ideal.items() if role not in {outcome.shown[0], *outcome.tie}]
    foreign = {name.partition(".")[0] for name in sys.modules} - sys.stdlib_module_names - {"libcareer"}
    pairs = inseparable(world)
    return [
        ("random clickers told no clear result", share(not o.clear for o in results["clicker"]), "", ""),
        ("straight-liners told no clear result", share(not o.clear for o in straight), ">= .50", ">= .90"),
        ("straight-liners: most common role", most_common(straight), "<= .20", "<= .12"),
        ("ideal answerers: own role first", share(o.shown[0] == role for role, o in ideal.items()), "", ""),
        ("ideal answerers: own role lost, " + (", ".join(lost) or "none"), len(lost), "<= 0", "<= 0"),
        ("ideal answerers: widest tie", max(len(o.tie) for o in ideal.values()), "", "<= 3"),
        ("modules imported, not standard", ", ".join(sorted(x for x in foreign if x[0] != "_")), "", ""),
        ("pairs of roles with a cosine above .9", len(pairs), "", "<= 0"),
        *((f"  {one}, {other}: {reason}", cosine, "", "") for cosine, one, other, reason in pairs),
    ]


def inseparable(world: World, closeness: float = 0.9) -> list[tuple[float, str, str, str]]:
    """Pairs of roles that the quiz cannot separate, closest first, each with the difference in their records."""
    roles, records = list(world.roles.items()), world.quiz.catalog.roles
    reasons = {(id_, near.role): near.why for id_, record in records.items() for near in record.related}
    return sorted(
        (
            (cosine, a, b, reasons.get((a, b)) or reasons.get((b, a)) or "NO REASON GIVEN")
            for number, (a, u) in enumerate(roles)
            for b, v in roles[number + 1 :]
            if (cosine := dot(u, v)) > closeness
        ),
        reverse=True,
    )


def met(value: object, bound: str, kind: int) -> bool:
    """Whether *value* is within its *bound*; of two numbers in it, the second is for the second *kind*."""
    if not bound or not isinstance(value, int | float) or math.isnan(value):
        return True
    numbers = [float(number) for number in re.findall(r"[\d.]+(?:e-\d+)?", bound)]
    if "-." in bound:
        return numbers[0] <= value <= numbers[1]
    number = numbers[min(kind, len(numbers) - 1)]
    return value >= number if bound.startswith(">=") else (abs(value) if "within" in bound else value) <= number


def verdict(values: Sequence[object], must: str, aim: str) -> str:
    """Which bound a line of *values* misses, if any."""
    for word, bound in (("misses the must", must), ("misses the aim", aim)):
        if not all(met(value, bound, kind) for kind, value in enumerate(values)):
            return word
    return ""


def shape(value: object) -> str:
    """A value as the table prints it."""
    if not isinstance(value, float) or math.isnan(value):
        return str(value).replace("nan", "-")
    return f"{value:.0e}" if 0 < abs(value) < 1e-6 else f"{value:.3f}"


def show(label: str, values: Sequence[object], must: str, aim: str) -> None:
    """Print one line of the table."""
    shown = "".join(f"{shape(value):>12}" for value in values)
    print(f"{label:36}{shown}   {must:13} {aim:13} {verdict(values, must, aim)}".rstrip())


def main() -> None:
    """Run the simulation and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    for name, default in (("--people", 300), ("--seed", 1), ("--processes", 2)):
        parser.add_argument(name, type=int, default=default, help=f"default: {default}")
    options = parser.parse_args()
    start, world = time.perf_counter(), World(options.seed)
    results = simulate(world, options.people, options.processes)
    actual = [common(x.outcome.shown, x.person.truth) for kind in KINDS for x in results[kind]]
    error = pstdev(actual) / math.sqrt(options.people)
    print(f"{len(world.roles)} roles, {len(world.activities)} activities of {len(world.quiz.catalog.items)} items")
    print(f"{options.people} people of each kind, seed {options.seed}, standard error of an overlap {error:.3f}\n")
    print(f"{'':36}{'population':>12}{'home':>12}   {'must be':13} {'aim':13}".rstrip())
    for label, compute, must, aim in rows(world, results["clicker"]):
        show(label, [compute(results[kind]) for kind in KINDS], must, aim)
    print()
    for label, value, must, aim in others(world, results):
        show(f"{label:48}", [value], must, aim)
    print(f"\n{time.perf_counter() - start:.0f} seconds, {options.processes} processes")


if __name__ == "__main__":
    main()
