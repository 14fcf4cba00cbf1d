"""Short forms of records for use in other results: a source, a title, a resource with its status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.knowledge.enums import Status

if TYPE_CHECKING:
    from libcareer.catalog import Catalog


class Cite(Struct, frozen=True):
    """A source with enough detail to find it again; *newer* is a newer edition whose figures are not taken in."""

    id: str
    publisher: str
    title: str
    published: str | None = None
    url: str | None = None
    note: str | None = None
    newer: str | None = None


class Named(Struct, frozen=True):
    """A record by id and title."""

    id: str
    title: str


class Pointer(Struct, frozen=True):
    """A resource and its status; *instead* are its successors."""

    id: str
    title: str
    kind: str
    summary: str
    status: Status
    verified: bool
    free: bool
    as_of: int | None
    url: str | None
    note: str | None
    instead: tuple[Named, ...]
    sources: tuple[Cite, ...]


def cite(catalog: Catalog, id_: str) -> Cite:
    """The source *id_* in short form."""
    source = catalog.sources[id_]
    return Cite(id_, source.publisher, source.title, source.published, source.url, source.note, source.newer)


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
        verified=resource.verified,
        free=resource.free,
        as_of=resource.as_of,
        url=resource.url,
        note=resource.note,
        instead=tuple(Named(next_, catalog.resources[next_].title) for next_ in resource.replaced_by),
        sources=tuple(cite(catalog, source) for source in resource.sources),
    )
