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


# ---------------------------------------------------------------------------- what is offered


def offered(line: str, data: Path, shell: str = "bash") -> list[str]:
    """The words that a shell is offered for *line*; bash splits it at spaces and equal signs."""
    words = line.replace("=", " = ").split() + ([""] if line.endswith((" ", "=")) else [])
    asked = {"COMP_WORDS": line.replace("=", " = "), "COMP_CWORD": str(len(words) - 1)}
    if shell == "bash":
        asked |= {"_LIBCAREER_COMPLETE": "complete_bash", "LIBCAREER_DATA": str(data)}
        command = [sys.executable, "-m", "libcareer"]
        done = subprocess.run(command, env={**os.environ, **asked}, capture_output=True, encoding="utf-8", check=True)
        return done.stdout.split()
    return [word.split("\t")[0] for word in completed(shell, line, data).splitlines()]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("libcareer show pa", ["page"]),
        ("libcareer show page ", []),
        ("libcareer skills copy ", ["cataloging"]),
        ("libcareer skills copy cat", ["cataloging"]),
        ("libcareer roles --skill cat", ["cataloging"]),
        ("libcareer roles --skill=cat", ["cataloging"]),
        ("libcareer roles --setting=pub --skill=cat", ["cataloging"]),
        ("libcareer roles --setting ", ["academic", "office", "public"]),
        ("libcareer roles --cluster=", ["elsewhere", "professional", "support"]),
        ("libcareer roles --education m", ["mlis"]),
        ("libcareer path librarian --have=m", ["mlis"]),
        ("libcareer credentials ml", ["mlis"]),
        ("libcareer help cre", ["credentials"]),
        ("libcareer compare page cl", ["clerk"]),
        ("libcareer --data x show pa", ["page"]),
    ],
)
def test_bash_is_offered_what_can_come_next(line: str, words: list[str], data: Path) -> None:
    assert sorted(offered(line, data)) == words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("libcareer roles --skill=cat", ["--skill=cataloging"]),
        ("libcareer roles --setting=", ["--setting=academic", "--setting=office", "--setting=public"]),
        ("libcareer roles --skill cat", ["cataloging"]),
    ],
)
def test_a_shell_that_replaces_a_whole_word_is_offered_the_option_as_well(
    line: str, words: list[str], data: Path
) -> None:
    assert sorted(offered(line, data, "fish")) == words


def test_places_are_offered_by_their_ids(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    offers = offered("libcareer show librarian --where columb", tmp_path / "mine")
    assert offers == ["columbia-mo", "columbia-sc", "columbus-ga-al", "columbus-in", "columbus-oh"]


def test_knowledge_that_stands_alone_offers_no_places(data: Path) -> None:
    assert offered("libcareer show librarian --where oh", data) == []


def test_a_plan_is_offered_its_steps_and_not_roles(data: Path) -> None:
    assert sorted(offered("libcareer plan do", data)) == ["done"]
    assert offered("libcareer plan done ", data) == []
    env = {**os.environ, "LIBCAREER_DATA": str(data)}
    for call in (["plan", "librarian", "--from", "page"], ["plan", "done", "1"]):
        subprocess.run([sys.executable, "-m", "libcareer", *call], env=env, capture_output=True, check=True)
    steps = offered("libcareer plan done ", data)
    assert steps[0] == "2"
    assert offered("libcareer plan undone ", data) == ["1"]
    assert offered("libcareer plan done 2 ", data) == steps[1:]
    assert "librarian" in offered("libcareer plan ", data)
