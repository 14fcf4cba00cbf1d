"""Pay by setting: what the industries pay in which the posts of a role are, in the whole United States."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.pay.figures import PayFigure, pay
from libcareer.engines.pay.released import Released, Spread, released, statistics_code
from libcareer.engines.references import Cite, cite

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcareer.catalog import Catalog


class IndustryPay(Struct, frozen=True):
    """The pay in one industry of the occupation that a role is counted in.

    *called* is a short word for the industry and *industry* the Bureau's own, with its *code*; *settings* are the ids
    of those settings of the role that it belongs to. *unit* is the one by which the median is best told, hour or year.
    """

    code: str
    called: str
    industry: str
    settings: tuple[str, ...]
    figure: Released
    unit: str

    @property
    def shown(self) -> Spread:
        """The percentiles in the unit by which they are best told."""
        return self.figure.spread(self.unit)


class SettingPay(Struct, frozen=True):
    """The pay of a *role* by setting, and that of its occupation in all industries.

    *industries* are those for which a median was released, in the order of the settings of the role. *own* is the one
    in which all posts of the role are, None if its settings name several, or none was released: then the figure of
    the role is that of the *occupation*.
    """

    role: str
    occupation: PayFigure
    industries: tuple[IndustryPay, ...]
    own: IndustryPay | None
    period: str
    source: Cite


def setting_pay(catalog: Catalog, role: str) -> SettingPay | None:
    """The pay of *role* by setting; None if no pay is known for its occupation, or none by industry."""
    tables, occupation = catalog.pay_tables, pay(catalog, role)
    if tables is None or occupation is None:
        return None
    industries = tuple(_industries(catalog, role))
    period, source = tables.release
    settings = catalog.roles[role].settings
    named = {code for setting in settings for code in catalog.settings[setting].industries}
    whole = len(named) == 1 and all(catalog.settings[setting].industries for setting in settings)
    return SettingPay(
        role=role,
        occupation=occupation,
        industries=industries,
        own=industries[0] if whole and industries else None,
        period=period,
        source=cite(catalog, source),
    )


def _industries(catalog: Catalog, role: str) -> Iterator[IndustryPay]:
    """The industries of the settings of *role* for which a median was released, each once."""
    tables = catalog.pay_tables
    if tables is None:
        return
    record = catalog.roles[role]
    code = record.occupations[0].code
    occupation = catalog.occupations[code]
    settings: dict[tuple[str, str], list[str]] = {}
    for setting in record.settings:
        for pair in catalog.settings[setting].industries.items():
            settings.setdefault(pair, []).append(setting)
    for (industry, called), named in settings.items():
        row = tables.in_industry(industry, statistics_code(catalog, code))
        figure = released(row) if row else None
        if figure and figure.has_median:
            unit = figure.unit(occupation.pays_by)
            yield IndustryPay(industry, called, tables.industries[industry], tuple(named), figure, unit)
