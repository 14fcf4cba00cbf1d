"""Sources with their age and the records that cite them, and the questions on which sources disagree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.references import Cite, Named, cite, newest_reading, role_named
from libcareer.errors import NothingHeld
from libcareer.knowledge.editions import is_outdone
from libcareer.knowledge.model.terms import Source

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import date

    from libcareer.catalog import Catalog

STALE_YEARS = 5
"""A source is stale if it has no date, or if it is more years than this older than the newest reading."""


CITING = ("source", "sources", "said_by", "evidence")
"""The fields in which a record or a part of one names its sources, besides those whose names end in `_source`."""


class SourcePage(Struct, frozen=True):
    """A source, the year of its date, whether it is stale, and the records that cite it.

    *outdone* says that a newer edition exists, or should exist by now.
    """

    id: str
    record: Source
    year: int | None
    stale: bool
    used_by: tuple[str, ...]
    outdone: bool = False


class SourceList(Struct, frozen=True):
    """Sources, most cited first; *of* counts all sources, *as_of* is the year of the newest reading."""

    count: int
    of: int
    as_of: int
    sources: tuple[SourcePage, ...]


class DisputeSide(Struct, frozen=True):
    """One position in a dispute."""

    says: str
    source: Cite


class DisputePage(Struct, frozen=True):
    """A question on which sources disagree."""

    id: str
    question: str
    why: str
    positions: tuple[DisputeSide, ...]
    advice: str
    roles: tuple[Named, ...]
    credentials: tuple[Named, ...]


class DisputeList(Struct, frozen=True):
    """All disputes, or those on one topic."""

    count: int
    disputes: tuple[DisputePage, ...]


def sources(
    catalog: Catalog, ids: Collection[str] = (), *, stale: bool = False, today: date | None = None
) -> SourceList:
    """The sources of *catalog*: all, those with *ids*, or only the *stale* ones and those that a newer edition outdoes.

    Which editions should exist is judged by the day *today*; None judges none. Raises NothingHeld if *catalog* has no
    source.
    """
    if not catalog.sources:
        raise NothingHeld("source")
    used = _uses(catalog)
    as_of = newest_reading(catalog)
    pages = []
    for source_id, record in catalog.sources.items():
        year = _year(record)
        old = year is None or year < as_of - STALE_YEARS
        outdone = today is not None and is_outdone(record, today)
        if (not ids or source_id in ids) and (old or outdone or not stale):
            pages.append(SourcePage(source_id, record, year, old, tuple(used.get(source_id, ())), outdone))
    pages.sort(key=lambda page: (-len(page.used_by), page.id))
    return SourceList(len(pages), len(catalog.sources), as_of, tuple(pages))


def _year(source: Source) -> int | None:
    """The last year in the date of a source; None without a date."""
    years = re.findall(r"(?:19|20)\d\d", source.published or "")
    return max(map(int, years), default=None)


def _uses(catalog: Catalog) -> dict[str, list[str]]:
    """The records that cite each source, as 'kind id', by source."""
    used: dict[str, list[str]] = {}
    for record, source in _citations(catalog):
        names = used.setdefault(source, [])
        if record not in names:
            names.append(record)
    return used


def _citations(catalog: Catalog) -> Iterator[tuple[str, str]]:
    kinds: tuple[tuple[str, Mapping[str, Struct]], ...] = (
        ("role", catalog.roles),
        ("credential", catalog.credentials),
        ("occupation", catalog.occupations),
        ("resource", catalog.resources),
        ("translation", catalog.translations),
        ("field", catalog.fields),
        ("dispute", catalog.disputes),
        ("change", catalog.changes),
        ("outdated", catalog.outdated),
        ("question", catalog.questions),
        ("country", catalog.countries),
        ("lssc", catalog.lssc),
    )
    for kind, records in kinds:
        for id_, record in records.items():
            yield from ((f"{kind} {id_}", source) for source in _named(record))


def _named(value: object) -> Iterator[str]:
    """The sources that a record names, in any of its parts."""
    if isinstance(value, Struct):
        for field in value.__struct_fields__:
            inner = getattr(value, field)
            if field in CITING or field.endswith("_source"):
                yield from (inner,) if isinstance(inner, str) else inner or ()
            else:
                yield from _named(inner)
    elif isinstance(value, tuple):
        for each in value:
            yield from _named(each)


def disputes(catalog: Catalog, ids: Collection[str] = ()) -> DisputeList:
    """The disputes of *catalog*, only those with *ids* if any are given; raises NothingHeld if it has none."""
    if not catalog.disputes:
        raise NothingHeld("dispute")
    found = tuple(_dispute(catalog, id_) for id_ in catalog.disputes if not ids or id_ in ids)
    return DisputeList(len(found), found)


def _dispute(catalog: Catalog, id_: str) -> DisputePage:
    record = catalog.disputes[id_]
    return DisputePage(
        id=id_,
        question=record.question,
        why=record.why,
        positions=tuple(DisputeSide(position.says, cite(catalog, position.source)) for position in record.positions),
        advice=record.advice,
        roles=tuple(role_named(catalog, role) for role in record.roles),
        credentials=tuple(Named(c, catalog.credentials[c].title) for c in record.credentials),
    )
