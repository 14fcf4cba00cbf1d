"""The answer to "is it worth it": when the money has come back, what decides, and a verdict.

The best case has every input at its best, the worst every input at its worst. The input that decides is the one that
moves the middle case most by itself.
"""

from __future__ import annotations

from enum import StrEnum
from math import ceil, inf
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from libcareer.engines.choosing.worth_inputs import BEST, MIDDLE, WORST, Input, InputName, Own
from libcareer.engines.choosing.worth_study import StudyPart, study_inputs
from libcareer.engines.pay.payback import MONTHS_A_YEAR, gain, payback, price_limit
from libcareer.engines.references import Named
from libcareer.knowledge.enums import Asked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from libcareer.engines.choosing.worth_study import Plan
    from libcareer.engines.pay.payback import Course


LONGEST = 60 * MONTHS_A_YEAR
"""The months that "never" counts as where cases are compared: more than any working life."""

FEWEST_YEARS, MOST_YEARS = 10, 40
"""The fewest and the most years of the table where the years of work left are not given."""


class Verdict(StrEnum):
    """The answer in a word.

    *there*: the person is in that role; *held*: they hold the credential; *no way*: none is known; *not needed*:
    neither law nor employers ask for it there; *unknown*: a figure lacks. *pays*, *doubtful* (not in the middle case)
    and *never* say whether the money comes back at all, *too late* not before work ends, *too dear* only for less.
    """

    PAYS = "pays"
    DOUBTFUL = "doubtful"
    TOO_DEAR = "too dear"
    TOO_LATE = "too late"
    NEVER = "never"
    NOT_NEEDED = "not needed"
    HELD = "held"
    THERE = "there"
    NO_WAY = "no way"
    UNKNOWN = "unknown"


class Payback(Struct, frozen=True):
    """Months until the money has come back, counted from the start, in the three cases; None is never."""

    best: float | None
    middle: float | None
    worst: float | None


class Deciding(Struct, frozen=True):
    """The input that moves the answer most: months until the money is back with it alone *at_best* and *at_worst*."""

    name: InputName
    at_best: float | None
    at_worst: float | None


class Amounts(Struct, frozen=True):
    """An amount of money in the three cases."""

    best: float
    middle: float
    worst: float


class YearLine(Struct, frozen=True):
    """What somebody has more after so many years than somebody who kept their pay, in the three cases."""

    year: int
    best: float
    middle: float
    worst: float


class Worth(Struct, frozen=True):
    """The answer for one role as the goal; *credential* is None where the study on the way to the role is meant.

    *given_up* are the wages lost on the way, *at_end* the gain when work ends, *price_limit* the highest price at
    which the middle case pays before that. *posts* lie between the present post and the goal.
    """

    credential: Named | None
    goal: Named
    verdict: Verdict
    years_left: float | None
    full_time: bool
    where: str
    payback: Payback | None = None
    decides: Deciding | None = None
    inputs: tuple[Input, ...] = ()
    given_up: Amounts | None = None
    studies: tuple[StudyPart, ...] = ()
    posts: tuple[Named, ...] = ()
    at_end: Amounts | None = None
    price_limit: float | None = None
    doubts: tuple[str, ...] = ()
    table: tuple[YearLine, ...] = ()


class Opened(Struct, frozen=True):
    """A role that asks for the credential, with the pay after it and the answer for that role in short.

    *besides* are other credentials that it asks for and that the person lacks; they are counted in.
    """

    role: Named
    asked: Asked
    verdict: Verdict
    after: Input | None
    payback: Payback | None
    besides: tuple[Named, ...]
    doubts: tuple[str, ...]


class WorthList(Struct, frozen=True):
    """The answers for every role that asks for a credential, the soonest paid back first.

    *inputs* are those that hold for all of them.
    """

    credential: Named
    verdict: Verdict
    count: int
    roles: tuple[Opened, ...]
    years_left: float | None
    full_time: bool
    where: str
    inputs: tuple[Input, ...]
    studies: tuple[StudyPart, ...]


