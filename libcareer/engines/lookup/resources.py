"""Resources by role, kind and status, and corrections of outdated statements in the founding documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.lookup.filters import Filter, FilterName
from libcareer.engines.references import REACHABLE, Cite, Pointer, cite, pointer
from libcareer.errors import NothingHeld
from libcareer.knowledge.enums import ResourceKind, Status

if TYPE_CHECKING:
    from libcareer.catalog import Catalog


class ResourceFilters(Struct, frozen=True):
    """What a resource must be to be listed; if *ids* is not empty, only these are; *role* is an id."""

    ids: tuple[str, ...] = ()
    role: str | None = None
    kind: ResourceKind | None = None
    status: Status | None = None


class Correction(Struct, frozen=True):
    """Something a founding document says, and what is true now."""

    id: str
    said: str
    said_by: tuple[Cite, ...]
    now: str
    since: str | None
    settled: bool
    resources: tuple[Pointer, ...]
    evidence: tuple[Cite, ...]


class ResourceList(Struct, frozen=True):
    """The resources that pass the filters, reachable ones first; *of* counts all resources."""

    filters: tuple[Filter, ...]
    count: int
    of: int
    resources: tuple[Pointer, ...]


class Corrections(Struct, frozen=True):
    """All corrections, settled or not."""

    count: int
    corrections: tuple[Correction, ...]


def resources(catalog: Catalog, filters: ResourceFilters) -> ResourceList:
    """The resources of *catalog* that pass *filters*, by kind; those that are gone come last.

    Raises NothingHeld if it has none.
    """
    if not catalog.resources:
        raise NothingHeld("resource")
    for_role = None if filters.role is None else catalog.roles[filters.role].resources
    found = [
        pointer(catalog, id_)
        for id_, resource in catalog.resources.items()
        if (not filters.ids or id_ in filters.ids)
        and (for_role is None or id_ in for_role)
        and filters.kind in (None, resource.kind)
        and filters.status in (None, resource.status)
    ]
    kinds = list(ResourceKind)
    found.sort(key=lambda p: (p.status not in REACHABLE, kinds.index(ResourceKind(p.kind)), p.title))
    names = (FilterName.ROLE, FilterName.KIND, FilterName.STATUS)
    given = tuple(Filter(name, str(value)) for name in names if (value := getattr(filters, name)))
    return ResourceList(given, len(found), len(catalog.resources), tuple(found))


def corrections(catalog: Catalog) -> Corrections:
    """What older guides say that is no longer true, or never was; raises NothingHeld if nothing is corrected here."""
    if not catalog.outdated:
        raise NothingHeld("correction of older guides")
    found = tuple(
        Correction(
            id=id_,
            said=record.said,
            said_by=tuple(cite(catalog, source) for source in record.said_by),
            now=record.now,
            since=record.since,
            settled=record.settled,
            resources=tuple(pointer(catalog, resource) for resource in record.resources),
            evidence=tuple(cite(catalog, source) for source in record.evidence),
        )
        for id_, record in catalog.outdated.items()
    )
    return Corrections(len(found), found)
