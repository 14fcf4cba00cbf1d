"""The list of roles, and what `check` found, as reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.reports.page.render import Block, Item, Items, Next, Para, Report, Title, Verbatim
from libcareer.reports.words import PLACE, counted

if TYPE_CHECKING:
    from libcareer.engines.lookup.roles import Found, RoleList
    from libcareer.errors import Problem


def roles(found: RoleList) -> Report:
    """The list of roles, or, if it is empty, which filter is to blame and what to try."""
    filters = " ".join(found.filters)
    if not found.count:
        return _no_roles(found, filters)
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
    return Report("roles", tuple(blocks), found, columns, tuple(rows))


def _role_item(role: Found) -> Item:
    facts = []
    for hit in role.hits:
        how = hit.importance if hit.skill == hit.asked else f"{hit.importance}, as {hit.title}"
        facts.append((how, hit.duty or "Part of the work as a whole; no single duty stands for it."))
    where = f"{PLACE[role.place]}; {role.cluster}; usual education: {role.education}"
    return Item(role.title, role.id, "" if facts else role.summary, (*facts, ("where", where)))


def _no_roles(found: RoleList, filters: str) -> Report:
    blocks: list[Block] = [Title("No role passes all of these filters", filters)]
    blame = found.blame
    if blame is None:
        blocks.append(Para("No single filter is to blame: even without any one of them nothing is found. Try fewer."))
    else:
        blocks.append(Para(f"{blame.filter} is to blame: without it there {_are(blame.without)}."))
        if blame.instead:
            blocks.append(Para(f"The nearest that finds something: {blame.instead} ({counted(blame.then, 'role')})."))
        rest = " ".join(word for word in found.filters if word != blame.filter)
        retry = " ".join(word for word in ("libcareer roles", rest, blame.instead or "") if word)
        blocks.append(Next(((retry, "the same search with that changed"),)))
    return Report("roles", tuple(blocks), found, ("id", "title"), ())


def _are(count: int) -> str:
    return f"{'is' if count == 1 else 'are'} {counted(count, 'role')}"


def problems(found: tuple[Problem, ...], files: int) -> Report:
    """What `check` found: every problem as an editor can jump to it, and a count."""
    rows = tuple((p.file, p.line, p.column, p.message) for p in found)
    count = counted(len(found), "problem") if found else "No problems"
    blocks: tuple[Block, ...] = (
        *(Verbatim(str(problem)) for problem in found),
        Para(f"{count} in {counted(files, 'file')}."),
    )
    data = {"files": files, "problems": [problem._asdict() for problem in found]}
    return Report("check", blocks, data, ("file", "line", "column", "message"), rows)
