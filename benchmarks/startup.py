"""The cost of each answer from start to end, as installed: `python benchmarks/startup.py > table.md`.

Builds a wheel and installs it into an environment of its own, with two bare programs on the same
Typer and Rich and with the same kind of entry script. Then every program runs once in each round, so
that other work of the machine slows all of them alike; a ratio is the median, over the rounds, of two
runs in the same round. The ratios compare processor time (user and system), which is much steadier than
clock time on a busy machine. Where `perf` or `valgrind` can count instructions, the table has them
too: they hardly depend on the machine.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import re
import select
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

from overlays import overlay

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT = Path(__file__).parents[1]
SIZES = (1_000, 3_000)
"""Numbers of roles, built-in ones included, with a generated overlay."""

MEMORY_AT_MOST = 40

PASS, QUESTIONARY = "`python -c pass`", "`python -c 'import questionary'`"
BARE_LINE, BARE_TABLE = "bare Typer, a line", "bare Typer and Rich, a table on a terminal"

SHELLS = {
    "bash": {"_LIBCAREER_COMPLETE": "complete_bash", "COMP_WORDS": "libcareer show arch", "COMP_CWORD": "2"},
    "zsh": {"_LIBCAREER_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "libcareer show arch"},
    "fish": {
        "_LIBCAREER_COMPLETE": "complete_fish",
        "_TYPER_COMPLETE_ARGS": "libcareer show arch",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    },
}
"""The environment in which each shell asks for completions."""

LINE = """
import typer

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)

@app.command()
def line(word: str = "") -> None:
    print("A line of its own.", word)

main = app
"""

TABLE = """
import typer

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)

@app.command()
def table(word: str = "") -> None:
    from rich.console import Console
    from rich.table import Table

    drawn = Table("id", "title", "what it is")
    for number in range(10):
        drawn.add_row(f"row-{number}", f"Row number {number}", "A sentence about it that is as long as a summary is.")
    Console().print(drawn)

