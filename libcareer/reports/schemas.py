"""JSON Schemas of the JSON output, generated from the structs that the reports carry.

`python -m libcareer.reports.schemas` writes them into a source checkout, in schema/output/: one file for each
value of the field `command`. A test compares the files with the code, and the output with the files.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_type_hints

import msgspec
from msgspec import Struct
from msgspec import inspect as shape

from libcareer.engines.choosing.compare import Comparison
from libcareer.engines.choosing.map import CareerMap
from libcareer.engines.choosing.related import RelatedRoles
from libcareer.engines.choosing.tracks import Tracks
from libcareer.engines.choosing.worth_answer import Worth, WorthList
from libcareer.engines.lookup.about import About
from libcareer.engines.lookup.changes import ChangeList
from libcareer.engines.lookup.credentials import CredentialList, CredentialPage
from libcareer.engines.lookup.fields import FieldList, FieldPage
from libcareer.engines.lookup.occupations import OccupationList
from libcareer.engines.lookup.paid_role import PaidRolePage
from libcareer.engines.lookup.resources import Corrections, ResourceList
from libcareer.engines.lookup.roles import RoleList
from libcareer.engines.lookup.skills import SkillPage, Vocabulary
from libcareer.engines.lookup.sources import DisputeList, SourceList
from libcareer.engines.lssc.standing import SetLine, Standing
from libcareer.engines.paths.circumstances import Circumstances
from libcareer.engines.paths.path import Path as CareerPath
from libcareer.engines.paths.plan import PlanPage
from libcareer.engines.paths.planb import PlanB
from libcareer.engines.quiz.classroom import ClassSummary
from libcareer.engines.quiz.person import LimitsPage, PersonPage
from libcareer.engines.quiz.retake import RetakeChanges
from libcareer.engines.words.documents.match import Match
from libcareer.engines.words.titles.title import TitleAnswer
from libcareer.engines.words.translation.employers import BackTranslation
from libcareer.engines.words.translation.roles import RoleTranslation
from libcareer.engines.words.translation.translation import Translation
from libcareer.knowledge import disk
from libcareer.reports.about import VersionData
from libcareer.reports.ask import Asked
from libcareer.reports.check import CheckData
from libcareer.reports.classroom import PaperSheet
from libcareer.reports.dossier import Dossier
from libcareer.reports.for_you import FOR_YOU, TAKE_ANYONE
from libcareer.reports.help import CommandHelp
from libcareer.reports.new import NewRecord
from libcareer.reports.one_role import FitData
from libcareer.reports.page.blocks import Link
from libcareer.reports.page.formats import OUTPUT_SCHEMA
from libcareer.reports.publish import Published
from libcareer.reports.quiz import QuizData
from libcareer.reports.search import FoundPages


class Removed(Struct, frozen=True):
    """The names of the files that were removed."""

    removed: tuple[str, ...]


OUTPUT: dict[str, tuple[type[Struct], ...]] = {
    "quiz": (QuizData, PaperSheet),
    "fit": (FitData,),
    "roles": (RoleList,),
    "show": (PaidRolePage,),
    "path": (CareerPath,),
    "compare": (Comparison,),
    "related": (RelatedRoles,),
    "map": (CareerMap,),
    "planb": (PlanB,),
    "translate": (Translation, RoleTranslation, BackTranslation),
    "worth": (Worth, WorthList),
    "tracks": (Tracks,),
    "plan": (PlanPage,),
    "lssc": (Standing, SetLine),
    "me": (PersonPage, LimitsPage, RetakeChanges),
    "report": (Dossier,),
    "forget": (Removed,),
    "class": (ClassSummary,),
    "skills": (Vocabulary, SkillPage),
    "credentials": (CredentialList, CredentialPage),
    "resources": (ResourceList, Corrections),
    "network": (FieldList, FieldPage),
    "sources": (SourceList,),
    "disputes": (DisputeList,),
    "changes": (ChangeList,),
    "occupations": (OccupationList,),
    "match": (Match,),
    "title": (TitleAnswer,),
    "ask": (Asked,),
    "search": (FoundPages,),
    "publish": (Published,),
    "check": (CheckData,),
    "new": (NewRecord,),
    "version": (VersionData, About),
    "help": (CommandHelp,),
}
"""The structs that the output of each command can be made of, by the value of its field `command`."""

FILTER = {"description": "A filter as it is typed.", "type": "string"}
"""Filters are structs in the engines and words in the output."""

LINKS = {"description": "The pages that the answer leads to, if there are any.", "type": "array"}
"""Links are read from the blocks of a report, whatever its struct."""


def output_schemas() -> dict[str, str]:
    """The JSON Schema of the output of each command, as text, by the value of its field `command`."""
    return {name: json.dumps(_schema(name), indent=2) + "\n" for name in OUTPUT}


def _schema(command: str) -> dict[str, Any]:
    """The schema of the output of *command*: one of its structs, with the fields that every output has or may have."""
    types = tuple(form for type_ in OUTPUT[command] for form in _forms(type_))
    used = (*types, Circumstances) if command in TAKE_ANYONE else types
    (*forms, link), parts = msgspec.json.schema_components((*used, Link), ref_template="#/$defs/{name}")
    forms = forms[: len(types)]
    omitting = {name for type_ in (*used, Link) for name in _omitting(shape.type_info(type_), set())}
    parts = {name: FILTER if name == "Filter" else _closed(name, part, omitting) for name, part in parts.items()}
    shared = {"schema": {"const": OUTPUT_SCHEMA}, "command": {"const": command}}
    kept = {FOR_YOU: {"$ref": "#/$defs/Circumstances"}} if command in TAKE_ANYONE else {}
    whole = []
    for name in (form["$ref"].rpartition("/")[2] for form in forms):
        part = parts[name]
        required = [*shared, *part["required"]]
        properties = {**shared, **kept, **part["properties"], "links": {**LINKS, "items": link}}
        whole.append({**part, "properties": properties, "required": required})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **(whole[0] if len(whole) == 1 else {"anyOf": whole}),
        "title": f"The JSON output of libcareer: {command}",
        "$defs": {name: parts[name] for name in _used(whole, parts)},
    }


def _used(forms: list[dict[str, Any]], parts: dict[str, Any]) -> list[str]:
    """The names of those *parts* that the *forms* refer to, directly or through others."""
    used: list[str] = []
    waiting: list[Any] = [forms]
    while waiting:
        for name in re.findall(r'"#/\$defs/([^"]+)"', json.dumps(waiting.pop())):
            if name not in used:
                used.append(name)
                waiting.append(parts[name])
    return used


def _forms(type_: type[Struct]) -> list[type[Struct]]:
    """*type_*, or a struct for each alternative of a field that can be one of several structs.

    msgspec describes only types that it could read again, and so no such field.
    """
    hints = get_type_hints(type_, include_extras=True)
    for name, hint in hints.items():
        choices = [one for one in get_args(hint) if isinstance(one, type) and issubclass(one, Struct)]
        if isinstance(hint, UnionType) and len(choices) > 1:
            others = [one for one in get_args(hint) if one not in choices]
            variants = {one: Union[(one, *others)] for one in choices}
            return [
                msgspec.defstruct(
                    f"{type_.__name__}With{one.__name__}",
                    [(field, variant if field == name else hints[field]) for field in type_.__struct_fields__],
                    namespace={"__doc__": type_.__doc__},
                )
                for one, variant in variants.items()
            ]
    return [type_]


def _closed(name: str, part: dict[str, Any], omitting: set[str]) -> dict[str, Any]:
    """*part* without room for other fields; every field is there unless its struct leaves out defaults."""
    if "properties" not in part:
        return part
    required = part.get("required", []) if name in omitting else list(part["properties"])
    return {**part, "required": required, "additionalProperties": False}


def _omitting(type_: shape.Type, seen: set[type]) -> set[str]:
    """The names of the structs in *type_* that leave out fields with default values."""
    found: set[str] = set()
    if isinstance(type_, shape.StructType):
        if type_.cls in seen:
            return found
        seen.add(type_.cls)
        if type_.cls.__struct_config__.omit_defaults:
            found.add(type_.cls.__name__)
        inner = [field.type for field in type_.fields]
    else:
        names = ("type", "types", "item_type", "item_types", "key_type", "value_type")
        parts = [getattr(type_, name) for name in names if hasattr(type_, name)]
        inner = [part for some in parts for part in (some if isinstance(some, tuple) else (some,))]
    return found.union(*(_omitting(part, seen) for part in inner))


def write_output_schemas(root: Path) -> None:
    """Write the schemas into the source checkout at *root*."""
    folder = root / "schema" / "output"
    disk.make_folder(folder, private=False)
    for name, text in output_schemas().items():
        disk.replace_file(folder / f"{name}.json", text.encode(), private=False)


if __name__ == "__main__":
    write_output_schemas(Path(__file__).parents[2])
