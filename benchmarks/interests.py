"""How far six interest scores go: real people with a field of study, and simulated ones.

The file of answers holds 17,129 people in the United States who took the 48-item Holland code test of
the Open-Source Psychometrics Project (openpsychometrics.org) in 2015-2018: data set holland of the R
package qacr (MIT license, github.com/rkabacoff/qacr). It is no part of libcareer. It is a table with tabs
between the columns R1 to R8, I1 to I8, ..., C8 (each rated 1 to 5) and field.

Real people answer two questions. Is somebody's own field first, or among the first three, of twelve? A
field counts by the interests of a few occupations that it leads to (OCCUPATIONS), standardized over the
twelve fields as the ratings of roles are over the catalog. And which roles are shown, to history majors
and to everybody? A heritage role has the highest rating for heritage: work with old and rare things
fills its week. Each rule of scoring gets the same standardized scores:

- belief: the Gaussian belief about all sixteen dimensions, from which the quiz starts when scores are given;
  it was the rule for scores alone as well
- correlation: the Pearson correlation of the person's letters and those of the field or role
- likeness: the rule of libcareer (`libcareer/engines/quiz/likeness.py`)
- discriminant: a linear discriminant fitted to the fields, cross-validated; the most that six scores can do

No rule but the last sees anybody's field. Simulated people show whether the chances that libcareer states
come true: they are drawn from the whole population or around one role, as in benchmarks/quiz.py. docs/quiz.md
has the results.
"""

from __future__ import annotations

import argparse
import gzip
import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random
from statistics import fmean, median, pstdev, pvariance

from msgspec.structs import replace

import libcareer
from libcareer.engines.quiz.algebra import Vector, dot, inverse, times, unit
from libcareer.engines.quiz.belief import Letters, Prior
from libcareer.engines.quiz.engine import ROLES_SHOWN, Quiz
from libcareer.engines.quiz.interest_profiler import NORMS, RELIABILITY, SHORT_FORM, WORTH, profiler_prior
from libcareer.engines.quiz.likeness import chances_alone, letter_profile, likenesses
from libcareer.engines.quiz.ratings import DIMENSIONS, standard_ratings

Rule = Callable[[Vector], Mapping[str, float]]
Person = tuple[Vector, str]

LETTERS, ITEMS = "RIASEC", 8
FOLDS, PLACES, HERITAGE = 5, 3, 4
KINDS = ("population", "home")
PROFILE, REST = 0.8, 0.75  # how much of a person around a role is the role's profile, and how much is their own
SAME_FIELD = {"civil engineering": "engineering"}

