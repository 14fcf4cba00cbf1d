"""Sources with their age and the records that cite them, and the questions on which sources disagree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.references import Cite, Named, cite, role_named
from libcareer.errors import NothingHeld
from libcareer.knowledge.editions import is_outdone
from libcareer.knowledge.model.terms import Source

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from libcareer.catalog import Catalog

STALE_YEARS = 5
"""A source is stale if it has no date, or if it is more years than this older than the newest reading."""


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
    as_of = max((source.read for source in catalog.sources.values() if source.read), default=0)
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
    for id_, role in catalog.roles.items():
        cited = [*role.sources, *(r.source for r in (*role.likes, *role.drawbacks) if r.source)]
        yield from ((f"role {id_}", source) for source in cited)
    for id_, credential in catalog.credentials.items():
        dated = [fact.source for fact in (credential.time, credential.cost) if fact]
        yield from ((f"credential {id_}", source) for source in (*credential.sources, *dated))
    for code, occupation in catalog.occupations.items():
        figures = [*(pay.source for pay in occupation.pay)]
        figures += [occupation.outlook.source] if occupation.outlook else []
        figures += [occupation.interests_source] if occupation.interests_source else []
        yield from ((f"occupation {code}", source) for source in figures)
    for id_, resource in catalog.resources.items():
        yield from ((f"resource {id_}", source) for source in resource.sources)
    for id_, translation in catalog.translations.items():
        yield from ((f"translation {id_}", source) for source in translation.sources)
    for id_, field in catalog.fields.items():
        yield from ((f"field {id_}", source) for source in field.sources)
    for id_, dispute in catalog.disputes.items():
        yield from ((f"dispute {id_}", position.source) for position in dispute.positions)
    for id_, change in catalog.changes.items():
        yield from ((f"change {id_}", source) for source in change.sources)
    for id_, fact in catalog.outdated.items():
        yield from ((f"outdated {id_}", source) for source in (*fact.said_by, *fact.evidence))
    for id_, question in catalog.questions.items():
        yield from ((f"question {id_}", figure.source) for figure in question.figures)


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
