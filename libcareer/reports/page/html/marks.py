"""Texts with what they mention marked: records as links, and commands as something to type."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from libcareer.reports.page.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libcareer.reports.page.blocks import Link

Target = Callable[[str], str | None]
"""Where an address leads from a page: a reference for HTML, or None if it leads nowhere."""

COMMAND = r"`[^`]+`"
"""A command in a text has back quotes around it."""


def marked(words: str, links: Sequence[Link], target: Target) -> Markup:
    """*words* as HTML, in which the words of *links* lead to their *target* and commands are marked as such."""
    words = clean(words)
    targets = {clean(link.text): target(link.address) for link in links}
    known = [text for text in sorted(targets, key=len, reverse=True) if text and targets[text]]
    pattern = "|".join([COMMAND, *(rf"(?<!\w){re.escape(text)}(?!\w)" for text in known)])
    parts, end = [], 0
    for found in re.finditer(pattern, words):
        parts += [escape(words[end : found.start()]), _part(found[0], targets)]
        end = found.end()
    return Markup("").join([*parts, escape(words[end:])])


def _part(words: str, targets: dict[str, str | None]) -> Markup:
    if words in targets:
        return linked(words, targets[words])
    return Markup("<code>{}</code>").format(words.strip("`"))


def linked(words: str, target: str | None) -> Markup:
    """*words* as HTML, leading to *target* if there is one."""
    return Markup('<a href="{}">{}</a>').format(target, clean(words)) if target else escape(clean(words))