OCCUPATIONS = (
    ("accounting", "13-2011.00", (1.14, 3.57, 1.09, 2.13, 3.86, 7.00)),  # Accountants and Auditors
    ("biology", "19-1029.04", (4.15, 6.97, 2.32, 2.56, 2.93, 4.50)),  # Biologists
    ("biology", "19-1023.00", (5.32, 7.00, 2.24, 2.57, 2.48, 3.69)),  # Zoologists and Wildlife Biologists
    ("biology", "19-1029.02", (5.00, 6.67, 2.10, 2.25, 2.34, 4.97)),  # Molecular and Cellular Biologists
    ("biology", "25-1042.00", (3.99, 5.91, 3.31, 6.22, 2.03, 3.61)),  # Biological Science Teachers, Postsecondary
    ("business", "11-1021.00", (2.22, 2.39, 1.31, 3.37, 6.96, 5.32)),  # General and Operations Managers
    ("business", "13-1111.00", (1.58, 5.46, 1.58, 2.77, 4.76, 6.13)),  # Management Analysts
    ("business", "11-2021.00", (1.00, 2.90, 2.45, 2.82, 7.00, 4.70)),  # Marketing Managers
    ("business", "11-3121.00", (1.09, 2.68, 1.71, 3.88, 7.00, 5.19)),  # Human Resources Managers
    ("computer science", "15-1252.00", (3.93, 5.86, 2.26, 1.88, 1.87, 5.46)),  # Software Developers
    ("computer science", "15-1211.00", (3.34, 6.36, 1.98, 1.89, 2.26, 5.89)),  # Computer Systems Analysts
    ("computer science", "15-1221.00", (3.94, 7.00, 2.86, 2.04, 2.42, 4.80)),  # Computer and Information Research S.
    ("economics", "19-3011.00", (1.54, 7.00, 2.49, 2.22, 3.80, 4.34)),  # Economists
    ("education", "25-2021.00", (2.55, 3.38, 3.99, 7.00, 2.57, 3.53)),  # Elementary School Teachers
    ("education", "25-2031.00", (2.85, 3.23, 3.71, 7.00, 2.75, 3.63)),  # Secondary School Teachers
    ("engineering", "17-2051.00", (6.36, 5.11, 2.15, 1.79, 2.90, 4.63)),  # Civil Engineers
    ("engineering", "17-2071.00", (6.35, 5.31, 2.01, 1.57, 2.31, 5.01)),  # Electrical Engineers
    ("engineering", "17-2141.00", (6.60, 5.30, 2.20, 1.10, 1.76, 4.65)),  # Mechanical Engineers
    ("english", "27-3043.00", (1.00, 3.26, 6.93, 2.84, 4.80, 3.18)),  # Writers and Authors
    ("english", "27-3041.00", (1.00, 3.11, 5.16, 2.51, 4.03, 4.85)),  # Editors
    ("english", "25-1123.00", (2.35, 4.76, 4.19, 7.00, 2.41, 3.55)),  # English Language and Literature Teachers, Post.
    ("history", "19-3093.00", (2.42, 5.19, 3.61, 3.21, 2.40, 4.97)),  # Historians
    ("history", "25-1125.00", (2.87, 5.41, 3.89, 6.89, 2.50, 3.57)),  # History Teachers, Postsecondary
    ("law", "23-1011.00", (1.17, 4.52, 2.32, 3.45, 5.54, 4.54)),  # Lawyers
    ("nursing", "29-1141.00", (3.66, 4.82, 1.31, 5.62, 2.28, 4.58)),  # Registered Nurses
    ("psychology", "19-3033.00", (1.07, 5.50, 3.02, 6.57, 2.67, 3.55)),  # Clinical and Counseling Psychologists
    ("psychology", "19-3034.00", (1.00, 5.00, 3.31, 6.77, 2.82, 4.01)),  # School Psychologists
    ("psychology", "19-3032.00", (1.11, 5.32, 3.26, 4.18, 4.65, 4.04)),  # Industrial-Organizational Psychologists
    ("psychology", "25-1066.00", (2.13, 5.56, 3.85, 7.00, 2.37, 3.26)),  # Psychology Teachers, Postsecondary
)
"""The occupations that stand for each field: O*NET-SOC code and occupational interests (scale OI, 1 to 7).

Source: O*NET 30.1 Database (December 2025) by the U.S. Department of Labor, Employment and Training
Administration (USDOL/ETA), used under the CC BY 4.0 license. The choice of occupations is ours.
"""


# ---------------------------------------------------------------------------- people, fields and roles


