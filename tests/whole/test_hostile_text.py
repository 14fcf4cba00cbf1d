"""Text made to do harm: in records and names it is only ever text."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import inspect as shape

from libcareer.catalog import load
from libcareer.catalog.cache import cached
from libcareer.catalog.catalog import _compiler_version
from libcareer.catalog.compiled import compile
from libcareer.catalog.names import Index
from libcareer.commands.options import complete_role, complete_skill
from libcareer.engines.quiz.algebra import dot
from libcareer.engines.quiz.belief import Answer
from libcareer.engines.quiz.engine import Quiz
from libcareer.engines.quiz.limits import practical_questions
from libcareer.errors import SeveralNames, UnknownName
from libcareer.knowledge.reading import read_folder
from libcareer.knowledge.spelling import fold
from libcareer.reports.page.render import Format

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer.testing import Result

    from libcareer.catalog import Catalog

    Run = Callable[..., Result]

LIMITS = practical_questions(load())

ROOT = Path(__file__).parents[2]
TINY = Path(__file__).parents[1] / "tiny"
HOSTILE = (
    "=cmd|' /C calc'!A1\t\x1b[2J\x1b]0;x\x07\r\n\x00\x7f\x9b2J\x85\u2028\u202e\u2066\u200b\ufeff[red]x[/]<b>&`*_#|"
)
MARK = "\\x1b[2J"
"""What shows that the text came through, as text."""

COMMANDS = [
    ["quiz"],
    ["quiz", "--details"],
    ["roles"],
    ["show", "page"],
    ["show", "page", "--sources"],
    ["path", "librarian"],
    ["me", "--from", "librarian", "--studying", "mlis:2030-06", "--skill", "cataloging", "--no-move"],
    ["me"],
    ["me", "--quiz"],
    ["skills"],
    ["skills", "helping"],
    ["credentials"],
    ["credentials", "mlis"],
    ["resources"],
    ["resources", "--outdated"],
    ["network"],
    ["sources"],
    ["disputes"],
    ["changes"],
    ["changes", "ohio-ads"],
    ["translate", "putting-back"],
    ["translate", "putting-back", "--to", "office"],
    ["translate", "--role", "page"],
    ["ask", "cataloging"],
]


def spoiled(value: Any, type_: shape.Type) -> Any:
    """*value* with every text in it that a person reads made hostile."""
    match type_:
        case shape.Metadata(type=inner, extra=extra):
            return value if extra and "refers" in extra else spoiled(value, inner)
        case shape.UnionType(types=types):
            inner = next(t for t in types if not isinstance(t, shape.NoneType))
            return None if value is None else spoiled(value, inner)
        case shape.StructType():
            fields = {field.name: field.type for field in type_.fields}
            return type_.cls(**{name: spoiled(getattr(value, name), inner) for name, inner in fields.items()})
        case shape.DictType(value_type=inner):
            return {key: spoiled(each, inner) for key, each in value.items()}
        case shape.VarTupleType(item_type=inner):
            return tuple(spoiled(each, inner) for each in value)
        case shape.StrType(pattern=None):
            return HOSTILE + value
        case _:
            return value


@pytest.fixture(scope="module")
def hostile() -> bytes:
    """The tiny knowledge, compiled, with every text in it hostile: as if no file had ever been checked."""
    knowledge, _ = read_folder(TINY)
    for records in knowledge.entries.values():
        for entry in records.values():
            entry.value = spoiled(entry.value, shape.type_info(type(entry.value)))
    knowledge.groups = {id_: HOSTILE + title for id_, title in knowledge.groups.items()}
    return compile(knowledge)


@pytest.fixture
def over_hostile(hostile: bytes, home: Path, warm: None) -> None:
    """Put the hostile catalog into a cache of this test's own, so that every command answers from it."""
    (home / "cache").unlink()
    cached([TINY], _compiler_version(), lambda: hostile)


