"""The accuracy of the quiz for simulated people, compared with fixed forms over the same activities.

`people` has the people and the forms. The quiz should find the five roles closest to a person's theta. The
first table is about people for whom the engine is made, the second about misfits: people who tire, skim,
or like long texts, and worlds in which our ratings are wrong. docs/quiz.md explains the numbers.
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
from statistics import fmean, median, pstdev
from typing import TYPE_CHECKING, Any

from people import KINDS, MISFITS, Person, World, rated_forms

from libcareer.commands.prompts.quiz import printed
from libcareer.engines.quiz.algebra import dot
from libcareer.engines.quiz.belief import Answer
from libcareer.engines.quiz.effort import choices, minutes, words
from libcareer.engines.quiz.engine import ROLES_SHOWN, Outcome, Quiz, Screen
from libcareer.engines.quiz.limits import practical_questions

if TYPE_CHECKING:
    from random import Random

Compute = Callable[[list["Sheet"]], object]
Reply = Callable[[Screen, int], Answer]

SKIPPED, SURE = 0.25, 0.80
THIRD = 3  # every third person sits the quiz again, once on another day and once skipping screens
BY_MODEL = "60 items, our scoring"


@dataclass
class Sheet:
    """One person's answers, and the *fives* shown by the quiz, taken up to three times, and by the forms."""

    person: Person
    answers: list[Answer]
    words: int
    seconds: list[float]
    outcome: Outcome
    fives: dict[str, tuple[str, ...]]
    errors: list[float]


def sit(quiz: Quiz, reply: Reply, seed: int, skips: Random | None = None) -> tuple[list[Answer], list[float], int]:
    """The answers of a person, the seconds to choose each screen, and the words of options read.

    *reply* gives the answer to a screen after so many words read.
    """
    answers: list[Answer] = []
    seconds: list[float] = []
    read = 0
    while True:
        start = time.process_time()  # processor time: other processes do not count
        screen = quiz.next(answers, seed)
        seconds.append(time.process_time() - start)
        if screen is None:
            return answers, seconds, read
        read += sum(len(quiz.text(option).split()) for option in screen.options)
        skipped = skips is not None and skips.random() < SKIPPED
        answers.append(Answer(screen.options) if skipped else reply(screen, read))


def order_errors(quiz: Quiz, answers: Sequence[Answer], outcome: Outcome, chance: Random) -> list[float]:
    """The largest change of a score when screens, then options, change order; and of its explanation."""
    scores = {fit.role: fit.score for fit in outcome.fits}
    screens = chance.sample(list(answers), len(answers))
    options = [Answer(tuple(chance.sample(a.options, len(a.options))), a.picks, a.least) for a in answers]
    changed = [[abs(f.score - scores[f.role]) for f in quiz.outcome(other).fits] for other in (screens, options)]
    reasons = [abs(sum(r.adds for r in quiz.reasons(role, answers)) - scores[role]) for role in outcome.shown]
    return [max(errors) for errors in (*changed, reasons)]


def answer_all(world: World, kind: str, number: int) -> Sheet:
    """One person takes the quiz; in the usual world also the forms, and every third takes the quiz twice more."""
    quiz, person = world.quiz, world.person(kind, number)

    def reply(screen: Screen, read: int, occasion: int = 0) -> Answer:
        return world.answer(person, screen, read, occasion)

    answers, seconds, read = sit(quiz, reply, number)
    outcome = quiz.outcome(answers)
    fives, errors = {"quiz": outcome.shown}, [0.0]
    if world.misfit == MISFITS["nobody"]:
        forms = rated_forms(world)
        fives |= {name: form.five(person) for name, form in forms.items()}
        fives[BY_MODEL] = forms["60 items"].five_by_model(person)
        if number % THIRD == 0:
            again = sit(quiz, partial(reply, occasion=1), number + 1)[0]
            skipped = sit(quiz, reply, number, world.random("skips", kind, number))[0]
            fives |= {"again": quiz.outcome(again).shown, "skipped": quiz.outcome(skipped).shown}
            errors = order_errors(quiz, answers, outcome, world.random("orders", kind, number))
    return Sheet(person, answers, read, seconds, outcome, fives, errors)


WORLD: World


def prepare(seed: int, misfit: str) -> None:
    """Build the world of a worker process."""
    global WORLD
    WORLD = World(seed, MISFITS[misfit])


def run(job: tuple[str, int]) -> Sheet | Outcome:
    """The result of one taker of the quiz, a kind and a number, in a worker process."""
    kind, number = job
    if kind in KINDS:
        return answer_all(WORLD, kind, number)
    chance, role = WORLD.random(kind, number), list(WORLD.roles)[number % len(WORLD.roles)]

    def reply(screen: Screen, _: int) -> Answer:
        likes: dict[str, Callable[[str], float]] = {
            "clicker": lambda _: chance.random(),
            "straight": lambda option: -screen.options.index(option),
            "ideal": lambda option: dot(WORLD.options[option], WORLD.roles[role]),
        }
        order = sorted(screen.options, key=likes[kind], reverse=True)
        return Answer(screen.options, tuple(order[: screen.picks]), order[-1] if screen.least else None)

    return WORLD.quiz.outcome(sit(WORLD.quiz, reply, number)[0])


