"""What changes the field as a report, and the part of it that the page of a role tells."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

from libcareer.engines.lookup.filters import FilterName
from libcareer.knowledge.enums import ChangeKind, ChangeStatus
from libcareer.reports.addresses import Kind, address, cited, mentions
from libcareer.reports.lists import Group, grouped
from libcareer.reports.page.render import Block, Facts, Heading, Item, Items, Next, Para, Report, Title
from libcareer.reports.words import (
    cite_words,
    counted,
    counted_all,
    first_sentence,
    iso_words,
    listed,
    option,
    options,
    titles,
    with_options,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from libcareer.engines.lookup.changes import ChangeList, ChangePage, RoleChanges

KINDS = {
    ChangeKind.BOOKS: "Books on the shelf",
    ChangeKind.SCHOOLS: "School libraries",
    ChangeKind.FUNDING: "Public money",
    ChangeKind.LOANS: "Student loans",
    ChangeKind.PAY: "Pay in ads",
    ChangeKind.UNIONS: "Unions",
    ChangeKind.CIVIL_SERVICE: "Jobs in government",
}
"""The headings of the kinds of change."""

STATUS = {
    ChangeStatus.IN_FORCE: "in force",
    ChangeStatus.PARTLY_BLOCKED: "in force but for what a court holds back",
    ChangeStatus.BLOCKED: "held back by a court",
    ChangeStatus.PENDING: "still to come",
    ChangeStatus.DONE: "done, and it stands",
    ChangeStatus.ENDED: "over",
}
"""What each status means."""

MOST_IN_FULL = 3
"""Changes that are told in full where their names were asked for; more of them are listed."""


def changes_report(found: ChangeList, *, named: bool = False) -> Report:
    """What changes the field: a list, or all of a few changes that were *named*."""
    filters = options(found.filters)
    title = f"{found.count} of {counted(found.of, 'change')}" if filters or named else counted_all(found.of, "change")
    blocks: list[Block] = [Title(f"What is changing: {title}", filters)]
    if named and 0 < found.count <= MOST_IN_FULL:
        for page in found.changes:
            blocks += _whole(page)
    else:
        blocks += grouped(_groups(found), "change")
    blocks += [Para(words) for words in _lacking(found)]
    if found.changes and not named:
        asked = any(one.name is FilterName.WHERE for one in found.filters)
        blocks.append(Next(tuple(_next(found.changes, asked=asked))))
    columns = (
        "id",
        "title",
        "kind",
        "country",
        "regions",
        "since",
        "until",
        "status",
        "as_of",
        "says",
        "means",
        "sources",
    )
    rows = [
        (p.id, p.title, p.kind.value, p.country.id, "; ".join(p.regions), p.since, p.until, p.status.value, p.as_of,
         p.says, p.means, "; ".join(source.id for source in p.sources))
        for p in found.changes
    ]  # fmt: skip
    data = with_options(found, found.filters)
    return Report("changes", tuple(blocks), data, columns, tuple(rows), found=found.count > 0)


def _next(pages: Sequence[ChangePage], *, asked: bool) -> Iterator[tuple[str, str]]:
    """The newest change in full and, if no place was *asked* for, what holds in a region that is typed as it is."""
    yield f"libcareer changes {pages[0].id}", "what one does, what it means, and its sources"
    region = next((region for page in pages for region in page.regions if quote(region) == region), None)
    if region and not asked:
        yield f"libcareer changes --where {region}", "what holds in one place"


def _lacking(found: ChangeList) -> Iterator[str]:
    """What is not among the changes."""
    if not found.count:
        yield "Nothing that is known here passes all of these filters. Drop one of them."
    elif found.own == 0:
        yield (
            "What is listed holds in the whole country; nothing here is about this place alone. There may be laws that "
            "are not listed."
        )


def _groups(found: ChangeList) -> list[Group]:
    """The changes by kind."""
    kept = [option(one) for one in found.filters if one.name.value != "kind"]
    command = " ".join(["changes", *kept])
    kinds: dict[ChangeKind, list[Item]] = {kind: [] for kind in KINDS}
    for page in found.changes:
        kinds[page.kind].append(_line(page))
    return [
        Group(KINDS[kind], tuple(items), f"{command} --kind {kind.value}") for kind, items in kinds.items() if items
    ]


def _line(page: ChangePage) -> Item:
    """A change in a list: what it means comes with it, since that is what one chooses by."""
    facts = (("where", place_words(page)), ("when", when_words(page)))
    return Item(page.title, page.id, page.means, facts, address=address(Kind.CHANGE, page.id))


def _whole(page: ChangePage) -> list[Block]:
    concerned = [
        ("roles", page.roles, Kind.ROLE),
        ("credentials", page.credentials, Kind.CREDENTIAL),
    ]  # fmt: skip
    rows = [("where", place_words(page)), ("when", when_words(page)), ("about", KINDS[page.kind].lower())]
    if page.settings:
        rows.append(("employers", titles(page.settings)))
    rows += [(label, titles(records)) for label, records, _ in concerned if records]
    links = tuple(link for _, records, kind in concerned for link in mentions(kind, records))
    if not (page.roles or page.settings or page.credentials):
        rows.append(("concerns", "every role"))
    sources = "; ".join(cite_words(source) for source in page.sources)
    return [
        Heading(f"{page.title} ({page.id})", address(Kind.CHANGE, page.id)),
        Facts(tuple(rows), links),
        Para(f"What it does: {page.says}"),
        Para(f"What it means for you: {page.means}"),
        Para(f"Sources: {sources}.", quiet=True, links=cited(page.sources)),
    ]


def place_words(page: ChangePage) -> str:
    """Where a change holds."""
    return listed(list(page.regions)) if page.regions else f"{page.country.title}, the whole country"


def when_words(page: ChangePage) -> str:
    """From when a change holds, whether it does, and how fresh that news is."""
    over = f" to {iso_words(page.until)}" if page.until else ""
    seen = f"as last seen in {iso_words(page.as_of)}"
    pending = page.status is ChangeStatus.PENDING
    if pending and page.since[: len(page.as_of)] > page.as_of:
        on = "on" if len(page.since) > len(page.as_of) else "in"
        return f"set to begin {on} {iso_words(page.since)}, {seen}"
    begins = "" if page.status is ChangeStatus.DONE else "of " if pending else "from " if page.until else "since "
    return f"{begins}{iso_words(page.since)}{over}; {STATUS[page.status]}, {seen}"


# ---------------------------------------------------------------------------- on the page of a role


def role_changes_in_short(found: RoleChanges) -> str:
    """What changes a role *here*, of which there is something: the nearest and newest, and how many more there are."""
    first = found.here[0]
    more = f", and {len(found.here) - 1} more" if found.here[1:] else ""
    return f"{first.title} ({first.since[:4]}){more}"


def role_changes_blocks(found: RoleChanges | None, role: str) -> list[Block]:
    """What is changing for a *role*, as a section of its page."""
    if found is None:
        return [Heading("What is changing"), Para("No law, ruling or cut that is known here is about this role.")]
    items = [
        Item(
            page.title,
            page.id,
            first_sentence(page.means),
            (("where", place_words(page)), ("when", when_words(page))),
            address=address(Kind.CHANGE, page.id),
        )
        for page in found.here
    ]
    blocks: list[Block] = [Heading("What is changing"), *([Items(tuple(items))] if items else [])]
    if found.elsewhere:
        count = counted(found.elsewhere, "more change" if items else "change")
        where = "in other places" if found.region else "in single states or other countries"
        none = "" if items else f", none in {found.region or f'all of {found.country}'}"
        blocks.append(Para(f"{count} {where}{none}: `libcareer changes --role {role}`.", quiet=True))
    return blocks
