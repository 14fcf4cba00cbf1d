"""Pages on a terminal, drawn by Rich: no line is too wide to read easily, and no word is cut off."""

from __future__ import annotations

import os
from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from libcareer.reports.page.blocks import (
    Bars,
    Block,
    Columns,
    Facts,
    Heading,
    Item,
    Items,
    Map,
    Next,
    Para,
    Ranges,
    Room,
    Timeline,
    Title,
    Verbatim,
)
from libcareer.reports.page.terminal import terminal_size
from libcareer.reports.page.text import clean, encodable, lines_of
from libcareer.reports.page.values import RULE, bar_rows, range_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_WIDTH = 100
"""The widest line of text in columns, because longer lines are hard to read."""

NARROW_WIDTH = 60
"""On a terminal with fewer columns each label has a line of its own."""

MIN_COLUMN = 24
"""The narrowest column of a comparison; with less room the texts are listed below each other."""

MAX_COLUMN = 40
"""The widest column of a comparison."""

MAX_BAR = 20
"""The length of the longest bar in columns."""

MIN_BAR = 4
"""The fewest columns that the longest bar has beside its label and its number."""

MIN_ROOM = 8
"""The fewest columns that a text has beside its indent or label, even on a very narrow terminal."""


class Terminal(Console):
    """A console that ignores markup, and that raises BrokenPipeError for `cli` to handle."""

    def __init__(self, width: int | None = None) -> None:
        dumb = os.environ.get("TERM", "").lower() in ("dumb", "unknown")
        columns, lines = terminal_size()
        super().__init__(
            color_system=None if dumb else "auto",
            width=width or columns,
            height=lines,
            markup=False,
            emoji=False,
            highlight=False,
        )

    @property
    def is_dumb_terminal(self) -> bool:
        """Always False, because Rich takes a dumb terminal to be 80 columns wide."""
        return False

    def on_broken_pipe(self) -> None:
        """Raise the error, which Rich would swallow."""
        raise BrokenPipeError


def drawn(blocks: Iterable[Block], columns: int | None = None) -> str:
    """*blocks* as the terminal of stdout shows them, on so many *columns* of it, by default on all."""
    console = Terminal(columns)
    with console.capture() as captured:
        draw(blocks, console)
    return captured.get()


def draw(blocks: Iterable[Block], console: Console) -> None:
    """Draw *blocks* on *console*; no line is wider than it, and no word is cut off."""
    page = _Layout(console)
    above: Block | None = None
    with console:
        for block in blocks:
            if above is not None and _apart(above, block):
                console.print()
            for line in page.lines(block):
                line.rstrip()
                console.print(line, no_wrap=True, overflow="ignore", crop=False)
            above = block


def _apart(above: Block, block: Block) -> bool:
    """Whether a blank line separates *above* and *block*."""
    if isinstance(above, Heading | Verbatim) or (isinstance(above, Ranges) and isinstance(block, Facts)):
        return False
    if isinstance(above, Title) or _roomy(above) or _roomy(block):
        return True
    if isinstance(block, Para):
        return not block.quiet
    return type(above) is not type(block)


def _roomy(block: Block) -> bool:
    """Whether *block* has entries of several lines, which blank lines separate."""
    if isinstance(block, Columns):
        return True
    if not isinstance(block, Items) or block.compact:
        return False
    return any(item.head and (item.body or item.facts) for item in block.items)


