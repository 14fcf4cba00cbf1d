"""The JSON output of every command against the schemas in schema/output/, which leave no room for other fields."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from libcareer.commands import MODULES
from libcareer.commands.lazy import command_info
from libcareer.reports.for_you import TAKE_ANYONE
from libcareer.reports.page.formats import OUTPUT_SCHEMA
from libcareer.reports.schemas import OUTPUT, output_schemas, write_output_schemas

if TYPE_CHECKING:
    from conftest import Run

ROOT = Path(__file__).parents[2]
TESTS = Path(__file__).parents[1]
TINY = TESTS / "tiny"
RESULTS = TESTS / "class"
DOCUMENTS = ROOT / "tests" / "documents"
FOLDER = ROOT / "schema" / "output"

QUIZ_LINES = "1 2 3\n" * 4 + "1 4\n" * 6
SKIPPED = "skip\n" * 30

CALLS: dict[str, list[tuple[str, str]]] = {
    "quiz": [
        ("--paper", ""),
        ("", QUIZ_LINES),
        ("--seed 7", SKIPPED),
        ("", "1 2 3\n"),
        ("--riasec 30,20,35,10,15,25", QUIZ_LINES),
    ],
    "fit": [("librarian", QUIZ_LINES), ("archivist", "1 2 3\n"), ("shelver --seed 3", SKIPPED)],
    "roles": [("", ""), ("--remote --no-degree --skill leadership --part-time", ""), ("--cluster digital", "")],
    "show": [("librarian", ""), ("shelver --section pay", ""), ("archivist --sources", "")],
    "path": [
        ("library-director", ""),
        ("librarian --prefer cheapest", ""),
        ("archivist --from shelver --details --have bachelor", ""),
    ],
    "compare": [
        ("shelver library-clerk", ""),
        ("librarian archivist records-manager", ""),
        ("librarian taxonomist", ""),
    ],
    "map": [("librarian", ""), ("--cluster support", ""), ("archivist --from library-page", "")],
    "report": [("librarian", ""), ("librarian archivist shelver --anyone", ""), ("shelver", "")],
    "publish": [("site", ""), ("site --name Careers", ""), ("other", "")],
    "related": [("archivist --inside", ""), ("shelver --no-degree", ""), ("library-director --limit 2", "")],
    "planb": [
        ("librarian --no-masters", ""),
        ("librarian --have mlis --no-masters --max-months 48 --max-cost 20000", ""),
        ("law-librarian --from library-technician --remote --min-pay 90000 --inside", ""),
    ],
    "translate": [
        ("weeding --to software", ""),
        ("stakeholder management", ""),
        ("release of information --from health-information", ""),
        ("--role shelver --to museums", ""),
        ("--role archivist", ""),
        ("dewey decimal", ""),
        ("checked in books and calmed angry people", ""),
        ("qqqq zzzz", ""),
    ],
    "worth": [
        ("librarian --from library-technician --have bachelor --table --years-left 20", ""),
        ("mlis --earn 18.50/hour --have bachelor", ""),
        ("mlis --earn 38000 --goal archivist --full-time --have bachelor", ""),
        ("ca-diploma --earn 38000 --goal library-technician", ""),
        ("library-director --from librarian", ""),
        ("librarian --from librarian", ""),
    ],
    "tracks": [("--skill cataloging", ""), ("--from shelver --explain", ""), ("--skill storytime --no-degree", "")],
    "plan": [("archivist", ""), ("librarian --start 2026-09", ""), ("done 1", "")],
    "lssc": [("", ""), ("--from library-clerk --hours 1820 --goal librarian", ""), ("--no-secondary", "")],
    "me": [
        ("", ""),
        ("--limits --min-pay 900000 --no-move --studying mlis", ""),
        ("--compare", ""),
        ("--quiz", ""),
        ("--ignore-limits", ""),
    ],
    "forget": [("", ""), ("", ""), ("", "")],
    "class": [
        (f"{RESULTS} --data {TINY}", ""),
        (f"{RESULTS} --data {TINY} --handouts pages", ""),
        (f"{' '.join(f'{RESULTS}/{number}.json' for number in range(1, 6))} --data {TINY}", ""),
    ],
    "match": [
        (str(DOCUMENTS / "advertisement.txt"), ""),
        (f"{DOCUMENTS / 'resume.json'} --role library-director", ""),
        (f"{DOCUMENTS / 'advertisement.txt'} --role page --data {TINY}", ""),
        ("-", "Registered Nurse\n\nGive medicine to patients on a ward.\n"),
    ],
    "skills": [("", ""), ("teamwork", ""), ("--group systems", "")],
    "credentials": [("", ""), ("mlis", ""), ("--cost low", "")],
    "resources": [("", ""), ("--outdated", ""), ("--kind jobs", ""), ("--status closed --role librarian", "")],
    "network": [("", ""), ("archives", ""), ("public", "")],
    "sources": [("", ""), ("--stale", ""), ("oews", "")],
    "disputes": [("", ""), ("demand", ""), ("pay", "")],
    "changes": [("", ""), ("grad-plus-end", ""), ("--where Texas --role school-librarian", ""), ("--kind unions", "")],
    "ask": [("what does a librarian earn", ""), ("qqqq zzzz", ""), ("which jobs need no degree", "")],
    "title": [("cataloging assistant II", ""), ("qqqq", ""), ("user services coordinator", ""), ("page", "")],
    "search": [("archivist", ""), ("from shelver to librarian", ""), ("salary cataloging", ""), ("archivst qqqq", "")],
    "help": [("", ""), ("show", ""), ("help", "")],
    "occupations": [("", ""), ("museum", ""), ("25-4011", "")],
    "new": [
        ("skill escape-games --group teaching --print", ""),
        ("question museum-pay --title 'What do museums pay?' --data my-knowledge", ""),
        ("source museum-survey --data my-knowledge", ""),
    ],
    "check": [
        (str(TINY), ""),
        (str(TINY / "roles" / "page.yaml"), ""),
        (str(ROOT / "README.md"), ""),
    ],
}
"""Three or more calls of each command, as arguments and typed lines; the example of its help comes to them."""


def strict(name: str) -> None:
    pytest.fail(f"{name} is not JSON")


def validated(said: str) -> str:
    """The field `command` of the output *said*, after it was held against the schema of that name."""
    found = json.loads(said, parse_constant=strict)
    assert found["schema"] == OUTPUT_SCHEMA
    schema = json.loads((FOLDER / f"{found['command']}.json").read_text(encoding="utf-8"))
    problems = [f"{error.json_path}: {error.message[:300]}" for error in _deepest(schema, found)]
    assert problems == []
    return str(found["command"])


def _deepest(schema: dict[str, Any], found: Any) -> list[Any]:
    """The errors of the form that fits best; `anyOf` itself says only that none does."""
    errors = list(Draft202012Validator(schema).iter_errors(found))
    contexts = [error.context for error in errors if error.context]
    return min(contexts, key=len) if contexts else errors


@pytest.mark.parametrize("name", [name for name in MODULES if name != "explore"])  # it asks, and shows pages of others
def test_the_json_of_every_command_is_what_its_schema_says(
    name: str, run_shipped: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    example = (command_info(name).epilog or "").removeprefix("Example: libcareer ").partition(" ")[2]
    seen = 0
    if name in TAKE_ANYONE:
        run_shipped("me", "--from", "library-page", "--have", "bachelor", "--studying", "mlis", "--no-move")
    if name in ("me", "forget", "tracks"):
        run_shipped("plan", "librarian")
        if name == "me":
            assert validated(run_shipped("me", "--format", "json").stdout) == "me"
        for _ in range(2):
            run_shipped("quiz", "--new", input=QUIZ_LINES)
    for call, typed in [(example, QUIZ_LINES), *CALLS[name]]:
        new = ["--new"] if name in ("quiz", "fit", "plan") and "done" not in call else []
        result = run_shipped(name, *shlex.split(call), *new, "--format", "json", input=typed)
        assert result.exit_code in (0, 1), result.stderr
        if result.stdout:
            assert validated(result.stdout) in ({"quiz", "me"} if name == "me" else {name})
            seen += 1
    assert seen >= 3


@pytest.mark.parametrize("args", ["--version", "--version --verbose", "-V", "--version --verbose --data tests/tiny"])
def test_the_version_in_json_is_what_its_schema_says(args: str, run_snapshot: Run) -> None:
    result = run_snapshot(*args.replace("tests", str(TESTS)).split(), "--format", "json")
    assert (result.exit_code, validated(result.stdout)) == (0, "version")


@pytest.mark.parametrize("name", ["", *MODULES])
def test_the_help_in_json_is_what_its_schema_says_and_names_every_option(name: str, run: Run) -> None:
    result = run(*([name] if name else []), "--help", "--format", "json")
    assert (result.exit_code, validated(result.stdout)) == (0, "help")
    found = json.loads(result.stdout)
    assert found["name"] == (name or "libcareer")
    assert found["summary"].endswith(".")
    assert found["example"].startswith(f"libcareer {name}")
    words = run(*([name] if name else []), "--help").stdout
    listed = {option for one in found["options"] for option in one["names"]}
    assert set(re.findall(r"^ +(?:-., )?(--[a-z-]+)", words, re.MULTILINE)) <= listed
    assert {"--format", "--help", "-h"} <= listed
    assert [one["name"] for one in found["commands"]] == ([] if name else list(MODULES))


# ---------------------------------------------------------------------------- the schemas themselves


def meaning(schema: str) -> Any:
    """What *schema* means, however the msgspec installed writes it.

    Versions differ in the names of keys, in the indentation of docstrings and in the order of alternatives.
    """

    def normal(part: dict[str, Any]) -> dict[str, Any]:
        part.pop("propertyNames", None)
        if isinstance(told := part.get("description"), str):
            part["description"] = " ".join(told.split())
        if "anyOf" in part:
            part["anyOf"].sort(key=str)
        return part

    return json.loads(schema, object_hook=normal)


@pytest.mark.parametrize("name", OUTPUT)
def test_the_schema_in_the_checkout_says_what_the_structs_say(name: str) -> None:
    written = (FOLDER / f"{name}.json").read_text(encoding="utf-8")
    assert meaning(written) == meaning(output_schemas()[name])


def test_every_command_has_a_schema_and_there_is_no_other() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == OUTPUT.keys()
    assert OUTPUT.keys() == {*MODULES, "version", "help"} - {"explore"}


@pytest.mark.parametrize("name", OUTPUT)
def test_a_schema_is_valid_and_closed(name: str) -> None:
    schema = json.loads(output_schemas()[name])
    Draft202012Validator.check_schema(schema)
    for part in [*schema.get("anyOf", [schema]), *schema["$defs"].values()]:
        if "properties" in part:
            assert part["additionalProperties"] is False


def test_a_field_more_or_less_is_refused() -> None:
    schema = json.loads(output_schemas()["forget"])
    right = {"schema": OUTPUT_SCHEMA, "command": "forget", "removed": []}
    link = {"text": "Shelver", "address": "show shelver"}
    assert Draft202012Validator(schema).is_valid(right)
    assert Draft202012Validator(schema).is_valid({**right, "links": [link]})
    for wrong in (
        {**right, "links": [{"text": "Shelver"}]},
        {**right, "more": 1},
        {"schema": OUTPUT_SCHEMA, "command": "forget"},
        {**right, "schema": 1},
    ):
        assert not Draft202012Validator(schema).is_valid(wrong)


def test_the_schemas_are_written_into_a_checkout(tmp_path: Path) -> None:
    write_output_schemas(tmp_path)
    assert {path.stem for path in (tmp_path / "schema" / "output").iterdir()} == OUTPUT.keys()