@pytest.fixture(scope="module")
def quiz_lines(tiny: Catalog) -> str:
    """Lines that answer the whole quiz as a director would, so that there is a verdict to show."""
    quiz, answers = Quiz(tiny), list[Answer]()
    while screen := quiz.next(answers):
        liking = {option: dot(quiz.options[option], quiz.roles["director"]) for option in screen.options}
        wish = sorted(screen.options, key=lambda option: -liking[option])
        answers.append(Answer(screen.options, tuple(wish[: screen.picks]), wish[-1] if screen.least else None))
    chosen = [(*answer.picks, *([answer.least] if answer.least else [])) for answer in answers]
    typed = [[answer.options.index(o) + 1 for o in some] for answer, some in zip(answers, chosen, strict=True)]
    return "".join(" ".join(map(str, numbers)) + "\n" for numbers in typed) + "skip\n" * len(LIMITS)


def acting(said: str) -> set[str]:
    """Characters of *said* that a terminal or a reader might act on; a new line is what ends lines."""
    return {
        char
        for char in said
        if char != "\n" and unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
    }


@pytest.mark.usefixtures("over_hostile")
@pytest.mark.parametrize("format_", list(Format))
@pytest.mark.parametrize("args", COMMANDS, ids=" ".join)
def test_no_text_of_a_record_acts_in_any_answer(run: Run, args: list[str], format_: Format, quiz_lines: str) -> None:
    if args[0] == "me":
        run("quiz", input=quiz_lines)
    result = run(*args, "--format", format_.value, input=quiz_lines)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert result.exit_code == 0
    said = result.stdout_bytes.decode()
    assert acting(said) == acting(result.stderr_bytes.decode()) == set()
    if format_ is Format.JSON:
        assert json.dumps(HOSTILE)[1:-1] in said
        return
    assert (
        MARK in "".join(said.split())
        if format_ is Format.SCREEN
        else MARK in said.replace("\\\\", "\\").replace("\\[", "[")
    )
    if format_ is Format.MARKDOWN:
        assert "<b" not in said
    if format_ is Format.CSV:
        cells = [cell for row in csv.reader(io.StringIO(said)) for cell in row]
        assert [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r"))] == []
        # The page about a person names roles within sentences only.
        assert args == ["me"] or any(cell.startswith("'=cmd|") for cell in cells)


@pytest.mark.usefixtures("over_hostile")
def test_completion_offers_text_and_nothing_that_acts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIBCAREER_DATA", str(TINY))
    offered = [*complete_role("p"), *complete_skill("")]
    assert {"page", "helping"} <= {id_ for id_, _ in offered}
    assert all(MARK in title and not acting(title) for _, title in offered)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.usefixtures("over_hostile")
@pytest.mark.parametrize(
    "args",
    [
        ["show", "page"],
        ["roles"],
        ["show", "\x1b[2J"],
        ["roles", "--format", "\x9b2J"],
        ["\x1b]0;x\x07"],
        ["ask", "\x1b[2J"],
    ],
    ids=repr,
)
def test_the_only_sequences_on_a_terminal_are_colors(args: list[str]) -> None:
    import pexpect

    env = {
        name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "_TYPER_FORCE_DISABLE_TERMINAL")
    }
    env |= {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "LIBCAREER_DATA": str(TINY)}
    child = pexpect.spawn(sys.executable, ["-m", "libcareer", *args], cwd=str(ROOT), env=env, timeout=60)
    said = child.read().decode()
    child.close()
    assert acting(re.sub(r"\x1b\[[0-9;]*m", "", said).replace("\r\n", "\n")) == set()
    assert MARK in "".join(said.split()) or "\\x9b" in said or "\\x1b]0;x" in said


def test_a_path_made_to_look_like_a_source_line_acts_no_more_than_any_other(run: Run) -> None:
    result = run("roles", "--data", "x\n|\x1b[2J\n^\x1b[2J")
    assert result.exit_code == 1
    assert acting(result.stderr) == set()


def test_the_mark_stands_under_what_it_marks_however_the_line_is_indented(run: Run, data: Path) -> None:
    path = data / "settings.yaml"
    path.write_text("office:   {title:  Office,   aliases:   no}\n", encoding="utf-8")
    _, after = run("roles", data=data).stderr.split("settings.yaml:1:")
    _, line, mark = after.splitlines()[1:4]
    assert line[mark.index("^") :].startswith("no}")


