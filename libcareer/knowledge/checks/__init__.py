"""The checks of the knowledge files: their schema, their references, and the rules beyond both."""

from __future__ import annotations

import os
import stat
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from libcareer.errors import LibcareerError, Problem
from libcareer.knowledge.checks.countries import COUNTRY_RULES
from libcareer.knowledge.checks.figures import FIGURE_RULES
from libcareer.knowledge.checks.pack import PACK_RULES
from libcareer.knowledge.checks.quiz import QUIZ_RULES
from libcareer.knowledge.checks.records import RECORD_RULES
from libcareer.knowledge.checks.titles import TITLE_RULES
from libcareer.knowledge.checks.translations import TRANSLATION_RULES
from libcareer.knowledge.checks.vocabulary import VOCABULARY_RULES
from libcareer.knowledge.checks.whole import lacks
from libcareer.knowledge.editions import is_outdone
from libcareer.knowledge.figures import bad_references
from libcareer.knowledge.folders import BUILT_IN, KIND_FOLDERS, STANDALONE, knowledge_files, stands_alone
from libcareer.knowledge.model.terms import Source
from libcareer.knowledge.reading import TABLE_FILES, dangling, file_kind, read_folder, right_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from libcareer.knowledge.reading import Knowledge

ALL_RULES: tuple[Any, ...] = (
    *RECORD_RULES,
    *TITLE_RULES,
    *TRANSLATION_RULES,
    *QUIZ_RULES,
    *COUNTRY_RULES,
    *PACK_RULES,
    *VOCABULARY_RULES,
    *FIGURE_RULES,
)
"""Every rule, in the order in which they are applied; each takes Knowledge and yields Problems.

The rules over figures see texts as they are typed, the others see them with the figures filled in.
"""

ENDINGS = (".yaml", ".yml")
"""The endings of the files that are read or refused while a folder is read."""

DATA_ENDINGS = ("", ".txt", ".csv", ".tsv", ".json", ".toml", ".xml", ".xlsx", ".ods", ".md", ".docx")
"""Endings that people give to files of records; a table with one of them was meant to be read."""

BACKUPS = ("~", ".bak", ".orig", ".swp")
"""Endings of the copies that editors leave."""

BESIDE = ("catalog.msgpack", "pay")
"""What lies beside the built-in knowledge: its compiled form, and the tables of pay that the Bureau released."""

WRONG_ENDING = "libcareer reads only files that end in .yaml."
ONLY_A_MARK = f"'{STANDALONE}' only marks its folder as standing alone; nothing in it is read. Check the folder."

EXPECTED = (
    f"A knowledge file ends in .yaml; it is in a folder called {', '.join(KIND_FOLDERS[:-1])} or {KIND_FOLDERS[-1]}, "
    f"or it is called {', '.join(f'{name}.yaml' for name in list(TABLE_FILES)[:-1])} or {[*TABLE_FILES][-1]}.yaml."
)
"""What a knowledge file is and where it belongs."""


class Findings(Struct, frozen=True):
    """What a check finds: the *problems*, and how many *files* it looked at.

    *rules_applied* is false if a file could not be read, because the rules need all records. *passed_over*
    are files and folders beside the knowledge that are neither knowledge nor meant to be. *outdone* are the
    sources, by id, of which a newer edition exists or should exist by now; that is no problem of the files.
    *lacks* says what commands would lack with a pack that is checked whole, a sentence each; it may be meant so.
    """

    files: int
    problems: tuple[Problem, ...]
    rules_applied: bool
    passed_over: tuple[str, ...]
    outdone: dict[str, Source] = {}
    lacks: tuple[str, ...] = ()


def check(paths: Sequence[Path] = (), today: date | None = None) -> Findings:
    """The problems of the knowledge at *paths*, or of the built-in knowledge.

    A folder that does not stand alone is laid over the built-in knowledge, as it is when it is used. For
    a file, or for a folder such as `roles`, only its own problems are given. A file that is not read is a
    problem. Which editions of sources should exist by now is judged by the day *today*; None judges none.
    Raises LibcareerError for a path that is neither a file nor a folder, and for a folder without knowledge.
    """
    found = [_folder(path, today) if _is_folder(path) else _file(path, today) for path in paths or (BUILT_IN,)]
    return Findings(
        sum(each.files for each in found),
        tuple(problem for each in found for problem in each.problems),
        all(each.rules_applied for each in found),
        tuple(dict.fromkeys(name for each in found for name in each.passed_over)),
        {id_: source for each in found for id_, source in each.outdone.items()},
        tuple(dict.fromkeys(lack for each in found for lack in each.lacks)),
    )


def _is_folder(path: Path) -> bool:
    """Whether *path* is a folder and not a file; raises LibcareerError if it is neither."""
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise LibcareerError(f"There is no file or folder '{path}'.") from None
    except OSError as error:
        raise LibcareerError(f"'{path}' cannot be read: {error.strerror}.") from None
    if not stat.S_ISDIR(mode) and not stat.S_ISREG(mode):
        raise LibcareerError(f"'{path}' is a pipe or a device, and not a knowledge file. {EXPECTED}")
    return stat.S_ISDIR(mode)


