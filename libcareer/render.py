"""One report, five formats: screen, plain, markdown, json and csv all say the same.

A report is a list of blocks made by `report`. Text in it is only ever text: control characters are
shown, markup of any kind has no effect, and what a terminal's encoding lacks is spelled in ASCII.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from msgspec import Struct, to_builtins

from libcareer.characters import clean, fit, lines_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.console import Console, RenderableType

NARROW = 60
"""Columns below which labels stand on a line of their own."""

BAR = 20
"""Cells of the longest bar."""


class Format(StrEnum):
    """How an answer is written."""

    SCREEN = "screen"
    PLAIN = "plain"
    MARKDOWN = "markdown"
    JSON = "json"
    CSV = "csv"


class Title(Struct, frozen=True):
    """What the page is about."""

    text: str
    aside: str = ""


class Heading(Struct, frozen=True):
    """The name of a part of the page."""

    text: str


class Para(Struct, frozen=True):
    """A paragraph; a *quiet* one steps back, a *strong* one is to be seen first."""

    text: str
    quiet: bool = False
    strong: bool = False


class Facts(Struct, frozen=True):
    """Labels with what they say."""

    rows: tuple[tuple[str, str], ...]


class Item(Struct, frozen=True):
    """One of several: a head, an aside to it, a sentence and labelled facts; *mark* is its number.

    One without a head is a sentence among others, and is drawn as such.
    """

    head: str = ""
    aside: str = ""
    body: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    mark: str = ""


class Items(Struct, frozen=True):
    """Several things of one kind; plain text has one a line."""

    items: tuple[Item, ...]


class Bars(Struct, frozen=True):
    """Values from -1 to 1 drawn to the left and right of nothing."""

    rows: tuple[tuple[str, float], ...]


class Next(Struct, frozen=True):
    """Commands to type next, and what each shows."""

    commands: tuple[tuple[str, str], ...]


class Verbatim(Struct, frozen=True):
    """Lines to be kept as they are, such as a source line with a mark under it."""

    text: str


Block = Title | Heading | Para | Facts | Items | Bars | Next | Verbatim


class Report(Struct, frozen=True):
    """An answer ready to be written: its blocks, its *data* for JSON, its *rows* for CSV."""

    command: str
    blocks: tuple[Block, ...]
    data: Any
    columns: tuple[str, ...]
    rows: Iterable[tuple[object, ...]]


def write(report: Report, format_: Format | None = None) -> None:
    """Write *report* to stdout; by default for the screen on a terminal and plain in a pipe."""
    format_ = format_ or (Format.SCREEN if sys.stdout.isatty() else Format.PLAIN)
    if format_ is Format.SCREEN:
        _write_screen(report.blocks)
    else:
        sys.stdout.write(text(report, format_, sys.stdout.encoding or "utf-8"))


def text(report: Report, format_: Format, encoding: str = "utf-8") -> str:
    """*report* as text in any *format_* but screen, using only characters that *encoding* has."""
    match format_:
        case Format.JSON:
            return _json(report)
        case Format.CSV:
            return _csv(report, encoding)
        case Format.MARKDOWN:
            return "\n".join(_markdown(report.blocks, encoding)).strip("\n") + "\n"
        case _:
            return fit("\n".join(_plain(report.blocks)).strip("\n") + "\n", encoding)


def complain(words: str) -> None:
    """Write *words* to stderr as text; a source line with a mark under it stays as it is."""
    shown = "\n".join(
        line if line.lstrip().startswith(("|", "^")) else _indent_kept(line) for line in words.split("\n")
    )
    sys.stderr.write(fit(shown, sys.stderr.encoding or "utf-8") + "\n")


def _indent_kept(line: str) -> str:
    indent = line[: len(line) - len(line.lstrip(" "))]
    return indent + clean(line)


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
            case Items(items):
                yield from (_plain_item(item) for item in items)
            case Bars(rows):
                yield from (clean(f"{label}: {value:+.2f}") for label, value in rows)
            case Next(commands):
                yield ""
                yield from (clean(f"Next: {command} - {what}") for command, what in commands)
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
        return _escaped(fit(clean(words), encoding))

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
            case Items(items):
                for item in items:
                    yield from _markdown_item(item, md)
            case Bars(rows):
                yield from (f"- {md(label)}: {value:+.2f}" for label, value in rows)
            case Next(commands):
                yield "\n## Next\n"
                yield from (
                    f"- `{fit(clean(command), encoding).replace('`', '')}`: {md(what)}" for command, what in commands
                )
            case Verbatim(lines):
                yield from ("", *(f"    {fit(line, encoding)}" for line in lines_of(lines)))


def _markdown_item(item: Item, md: Callable[[str], str]) -> Iterator[str]:
    mark = f"{item.mark}." if item.mark else "-"
    indent = " " * (len(mark) + 1)
    if item.head:
        yield f"{mark} **{md(item.head)}**" + (f" ({md(item.aside)})" if item.aside else "")
    else:
        yield f"- {md(item.body)}"
    if item.head and item.body:
        yield f"{indent}{md(item.body)}"
    for label, words in item.facts:
        yield f"{indent}- *{md(label)}:* {md(words)}" if label else f"{indent}- {md(words)}"


BLOCK_START = re.compile(r"^([0-9]*)([-+=.):])")
"""What at the beginning of a line makes a list, a rule or a heading of it in Markdown."""


def _escaped(words: str) -> str:
    """*words* with the characters that mean something in Markdown or HTML taken at their face."""
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    escaped = "".join(f"\\{char}" if char in "\\`*_[]|#~" else char for char in escaped)
    return BLOCK_START.sub(r"\1\\\2", escaped)


# ---------------------------------------------------------------------------- JSON and CSV


def _json(report: Report) -> str:
    import json

    from libcareer.catalog import SCHEMA

    data = {"schema": SCHEMA, "command": report.command, **to_builtins(report.data, str_keys=True)}
    return json.dumps(data, indent=2) + "\n"


def _csv(report: Report, encoding: str) -> str:
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(report.columns)
    writer.writerows([_cell(value, encoding) for value in row] for row in report.rows)
    return out.getvalue()


def _cell(value: object, encoding: str) -> str:
    """A value as a cell that no spreadsheet takes for a formula."""
    if isinstance(value, int | float):
        return str(int(value)) if isinstance(value, int) else repr(round(value, 6))
    words = "" if value is None else fit(clean(str(value)), encoding)
    return f"'{words}" if words.startswith(("=", "+", "-", "@")) else words


# ---------------------------------------------------------------------------- screen


def _write_screen(blocks: Iterable[Block]) -> None:
    from rich.console import Console

    class Screen(Console):
        """A console that leaves a closed pipe to the one place that deals with it."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    console = Screen(markup=False, emoji=False, highlight=False, soft_wrap=False)
    encoding = console.encoding
    for block in blocks:
        for renderable in _screen(block, console, encoding):
            console.print(renderable, overflow="fold")


