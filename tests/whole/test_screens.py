"""The pictures of screens in docs/screens are what the program shows now; `python docs/screens.py` draws them anew."""

from __future__ import annotations

import re
import runpy
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

ROOT = Path(__file__).parents[2]
SCRIPT = runpy.run_path(str(ROOT / "docs" / "screens.py"))
EACH = pytest.mark.parametrize("name", SCRIPT["SCREENS"])


def kept(name: str) -> str:
    return (SCRIPT["FOLDER"] / f"{name}.svg").read_text(encoding="utf-8")


@EACH
@pytest.mark.usefixtures("warm")
def test_a_picture_has_the_words_that_the_program_shows_now(name: str, home: Path) -> None:
    shown = SCRIPT["words"](SCRIPT["picture"](name, home))
    assert SCRIPT["words"](kept(name)) == shown
    assert shown[0] == f"$ {SCRIPT['SCREENS'][name]}"
    assert len(shown) > 9


@pytest.mark.usefixtures("warm")
def test_a_picture_is_drawn_the_same_again(home: Path) -> None:
    assert SCRIPT["picture"]("roles", home) == SCRIPT["picture"]("roles", home)


@EACH
def test_a_picture_is_small_and_loads_nothing(name: str) -> None:
    svg = kept(name)
    assert len(svg) < 20_000
    assert re.findall(r"https?://[^\s\"')]+", svg.split(">", 1)[0]) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"(?:href|src|url)\s*[=(]", svg)


def test_there_is_no_other_picture() -> None:
    assert sorted(path.name for path in SCRIPT["FOLDER"].iterdir()) == sorted(
        f"{name}.svg" for name in SCRIPT["SCREENS"]
    )
