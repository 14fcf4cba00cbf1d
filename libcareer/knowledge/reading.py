"""Reading folders of knowledge: which file has which records, merging of folders, and dangling references.

The records of a folder that does not stand alone (see `folders`) are added to the built-in ones; a record
with the id of a built-in one replaces it.
"""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field, structs

from libcareer.errors import BadData, LibcareerError, Problem, short
from libcareer.knowledge import disk
from libcareer.knowledge.decoding import MOST_PROBLEMS, Decoded, FieldPath, Reference, decode, nearest
from libcareer.knowledge.enums import Place
from libcareer.knowledge.figures import bad_references, filled
from libcareer.knowledge.folders import BUILT_IN, KIND_FOLDERS, STANDALONE, knowledge_files, stands_alone
from libcareer.knowledge.model.changes import Change
from libcareer.knowledge.model.countries import Country
from libcareer.knowledge.model.credentials import CompetencySet, Credential
from libcareer.knowledge.model.fields import Field
from libcareer.knowledge.model.findings import Dispute, Outdated
from libcareer.knowledge.model.occupations import Occupation
from libcareer.knowledge.model.pack import Pack
from libcareer.knowledge.model.questions import Question, Synonym, Unanswered
from libcareer.knowledge.model.quiz import ItemFile
from libcareer.knowledge.model.resources import ResourceFile
from libcareer.knowledge.model.roles import Role
from libcareer.knowledge.model.terms import Education, Setting, SkillGroup, Source, Term
from libcareer.knowledge.model.titles import Function, Level, Namesake
from libcareer.knowledge.model.translations import Translation
from libcareer.knowledge.model.vocabulary import Vocabulary
from libcareer.knowledge.suggestions import suggestion
from libcareer.knowledge.yaml_nodes import LARGEST_FILE, Location

if TYPE_CHECKING:
    from collections.abc import Iterator

RECORD_FILES: dict[str, Any] = {"roles": Role, "credentials": Credential}
"""Kinds with one record per file, in a folder of that name; the file's name is the id. The type of a record."""

LIST_FILES: dict[str, tuple[str, Any, str]] = {
    "skills": ("skills", SkillGroup, "skills"),
    "resources": ("resources", ResourceFile, "resources"),
    "quiz": ("items", ItemFile, "items"),
}
"""Folders whose files have many records each: the kind, the type of a file, and its field with the records."""

TABLE_FILES: dict[str, Any] = {
    "clusters": dict[str, Term],
    "sectors": dict[str, Term],
    "settings": dict[str, Setting],
    "education": dict[str, Education],
    "occupations": dict[str, Occupation],
    "sources": dict[str, Source],
    "fields": dict[str, Field],
    "disputes": dict[str, Dispute],
    "outdated": dict[str, Outdated],
    "changes": dict[str, Change],
    "questions": dict[str, Question],
    "translations": dict[str, Translation],
    "lssc": dict[str, CompetencySet],
    "levels": dict[str, Level],
    "functions": dict[str, Function],
    "namesakes": dict[str, Namesake],
    "countries": dict[str, Country],
    "abroad": dict[str, Term],
    "synonyms": dict[str, Synonym],
    "unanswered": dict[str, Unanswered],
}
"""Kinds with all records in one file of that name: its type, a map of id to record."""

SINGLE_FILES: dict[str, Any] = {"pack": Pack, "vocabulary": Vocabulary}
"""Kinds with one record, in one file of that name; the kind is the id as well. The type of the record."""

RECORD_KINDS = (*RECORD_FILES, *(kind for kind, _, _ in LIST_FILES.values()), *TABLE_FILES, *SINGLE_FILES)

ID = re.compile(r"(?=.{1,100}$)[a-z0-9]+(-[a-z0-9]+)*")
OCCUPATION_CODE = re.compile(r"(?=.*[0-9])[0-9A-Z]{1,10}([-./][0-9A-Z]{1,10}){0,3}")
"""A code of any classification. ASCII only, as ids: letters and digits of other scripts can look the same."""

LARGEST_FOLDER = 50_000_000
"""Bytes of all files in a folder: thirty times those of the built-in files."""

FULLEST_FOLDER = 2_000_000
"""Values in all files of a folder: fifty times the built-in ones. A thousand take half a megabyte of memory."""

NOT_READ = "libcareer does not read this file."

