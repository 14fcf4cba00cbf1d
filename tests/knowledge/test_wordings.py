"""Phrases of a vocabulary: each mark finds what docs/data.md says, in whole words only."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from libcareer.errors import UnreadablePhrase
from libcareer.knowledge.wordings import pattern

PAGE = (Path(__file__).parents[2] / "docs" / "data.md").read_text(encoding="utf-8").partition("### Phrases")[2]
ROWS = re.findall(
    r"^\| .+? \| `([^`]+)` \| ([^|;]+?)(?:, but not (\w+))?(?:;[^|]*)? \|$", PAGE.partition("## ")[0], re.M
)


def found(phrase: str, text: str) -> str | None:
    match = pattern((phrase,)).search(text)
    return match and match[0]


def test_the_page_explains_every_mark() -> None:
    assert len(ROWS) == 6


@pytest.mark.parametrize(("phrase", "finds", "passes_over"), ROWS)
def test_a_phrase_finds_what_the_page_says(phrase: str, finds: str, passes_over: str) -> None:
    for words in re.split(r", | and ", finds):
        assert found(phrase, f"We ask for {words}.".replace("..", ".")) is not None, words
    if passes_over:
        assert found(phrase, f"We ask for {passes_over}.") is None


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        ("library (science) degree", "a Library Science degree", "Library Science degree"),
        ("library/information (and) (information)", "library/information science", "library/information"),
        ("MLS/MLIS", "an M.L.I.S. is asked for", "M.L.I.S."),
        ("M.A.", "an MA in history", None),
        ("ALA-accredited degree", "an ALA accredited degree", "ALA accredited degree"),
        ("(top) secret clearance", "secret clearance", "secret clearance"),
        ("page", "a homepage", None),
        ("page", "pages", None),
        (
            "master's degree",
            "a master\N{RIGHT SINGLE QUOTATION MARK}s degree",
            "master\N{RIGHT SINGLE QUOTATION MARK}s degree",
        ),
        ("C++/.NET", "knows C++ well", "C++"),
    ],
)
def test_a_phrase_finds_whole_words_as_they_are_written(phrase: str, text: str, words: str | None) -> None:
    assert found(phrase, text) == words


def test_no_phrases_find_nothing() -> None:
    assert pattern(()).search("anything at all") is None


@pytest.mark.parametrize("phrase", ["(a", "a)", "(a) (b)", "a / b", "*", "()"])
def test_a_phrase_that_cannot_be_read_is_refused_in_a_sentence(phrase: str) -> None:
    with pytest.raises(UnreadablePhrase, match=r"The phrase '.*' has .*; it is in vocabulary\.yaml\."):
        pattern((phrase,))
