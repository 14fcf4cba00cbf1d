"""The words of a command line: dashes of options, and names of several words after an option."""

from __future__ import annotations

import pytest
import typer
import typer.main

from libcareer.cli import app
from libcareer.commands.words import hyphenated, joined_names

COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("\N{EN DASH}from", "--from"),
        ("\N{EM DASH}from", "--from"),
        ("\N{EN DASH}-from", "--from"),
        ("-\N{EN DASH}from", "--from"),
        ("\N{EN DASH}\N{EN DASH}from", "--from"),
        ("\N{MINUS SIGN}\N{HYPHEN}no-masters", "--no-masters"),
        ("\N{EM DASH}skill=R\N{EN DASH}D", "--skill=R\N{EN DASH}D"),
        ("\N{EN DASH}h", "-h"),
        ("\N{ZERO WIDTH SPACE}--from", "--from"),
    ],
)
def test_other_dashes_before_an_option_are_hyphens(typed: str, meant: str) -> None:
    assert hyphenated([typed, "page"]) == [meant, "page"]


@pytest.mark.parametrize(
    "typed",
    ["--from", "page", "\N{EN DASH}", "\N{EN DASH}5", "caf\N{LATIN SMALL LETTER E WITH ACUTE}", "--\u202eabc", ""],
)
def test_words_that_begin_no_option_stay(typed: str) -> None:
    assert hyphenated([typed]) == [typed]


def test_after_two_hyphens_every_word_stays() -> None:
    assert hyphenated(["--", "\N{EN DASH}from"]) == ["--", "\N{EN DASH}from"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("roles --skill copy cataloging", ["--skill", "copy cataloging"]),
        ("roles --skill=copy cataloging", ["--skill=copy cataloging"]),
        ("roles --skill a b --remote --cluster c d", ["--skill", "a b", "--remote", "--cluster", "c d"]),
        ("roles --remote a b", ["--remote", "a", "b"]),
        ("roles --format csv a", ["--format", "csv", "a"]),
        ("roles --skill", ["--skill"]),
        ("roles --skill a -- b c", ["--skill", "a", "--", "b", "c"]),
        ("roles --nonsense a b", ["--nonsense", "a", "b"]),
        ("translate weeding --to health information", ["weeding", "--to", "health information"]),
        ("path librarian --from library technician", ["librarian", "--from", "library technician"]),
        ("path law librarian --from page", ["law", "librarian", "--from", "page"]),
        ("path --from page law librarian", ["--from", "page", "law", "librarian"]),
        ("path librarian --prefer cheapest page", ["librarian", "--prefer", "cheapest", "page"]),
        ("compare page --from clerk editor", ["page", "--from", "clerk", "editor"]),
        ("ask how --data here are you", ["how", "--data", "here", "are", "you"]),
    ],
)
def test_words_after_an_option_belong_to_its_name_where_they_can_be_nothing_else(typed: str, meant: list[str]) -> None:
    name, *args = typed.split()
    assert joined_names(args, COMMANDS[name].params) == meant
