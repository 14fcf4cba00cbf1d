"""The README and the pages in docs are true: their screens are those of the frozen part of the knowledge.

`python docs/console.py` writes the screens anew.
"""

from __future__ import annotations

import re
import runpy
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Run

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
SCRIPT = runpy.run_path(str(ROOT / "docs" / "console.py"))
CUT = SCRIPT["CUT"]
FOUNDING = ["libcareer quiz", "libcareer roles --skill cataloging", "libcareer path librarian"]
"""The commands that the project began with."""


def blocks() -> Iterator[tuple[str, re.Match[str]]]:
    for page in SCRIPT["pages"]():
        for block in SCRIPT["BLOCK"].finditer(page.read_text(encoding="utf-8")):
            yield page.name, block


BLOCKS = [pytest.param(block, id=f"{page}: {block['command']}") for page, block in blocks()]


@pytest.mark.parametrize("block", BLOCKS)
@pytest.mark.usefixtures("warm")
def test_a_console_block_is_what_a_terminal_shows(block: re.Match[str], home: Path) -> None:
    expected = SCRIPT["lines"](block)
    shown = SCRIPT["screen"](block["command"], home)
    if expected[-1] == CUT:
        assert len(expected) > 5
        assert shown[: len(expected) - 1] == expected[:-1]
    else:
        assert shown == expected


@pytest.mark.parametrize("command", sorted({block["command"] for _, block in blocks()}))
def test_a_command_of_a_page_runs_with_the_whole_knowledge_too(
    run_shipped: Run, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    result = run_shipped(*shlex.split(command)[1:])
    assert (result.exit_code, result.exception) == (0, None)
    assert result.stdout


@pytest.mark.usefixtures("warm")
def test_the_script_writes_a_stale_screen_anew_and_keeps_its_length(home: Path) -> None:
    page = "Before.\n\n```console\n$ libcareer roles\nold\nold\n[...]\n```\n\n```console\n$ libcareer --version\n```\n"
    renewed = SCRIPT["renewed"](page, home)
    assert re.fullmatch(
        r"Before\.\n\n```console\n\$ libcareer roles\nAll \d+ roles\n\n\[\.\.\.]\n```\n\n"
        r"```console\n\$ libcareer --version\nlibcareer [0-9.]+\n```\n",
        renewed,
    )
    assert SCRIPT["renewed"](renewed, home) == renewed


def test_the_readme_shows_the_founding_commands() -> None:
    shown = [block["command"] for page, block in blocks() if page == "README.md"]
    assert [command.split(" --answers ")[0] for command in shown] == FOUNDING


def test_the_questions_of_the_founding_documents_have_a_screen_each() -> None:
    commands = {shlex.split(block["command"])[1] for page, block in blocks() if page == "questions.md"}
    assert {"planb", "tracks", "related", "path", "compare", "show", "ask", "resources"} <= commands


def test_the_readme_is_short_and_has_a_picture_of_a_screen_and_one_of_a_page() -> None:
    readme = README.read_text(encoding="utf-8")
    assert len(readme.splitlines()) <= 120
    assert re.findall(r"!\[[^]]*\]\((docs/\w+)/", readme) == ["docs/screens", "docs/pages"]


def test_every_picture_that_a_page_of_docs_shows_is_there() -> None:
    for page in (ROOT / "docs").glob("*.md"):
        for picture in re.findall(r"!\[[^]]*\]\(([^)]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / picture).is_file(), picture
    shown = set(re.findall(r"pages/(\w+\.png)", (ROOT / "docs" / "pages.md").read_text(encoding="utf-8")))
    assert shown == {file.name for file in (ROOT / "docs" / "pages").iterdir()}


def test_continuous_integration_runs_the_readmes_test_command() -> None:
    readme = README.read_text(encoding="utf-8")
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    command = re.search(r"^python3 -m venv .venv && (.*/pip install .*) && (.*/pytest)$", readme, re.MULTILINE)
    assert command
    for part in command.groups():
        assert (
            part.replace(".venv/bin/pip", '"$work/venv/bin/pip"').replace(".venv/bin/pytest", '"$work/venv/bin/pytest"')
            in ci
        )


def test_windows_has_the_same_two_commands() -> None:
    readme = README.read_text(encoding="utf-8")
    commands = re.findall(r"^python3 -m venv .*$", readme, re.MULTILINE)
    windows = [
        command.replace("python3", "py").replace(" &&", ";").replace(".venv/bin/", ".venv\\Scripts\\")
        for command in commands
    ]
    assert len(commands) == 2
    assert f"```powershell\n{windows[0]}\n{windows[1]}\n```" in readme
