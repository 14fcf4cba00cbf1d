"""The text of an HTML page as lines, without scripts, styles and what no reader sees."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from libcareer.engines.words.paragraphs import Line

HIDDEN = frozenset(
    {"script", "style", "noscript", "template", "svg", "head", "nav", "footer", "form", "select", "button"}
)
"""Elements that are left out with all that is in them."""

BLOCKS = frozenset(
    {"p", "div", "li", "ul", "ol", "tr", "table", "br", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "dt",
     "dd", "dl", "header", "main", "hr", "blockquote", "body", "td", "th"}
)  # fmt: skip
"""Elements that begin a new line."""

DEEPEST = 2_000
"""Levels of hidden elements in each other."""


def html_lines(text: str) -> list[Line]:
    """The lines of the page *text*; headings begin with a mark, and items of lists as well, as in Markdown."""
    page = _Page()
    # Long runs of markup characters without an end take the parser much time and hold no text.
    page.feed(re.sub(r"<(?=[<\s])|[<&]{4,}", " ", text))
    page.close()
    page.end_line()
    return page.lines


class _Page(HTMLParser):
    """A parser that collects lines."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self._words: list[str] = []
        self._hidden: list[str] = []
        self._mark = ""
        self._where = 1

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Begin a line at a block; leave out what is hidden."""
        if tag in HIDDEN and len(self._hidden) < DEEPEST:
            self._hidden.append(tag)
        elif tag in BLOCKS:
            self.end_line()
            if tag == "li":
                self._mark = "- "
            elif re.fullmatch("h[1-6]", tag):
                self._mark = "#" * int(tag[1]) + " "

    def handle_endtag(self, tag: str) -> None:
        """End a line, or what is hidden."""
        if tag in self._hidden:
            while self._hidden.pop() != tag:
                pass
        elif tag in BLOCKS:
            self.end_line()

    def handle_data(self, data: str) -> None:
        """Take a text."""
        if not self._hidden and data.strip():
            if not self._words:
                self._where = self.getpos()[0] + data[: len(data) - len(data.lstrip())].count("\n")
            self._words.append(data)
        elif not self._hidden and self._words:
            self._words.append(" ")

    def end_line(self) -> None:
        """End the line, if there is any, with an empty one behind it."""
        words = " ".join("".join(self._words).split())
        if words:
            self.lines += [Line(self._mark + words, f"line {self._where}"), Line("", f"line {self._where}")]
            self._mark = ""
        self._words = []
