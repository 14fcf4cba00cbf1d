"""Sources and disputes as reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.reports.addresses import Kind, address, cited, mention
from libcareer.reports.page.render import Block, Facts, Heading, Item, Items, Link, Para, Report, Title
from libcareer.reports.words import cite_words, counted, counted_all, date_of, iso_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from libcareer.engines.lookup.sources import DisputeList, DisputePage, SourceList, SourcePage
    from libcareer.engines.references import Cite
    from libcareer.knowledge.model.terms import Source


STALE = "older than five years, or without a date"


OUTDONE = "with a newer edition that exists, or should exist by now"


def sources_report(found: SourceList, *, whole: bool = False) -> Report:
    """Sources with date, address and terms; *whole* names every record that cites each."""
    shown = f"{found.count} of {found.of} sources" if found.count < found.of else counted_all(found.of, "source")
    blocks: list[Block] = [
        Title(shown, f"read up to {found.as_of}"),
        *_ages(found),
        Items(tuple(_source(page, whole=whole) for page in found.sources)),
    ]
    columns = ("id", "publisher", "title", "published", "read", "jurisdiction", "licence", "url", "stale", "used_by",
               "released", "next", "newer", "outdone")  # fmt: skip
    rows = [
        (p.id, p.record.publisher, p.record.title, p.record.published, p.record.read, p.record.jurisdiction,
         p.record.licence, p.record.url, p.stale, "; ".join(p.used_by),
         p.record.released, p.record.next, p.record.newer, p.outdone)
        for p in found.sources
    ]  # fmt: skip
    return Report("sources", tuple(blocks), found, columns, tuple(rows))


def _ages(found: SourceList) -> list[Block]:
    """How many of several sources can be relied on as they are, and how many are stale."""
    stale, outdone = (sum(getattr(page, part) for page in found.sources) for part in ("stale", "outdone"))
    if not 0 < stale + outdone < found.count:
        return []
    rows = [(counted(found.count - stale, "source"), "not older than five years"), (counted(stale, "source"), STALE)]
    if outdone:
        rows.append((counted(outdone, "source"), OUTDONE))
    return [Facts(tuple(rows), (Link(STALE, "sources --stale"),))]


def _source(page: SourcePage, *, whole: bool) -> Item:
    record = page.record
    read = f"; read {record.read}" if record.read and record.published else ""
    facts = [("date", f"{date_of(record)}{read}")]
    if page.stale:
        facts.append(("stale", f"{STALE}: look it up again before you rely on it"))
    if record.released or record.next:
        facts.append(("edition", edition_words(record)))
    if page.outdone:
        facts.append(("newer", newer_words(record)))
    if record.url:
        facts.append(("address", record.url))
    if record.licence:
        facts.append(("terms", record.licence))
    if record.note:
        facts.append(("note", record.note))
    used = ", ".join(page.used_by) if whole else counted(len(page.used_by), "record")
    facts.append(("used by", used or "no record"))
    head = f"{record.publisher}: {record.title}"
    links = _users(page.used_by) if whole else ()
    return Item(head, page.id, facts=tuple(facts), address=address(Kind.SOURCE, page.id), links=links)


def edition_words(source: Source) -> str:
    """When an edition was released, and from when on the next one should exist."""
    said = [f"released {iso_words(source.released)}"] if source.released else []
    said += [f"the next one due {iso_words(source.next)}"] if source.next else []
    return ", ".join(said)


def newer_words(source: Source) -> str:
    """The newer edition that is known, or that one should exist."""
    if source.newer:
        return f"{source.newer}; its figures are not taken in"
    return f"due since {iso_words(source.next or '')}; look for it before you rely on this one"


def _users(used_by: Iterable[str]) -> tuple[Link, ...]:
    """Those records that cite a source and have a page; *used_by* names each as 'kind id'."""
    pairs = ((Kind.__members__.get(used.partition(" ")[0].upper()), used) for used in used_by)
    return tuple(mention(kind, used.partition(" ")[2], used) for kind, used in pairs if kind)


def disputes_report(found: DisputeList) -> Report:
    """Where sources disagree, who says what, and what to do about it."""
    blocks: list[Block] = [Title("Where sources disagree", counted(found.count, "dispute"))]
    if found.count > 1:
        blocks.append(Items(tuple(_dispute_line(page) for page in found.disputes)))
    for page in found.disputes:
        blocks += _dispute(page)
    columns = ("id", "question", "position", "source", "advice")
    rows = [
        (d.id, d.question, side.says, cite_words(side.source), d.advice) for d in found.disputes for side in d.positions
    ]
    return Report("disputes", tuple(blocks), found, columns, tuple(rows))


def _dispute_line(page: DisputePage) -> Item:
    return Item(page.question, page.id, address=address(Kind.DISPUTE, page.id))


def _dispute(page: DisputePage) -> list[Block]:
    sides = [_backed(side.says, side.source) for side in page.positions]
    blocks: list[Block] = [
        Heading(f"{page.question} ({page.id})", address(Kind.DISPUTE, page.id)),
        Items(tuple(sides)),
        Para(f"Why they differ: {page.why}"),
        Para(f"What to do: {page.advice}"),
    ]
    return blocks


def _backed(says: str, source: Cite) -> Item:
    """What is said, with its source."""
    return Item(body=says, facts=(("source", cite_words(source)),), links=cited((source,)))
