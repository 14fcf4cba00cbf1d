"""The example pack in docs/examples is whole, is about its own field only, and answers what its pages name."""

from __future__ import annotations

import random
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

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
