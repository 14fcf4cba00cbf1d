"""Advertisements and resumes matched: the nearest roles, honest refusal, one role judged, and what a person told."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libcareer.engines.paths.situation import Stated
from libcareer.engines.words.documents.document import DocumentKind, document
from libcareer.engines.words.documents.match import Match, match
from libcareer.engines.words.documents.paragraphs import Line

if TYPE_CHECKING:
    from typing import Any

    from libcareer.catalog import Catalog

ADS = {
    "catalog-librarian": (
        "Cataloging Librarian",
        "Writes original records for maps and scores in MARC with RDA, assigns LCSH, and keeps names in NACO. MLIS.",
    ),
    "circulation-clerk": (
        "Circulation Clerk",
        "Lends and takes back books at the desk, issues library cards, takes fines, places holds. High school diploma.",
    ),
    "childrens-librarian": (
        "Youth Librarian",
        "Plans storytimes and the summer reading program, and picks picture books for children at the public library.",
    ),
    "records-manager": (
        "Records Manager",
        "Writes retention schedules, oversees the disposition of records and trains coordinators in every department.",
    ),
    "interlibrary-loan-technician": (
        "Interlibrary Loan Assistant",
        "Borrows and lends with ILLiad and OCLC, scans articles and ships books for the university library.",
    ),
    "systems-librarian": (
        "Systems Librarian",
        "Runs Alma and Primo, loads records, writes scripts against APIs, and trains library staff.",
    ),
    "archivist": (
        "Archivist",
        "Arranges and describes manuscripts, writes finding aids by DACS in ArchivesSpace, and appraises accessions.",
    ),
    "conservator": (
        "Book Conservator",
        "Treats rare books: washing, mending, rebacking and boxes; documents each treatment. Degree in conservation.",
    ),
    "library-software-developer": (
        "Programmer, University Libraries",
        "Builds the discovery layer and the repository of the library in Ruby with Solr and IIIF, and tests the code.",
    ),
    "school-librarian": (
        "Teacher Librarian",
        "Teaches research lessons with classroom teachers and runs the school library with Destiny. Teaching license.",
    ),
    "library-page": ("Page", "Puts books back in Dewey order, reads shelves, pulls holds and tidies the library."),
    "prospect-researcher": (
        "Prospect Researcher",
        "Finds possible donors of major gifts, writes their profiles and rates their capacity with iWave.",
    ),
}
"""Titles and texts of small advertisements of our own making, one for each of some roles."""

OTHERS = {
    "Registered Nurse": "Gives medicine and cares for patients on a surgical ward at night. RN license.",
    "Warehouse Worker": "Picks, packs and loads orders with a pallet jack. Must lift 50 pounds.",
    "Account Executive": "Sells our payroll software to businesses, with a quota and commission. 3 years of sales.",
    "Line Cook": "Cooks on the grill and keeps the station clean. Nights and weekends.",
    "Electrician": "Installs wiring and panels, reads blueprints, and keeps the code. Journeyman license.",
}
"""Advertisements for jobs that no guide to libraries has."""


def read(catalog: Catalog, text: str, kind: DocumentKind = DocumentKind.AD, **asked: Any) -> Match:
    lines = [Line(line, f"line {number}") for number, line in enumerate(text.splitlines(), 1)]
    return match(catalog, document(catalog, lines, kind), **asked)


def ad(role: str) -> str:
    return "\n\n".join(ADS[role])


def shares(catalog: Catalog, text: str) -> dict[str, float]:
    return {role.id: role.share for role in read(catalog, text).roles}


@pytest.mark.parametrize("role", ADS)
def test_an_advertisement_of_a_role_finds_it_first_among_three_to_five(shipped: Catalog, role: str) -> None:
    found = read(shipped, ad(role))
    assert found.verdict in ("one", "several")
    assert found.roles[0].id == role
    assert 3 <= len(found.roles) <= 5
    assert found.roles[0].why


@pytest.mark.parametrize("role", ADS)
def test_without_its_title_the_text_still_leads_to_the_role(shipped: Catalog, role: str) -> None:
    assert role in shares(shipped, ADS[role][1])


@pytest.mark.parametrize("job", OTHERS)
def test_a_job_of_another_field_is_refused(snapshot: Catalog, job: str) -> None:
    found = read(snapshot, f"{job}\n\n{OTHERS[job]}")
    assert (found.verdict, found.roles) == ("none", ())


@pytest.mark.parametrize("role", ["catalog-librarian", "circulation-clerk", "archivist", "library-page"])
def test_a_sentence_more_about_a_role_never_lowers_it(shipped: Catalog, role: str) -> None:
    before = shares(shipped, ad(role))[role]
    duties = [duty.does for duty in shipped.work[role].duties]
    brief = shipped.briefs[role].skills
    names = [f"Knows {shipped.skills[skill].title.lower()}." for skill in (*brief.essential, *brief.useful)]
    text = ad(role)
    for more in (*duties, *names):
        text += f"\n\n{more}"
        after = shares(shipped, text)[role]
        assert after >= before
        before = after


@given(seed=st.integers(0, 10_000))
def test_the_order_of_paragraphs_changes_neither_roles_nor_skills(snapshot: Catalog, seed: int) -> None:
    paragraphs = [
        *(text for _, text in list(ADS.values())[seed % 5 : seed % 5 + 3]),
        "Required\n- MLIS\n- Two years of experience",
        "About us",
        "The library is an equal opportunity employer.",
    ]
    shuffled = list(paragraphs)
    random.Random(seed).shuffle(shuffled)
    one, other = (read(snapshot, "\n\n".join(["Librarian", *some])) for some in (paragraphs, shuffled))
    assert (one.verdict, [(role.id, role.share) for role in one.roles]) == (
        other.verdict,
        [(role.id, role.share) for role in other.roles],
    )
    assert {skill.id for skill in one.skills} == {skill.id for skill in other.skills}


def test_benefits_and_the_way_to_apply_change_no_share(snapshot: Catalog) -> None:
    more = (
        "\n\nTo apply, send a cover letter, a resume and three references.\n\nThe benefits package includes health "
        "insurance.\n\nThe university is an equal opportunity employer and does not discriminate on any basis."
    )
    assert shares(snapshot, ad("archivist") + more) == shares(snapshot, ad("archivist"))


def test_gaps_are_essential_skills_that_the_text_does_not_name(snapshot: Catalog) -> None:
    found = read(snapshot, ad("archivist"))
    named = {skill.id for skill in found.skills}
    for role in found.roles:
        essential = snapshot.briefs[role.id].skills.essential
        assert {gap.id for gap in role.gaps} <= set(essential) - named


RESUME = """WORK EXPERIENCE
Library Technician, 2019 - present
- Copy cataloged 400 books in MARC

