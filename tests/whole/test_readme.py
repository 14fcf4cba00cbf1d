"""The README is true: its commands run, its screens are what a person sees, and its links lead somewhere.

UPDATE_README=1 writes the screens anew. A block that ends with [...] shows the beginning of a screen.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pexpect
import pyte
import pytest

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
BLOCK = re.compile(r"```console\n\$ (?P<command>[^\n]*)\n(?P<screen>.*?)```", re.DOTALL)
CUT = "[...]"
SHOWN = 24
COLUMNS = 80


def screen_of(command: str) -> list[str]:
    """The lines that *command* shows on a terminal of 80 columns."""
    env = {**os.environ, "TERM": "xterm", "NO_COLOR": "1"}
    for name in ("COLUMNS", "LINES", "_TYPER_FORCE_DISABLE_TERMINAL", "TERMINAL_WIDTH"):
        env.pop(name, None)
    words = re.findall(r"\S+", command)
    child = pexpect.spawn(
        sys.executable,
        ["-m", "libcareer", *words[1:]],
        env=env,
        cwd=str(ROOT),
        encoding="utf-8",
        dimensions=(50, COLUMNS),
        timeout=60,
    )
    shown = child.read()
    child.close()
    assert child.exitstatus == 0, shown
    terminal = pyte.HistoryScreen(COLUMNS, 50, history=5000)
    pyte.Stream(terminal).feed(shown)
    above = ["".join(line[x].data for x in range(COLUMNS)) for line in terminal.history.top]
    return "\n".join(line.rstrip() for line in (*above, *terminal.display)).rstrip().split("\n")


def blocks() -> list[re.Match[str]]:
    return list(BLOCK.finditer(README.read_text(encoding="utf-8")))


@pytest.mark.skipif(not os.environ.get("UPDATE_README"), reason="writes the README only when asked to")
def test_update_the_readme() -> None:
    def renewed(block: re.Match[str]) -> str:
        lines = screen_of(block["command"])
        if block["screen"].rstrip().endswith(CUT):
            lines = [*lines[:SHOWN], CUT]
        return "\n".join(["```console", f"$ {block['command']}", *lines, "```"])

    README.write_text(BLOCK.sub(renewed, README.read_text(encoding="utf-8")), encoding="utf-8")


@pytest.mark.parametrize("block", blocks(), ids=lambda block: block["command"])
@pytest.mark.usefixtures("warm")
def test_every_console_block_is_what_a_terminal_shows(block: re.Match[str]) -> None:
    expected = block["screen"].rstrip("\n").split("\n")
    shown = screen_of(block["command"])
    if expected[-1] == CUT:
        assert len(expected) > 5
        assert shown[: len(expected) - 1] == expected[:-1]
    else:
        assert shown == expected


def test_the_four_questions_of_the_founding_documents_have_a_command_each() -> None:
    commands = {block["command"].split()[1] for block in blocks()}
    assert {"planb", "tracks", "related", "path"} <= commands
    assert len(blocks()) == 10


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


@pytest.mark.parametrize(
    "page",
    [
        "README.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        *sorted(f"docs/{page.name}" for page in (ROOT / "docs").glob("*.md")),
    ],
)
def test_every_link_to_a_file_leads_to_one(page: str) -> None:
    path = ROOT / page
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target
