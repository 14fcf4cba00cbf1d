"""Where a knowledge file belongs that is in a wrong place: told by the keys that it has, not only by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from msgspec import Struct
from msgspec import structs as struct_fields

from libcareer.errors import plural
from libcareer.knowledge.reading import LIST_FILES, RECORD_FILES, RECORD_KINDS, SINGLE_FILES, SINGULAR, TABLE_FILES
from libcareer.knowledge.spelling import fold, id_of
from libcareer.knowledge.yaml_nodes import Node, Refused, compose

if TYPE_CHECKING:
    from collections.abc import Sequence

TELLING = 0.75
"""The share of the keys of a record that must be fields of a kind for it to look like one."""

LEAST_KEYS = 2
"""The fewest keys that tell anything."""


class Look(Struct, frozen=True):
    """What a file looks like: the *kind* of its records, their *ids* if it is a table, and its *title* if any."""

    kind: str
    ids: tuple[str, ...]
    title: str


def look(name: str, data: bytes) -> Look | None:
    """What the file called *name* with these *data* looks like by its keys; None if that does not tell."""
    try:
        root = compose(name, data)
    except Refused:
        return None
    pairs = _pairs(root)
    for folder, (kind, _, field) in LIST_FILES.items():
        if field in pairs and (records := _pairs(pairs[field])) and pairs.keys() <= {"title", "track", field}:
            inner = _kind(list(records.values()), name)
            return Look(inner or kind, tuple(records), "") if inner in (None, kind, folder) else None
    if kind_ := _kind([root], name):
        return Look(kind_, (), _title(pairs))
    if kind_ := _kind(list(pairs.values()), name):
        return Look(kind_, tuple(pairs), "")
    return None


def belongs(name: str, found: Look) -> str:
    """A sentence that says what the file called *name* looks like, and where it belongs."""
    one = SINGULAR[found.kind]
    stem = id_of(name.rsplit("/", 1)[-1].rsplit(".", 1)[0])
    own = found.title if _generic(stem) and found.title else stem
    if found.kind in RECORD_FILES:
        if not found.ids:
            return f"This looks like a {one}: put it into {found.kind}/{id_of(own)}.yaml."
        first = f"{found.kind}/{id_of(found.ids[0])}.yaml"
        if len(found.ids) == 1:
            return f"This looks like a {one}: put it, without its id, into a file of its own, {first}."
        return f"This looks like {plural(one)}: put each, without its id, into a file of its own, such as {first}."
    folder = next((folder for folder, (kind, _, _) in LIST_FILES.items() if kind == found.kind), None)
    article = "an" if one[0] in "aeiou" else "a"
    what = f"{article} {one}" if len(found.ids) < 2 else plural(one)
    put = "it" if len(found.ids) < 2 else "them"
    where = f"{folder}/{'GROUP' if _generic(stem) else stem}.yaml" if folder else f"{found.kind}.yaml"
    key = "" if found.ids or found.kind in SINGLE_FILES else ", under a line with its id"
    return f"This looks like {what}: put {put} into {where}{key}."


def near_folder(name: str) -> str | None:
    """The folder of a kind that *name* means with other letters or in the singular, such as `Roles` or `role`."""
    folders = (*RECORD_FILES, *LIST_FILES)
    return next((folder for folder in folders if name != folder and fold(name) == fold(folder)), None)


def _kind(records: Sequence[Node], name: str) -> str | None:
    """The kind whose fields the keys of *records* are; None if there is none, or several and none is called *name*."""
    keys = [pairs.keys() for pairs in map(_pairs, records) if pairs]
    if not keys or len(keys) < len(records):
        return None
    scores: dict[str, tuple[float, int]] = {}
    for kind in RECORD_KINDS:
        known, needed = _fields(kind)
        share = min(sum(key in known for key in some) / len(some) for some in keys)
        has = sum(key in needed for key in keys[0])
        if share >= TELLING and min(len(some & known) for some in keys) >= LEAST_KEYS and 2 * has >= len(needed):
            scores[kind] = share, has - len(needed)
    best = [kind for kind, score in scores.items() if score == max(scores.values())]
    named = [kind for kind in best if fold(kind) == fold(name.rsplit("/", 1)[-1].rsplit(".", 1)[0])]
    return (named or best)[0] if len(named or best) == 1 else None


def _fields(kind: str) -> tuple[set[str], set[str]]:
    """The names of all fields of a *kind* of record, and of those that it must have."""
    fields = struct_fields.fields(_type(kind))
    return {field.name for field in fields}, {field.name for field in fields if field.required}


def _type(kind: str) -> Any:
    """The struct of a *kind* of record."""
    if kind in RECORD_FILES or kind in SINGLE_FILES:
        return (RECORD_FILES | SINGLE_FILES)[kind]
    if kind in TABLE_FILES:
        return get_args(TABLE_FILES[kind])[1]
    file, field = next((type_, field) for own, type_, field in LIST_FILES.values() if own == kind)
    records = next(one.type for one in struct_fields.fields(file) if one.name == field)
    return get_args(get_args(records)[0] if hasattr(records, "__metadata__") else records)[1]


def _pairs(node: Node) -> dict[str, Node]:
    return {key.value: value for key, value in node.value if key.kind == "scalar"} if node.kind == "mapping" else {}


def _title(pairs: dict[str, Node]) -> str:
    node = pairs.get("title")
    return str(node.value) if node and node.kind == "scalar" else ""


def _generic(stem: str) -> bool:
    """Whether the name of a file is that of a kind, or of none, and so no name for what is in it."""
    return not stem or fold(stem) in {fold(kind) for kind in (*RECORD_KINDS, "new", "draft", "untitled", "template")}
