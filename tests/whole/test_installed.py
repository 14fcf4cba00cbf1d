"""What is built and installed: the same bytes every time, nothing but the package, and it runs wherever it lies."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from libcareer import __version__
from libcareer.catalog.catalog import COMPILED
from libcareer.catalog.compiled import compile
from libcareer.commands import MODULES

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer.testing import Result

    from libcareer.knowledge.reading import Knowledge

    Arguments = Callable[[str], list[str]]

ROOT = Path(__file__).parents[2]
PACKAGE = f"libcareer-{__version__}"
QUIZ_LINES = "1 2 3\n" * 4 + "1 2\n" * 12 + "skip\n" * 10


def build(kind: str, source: Path, target: Path, **env: str) -> bytes:
    """The *kind* of distribution that the files in *source* make."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(target)]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **env}
    subprocess.run(command, cwd=source, env=environment, capture_output=True, check=True)
    (built,) = target.iterdir()
    return built.read_bytes()


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of this source tree."""
    folder = tmp_path_factory.mktemp("wheel")
    build("wheel", ROOT, folder)
    return next(folder.iterdir())


@pytest.fixture(scope="session")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A source distribution of this source tree."""
    folder = tmp_path_factory.mktemp("sdist")
    build("sdist", ROOT, folder)
    return next(folder.iterdir())