def _screen(block: Block, console: Console, encoding: str) -> Iterator[RenderableType]:
    from rich.text import Text

    def words(said: str, style: str = "") -> Text:
        return Text(fit(clean(said), encoding), style=style, overflow="fold")

    match block:
        case Title(said, aside):
            yield words(said, "bold")
            if aside:
                yield words(aside, "dim")
        case Heading(said):
            yield Text()
            yield words(said, "bold cyan")
        case Para(said, quiet=quiet, strong=strong):
            yield words(said, "dim" if quiet else "bold" if strong else "")
        case Facts(rows):
            yield from _screen_facts(rows, words, console.width)
        case Items(items):
            roomy = any(item.head and (item.body or item.facts) for item in items)
            for number, item in enumerate(items):
                if roomy and number:
                    yield Text()
                yield from _screen_item(item, words)
        case Bars(rows):
            width = max((len(label) for label, _ in rows), default=0)
            longest = max(1, min(BAR, console.width - width - 2))
            for label, value in rows:
                bar = "\N{FULL BLOCK}" * max(1, min(longest, round(abs(value) * longest)))
                line = words(f"{label}")
                line.pad_right(width - len(line) + 1)
                line.append(f"{'-' if value < 0 else '+'}", "dim")
                line.append_text(words(bar, "cyan" if value >= 0 else "dim"))
                yield line
        case Next(commands):
            yield Text()
            yield words("Next", "bold cyan")
            for command, what in commands:
                yield from _indented(words(command, "bold"), 2)
                yield from _indented(words(what, "dim"), 4)
        case Verbatim(lines):
            yield from (Text(fit(line, encoding), overflow="fold") for line in (*lines_of(lines), ""))


def _screen_facts(rows: Iterable[tuple[str, str]], words: Any, width: int) -> Iterator[RenderableType]:
    from rich.table import Table

    if width < NARROW:
        for label, said in rows:
            yield words(label, "dim")
            yield from _indented(words(said), 2)
        return
    grid = Table.grid(padding=(0, 2))
    grid.add_column(overflow="fold", max_width=width // 3)
    grid.add_column(overflow="fold")
    for label, said in rows:
        grid.add_row(words(label, "dim"), words(said))
    yield grid


def _screen_item(item: Item, words: Any) -> Iterator[RenderableType]:
    indent = len(item.mark) + 2 if item.mark else 2
    if item.head:
        head = words(f"{item.mark}. {item.head}" if item.mark else item.head, "bold")
        if item.aside:
            head.append("  ")
            head.append_text(words(item.aside, "dim"))
        yield head
        if item.body:
            yield from _indented(words(item.body), indent)
    else:
        from rich.table import Table

        grid = Table.grid()
        grid.add_row("- ", words(item.body))
        yield grid
    for label, said in item.facts:
        line = words(f"{label}:" if label else "", "dim")
        if label:
            line.append(" ")
        line.append_text(words(said))
        yield from _indented(line, indent)


def _indented(line: Any, columns: int) -> Iterator[RenderableType]:
    from rich.padding import Padding

    yield Padding(line, (0, 0, 0, columns), expand=False)
