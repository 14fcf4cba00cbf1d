"""Generated calls of every command: whatever is typed, an answer or one message, and nothing that acts.

300 calls run by default, 400 with `HYPOTHESIS_PROFILE=full` as in CI, all in one process.
"""

from __future__ import annotations

import os
import random
import re
import shlex
import shutil
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import typer.main

from libcareer.cli import app

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Run

TESTS = Path(__file__).parents[1]

COMMANDS = dict(sorted(typer.main.get_command(app).commands.items()))  # type: ignore[attr-defined]
NEVER = {"--install-completion", "--show-completion"}
"""Options of Typer that write into the files of a shell, or look at the processes that run."""

CALLS = 400 if os.environ.get("HYPOTHESIS_PROFILE") == "full" else 300
PARTS = 10

RIGHT = 0.85
"""How often a value is a right one; with fewer, most calls end at their first word."""

CODES = {0, 1, 2, 130}

HUGE = 20_000

HOSTILE = [
    "", " ", "  ", "-", "--", "---", "-x", "--nonsense", "--=", "=", "=1", "-1", "0", "1", "01", "1.5", "1e9",
    "1e400", "nan", "-inf", "inf", "9" * 400, "-0", "0x10", "1_000", "$60,000", "1,820", "\u0661\u0662", "\u00bd",
    "\u2212" + "1", "\x1b[2J", "\x1b]0;x\x07", "\x07", "\x7f", "\x85", "\x9b2J", "\r", "\n", "a\nb", "\t", "\u2028",
    "\u2029", "\u202e", "\u202eabc", "\u2066x\u2069", "\u200b", "\u200f", "\ufeff", "\u00ad", "\ue000",
    "\U000e0041", "\ufdd0", "--\u202eabc", "-\x1b[2J", "--format=\u202e", "--\x1b=x", "\udcff", "\udcff\udcfe.json",
    "\U0001f9d1\u200d\U0001f3eb", "e\u0301", "\u0130", "\u00df", "\ufb01", "[red]x[/red]", "%s", "{0}", "{role}",
    "\\", "'", '"', "`id`", "$(id)", ";", "|", "<b>", "../x", ".", "..", "~", "~/x", "x/", "no/such/folder",
    "x" * 300, "a/" * 300, "a" * HUGE, "\u202e" * 500, "a " * 2000, "\u0300" * 3000, "C:\\x", "con", "*", "?",
    "@file", "now", "today", "2026-02-30", "0000-00", "9999-12-31", "10000-01", "2026-13..now:20/week", "..", "..:",
    "now..now:0", "2022-03..now:20/week", "bachelor:2027-06", ":", "a:b:c", "30,20,35,10,15,25", ",,,,,", "R,I,A",
    "done", "undone", "1-3", "3-1", "1-99999999999",
]  # fmt: skip
"""Words that somebody, or some script, may type anywhere; none is the absolute path of a file that exists."""

GOOD = {
    "ROLE": ["page", "clerk", "librarian", "director", "editor", "technician", "Librarian", "assistant"],
    "GOAL": ["librarian", "director", "editor", "done", "undone"],
    "SKILL": ["helping", "cataloging", "shelving", "leading"],
    "EDUCATION": ["bachelor", "secondary", "mlis", "high school", "nothing"],
    "CREDENTIAL": ["mlis", "badge", "lib-certificate", "bachelor"],
    "DATE": ["2026-09-01", "2026-09", "today", "next month"],
    "N": ["1", "2", "3", "12", "0"],
    "AMOUNT": ["0", "2000", "50000", "$50,000"],
    "FORMAT": ["plain", "json", "csv", "markdown", "screen"],
    "FILE": ["answers.json", "lines.txt", "pipe", "folder", "out.ics"],
    "DIR": ["folder", "pages", "tiny", "results"],
    "PATH": ["tiny", "folder", "lines.txt", "tiny/roles/page.yaml"],
    "RANGE": ["1820", "100.5"],
    "TO": ["2022-03..now:20/week", "2021..2022:900"],
    "WHEN": ["bachelor:2027-06"],
    "NAME": ["mlis", "badge", "guide", "old guild"],
    "GROUP": ["service", "description"],
    "SETTING": ["office"],
    "CLUSTER": ["support", "professional"],
    "LEVEL": ["bachelor", "secondary"],
    "SCORES": ["30,20,35,10,15,25", "R=30"],
    "WORDS": ["which", "jobs", "need", "no", "degree", "?"],
}
"""Values that are right for most options of a metavar; the names of files are those that `place` makes."""

