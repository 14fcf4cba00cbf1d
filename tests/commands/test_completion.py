"""Completion in shells that show a title beside each name: titles are plain text."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


def completed(shell: str, line: str, data: Path) -> str:
    """What the program answers a *shell* that completes *line*."""
    asked = {
        "_LIBCAREER_COMPLETE": f"complete_{shell}",
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "LIBCAREER_DATA": str(data),
    }
    command = [sys.executable, "-m", "libcareer"]
    done = subprocess.run(command, env={**os.environ, **asked}, capture_output=True, encoding="utf-8", check=True)
    return done.stdout


@pytest.fixture
def titled(data: Path) -> Path:
    """The tiny knowledge with a title of characters that shells and Rich interpret."""
    page = data / "roles" / "page.yaml"
    text = page.read_text(encoding="utf-8")
    title = r"""title: 'Page [bold]"of"[/] a ''book'': \$(x) `y` \x'"""
    page.write_text(text.replace("title: Page", title, 1), encoding="utf-8")
    return data


def test_zsh_gets_a_title_with_everything_escaped(titled: Path) -> None:
    quoted = r"""Page [bold]""of""[/] a ''book''\\: \\\$(x) \`y\` \\x"""
    assert completed("zsh", "libcareer show pa", titled) == f"""_arguments '*: :(("page":"{quoted}"))'\n"""


def test_fish_gets_a_title_unchanged(titled: Path) -> None:
    title = r"""Page [bold]"of"[/] a 'book': \$(x) `y` \x"""
    assert completed("fish", "libcareer show pa", titled) == f"page\t{title}\n"


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_options_are_completed_too(shell: str, data: Path) -> None:
    assert "--format" in completed(shell, "libcareer roles --form", data)
