"""References to figures: what they read as, which are refused, and that no text is shown with one left in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from libcareer.errors import BadData
from libcareer.knowledge.checks import check
from libcareer.knowledge.figures import texts
from libcareer.knowledge.reading import Knowledge, read_folder, read_merged

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Changed

READ = {
    "{pay:25-4031.00 median}": "20.00 USD an hour",
    "{pay:25-4031.00 low}": "15.00 USD an hour",
    "{pay:25-4031.00 high}": "30.00 USD an hour",
    "{pay:25-4031.00 yearly}": "41,600 USD a year if full time",
    "{pay:25-4031.00 year}": "May 2025",
    "{pay:25-4022.00 median}": "68,000 USD a year",
    "{pay:25-4022.00 yearly}": "68,000 USD a year",
    "{outlook:25-4031.00 change}": "minus 7 percent",
    "{outlook:25-4022.00 change}": "plus 2 percent",
    "{outlook:25-4031.00 openings}": "13,000",
    "{outlook:25-4031.00+25-4022.00 openings}": "26,500",
    "{outlook:25-4022.00 jobs}": "142,000",
    "{outlook:25-4031.00 start}": "2024",
    "{outlook:25-4031.00 period}": "2024-34",
}

REFUSED = {
    "{pay:25-4031.00 mean}": "'mean' is no part of pay: median, low, high, yearly, year. Did you mean 'median'?",
    "{pay:25-4013.00 median}": "unknown occupation '25-4013.00'. Did you mean '25-4031.00'?",
    "{outlook:27-3041.00 change}": "occupation '27-3041.00' has no outlook.",
    "{pay:27-3041.00 low}": "the low end of this pay is not known.",
    "{pay:25-4031.00+25-4022.00 median}": (
        "only openings and jobs of several occupations can be added up, not 'median'."
    ),
    "{wage:25-4031.00 median}": "'{wage:25-4031.00 median}' is no reference: write {pay:CODE PART} or "
    "{outlook:CODE PART}, such as {pay:25-4031.00 median}.",
    "{pay:25-4031.00 median": "'{pay:25-4031.00 median' is no reference: write {pay:CODE PART} or "
    "{outlook:CODE PART}, such as {pay:25-4031.00 median}.",
    "{outlook of technicians}": "'{outlook of technicians}' is no reference: write {pay:CODE PART} or "
    "{outlook:CODE PART}, such as {pay:25-4031.00 median}.",
}


@pytest.mark.parametrize(("typed", "words"), READ.items())
def test_a_reference_reads_as_the_figure_of_the_table(changed: Changed, typed: str, words: str) -> None:
    catalog = changed({"questions.yaml": ("Page and clerk. Ask at the desk.", f'"It is {typed} there."')})
    assert catalog.questions["no-degree"].answer == f"It is {words} there."


@pytest.mark.parametrize("typed", ["{}", "{a}", "a } alone", "{{pages}}", "{ key: value }"])
def test_other_braces_are_text(changed: Changed, typed: str) -> None:
    catalog = changed({"roles/page.yaml": ("The day of a page.", f'"{typed}"')})
    assert catalog.roles["page"].day == typed


@pytest.mark.parametrize(("typed", "message"), REFUSED.items())
def test_a_bad_reference_is_a_problem_at_its_text(data: Path, typed: str, message: str) -> None:
    file = data / "roles" / "page.yaml"
    file.write_text(file.read_text().replace("The day of a page.", f'"{typed}"'))
    line = file.read_text().splitlines().index(f'day: "{typed}"') + 1
    found = [str(problem).splitlines()[0] for problem in check([data]).problems if problem.line == line]
    assert f"roles/page.yaml:{line}:6: {message}" in found
    with pytest.raises(BadData, match=r"roles/page\.yaml"):
        read_merged(data)


def test_a_new_release_changes_every_text(changed: Changed) -> None:
    catalog = changed({"occupations.yaml": ("{median: 20, year: May 2025", "{median: 21.5, year: May 2026")})
    (figure,) = catalog.questions["no-degree"].figures
    assert figure.says == "Half of pages earned more than 21.50 USD an hour in May 2026."


def test_figures_of_a_folder_that_is_laid_over_count(data: Path) -> None:
    table = data / "occupations.yaml"
    table.write_text(table.read_text().replace("median: 20,", "median: 25,"))
    knowledge, problems = read_folder(data)
    assert not problems
    (figure,) = knowledge.filled().records("questions")["no-degree"].figures
    assert figure.says.startswith("Half of pages earned more than 25.00 USD an hour")


def test_no_text_that_ships_keeps_a_reference(shipped_knowledge: Knowledge) -> None:
    read = shipped_knowledge.filled()
    for kind in read.entries:
        for id_, record in read.records(kind).items():
            left = [text for _, text in texts(record) if "{" in text or "}" in text]
            assert not left, (kind, id_)


def test_texts_that_ship_refer_to_the_tables(shipped_knowledge: Knowledge) -> None:
    referring = {
        (kind, id_)
        for kind in ("roles", "questions", "disputes", "outdated", "fields")
        for id_, record in shipped_knowledge.records(kind).items()
        if any("{" in text for _, text in texts(record))
    }
    assert {kind for kind, _ in referring} == {"roles", "questions", "disputes", "outdated", "fields"}
