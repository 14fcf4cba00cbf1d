"""The frozen part of the knowledge is knowledge in good order, and the script that makes it still does."""

from __future__ import annotations

import runpy
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from libcareer.knowledge.checks import check
from libcareer.knowledge.reading import RECORD_KINDS, read_merged

if TYPE_CHECKING:
    from conftest import Run

    from libcareer.catalog import Catalog

TESTS = Path(__file__).parents[1]
SNAPSHOT = TESTS / "snapshot"

SINCE_THEN = {"changes", "origins", "task_words"}
"""Kinds that came after the snapshot was made."""


def test_the_snapshot_has_no_problems_and_a_record_of_every_kind() -> None:
    assert check([SNAPSHOT]).problems == ()
    knowledge = read_merged(SNAPSHOT)
    assert {kind for kind in RECORD_KINDS if not knowledge.records(kind)} <= SINCE_THEN


def test_every_command_named_in_an_answer_runs_in_the_snapshot(snapshot: Catalog, run_snapshot: Run) -> None:
    commands = {command for question in snapshot.questions.values() for command in question.commands}
    for command in sorted(commands - {"libcareer quiz"}):
        result = run_snapshot(*shlex.split(command)[1:])
        assert result.stdout, f"{command}: {result.stderr}"


def test_the_snapshot_of_a_snapshot_is_the_same(tmp_path: Path) -> None:
    runpy.run_path(str(TESTS / "snapshot.py"))["Snapshot"](SNAPSHOT).write(tmp_path)
    files = {path.relative_to(SNAPSHOT) for path in SNAPSHOT.rglob("*") if path.is_file()}
    assert files == {path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()}
    for name in sorted(files):
        assert (tmp_path / name).read_bytes() == (SNAPSHOT / name).read_bytes(), name
