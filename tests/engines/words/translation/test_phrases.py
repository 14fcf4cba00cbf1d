"""Phrases compared with words: by stems, by rarity, and with doubt for every word that nothing here has."""

from __future__ import annotations

import pytest

from libcareer.engines.words.translation.phrases import Phrase, Phrases, stems

PHRASES = Phrases(
    [
        Phrase("shelve", "shelve books"),
        Phrase("shelve", "stack maintenance"),
        Phrase("lend", "lend books"),
        Phrase("mend", "mend books", 0.5),
    ]
)


@pytest.mark.parametrize("words", ["shelving", "shelved the", "I shelve", "Shelves", "the shelver of my library"])
def test_the_forms_of_a_word_are_one_word(words: str) -> None:
    assert stems(words, ("library",)) == stems("shelve")


@pytest.mark.parametrize("words", ["", "the and of", "library", "?!", "\x1b[31m"])
def test_words_that_tell_nothing_are_like_nothing(words: str) -> None:
    assert PHRASES.ranking(words) == []
    assert PHRASES.same(words) == ()


def test_words_in_another_order_are_the_same_phrase() -> None:
    assert PHRASES.same("the books I lent, books to lend") == ()
    assert PHRASES.same("books that I lend") == ("lend",)


def test_a_phrase_that_counts_less_is_never_the_same() -> None:
    assert PHRASES.same("mend books") == ()


def test_a_rare_word_tells_more_than_a_common_one() -> None:
    assert PHRASES.ranking("lend books")[0].key == "lend"
    assert PHRASES.ranking("maintenance of books")[0].key == "shelve"


def test_a_word_that_nothing_here_has_lowers_what_is_covered() -> None:
    (known, *_), (doubted, *_) = PHRASES.ranking("lend books"), PHRASES.ranking("lend books underwater")
    assert known.key == doubted.key == "lend"
    assert known.covered == pytest.approx(1)
    assert doubted.covered < known.covered
    assert doubted.likeness < known.likeness


def test_the_words_that_nothing_here_has_are_told_as_they_are_typed() -> None:
    assert PHRASES.unknown("lend books Underwater, the quickly") == ("Underwater,", "quickly")
