"""Short forms of records for use in other results: a source, a title, a resource with its status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.knowledge.enums import Status

if TYPE_CHECKING:
    from libcareer.catalog import Catalog


UNSEEN_YEARS = 3
"""A resource that was not seen for so many years before the newest reading is told of with a warning."""

REACHABLE = (Status.ACTIVE, Status.UNKNOWN)
"""The statuses of what may be found where it was; a resource with another one is told as gone."""


class Cite(Struct, frozen=True):
    """A source with enough detail to find it again; *newer* is a newer edition whose figures are not taken in.

    *published* is its own date, None if it shows none, and *read* the year in which it was read.
    """

    id: str
    publisher: str
    title: str
    published: str | None = None
    url: str | None = None
    note: str | None = None
    newer: str | None = None
    read: int | None = None


class Named(Struct, frozen=True):
    """A record by id and title."""

    id: str
    title: str


class Pointer(Struct, frozen=True):
    """A resource and its status; *instead* are its successors.

    *seen* is the year in which it was last seen, None if nobody looked. *overdue* says that this is three years or more
    before the newest reading of a source, although it may still be there.
    """

    id: str
    title: str
    kind: str
    summary: str
    status: Status
    free: bool
    seen: int | None
    overdue: bool
    url: str | None
    note: str | None
    instead: tuple[Named, ...]
    sources: tuple[Cite, ...]


def cite(catalog: Catalog, id_: str) -> Cite:
    """The source *id_* in short form."""
    source = catalog.cited[id_]
    return Cite(
        id_, source.publisher, source.title, source.published, source.url, source.note, source.newer, source.read
    )


def newest_reading(catalog: Catalog) -> int:
    """The newest year in which a source was read; 0 if no source tells one."""
    return max((source.read for source in catalog.cited.values() if source.read), default=0)


def is_overdue(catalog: Catalog, seen: int | None) -> bool:
    """Whether what was last *seen* in a year was not seen for three years before the newest reading."""
    return seen is not None and seen <= newest_reading(catalog) - UNSEEN_YEARS


def role_named(catalog: Catalog, id_: str) -> Named:
    """The role *id_* with its title."""
    return Named(id_, catalog.titles("roles")[id_])


def pointer(catalog: Catalog, id_: str) -> Pointer:
    """The resource *id_* in short form."""
    resource = catalog.resources[id_]
    return Pointer(
        id=id_,
        title=resource.title,
        kind=resource.kind.value,
        summary=resource.summary,
        status=resource.status,
        free=resource.free,
        seen=resource.seen,
        overdue=resource.status in REACHABLE and is_overdue(catalog, resource.seen),
        url=resource.url,
        note=resource.note,
        instead=tuple(Named(next_, catalog.resources[next_].title) for next_ in resource.replaced_by),
        sources=tuple(cite(catalog, source) for source in resource.sources),
    )
