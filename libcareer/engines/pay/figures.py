"""Pay and outlook of a role, each with unit, year, source and the occupation that the figure covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.references import Cite, Named, cite
from libcareer.knowledge.enums import Pays
from libcareer.knowledge.hours import HOURS_A_YEAR

if TYPE_CHECKING:
    from libcareer.catalog import Catalog


class PayFigure(Struct, frozen=True):
    """The median pay of the occupation that a role is counted in.

    *low* and *high* are the 10th and 90th percentiles; *if_full_time* is an hourly median per year. All are in
    *currency*, empty if the knowledge names none. *place* is where the figure is from, None for the whole country of
    the source; *asked* is the place that was asked for where no median was released there. A *rough* figure has a
    relative standard error above 20 percent. Of *at_least*, which names percentiles, the true amount is that or more.

    *proxy* says why the figure is not that of the role; such a figure gives a range for orientation, its
    median is nobody's pay in the role, and nothing is sorted by it. None: the role is counted here. *usually* says
    whether the role pays less or more than the median, if its note does.
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
    proxy: str | None = None
    usually: Pays | None = None
    currency: str = ""

    @property
    def yearly_range(self) -> tuple[float, float] | None:
        """The 10th and 90th percentile for a year, as if full time; None if one is not published."""
        if self.low is None or self.high is None:
            return None
        if self.if_full_time is None:
            return self.low, self.high
        return round(self.low * HOURS_A_YEAR, -1), round(self.high * HOURS_A_YEAR, -1)

    @property
    def judged(self) -> float | None:
        """The yearly amount by which a limit on pay judges the role: the median, or of a proxy the low end.

        Nine jobs in ten of the nearest occupation pay more than its low end. A proxy that usually pays more than
        the median is judged by it, since that is still cautious. None: a proxy without a low end.
        """
        if self.proxy is None or self.usually is Pays.MORE:
            return yearly(self)
        return self.yearly_range[0] if self.yearly_range else None


class OutlookFigure(Struct, frozen=True):
    """The projected *change* in jobs of that occupation, in percent over a *period*, and its openings a year.

    *proxy* says why it is not the projection for the role, as in a pay figure.
    """

    change: float
    openings: float
    jobs: float
    period: str
    source: Cite
    covers: str
    proxy: str | None = None


CURRENCY = "USD"
"""The currency of the tables of pay by place and by industry, which are a release for the United States."""


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
        unit=f"{occupation.currency or ''} per {occupation.pays_by}".lstrip(),
        currency=occupation.currency or "",
        year=newest.year,
        source=cite(catalog, newest.source),
        covers=occupation.pay_covers or occupation.title,
        caveat=counted.note,
        low=newest.low,
        high=newest.high,
        if_full_time=round(newest.median * HOURS_A_YEAR, -1) if hourly else None,
        proxy=counted.proxy,
        usually=counted.pays,
    )


def _pay_in(catalog: Catalog, role: str, here: str) -> PayFigure | None:
    """The pay of *role* in the place *here*; None if the catalog knows no such place, or the release no such pay."""
    from libcareer.engines.pay.local import local_pay
    from libcareer.engines.pay.places import place

    counted = catalog.counted[role].occupations[0]
    asked = place(catalog, here)
    found = local_pay(catalog, role, asked) if asked else None
    if asked is None or found is None or found.shown.median is None:
        return None
    return PayFigure(
        median=found.shown.median,
        unit=f"{CURRENCY} per {found.unit}",
        currency=CURRENCY,
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
        proxy=counted.proxy,
        usually=counted.pays,
    )


def yearly(figure: PayFigure) -> float:
    """The median of *figure* for a year; an hourly one as if full time."""
    return figure.median if figure.if_full_time is None else figure.if_full_time


def outlook(catalog: Catalog, role: str) -> OutlookFigure | None:
    """The projection for the occupation that *role* is counted in; None if there is none."""
    counted = catalog.roles[role].occupations[0]
    occupation = catalog.occupations[counted.code]
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
        proxy=counted.proxy,
    )
