"""What the tests share: a fixed terminal, a private home, three catalogs and a way to run commands.

The tiny catalog is made up. The snapshot is a frozen part of the knowledge that ships, and what a test says of a
record or a screen holds there. The shipped one changes with every contribution: test on it what holds for all records.

With `CI=true` or `HYPOTHESIS_PROFILE=full` property tests try 80 random examples instead of 50, and
simulations more people.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

# Before Typer or Rich are imported: they look at the terminal when they load.
os.environ.update(COLUMNS="80", NO_COLOR="1", TERM="dumb", TERMINAL_WIDTH="80", _TYPER_FORCE_DISABLE_TERMINAL="1")
os.environ["LIBCAREER_PAGER"] = ""  # no test waits for a pager but those that name one
for _name in ("LIBCAREER_DATA", "LIBCAREER_HOME", "FORCE_COLOR", "GITHUB_ACTIONS"):
    os.environ.pop(_name, None)
# The program under test is the one on the PATH, so that it tells commands as `libcareer ...`.
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])

import gc
import itertools
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings
from typer.testing import CliRunner, Result

from libcareer.catalog import Catalog
from libcareer.catalog.catalog import load
from libcareer.catalog.compiled import compile
from libcareer.cli import app
from libcareer.knowledge.packs import write_about
from libcareer.knowledge.reading import BUILT_IN, Knowledge, read_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TESTS = Path(__file__).parent
TINY = TESTS / "tiny"
SNAPSHOT = TESTS / "snapshot"
GOLDEN = TESTS / "golden"

NEW_FOLDER = "a new folder"
"""Stands for a folder that a command may write."""

ARGUMENTS: dict[str, list[str]] = {
    "quiz": [],
    "explore": [],
    "roles": [],
    "show": ["librarian"],
    "path": ["librarian"],
    "compare": ["librarian", "shelver"],
    "related": ["librarian"],
    "map": ["librarian"],
    "planb": ["librarian"],
    "translate": ["cataloging"],
    "worth": ["librarian", "--earn", "38000"],
    "tracks": ["--skill", "cataloging"],
    "plan": ["librarian"],
    "lssc": [],
    "me": [],
    "report": ["librarian", "shelver"],
    "forget": [],
    "skills": [],
    "credentials": [],
    "resources": [],
    "network": [],
    "sources": [],
    "disputes": [],
    "changes": [],
    "ask": ["which", "jobs", "need", "no", "degree"],
    "search": ["librarian", "pay"],
    "title": ["librarian"],
    "help": ["show"],
    "fit": ["librarian"],
    "class": [str(TESTS / "class")],
    "match": [str(TESTS / "documents" / "advertisement.txt")],
    "occupations": ["library"],
    "job": ["barista"],
    "publish": [NEW_FOLDER],
    "check": [str(TINY)],
    "new": ["source", "museum-survey", "--print"],
}
"""The arguments each command needs, with the tiny knowledge and with the shipped one."""

for _profile, _examples in (("light", 50), ("full", 80)):
    settings.register_profile(_profile, max_examples=_examples, deadline=None, database=None, derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("full" if os.environ.get("CI") else "light"))


REACHING = {"connect", "bind", "sendto", "sendmsg", "getaddrinfo", "gethostbyname", "gethostbyaddr", "getnameinfo"}


def _no_network(event: str, args: tuple[Any, ...]) -> None:
    """Fail any test that tries to use the network."""
    kind, _, what = event.partition(".")
    if kind == "socket" and what in REACHING:
        family = getattr(getattr(args[0], "family", None), "name", None)
        assert family == "AF_UNIX", f"{event}{args[1:]} reaches for the network"


sys.addaudithook(_no_network)


@pytest.fixture(scope="session")
def full() -> bool:
    """Whether tests try all their examples, as in CI, or fewer."""
    return settings().max_examples >= settings.get_profile("full").max_examples


def pytest_collection_finish() -> None:
    """Exempt the collected tests from garbage collection: there are thousands, and they stay."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A new folder for each test. `mktemp` would look through all earlier ones to find a number."""
    base = tmp_path_factory.mktemp("homes")
    return (base / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A private home for saved files, new for each test."""
    folder = next(homes)
    folder.mkdir()
    monkeypatch.setenv("LIBCAREER_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def arguments(homes: Iterator[Path]) -> Callable[[str], list[str]]:
    """The arguments a command needs: `arguments("show")`."""

    def of(command: str) -> list[str]:
        if command not in ARGUMENTS:
            pytest.fail(f"ARGUMENTS in tests/conftest.py lacks the arguments that `libcareer {command}` needs")
        return [str(next(homes) / "site") if word == NEW_FOLDER else word for word in ARGUMENTS[command]]

    return of


@pytest.fixture(scope="session")
def tiny() -> Catalog:
    """The catalog of six roles in tests/tiny."""
    knowledge, problems = read_folder(TINY)
    assert not problems
    return Catalog(compile(knowledge), job_table=lambda name: (TINY / "jobs" / name).read_bytes())


@pytest.fixture(scope="session")
def snapshot(kept_knowledge: Path) -> Catalog:
    """The catalog of the frozen part of the knowledge in tests/snapshot."""
    return _loaded(SNAPSHOT, kept_knowledge)


@pytest.fixture(scope="session")
def shipped_knowledge() -> Knowledge:
    """The shipped knowledge, with the position of every value in its file."""
    knowledge, problems = read_folder(BUILT_IN)
    assert not problems
    return knowledge


@pytest.fixture(scope="session")
def shipped(kept_knowledge: Path) -> Catalog:
    """The catalog of the shipped knowledge."""
    return _loaded(None, kept_knowledge)


def _loaded(folder: Path | None, cache: Path) -> Catalog:
    """The catalog of a *folder*, compiled once for all workers."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LIBCAREER_HOME", str(cache.parent))
        return load(folder)


