"""The skeleton of a new record as a report: where it is, and what to type next."""

from __future__ import annotations

from shlex import quote

from msgspec import Struct

from libcareer.knowledge.enums import NewKind
from libcareer.reports.page.render import Block, Next, Para, Report, Title, Verbatim

PAGES = {
    NewKind.ROLE: "show",
    NewKind.SKILL: "skills",
    NewKind.CREDENTIAL: "credentials",
    NewKind.RESOURCE: "resources",
    NewKind.QUESTION: "ask",
    NewKind.SOURCE: "sources",
}
"""The commands that show a record."""

NAMED_BY = {
    NewKind.SKILL: "a role lists it under `skills`",
    NewKind.CREDENTIAL: "a role, a move or another credential names it",
    NewKind.RESOURCE: "a role, a skill or a field names it",
    NewKind.SOURCE: "a record names it under `sources` or `source`",
}
"""When a new record of a kind counts as used."""


class NewRecord(Struct, frozen=True):
    """A skeleton: its *kind* and *id*, its *text*, and its *file*, which is *new* or had records before.

    It is *written* there, or only shown.
    """

    kind: NewKind
    id: str
    file: str
    new: bool
    text: str
    written: bool


def new_report(made: NewRecord, note: str | None = None) -> Report:
    """Where a skeleton was written, what to do with it, a *note* on it, and what to type next; or its text."""
    columns, rows = ("kind", "id", "file"), ((made.kind.value, made.id, made.file),)
    if not made.written:
        where = made.file if made.new else f"the end of {made.file}"
        shown_only = (Title(f"New {made.kind.value} '{made.id}'", f"for {where}; not written"), Verbatim(made.text))
        return Report("new", shown_only, made, columns, rows)
    blocks: list[Block] = [
        Title(f"New {made.kind.value} '{made.id}'", made.file if made.new else f"at the end of {made.file}"),
        Para("Open the file in an editor and put your own words or choice in the place of every TODO."),
    ]
    if note:
        blocks.append(Para(note))
    if made.kind in NAMED_BY:
        blocks.append(Para(f"It is ready when {NAMED_BY[made.kind]}."))
    steps = (
        (f"libcareer check --ready {quote(made.file)}", "what is still missing"),
        (f"libcareer {PAGES[made.kind]} {made.id}", "your record as people will see it"),
    )
    blocks.append(Next(steps))
    return Report("new", tuple(blocks), made, columns, rows)
