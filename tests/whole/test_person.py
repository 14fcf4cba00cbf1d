"""A person who types every answer by number from the screen in front of them gets exactly those answers.

The person is random but seeded: they like some options better than others, press wrong keys, take marks back,
go back and change their mind. They know only what the terminal shows, as `pyte` has it, or the lines they read.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

import pexpect

from libcareer.catalog import load
from libcareer.engines.quiz.belief import Answer
from libcareer.engines.quiz.engine import Quiz
from libcareer.engines.quiz.limits import practical_questions

if TYPE_CHECKING:
    from collections.abc import Callable

    from libcareer.catalog import Catalog

ROOT = Path(__file__).parents[2]
TINY = Path(__file__).parents[1] / "tiny"

LIMITS = practical_questions(load(TINY))

ENTER, DOWN, ESCAPE = "\r", "\x1b[B", "\x1b"
NOTHING = ("x", "\x1b\r", "\x0f", "\x1b1", "0", "-", "\t", "\x1b[C")
"""Keys that answer nothing: letters, Alt-Enter, Ctrl-O, Alt-1, a number that no option has, Tab, an arrow."""

ROW = re.compile(r"^[> ] [+\- ] +(\d+)\. (.*)$")
LINE = re.compile(r"^  (\d+)\. (.*)$")
PLACE = re.compile(r"Screen \d+|(Practical question )?\d+ of \d+$|Your answers|That was")
"""The beginning of the line that says which question it is."""
ASKS = r"(?:or\s+skip|or\s+back|,\s+q\))\.\r?\n"
"""The end of a question that is asked by line."""

Answers = dict[str, Any]


class Person:
    """Somebody with wishes: how much they like each option, what they answer to practical questions."""

    def __init__(self, seed: int) -> None:
        self.luck = Random(seed)
        self.likes: dict[str, float] = {}
        self.answers: Answers = {}

    def liking(self, text: str) -> float:
        return self.likes.setdefault(text, self.luck.random())

    def wanted(self, title: str, options: dict[int, str]) -> list[int]:
        """The numbers to type for what *title* asks about *options*, by number."""
        order = sorted(options, key=lambda number: -self.liking(options[number]))
        picks = int(found[1]) if (found := re.search(r"Which (\d) ", title)) else 1
        return order[:picks] + ([order[-1]] if "which least" in title else [])

    def note(self, title: str, options: dict[int, str], numbers: list[int]) -> None:
        """Remember an answer by the words of the options."""
        chosen = [options[number] for number in numbers]
        least = chosen.pop() if "which least" in title else None
        key = title if title in QUESTIONS else " / ".join(sorted(options.values()))
        self.answers[key] = chosen[0] if title in QUESTIONS else (sorted(chosen), least)


QUESTIONS = {limit.question for limit in LIMITS}


def kept(home: Path, quiz: Quiz) -> Answers:
    """The answers that were kept, by the same words."""
    saved = json.loads((home / "result.json").read_text(encoding="utf-8"))
    answers: Answers = {
        " / ".join(sorted(map(quiz.text, each["options"]))): (
            sorted(map(quiz.text, each.get("picks", ()))),
            quiz.text(each["least"]) if each.get("least") else None,
        )
        for each in saved["answers"]
    }
    for limit in LIMITS:
        texts = {choice.id: choice.text for choice in limit.choices}
        answers[limit.question] = texts[saved["limits"][limit.id]]
    return answers


@pytest.fixture(scope="module")
def quiz(tiny: Catalog) -> Quiz:
    return Quiz(tiny)


# ---------------------------------------------------------------------------- with keys


def whole(lines: list[str]) -> bool:
    """Whether a question is drawn to its end."""
    return any(line.endswith("q quit") for line in lines)


def rows_of(lines: list[str]) -> dict[int, tuple[str, str]]:
    """Mark and words of each option seen, by number."""
    rows: dict[int, tuple[str, str]] = {}
    number = 0
    for line in lines:
        if found := ROW.match(line):
            number = int(found[1])
            rows[number] = (line[2], found[2])
        elif number and line.startswith("    "):
            rows[number] = (rows[number][0], f"{rows[number][1]} {line.strip()}")
        else:
            number = 0
    return rows


def title_of(lines: list[str]) -> str:
    """The question: what stands between the line that says where it is and the list."""
    start = next(i for i, line in enumerate(lines) if PLACE.match(line))
    end = next((i for i in range(start, len(lines)) if ROW.match(lines[i]) or lines[i].startswith("more ")), len(lines))
    words = " ".join(" ".join(lines[start:end]).split())
    found = re.search(r"Which \d .*", words)
    return found[0] if found else next(question for question in QUESTIONS if question in words)


def all_rows(terminal: Any, lines: list[str]) -> dict[int, tuple[str, str]]:
    """All options; where some are out of sight, an arrow brings each to where it is seen whole."""
    if not any(line.startswith("more ") for line in lines):
        return rows_of(lines)
    rows: dict[int, tuple[str, str]] = {}
    at = pointed(lines)
    while at not in rows:
        if at is not None:
            rows[at] = rows_of(lines)[at]
        terminal.press(DOWN)
        lines = terminal.until(lambda lines, last=at: pointed(lines) not in (None, last))  # type: ignore[misc]
        at = pointed(lines)
    return rows


def pointed(lines: list[str]) -> int | None:
    return next((int(found[1]) for line in lines if line.startswith(">") and (found := ROW.match(line))), None)


def answer_screen(person: Person, terminal: Any, lines: list[str]) -> None:
    """Press what the person wants on the question that is seen, some of it in a roundabout way."""
    rows = all_rows(terminal, lines)
    title, options = title_of(lines), {number: words for number, (_, words) in rows.items()}
    marked = [number for number, (mark, _) in rows.items() if mark != " "]
    numbers = person.wanted(title, options)
    if person.luck.random() < 0.5:
        terminal.press(person.luck.choice(NOTHING))
        terminal.until(lambda lines: "nothing here" in " ".join(lines) or "There is no" in " ".join(lines))
    if title in QUESTIONS:
        terminal.press(str(numbers[0]))
        terminal.until(lambda lines: f"Enter takes {numbers[0]}" in " ".join(lines))
    else:
        slip = person.luck.choice(numbers)
        for key in (*marked, slip, slip, *numbers):
            terminal.press(str(key))
        terminal.until(lambda lines: "Enter goes on." in " ".join(lines))
    person.note(title, options, numbers)
    terminal.press(ENTER)


@pytest.mark.parametrize(("columns", "rows", "encoding"), [(80, 24, "utf-8"), (40, 20, "cp437"), (120, 40, "ascii")])
def test_every_answer_typed_from_the_screen_is_the_answer_kept(
    columns: int, rows: int, encoding: str, terminal: Callable[..., Any], home: Path, quiz: Quiz
) -> None:
    person = Person(columns + len(encoding))
    seen = terminal(columns, rows, "quiz", PYTHONIOENCODING=encoding)
    before, returned = "", False
    while True:
        lines = seen.until(lambda lines, last=before: whole(lines) and question_id(lines) != last)  # type: ignore[misc]
        before = question_id(lines)
        if before.startswith("That was"):
            break
        if before.startswith("Screen 3") and not returned:
            # The person has changed their mind about the second.
            returned = True
            seen.press(ESCAPE)
            person.likes.clear()
            continue
        answer_screen(person, seen, lines)
    # The person changes the first answer from the list of all answers.
    person.likes.clear()
    seen.press("a")
    seen.until(lambda lines: whole(lines) and question_id(lines).startswith("Your answers"))
    seen.press("1")
    seen.until(lambda lines: any("Enter takes 1" in line for line in lines))
    seen.press(ENTER)
    answer_screen(person, seen, seen.until(lambda lines: whole(lines) and question_id(lines).startswith("Screen 1,")))
    while not question_id(lines := seen.until(whole)).startswith("Your answers"):
        if question_id(lines).startswith("Screen 1,"):
            seen.until(lambda lines: not question_id(lines).startswith("Screen 1,"))
        else:
            answer_screen(person, seen, lines)
    seen.press(ENTER)
    # Which keys lead on depends on the verdict; the last one always leaves.
    seen.until(lambda _: "a change an answer" in seen.words and seen.words.endswith("q quit"))
    seen.press("q")
    seen.child.expect(pexpect.EOF)
    assert kept(home, quiz) == person.answers


def question_id(lines: list[str]) -> str:
    """The line that says which question it is; empty while there is none."""
    return next((line for line in lines if PLACE.match(line)), "")


# ---------------------------------------------------------------------------- by line


class Lines:
    """The quiz by line on a terminal, or over pipes."""

    def __init__(self, args: tuple[str, ...], *, pipe: bool, columns: int = 80, **more: str) -> None:
        env = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "TERMINAL_WIDTH")}
        env |= {"TERM": "xterm", "LIBCAREER_DATA": str(TINY), "LC_ALL": "C.UTF-8", **more}
        command = [sys.executable, "-m", "libcareer", *args]
        self.pipe = (
            subprocess.Popen(
                command, cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                text=True,
            )
            if pipe
            else None
        )  # fmt: skip
        if not pipe:
            self.child = pexpect.spawn(
                command[0], command[1:], cwd=str(ROOT), env=env, dimensions=(24, columns), timeout=60, encoding="utf-8"
            )

    def asked(self) -> list[str]:
        """The lines up to the end of the next question; none if a pipe has no other: nobody looks back there."""
        if self.pipe is None:
            self.child.expect(ASKS)
            return str(self.child.before + self.child.after).replace("\r", "").splitlines()
        assert self.pipe.stderr
        lines: list[str] = []
        while not lines or not re.search(ASKS, lines[-1]):
            if not (line := self.pipe.stderr.readline()):
                return []
            lines.append(line)
        return [line.rstrip("\n") for line in lines]

    def type(self, line: str) -> None:
        if self.pipe is None:
            self.child.sendline(line)
        else:
            assert self.pipe.stdin
            self.pipe.stdin.write(line + "\n")
            self.pipe.stdin.flush()

    def ended(self) -> None:
        if self.pipe is None:
            self.child.expect(r"change\s+an\s+answer,[^.]*quit\s+\([^)]*q\)")
            self.child.sendline("q")
            self.child.expect(pexpect.EOF)
            self.child.close()
        else:
            self.pipe.communicate()


def read(lines: list[str]) -> tuple[str, str, dict[int, str]]:
    """The line that says which question it is, the question, and its options."""
    options: dict[int, str] = {}
    number = 0
    for line in lines:
        if found := LINE.match(line):
            number = int(found[1])
            options[number] = found[2]
        elif number and line.startswith("     "):
            options[number] += f" {line.strip()}"
        else:
            number = 0
    identity = question_id(lines)
    words = " ".join(line for line in lines[lines.index(identity) :] if not line.startswith("  "))
    found = re.search(r"Which \d [^?]*\?", words)
    return identity, found[0] if found else next((each for each in QUESTIONS if each in words), ""), options


@pytest.mark.parametrize(
    ("args", "pipe", "columns", "env"),
    [
        (("quiz", "--lines"), False, 60, {}),
        (("quiz",), False, 200, {"ACCESSIBLE": "1"}),
        (("quiz", "--format", "plain"), False, 80, {}),
        (("quiz",), False, 80, {"TERM": "dumb"}),
        (("quiz",), True, 80, {}),
    ],
    ids=["--lines", "ACCESSIBLE", "plain", "dumb", "pipe"],
)
def test_every_answer_typed_from_the_lines_just_read_is_the_answer_kept(
    args: tuple[str, ...], pipe: bool, columns: int, env: dict[str, str], warm: None, home: Path, quiz: Quiz
) -> None:
    person, session = Person(columns), Lines(args, pipe=pipe, columns=columns, **env)
    returned, changed = False, False
    while lines := session.asked():
        identity, title, options = read(lines)
        if identity.startswith("Screen 3;") and not returned:
            person.likes.clear()
            returned = True
            session.type("back")
        elif identity.startswith("Your answers") and changed:
            session.type("")
            break
        elif identity.startswith("That was"):
            session.type("a")
        elif identity.startswith("Your answers"):
            person.likes.clear()
            changed = True
            session.type("1")
        else:
            numbers = person.wanted(title, options)
            person.note(title, options, numbers)
            session.type(" ".join(map(str, numbers)))
    session.ended()
    assert kept(home, quiz) == person.answers


def test_a_file_of_the_same_numbers_gives_the_same_answers(run: Any, quiz: Quiz, tmp_path: Path) -> None:
    person, lines, answers = Person(5), [], []
    while screen := quiz.next(answers):
        options = dict(enumerate(map(quiz.text, screen.options), 1))
        title = f"Which {screen.picks} most{', and which least' if screen.least else ''}"
        numbers = person.wanted(title, options)
        lines.append(" ".join(map(str, numbers)))
        ids = [screen.options[number - 1] for number in numbers]
        answers.append(Answer(screen.options, tuple(ids[: screen.picks]), ids[-1] if screen.least else None))
    file = tmp_path / "answers.txt"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    written = json.loads(run("quiz", "--answers", str(file), "--format", "json").stdout)["answers"]
    assert [(each["picks"], each.get("least")) for each in written] == [(list(a.picks), a.least) for a in answers]
