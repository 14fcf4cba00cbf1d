"""Answers and saved files made to do harm: a result or one sentence, and never more."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from libcareer.engines.quiz.answers import answers_from_json
from libcareer.engines.quiz.engine import Quiz, Screen
from libcareer.engines.quiz.interview import Chosen, Picked, screen_reply
from libcareer.errors import BadAnswers

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer.testing import Result

    from libcareer.catalog import Catalog

    Run = Callable[..., Result]

ROOT = Path(__file__).parents[2]
TINY = Path(__file__).parents[1] / "tiny"
QUIZ_LINES = "1 2 3\n" * 4 + "1 4 6\n" * 4
ODD_ONE = "\x1b[2J"
ODD = st.text(st.one_of(st.characters(), st.sampled_from("()/,&' -\u0300\u202e\0\x1b\ud800\ufdfa")), max_size=60)


def acting(said: str) -> set[str]:
    """Characters of *said* that a terminal or a reader might act on; a new line is what ends lines."""
    return {char for char in said if char != "\n" and unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn")}


@pytest.fixture(scope="module")
def quiz(tiny: Catalog) -> Quiz:
    return Quiz(tiny)


OPTIONS = st.lists(
    st.sampled_from(["a00", "a01", "b02", "c03", "days:page", "nobody", "", "\x1b[2J", "\u202e" * 99]), max_size=4
)
ANSWER = st.fixed_dictionaries(
    {"options": OPTIONS}, optional={"picks": OPTIONS, "least": st.sampled_from(["a00", "c03", "x", None])}
)
SOUP = st.recursive(
    st.none() | st.integers() | st.floats() | st.text(max_size=9),
    lambda some: st.lists(some) | st.dictionaries(st.text(), some),
    max_leaves=6,
)
FILE = st.fixed_dictionaries(
    {"answers": st.lists(ANSWER, max_size=4) | SOUP},
    optional={
        "seed": st.integers() | SOUP,
        "limits": st.dictionaries(st.sampled_from(["study", "move", "shoes"]), st.sampled_from(["any", "", "no", "\0"]))
        | SOUP,
    },
)


@settings(suppress_health_check=list(HealthCheck))
@given(file=FILE)
def test_any_json_is_answers_that_give_a_result_or_one_sentence(quiz: Quiz, file: object) -> None:
    try:
        progress = answers_from_json(json.dumps(file).encode(), quiz)
    except BadAnswers as error:
        assert len(str(error)) < 300  # noqa: PT017 - either is right
        return
    assert quiz.outcome(progress.answers).screens <= len(progress.answers)
    msgspec.json.encode(progress)


@given(line=ODD | st.lists(st.integers(-3, 12), max_size=4).map(lambda numbers: " ".join(map(str, numbers))))
def test_any_line_is_a_reply_or_one_short_sentence(line: str) -> None:
    for screen in (Screen(("a", "b", "c", "d"), 3, False, (1, 2)), Screen(("a", "b", "c", "d"), 1, True, (1, 2))):
        try:
            reply = screen_reply(line, screen.options, screen)
        except BadAnswers as error:
            assert len(str(error)) < 200  # noqa: PT017 - either is right
            continue
        assert not isinstance(reply, Chosen)
        if isinstance(reply, Picked):
            assert set(reply.picks) <= set(screen.options)


@settings(max_examples=settings().max_examples // 10, suppress_health_check=list(HealthCheck))
@given(file=FILE, done=st.booleans())
def test_any_saved_file_gives_a_result_or_one_sentence_and_stays(run: Run, home: Path, file: Any, done: bool) -> None:
    saved = home / ("result.json" if done else "quiz.json")
    for path in (home / "result.json", home / "quiz.json"):
        path.unlink(missing_ok=True)
    data = json.dumps({"seed": 1, **file, "kind": "libcareer quiz", "version": 1, "done": done}).encode()
    saved.write_bytes(data)
    (home / "about.json").unlink(missing_ok=True)
    for args in (["me"], ["me", "--quiz"], ["me", "--limits"], ["path", "librarian"], ["quiz"]):
        result = run(*args, input="")
        assert result.exit_code in (0, 1)
        assert isinstance(result.exception, SystemExit | None)
        assert acting(result.stdout + result.stderr) == set()
        assert result.stdout or result.stderr
    assert saved.read_bytes() == data


BROKEN = [
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\0" * 100,
    b"1 2 3\n" * 100_000,
    b"#\n" * 60_000,
    b"{" * 100_000,
    b'{"answers": [' + b"[" * 100_000,
    b'{"answers": [{"options": ["' + b"x" * 100_000 + b'"]}]}',
    b'{"answers": [], "seed": ' + b"9" * 100_000 + b"}",
    b'{"answers": [], "limits": {"' + b"x" * 100_000 + b'": "y"}}',
    b"x" * 90_000,
    b"\x1b[2J\n",
    "\u202e1 2 3\n".encode(),
]


@pytest.mark.parametrize("data", BROKEN, ids=lambda data: repr(data[:12]))
def test_a_file_of_answers_made_to_do_harm_is_one_short_sentence(run: Run, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "answers").write_bytes(data)
    result = run("quiz", "--answers", str(tmp_path / "answers"))
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1
    assert len(result.stderr) < 500
    assert acting(result.stderr) == set()


def test_a_file_of_answers_without_end_is_refused_in_bounded_memory() -> None:
    code = "import resource; resource.setrlimit(resource.RLIMIT_AS, (700_000_000,) * 2)\n"
    code += "from libcareer.__main__ import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "quiz", "--answers", "/dev/zero"],
        cwd=ROOT,
        env={**os.environ, "LIBCAREER_DATA": str(TINY)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, "'/dev/zero' cannot be read: it is a pipe or a device.\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("form", ["json", "lines"])
def test_answers_are_read_in_whatever_encoding_a_redirect_makes(
    run: Run, tmp_path: Path, encoding: str, form: str
) -> None:
    typed = run("quiz", "--format", "json", input=QUIZ_LINES).stdout if form == "json" else QUIZ_LINES
    (tmp_path / "answers").write_text(typed, encoding=encoding)
    result = run("quiz", "--answers", str(tmp_path / "answers"), "--format", "json")
    assert result.exit_code == 0
    assert len(json.loads(result.stdout)["answers"]) == 8


TOLD = st.fixed_dictionaries(
    {},
    optional={
        "posts": st.lists(st.sampled_from(["page", "librarian", "gone", "\x1b[2J"]), max_size=3),
        "since": st.dates().map(str) | SOUP,
        "education": st.sampled_from(["bachelor", "mlis", "gone", "\u202e"]) | SOUP,
        "held": st.lists(st.sampled_from(["mlis", "badge", "gone"]), max_size=2),
        "lacking": st.lists(st.sampled_from(["mlis", "\x1b[2J"]), max_size=2),
        "presume": st.booleans(),
        "studying": st.lists(
            st.fixed_dictionaries(
                {"credential": st.sampled_from(["mlis", "gone"])},
                optional={"ends": st.none() | st.dates().map(str)},
            ),
            max_size=2,
        ),
        "skills": st.lists(st.sampled_from(["cataloging", "gone", "\u202e"]), max_size=2),
        "limits": st.dictionaries(
            st.sampled_from(["study", "money", "hours", "evenings", "public", "move", "remote", "pay", "age", "\x1b"]),
            st.sampled_from(
                ["no", "any", "part", "bachelor", "mostly", "0", "45000", "9" * 400, "-1", "\u0663", ODD_ONE]
            ),
        ),
    },
)
"""What is kept about a person, as a hand may have changed it."""


@settings(max_examples=settings().max_examples // 5, suppress_health_check=list(HealthCheck))
@given(told=TOLD)
def test_whatever_is_kept_about_a_person_gives_an_answer_or_one_sentence_and_stays(
    run: Run, home: Path, told: Any
) -> None:
    saved = home / "about.json"
    data = json.dumps({"kind": "libcareer description", "version": 1, "about": told}).encode()
    saved.write_bytes(data)
    calls = ("me", "me --limits --format json", "path librarian", "planb librarian --format json", "plan page", "lssc")
    for args in calls:
        result = run(*args.split(), input="")
        assert result.exit_code in (0, 1)
        assert isinstance(result.exception, SystemExit | None)
        assert acting(result.stdout + result.stderr) == set()
        assert result.stdout or result.stderr
    assert saved.read_bytes() == data
