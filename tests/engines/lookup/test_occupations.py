"""Statistical occupations by words of their titles, their codes and the roles counted in them."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from libcareer.engines.lookup.occupations import occupations
from libcareer.errors import UnknownName

if TYPE_CHECKING:
    from conftest import Run

    from libcareer.catalog import Catalog


def codes(catalog: Catalog, words: str = "") -> list[str]:
    return [line.code for line in occupations(catalog, words).occupations]


def test_without_words_all_are_listed_by_code(tiny: Catalog) -> None:
    found = occupations(tiny)
    assert [line.code for line in found.occupations] == sorted(tiny.occupations)
    assert found.count == found.of == len(tiny.occupations)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Librarians", "25-4022.00"),
        ("librarian", "25-4022.00"),
        ("LIBRARY technician", "25-4031.00"),
        ("technician library", "25-4031.00"),
        ("27-3041.00", "27-3041.00"),
        ("25-4031", "25-4031.00"),
        ("shelver", "25-4031.00"),  # another name of a role that is counted there
    ],
)
def test_words_of_its_title_its_code_or_a_role_find_an_occupation(tiny: Catalog, words: str, first: str) -> None:
    assert codes(tiny, words)[0] == first


def test_the_beginning_of_a_code_finds_all_that_have_it(tiny: Catalog) -> None:
    assert codes(tiny, "25-40") == ["25-4022.00", "25-4031.00"]


def test_an_occupation_has_its_roles_and_the_newest_pay_with_its_source(tiny: Catalog) -> None:
    (found,) = occupations(tiny, "librarians").occupations
    assert "librarian" in {role.id for role in found.roles}
    assert found.pay is not None
    assert (found.pay.median, found.unit, found.pay.year) == (68000, "year", "May 2025")
    assert found.source is not None
    assert found.source.id == found.pay.source


def test_every_occupation_of_a_role_is_found_by_its_title(shipped: Catalog) -> None:
    for id_, record in shipped.counted.items():
        wanted = {covered.code for covered in record.occupations}
        assert wanted <= set(codes(shipped, shipped.briefs[id_].title)), id_


def test_words_that_nothing_has_are_an_unknown_name_with_the_nearest(tiny: Catalog) -> None:
    with pytest.raises(UnknownName) as unknown:
        occupations(tiny, "libarians")
    assert unknown.value.nearest[0] == "Librarians"


def test_the_command_lists_them_in_a_table_and_ends_with_1_for_an_unknown_word(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("occupations", "25-4022", "--format", "csv").stdout)))
    assert [(row["code"], row["title"], row["pay_year"]) for row in rows] == [("25-4022.00", "Librarians", "May 2025")]
    assert "librarian" in rows[0]["roles"].split("; ")
    shown = run("occupations", "librarians").stdout
    assert "25-4022.00" in shown
    assert "(median, May 2025)" in shown
    result = run("occupations", "qqqq")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "There is no occupation called 'qqqq'.\n"
