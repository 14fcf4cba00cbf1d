"""New records of contributors: whether an id is free, in which file a record belongs, and writing it there."""

from __future__ import annotations

import errno
import os
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.errors import LibcareerError, UnknownName, either, short
from libcareer.knowledge import disk
from libcareer.knowledge.decoding import nearest
from libcareer.knowledge.enums import NewKind, ResourceKind
from libcareer.knowledge.folders import BUILT_IN, CHECKOUT, in_checkout, stands_alone
from libcareer.knowledge.nearness import nearest_records
from libcareer.knowledge.reading import ID, RECORD_FILES, Knowledge, file_kind, read_folder
from libcareer.knowledge.skeletons import scalar, skeleton
from libcareer.knowledge.spelling import fold, id_of
from libcareer.knowledge.yaml_nodes import LARGEST_FILE, Node, Refused, compose

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SMALL_WORDS = frozenset(
    ["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"]
)
"""Words that a title in capitals leaves in lower case."""

NAMED = {NewKind.ROLE: "title", NewKind.SKILL: "title", NewKind.CREDENTIAL: "title", NewKind.RESOURCE: "title"}
"""The fields that are made of the id; not the words of a question, nor the titles of sources and changes."""

TITLED = {**NAMED, NewKind.QUESTION: "question", NewKind.SOURCE: "title", NewKind.CHANGE: "title"}
"""The field that a title given by a person fills in."""

MOST_FREE = 3
"""The free ids that are offered for one that is taken."""


class Addition(Struct, frozen=True):
    """A record to be added: the file at *path* gets these *data*; *new* if there is no such file yet.

    *text* is what is added: the whole of a new file, or the lines at the end of one.
    """

    path: Path
    data: bytes
    text: str
    new: bool


def home(folder: Path | None) -> Path:
    """The folder that new records go to: *folder*, or the built-in one in a copy of the repository.

    Raises LibcareerError if the program is installed and no folder is named.
    """
    if folder is None and not in_checkout():
        raise LibcareerError("Say where the record should go: name a folder of your own with --data FOLDER.")
    return folder or BUILT_IN


def knowledge_of(folder: Path) -> Knowledge:
    """All that is known where *folder* is used, whether or not its files have problems.

    Raises LibcareerError if it is no folder, or too large to be one of knowledge.
    """
    own = read_folder(folder)[0] if folder.exists() else Knowledge()
    if folder.resolve() == BUILT_IN.resolve() or stands_alone(folder):
        return own
    return own.over(read_folder(BUILT_IN)[0])


# ---------------------------------------------------------------------------- names


def title_of(kind: NewKind, id_: str) -> str:
    """The title that the *id_* of a new record suggests: of a skill "Copy cataloging", of others "Library Page"."""
    words = id_.split("-")
    if kind is NewKind.SKILL:
        return " ".join(words).capitalize()
    return " ".join(word if at and word in SMALL_WORDS else word.capitalize() for at, word in enumerate(words))


def refuse_unfit(kind: NewKind, id_: str) -> None:
    """Raise LibcareerError if *id_* cannot be the id of a record, with the nearest one that can."""
    if not ID.fullmatch(id_):
        right = id_of(id_)
        meant = f" Did you mean '{right}'?" if right else ""
        raise LibcareerError(f"'{short(id_)}' cannot be the id of a {kind.value}: use words-joined-by-hyphens.{meant}")


def refuse_taken(knowledge: Knowledge, kind: NewKind, id_: str, title: str, folder: Path) -> None:
    """Raise LibcareerError if a record has the *id_* already, or a role or skill the *title* as its own.

    The error says where that record is, and which ids are free.
    """
    records = knowledge.entries[_kind(kind)]
    free = f"Free are {either(_free(knowledge, kind, id_))}."
    if id_ in records or id_ in knowledge.named[_kind(kind)]:
        place = f" in {_place(knowledge, kind, id_, folder)}" if id_ in records else ""
        raise LibcareerError(f"There is a {kind.value} '{id_}' already{place}. {free}")
    if kind in (NewKind.ROLE, NewKind.SKILL):
        for other, entry in records.items():
            if {fold(other), fold(entry.value.title)} & {fold(id_), fold(title)}:
                place = _place(knowledge, kind, other, folder)
                raise LibcareerError(f"The {kind.value} '{other}' in {place} is called '{entry.value.title}'. {free}")


