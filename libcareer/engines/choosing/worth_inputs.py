"""What the answer to "is it worth it" rests on: pay, price, time and chances, each as best, middle and worst case.

Every input says whether the person told it, a source published it, or the maintainers estimated it. A person may set
each one (`Own`); what they set has no range.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.choosing.worth_pay import Basis, reckoned_pay
from libcareer.engines.pay.figures import pay
from libcareer.engines.pay.places import Place
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


class Own(Struct, frozen=True):
    """What a person sets themselves; None leaves it to the records.

    *earn*, *after* and *meanwhile* are pay for a year now, later, and while studying; *cost* is money for all study,
    *months* its whole length, *stay* of 100 how many remain in the post they have, *years_left* years of work left.
    With *full_time* the job is given up for the study. *place* is where pay is looked up, None the United States.
    """

    earn: float | None = None
    after: float | None = None
    meanwhile: float | None = None
    cost: float | None = None
    months: float | None = None
    stay: float | None = None
    years_left: float | None = None
    full_time: bool = False
    place: Place | None = None


class Input(Struct, frozen=True):
    """An input in the three cases, with its unit, what it rests on, what it is a figure of, its year and sources.

    *ends* says what the best and the worst rest on, if not the same. *proxy* says why a figure of pay is not that of
    the role; it has no median, and its middle is that of its range.
    """

    name: InputName
    best: float
    middle: float
    worst: float
    unit: str
    basis: Basis
    says: str = ""
    year: str = ""
    sources: tuple[Cite, ...] = ()
    proxy: str | None = None
    ends: Basis | None = None

    @property
    def ranges(self) -> bool:
        """Whether the cases differ."""
        return self.best != self.worst


# ---------------------------------------------------------------------------- pay


def a_year(currency: str) -> str:
    """The unit of yearly amounts in *currency*, such as "USD a year"."""
    return f"{currency} a year".lstrip()


def before_input(catalog: Catalog, own: Own, post: str | None) -> Input | None:
    """The pay now for a year: what the person says they earn, or that of their *post*; None if unknown."""
    if own.earn is not None:
        return told_input(InputName.BEFORE, own.earn, a_year(catalog.pack.currency))
    found = reckoned_pay(catalog, post, own.place) if post else None
    if found is None:
        return None
    pay = found.middle
    return Input(
        InputName.BEFORE, pay, pay, pay, a_year(catalog.pack.currency), found.basis, f"{found.says}, taken as yours",
        found.year, (found.source,), found.proxy,
    )  # fmt: skip


def after_input(catalog: Catalog, own: Own, goal: str) -> Input | None:
    """The pay afterwards for a year; None if it is unknown.

    The middle case is the median. The worst and the best are our estimate of the pay that a quarter of the posts
    stay below and a quarter exceed: between the published tenth, half and ninetieth of 100 posts pay is taken to be
    spread as a log-normal distribution spreads it. Of a proxy they are the tenth and the ninetieth themselves.
    """
    if own.after is not None:
        return told_input(InputName.AFTER, own.after, a_year(catalog.pack.currency))
    found = reckoned_pay(catalog, goal, own.place)
    if found is None:
        return None
    best = found.high if found.proxy else _quarter(found.middle, found.high)
    worst = found.low if found.proxy else _quarter(found.middle, found.low)
    return Input(
        InputName.AFTER, best, found.middle, worst, a_year(catalog.pack.currency), found.basis, found.says, found.year,
        (found.source,), found.proxy, Basis.PUBLISHED if found.proxy else Basis.ESTIMATED,
    )  # fmt: skip


def _quarter(median: float, tenth: float) -> float:
    """The pay a quarter of the way up or down from the *median*, where *tenth* is that at a tenth."""
    return round(float(median * (tenth / median) ** QUARTER), -1)


def pay_doubts(catalog: Catalog, post: str | None, goal: str, own: Own) -> Iterator[str]:
    """Why the pay figures of the present *post* and of the *goal* can be doubted, where the answer rests on them."""
    used = [role for role, told in ((post, own.earn), (goal, own.after)) if role and told is None]
    for role in used:
        title, found = role_named(catalog, role).title, reckoned_pay(catalog, role, own.place)
        if found is None:
            yield f"No pay figure is known for {title}."
        elif found.proxy:
            yield f"{title} has no pay figure of its own: {found.proxy}."
        elif found.doubt:
            yield f"{title}: {found.doubt}."


def alike(catalog: Catalog, post: str | None, goal: str, own: Own) -> str:
    """Why pay cannot tell the present *post* from the *goal*: they are counted in one occupation; empty if it can."""
    if post is None or own.earn is not None or own.after is not None:
        return ""
    here, there = pay(catalog, post), pay(catalog, goal)
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
