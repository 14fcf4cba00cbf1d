"""The index of names: names as people type them, found by id, title, alias, other spelling and near miss."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libcareer.catalog.names import MOST_READINGS, Index
from libcareer.errors import SeveralNames, UnknownName, either

if TYPE_CHECKING:
    from libcareer.catalog import Catalog

SPELLINGS = [("cataloging", "cataloguing"), ("organization", "organisation"), ("center", "centre")]

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
def test_a_name_finds_every_id_that_has_it(typed: str, ids: tuple[str, ...]) -> None:
    assert set(ROLES.find(typed)) == set(ids)
    assert len(ROLES.find(typed)) == len(ids)


def test_an_id_typed_exactly_beats_an_alias_of_others() -> None:
    assert ROLES.find("assistant") == ("assistant",)
    assert ROLES.one("assistant") == "assistant"


def test_a_shared_name_is_an_error_with_all_its_ids() -> None:
    with pytest.raises(SeveralNames) as several:
        ROLES.one("Assistant")
    assert set(several.value.ids) == {"clerk", "page", "assistant"}
    assert str(several.value) == "'Assistant' is the name of 3 roles. Say which: 'clerk', 'page' or 'assistant'."


def test_an_alias_may_repeat_the_title() -> None:
    assert Index.of("skill", {"shelving": ("Shelving", "shelving", "SHELVING")}).one("Shelvings") == "shelving"


@pytest.mark.parametrize(("american", "british"), SPELLINGS)
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
def test_words_within_names_find_all_their_ids(typed: str, ids: tuple[str, ...]) -> None:
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
def test_nonsense_has_no_suggestion(typed: str) -> None:
    with pytest.raises(UnknownName) as unknown:
        ROLES.one(typed)
    assert unknown.value.nearest == ()
    assert str(unknown.value) == f"There is no role called '{typed}'."


@pytest.mark.parametrize("count", [1, 2, 3])
def test_the_number_of_suggestions_is_limited(count: int) -> None:
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
def test_alternatives_are_joined_in_words(names: tuple[str, ...], said: str) -> None:
    assert either(names) == said


# ---------------------------------------------------------------------------- slips and words without quotes

JOBS = Index.of(
    "role",
    {
        "records-manager": ("Records Manager", "RM"),
        "records-clerk": ("Records Clerk",),
        "archivist": ("Archivist",),
        "map-librarian": ("Map Librarian",),
        "law-librarian": ("Law Librarian", "Law"),
    },
)


@pytest.mark.parametrize(
    ("typed", "id_"),
    [
        ("archivst", "archivist"),
        ("Records Manger", "records-manager"),
        ("recrods manger", "records-manager"),
        ("recordsmanager", "records-manager"),
        ("rec man", "records-manager"),
        ("archiv", "archivist"),
        ("records", None),  # begins two
        ("activist", None),
        ("lap librarian", None),  # in a short word any other letter makes another word
        ("rx", None),
        ("records architect", None),
        ("zookeeper", None),
        ("", None),
        ("x" * 1000, None),
    ],
)
def test_a_name_is_close_if_it_is_only_misspelled_or_cut_short(typed: str, id_: str | None) -> None:
    assert JOBS.close(typed) == id_


@pytest.mark.parametrize(
    ("words", "readings"),
    [
        ("archivist records manager", [("archivist", "records manager")]),
        ("Records Manager", [("Records Manager",)]),
        ("records-manager archivist", [("records-manager", "archivist")]),
        ("law law librarian", [("law", "law librarian")]),
        ("archivist zoo", []),
        ("", [()]),
    ],
)
def test_words_are_read_as_names_in_every_way_that_leaves_none_over(
    words: str, readings: list[tuple[str, ...]]
) -> None:
    assert JOBS.readings(words.split()) == readings


def test_words_that_make_up_names_in_two_ways_have_two_readings() -> None:
    index = Index.of("role", {"a": ("Law",), "b": ("Law Librarian",), "c": ("Librarian",)})
    assert index.readings(["law", "librarian"]) == [("law librarian",), ("law", "librarian")]
    assert len(index.readings(["law", "librarian"] * 200)) <= MOST_READINGS


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("archivist records manager", ("archivist", "records manager")),
        ("archivst records manger", ("archivst", "records manger")),
        ("zoo keeper archivist", ("zoo keeper", "archivist")),
        ("archivist zoo keeper", ("archivist", "zoo keeper")),
        ("archivist zoo law keeper", ("archivist", "zoo", "law", "keeper")),
        ("zoo", ("zoo",)),
        ("", ()),
    ],
)
def test_words_are_joined_to_the_longest_names_and_what_is_between_them(words: str, names: tuple[str, ...]) -> None:
    assert JOBS.joined(words.split()) == names


@given(st.lists(st.sampled_from(["records", "manager", "law", "zoo", "archivist", "RM"]), max_size=8))
def test_joining_loses_no_word(words: list[str]) -> None:
    assert " ".join(JOBS.joined(words)).split() == words


# ---------------------------------------------------------------------------- the names that ship

INDEXES = ["role_names", "skill_names", "credential_names", "setting_names", "cluster_names", "education_names"]


@pytest.mark.parametrize("index", INDEXES)
def test_every_record_that_ships_is_found_by_its_id(snapshot: Catalog, index: str) -> None:
    names: Index = getattr(snapshot, index)
    ids = {id_ for ids in names.ids.values() for id_ in ids}
    assert ids
    assert {id_: names.one(id_) for id_ in ids} == {id_: id_ for id_ in ids}


@pytest.mark.parametrize("index", ["role_names", "skill_names"])
def test_every_title_that_ships_is_found_in_british_spelling(shipped: Catalog, index: str) -> None:
    names: Index = getattr(shipped, index)
    records = shipped.briefs if index == "role_names" else shipped.skills
    missed = []
    for record in records.values():
        british = record.title
        for american, other in (("catalog", "catalogu"), ("izing", "ising"), ("ization", "isation"), ("ize", "ise")):
            british = re.sub(f"{american}(?=[ei]|$| )" if american == "catalog" else american, other, british)
        if names.find(british) != names.find(record.title):
            missed.append((record.title, british))
    assert missed == []
