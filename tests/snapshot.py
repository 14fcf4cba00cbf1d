"""Make tests/snapshot anew: a small frozen part of the built-in knowledge, on which screens in tests and pages stand.

    python tests/snapshot.py

It has the roles named below, the skills that they list, and whatever those records refer to. What leads to other
roles and skills is cut off. Run it on purpose, at a release, and write the screens anew after it; a contribution
to libcareer/data leaves the snapshot, and so every screen, as it is.
"""

from __future__ import annotations

import re
import shlex
import shutil
from bisect import bisect
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import yaml

from libcareer.catalog.pay_tables import AREAS, INDUSTRIES, PLACES
from libcareer.knowledge.figures import REFERENCE, texts
from libcareer.knowledge.folders import BUILT_IN, knowledge_files
from libcareer.knowledge.reading import LIST_FILES, RECORD_FILES, SINGLE_FILES, file_kind, read_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from libcareer.knowledge.reading import Knowledge

FOLDER = Path(__file__).parent / "snapshot"

ROLES = (
    "library-page", "library-clerk", "circulation-clerk", "library-assistant", "library-associate",
    "library-technician", "library-technical-assistant", "library-specialist", "circulation-supervisor",
    "cataloging-technician", "catalog-librarian", "metadata-librarian", "technical-services-librarian", "librarian",
    "public-librarian", "childrens-librarian", "school-librarian", "elementary-teacher", "branch-manager",
    "department-head", "library-director", "archives-technician", "archivist", "digital-archivist",
    "special-collections-librarian", "records-assistant", "records-analyst", "records-manager",
    "information-governance-specialist", "knowledge-manager", "taxonomist", "administrative-assistant",
    "registration-coordinator",
)  # fmt: skip
"""The roles of the snapshot: each has a way in, and two related roles among the others."""

CHOSEN = ("roles", "skills")
"""Kinds of which only some records are kept; what names another one is cut off."""

WHOLE = ("pack", "vocabulary", "clusters", "settings", "sectors", "education", "abroad", "levels", "lssc", "items",
         "countries", "outdated", "unanswered")  # fmt: skip
"""Kinds of which every record is kept."""

ABOUT = ("fields", "functions", "namesakes", "translations", "disputes", "changes")
"""Kinds of which a record is kept if it names a role that is kept, or only skills that are."""

PLACES_KEPT = ("united-states", "ohio", "columbus-oh", "california", "new-york")
"""The places whose pay is kept."""

WIDTH = 110


class Key(NamedTuple):
    """A record: its kind and its id."""

    kind: str
    id: str


