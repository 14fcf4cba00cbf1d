"""A role seen from another country: its pay there, and which credentials count there."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.pay.countries import CountryPay, Whereabouts, country_pay, home_id
from libcareer.engines.references import Cite, Named, cite
from libcareer.knowledge.model.credentials import Cost

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.knowledge.model.credentials import Credential
    from libcareer.knowledge.model.roles import Role

ANYWHERE = "anywhere"
"""The jurisdiction of a credential that counts in every country."""


class Counts(StrEnum):
    """Where a credential counts, seen from a country; those that count here come first."""

    HERE = "here"
    ANYWHERE = "anywhere"
    ELSEWHERE = "elsewhere"


class Paper(Struct, frozen=True):
    """A credential that a role asks for, or one that the country has in its place.

    *instead* are those that it stands in for. *cost* is its price in the country's own currency, if that was found.
    """

    id: str
    title: str
    counts: Counts
    jurisdiction: str
    instead: tuple[Named, ...]
    equivalents: str | None
    cost: Cost | None
    cost_source: Cite | None


class Abroad(Struct, frozen=True):
    """A role in another country than that of the pack; *pay* is None if no figure for it is held."""

    where: Whereabouts
    pay: CountryPay | None
    papers: tuple[Paper, ...]


def abroad(catalog: Catalog, role: str, where: Whereabouts) -> Abroad:
    """The *role* in the country of *where*."""
    return Abroad(where, country_pay(catalog, role, where), papers(catalog, role, where))


def counts(catalog: Catalog, credential: Credential, country: str) -> Counts:
    """Where *credential* counts, seen from the *country* with this id."""
    known = catalog.countries.get(country)
    if known and credential.jurisdiction in known.jurisdictions:
        return Counts.HERE
    return Counts.ANYWHERE if credential.jurisdiction == ANYWHERE else Counts.ELSEWHERE


def cost_in(catalog: Catalog, credential: Credential, country: str) -> Cost | None:
    """The cost of *credential* in the currency of the *country* with this id; None if none was found."""
    prices = (credential.cost, *credential.cost_abroad)
    currency = catalog.countries[country].currency
    return next((price for price in prices if price and price.currency == currency), None)


def papers(catalog: Catalog, role: str, where: Whereabouts) -> tuple[Paper, ...]:
    """The credentials that *role* asks for or rewards, and those that the country of *where* has in their place.

    Those that count in the country come first, then those that count anywhere.
    """
    country = catalog.countries[where.country.id]
    asked = _asked(catalog, catalog.roles[role])
    theirs = {id_ for one in country.occupations if role in (*one.roles, *one.nearest) for id_ in one.credentials}
    found = []
    for id_, record in catalog.credentials.items():
        place = counts(catalog, record, where.country.id)
        instead = [other for other in record.counts_as if other in asked]
        own = place is Counts.HERE and counts(catalog, record, home_id(catalog) or "") is not Counts.HERE
        if id_ in asked | theirs or (own and instead):
            found.append(_paper(catalog, where.country.id, id_, place, instead if own else []))
    return tuple(sorted(found, key=lambda paper: (list(Counts).index(paper.counts), paper.title)))


def _paper(catalog: Catalog, country: str, id_: str, place: Counts, instead: list[str]) -> Paper:
    record = catalog.credentials[id_]
    cost = cost_in(catalog, record, country)
    titles = catalog.titles("credentials")
    return Paper(
        id=id_,
        title=record.title,
        counts=place,
        jurisdiction=record.jurisdiction,
        instead=tuple(Named(other, titles[other]) for other in instead),
        equivalents=record.equivalents,
        cost=cost,
        cost_source=cite(catalog, cost.source) if cost else None,
    )


def _asked(catalog: Catalog, role: Role) -> set[str]:
    """The ids of the credentials that *role*, its way in and its usual schooling ask for."""
    needs = role.entry.needs if role.entry else ()
    level = catalog.education[role.education.typical]
    return {
        *(wanted.credential for wanted in role.credentials),
        *(need.credential for need in needs if need.credential),
        *level.holds,
    }
