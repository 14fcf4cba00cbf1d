"""What each command may import, open and reach: limits on start-up that do not depend on the machine."""

from __future__ import annotations

import ast
import os
import shlex
import shutil
import socket
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from libcareer.catalog.catalog import COMPILED
from libcareer.catalog.compiled import compile
from libcareer.catalog.pay_tables import INDUSTRIES
from libcareer.commands import MODULES
from libcareer.commands.lazy import command_info
from libcareer.knowledge.reading import read_merged

ROOT = Path(__file__).parents[2]
SNAPSHOT = ROOT / "tests" / "snapshot"

PERSONAL = frozenset({"explore", "quiz", "fit", "class", "me", "forget", "plan", "lssc", "report"})
KNOWING = PERSONAL | {"path", "planb", "tracks", "compare", "worth", "map"}  # they begin where the person stands
LOCAL = KNOWING | {"show", "roles", "related"}  # they tell pay where the person lives
SEARCHING = KNOWING | {"related"}  # a result of the quiz mentions the plan
PAID = frozenset({"show", "worth"})  # pay by setting wherever the person lives; an input that may be of a place

NOBODY: frozenset[str] = frozenset()
DRAWING = ("rich", "questionary", "prompt_toolkit", "libcareer.reports.page.screen")  # for terminals only
REACHING = ("socket", "ssl", "asyncio", "http", "urllib.request", "email")
ENGINE = ("jinja2", "markupsafe", "libcareer.reports.page.html")  # of templates, for HTML only
SLOW = ("csv", "json", "platformdirs", "hashlib", "importlib.metadata")
READING = (
    "yaml",
    "libcareer.knowledge.yaml_nodes",
    "libcareer.knowledge.decoding",
    "libcareer.knowledge.reading",
    "libcareer.knowledge.checks",
)

ONLY_FOR = {
    **dict.fromkeys((*DRAWING, *ENGINE, *REACHING, *SLOW), NOBODY),
    **dict.fromkeys(READING, frozenset({"check", "new"})),
    "libcareer.person.quizzes": PERSONAL,
    "libcareer.person.storage": KNOWING,
    **dict.fromkeys(("libcareer.engines.paths.ways", "libcareer.engines.paths.path"), SEARCHING),
    **dict.fromkeys(("libcareer.catalog.pay_tables", "libcareer.engines.pay.places"), PAID),
    "libcareer.knowledge.oews": NOBODY,
    "libcareer.knowledge.schemas": NOBODY,
    "libcareer.reports.schemas": NOBODY,
    "libcareer.catalog.cache": NOBODY,
    "libcareer.engines.quiz.engine": PERSONAL,
    "libcareer.commands.prompts": frozenset({"explore", "quiz", "fit", "class"}),
    "libcareer.commands.prompts.terminal": NOBODY,
    "libcareer.commands.prompts.lines": frozenset({"explore", "quiz", "fit"}),
    "libcareer.knowledge.model": frozenset(MODULES) - {"roles"},
}
"""Modules that are slow to import, and the commands that may import them for an answer into a pipe."""

HELP_NEEDS_NOT = {
    "msgspec",
    "rich",
    "libcareer.reports.page.render",
    "libcareer.catalog.catalog",
    "libcareer.knowledge.model",
    "libcareer.knowledge.spelling",
}
COMPLETION_NEEDS_NOT = {
    "rich",
    "yaml",
    "libcareer.knowledge.model",
    "libcareer.reports.page.render",
    "libcareer.engines.paths.ways",
}

MOST_FOREIGN = {
    "explore": 34,
    "check": 48,
    "new": 94,  # the stemmer, and what reads the files
    "class": 34,
    "fit": 34,
    "forget": 34,
    "me": 34,
    "quiz": 34,
    "report": 34,
    "plan": 28,
    "lssc": 28,
    "ask": 66,  # the stemmer comes with those of thirty other languages
    "occupations": 66,
}
"""How many modules of Python and of other packages a command may import beyond a bare Typer program; the rest MOST.

Modules of libcareer are not counted: their number says how the code is divided, and little about the time.
"""

MOST = 25

CODE = (".py", ".pyc", ".so", ".pyd", ".zip", ".pth", ".cfg")

