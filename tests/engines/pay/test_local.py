"""Pay in a place: the released figure, and that of the state or the nation where none was released."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from libcareer.catalog import Catalog
from libcareer.catalog.catalog import shipped_pay_table
from libcareer.catalog.compiled import compile
from libcareer.engines.pay.local import local_pay
from libcareer.engines.pay.places import Place, place, place_named
from libcareer.engines.pay.released import Spread
from libcareer.knowledge.oews import tables
from libcareer.knowledge.reading import read_folder

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = [
    "soc", "area", "employment", "employment_rse", "hour_p10", "hour_median", "hour_p90", "year_p10", "year_median",
    "year_p90", "wage_rse", "jobs_per_1000", "location_quotient",
]  # fmt: skip

ROWS = """
25-4022 National     1000 1.0 20.00 30.00 50.00 41600 62400 104000 0.5
25-4022 Ohio           80 4.0 19.00 28.00 115.00 39520 58240 239200 2.0 0.500 1.25
25-4022 Columbus,_OH   10 9.0 -     -     -     -     -     -      -   0.100 0.25
25-4022 Lima,_OH        - -   18.00 27.00 40.00 37440 56160 83200  20.1 -    -
25-4022 Athens,_OH     30 2.0 -     -     -     37440 56160 83200  20.0 0.300 0.75
25-4031 National     3000 1.0 15.00 20.00 30.00 31200 41600 62400  0.5
25-4031 Dayton,_OH     20 2.0 -     -     -     31000 41000 62000  1.0 0.300 0.75
"""


def released() -> list[dict[str, str]]:
    rows = []
    for line in ROWS.strip().splitlines():
        cells = [cell.replace("_", " ") for cell in line.split()]
        rows.append(dict(zip(COLUMNS, [*cells, "", ""], strict=False)))
    return rows


@pytest.fixture
def small(data: Path) -> Catalog:
    """The tiny knowledge with the pay of six places, and the release's source."""
    file = data / "sources.yaml"
    file.write_text(file.read_text() + "bls-oews-2025: {publisher: Bureau, title: Wages}\n")
    knowledge, problems = read_folder(data)
    assert not problems
    files = tables(released(), [])
    return Catalog(compile(knowledge), pay_table=lambda name: files[name].encode())


def at(catalog: Catalog, words: str) -> Place:
    return place_named(catalog, words)


def test_the_figure_is_that_of_the_place_with_its_posts_and_how_sure_it_is(small: Catalog) -> None:
    found = local_pay(small, "librarian", at(small, "Ohio"))
    assert found
    assert (found.of.id, found.fell_back, found.unit, found.period) == ("ohio", False, "year", "May 2025")
    assert found.figure.year == Spread(39_520, 58_240, 239_200, ("high",))
    assert found.figure.hour == Spread(19.0, 28.0, 115.0, ("high",))
    assert (found.figure.posts, found.figure.per_thousand, found.figure.quotient) == (80, 0.5, 1.25)
    assert (found.figure.error, found.figure.rough) == (2.0, False)
    assert found.source.id == "bls-oews-2025"


def test_where_no_median_was_released_it_is_that_of_the_state_and_the_posts_remain(small: Catalog) -> None:
    found = local_pay(small, "librarian", at(small, "Columbus"))
    assert found
    assert (found.place.id, found.of.id, found.fell_back) == ("columbus-oh", "ohio", True)
    assert found.yearly == 58_240
    assert found.asked
    assert found.asked.posts == 10


def test_without_the_state_it_is_that_of_the_nation(small: Catalog) -> None:
    found = local_pay(small, "technician", at(small, "Ohio"))
    assert found
    assert (found.of.id, found.fell_back, found.asked) == ("united-states", True, None)
    assert found.shown.median == 20.0


@pytest.mark.parametrize(("town", "rough"), [("Lima", True), ("Athens", False)])
def test_an_error_above_20_percent_makes_a_rough_estimate(small: Catalog, town: str, rough: bool) -> None:
    found = local_pay(small, "librarian", at(small, town))
    assert found
    assert found.figure.rough is rough


def test_pay_released_by_the_year_only_is_told_by_the_year(small: Catalog) -> None:
    found = local_pay(small, "technician", at(small, "Dayton"))
    assert found
    assert (found.unit, found.shown.median) == ("year", 41_000)


def test_an_occupation_that_the_release_lacks_has_no_local_pay(small: Catalog) -> None:
    assert local_pay(small, "editor", at(small, "Ohio")) is None


def test_knowledge_without_pay_tables_has_no_local_pay(tiny: Catalog, small: Catalog) -> None:
    assert local_pay(tiny, "librarian", at(small, "Ohio")) is None


# ---------------------------------------------------------------------------- the shipped tables


def plain_cells() -> dict[tuple[str, str], list[str]]:
    """Every row of the shipped table by place and occupation, split by hand."""
    cells: dict[tuple[str, str], list[str]] = {}
    here = ""
    for line in shipped_pay_table("areas.tsv").decode().splitlines():
        if line.startswith("= "):
            here = line[2:]
        elif not line.startswith("#"):
            code, *rest = line.split("\t")
            cells[here, code] = rest
    return cells


def test_every_role_in_every_place_shows_the_released_figure_or_that_of_the_nearest_wider_place(
    shipped: Catalog,
) -> None:
    """All roles by all places: one role for each occupation, as roles of one occupation share its figure."""
    cells, tables_ = plain_cells(), shipped.pay_tables
    assert tables_
    by_code: dict[str, list[str]] = {}
    for id_, role in shipped.roles.items():
        # Of an occupation that is not in the release there is nothing to show.
        if shipped.occupations[role.occupations[0].code].pay[0].source != tables_.release[1]:
            continue
        by_code.setdefault(role.occupations[0].code, []).append(id_)
    pairs = 0
    for code, roles in by_code.items():
        occupation = shipped.occupations[code]
        soc = occupation.pay_code or code[:7]
        for number, row in enumerate(tables_.places.values()):
            here = place(shipped, row.id)
            assert here
            found = local_pay(shipped, roles[number % len(roles)], here)
            assert found, (code, row.id)
            chain = [row.id, *row.states[:1], "united-states"]
            right = next(id_ for id_ in chain if (id_, soc) in cells and cells[id_, soc][3] != "-")
            median = cells[right, soc][3]
            assert found.of.id == right, (code, row.id)
            assert found.yearly == int(median.rstrip("+-y")), (code, row.id)
            assert found.fell_back == (right != row.id)
            posts = cells[right, soc][0]
            assert found.figure.posts == (None if posts == "-" else int(posts))
            if median.endswith("y"):
                assert found.unit == "year"
            pairs += 1
    assert pairs == len(by_code) * 583
