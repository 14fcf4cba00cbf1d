"""The command `title`, and titles in the place of names of roles."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

LIST = "Stack Assistant\n\n  Nonsense  \nLending Assistant\n"


def test_a_title_is_told_with_its_role_its_reason_and_its_level(run: Run) -> None:
    told = run("title", "Cataloging", "Assistant", "II").stdout
    assert "means: Technician (technician), likely" in told
    assert "why: 'cataloging': Records of books." in told
    assert "level: 'assistant': support staff. They help." in told
    assert "also: II or 2: typically a year or two of experience" in told


def test_a_title_of_no_job_here_says_why_and_ends_with_1(run: Run) -> None:
    result = run("title", "Full Stack Developer")
    assert (result.exit_code, result.stderr) == (1, "")
    assert "no job that this guide knows" in result.stdout
    assert "Here 'stack' is about layers of software." in result.stdout


def test_a_list_of_titles_is_answered_in_its_order_as_json_lines(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "titles.txt"
    file.write_text(LIST, encoding="utf-8")
    result = run("title", "--file", str(file), "--format", "json")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [(line["asked"], line["verdict"]) for line in lines] == [
        ("Stack Assistant", "one"),
        ("Nonsense", "none"),
        ("Lending Assistant", "several"),
    ]
    assert [role["id"] for role in lines[0]["roles"]] == ["page"]


def test_a_list_of_titles_is_a_table_in_csv(run: Run) -> None:
    result = run("title", "-", "--format", "csv", input=LIST)
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [(row["title"], row["verdict"], row["role"]) for row in rows] == [
        ("Stack Assistant", "one", "page"),
        ("Nonsense", "none", ""),
        ("Lending Assistant", "several", "technician"),
    ]


@pytest.mark.parametrize("mark", ["\t", ",", ";"])
def test_the_column_called_title_of_a_table_is_read(run: Run, tmp_path: Path, mark: str) -> None:
    file = tmp_path / "titles"
    file.write_text(f"Number{mark}Title\n1{mark}Stack Assistant\n2{mark}Nonsense\n", encoding="utf-8")
    told = run("title", "--file", str(file), "--format", "csv").stdout
    assert [row["title"] for row in csv.DictReader(io.StringIO(told))] == ["Stack Assistant", "Nonsense"]


def test_a_list_that_is_empty_or_missing_is_one_sentence(run: Run, tmp_path: Path) -> None:
    assert run("title", "-", input="\n \n").stderr == "There are no titles in standard input.\n"
    missing = run("title", "--file", str(tmp_path / "none.txt"))
    assert (missing.exit_code, missing.stderr.count("\n")) == (1, 1)


def test_words_and_a_file_together_are_wrong_usage(run: Run) -> None:
    assert run("title", "Librarian", "--file", "-", input="x").exit_code == 2


def test_a_title_stands_in_for_the_name_of_a_role(run: Run) -> None:
    result = run("show", "PT", "Cataloging", "Assistant")
    assert (result.exit_code, result.stderr) == (0, "No 'PT Cataloging Assistant'; showing Technician.\n")
    assert run("path", "librarian", "--from", "Cataloging Assistant").stderr == (
        "No 'Cataloging Assistant'; taking Technician.\n"
    )


def test_a_title_that_may_mean_several_roles_is_asked_about(run: Run) -> None:
    result = run("show", "Lending Assistant")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "'Lending Assistant' may mean several roles. Say which: 'technician' or 'page'.\n"
