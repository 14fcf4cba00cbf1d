"""The pages about a person or a class: complete at every width, in every encoding, and in order."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from rich.cells import cell_len

from libcareer.engines.quiz.answers import answers_from_json
from libcareer.engines.quiz.belief import Answer
from libcareer.engines.quiz.classroom import class_summary
from libcareer.engines.quiz.engine import Quiz
from libcareer.engines.quiz.interest_profiler import scores
from libcareer.engines.quiz.interview import Progress
from libcareer.engines.quiz.one_role import Suitability
from libcareer.engines.quiz.result import Findings
from libcareer.engines.quiz.retake import retake_changes
from libcareer.reports.classroom import class_report, handout_report
from libcareer.reports.details import strength
from libcareer.reports.one_role import fit_report
from libcareer.reports.page.formats import OUTPUT_SCHEMA, Format
from libcareer.reports.page.output import write
from libcareer.reports.page.render import Report, text
from libcareer.reports.quiz import quiz_report
from libcareer.reports.retake import retake_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from libcareer.catalog import Catalog

LIMITS = {"study": "bachelor", "have": "bachelor", "money": "2000", "move": "no", "pay": "40000", "public": "calm"}


def first_options(quiz: Quiz, seed: int, screens: int = 10) -> Progress:
    answers: list[Answer] = []
    while len(answers) < screens and (screen := quiz.next(answers, seed)):
        answers.append(
            Answer(screen.options, screen.options[: screen.picks], screen.options[-1] if screen.least else None)
        )
    return Progress(seed, tuple(answers))


@pytest.fixture(scope="module")
def progress(snapshot: Catalog) -> Progress:
    """A consistent person's answers, with limits and Interest Profiler scores."""
    read = answers_from_json((Path(__file__).parents[1] / "answers.json").read_bytes(), Quiz(snapshot))
    return Progress(read.seed, read.answers, LIMITS, scores("R10 I25 A30 S28 E12 C22"))


def the_verdict(catalog: Catalog, progress: Progress) -> Report:
    return quiz_report(Findings(catalog, progress), complete=False)


def the_details(catalog: Catalog, progress: Progress) -> Report:
    return quiz_report(Findings(catalog, progress), complete=False, in_full=True)


def the_details_ignoring_limits(catalog: Catalog, progress: Progress) -> Report:
    return quiz_report(Findings(catalog, progress, ignore=True), complete=True, in_full=True)


def no_verdict(catalog: Catalog, progress: Progress) -> Report:
    return quiz_report(Findings(catalog, first_options(Quiz(catalog), 3)), complete=True, in_full=True)


def the_comparison(catalog: Catalog, progress: Progress) -> Report:
    other = Progress(progress.seed, progress.answers[:6])
    return retake_report(retake_changes(catalog, progress, other, ("2026-01-01", "2026-02-01")))


def one_role(catalog: Catalog, progress: Progress) -> Report:
    asked = Suitability(catalog, "archivist")
    return fit_report(asked.suited(progress.answers), progress, complete=True)


def a_class(catalog: Catalog, progress: Progress) -> Report:
    members = [Progress(n, progress.answers[n:]) for n in range(6)]
    return class_report(class_summary(catalog, members))


def a_handout(catalog: Catalog, progress: Progress) -> Report:
    return handout_report(the_details(catalog, progress), 3)


PAGES: list[Callable[[Catalog, Progress], Report]] = [
    the_verdict,
    the_details,
    the_details_ignoring_limits,
    no_verdict,
    the_comparison,
    one_role,
    a_class,
    a_handout,
]


@pytest.fixture(scope="module", params=PAGES, ids=lambda page: page.__name__)
def page(request: pytest.FixtureRequest, snapshot: Catalog, progress: Progress) -> Report:
    made: Report = request.param(snapshot, progress)
    return made


def words(said: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W\d_]{2,}", said.casefold()))


@pytest.mark.parametrize("width", [40, 80, 120])
def test_every_word_of_a_page_is_on_a_screen_of_any_width(
    page: Report, width: int, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    write(page, Format.SCREEN)
    shown = capsys.readouterr().out
    said = text(page, Format.PLAIN).replace("\nNext: ", "\n")
    missing = words(said) - words(shown)
    missing.pop("to", None)  # a bar says it between two ends
    # At the smallest width a long word or address is folded.
    assert sum(missing.values()) <= (4 if width == 40 else 0)
    assert max(map(cell_len, shown.split("\n"))) <= width


def test_a_page_is_plain_ascii_where_the_terminal_has_no_more(page: Report) -> None:
    for format_ in (Format.PLAIN, Format.MARKDOWN):
        assert text(page, format_, "ascii").isascii()


def test_a_page_is_json(page: Report) -> None:
    assert json.loads(text(page, Format.JSON))["schema"] == OUTPUT_SCHEMA


def test_the_parts_of_the_details_are_in_the_order_of_their_importance(snapshot: Catalog, progress: Progress) -> None:
    said = text(the_details(snapshot, progress), Format.PLAIN)
    assert said.splitlines()[1].startswith("1. ")
    parts = [
        "HOW SURE THIS IS",
        "SET ASIDE BY YOUR LIMITS",
        "FROM ANOTHER CORNER",
        "WHAT DECIDED IT",
        "WHAT YOUR INTEREST PROFILER SCORES ADD",
        "YOUR PROFILE",
        "WHAT THIS DOES NOT MEASURE",
        "THREE THINGS TO DO THIS WEEK",
    ]
    places = [said.index(f"\n{part}\n") for part in parts]
    assert places == sorted(places)
    assert "but: Think twice" in said
    assert len(said.split("THREE THINGS TO DO THIS WEEK\n")[1].split("\n\n")[0].splitlines()) == 3


def test_no_role_is_set_aside_if_limits_are_ignored(snapshot: Catalog, progress: Progress) -> None:
    said = text(the_details_ignoring_limits(snapshot, progress), Format.PLAIN)
    assert "SET ASIDE" not in said
    assert "your limits: it " in said


def test_details_without_any_role_left_say_so(snapshot: Catalog, progress: Progress) -> None:
    impossible = Progress(
        0, progress.answers, {"pay": "80000", "hours": "part", "remote": "mostly", "study": "secondary"}
    )
    said = text(the_details(snapshot, impossible), Format.PLAIN)
    assert "roles: your limits leave none" in said
    assert " more, for similar reasons." in said


@pytest.mark.parametrize(
    ("evidence", "said"),
    [
        (1.0, "good evidence of likes that point one way: about 3 times likelier"),
        (3.0, "strong evidence of likes that point one way: about 20 times likelier"),
        (5.5, "very strong evidence of likes that point one way: about 240 times likelier"),
        (50.0, "more than 1,000 times likelier"),
    ],
)
def test_evidence_is_given_in_words_and_odds(evidence: float, said: str) -> None:
    assert said in strength(evidence)


def test_a_page_without_limits_does_not_mention_them(snapshot: Catalog, progress: Progress) -> None:
    for page in (the_verdict, the_details):
        said = text(page(snapshot, Progress(0, progress.answers)), Format.PLAIN)
        assert "limits" not in said
        assert "Interest Profiler" not in said


@pytest.mark.parametrize("screens", [1, 4])
def test_a_page_can_be_made_after_any_number_of_screens(snapshot: Catalog, screens: int) -> None:
    progress = first_options(Quiz(snapshot), 3, screens)
    assert text(the_verdict(snapshot, progress), Format.PLAIN)
