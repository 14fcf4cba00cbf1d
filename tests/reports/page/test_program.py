"""The program as it was called: the name in commands that are told, and the folder of knowledge they repeat."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from libcareer.reports.page import program
from libcareer.reports.page.blocks import Facts, Item, Items, Next, Para, Title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from typer.testing import Result

    Run = Callable[..., Result]

ROOT = Path(__file__).parents[3]
TINY = ROOT / "tests" / "tiny"

posix = pytest.mark.skipif(os.name != "posix", reason="the paths and quotes of POSIX")


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Lets the program be started by a *line*, with the folders in *path* as the PATH."""

    def start(file: str, *line: str, path: str = "") -> None:
        monkeypatch.setenv("PATH", path)
        monkeypatch.setattr(program, "_typed", None)
        program.started(file, line or (file,))

    yield start
    program.forget_options()


def program_in(folder: Path) -> Path:
    """A program called libcareer in *folder*."""
    folder.mkdir(exist_ok=True)
    file = folder / "libcareer"
    file.write_text("#!/bin/sh\n", encoding="utf-8")
    file.chmod(0o755)
    return file


def test_a_library_that_tells_a_command_calls_it_libcareer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "_typed", None)
    assert program.command("libcareer show page") == "libcareer show page"


@posix
def test_the_program_on_the_path_is_told_by_its_name(started: Callable[..., None], tmp_path: Path) -> None:
    ours = program_in(tmp_path / "bin")
    started(str(ours), path=str(ours.parent))
    assert program.command("libcareer show page") == "libcareer show page"
    link = tmp_path / "elsewhere"
    link.symlink_to(ours.parent)
    started(str(link / "libcareer"), path=str(ours.parent))
    assert program.name() == "libcareer"


@posix
def test_a_program_that_is_not_on_the_path_is_told_with_the_path_that_was_typed(
    started: Callable[..., None], tmp_path: Path
) -> None:
    other = program_in(tmp_path / "bin")
    for path in ("", str(other.parent)):
        started(".venv/bin/libcareer", path=path)
        assert program.command("libcareer quiz") == ".venv/bin/libcareer quiz"
    started("/home/a b/it's/libcareer")
    assert shlex.split(program.command("libcareer quiz")) == ["/home/a b/it's/libcareer", "quiz"]


@posix
def test_a_module_is_told_with_the_interpreter_that_was_typed(started: Callable[..., None], tmp_path: Path) -> None:
    file = "/somewhere/libcareer/__main__.py"
    started(file, "python3.11", "-m", "libcareer", "roles")
    assert program.command("libcareer quiz") == "python3.11 -m libcareer quiz"
    other = program_in(tmp_path / "bin")
    started(file, "/my python/bin/python", "-m", "libcareer", path=str(other.parent))
    assert program.command("libcareer") == "'/my python/bin/python' -m libcareer"


def test_commands_in_back_quotes_are_told_anew_and_other_words_stay(started: Callable[..., None]) -> None:
    started("x/libcareer")
    assert program.message("`libcareer` knows; try `libcareer quiz`.") == "`x/libcareer` knows; try `x/libcareer quiz`."
    for words in ("libcareer knows nothing.", "`plan done 2`", "`libcareers`", ""):
        assert program.message(words) == words


def test_every_block_of_a_page_tells_commands_anew(started: Callable[..., None]) -> None:
    started("x/libcareer")
    blocks = (
        Title("libcareer", "`libcareer me`"),
        Para("`libcareer quiz` asks.", quiet=True),
        Facts((("see", "`libcareer roles`"),)),
        Items((Item("a", facts=(("b", "`libcareer show a`"),)),)),
        Next((("libcareer me", "again; `libcareer forget` removes it"),)),
    )
    assert program.page(blocks) == (
        Title("libcareer", "`x/libcareer me`"),
        Para("`x/libcareer quiz` asks.", quiet=True),
        Facts((("see", "`x/libcareer roles`"),)),
        Items((Item("a", facts=(("b", "`x/libcareer show a`"),)),)),
        Next((("x/libcareer me", "again; `x/libcareer forget` removes it"),)),
    )


