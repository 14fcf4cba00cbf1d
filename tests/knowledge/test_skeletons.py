"""Skeletons of new records: right in form at once, with ids that exist, the nearest first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from libcareer.knowledge.decoding import decode
from libcareer.knowledge.enums import NewKind
from libcareer.knowledge.nearness import MOST, nearest_records
from libcareer.knowledge.reading import Knowledge
from libcareer.knowledge.schemas import FILES
from libcareer.knowledge.skeletons import scalar, skeleton
from libcareer.knowledge.templates import with_options

if TYPE_CHECKING:
    from libcareer.knowledge.decoding import Decoded

KINDS = [f"{kind}s" for kind in NewKind]


def made(knowledge: Knowledge, kind: str, id_: str, **values: str) -> str:
    found = skeleton(knowledge, kind, id_, values, "schema.json")
    return found.head + found.lines


def read(kind: str, text: str) -> Decoded:
    return decode("x.yaml", text.encode(), FILES[kind])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("id_", ["museum-teacher", "law-metadata-cataloger", "zzz"])
def test_a_skeleton_has_the_form_of_its_kind_and_names_only_what_exists(
    kind: str, id_: str, shipped_knowledge: Knowledge
) -> None:
    text = made(shipped_knowledge, kind, id_)
    for whole in (text, with_options(text)):
        found = read(kind, whole)
        assert [str(problem) for problem in found.problems] == []
        assert [one for one in found.references if one.id not in shipped_knowledge.entries[one.kind]] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_skeleton_of_a_folder_in_which_there_is_nothing_yet_marks_what_is_missing(kind: str) -> None:
    text = made(Knowledge(), kind, "museum-teacher")
    assert read(kind, text).problems == []
    assert all(one.id.startswith("TODO-") for one in read(kind, text).references)
    assert "# nearest" not in text


def test_a_skeleton_begins_with_its_schema_and_has_its_id_and_title(shipped_knowledge: Knowledge) -> None:
    role = made(shipped_knowledge, "roles", "museum-teacher", title="Museum Teacher: Arts")
    assert role.startswith("# yaml-language-server: $schema=schema.json\n")
    assert read("roles", role).value.title == "Museum Teacher: Arts"
    skills = read("skills", made(shipped_knowledge, "skills", "escape-games", title="Escape games")).value
    assert {id_: skill.title for id_, skill in skills.skills.items()} == {"escape-games": "Escape games"}
    question = made(shipped_knowledge, "questions", "museum-pay", question="What do museums pay?")
    assert read("questions", question).value["museum-pay"].question == "What do museums pay?"


def test_the_nearest_records_come_first_and_are_named_in_a_comment(shipped_knowledge: Knowledge) -> None:
    text = made(shipped_knowledge, "roles", "law-library-clerk", title="Law Library Clerk")
    role = read("roles", text).value
    assert role.settings[0] == "law"
    for kind in ("clusters", "settings", "skills", "roles", "occupations"):
        assert f"# nearest {kind}: " in text
    assert max(map(len, text.splitlines())) <= 130


def test_never_more_than_five_are_named(shipped_knowledge: Knowledge) -> None:
    for title in ("library technician", "archivist", "digital records and information manager"):
        for kind in ("settings", "skills", "roles", "occupations", "sources"):
            assert len(nearest_records(shipped_knowledge, kind, title, through_roles=True)) <= MOST == 5


def test_a_role_that_shares_no_word_is_near_through_the_skill_that_does(shipped_knowledge: Knowledge) -> None:
    near = nearest_records(shipped_knowledge, "roles", "oral historian", through_roles=True)
    listed = [shipped_knowledge.entries["roles"][id_].value.skills for id_ in near]
    assert [skills for skills in listed if "oral-history" in (*skills.essential, *skills.useful)]
    assert nearest_records(shipped_knowledge, "roles", "oral historian") != near


def test_a_title_of_unknown_words_has_nothing_near(shipped_knowledge: Knowledge) -> None:
    assert nearest_records(shipped_knowledge, "roles", "qqqq of the zzzz", through_roles=True) == []


@pytest.mark.parametrize(
    "text", ["Plain", "a: b", "#x", "- a", "[x]", "it's", 'say "x"', "true", "{a}", "é", " x", "1"]
)
def test_a_value_is_read_back_as_the_text_that_it_was(text: str) -> None:
    whole = re.sub(r"(?m)^  title: .*", lambda _: f"  title: {scalar(text)}", "x:\n  publisher: P\n  title: T\n")
    assert read("sources", whole).value["x"].title == text
