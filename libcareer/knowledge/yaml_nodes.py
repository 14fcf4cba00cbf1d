"""YAML text to a tree of nodes with their locations.

A strict subset of YAML: anchors, aliases, tags, second documents and deep nesting are refused, with
problems in plain words. What a plain scalar means (`no`, `2024-01-01`) is for `decoding` to say, which
knows the expected type.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import yaml
from msgspec import Struct

from libcareer.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST_FILE = 2_000_000
"""Bytes; five times the largest built-in file. A larger file is refused unread."""

DEEPEST = 24
"""Levels of nesting; the schema needs eight."""

FULLEST_FILE = 50_000
"""Values in one file: ten times those of the fullest built-in file. In memory each takes a hundred times its bytes."""

TOO_DEEP = f"nested more than {DEEPEST} levels deep."

LONGEST_LINE = 400
"""Characters; a longer source line is not quoted in a problem."""

LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""The line ends of YAML 1.1."""

FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that YAML does not allow, neither as such nor as an escape sequence."""

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Location(Struct, frozen=True):
    """Where something is in a file; *line* and *column* count from 1, *length* is in characters."""

    file: str
    line: int
    column: int
    source: str = ""
    length: int = 1

    def problem(self, message: str) -> Problem:
        """A problem at this location."""
        return Problem(self.file, self.line, self.column, message, self.source, self.length)


class Node(Struct):
    """A scalar, sequence or mapping with its location: *value* is text, a list of nodes or a list of node pairs."""

    kind: str
    value: Any
    location: Location
    plain: bool = True


class Refused(Exception):
    """The problem for which a file is not read any further."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def compose(file: str, data: bytes) -> Node:
    """The root node of the YAML in *data*, the bytes of a *file*; raises Refused with the first problem."""
    return _compose(file, _text(file, data))


def _text(file: str, data: bytes) -> str:
    if len(data) > LARGEST_FILE:
        raise Refused(Problem(file, 1, 1, f"the file is larger than {LARGEST_FILE:,} bytes."))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8", "replace")
        message = f"byte 0x{error.object[error.start]:02x} is not UTF-8. Save the file as UTF-8."
        raise Refused(_location_after(file, before, before).problem(message)) from None
    if not text.strip():
        raise Refused(Problem(file, 1, 1, "the file is empty."))
    if found := FORBIDDEN.search(text):
        location = _location_after(file, text[: found.start()], text)
        raise Refused(location.problem(f"the character U+{ord(found[0]):04X} is not allowed."))
    return text if text.endswith("\n") else text + "\n"


def _location_after(file: str, before: str, text: str) -> Location:
    """The location of the character that follows *before* in *text*."""
    lines = LINE_END.split(before)
    source = LINE_END.split(text)[len(lines) - 1]
    return Location(file, len(lines), len(lines[-1]) + 1, _shown(source))


def _compose(file: str, text: str) -> Node:
    lines = LINE_END.split(text)

    @cache
    def shown(line: int) -> str:
        return _shown(lines[line])

    def location(mark: Any, end: Any = None) -> Location:
        # At the end of the file the parser points to the line after the last one.
        line, column = (mark.line, mark.column) if mark.line < len(lines) - 1 else (len(lines) - 2, len(lines[-2]))
        source = lines[line]
        on_one_line = end is not None and end.line == mark.line
        length = end.column - column if on_one_line else len(source.rstrip()) - column
        return Location(file, line + 1, column + 1, shown(line), max(1, length))

    events = _events(location, lines, text)
    try:
        node = _node(events, next(events), location, 0)
    except StopIteration:
        raise Refused(Problem(file, 1, 1, "the file contains only comments.")) from None
    for event in events:
        if not isinstance(event, yaml.DocumentEndEvent):
            raise Refused(
                location(event.start_mark).problem("a second document begins here; write one document per file.")
            )
    return node


def _shown(source: str) -> str:
    """A source line as it is quoted: without control characters; empty if it is very long."""
    if len(source) > LONGEST_LINE:
        return ""
    return "".join(char if char == "\t" or char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in source)


def _events(location: Any, lines: list[str], text: str) -> Iterator[Any]:
    """The events of the YAML parser but those of the stream; raises Refused for a syntax error."""
    try:
        values = 0
        for event in yaml.parse(text, Loader):
            values += isinstance(event, yaml.NodeEvent)
            if values > FULLEST_FILE:
                raise Refused(
                    location(event.start_mark).problem(f"the file contains more than {FULLEST_FILE:,} values.")
                )
            if not isinstance(event, yaml.StreamStartEvent | yaml.StreamEndEvent | yaml.DocumentStartEvent):
                yield event
    except yaml.MarkedYAMLError as error:
        # The parser notices an unclosed quote at the end of the file; the context says where it was opened.
        opened = "end of stream" in str(error.problem) or "could not find expected" in str(error.problem)
        mark = (opened and error.context_mark) or error.problem_mark or error.context_mark
        raise Refused(location(mark).problem(_syntax(error, lines, mark))) from None


def _syntax(error: yaml.MarkedYAMLError, lines: list[str], mark: Any) -> str:
    """A YAML syntax error in words for people who do not program."""
    line = lines[min(mark.line, len(lines) - 1)]
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "the line is indented with a tab. Indent with spaces."
    said = str(error.problem)
    if "maximum nesting depth" in said:
        # libyaml reads ahead and may reach its own limit before this module reaches DEEPEST.
        return TOO_DEEP
    if "mapping values are not allowed" in said:
        return "a text contains a colon and a space. Put the text in quotes, or begin it with >- on the line above."
    if "could not find expected ':'" in said:
        return "a key without a colon. Write 'key: value'."
    if "found undefined alias" in said:
        return "a text may not begin with '*'. Put it in quotes."
    if "found unexpected end of stream" in said:
        return "a quotation mark is opened and never closed."
    return f"this is not YAML: {said}."


def _node(events: Iterator[Any], event: Any, location: Any, depth: int) -> Node:
    at = location(event.start_mark, event.end_mark)
    if depth > DEEPEST:
        raise Refused(at.problem(TOO_DEEP))
    if isinstance(event, yaml.AliasEvent):
        raise Refused(at.problem("aliases (*name) are not allowed. Write the value out."))
    if isinstance(event, yaml.DocumentEndEvent):
        raise StopIteration
    if event.anchor is not None:
        raise Refused(at.problem("anchors (&name) are not allowed. Write the value out where it is needed."))
    if event.tag is not None:
        raise Refused(at.problem("tags (!name) are not allowed."))
    if isinstance(event, yaml.ScalarEvent):
        if found := FORBIDDEN.search(event.value):
            raise Refused(at.problem(f"the character U+{ord(found[0]):04X} is not allowed."))
        return Node("scalar", event.value, at, plain=event.style in (None, ""))
    if isinstance(event, yaml.SequenceStartEvent):
        items = []
        while not isinstance(item := next(events), yaml.SequenceEndEvent):
            items.append(_node(events, item, location, depth + 1))
        return Node("sequence", items, at)
    pairs = []
    while not isinstance(key := next(events), yaml.MappingEndEvent):
        key_node = _node(events, key, location, depth + 1)
        pairs.append((key_node, _node(events, next(events), location, depth + 1)))
    return Node("mapping", pairs, at)
