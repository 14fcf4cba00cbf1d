"""Lists of titles in a file or on standard input: one a line, or the column "title" of a table."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from libcareer.errors import LibcareerError, short
from libcareer.knowledge import disk

LARGEST_LIST = 8_000_000
"""Bytes of a list, about a hundred thousand titles."""

STDIN = Path("-")
"""The path that stands for standard input."""

TITLE = "title"
"""The head of the column with the titles."""


def listed_titles(path: Path) -> list[str]:
    """The titles in the file at *path* in their order; `-` is standard input.

    Raises LibcareerError if it cannot be read, is too large, or has no titles.
    """
    name = "standard input" if path == STDIN else f"'{short(str(path), 120)}'"
    try:
        data = sys.stdin.buffer.read(LARGEST_LIST + 1) if path == STDIN else disk.read_file(path, LARGEST_LIST)
    except OSError as error:
        raise LibcareerError(f"{name} cannot be read: {error.strerror}.") from None
    if len(data) > LARGEST_LIST:
        raise LibcareerError(f"{name} is larger than {LARGEST_LIST:,} bytes.")
    lines = data.decode("utf-8-sig", "replace").splitlines()
    titles = _column(lines) or [line.strip() for line in lines if line.strip()]
    if not titles:
        raise LibcareerError(f"There are no titles in {name}.")
    return titles


def _column(lines: list[str]) -> list[str]:
    """The column "title" of *lines*, if they are a table with commas, semicolons or tabs that has one."""
    for mark in ("\t", ",", ";"):
        rows = csv.reader(lines, delimiter=mark, quoting=csv.QUOTE_NONE if mark == "\t" else csv.QUOTE_MINIMAL)
        heads = [head.strip().casefold() for head in next(rows, [])]
        if len(heads) > 1 and TITLE in heads:
            at = heads.index(TITLE)
            return [row[at].strip() if at < len(row) else "" for row in rows if row]
    return []
