"""Skills in a text: found by name in any form of the verb, each with the words that show it, asked for or a plus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from libcareer.engines.words.documents.document import DocumentKind, document
from libcareer.engines.words.documents.paragraphs import Line
from libcareer.engines.words.documents.skills_found import FoundSkill, Importance, skills_found

if TYPE_CHECKING:
    from libcareer.catalog import Catalog


def found(catalog: Catalog, text: str, kind: DocumentKind = DocumentKind.AD) -> dict[str, FoundSkill]:
    lines = [Line(line, f"line {number}") for number, line in enumerate(text.splitlines(), 1)]
    return {skill.id: skill for skill in skills_found(catalog, document(catalog, lines, kind))}


@pytest.mark.parametrize(
    ("text", "skill", "words"),
    [
        ("Copy cataloged donated books", "copy-cataloging", "Copy cataloged"),
        ("Performs original and copy cataloging", "original-cataloging", "original and copy cataloging"),
        ("Cataloguing of maps", "cataloging", "Cataloguing"),
        ("Will catalog maps", "cataloging", "catalog"),
        ("Works in Sierra every day", "ils-operation", "Sierra"),
        ("Knows MODS and METS", "metadata-design", "MODS"),
        ("Leads preschool storytimes", "storytime", "storytimes"),
        ("Uses RDA", "rda", "RDA"),
    ],
)
def test_a_skill_is_found_by_its_names_and_points_at_the_words(
    snapshot: Catalog, text: str, skill: str, words: str
) -> None:
    assert words in [quote.words for quote in found(snapshot, text)[skill].quotes]


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Searches the catalog for readers", "cataloging"),
        ("We hope you excel in a busy team", "spreadsheets"),
        ("Excel in a busy team", "spreadsheets"),
        ("A mods and rockers night", "metadata-design"),
        ("The selection of candidates begins in May", "collection-development"),
        ("Reference desk work", "citation-management"),
        ("A background check is made", "public-records-research"),
    ],
)
def test_a_word_that_means_something_else_names_no_skill(snapshot: Catalog, text: str, skill: str) -> None:
    assert skill not in found(snapshot, text)


def test_every_quote_stands_in_the_line_that_it_names(snapshot: Catalog) -> None:
    text = "Cataloger\n\nDuties\n- Catalogs maps in MARC with RDA,\n  and trains staff\n\nPlus: Spanish, LCSH"
    lines = text.splitlines()
    skills = found(snapshot, text)
    assert {"marc", "rda", "foreign-language", "subject-analysis"} <= skills.keys()
    for skill in skills.values():
        for quote in skill.quotes:
            assert quote.words in lines[int(quote.where.removeprefix("line ")) - 1]


@pytest.mark.parametrize(
    ("text", "importance"),
    [
        ("Required\n- MARC", Importance.ESSENTIAL),
        ("Qualifications:\n- MARC", Importance.ESSENTIAL),
        ("Preferred qualifications\n- MARC", Importance.USEFUL),
        ("Required\n- MARC is a plus", Importance.USEFUL),
        ("Duties\n- MARC", Importance.USED),
        ("MARC required; Spanish preferred", Importance.ESSENTIAL),
        ("Spanish required; MARC preferred", Importance.USEFUL),
    ],
)
def test_wording_and_heading_say_whether_a_skill_is_asked_for_or_a_plus(
    snapshot: Catalog, text: str, importance: Importance
) -> None:
    assert found(snapshot, text)["marc"].importance is importance


def test_a_resume_shows_a_skill_in_its_work_and_only_claims_it_in_a_list(snapshot: Catalog) -> None:
    text = "WORK EXPERIENCE\nClerk, 2019 - 2022\n- Cataloged maps in MARC\n\nSKILLS\nMARC, Excel"
    skills = found(snapshot, text, DocumentKind.RESUME)
    assert skills["marc"].importance is Importance.SHOWN
    assert skills["spreadsheets"].importance is Importance.CLAIMED