# ---------------------------------------------------------------------------- the folder of knowledge


@pytest.mark.parametrize("args", [["--data", "{}", "roles"], ["roles", "--data", "{}"], ["roles", "--data={}"]])
def test_commands_repeat_a_folder_of_knowledge_that_was_typed(run_snapshot: Run, args: list[str]) -> None:
    told = run_snapshot(*(arg.format(TINY) for arg in args)).stdout
    assert f"Next: libcareer --data {shlex.quote(str(TINY))} show " in told
    assert "Next: libcareer show " not in told


def test_commands_do_not_repeat_a_folder_that_a_variable_names_or_an_earlier_call(run: Run, run_snapshot: Run) -> None:
    run_snapshot("roles", "--data", str(TINY))
    assert program.command("libcareer quiz") == "libcareer quiz"
    assert "Next: libcareer show " in run("roles").stdout
    assert "--data" not in run("roles").stdout


def test_a_complaint_repeats_a_folder_that_was_typed(run_snapshot: Run) -> None:
    said = run_snapshot("me", "--data", str(TINY)).stderr
    assert f"`libcareer --data {shlex.quote(str(TINY))} quiz` makes a result" in said


@posix
def test_a_command_that_is_told_can_be_copied_into_a_shell(tmp_path: Path) -> None:
    folder = tmp_path / "my pack's $HOME"
    (folder / "data").mkdir(parents=True)
    for file in TINY.rglob("*.yaml"):
        copy = folder / "data" / file.relative_to(TINY)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    call = [sys.executable, "-m", "libcareer", "roles", "--data", str(folder / "data")]
    env = {**os.environ, "PATH": os.defpath}
    told = subprocess.run(call, cwd=ROOT, env=env, capture_output=True, text=True, check=True).stdout
    (command,) = [line for line in told.splitlines() if line.startswith("Next: ") and " show " in line]
    copied = command.removeprefix("Next: ").rpartition(" - ")[0]
    done = subprocess.run(["sh", "-c", copied], cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    assert "Next: " in done.stdout


@posix
def test_help_and_its_example_name_the_program_as_it_was_called() -> None:
    env = {**os.environ, "PATH": os.defpath}
    call = [sys.executable, "-m", "libcareer"]
    for args, said in (
        (["show", "--help"], f"Usage: {shlex.join(call)} show"),
        (["show", "--help"], f"Example: {shlex.join(call)} show archivist"),
        (["show"], f"Try '{shlex.join(call)} show -h' for help."),
        ([], f"{shlex.join(call)} quiz"),
    ):
        done = subprocess.run([*call, *args], cwd=ROOT, env=env, capture_output=True, text=True, check=False)
        assert " ".join(said.split()) in " ".join((done.stdout + done.stderr).split())


@posix
@pytest.mark.parametrize("format_", ["plain", "markdown", "screen"])
def test_what_people_read_names_the_program_as_it_was_called(format_: str) -> None:
    said = called_by_path("librarian", "--format", format_)
    assert f"{shlex.quote(sys.executable)} -m libcareer show librarian" in " ".join(said.split())


@pytest.mark.parametrize("address", ["ask which jobs need no degree", "search librarian", "show librarian"])
def test_json_names_the_program_as_always(address: str, run: Run) -> None:
    written = run(*address.split(), "--format", "json").stdout
    assert called_by_path(*address.split(), "--format", "json") == written
    links = json.loads(written)["links"]
    assert links
    assert not [link for link in links if "libcareer" in link["address"]]


def called_by_path(*args: str) -> str:
    """What the program writes if none of its name is on the PATH."""
    env = {**os.environ, "PATH": os.defpath, "LIBCAREER_DATA": str(TINY)}
    call = [sys.executable, "-m", "libcareer", *args]
    return subprocess.run(call, cwd=ROOT, env=env, capture_output=True, text=True, check=True).stdout