SINGULAR = {
    "roles": "role",
    "credentials": "credential",
    "skills": "skill",
    "resources": "resource",
    "items": "quiz item",
    "clusters": "cluster",
    "settings": "setting",
    "sectors": "sector",
    "education": "level of education",
    "occupations": "occupation",
    "sources": "source",
    "fields": "field",
    "disputes": "dispute",
    "outdated": "outdated fact",
    "changes": "change",
    "questions": "question",
    "translations": "translation",
    "lssc": "competency set",
    "levels": "level",
    "functions": "function",
    "namesakes": "namesake",
    "countries": "country",
    "abroad": "country that people name",
    "synonyms": "synonym",
    "unanswered": "unanswered topic",
    "pack": "profession file",
    "vocabulary": "vocabulary",
}
"""What one record of a kind is called."""


class LocatedRecord(Struct):
    """A record with the locations of its parts; *group* names its file where files have many records."""

    id: str
    value: Any
    locations: dict[FieldPath, Location]
    group: str = ""

    def location(self, path: FieldPath = ()) -> Location:
        """The location of the part at *path*, or else of the nearest part around it."""
        while path and path not in self.locations:
            path = path[:-1]
        return self.locations[path]


class Knowledge(Struct):
    """All records of one or more folders, the titles and tracks of the skill groups, and all references.

    *named* are the ids of records with problems, and *unread* the kinds with a file that could not be
    read: a reference to one of those is not reported as dangling. *partly* has what could be read of records
    with problems, with UNREAD in the place of the rest. *size* (in bytes) and the number of *values* are those
    of the files that were read.
    """

    entries: dict[str, dict[str, LocatedRecord]] = field(default_factory=lambda: {kind: {} for kind in RECORD_KINDS})
    groups: dict[str, str] = field(default_factory=dict)
    references: list[Reference] = field(default_factory=list)
    named: dict[str, set[str]] = field(default_factory=lambda: {kind: set() for kind in RECORD_KINDS})
    unread: set[str] = field(default_factory=set)
    tracks: dict[str, Place] = field(default_factory=dict)
    partly: dict[str, dict[str, LocatedRecord]] = field(default_factory=lambda: {kind: {} for kind in RECORD_KINDS})
    size: int = 0
    values: int = 0

    def records(self, kind: str) -> dict[str, Any]:
        """The records of a *kind* by id."""
        return {id_: entry.value for id_, entry in self.entries[kind].items()}

    def misses(self, kind: str) -> bool:
        """Whether a record of a *kind* has problems or could not be read, so that it is not among the entries."""
        return kind in self.unread or bool(self.partly[kind] or self.named[kind] - self.entries[kind].keys())

    def problem(self, kind: str, id_: str, path: FieldPath, message: str) -> Problem:
        """A problem with the part at *path* of the record *id_* of a *kind*."""
        return self.entries[kind][id_].location(path).problem(message)

    def filled(self) -> Knowledge:
        """The same knowledge with the figures of its occupations filled into all texts.

        Occupations without a currency of their own have that of the pack.
        """
        pack = self.records("pack").get("pack")
        currency = pack.currency if pack else None
        occupations = {
            id_: structs.replace(record, currency=record.currency or currency)
            for id_, record in self.records("occupations").items()
        }
        entries = {
            kind: {
                id_: structs.replace(
                    entry, value=filled(occupations[id_] if kind == "occupations" else entry.value, occupations)
                )
                for id_, entry in some.items()
            }
            for kind, some in self.entries.items()
        }
        return structs.replace(self, entries=entries)

    def over(self, base: Knowledge) -> Knowledge:
        """These records laid over those of *base*: of two records with one id, the one in *base* is dropped."""
        return Knowledge(
            {kind: {**base.entries[kind], **self.entries[kind]} for kind in RECORD_KINDS},
            {**base.groups, **self.groups},
            base.references + self.references,
            {kind: base.named[kind] | self.named[kind] for kind in RECORD_KINDS},
            base.unread | self.unread,
            {**base.tracks, **self.tracks},
            {kind: {**base.partly[kind], **self.partly[kind]} for kind in RECORD_KINDS},
        )


def read_folder(folder: Path) -> tuple[Knowledge, list[Problem]]:
    """The knowledge in *folder*, without the records that have problems, and those problems.

    Raises LibcareerError if there is no such folder, or if it is too large to be a folder of knowledge.
    """
    if not folder.is_dir():
        raise LibcareerError(f"'{folder}' is not a folder of knowledge files.")
    knowledge = Knowledge()
    problems: list[Problem] = []
    for path in knowledge_files(folder):
        problems += _read_file(knowledge, folder, path)
        if knowledge.size > LARGEST_FOLDER or knowledge.values > FULLEST_FOLDER:
            raise LibcareerError(
                f"'{folder}' contains more than {LARGEST_FOLDER:,} bytes or {FULLEST_FOLDER:,} values, "
                "too many for a folder of knowledge."
            )
        if len(problems) > 2 * MOST_PROBLEMS:
            name = path.relative_to(folder).as_posix()
            problems.append(Problem(name, 1, 1, "too many problems; the files after this one are not read."))
            knowledge.unread.update(RECORD_KINDS)
            break
    return knowledge, problems


