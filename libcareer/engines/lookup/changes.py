"""What changes the field, newest first: where it holds, since when, whether it still does, and whom it concerns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.lookup.filters import Filter, FilterName
from libcareer.engines.pay.countries import Whereabouts
from libcareer.engines.references import Cite, Named, cite, role_named
from libcareer.errors import NothingHeld
from libcareer.knowledge.enums import ChangeKind, ChangeStatus

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.knowledge.model.changes import Change
    from libcareer.knowledge.model.roles import Role


class ChangeFilters(Struct, frozen=True):
    """What a change must be to be listed; if *ids* is not empty, only these are; *role* is an id."""

    ids: tuple[str, ...] = ()
    where: Whereabouts | None = None
    role: str | None = None
    kind: ChangeKind | None = None


class ChangePage(Struct, frozen=True):
    """A change: what it *says*, and what it *means* for a person who chooses.

    It holds in the *country*, and only in its *regions* if there are any, from *since* to *until*, days or months such
    as 2026-07-01 or 2026-07. *as_of* is the month of the latest news of it. Without *roles*, *settings* and
    *credentials* it concerns every role.
    """

    id: str
    title: str
    kind: ChangeKind
    country: Named
    regions: tuple[str, ...]
    since: str
    until: str | None
    status: ChangeStatus
    as_of: str
    says: str
    means: str
    roles: tuple[Named, ...]
    settings: tuple[Named, ...]
    credentials: tuple[Named, ...]
    sources: tuple[Cite, ...]


class ChangeList(Struct, frozen=True):
    """The changes that pass the filters, newest first; *of* counts all changes.

    *own* counts those that hold in the region asked for alone; None if no region was asked for.
    """

    filters: tuple[Filter, ...]
    count: int
    of: int
    own: int | None
    changes: tuple[ChangePage, ...]


class RoleChanges(Struct, frozen=True):
    """What changes a role: what holds *here*, its region first, and how many more *elsewhere*.

    It is told for a *region* or, if that is None, for the whole *country*, as a sentence calls it.
    """

    country: str
    region: str | None
    here: tuple[ChangePage, ...]
    elsewhere: int


def changes(catalog: Catalog, filters: ChangeFilters) -> ChangeList:
    """The changes of *catalog* that pass *filters*; raises NothingHeld if it has none."""
    if not catalog.changes:
        raise NothingHeld("change")
    role = None if filters.role is None else catalog.roles[filters.role]
    found = [
        id_
        for id_, change in catalog.changes.items()
        if (not filters.ids or id_ in filters.ids)
        and filters.kind in (None, change.kind)
        and (filters.where is None or _holds(change, filters.where))
        and (filters.role is None or role is None or _concerns(change, filters.role, role))
    ]
    pages = _newest(catalog, found)
    own = sum(bool(page.regions) for page in pages) if filters.where and filters.where.region else None
    return ChangeList(_given(filters), len(pages), len(catalog.changes), own, pages)


def role_changes(catalog: Catalog, id_: str, where: Whereabouts | None) -> RoleChanges | None:
    """What changes the role *id_* where a person lives; without a place only what holds in the pack's whole country.

    What is over is left out. None if nothing is held about the role, or no country is known.
    """
    if where is None:
        return None
    role = catalog.roles[id_]
    concerned = [
        one
        for one, change in catalog.changes.items()
        if change.status is not ChangeStatus.ENDED and _concerns(change, id_, role)
    ]
    here = [one for one in concerned if _is_here(catalog.changes[one], where)]
    if not concerned:
        return None
    pages = sorted(_newest(catalog, here), key=lambda page: not page.regions)
    return RoleChanges(where.called, where.region, tuple(pages), len(concerned) - len(here))


def change_standing(change: Change) -> str:
    """Since when a *change* holds and whether it does, in a sentence for an answer."""
    since, seen = change.since[:4], change.as_of[:4]
    match change.status:
        case ChangeStatus.IN_FORCE:
            return f"In force since {since}, as last seen in {seen}."
        case ChangeStatus.PARTLY_BLOCKED:
            return f"Of {since}; a court holds back part of it, as last seen in {seen}."
        case ChangeStatus.BLOCKED:
            return f"Of {since}; a court holds it back, as last seen in {seen}."
        case ChangeStatus.PENDING:
            return f"From {since} on, if nothing stops it; last seen in {seen}."
        case ChangeStatus.DONE:
            return f"Of {since}, as last seen in {seen}."
        case ChangeStatus.ENDED:
            return f"Of {since}; over since {(change.until or seen)[:4]}."


def _holds(change: Change, where: Whereabouts) -> bool:
    """Whether a *change* holds somewhere in the country of *where* and, if that names a region, in this region."""
    if change.country != where.country.id:
        return False
    return where.region is None or not change.regions or where.region in change.regions


def _is_here(change: Change, where: Whereabouts) -> bool:
    """Whether a *change* holds in the whole country of *where*, or in its region."""
    return change.country == where.country.id and (not change.regions or where.region in change.regions)


def _concerns(change: Change, id_: str, role: Role) -> bool:
    """Whether a *change* concerns the *role*: by name, by where it is done, by what it asks for, or as it does all."""
    if not (change.roles or change.settings or change.credentials):
        return True
    needs = role.entry.needs if role.entry else ()
    asked = {wanted.credential for wanted in role.credentials} | {need.credential for need in needs}
    return (
        id_ in change.roles
        or not asked.isdisjoint(change.credentials)
        or not set(role.settings).isdisjoint(change.settings)
    )


def _newest(catalog: Catalog, ids: list[str]) -> tuple[ChangePage, ...]:
    """The pages of the changes *ids*, newest first."""
    pages = sorted((_page(catalog, id_) for id_ in ids), key=lambda page: (page.title, page.id))
    return tuple(sorted(pages, key=lambda page: page.since, reverse=True))


def _page(catalog: Catalog, id_: str) -> ChangePage:
    change = catalog.changes[id_]
    settings, credentials = catalog.titles("settings"), catalog.titles("credentials")
    return ChangePage(
        id=id_,
        title=change.title,
        kind=change.kind,
        country=Named(change.country, catalog.titles("countries")[change.country]),
        regions=change.regions,
        since=change.since,
        until=change.until,
        status=change.status,
        as_of=change.as_of,
        says=change.says,
        means=change.means,
        roles=tuple(role_named(catalog, role) for role in change.roles),
        settings=tuple(Named(one, settings[one]) for one in change.settings),
        credentials=tuple(Named(one, credentials[one]) for one in change.credentials),
        sources=tuple(cite(catalog, source) for source in change.sources),
    )


def _given(filters: ChangeFilters) -> tuple[Filter, ...]:
    where = filters.where and (filters.where.region or filters.where.country.id)
    given = ((FilterName.WHERE, where), (FilterName.ROLE, filters.role), (FilterName.KIND, filters.kind))
    return tuple(Filter(name, str(value)) for name, value in given if value)
