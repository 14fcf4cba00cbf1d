"""Knowledge files in wrong places: told where they belong by their keys."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from libcareer.knowledge.checks import check
from libcareer.knowledge.checks.places import belongs, look
from libcareer.knowledge.folders import KIND_FOLDERS, STANDALONE
from libcareer.knowledge.reading import BUILT_IN

if TYPE_CHECKING:
    from conftest import Run

TINY = Path(__file__).parents[1] / "tiny"
ROLE = (TINY / "roles" / "page.yaml").read_bytes()


def heads(path: Path) -> list[str]:
    return [str(problem).splitlines()[0] for problem in check([path]).problems]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("museum-educator.yaml", ROLE, "This looks like a role: put it into roles/museum-educator.yaml."),
        ("roles.yaml", ROLE, "This looks like a role: put it into roles/page.yaml."),
        ("Museum Educator.yaml", ROLE, "This looks like a role: put it into roles/museum-educator.yaml."),
        (
            "roles.yaml",
            b"".join([b"guide:\n", *(b"  " + line + b"\n" for line in ROLE.splitlines())]),
            "This looks like a role: put it, without its id, into a file of its own, roles/guide.yaml.",
        ),
        (
            "skills.yaml",
            b"title: T\nskills:\n  a: {title: A, summary: S.}\n  b: {title: B, summary: S.}\n",
            "This looks like skills: put them into skills/GROUP.yaml.",
        ),
        (
            "circus.yaml",
            b"juggling: {title: Juggling, summary: Keeps things up., aliases: [balls]}\n",
            "This looks like a skill: put it into skills/circus.yaml.",
        ),
        (
            "faq.yaml",
            b"question: Q?\nalso: [a, b, c]\nanswer: A.\ncommands: [libcareer roles]\n",
            "This looks like a question: put it into questions.yaml, under a line with its id.",
        ),
        (
            "my-sources.yaml",
            b"a: {publisher: P, title: T}\nb: {publisher: P, title: T, read: 2026}\n",
            "This looks like sources: put them into sources.yaml.",
        ),
    ],
)
def test_a_file_that_is_not_read_is_told_where_it_belongs(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / STANDALONE).touch()
    (tmp_path / name).write_bytes(content)
    assert heads(tmp_path / name) == [f"{tmp_path / name}:1:1: libcareer does not read this file. {said}"]
    assert heads(tmp_path) == [f"{name}:1:1: libcareer does not read this file. {said}"]


@pytest.mark.parametrize("folder", ["credentials", "skills", "resources", "quiz"])
def test_a_role_in_the_folder_of_another_kind_is_one_problem(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "guide.yaml").write_bytes(ROLE)
    said = "This is the wrong place for this file. This looks like a role: put it into roles/guide.yaml."
    assert heads(tmp_path / folder / "guide.yaml") == [f"{folder}/guide.yaml:1:1: {said}"]


@pytest.mark.parametrize(("name", "meant"), [("role", "roles"), ("Roles", "roles"), ("Skill", "skills")])
def test_a_folder_with_nearly_the_right_name_is_told_the_right_one(tmp_path: Path, name: str, meant: str) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "guide.yaml").write_bytes(ROLE)
    said = f"the folder is called '{name}': rename it to '{meant}', or libcareer does not read what is in it."
    assert heads(tmp_path / name) == [f"{name}/guide.yaml:1:1: {said}"]


@pytest.mark.parametrize("content", [b"a: 1\n", b"- x\n", b"title: T\n", b"[", b"", b"title: T\naliases: [A]\n"])
def test_a_file_whose_keys_do_not_tell_looks_like_nothing(content: bytes) -> None:
    assert look("x.yaml", content) is None


@pytest.mark.parametrize("path", sorted(BUILT_IN.rglob("*.yaml")), ids=lambda path: path.name)
def test_a_file_that_ships_looks_like_nothing_else_than_it_is(path: Path) -> None:
    name = path.relative_to(BUILT_IN).as_posix()
    found = look(name, path.read_bytes())
    assert found is None or name.split("/")[0] in belongs(name, found)
    assert found or path.parent.name not in KIND_FOLDERS


def test_the_command_says_it(tmp_path: Path, run: Run) -> None:
    (tmp_path / "museum-educator.yaml").write_bytes(ROLE)
    result = run("check", str(tmp_path / "museum-educator.yaml"))
    assert result.exit_code == 1
    assert "put it into roles/museum-educator.yaml." in " ".join(result.output.split())