def read_merged(folder: Path | None) -> Knowledge:
    """The built-in knowledge, or *folder* laid over it, or *folder* alone if it stands alone.

    Raises BadData with every problem of every file.
    """
    knowledge, problems = read_folder(folder or BUILT_IN)
    if folder and not stands_alone(folder):
        base, base_problems = read_folder(BUILT_IN)
        knowledge, problems = knowledge.over(base), base_problems + problems
    problems += [*dangling(knowledge), *bad_references(knowledge.entries)]
    if problems:
        raise BadData(sorted(problems))
    return knowledge if knowledge.entries["items"] else _with_borrowed_items(knowledge)


def _with_borrowed_items(knowledge: Knowledge) -> Knowledge:
    """*knowledge* with the quiz items of the built-in bank that are not about its field, without their skills."""
    bank = Knowledge()
    for path in sorted((BUILT_IN / "quiz").glob("*.yaml")):
        _read_file(bank, BUILT_IN, path)
    general = {
        id_: structs.replace(entry, value=structs.replace(entry.value, skills=()))
        for id_, entry in bank.entries["items"].items()
        if not entry.value.own
    }
    return structs.replace(knowledge, entries={**knowledge.entries, "items": general})


def _read_file(knowledge: Knowledge, folder: Path, path: Path) -> list[Problem]:
    name = path.relative_to(folder).as_posix()
    parts = path.relative_to(folder).parts
    kind = file_kind(parts)
    if name == STANDALONE:
        return []
    if name in KIND_FOLDERS and path.is_symlink():
        knowledge.unread.add(LIST_FILES[name][0] if name in LIST_FILES else name)
        return [Problem(name, 1, 1, "the folder is a link; links to folders are not followed.")]
    if kind is None:
        return [Problem(name, 1, 1, f"{NOT_READ}{right_place(parts)}")]
    data = _bytes(folder, path)
    if isinstance(data, str):
        # Its records are unknown, so a reference to one of them is not reported as dangling.
        knowledge.named[kind].add(path.stem)
        if kind not in RECORD_FILES:
            knowledge.unread.add(kind)
        return [Problem(name, 1, 1, data)]
    type_ = {**RECORD_FILES, **TABLE_FILES, **SINGLE_FILES}.get(kind) or LIST_FILES[parts[0]][1]
    decoded = decode(name, data, type_)
    knowledge.size += len(data)
    knowledge.values += len(decoded.locations)
    if kind in RECORD_FILES or kind in SINGLE_FILES:
        problems = _add_record(knowledge, kind, path.stem, decoded)
    elif kind in TABLE_FILES:
        problems = _add_table(knowledge, kind, decoded, ())
    else:
        if kind == "skills" and decoded.value is not None:
            knowledge.groups[path.stem] = decoded.value.title
            if decoded.value.track:
                knowledge.tracks[path.stem] = decoded.value.track
        problems = _add_table(knowledge, kind, decoded, (LIST_FILES[parts[0]][2],), path.stem)
    if decoded.problems:
        inside = (LIST_FILES[parts[0]][2],) if parts[0] in LIST_FILES else ()
        _add_partly(knowledge, kind, path.stem, decode(name, data, type_, partly=True), inside)
    return problems


def _bytes(folder: Path, path: Path) -> bytes | str:
    """The bytes of the file at *path*, or the reason in words why it is not read."""
    if path.suffix == ".yml":
        return f"rename the file to '{path.stem}.yaml'; .yml files are not read."
    # Unlike Path.resolve, realpath does not raise for circular links; opening the file does.
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
        return "the file is a link to a place outside its folder."
    try:
        return disk.read_file(path, LARGEST_FILE)
    except OSError as error:
        if error.errno == errno.EFBIG:
            return f"the file is larger than {LARGEST_FILE:,} bytes."
        return f"the file cannot be read: {error.strerror}."


def file_kind(parts: tuple[str, ...]) -> str | None:
    """The kind of the records in the file at *parts*; None if it is no knowledge file."""
    match parts:
        case (folder, _) if folder in RECORD_FILES:
            return folder
        case (folder, _) if folder in LIST_FILES:
            return LIST_FILES[folder][0]
        case (file,):
            stem = file.rsplit(".", 1)[0]
            return stem if stem in TABLE_FILES or stem in SINGLE_FILES or file == STANDALONE else None
    return None


