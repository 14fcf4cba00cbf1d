"""Spellings folded to one form, and names split into their alternatives."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from libcareer.knowledge.spelling import fold, one_slip, parts

# American and British spelling, both in use today.
SPELLINGS = [
    ("cataloging", "cataloguing"),
    ("cataloger", "cataloguer"),
    ("cataloged", "catalogued"),
    ("catalog", "catalogue"),
    ("catalogs", "catalogues"),
    ("digitization", "digitisation"),
    ("digitizing", "digitising"),
    ("digitized", "digitised"),
    ("digitizer", "digitiser"),
    ("organization", "organisation"),
    ("organizations", "organisations"),
    ("organize", "organise"),
    ("center", "centre"),
    ("theater", "theatre"),
    ("license", "licence"),
    ("licenses", "licences"),
    ("program", "programme"),
    ("programs", "programmes"),
    ("behavior", "behaviour"),
    ("behaviors", "behaviours"),
    ("color", "colour"),
    ("defense", "defence"),
    ("judgment", "judgement"),
]

# Plurals whose singular is found only after the British spelling is folded.
PLURAL_SPELLINGS = [
    ("centers", "centres"),
    ("organizes", "organises"),
    ("organizers", "organisers"),
    ("TemaTers", "TemaTres"),
]


# ---------------------------------------------------------------------------- folding


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Records Manager", "record-manager"),
        ("  records   manager ", "record-manager"),
        ("RECORDS_MANAGER", "record-manager"),
        ("records-managers", "record-manager"),
        ("children's librarian", "children-librarian"),
        ("Children\N{RIGHT SINGLE QUOTATION MARK}s Librarians", "children-librarian"),
        ("Archives & Museums", "archive-and-museum"),
        ("Rédacteur", "redacteur"),
        ("ﬁle clerk", "file-clerk"),
        ("GIS", "gis"),
        ("access", "access"),
        ("campus", "campus"),
        ("analysis", "analysis"),
        ("bus", "bus"),
        ("C++ / C#", "c-c"),
        ("...", ""),
        ("", ""),
    ],
)
def test_case_spaces_signs_accents_and_plurals_are_folded(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@pytest.mark.parametrize(("american", "british"), SPELLINGS)
def test_british_spelling_is_folded_to_american(american: str, british: str) -> None:
    assert fold(british) == fold(american)
    assert fold(f"Head of {british.title()} Work") == fold(f"head of {american} work")


@pytest.mark.parametrize("word", ["this", "wise", "rise", "list", "visited", "tree", "street"])
def test_a_word_that_only_looks_british_is_left_alone(word: str) -> None:
    assert fold(word) == word


@given(st.text() | st.from_regex(r"[A-Za-z]{2,8}([- ][a-z]{2,8}){0,3}", fullmatch=True))
@example("Cataloguing & digitisation")
@example("programmes")
@example("licences")
@example("glasses")
def test_folding_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_folded_name_is_words_joined_by_hyphens(text: str) -> None:
    assert fold(text) == "" or re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", fold(text))


# ---------------------------------------------------------------------------- alternatives


@pytest.mark.parametrize(
    ("typed", "pieces"),
    [
        ("Guide/Interpreter", ["Guide", "Interpreter"]),
        ("Guide / Interpreter", ["Guide", "Interpreter"]),
        ("Clerk or Aide", ["Clerk", "Aide"]),
        ("Clerk and Aide", ["Clerk", "Aide"]),
        ("Clerk, Page,Aide", ["Clerk", "Page", "Aide"]),
        ("Clerk (part-time)", ["Clerk"]),
        ("Clerk (part-time or casual) or Page (evenings)", ["Clerk", "Page"]),
        ("Sandor", ["Sandor"]),
        ("Oregon Android", ["Oregon Android"]),
        ("(only brackets)", []),
        (" / ", []),
        ("", []),
    ],
)
def test_a_name_with_alternatives_is_split(typed: str, pieces: list[str]) -> None:
    assert parts(typed) == pieces


@pytest.mark.parametrize(("american", "british"), PLURAL_SPELLINGS)
def test_a_british_plural_is_folded_to_american(american: str, british: str) -> None:
    assert fold(british) == fold(american) == fold(fold(british))


@pytest.mark.parametrize(("one", "many"), [("library", "libraries"), ("university", "universities"), ("box", "boxes")])
def test_a_plural_with_more_than_an_s_is_folded_to_the_singular(one: str, many: str) -> None:
    assert fold(many) == fold(one)


@pytest.mark.parametrize("typed", ["Clerk, Page, or Aide", "Clerk, Page, and Aide"])
def test_a_comma_before_the_last_alternative_is_dropped(typed: str) -> None:
    assert parts(typed) == ["Clerk", "Page", "Aide"]


@pytest.mark.parametrize("dash", ["\N{EN DASH}", "\N{EM DASH}", "\N{NON-BREAKING HYPHEN}"])
def test_a_dash_of_any_kind_splits_words(dash: str) -> None:
    assert fold(f"Clerk{dash}Typist") == "clerk-typist"


# ---------------------------------------------------------------------------- slips

WORDS = st.text("abc", max_size=6)


@pytest.mark.parametrize(
    "typed", ["archivist", "archivst", "archiivist", "archivost", "arhcivist", "rchivist", "archivists"]
)
def test_one_letter_wrong_missing_too_many_or_swapped_is_a_slip(typed: str) -> None:
    assert one_slip(typed, "archivist")


@pytest.mark.parametrize("typed", ["", "archi", "activist", "archvst", "tsivihcra", "archiviIST", "archivistic"])
def test_more_than_one_letter_is_no_slip(typed: str) -> None:
    assert not one_slip(typed, "archivist")


@given(WORDS, WORDS)
def test_a_slip_is_one_in_both_directions(one: str, other: str) -> None:
    assert one_slip(one, other) == one_slip(other, one)


@given(WORDS, st.integers(0, 6), st.sampled_from(["", *"abc"]))
def test_a_word_with_a_letter_put_in_or_taken_out_is_a_slip(word: str, at: int, letter: str) -> None:
    assert one_slip(word[:at] + letter + word[at:], word)
    assert one_slip(word[:at] + letter + word[at + 1 :], word)
