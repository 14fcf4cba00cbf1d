"""Pay in a place, as the Bureau of Labor Statistics released it, and in the wider place where it released none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.pay.places import Place, wider
from libcareer.engines.pay.released import Released, Spread, released, statistics_code
from libcareer.engines.references import Cite, cite

if TYPE_CHECKING:
    from libcareer.catalog import Catalog


class LocalPay(Struct, frozen=True):
    """The pay around a *place* of the occupation that a *role* is counted in.

    *figure* is that of the place *of*, which is the *place* asked for or, where no median was released there, the
    nearest wider one. *asked* is what was released in the place asked for, perhaps only the number of posts; None if
    nothing was. *unit* is the one by which the median is best told, hour or year; *period* is the survey month.
    """

    role: str
    place: Place
    of: Place
    fell_back: bool
    figure: Released
    asked: Released | None
    unit: str
    period: str
    source: Cite
    covers: str
    caveat: str

    @property
    def shown(self) -> Spread:
        """The percentiles in the unit by which they are best told."""
        return self.figure.spread(self.unit)

    @property
    def yearly(self) -> float | None:
        """The median in US dollars a year, if full time; None if only the hourly one was released."""
        return self.figure.year.median


def local_pay(catalog: Catalog, role: str, here: Place) -> LocalPay | None:
    """The pay in *here* of the occupation that *role* is counted in; None if the release lacks that occupation.

    Where no median was released, the figure is that of the state, or else of the nation. An area in several states
    falls back to its main one.
    """
    tables = catalog.pay_tables
    if tables is None:
        return None
    counted = catalog.roles[role].occupations[0]
    occupation = catalog.occupations[counted.code]
    code = statistics_code(catalog, counted.code)
    found = {around: tables.in_place(around.id, code) for around in (here, *wider(catalog, here))}
    figures = {around: released(row) for around, row in found.items() if row}
    of = next((around for around, figure in figures.items() if figure.has_median), None)
    if of is None:
        return None
    period, source = tables.release
    return LocalPay(
        role=role,
        place=here,
        of=of,
        fell_back=of != here,
        figure=figures[of],
        asked=figures.get(here),
        unit=figures[of].unit(occupation.pays_by),
        period=period,
        source=cite(catalog, source),
        covers=occupation.pay_covers or occupation.title,
        caveat=counted.note,
    )
