"""What a page leads to: every mention that carries an address, in the order of the page."""

from __future__ import annotations

import json

import pytest

from libcareer.reports.page.blocks import (
    Bars,
    Block,
    Columns,
    Facts,
    Heading,
    Item,
    Items,
    Link,
    Next,
    Para,
    Period,
    Range,
    Ranges,
    Timeline,
    Title,
    Verbatim,
)
from libcareer.reports.page.formats import Format
from libcareer.reports.page.links import links
from libcareer.reports.page.render import Report, text

CLERK, PAGE = Link("Clerk", "show clerk"), Link("Page", "show page")


@pytest.mark.parametrize(
    "block",
    [
        Title("From Page to Clerk", links=(PAGE, CLERK)),
        Para("A page can become a clerk.", links=(PAGE, CLERK)),
        Facts((("from", "Page"), ("to", "Clerk")), (PAGE, CLERK)),
        Columns(("Page", "Clerk"), (("pay", ("9", "12")),), (PAGE, CLERK)),
        Bars((("Page", 0.5), ("Clerk", -0.5)), (PAGE, CLERK)),
        Ranges((Range("Page", 1, 3, "1", "3", "median 2", 2), Range("Clerk", 2, 4, "2", "4", "")), "", (PAGE, CLERK)),
        Timeline((Period("work", 0, 1, "#", "Page"), Period("arrive", 1, 1, "*", "Clerk")), (PAGE, CLERK)),
        Items((Item("Page", address="show page", links=(CLERK,)),)),
        Items((Item(body="Page", address="show page"), Item("Clerk", address="show clerk"))),
        Next((("libcareer show page", "Page"), ("libcareer show clerk", "Clerk"))),
    ],
    ids=lambda block: type(block).__name__,
)
def test_a_mention_in_any_block_is_a_link_in_the_order_of_the_page(block: Block) -> None:
    assert links([block]) == (PAGE, CLERK)


def test_an_address_is_listed_once_by_the_words_that_mention_it_first() -> None:
    blocks = (Title("Clerk", links=(CLERK,)), Next((("libcareer show clerk", "all about it"),)))
    assert links(blocks) == (CLERK,)


def test_a_next_command_without_words_is_mentioned_as_it_is_typed() -> None:
    assert links([Next((("libcareer roles", ""),))]) == (Link("libcareer roles", "roles"),)


@pytest.mark.parametrize("command", ["libcareer lssc --from ROLE", "libcareer sources NAME", "git show clerk"])
def test_a_command_to_fill_in_or_of_another_program_leads_nowhere(command: str) -> None:
    assert links([Next(((command, "what it shows"),))]) == ()


def test_a_heading_and_lines_kept_as_they_are_mention_nothing() -> None:
    assert links([Heading("Pay", "show clerk --section pay"), Verbatim("show clerk")]) == ()


@pytest.mark.parametrize("format_", [Format.PLAIN, Format.MARKDOWN, Format.CSV])
def test_a_link_adds_nothing_to_a_text(format_: Format) -> None:
    def said(*links_: Link) -> str:
        return text(Report("show", (Para("A clerk.", links=links_),), {}, ("a",), ()), format_)

    assert said(CLERK) == said()


def test_json_has_the_links_after_everything_else_if_there_are_any() -> None:
    with_one = json.loads(text(Report("show", (Para("Clerk", links=(CLERK,)),), {"id": "x"}, (), ()), Format.JSON))
    without = json.loads(text(Report("show", (Para("Clerk"),), {"id": "x"}, (), ()), Format.JSON))
    assert list(with_one) == ["schema", "command", "id", "links"]
    assert with_one["links"] == [{"text": "Clerk", "address": "show clerk"}]
    assert list(without) == ["schema", "command", "id"]
