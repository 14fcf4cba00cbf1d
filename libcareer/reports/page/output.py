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
from libcareer.reports.page.terminal import terminal_size
from libcareer.reports.page.text import encodable, lines_of, wrapped

if TYPE_CHECKING:
    from libcareer.reports.page.render import Report

SOURCE_LINE = re.compile(r"\s*\d*\s*\|")
"""The beginning of a line quoted from a file, and of the line with a mark under it."""


def write(report: Report, format_: Format | None = None) -> None:
    """Write *report* to stdout; the default format is screen on a terminal and plain in a pipe.

    What people read names the program as it was called. A screen that is longer than the terminal goes through
    the pager.
    """
    from msgspec.structs import replace

    format_ = format_ or (Format.SCREEN if sys.stdout.isatty() else Format.PLAIN)
    if format_ not in (Format.JSON, Format.CSV):
        report = replace(report, blocks=program.page(report.blocks))
    if format_ is Format.SCREEN:
        from libcareer.reports.page.pager import paged
        from libcareer.reports.page.screen import drawn

        words = drawn(report.blocks)
        if not paged(words):
            sys.stdout.write(words)
    else:
        from libcareer.reports.page.render import text

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
    return wrapped(line, terminal_size().columns)
