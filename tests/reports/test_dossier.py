"""A report on paper: what is known about a person, part by part, and what could not be told."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from libcareer.engines.paths.circumstances import Circumstances
from libcareer.engines.paths.plan import Wish, planned
from libcareer.engines.quiz.answers import answers_from_json
from libcareer.engines.quiz.engine import Quiz
from libcareer.engines.quiz.result import Findings
from libcareer.engines.quiz.verdict import first_roles
from libcareer.inquiries.dossier import MOST_ROLES, dossier_answer
from libcareer.reports.page.blocks import Bars, Columns, Heading, Room
from libcareer.reports.page.formats import Format
from libcareer.reports.page.render import Report, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer.testing import Result

    from libcareer.catalog import Catalog
    from libcareer.reports.dossier import Dossier

    Run = Callable[..., Result]

TODAY = date(2026, 11, 30)
ANSWERS = Path(__file__).parents[1] / "answers.json"
TECHNICIAN = Circumstances(posts=("library-technician",), held=("bachelor",), presume=False, limits={"move": "no"})


@pytest.fixture(scope="module")
def findings(snapshot: Catalog) -> Findings:
    return Findings(snapshot, answers_from_json(ANSWERS.read_bytes(), Quiz(snapshot)))


def headings(report: Report) -> list[str]:
    return [block.text for block in report.blocks if isinstance(block, Heading)]


def test_everything_that_is_known_has_its_part(snapshot: Catalog, findings: Findings) -> None:
    plan = planned(None, Wish(goal="archivist"), TODAY, "1")
    report = dossier_answer(snapshot, TODAY, told=TECHNICIAN, findings=findings, plan=plan).report
    assert headings(report) == [
        "Where I stand",
        "What the quiz said",
        "The jobs side by side",
        "The way to Archivist",
        "My plan",
        "On paper",
        "What this could not tell",
    ]
    said = text(report, Format.PLAIN)
    assert "now: Library Technician" in said
    assert "limits: no moving" in said
    assert "made on 30 November 2026" in said


def test_the_goal_of_the_plan_comes_first_and_the_roles_of_the_quiz_fill_up(
    snapshot: Catalog, findings: Findings
) -> None:
    plan = planned(None, Wish(goal="library-director"), TODAY, "1")
    found: Dossier = dossier_answer(snapshot, TODAY, findings=findings, plan=plan).found
    assert found.roles
    quiz = [role.role for role in first_roles(findings)]
    assert [side.id for side in found.roles.sides] == ["library-director", *quiz][:MOST_ROLES]


def test_roles_that_are_named_are_compared_and_the_way_leads_to_the_first(snapshot: Catalog) -> None:
    found = dossier_answer(snapshot, TODAY, told=TECHNICIAN, roles=["archivist", "librarian"]).found
    assert found.roles
    assert found.way
    assert [side.id for side in found.roles.sides] == ["archivist", "librarian"]
    assert (found.way.goal, found.way.stated.posts) == ("archivist", ("library-technician",))
    assert found.hour
    assert found.hour.role == "archivist"


def test_pay_is_told_where_the_person_lives(snapshot: Catalog) -> None:
    there = dossier_answer(snapshot, TODAY, told=Circumstances(place="ohio"), roles=["archivist"]).found
    assert there.roles
    pay = there.roles.sides[0].pay
    assert pay
    assert pay.place
    assert pay.place.id == "ohio"


def test_there_is_room_to_write(snapshot: Catalog) -> None:
    report = dossier_answer(snapshot, TODAY, roles=["archivist"]).report
    lines = sum(block.lines for block in report.blocks if isinstance(block, Room))
    assert lines >= 12
    assert text(report, Format.PLAIN).count("_" * 40) == lines


def test_what_could_not_be_told_is_told(snapshot: Catalog) -> None:
    said = text(
        dossier_answer(snapshot, TODAY, told=Circumstances(), roles=["archives-technician"]).report, Format.PLAIN
    )
    assert "`libcareer me --from ROLE --have EDUCATION` keeps it" in said
    assert "`libcareer quiz` takes about ten minutes" in said
    assert snapshot.roles["archives-technician"].occupations[0].proxy
    assert "What Archives Technician pays: no statistic counts it alone." in said


def test_answers_that_point_no_one_way_name_no_role_and_draw_no_profile(snapshot: Catalog) -> None:
    progress = answers_from_json(ANSWERS.read_bytes(), Quiz(snapshot))
    unclear = Findings(snapshot, replace(progress, answers=progress.answers[:1]))
    assert not unclear.result.clear
    report = dossier_answer(snapshot, TODAY, told=TECHNICIAN, findings=unclear).report
    assert not [block for block in report.blocks if isinstance(block, Bars | Columns)]
    assert "your answers to the quiz point no one way" in text(report, Format.PLAIN)


# ---------------------------------------------------------------------------- the commands


def test_of_whom_nothing_is_known_there_is_no_report(run: Run) -> None:
    result = run("report")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "`libcareer report ROLE`" in result.stderr


def test_a_report_uses_what_is_kept_and_leaves_it_out_for_anyone(run: Run) -> None:
    run("me", "--from", "technician")
    assert "now: Technician" in run("report", "librarian").stdout
    assert "now: " not in run("report", "librarian", "--anyone").stdout
    assert json.loads(run("report", "librarian", "--format", "json").stdout)["stands"] == ["Technician"]


def test_more_than_three_roles_are_too_many_for_a_page(run: Run) -> None:
    result = run("report", "librarian", "clerk", "page", "director")
    assert result.exit_code == 2
    assert "at most 3 roles" in result.stderr
