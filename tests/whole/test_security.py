"""SECURITY.md: each promise names tests that exist; and the promises that have no better place."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from libcareer.commands import MODULES

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
TESTS = ROOT / "tests"
PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")

TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


def promises() -> list[str]:
    """The entries of the lists under "What is promised"."""
    part = PAGE.partition("## What is promised")[2].partition("\n## ")[0]
    return [entry.partition("\n\n")[0] for entry in part.split("\n- ")[1:]]


def functions(path: Path) -> set[str]:
    """The names of the functions that the module at *path* defines."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("promise", promises(), ids=lambda promise: " ".join(promise.split())[:60])
def test_a_promise_is_one_sentence_with_the_tests_that_hold_it(promise: str) -> None:
    named = TEST.findall(promise)
    assert named
    for file, name in named:
        assert name in functions(ROOT / file), f"{file}::{name}"
    sentence = " ".join(TEST.sub("", promise).split())
    assert sentence.endswith(".")
    assert not re.search(r"\.\s", sentence)


def test_the_page_has_promises_and_nothing_between_them() -> None:
    part = PAGE.partition("## What is promised")[2].partition("\n## ")[0]
    others = [block for block in part.strip().split("\n\n") if not block.startswith("- ")]
    assert all(re.fullmatch(r"\*\*[^*]+\.\*\*", block) for block in others)
    assert len(promises()) > 25


def test_nothing_that_is_read_is_run() -> None:
    acting = {"pickle", "marshal", "shelve", "dill"}
    for path in (ROOT / "libcareer").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = {alias.name for alias in node.names} if isinstance(node, ast.Import) else set()
            names |= {node.module or ""} if isinstance(node, ast.ImportFrom) else set()
            called = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
            assert not names & acting, path
            assert called not in {"eval", "exec", "compile", "__import__"} or path.parent.name == "catalog", path


WATCHED = """
import json, os, sys
from typer.testing import CliRunner
from libcareer.cli import app

calls = json.loads(sys.argv[1])
started, written = [], []
PROGRAMS = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "os.fork",
            "os.forkpty", "pty.spawn")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

def watch(event, args):
    if event in PROGRAMS:
        started.append([event, str(args[0])])
    elif event == "open" and isinstance(args[2], int) and args[2] & WRITING and not isinstance(args[0], int):
        written.append(os.path.abspath(os.fsdecode(args[0])))
    elif event in ("os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink", "os.link"):
        written.extend(os.path.abspath(os.fsdecode(one)) for one in args[:2] if isinstance(one, (str, bytes)))

sys.addaudithook(watch)
for name, args, typed in calls:
    result = CliRunner().invoke(app, [name, *args], input=typed)
    assert result.exit_code in (0, 1), (name, result.output)
print(json.dumps([started, written]))
"""


def test_no_command_starts_a_program_or_writes_outside_of_its_home(
    tmp_path: Path, arguments: Callable[[str], list[str]]
) -> None:
    quiz = "1 2 3\n" * 4 + "1 4\n" * 6
    calls = [[name, arguments(name), quiz] for name in ("quiz", "fit", *MODULES) if name not in ("forget", "publish")]
    calls += [["plan", ["done", "1"], ""], ["me", ["--compare"], ""], ["forget", [], ""]]
    (tmp_path / "work").mkdir()
    done = subprocess.run(
        [sys.executable, "-B", "-c", WATCHED, json.dumps(calls)],
        cwd=tmp_path / "work",
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "LIBCAREER_HOME": str(tmp_path / "home"),
            "LIBCAREER_DATA": str(TESTS / "tiny"),
            "HOME": str(tmp_path / "user"),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    started, written = json.loads(done.stdout)
    assert started == []
    assert written
    allowed = (str(tmp_path / "home"), "/dev/null")
    assert [path for path in written if not path.startswith(allowed)] == []
    assert list((tmp_path / "work").iterdir()) == []
