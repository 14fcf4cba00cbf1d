"""Fields and networks, and the page of one: whom to look for, where, and what to ask first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.references import Cite, Named, Pointer, cite, pointer, role_named
from libcareer.errors import NothingHeld
from libcareer.knowledge.model.fields import Field, FieldKind

if TYPE_CHECKING:
    from libcareer.catalog import Catalog


class FieldPage(Struct, frozen=True):
    """Everything libcareer knows about a field."""

    id: str
    record: Field
    roles: tuple[Named, ...]
    resources: tuple[Pointer, ...]
    sources: tuple[Cite, ...]


class FieldLine(Struct, frozen=True):
    """A field in a list."""

    id: str
    title: str
    kind: FieldKind
    summary: str


class FieldList(Struct, frozen=True):
    """All fields, specialisms first."""

    count: int
    fields: tuple[FieldLine, ...]


def fields(catalog: Catalog) -> FieldList:
    """The fields of *catalog* by kind; raises NothingHeld if it has none."""
    if not catalog.fields:
        raise NothingHeld("field")
    kinds = list(FieldKind)
    found = [FieldLine(id_, field.title, field.kind, field.summary) for id_, field in catalog.fields.items()]
    found.sort(key=lambda line: (kinds.index(line.kind), line.title))
    return FieldList(len(found), tuple(found))


def field_page(catalog: Catalog, id_: str) -> FieldPage:
    """The page of the field *id_*."""
    record = catalog.fields[id_]
    return FieldPage(
        id=id_,
        record=record,
        roles=tuple(role_named(catalog, role) for role in record.roles),
        resources=tuple(pointer(catalog, resource) for resource in record.resources),
        sources=tuple(cite(catalog, source) for source in record.sources),
    )
