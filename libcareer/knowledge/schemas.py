"""JSON Schemas for editors and field tables for readers, generated from the structs of `model`.

`python -m libcareer.knowledge.schemas` writes both into a source checkout: the files in schema/ and the
tables in docs/data.md. A test compares them with the code.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import msgspec
from msgspec import inspect as shape

from libcareer.knowledge import disk
from libcareer.knowledge.reading import LIST_FILES, RECORD_FILES, SINGLE_FILES, TABLE_FILES

FILES: dict[str, Any] = {
    **RECORD_FILES,
    **{folder: type_ for folder, (_, type_, _) in LIST_FILES.items()},
    **TABLE_FILES,
    **SINGLE_FILES,
}
"""The type of each kind of knowledge file, by the name of its folder or file."""

LARGEST_DOCUMENT = 1_000_000
"""Bytes of the page with the tables."""

BEGIN, END = "<!-- fields: begin -->", "<!-- fields: end -->"


def schemas() -> dict[str, str]:
    """The JSON Schema of each kind of knowledge file, as text, by the name of its folder or file."""
    return {name: json.dumps(_closed(msgspec.json.schema(type_)), indent=2) + "\n" for name, type_ in FILES.items()}


def _closed(schema: dict[str, Any]) -> dict[str, Any]:
    """*schema* as draft 7, the dialect that editors support."""
    text = json.dumps(schema).replace("#/$defs/", "#/definitions/")
    closed = json.loads(text, object_hook=_ranges_as_draft_07)
    closed["definitions"] = closed.pop("$defs", {})
    return {"$schema": "http://json-schema.org/draft-07/schema#", **closed}


def _ranges_as_draft_07(part: dict[str, Any]) -> dict[str, Any]:
    """A list of fixed length in the form of draft 7."""
    if "prefixItems" in part:
        part["items"] = part.pop("prefixItems")
    return part


def tables() -> str:
    """The fields of every struct as Markdown tables, in the order in which the files use the structs."""
    structs: dict[str, shape.StructType] = {}
    for type_ in FILES.values():
        _collect(shape.type_info(type_), structs)
    return "\n".join(_table(name, struct) for name, struct in structs.items())


def _collect(type_: shape.Type, structs: dict[str, shape.StructType]) -> None:
    match type_:
        case shape.StructType(cls=cls, fields=fields):
            if cls.__name__ not in structs:
                structs[cls.__name__] = type_
                for field in fields:
                    _collect(field.type, structs)
        case shape.Metadata(type=inner):
            _collect(inner, structs)
        case shape.UnionType(types=types):
            for inner in types:
                _collect(inner, structs)
        case shape.DictType(value_type=value):
            _collect(value, structs)
        case shape.VarTupleType(item_type=item):
            _collect(item, structs)


def _table(name: str, struct: shape.StructType) -> str:
    summary = " ".join((struct.cls.__doc__ or "").split())
    lines = [f"### {name}", "", summary, "", "| field | holds | must | says |", "|---|---|---|---|"]
    for field in struct.fields:
        must = "yes" if field.required else ""
        lines.append(f"| `{field.name}` | {_holds(field.type)} | {must} | {_description(field.type)} |")
    return "\n".join([*lines, ""])


def _description(type_: shape.Type) -> str:
    if isinstance(type_, shape.Metadata):
        said = (type_.extra_json_schema or {}).get("description", "")
        return said.replace("|", "\\|") or _description(type_.type)
    return ""


def _holds(type_: shape.Type) -> str:
    """The type of a field, in words."""
    match type_:
        case shape.Metadata(type=inner, extra=extra):
            return f"id in {extra['refers']}" if extra and "refers" in extra else _holds(inner)
        case shape.UnionType(types=types):
            return _holds(next(inner for inner in types if not isinstance(inner, shape.NoneType)))
        case shape.StructType(cls=cls):
            return f"[{cls.__name__}](#{cls.__name__.lower()})"
        case shape.EnumType(cls=cls):
            return " / ".join(str(member.value) for member in cls)
        case shape.VarTupleType(item_type=item):
            return f"list of {_holds(item)}"
        case shape.TupleType():
            return "[lowest, highest]"
        case shape.DictType(value_type=value):
            return f"id: {_holds(value)}"
        case shape.IntType(ge=low, le=high):
            return "whole number" + (f" {low} to {high}" if high is not None else "")
        case shape.FloatType(ge=low, le=high):
            return "number" + (f" {low} to {high}" if high is not None else "")
        case shape.BoolType():
            return "true / false"
        case _:
            return "text"


def with_tables(document: str) -> str:
    """*document* with the current field tables between its two marks."""
    pattern = re.compile(f"{re.escape(BEGIN)}.*{re.escape(END)}", re.DOTALL)
    return pattern.sub(lambda _: f"{BEGIN}\n{tables()}\n{END}", document)


def write_schemas(root: Path) -> None:
    """Write the schemas and tables into the source checkout at *root*."""
    folder = root / "schema"
    disk.make_folder(folder, private=False)
    for name, text in schemas().items():
        disk.replace_file(folder / f"{name}.json", text.encode(), private=False)
    page = root / "docs" / "data.md"
    document = disk.read_file(page, LARGEST_DOCUMENT).decode()
    disk.replace_file(page, with_tables(document).encode(), private=False)


if __name__ == "__main__":
    write_schemas(Path(__file__).parents[2])
