"""Draw the pictures of the main screens, docs/screens/*.svg, as a terminal of 80 columns shows them.

    python docs/screens.py

Each command runs in a real terminal, with the frozen part of the knowledge in tests/snapshot. The pictures load no
other files. A test compares their words with the current output of the program; `[...]` marks a screen that is
longer than the picture.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import sys
import tempfile
from copy import copy
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree

import pexpect
import pyte
from rich.color_triplet import ColorTriplet
from rich.console import Console
from rich.terminal_theme import SVG_EXPORT_THEME
from rich.text import Text

ROOT = Path(__file__).parents[1]
FOLDER = Path(__file__).parent / "screens"
COLUMNS = 80
LINES = 36
"""The most lines of a screen in a picture."""

SCREENS = {
    "front-door": "libcareer",
    "quiz": "libcareer quiz --seed 3",
    "result": "libcareer quiz --answers tests/answers.json",
    "roles": "libcareer roles --skill cataloging --no-masters",
    "show": "libcareer show archivist --section pay --section doubts",
    "path": "libcareer path librarian --from library-technician --have bachelor",
    "planb": "libcareer planb librarian",
}
"""The command of each picture, by name."""

ASKING = {"front-door": "q quit", "quiz": "q quit"}
"""Pictures of a question, each with a pattern for the end of the question."""

SVG = """\
<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font: {char_height}px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace }}
{styles}
</style>
<rect width="{width}" height="{height}" rx="8" fill="#292929"/>
<g transform="translate({terminal_x}, 16)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""
"""The template for Rich: a terminal without a window around it and without a web font."""


THEME = copy(SVG_EXPORT_THEME)
"""The colors of Rich's pictures, with a foreground that is readable when dimmed."""
THEME.foreground_color = ColorTriplet(230, 230, 230)


def picture(name: str, home: Path) -> str:
    """The picture *name* as SVG; the program keeps its files in *home*."""
    command = SCREENS[name]
    shown = _question(command, ASKING[name], home) if name in ASKING else _answer(command, home)
    lines = [Text(f"$ {command}", "bold"), *shown]
    if len(lines) > LINES:
        lines = [*lines[:LINES], Text("[...]", "dim")]
    console = Console(width=COLUMNS, record=True, file=io.StringIO(), legacy_windows=False)
    for line in lines:
        console.print(line, no_wrap=True, crop=False, highlight=False)
    svg = console.export_svg(title="", theme=THEME, code_format=SVG, unique_id=name)
    return re.sub(RUN, _moved, re.sub(r"<text[^>]*>\n</text>", "\n", svg))


RUN = r' x="([0-9.]+)" y="([0-9.]+)" textLength="([0-9.]+)" clip-path="[^"]*">((?:&#160;)*)'
"""Text of one style, with its leading spaces."""

CELL = 12.2
"""The width of a character in the picture."""


def _moved(run: re.Match[str]) -> str:
    """The *run* without leading spaces, moved to its first word, because some viewers drop leading spaces."""
    left, y, length, spaces = run.groups()
    width = len(spaces) // len("&#160;") * CELL
    return f' x="{float(left) + width:g}" y="{y}" textLength="{float(length) - width:g}">'


def words(svg: str) -> list[str]:
    """The lines of words in a picture."""
    lines: dict[float, str] = {}
    for element in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text"):
        height = float(element.attrib["y"])
        lines[height] = lines.get(height, "") + (element.text or "").replace("\N{NO-BREAK SPACE}", " ")
    return [line.strip() for _, line in sorted(lines.items())]


def _started(command: str, home: Path) -> pexpect.spawn[bytes]:
    env = {
        name: value
        for name, value in os.environ.items()
        if name not in ("COLUMNS", "LINES", "NO_COLOR", "TERMINAL_WIDTH")
    }
    env |= {"TERM": "xterm-256color", "LIBCAREER_HOME": str(home), "PROMPT_TOOLKIT_NO_CPR": "1", "LC_ALL": "C.UTF-8"}
    env["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), env["PATH"]])
    env |= {"LIBCAREER_PAGER": "", "LIBCAREER_DATA": str(ROOT / "tests" / "snapshot")}
    args = ["-m", "libcareer", *shlex.split(command)[1:]]
    return pexpect.spawn(sys.executable, args, cwd=str(ROOT), env=env, dimensions=(LINES, COLUMNS), timeout=60)


def _answer(command: str, home: Path) -> list[Text]:
    child = _started(command, home)
    shown = child.read().decode()
    child.close()
    if child.exitstatus:
        raise SystemExit(f"{command}: exit code {child.exitstatus}\n{shown}")
    return [Text.from_ansi(line) for line in shown.replace("\r\n", "\n").rstrip("\n").split("\n")]


def _question(command: str, end: str, home: Path) -> list[Text]:
    screen = pyte.Screen(COLUMNS, LINES)
    child = _started(command, home)
    # The screen is complete when the program switches line wrapping on again.
    child.expect(f"{end}.*?\x1b\\[\\?7h")
    pyte.ByteStream(screen).feed(child.before + child.after)
    child.close(force=True)
    lines = []
    for row in range(LINES):
        cells = [screen.buffer[row][column] for column in range(COLUMNS)]
        line = Text()
        for style, run in groupby(cells, lambda cell: f"{'bold ' if cell.bold else ''}{_color(cell.fg)}"):
            line.append("".join(cell.data for cell in run), style)
        line.rstrip()
        lines.append(line)
    while lines and not lines[-1].plain:
        lines.pop()
    return lines


def _color(name: str) -> str:
    return f"#{name}" if re.fullmatch("[0-9a-f]{6}", name) else {"brown": "yellow"}.get(name, name)


def main() -> None:
    """Draw every picture anew."""
    with tempfile.TemporaryDirectory() as home:
        pictures = {f"{name}.svg": picture(name, Path(home)) for name in SCREENS}
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.svg"):
        old.unlink()
    for name, svg in pictures.items():
        (FOLDER / name).write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
