"""The list of roles as a report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from libcareer.engines.lookup.filters import FilterName
from libcareer.knowledge.packs import current_pack
from libcareer.reports.addresses import Kind, address, mention
from libcareer.reports.lists import Group, grouped
from libcareer.reports.page.render import Block, Item, Next, Para, Report, Title
from libcareer.reports.words import (
    counted,
    counted_all,
    option,
    options,
    pay_and_group,
    pay_cells,
    with_options,
)

if TYPE_CHECKING:
    from libcareer.engines.lookup.roles import FoundRole, Relaxation, RoleList


def roles_report(found: RoleList, here: str | None = None) -> Report:
    """The list of roles or, if it is empty, which filter to drop and what to try instead.

    *here* is the id of the place in which their pay is told, for the commands to run next.
    """
    if not found.count:
        return _no_roles(found)
    filters = options(found.filters)
    title = f"{found.count} of {counted(found.of, 'role')}" if filters else counted_all(found.of, "role")
    first = found.roles[0]
    groups = _groups(found)
    there = f" --where {here}" if here else ""
    commands = [
        (f"libcareer show {first.id}{there}", "the whole profile, from the day's work to the pay"),
        (f"libcareer path {first.id}{there}", "the steps from where you stand"),
    ]
    if len(groups) > 1:
        commands.append((f"libcareer {groups[0].address}", "one part of the field"))
    blocks: list[Block] = [Title(title, filters), *grouped(groups, "role"), Next(tuple(commands))]
    columns = ("id", "title", "cluster", "place", "education", "summary", "skill", "importance", "through", "duty",
               "pay_median", "pay_unit", "pay_place", "pay_proxy")  # fmt: skip
    rows = [
        (r.id, r.title, r.cluster, r.place, r.education, r.summary, *hit, *pay_cells(r.pay))
        for r in found.roles
        for hit in [(h.asked, h.importance, h.skill, h.duty) for h in r.hits] or [("", "", "", "")]
    ]
    return Report("roles", tuple(blocks), _data(found), columns, tuple(rows))


def _groups(found: RoleList) -> list[Group]:
    """The roles by part of the field, those in libraries first; if skills are asked for, all in order of fit."""
    if any(one.name is FilterName.SKILL for one in found.filters):
        return [Group("", tuple(map(_role_item, found.roles)))]
    parts: dict[str, list[FoundRole]] = {}
    for role in found.roles:
        parts.setdefault(role.cluster, []).append(role)
    outside = {title: sum(role.place == "beyond" for role in roles) / len(roles) for title, roles in parts.items()}
    command = " ".join(["roles", *map(option, found.filters)])
    return [
        Group(cluster.title, tuple(map(_role_item, parts[cluster.title])), f"{command} --cluster {cluster.id}")
        for cluster in sorted(found.clusters, key=lambda one: (outside[one.title], -len(parts[one.title]), one.id))
    ]


def _role_item(role: FoundRole) -> Item:
    facts = []
    for hit in role.hits:
        how = hit.importance if hit.skill == hit.asked else f"{hit.importance}, as {hit.title}"
        facts.append((how, hit.duty or "Part of the work as a whole; no single duty uses it."))
    where = f"{current_pack().places[role.place]}; {role.cluster}; usual education: {role.education}"
    skills = tuple(mention(Kind.SKILL, hit.skill, hit.title) for hit in role.hits if hit.skill != hit.asked)
    if role.pay:
        facts.append(("pays", pay_and_group(role.pay)))
    return Item(
        role.title,
        role.id,
        "" if role.hits else role.summary,
        (*facts, ("where", where)),
        address=address(Kind.ROLE, role.id),
        links=skills,
    )


def _no_roles(found: RoleList) -> Report:
    blocks: list[Block] = [Title("No role passes all of these filters", options(found.filters))]
    if found.blame is None:
        blocks.append(Para("No role matches even with any one filter dropped. Try fewer."))
    else:
        blocks += _relaxed(found, found.blame)
    return Report("roles", tuple(blocks), _data(found), ("id", "title"), (), found=False)


def _relaxed(found: RoleList, blame: Relaxation) -> list[Block]:
    """Which filter to drop, what to put in its place, and the command that does so."""
    leaves = counted(blame.without, "role")
    blocks: list[Block] = [Para(f"Dropping {option(blame.filter)} leaves {leaves}.")]
    if blame.instead:
        blocks.append(Para(f"The closest that works: {option(blame.instead)} ({counted(blame.then, 'role')})."))
    kept = [one for one in found.filters if one != blame.filter]
    command = " ".join(["libcareer roles", *map(option, [*kept, *([blame.instead] if blame.instead else [])])])
    blocks.append(Next(((command, "the same search with that changed"),)))
    return blocks


def _data(found: RoleList) -> dict[str, Any]:
    """The data for JSON, with every filter as it is typed."""
    data, blame = with_options(found, found.filters), found.blame
    if blame:
        data["blame"]["filter"] = option(blame.filter)
        data["blame"]["instead"] = option(blame.instead) if blame.instead else None
    return data
