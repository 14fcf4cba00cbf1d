"""The problems that `check` finds, as a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.reports.page.render import Block, Para, Report, Verbatim
from libcareer.reports.words import counted

if TYPE_CHECKING:
    from libcareer.errors import Problem


def check_report(found: tuple[Problem, ...], files: int) -> Report:
    """Every problem *found*, in a form from which an editor can open its place, and how many *files* were read."""
    rows = tuple((p.file, p.line, p.column, p.message) for p in found)
    count = counted(len(found), "problem") if found else "No problems"
    blocks: tuple[Block, ...] = (
        *(Verbatim(str(problem)) for problem in found),
        Para(f"{count} in {counted(files, 'file')}."),
    )
    data = {"files": files, "problems": [vars(problem) for problem in found]}
    return Report("check", blocks, data, ("file", "line", "column", "message"), rows)
