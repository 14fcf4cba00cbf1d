"""The page of the verdict: on one screen, in words that promise no more than is known; and the page without one."""

from __future__ import annotations

import io
import json
import random
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from rich.console import Console

from libcareer.catalog import load
from libcareer.engines.paths.plan import Plan
from libcareer.engines.quiz.algebra import dot
from libcareer.engines.quiz.belief import Answer
from libcareer.engines.quiz.engine import Quiz
from libcareer.engines.quiz.interest_profiler import scores
from libcareer.engines.quiz.interview import Lost, Progress
from libcareer.engines.quiz.limits import practical_questions
from libcareer.engines.quiz.result import Agreement, Findings
from libcareer.reports.page.formats import Format
from libcareer.reports.page.render import text
from libcareer.reports.page.screen import draw
from libcareer.reports.quiz import quiz_report
from libcareer.reports.quiz_words import SURE, lost_rows, some, sureness
from libcareer.reports.verdict import LINES, first_clause, verdict_keys

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.reports.page.render import Report

LIMITS = practical_questions(load())

LARGEST = 20_000
"""The most bytes of a result in JSON."""


@pytest.fixture(scope="module")
def quiz(shipped: Catalog) -> Quiz:
    return Quiz(shipped)


def answers_of(quiz: Quiz, theta: list[float], seed: int, noise: float) -> tuple[Answer, ...]:
    """All answers of somebody with tastes *theta*, who chooses with so much *noise*."""
    luck = random.Random(seed)
    answers: list[Answer] = []
    while screen := quiz.next(answers, seed):
        liking = {option: dot(quiz.options[option], theta) + luck.gauss(0, noise) for option in screen.options}
        wish = sorted(screen.options, key=lambda option: -liking[option])
        answers.append(Answer(screen.options, tuple(wish[: screen.picks]), wish[-1] if screen.least else None))
    return tuple(answers)


@cache
def at_home(quiz: Quiz, role: str, seed: int = 1, noise: float = 0.7) -> Progress:
    return Progress(seed, answers_of(quiz, [2.5 * x for x in quiz.roles[role]], seed, noise))


def clicked(quiz: Quiz, seed: int) -> Progress:
    """All answers of somebody who clicks at random."""
    return Progress(seed, answers_of(quiz, [0.0] * 16, seed, 1.0))


@cache
def unclear(quiz: Quiz) -> Progress:
    return next(p for seed in range(9) if not Findings(quiz.catalog, p := clicked(quiz, seed)).result.clear)


