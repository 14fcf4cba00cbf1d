"""Completion in shells: each name with its title as plain text, and names after `--option=`.

Typer would render titles as Rich markup, which loads Rich and drops words in brackets. And it offers a name
without the option before it, which only bash takes, where "=" separates words.
"""

from __future__ import annotations

import sys
from typing import Any

from typer._click.shell_completion import add_completion_class
from typer._completion_classes import BashComplete, FishComplete, PowerShellComplete, ZshComplete

from libcareer.reports.page.text import clean, encodable

ZSH = (("\\", "\\\\"), ('"', '""'), ("'", "''"), ("$", "\\$"), ("`", "\\`"), (":", r"\\:"))
"""Characters to escape for zsh, which evaluates the answer; the backslash must come first."""


class _Whole:
    """Completion in a shell that replaces a whole word such as `--skill=cata`."""

    def get_completions(self, args: list[str], incomplete: str) -> list[Any]:
        """What to offer for *incomplete*, with the option before it where there is one."""
        items: list[Any] = super().get_completions(args, incomplete)  # type: ignore[misc]
        option, equals, _ = incomplete.partition("=")
        if equals and option.startswith("--"):
            for item in items:
                item.value = f"{option}={item.value}"
        return items


class _Bash(_Whole, BashComplete):
    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one to complete, and that one, without the "=" that bash makes a word of its own."""
        args, incomplete = super().get_completion_args()
        if incomplete == "=":
            incomplete = ""
        return [arg for arg in args if arg != "="], incomplete


class _PowerShell(_Whole, PowerShellComplete):
    def format_completion(self, item: Any) -> str:
        return f"{_shown(item.value)}:::{_shown(item.help or ' ')}"


class _Zsh(_Whole, ZshComplete):
    def format_completion(self, item: Any) -> str:
        return ":".join(f'"{_quoted(words)}"' for words in (item.value, item.help) if words)


class _Fish(_Whole, FishComplete):
    def format_completion(self, item: Any) -> str:
        return "\t".join(_shown(words) for words in (item.value, item.help) if words)


def _quoted(words: str) -> str:
    words = _shown(words)
    for acts, quoted in ZSH:
        words = words.replace(acts, quoted)
    return words


def _shown(words: str) -> str:
    return encodable(clean(words), sys.stdout.encoding or "utf-8")


SHELLS: dict[str, Any] = {
    "bash": _Bash, "zsh": _Zsh, "fish": _Fish, "powershell": _PowerShell, "pwsh": _PowerShell,
}  # fmt: skip
"""The completion of each shell."""


def register() -> None:
    """Replace Typer's own completion."""
    for name, shell in SHELLS.items():
        add_completion_class(shell, name)