main = app
"""

MEMORY = """
import os, sys
null = os.open(os.devnull, os.O_RDWR)
to = [(os.POSIX_SPAWN_DUP2, null, 0), (os.POSIX_SPAWN_DUP2, null, 1), (os.POSIX_SPAWN_DUP2, null, 2)]
used = os.wait4(os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=to), 0)[2]
print(used.ru_maxrss // (1024 if sys.platform == "darwin" else 1))
"""
"""Prints the peak memory of a command in KiB; run in a small process, since a child starts with its parent's peak."""


@dataclass
class Task:
    """A program to run, the program it is compared with, and the highest ratio allowed."""

    name: str
    command: Sequence[str]
    to: str = ""
    most: float | None = None
    env: Mapping[str, str] = field(default_factory=dict)
    terminal: bool = False
    until: bytes = b""
    """Text on the terminal that ends the measured part; empty: the program's end."""
    used: list[float] = field(default_factory=list)
    """Seconds of processor time, by round."""
    took: list[float] = field(default_factory=list)
    """Seconds by the clock, by round."""
    instructions: int | None = None
    memory: int = 0
    """Peak, in KiB."""


# ---------------------------------------------------------------------------- running


def run(task: Task, env: Mapping[str, str]) -> None:
    """Run *task* once and record its times."""
    if task.terminal:
        used, took = on_a_terminal(task, {**env, **task.env})
    else:
        used, took = into_nothing(task.command, {**env, **task.env})
    task.used.append(used)
    task.took.append(took)


def into_nothing(command: Sequence[str], env: Mapping[str, str]) -> tuple[float, float]:
    null = os.open(os.devnull, os.O_RDWR)
    try:
        return spawned(command, env, (null, null, null))
    finally:
        os.close(null)


def spawned(command: Sequence[str], env: Mapping[str, str], streams: tuple[int, int, int]) -> tuple[float, float]:
    """Processor time and clock time of *command*, in seconds."""
    begun = time.perf_counter()
    pid = begin(command, env, streams)
    _, status, used = os.wait4(pid, 0)
    took = time.perf_counter() - begun
    if status:
        sys.exit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    return used.ru_utime + used.ru_stime, took


def begin(command: Sequence[str], env: Mapping[str, str], streams: tuple[int, int, int]) -> int:
    to = [(os.POSIX_SPAWN_DUP2, stream, number) for number, stream in enumerate(streams)]
    return os.posix_spawn(command[0], command, env, file_actions=to)


def on_a_terminal(task: Task, env: Mapping[str, str]) -> tuple[float, float]:
    """The same on a terminal of 80 columns, until it shows the text that ends the task."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 80, 0, 0))
    begun = time.perf_counter()
    pid = begin(task.command, env, (theirs, theirs, theirs))
    os.close(theirs)
    shown = b""
    for piece in pieces(ours):
        shown += piece
        if b"\x1b[6n" in piece:  # the program asks where the cursor is
            os.write(ours, b"\x1b[1;1R")
        if task.until and task.until in shown:
            took = time.perf_counter() - begun
            used = int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e9
            os.write(ours, b"\x03")
            for _ in pieces(ours):
                pass
            os.waitpid(pid, 0)
            break
    else:
        _, status, rusage = os.wait4(pid, 0)
        took, used = time.perf_counter() - begun, rusage.ru_utime + rusage.ru_stime
        if status or task.until:
            sys.exit(f"{task.name} showed {shown.decode(errors='replace')}")
    os.close(ours)
    return used, took


def pieces(terminal: int) -> Iterator[bytes]:
    """The output of a *terminal* until its program ends."""
    while select.select([terminal], [], [], 20)[0]:
        try:
            piece = os.read(terminal, 1 << 16)
        except OSError:
            return
        if not piece:
            return
        yield piece


def counted(task: Task, env: Mapping[str, str], folder: Path) -> int | None:
    """The instructions of *task* in user space, None where they cannot be counted.

    `perf` gives the least of three runs; without it, or on a machine without counters, `valgrind` simulates one.
    """
    if task.until:
        return None
    note = folder / "count"
    perf = ("perf", "stat", "-x,", "-e", "instructions:u", "-o", str(note)), r"^(\d+),", 3
    valgrind = (
        ("valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", f"--log-file={note}"),
        r"Collected : (\d+)$",
        1,
    )
    for (tool, *options), pattern, times in (perf, valgrind):
        path = shutil.which(tool)
        if path is None:
            continue
        command = [path, *options, *task.command]
        again = Task(task.name, command, env={**task.env, "PYTHONHASHSEED": "0"}, terminal=task.terminal)
        counts = []
        for _ in range(times):
            try:
                run(again, env)
            except SystemExit:
                break
            counts += [int(count) for count in re.findall(pattern, note.read_text(), re.MULTILINE)]
        if len(counts) == times:
            return min(counts)
    return None


def peak(task: Task, env: Mapping[str, str], python: Path) -> int:
    """The peak memory of *task* in KiB."""
    command = [str(python), "-c", MEMORY, *task.command]
    done = subprocess.run(command, env={**env, **task.env}, capture_output=True, text=True, check=True)
    return int(done.stdout)


# ---------------------------------------------------------------------------- the tasks


def installed(folder: Path) -> Path:
    """Install libcareer from a wheel, and the bare programs beside it; returns the folder of programs."""
    say("building a wheel")
    pip = [sys.executable, "-m", "pip"]
    subprocess.run([*pip, "wheel", "-q", "--no-deps", "-w", folder / "wheel", ROOT], check=True)
    [wheel] = (folder / "wheel").iterdir()
    say("installing it")
    subprocess.run([sys.executable, "-m", "venv", folder / "env"], check=True)
    programs = folder / "env" / "bin"
    # Older versions of pip write entry scripts that import `re`, which takes as long as --version.
    subprocess.run([programs / "pip", "install", "-q", "--upgrade", "pip>=25"], check=True)
    subprocess.run([programs / "pip", "install", "-q", wheel], check=True)
    script = (programs / "libcareer").read_text()
    [library] = (folder / "env" / "lib").glob("python*/site-packages")
    for name, code in (("bare_line", LINE), ("bare_table", TABLE)):
        (library / f"{name}.py").write_text(code)
        (programs / name).write_text(script.replace("libcareer.__main__", name))
        (programs / name).chmod(0o755)
    subprocess.run([programs / "python", "-m", "compileall", "-q", library], check=True)
    return programs


def tasks(programs: Path, overlays: Mapping[int, Path]) -> list[Task]:
    """Everything to measure, each task after the one it is compared with."""
    python, libcareer = str(programs / "python"), str(programs / "libcareer")
    asked = {
        "roles --skill cataloging": 1.15,
        "roles --skill cataloging, on a terminal": 1.08,
        "show archivist": None,
        "path librarian": None,
        **{f"completion of `show arch` in {shell}": 1.2 for shell in SHELLS},
    }

    def task(name: str, to: str, most: float | None, *options: str) -> Task:
        words, _, where = name.partition(", ")
        shell = name.rpartition(" ")[2]
        if name.startswith("completion"):
            env = SHELLS[shell] | ({"LIBCAREER_DATA": options[1]} if options else {})
            return Task(name, [libcareer], to, most, env)
        return Task(name, [libcareer, *words.split(), *options], to, most, terminal=bool(where))

    found = [
        Task(PASS, [python, "-c", "pass"]),
        Task(BARE_LINE, [str(programs / "bare_line")]),
        Task(BARE_TABLE, [str(programs / "bare_table")], terminal=True),
        Task(QUESTIONARY, [python, "-c", "import questionary"]),
        task("--version", PASS, 1.1),
        task("--help", BARE_LINE, 1.15),
        *(task(name, BARE_TABLE if "terminal" in name else BARE_LINE, most) for name, most in asked.items()),
        Task("first question of the quiz", [libcareer, "quiz"], QUESTIONARY, 1.15, terminal=True, until=b"says why"),
    ]
    for size, folder in overlays.items():
        for name in asked:
            larger = task(name, name, 1.3 if size == max(overlays) else None, "--data", str(folder))
            larger.name = f"{name}, {size:,} roles"
            found.append(larger)
    return found


# ---------------------------------------------------------------------------- the table


COLUMNS = (
    "what",
    "processor",
    "10 to 90 %",
    "clock",
    "instructions",
    "peak MiB",
    "compared with",
    "by processor",
    "10 to 90 %",
    "by clock",
    "by instructions",
    "at most",
    "kept",
)


def table(found: Sequence[Task], programs: Path) -> Iterator[str]:
    """The results as Markdown."""
    version = subprocess.run([programs / "python", "-V"], capture_output=True, text=True, check=True).stdout.strip()
    pip = subprocess.run([programs / "pip", "--version"], capture_output=True, text=True, check=True).stdout.split()[1]
    rounds = len(found[0].used)
    yield f"{version}, scripts by pip {pip}, {os.cpu_count()} processors, {rounds} rounds. Times in milliseconds.\n"
    yield f"| {' | '.join(COLUMNS)} |"
    yield f"|---|{'--:|' * 5}---|{'--:|' * 5}---|"
    by_name = {task.name: task for task in found}
    for task in found:
        count = f"{task.instructions / 1e6:.0f} M" if task.instructions else ""
        cells = [task.name, ms(median(task.used)), spread(task.used, 1e3, 0), ms(median(task.took)), count, mib(task)]
        if other := by_name.get(task.to):
            ratios = [one / base for one, base in zip(task.used, other.used, strict=True)]
            by_clock = [one / base for one, base in zip(task.took, other.took, strict=True)]
            by_count = task.instructions / other.instructions if task.instructions and other.instructions else None
            cells += [task.to, f"{median(ratios):.2f}", spread(ratios, 1, 2), f"{median(by_clock):.2f}"]
            cells += [f"{by_count:.2f}" if by_count else "", *judged(median(ratios), task.most)]
        else:
            cells += [""] * 7
        yield f"| {' | '.join(cells)} |"
    yield f"\nPeak memory may be {MEMORY_AT_MOST} MiB; the most was {max(task.memory for task in found) / 1024:.1f}."


def judged(ratio: float, most: float | None) -> tuple[str, str]:
    """The highest ratio allowed, and whether *ratio* is within it."""
    if most is None:
        return "", ""
    return f"{most:.2f}", "yes" if ratio <= most else "**no**"


def ms(seconds: float) -> str:
    return f"{seconds * 1e3:.1f}"


def mib(task: Task) -> str:
    return f"{task.memory / 1024:.1f}" if task.memory else ""


def spread(values: Sequence[float], factor: float, digits: int) -> str:
    """The range from the first to the last tenth of *values*."""
    tenths = quantiles([value * factor for value in values], n=10, method="inclusive")
    return f"{tenths[0]:.{digits}f} to {tenths[-1]:.{digits}f}"


def say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--repeat", type=int, default=20, metavar="N", help="rounds; default: 20")
    parser.add_argument(
        "--sizes", type=int, nargs="*", default=SIZES, metavar="N", help="roles in all; default: 1000 3000"
    )
    wish = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="startup-") as name:
        folder = Path(name)
        programs = installed(folder)
        env = {"HOME": name, "PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        found = tasks(programs, {size: overlay(folder, size) for size in wish.sizes})
        for task in found:
            say(f"once: {task.name}")
            run(task, env)  # compiles the overlays, and loads every file into memory
            task.used.clear()
            task.took.clear()
            task.instructions = counted(task, env, folder)
            if not task.until:
                task.memory = peak(task, env, programs / "python")
        for number in range(1, max(2, wish.repeat) + 1):
            say(f"round {number}")
            for task in found:
                run(task, env)
        print("\n".join(table(found, programs)))


if __name__ == "__main__":
    main()
