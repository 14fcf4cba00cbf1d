"""A role seen from another country: its pay there, and which credentials count there."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.pay.countries import CountryPay, Whereabouts, country_pay
from libcareer.engines.references import Cite, Named, cite
from libcareer.knowledge.model import Cost

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.knowledge.model import Credential, Role

ANYWHERE = "anywhere"
"""The jurisdiction of a credential that counts in every country."""


class Counts(StrEnum):
    """Where a credential counts, seen from a country; those that count here come first."""

    HERE = "here"
    ANYWHERE = "anywhere"
    ELSEWHERE = "elsewhere"


class Paper(Struct, frozen=True):
    """A credential that a role asks for, or the one that the country has in its place: *instead* are those."""

    id: str
    title: str
    counts: Counts
    jurisdiction: str
    instead: tuple[Named, ...]
    equivalents: str | None
    cost: Cost | None
    cost_source: Cite | None


class Abroad(Struct, frozen=True):
    """A role in a country other than the United States; *pay* is None if no figure for it is held."""

    where: Whereabouts
    pay: CountryPay | None
    papers: tuple[Paper, ...]


def abroad(catalog: Catalog, role: str, where: Whereabouts) -> Abroad:
    """The *role* in the country of *where*."""
    return Abroad(where, country_pay(catalog, role, where), papers(catalog, role, where))


def counts(catalog: Catalog, credential: Credential, country: str) -> Counts:
    """Where *credential* counts, seen from the *country* with this id."""
    if credential.jurisdiction in catalog.countries[country].jurisdictions:
        return Counts.HERE
    return Counts.ANYWHERE if credential.jurisdiction == ANYWHERE else Counts.ELSEWHERE


def papers(catalog: Catalog, role: str, where: Whereabouts) -> tuple[Paper, ...]:
    """The credentials that *role* asks for or rewards, those of the country in their place among them.

    Those that count in the country of *where* come first, then those that count anywhere.
    """
    asked = _asked(catalog, catalog.roles[role])
    country = where.country.id
    found = [
        Paper(
            id=id_,
            title=record.title,
            counts=place,
            jurisdiction=record.jurisdiction,
            instead=tuple(Named(other, catalog.titles("credentials")[other]) for other in standing_in),
            equivalents=record.equivalents,
            cost=record.cost,
            cost_source=cite(catalog, record.cost.source) if record.cost else None,
        )
        for id_, record in catalog.credentials.items()
        for place in [counts(catalog, record, country)]
        for standing_in in [[other for other in record.counts_as if other in asked]]
        if id_ in asked or (standing_in and place is Counts.HERE)
    ]
    return tuple(sorted(found, key=lambda paper: (list(Counts).index(paper.counts), paper.title)))


def _asked(catalog: Catalog, role: Role) -> set[str]:
    """The ids of the credentials that *role*, its way in and its usual schooling ask for."""
    needs = role.entry.needs if role.entry else ()
    level = catalog.education[role.education.typical]
    return {
        *(wanted.credential for wanted in role.credentials),
        *(need.credential for need in needs if need.credential),
        *level.holds,
    }