@pytest.fixture(autouse=True)
def _pack(shipped: Catalog) -> None:
    """Reports are about the shipped pack until a command opens another one."""
    write_about(shipped.pack)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the tiny knowledge, for a test to change."""
    return Path(shutil.copytree(TINY, tmp_path / "data"))


class Changed:
    """The tiny catalog with one text replaced in each of some files: `changed({file: (old, new)})`."""

    def __init__(self, data: Path) -> None:
        self.data = data

    def __call__(self, changes: dict[str, tuple[str, str]]) -> Catalog:
        for name, (old, new) in changes.items():
            words = (self.data / name).read_text()
            assert old in words
            (self.data / name).write_text(words.replace(old, new, 1))
        knowledge, problems = read_folder(self.data)
        assert not problems
        return Catalog(compile(knowledge))


@pytest.fixture
def changed(data: Path) -> Changed:
    """Changes the tiny catalog of a test."""
    return Changed(data)


class Run:
    """Runs the program in this process: `run("roles", "--skill", "cataloging")`."""

    def __init__(self, data: Path | None) -> None:
        self.data = data

    def __call__(self, *args: str, input: str | None = None, data: Path | None = None) -> Result:
        folder = data or self.data
        env = {"LIBCAREER_DATA": str(folder)} if folder else {}
        return CliRunner().invoke(app, list(args), input=input, env=env)


@pytest.fixture(scope="session")
def kept_knowledge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder for all workers of a test run, so that each folder of knowledge is read from YAML once."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / "cache"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture
def warm(home: Path, kept_knowledge: Path) -> None:
    """Let this test's private home use that cache."""
    (home / "cache").symlink_to(kept_knowledge, target_is_directory=True)


@pytest.fixture
def run(warm: None) -> Run:
    """The program on the tiny knowledge."""
    return Run(TINY)


@pytest.fixture
def run_shipped(warm: None) -> Run:
    """The program on the shipped knowledge."""
    return Run(None)


@pytest.fixture
def run_snapshot(warm: None) -> Run:
    """The program on the frozen part of the knowledge."""
    return Run(SNAPSHOT)


@pytest.fixture
def golden(request: pytest.FixtureRequest):
    """Compare a whole screen with tests/golden/<name>; UPDATE_GOLDEN=1 rewrites the file."""

    def compare(said: str, name: str) -> None:
        path = GOLDEN / name
        if os.environ.get("UPDATE_GOLDEN"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(said, encoding="utf-8")
        assert said == path.read_text(encoding="utf-8")

    return compare
