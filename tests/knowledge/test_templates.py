"""The templates: one for each kind, right in form, refused until they are filled in, with a link that resolves."""

from __future__ import annotations

import os
import re
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from msgspec import Struct

from libcareer.knowledge.checks import check
from libcareer.knowledge.decoding import decode
from libcareer.knowledge.folders import KIND_FOLDERS
from libcareer.knowledge.reading import BUILT_IN, RECORD_FILES
from libcareer.knowledge.schemas import FILES
from libcareer.knowledge.templates import MARK, NAMES, OPTIONAL, TYPES, decoded, examples, template, with_options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcareer.knowledge.reading import Knowledge

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "docs" / "templates"

EACH = pytest.mark.parametrize("kind", FILES)


def home(kind: str) -> str:
    """Where a file made from the template of a *kind* lies in a folder of knowledge."""
    return f"{kind}/example.yaml" if kind in KIND_FOLDERS else f"{kind}.yaml"


def test_every_kind_of_knowledge_file_has_a_template() -> None:
    assert {path.stem for path in TEMPLATES.iterdir()} == {NAMES.get(kind, kind) for kind in FILES}
    assert set(TYPES) == set(FILES)


@EACH
def test_a_template_and_its_optional_lines_have_the_form_of_their_kind(kind: str) -> None:
    for text in (template(kind), with_options(template(kind))):
        assert [str(problem) for problem in decode("x.yaml", text.encode(), FILES[kind]).problems] == []


@EACH
def test_a_template_names_only_records_that_ship(kind: str, shipped_knowledge: Knowledge) -> None:
    named = {(one.kind, one.id) for one in decoded(kind).references}
    assert [one for one in named if one[1] not in shipped_knowledge.entries[one[0]]] == []


@EACH
def test_a_copied_template_has_no_problem_of_form_and_is_refused_as_ready_for_each_placeholder(
    kind: str, tmp_path: Path
) -> None:
    path = tmp_path / home(kind)
    path.parent.mkdir(exist_ok=True)
    path.write_text(template(kind), encoding="utf-8")
    drafts = [problem.message for problem in check([tmp_path]).problems]
    assert [said for said in drafts if re.match("unknown|expected|missing|'.*' is not one of|duplicate", said)] == []
    marked = [number for number, line in enumerate(template(kind).splitlines(), 1) if re.search(rf"\b{MARK}\b", line)]
    left = {one.line for one in check([path], ready=True).problems if one.message.startswith("still to do: ")}
    assert left == set(marked)
    assert len(marked) >= 2


@pytest.mark.parametrize("kind", RECORD_FILES)
def test_a_plain_check_of_a_copied_template_of_a_record_finds_at_most_that_nothing_uses_it(
    kind: str, tmp_path: Path
) -> None:
    path = tmp_path / home(kind)
    path.parent.mkdir()
    path.write_text(template(kind), encoding="utf-8")
    assert [one.message for one in check([path]).problems if "no record names this" not in one.message] == []


@EACH
def test_the_link_of_a_template_leads_to_the_schema_from_the_place_where_the_record_will_lie(kind: str) -> None:
    first = template(kind).splitlines()[0]
    link = first.removeprefix("# yaml-language-server: $schema=")
    assert link != first
    reached = Path(os.path.normpath((BUILT_IN / home(kind)).parent / link))
    assert reached == ROOT / "schema" / f"{kind}.json"
    assert reached.is_file()


def enums(value: Any) -> Iterator[tuple[str, Enum]]:
    """Every field in *value*, a record or a part of one, that has one of a few words, with its name."""
    if isinstance(value, Struct):
        for name in value.__struct_fields__:
            inner = getattr(value, name)
            if isinstance(inner, Enum):
                yield name, inner
            yield from enums(inner)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from enums(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from enums(inner)


@EACH
def test_a_comment_on_a_choice_names_every_word_that_may_be_chosen(kind: str) -> None:
    told = 0
    for name, chosen in enums(decoded(kind).value):
        words = [str(member.value) for member in type(chosen)]
        for line in with_options(template(kind)).splitlines():
            comment = line.partition("#")[2]
            if re.match(rf" *(- )?{name}: {chosen.value}\b", line) and any(f"{word}," in comment for word in words):
                told += 1
                assert [word for word in words if word not in comment] == [], line
    assert told or kind not in {"roles", "credentials", "resources", "quiz", "fields"}


@EACH
def test_the_examples_of_a_template_are_texts_of_several_words(kind: str) -> None:
    assert all(text.count("-") >= 1 for text in examples(kind))
    assert examples("roles")


def test_an_optional_line_is_a_comment_and_a_comment_is_no_optional_line() -> None:
    assert with_options("a: 1\n#b: 2\n  #- c: 3   # why\n# said\n  # said\n## no\n") == (
        "a: 1\nb: 2\n  - c: 3   # why\n# said\n  # said\n## no\n"
    )
    assert OPTIONAL.search(template("roles"))
