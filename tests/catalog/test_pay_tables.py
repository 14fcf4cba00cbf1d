"""The pay tables: every figure of the Bureau's release is in them, and a damaged table is told in one sentence."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from libcareer.catalog import Catalog, load
from libcareer.catalog.catalog import shipped_pay_table
from libcareer.catalog.compiled import compile
from libcareer.catalog.pay_tables import Cell, PayTables
from libcareer.errors import LibcareerError
from libcareer.knowledge.oews import KEPT, PLACES, places

if TYPE_CHECKING:
    from pathlib import Path

    from libcareer.catalog.pay_tables import Row
    from libcareer.knowledge.reading import Knowledge

RELEASED = {
    "states": (3222, "185b9d722269ee70f7a6c10eb39d1eac2e298ee68225dcb869cd5aa750b28bed"),
    "metros": (22386, "59ea795549d566c574ea11be4085bf437baf52e92be545f6fd448f2c98399af3"),
    "industries": (959, "3c34941489fcaa7add761d3285c04543a21ad2b771a4c30a499e3ddee1068b35"),
}
"""How many rows each file of the May 2025 release has for our occupations, and the SHA-256 of its sorted rows."""


@pytest.fixture(scope="module")
def tables() -> PayTables:
    return PayTables(shipped_pay_table)


@pytest.fixture(scope="module")
def occupations() -> list[str]:
    """The code of every occupation in the table of areas, read without the code under test."""
    lines = shipped_pay_table("areas.tsv").decode().splitlines()
    return sorted({line.split("\t")[0] for line in lines if line[0] not in "#="})


def number(value: float | None, decimals: int) -> str:
    return "-" if value is None else f"{value:.{decimals}f}"


def released(row: Row, *, shares: bool) -> list[str]:
    """A row in the words of the release; the rows of the nation and of industries leave the shares empty."""
    cells = (row.low, row.median, row.high)
    told = [number(row.posts, 0), number(row.posts_error, 1)]
    told += [number(cell.hour, 2) for cell in cells] + [number(cell.year, 0) for cell in cells]
    told += [number(row.pay_error, 1)]
    return told + ([number(row.per_thousand, 3), number(row.quotient, 2)] if shares else ["", ""])


@pytest.mark.parametrize(("file", "kinds"), [("states", ("nation", "state")), ("metros", ("area",))])
def test_every_figure_of_every_place_is_that_of_the_release(
    tables: PayTables, occupations: list[str], file: str, kinds: tuple[str, ...]
) -> None:
    lines = []
    for place in tables.places.values():
        if place.kind in kinds:
            name = "National" if place.kind == "nation" else place.name
            found = {code: tables.in_place(place.id, code) for code in occupations}
            lines += [
                "\t".join((code, name, *released(row, shares=place.kind != "nation")))
                for code, row in found.items()
                if row
            ]
    assert (len(lines), hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()) == RELEASED[file]


def test_every_figure_of_every_industry_is_that_of_the_release(tables: PayTables, occupations: list[str]) -> None:
    lines = [
        "\t".join((code, industry, name, *released(row, shares=False)))
        for industry, name in tables.industries.items()
        for code in occupations
        if (row := tables.in_industry(industry, code))
    ]
    assert (len(lines), hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()) == RELEASED["industries"]


def test_the_places_are_the_nation_54_states_and_territories_and_528_areas(tables: PayTables) -> None:
    kinds = [place.kind for place in tables.places.values()]
    assert {kind: kinds.count(kind) for kind in kinds} == {"nation": 1, "state": 54, "area": 528}


def test_every_area_lies_in_states_that_are_places(tables: PayTables) -> None:
    states = {place.id for place in tables.places.values() if place.kind == "state"}
    for place in tables.places.values():
        assert bool(place.states) == (place.kind == "area"), place
        assert states >= set(place.states), place


def test_the_names_are_those_that_the_recipe_makes(tables: PayTables) -> None:
    ids = {"National" if place.kind == "nation" else place.name: place.id for place in tables.places.values()}
    assert places(ids).encode() == shipped_pay_table(PLACES)


def test_a_setting_names_only_industries_that_are_in_the_tables(shipped: Catalog, tables: PayTables) -> None:
    named = {code for setting in shipped.settings.values() for code in setting.industries}
    assert named <= set(tables.industries) == set(KEPT)


def test_one_industry_is_called_by_one_name_in_all_settings(shipped: Catalog) -> None:
    pairs = {pair for setting in shipped.settings.values() for pair in setting.industries.items()}
    assert len(pairs) == len(dict(pairs)) == len({called for _, called in pairs})


def test_the_figures_of_the_nation_are_those_of_the_occupations(shipped: Catalog, tables: PayTables) -> None:
    for code, occupation in shipped.occupations.items():
        row = tables.in_place("united-states", occupation.pay_code or code[:7])
        if occupation.pay and (occupation.pay[0].year, occupation.pay[0].source) == tables.release:
            assert row, code
            newest = occupation.pay[0]
            for cell, amount in zip(
                (row.low, row.median, row.high), (newest.low, newest.median, newest.high), strict=True
            ):
                assert cell.year
                # Pay of teaching assistants was released by the year only.
                hour = round(cell.year / 2080, 2) if cell.hour is None else cell.hour
                assert amount == (hour if occupation.pays_by == "hour" else cell.year), code


@pytest.mark.parametrize("id_", ["", "ohi", "ohio\tstate", "\nohio", "ohio\n", "\udc80", "#", "Ohio", "gone"])
def test_what_is_no_id_is_no_place(tables: PayTables, id_: str) -> None:
    assert tables.place(id_) is None


def test_each_place_is_found_alone_as_among_all(tables: PayTables) -> None:
    for id_, place in tables.places.items():
        assert tables.place(id_) == place


def test_each_name_is_found_alone_as_among_all(tables: PayTables) -> None:
    for name, ids in tables.place_names.items():
        assert tables.named(name) == tuple(sorted(ids))
    assert tables.named("") == ()


# ---------------------------------------------------------------------------- small tables

AREAS = """# May 2024\tsurvey
# soc employment employment_rse p10 median p90 wage_rse jobs_per_1000 quotient
= inland
25-4022\t-\t-\t41600+\t62410-\t239200\t21.5\t-\t-
25-4031\t40\t12.0\t-\t47000y\t-\t3.0\t0.500\t1.25
= inland-north
25-4022\t10\t5.0\t-\t-\t-\t-\t0.100\t0.50
= end
"""


@pytest.fixture
def small() -> PayTables:
    return PayTables(lambda name: AREAS.encode())


def test_a_cell_has_pay_by_the_year_and_by_the_hour(small: PayTables) -> None:
    row = small.in_place("inland", "25-4022")
    assert row
    assert (row.low, row.median, row.high) == (Cell(20.01, 41_600), Cell(29.99, 62_410), Cell(115.0, 239_200))
    assert (row.posts, row.posts_error, row.per_thousand) == (None, None, None)


def test_pay_released_by_the_year_only_has_none_by_the_hour(small: PayTables) -> None:
    row = small.in_place("inland", "25-4031")
    assert row
    assert (row.low, row.median) == (Cell(None, None), Cell(None, 47_000))


def test_a_place_or_occupation_without_a_row_has_none(small: PayTables) -> None:
    assert small.in_place("inland-north", "25-4031") is None
    assert small.in_place("north", "25-4022") is None


@pytest.mark.parametrize("line", ["25-4022\tmany", "25-4022\t1\t1.0\tx\t1\t1\t1.0\t1.0\t1.0"])
def test_a_damaged_row_is_told_in_one_sentence(line: str) -> None:
    damaged = PayTables(lambda name: f"# May 2024\tsurvey\n# soc\n= inland\n{line}\n= end\n".encode())
    with pytest.raises(LibcareerError, match="a row is damaged"):
        damaged.in_place("inland", "25-4022")


def test_a_table_that_is_missing_is_told_in_one_sentence() -> None:
    def missing(name: str) -> bytes:
        raise FileNotFoundError(2, "No such file or directory")

    with pytest.raises(LibcareerError, match="cannot be read: No such file"):
        PayTables(missing).in_place("inland", "25-4022")


def test_a_table_is_read_once_and_only_when_it_is_needed() -> None:
    read: list[str] = []

    def table(name: str) -> bytes:
        read.append(name)
        return AREAS.encode()

    tables = PayTables(table)
    assert read == []
    tables.in_place("inland", "25-4022")
    tables.in_place("inland-north", "25-4022")
    assert read == ["areas.tsv"]


def test_a_package_without_the_tables_has_no_pay_tables_and_the_rest_of_the_knowledge(
    shipped_knowledge: Knowledge,
) -> None:
    def missing(name: str) -> bytes:
        raise FileNotFoundError(2, "No such file or directory")

    catalog = Catalog(compile(shipped_knowledge), pay_table=missing)
    assert catalog.pay_tables is None
    assert "archivist" in catalog.briefs


def test_an_overlay_has_the_built_in_pay_tables(tmp_path: Path) -> None:
    assert load(tmp_path).pay_tables is not None
    assert load().pay_tables is not None


def test_knowledge_that_stands_alone_has_its_own_pay_tables_or_none(data: Path) -> None:
    assert load(data).pay_tables is None
    (data / "pay").mkdir()
    for name in ("places.tsv", "areas.tsv", "industries.tsv"):
        (data / "pay" / name).write_text(AREAS)
    tables = load(data).pay_tables
    assert tables
    assert tables.in_place("inland", "25-4031")
    assert tables.release == ("May 2024", "survey")


def test_pay_tables_of_an_unknown_source_are_not_used(data: Path) -> None:
    (data / "pay").mkdir()
    (data / "pay" / "industries.tsv").write_text("# May 2024\tnobody\n")
    assert load(data).pay_tables is None


def test_a_pay_table_that_is_not_text_is_told_in_one_sentence(data: Path) -> None:
    (data / "pay").mkdir()
    (data / "pay" / "industries.tsv").write_bytes(b"\xff")
    with pytest.raises(LibcareerError, match="is not a table of pay"):
        _ = load(data).pay_tables