# ---------------------------------------------------------------------------- completion where nothing can be read


@pytest.mark.parametrize(
    ("shell", "what"),
    [
        *(("bash", what) for what in ("nowhere", "a file", "a problem", "a pipe", "bytes")),
        ("zsh", "bytes"),
        ("fish", "bytes"),
    ],
)
def test_completion_offers_nothing_where_the_knowledge_cannot_be_read(
    shell: str, what: str, data: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = data
    if what == "nowhere":
        folder = data / "nowhere"
    elif what == "a file":
        folder = data / "settings.yaml"
    elif what == "a pipe":
        os.mkfifo(data / "roles" / "x.yaml")
    else:
        (data / "roles" / "x.yaml").write_bytes(b"[" if what == "a problem" else b"\xff\0")
    monkeypatch.setenv("_LIBCAREER_COMPLETE", f"complete_{shell}")
    monkeypatch.setenv("COMP_WORDS", "libcareer show p")
    monkeypatch.setenv("COMP_CWORD", "2")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", "libcareer show p")
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    done = subprocess.run(
        [sys.executable, "-c", "import sys; sys.argv = ['libcareer']; from libcareer.__main__ import main; main()"],
        cwd=ROOT,
        env={**os.environ, "LIBCAREER_DATA": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert "page" not in done.stdout


# ---------------------------------------------------------------------------- names as typed

ENDLESS = [
    "(",
    " ",
    "a ",
    "a, ",
    "/",
    " or ",
    "s",
    "is",
    "\u0300\u0316",
    "\ufdfa",
    "-",
    "'",
    "\x1b",
    "\ud800",
    "\U0001f9d1\u200d",
]

ALL_OF_THEM = """
import resource
resource.setrlimit(resource.RLIMIT_CPU, (40, 40))
resource.setrlimit(resource.RLIMIT_AS, (700_000_000, 700_000_000))
import json, sys
from pathlib import Path
from libcareer.catalog import load
from libcareer.errors import LibcareerError, UnknownName
from libcareer.engines.words.questions.ask import LONGEST, ask
catalog = load(Path(sys.argv[1]))
for piece in json.load(sys.stdin):
    word = "a" + piece * (60_000 // len(piece)) + "b"
    assert catalog.role_names.find(word) == catalog.role_names.nearest(word) == ()
    for name in (catalog.role_names.one, catalog.skill_names.all):
        try:
            name(word)
        except UnknownName as error:
            assert len(str(error)) < 200
        else:
            raise AssertionError(piece)
    ask(catalog, word[:LONGEST])
    ask(catalog, (piece + " ") * (LONGEST // 20))
# A question may have many arguments.
try:
    ask(catalog, "a" + "\\u0300\\u0316" * 400_000)
except LibcareerError as error:
    assert len(str(error)) < 200
else:
    raise AssertionError("no limit")
"""


def test_a_name_without_end_is_unknown_in_bounded_time_and_memory() -> None:
    done = subprocess.run(
        [sys.executable, "-c", ALL_OF_THEM, str(TINY)],
        cwd=ROOT,
        input=json.dumps(ENDLESS),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr[-2000:]) == (0, "")


ODD = st.text(st.one_of(st.characters(), st.sampled_from("()/,&' -\u0300\u202e\0\x1b\ud800\ufdfa")), max_size=60)


@given(word=ODD)
def test_any_word_at_all_names_something_or_is_unknown_in_one_line(word: str) -> None:
    index = Index.of("role", {"page": ("Page", "Shelver (evenings)"), "clerk": ("Clerk or Aide", "Circulation clerk")})
    assert set(index.find(word)) <= {"page", "clerk"}
    assert set(index.nearest(word)) <= {"page", "clerk"}
    assert re.fullmatch("[a-z0-9-]*", fold(word))
    for name in (index.one, index.all):
        try:
            name(word)
        except (UnknownName, SeveralNames) as error:
            assert len(str(error).splitlines()) == 1  # noqa: PT017 - either is right
