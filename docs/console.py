"""The screens in README.md and docs/*.md, as a terminal of 80 columns shows them.

    python docs/console.py

Every `console` block begins with `$ ` and a command. This script runs each command with the frozen part of the
knowledge in tests/snapshot, so that no contribution changes a screen, and replaces the lines below it. A block that
ends with `[...]` shows the beginning of a screen and keeps its number of lines. A test compares each block with what
the program shows.
"""

from __future__ import annotations

import os
import re
import shlex
import sys
import tempfile
from pathlib import Path

import pexpect
import pyte

ROOT = Path(__file__).parents[1]
SNAPSHOT = ROOT / "tests" / "snapshot"
COLUMNS = 80
LINES = 50
CUT = "[...]"

BLOCK = re.compile(r"```console\n\$ (?P<command>[^\n]*)\n(?P<screen>.*?)```", re.DOTALL)
"""A console block: its command and the lines below it."""


def pages() -> list[Path]:
    """The pages that may hold console blocks."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def screen(command: str, home: Path) -> list[str]:
    """The lines that *command* shows on a terminal, with its saved files in *home*."""
    env = {**os.environ, "TERM": "xterm", "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "LIBCAREER_HOME": str(home)}
    env["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), env["PATH"]])
    env |= {"LIBCAREER_PAGER": "", "LIBCAREER_DATA": str(SNAPSHOT)}
    for name in ("COLUMNS", "LINES", "_TYPER_FORCE_DISABLE_TERMINAL", "TERMINAL_WIDTH"):
        env.pop(name, None)
    child = pexpect.spawn(
        sys.executable,
        ["-m", "libcareer", *shlex.split(command)[1:]],
        env=env,
        cwd=str(ROOT),
        encoding="utf-8",
        dimensions=(LINES, COLUMNS),
        timeout=60,
    )
    written = child.read()
    child.close()
    if child.exitstatus:
        raise SystemExit(f"{command}: exit code {child.exitstatus}\n{written}")
    terminal = pyte.HistoryScreen(COLUMNS, LINES, history=5000)
    pyte.Stream(terminal).feed(written)
    above = ["".join(line[x].data for x in range(COLUMNS)) for line in terminal.history.top]
    return "\n".join(line.rstrip() for line in (*above, *terminal.display)).rstrip().split("\n")


def lines(block: re.Match[str]) -> list[str]:
    """The lines that a *block* shows below its command."""
    return block["screen"].rstrip("\n").split("\n")


def renewed(page: str, home: Path) -> str:
    """The text of a *page* with every console block as the program shows it now."""

    def block(old: re.Match[str]) -> str:
        new = screen(old["command"], home)
        if lines(old)[-1] == CUT:
            new = [*new[: len(lines(old)) - 1], CUT]
        return "\n".join(["```console", f"$ {old['command']}", *new, "```"])

    return BLOCK.sub(block, page)


def main() -> None:
    """Run the commands of every page and write their screens anew."""
    with tempfile.TemporaryDirectory() as home:
        for page in pages():
            page.write_text(renewed(page.read_text(encoding="utf-8"), Path(home)), encoding="utf-8")


if __name__ == "__main__":
    main()
