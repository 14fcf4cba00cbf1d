"""The pay that the answer to "is it worth it" reckons with: for a year, in a place or in the nation."""

from __future__ import annotations

from enum import StrEnum
from math import sqrt
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.pay.figures import pay, yearly
from libcareer.engines.references import Cite
from libcareer.knowledge.hours import HOURS_A_YEAR

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.engines.pay.figures import PayFigure
    from libcareer.engines.pay.local import LocalPay
    from libcareer.engines.pay.places import Place
    from libcareer.engines.pay.released import Spread


class Basis(StrEnum):
    """What an input rests on: the person, a source, the maintainers' estimate, or their judgment of what is typical."""

    TOLD = "told"
    PUBLISHED = "published"
    ESTIMATED = "estimated"
    EDITORIAL = "editorial"


class ReckonedPay(Struct, frozen=True):
    """The pay of a role for a year, an hourly one as if full time: that of one in ten, the median, one in ten.

    Of a *proxy*, which is why the figure is not that of the role, *middle* is the middle of the range in its place.
    *doubt* is why a local figure is unsure; empty if it is not.
    """

    low: float
    middle: float
    high: float
    says: str
    year: str
    source: Cite
    basis: Basis = Basis.PUBLISHED
    proxy: str | None = None
    doubt: str = ""


def reckoned_pay(catalog: Catalog, role: str, place: Place | None) -> ReckonedPay | None:
    """The pay of *role* in *place*, None for the whole country; None if no figure is known.

    Where nothing was released for the place, it is that of the state or the nation, and says so.
    """
    national = pay(catalog, role)
    if national is None or national.currency != catalog.pack.currency:
        return None
    home = catalog.pack.country
    found = _national(national, home.short if home else "")
    if place is not None:
        from libcareer.engines.pay.local import local_pay  # the tables of places are read only where they are asked for

        around = local_pay(catalog, role, place)
        found = (_local(around) if around else None) or found
    return _marked(found, national.proxy) if national.proxy else found


def _national(figure: PayFigure, country: str) -> ReckonedPay:
    median = yearly(figure)
    low, high = figure.yearly_range or (median, median)
    full = ", if full time" if figure.if_full_time is not None else ""
    return ReckonedPay(
        low,
        median,
        high,
        f"median of {figure.covers}{f', {country}' if country else ''}{full}",
        figure.year,
        figure.source,
    )


def _local(found: LocalPay) -> ReckonedPay | None:
    """The figure of a place in the unit in which its median is known."""
    year, spread = found.figure.year, found.shown
    hourly = year.median is None
    low, median, high = _amounts(found.figure.hour if hourly else year, HOURS_A_YEAR if hourly else 1)
    if median is None:
        return None
    full = ", if full time" if found.unit == "hour" else ""
    doubts = [f"nothing was released for {found.place.name}, so this is {found.of.name}"] if found.fell_back else []
    doubts += [f"the figure for {found.of.name} is a rough estimate"] if found.figure.rough else []
    doubts += ["the highest amounts are only known as at least that"] if spread.at_least else []
    return ReckonedPay(
        low=median if low is None else low,
        middle=median,
        high=median if high is None else high,
        says=f"median of {found.covers} in {found.of.name}{full}",
        year=found.period,
        source=found.source,
        doubt="; ".join(doubts),
    )


def _amounts(spread: Spread, hours: float) -> tuple[float | None, float | None, float | None]:
    low, median, high = (None if one is None else one * hours for one in (spread.low, spread.median, spread.high))
    return low, median, high


def _marked(found: ReckonedPay, proxy: str) -> ReckonedPay | None:
    """*found* as a proxy: without its median, with the middle of its range; None if it has no range."""
    from msgspec.structs import replace

    if found.low == found.high:
        return None
    middle = round(sqrt(found.low * found.high), -1)
    says = found.says.replace("median of", "no pay figure of its own; middle of the range of", 1)
    return replace(found, middle=middle, says=says, basis=Basis.ESTIMATED, proxy=proxy)
