"""Look for bytes that break libcareer: `python benchmarks/fuzz.py [TARGET...] [SECONDS]`.

Needs the extra `fuzz` (atheris, which is made for CPython on Linux and macOS). Each target runs in a
process of its own for so many seconds, guided by which lines of libcareer an input reaches. What breaks
is written to `crash-*` in the current folder: keep it as a case in tests/test_hostile*.py.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TINY = Path(__file__).parents[1] / "tests" / "tiny"
SECONDS = 60
MEGABYTES = 1024
"""Memory an input may take, with libcareer and atheris."""

SLOWEST = 10
"""Seconds an input may take, with everything watched."""


def yaml() -> tuple[Callable[[bytes], object], Iterator[bytes]]:
    """Knowledge files of every kind: decoded, and what passes compiled."""
    import msgspec

    from libcareer.knowledge.decoding import decode
    from libcareer.knowledge.reading import LIST_FILES, RECORD_FILES, TABLE_FILES

    types = [*RECORD_FILES.values(), *(type_ for _, type_, _ in LIST_FILES.values()), *TABLE_FILES.values()]

    def one(data: bytes) -> None:
        type_ = types[data[0] % len(types)] if data else types[0]
        found = decode("x.yaml", data[1:], type_)
        assert found.problems or found.value is not None
        for problem in found.problems:
            assert str(problem).startswith(f"x.yaml:{problem.line}:{problem.column}: ")
        if not found.problems:
            msgspec.msgpack.decode(msgspec.msgpack.encode(found.value), type=type_)

    return one, (bytes([number]) + path.read_bytes() for number in range(len(types)) for path in TINY.rglob("*.yaml"))


def folder() -> tuple[Callable[[bytes], object], Iterator[bytes]]:
    """A folder of knowledge with one file replaced: read, checked, and shown as problems."""
    import shutil

    from libcareer.errors import LibcareerError
    from libcareer.knowledge.checks import check
    from libcareer.reports.check import check_report
    from libcareer.reports.page.render import Format, text

    spoiled = Path(tempfile.mkdtemp()) / "data"
    shutil.copytree(TINY, spoiled)
    files = sorted(path for path in spoiled.rglob("*.yaml") if path.name != "standalone.yaml")
    whole = {path: path.read_bytes() for path in files}

    def one(data: bytes) -> None:
        path = files[data[0] % len(files)] if data else files[0]
        path.write_bytes(data[1:])
        try:
            _harmless(text(check_report(check([spoiled])), Format.PLAIN))
        except LibcareerError as error:
            assert str(error)
        finally:
            path.write_bytes(whole[path])

    return one, (bytes([number]) + whole[path] for number, path in enumerate(files))


def answers() -> tuple[Callable[[bytes], object], Iterator[bytes]]:
    """Answers as JSON and as typed lines: a result, or one sentence."""
    import io

    from libcareer.catalog import load
    from libcareer.commands.prompts.lines import LinePrompter
    from libcareer.commands.prompts.quiz import QuizAsker
    from libcareer.engines.quiz.answers import answers_from_json
    from libcareer.engines.quiz.conversation import converse
    from libcareer.engines.quiz.engine import Quiz
    from libcareer.engines.quiz.interview import Progress
    from libcareer.engines.quiz.result import Findings
    from libcareer.errors import BadAnswers
    from libcareer.reports.page.render import Format, text
    from libcareer.reports.page.text import clean
    from libcareer.reports.quiz import quiz_report

    catalog = load(TINY)
    quiz = Quiz(catalog)

    def one(data: bytes) -> None:
        try:
            if data.startswith(b"{"):
                progress = answers_from_json(data, quiz)
            else:
                lines = io.StringIO(data.decode("utf-8", "replace"))
                progress, _ = converse(
                    quiz, Progress(), QuizAsker(LinePrompter(lines, None), attended=False), lambda _: None
                )
        except BadAnswers as error:
            assert len(str(error)) < 400
            _harmless(clean(str(error)))
            return
        found = quiz_report(Findings(catalog, progress), complete=False)
        for format_ in (Format.PLAIN, Format.JSON, Format.CSV, Format.MARKDOWN):
            _harmless(text(found, format_))

    screen = {"options": ["a00", "a01", "b02", "c03"], "picks": ["a00"], "least": "a01"}
    whole = {"seed": 1, "answers": [screen], "limits": {"study": "any", "move": "no", "evenings": ""}}
    return one, iter([json.dumps(whole).encode(), b"1 2 3\n" * 4 + b"1 4 6\n" * 6 + b"2\nskip\nback\nwhy\n1\n"])


def saved() -> tuple[Callable[[bytes], object], Iterator[bytes]]:
    """Saved files: read back, or refused in a sentence."""
    from libcareer.errors import SavedFileError
    from libcareer.person.quizzes import SavedQuiz, begun_file, keep_quiz, saved_quizzes

    os.environ["LIBCAREER_HOME"] = tempfile.mkdtemp()
    keep_quiz(SavedQuiz(1, (), {"study": "any"}))
    whole = begun_file().read_bytes()

    def one(data: bytes) -> None:
        begun_file().write_bytes(data)
        try:
            begun, _ = saved_quizzes()
        except SavedFileError:
            return
        assert begun is not None
        keep_quiz(begun)
        assert saved_quizzes()[0] == begun

    return one, iter([whole])


def names() -> tuple[Callable[[bytes], object], Iterator[bytes]]:
    """Names and questions as people type them: found, or unknown in one line."""
    from libcareer.catalog import load
    from libcareer.engines.words.questions.ask import LONGEST, ask
    from libcareer.errors import LibcareerError

    catalog = load(TINY)

    def one(data: bytes) -> None:
        word = data.decode("utf-8", "surrogateescape")
        for index in (catalog.role_names, catalog.skill_names, catalog.source_names, catalog.education_names):
            index.nearest(word)
            for name in (index.one, index.all):
                try:
                    name(word)
                except LibcareerError as error:
                    assert len(str(error).splitlines()) == 1
        ask(catalog, word[:LONGEST])

    return one, (title.encode() for brief in catalog.briefs.values() for title in (brief.title, *brief.aliases))


TARGETS = {each.__name__: each for each in (yaml, folder, answers, saved, names)}


def _harmless(said: str) -> None:
    acting = [char for char in said if char != "\n" and (ord(char) < 32 or 127 <= ord(char) < 160 or char == "\u202e")]
    assert not acting, acting


def fuzz(name: str, seconds: int) -> None:
    """Run the target called *name* in this process; libFuzzer ends it."""
    import atheris

    with atheris.instrument_imports(include=["libcareer"]):
        one, seeds = TARGETS[name]()
    corpus = Path(tempfile.mkdtemp())
    for number, seed in enumerate(seeds):
        (corpus / str(number)).write_bytes(seed)
    limits = [f"-max_total_time={seconds}", f"-timeout={SLOWEST}", f"-rss_limit_mb={MEGABYTES}", "-max_len=20000"]
    atheris.Setup([sys.argv[0], *limits, "-print_final_stats=1", str(corpus)], one)
    atheris.Fuzz()


def main(args: list[str]) -> Any:
    """Run the targets named in *args*, or all, each for a number of seconds."""
    seconds = next((int(arg) for arg in args if arg.isdigit()), SECONDS)
    chosen = [arg for arg in args if not arg.isdigit()]
    if os.environ.get("LIBCAREER_FUZZ"):
        return fuzz(os.environ["LIBCAREER_FUZZ"], seconds)
    broken = []
    for name in chosen or TARGETS:
        env = {**os.environ, "LIBCAREER_FUZZ": name}
        print(f"{name}, {seconds} seconds", flush=True)
        if subprocess.run([sys.executable, __file__, str(seconds)], env=env, check=False).returncode:
            broken.append(name)
    return f"Broken: {', '.join(broken)}" if broken else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
