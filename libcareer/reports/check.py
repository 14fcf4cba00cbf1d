"""The problems that `check` finds, as a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.reports.page.render import Block, Item, Items, Para, Report, Verbatim
from libcareer.reports.sources import newer_words
from libcareer.reports.words import counted

if TYPE_CHECKING:
    from libcareer.knowledge.checks import Findings

MOST_NAMES = 10
"""Files passed over that are named; of more, the number is given."""


STILL = "still to do"
"""What the message of a problem begins with that is a placeholder."""


class ProblemData(Struct, frozen=True):
    """A problem as JSON has it: its place, what is wrong, and the *source* line with the *length* of the wrong part."""

    file: str
    line: int
    column: int
    message: str
    source: str
    length: int


class CheckData(Struct, frozen=True):
    """The findings of a check as JSON has them.

    *outdone* says, by the id of a source, which newer edition of it exists or since when one should exist.
    *lacks* says what commands would lack with the pack, a sentence each.
    """

    files: int
    problems: tuple[ProblemData, ...]
    rules_applied: bool
    passed_over: tuple[str, ...]
    outdone: dict[str, str] = {}
    lacks: tuple[str, ...] = ()


def check_report(found: Findings) -> Report:
    """Every problem *found*, in a form from which an editor can open its place, and what was read."""
    rows = tuple((p.file, p.line, p.column, p.message) for p in found.problems)
    count = counted(len(found.problems), "problem") if found.problems else "No problems"
    blocks: list[Block] = [Verbatim(str(problem)) for problem in found.problems]
    blocks.append(Para(f"{count} in {counted(found.files, 'file')}."))
    if any(problem.message.startswith(STILL) for problem in found.problems):
        blocks.append(Para("Put your own words or choice in the place of each TODO, and take the word TODO away."))
    if not found.problems and not found.rules_applied:
        blocks.append(Para("Other files have problems, so rules that need all records were not applied."))
    if found.passed_over:
        more = len(found.passed_over) - MOST_NAMES
        rest = f" and {more} more" if more > 0 else ""
        blocks.append(Para(f"Not read, because it is no knowledge: {', '.join(found.passed_over[:MOST_NAMES])}{rest}."))
    if found.lacks:
        blocks.append(Para("A pack may leave things out. What commands lack with this one:"))
        blocks.append(Items(tuple(Item(body=lack) for lack in found.lacks)))
    newer = {id_: newer_words(source) for id_, source in found.outdone.items()}
    blocks += [Para(f"Newer edition of {id_}: {said}.") for id_, said in newer.items()]
    problems = tuple(ProblemData(**vars(problem)) for problem in found.problems)
    data = CheckData(found.files, problems, found.rules_applied, found.passed_over, newer, found.lacks)
    return Report("check", tuple(blocks), data, ("file", "line", "column", "message"), rows)
