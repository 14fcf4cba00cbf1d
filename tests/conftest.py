"""What all tests share: a pinned terminal, a private home, two catalogs and a way to run commands."""

from __future__ import annotations

import os

# Before Typer or Rich are imported: they look at the terminal when they load.
os.environ.update(COLUMNS="80", NO_COLOR="1", TERM="dumb", TERMINAL_WIDTH="80", _TYPER_FORCE_DISABLE_TERMINAL="1")
for _name in ("LIBCAREER_DATA", "LIBCAREER_HOME", "FORCE_COLOR", "GITHUB_ACTIONS"):
    os.environ.pop(_name, None)

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner, Result

from libcareer.catalog import Catalog
from libcareer.catalog.compiled import compile
from libcareer.cli import app
from libcareer.knowledge.reading import BUILT_IN, Knowledge, read_folder

if TYPE_CHECKING:
    from collections.abc import Callable

TESTS = Path(__file__).parent
TINY = TESTS / "tiny"
GOLDEN = TESTS / "golden"

ARGUMENTS: dict[str, list[str]] = {
    "quiz": [],
    "roles": [],
    "show": ["librarian"],
    "path": ["librarian"],
    "compare": ["librarian", "shelver"],
    "related": ["librarian"],
    "planb": ["librarian"],
    "tracks": ["--skill", "cataloging"],
    "plan": ["librarian"],
    "lssc": [],
    "me": [],
    "forget": [],
    "skills": [],
    "credentials": [],
    "resources": [],
    "network": [],
    "sources": [],
    "disputes": [],
    "ask": ["which", "jobs", "need", "no", "degree"],
    "fit": ["librarian"],
    "class": [str(TESTS / "class")],
    "check": [str(TINY)],
}
"""What each command cannot do without, with the tiny knowledge and with what ships."""


REACHING = {"connect", "bind", "sendto", "sendmsg", "getaddrinfo", "gethostbyname", "gethostbyaddr", "getnameinfo"}


def _no_network(event: str, args: tuple[Any, ...]) -> None:
    """Fail whatever reaches for a network, in any test."""
    kind, _, what = event.partition(".")
    if kind == "socket" and what in REACHING:
        family = getattr(getattr(args[0], "family", None), "name", None)
        assert family == "AF_UNIX", f"{event}{args[1:]} reaches for the network"


sys.addaudithook(_no_network)


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A private home for saved files, new for each test."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("LIBCAREER_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def arguments() -> Callable[[str], list[str]]:
    """What a command cannot do without: `arguments("show")`."""

    def of(command: str) -> list[str]:
        if command not in ARGUMENTS:
            pytest.fail(f"ARGUMENTS in tests/conftest.py does not say what `libcareer {command}` cannot do without")
        return list(ARGUMENTS[command])

    return of


@pytest.fixture(scope="session")
def tiny() -> Catalog:
    """The catalog of six roles in tests/tiny."""
    knowledge, problems = read_folder(TINY)
    assert not problems
    return Catalog(compile(knowledge))


@pytest.fixture(scope="session")
def shipped_knowledge() -> Knowledge:
    """The knowledge that ships, with the places of everything in its files."""
    knowledge, problems = read_folder(BUILT_IN)
    assert not problems
    return knowledge


@pytest.fixture(scope="session")
def shipped(shipped_knowledge: Knowledge) -> Catalog:
    """The catalog of the knowledge that ships."""
    return Catalog(compile(shipped_knowledge))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the tiny knowledge to spoil."""
    return Path(shutil.copytree(TINY, tmp_path / "data"))


class Run:
    """Runs the program in this process: `run("roles", "--skill", "cataloging")`."""

    def __init__(self, data: Path | None) -> None:
        self.data = data

    def __call__(self, *args: str, input: str | None = None, data: Path | None = None) -> Result:
        folder = data or self.data
        env = {"LIBCAREER_DATA": str(folder)} if folder else {}
        return CliRunner().invoke(app, list(args), input=input, env=env)


@pytest.fixture
def run() -> Run:
    """The program on the tiny knowledge."""
    return Run(TINY)


@pytest.fixture(scope="session")
def kept_knowledge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder for the whole run, so that the shipped knowledge is read from YAML once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def warm(home: Path, kept_knowledge: Path) -> None:
    """Let this test's private home share that cache."""
    (home / "cache").symlink_to(kept_knowledge, target_is_directory=True)


@pytest.fixture
def run_shipped(warm: None) -> Run:
    """The program on the knowledge that ships."""
    return Run(None)


@pytest.fixture
def golden(request: pytest.FixtureRequest):
    """Compare a whole screen with tests/golden/<name>; UPDATE_GOLDEN=1 writes it anew."""

    def compare(said: str, name: str) -> None:
        path = GOLDEN / name
        if os.environ.get("UPDATE_GOLDEN"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(said, encoding="utf-8")
        assert said == path.read_text(encoding="utf-8")

    return compare