class _Layout:
    """Blocks as lines that fit a console."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.width = min(console.width, MAX_WIDTH)

    def words(self, said: str, style: str = "") -> Text:
        """*said* as text without markup."""
        return Text(encodable(clean(said), self.console.encoding), style)

    def wrapped(self, said: Text, indent: int = 0, hang: int = 0, mark: Text | None = None) -> Iterator[Text]:
        """*said* in lines indented by *indent* spaces, all but the first by *hang* more.

        The *mark* is put into the indent of the first line.
        """
        indent = min(indent, max(0, self.width - MIN_ROOM))
        hang = min(hang, max(0, self.width - MIN_ROOM - indent))
        if mark is not None and mark.cell_len > indent:
            said, mark = Text.assemble(mark, said), None
        for line in said.wrap(self.console, self.width - indent - hang, overflow="fold"):
            start = Text.assemble(mark or "")
            start.pad_right(indent - start.cell_len)
            yield start.append_text(line)
            if mark is not None or hang:
                mark, indent, hang = None, indent + hang, 0

    def lines(self, block: Block) -> Iterator[Text]:
        """The lines of *block*."""
        words = self.words
        match block:
            case Title(said, aside):
                yield from self.wrapped(words(said, "bold"))
                if aside:
                    yield from self.wrapped(words(aside, "dim"))
            case Heading(said):
                yield from self.wrapped(words(said, "bold cyan"))
            case Para(said, quiet=quiet, strong=strong):
                yield from self.wrapped(words(said, "dim" if quiet else "bold" if strong else ""))
            case Facts(rows):
                yield from self.facts(rows)
            case Columns(heads, rows):
                yield from self.columns(heads, rows)
            case Items(items, compact):
                for number, item in enumerate(items):
                    if number and _roomy(block):
                        yield Text()
                    yield from self.item(item, compact=compact)
            case Bars() as bars:
                yield from self.bars(bars)
            case Timeline() as timeline:
                from libcareer.reports.page.timeline import timeline_lines

                for line in timeline_lines(timeline, self.width):
                    yield Text(encodable(line, self.console.encoding))
            case Ranges() as ranges:
                yield from self.ranges(ranges)
            case Map():
                yield from self.tree(block)
            case Room(lines):
                yield from (self.words(RULE[: self.width], "dim") for _ in range(lines))
            case Next(commands) if not any(what for _, what in commands):
                typed = Text("; ").join(words(command, "bold") for command, _ in commands)
                yield from self.wrapped(Text.assemble(words("Next", "bold cyan"), "  ", typed), hang=2)
            case Next(commands):
                yield from self.wrapped(words("Next", "bold cyan"))
                for command, what in commands:
                    yield from self.wrapped(words(command, "bold"), 2, hang=2)
                    if what:
                        yield from self.wrapped(words(what, "dim"), 4)
            case Verbatim(said):
                for line in (*lines_of(said), ""):
                    yield from Text(encodable(line, self.console.encoding)).wrap(
                        self.console, self.console.width, overflow="fold"
                    )

    def facts(self, rows: tuple[tuple[str, str], ...]) -> Iterator[Text]:
        """Labels beside their texts; above them if the terminal is narrow or the label is long."""
        labels = [self.words(label, "dim") for label, _ in rows]
        column = self.width // 3
        widest = max((label.cell_len for label in labels if label.cell_len <= column), default=0)
        for label, (_, said) in zip(labels, rows, strict=True):
            if self.width < NARROW_WIDTH:
                yield from self.wrapped(label)
                yield from self.wrapped(self.words(said), 2)
            elif label.cell_len > widest:
                yield from self.wrapped(label)
                yield from self.wrapped(self.words(said), widest + 2)
            else:
                yield from self.wrapped(self.words(said), widest + 2, mark=label)

    def columns(self, heads: tuple[str, ...], rows: tuple[tuple[str, tuple[str, ...]], ...]) -> Iterator[Text]:
        """Columns side by side if there is room for each, otherwise their texts below each label."""
        whole = self.console.width  # columns may use the whole terminal: each is narrow enough to read
        labels = min(whole // 6, MAX_WIDTH // 4, max((self.words(label).cell_len for label, _ in rows), default=0))
        room = min((whole - labels) // max(1, len(heads)) - 2, MAX_COLUMN)
        if room < MIN_COLUMN:
            yield from self.stacked(heads, rows)
            return
        table = [[Text(), *(self.words(head, "bold") for head in heads)]]
        table += [[self.words(label, "dim"), *map(self.words, cells)] for label, cells in rows]
        for number, row in enumerate(table):
            if number:
                yield Text()
            wrapped = [cell.wrap(self.console, room if at else labels, overflow="fold") for at, cell in enumerate(row)]
            for parts in zip_longest(*wrapped):
                line = Text()
                for at, part in enumerate(parts):
                    line.append_text(part or Text())
                    line.pad_right(labels + at * (room + 2) + 2 - line.cell_len)
                yield line

    def stacked(self, heads: tuple[str, ...], rows: tuple[tuple[str, tuple[str, ...]], ...]) -> Iterator[Text]:
        """For each label the texts of all columns, one below the other."""
        for number, (label, cells) in enumerate(rows):
            if number:
                yield Text()
            yield from self.wrapped(self.words(label, "bold"))
            for head, said in zip(heads, cells, strict=True):
                yield from self.wrapped(self.words(head, "dim"), 2)
                yield from self.wrapped(self.words(said), 4)

    def item(self, item: Item, *, compact: bool = False) -> Iterator[Text]:
        """The head of *item* with its aside, then its body and facts, indented; a *compact* one has one paragraph."""
        mark = self.words(f"{item.mark}. ", "bold") if item.mark else None
        if mark:
            mark.append(" ")
        indent = mark.cell_len if mark else 2
        if item.head:
            head = Text.assemble(self.words(item.head, "bold"))
            aside = self.words(item.aside, "dim")
            room = self.width - (indent if mark else 0)
            if aside and head.cell_len + 2 + aside.cell_len <= room:
                head.append("  ").append_text(aside)
                aside = Text()
            yield from self.wrapped(head, indent if mark else 0, mark=mark)
            if aside:
                yield from self.wrapped(aside, indent)
            if item.body:
                yield from self.wrapped(self.words(item.body), indent)
        else:
            yield from self.wrapped(self.words(item.body), 2, mark=Text("- "))
        facts = [self.fact(label, said) for label, said in item.facts]
        if compact and facts:
            yield from self.wrapped(Text("; ").join(facts), indent)
            return
        for fact, (label, _) in zip(facts, item.facts, strict=True):
            yield from self.wrapped(fact, indent, hang=2 if label else 0)

    def fact(self, label: str, said: str) -> Text:
        """A fact of an item after its label, if it has one."""
        return Text.assemble(self.words(f"{label}:", "dim"), " ", self.words(said)) if label else self.words(said)

    def bars(self, bars: Bars) -> Iterator[Text]:
        """Each value as a number with a bar, beside the labels or, if there is no room, below them."""
        labels = [self.words(label) for label, _ in bars.rows]
        numbers = [value for _, value in bar_rows(bars)]
        column = max((label.cell_len for label in labels), default=0)
        taken = max(map(len, numbers), default=0) + 1
        beside = column + 1 + taken + MIN_BAR <= self.width
        longest = max(1, min(MAX_BAR, self.width - taken - (column + 1 if beside else 0)))
        for label, number, (_, value) in zip(labels, numbers, bars.rows, strict=True):
            length = max(1, min(longest, round(abs(value) / bars.most * longest)))
            bar = Text(number.rjust(taken - 1) + " ")
            bar.append_text(self.words("\N{FULL BLOCK}" * length, "cyan" if value >= 0 else "dim"))
            if beside:
                label.pad_right(column - label.cell_len + 1)
                yield label.append_text(bar)
            else:
                yield from self.wrapped(label)
                yield from self.wrapped(bar)

    def tree(self, map_: Map) -> Iterator[Text]:
        """A map as an indented tree."""
        from libcareer.reports.page.tree import branches

        for line in branches(map_):
            head = self.words(line.head, "bold" if line.id else "dim")
            said = Text.assemble(head, ": ", self.words(line.said)) if line.said else head
            yield from self.wrapped(said, 2 * line.depth, hang=2)

    def ranges(self, ranges: Ranges) -> Iterator[Text]:
        """Ranges as bars on one scale or, if there is no room, as numbers."""
        from libcareer.reports.page.ranges import bars

        drawn = bars(ranges, self.width)
        if drawn is None:
            for one in ranges.rows:
                yield from self.wrapped(self.words(f"{one.label}: {range_in_words(one, ranges.unit)}"), hang=2)
            return
        for above, line in drawn:
            if above:
                yield from self.wrapped(self.words(above))
            yield Text(encodable(line, self.console.encoding))
