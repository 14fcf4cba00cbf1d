"""Passages: the sections of all records, and the index of the terms in them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libcareer.catalog import Catalog
from libcareer.catalog.compiled import compile
from libcareer.knowledge.terms import LONGEST_WORD, stem, terms

if TYPE_CHECKING:
    from libcareer.catalog.passages import Passage
    from libcareer.knowledge.reading import Knowledge


def having(catalog: Catalog, word: str) -> dict[tuple[str, str, str], int]:
    """How often each passage has *word*."""
    (term,) = terms(word)
    found = ((catalog.passages.passages[number], count) for number, count in catalog.passages.having(term))
    return {(passage.kind, passage.id, passage.section): count for passage, count in found}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("Cataloguing the catalogues", ["catalog", "the", "catalog"]),
        ("archivists' archives", ["archivist", "archiv"]),
        ("full-time, evenings/weekends", ["full", "time", "evening", "weekend"]),
        ("Bücher—and résumés…", ["bucher", "and", "resum"]),
        ("R&D", ["r", "d"]),
        ("\N{FULLWIDTH LATIN SMALL LETTER A}\N{SNOWMAN}b", ["a", "b"]),
    ],
)
def test_terms_are_folded_and_stemmed_words(text: str, found: list[str]) -> None:
    assert terms(text) == found


def test_words_of_one_family_have_one_stem() -> None:
    assert {stem(word) for word in ("describe", "describing", "described")} == {"describ"}


@given(st.text(max_size=80))
def test_a_term_is_never_empty_and_never_longer_than_a_word(text: str) -> None:
    assert all(term.isalnum() and term.isascii() for term in terms(text))
    assert all(len(term) <= 4 * LONGEST_WORD for term in terms(text))


def test_a_word_is_found_in_each_section_that_has_it(tiny: Catalog) -> None:
    found = having(tiny, "cataloguing")
    assert found["skills", "cataloging", "names"] >= 1
    assert found["roles", "librarian", "skills"] >= 1
    assert ("roles", "page", "skills") not in found


def test_a_word_that_no_record_has_is_in_no_passage(tiny: Catalog) -> None:
    assert "pizza" not in tiny.passages
    assert tiny.passages.having("pizza") == ()


@pytest.mark.parametrize("which", ["tiny", "shipped"])
def test_the_counts_of_all_terms_add_up_to_the_lengths_of_the_passages(
    request: pytest.FixtureRequest, which: str
) -> None:
    index = request.getfixturevalue(which).passages
    lengths: Counter[int] = Counter()
    for term in index.terms:
        assert term in index
        lengths.update(dict(index.having(term)))
    assert dict(lengths) == {number: passage.length for number, passage in enumerate(index.passages) if passage.length}


def test_the_postings_of_a_term_are_in_the_order_of_passages(shipped: Catalog) -> None:
    numbers = [number for number, _ in shipped.passages.having("librarian")]
    assert numbers == sorted(set(numbers))
    assert len(numbers) > 100


def told(catalog: Catalog, kind: str, id_: str) -> set[str]:
    return {passage.section for passage in catalog.passages.passages if (passage.kind, passage.id) == (kind, id_)}


def test_a_role_has_a_passage_for_each_section_that_says_something(shipped: Catalog) -> None:
    assert told(shipped, "roles", "archivist") == {
        "names", "summary", "work", "day", "skills", "conditions", "pay", "entry",
        "likes", "doubts", "try", "moves", "related", "settings",
    }  # fmt: skip


def test_every_wording_of_a_question_is_a_passage_of_its_own(shipped: Catalog) -> None:
    for id_, question in shipped.questions.items():
        wordings = {section for section in told(shipped, "questions", id_) if section.startswith("wording")}
        assert len(wordings) == len(question.also)


KINDS = ("roles", "skills", "credentials", "resources", "fields", "disputes", "changes", "outdated", "questions",
         "settings", "clusters", "lssc")  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_every_record_has_a_passage(shipped: Catalog, kind: str) -> None:
    passages: tuple[Passage, ...] = shipped.passages.passages
    assert {passage.id for passage in passages if passage.kind == kind} == set(getattr(shipped, kind))


def test_the_same_records_give_the_same_passages(shipped_knowledge: Knowledge) -> None:
    one, other = (Catalog(compile(shipped_knowledge)).passages for _ in range(2))
    assert one.passages == other.passages
    assert list(one.terms) == list(other.terms) == sorted(one.terms)


def test_a_look_up_decodes_only_the_terms_asked_for(shipped_knowledge: Knowledge) -> None:
    whole = compile(shipped_knowledge)
    watched = Watched(whole)
    index = Catalog(watched).passages
    assert "librarian" in index
    before = watched.read
    assert index.having("marc") != ()
    assert watched.read - before < 500


class Watched:
    """A compiled file that notes how many of its bytes are read."""

    def __init__(self, whole: bytes) -> None:
        self.whole = whole
        self.read = 0

    def __len__(self) -> int:
        return len(self.whole)

    def __getitem__(self, part: slice) -> bytes:
        self.read += len(self.whole[part])
        return self.whole[part]