def simulate(seed: int, misfit: str, jobs: Sequence[tuple[str, int]], processes: int) -> dict[str, list[Any]]:
    """The results of all *jobs*, by kind, over several *processes*."""
    results: dict[str, list[Any]] = {}
    with multiprocessing.Pool(processes, prepare, (seed, misfit)) as pool:
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


def best(sheets: Sequence[Sheet], five: str = "quiz") -> float:
    """The share of people with their best role among the *five*."""
    return share(sheet.person.truth[0] in sheet.fives[five] for sheet in sheets)


def at_home(sheets: Sequence[Sheet], five: str = "quiz") -> float:
    """The share of people built around a role who have it among the *five*."""
    return share(x.person.homes[0] in x.fives[five] for x in sheets if x.person.key[0] == "home")


def taps(sheets: Sequence[Sheet]) -> float:
    """How many choices a person made, on average."""
    return fmean(sum(len(a.picks) + bool(a.least) for a in sheet.answers) for sheet in sheets)


def words_printed(world: World, sheet: Sheet) -> int:
    """How many words the quiz printed before the result, with headings, keys and practical questions."""
    return words(printed(world.quiz, sheet.answers, practical_questions(world.quiz.catalog)))


def time_taken(world: World, sheet: Sheet) -> float:
    """The minutes that reading and choosing take, by the program's own estimate."""
    return minutes(words_printed(world, sheet), choices(sheet.answers) + len(practical_questions(world.quiz.catalog)))


def stated(sheets: Sequence[Sheet]) -> float:
    """The mean share of the five that the quiz expects to be true."""
    return fmean(sheet.outcome.stay for sheet in sheets) / ROLES_SHOWN


def tie_holds(sheets: Sequence[Sheet]) -> float:
    """The share of people whose best role is in the group that cannot be told apart."""
    return share(sheet.person.truth[0] in sheet.outcome.tie for sheet in sheets)


def unclear(sheets: Sequence[Sheet]) -> float:
    """The share of people who are told that there is no clear result."""
    return share(not sheet.outcome.clear for sheet in sheets)


def both_loves(sheets: Sequence[Sheet]) -> float:
    """The share of people with two interests who see the role of each, among the five or named as one of two."""
    return share(
        {*x.person.homes} <= {*x.outcome.shown, *(role for side in x.outcome.loves for role in side)} for x in sheets
    )


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
    bounds = {
        "60 items": (">= 0", ">= .05"),
        BY_MODEL: ("", ""),
        "30 items": ("", ""),
        "60 RIASEC": (">= .15", ">= .22"),
    }
    for name, (must, aim) in bounds.items():
        for what, compute in (("overlap", overlap), ("best in the five", best), ("home in the five", at_home)):
            forms.append((f"{name}: {what}", partial(compute, five=name), "", ""))
        forms.append((f"overlap minus {name}", partial(margin, five=name), must, aim))
    return [
        ("screens, mean", lambda s: fmean(len(x.answers) for x in s), "", ""),
        ("screens, most", lambda s: max(len(x.answers) for x in s), "<= 18", ""),
        ("taps, mean", taps, "", ""),
        ("words of options, mean", lambda s: fmean(x.words for x in s), "", ""),
        ("words printed, mean", lambda s: fmean(words_printed(world, x) for x in s), "<= 1900", "<= 1600"),
        ("minutes, mean", lambda s: fmean(time_taken(world, x) for x in s), "<= 10", "<= 9"),
        ("overlap with the true five", overlap, ">= .47 / .61", ""),
        ("best role in the five", best, ">= .56 / .80", ">= .65 / .85"),
        ("home role in the five", at_home, ">= .78", ">= .84"),
        *forms,
        ("roles given >= .80: count", lambda s: len(chances(s, SURE)), "", ""),
        ("roles given >= .80: share true", lambda s: share(true for _, true in chances(s, SURE)), "", ""),
        ("calibration error, all roles", calibration_error, "", ""),
        ("stated share of the five", stated, "", ""),
        ("stated minus actual", lambda s: stated(s) - overlap(s), "<= .03", ""),
        ("tie holds the best role", tie_holds, ">= .75", ""),
        ("tie, median size", lambda s: median(len(x.outcome.tie) for x in s), "", ""),
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
        ("a quarter skipped: overlap lost", lambda s: margin(twice(s), "skipped"), "<= .04", ""),
        ("random clickers: AUC", lambda s: area([x.outcome.evidence for x in s], evidence), ">= .85", ""),
        ("honest told no clear result", unclear, "<= .06", ""),
        ("one interest told as two", lambda s: share(bool(x.outcome.loves) for x in s), "<= .08", ""),
        ("acquiescent minus not, overlap", lambda s: gap(s, lambda p: p.acquiescence), "within .06", ""),
        ("extreme minus mild, overlap", lambda s: gap(s, lambda p: p.extremity), "within .06", ""),
        (
            "roles never shown",
            lambda s: len({*world.roles} - {role for x in s for role in x.outcome.shown}),
            "<= 0",
            "",
        ),
        (
            "most shown / even share",
            lambda s: most_common([x.outcome for x in s]) * len(world.roles) / ROLES_SHOWN,
            "<= 3",
            "",
        ),
        ("order of screens, error", lambda s: max(x.errors[0] for x in twice(s)), "<= 1e-9", ""),
        ("order of options, error", lambda s: max(x.errors[1] for x in twice(s)), "<= 1e-9", ""),
        ("explanation, error", lambda s: max(x.errors[2] for x in twice(s)), "<= 1e-9", ""),
        ("next screen, slowest, seconds", lambda s: max(max(x.seconds) for x in s), "<= .05", ""),
        ("next screen, median, seconds", lambda s: median(second for x in s for second in x.seconds), "", ""),
    ]


