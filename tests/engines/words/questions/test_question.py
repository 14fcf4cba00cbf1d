"""A question as it is understood: names, slips, what about them, countries, and what the words of people mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from libcareer.engines.choices import Section
from libcareer.engines.words.questions.question import MOST_SLIPS, Question, rarity

if TYPE_CHECKING:
    from libcareer.catalog import Catalog


def names(catalog: Catalog, text: str) -> list[tuple[str, str]]:
    """The records that *text* names."""
    return [record for name in Question(catalog, text).names for record in name.records]


def test_the_longest_name_counts_and_names_share_no_word(tiny: Catalog) -> None:
    assert names(tiny, "is copy cataloguing for a librarian?") == [
        ("skills", "copy-cataloging"),
        ("roles", "librarian"),
    ]


def test_letters_in_capitals_are_a_name_although_the_word_is_common(snapshot: Catalog) -> None:
    assert names(snapshot, "ILL") != []
    assert names(snapshot, "ill") == []


def test_a_word_with_a_slip_is_read_as_the_known_one(snapshot: Catalog) -> None:
    question = Question(snapshot, "a libarian in goverment")
    assert question.read_as == {"libarian": "librarian", "goverment": "govern"}


def test_a_text_full_of_unknown_words_is_not_compared_without_end(snapshot: Catalog) -> None:
    question = Question(snapshot, " ".join(f"librarax{chr(97 + n)}n" for n in range(3 * MOST_SLIPS)))
    assert len(question.read_as) <= MOST_SLIPS


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("how much do archivists make", Section.PAY),
        ("How do I become an archivist?", Section.ENTRY),
        ("do archivists work weekends", Section.CONDITIONS),
        ("a typical day of an archivist", Section.DAY),
        ("is being an archivist boring", Section.DOUBTS),
        ("what can I volunteer for before I become one", Section.TRY),
    ],
)
def test_what_about_a_role_is_asked(snapshot: Catalog, text: str, section: Section) -> None:
    assert section in Question(snapshot, text).aspects


def test_words_within_a_name_ask_for_nothing(shipped: Catalog) -> None:
    assert Section.TRY not in Question(shipped, "volunteer manager").aspects


@pytest.mark.parametrize(
    ("text", "countries"),
    [("library work in Ontario", ["canada"]), ("Canadian libraries", ["canada"]), ("library work in Ohio", [])],
)
def test_a_region_is_in_its_country(tiny: Catalog, text: str, countries: list[str]) -> None:
    assert list(Question(tiny, text).countries) == countries


def test_words_of_people_mean_a_record(tiny: Catalog) -> None:
    question = Question(tiny, "who puts the books back?")
    assert ("skills", "shelving") in question.meant


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        (f"{'One thing happened. ' * 12}What then?", 2),
        (f"{'One thing happened. ' * 12}Then I left", 3),
        ("It rained. What then?", 4),
    ],
)
def test_the_sentences_that_ask_are_those_with_a_mark_or_the_last_or_all_of_a_short_text(
    tiny: Catalog, text: str, asking: int
) -> None:
    assert len(Question(tiny, text).asking) == asking


def test_a_subject_is_no_common_word_no_small_number_and_no_country(tiny: Catalog) -> None:
    assert Question(tiny, "Would I be 45 in Ontario as a librarian").subjects == {"librarian"}


def test_a_rarer_term_weighs_more_and_an_unknown_one_most() -> None:
    weights = [rarity(600, having) for having in (0, 1, 10, 300, 600)]
    assert weights == sorted(weights, reverse=True)
    assert min(weights) > 0