def people(file: Path) -> list[Person]:
    """Each person in *file*: the standardized letters, less their mean, and the field."""
    read = gzip.open if file.suffix == ".gz" else open
    with read(file, "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines][1:]
    return [(letters([float(cell) for cell in row[:-1]]), SAME_FIELD.get(row[-1], row[-1])) for row in rows]


def letters(answers: Sequence[float]) -> Vector:
    """The standardized letters of 48 *answers*, less their mean."""
    means = [fmean(answers[ITEMS * i : ITEMS * (i + 1)]) for i in range(len(LETTERS))]
    return letter_profile([(x - NORMS[d][0]) / NORMS[d][1] for d, x in zip(LETTERS, means, strict=True)])


def field_profiles() -> dict[str, Vector]:
    """The interests of each field, standardized over the fields, without the ten facets."""
    rated: dict[str, list[Vector]] = {}
    for field, _, interests in OCCUPATIONS:
        rated.setdefault(field, []).append(list(interests))
    means = {field: [fmean(column) for column in zip(*rows, strict=True)] for field, rows in rated.items()}
    columns = [(fmean(column), pstdev(column)) for column in zip(*means.values(), strict=True)]
    return {
        field: [(x - mean) / spread for x, (mean, spread) in zip(row, columns, strict=True)]
        for field, row in means.items()
    }


def worth(scores: Vector) -> Letters:
    """Standardized *scores*, as reliable as those of the form of 60 items."""
    return Letters(scores, WORTH * math.sqrt(RELIABILITY[SHORT_FORM]))


def prior(scores: Vector) -> Prior:
    """The prior of libcareer for standardized *scores*, which need not be those of a form."""
    middle = profiler_prior(dict.fromkeys(LETTERS, 20))
    scale = math.sqrt(RELIABILITY[SHORT_FORM]) / (1 - RELIABILITY[SHORT_FORM])
    pull = [scale * x for x in scores] + [0.0] * (len(middle.pull) - len(scores))
    return replace(middle, pull=pull, letters=worth(scores))


# ---------------------------------------------------------------------------- rules


def belief(profiles: Mapping[str, Vector]) -> Rule:
    """By the Gaussian belief; in six dimensions its mean is proportional to the scores."""
    directions = {id_: unit(profile) for id_, profile in profiles.items()}
    return lambda scores: {id_: dot(direction, scores) for id_, direction in directions.items()}


def correlation(profiles: Mapping[str, Vector]) -> Rule:
    return belief({id_: letter_profile(profile) for id_, profile in profiles.items()})


def likeness(profiles: Mapping[str, Vector]) -> Rule:
    centered = {id_: letter_profile(profile) for id_, profile in profiles.items()}
    return lambda scores: likenesses(centered, scores)


def discriminant(train: Sequence[Person]) -> Rule:
    """A linear discriminant between fields that are equally likely; the last letter follows from the others."""
    groups: dict[str, list[Vector]] = {}
    for scores, field in train:
        groups.setdefault(field, []).append(scores[:-1])
    means = {field: [fmean(column) for column in zip(*rows, strict=True)] for field, rows in groups.items()}
    errors = [[a - b for a, b in zip(row, means[f], strict=True)] for f, rows in groups.items() for row in rows]
    columns = list(zip(*errors, strict=True))
    precision = inverse([[dot(one, other) / len(errors) for other in columns] for one in columns])
    weights = {field: times(precision, mean) for field, mean in means.items()}
    middles = {field: dot(weights[field], mean) / 2 for field, mean in means.items()}
    return lambda scores: {field: dot(weight, scores[:-1]) - middles[field] for field, weight in weights.items()}


# ---------------------------------------------------------------------------- the own field among twelve


Ranks = list[tuple[str, int]]


def ranks(rule: Rule, persons: Sequence[Person]) -> Ranks:
    """Each person's field, and how many fields come before it."""
    found = []
    for scores, field in persons:
        liked = rule(scores)
        found.append((field, sum(other > liked[field] for other in liked.values())))
    return found


def cross_validated(persons: Sequence[Person]) -> Ranks:
    """The ranks by a discriminant that was fitted to other people."""
    shuffled = list(persons)
    Random(1).shuffle(shuffled)
    folds = [shuffled[i::FOLDS] for i in range(FOLDS)]
    return [
        rank
        for i, fold in enumerate(folds)
        for rank in ranks(discriminant([p for j, other in enumerate(folds) if j != i for p in other]), fold)
    ]


def by_field(values: Sequence[tuple[str, float]]) -> tuple[float, float]:
    """The mean over fields of the mean in each, so that every field counts alike, and its standard error."""
    groups: dict[str, list[float]] = {}
    for field, value in values:
        groups.setdefault(field, []).append(value)
    error = math.sqrt(sum(pvariance(group) / len(group) for group in groups.values())) / len(groups)
    return fmean(fmean(group) for group in groups.values()), error


def print_fields(persons: Sequence[Person]) -> None:
    profiles = field_profiles()
    rules = {"belief": belief, "correlation": correlation, "likeness": likeness}
    found = {name: ranks(rule(profiles), persons) for name, rule in rules.items()}
    found["discriminant"] = cross_validated(persons)
    print(f"{len(persons)} people, {len(profiles)} fields, every field counts alike\n")
    print(f"{'own field':16}{'first':>8}{'error':>8}{'among 3':>10}{'error':>8}")
    for name, ranked in found.items():
        first = by_field([(field, before == 0) for field, before in ranked])
        three = by_field([(field, before < PLACES) for field, before in ranked])
        print(f"{name:16}{first[0]:8.3f}{first[1]:8.4f}{three[0]:10.3f}{three[1]:8.4f}")
    for other in ("belief", "correlation"):
        pairs = list(zip(found["likeness"], found[other], strict=True))
        gains = [by_field([(f, (x < n) - (y < n)) for (f, x), (_, y) in pairs]) for n in (1, PLACES)]
        print(f"likeness - {other:12}" + "".join(f"{gain:+8.4f} (error {error:.4f})" for gain, error in gains))
    print_field_chances(persons, {field: letter_profile(profile) for field, profile in profiles.items()})


def print_field_chances(persons: Sequence[Person], profiles: Mapping[str, Vector]) -> None:
    """Whether the chance that likeness states for the first field comes true, by the chance in tenths."""
    sizes = Counter(field for _, field in persons)
    told: dict[int, list[tuple[float, float, float]]] = {}
    for scores, field in persons:
        chances = {id_: best for id_, (_, best) in chances_alone(profiles, worth(scores), PLACES).items()}
        first = max(chances, key=chances.__getitem__)
        weight = 1 / sizes[field]
        row = (weight, weight * chances[first], weight * (first == field))
        told.setdefault(int(chances[first] * 10), []).append(row)
    print(f"\n{'first field':16}{'people':>8}{'stated':>8}{'actual':>8}")
    for tenth, rows in sorted(told.items()):
        whole, stated, actual = (sum(column) for column in zip(*rows, strict=True))
        print(f"{f'{tenth / 10:.1f} and more':16}{len(rows):8}{stated / whole:8.2f}{actual / whole:8.2f}")


# ---------------------------------------------------------------------------- the roles shown


def five_of(rule: Rule) -> Callable[[Vector], Sequence[str]]:
    """The five roles that a *rule* shows."""

    def five(scores: Vector) -> list[str]:
        liked = rule(scores)
        return sorted(liked, key=lambda id_: -liked[id_])[:ROLES_SHOWN]

    return five


def print_roles(quiz: Quiz, persons: Sequence[Person], every: int) -> None:
    catalog = quiz.catalog
    heritage = {id_ for id_, role in catalog.roles.items() if role.quiz.facets.heritage >= HERITAGE}
    profiles = {id_: ratings[: len(LETTERS)] for id_, ratings in standard_ratings(catalog).items()}
    rules: dict[str, tuple[Callable[[Vector], Sequence[str]], int]] = {
        f"belief, 1 in {every}": (lambda s: Quiz(catalog, replace(prior(s), letters=None)).outcome([]).shown, every),
        "correlation": (five_of(correlation(profiles)), 1),
        "likeness": (lambda s: Quiz(catalog, prior(s)).outcome([]).shown, 1),
    }
    print(f"\n{len(catalog.roles)} roles, {len(heritage)} of them heritage roles; shares of people\n")
    print(f"{'roles shown':18}{'never':>7}{'least':>8}{'most':>8}{'heritage: history':>20}{'everybody':>12}")
    for name, (five, step) in rules.items():
        shown = [five(scores) for scores, _ in persons[::step]]
        counts = Counter(role for each in shown for role in each)
        even = len(shown) * ROLES_SHOWN / len(catalog.roles)
        least, most = min(counts[role] for role in catalog.roles) / even, max(counts.values()) / even
        majors = [bool(heritage.intersection(five(scores))) for scores, field in persons if field == "history"]
        whole = fmean(bool(heritage.intersection(each)) for each in shown)
        never = len(catalog.roles) - len(counts)
        print(f"{name:18}{never:7}{least:8.2f}{most:8.2f}{fmean(majors):20.2f}{whole:12.2f}")
    print("(never: how many roles nobody is shown; least and most: a role's share of an even share)")


# ---------------------------------------------------------------------------- simulated people


class Simulated:
    """A simulated person: the letters that a test of 60 items finds, the home role, and the true five roles."""

    def __init__(self, quiz: Quiz, ratings: Mapping[str, Vector], kind: str, number: int) -> None:
        """Draw person *number* of a *kind*; *ratings* are the standardized ratings of the roles."""
        chance, reliability = Random(f"{kind}/{number}"), RELIABILITY[SHORT_FORM]
        self.home = chance.choice(quiz.ids)
        theta = [chance.gauss(0, 1) for _ in DIMENSIONS]
        if kind == "home":
            theta = [PROFILE * rating + REST * x for rating, x in zip(ratings[self.home], theta, strict=True)]
        errors = [chance.gauss(0, math.sqrt(1 - reliability)) for _ in LETTERS]
        self.scores = letter_profile([math.sqrt(reliability) * x + e for x, e in zip(theta, errors, strict=False)])
        self.truth = sorted(quiz.ids, key=lambda id_: -dot(quiz.roles[id_][: len(theta)], theta))[:ROLES_SHOWN]


def print_simulated(quiz: Quiz, count: int) -> None:
    """What likeness and the belief state about simulated people, and what is true."""
    print(f"\n{count} simulated people of each kind\n")
    heads = (("overlap", 9), ("stated", 8), ("home in 5", 11), ("tie holds best", 16), ("tie, median", 13))
    print(f"{'kind':12}{'rule':12}" + "".join(f"{head:>{width}}" for head, width in heads))
    ratings = standard_ratings(quiz.catalog)
    for kind in KINDS:
        persons = [Simulated(quiz, ratings, kind, number) for number in range(count)]
        priors = [prior(person.scores) for person in persons]
        for rule, made in (("belief", [replace(each, letters=None) for each in priors]), ("likeness", priors)):
            found = [Quiz(quiz.catalog, each).outcome([]) for each in made]
            pairs = list(zip(found, persons, strict=True))
            print(
                f"{kind:12}{rule:12}"
                f"{fmean(len({*o.shown} & {*p.truth}) for o, p in pairs) / ROLES_SHOWN:9.3f}"
                f"{fmean(o.stay for o in found) / ROLES_SHOWN:8.3f}"
                f"{fmean(p.home in o.shown for o, p in pairs):11.3f}"
                f"{fmean(p.truth[0] in o.tie for o, p in pairs):16.2f}"
                f"{median(len(o.tie) for o in found):13.0f}"
            )


def main() -> None:
    """Read the answers and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("file", type=Path, help="the answers, with tabs between the columns; may be compressed by gzip")
    parser.add_argument("--every", type=int, default=20, help="the belief is computed for one person in this many")
    parser.add_argument("--people", type=int, default=300, help="simulated people of each kind")
    options = parser.parse_args()
    persons, quiz = people(options.file), Quiz(libcareer.load())
    print_fields(persons)
    print_roles(quiz, persons, options.every)
    print_simulated(quiz, options.people)


if __name__ == "__main__":
    main()
