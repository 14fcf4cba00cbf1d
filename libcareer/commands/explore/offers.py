"""What the explorer offers on a page besides its links: actions on what the page is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.commands.explore.menus import picked_job
from libcareer.commands.explore.spots import Item

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libcareer.commands.explore.spots import Guide, Spot
    from libcareer.reports.page.render import Report


def offers(address: str, report: Report) -> Sequence[Item]:
    """What can be done with the page at *address*."""
    match report.command:
        case "show":
            return _with_role(address, report.data.id, report.data.title)
        case "plan":
            return _with_plan(report)
        case "search":
            words = address.partition(" ")[2]
            return [Item("Ask this as a question", f"ask {words}")]
    return ()


def _with_role(address: str, role: str, title: str) -> Sequence[Item]:
    whole = [] if address == f"show {role}" else [Item(f"Everything about {title}", f"show {role}")]

    def compared(other: str) -> str:
        return f"compare {role} {other}"

    def other_job(guide: Guide) -> Spot:
        return picked_job(guide, f"Compare {title} with which job?", compared, without=(role,))

    return [
        *whole,
        Item("Is it right for me? About eight short screens", f"fit {role}"),
        Item("The way there", f"path {role}"),
        Item("A plan to get there", f"plan {role}"),
        Item("Jobs like it", f"related {role}"),
        Item("A map of the jobs around it", f"map {role}"),
        Item("What else, if not this", f"planb {role}"),
        Item("Compare it with another job", other_job),
        Item("Where each fact comes from", f"show {role} --sources"),
    ]


def _with_plan(report: Report) -> Sequence[Item]:
    todos = getattr(report.data, "todos", ())
    return [
        Item(f"Take back the tick of step {one.number}: {one.step.title}", f"plan undone {one.number}")
        if one.done
        else Item(f"Tick step {one.number}: {one.step.title}", f"plan done {one.number}")
        for one in todos
    ]