def namesake(knowledge: Knowledge, kind: NewKind, id_: str, folder: Path) -> str | None:
    """A sentence on the role or skill that has the title of the new record *id_* among its other names, if one has."""
    if kind not in (NewKind.ROLE, NewKind.SKILL):
        return None
    for other, entry in knowledge.entries[_kind(kind)].items():
        for name in entry.value.aliases:
            if fold(name) == fold(title_of(kind, id_)):
                place = _place(knowledge, kind, other, folder)
                return (
                    f"'{name}' is another name of the {kind.value} '{other}' in {place}. Look there first; if they "
                    f"differ, take the name away there, or give yours another title."
                )
    return None


def _place(knowledge: Knowledge, kind: NewKind, id_: str, folder: Path) -> str:
    """The file and line of a record, as an editor opens them."""
    location = knowledge.entries[_kind(kind)][id_].location()
    around = folder if (folder / location.file).exists() else BUILT_IN
    return f"{shown(around / location.file)}:{location.line}"


def _free(knowledge: Knowledge, kind: NewKind, id_: str) -> list[str]:
    """Ids like *id_* that no record has: with a kind of employer before that of a role, or else a number behind it."""
    entry = knowledge.entries[_kind(kind)].get(id_)
    settings = entry.value.settings if entry and kind is NewKind.ROLE else ()
    offered = [f"{setting}-{id_}" for setting in settings] + [f"{id_}-{number}" for number in range(2, 100)]
    titles = {fold(name) for other in knowledge.entries[_kind(kind)].values() for name in _names(other.id, other.value)}
    return [one for one in offered if fold(one) not in titles and one not in knowledge.named[_kind(kind)]][:MOST_FREE]


def _names(id_: str, record: object) -> tuple[str, ...]:
    return (id_, getattr(record, "title", ""), *getattr(record, "aliases", ()))


def _kind(kind: NewKind) -> str:
    return f"{kind.value}s"


def shown(path: Path) -> str:
    """*path* as a person at the current folder would type it."""
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)


# ---------------------------------------------------------------------------- files


def group_named(knowledge: Knowledge, group: str | None, title: str) -> str:
    """The id of the *group* for a skill with this *title*; any may be new where there is none yet.

    Raises LibcareerError if no group is given, and UnknownName if there is no such group, with the nearest.
    """
    groups = knowledge.groups
    if group is None:
        near = nearest_records(knowledge, "skills", title)
        held = list(dict.fromkeys(knowledge.entries["skills"][id_].group for id_ in near))
        best = f"; nearest are {', '.join(held)}" if held else ""
        known = f" with one of {', '.join(groups)}{best}" if groups else " and a new id"
        raise LibcareerError(f"Say to which group the skill belongs: --group{known}.")
    if groups and group not in groups:
        alike = nearest(group, groups)
        raise UnknownName("group of skills", group, [alike] if alike else [], () if alike else tuple(groups))
    if not groups:
        refuse_unfit(NewKind.SKILL, group)
    return group


def resource_file(knowledge: Knowledge, kind: ResourceKind) -> str:
    """The name, without its ending, of the file that has most of the resources of a *kind*."""
    entries = knowledge.entries["resources"].values()
    held = Counter(entry.group for entry in entries if entry.value.kind is kind)
    return held.most_common(1)[0][0] if held else kind.value


