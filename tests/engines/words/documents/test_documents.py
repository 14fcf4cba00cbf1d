"""Documents: whether one is an advertisement or a resume, its title, its statements and their sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from libcareer.engines.words.documents.document import Document, DocumentKind, document
from libcareer.engines.words.documents.paragraphs import LONGEST_STATEMENT, Line, Section

if TYPE_CHECKING:
    from libcareer.catalog import Catalog

AD = """Serials Librarian
Hill College Library

The library seeks a librarian for its journals.

Required qualifications:
- MLIS from an accredited program; two years of experience
- Knowledge of licenses

Preferred qualifications

* Reading knowledge of
  French

Hill College is an equal opportunity employer.
"""

RESUME = """Ann Example
ann@example.org | 555-010-0199

WORK EXPERIENCE
Circulation Clerk, Hill Library, 2019 - present
- Registered borrowers
Shop Assistant
May 2015 to June 2018

SKILLS
Excel, French
"""


def read(catalog: Catalog, text: str, kind: DocumentKind | None = None) -> Document:
    return document(catalog, [Line(line, f"line {number}") for number, line in enumerate(text.splitlines(), 1)], kind)


def test_an_advertisement_and_a_resume_are_told_apart_by_words_that_are_said(shipped: Catalog) -> None:
    ad, resume = read(shipped, AD), read(shipped, RESUME)
    assert (ad.kind, resume.kind) == (DocumentKind.AD, DocumentKind.RESUME)
    assert "'equal opportunity'" in ad.because
    assert "'2019 - present'" in resume.because


def test_what_the_person_says_that_it_is_goes_before_its_words(shipped: Catalog) -> None:
    assert read(shipped, AD, DocumentKind.RESUME).kind is DocumentKind.RESUME
    assert document(shipped, [Line("x", "line 1")], DocumentKind.AD, told=True).because == "you said so"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (AD, "Serials Librarian"),
        ("# Serials Librarian\n\nText of the post.", "Serials Librarian"),
        ("Hill College Library\nSerials Librarian\n\nText of the post.", "Serials Librarian"),
        ("About us\n\nA college.\n\nJob title: Serials Librarian\n\nMore.", "Serials Librarian"),
        ("Hill College Library\nJob Posting\nSerials Librarian\nPart time\n\nText.", "Serials Librarian"),
        ("**Position:** Serials Librarian\nText.", "Serials Librarian"),
        ("Hill College seeks an experienced Serials Librarian for its journals.", "Serials Librarian"),
        ("Here is a post for you.\nThe Serials Librarian will order journals.", "Serials Librarian"),
    ],
)
def test_the_title_of_an_advertisement_is_found_by_its_form(shipped: Catalog, text: str, title: str) -> None:
    assert [quote.words for quote in read(shipped, text, DocumentKind.AD).titles] == [title]


@pytest.mark.parametrize("text", ["Required qualifications\n- MLIS", "we order journals and read them.", "Salary: $20"])
def test_a_heading_and_a_sentence_are_no_title(shipped: Catalog, text: str) -> None:
    assert read(shipped, text, DocumentKind.AD).titles == ()


def test_the_titles_of_a_resume_are_its_positions_with_their_lines(shipped: Catalog) -> None:
    assert [(quote.words.split(",")[0], quote.where) for quote in read(shipped, RESUME).titles] == [
        ("Circulation Clerk", "line 5"),
        ("Shop Assistant", "line 7"),
    ]


def test_a_statement_has_the_section_of_the_heading_above_it_and_the_line_it_begins_on(shipped: Catalog) -> None:
    said = {one.text: (one.section, one.places[0][1]) for one in read(shipped, AD).statements}
    assert said["MLIS from an accredited program;"] == (Section.REQUIRED, "line 7")
    assert said["two years of experience"] == (Section.REQUIRED, "line 7")
    assert said["Reading knowledge of French"] == (Section.PREFERRED, "line 12")


def test_a_quote_from_a_wrapped_item_names_the_line_of_its_words(shipped: Catalog) -> None:
    (item,) = [one for one in read(shipped, AD).statements if one.text.startswith("Reading")]
    at = item.text.index("French")
    assert (item.quote(at, at + 6).words, item.quote(at, at + 6).where) == ("French", "line 13")


def test_a_text_without_sentences_is_cut_between_words(shipped: Catalog) -> None:
    said = read(shipped, "word " * 2_000).statements
    assert len(said) > 10
    assert all(len(one.text) <= LONGEST_STATEMENT for one in said)
    assert "".join(one.text.replace(" ", "") for one in said) == "word" * 2_000
