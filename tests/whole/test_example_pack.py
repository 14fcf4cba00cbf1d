"""The example pack in docs/examples is whole, is about its own field only, and answers what its pages name."""

from __future__ import annotations

import json
import random
import re
import shlex
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from libcareer.catalog import Catalog
from libcareer.catalog.compiled import compile
from libcareer.engines.quiz.algebra import dot
from libcareer.engines.quiz.belief import Answer
from libcareer.engines.quiz.engine import Quiz
from libcareer.knowledge.reading import read_folder

if TYPE_CHECKING:
    from conftest import Run

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
MUSEUM = EXAMPLES / "museum-education"
FILES = sorted(MUSEUM.rglob("*.yaml"))
ROLES = sorted(path.stem for path in (MUSEUM / "roles").iterdir())

OTHER_FIELD = re.compile(r"\blibrar|\bMLIS\b|\bdollar|\$\s?\d|\bUSD\b", re.IGNORECASE)
"""Words of the built-in field, and the money of its country."""

NOISE = 0.25
"""The standard deviation of the taste that a simulated person has beside the work of a role."""


def commands() -> list[str]:
    """The commands that the page about the pack and the records of the pack name, without the quiz, which asks."""
    page, stored = (path.read_text(encoding="utf-8") for path in (EXAMPLES / "README.md", MUSEUM / "questions.yaml"))
    named = re.findall(r"^libcareer --data \S+ (.+)$", page, re.MULTILINE)
    named += re.findall(r"libcareer ([^\],\n]+)", stored)
    return sorted({*named} - {"quiz"})


@pytest.fixture(scope="module")
def museum() -> Catalog:
    knowledge, problems = read_folder(MUSEUM)
    assert not problems
    return Catalog(compile(knowledge))


def test_the_check_finds_no_problem_in_it(run: Run) -> None:
    result = run("check", str(MUSEUM))
    assert result.exit_code == 0
    assert f"No problems in {len(FILES) - 1} files." in result.output


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(MUSEUM).as_posix())
def test_a_file_of_it_speaks_of_its_own_field_and_country(path: Path) -> None:
    assert not OTHER_FIELD.findall(path.read_text(encoding="utf-8"))


def test_it_has_roles_in_the_field_at_its_edge_and_beyond(museum: Catalog) -> None:
    assert {role.place.value for role in museum.roles.values()} == {"inside", "edge", "beyond"}
    assert len(ROLES) == 8


@pytest.mark.parametrize("command", commands())
def test_a_command_that_it_names_answers(command: str, run: Run) -> None:
    result = run(*shlex.split(command), data=MUSEUM, input="")
    assert result.exit_code == 0, result.output
    assert len(result.output.splitlines()) > 3


@pytest.mark.parametrize("role", ROLES)
def test_the_quiz_shows_a_role_first_to_somebody_who_likes_its_work(role: str, museum: Catalog) -> None:
    quiz, taste = Quiz(museum), random.Random(role)
    answers: list[Answer] = []
    while (screen := quiz.next(answers)) is not None:
        liking = {
            option: dot(quiz.roles[role], quiz.options[option][: len(quiz.roles[role])]) + taste.gauss(0, NOISE)
            for option in screen.options
        }
        order = sorted(liking, key=liking.__getitem__, reverse=True)
        answers.append(Answer(screen.options, tuple(order[: screen.picks]), order[-1] if screen.least else None))
    assert quiz.outcome(answers).shown[0] == role


# ---------------------------------------------------------------------------- words of people and of advertisements

SCHOOLS = """Learning Officer (Schools)
Harbour Museum Trust

Salary: \N{POUND SIGN}24,500 per annum, 37 hours per week

Harbour Museum seeks a Learning Officer to plan and lead workshops for primary schools.

Main duties
- Plan and lead object handling sessions for school groups
- Keep bookings in order with the front of house team

Person specification
Essential
- A degree or equivalent experience
- QTS or PGCE
- Two years' experience in a museum or gallery
- Enhanced DBS check

Desirable
- MA in Museum Studies or working towards the AMA
"""

WELCOME = """Castle Hill Museum and Art Gallery
Front of House Assistant

You will welcome visitors and watch over the galleries. \N{POUND SIGN}14.50 per hour. No degree is needed.
"""

NURSE = """Staff Nurse
City Hospital

\N{POUND SIGN}29,970 a year. You will care for patients on a surgical ward at night and give medicine.
"""


