"""The command that begins a new record, and what it takes from there to a ready one."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from libcareer.knowledge.templates import template

if TYPE_CHECKING:
    from conftest import Run

ROOT = Path(__file__).parents[2]


def test_it_says_where_the_record_is_and_what_to_type_next(data: Path, run: Run) -> None:
    result = run("new", "role", "museum-teacher", data=data)
    assert (result.exit_code, result.stderr) == (0, "")
    path = data / "roles" / "museum-teacher.yaml"
    assert path.is_file()
    said = " ".join(result.stdout.split())
    assert f"New role 'museum-teacher' ({path})" in said
    assert f"libcareer check --ready {path}" in said
    assert "libcareer show museum-teacher" in said
    assert run("show", "museum-teacher", data=data).exit_code == 0
    assert "still to do: " in run("check", "--ready", str(path)).output


def test_with_print_nothing_is_written(data: Path, run: Run) -> None:
    before = sorted(data.rglob("*"))
    result = run("new", "question", "what-now", "--title", "What now?", "--print", "--format", "json", data=data)
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert (found["file"], found["written"], found["new"]) == ("questions.yaml", False, False)
    assert '\n  question: "What now?"\n' in found["text"]
    assert sorted(data.rglob("*")) == before


def test_words_instead_of_an_id_are_refused_with_the_id(data: Path, run: Run) -> None:
    result = run("new", "role", "Museum", "Teacher", data=data)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Did you mean 'museum-teacher'?" in result.stderr


@pytest.mark.parametrize(
    "args",
    [
        ["new", "rolle", "x"],
        ["new", "role"],
        ["new"],
        ["new", "role", "x", "--group", "service"],
        ["new", "skill", "x", "--kind", "book"],
        ["new", "resource", "x", "--kind", "bok"],
    ],
)
def test_wrong_usage_ends_with_2(args: list[str], data: Path, run: Run) -> None:
    assert run(*args, data=data).exit_code == 2


def test_the_explanations_are_those_of_the_template(data: Path, run: Run) -> None:
    run("new", "role", "museum-teacher", data=data)
    written = (data / "roles" / "museum-teacher.yaml").read_text(encoding="utf-8")
    comments = re.findall(r"# (?!yaml-language).*", template("roles"))
    assert len(comments) > 40
    assert [comment for comment in comments if comment not in written] == []


def test_a_role_filled_in_word_for_word_is_ready(data: Path, run: Run) -> None:
    """Whoever puts words in the place of each TODO and keeps the choices has a role that can be used."""
    run("new", "role", "museum-teacher", data=data)
    path = data / "roles" / "museum-teacher.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    filled = []
    for number, line in enumerate(lines):
        if re.match(r" *# TODO", line):
            continue
        text = re.sub(r"\s+# .*TODO.*", "", line)
        text = text.replace("label: TODO two to five words", "label: a bench and a bell")
        if "TODO two or three things" in text:
            text = "    Ring a bell, then count who comes."
        filled.append(re.sub(r"TODO.*", f"Thing {number_words(number)} is done.", text))
    path.write_text("\n".join(filled) + "\n", encoding="utf-8")
    result = run("check", "--ready", str(path))
    assert result.exit_code == 0, result.output


def number_words(number: int) -> str:
    """A number without a digit, since a figure needs a source."""
    words = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    return "-".join(words[int(digit)] for digit in str(number))