TYPED = [
    "",
    "1 2 3\n" * 4 + "1 4 6\n" * 6,
    "skip\n" * 30,
    "1\n\x1b[2J\n\u202e\nback\nwhy\n",
    "\n\n\n",
    "y\n" * 9,
    "1 2 3\n",
]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder with what the values name; nothing outside of it and of the private home is written."""
    monkeypatch.setenv("HOME", str(tmp_path / "user"))
    work = tmp_path / "work"
    work.mkdir()
    (work / "folder").mkdir()
    shutil.copytree(TESTS / "class", work / "results")
    shutil.copytree(TESTS / "tiny", work / "tiny")
    (work / "answers.json").write_bytes((TESTS / "class" / "1.json").read_bytes())
    (work / "lines.txt").write_text(TYPED[1], encoding="utf-8")
    if hasattr(os, "mkfifo"):
        os.mkfifo(work / "pipe")
    monkeypatch.chdir(work)
    return work


def value(chance: random.Random, parameter: Any) -> str:
    """A value for *parameter*: mostly a right one, and otherwise anything."""
    metavar = str(parameter.metavar or parameter.name or "").upper()
    kinds = [kind for kind in re.findall("[A-Z]+", metavar) if kind in GOOD]
    good = [*getattr(parameter.type, "choices", ()), *(word for kind in kinds for word in GOOD[kind])] or GOOD["N"]
    return str(chance.choice(good)) if chance.random() < RIGHT else chance.choice(HOSTILE)


def call(chance: random.Random) -> list[str]:
    """The arguments of one call."""
    words: list[str] = []
    if chance.random() < 0.05:
        words.append(chance.choice(["--version", "--verbose", "-V", "--help", *HOSTILE]))
    if chance.random() < 0.05:
        words += ["--format", value(chance, COMMANDS["roles"].params[-1])]
    name = chance.choice(list(COMMANDS)) if chance.random() < 0.97 else chance.choice(HOSTILE)
    words.append(name)
    command = COMMANDS.get(name)
    for parameter in command.params if command else ():
        if parameter.param_type_name == "argument":
            several = parameter.nargs == -1 or chance.random() < 0.1
            wanted = chance.choice([1, 2, 2, 3, 4] if several else [1, 1, 1, 0])
            words += [value(chance, parameter) for _ in range(wanted)]
        elif NEVER.isdisjoint(parameter.opts) and chance.random() < (0.05 if "--data" in parameter.opts else 0.25):
            option = chance.choice([*parameter.opts, *parameter.secondary_opts])
            if parameter.is_flag:
                words.append(option if chance.random() < 0.9 else f"{option}={chance.choice(HOSTILE)}")
            elif chance.random() < 0.5:
                words += [option, value(chance, parameter)]
            else:
                words.append(f"{option}={value(chance, parameter)}")
    if chance.random() < 0.1:
        words.insert(chance.randrange(len(words) + 1), chance.choice(["--help", "--", *HOSTILE]))
    return [word for word in words if word not in NEVER]


def acting(said: str) -> set[str]:
    """Characters of *said* that a terminal or a reader might act on; a line end ends a line."""
    return {
        char
        for char in said.replace("\r\n", "\n")
        if char != "\n" and unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
    }


def calls(part: int) -> Iterator[tuple[list[str], str]]:
    """Calls and what is typed at them, the same ones in every run."""
    chance = random.Random(part)
    for _ in range(CALLS // PARTS):
        yield call(chance), chance.choice(TYPED)


@pytest.mark.parametrize("part", range(PARTS))
def test_whatever_is_typed_ends_in_an_answer_or_a_message_and_nothing_acts(part: int, run: Run, place: Path) -> None:
    knowledge = shutil.copytree(TESTS / "tiny", place.parent / "knowledge")  # for `new`, which adds to it
    for args, typed in calls(part):
        result = run(*args, input=typed, data=knowledge)
        shown = shlex.join(args)[:500]
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise AssertionError(f"libcareer {shown!r}") from result.exception
        out, err = result.stdout_bytes.decode(), result.stderr_bytes.decode()
        assert "Traceback" not in err, shown
        assert result.exit_code in CODES, shown
        assert acting(out) == acting(err) == set(), shown
        assert out or err, shown
        assert len(err) < 10 * HUGE, shown


def test_the_calls_reach_every_command_and_every_option() -> None:
    made = [args for part in range(PARTS) for args, _ in calls(part)]
    words = {word.partition("=")[0] for args in made for word in args}
    assert COMMANDS.keys() <= words
    if len(made) >= 3000:
        options = {option for command in COMMANDS.values() for one in command.params for option in one.opts}
        assert {option for option in options if option.startswith("-")} - NEVER <= words
