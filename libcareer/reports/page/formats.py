"""The formats in which a report can be written.

Kept out of `render`, so that the command line can offer the formats without importing what writes them.
"""

from __future__ import annotations

from enum import StrEnum

OUTPUT_SCHEMA = 3
"""The version of all JSON output; it goes up when a field changes its meaning, loses its place or its type."""


class Format(StrEnum):
    """A format of a report."""

    SCREEN = "screen"
    PLAIN = "plain"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"
    CSV = "csv"
