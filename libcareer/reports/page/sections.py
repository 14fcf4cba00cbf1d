"""The sections of a page: what stands under each heading, for whoever shows a page part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.reports.page.blocks import Block, Heading, Link, Next, Title
from libcareer.reports.page.links import links

if TYPE_CHECKING:
    from collections.abc import Iterable

NEXT = "Next"
"""The title of the section that says what to run next."""


class PageSection(Struct, frozen=True):
    """The *blocks* of a section with its heading; *address* shows it alone, if there is such a page.

    The first section has the title of the page.
    """

    title: str
    address: str
    blocks: tuple[Block, ...]

    @property
    def links(self) -> tuple[Link, ...]:
        """What the section leads to."""
        return links(self.blocks)


def sections(blocks: Iterable[Block]) -> tuple[PageSection, ...]:
    """*blocks* cut at every heading, and before what to run next."""
    cut: list[tuple[str, str, list[Block]]] = []
    for block in blocks:
        match block:
            case Heading(text, address):
                cut.append((text, address, []))
            case Next():
                cut.append((NEXT, "", []))
            case _ if not cut:
                cut.append((block.text if isinstance(block, Title) else "", "", []))
        cut[-1][2].append(block)
    return tuple(PageSection(title, address, tuple(part)) for title, address, part in cut)