@pytest.fixture(params=["with", "without"])
def pack(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The pack with its vocabulary, and without one."""
    copy = Path(shutil.copytree(MUSEUM, tmp_path / "pack"))
    if request.param == "without":
        (copy / "vocabulary.yaml").unlink()
    return copy


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Learning Officer (Schools)", "learning-officer"),
        ("Front of House Assistant", "gallery-assistant"),
        ("Education Officer, National Museum", "learning-officer"),
        ("Outdoor Learning Instructor", "outdoor-education-officer"),
        ("Learning & Engagement Manager", "head-of-learning"),
    ],
)
def test_a_title_means_its_role(run: Run, pack: Path, title: str, role: str) -> None:
    found = json.loads(run("--format", "json", "title", title, data=pack).stdout)
    assert (found["verdict"], found["roles"][0]["id"]) == ("one", role)


def test_short_forms_of_the_field_are_written_out(run: Run) -> None:
    found = json.loads(run("--format", "json", "title", "FOH Asst, Musuem of Toys", data=MUSEUM).stdout)
    assert found["roles"][0]["id"] == "gallery-assistant"
    assert "'front of house assistant'" in run("title", "FOH Asst", data=MUSEUM).stdout


def test_a_title_of_another_field_is_refused_in_words_of_this_one(run: Run, pack: Path) -> None:
    result = run("title", "Software Engineer", data=pack)
    assert result.exit_code == 1
    assert "about work in museums, galleries and heritage sites" in result.stdout


@pytest.mark.parametrize(
    ("text", "role", "pay"),
    [
        (SCHOOLS, "learning-officer", ("GBP", "year", 24_500)),
        (WELCOME, "gallery-assistant", ("GBP", "hour", 14.5)),
    ],
    ids=["schools", "welcome"],
)
def test_an_advertisement_is_read_with_its_pay_in_pounds(
    run: Run, pack: Path, tmp_path: Path, text: str, role: str, pay: tuple[str, str, float]
) -> None:
    found = matched(run, tmp_path, text, pack)
    assert (found["verdict"], found["roles"][0]["id"]) == ("one", role)
    (said,) = (one["said"] for one in found["pay"])
    assert (said["currency"], said["unit"], said["low"]) == pay


def test_an_advertisement_for_another_field_is_for_no_role_here(run: Run, pack: Path, tmp_path: Path) -> None:
    assert matched(run, tmp_path, NURSE, pack)["verdict"] == "none"


def test_the_vocabulary_knows_what_advertisements_call_degrees_and_papers(run: Run, tmp_path: Path) -> None:
    gates = {gate["what"]: gate for gate in matched(run, tmp_path, SCHOOLS, MUSEUM)["gates"]}
    assert gates["a degree"]["education"] == "bachelor"
    assert gates["a PGCE or qualified teacher status"]["credential"] == "pgce-qts"
    assert gates["an enhanced DBS check"]["credential"] == "enhanced-dbs"
    assert (gates["AMA"]["credential"], gates["AMA"]["importance"]) == ("ama", "useful")
    masters = gates["a master's degree in museum studies"]
    assert (masters["education"], masters["importance"]) == ("museum-master", "useful")


def test_a_skill_is_no_plus_because_of_a_word_in_its_own_name(run: Run, tmp_path: Path) -> None:
    skills = {skill["id"]: skill["importance"] for skill in matched(run, tmp_path, WELCOME, MUSEUM)["skills"]}
    assert skills["visitor-welcome"] == "used"


def test_pay_in_another_currency_is_compared_with_nothing_and_judges_no_limit(
    run: Run, home: Path, tmp_path: Path
) -> None:
    (tmp_path / "ad.txt").write_text(SCHOOLS.replace("\N{POUND SIGN}24,500", "$24,500"), encoding="utf-8")
    assert run("me", "--min-pay", "30000", data=MUSEUM).exit_code == 0
    page = run("match", str(tmp_path / "ad.txt"), data=MUSEUM).stdout
    assert "$24,500 a year, which is not compared: figures here are in GBP" in page
    assert (
        "at least \N{POUND SIGN}30,000 a year: it says '$24,500 per annum', line 4, and amounts in USD are not" in page
    )


def test_pay_in_pounds_is_judged_by_a_limit_in_pounds(run: Run, home: Path, tmp_path: Path) -> None:
    (tmp_path / "ad.txt").write_text(SCHOOLS, encoding="utf-8")
    assert run("me", "--min-pay", "30000", data=MUSEUM).exit_code == 0
    page = run("match", str(tmp_path / "ad.txt"), data=MUSEUM).stdout
    assert "at least \N{POUND SIGN}30,000 a year: it says '\N{POUND SIGN}24,500 per annum', line 4" in page
    assert run("me", "--min-pay", "22000", data=MUSEUM).exit_code == 0
    assert "your limits" not in run("match", str(tmp_path / "ad.txt"), data=MUSEUM).stdout


def test_a_question_in_the_words_of_a_stored_one_is_answered(run: Run, pack: Path) -> None:
    told = run("ask", "do I need to be a teacher first", data=pack)
    assert "DO I HAVE TO BE A TEACHER BEFORE I WORK IN MUSEUM EDUCATION?" in told.stdout


def test_the_vocabulary_knows_a_question_in_own_words_to_be_about_the_field(run: Run, pack: Path) -> None:
    told = run("ask", "I taught primary school for ten years, could a museum use me", data=pack).stdout
    assert ("teacher-first" in told) == (pack / "vocabulary.yaml").exists()


@pytest.mark.parametrize("question", ["how do I become a plumber", "how to become an accountant"])
def test_a_question_about_another_field_is_refused_in_words_of_this_one(run: Run, pack: Path, question: str) -> None:
    result = run("ask", question, data=pack)
    assert result.exit_code == 1
    assert "This is a guide to work in museums, galleries and heritage sites" in result.stdout


def test_figures_of_other_countries_are_not_given_for_those_of_the_pack(run: Run) -> None:
    told = run("ask", "what does a museum educator earn in France", data=MUSEUM).stdout
    assert "No figures for France are held here; all pay and outlook is of the United Kingdom." in told


def test_words_that_nothing_translates_are_asked_for_in_words_of_the_field(run: Run, pack: Path) -> None:
    told = run("translate", "xyzzy frobnicate", data=pack).stdout
    assert "as people say it in museums and galleries, such as 'school visits'" in told
    assert not OTHER_FIELD.search(told)


def matched(run: Run, folder: Path, text: str, pack: Path) -> dict[str, Any]:
    """What `match` says about an advertisement with this *text*."""
    (folder / "ad.txt").write_text(text, encoding="utf-8")
    found: dict[str, Any] = json.loads(
        run("--format", "json", "match", "--anyone", str(folder / "ad.txt"), data=pack).stdout
    )
    return found
