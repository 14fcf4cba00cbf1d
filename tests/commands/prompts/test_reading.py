"""A text that is read a screen at a time: what keys do, and that it fits every terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from libcareer.commands.explore.spots import Part, Spot
from libcareer.commands.prompts.drawing import PAGE, Paper
from libcareer.commands.prompts.question import Key, Option, Question, Typed, containing
from libcareer.commands.prompts.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

ON, BACK, UP = object(), object(), object()
OPTIONS = tuple(Option(f"option {n}", f"o{n}") for n in range(1, 13))
KEYS = (Key("b", "back", BACK, escape=True), Key("u", "up", UP), Key("c", "command", says="libcareer show one"))
KNOWN = (*OPTIONS, Option("another one", "a"))
QUESTION = Question("", OPTIONS, KEYS, "You are here: somewhere", full=True, enter=ON)


def text(columns: int, lines: int) -> Sequence[str]:
    return [f"line {n}" for n in range(lines)]


def reading(*keys: str) -> tuple[Reading, object]:
    """A text after some *keys*, and the value of the reply, if there is one."""
    prompt, reply = Reading(QUESTION, text, lambda words: containing(words, KNOWN)), None
    for key in keys:
        assert reply is None
        reply = prompt.press(key)
    return prompt, reply.value if reply else None


@pytest.mark.parametrize(
    ("keys", "reply"),
    [
        (("enter",), ON),
        (("1", "2", "enter"), "o12"),
        (("1", "backspace", "3", "enter"), "o3"),
        ((*"another", "enter"), Typed("another")),
        ((*"another", "down", "enter"), "a"),
        (("b", "enter"), BACK),
        ((*"back", "enter"), BACK),
        (("escape",), BACK),
        (("x", "escape", "escape"), BACK),
        (("pagedown",), ON),
        (("pageup",), UP),
    ],
)
def test_keys_give_these_replies(keys: tuple[str, ...], reply: object) -> None:
    assert reading(*keys)[1] == reply


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("9", "9", "enter"), "There is no 99 here; the numbers go to 12."),
        (("c", "enter"), "libcareer show one"),
        (("tab",), "Tab does nothing here. Type a number or words, then Enter."),
    ],
)
def test_what_gives_no_reply_is_said(keys: tuple[str, ...], said: str) -> None:
    prompt, reply = reading(*keys)
    assert reply is None
    assert prompt.view().said == said


def test_words_list_what_they_may_mean_in_the_place_of_the_text() -> None:
    prompt, _ = reading(*"another")
    assert [row.text for row in prompt.view().rows] == ["another one"]
    assert prompt.view().text is None
    assert prompt.press("escape") is None
    assert prompt.view().text is text


SIZES = [(columns, rows) for columns in (20, 40, 80, 120) for rows in (6, 10, 20, 24, 40)]


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_a_drawn_text_is_never_higher_than_the_terminal_and_enter_reaches_every_line(columns: int, rows: int) -> None:
    place = Spot()
    told = [f"{n}" if n % 7 else "" for n in range(90)]
    place.parts = (Part("", lambda _: told), Part("then", lambda _: ["the end"]))
    seen: list[str] = []
    for _ in range(200):
        drawing = Paper(columns, rows, "utf-8").draw(Reading(QUESTION, place.screen, lambda _: ()).view())
        assert len(drawing.lines) <= rows
        seen += [line.text for line in drawing.lines if line.style == PAGE]
        if place.forward() and (place.part, place.top) == (0, 0):
            break
    read = {line for line in seen if not line.startswith("--")}
    assert {*told, "the end"} - {""} <= read


def test_what_is_said_for_a_moment_moves_nothing_above_it() -> None:
    prompt, _ = reading()
    before = Paper(80, 24, "utf-8").draw(prompt.view()).lines
    prompt.press("tab")
    after = Paper(80, 24, "utf-8").draw(prompt.view()).lines
    assert len(after) <= 24
    assert after[:10] == before[:10]
