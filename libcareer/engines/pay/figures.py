"""Pay and outlook of a role, each with unit, year, source and the occupation that the figure covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.references import Cite, Named, cite
from libcareer.knowledge.hours import HOURS_A_YEAR

if TYPE_CHECKING:
    from libcareer.catalog import Catalog


class PayFigure(Struct, frozen=True):
    """The median pay of the occupation that a role is counted in.

    *low* and *high* are the 10th and 90th percentiles; *if_full_time* is an hourly median as USD per year. *place* is
    where the figure is from, None for the whole country of the source; *asked* is the place that was asked for where
    no median was released there. A *rough* figure has a relative standard error above 20 percent. Of *at_least*,
    which names percentiles, the true amount is that or more.
    """

    median: float
    unit: str
    year: str
    source: Cite
    covers: str
    caveat: str
    low: float | None = None
    high: float | None = None
    if_full_time: float | None = None
    place: Named | None = None
    asked: Named | None = None
    rough: bool = False
    at_least: tuple[str, ...] = ()


class OutlookFigure(Struct, frozen=True):
    """The projected *change* in jobs of that occupation, in percent over a *period*, and its openings a year."""

    change: float
    openings: float
    jobs: float
    period: str
    source: Cite
    covers: str


def pay(catalog: Catalog, role: str, here: str | None = None) -> PayFigure | None:
    """The pay of the occupation that *role* is counted in; None if no figure is known.

    With *here*, the id of a place, it is that of the place, or of the state or nation if none was released there.
    """
    local = _pay_in(catalog, role, here) if here else None
    if local:
        return local
    counted = catalog.roles[role].occupations[0]
    occupation = catalog.occupations[counted.code]
    if not occupation.pay:
        return None
    newest = occupation.pay[0]
    hourly = occupation.pays_by == "hour"
    return PayFigure(
        median=newest.median,
        unit=f"USD per {occupation.pays_by}",
        year=newest.year,
        source=cite(catalog, newest.source),
        covers=occupation.pay_covers or occupation.title,
        caveat=counted.note,
        low=newest.low,
        high=newest.high,
        if_full_time=round(newest.median * HOURS_A_YEAR, -1) if hourly else None,
    )


def _pay_in(catalog: Catalog, role: str, here: str) -> PayFigure | None:
    """The pay of *role* in the place *here*; None if the catalog knows no such place, or the release no such pay."""
    from libcareer.engines.pay.local import local_pay
    from libcareer.engines.pay.places import place

    asked = place(catalog, here)
    found = local_pay(catalog, role, asked) if asked else None
    if asked is None or found is None or found.shown.median is None:
        return None
    return PayFigure(
        median=found.shown.median,
        unit=f"USD per {found.unit}",
        year=found.period,
        source=found.source,
        covers=found.covers,
        caveat=found.caveat,
        low=found.shown.low,
        high=found.shown.high,
        if_full_time=found.yearly if found.unit == "hour" else None,
        place=Named(found.of.id, found.of.name),
        asked=Named(asked.id, asked.name) if found.fell_back else None,
        rough=found.figure.rough,
        at_least=found.shown.at_least,
    )


def yearly(figure: PayFigure) -> float:
    """The median of *figure* in US dollars a year; an hourly one as if full time."""
    return figure.median if figure.if_full_time is None else figure.if_full_time


def outlook(catalog: Catalog, role: str) -> OutlookFigure | None:
    """The projection for the occupation that *role* is counted in; None if there is none."""
    occupation = catalog.occupations[catalog.roles[role].occupations[0].code]
    projected = occupation.outlook
    if projected is None:
        return None
    return OutlookFigure(
        change=projected.change,
        openings=projected.openings,
        jobs=projected.jobs,
        period=projected.period,
        source=cite(catalog, projected.source),
        covers=occupation.pay_covers or occupation.title,
    )
