"""The text of an HTML page as lines, without scripts, styles and what no reader sees."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from libcareer.engines.words.documents.paragraphs import Line

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
    for start, end in UNSEEN:
        text = _without(text, start, end)
    page = _Page()
    page.feed(_TAG.sub(_plain_tag, text))
    page.close()
    page.end_line()
    return page.lines


UNSEEN = (("<!--", "-->"), ("<script", "</script"), ("<style", "</style"))
"""What begins and ends a part of a page that is no text; what does not end goes on to the end of the page."""

_TAG = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9]{0,20})?[^<>]*>?")


def _without(text: str, start: str, end: str) -> str:
    """*text* without what is between *start* and *end*; its lines stay as many as they were."""
    kept: list[str] = []
    folded = text.lower() if text.lower().isascii() or len(text.lower()) == len(text) else text
    at = 0
    while (begins := folded.find(start, at)) >= 0:
        found = folded.find(end, begins + len(start))
        ends = len(text) if found < 0 else found + len(end)
        kept += [text[at:begins], "\n" * text.count("\n", begins, ends)]
        at = ends
    return "".join((*kept, text[at:]))


def _plain_tag(found: re.Match[str]) -> str:
    """A tag without its attributes, and a space for a mark that begins none.

    The parser takes quadratic time over tags that do not end, and no attribute is text.
    """
    lines = "\n" * found[0].count("\n")
    return f"<{found[1]}>{lines}" if found[1] and found[0].endswith(">") else f" {lines}"


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
