"""What titles mean, on the tiny knowledge and on the shipped one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libcareer.catalog import load
from libcareer.engines.words.titles.title import title

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.engines.words.titles.title import TitleAnswer


def ids(answer: TitleAnswer) -> list[str]:
    return [role.id for role in answer.roles]


# ---------------------------------------------------------------------------- the tables


def test_a_function_and_a_level_give_the_role_of_their_cell(tiny: Catalog) -> None:
    answer = title(tiny, "Cataloging Assistant")
    assert (answer.verdict, ids(answer)[0]) == ("one", "technician")
    assert [(reason.words, reason.says) for reason in answer.roles[0].why] == [("cataloging", "Records of books.")]
    assert answer.level is not None
    assert (answer.level.id, answer.level.words, answer.level.says) == ("support", "assistant", "They help.")


def test_another_level_gives_another_role(tiny: Catalog) -> None:
    assert ids(title(tiny, "Cataloging Specialist")) == ["librarian"]


def test_a_level_without_a_cell_gives_its_own_roles_first_and_then_the_nearest_cell(tiny: Catalog) -> None:
    assert ids(title(tiny, "Head of Cataloging")) == ["editor", "librarian"]


def test_the_last_word_for_a_level_counts(tiny: Catalog) -> None:
    assert ids(title(tiny, "Cataloging Manager Assistant"))[0] == "technician"


def test_behind_of_a_word_for_a_level_no_longer_counts(tiny: Catalog) -> None:
    assert title(tiny, "Head of the Stack Assistants").level.id == "head"  # type: ignore[union-attr]


def test_a_student_is_one_whatever_else_the_title_says(tiny: Catalog) -> None:
    assert ids(title(tiny, "Student Cataloging Assistant"))[0] == "page"
    assert title(tiny, "Stack Assistant (Student)").level.id == "student"  # type: ignore[union-attr]


def test_work_with_students_is_no_student_job(tiny: Catalog) -> None:
    assert title(tiny, "Student Success and Cataloging Specialist").level.id == "professional"  # type: ignore[union-attr]


def test_an_uncertain_function_gives_several_roles_and_says_what_would_decide(tiny: Catalog) -> None:
    answer = title(tiny, "Lending Assistant")
    assert (answer.verdict, ids(answer)) == ("several", ["technician", "page"])
    assert answer.decides


def test_a_word_of_another_field_counts_only_beside_a_word_of_ours(tiny: Catalog) -> None:
    assert title(tiny, "Text Editor in Chief of Words").verdict == "none"
    assert ids(title(tiny, "Text Specialist, Library")) == ["editor", "librarian"]
    assert ids(title(tiny, "Text Specialist", in_field=True)) == ["editor"]


def test_a_telling_word_makes_a_word_mean_something_else(tiny: Catalog) -> None:
    answer = title(tiny, "Full Stack Specialist")
    assert (answer.verdict, answer.reason) == ("none", "Here 'stack' is about layers of software.")
    assert answer.near_misses[0].decided
    assert answer.near_misses[0].roles == ("page",)


def test_without_a_telling_word_the_other_meaning_is_only_named(tiny: Catalog) -> None:
    answer = title(tiny, "Text Clerk")
    assert [(miss.words, miss.decided) for miss in answer.near_misses] == [("text", False)]


def test_unknown_words_about_the_job_leave_a_doubt(tiny: Catalog) -> None:
    assert title(tiny, "Purple Hovering Turbine Cataloging Specialist").verdict == "several"


def test_what_says_nothing_about_the_work_is_set_aside(tiny: Catalog) -> None:
    answer = title(tiny, "Job Posting: Springfield, OH: PT Cataloging Assistant II (R12345), evenings - #4711")
    assert (answer.verdict, ids(answer)[0]) == ("one", "technician")
    assert answer.hours == ("part-time", "evenings")
    assert answer.grade == "II or 2: typically a year or two of experience"
    assert {"R12345", "#4711"} <= set(answer.dropped)


@pytest.mark.parametrize("asked", ["", "  ", "!!", "12345", "x" * 100_000, "library " * 50_000])
def test_no_title_is_refused_or_answered_but_never_a_fault(tiny: Catalog, asked: str) -> None:
    assert title(tiny, asked).verdict in ("one", "several", "none")


@given(st.text(max_size=200))
def test_any_text_gets_an_answer_in_which_the_shares_are_in_order(asked: str) -> None:
    answer = title(SHIPPED, asked)
    shares = [role.share for role in answer.roles]
    assert shares == sorted(shares, reverse=True)
    assert (answer.verdict == "none") == (not answer.roles) == bool(answer.reason)


# ---------------------------------------------------------------------------- the shipped tables

SHIPPED = load()


def names() -> list[tuple[str, str]]:
    return [(name, id_) for id_, role in SHIPPED.roles.items() for name in (role.title, *role.aliases)]


def test_a_title_equal_to_a_name_is_never_refused_and_means_a_role_of_that_name() -> None:
    wrong = [name for name, id_ in names() if id_ not in [role.id for role in title(SHIPPED, name).roles]]
    assert wrong == []


@pytest.mark.parametrize(
    "furniture",
    ["Job Posting: {}", "{} (#48213)", "{} - Part-Time", "{}, Temporary", "Toledo, OH: {}", "{} | Springfield College"],
)
def test_the_frame_of_an_advertisement_does_not_change_the_first_role_of_a_title(furniture: str) -> None:
    titles = {id_: role.title for id_, role in SHIPPED.roles.items() if id_ != "librarian"}
    changed = [
        name
        for id_, name in titles.items()
        if (plain := ids(title(SHIPPED, name))[:1]) and ids(title(SHIPPED, furniture.format(name)))[:1] != plain
    ]
    assert changed == []


OTHER_FIELDS = """
Debt Collections Specialist; Bank Branch Manager; Branch Manager, First Harbor Bank; Landing Page Designer; Senate Page
Medical Interpreter; Spanish Interpreter; Curator of Content; Wine Curator; C++ Library Developer
Standard Library Engineer, Rust; Circulation Manager, Daily Herald; Talent Acquisition Specialist; Acquisitions Editor
Land Acquisition Manager; University Registrar; Wildlife Conservation Officer; Conservator of the Estate
Insect Taxonomist; Business Development Manager; CNC Programmer; Patient Access Representative; Media Planner
Police Records Clerk; Public Information Officer; Youth Care Worker; Land Preservation Specialist; Flight Instructor
Reference Laboratory Technician; Email Archiving Engineer; Auction Cataloguer; Museum Security Guard; Registered Nurse
Warehouse Associate; Professor of History; Fixed Asset Manager; Landscape Architect; Volunteer Firefighter
Full Stack Developer; Serial Number Coordinator; Grants Accountant; Product Catalog Specialist
Loan Processing Intern; Laboratory Preparator; Historic Preservation Officer; Library Payroll Specialist
Museum Cafe Supervisor; Security Supervisor, Public Library; Chief Information Officer; Chief of Staff
Education Coordinator; Visitor Services Associate; Truck Driver; Personal Trainer; Product Information Manager
"""


@pytest.mark.parametrize("asked", [one.strip() for line in OTHER_FIELDS.strip().split("\n") for one in line.split(";")])
def test_a_title_of_another_field_is_never_answered_with_one_role(asked: str) -> None:
    assert title(SHIPPED, asked).verdict != "one"


def test_every_role_in_a_library_can_be_reached_by_words_that_are_no_name_of_it() -> None:
    reached = {role for id_ in SHIPPED.functions for cell in SHIPPED.functions[id_].roles.values() for role in cell}
    inside = {id_ for id_, brief in SHIPPED.briefs.items() if brief.place.value == "inside"}
    assert inside - reached == set()


IN_THE_FIELD = {
    "Assistant Dean, Wayne Hill University Libraries": "library-director",
    "Director, Hartwell Corporate Archives": "head-of-archives-special-collections",
    "Specialist III, Library": "library-specialist",
    "Student Library Assistant - Riverton": "library-aide",
    "Curator of African American Experience Collections": "curator",
    "Paid Digital Preservation Intern, Lakeside Architectural Heritage": "library-intern",
    "Librarian, Instructional Strategies (Assistant or Associate) (C/CE)": "librarian",
    "Tribal Historic Preservation Officer": "repatriation-coordinator",
    "Education Programs Manager, Milltown Museum": "educational-programming-officer",
    "Museum Preparator": "museum-technician",
    "Interim Director, Milltown Public Library": "library-director",
    "Library and Knowledge Services Manager": "medical-librarian",
    "AI Governance Lead": "information-governance-specialist",
    "Digital Library Project Manager": "digital-librarian",
    "Oral & Public Historian": "oral-historian",
    "Chair in E-Librarianship": "lis-educator",
}


@pytest.mark.parametrize(("asked", "role"), IN_THE_FIELD.items())
def test_a_title_that_only_names_its_workplace_or_a_rarer_field_has_its_role_first(asked: str, role: str) -> None:
    assert ids(title(SHIPPED, asked))[:1] == [role]


@pytest.mark.parametrize("asked", ["Library Manager", "Information Officer"])
def test_a_title_that_means_other_work_from_one_employer_to_the_next_is_offered_as_several(asked: str) -> None:
    assert title(SHIPPED, asked).verdict == "several"


@pytest.mark.parametrize(
    "asked",
    ["Archivist (3-Year Term)", "2 Archivists", "Archivist (2)", "Archivist, 12 month", "Archivist (3 positions)"],
)
def test_a_number_of_years_months_or_positions_is_no_grade(asked: str) -> None:
    assert title(SHIPPED, asked).grade is None


@pytest.mark.parametrize("asked", ["Archivist 3", "Archivist III", "Archivist (III)", "Archivist III (1-Year Term)"])
def test_a_number_behind_the_title_is_a_grade(asked: str) -> None:
    assert (title(SHIPPED, asked).grade or "")[:3] == "III"
