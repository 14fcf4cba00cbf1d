"""Skills, credentials, resources and fields as reports: a list and a page of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.engines.lookup.abroad import Counts
from libcareer.engines.lookup.filters import FilterName
from libcareer.knowledge.packs import current_pack
from libcareer.reports.addresses import Kind, address, cited, cited_by_publisher, mentions
from libcareer.reports.lists import Group, grouped
from libcareer.reports.page.render import Block, Facts, Heading, Item, Items, Next, Para, Report, Title
from libcareer.reports.words import (
    ASKED,
    NOT_FOUND,
    amount_words,
    cite_words,
    counted,
    counted_all,
    no_cost_words,
    option,
    options,
    span_words,
    titles,
    with_options,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from libcareer.engines.lookup.credentials import CredentialLine, CredentialList, CredentialPage
    from libcareer.engines.lookup.fields import FieldList, FieldPage
    from libcareer.engines.lookup.resources import Correction, Corrections, ResourceList
    from libcareer.engines.lookup.skills import SkillLine, SkillPage, Vocabulary
    from libcareer.engines.references import Cite, Pointer
    from libcareer.knowledge.enums import Status
    from libcareer.knowledge.model.credentials import Cost, NoCost

# ---------------------------------------------------------------------------- skills


def vocabulary_report(found: Vocabulary) -> Report:
    """Skills by group, each with the number of roles that need it."""
    blocks: list[Block] = [Title(counted(found.count, "skill"), counted(len(found.groups), "group"))]
    groups = [
        Group(f"{group.title} ({group.id})", tuple(map(_skill_item, group.skills)), f"skills --group {group.id}")
        for group in found.groups
    ]
    blocks += grouped(groups, "skill")
    first = found.groups[0].skills[0].id
    blocks.append(Next(((f"libcareer skills {first}", "how to learn it, how to show it, who needs it"),)))
    columns = ("group", "id", "title", "summary", "roles", "essential")
    rows = [(g.id, s.id, s.title, s.summary, s.roles, s.essential) for g in found.groups for s in g.skills]
    return Report("skills", tuple(blocks), found, columns, tuple(rows))


def _skill_item(line: SkillLine) -> Item:
    roles = f"{line.roles}, essential for {line.essential}"
    return Item(line.title, line.id, line.summary, (("roles", roles),), address=address(Kind.SKILL, line.id))


def skill_report(page: SkillPage) -> Report:
    """The page of a skill: what it is, how to learn and show it, and the roles that need it."""
    blocks: list[Block] = [Title(page.title, f"{page.id}; {page.group}"), Para(page.summary)]
    rows = []
    if page.aliases:
        rows.append(("also called", ", ".join(page.aliases)))
    if page.elsewhere:
        rows.append((current_pack().outside, page.elsewhere))
    if page.broader:
        rows.append(("part of", titles(page.broader)))
    if page.narrower:
        rows.append(("includes", titles(page.narrower)))
    if page.evidence:
        rows.append(("show it by", page.evidence))
    blocks.append(Facts(tuple(rows), mentions(Kind.SKILL, (*page.broader, *page.narrower))))
    if page.learn:
        blocks += [Heading("Learn it cheaply"), Items(tuple(resource_item(pointer) for pointer in page.learn))]
    for importance in ("essential", "useful"):
        roles = [role for role in page.roles if role.importance == importance]
        if roles:
            items = [Item(role.title, role.id, role.duty or "", address=address(Kind.ROLE, role.id)) for role in roles]
            blocks += [Heading(f"{importance.capitalize()} for {counted(len(roles), 'role')}"), Items(tuple(items))]
    blocks.append(Next(((f"libcareer roles --skill {page.id}", "those roles, with filters"),)))
    columns = ("skill", "role", "title", "importance", "through", "duty")
    csv = [(page.id, role.id, role.title, role.importance, role.through, role.duty) for role in page.roles]
    return Report("skills", tuple(blocks), page, columns, tuple(csv))


# ---------------------------------------------------------------------------- credentials


def credentials_report(found: CredentialList) -> Report:
    """Credentials, each with time, cost and who asks for it."""
    filters = options(found.filters)
    title = f"{found.count} of {counted(found.of, 'credential')}" if filters else counted_all(found.of, "credential")
    blocks: list[Block] = [Title(title, filters), *grouped(_credential_groups(found), "credential")]
    if found.credentials:
        first = found.credentials[0].id
        blocks.append(Next(((f"libcareer credentials {first}", "who may take it, and what it does not do"),)))
    columns = ("id", "title", "kind", "jurisdiction", "asked", "months_low", "months_high", "cost_low", "cost_high",
               "currency", "cost_year", "summary")  # fmt: skip
    return Report(
        "credentials",
        tuple(blocks),
        with_options(found, found.filters),
        columns,
        tuple(map(_credential_row, found.credentials)),
    )


def _credential_groups(found: CredentialList) -> list[Group]:
    """The credentials by kind, or by where they count if a country was asked for."""
    if found.where is None:
        heads = CREDENTIAL_KINDS
        keys = [line.kind for line in found.credentials]
    else:
        heads = {
            Counts.HERE.value: f"In {found.where.called}",
            Counts.ANYWHERE.value: "In any country",
            Counts.ELSEWHERE.value: "In other countries",
        }
        keys = [str(line.counts) for line in found.credentials]
    items: dict[str, list[Item]] = {key: [] for key in heads}
    for key, line in zip(keys, found.credentials, strict=True):
        items[key].append(_credential_item(line))
    return [Group(heads[key], tuple(listed)) for key, listed in items.items() if listed]


CREDENTIAL_KINDS = {
    "degree": "Degrees",
    "certificate": "Certificates",
    "certification": "Certifications",
    "licence": "Licenses",
    "registration": "Registrations",
    "clearance": "Clearances",
}
"""The headings of the kinds of credentials."""


def _credential_item(line: CredentialLine) -> Item:
    time = line.time and (line.time.full_time or line.time.part_time)
    facts = (
        ("asked for", ASKED[line.asked]),
        ("takes", span_words(line.time) if time else NOT_FOUND),
        ("costs", _cost(line.cost, line.cost_source, line.no_cost, line.no_cost_source)),
    )
    aside = f"{line.id}; {line.kind}; {line.jurisdiction}"
    at = address(Kind.CREDENTIAL, line.id)
    return Item(
        line.title,
        aside,
        line.summary,
        facts,
        address=at,
        links=cited_by_publisher((line.cost_source or line.no_cost_source,)),
    )


def _cost(cost: Cost | None, source: Cite | None, none: NoCost | None, looked_at: Cite | None) -> str:
    """A cost with its source, or why there is none with the page that was looked at."""
    if cost and source:
        return amount_words(cost, source)
    return no_cost_words(none, looked_at) if none and looked_at else NOT_FOUND


def _credential_row(line: CredentialLine) -> tuple[object, ...]:
    months = (line.time and (line.time.full_time or line.time.part_time)) or (None, None)
    cost = line.cost
    money = (cost.low, cost.high, cost.currency, cost.year) if cost else (None,) * 4
    return (line.id, line.title, line.kind, line.jurisdiction, line.asked.value, *months, *money, line.summary)


def credential_report(page: CredentialPage) -> Report:
    """The page of a credential: time, cost, who asks, what it does not do, and the roles that ask for it."""
    record = page.record
    abroad = tuple(zip(record.cost_abroad, page.abroad_sources, strict=True))
    takes = f"{span_words(record.time)} ({cite_words(page.time_source)})" if page.time_source else NOT_FOUND
    rows = [
        ("issued by", record.issuer),
        ("counts in", record.jurisdiction),
        ("who may", record.eligibility),
        ("first needs", titles(page.requires)),
        ("counts as", titles(page.counts_as)),
        ("takes", takes),
        ("costs", _cost(record.cost, page.cost_source, record.no_cost, page.no_cost_source)),
        *(("costs abroad", amount_words(cost, source)) for cost, source in abroad),
        ("kept by", record.renewal or "it does not lapse"),
        ("who asks", f"{ASKED[record.asked]}. {record.asked_note}"),
        ("teaches", titles(page.teaches)),
        ("does not", record.does_not),
        ("elsewhere", record.equivalents or ""),
        ("now", record.how),
        ("status", status_words(record.status, record.seen, overdue=page.overdue)),
    ]  # fmt: skip
    links = (
        *mentions(Kind.CREDENTIAL, (*page.requires, *page.counts_as)),
        *cited((page.time_source,)),
        *cited_by_publisher((page.cost_source or page.no_cost_source, *page.abroad_sources)),
        *mentions(Kind.SKILL, page.teaches),
    )
    blocks: list[Block] = [
        Title(record.title, f"{page.id}; {record.kind.value}"),
        Para(record.summary),
        Facts(tuple(row for row in rows if row[1]), links),
    ]
    if page.roles:
        items = [
            Item(
                use.role.title,
                use.role.id,
                use.note or "",
                (("", ASKED[use.asked]),),
                address=address(Kind.ROLE, use.role.id),
            )
            for use in page.roles
        ]
        blocks += [Heading("Roles that ask for it or reward it"), Items(tuple(items))]
    blocks += sources_block(page.sources)
    if page.roles:
        role = page.roles[0].role.id
        blocks.append(Next(((f"libcareer path {role}", "a path on which it counts"),)))
    return Report("credentials", tuple(blocks), page, ("item", "says"), tuple(row for row in rows if row[1]))


# ---------------------------------------------------------------------------- resources


def resources_report(found: ResourceList) -> Report:
    """Resources with their status; one that is gone names its successor."""
    filters = options(found.filters)
    title = f"{found.count} of {counted(found.of, 'resource')}" if filters else counted_all(found.of, "resource")
    blocks: list[Block] = [Title(title, filters), *grouped(_resource_groups(found), "resource")]
    if not found.count:
        blocks.append(Para("Nothing passes all of these filters. Drop one of them."))
    blocks.append(Next((("libcareer resources --outdated", "what older guides say that is no longer true"),)))
    columns = ("id", "title", "kind", "status", "seen", "overdue", "url", "instead", "summary")
    rows = [
        (p.id, p.title, p.kind, p.status.value, p.seen, p.overdue, p.url, "; ".join(n.id for n in p.instead),
         p.summary)
        for p in found.resources
    ]  # fmt: skip
    data = with_options(found, found.filters)
    return Report("resources", tuple(blocks), data, columns, tuple(rows), found=found.count > 0)


RESOURCE_KINDS = {
    "association": "Associations",
    "journal": "Journals",
    "book": "Books",
    "jobs": "Job boards",
    "training": "Courses and training",
    "community": "Communities",
    "tool": "Tools",
}
"""The headings of the kinds of resources."""


def _resource_groups(found: ResourceList) -> list[Group]:
    """The resources by kind; of each kind those that are gone come last."""
    if found.count < found.of and not found.filters:
        # Looked up by a name, which no list of a kind would keep.
        return [Group("", tuple(map(resource_item, found.resources)))]
    kept = [option(one) for one in found.filters if one.name is not FilterName.KIND]
    command = " ".join(["resources", *kept])
    kinds: dict[str, list[Item]] = {kind: [] for kind in RESOURCE_KINDS}
    for pointer in found.resources:
        kinds[pointer.kind].append(resource_item(pointer))
    return [
        Group(RESOURCE_KINDS[kind], tuple(items), f"{command} --kind {kind}") for kind, items in kinds.items() if items
    ]


def resource_item(pointer: Pointer) -> Item:
    """A resource with its address and status."""
    facts = [("address", pointer.url)] if pointer.url else []
    status = status_words(pointer.status, pointer.seen, overdue=pointer.overdue)
    if pointer.instead:
        status += f"; go to {' or '.join(next_.title for next_ in pointer.instead)} instead"
    facts.append(("status", status))
    if pointer.note:
        facts.append(("note", pointer.note))
    kind = f"{pointer.kind}, free" if pointer.free else pointer.kind
    return Item(
        pointer.title,
        f"{pointer.id}; {kind}",
        pointer.summary,
        tuple(facts),
        address=address(Kind.RESOURCE, pointer.id),
        links=mentions(Kind.RESOURCE, pointer.instead),
    )


def status_words(status: Status, seen: int | None, *, overdue: bool) -> str:
    """A status with the year in which it was last seen; a warning if nobody looked, or not for years."""
    if seen is None:
        return f"{status.value} as far as is known, and not looked up: look before you rely on it"
    return f"not seen since {seen}: look before you rely on it" if overdue else f"{status.value}, seen in {seen}"


def corrections_report(found: Corrections) -> Report:
    """Statements of the founding documents that are no longer true, each with what is true now."""
    blocks: list[Block] = [
        Title("What older guides say that is no longer true", counted(found.count, "correction")),
        Items(tuple(_correction(correction) for correction in found.corrections)),
    ]
    columns = ("id", "said", "said_by", "now", "since", "settled", "evidence")
    rows = [
        (c.id, c.said, "; ".join(s.title for s in c.said_by), c.now, c.since, c.settled,
         "; ".join(cite_words(s) for s in c.evidence))
        for c in found.corrections
    ]  # fmt: skip
    return Report("resources", tuple(blocks), found, columns, tuple(rows))


def _correction(correction: Correction) -> Item:
    facts = [("now" if correction.settled else "now, not settled", correction.now)]
    if correction.since:
        facts.append(("since", correction.since))
    facts.append(("said by", "; ".join(source.title for source in correction.said_by)))
    if correction.evidence:
        facts.append(("evidence", "; ".join(cite_words(source) for source in correction.evidence)))
    links = (*mentions(Kind.SOURCE, correction.said_by), *cited(correction.evidence))
    return Item(correction.said, correction.id, facts=tuple(facts), links=links)


# ---------------------------------------------------------------------------- network


def fields_report(found: FieldList) -> Report:
    """The fields and networks, by kind."""
    kinds: dict[str, list[Item]] = {}
    for line in found.fields:
        item = Item(line.title, line.id, line.summary, address=address(Kind.FIELD, line.id))
        kinds.setdefault(f"{line.kind.value.replace('-', ' ').capitalize()}s", []).append(item)
    groups = [Group(kind, tuple(items)) for kind, items in kinds.items()]
    blocks: list[Block] = [Title("Fields and networks", str(found.count)), *grouped(groups, "field")]
    blocks.append(Next(((f"libcareer network {found.fields[0].id}", "whom to look for, and what to ask"),)))
    rows = [(line.id, line.title, line.kind.value, line.summary) for line in found.fields]
    return Report("network", tuple(blocks), found, ("id", "title", "kind", "summary"), tuple(rows))


def field_report(page: FieldPage) -> Report:
    """The page of a field: what it asks for, whom to look for, where, and what to ask first."""
    record = page.record
    rows = [("asks for", record.asks), ("systems", record.systems), ("materials", record.materials)]
    openers = [
        Item(f"{opener.ask}", facts=(("because", opener.because),), mark=str(number))
        for number, opener in enumerate(record.openers, 1)
    ]
    blocks: list[Block] = [
        Title(record.title, f"{page.id}; {record.kind.value}"),
        Para(record.summary),
        Facts(tuple(rows)),
        Heading("Whom to look for"),
        Items(tuple(Item(body=person) for person in record.people)),
        Heading("Where, now"),
        Items(tuple(Item(body=place) for place in record.where)),
        Heading("Ask first"),
        Items(tuple(openers)),
        Heading("Roles"),
        Items(tuple(Item(role.title, role.id, address=address(Kind.ROLE, role.id)) for role in page.roles)),
    ]
    if page.resources:
        blocks += [Heading("Resources"), Items(tuple(resource_item(pointer) for pointer in page.resources))]
    blocks += sources_block(page.sources)
    blocks.append(Next(((f"libcareer show {page.roles[0].id}", "the work itself"),)))
    csv = [
        *rows,
        *(("whom", person) for person in record.people),
        *(("where", place) for place in record.where),
        *(("ask", opener.ask) for opener in record.openers),
    ]
    return Report("network", tuple(blocks), page, ("item", "says"), tuple(csv))


# ---------------------------------------------------------------------------- shared


def sources_block(sources: Iterable[Cite]) -> list[Block]:
    """The sources of a page, under a heading."""
    items = [
        Item(
            cite_words(source),
            source.id,
            facts=(("address", source.url),) if source.url else (),
            address=address(Kind.SOURCE, source.id),
        )
        for source in sources
    ]
    return [Heading("Sources"), Items(tuple(items))] if items else []
