"""The JSON Schemas for editors and the field tables for readers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft7Validator
from msgspec import inspect as shape
from msgspec import to_builtins

from libcareer.knowledge.reading import RECORD_FILES, RECORD_KINDS, TABLE_FILES, read_folder
from libcareer.knowledge.schemas import BEGIN, END, FILES, schemas, tables, with_tables, write_schemas

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
TINY = Path(__file__).parents[1] / "tiny"

SINGLE = {"$ref", "additionalProperties", "items", "not", "contains", "propertyNames"}
MANY = {"anyOf", "allOf", "oneOf"}
NAMED = {"properties", "definitions", "patternProperties"}
WORDS = {
    "$schema", "title", "description", "type", "enum", "const", "default", "required", "format", "pattern",
    "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength",
    "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties",
}  # fmt: skip
DRAFT_07 = SINGLE | MANY | NAMED | WORDS
"""The keywords of draft-07 that a schema of ours could use."""


def structs(type_: shape.Type, found: dict[str, shape.StructType]) -> dict[str, shape.StructType]:
    """Every struct that *type_* is made of, by name."""
    if isinstance(type_, shape.StructType):
        if type_.cls.__name__ in found:
            return found
        found[type_.cls.__name__] = type_
        inner = [field.type for field in type_.fields]
    else:
        names = ("type", "types", "item_type", "item_types", "key_type", "value_type")
        parts = [getattr(type_, name) for name in names if hasattr(type_, name)]
        inner = [part for some in parts for part in (some if isinstance(some, tuple) else (some,))]
    for part in inner:
        structs(part, found)
    return found


ALL_STRUCTS = structs(shape.multi_type_info(list(FILES.values()))[0], {})
for _type in shape.multi_type_info(list(FILES.values())):
    structs(_type, ALL_STRUCTS)


def subschemas(schema: Any) -> Iterator[dict[str, Any]]:
    """A JSON Schema and every schema in it."""
    if not isinstance(schema, dict):
        return
    yield schema
    for keyword, value in schema.items():
        inner = value.values() if keyword in NAMED else value if keyword in MANY else [value]
        for part in inner if keyword in NAMED | MANY | SINGLE else ():
            yield from subschemas(part)


def refusals(name: str, value: Any) -> list[str]:
    """What an editor would mark in *value*, plain data of the kind *name*."""
    return [error.message for error in Draft7Validator(json.loads(schemas()[name])).iter_errors(value)]


def plain(value: Any) -> Any:
    return json.loads(json.dumps(to_builtins(value)))


# ---------------------------------------------------------------------------- JSON Schema


def test_every_kind_of_file_has_a_schema() -> None:
    assert schemas().keys() == FILES.keys()
    assert len(FILES) == len(RECORD_KINDS)


@pytest.mark.parametrize("name", FILES)
def test_a_schema_is_json_and_draft_07(name: str) -> None:
    text = schemas()[name]
    schema = json.loads(text)
    Draft7Validator.check_schema(schema)
    assert text.endswith("}\n")
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert "$defs" not in text


@pytest.mark.parametrize("name", FILES)
def test_every_reference_of_a_schema_leads_to_one_of_its_definitions(name: str) -> None:
    schema = json.loads(schemas()[name])
    references = {part["$ref"] for part in subschemas(schema) if "$ref" in part}
    assert references <= {f"#/definitions/{defined}" for defined in schema["definitions"]}


@pytest.mark.parametrize("name", FILES)
def test_a_schema_allows_no_field_that_the_structs_do_not_have(name: str) -> None:
    for definition in json.loads(schemas()[name])["definitions"].values():
        if definition.get("type") == "object":
            assert definition["additionalProperties"] is False
            fields = ALL_STRUCTS[definition["title"]].fields
            assert list(definition["properties"]) == [field.name for field in fields]
            assert definition.get("required", []) == [field.name for field in fields if field.required]


@pytest.mark.parametrize("name", FILES)
def test_editors_see_every_description_of_a_field(name: str) -> None:
    for definition in json.loads(schemas()[name])["definitions"].values():
        if definition.get("type") != "object":
            continue
        assert definition["description"]
        for field in ALL_STRUCTS[definition["title"]].fields:
            if isinstance(field.type, shape.Metadata) and (field.type.extra_json_schema or {}).get("description"):
                said = field.type.extra_json_schema["description"]
                assert definition["properties"][field.name]["description"] == said


@pytest.mark.parametrize("name", FILES)
def test_a_schema_uses_no_keyword_that_draft_07_does_not_have(name: str) -> None:
    used = {keyword for part in subschemas(json.loads(schemas()[name])) for keyword in part}
    assert used - DRAFT_07 == set()


@pytest.mark.parametrize("name", [*RECORD_FILES, *TABLE_FILES])
def test_editors_accept_what_check_accepts(name: str) -> None:
    records = read_folder(TINY)[0].records(name)
    assert records
    for value in records.values() if name in RECORD_FILES else [records]:
        assert refusals(name, plain(value)) == []


@pytest.mark.parametrize("name", FILES)
def test_editors_mark_a_file_of_the_wrong_form(name: str) -> None:
    assert refusals(name, {"x": {"nonsense": 1}})
    assert refusals(name, [])


# ---------------------------------------------------------------------------- tables


def sections() -> dict[str, list[str]]:
    """The lines of each table, by the name of its struct."""
    found = {}
    for section in tables().split("### ")[1:]:
        name, *lines = section.splitlines()
        found[name] = lines
    return found


def test_every_struct_has_one_table() -> None:
    assert sections().keys() == ALL_STRUCTS.keys()
    assert tables().count("### ") == len(ALL_STRUCTS)


def test_a_table_says_what_a_struct_is_and_has_a_row_for_each_field() -> None:
    for name, lines in sections().items():
        rows = [line for line in lines if line.startswith("| `")]
        assert lines[1] == " ".join(str(ALL_STRUCTS[name].cls.__doc__).split())
        assert [row.split("`")[1] for row in rows] == [field.name for field in ALL_STRUCTS[name].fields]
        assert ["| yes |" in row for row in rows] == [field.required for field in ALL_STRUCTS[name].fields]
        assert all(row.replace("\\|", "").count("|") == 5 for row in rows)


@pytest.mark.parametrize(
    ("struct", "row"),
    [
        ("Role", "| `cluster` | id in clusters | yes |  |"),
        ("Role", "| `settings` | list of id in settings | yes |  |"),
        ("Role", "| `duties` | list of [Duty](#duty) | yes |  |"),
        ("Role", "| `place` | inside / edge / beyond | yes | Inside the field, at its edge, or beyond it. |"),
        ("Role", "| `entry` | [Entry](#entry) |  | The way in from outside; none: the only way is a move. |"),
        ("Move", "| `years` | [lowest, highest] | yes | Typical years in the first role before the move. |"),
        ("Adjustment", "| `by` | id: number -4 to 4 | yes | Points to add to a letter, on the scale from 1 to 7. |"),
        ("Facets", "| `people` | number 0 to 4 | yes | Contact with people all day. |"),
        ("Education", "| `rank` | whole number | yes | Order of the levels; a higher one includes the lower. |"),
        ("SkillGroup", "| `skills` | id: [Skill](#skill) | yes | Skills by id. |"),
        ("Resource", "| `free` | true / false |  | True if it costs nothing to use. |"),
    ],
)
def test_a_row_says_in_words_what_a_field_holds(struct: str, row: str) -> None:
    assert row in sections()[struct]


def test_every_link_between_tables_leads_to_one() -> None:
    anchors = {name.lower() for name in ALL_STRUCTS}
    links = {part.split(")")[0] for part in tables().split("](#")[1:]}
    assert links
    assert links <= anchors


# ---------------------------------------------------------------------------- writing


def test_the_tables_go_between_their_marks_and_nothing_else_changes() -> None:
    page = f"# Data\n\n{BEGIN}\nold\n{END}\n\nMore.\n"
    written = with_tables(page)
    assert written == f"# Data\n\n{BEGIN}\n{tables()}\n{END}\n\nMore.\n"
    assert with_tables(written) == written
    assert with_tables("no marks") == "no marks"


@pytest.mark.parametrize("times", [1, 2])
def test_schemas_and_tables_are_written_into_a_checkout(tmp_path: Path, times: int) -> None:
    page = tmp_path / "docs" / "data.md"
    page.parent.mkdir()
    page.write_text(f"{BEGIN}{END}", encoding="utf-8")
    for _ in range(times):
        write_schemas(tmp_path)
    assert page.read_text(encoding="utf-8") == f"{BEGIN}\n{tables()}\n{END}"
    assert {path.name for path in (tmp_path / "schema").iterdir()} == {f"{name}.json" for name in FILES}
    assert (tmp_path / "schema" / "roles.json").read_text(encoding="utf-8") == schemas()["roles"]


def meaning(schema: str) -> Any:
    """What *schema* means: without the names of keys, which msgspec gives from 0.23 on, and alternatives in order."""

    def normal(part: dict[str, Any]) -> dict[str, Any]:
        part.pop("propertyNames", None)
        if "anyOf" in part:
            part["anyOf"].sort(key=str)
        return part

    return json.loads(schema, object_hook=normal)


@pytest.mark.parametrize("name", FILES)
def test_the_schema_in_the_checkout_says_what_the_structs_say(name: str) -> None:
    written = (ROOT / "schema" / f"{name}.json").read_text(encoding="utf-8")
    assert meaning(written) == meaning(schemas()[name])


def test_the_checkout_has_no_obsolete_schema() -> None:
    assert {path.name for path in (ROOT / "schema").glob("*.json")} == {f"{name}.json" for name in FILES}


def test_the_field_tables_in_the_documentation_are_current() -> None:
    page = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
    assert BEGIN in page
    assert with_tables(page) == page