def right_place(parts: tuple[str, ...]) -> str:
    """A sentence with the most similar place for the file at *parts*, after a space; empty if none is similar."""
    if len(parts) == 1:
        near = nearest(parts[0], [*(f"{kind}.yaml" for kind in (*TABLE_FILES, *SINGLE_FILES)), STANDALONE])
    else:
        near = nearest(parts[0], [*RECORD_FILES, *LIST_FILES])
    return f" Did you mean '{'/'.join((near, *parts[1:][-1:]))}'?" if near else ""


def _add_record(knowledge: Knowledge, kind: str, id_: str, decoded: Decoded) -> list[Problem]:
    problems = list(decoded.problems)
    if not ID.fullmatch(id_) and decoded.locations:
        start = decoded.locations[()]
        problems.append(start.problem(f"the file's name '{id_}' is its id: use lower-case words joined by hyphens."))
    knowledge.references += decoded.references
    if problems:
        knowledge.named[kind].add(id_)
    else:
        knowledge.entries[kind][id_] = LocatedRecord(id_, decoded.value, decoded.locations)
    return problems


def _add_table(
    knowledge: Knowledge, kind: str, decoded: Decoded, inside: tuple[str, ...], group: str = ""
) -> list[Problem]:
    problems = list(decoded.problems)
    records = knowledge.entries[kind]
    knowledge.references += decoded.references
    ids = set(_ids(decoded.locations, inside))
    knowledge.named[kind] |= ids
    if decoded.problems and not ids:
        knowledge.unread.add(kind)
    if decoded.value is None:
        return problems
    form, shape = (
        (OCCUPATION_CODE, "a code of the classification, such as 25-4022.00 or 2452")
        if kind == "occupations"
        else (ID, "words-joined-by-hyphens")
    )
    by_id = _split(decoded.locations, inside)
    for id_, value in (getattr(decoded.value, inside[0]) if inside else decoded.value).items():
        locations = by_id[id_]
        if not form.fullmatch(id_):
            problems.append(locations[()].problem(f"'{short(id_)}' cannot be an id: use {shape}."))
        if id_ in records:
            other = records[id_].location()
            problems.append(locations[()].problem(f"duplicate id '{id_}', first defined in {other.file}:{other.line}."))
        else:
            records[id_] = LocatedRecord(id_, value, locations, group)
    return problems


def _add_partly(knowledge: Knowledge, kind: str, stem: str, decoded: Decoded, inside: tuple[str, ...]) -> None:
    """Add what could be read of the records in a file with problems."""
    if decoded.value is None:
        return
    if kind in RECORD_FILES or kind in SINGLE_FILES:
        knowledge.partly[kind][stem] = LocatedRecord(stem, decoded.value, decoded.locations)
        return
    records = getattr(decoded.value, inside[0]) if inside else decoded.value
    by_id = _split(decoded.locations, inside)
    for id_ in by_id if isinstance(records, dict) else ():
        if isinstance(records.get(id_), Struct) and id_ not in knowledge.entries[kind]:
            knowledge.partly[kind][id_] = LocatedRecord(id_, records[id_], by_id[id_], stem)


def _ids(locations: dict[FieldPath, Location], inside: tuple[str, ...]) -> Iterator[str]:
    size = len(inside)
    return (str(path[size]) for path in locations if len(path) == size + 1 and path[:size] == inside)


def _split(locations: dict[FieldPath, Location], inside: tuple[str, ...]) -> dict[str, dict[FieldPath, Location]]:
    """The locations in a file with many records, by record."""
    size = len(inside)
    split: dict[str, dict[FieldPath, Location]] = {}
    for path, location in locations.items():
        if len(path) > size and path[:size] == inside:
            split.setdefault(str(path[size]), {})[path[size + 1 :]] = location
    return split


def dangling(knowledge: Knowledge) -> list[Problem]:
    """A problem for each reference to a record that does not exist, with what it may mean of those that do."""
    problems: list[Problem] = []
    for reference, known in unknown_references(knowledge):
        if len(problems) == MOST_PROBLEMS:
            problems.append(reference.location.problem("too many unknown names; the others are not listed."))
            break
        name = SINGULAR[reference.kind]
        meant = suggestion(reference.kind, name, reference.id, known)
        problems.append(reference.location.problem(f"unknown {name} '{short(reference.id)}'. {meant}"))
    return problems


def unknown_references(knowledge: Knowledge) -> Iterator[tuple[Reference, list[str]]]:
    """Each reference to a record that does not exist, with the ids of its kind that do."""
    for reference in knowledge.references:
        known = knowledge.entries[reference.kind].keys() | knowledge.named[reference.kind]
        if reference.id not in known and reference.kind not in knowledge.unread:
            yield reference, sorted(known)
