"""The list of roles as a report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from libcareer.reports.addresses import Kind, address, mention
from libcareer.reports.page.render import Block, Item, Items, Next, Para, Report, Title
from libcareer.reports.words import PLACE, counted, option, options, with_options

if TYPE_CHECKING:
    from libcareer.engines.lookup.roles import FoundRole, Relaxation, RoleList


def roles_report(found: RoleList) -> Report:
    """The list of roles or, if it is empty, which filter to drop and what to try instead."""
    if not found.count:
        return _no_roles(found)
    filters = options(found.filters)
    title = f"{found.count} of {found.of} roles" if filters else f"All {found.of} roles"
    first = found.roles[0]
    blocks: list[Block] = [Title(title, filters), Items(tuple(_role_item(role) for role in found.roles))]
    blocks.append(
        Next(
            (
                (f"libcareer show {first.id}", "the whole profile, from the day's work to the pay"),
                (f"libcareer path {first.id}", "the steps from where you stand"),
            )
        )
    )
    columns = ("id", "title", "cluster", "place", "education", "summary", "skill", "importance", "through", "duty")
    rows = [
        (r.id, r.title, r.cluster, r.place, r.education, r.summary, *hit)
        for r in found.roles
        for hit in [(h.asked, h.importance, h.skill, h.duty) for h in r.hits] or [("", "", "", "")]
    ]
    return Report("roles", tuple(blocks), _data(found), columns, tuple(rows))


def _role_item(role: FoundRole) -> Item:
    facts = []
    for hit in role.hits:
        how = hit.importance if hit.skill == hit.asked else f"{hit.importance}, as {hit.title}"
        facts.append((how, hit.duty or "Part of the work as a whole; no single duty uses it."))
    where = f"{PLACE[role.place]}; {role.cluster}; usual education: {role.education}"
    skills = tuple(mention(Kind.SKILL, hit.skill, hit.title) for hit in role.hits if hit.skill != hit.asked)
    return Item(
        role.title,
        role.id,
        "" if facts else role.summary,
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
