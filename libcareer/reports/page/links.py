"""The pages that the blocks of a page lead to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from libcareer.reports.page.blocks import Heading, Items, Link, Next, Room, Verbatim
from libcareer.reports.page.program import NAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from libcareer.reports.page.blocks import Block

PROGRAM = f"{NAME} "
"""What a command begins with where people are told to type it, and an address does not."""

TO_FILL_IN = re.compile(r"\b[A-Z]{4,}\b")
"""A word in a command that stands for another, such as ROLE; such a command leads nowhere yet."""

OWN_FILE = " --answers "
"""What a command has that reads a file of the person's own, whose name is nobody else's business."""


def links(blocks: Iterable[Block]) -> tuple[Link, ...]:
    """What *blocks* lead to, in the order of the page; each address once, with the words that mention it first."""
    found: dict[str, Link] = {}
    for block in blocks:
        for link in _links(block):
            found.setdefault(link.address, link)
    return tuple(found.values())


def _links(block: Block) -> Iterator[Link]:
    match block:
        case Items(items):
            for item in items:
                if item.address:
                    yield Link(item.head or item.body, item.address)
                yield from item.links
        case Next(commands):
            for command, what in commands:
                leads = command.startswith(PROGRAM) and OWN_FILE not in command
                if leads and not TO_FILL_IN.search(command):
                    yield Link(what or command, command.removeprefix(PROGRAM))
        case Heading() | Room() | Verbatim():
            pass
        case _:
            yield from block.links
