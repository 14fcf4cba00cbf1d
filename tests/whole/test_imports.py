"""Imports: each answer loads only the modules it needs, and the public names are lazy and typed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import libcareer
from libcareer.catalog.catalog import COMPILED
from libcareer.catalog.compiled import compile
from libcareer.knowledge.reading import read_folder

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
TINY = Path(__file__).parents[1] / "tiny"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package as a wheel has it: code and a compiled catalog, no YAML."""
    folder = tmp_path_factory.mktemp("installed")
    shutil.copytree(ROOT / "libcareer", folder / "libcareer", ignore=shutil.ignore_patterns("data", "__pycache__"))
    knowledge, _ = read_folder(TINY)
    (folder / "libcareer" / "data").mkdir()
    (folder / "libcareer" / "data" / COMPILED).write_bytes(compile(knowledge))
    return folder


@pytest.fixture
def loaded(installed: Path) -> Callable[[str], set[str]]:
    """The modules that a script loads in a process of its own."""

    def run(script: str) -> set[str]:
        told = f"{script}\nimport sys\nsys.stderr.write(' '.join(sys.modules))"
        env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        done = subprocess.run(
            [sys.executable, "-c", told], cwd=installed, env=env, capture_output=True, text=True, check=True
        )
        return set(done.stderr.split())

    return run


def main(*args: str) -> str:
    """A script that runs the program with *args* and then goes on."""
    return f"""
import sys
from libcareer.__main__ import main
sys.argv = {["libcareer", *args]!r}
try:
    main()
except SystemExit as left:
    assert not left.code, left.code
"""


LOAD = "import libcareer\nlibcareer.load()"


@pytest.mark.parametrize("module", ["rich", "typer", "questionary", "prompt_toolkit", "click", "yaml", "platformdirs"])
def test_the_library_loads_without_anything_of_a_terminal(module: str, loaded: Callable[[str], set[str]]) -> None:
    assert module not in loaded(LOAD)


@pytest.mark.parametrize("module", ["rich", "typer", "questionary", "yaml", "platformdirs", "libcareer.person.storage"])
def test_a_guide_answers_without_anything_of_a_command_line(module: str, loaded: Callable[[str], set[str]]) -> None:
    modules = loaded("import libcareer\nprint(libcareer.Guide().path('librarian').markdown())")
    assert module not in modules
    assert not any(name.startswith("libcareer.commands") for name in modules)


def test_importing_the_package_loads_no_catalog(loaded: Callable[[str], set[str]]) -> None:
    modules = loaded("import libcareer\nassert libcareer.__version__")
    assert modules & {"libcareer.catalog.catalog", "libcareer.guide", "msgspec"} == set()


@pytest.mark.parametrize("name", libcareer.__all__)
def test_each_public_name_can_be_imported_from_the_package(name: str) -> None:
    assert getattr(libcareer, name) is not None


def test_the_public_errors_are_those_that_the_package_raises() -> None:
    with pytest.raises(libcareer.UnknownName, match="There is no role called 'shelvr'"):
        libcareer.load(TINY).role_names.one("shelvr")
    with pytest.raises(libcareer.LibcareerError, match="is not a folder of knowledge files"):
        libcareer.load(TINY / "nowhere")


CONSUMER = """
from pathlib import Path

import libcareer

catalog: libcareer.Catalog = libcareer.load(Path("knowledge"))
try:
    title: str = catalog.roles[catalog.role_names.one("archivist")].title
except libcareer.SeveralNames as error:
    title = error.ids[0]
except libcareer.BadData as error:
    line: int = error.problems[0].line

guide = libcareer.Guide("knowledge")
steps: tuple[str, ...] = guide.roles(skills=["cataloging"]).answer.roles[0].hits[0].title,
page: str = guide.path("librarian", from_="page").markdown()
"""


MISTAKEN = """
import libcareer

libcareer.nothing
libcareer.load(1)
libcareer.load().roles["archivist"].titel
libcareer.Guide().role("archivist").answer.titel
"""


def test_a_strict_consumer_sees_types(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    (tmp_path / "consumer.py").write_text(CONSUMER, encoding="utf-8")
    (tmp_path / "mistaken.py").write_text(MISTAKEN, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--follow-imports=silent", "--config-file=", str(tmp_path)],
        cwd=tmp_path,
        env={**os.environ, "MYPYPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    *found, _ = done.stdout.splitlines()
    assert [line.partition(" error: ")[0] for line in found] == [f"mistaken.py:{line}:" for line in (4, 5, 6, 7)], done
    assert ['"nothing"' in found[0], '"int"' in found[1], *('"titel"' in line for line in found[2:])] == [True] * 4


def test_an_unknown_attribute_of_the_package_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'libcareer' has no attribute 'nothing'"):
        _ = libcareer.nothing


@pytest.mark.parametrize("args", [("roles",), ("show", "page"), ("path", "librarian")], ids=lambda args: " ".join(args))
def test_an_answer_into_a_pipe_draws_nothing_and_asks_nothing(
    args: tuple[str, ...], loaded: Callable[[str], set[str]]
) -> None:
    modules = loaded(main(*args))
    assert "libcareer.reports.page.render" in modules
    assert modules & {"rich", "questionary", "prompt_toolkit", "platformdirs", "json", "csv"} == set()


@pytest.mark.parametrize(
    "args", [pytest.param(("roles",)), ("show", "page"), ("skills",)], ids=lambda args: " ".join(args)
)
def test_an_answer_from_a_compiled_catalog_reads_no_yaml(
    args: tuple[str, ...], loaded: Callable[[str], set[str]]
) -> None:
    assert "yaml" not in loaded(main(*args))


def test_an_answer_as_json_loads_json_but_does_not_draw(loaded: Callable[[str], set[str]]) -> None:
    modules = loaded(main("roles", "--format", "json"))
    assert "json" in modules
    assert "rich" not in modules


def test_an_answer_for_the_screen_is_drawn(loaded: Callable[[str], set[str]]) -> None:
    assert "rich" in loaded(main("roles", "--format", "screen"))


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_alone_loads_next_to_nothing(option: str, loaded: Callable[[str], set[str]]) -> None:
    modules = loaded(main(option))
    assert (
        modules & {"typer", "click", "rich", "msgspec", "yaml", "libcareer.cli", "libcareer.catalog.catalog"} == set()
    )


def test_the_quiz_loads_no_numpy(loaded: Callable[[str], set[str]]) -> None:
    asked = "quiz = Quiz(libcareer.load())\nquiz.outcome([])\nquiz.next([])"
    script = f"{LOAD}\nfrom libcareer.engines.quiz.engine import Quiz\n{asked}"
    assert "numpy" not in loaded(script)
