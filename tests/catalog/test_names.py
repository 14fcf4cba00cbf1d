"""Names as people type them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from libcareer.errors import SeveralNames, UnknownName, either
from libcareer.knowledge.spelling import Index, fold, parts

if TYPE_CHECKING:
    from libcareer.catalog import Catalog


ROLES = Index.of(
    "role",
    {
        "clerk": ("Clerk", "Assistant", "Guide"),
        "page": ("Page", "Shelver", "Assistant", "Aide"),
        "interpreter": ("Museum interpreter",),
        "fundraiser": ("Fundraising Assistant", "Development Assistant"),
        "head-of-page": ("Head of pages",),
        "assistant": ("Helper",),
    },
)

# American and British, both as people write them today.
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

# Plurals that are cut to the singular only after the spelling was looked at.
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
def test_case_spaces_signs_accents_and_plurals_do_not_matter(typed: str, folded: str) -> None:
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
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
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


# ---------------------------------------------------------------------------- finding


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("page", ("page",)),
        ("PAGES", ("page",)),
        ("Shelver", ("page",)),
        ("Head-of-Pages", ("head-of-page",)),
        ("museum interpreters", ("interpreter",)),
        ("Assistants", ("clerk", "page", "assistant")),
        ("Guide/Interpreter", ("clerk", "interpreter")),
        ("Clerk or Aide", ("clerk", "page")),
        ("Shelver and Page", ("page",)),
        ("Page (part-time)", ("page",)),
        ("Fundraising or Development Assistant", ("fundraiser",)),
        ("Museum guide / interpreter", ("interpreter",)),
        ("zookeeper", ()),
        ("zookeeper or baker", ()),
        ("(part-time)", ()),
        ("", ()),
    ],
)
def test_a_name_finds_every_id_that_goes_by_it(typed: str, ids: tuple[str, ...]) -> None:
    assert set(ROLES.find(typed)) == set(ids)
    assert len(ROLES.find(typed)) == len(ids)


def test_an_id_typed_exactly_beats_an_alias_of_others() -> None:
    assert ROLES.find("assistant") == ("assistant",)
    assert ROLES.one("assistant") == "assistant"


def test_a_name_shared_by_several_is_said_with_all_ids() -> None:
    with pytest.raises(SeveralNames) as several:
        ROLES.one("Assistant")
    assert set(several.value.ids) == {"clerk", "page", "assistant"}
    assert str(several.value) == "'Assistant' is the name of 3 roles. Say which: 'clerk', 'page' or 'assistant'."


def test_an_alias_that_repeats_the_title_names_one_record_still() -> None:
    assert Index.of("skill", {"shelving": ("Shelving", "shelving", "SHELVING")}).one("Shelvings") == "shelving"


@pytest.mark.parametrize(("american", "british"), [pair for pair in SPELLINGS if not pair[0].endswith("s")])
def test_british_and_american_spelling_find_the_same_ids(american: str, british: str) -> None:
    index = Index.of("skill", {"a": (american,), "b": (f"Map {british}",)})
    assert index.find(british) == index.find(american) == ("a",)
    assert index.find(f"map {american}") == index.find(f"map {british}") == ("b",)


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("page", ("page",)),
        ("Assistant", ("clerk", "page", "assistant")),
        ("fundraising", ("fundraiser",)),
        ("assistant development", ("fundraiser",)),
        ("of pages", ("head-of-page",)),
    ],
)
def test_words_within_a_name_find_all_who_have_them(typed: str, ids: tuple[str, ...]) -> None:
    assert sorted(ROLES.all(typed)) == sorted(ids)


@pytest.mark.parametrize(("typed", "nearest"), [("clrek", ("clerk",)), ("zzzz", ()), ("", ())])
def test_words_within_no_name_are_unknown(typed: str, nearest: tuple[str, ...]) -> None:
    with pytest.raises(UnknownName) as unknown:
        ROLES.all(typed)
    assert unknown.value.nearest == nearest


# ---------------------------------------------------------------------------- near misses


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("clrek", "clerk"),
        ("shelvr", "page"),
        ("museum interpretter", "interpreter"),
        ("interp", "interpreter"),
        ("fundrais", "fundraiser"),
        ("devlopment asistant", "fundraiser"),
    ],
)
def test_a_near_miss_is_suggested_first(typed: str, nearest: str) -> None:
    with pytest.raises(UnknownName) as unknown:
        ROLES.one(typed)
    assert unknown.value.nearest[0] == nearest
    assert f"There is no role called '{typed}'. Did you mean '{nearest}'" in str(unknown.value)


@pytest.mark.parametrize("typed", ["zzzzqq", "x", "", "!!!", "neurosurgeon", "krelc"])
def test_nonsense_is_not_taken_for_anything(typed: str) -> None:
    with pytest.raises(UnknownName) as unknown:
        ROLES.one(typed)
    assert unknown.value.nearest == ()
    assert str(unknown.value) == f"There is no role called '{typed}'."


@pytest.mark.parametrize("count", [1, 2, 3])
def test_no_more_names_are_suggested_than_asked_for(count: int) -> None:
    assert len(ROLES.nearest("asistant", count)) == count


def test_the_nearest_id_comes_first() -> None:
    assert Index.of("role", {"a": ("catalogist",), "b": ("cataloger",)}).nearest("catalogr") == ("b", "a")


def test_equally_near_ids_come_in_order_of_the_alphabet() -> None:
    index = Index.of("role", dict.fromkeys("cab", ("Assistant",)))
    assert index.nearest("assistent") == ("a", "b", "c")


@given(st.text(max_size=20))
def test_any_word_is_found_or_unknown(word: str) -> None:
    if len(found := ROLES.find(word)) == 1:
        assert ROLES.one(word) == found[0]
    else:
        with pytest.raises(SeveralNames if found else UnknownName):
            ROLES.one(word)


@pytest.mark.parametrize(
    ("names", "said"), [((), ""), (("a",), "'a'"), (("a", "b"), "'a' or 'b'"), (("a", "b", "c"), "'a', 'b' or 'c'")]
)
def test_a_choice_reads_as_words(names: tuple[str, ...], said: str) -> None:
    assert either(names) == said


# ---------------------------------------------------------------------------- the names that ship

INDEXES = ["role_names", "skill_names", "credential_names", "setting_names", "cluster_names", "education_names"]


@pytest.mark.parametrize("index", INDEXES)
def test_every_record_that_ships_is_found_by_its_id(shipped: Catalog, index: str) -> None:
    names: Index = getattr(shipped, index)
    ids = {id_ for ids in names.ids.values() for id_ in ids}
    assert ids
    assert {id_: names.one(id_) for id_ in ids} == {id_: id_ for id_ in ids}


@pytest.mark.parametrize("index", ["role_names", "skill_names"])
def test_every_title_that_ships_is_found_in_british_spelling(shipped: Catalog, index: str) -> None:
    names: Index = getattr(shipped, index)
    records = shipped.cards if index == "role_names" else shipped.skills
    missed = []
    for record in records.values():
        british = record.title
        for american, other in (("catalog", "catalogu"), ("izing", "ising"), ("ization", "isation"), ("ize", "ise")):
            british = re.sub(f"{american}(?=[ei]|$| )" if american == "catalog" else american, other, british)
        if names.find(british) != names.find(record.title):
            missed.append((record.title, british))
    assert missed == []


# ---------------------------------------------------------------------------- to be put right


@pytest.mark.parametrize(("american", "british"), PLURAL_SPELLINGS)
def test_a_british_plural_is_folded_to_american(american: str, british: str) -> None:
    assert fold(british) == fold(american) == fold(fold(british))


@pytest.mark.parametrize(("one", "many"), [("library", "libraries"), ("university", "universities"), ("box", "boxes")])
def test_a_plural_with_more_than_an_s_is_folded_to_the_singular(one: str, many: str) -> None:
    assert fold(many) == fold(one)


@pytest.mark.parametrize("typed", ["Clerk, Page, or Aide", "Clerk, Page, and Aide"])
def test_a_comma_before_the_last_alternative_does_not_matter(typed: str) -> None:
    assert parts(typed) == ["Clerk", "Page", "Aide"]


@pytest.mark.parametrize("dash", ["\N{EN DASH}", "\N{EM DASH}", "\N{NON-BREAKING HYPHEN}"])
def test_a_dash_of_any_kind_parts_words(dash: str) -> None:
    assert fold(f"Clerk{dash}Typist") == "clerk-typist"
