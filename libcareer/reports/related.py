"""Roles with skills in common as a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.knowledge.packs import current_pack
from libcareer.reports.addresses import Kind, address, mention, mentions
from libcareer.reports.page.render import Block, Heading, Item, Items, Next, Para, Report, Title
from libcareer.reports.words import (
    counted,
    listed,
    move_words,
    newer_editions,
    options,
    outlook_words,
    pay_and_group,
    pay_cells,
    with_options,
)

if TYPE_CHECKING:
    from libcareer.engines.choosing.related import MissingSkill, RelatedRole, RelatedRoles, SharedSkill
    from libcareer.engines.pay.figures import OutlookFigure
    from libcareer.reports.page.blocks import Link


def related_roles_report(found: RelatedRoles, limit: int) -> Report:
    """The *limit* most similar roles, others that a move or a reason connects, and the number of the rest.

    JSON and CSV have all roles.
    """
    filters = options(found.filters)
    data = with_options(found, found.filters)
    title = f"Roles that use the skills of {found.role.title}"
    blocks: list[Block] = [Title(title, filters or found.role.id, mentions(Kind.ROLE, (found.role,)))]
    if found.outlook:
        blocks.append(Para(f"Its own outlook: {_outlook(found.outlook)}"))
    if found.pay:
        blocks.append(Para(f"Its own pay: {pay_and_group(found.pay)}"))
    if not found.count:
        return Report("related", (*blocks, *_none(found)), data, RELATED_COLUMNS, (), found=False)
    first, rest = found.roles[:limit], found.roles[limit:]
    named = tuple(one for one in rest if one.door or one.why)
    more = len(rest) - len(named)
    passing = " and pass the filters" if filters else ""
    some = f"{found.count} of {counted(found.of, 'other')} have something in common with it{passing}"
    blocks += [Para(f"{some}; the most similar come first.", strong=True), Items(tuple(_item(one) for one in first))]
    if named:
        blocks += [Heading("Less similar, but with a known move or reason"), Items(tuple(_item(one) for one in named))]
    if more:
        blocks.append(Para(f"{counted(more, 'more role')} with less in common: --limit {found.count} shows all."))
    blocks.append(Para(SHARE_NOTE, quiet=True))
    outlooks = (found.outlook, *(one.outlook for one in found.roles))
    if newer := newer_editions(figure.source for figure in outlooks if figure):
        blocks.append(Para(newer, quiet=True))
    nearest = found.roles[0]
    blocks.append(
        Next(
            (
                (f"libcareer compare {found.role.id} {nearest.id}", "the two side by side, and what decides"),
                (f"libcareer path {nearest.id} --from {found.role.id}", "the steps, with time and cost"),
            )
        )
    )
    return Report("related", tuple(blocks), data, RELATED_COLUMNS, tuple(_row(one) for one in found.roles))


RELATED_COLUMNS = ("id", "title", "place", "cluster", "education", "share", "shared", "missing", "move", "years_low",
           "years_high", "back", "why", "outlook_change", "outlook_period", "openings", "outlook_proxy",
           "pay_median", "pay_unit", "pay_place", "pay_proxy", "summary")  # fmt: skip

SHARE_NOTE = (
    "The percentage is how much of this role's skills the other uses: an essential skill counts twice a "
    "useful one, and a skill that few roles use counts more. The skills to learn are essential in the other "
    "role and missing in this one."
)


def _none(found: RelatedRoles) -> tuple[Block, ...]:
    if not found.filters:
        return (Para("No other role uses any of its skills."),)
    return (
        Para("No role within these filters uses any of its skills."),
        Next(((f"libcareer related {found.role.id}", "the same without filters"),)),
    )


def _item(one: RelatedRole) -> Item:
    facts = [
        ("shares", _shared(one)),
        ("to learn", ", ".join(map(_lacking, one.missing)) or "no essential skill"),
        ("where", f"{current_pack().places[one.place]}; {one.cluster}; usual education: {one.education}"),
        ("move", _move(one)),
    ]
    if one.outlook:
        facts.append(("outlook", _outlook(one.outlook)))
    if one.pay:
        facts.append(("pays", pay_and_group(one.pay)))
    why = one.why or (one.door.why if one.door else "")
    if why:
        facts.append(("why", why))
    return Item(one.title, one.id, facts=tuple(facts), address=address(Kind.ROLE, one.id), links=_links(one))


def _links(one: RelatedRole) -> tuple[Link, ...]:
    """The skills and credentials that an item mentions."""
    there = [skill for shared in one.shared for skill in shared.there]
    near = [skill.near for skill in one.missing if skill.near]
    needs = [need for need in (one.door.needs if one.door else ()) if need.id]
    return (
        *mentions(Kind.SKILL, (*one.shared, *there, *one.missing, *near)),
        *(mention(Kind.CREDENTIAL, need.id or "", need.what) for need in needs),
    )


def _outlook(figure: OutlookFigure) -> str:
    return outlook_words(figure) if figure.proxy else f"{outlook_words(figure)} Counted with {figure.covers}."


def _shared(one: RelatedRole) -> str:
    if not one.shared:
        return "no skill of the same name"
    return f"{max(1, round(one.share * 100))} percent: {', '.join(map(_skill, one.shared))}"


def _skill(one: SharedSkill) -> str:
    return f"{one.title} (there: {listed([there.title for there in one.there])})" if one.there else one.title


def _lacking(one: MissingSkill) -> str:
    return f"{one.title} (you have {one.near.title})" if one.near else one.title


def _move(one: RelatedRole) -> str:
    if one.door:
        return move_words(one.door)
    return "known only in the other direction" if one.back else "none known directly"


def _outlook_cells(figure: OutlookFigure | None) -> tuple[object, ...]:
    """A projection as cells: change, period, openings, and why it is a proxy."""
    return (None,) * 4 if figure is None else (figure.change, figure.period, figure.openings, figure.proxy)


def _row(one: RelatedRole) -> tuple[object, ...]:
    return (
        one.id,
        one.title,
        one.place,
        one.cluster,
        one.education,
        one.share,
        "; ".join(map(_skill, one.shared)),
        "; ".join(map(_lacking, one.missing)),
        one.door.kind if one.door else None,
        *(one.door.years if one.door else (None, None)),
        "yes" if one.back else "no",
        one.why or (one.door.why if one.door else None),
        *_outlook_cells(one.outlook),
        *pay_cells(one.pay),
        one.summary,
    )