SKILLS
Sierra ILS
"""


def test_one_role_is_judged_by_what_a_resume_shows_claims_and_does_not_say(snapshot: Catalog) -> None:
    found = read(snapshot, RESUME, DocumentKind.RESUME, role="cataloging-technician").judged
    assert found
    assert "copy-cataloging" in [skill.id for skill in found.shown]
    assert "ils-operation" in [skill.id for skill in found.claimed]
    own = snapshot.briefs["cataloging-technician"].skills
    parts = [*found.shown, *found.claimed, *found.missing]
    assert sorted(skill.id for skill in parts) == sorted((*own.essential, *own.useful))
    assert found.beyond == ()


def test_one_role_is_judged_by_what_an_advertisement_asks_for_besides(snapshot: Catalog) -> None:
    found = read(snapshot, "Clerk\n\nStorytime and grant writing required.", role="circulation-clerk").judged
    assert found
    assert {"storytime", "grant-writing"} <= {skill.id for skill in found.beyond}
    assert found.missing


def test_a_role_can_be_judged_where_no_role_is_near(snapshot: Catalog) -> None:
    found = read(snapshot, f"Line Cook\n\n{OTHERS['Line Cook']}", role="archivist")
    assert found.verdict == "none"
    assert found.judged
    assert found.judged.shown == ()


CATALOGER = "Cataloger\n\nCopy cataloging in MARC; storytimes. MLIS required. Evenings and weekends. $18.00 an hour."


def test_an_advertisement_sits_with_what_the_person_told(snapshot: Catalog) -> None:
    stated = Stated(
        posts=("cataloging-technician",), held=("bachelor",), rank=snapshot.ranks["bachelor"], presume=False
    )
    limits = {"evenings": "no", "pay": "60000", "move": "no"}
    found = read(snapshot, CATALOGER, stated=stated, limits=limits).you
    assert found
    assert "copy-cataloging" in [skill.id for skill in found.have]
    assert "storytime" in [skill.id for skill in found.lack]
    assert [(one.gate.credential, one.met) for one in found.gates if one.gate.credential] == [("mlis", False)]
    hits = {hit.limit.kind.value: hit.quote and hit.quote.words for hit in found.limits}
    assert hits == {"evenings": "Evenings and weekends", "pay": "$18.00 an hour", "move": None}


def test_of_somebody_who_told_nothing_nothing_is_said(snapshot: Catalog) -> None:
    assert read(snapshot, CATALOGER).you is None
    assert read(snapshot, RESUME, DocumentKind.RESUME, stated=Stated()).you is None
