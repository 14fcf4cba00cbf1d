"""Completion in zsh and fish: each name with its title as plain text.

Typer would render titles as Rich markup, which loads Rich and drops words in brackets.
"""

from __future__ import annotations

import sys
from typing import Any

from typer._click.shell_completion import add_completion_class
from typer._completion_classes import FishComplete, ZshComplete

from libcareer.reports.page.text import clean, encodable

ZSH = (("\\", "\\\\"), ('"', '""'), ("'", "''"), ("$", "\\$"), ("`", "\\`"), (":", r"\\:"))
"""Characters to escape for zsh, which evaluates the answer; the backslash must come first."""


class _Zsh(ZshComplete):
    def format_completion(self, item: Any) -> str:
        return ":".join(f'"{_quoted(words)}"' for words in (item.value, item.help) if words)


class _Fish(FishComplete):
    def format_completion(self, item: Any) -> str:
        return "\t".join(_shown(words) for words in (item.value, item.help) if words)


def _quoted(words: str) -> str:
    words = _shown(words)
    for acts, quoted in ZSH:
        words = words.replace(acts, quoted)
    return words


def _shown(words: str) -> str:
    return encodable(clean(words), sys.stdout.encoding or "utf-8")


def register() -> None:
    """Replace Typer's own completion for zsh and fish."""
    add_completion_class(_Zsh, "zsh")
    add_completion_class(_Fish, "fish")
