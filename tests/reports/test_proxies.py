"""A role whose occupation is not its own is told so wherever pay is told, and its median by no page."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from libcareer.catalog import Catalog
from libcareer.catalog.compiled import compile
from libcareer.commands.pages import page
from libcareer.engines.pay.figures import pay
from libcareer.engines.quiz.answers import answers_from_json
from libcareer.engines.quiz.engine import Quiz
from libcareer.engines.quiz.interview import Progress
from libcareer.engines.quiz.result import Findings
from libcareer.engines.quiz.verdict import role_pay
from libcareer.knowledge.money import amount as money
from libcareer.knowledge.reading import BUILT_IN, read_folder
from libcareer.reports.page.formats import Format
from libcareer.reports.page.render import text
from libcareer.reports.quiz import quiz_report
from libcareer.reports.quiz_words import pay_in_brief
from libcareer.reports.words import NO_FIGURE_OF_ITS_OWN, pay_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Changed

    from libcareer.reports.page.render import Report

PROXIES = sorted(path.stem for path in (BUILT_IN / "roles").glob("*.yaml") if "\n    proxy: " in path.read_text())

TOLD = (Format.PLAIN, Format.MARKDOWN, Format.CSV)


@pytest.fixture(scope="module")
def told_apart() -> Catalog:
    """The shipped catalog in which each proxy is counted in an occupation of its own, with a median like no other.

    So a median of a proxy is seen wherever it is printed, and mistaken for no other figure.
    """
    knowledge, _ = read_folder(BUILT_IN)
    occupations, roles = knowledge.entries["occupations"], knowledge.entries["roles"]
    for number, id_ in enumerate(PROXIES):
        entry = roles[id_]
        first, *others = entry.value.occupations
        own, like = f"99-{number:04}.00", occupations[first.code]
        newest = like.value.pay[0]
        median = 90.03 + number / 10 if like.value.pays_by == "hour" else 300_007.0 + number * 111
        occupations[own] = replace(
            like, value=replace(like.value, pay=(replace(newest, median=median),), pay_covers=f"Group {number}")
        )
        roles[id_] = replace(entry, value=replace(entry.value, occupations=(replace(first, code=own), *others)))
    return Catalog(compile(knowledge))


def medians(catalog: Catalog) -> dict[str, set[str]]:
    """How texts would print the median of each proxy."""
    printed = {}
    for id_ in PROXIES:
        figure = pay(catalog, id_)
        assert figure
        amounts = (figure.median, *([figure.if_full_time] if figure.if_full_time else []))
        printed[id_] = {money(amount, "USD").removeprefix("$") for amount in amounts} | {f"{a:g}" for a in amounts}
    return printed


def figures(data: Any) -> Iterator[dict[str, Any]]:
    """Every pay figure in *data*, which is JSON."""
    if isinstance(data, dict):
        if "median" in data:
            yield data
        for inner in data.values():
            yield from figures(inner)
    elif isinstance(data, list):
        for inner in data:
            yield from figures(inner)


def addresses() -> Iterator[str]:
    for number, id_ in enumerate(PROXIES):
        yield f"show {id_}"
        yield f"show {id_} --section pay"
        yield f"path {id_} --details"
        yield f"path librarian --from {id_} --details"
        yield f"compare {id_} {PROXIES[number - 1]}"
        yield f"compare {id_} archivist"
        yield f"related {id_} --limit 200"
        yield f"worth {id_} --earn 30000 --table"
        yield f"worth librarian --from {id_} --have bachelor"
    yield "worth mlis --earn 30000"
    yield "planb librarian --all"
    yield "planb librarian --min-pay 45000 --all"
    yield "planb library-page --min-pay 45000 --all"
    yield "roles"


def assert_marked(report: Report, catalog: Catalog) -> None:
    printed = medians(catalog)
    for format_ in TOLD:
        said = text(report, format_)
        for id_, amounts in printed.items():
            for amount in amounts:
                # A longer number, such as a sum of `worth`, may have the same digits in a row.
                assert not re.search(rf"(?<![\d.,]){re.escape(amount)}(?!\d)", said), (
                    f"the median of {id_} in {format_}"
                )
    own = {pay(catalog, id_).median for id_ in PROXIES}  # type: ignore[union-attr]
    for figure in figures(json.loads(text(report, Format.JSON))):
        if figure["median"] in own:
            assert figure["proxy"]


@pytest.mark.parametrize("address", [*addresses()])
def test_no_page_prints_the_median_of_a_proxy_or_gives_it_without_its_mark(told_apart: Catalog, address: str) -> None:
    assert_marked(page(told_apart, address), told_apart)


@pytest.mark.parametrize("in_full", [False, True])
def test_no_result_of_the_quiz_prints_the_median_of_a_proxy(told_apart: Catalog, in_full: bool) -> None:
    read = answers_from_json((Path(__file__).parents[1] / "answers.json").read_bytes(), Quiz(told_apart))
    found = Findings(told_apart, Progress(read.seed, read.answers, {"pay": "60000"}), ignore=True)
    for first in range(0, len(PROXIES), 5):
        some = PROXIES[first : first + 5]
        found.result = replace(found.result, roles=tuple(map(found.shown, some)), loves=())
        report = quiz_report(found, complete=True, in_full=in_full)
        assert NO_FIGURE_OF_ITS_OWN in text(report, Format.PLAIN)
        assert_marked(report, told_apart)


@pytest.mark.parametrize("id_", PROXIES)
def test_a_proxy_gives_its_reason_and_a_range(shipped: Catalog, id_: str) -> None:
    figure = pay(shipped, id_)
    assert figure
    assert figure.proxy
    assert figure.yearly_range
    words = pay_words(figure)
    assert words.startswith(f"{NO_FIGURE_OF_ITS_OWN}: {figure.proxy}. For orientation: ")
    assert figure.low
    assert money(figure.low, "USD") in words
    told = role_pay(shipped, id_)
    assert told
    assert pay_in_brief(told) == NO_FIGURE_OF_ITS_OWN
    shown = text(page(shipped, f"show {id_} --section pay"), Format.PLAIN)
    assert figure.proxy in shown
    assert "no projection of its own" in shown


def test_only_proxies_lack_a_median(shipped: Catalog) -> None:
    lacking = {
        id_
        for id_ in shipped.briefs
        if NO_FIGURE_OF_ITS_OWN in text(page(shipped, f"show {id_} --section pay"), Format.PLAIN)
    }
    assert lacking == set(PROXIES)
    assert len(PROXIES) == len({pay(shipped, id_).proxy for id_ in PROXIES})  # type: ignore[union-attr]


def test_roles_are_not_compared_by_the_pay_of_a_proxy(changed: Changed) -> None:
    def asked(catalog: Catalog) -> set[str]:
        data = json.loads(text(page(catalog, "compare page librarian"), Format.JSON))
        return {question["key"] for question in data["apart"]}

    before = asked(changed({}))
    assert "pay" in before
    assert asked(changed({"roles/page.yaml": PAGE_AS_PROXY})) == before - {"pay"}


def test_a_path_in_csv_leaves_the_median_of_a_proxy_empty(shipped: Catalog) -> None:
    report = page(shipped, "path taxonomist --from librarian")
    rows = [dict(zip(report.columns, row, strict=True)) for row in report.rows]
    for row in rows:
        if row["id"] == "taxonomist":
            assert row["pay_median"] is None
            assert row["pay_proxy"]
            assert (row["pay_low"], row["pay_high"]) != (None, None)
        elif row["id"] == "librarian":
            assert row["pay_median"]
            assert row["pay_proxy"] is None


PAGE_AS_PROXY = ("    note: Covers more than a page.", "    proxy: nobody counts pages\n    note: Covers more.")


def test_planb_judges_a_proxy_by_its_low_end_and_says_so(changed: Changed) -> None:
    catalog = changed({"roles/page.yaml": PAGE_AS_PROXY})
    # 15 an hour, the low end, is 31,200 a year; 20 an hour, the median, is 41,600.
    within = text(page(catalog, "planb librarian --min-pay 31000 --all"), Format.PLAIN)
    assert "The limit on pay judges it by the low end, $31,200 a year." in within
    beyond = text(page(catalog, "planb librarian --min-pay 31300 --all"), Format.PLAIN)
    assert "it has no pay figure of its own, and the low end of the nearest one is lower" in beyond
    assert "--min-pay 31200" in beyond