WATCHED = """
import sys
opened, reached = [], []

def watch(event, args):
    if event == "open" and isinstance(args[0], str):
        opened.append(args[0])
    elif event.startswith("socket."):
        reached.append(event)

sys.addaudithook(watch)
from libcareer.__main__ import main
sys.argv = {argv!r}
code = 0
try:
    main()
except SystemExit as left:
    code = left.code or 0
sys.stderr.write("\\n" + repr([code, sorted(sys.modules), opened, reached]))
"""


class Seen:
    """The modules that a run of the program imported, the files it opened and its socket events."""

    def __init__(self, told: str) -> None:
        self.code, modules, opened, self.reached = ast.literal_eval(told.splitlines()[-1])
        self.modules = set(modules)
        self.opened = [name for name in opened if not name.endswith(CODE)]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package as a wheel has it: code and compiled knowledge, here the frozen part, and no YAML."""
    folder = tmp_path_factory.mktemp("installed")
    shutil.copytree(ROOT / "libcareer", folder / "libcareer", ignore=shutil.ignore_patterns("data", "__pycache__"))
    (folder / "libcareer" / "data").mkdir()
    (folder / "libcareer" / "data" / COMPILED).write_bytes(compile(read_merged(SNAPSHOT)))
    shutil.copytree(SNAPSHOT / "pay", folder / "libcareer" / "data" / "pay")
    shutil.copytree(ROOT / "docs" / "templates", folder / "libcareer" / "templates")
    return folder


def seen(installed: Path, *args: str, typed: str = "1 2 3\n", **env: str) -> Seen:
    """Run the program with *args* in a process of its own, into pipes; a person has *typed* something."""
    done = subprocess.run(
        [sys.executable, "-c", WATCHED.format(argv=["libcareer", *args])],
        cwd=installed,
        env={**{name: value for name, value in os.environ.items() if name != "PYTHONPATH"}, **env},
        input=typed,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return Seen(done.stderr)


def example(name: str) -> list[str]:
    """The arguments of the example that a command's help gives, but for those that are not in what is installed."""
    epilog = command_info(name).epilog
    assert epilog is not None
    others = {"check": ["check"], "network": ["network", "archive"], "report": ["report", "archivist"]}
    written = others.get(name) or shlex.split(epilog.removeprefix("Example: libcareer "))
    return [*written, "--print"] if name == "new" else written


@pytest.fixture(scope="module")
def runs(installed: Path) -> dict[str, Seen]:
    """The example of each command, run once."""
    home = installed.parent / "home-for-gates"
    typed = {"explore": ""}  # which loads whatever a person asks for
    return {
        name: seen(installed, *example(name), typed=typed.get(name, "1 2 3\n"), LIBCAREER_HOME=str(home))
        for name in MODULES
    }


LIMITED = [name for name in MODULES if name != "publish"]
"""The commands with limits; `publish` writes every page, and loads what it takes."""


def test_html_is_written_by_the_engine_of_templates_and_nothing_else_loads_it(installed: Path) -> None:
    assert "jinja2" in seen(installed, "show", "archivist", "--format", "html").modules
    assert "jinja2" not in seen(installed, "show", "archivist", "--format", "markdown").modules


def test_every_module_named_here_exists() -> None:
    named = {*ONLY_FOR, *HELP_NEEDS_NOT, *COMPLETION_NEEDS_NOT}
    assert {module for module in named if module.startswith("libcareer") and not find_spec(module)} == set()


@pytest.mark.parametrize("name", LIMITED)
def test_a_command_loads_only_what_it_may(runs: dict[str, Seen], name: str) -> None:
    assert runs[name].code in (0, 1)
    loaded = runs[name].modules
    assert {module for module, allowed in ONLY_FOR.items() if module in loaded and name not in allowed} == set()


def test_the_first_menu_needs_no_module_that_the_first_question_of_the_quiz_does_not_need(
    runs: dict[str, Seen], installed: Path
) -> None:
    quiz = seen(installed, "quiz", typed="", LIBCAREER_HOME=str(installed.parent / "another-home"))
    more = runs["explore"].modules - quiz.modules
    assert {module for module in more if not module.startswith("libcareer.commands.explore")} == set()