def addition(
    knowledge: Knowledge,
    folder: Path,
    kind: NewKind,
    id_: str,
    title: str | None = None,
    group: str | None = None,
    resource_kind: ResourceKind | None = None,
) -> Addition:
    """The new record *id_* of a *kind* and the file in *folder* to which it belongs; nothing is written.

    *title* is made of the id if it is None. A skill needs its *group*, a resource its *resource_kind*.
    Raises LibcareerError for an id that is unfit or taken, and if the file cannot be added to.
    """
    refuse_unfit(kind, id_)
    refuse_taken(knowledge, kind, id_, title or title_of(kind, id_), folder)
    values: dict[str, str] = {}
    if title or kind in NAMED:
        values[TITLED[kind]] = title or title_of(kind, id_)
    match kind:
        case NewKind.SKILL:
            group = group_named(knowledge, group, title or title_of(kind, id_))
            name = f"skills/{group}.yaml"
        case NewKind.RESOURCE:
            if resource_kind is None:
                raise LibcareerError(f"Say what it is: --kind with one of {', '.join(ResourceKind)}.")
            name = f"resources/{resource_file(knowledge, resource_kind)}.yaml"
            values["kind"] = resource_kind.value
        case NewKind.ROLE | NewKind.CREDENTIAL:
            name = f"{_kind(kind)}/{id_}.yaml"
        case _:
            name = f"{_kind(kind)}.yaml"
    path = folder / name
    made = skeleton(knowledge, _kind(kind), id_, values, schema_address(path, _kind(kind)))
    if not os.path.lexists(path):
        head = made.head
        if kind is NewKind.SKILL and group in knowledge.groups:
            head = re.sub(r"(?m)^title: .*", lambda _: f"title: {scalar(knowledge.groups[str(group)])}", head)
        return Addition(path, (head + made.lines).encode(), head + made.lines, new=True)
    if _kind(kind) in RECORD_FILES:
        raise LibcareerError(f"There is a file {shown(path)} already. Free are {either(_free(knowledge, kind, id_))}.")
    return Addition(path, _appended(path, name, made.lines, _kind(kind), id_), made.lines, new=False)


def schema_address(path: Path, kind: str) -> str | None:
    """The address of the JSON Schema of a *kind* of file, as an editor reads it in the file at *path*; None: no schema.

    Only a copy of the repository has the schemas. In it the address is relative, so that it holds in every copy.
    """
    schema = CHECKOUT / "schema" / f"{kind}.json"
    if not in_checkout() or not schema.is_file():
        return None
    if path.resolve().is_relative_to(CHECKOUT.resolve()):
        return Path(os.path.relpath(schema.resolve(), path.resolve().parent)).as_posix()
    return schema.resolve().as_uri()


def _appended(path: Path, name: str, lines: str, kind: str, id_: str) -> bytes:
    """The bytes of the file at *path* with the *lines* of the record *id_* behind them.

    Raises LibcareerError if the file cannot be read, or if a record at its end would not be one of its records.
    """
    try:
        data = disk.read_file(path, LARGEST_FILE)
    except OSError as error:
        raise LibcareerError(f"{shown(path)} cannot be read: {error.strerror}.") from None
    end = b"\r\n" if b"\r\n" in data else b"\n"
    between = b"" if not data or data.endswith(b"\n") else end
    whole = data + between + lines.encode().replace(b"\n", end)
    _refuse_broken(path, name, data)
    try:
        keys = _keys(compose(name, whole), [kind] if file_kind((name,)) is None else [])
    except Refused:
        keys = set()
    if id_ not in keys:
        raise LibcareerError(f"{shown(path)} does not end with its {kind}: move them to its end, where new ones go.")
    return whole


def _refuse_broken(path: Path, name: str, data: bytes) -> None:
    """Raise LibcareerError if *data*, those of the file at *path*, are no YAML; a file of comments may be added to."""
    if all(line.lstrip().startswith(b"#") for line in data.splitlines() if line.strip()):
        return
    try:
        compose(name, data)
    except Refused as refused:
        problem = refused.problem
        message = f"{shown(path)} has a problem in line {problem.line}: {problem.message}"
        raise LibcareerError(f"{message} Correct it first; `libcareer check` says more.") from None


def _keys(node: Node, inside: Iterable[str]) -> set[str]:
    """The keys of the part of *node* that is *inside* these fields."""
    for name in inside:
        pairs: Mapping[str, Node] = {key.value: value for key, value in node.value} if node.kind == "mapping" else {}
        node = pairs.get(name, Node("scalar", "", node.location))
    return {key.value for key, _ in node.value} if node.kind == "mapping" else set()


def write_addition(new: Addition) -> None:
    """Write an addition: the whole file is there afterwards, or it is as before. Nothing is overwritten.

    Raises LibcareerError if the file cannot be written, or exists by now although it was new.
    """
    try:
        disk.make_folder(new.path.parent, private=False)
        if new.new:
            disk.new_file(new.path, new.data)
        else:
            disk.replace_file(new.path, new.data, private=False)
    except OSError as error:
        reason = "it exists already" if error.errno == errno.EEXIST else error.strerror
        raise LibcareerError(f"{shown(new.path)} cannot be written: {reason}.") from None
