"""Trials of records in the program: what they take from others, and commands that do not run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from libcareer.commands.trials import trials
from libcareer.knowledge.checks import check

if TYPE_CHECKING:
    from pathlib import Path


def found(folder: Path) -> list[str]:
    from libcareer.knowledge.reading import read_folder

    knowledge, problems = read_folder(folder)
    assert problems == []
    return [f"{one.file}: {one.message}" for one in trials(knowledge, knowledge)]


def spoil(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_tiny_knowledge_passes(data: Path) -> None:
    assert found(data) == []


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("libcareer show nobody", "this command does not run: There is no role called 'nobody'."),
        ("libcareer rolls", "'libcareer rolls' is no command"),
        ("show page", "'show page' is no command"),
        ("libcareer", "'libcareer' is no command"),
        ("libcareer roles --nothing", "this command does not run: "),
        ("'libcareer show \"page'", "a quotation mark is missing"),
    ],
)
def test_a_command_that_does_not_run_is_a_problem(data: Path, command: str, said: str) -> None:
    spoil(data, "questions.yaml", "[libcareer roles --no-degree]", f"[{command}]")
    (problem,) = found(data)
    assert problem.startswith(f"questions.yaml: {said}")


def test_commands_that_save_something_are_not_run(data: Path, home: Path) -> None:
    spoil(data, "questions.yaml", "[libcareer roles --no-degree]", "[libcareer plan director, libcareer quiz]")
    assert found(data) == []
    assert not list(home.iterdir())


def test_a_wording_of_two_questions_is_a_problem_of_the_one_that_does_not_get_it(data: Path) -> None:
    text = (data / "questions.yaml").read_text(encoding="utf-8")
    again = text.replace("no-degree:", "again:", 1).replace("Which jobs need no degree?", "What is open to all?")
    (data / "questions.yaml").write_text(text + again, encoding="utf-8")
    said = found(data)
    assert len(said) == 3
    for one in said:
        assert one.startswith("questions.yaml: `libcareer ask` does not answer this wording with '")
        assert one.endswith("Use words that only this question has.")


def test_a_synonym_of_words_that_no_record_has_is_a_problem(data: Path) -> None:
    spoil(data, "synonyms.yaml", "means: [shelving]", "means: [shelving, qqqq zzzz]")
    assert found(data) == ["synonyms.yaml: no record has the words of 'qqqq zzzz', so nothing is found by it."]


def test_nothing_is_tried_while_there_are_other_problems(data: Path) -> None:
    spoil(data, "questions.yaml", "[libcareer roles --no-degree]", "[libcareer rolls]")
    spoil(data, "roles/page.yaml", "place: inside", "place: libary")
    messages = [problem.message for problem in check([data], ready=True, trials=[trials]).problems]
    assert [said for said in messages if "is no command" in said] == []