def answer(nothing: Worth, plan: Plan, own: Own, doubts: Iterable[str], *, needed: bool, told: bool) -> Worth:
    """*nothing*, which says what is asked, with the answer by *plan* and the *doubts* about its pay figures.

    A study that is not *needed* for the goal does not bring its pay, and is reckoned only with a pay that the person
    expects. The answer is unknown if pay, by the figures at hand, is not *told* apart.
    """
    studies = tuple(part for stage in plan.stages for part in stage.studies)
    about_study = tuple(study_inputs(plan, own))
    found = replace(
        nothing,
        inputs=(plan.before, *((plan.after,) if plan.after is not None else ()), *about_study, plan.stay),
        studies=studies,
        doubts=(*doubts, *_doubts(studies, own)),
    )
    priced = any(one.name is InputName.PRICE for one in about_study)
    if not studies or not (needed or own.after is not None):
        return replace(found, verdict=Verdict.NOT_NEEDED)
    if plan.after is None or not priced or not told:
        return replace(found, verdict=Verdict.UNKNOWN)
    courses = [plan.course(otherwise=case) for case in (BEST, MIDDLE, WORST)]
    back = Payback(*sorted(map(payback, courses), key=lambda months: inf if months is None else months))
    end = None if own.years_left is None else own.years_left * MONTHS_A_YEAR
    limit = None if end is None else price_limit(courses[MIDDLE], end)
    return replace(
        found,
        verdict=_verdict(back, end, limit) if needed else Verdict.NOT_NEEDED,
        payback=back,
        decides=_deciding(plan, found.inputs),
        given_up=Amounts(*map(_given_up, courses)),
        at_end=None if end is None else Amounts(*(gain(course, end) for course in courses)),
        price_limit=limit,
        table=tuple(_years(courses, back, own.years_left)),
    )


def _until(months: float | None) -> float:
    """The months until the money is back as a number to compare by; never is `LONGEST`."""
    return LONGEST if months is None else min(months, LONGEST)


def _verdict(back: Payback, end: float | None, limit: float | None) -> Verdict:
    """The answer in a word, for somebody whose work ends after so many months."""
    if back.best is None:
        return Verdict.NEVER
    if end is not None and (back.middle is None or back.middle > end):
        return Verdict.TOO_LATE if limit is None else Verdict.TOO_DEAR
    return Verdict.DOUBTFUL if _until(back.middle) >= LONGEST else Verdict.PAYS


def _deciding(plan: Plan, inputs: Iterable[Input]) -> Deciding | None:
    """The input that moves the middle case most within its range; None if no input moves it."""
    found, widest = None, 0.0
    for one in inputs:
        if one.ranges:
            at_best, at_worst = (payback(plan.course({one.name: case})) for case in (BEST, WORST))
            moved = abs(_until(at_worst) - _until(at_best))
            if moved > widest:
                found, widest = Deciding(one.name, at_best, at_worst), moved
    return found


def _given_up(course: Course) -> float:
    """The wages that are lost on the way."""
    return sum(max(0.0, course.before - stretch.pay) / MONTHS_A_YEAR * stretch.months for stretch in course.stretches)


def _years(courses: Sequence[Course], back: Payback, years_left: float | None) -> Iterator[YearLine]:
    """A line for each year until work ends or, if that is not known, until the money is back in the worst case."""
    longest = ceil(_until(back.worst) / MONTHS_A_YEAR) if years_left is None else ceil(years_left)
    last = min(max(longest, FEWEST_YEARS), MOST_YEARS) if years_left is None else longest
    for year in range(1, last + 1):
        yield YearLine(year, *(gain(course, MONTHS_A_YEAR * year) for course in courses))


def _doubts(studies: Iterable[StudyPart], own: Own) -> Iterator[str]:
    """What makes the price and the length of *studies* unsure besides their ranges, in sentences."""
    for part in studies:
        if own.cost is None and part.price is None:
            yield f"The price of {part.short} is known in {part.currency} only."
        elif own.cost is None and not part.priced:
            none = "Only a part of the price" if part.cost_source else "No price"
            yield f"{none} of {part.short} is published; the most that it costs is our estimate."
        if own.months is None and not part.timed:
            yield f"No length of {part.short} is published; it is our estimate."
