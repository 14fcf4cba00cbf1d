"""A report as plain text, Markdown, HTML, JSON or CSV; all formats, and the screen, have the same content.

Text in a report is only text: control characters are made visible, markup is escaped, and characters
that the encoding lacks are replaced by ASCII.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from msgspec import Struct, to_builtins

from libcareer.reports.page.blocks import (
    Bars,
    Block,
    Columns,
    Facts,
    Heading,
    Item,
    Items,
    Link,
    Map,
    Next,
    Para,
    Range,
    Ranges,
    Room,
    Timeline,
    Title,
    Verbatim,
)
from libcareer.reports.page.formats import OUTPUT_SCHEMA, Format
from libcareer.reports.page.links import links
from libcareer.reports.page.sections import PageSection, sections
from libcareer.reports.page.text import clean, encodable, lines_of
from libcareer.reports.page.tree import branches
from libcareer.reports.page.values import RULE, bar_rows, range_in_words, when

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = [
    "Bars", "Block", "Columns", "Facts", "Format", "Heading", "Item", "Items", "Link", "Map", "Next", "Para", "Range",
    "Ranges", "Report", "Room", "Timeline", "Title", "Verbatim", "text",
]  # fmt: skip


class Report(Struct, frozen=True):
    """An answer to write: *blocks* for people, *data* for JSON, *columns* and *rows* for CSV.

    *found* is False if the answer is that there is nothing of what was asked for. An answer to several inputs
    has *lines* instead of *data*: one for each, which JSON writes as one line each.
    """

    command: str
    blocks: tuple[Block, ...]
    data: Any
    columns: tuple[str, ...]
    rows: Iterable[tuple[object, ...]]
    found: bool = True
    lines: tuple[Any, ...] = ()

    @property
    def links(self) -> tuple[Link, ...]:
        """What the page leads to, in its order, each address once."""
        return links(self.blocks)

    @property
    def sections(self) -> tuple[PageSection, ...]:
        """The page section by section."""
        return sections(self.blocks)


UTF_8 = ("utf-8", "utf8")
"""The names of the encoding in which HTML is written."""


def text(report: Report, format_: Format, encoding: str = "utf-8") -> str:
    """*report* as text in any *format_* except screen, with only characters that *encoding* has."""
    match format_:
        case Format.JSON:
            return _json(report)
        case Format.CSV:
            return _csv(report, encoding)
        case Format.MARKDOWN:
            return "\n".join(_markdown(report.blocks, encoding)).strip("\n") + "\n"
        case Format.HTML:
            # The template engine is loaded for no other format.
            from libcareer.reports.page.html.document import document

            words = document(report.blocks)
            # The document says that it is in UTF-8; in ASCII it is that as well.
            return words if encoding.lower() in UTF_8 else words.encode("ascii", "xmlcharrefreplace").decode()
        case _:
            return encodable("\n".join(_plain(report.blocks)).strip("\n") + "\n", encoding)


# ---------------------------------------------------------------------------- plain text


def _plain(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Title(words, aside):
                yield clean(f"{words} ({aside})" if aside else words)
            case Heading(words):
                yield ""
                yield clean(words).upper()
            case Para(words):
                yield clean(words)
            case Facts(rows):
                yield from (clean(f"{label}: {said}") for label, said in rows)
            case Columns(heads, rows):
                for label, cells in rows:
                    yield from (clean(f"{label} | {head}: {said}") for head, said in zip(heads, cells, strict=True))
            case Items(items):
                yield from (_plain_item(item) for item in items)
            case Bars():
                yield from (clean(f"{label}: {value}") for label, value in bar_rows(block))
            case Timeline(periods):
                yield from (clean(f"{one.label} | {when(one)} | {one.note}") for one in periods)
            case Ranges(rows, unit):
                yield from (clean(f"{one.label}: {range_in_words(one, unit)}") for one in rows)
            case Map():
                yield from (
                    f"{'  ' * line.depth}{clean(f'{line.head}: {line.said}' if line.said else line.head)}"
                    for line in branches(block)
                )
            case Room(lines):
                yield from (RULE for _ in range(lines))
            case Next(commands):
                yield ""
                yield from (clean(f"Next: {command}{f' - {what}' if what else ''}") for command, what in commands)
            case Verbatim(lines):
                yield from lines_of(lines)
                yield ""


def _plain_item(item: Item) -> str:
    head = f"{item.mark}. {item.head}" if item.mark else item.head
    said = [f"{head} ({item.aside})" if item.aside else head] if item.head else []
    said += [item.body] if item.body else []
    said += [f"{label}: {words}" if label else words for label, words in item.facts]
    return " | ".join(clean(part) for part in said)


# ---------------------------------------------------------------------------- Markdown


def _markdown(blocks: Iterable[Block], encoding: str) -> Iterator[str]:
    def md(words: str) -> str:
        return _escaped(encodable(clean(words), encoding))

    for block in blocks:
        match block:
            case Title(words, aside):
                yield f"# {md(words)}"
                if aside:
                    yield f"\n{md(aside)}"
            case Heading(words):
                yield f"\n## {md(words)}\n"
            case Para(words, strong=strong):
                yield f"\n{f'**{md(words)}**' if strong else md(words)}\n"
            case Facts(rows):
                yield from (f"- **{md(label)}:** {md(said)}" for label, said in rows)
            case Columns(heads, rows):
                yield f"\n| | {' | '.join(map(md, heads))} |"
                yield f"|{'---|' * (len(heads) + 1)}"
                yield from (f"| **{md(label)}** | {' | '.join(map(md, cells))} |" for label, cells in rows)
                yield ""
            case Items(items):
                for item in items:
                    yield from _markdown_item(item, md)
            case Bars():
                yield from (f"- {md(label)}: {value}" for label, value in bar_rows(block))
            case Timeline(periods):
                yield ""
                yield from (f"- **{md(one.label)}**, {when(one)}: {md(one.note)}" for one in periods)
                yield ""
            case Ranges(rows, unit):
                yield ""
                yield from (f"- **{md(one.label)}:** {md(range_in_words(one, unit))}" for one in rows)
                yield ""
            case Map():
                yield ""
                for line in branches(block):
                    said = f": {md(line.said)}" if line.said else ""
                    yield f"{'  ' * line.depth}- **{md(line.head)}**{said}"
                yield ""
            case Room(lines):
                yield from (f"\n{md(RULE)}\n" for _ in range(lines))
            case Next(commands):
                yield "\n## Next\n"
                yield from (
                    f"- `{encodable(clean(command), encoding).replace('`', '')}`{f': {md(what)}' if what else ''}"
                    for command, what in commands
                )
            case Verbatim(lines):
                yield from ("", *(f"    {encodable(line, encoding)}" for line in lines_of(lines)))


def _markdown_item(item: Item, md: Callable[[str], str]) -> Iterator[str]:
    mark, head = f"{item.mark}." if item.mark else "-", item.head
    if box := re.match(CHECK_BOX, item.mark):
        # The items of a task list begin with dashes, so the number goes into the head.
        mark, head = f"- {box[1]}", f"{box[2]}. {head}"
    indent = " " * (2 if box else len(mark) + 1)
    if item.head:
        yield f"{mark} **{md(head)}**" + (f" ({md(item.aside)})" if item.aside else "")
    else:
        yield f"- {md(item.body)}"
    if item.head and item.body:
        yield f"{indent}{md(item.body)}"
    for label, words in item.facts:
        yield f"{indent}- *{md(label)}:* {md(words)}" if label else f"{indent}- {md(words)}"


CHECK_BOX = r"(\[[ x]\]) (.+)"
"""A mark that is a check box and a number."""

BLOCK_START = r"^([0-9]*)([-+=.):])"
"""The beginning of a line that Markdown takes for a list, a rule or a heading."""


def _escaped(words: str) -> str:
    """*words* with the characters escaped that have a meaning in Markdown or HTML."""
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    escaped = "".join(f"\\{char}" if char in "\\`*_[]|#~" else char for char in escaped)
    return re.sub(BLOCK_START, r"\1\\\2", escaped)


# ---------------------------------------------------------------------------- JSON and CSV


def _json(report: Report) -> str:
    import json

    head = {"schema": OUTPUT_SCHEMA, "command": report.command}
    if report.lines:
        return "".join(json.dumps({**head, **to_builtins(line, str_keys=True)}) + "\n" for line in report.lines)
    data = {**head, **to_builtins(report.data, str_keys=True)}
    if report.links:
        data["links"] = to_builtins(report.links)
    return json.dumps(data, indent=2) + "\n"


def _csv(report: Report, encoding: str) -> str:
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(report.columns)
    writer.writerows([_cell(value, encoding) for value in row] for row in report.rows)
    return out.getvalue()


FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""First characters that make a spreadsheet evaluate a cell; also in their full-width forms."""


def _cell(value: object, encoding: str) -> str:
    """A value as a cell that no spreadsheet evaluates as a formula."""
    if isinstance(value, int | float):
        return str(int(value)) if isinstance(value, int) else repr(round(value, 6))
    words = "" if value is None else encodable(clean(str(value)), encoding)
    return f"'{words}" if words.startswith(FORMULA) else words
