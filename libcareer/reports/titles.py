"""What a title means as a report: the role, how sure, why, and what it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.engines.words.titles.verdict import Verdict
from libcareer.errors import either, short
from libcareer.knowledge.packs import current_pack
from libcareer.reports.addresses import Kind, address, mentions
from libcareer.reports.page.render import Block, Facts, Item, Items, Link, Next, Para, Report, Title
from libcareer.reports.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libcareer.engines.words.titles.evidence import TitleReason
    from libcareer.engines.words.titles.near_misses import NearMiss
    from libcareer.engines.words.titles.title import TitleAnswer, TitleRole

SURE = 0.6
"""The share of the evidence from which on a role is called sure."""

COLUMNS = ("title", "verdict", "role", "role_title", "share", "others", "level", "why")

MOST_SHOWN = 120
"""Characters of a title that a heading repeats."""


def title_report(catalog_titles: dict[str, str], found: TitleAnswer) -> Report:
    """What one title means; *catalog_titles* are the titles of all roles by id."""
    blocks: list[Block] = [Title(f'"{short(found.asked, MOST_SHOWN)}"', _outcome(found))]
    if found.verdict is Verdict.ONE:
        blocks.append(_meant(found, catalog_titles))
    elif found.verdict is Verdict.SEVERAL:
        blocks += _choice(found, catalog_titles)
    else:
        blocks += _refused(found, catalog_titles)
    blocks.append(Next(_next(found)))
    return Report("title", tuple(blocks), found, COLUMNS, (_row(found),), found.verdict is not Verdict.NONE)


def titles_report(found: Sequence[TitleAnswer]) -> Report:
    """What several titles mean, in their order; JSON has one line for each."""
    counts = [sum(one.verdict is verdict for one in found) for verdict in Verdict]
    aside = f"{counts[0]} one role, {counts[1]} one of several, {counts[2]} no job here"
    items = tuple(Item(short(one.asked, MOST_SHOWN), body=_brief(one), links=_links(one.roles)) for one in found)
    blocks = (Title(counted(len(found), "title"), aside), Items(items, compact=True))
    return Report("title", blocks, None, COLUMNS, map(_row, found), lines=tuple(found))


def _outcome(found: TitleAnswer) -> str:
    match found.verdict:
        case Verdict.ONE:
            return "one role"
        case Verdict.SEVERAL:
            return "one of these" if len(found.roles) > 1 else "perhaps"
        case _:
            return "no job that this guide knows"


def _meant(found: TitleAnswer, titles: dict[str, str]) -> Block:
    first, *others = found.roles
    sure = "sure" if first.share >= SURE else "likely"
    rows = [("means", f"{first.title} ({first.id}), {sure}"), *_whys(first.why), *_also(found)]
    if others:
        rows.append(("less likely", ", ".join(role.title for role in others)))
    rows += _not(found.near_misses, titles)
    return Facts(tuple(rows), _links(found.roles))


def _choice(found: TitleAnswer, titles: dict[str, str]) -> list[Block]:
    several = len(found.roles) > 1
    decides = (
        f"What decides: {found.decides}." if several else f"It is this role if {current_pack().workplace} offers it."
    )
    items = tuple(
        Item(
            role.title,
            role.id,
            body=role.summary,
            mark=str(number),
            address=address(Kind.ROLE, role.id),
        )
        for number, role in enumerate(found.roles, 1)
    )
    blocks: list[Block] = [Para(decides), Items(items, compact=True)]
    whys = tuple(dict.fromkeys(role.why[0] for role in found.roles if role.why))
    rows = [*_whys(whys), *_also(found), *_not(found.near_misses, titles)]
    return [*blocks, Facts(tuple(rows))] if rows else blocks


def _refused(found: TitleAnswer, titles: dict[str, str]) -> list[Block]:
    rows = _not([miss for miss in found.near_misses if not miss.decided], titles)
    return [Para(found.reason), *([Facts(tuple(rows))] if rows else [])]


def _whys(reasons: Sequence[TitleReason]) -> list[tuple[str, str]]:
    return [("why", " ".join(f"'{one.words}': {one.says}" for one in reasons))] if reasons else []


def _also(found: TitleAnswer) -> list[tuple[str, str]]:
    """The level, the hours and the grade that a title says."""
    rows = []
    if found.level:
        rows.append(("level", f"'{found.level.words}': {found.level.title}. {found.level.says}"))
    also = [*found.hours, *([found.grade] if found.grade else [])]
    if also:
        rows.append(("also", "; ".join(also)))
    return rows


def _not(misses: Sequence[NearMiss], titles: dict[str, str]) -> list[tuple[str, str]]:
    """What words of the title mean elsewhere, and what they would be here."""
    rows = []
    for miss in misses:
        here = " or ".join([titles[id_] for id_ in miss.roles if id_ in titles][:2])
        rows.append(("careful", f"'{miss.words}' can mean {miss.means.partition(', and n')[0]}; here it is {here}"))
    return rows


def _links(roles: Sequence[TitleRole]) -> tuple[Link, ...]:
    return mentions(Kind.ROLE, roles)


def _brief(found: TitleAnswer) -> str:
    match found.verdict:
        case Verdict.ONE:
            return found.roles[0].title
        case Verdict.SEVERAL:
            return f"perhaps {either([role.title for role in found.roles[:3]])}"
        case _:
            return "no job here"


def _row(found: TitleAnswer) -> tuple[object, ...]:
    first = found.roles[0] if found.roles else None
    others = "; ".join(role.id for role in found.roles[1:])
    why = first.why[0] if first and first.why else None
    return (
        found.asked,
        found.verdict.value,
        first.id if first else "",
        first.title if first else "",
        first.share if first else "",
        others,
        found.level.id if found.level else "",
        f"'{why.words}': {why.says}" if why else found.reason,
    )


def _next(found: TitleAnswer) -> tuple[tuple[str, str], ...]:
    if not found.roles:
        return (
            ("libcareer match FILE", "reads the whole ad"),
            ("libcareer roles", "lists every job"),
        )
    first = found.roles[0].id
    commands = [(f"libcareer show {first}", "the job"), (f"libcareer path {first}", "the way there")]
    if len(found.roles) > 1:
        commands.append((f"libcareer compare {first} {found.roles[1].id}", "the first two side by side"))
    return (*commands, ("libcareer match FILE", "reads the whole ad"))
