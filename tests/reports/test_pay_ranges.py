"""Pay as bars in show, compare and planb: the same numbers as in words, and no median where the figure is a proxy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.engines.lookup.role import role_page
from libcareer.engines.pay.figures import pay, yearly
from libcareer.knowledge.money import amount
from libcareer.reports.page.render import Format, Ranges, Report, text
from libcareer.reports.pay_ranges import pay_range, pay_ranges
from libcareer.reports.role import role_report
from libcareer.reports.words import NO_FIGURE_OF_ITS_OWN

if TYPE_CHECKING:
    from conftest import Run

    from libcareer.catalog import Catalog


def test_the_range_of_every_role_has_the_numbers_of_its_figure(shipped: Catalog) -> None:
    seen = 0
    for id_ in shipped.briefs:
        figure = pay(shipped, id_)
        assert figure
        ranges = pay_range(figure, "pay")
        if ranges is None:
            assert figure.low is None or figure.high is None
            continue
        (row,) = ranges.rows
        assert (row.low, row.high) == (figure.low, figure.high)
        assert (row.median, row.note) == (
            (None, NO_FIGURE_OF_ITS_OWN) if figure.proxy else (figure.median, f"median {amount(figure.median, 'USD')}")
        )
        seen += 1
    assert seen > 100


def test_several_roles_are_told_by_the_year_whatever_their_unit(snapshot: Catalog) -> None:
    roles = ("library-technician", "archivist")
    ranges = pay_ranges((id_, pay(snapshot, id_)) for id_ in roles)
    assert ranges is not None
    for row in ranges.rows:
        figure = pay(snapshot, row.label)
        assert figure
        assert row.median == yearly(figure) > 20_000
        assert (row.low, row.high) == figure.yearly_range


def test_one_role_alone_is_no_comparison(snapshot: Catalog) -> None:
    assert pay_ranges([("archivist", pay(snapshot, "archivist"))]) is None
    assert pay_ranges([("archivist", None), ("editor", None)]) is None


def test_a_proxy_has_its_range_and_no_median_on_the_page_of_the_role(shipped: Catalog) -> None:
    for id_ in shipped.briefs:
        page = role_page(shipped, id_)
        if page.pay and page.pay.proxy:
            for block in role_report(page).blocks:
                if isinstance(block, Ranges):
                    assert "median" not in text(Report("", (block,), {}, (), ()), Format.PLAIN)


def test_show_compare_and_planb_draw_bars_and_tell_numbers(run_snapshot: Run) -> None:
    for args in (
        ("show", "archivist"),
        ("compare", "archivist", "records-manager"),
        ("planb", "archivist", "--from", "library-technician"),
    ):
        drawn, told = (run_snapshot(*args, "--format", format_).stdout for format_ in ("screen", "plain"))
        assert "\N{BOX DRAWINGS HEAVY VERTICAL}" in drawn
        assert "\N{BOX DRAWINGS HEAVY VERTICAL}" not in told
        assert ", median $" in told


def test_show_tells_the_range_in_a_cell(run_snapshot: Run) -> None:
    cells = run_snapshot("show", "archivist", "--section", "summary", "--format", "csv").stdout
    assert 'Role,pay,"$39,970 to $110,550 a year, median $64,550"' in cells