@pytest.fixture(scope="session")
def unpacked(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the source distribution, elsewhere and with times and rights of their own."""
    folder = tmp_path_factory.mktemp("unpacked")
    # `extractall` has no filter before Python 3.11.4, and complains without one later.
    subprocess.run([sys.executable, "-m", "tarfile", "-e", sdist, folder], check=True)
    for path in (folder / PACKAGE).rglob("*"):
        os.utime(path, (1e9, 1e9))
        path.chmod(path.stat().st_mode & 0o700)
    return folder / PACKAGE


# ---------------------------------------------------------------------------- built


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_another_time_in_another_place_the_same_bytes_are_built(
    kind: str, wheel: Path, sdist: Path, unpacked: Path, tmp_path: Path
) -> None:
    built = {"wheel": wheel, "sdist": sdist}[kind].read_bytes()
    elsewhere = {
        "PYTHONHASHSEED": "7",
        "TZ": "Asia/Tokyo",
        "LC_ALL": "C",
        "LIBCAREER_DATA": str(ROOT / "tests" / "tiny"),
    }
    assert build(kind, unpacked, tmp_path / "again", **elsewhere) == built


def test_nothing_is_installed_outside_of_the_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as files:
        names = files.namelist()
        assert {name.split("/")[0] for name in names} == {"libcareer", f"{PACKAGE}.dist-info"}
        entry_points = files.read(f"{PACKAGE}.dist-info/entry_points.txt").decode()
    assert entry_points.split() == ["[console_scripts]", "libcareer", "=", "libcareer.__main__:main"]
    assert not [name for name in names if ".." in name or name.endswith((".pyc", ".pth"))]


def test_the_record_lists_every_file_with_its_hash(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as files:
        record = f"{PACKAGE}.dist-info/RECORD"
        listed = {name: digest for name, digest, _ in csv.reader(io.StringIO(files.read(record).decode()))}
        assert sorted(listed) == sorted(files.namelist())
        for name in set(listed) - {record}:
            digest = base64.urlsafe_b64encode(hashlib.sha256(files.read(name)).digest()).rstrip(b"=").decode()
            assert listed[name] == f"sha256={digest}"


def test_the_wheel_has_every_file_of_the_package_both_licenses_and_the_compiled_knowledge(
    wheel: Path, shipped_knowledge: Knowledge
) -> None:
    package = ROOT / "libcareer"
    source = {
        path.relative_to(ROOT).as_posix()
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with zipfile.ZipFile(wheel) as files:
        inside = {name for name in files.namelist() if name.startswith("libcareer/")}
        templates = {f"libcareer/templates/{path.name}" for path in (ROOT / "docs" / "templates").iterdir()}
        assert inside - source == {f"libcareer/data/{COMPILED}", *templates}
        assert source <= inside
        assert files.read(f"libcareer/data/{COMPILED}") == compile(shipped_knowledge)
        for name in ("LICENSE", "LICENSE-DATA"):
            assert files.read(f"{PACKAGE}.dist-info/licenses/{name}") == (ROOT / name).read_bytes()


@pytest.mark.parametrize(
    "name", ["LICENSE", "LICENSE-DATA", "README.md", "SECURITY.md", "CHANGELOG.md", "tests", "docs"]
)
def test_the_sdist_has_what_a_packager_needs(name: str, unpacked: Path) -> None:
    assert (unpacked / name).exists()


# ---------------------------------------------------------------------------- run from where it lies


def ran(command: list[str], folder: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """What *command* did in an empty folder, for somebody who types the numbers of a whole quiz."""
    where = folder / "empty"
    where.mkdir(exist_ok=True)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment |= {"LIBCAREER_HOME": str(folder / "home"), **env}
    done = subprocess.run(
        command, cwd=where, env=environment, input=QUIZ_LINES, capture_output=True, text=True, check=False
    )
    assert "Traceback" not in done.stderr
    assert not list(where.iterdir())
    return done


EACH = """
import json, sys
from typer.testing import CliRunner
import libcareer
from libcareer.cli import app

commands, typed = json.loads(sys.argv[1]), sys.stdin.read()
ended = [CliRunner().invoke(app, args, input=typed) for args in commands]
print(json.dumps([libcareer.__file__, [[one.exit_code, one.stdout] for one in ended]]))
"""
"""Runs many commands in one process: out of a zip file each would compile the whole code again."""


def test_every_command_runs_from_a_zip_file(
    wheel: Path, tmp_path: Path, arguments: Arguments, run_shipped: Callable[..., Result]
) -> None:
    env = {"PYTHONPATH": str(wheel), "PYTHONDONTWRITEBYTECODE": "1"}
    assert ran([sys.executable, "-m", "libcareer", "--version"], tmp_path, **env).stdout.startswith("libcareer ")
    results = tmp_path / "results"
    results.mkdir()
    for seed in range(5):
        result = run_shipped("quiz", "--new", "--seed", str(seed), "--format", "json", input=QUIZ_LINES)
        (results / f"{seed}.json").write_text(result.stdout, encoding="utf-8")
    # What these two are given elsewhere belongs to the tiny knowledge.
    shipped = {"check": [], "class": [str(results)]}
    commands = [[name, *(shipped[name] if name in shipped else arguments(name))] for name in MODULES]
    where, ended = json.loads(ran([sys.executable, "-c", EACH, json.dumps(commands)], tmp_path, **env).stdout)
    assert where == str(wheel / "libcareer" / "__init__.py")
    for (name, *_), (code, said) in zip(commands, ended, strict=True):
        assert (name, code, bool(said)) == (name, 0, True)


def test_from_a_zip_file_a_folder_may_lie_over_the_knowledge_that_is_in_it(wheel: Path, tmp_path: Path) -> None:
    skills = tmp_path / "mine" / "skills"
    skills.mkdir(parents=True)
    (skills / "circus.yaml").write_text(
        "title: Circus\nskills:\n  juggling:\n    title: Juggling\n    summary: Keeps things up.\n", encoding="utf-8"
    )
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    done = ran(
        [sys.executable, "-m", "libcareer", "skills", "--data", str(tmp_path / "mine")],
        tmp_path,
        PYTHONPATH=str(wheel),
        TMPDIR=str(temporary),
    )
    assert done.returncode == 0
    assert "Juggling" in done.stdout
    assert "Cataloging" in done.stdout
    assert not list(temporary.iterdir())


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment with the wheel, and with what it depends on borrowed from this one."""
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    library = Path(sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)}))
    pip = [sys.executable, "-m", "pip", "--python", str(folder / "bin" / "python"), "install", "-q", "--no-compile"]
    subprocess.run([*pip, "--no-deps", "--no-index", str(wheel)], check=True)
    (library / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder


def tree(folder: Path) -> dict[str, int]:
    return {str(path): path.lstat().st_mtime_ns for path in sorted(folder.rglob("*"))}


INSTALLED = [
    ["bin/libcareer"],
    ["bin/python", "-m", "libcareer"],
    ["bin/python", "-I", "-m", "libcareer"],
    ["bin/python", "-P", "-s", "-E", "-W", "error", "-X", "utf8", "-m", "libcareer"],
]


@pytest.mark.skipif(os.name != "posix", reason="lays the environment out as POSIX does")
@pytest.mark.parametrize("program", INSTALLED, ids=lambda program: " ".join(program))
def test_the_installed_program_runs_in_every_way_of_calling_it(
    program: list[str], environment: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    command = [str(environment / program[0]), *program[1:]]
    assert ran([*command, "--version"], tmp_path).stdout == f"libcareer {__version__}\n"
    shown = ran([*command, "roles", "--skill", "cataloging"], tmp_path)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "Catalog Librarian" in shown.stdout


@pytest.mark.skipif(os.name != "posix", reason="lays the environment out as POSIX does")
def test_under_i_the_package_that_runs_is_the_installed_one(environment: Path, tmp_path: Path) -> None:
    told = "import libcareer; print(libcareer.__file__)"
    found = ran([str(environment / "bin" / "python"), "-I", "-c", told], tmp_path, PYTHONPATH=str(ROOT))
    assert Path(found.stdout.strip()).is_relative_to(environment)


ROOTS = os.name == "posix" and os.geteuid() == 0


@pytest.mark.skipif(os.name != "posix", reason="lays the environment out as POSIX does")
@pytest.mark.skipif(ROOTS and not shutil.which("setpriv"), reason="needs setpriv for root to give up its rights")
def test_it_runs_from_where_nothing_can_be_written(environment: Path, tmp_path: Path) -> None:
    for path in (environment, *environment.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode & ~0o222)
    before = tree(environment)
    python = str(environment / "bin" / "python")
    # Whoever may write everywhere, as root may, gives that up first.
    bound = ["setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override"] if ROOTS else []
    attempt = f"open({str(environment / 'new')!r}, 'w')"
    assert (
        "PermissionError"
        in subprocess.run([*bound, python, "-c", attempt], stderr=subprocess.PIPE, text=True, check=False).stderr
    )
    for args in (["quiz"], ["me"], ["show", "archivist"], ["check"], ["--version", "--verbose"], ["forget"]):
        done = ran([*bound, python, "-m", "libcareer", *args], tmp_path)
        assert (args, done.returncode, bool(done.stdout)) == (args, 0, True)
    assert tree(environment) == before
