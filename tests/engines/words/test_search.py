"""The pages that answer a few words: by name, by aspect, together, and nothing where a word is unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from libcareer.engines.choices import Section
from libcareer.engines.words.search import ASPECTS, COMMON, MOST_FOUND, Match, Page, search
from libcareer.knowledge.spelling import fold
from libcareer.reports.search import SECTIONS, nothing_found, search_report

if TYPE_CHECKING:
    from libcareer.catalog import Catalog

NO_WORD = "qqqq"


def pages(catalog: Catalog, asked: str) -> list[tuple[Page, tuple[str, ...], Section | None]]:
    """What is found for the words *asked*, best first."""
    return [(one.page, one.ids, one.section) for one in search(catalog, asked).findings]


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("librarian", (Page.ROLE, ("librarian",), None)),
        ("Shelver", (Page.ROLE, ("page",), None)),
        ("jobs in cataloging", (Page.ROLES, ("cataloging",), None)),
        ("copy cataloguing", (Page.ROLES, ("copy-cataloging",), None)),
        ("what does a librarian earn", (Page.ROLE, ("librarian",), Section.PAY)),
        ("how do I become a director", (Page.ROLE, ("director",), Section.ENTRY)),
        ("librarian's salary", (Page.ROLE, ("librarian",), Section.PAY)),
        ("page or clerk?", (Page.COMPARISON, ("page", "clerk"), None)),
        ("who earns more, a page or a clerk", (Page.COMPARISON, ("page", "clerk"), None)),
        ("from page to librarian", (Page.WAY, ("librarian", "page"), None)),
        ("librarian from a page", (Page.WAY, ("librarian", "page"), None)),
        ("mlis", (Page.CREDENTIAL, ("mlis",), None)),
        ("public libraries", (Page.SETTING, ("public",), None)),
        ("support staff", (Page.CLUSTER, ("support",), None)),
        ("old guild", (Page.RESOURCE, ("old-guild",), None)),
        ("libarian", (Page.ROLE, ("librarian",), None)),
    ],
)
def test_the_page_that_answers_comes_first(tiny: Catalog, asked: str, first: object) -> None:
    assert pages(tiny, asked)[0] == first


@pytest.mark.parametrize("asked", [NO_WORD, f"salary of a {NO_WORD}", f"jobs for a {NO_WORD} in libraries", "", "???"])
def test_nothing_is_found_where_no_subject_is_known(tiny: Catalog, asked: str) -> None:
    found = search(tiny, asked)
    assert found.findings == ()
    assert found.unknown == ((NO_WORD,) if NO_WORD in asked else ())


@pytest.mark.parametrize("asked", ["library jobs", "jobs", "I want to work with information"])
def test_common_words_alone_find_nothing_and_that_is_said(tiny: Catalog, asked: str) -> None:
    found = search(tiny, asked)
    assert (found.findings, found.unknown) == ((), ())
    assert nothing_found(found).startswith(f"'{asked}' is too general")


def test_a_subject_that_is_unknown_beside_one_that_is_known_is_told(tiny: Catalog) -> None:
    found = search(tiny, f"Librarian in {NO_WORD.upper()}!")
    assert [one.ids for one in found.findings][:1] == [("librarian",)]
    assert found.unknown == (NO_WORD.upper(),)
    report = search_report(found)
    assert any(NO_WORD.upper() in getattr(block, "text", "") for block in report.blocks[1:])


def test_a_role_that_only_contains_a_word_is_no_answer_where_another_is_named(snapshot: Catalog) -> None:
    assert {one.ids for one in search(snapshot, "archivist").findings if one.page is Page.ROLE} == {("archivist",)}
    assert len({one.ids for one in search(snapshot, "archives").findings if one.page is Page.ROLE}) >= 1


def test_a_misspelled_word_is_told_as_such(tiny: Catalog) -> None:
    found = search(tiny, "libarian pay")
    assert [(one.ids, one.section, one.match) for one in found.findings] == [(("librarian",), Section.PAY, Match.NEAR)]
    assert any("'libarian'" in getattr(block, "text", "") for block in search_report(found).blocks)


def test_every_section_that_words_ask_for_has_words_for_it() -> None:
    assert set(ASPECTS.values()) == SECTIONS.keys()
    assert ASPECTS.keys() & COMMON == set()
    assert all(fold(word) == word for word in (*ASPECTS, *COMMON))


# ---------------------------------------------------------------------------- the knowledge that ships


def test_every_role_that_ships_is_found_by_its_title_and_so_is_its_pay(snapshot: Catalog) -> None:
    missed = []
    for id_, title in snapshot.titles("roles").items():
        if (Page.ROLE, (id_,), None) not in pages(snapshot, title):
            missed.append(title)
        if pages(snapshot, f"salary of a {title}")[0] != (Page.ROLE, (id_,), Section.PAY):
            missed.append(f"salary of a {title}")
    assert missed == []


@pytest.mark.parametrize(
    ("kind", "page"),
    [("skills", Page.SKILL), ("credentials", Page.CREDENTIAL), ("fields", Page.FIELD), ("resources", Page.RESOURCE)],
)
def test_nearly_every_record_that_ships_is_found_by_its_title(snapshot: Catalog, kind: str, page: Page) -> None:
    titles = snapshot.titles(kind)
    missed = [title for id_, title in titles.items() if (page, (id_,), None) not in pages(snapshot, title)]
    assert missed == []


@given(st.permutations(["salary", "archivist", "of", "an"]))
def test_the_order_of_the_words_does_not_matter(snapshot: Catalog, words: list[str]) -> None:
    assert pages(snapshot, " ".join(words)) == pages(snapshot, "salary archivist")


SOME = ["archivist", "law", "cataloging", "pay", "library", "from", "to", NO_WORD, "digital", "mlis", "who"]


@settings(max_examples=settings().max_examples // 3)
@given(st.lists(st.sampled_from(SOME), max_size=7))
def test_what_is_found_is_about_the_words_and_each_page_comes_once(snapshot: Catalog, words: list[str]) -> None:
    found = search(snapshot, " ".join(words))
    assert len(found.findings) <= MOST_FOUND
    assert len(set(pages(snapshot, " ".join(words)))) == len(found.findings)
    assert all(set(one.words) <= set(words) - COMMON for one in found.findings)
    if set(words) - COMMON - ASPECTS.keys() <= {NO_WORD} and NO_WORD in words:
        assert found.findings == ()


def test_the_title_of_a_post_leads_to_the_role_it_means(tiny: Catalog) -> None:
    found = search(tiny, "stack specialist")
    assert (found.findings[0].page, found.findings[0].ids, found.findings[0].match) == (
        Page.ROLE,
        ("librarian",),
        Match.TITLE,
    )
