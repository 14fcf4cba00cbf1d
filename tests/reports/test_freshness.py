"""Pages say what is not known or old: a price without a date or without a figure, a resource not seen for years."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from libcareer.engines.lookup.credentials import credential_page
from libcareer.engines.lookup.resources import ResourceFilters, resources
from libcareer.engines.lookup.sources import sources
from libcareer.engines.references import REACHABLE, UNSEEN_YEARS
from libcareer.knowledge.model.resources import Status
from libcareer.reports.page.formats import Format
from libcareer.reports.page.render import text
from libcareer.reports.records import credential_report, resource_item, status_words
from libcareer.reports.sources import sources_report

if TYPE_CHECKING:
    from libcareer.catalog import Catalog

STALE_AT_MOST = 0.35
"""The share of sources that may be undated or older than five years; lower it when it has fallen."""


def test_each_credential_shows_its_cost_or_why_there_is_none(shipped: Catalog) -> None:
    for id_, record in shipped.credentials.items():
        said = text(credential_report(credential_page(shipped, id_)), Format.PLAIN)
        costs = [line for line in said.splitlines() if line.startswith("costs:")]
        assert len(costs) == 1, id_
        if record.cost is None:
            assert "no figure. " in costs[0], id_
            assert f"looked at in {record.no_cost.year})" in costs[0], id_


def test_each_price_from_a_page_without_a_date_says_so(shipped: Catalog) -> None:
    priced = {id_: one for id_, one in shipped.credentials.items() if one.cost}
    assert any(shipped.sources[one.cost.source].published is None for one in priced.values())
    for id_, record in priced.items():
        said = text(credential_report(credential_page(shipped, id_)), Format.PLAIN)
        (costs,) = [line for line in said.splitlines() if line.startswith("costs:")]
        undated = shipped.sources[record.cost.source].published is None
        assert (f", {record.cost.year}, a page without a date)" in costs) == undated, id_


def test_each_resource_that_nobody_saw_for_years_says_so(shipped: Catalog) -> None:
    newest = max(one.read for one in shipped.sources.values() if one.read)
    found = resources(shipped, ResourceFilters())
    assert found.count == found.of
    for one in found.resources:
        said = dict(resource_item(one).facts)["status"]
        if one.seen is None:
            assert "not looked up: look before you rely on it" in said, one.id
        elif one.status in REACHABLE and newest - one.seen >= UNSEEN_YEARS:
            assert said.startswith(f"not seen since {one.seen}: look before you rely on it"), one.id
        else:
            assert f"seen in {one.seen}" in said, one.id


def test_each_source_without_a_date_says_so_with_the_year_of_reading(shipped: Catalog) -> None:
    for page in sources(shipped).sources:
        if page.record.published is None:
            said = text(sources_report(sources(shipped, (page.id,))), Format.PLAIN)
            assert f"date: undated, read in {page.record.read}" in said, page.id


def test_most_sources_are_dated_and_not_older_than_five_years(shipped: Catalog) -> None:
    found = sources(shipped)
    assert sum(page.stale for page in found.sources) < STALE_AT_MOST * found.of


@pytest.mark.parametrize(
    ("seen", "overdue", "words"),
    [
        (2026, False, "active, seen in 2026"),
        (2020, True, "not seen since 2020: look before you rely on it"),
        (None, False, "active as far as is known, and not looked up: look before you rely on it"),
    ],
)
def test_a_status_has_the_year_in_which_it_was_seen(seen: int | None, overdue: bool, words: str) -> None:
    assert status_words(Status.ACTIVE, seen, overdue=overdue) == words
