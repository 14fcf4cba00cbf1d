"""A question laid out in lines for a terminal of any size."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from libcareer.reports.page.text import clean, encodable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from libcareer.commands.prompts.lists import Row, View

POINTER = ">"
"""What stands before the option that is pointed at."""

MORE_ABOVE, MORE_BELOW = "more above (arrows)", "more below (arrows)"
ENTRY = "> "
"""What stands before the words that are being typed."""

FEWEST_LINES = 3
"""So many lines of a list are seen before anything but the question and what is said gives way."""

PAGE = "page"
"""The style of a line of text that has styles of its own."""

GIVES_WAY = ("hint", "keys", "where")
"""What is left out on a low terminal, in this order."""

GAPS, AIRY = 2, 12
"""The blank lines around a text, which it leaves where there are more lines than this."""

NARROW = 30
"""On fewer columns than this an option has no indent, so that its words get the room."""


class Drawn(NamedTuple):
    """A line as it is drawn: the name of its style and its text."""

    style: str
    text: str


class Drawing(NamedTuple):
    """A question laid out: its lines, the line and column of the cursor, and the first line seen of the list."""

    lines: tuple[Drawn, ...]
    cursor: tuple[int, int]
    top: int


class Paper:
    """Lays questions out: on *columns* and *rows*, in an *encoding*, with text as wide as *cells* says."""

    def __init__(self, columns: int, rows: int, encoding: str, cells: Callable[[str], int] = len) -> None:
        # A line that fills the last column makes some terminals begin another one.
        self.columns = max(1, columns - 1)
        self.rows = max(1, rows)
        self.encoding = encoding
        self.cells = cells

    def draw(self, view: View, top: int = 0) -> Drawing:
        """*view* in so many rows at most; its list begins at line *top*, moved so that what is pointed at is seen."""
        listed, starts = self._listed(view)
        parts = {
            "where": self._lines("where", view.where),
            "title": self._lines("title", view.title),
            "hint": self._lines("hint", view.hint),
            "said": self._lines("said", view.said),
            "status": self._lines("status", view.status),
            "entry": [] if view.entry is None else self._lines("entry", ENTRY + view.entry, keep=True),
            "keys": self._lines("keys", view.keys),
        }
        for name in GIVES_WAY:
            if self._room(parts) < (FEWEST_LINES if view.text else min(len(listed), FEWEST_LINES)):
                parts[name] = []
        if view.text:
            # What is said for a moment covers the end of the text, which stays the same.
            kept = self._room({**parts, "said": []})
            listed = [Drawn(PAGE, line) for line in view.text(self.columns, max(1, kept - GAPS * (kept > AIRY)))]
            listed = listed[: max(0, self._room(parts))]
        room = max(0, self._room(parts))
        gaps = [[Drawn("", "")] * (0 < len(listed) < room - gap) for gap in range(2)]
        pointed = None if view.pointed is None else (starts[view.pointed], starts[view.pointed + 1])
        seen, top, above = _window(listed, room, top, pointed)
        seen = [Drawn(line.style, line.text[: self.columns]) if line.style == "more" else line for line in seen]
        head = [*parts["where"], *parts["title"], *gaps[0]]
        tail = [*gaps[1], *parts["hint"], *parts["said"], *parts["status"], *parts["entry"], *parts["keys"]]
        lines = [*head, *seen, *tail][: self.rows]
        if view.entry is not None:
            line = len(head) + len(seen) + len(tail) - len(parts["keys"]) - 1
            cursor = (line, len(parts["entry"][-1].text))
        elif pointed:
            cursor = (len(head) + above + pointed[0] - top, 0)
        else:
            cursor = (len(lines) - 1, 0)
        return Drawing(tuple(lines), (min(cursor[0], len(lines) - 1), cursor[1]), top)

    def _room(self, parts: dict[str, list[Drawn]]) -> int:
        return self.rows - sum(map(len, parts.values()))

    def _lines(self, style: str, text: str, *, keep: bool = False) -> list[Drawn]:
        """The lines of *text*; with *keep* a space at its end stays, as it was typed."""
        words = encodable(clean(text), self.encoding)
        words += " " * (keep and text.endswith(" "))
        return [Drawn(style, line) for line in self._folded(words, "", "")] if words else []

    def _listed(self, view: View) -> tuple[list[Drawn], list[int]]:
        """The lines of the list, and where each option begins; the last number is where the list ends."""
        lines: list[Drawn] = []
        starts = [0]
        for index, row in enumerate(view.rows):
            lines += self._row(row, len(str(len(view.rows))), pointed=index == view.pointed)
            starts.append(len(lines))
        return lines, starts

    def _row(self, row: Row, width: int, *, pointed: bool) -> list[Drawn]:
        before = f"{POINTER if pointed else ' '} {row.mark or ' '} {f'{row.number:>{width}}.' if row.number else ''} "
        after = " " * (len(before) if self.columns >= NARROW else 1)
        words = encodable(clean(row.text), self.encoding)
        style = {"+": "favorite", "-": "least"}.get(row.mark, "option")
        return [Drawn(style, line) for line in self._folded(words, before, after)]

    def _folded(self, words: str, before: str, after: str) -> list[str]:
        """*words* in lines: the first begins with *before*, the others with *after*; a word too long is broken."""
        lines, line, empty = [], before, True
        for word in words.split(" "):
            piece = word if empty else f" {word}"
            if not empty and self.cells(line + piece) > self.columns:
                lines.append(line)
                line, piece = after, word
            line, empty = line + piece, False
            while self.cells(line) > self.columns and len(line) > 1:
                cut = self._fitting(line)
                lines.append(line[:cut])
                line = after[: self.columns // 4] + line[cut:]
        return [*lines, line]

    def _fitting(self, line: str) -> int:
        """How many characters of *line* fit, one at least."""
        count = len(line)
        while count > 1 and self.cells(line[:count]) > self.columns:
            count -= 1
        return count


def _window(
    lines: Sequence[Drawn], room: int, top: int, pointed: tuple[int, int] | None
) -> tuple[list[Drawn], int, int]:
    """The *lines* that *room* has place for, the first of the list among them, and how many lines say "more above"."""
    if len(lines) <= room:
        return list(lines), 0, 0
    said = room >= FEWEST_LINES
    inner = room - 2 if said else room
    if pointed:
        start, end = pointed
        top = min(max(top, end - inner), start)
    top = max(0, min(top, len(lines) - inner))
    seen = list(lines[top : top + inner])
    if not said:
        return seen, top, 0
    above = Drawn("more", MORE_ABOVE if top else "")
    below = Drawn("more", MORE_BELOW if top + inner < len(lines) else "")
    return [above, *seen, below], top, 1