class Snapshot:
    """The records in the folder *source* that are kept, and what they name that is not."""

    def __init__(self, source: Path) -> None:
        knowledge, problems = read_folder(source)
        if problems:
            raise SystemExit(f"libcareer check finds {len(problems)} problems in {source}.")
        self.source = source
        self.knowledge = knowledge
        self.named = _named(knowledge)
        roles = knowledge.records("roles")
        listed = [roles[id_].skills for id_ in ROLES]
        self.skills = {id_ for skills in listed for id_ in (*skills.essential, *skills.useful)}
        self.kept = self._closed([*self._roots()])
        self.kept |= {key for key in self._all("synonyms") if self._leads(key)}
        self.outside = {
            (at.file, at.line, at.column)
            for name, at in ((Key(each.kind, each.id), each.location) for each in knowledge.references)
            if name.kind in CHOSEN and name not in self.kept
        }
        for question in knowledge.entries["questions"].values():
            for number, command in enumerate(question.value.commands):
                if not self._runs(command):
                    at = question.location(("commands", number))
                    self.outside.add((at.file, at.line, at.column))

    def _roots(self) -> Iterator[Key]:
        yield from (Key("roles", id_) for id_ in ROLES)
        yield from (Key("skills", id_) for id_ in self.skills)
        yield from (key for kind in WHOLE for key in self._all(kind))
        yield from (key for kind in ABOUT for key in self._all(kind) if self._is_about_kept(key))
        yield from (key for key in self._all("questions") if self._is_answered(key))

    def _closed(self, waiting: list[Key]) -> set[Key]:
        """The records *waiting* to be kept, and all that they refer to."""
        kept: set[Key] = set()
        while waiting:
            key = waiting.pop()
            if key not in kept and self._may_stay(key):
                kept.add(key)
                waiting += [*self.named.get(key, ()), *self._figures(key)]
        return kept

    def _all(self, kind: str) -> list[Key]:
        return [Key(kind, id_) for id_ in self.knowledge.entries[kind]]

    def _may_stay(self, key: Key) -> bool:
        chosen = {"roles": ROLES, "skills": self.skills}
        return key.kind not in CHOSEN or key.id in chosen[key.kind]

    def _is_about_kept(self, key: Key) -> bool:
        roles = [name for name in self.named[key] if name.kind == "roles"]
        skills = [name for name in self.named[key] if name.kind == "skills"]
        return all(map(self._may_stay, skills)) and (not roles or any(map(self._may_stay, roles)))

    def _is_answered(self, key: Key) -> bool:
        """Whether a command of a question stays; one that names a role or a skill that is left out is cut off."""
        return any(map(self._runs, self.knowledge.records("questions")[key.id].commands))

    def _runs(self, command: str) -> bool:
        words = set(shlex.split(command))
        named = (Key(kind, id_) for kind in CHOSEN for id_ in words & self.knowledge.entries[kind].keys())
        return all(map(self._may_stay, named))

    def _figures(self, key: Key) -> Iterator[Key]:
        """The occupations whose figures are filled into a record's texts."""
        for _, text in texts(self.knowledge.entries[key.kind][key.id].value, ()):
            for figure in REFERENCE.findall(text):
                yield from (Key("occupations", code) for code in re.findall(r"\d\d-\d{4}\.\d\d", figure))

    def _leads(self, synonym: Key) -> bool:
        """Whether no question and no dispute that a *synonym* means is left out."""
        means = self.knowledge.records("synonyms")[synonym.id].means
        meant = [
            Key(kind, id_) for kind in ("questions", "disputes") for id_ in means if id_ in self.knowledge.entries[kind]
        ]
        return self.kept.issuperset(meant)

    # ------------------------------------------------------------------ writing

    def write(self, folder: Path) -> None:
        """Write the snapshot to *folder*, in place of what is there."""
        self._write(folder)
        while unused := self._unused(folder):
            self.kept -= unused
            self._write(folder)

    def _unused(self, folder: Path) -> set[Key]:
        """What only something that was cut off referred to."""
        written, _ = read_folder(folder)
        named = {Key(each.kind, each.id) for each in written.references}
        return {key for key in self.kept - named if key.kind in ("credentials", "resources", "sources")}

    def _write(self, folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        for path in knowledge_files(self.source):
            name = path.relative_to(self.source)
            if text := self._cut(name, path):
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_text(text, encoding="utf-8")
        occupations = self.knowledge.records("occupations")
        kept = [key.id for key in self.kept if key.kind == "occupations"]
        codes = {occupations[code].pay_code or code[:7] for code in kept}
        (folder / "pay").mkdir()
        for name in (PLACES, AREAS, INDUSTRIES):
            table = (self.source / "pay" / name).read_text(encoding="utf-8")
            lines = _places(table) if name == PLACES else _rows(table, codes, PLACES_KEPT if name == AREAS else None)
            (folder / "pay" / name).write_text("".join(lines), encoding="utf-8")

    def _cut(self, name: Path, path: Path) -> str:
        """The part of the file at *path* that is kept; empty if there is none."""
        kind = file_kind(name.parts)
        if kind not in self.knowledge.entries:
            return path.read_text(encoding="utf-8")
        alone = kind in RECORD_FILES or kind in SINGLE_FILES
        if alone and Key(kind, name.stem) not in self.kept:
            return ""
        document = yaml.compose(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        if not alone:
            table = document
            if name.parts[0] in LIST_FILES:
                table = next(value for key, value in document.value if key.value == LIST_FILES[name.parts[0]][2])
            table.value = [(key, value) for key, value in table.value if Key(kind, key.value) in self.kept]
            if not table.value:
                return ""
        self._prune(document, name.as_posix())
        return yaml.serialize(document, width=WIDTH, allow_unicode=True)

    def _prune(self, node: yaml.Node, file: str) -> bool:
        """Whether nothing of a *node* of a *file* stays, once all that leads outside is cut off it."""
        match node:
            case yaml.SequenceNode(value=items) if items:
                node.value = [item for item in items if not self._prune(item, file)]
                return not node.value
            case yaml.MappingNode(value=pairs) if pairs:
                gone = [self._prune(key, file) or self._prune(value, file) for key, value in pairs]
                node.value = [pair for pair, is_gone in zip(pairs, gone, strict=True) if not is_gone]
                # What is about something outside goes with it, such as a move with the role that it leads to.
                about = (
                    isinstance(value, yaml.ScalarNode)
                    for (_, value), is_gone in zip(pairs, gone, strict=True)
                    if is_gone
                )
                return any(about) or not node.value
        return (file, node.start_mark.line + 1, node.start_mark.column + 1) in self.outside


def _named(knowledge: Knowledge) -> dict[Key, set[Key]]:
    """The records that each record refers to."""
    starts: dict[str, list[tuple[int, Key]]] = {}
    for kind, records in knowledge.entries.items():
        for id_, record in records.items():
            starts.setdefault(record.location().file, []).append((record.location().line, Key(kind, id_)))
    for records in starts.values():
        records.sort()
    named: dict[Key, set[Key]] = {}
    for reference in knowledge.references:
        at = starts[reference.location.file]
        _, home = at[bisect(at, reference.location.line, key=lambda start: start[0]) - 1]
        named.setdefault(home, set()).add(Key(reference.kind, reference.id))
    return named


def _places(table: str) -> Iterable[str]:
    return (line for line in table.splitlines(True) if line.startswith("#") or line.split("\t")[0] in PLACES_KEPT)


def _rows(table: str, codes: set[str], sections: Iterable[str] | None) -> Iterator[str]:
    """The lines of a *table* of pay for the occupations *codes*, in some *sections* or in all."""
    wanted = False
    for line in table.splitlines(True):
        if line.startswith("= "):
            wanted = sections is None or line.split()[1] in (*sections, "end")
        if line.startswith("#") or (wanted and (line.startswith("= ") or line.split("\t")[0] in codes)):
            yield line


def main() -> None:
    """Write tests/snapshot anew."""
    Snapshot(BUILT_IN).write(FOLDER)


if __name__ == "__main__":
    main()
