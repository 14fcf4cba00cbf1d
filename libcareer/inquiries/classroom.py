"""The inquiry about the results of a class."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from libcareer.errors import BadAnswers
from libcareer.inquiries.inquirer import Answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from libcareer.catalog import Catalog
    from libcareer.engines.quiz.classroom import ClassSummary, UnusableFile
    from libcareer.engines.quiz.interview import Progress


class ClassResults(NamedTuple):
    """What a class handed in: *results* by number, and *remarks* in sentences on what was passed over.

    *unusable* is how many of the results are not counted.
    """

    results: Mapping[int, Progress]
    remarks: tuple[str, ...]
    unusable: int

    @property
    def notes(self) -> tuple[str, ...]:
        """The remarks beside a summary of the others."""
        return (*self.remarks, "The others are counted.") if self.unusable else self.remarks


def class_handed_in(catalog: Catalog, paths: Sequence[Path]) -> ClassResults:
    """The results in *paths*: files, folders or archives of them, or tables of scores."""
    from libcareer.engines.quiz.classroom import class_results
    from libcareer.inquiries.submissions import Submissions

    handed_in = Submissions(paths)
    results, unusable = class_results(catalog, handed_in.contents(), handed_in.numbers)
    remarks = [*filter(None, [handed_in.passed_over()]), *_remarks(unusable, "Row" if handed_in.rows else "File")]
    return ClassResults(results, tuple(remarks), len(unusable))


def class_answer(catalog: Catalog, handed_in: ClassResults) -> Answer[ClassSummary]:
    """What the results of a class have in common; raises BadAnswers, with the remarks, if there are too few."""
    from libcareer.engines.quiz.classroom import class_summary
    from libcareer.reports.classroom import class_report

    try:
        found = class_summary(catalog, handed_in.results.values())
    except BadAnswers as error:
        refusal = f"{error} `libcareer quiz --format json` writes a result."
        raise BadAnswers("\n".join([*handed_in.remarks, refusal])) from None
    return Answer(found, class_report(found))


def _remarks(unusable: Iterable[UnusableFile], noun: str) -> list[str]:
    """Why which results are not counted, one sentence for each reason."""
    numbers: dict[str, list[str]] = {}
    for each in unusable:
        numbers.setdefault(each.why, []).append(str(each.file))
    return [
        f"{noun} {found[0]} {why}."
        if len(found) == 1
        else f"{noun}s {', '.join(found[:-1])} and {found[-1]}: each {why}."
        for why, found in numbers.items()
    ]