def _folder(path: Path, today: date | None) -> Findings:
    whole = path.absolute()
    if whole.name in KIND_FOLDERS and not any((path / name).exists() for name in (*KIND_FOLDERS, *_tables())):
        found = _within(whole.parent, f"{whole.name}/", today)
    else:
        found = _within(path, "", today)
    if not found.files and not found.problems:
        raise LibcareerError(f"There is no knowledge in the folder '{path}'. {EXPECTED}")
    return found


def _file(path: Path, today: date | None) -> Findings:
    whole = path.absolute()
    parts = (whole.parent.name, whole.name) if whole.parent.name in KIND_FOLDERS else (whole.name,)
    if parts == (STANDALONE,):
        message = ONLY_A_MARK
    elif not whole.name.endswith(ENDINGS) or file_kind(parts) is None:
        message = f"libcareer does not read this file.{right_place(parts)} {EXPECTED}"
    else:
        return _within(whole.parents[len(parts) - 1], "/".join(parts), today)
    return Findings(1, (Problem(str(path), 1, 1, message),), rules_applied=False, passed_over=())


def _within(folder: Path, part: str, today: date | None) -> Findings:
    """What is found in a *part* of the knowledge in *folder*: a file, a folder that ends in `/`, or all of it."""
    own, problems = read_folder(folder)
    knowledge = own
    alone = folder.resolve() == BUILT_IN.resolve() or stands_alone(folder)
    if not alone:
        base, _ = read_folder(BUILT_IN)
        knowledge = own.over(base)
    names = {path.relative_to(folder).as_posix() for path in knowledge_files(folder)} - {STANDALONE}
    misnamed, passed_over = _not_read(folder)
    problems += [Problem(name, 1, 1, WRONG_ENDING) for name in misnamed]
    problems += [one for one in (*dangling(knowledge), *bad_references(knowledge.entries)) if one.file in names]
    ruled = not problems
    if ruled:
        # The rules need whole records: with some left out, most of what they found would be false.
        problems = [problem for problem in _broken_rules(knowledge) if problem.file in names]
    names.update(misnamed)
    return Findings(
        sum(_is_in(part, name) for name in names),
        tuple(sorted({problem for problem in problems if _is_in(part, problem.file)})),
        ruled,
        () if part else tuple(passed_over),
        _outdone(own, today) if _is_in(part, "sources.yaml") and today else {},
        () if part or not alone else tuple(lacks(own)),
    )


def _outdone(own: Knowledge, today: date) -> dict[str, Source]:
    """The sources among a folder's *own* records of which a newer edition exists or should exist."""
    return {id_: source for id_, source in own.records("sources").items() if is_outdone(source, today)}


def _broken_rules(knowledge: Knowledge) -> Iterator[Problem]:
    """The problems that the rules find in *knowledge*, which has no others."""
    read = knowledge.filled()
    for rule in ALL_RULES:
        yield from rule(knowledge if rule in FIGURE_RULES else read)


def _is_in(part: str, name: str) -> bool:
    """Whether the file *name* is *part* or in it; a link in the place of a folder is its own name."""
    return not part or name == part.removesuffix("/") or (part.endswith("/") and name.startswith(part))


def _not_read(folder: Path) -> tuple[list[str], list[str]]:
    """The files in *folder* that are not read although they are where knowledge belongs, and everything else beside it.

    Hidden files, copies that editors leave, and the files that the reading of the folder names are in neither.
    """
    misnamed: list[str] = []
    others: list[str] = []
    beside = BESIDE if folder.resolve() == BUILT_IN.resolve() else ()
    for entry in sorted(folder.iterdir()):
        name = entry.name
        if name in beside:
            continue
        if name.startswith(".") or name.endswith((*ENDINGS, *BACKUPS)) or (entry.is_symlink() and name in KIND_FOLDERS):
            continue
        stem, ending = PurePath(name.casefold()).stem, PurePath(name.casefold()).suffix
        if entry.is_dir() and name in KIND_FOLDERS:
            misnamed += [f"{name}/{inner}" for inner in _other_files(entry)]
        elif entry.is_dir():
            if not any(entry.rglob("*.y*ml")):
                others.append(f"{name}/")
        elif any(end in name.casefold() for end in ENDINGS) or (
            stem in {*TABLE_FILES, *KIND_FOLDERS} and ending in DATA_ENDINGS
        ):
            misnamed.append(name)
        else:
            others.append(name)
    return misnamed, others


def _other_files(folder: Path) -> Iterator[str]:
    """The files under *folder*, relative to it, that are neither hidden nor YAML nor the copy of an editor."""
    for at, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and not name.endswith((*ENDINGS, *BACKUPS)):
                yield (Path(at) / name).relative_to(folder).as_posix()


def _tables() -> Iterator[str]:
    return (f"{name}.yaml" for name in TABLE_FILES)
