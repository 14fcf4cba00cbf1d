"""`--version --verbose`: versions, provenance, counts and attributions."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from libcareer import __version__
from libcareer.catalog.compiled import SCHEMA
from libcareer.engines.lookup.about import ATTRIBUTIONS, COUNTED_KINDS, KNOWLEDGE_LICENSE, about
from libcareer.reports.about import about_report
from libcareer.reports.page.formats import OUTPUT_SCHEMA

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer.testing import Result

    from libcareer.catalog import Catalog

    Run = Callable[..., Result]

ROOT = Path(__file__).parents[3]
PYTHON = sys.version.split()[0]
OPTIONS = ("--version", "--verbose")


def lines(result: Result) -> list[str]:
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout.splitlines()


@pytest.mark.parametrize("args", [OPTIONS, OPTIONS[::-1], ("-V", "--verbose")], ids=" ".join)
def test_it_shows_the_versions_of_libcareer_python_and_the_schema(run_snapshot: Run, args: tuple[str, ...]) -> None:
    shown = lines(run_snapshot(*args))
    assert shown[0] == f"libcareer {__version__}"
    assert f"python: {PYTHON}" in shown
    assert f"schema: {OUTPUT_SCHEMA} of the JSON output, {SCHEMA} of the compiled knowledge" in shown


def test_it_says_where_the_knowledge_comes_from(run_shipped: Run, data: Path) -> None:
    assert "knowledge: built in" in lines(run_shipped(*OPTIONS))
    assert f"knowledge: {data}, in place of the built-in one" in lines(run_shipped(*OPTIONS, "--data", str(data)))
    for file in data.rglob("*.yaml"):
        file.unlink()
    assert f"knowledge: built in, extended by {data}" in lines(run_shipped("--data", str(data), *OPTIONS))


def test_it_counts_the_records_of_every_kind(run_snapshot: Run, snapshot: Catalog, tiny: Catalog) -> None:
    counts = [line for line in lines(run_snapshot(*OPTIONS)) if line.startswith("records: ")]
    assert counts == ["records: " + ", ".join(f"{len(getattr(snapshot, kind))} {kind}" for kind in COUNTED_KINDS)]
    assert "2 resources, 1 field, 3 occupations" in dict(about_report(about(tiny, PYTHON)).rows)["records"]


def test_it_attributes_every_source_whose_license_asks_for_it(run_shipped: Run, shipped: Catalog) -> None:
    shown = run_shipped(*OPTIONS).stdout
    licensed = [source for source in shipped.sources.values() if source.licence]
    open_government = {
        "Open Government Licence \N{EN DASH} Canada": "licensed under the Open Government Licence \N{EN DASH} Canada.",
        "Open Government Licence v3.0": "sector information licensed under the Open Government Licence v3.0.",
    }
    assert {source.licence for source in licensed} == {"CC BY 4.0", "public domain", *open_government}
    assert all(words in shown for words in open_government.values())
    assert all(source.title in shown for source in licensed if source.licence == "CC BY 4.0")
    assert "U.S. Bureau of Labor Statistics, which are in the public domain" in shown
    assert KNOWLEDGE_LICENSE in shown


def test_the_license_file_attributes_in_the_same_words() -> None:
    said = " ".join((ROOT / "LICENSE-DATA").read_text(encoding="utf-8").split()).casefold()
    for words in ATTRIBUTIONS:
        assert words.casefold() in said


def test_it_can_be_written_as_json(run_snapshot: Run) -> None:
    told = json.loads(run_snapshot(*OPTIONS, "--format", "json").stdout)
    assert told["command"] == "version"
    assert told["version"] == __version__
    assert told["attributions"] == list(ATTRIBUTIONS)


def test_verbose_alone_is_a_mistake_of_use(run: Run) -> None:
    for args in (["--verbose"], ["--verbose", "roles"]):
        result = run(*args)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "--verbose goes with --version." in result.stderr
