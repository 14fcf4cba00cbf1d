"""Text made safe to show: control characters are visible, and any encoding can represent it."""

from __future__ import annotations

import unicodedata

ASCII = {
    "\N{EN DASH}": "-",
    "\N{EM DASH}": "-",
    "\N{HORIZONTAL ELLIPSIS}": "...",
    "\N{RIGHTWARDS ARROW}": "->",
    "\N{MIDDLE DOT}": "*",
    "\N{FULL BLOCK}": "#",
    "\N{BOX DRAWINGS LIGHT HORIZONTAL}": "-",
    "\N{BOX DRAWINGS HEAVY VERTICAL}": "#",
    "\N{BOX DRAWINGS LIGHT VERTICAL AND RIGHT}": "|",
    "\N{BOX DRAWINGS LIGHT VERTICAL AND LEFT}": "|",
    "\N{LEFT SINGLE QUOTATION MARK}": "'",
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{LEFT DOUBLE QUOTATION MARK}": '"',
    "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
    "\N{MINUS SIGN}": "-",
    "\N{NO-BREAK SPACE}": " ",
}
"""Replacements for common characters; others are decomposed or escaped."""


def clean(words: str) -> str:
    """*words* on one line, with control and direction characters made visible."""
    line = " ".join(words.split())
    if line.isascii() and line.isprintable():
        return line
    return "".join(
        char if unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn") else _visible(char) for char in line
    )


def lines_of(words: str) -> list[str]:
    """The lines of *words*, with spaces kept and control characters made visible."""
    lines = (line.expandtabs(4) for line in words.split("\n"))
    return ["".join(" " if char.isspace() else clean(char) for char in line) for line in lines]


def wrapped(line: str, width: int, indent: str = "") -> str:
    """*line* wrapped to *width*; lines after the first begin with *indent*, by default the indent of *line*."""
    import textwrap

    start = line[: len(line) - len(line.lstrip(" "))]
    lines = textwrap.wrap(
        line,
        max(width, len(indent) + 1, len(start) + 1),
        subsequent_indent=indent or start,
        break_on_hyphens=False,
    )
    return "\n".join(lines)


def _visible(char: str) -> str:
    return char.encode("unicode_escape").decode()


def encodable(words: str, encoding: str) -> str:
    """*words* with characters that *encoding* cannot represent replaced by ASCII."""
    try:
        words.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return "".join(_spelled(char, encoding) for char in words)
    return words


def _spelled(char: str, encoding: str) -> str:
    try:
        char.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        if char in ASCII:
            return ASCII[char]
        category = unicodedata.category(char)
        if category == "Mn":
            return ""
        plain = unicodedata.normalize("NFKD", char).encode("ascii", "ignore").decode()
        # A letter may lose its accent; a part of any other character would mean something else.
        return plain if category[0] == "L" and plain else _visible(char)
    return char
