"""A page part by part: nothing is lost between its sections, and each has a title."""

from __future__ import annotations

from libcareer.reports.page.blocks import Block, Heading, Link, Next, Para, Title
from libcareer.reports.page.sections import PageSection, sections

NEXT = Next((("libcareer show clerk", "a clerk"),))
BLOCKS: tuple[Block, ...] = (
    Title("Page"),
    Para("Shelves."),
    Heading("Pay", "show page --section pay"),
    Para("Nine dollars."),
    Para("A source."),
    Heading("Moves"),
    Para("Clerk.", links=(Link("Clerk", "show clerk"),)),
    NEXT,
)


def test_a_section_goes_from_its_heading_to_the_next() -> None:
    assert sections(BLOCKS) == (
        PageSection("Page", "", BLOCKS[0:2]),
        PageSection("Pay", "show page --section pay", BLOCKS[2:5]),
        PageSection("Moves", "", BLOCKS[5:7]),
        PageSection("Next", "", BLOCKS[7:]),
    )


def test_what_stands_before_any_title_is_a_section_without_one() -> None:
    assert [section.title for section in sections((Para("No problems."), Heading("More")))] == ["", "More"]


def test_a_page_of_one_title_has_one_section_and_none_has_none() -> None:
    assert [section.blocks for section in sections(BLOCKS[:1])] == [BLOCKS[:1]]
    assert sections(()) == ()


def test_a_section_has_its_own_links() -> None:
    assert [section.links for section in sections(BLOCKS)] == [
        (),
        (),
        (Link("Clerk", "show clerk"),),
        (Link("a clerk", "show clerk"),),
    ]
