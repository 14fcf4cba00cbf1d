"""Skeletons of new records: the template of their kind with everything filled in that is known.

What is known: the id and the title, ids that exist for every reference, those nearest to the title first, and the
place of the schema. The rest keeps its mark (see `templates`).
"""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.json import encode

from libcareer.knowledge.nearness import nearest_records
from libcareer.knowledge.reading import ID, LIST_FILES, RECORD_FILES
from libcareer.knowledge.templates import MARK, OPTIONAL, decoded, template

if TYPE_CHECKING:
    from collections.abc import Mapping

    from libcareer.knowledge.decoding import Reference
    from libcareer.knowledge.reading import Knowledge

WIDTH = 120
"""Characters of the longest line."""

SUGGESTED = ("clusters", "settings", "skills", "occupations", "roles", "credentials", "resources")
"""The kinds of record of which the nearest are named in a comment; the others are few, or near to nothing."""

SCHEMA_LINE = "# yaml-language-server: $schema="

PLAIN = re.compile(r"[A-Za-z0-9][\w .,()&'/+-]*")
"""A text that YAML reads as it is, without quotation marks."""


class Skeleton(Struct, frozen=True):
    """A new record as text: the *head* of a file of its own, and its own *lines*, each with its line end."""

    head: str
    lines: str


def skeleton(
    knowledge: Knowledge, kind: str, id_: str, values: Mapping[str, str], schema: str | None = None
) -> Skeleton:
    """The skeleton of the record *id_* in a *kind* of file, such as `roles`, with what *knowledge* has near it.

    *values* are fields that are known, such as the title, by name. *schema* is the address of the JSON Schema, as
    an editor finds it from the file; without it no line points there.
    """
    said = " ".join((id_.replace("-", " "), *values.values()))
    lines = _with_near(knowledge, kind, said)
    if kind not in RECORD_FILES:
        key = re.compile(r" *(example-[a-z-]+):")
        lines = [line.replace(found[1], id_, 1) if (found := key.match(line)) else line for line in lines]
    start = _first(kind, lines)
    head = [line for line in lines[:start] if not line.startswith(SCHEMA_LINE)]
    if schema:
        head.insert(0, f"{SCHEMA_LINE}{schema}")
    own = lines[start:]
    for name, value in values.items():
        own = _with_value(own, name, value)
    return Skeleton("".join(f"{line}\n" for line in head), "".join(f"{line}\n" for line in own))


def scalar(text: str) -> str:
    """*text* as a value in YAML, in quotation marks where they are needed."""
    return text if PLAIN.fullmatch(text) and text == text.strip() else encode(text).decode()


def _first(kind: str, lines: list[str]) -> int:
    """The number of the first line of the record: the one after the key of a list, or after the comments at the top."""
    return lines.index(f"{LIST_FILES[kind][2]}:" if kind in LIST_FILES else "") + 1


def _with_value(lines: list[str], name: str, value: str) -> list[str]:
    """*lines* with the *value* of the first field of this *name*, and without the comment beside a value to choose."""
    at = next(number for number, line in enumerate(lines) if re.match(rf" *{name}: ", line))
    after = at + 2 if lines[at].endswith(">-") else at + 1
    return [*lines[:at], f"{lines[at][: _indent(lines[at])]}{name}: {scalar(value)}", *lines[after:]]


# ---------------------------------------------------------------------------- ids that exist


def _with_near(knowledge: Knowledge, kind: str, said: str) -> list[str]:
    """The lines of the template of a *kind* with ids of *knowledge* in place of its own, and comments with more."""
    lines = template(kind).splitlines()
    references = decoded(kind).references
    kinds = dict.fromkeys(reference.kind for reference in references)
    near = {
        each: nearest_records(knowledge, each, said, through_roles=kind == "roles")
        for each in kinds
        if each in SUGGESTED
    }
    chosen = {each: _chosen(knowledge, each, references, near.get(each, [])) for each in kinds}
    for reference in sorted(references, key=lambda one: (one.location.line, -one.location.column)):
        line = reference.location.line - 1
        lines[line] = _replaced(lines[line], reference, chosen[reference.kind][reference.id])
    comments: dict[int, list[str]] = {}
    for each, ids in near.items():
        if ids:
            at = _field(lines, [one.location.line - 1 for one in references if one.kind == each], kind)
            comments.setdefault(at, []).extend(_comment(knowledge, each, ids, lines[at]))
    return [told for number, line in enumerate(lines) for told in (*comments.get(number, ()), line)]


def _chosen(knowledge: Knowledge, kind: str, references: list[Reference], near: list[str]) -> dict[str, str]:
    """An id of *knowledge* for each id of a *kind* in the template: the nearest, else the same, else any other."""
    wanted = list(dict.fromkeys(reference.id for reference in references if reference.kind == kind))
    known = knowledge.entries[kind]
    free = list(dict.fromkeys([*near, *(id_ for id_ in wanted if id_ in known), *known]))
    return dict(zip(wanted, [*free, *[f"{MARK}-{number}" for number in range(len(wanted))]], strict=False))


def _replaced(line: str, reference: Reference, id_: str) -> str:
    """*line* with *id_* in place of a reference; the comment behind it stays in its column if there is room."""
    column = reference.location.column - 1 + bool(OPTIONAL.match(line))
    before, after = line[:column], line[column:]
    changed = before + after.replace(reference.id, id_, 1)
    text, gap, comment = re.fullmatch(r"(.*?)(?:( +)(#\s.*))?", changed).groups()  # type: ignore[union-attr]
    if comment is None:
        return changed
    room = len(gap) - len(id_) + len(reference.id)
    return f"{text}{' ' * max(2, room)}{comment}"


def _field(lines: list[str], numbers: list[int], kind: str) -> int:
    """The line of the field of the record that has the first of the lines *numbers* in use, or else the first."""
    at = next((number for number in numbers if not OPTIONAL.match(lines[number])), numbers[0])
    depth = 0 if kind in RECORD_FILES else 4 if kind in LIST_FILES else 2
    while _indent(lines[at]) > depth:
        at -= 1
    return at


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _comment(knowledge: Knowledge, kind: str, ids: list[str], line: str) -> list[str]:
    """The comment above a *line* that names the nearest records of a *kind*."""
    lead = f"{line[: _indent(line)]}# "
    named = ", ".join(_named(knowledge, kind, id_) for id_ in ids)
    return textwrap.wrap(
        f"nearest {kind}: {named}", WIDTH, initial_indent=lead, subsequent_indent=f"{lead}  ", break_on_hyphens=False
    )


def _named(knowledge: Knowledge, kind: str, id_: str) -> str:
    title = getattr(knowledge.entries[kind][id_].value, "title", "")
    return f'"{id_}" ({title})' if not ID.fullmatch(id_) or kind == "occupations" else id_
