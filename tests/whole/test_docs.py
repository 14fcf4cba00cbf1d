"""The pages are true: the Python in them runs, and the links, paths, layers and functions they name exist."""

from __future__ import annotations

import inspect
import re
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from libcareer import Guide, errors

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.glob("*.md")])
EACH_PAGE = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
CODE = re.compile(r"`([^`\n]+)`")


def rows(page: Path, heading: str) -> list[list[str]]:
    """The cells of the table under a *heading*, without its first two lines."""
    part = page.read_text(encoding="utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    table = [line.strip("|").split("|") for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in table[2:]]


@pytest.mark.usefixtures("warm")
def test_the_python_of_the_library_page_runs(capsys: pytest.CaptureFixture[str]) -> None:
    code = re.findall(r"```python\n(.*?)```", (DOCS / "library.md").read_text(encoding="utf-8"), re.DOTALL)
    assert code
    assert len(code[0].splitlines()) <= 30
    namespace: dict[str, object] = {}
    for number, block in enumerate(code):
        exec(compile(block, f"docs/library.md, block {number}", "exec"), namespace)
    printed = capsys.readouterr().out
    assert "Did you mean 'librarian'" in printed
    assert "goal Librarian" in printed
    assert "libcareer quiz --answers FILE" in printed


def test_the_library_page_has_every_method_of_the_guide_with_its_arguments() -> None:
    named = {}
    for row in rows(DOCS / "library.md", "The methods"):
        for call in CODE.findall(row[0]):
            found = re.fullmatch(r"(\w+)\(([^\[]*?)(?:, )?(?:\[(.*)])?\)", call)
            assert found, call
            name, required, optional = found.groups()
            named[name] = required.split(", ") if required else []
            parameters = inspect.signature(getattr(Guide, name)).parameters
            assert {*(optional or "").split(", ")} - {"", "..."} <= parameters.keys(), call
    methods = dict(inspect.getmembers(Guide, lambda one: inspect.isfunction(one) and not one.__name__.startswith("_")))
    assert named == {
        name: [
            str(one).split(":")[0]
            for one in [*inspect.signature(method).parameters.values()][1:]
            if one.default is one.empty
        ]
        for name, method in methods.items()
    }


@pytest.mark.parametrize("row", rows(DOCS / "library.md", "The engines"), ids=lambda row: row[1])
def test_an_engine_of_the_library_page_takes_what_the_page_says(row: list[str]) -> None:
    module, call = (cell.strip("`") for cell in row[:2])
    found = re.fullmatch(r"(\w+)\(([^\[]*?)(?:, \[(.*)])?\)", call)
    assert found
    name, required, optional = found.groups()
    parameters = inspect.signature(getattr(import_module(module), name)).parameters
    needed = [each.name for each in parameters.values() if each.default is each.empty]
    assert needed == required.split(", ")
    if optional:
        assert [each.name for each in parameters.values() if each.default is not each.empty] == optional.split(", ")


def test_the_library_page_has_every_error() -> None:
    named = {row[0].strip("`"): CODE.findall(row[2]) for row in rows(DOCS / "library.md", "The errors")}
    assert named.keys() == {
        name
        for name, each in vars(errors).items()
        if inspect.isclass(each) and issubclass(each, errors.LibcareerError) and each is not errors.LibcareerError
    }
    assert set(named["UnknownName"]) == vars(errors.UnknownName("role", "x", ())).keys()
    assert set(named["SeveralNames"]) == vars(errors.SeveralNames("role", "x", ("a", "b"))).keys()
    assert {"file", "line", "column", "message"} < set(named["BadData"])


def test_the_architecture_page_has_the_layers_that_are_checked() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(each["layers"] for each in contracts if each.get("containers") == ["libcareer"])
    checked = [name.strip() for layer in layers for name in layer.split("|")]
    assert [row[0].strip("`") for row in rows(DOCS / "architecture.md", "The layers")] == checked


@EACH_PAGE
def test_every_link_to_a_file_leads_to_one(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


@EACH_PAGE
def test_every_path_in_a_page_exists(page: Path) -> None:
    """A path is code with a slash and a known beginning, seen from the repository or from the package."""
    tops = "libcareer|tests|docs|benchmarks|schema|commands|reports|person|engines|catalog|knowledge"
    for path in CODE.findall(page.read_text(encoding="utf-8")):
        if re.fullmatch(rf"(?:{tops})(?:/[\w.-]+)+/?", path):
            assert any((base / path).exists() for base in (ROOT, ROOT / "libcareer")), path


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached or page.suffix != ".md":
            continue
        reached.add(page)
        targets = re.findall(r"\]\((?!https?:|#)([^)#]+)[^)]*\)", page.read_text(encoding="utf-8"))
        waiting += [(page.parent / target).resolve() for target in targets]
    assert set(PAGES) <= reached
