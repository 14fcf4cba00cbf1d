"""Credentials by filters, and the page of one: who asks for it and what it does not do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.choices import CostLevel
from libcareer.engines.lookup.abroad import Counts, cost_in, counts
from libcareer.engines.lookup.filters import Filter, FilterName
from libcareer.engines.pay.countries import Whereabouts
from libcareer.engines.references import REACHABLE, Cite, Named, cite, is_overdue, role_named
from libcareer.errors import NothingHeld
from libcareer.knowledge.enums import Asked
from libcareer.knowledge.model.credentials import Cost, Credential, NoCost, Time

if TYPE_CHECKING:
    from libcareer.catalog import Catalog

LOW_COST = 1000.0
"""The highest cost, at the upper end of its range and in its own currency, that counts as low."""


class CredentialUse(Struct, frozen=True):
    """A role that asks for a credential or rewards it."""

    role: Named
    asked: Asked
    note: str | None


class CredentialPage(Struct, frozen=True):
    """Everything libcareer knows about a credential; *abroad_sources* are those of its costs in other countries.

    *no_cost_source* is the page on which a cost was looked for and not found. *overdue* says that the credential was
    not seen for three years before the newest reading of a source.
    """

    id: str
    record: Credential
    requires: tuple[Named, ...]
    counts_as: tuple[Named, ...]
    teaches: tuple[Named, ...]
    roles: tuple[CredentialUse, ...]
    time_source: Cite | None
    cost_source: Cite | None
    sources: tuple[Cite, ...]
    overdue: bool
    no_cost_source: Cite | None = None
    abroad_sources: tuple[Cite, ...] = ()


class CredentialLine(Struct, frozen=True):
    """A credential in a list; *counts* is where it counts, seen from the country asked for, if one was.

    *no_cost* says why there is no cost, and *no_cost_source* is the page that was looked at.
    """

    id: str
    title: str
    kind: str
    jurisdiction: str
    asked: Asked
    summary: str
    time: Time | None
    cost: Cost | None
    cost_source: Cite | None
    no_cost: NoCost | None = None
    no_cost_source: Cite | None = None
    counts: Counts | None = None


class CredentialList(Struct, frozen=True):
    """The credentials that pass the filters; *of* counts all credentials.

    They are sorted by title; with *where*, those that count in that country come first, then those that count
    anywhere.
    """

    filters: tuple[Filter, ...]
    count: int
    of: int
    credentials: tuple[CredentialLine, ...]
    where: Whereabouts | None = None


def credentials(
    catalog: Catalog, *, low_cost: bool = False, no_degree: bool = False, where: Whereabouts | None = None
) -> CredentialList:
    """The credentials of *catalog*; only low-cost ones, or only those open to people without any degree.

    With *where* all are listed, those of its country first, each with its price there if that was found. Raises
    NothingHeld if *catalog* has none.
    """
    if not catalog.credentials:
        raise NothingHeld("credential")
    found = [
        _line(catalog, id_, record, where)
        for id_, record in catalog.credentials.items()
        if not (low_cost and not _cheap(record)) and not (no_degree and _needs_degree(catalog, id_))
    ]
    cost = [Filter(FilterName.COST, CostLevel.LOW.value)] if low_cost else []
    degree = [Filter(FilterName.NO_DEGREE)] if no_degree else []
    place = [Filter(FilterName.WHERE, where.country.id)] if where else []
    order = list(Counts)
    return CredentialList(
        filters=(*cost, *degree, *place),
        count=len(found),
        of=len(catalog.credentials),
        credentials=tuple(sorted(found, key=lambda line: (order.index(line.counts or order[0]), line.title))),
        where=where,
    )


def _line(catalog: Catalog, id_: str, record: Credential, where: Whereabouts | None) -> CredentialLine:
    cost = (where and cost_in(catalog, record, where.country.id)) or record.cost
    return CredentialLine(
        id=id_,
        title=record.title,
        kind=record.kind.value,
        jurisdiction=record.jurisdiction,
        asked=record.asked,
        summary=record.summary,
        time=record.time,
        cost=cost,
        cost_source=cite(catalog, cost.source) if cost else None,
        no_cost=None if cost else record.no_cost,
        no_cost_source=cite(catalog, record.no_cost.source) if record.no_cost and not cost else None,
        counts=counts(catalog, record, where.country.id) if where else None,
    )


def _cheap(record: Credential) -> bool:
    return record.cost is not None and record.cost.high <= LOW_COST


def _needs_degree(catalog: Catalog, id_: str) -> bool:
    """Whether a credential is a degree of four years or more, or requires one."""
    record = catalog.credentials[id_]
    degree = catalog.pack.bachelor
    floor = catalog.education[degree].rank if degree in catalog.education else 0
    gives = catalog.education[record.education].rank >= floor if record.education else False
    return gives or any(_needs_degree(catalog, before) for before in record.requires)


def credential_page(catalog: Catalog, id_: str) -> CredentialPage:
    """The page of the credential *id_*; roles for which the law asks for it come first."""
    record = catalog.credentials[id_]
    uses = [
        CredentialUse(role_named(catalog, role_id), wanted.asked, wanted.note)
        for role_id, role in catalog.roles.items()
        for wanted in role.credentials
        if wanted.credential == id_
    ]
    order = list(Asked)
    return CredentialPage(
        id=id_,
        record=record,
        requires=tuple(_named(catalog, other) for other in record.requires),
        counts_as=tuple(_named(catalog, other) for other in record.counts_as),
        teaches=tuple(Named(skill, catalog.skills[skill].title) for skill in record.teaches),
        roles=tuple(sorted(uses, key=lambda use: (order.index(use.asked), use.role.title))),
        time_source=cite(catalog, record.time.source) if record.time else None,
        cost_source=cite(catalog, record.cost.source) if record.cost else None,
        abroad_sources=tuple(cite(catalog, cost.source) for cost in record.cost_abroad),
        sources=tuple(cite(catalog, source) for source in record.sources),
        overdue=record.status in REACHABLE and is_overdue(catalog, record.seen),
        no_cost_source=cite(catalog, record.no_cost.source) if record.no_cost else None,
    )


def _named(catalog: Catalog, id_: str) -> Named:
    return Named(id_, catalog.credentials[id_].title)
