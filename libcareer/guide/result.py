"""What a question is answered with: the struct of an engine, and its report in any format."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from libcareer.errors import UnknownName
from libcareer.reports.page.formats import Format

if TYPE_CHECKING:
    from collections.abc import Callable

    from libcareer.reports.page.blocks import Link
    from libcareer.reports.page.render import Report
    from libcareer.reports.page.sections import PageSection

Found = TypeVar("Found", covariant=True)
Made = TypeVar("Made")


class Spoken(Protocol):
    """Whatever makes answers and texts in the words of one profession."""

    def __call__(self, make: Callable[[], Made]) -> Made:
        """What *make* makes, in these words."""


TEXTS = (Format.PLAIN, Format.MARKDOWN, Format.HTML, Format.JSON, Format.CSV)
"""The formats that are text; the command line draws the other one."""


class Result(Generic[Found]):
    """An answer: *answer* is the frozen struct of the engine, and the methods write its report.

    *notes* are sentences that the command line would write to stderr beside it.
    """

    def __init__(self, answer: Found, report: Report, spoken: Spoken, notes: tuple[str, ...] = ()) -> None:
        self.answer = answer
        self.notes = notes
        self._report = report
        self._spoken = spoken

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._report.command}: {type(self.answer).__name__}>"

    @property
    def found(self) -> bool:
        """Whether there is anything of what was asked for; the command line ends with exit code 1 if not."""
        return self._report.found

    @cached_property
    def report(self) -> Report:
        """The report: blocks for people, data for JSON, columns and rows for CSV."""
        from msgspec.structs import replace

        # Rows may be computed while they are written, and a result may be written more than once.
        return self._spoken(lambda: replace(self._report, rows=tuple(self._report.rows)))

    @property
    def links(self) -> tuple[Link, ...]:
        """What the page leads to, each link with its words and its address: the command line that shows a page."""
        return self._report.links

    @property
    def sections(self) -> tuple[PageSection, ...]:
        """The page in parts, cut at its headings."""
        return self._report.sections

    def text(self, format_: str = "plain") -> str:
        """The page as the command line writes it with --format: plain, markdown, html, json or csv.

        Raises UnknownName for another format.
        """
        from libcareer.reports.page.render import text

        if format_ not in TEXTS:
            raise UnknownName("format", format_, (), TEXTS)
        report = self.report if format_ == Format.CSV else self._report
        return self._spoken(lambda: text(report, Format(format_)))

    def markdown(self) -> str:
        """The page in Markdown."""
        return self.text("markdown")

    def html(self) -> str:
        """The page as one HTML file that loads nothing from anywhere."""
        return self.text("html")

    def json(self) -> str:
        """The answer as JSON, which schema/output describes."""
        return self.text("json")

    def csv(self) -> str:
        """The rows of the answer as CSV, with their heads."""
        return self.text("csv")

    def data(self) -> dict[str, Any]:
        """The JSON as Python values; for several inputs see `json`, which has a line for each."""
        import json

        decoded: dict[str, Any] = json.loads(self.json())
        return decoded
