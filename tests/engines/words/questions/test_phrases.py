"""Phrases whose words stand near each other, in any order or in theirs."""

from __future__ import annotations

import pytest

from libcareer.engines.words.questions.phrases import GAP, GAP_AT_COMMON, REACH, Places, named
from libcareer.knowledge.terms import terms


def near(text: str, phrase: str) -> tuple[int, ...]:
    return Places(terms(text)).near(phrase)


def in_order(text: str, phrase: str) -> tuple[int, ...]:
    return Places(terms(text)).in_order(phrase)


@pytest.mark.parametrize(
    ("text", "phrase", "at"),
    [
        ("throw out old books", "throw out books", (0, 1, 3)),
        ("books that we throw out", "throw out books", (0, 3, 4)),
        ("throwing books", "throw books", (0, 1)),
        ("throw it", "throw books", ()),
        ("books", "", ()),
        ("books " + "and " * REACH + "throw", "throw books", (0, REACH + 1)),
        ("books " + "and " * (REACH + 1) + "throw", "throw books", ()),
        ("books and so on and so on and so on books throw", "throw books", (10, 11)),
    ],
)
def test_the_words_of_a_phrase_are_found_near_each_other_in_any_order(
    text: str, phrase: str, at: tuple[int, ...]
) -> None:
    assert near(text, phrase) == at


@pytest.mark.parametrize(
    ("text", "phrase", "at"),
    [
        ("what mark on the exam", "mark exam", (1, 4)),
        ("the exam has no mark", "mark exam", ()),
        ("exam mark exam", "mark exam", (1, 2)),
        ("mark " + "and " * GAP + "exam", "mark exam", (0, GAP + 1)),
        ("mark " + "and " * (GAP + 1) + "exam", "mark exam", ()),
        ("my " + "big " * GAP_AT_COMMON + "fine", "my fine", (0, GAP_AT_COMMON + 1)),
        ("my " + "big " * (GAP_AT_COMMON + 1) + "fine", "my fine", ()),
        ("a score for the test", "mark/score exam/test", (1, 4)),
        ("a test", "mark/score exam/test", ()),
        ("my non-citizen status", "non-citizen", (1, 2)),
        ("anything", "", ()),
    ],
)
def test_the_words_of_a_phrase_are_found_in_their_order(text: str, phrase: str, at: tuple[int, ...]) -> None:
    assert in_order(text, phrase) == at


def test_what_is_named_comes_with_its_places() -> None:
    places = Places(terms("do kids come to story time"))
    assert named(places, {"children": ["toddlers", "kids"], "army": ["navy"]}) == {"children": (1,)}
