"""How a long list begins: with its groups and the number in each. Then each group follows under its heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.reports.page.render import Block, Facts, Heading, Item, Items, Link
from libcareer.reports.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence


class Group(Struct, frozen=True):
    """A group of a list under its *title*; *address* is the list of it alone, if there is such a page."""

    title: str
    items: tuple[Item, ...]
    address: str = ""


def grouped(groups: Sequence[Group], one: str) -> list[Block]:
    """The *groups* counted, *one* being what an item is called, and then each; a single group needs no heading."""
    if len(groups) < 2:
        return [Items(group.items) for group in groups]
    rows = tuple((counted(len(group.items), one), group.title) for group in groups)
    links = tuple(Link(group.title, group.address) for group in groups if group.address)
    blocks: list[Block] = [Facts(rows, links)]
    for group in groups:
        blocks += [Heading(group.title, group.address), Items(group.items)]
    return blocks