@pytest.mark.parametrize("name", LIMITED)
def test_a_command_loads_no_other_commands(runs: dict[str, Seen], name: str) -> None:
    called = {name, *example(name)} if name == "help" else {name}
    own = {f"libcareer.commands.{MODULES[one]}" for one in called}
    assert runs[name].modules & {f"libcareer.commands.{module}" for module in MODULES.values()} <= own


@pytest.fixture(scope="module")
def bare() -> set[str]:
    """The modules that a Typer program loads to print a line."""
    program = "import sys, typer\napp = typer.Typer()\n@app.command()\ndef line(): pass\n"
    told = "app(standalone_mode=False)\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program + told], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("name", LIMITED)
def test_a_command_stays_within_its_budget_of_modules(runs: dict[str, Seen], bare: set[str], name: str) -> None:
    foreign = {module for module in runs[name].modules - bare if module.partition(".")[0] != "libcareer"}
    assert len(foreign) <= MOST_FOREIGN.get(name, MOST)


@pytest.mark.parametrize("name", LIMITED)
def test_a_command_opens_no_file_but_the_catalog_and_what_it_keeps_about_a_person(
    runs: dict[str, Seen], installed: Path, name: str
) -> None:
    catalog = str(installed / "libcareer" / "data" / COMPILED)
    opened = set(runs[name].opened) - {catalog, *example(name)}
    if name in PAID:
        opened -= {str(installed / "libcareer" / "data" / "pay" / INDUSTRIES)}
    if name == "new":
        opened -= {str(installed / "libcareer" / "templates" / "role.yaml")}
    if name in LOCAL:
        opened = {path for path in opened if "home-for-gates" not in path}
    assert opened == set()


@pytest.mark.parametrize("args", ["show archivist", "roles", "related archivist", "path archivist", "planb archivist"])
def test_pay_in_a_place_opens_the_table_of_places_and_no_schema_more(installed: Path, args: str) -> None:
    run = seen(installed, *args.split(), "--where", "Ohio")
    assert run.code == 0
    assert {Path(name).name for name in run.opened} >= {"places.tsv", "areas.tsv"}
    assert ("libcareer.knowledge.model" in run.modules) == (args != "roles")
    assert not run.modules & {"csv", "json", "libcareer.knowledge.oews"}


@pytest.mark.parametrize("name", MODULES)
def test_a_command_reaches_for_no_network(runs: dict[str, Seen], name: str) -> None:
    assert runs[name].reached == []


@pytest.mark.parametrize("args", [["--help"], ["help"], ["help", "show"], []], ids=" ".join)
def test_help_loads_no_knowledge_and_no_schema(installed: Path, args: list[str]) -> None:
    run = seen(installed, *args)
    assert run.modules & HELP_NEEDS_NOT == set()
    assert run.opened == []


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_loads_two_modules_and_opens_nothing(installed: Path, option: str) -> None:
    run = seen(installed, option)
    assert {module for module in run.modules if module.startswith("libcareer")} == {"libcareer", "libcareer.__main__"}
    assert run.modules & {"typer", "re", "typing", "pathlib", "enum", "msgspec"} == set()
    assert run.opened == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_loads_no_schema_and_draws_nothing(installed: Path, shell: str) -> None:
    asked = {"COMP_WORDS": "libcareer show arch", "COMP_CWORD": "2", "_TYPER_COMPLETE_ARGS": "libcareer show arch"}
    action = {"_LIBCAREER_COMPLETE": f"complete_{shell}", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    run = seen(installed, **asked, **action)
    assert run.modules & COMPLETION_NEEDS_NOT == set()
    assert [Path(name).name for name in run.opened] == [COMPILED]


@pytest.mark.parametrize("name", MODULES)
def test_the_annotations_of_a_command_are_not_put_off(name: str) -> None:
    callback: Any = command_info(name).callback
    assert [note for note in callback.__annotations__.values() if isinstance(note, str)] == []


def send_a_datagram(address: str) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as by:
        by.sendto(b"", (address, 9))


@pytest.mark.parametrize(
    "reach",
    [
        lambda: socket.create_connection(("127.0.0.1", 9)),
        lambda: socket.getaddrinfo("localhost", 9),
        lambda: socket.gethostbyname("localhost"),
        lambda: send_a_datagram("127.0.0.1"),
    ],
)
def test_no_test_can_reach_a_network(reach: Any) -> None:
    with pytest.raises(AssertionError, match="reaches for the network"):
        reach()
