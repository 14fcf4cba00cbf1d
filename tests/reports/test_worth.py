"""The page of `worth`: the answer first, then what decides, each figure with what it rests on, and what is left out."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

import pytest

from libcareer.engines.choosing.worth import credential_worth
from libcareer.engines.choosing.worth_answer import Payback
from libcareer.engines.choosing.worth_inputs import Own
from libcareer.engines.paths.situation import Stated
from libcareer.reports.page.formats import Format
from libcareer.reports.page.render import text
from libcareer.reports.worth import worth_report
from libcareer.reports.worth_figures import Asking, payback_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Run

    from libcareer.catalog import Catalog

FROM = ("--from", "technician", "--have", "bachelor")


def told(run: Run, *args: str) -> str:
    result = run("worth", *args)
    assert result.exit_code == 0, result.stderr
    return result.stdout


def test_the_first_screen_has_the_answer_what_decides_and_each_figure(run_snapshot: Run) -> None:
    shown = told(
        run_snapshot, "librarian", "--from", "library-technician", "--have", "bachelor", "--format", "screen"
    ).splitlines()
    first = "\n".join(shown[:24])
    assert shown[3].startswith("The money is back about ")
    for label in ("decides", "pay now", "pay after", "price", "study", "chance", "given up", "Left out: "):
        assert re.search(f"^{label}", first, re.MULTILINE), label


def test_the_whole_page(run: Run, golden: Callable[[str, str], None]) -> None:
    golden(told(run, "librarian", *FROM, "--years-left", "10", "--table", "--format", "screen"), "worth.txt")


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(run: Run, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    for args in (("librarian", *FROM, "--table"), ("mlis", *FROM)):
        assert max(map(len, told(run, *args, "--format", "screen").splitlines())) <= columns


def test_what_is_left_out_is_named(run: Run) -> None:
    said = told(run, "librarian", *FROM)
    for one in ("raises", "tax", "interest on a loan", "benefits", "pensions"):
        assert one in said


def test_every_input_names_the_option_that_changes_it(run: Run) -> None:
    said = told(run, "librarian", *FROM)
    for option in ("--earn", "--after", "--cost", "--months", "--stay", "--meanwhile", "--full-time", "--years-left"):
        assert option in said


@pytest.mark.parametrize(
    ("args", "answer"),
    [
        (("mlis", "--goal", "librarian", *FROM, "--earn", "95000"), "Never, not even in the best case: Librarian pays"),
        (("mlis", "--goal", "librarian", *FROM, "--years-left", "3"), "Not at this price."),
        (
            ("mlis", "--goal", "librarian", *FROM, "--years-left", "1"),
            "Never, in the 1 year of work that you have left",
        ),
        (("badge", "--goal", "librarian", *FROM), "You need not have it: neither law nor employers ask for it"),
        (("lib-certificate", "--goal", "librarian", *FROM), "You hold it already"),
        (("page", "--earn", "20000"), "You need not study"),
        (("technician", *FROM), "You are in that role now"),
        (("technician", "--from", "page"), "Cannot tell. Page and Technician are counted in one occupation"),
        (("badge", *FROM), "You need not have it: neither law nor employers ask for it in any role here."),
        (("mlis", *FROM), "Of 1 role that asks for it, in the middle case: the money comes back in 1."),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_answer_comes_first_and_sells_nothing(run: Run, args: tuple[str, ...], answer: str) -> None:
    lines = told(run, *args).splitlines()
    assert lines[1].startswith(answer)


@pytest.mark.parametrize(
    ("back", "said"),
    [
        (Payback(24, 60, 120), "The money is back about 5 years after you begin: 2 years at best, 10 years at worst."),
        (Payback(6, 60, None), "The money is back about 5 years after you begin: 6 months at best, never at worst."),
        (
            Payback(0, 60, 5000),
            "The money is back about 5 years after you begin: at once at best, over 60 years at worst.",
        ),
        (Payback(24, None, None), "In the middle case the money never comes back; at best it is back after 2 years."),
        (Payback(0, 0, 30), "In the middle case you are never out of pocket; 2.5 years at worst."),
        (Payback(0, 0, 0), "You are never out of pocket, not even in the worst case."),
        (Payback(None, None, None), "The money never comes back."),
    ],
    ids=["range", "never at worst", "longer than life", "never", "free", "free in any case", "never at all"],
)
def test_the_three_cases_make_a_sentence(back: Payback, said: str) -> None:
    assert payback_words(back) == said


def test_the_options_of_the_next_command_ask_the_same_again(run: Run) -> None:
    asked = ("librarian", *FROM, "--earn", "18.50/hour", "--cost", "9000", "--years-left", "20", "--full-time")
    (command,) = re.findall("^Next: libcareer (worth .*) - year by year$", told(run, *asked), re.MULTILINE)
    found = json.loads(run(*command.split(), "--format", "json").stdout)
    assert found == json.loads(run("worth", *asked, "--table", "--format", "json").stdout)


def test_the_table_is_on_the_page_only_on_request_and_always_in_the_data(run: Run) -> None:
    assert "after 10 years: " not in told(run, "librarian", *FROM)
    assert "\nafter 10 years: " in told(run, "librarian", *FROM, "--table")
    assert len(json.loads(told(run, "librarian", *FROM, "--format", "json"))["table"]) >= 10


def test_the_cells_have_every_input_with_its_unit_and_source(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(told(run, "librarian", *FROM, "--format", "csv"))))
    by_item = {row["item"]: row for row in rows}
    assert by_item["verdict"]["says"] == "pays"
    assert (by_item["price"]["best"], by_item["price"]["worst"], by_item["price"]["unit"]) == (
        "12000.0",
        "40000.0",
        "USD",
    )
    assert by_item["price"]["sources"] == "guide"
    assert {"payback", "before", "after", "study", "stay", "given up", "decides", "after year 1"} <= by_item.keys()


def test_a_proxy_is_told_in_the_answer_in_every_format(snapshot: Catalog) -> None:
    stated = Stated(posts=("library-technician",), held=("bachelor",))
    found = credential_worth(snapshot, "mlis", "taxonomist", stated, Own())
    report = worth_report(found, Asking(Own(), "", table=False))
    for format_ in (Format.PLAIN, Format.MARKDOWN, Format.CSV, Format.JSON):
        assert "no pay figure of its own" in text(report, format_)
    assert "For orientation only, since Taxonomist has no pay figure of its own" in text(report, Format.PLAIN)


def test_roles_with_the_same_answer_stand_together(run_snapshot: Run) -> None:
    shown = told(run_snapshot, "mlis", "--earn", "38000", "--have", "bachelor")
    (line,) = [line for line in shown.splitlines() if "Public Librarian" in line]
    assert "Special Collections Librarian" in line
    assert "pay after: $68,270 a year" in line
