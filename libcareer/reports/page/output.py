"""Output: reports on stdout and messages on stderr, as text in which nothing acts.

Help and completion import this; it loads the formats and the schema only to write a report.
"""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from libcareer.reports.page import program
from libcareer.reports.page.formats import Format
from libcareer.reports.page.text import encodable, lines_of, wrapped

if TYPE_CHECKING:
    from libcareer.reports.page.render import Report

SOURCE_LINE = re.compile(r"\s*\d*\s*\|")
"""The beginning of a line quoted from a file, and of the line with a mark under it."""


def write(report: Report, format_: Format | None = None) -> None:
    """Write *report* to stdout; the default format is screen on a terminal and plain in a pipe."""
    format_ = format_ or (Format.SCREEN if sys.stdout.isatty() else Format.PLAIN)
    if format_ is Format.SCREEN:
        from libcareer.reports.page.screen import draw

        draw(program.page(report.blocks))
    else:
        from msgspec.structs import replace

        from libcareer.reports.page.render import text

        report = replace(report, blocks=program.page(report.blocks))
        sys.stdout.write(text(report, format_, sys.stdout.encoding or "utf-8"))


def complain(words: str) -> None:
    """Write *words* to stderr; lines quoted from a file keep their spaces, others wrap on a terminal."""
    lines = encodable("\n".join(lines_of(program.message(words))), sys.stderr.encoding or "utf-8").split("\n")
    # A message that cannot be written cannot be reported either.
    with suppress(OSError):
        sys.stderr.write("\n".join(map(_wrapped_on_terminal, lines)) + "\n")
        sys.stderr.flush()


def _wrapped_on_terminal(line: str) -> str:
    if SOURCE_LINE.match(line) or not sys.stderr.isatty():
        return line
    from shutil import get_terminal_size

    return wrapped(line, get_terminal_size().columns)