def screen_of(report: Report, width: int = 80) -> list[str]:
    console = Console(width=width, file=io.StringIO(), color_system=None, markup=False, emoji=False, highlight=False)
    draw(report.blocks, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue().rstrip("\n").split("\n")


def page(quiz: Quiz, progress: Progress, **more: object) -> Report:
    return quiz_report(Findings(quiz.catalog, progress), complete=True, **more)  # type: ignore[arg-type]


def flat(report: Report, width: int = 80) -> str:
    return " ".join(" ".join(screen_of(report, width)).split())


# ---------------------------------------------------------------------------- on one screen


def random_limits(seed: int) -> dict[str, str]:
    luck = random.Random(seed)
    return {limit.id: luck.choice(["", *(choice.id for choice in limit.choices)]) for limit in LIMITS}


@pytest.mark.parametrize("part", range(4))
def test_every_verdict_fits_on_a_screen_of_80_by_24_and_its_json_is_small(quiz: Quiz, part: int, full: bool) -> None:
    for seed in range(part, 80 if full else 40, 4):
        luck = random.Random(seed)
        theta = [luck.gauss(0, 1) for _ in range(16)]
        answers = answers_of(quiz, theta, seed, luck.choice([0.5, 1.1, 2.0]))
        limits = random_limits(seed) if seed % 2 else {}
        lost = Lost(answers=1) if seed % 5 == 0 else Lost()
        report = page(quiz, Progress(seed, answers, limits, lost=lost))
        lines = screen_of(report)
        assert len(lines) <= LINES or "No verdict" in lines[2]
        assert max(map(len, lines)) <= 80
        assert len(text(report, Format.JSON)) <= LARGEST


LONG = (
    "advancement-assistant",
    "library-intern",
    "special-collections-specialist",
    "head-of-archives-special-collections",
)
"""Roles with the longest titles."""


@pytest.mark.parametrize("part", range(2))
def test_long_titles_ties_loves_and_inconsistent_answers_fit_as_well(quiz: Quiz, part: int) -> None:
    found = Findings(quiz.catalog, at_home(quiz, LONG[part], noise=2.5))
    rest = [role for role in found.order if role not in LONG]
    roles = tuple(found.shown(role) for role in (*LONG[:3], *rest[:2]))
    wide = replace(
        found.result,
        roles=roles,
        clear=True,
        tie=(*LONG, *rest[:9]),
        set_aside=(LONG[3], *rest[3:30]),
        agreement=Agreement(7, 16),
    )
    for result in (wide, replace(wide, loves=(LONG[:2], LONG[2:])), replace(wide, set_aside=())):
        found.result = result
        lines = screen_of(quiz_report(found, complete=False))
        assert len(lines) <= LINES
        assert "screens; not very consistent; not finished)" in lines[0]


def test_with_a_plan_and_a_result_that_has_changed_it_fits_as_well(snapshot: Catalog) -> None:
    quiz = Quiz(snapshot)
    plan = Plan(goal="special-collections-librarian", start=None, held=(), steps=("study:mlis", "goal"))
    report = page(quiz, at_home(quiz, "archivist"), plan=plan, then=("Library Page", "Library Clerk", "Taxonomist"))
    assert len(screen_of(report)) <= LINES
    assert "when you took the quiz, it named Library Page, Library Clerk and Taxonomist" in flat(report)
    assert "To become Special Collections Librarian: 0 of 2 steps done." in flat(report)


def test_what_was_named_before_is_told_only_if_it_differs(quiz: Quiz) -> None:
    found = Findings(quiz.catalog, at_home(quiz, "curator"))
    now = [role.title for role in found.result.roles]
    assert "when you took the quiz" not in text(quiz_report(found, complete=True, then=now), Format.PLAIN)


# ---------------------------------------------------------------------------- what it says


def test_the_verdict_reads_as_it_did(snapshot: Catalog, golden: object) -> None:
    quiz = Quiz(snapshot)
    progress = replace(at_home(quiz, "archivist"), limits={"have": "bachelor"})
    report = page(quiz, progress)
    golden("\n".join(screen_of(report)) + "\n", "verdict.txt")  # type: ignore[operator]
    golden("\n".join(screen_of(report, 40)) + "\n", "verdict-40.txt")  # type: ignore[operator]


@pytest.mark.parametrize("chance", [0.0, 0.19, 0.2, 0.5, 0.84, 0.85, 1.0])
def test_nearly_sure_is_not_said_lightly(chance: float) -> None:
    assert (sureness(chance) == SURE[0][1]) == (chance >= 0.85)


def test_no_quotation_is_twice_on_a_page(quiz: Quiz) -> None:
    for role in ("archivist", "teen-librarian", "library-page"):
        for in_full in (False, True):
            said = text(page(quiz, at_home(quiz, role), in_full=in_full), Format.PLAIN)
            quotes = re.findall(r"(?:[:,] |lacks |you \w+(?: over)? )'(.+?)'(?= |,|$)", said, re.MULTILINE)
            assert len(quotes) == len(set(quotes)) > 3


MEDIANS = ("; around $", "; under $", "; over $")


def test_no_figure_of_pay_stands_bare(quiz: Quiz) -> None:
    for role in ("data-reporting-analyst", "taxonomist", "law-librarian", "archivist"):
        said = text(page(quiz, at_home(quiz, role)), Format.PLAIN)
        roles = said.split("\n")[1:4]
        for line in roles:
            assert any(word in line for word in (*MEDIANS, "; no pay figure of its own"))
        told = any(word in line for word in MEDIANS for line in roles)
        assert ("pay: median, whole occupation (US Bureau of Labor Statistics, May 2025)" in said) is told


def test_the_education_in_the_way_is_what_the_person_does_not_hold(quiz: Quiz) -> None:
    progress = at_home(quiz, "archivist")
    free = text(page(quiz, progress), Format.PLAIN)
    assert "usually ask for a master's degree in library and information science" in free
    holding = text(page(quiz, replace(progress, limits={"have": "mlis"})), Format.PLAIN)
    assert "in the way" not in holding


def test_answers_that_are_consistent_are_so_in_a_word_and_others_in_a_row(quiz: Quiz) -> None:
    found = Findings(quiz.catalog, at_home(quiz, "archivist"))
    screens = found.result.screens
    said = text(quiz_report(found, complete=True), Format.PLAIN)
    assert said.startswith(f"What your answers point to ({screens} screens; consistent)\n")
    assert "answers:" not in said
    found.result = replace(found.result, agreement=Agreement(6, 12))
    said = text(quiz_report(found, complete=True), Format.PLAIN)
    assert "not very consistent)" in said
    assert "answers: your choice" in said
    assert re.search("(choices agree|other ones) on 6 of 12 screens; ", said)


@pytest.mark.parametrize(
    ("lost", "said"),
    [
        (Lost(), None),
        (Lost(answers=1), "1 answer that the quiz no longer has; the rest counts"),
        (Lost(options=2), "2 options that the quiz no longer has; the rest counts"),
        (Lost(1, 2, 1), "2 answers, 1 option and 1 limit that the quiz no longer has; the rest counts"),
    ],
)
def test_what_an_update_took_away_is_told_in_one_line(lost: Lost, said: str | None) -> None:
    assert [*lost_rows(lost)] == ([("set aside", said)] if said else [])


@pytest.mark.parametrize(
    ("room", "said"),
    [(0, "3 other roles"), (1, "Page and 2 more"), (11, "Page, Clerk and 1 more"), (99, "Page, Clerk and Director")],
)
def test_titles_are_named_as_far_as_there_is_room_and_counted(room: int, said: str) -> None:
    assert some(["Page", "Clerk", "Director"], room) == said


def test_titles_with_a_comma_are_separated_by_semicolons() -> None:
    assert some(["Intern, Fellow or Resident", "Clerk", "Page"], 99) == "Intern, Fellow or Resident; Clerk and Page"


def test_of_a_drawback_the_first_clause_is_enough() -> None:
    assert first_clause("Think twice if you hate dust; there is dust.") == "think twice if you hate dust"
    assert first_clause("Think twice if 6.8 percent is little. It fell.") == "think twice if 6.8 percent is little"
    assert first_clause("Dull.") == "dull"


def test_limits_that_leave_no_role_are_said_to_and_nothing_is_shown(quiz: Quiz) -> None:
    progress = replace(at_home(quiz, "archivist"), limits={"study": "secondary", "pay": "80000"})
    said = text(page(quiz, progress), Format.PLAIN)
    (in_the_way,) = [line for line in said.splitlines() if line.startswith("in the way: ")]
    assert re.fullmatch(r"in the way: your limits leave no role; .+: .+; or accept \$[\d,]+ a year: .+", in_the_way)
    assert "libcareer show" not in said


# ---------------------------------------------------------------------------- on request


def test_reasons_are_in_json_only_with_the_details(quiz: Quiz) -> None:
    progress = at_home(quiz, "archivist")
    brief = json.loads(text(page(quiz, progress), Format.JSON))
    full = json.loads(text(page(quiz, progress, in_full=True), Format.JSON))
    assert "adds" not in json.dumps(brief)
    assert brief | {"links": []} == {key: value for key, value in full.items() if key != "details"} | {"links": []}
    for role in full["details"]["roles"]:
        assert len(role["reasons"]) > 50
    assert [role["role"]["role"] for role in full["details"]["roles"]] == [
        role["role"] for role in brief["outcome"]["roles"]
    ]


def test_csv_has_the_roles_shown_and_all_of_them_with_the_details(quiz: Quiz) -> None:
    progress = at_home(quiz, "archivist")
    brief, full = (text(page(quiz, progress, in_full=wanted), Format.CSV).splitlines() for wanted in (False, True))
    assert len(brief) == 1 + 5
    assert len(full) == 1 + len(quiz.ids)
    assert full[: len(brief)] == brief


def test_the_keys_after_a_verdict_do_what_the_commands_do(quiz: Quiz) -> None:
    found = Findings(quiz.catalog, at_home(quiz, "archivist"))
    first = found.result.roles[0].role
    assert [(key.key, key.command) for key in verdict_keys(found, "libcareer me")] == [
        ("d", "libcareer me --details"),
        ("s", f"libcareer show {first}"),
        ("p", f"libcareer path {first}"),
    ]
    assert [key.key for key in verdict_keys(found, "")] == ["s", "p"]


# ---------------------------------------------------------------------------- no verdict


@pytest.mark.parametrize("in_full", [False, True])
@pytest.mark.parametrize("format_", list(Format))
def test_without_a_verdict_no_role_is_placed_before_another_in_any_format(
    quiz: Quiz, format_: Format, in_full: bool
) -> None:
    report = page(quiz, unclear(quiz), in_full=in_full)
    if format_ is Format.CSV:
        assert len(text(report, format_).splitlines()) == 1
        return
    if format_ is Format.JSON:
        found = json.loads(text(report, format_))
        assert found["outcome"]["clear"] is False
        assert found["outcome"]["roles"] == found["outcome"]["tie"] == []
        assert "details" not in found
        assert [each["title"] for each in found["instead"]["tries"]] == sorted(
            cluster.title for cluster in quiz.catalog.clusters.values()
        )
        return
    said = flat(report) if format_ is Format.SCREEN else text(report, format_)
    assert "No verdict: your answers do not point one way." in said
    assert "libcareer show" not in said
    assert "1. " not in said
    assert ("Sit in a busy branch" in said) == in_full


def test_without_a_verdict_the_page_says_what_the_answers_look_like_and_what_helps(quiz: Quiz) -> None:
    report = page(quiz, unclear(quiz))
    said = text(report, Format.PLAIN)
    assert "Your choice agrees with your other ones on " in said
    for help_ in ("try: an hour", "read: the doubts", "ask: in your own words", "again: on another day"):
        assert help_ in said
    assert len(screen_of(report)) <= LINES


def test_scores_alone_are_not_called_random(quiz: Quiz) -> None:
    report = page(quiz, Progress(riasec=scores("R10 I25 A30 S28 E12 C22")))
    said = text(report, Format.PLAIN)
    assert said.startswith("What your scores point to (no screen answered)\n")
    assert "random" not in said
    assert len(screen_of(report)) <= LINES
