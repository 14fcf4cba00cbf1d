"""What the answer to "is it worth it" rests on: pay, price, time and chances, each as best, middle and worst case.

Every input says whether the person told it, a source published it, or the maintainers estimated it. A person may set
each one (`Own`); what they set has no range.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.pay.figures import PayFigure, pay, yearly
from libcareer.engines.references import Cite, cite, role_named
from libcareer.knowledge.enums import Usual

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from libcareer.catalog import Catalog

Three = tuple[float, float, float]
"""A value in the best, the middle and the worst case."""

BEST, MIDDLE, WORST = range(3)
"""The places of the three cases in `Three`."""

QUARTER = 0.6745 / 1.2816
"""How far a quarter of all lies from the median, where a tenth lies 1, if the logarithm of pay is normal."""

STAY: Mapping[Usual, Three] = {
    Usual.USUAL: (0.0, 10.0, 25.0),
    Usual.SOMETIMES: (10.0, 30.0, 50.0),
    Usual.RARE: (25.0, 50.0, 75.0),
}
"""Of 100 who study for a move that is so usual, how many typically remain in the post they have; editorial."""


class InputName(StrEnum):
    """The inputs of the answer, in the order in which they are told."""

    BEFORE = "before"
    AFTER = "after"
    PRICE = "price"
    STUDY = "study"
    WAIT = "wait"
    MEANWHILE = "meanwhile"
    STAY = "stay"


class Basis(StrEnum):
    """What an input rests on: the person, a source, the maintainers' estimate, or their judgment of what is typical."""

    TOLD = "told"
    PUBLISHED = "published"
    ESTIMATED = "estimated"
    EDITORIAL = "editorial"


class Own(Struct, frozen=True):
    """What a person sets themselves; None leaves it to the records.

    *earn*, *after* and *meanwhile* are USD a year now, later, and while studying; *cost* is USD for all study,
    *months* its whole length, *stay* of 100 how many remain in the post they have, *years_left* years of work left.
    With *full_time* the job is given up for the study.
    """

    earn: float | None = None
    after: float | None = None
    meanwhile: float | None = None
    cost: float | None = None
    months: float | None = None
    stay: float | None = None
    years_left: float | None = None
    full_time: bool = False


class Input(Struct, frozen=True):
    """An input in the three cases, with its unit, what it rests on, what it is a figure of, its year and sources."""

    name: InputName
    best: float
    middle: float
    worst: float
    unit: str
    basis: Basis
    says: str = ""
    year: str = ""
    sources: tuple[Cite, ...] = ()

    @property
    def ranges(self) -> bool:
        """Whether the cases differ."""
        return self.best != self.worst


# ---------------------------------------------------------------------------- pay


def place_pay(catalog: Catalog, role: str) -> PayFigure | None:
    """The pay figure that the answer takes for *role*."""
    return pay(catalog, role)


def before_input(catalog: Catalog, earn: float | None, post: str | None) -> Input | None:
    """The pay now in USD a year: what the person says they *earn*, or the median of their *post*; None if unknown."""
    if earn is not None:
        return told_input(InputName.BEFORE, earn, "USD a year")
    figure = place_pay(catalog, post) if post else None
    if figure is None or post is None:
        return None
    median = yearly(figure)
    return Input(
        InputName.BEFORE, median, median, median, "USD a year", Basis.PUBLISHED,
        f"{_figure_words(figure)}, taken as yours", figure.year, (figure.source,),
    )  # fmt: skip


def after_input(figure: PayFigure | None, own: float | None) -> Input | None:
    """The pay afterwards in USD a year; None if it is unknown.

    The middle case is the median. The worst and the best are our estimate of the pay that a quarter of the posts
    stay below and a quarter exceed: between the published tenth, half and ninetieth of 100 posts pay is taken to be
    spread as a log-normal distribution spreads it.
    """
    if own is not None:
        return told_input(InputName.AFTER, own, "USD a year")
    if figure is None:
        return None
    median = yearly(figure)
    factor = median / figure.median
    best = worst = median
    if figure.low and figure.high:
        worst = round(median * (figure.low * factor / median) ** QUARTER, -1)
        best = round(median * (figure.high * factor / median) ** QUARTER, -1)
    return Input(
        InputName.AFTER, max(best, median), median, min(worst, median), "USD a year", Basis.PUBLISHED,
        _figure_words(figure), figure.year, (figure.source,),
    )  # fmt: skip


def _figure_words(figure: PayFigure) -> str:
    full = ", if full time" if figure.if_full_time is not None else ""
    return f"median of {figure.covers}, US{full}"


def pay_doubts(catalog: Catalog, post: str | None, goal: str, own: Own) -> Iterator[str]:
    """Why the pay figures of the present *post* and of the *goal* can be doubted, where the answer rests on them."""
    used = [role for role, told in ((post, own.earn), (goal, own.after)) if role and told is None]
    for role in used:
        if place_pay(catalog, role) is None:
            yield f"No official figure covers {role_named(catalog, role).title}."


def alike(catalog: Catalog, post: str | None, goal: str, own: Own) -> str:
    """Why pay cannot tell the present *post* from the *goal*: they are counted in one occupation; empty if it can."""
    if post is None or own.earn is not None or own.after is not None:
        return ""
    here, there = place_pay(catalog, post), place_pay(catalog, goal)
    if here is None or there is None or (here.covers, here.median) != (there.covers, there.median):
        return ""
    titles = f"{role_named(catalog, post).title} and {role_named(catalog, goal).title}"
    return f"{titles} are counted in one occupation, {here.covers}, so the figures cannot tell what the step brings."


def stay_input(catalog: Catalog, usual: Usual, own: float | None) -> Input:
    """Of 100 who take a way that is so *usual*, how many remain in the post they have; editorial."""
    if own is not None:
        return Input(InputName.STAY, own, own, own, "of 100", Basis.TOLD, "may")
    source = cite(catalog, "editorial") if "editorial" in catalog.sources else None
    year = source.published or "" if source else ""
    return Input(
        InputName.STAY, *STAY[usual], "of 100", Basis.EDITORIAL, "typically", year, (source,) if source else ()
    )


def told_input(name: InputName, value: float, unit: str) -> Input:
    """What a person says themselves: the same in all cases."""
    return Input(name, value, value, value, unit, Basis.TOLD, "as you say")