def others(world: World, results: dict[str, list[Outcome]]) -> list[tuple[str, object, str, str]]:
    """The lines about clickers, straight-liners and ideal answerers, and about the catalog itself."""
    straight, ideal = results["straight"], dict(zip(world.roles, results["ideal"], strict=True))
    lost = [role for role, outcome in ideal.items() if role not in {outcome.shown[0], *outcome.tie}]
    foreign = {name.partition(".")[0] for name in sys.modules} - sys.stdlib_module_names - {"libcareer"}
    pairs = inseparable(world)
    return [
        ("random clickers told no clear result", share(not o.clear for o in results["clicker"]), ">= .85", ""),
        ("straight-liners told no clear result", share(not o.clear for o in straight), ">= .85", ""),
        ("straight-liners: most common role", most_common(straight), "<= .20", ""),
        ("ideal answerers: own role first", share(o.shown[0] == role for role, o in ideal.items()), "", ""),
        ("ideal answerers: own role lost, " + (", ".join(lost) or "none"), len(lost), "<= 0", ""),
        ("ideal answerers: widest tie", max(len(o.tie) for o in ideal.values()), "", ""),
        ("modules imported, not standard", ", ".join(sorted(x for x in foreign if x[0] != "_")), "", ""),
        ("pairs of roles with a cosine above .9", len(pairs), "", ""),
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


def misfits(seed: int, people: int, processes: int) -> None:
    """Print a line for each kind of misfit, with what is said and what is true."""
    columns: dict[str, Compute] = {
        "overlap": overlap,
        "stated": stated,
        "gap": lambda s: stated(s) - overlap(s),
        "tie": tie_holds,
        "unclear": unclear,
        "two": lambda s: share(bool(x.outcome.loves) for x in s),
        "both": both_loves,
    }
    print(f"\n{'population / home':16}" + "".join(f"{name:>14}" for name in columns))
    jobs = [(kind, number) for kind in KINDS for number in range(people)]
    for name in MISFITS:
        results = simulate(seed, name, jobs, processes)
        cells = [" / ".join(f"{compute(results[kind]):.2f}" for kind in KINDS) for compute in columns.values()]
        print(f"{name:16}" + "".join(f"{cell:>14}" for cell in cells), flush=True)


def main() -> None:
    """Run the simulation and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    defaults = (("--people", 300), ("--misfits", 100), ("--seed", 1), ("--processes", 2))
    for name, default in defaults:
        parser.add_argument(name, type=int, default=default, help=f"default: {default}")
    options = parser.parse_args()
    start, world = time.perf_counter(), World(options.seed)
    jobs = [(kind, number) for kind in KINDS for number in range(options.people)]
    jobs += [(kind, number) for kind in ("clicker", "straight") for number in range(max(1, options.people))]
    jobs += [("ideal", number) for number in range(len(world.roles))]
    results = simulate(options.seed, "nobody", jobs, options.processes)
    actual = [common(x.outcome.shown, x.person.truth) for kind in KINDS for x in results[kind]]
    error = pstdev(actual) / math.sqrt(options.people)
    print(f"{len(world.roles)} roles, {len(world.activities)} activities of {len(world.quiz.catalog.items)} items")
    print(f"{options.people} people of each kind, seed {options.seed}, standard error of an overlap {error:.3f}\n")
    print(f"{'':36}{'population':>12}{'home':>12}   {'must be':13}".rstrip())
    for label, compute, must, aim in rows(world, results["clicker"]):
        show(label, [compute(results[kind]) for kind in KINDS], must, aim)
    print()
    for label, value, must, aim in others(world, results):
        show(f"{label:48}", [value], must, aim)
    if options.misfits:
        misfits(options.seed, options.misfits, options.processes)
    print(f"\n{time.perf_counter() - start:.0f} seconds, {options.processes} processes")


if __name__ == "__main__":
    main()
