"""Pay in other countries: what each publishes about the occupations of a role, in its own currency.

No amount is converted into another currency, compared with or added to one in another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.references import Cite, Named, cite
from libcareer.errors import SeveralNames
from libcareer.knowledge.enums import Basis
from libcareer.knowledge.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from libcareer.catalog import Catalog
    from libcareer.knowledge.model.countries import CountryOccupation, CountryOutlook, Earnings
    from libcareer.knowledge.model.roles import Remark


class Whereabouts(Struct, frozen=True):
    """A country that words name, and the region of it that they name, if they do; *called* is it in a sentence.

    At *home* it is the country of the pack.
    """

    country: Named
    called: str
    region: str | None = None
    home: bool = False


class CountryFigure(Struct, frozen=True):
    """One pay figure: amounts in *currency* for each *unit* (hour, week or year), None where none is published.

    *ends* says what *low* and *high* are; a *low* alone is a minimum. *measures* says whose pay it is, and
    *basis* whether somebody measured it. *copy* is true if it was read in a copy. *region* is the one
    region that it is about, if any.
    """

    currency: str
    unit: str
    measures: str
    year: str
    basis: Basis
    source: Cite
    copy: bool
    median: float | None = None
    low: float | None = None
    high: float | None = None
    average: float | None = None
    ends: str | None = None
    region: str | None = None


class CountryProjection(Struct, frozen=True):
    """What a country projects for the jobs in an occupation, in words, over a *period*."""

    says: str
    period: str
    source: Cite
    copy: bool


class Sourced(Struct, frozen=True):
    """A sentence, and its source if it has one."""

    says: str
    source: Cite | None = None


class CountedIn(Struct, frozen=True):
    """An occupation that a role is counted in; *nearest* is the reason if it is only the nearest one.

    *also* is its code in other editions of the classification. *employed* are people, in *employed_year*.
    """

    title: str
    figures: tuple[CountryFigure, ...]
    notes: tuple[Sourced, ...]
    code: str | None = None
    also: str | None = None
    nearest: str | None = None
    employed: float | None = None
    employed_year: str | None = None
    employed_source: Cite | None = None
    outlook: CountryProjection | None = None


class CountryPay(Struct, frozen=True):
    """What a country publishes about the pay in a role: one occupation or more, the closest first.

    The *licence* and the *attribution*, which must be shown, are those of the country's official figures; they
    are None, and there are no cautions, where none of the figures is from its survey.
    """

    where: Whereabouts
    currency: str
    occupations: tuple[CountedIn, ...]
    cautions: tuple[Sourced, ...]
    classification: str | None = None
    publisher: str | None = None
    licence: str | None = None
    attribution: str | None = None


def country_named(catalog: Catalog, words: str) -> Whereabouts | None:
    """The country that *words* name, as such or by one of its regions; None if they name neither.

    After a comma the last words decide: "Toronto, Ontario" is in Canada. Raises SeveralNames if the words name
    regions of several countries.
    """
    last = words.rsplit(",", 1)[-1].strip() or words
    ids = catalog.country_names.find(last)
    if len(ids) > 1:
        raise SeveralNames(catalog.country_names.kind, last, ids)
    return whereabouts(catalog, ids[0], last) if ids else None


def whereabouts(catalog: Catalog, country: str, words: str = "") -> Whereabouts:
    """The *country* with this id, and its region that *words* name, if they name one."""
    record = catalog.countries[country]
    word = fold(words)
    region = next((name for name, others in record.regions.items() if word in map(fold, (name, *others))), None)
    return Whereabouts(Named(country, record.title), record.called or record.title, region, country == home_id(catalog))


def home_id(catalog: Catalog) -> str | None:
    """The id of the country whose pay, prices and limits the pack tells; None if it is no record here."""
    home = catalog.pack.country
    return next((id_ for id_, title in catalog.titles("countries").items() if home and title == home.title), None)


def is_home(where: Whereabouts | None) -> bool:
    """Whether *where* is in the country of the pack, or not told; prices and limits count there only."""
    return where is None or where.home


def country_pay(catalog: Catalog, role: str, where: Whereabouts) -> CountryPay | None:
    """The pay in *role* as the country of *where* publishes it; None if no figure is held.

    What the occupations of the pack have is not in it; `figures.pay` gives that.
    """
    country = catalog.countries[where.country.id]
    own = [(one, None) for one in country.occupations if role in one.roles]
    nearest = [(one, one.nearest_note) for one in country.occupations if role in one.nearest]
    occupations = tuple(_counted_in(catalog, where, one, why) for one, why in (*own, *nearest))
    if not occupations:
        return None
    official = any(figure.basis is Basis.SURVEY for one in occupations for figure in one.figures)
    return CountryPay(
        where=where,
        currency=country.currency,
        occupations=occupations,
        cautions=_sourced(catalog, country.cautions) if official else (),
        classification=country.classification if official else None,
        publisher=country.publisher if official else None,
        licence=country.licence if official else None,
        attribution=country.attribution if official else None,
    )


def _counted_in(catalog: Catalog, where: Whereabouts, one: CountryOccupation, nearest: str | None) -> CountedIn:
    currency = catalog.countries[where.country.id].currency
    here = [earned for earned in one.pay if earned.region is None or where.region in (None, earned.region)]
    return CountedIn(
        title=one.title,
        figures=tuple(_figure(catalog, currency, earned) for earned in here),
        notes=_sourced(catalog, one.notes),
        code=one.code,
        also=one.also,
        nearest=nearest,
        employed=one.employed,
        employed_year=one.employed_year,
        employed_source=cite(catalog, one.employed_source) if one.employed_source else None,
        outlook=_projection(catalog, one.outlook) if one.outlook else None,
    )


def _projection(catalog: Catalog, projected: CountryOutlook) -> CountryProjection:
    return CountryProjection(projected.says, projected.period, cite(catalog, projected.source), projected.copy)


def _figure(catalog: Catalog, currency: str, earned: Earnings) -> CountryFigure:
    return CountryFigure(
        currency=currency,
        unit=earned.unit,
        measures=earned.measures,
        year=earned.year,
        basis=earned.basis,
        source=cite(catalog, earned.source),
        copy=earned.copy,
        median=earned.median,
        low=earned.low,
        high=earned.high,
        average=earned.average,
        ends=earned.ends,
        region=earned.region,
    )


def _sourced(catalog: Catalog, remarks: Iterable[Remark]) -> tuple[Sourced, ...]:
    return tuple(Sourced(one.says, cite(catalog, one.source) if one.source else None) for one in remarks)
