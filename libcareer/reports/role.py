"""The page of a role as a report, section by section."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from libcareer.engines.choices import Section
from libcareer.engines.lookup.paid_role import PaidRolePage
from libcareer.knowledge.enums import Asked
from libcareer.knowledge.money import amount
from libcareer.knowledge.packs import current_pack
from libcareer.reports.addresses import Kind, address, cited, mention, mentions
from libcareer.reports.changes import role_changes_blocks, role_changes_in_short
from libcareer.reports.countries import (
    asked_at_home,
    credential_blocks,
    home_pay_blocks,
    in_short,
    pay_blocks,
    pay_in_short,
)
from libcareer.reports.local_pay import (
    local_in_short,
    local_words,
    own_setting_words,
    settings_in_short,
    settings_words,
)
from libcareer.reports.page.render import (
    Block,
    Facts,
    Heading,
    Item,
    Items,
    Next,
    Para,
    Ranges,
    Report,
    Title,
)
from libcareer.reports.page.values import range_in_words
from libcareer.reports.pay_ranges import pay_range
from libcareer.reports.records import resource_item
from libcareer.reports.words import (
    ASKED,
    NO_FIGURE_OF_ITS_OWN,
    cite_words,
    first_sentence,
    listed,
    long_home,
    months_words,
    move_words,
    newer_editions,
    outlook_in_short,
    outlook_words,
    pay_unit,
    pay_words,
    requirement_words,
    short_home,
    titles,
    years_words,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from libcareer.engines.lookup.role import Door, Requirement, RolePage
    from libcareer.engines.pay.figures import PayFigure
    from libcareer.engines.references import Cite
    from libcareer.knowledge.model.roles import Remark
    from libcareer.reports.page.blocks import Link


NO_FIGURE = "No official figure covers this role."


def role_report(role: RolePage, sections: Collection[Section] = ()) -> Report:
    """The page of a role; only the *sections* named, or all if none is, beginning with a summary of one screen."""
    blocks: list[Block] = [
        Title(role.title, f"{role.id}; {role.cluster}; {current_pack().places[role.place]}"),
        Para(role.summary),
    ]
    for section in Section:
        if section in sections or (not sections and section in (Section.SUMMARY, *_sections_with_something(role))):
            blocks += _section(role, section)
    there = f" --where {role.local.place.id}" if isinstance(role, PaidRolePage) and role.local else ""
    blocks.append(
        Next(
            (
                (f"libcareer path {role.id}{there}", "the steps from where you stand, with time and cost"),
                (f"libcareer roles --skill {role.essential[0].id}", "other roles built on the same skill"),
            )
        )
    )
    return Report("show", tuple(blocks), role, ("section", "item", "says"), tuple(_cells(blocks)))


def _section(role: RolePage, section: Section) -> Iterator[Block]:
    """The blocks of a *section*, with its address in its headings."""
    at = f"{address(Kind.ROLE, role.id)} --section {section.value}"
    for block in _SECTIONS[section](role):
        yield replace(block, address=at) if isinstance(block, Heading) else block


def role_sources_report(role: RolePage) -> Report:
    """The sources of each fact on the page of a role."""
    items = [
        Item(
            backed.what,
            body=backed.says,
            facts=tuple(("source", cite_words(source)) for source in backed.sources),
            links=cited(backed.sources),
        )
        for backed in role.backed
    ]
    blocks = (
        Title(role.title, f"{role.id}; where each fact comes from"),
        Items(tuple(items)),
        Next(
            (
                (
                    f"libcareer sources {role.sources[0].id}",
                    "a source with its address, its date and the records that cite it",
                ),
            )
        ),
    )
    rows = [(b.what, b.says, source.id, cite_words(source), source.url) for b in role.backed for source in b.sources]
    return Report("show", blocks, role, ("fact", "says", "source", "title", "url"), tuple(rows))


def _cells(blocks: Iterable[Block]) -> Iterable[tuple[object, ...]]:
    """The *blocks* of a page as rows: section, item and text of each fact."""
    section = "Role"
    for block in blocks:
        match block:
            case Title(text, aside):
                yield section, text, aside
            case Heading(text):
                section = text
            case Para(text):
                yield section, "", text
            case Ranges(rows, unit):
                yield from ((section, one.label, range_in_words(one, unit)) for one in rows)
            case Facts(rows):
                yield from ((section, label, said) for label, said in rows)
            case Items(items):
                for item in items:
                    head = f"{item.head} ({item.aside})" if item.aside else item.head
                    yield section, head, item.body
                    yield from ((section, f"{head}: {label}" if head else label, said) for label, said in item.facts)


SECTIONS = "sections"
"""The label of what a command line can show alone."""


def without_sections(report: Report) -> Report:
    """The page of a role without the names of its sections, where it is no answer on a command line."""
    return replace(report, blocks=tuple(map(_without_sections, report.blocks)))


def _without_sections(block: Block) -> Block:
    if not isinstance(block, Facts):
        return block
    return Facts(tuple(row for row in block.rows if row[0] != SECTIONS), block.links)


def _summary(role: RolePage) -> list[Block]:
    """What decides, in a line or two each; the sections tell it in full."""
    by_law = [one.what for one in role.credentials if one.asked is Asked.LAW]
    asks = requirement_words(role.education) + (f"; the law asks for {listed(by_law)}" if by_law else "")
    bar, paid = ([], [("pay", in_short(role.abroad))]) if role.abroad else _paid_at_home(role)
    rows = [
        *paid,
        *([] if role.abroad else _paid_in_short(role)),
        ("asks", asks),
        ("takes", f"{years_words(*role.years)} of study and work after school (editorial estimate)"),
        *([("outlook", outlook_in_short(role.outlook))] if role.outlook else []),
        ("think twice", _condition(role.doubts[0].says)),
        ("liked", first_sentence(role.likes[0].says)),
        *_changing_in_short(role),
        ("try it", f"in an hour: {first_sentence(role.tries.hour.do)}"),
        (SECTIONS, f"{', '.join(_sections_with_something(role))}; --section NAME shows one"),
    ]
    return [*bar, Facts(tuple(rows), _credentials(one for one in role.credentials if one.asked is Asked.LAW))]


def _sections_with_something(role: RolePage) -> list[Section]:
    """The sections after the summary; that on changes only if there are any."""
    changing = isinstance(role, PaidRolePage) and role.changes
    return [section for section in list(Section)[1:] if changing or section is not Section.CHANGES]


def _changing_in_short(role: RolePage) -> Iterator[tuple[str, str]]:
    """What law, courts and money change about the role, where a person lives, a line."""
    if isinstance(role, PaidRolePage) and role.changes and role.changes.here:
        yield "changing", role_changes_in_short(role.changes)


def _changes(role: RolePage) -> list[Block]:
    return role_changes_blocks(role.changes if isinstance(role, PaidRolePage) else None, role.id)


def _paid_at_home(role: RolePage) -> tuple[list[Block], list[tuple[str, str]]]:
    """The pay in the country of the pack: of the occupation, or else what the record of the country has."""
    if role.home_pay and (role.pay is None or role.pay.proxy):
        return [], [("pay", pay_in_short(role.home_pay))]
    return _pay_in_short(role.pay)


def _pay_in_short(pay: PayFigure | None) -> tuple[list[Block], list[tuple[str, str]]]:
    """The range of a pay figure as a bar and whose it is: the role itself is hardly ever counted alone.

    Why a figure is a proxy stands in the section on pay. Without a range both are a row of facts.
    """
    if pay is None:
        return [], [("pay", NO_FIGURE)]
    bar = pay_range(pay, "pay")
    whose = f"{pay.covers}{short_home()} ({pay.year})"
    if bar:
        return [bar], [("nearest", f"{whose}; see pay") if pay.proxy else ("counted as", whose)]
    if pay.proxy:
        return [], [("pay", f"{NO_FIGURE_OF_ITS_OWN}: {pay.proxy}; nearest: {whose}.")]
    return [], [("pay", f"{amount(pay.median, pay.currency)} {pay_unit(pay)}, median of {whose}.")]


def _paid_in_short(role: RolePage) -> Iterator[tuple[str, str]]:
    """The pay in the place asked for, and by setting, a line each."""
    if not isinstance(role, PaidRolePage):
        return
    if role.local:
        yield "local pay", local_in_short(role.local)
    if role.by_setting and role.by_setting.industries:
        yield "by setting", settings_in_short(role.by_setting)


def _paid(role: RolePage) -> Iterator[tuple[str, str]]:
    """The pay in the place asked for, in full."""
    if isinstance(role, PaidRolePage) and role.local:
        yield from local_words(role.local)


def _by_setting(role: RolePage) -> list[Block]:
    """The pay in each industry in which the role has its posts."""
    found = role.by_setting if isinstance(role, PaidRolePage) else None
    if found is None or not found.industries:
        return []
    said = f"Medians by setting, in the industries where its jobs are{long_home()} ({found.period}):"
    own = [Para(own_setting_words(found.own, found))] if found.own else []
    return [Para(said), Facts(tuple(settings_words(found))), *own]


def _condition(doubt: str) -> str:
    """For whom a *doubt* counts, as it reads after "think twice"."""
    return re.split("; ", first_sentence(doubt))[0].removeprefix("Think twice ").rstrip(".")


def _work(role: RolePage) -> list[Block]:
    items = [
        Item(body=task.does, facts=(("uses", titles(task.skills)),), links=mentions(Kind.SKILL, task.skills))
        for task in role.duties
    ]
    called = [Para(f"Also advertised as: {', '.join(role.aliases)}.", quiet=True)] if role.aliases else []
    return [Heading("What you do"), Items(tuple(items)), *called]


def _day(role: RolePage) -> list[Block]:
    return [Heading("A day"), Para(role.day)]


def _skills(role: RolePage) -> list[Block]:
    rows = [("essential", titles(role.essential))]
    if role.useful:
        rows.append(("useful", titles(role.useful)))
    return [Heading("Skills"), Facts(tuple(rows), mentions(Kind.SKILL, (*role.essential, *role.useful)))]


def _conditions(role: RolePage) -> list[Block]:
    rows = [("where", ", ".join(role.settings)), *role.conditions.items()]
    return [
        Heading("Hours and conditions"),
        Facts(tuple(rows)),
        Para(role.conditions_note),
        Para("How common each is among real jobs is editorial judgment.", quiet=True),
    ]


def _pay(role: RolePage) -> list[Block]:
    if role.abroad:
        return pay_blocks(role.abroad)
    rows: list[tuple[str, str]] = []
    if role.pay:
        rows += [("pay", pay_words(role.pay)), ("covers", f"{role.pay.covers}{long_home()}. {role.pay.caveat}")]
    rows += _paid(role)
    if role.outlook:
        rows.append(("outlook", outlook_words(role.outlook)))
    sources = [figure.source for figure in (role.pay, role.outlook) if figure]
    return [
        Heading("Pay and outlook"),
        *([Facts(tuple(rows))] if rows else []),
        *(home_pay_blocks(role.home_pay) if role.home_pay else []),
        *([] if rows or role.home_pay else [Para(NO_FIGURE)]),
        *_by_setting(role),
        *([_cited(sources)] if sources else []),
        *([Para(newer, quiet=True)] if (newer := newer_editions(sources)) else []),
    ]


def _cited(sources: list[Cite]) -> Para:
    words = "; ".join(cite_words(source) for source in sources)
    return Para(f"Sources: {words}.", quiet=True, links=cited(sources))


def _entry(role: RolePage) -> list[Block]:
    low, high = role.years
    rows = [
        ("education", _asked_words(role.education)),
        *((wanted.what, _asked_words(wanted, named=False)) for wanted in role.credentials),
        ("time", f"about {years_words(low, high)} of study and work after school (editorial estimate)"),
        ("newly hired", f"of 100, about {role.outside} come from outside (editorial estimate)"),
        ("people stay", f"{years_words(*role.stay)}, usually{_term(role.term)} (editorial estimate)"),
    ]
    if role.entry and role.entry.practice:
        months = months_words(*role.entry.practice)
        rows.append(("practice", f"{months} to get what employers ask for besides credentials (editorial estimate)"))
    blocks: list[Block] = [Heading("Getting in"), Facts(tuple(rows), _credentials(role.credentials))]
    if role.entry:
        blocks.append(Para(f"From outside: {role.entry.how}"))
        blocks.append(Para(f"Why that works: {role.entry.why}"))
        if role.entry.needs:
            needs = tuple((need.what, _asked_words(need, named=False)) for need in role.entry.needs)
            blocks.append(Facts(needs, _credentials(role.entry.needs)))
    else:
        blocks.append(Para("From outside: hardly; people come from a neighboring role (see Moves)."))
    if role.abroad is None:
        return blocks
    return [*credential_blocks(role.abroad), *blocks, Para(asked_at_home(), quiet=True)]


def _credentials(asked: Iterable[Requirement]) -> tuple[Link, ...]:
    """The credentials among what is *asked*."""
    return tuple(mention(Kind.CREDENTIAL, one.id, one.what) for one in asked if one.id)


def _term(years: float | None) -> str:
    return "" if years is None else f", and {years:g} at most, since it is a fixed term"


def _likes(role: RolePage) -> list[Block]:
    return [Heading("What people like"), Items(tuple(_remark(remark, role) for remark in role.likes))]


def _doubts(role: RolePage) -> list[Block]:
    return [Heading("Think twice"), Items(tuple(_remark(remark, role) for remark in role.doubts))]


def _remark(remark: Remark, role: RolePage) -> Item:
    source = next((source for source in role.sources if source.id == remark.source), None)
    facts = [("source", cite_words(source))] if source else []
    home = current_pack()
    if role.abroad and home.country and home.currency and home.currency in remark.says:
        facts.append(("told of", home.country.called))
    return Item(body=remark.says, facts=tuple(facts), links=cited((source,)))


def _try(role: RolePage) -> list[Block]:
    tries = (("an hour", role.tries.hour), ("a day", role.tries.day), ("a month", role.tries.month))
    items = [Item(f"In {name}", body=one.do, facts=(("stop if", one.put_off),)) for name, one in tries]
    return [Heading("Try it cheaply"), Items(tuple(items))]


def _moves(role: RolePage) -> list[Block]:
    blocks: list[Block] = []
    if role.moves:
        blocks += [Heading("Moves from here"), Items(tuple(map(_way_out, role.moves)))]
    if role.moves_in:
        into = [_door(door, facts=(("move", move_words(door)),)) for door in role.moves_in]
        blocks += [Heading("Moves to here"), Items(tuple(into))]
    return blocks or [Heading("Moves"), Para("None known, neither in nor out.")]


def _way_out(door: Door) -> Item:
    return _door(door, door.why, (("move", move_words(door)), ("now", door.how)))


def _door(door: Door, why: str = "", facts: tuple[tuple[str, str], ...] = ()) -> Item:
    at = address(Kind.ROLE, door.role.id)
    return Item(door.role.title, door.role.id, why, facts, address=at, links=_credentials(door.needs))


def _related(role: RolePage) -> list[Block]:
    items = [
        Item(near.role.title, near.role.id, near.why, address=address(Kind.ROLE, near.role.id)) for near in role.related
    ]
    return [Heading("Look at as well"), Items(tuple(items))]


def _resources(role: RolePage) -> list[Block]:
    if not role.resources:
        return []
    return [Heading("Where to go"), Items(tuple(resource_item(pointer) for pointer in role.resources))]


def _sources(role: RolePage) -> list[Block]:
    items = [_source(source) for source in role.sources]
    rows = [("counted in", counted) for counted in role.counted_in]
    if role.interests:
        letters = ", ".join(f"{letter} {value:g}" for letter, value in role.interests.items())
        rows.append(("O*NET interests, 1 to 7", letters))
    if role.interests_note:
        rows.append(("adjusted because", role.interests_note))
    if role.named_in:
        rows.append(("named in", "; ".join(role.named_in)))
    named_in = [source for backed in role.backed if backed.what == "named in" for source in backed.sources]
    return [Heading("Sources"), Items(tuple(items)), Facts(tuple(rows), mentions(Kind.SOURCE, named_in))]


def _source(source: Cite) -> Item:
    facts = [("address", source.url)] if source.url else []
    facts += [("note", source.note)] if source.note else []
    facts += [("newer", f"{source.newer}; not taken in")] if source.newer else []
    return Item(cite_words(source), source.id, facts=tuple(facts), address=address(Kind.SOURCE, source.id))


_SECTIONS = {
    Section.SUMMARY: _summary,
    Section.WORK: _work,
    Section.DAY: _day,
    Section.SKILLS: _skills,
    Section.CONDITIONS: _conditions,
    Section.PAY: _pay,
    Section.ENTRY: _entry,
    Section.LIKES: _likes,
    Section.DOUBTS: _doubts,
    Section.CHANGES: _changes,
    Section.TRY: _try,
    Section.MOVES: _moves,
    Section.RELATED: _related,
    Section.RESOURCES: _resources,
    Section.SOURCES: _sources,
}


def _asked_words(one: Requirement, *, named: bool = True) -> str:
    words = requirement_words(one) if named else ASKED[one.asked]
    return f"{words}. {one.note}" if one.note else words
