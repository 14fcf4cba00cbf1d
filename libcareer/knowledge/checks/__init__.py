"""The checks of the knowledge files: their schema, their references, and the rules beyond both."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from libcareer.errors import LibcareerError, Problem
from libcareer.knowledge import disk
from libcareer.knowledge.checks.judging import judged
from libcareer.knowledge.checks.places import Look, belongs, look, near_folder
from libcareer.knowledge.checks.ready import placeholders
from libcareer.knowledge.checks.whole import lacks
from libcareer.knowledge.checks.writing import words_are_of_the_pack
from libcareer.knowledge.editions import is_outdone
from libcareer.knowledge.figures import bad_references
from libcareer.knowledge.folders import BUILT_IN, KIND_FOLDERS, STANDALONE, knowledge_files, stands_alone
from libcareer.knowledge.model.terms import Source
from libcareer.knowledge.reading import NOT_READ, TABLE_FILES, dangling, file_kind, read_folder, right_place
from libcareer.knowledge.yaml_nodes import LARGEST_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from libcareer.knowledge.reading import Knowledge

ENDINGS = (".yaml", ".yml")
"""The endings of the files that are read or refused while a folder is read."""

DATA_ENDINGS = ("", ".txt", ".csv", ".tsv", ".json", ".toml", ".xml", ".xlsx", ".ods", ".md", ".docx")
"""Endings that people give to files of records; a table with one of them was meant to be read."""

BACKUPS = ("~", ".bak", ".orig", ".swp")
"""Endings of the copies that editors leave."""

BESIDE = ("catalog.msgpack", "pay")
"""What lies beside knowledge that is whole: its compiled form, and tables of pay by place and by industry."""

WRONG_ENDING = "libcareer reads only files that end in .yaml."
ONLY_A_MARK = f"'{STANDALONE}' only marks its folder as standing alone; nothing in it is read. Check the folder."

EXPECTED = (
    f"A knowledge file ends in .yaml; it is in a folder called {', '.join(KIND_FOLDERS[:-1])} or {KIND_FOLDERS[-1]}, "
    f"or it is called {', '.join(f'{name}.yaml' for name in list(TABLE_FILES)[:-1])} or {[*TABLE_FILES][-1]}.yaml."
)
"""What a knowledge file is and where it belongs."""


class Findings(Struct, frozen=True):
    """What a check finds: the *problems*, and how many *files* it looked at.

    *rules_applied* is false if a rule over all records was left out, because some could not be read. *passed_over*
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


Trial = Callable[["Knowledge", "Knowledge"], Iterable[Problem]]
"""A rule that needs more than the files, such as whether a question finds its answer.

It takes a folder's own records and all that are known with them, which have no problems.
"""


def check(
    paths: Sequence[Path] = (), today: date | None = None, *, ready: bool = False, trials: Sequence[Trial] = ()
) -> Findings:
    """The problems of the knowledge at *paths*, or of the built-in knowledge.

    A folder that does not stand alone is laid over the built-in knowledge, as it is when it is used. For
    a file, or for a folder such as `roles`, only its own problems are given. A file that is not read is a
    problem. Which editions of sources should exist by now is judged by the day *today*; None judges none.
    With *ready* placeholders are problems as well, and all that a record needs before it is used; *trials* are
    more rules that are then applied where there is no other problem.
    Raises LibcareerError for a path that is neither a file nor a folder, and for a folder without knowledge.
    """
    asked = _Asked(today, ready, tuple(trials))
    found = [_folder(path, asked) if _is_folder(path) else _file(path, asked) for path in paths or (BUILT_IN,)]
    return Findings(
        sum(each.files for each in found),
        tuple(problem for each in found for problem in each.problems),
        all(each.rules_applied for each in found),
        tuple(dict.fromkeys(name for each in found for name in each.passed_over)),
        {id_: source for each in found for id_, source in each.outdone.items()},
        tuple(dict.fromkeys(lack for each in found for lack in each.lacks)),
    )


class _Asked(NamedTuple):
    """What to look for: editions that exist by *today*, whether records are *ready*, and what *trials* find."""

    today: date | None
    ready: bool
    trials: tuple[Trial, ...]


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


def _folder(path: Path, asked: _Asked) -> Findings:
    whole = path.absolute()
    alone = not any((path / name).exists() for name in (*KIND_FOLDERS, *_tables()))
    if whole.name in KIND_FOLDERS and alone:
        found = _within(whole.parent, f"{whole.name}/", asked)
    elif alone and (meant := near_folder(whole.name)):
        found = _misnamed_folder(path, whole.name, meant)
    else:
        found = _within(path, "", asked)
    if not found.files and not found.problems:
        raise LibcareerError(f"There is no knowledge in the folder '{path}'. {EXPECTED}")
    return found


def _misnamed_folder(path: Path, name: str, meant: str) -> Findings:
    """What is found in a folder that has nearly the *name* of the folder of a kind, which is *meant*."""
    files = [file for file in knowledge_files(path) if file.parent == path]
    message = f"the folder is called '{name}': rename it to '{meant}', or libcareer does not read what is in it."
    problems = tuple(Problem(f"{name}/{file.name}", 1, 1, message) for file in files)
    return Findings(len(files), problems, rules_applied=False, passed_over=())


def _file(path: Path, asked: _Asked) -> Findings:
    whole = path.absolute()
    parts = (whole.parent.name, whole.name) if whole.parent.name in KIND_FOLDERS else (whole.name,)
    if parts == (STANDALONE,):
        message = ONLY_A_MARK
    elif not whole.name.endswith(ENDINGS) or file_kind(parts) is None:
        placed = _placed(path, whole.name) if whole.name.endswith(ENDINGS) else None
        message = f"{NOT_READ} {placed}" if placed else f"{NOT_READ}{right_place(parts)} {EXPECTED}"
    else:
        return _within(whole.parents[len(parts) - 1], "/".join(parts), asked)
    return Findings(1, (Problem(str(path), 1, 1, message),), rules_applied=False, passed_over=())


def _placed(path: Path, name: str) -> str | None:
    """Where the file at *path* belongs by the keys that it has, if they tell."""
    found = _look(path, name)
    return belongs(name, found) if found else None


def _look(path: Path, name: str) -> Look | None:
    """What the file at *path* looks like by its keys; None if they do not tell."""
    if not path.is_file():
        return None
    try:
        return look(name, disk.read_file(path, LARGEST_FILE))
    except OSError:
        return None


def _within(folder: Path, part: str, asked: _Asked) -> Findings:
    """What is found in a *part* of the knowledge in *folder*: a file, a folder that ends in `/`, or all of it."""
    own, problems = read_folder(folder)
    knowledge = own
    alone = folder.resolve() == BUILT_IN.resolve() or stands_alone(folder)
    if not alone:
        base, _ = read_folder(BUILT_IN)
        knowledge = own.over(base)
    names = {path.relative_to(folder).as_posix() for path in knowledge_files(folder)} - {STANDALONE}
    misnamed, passed_over = _not_read(folder)
    problems, placed = _with_places(folder, problems)
    problems += [Problem(name, 1, 1, WRONG_ENDING) for name in misnamed]
    readable = {kind: {**knowledge.partly[kind], **some} for kind, some in knowledge.entries.items()}
    # A figure of an occupation that cannot be read may be there.
    bad = [] if knowledge.misses("occupations") else bad_references(readable)
    problems += [one for one in (*dangling(knowledge), *bad) if one.file in names - placed]
    pack = next(iter(knowledge.records("pack").values()), None)
    problems += words_are_of_the_pack(own, pack, lambda name: _text(folder / name), frozenset(names - placed))
    ruled = judged(knowledge, whole=not problems, is_ready=asked.ready)
    problems += [problem for problem in ruled.problems if problem.file in names - placed]
    if asked.ready:
        problems += [one for name in sorted(names) if _is_in(part, name) for one in _left_to_do(folder, name)]
    # What a new record takes from another one shows in the file of the other.
    tried = [one for trial in asked.trials for one in trial(own, knowledge)] if asked.ready and not problems else []
    names.update(misnamed)
    return Findings(
        sum(_is_in(part, name) for name in names),
        tuple(sorted({problem for problem in problems if _is_in(part, problem.file)} | set(tried))),
        ruled.applied,
        () if part else tuple(passed_over),
        _outdone(own, asked.today) if _is_in(part, "sources.yaml") and asked.today else {},
        () if part or not alone else tuple(lacks(own)),
    )


def _with_places(folder: Path, problems: list[Problem]) -> tuple[list[Problem], set[str]]:
    """*problems* with the place to which each file belongs that is in a wrong one, and the names of those files."""
    placed: dict[str, Problem] = {}
    for file in {problem.file for problem in problems}:
        kind = file_kind(tuple(file.split("/")))
        found = _look(folder / file, file)
        if found and found.kind != kind:
            first = NOT_READ if kind is None else "This is the wrong place for this file."
            placed[file] = Problem(file, 1, 1, f"{first} {belongs(file, found)}")
    return [*placed.values(), *(problem for problem in problems if problem.file not in placed)], set(placed)


def _text(path: Path) -> str:
    """The text of a file that was read before; empty if it is gone."""
    with suppress(OSError):
        return disk.read_file(path, LARGEST_FILE).decode("utf-8-sig", "replace")
    return ""


def _left_to_do(folder: Path, name: str) -> Iterator[Problem]:
    """What is left to fill in in a file; nothing if it cannot be read, which is another problem."""
    with suppress(OSError):
        yield from placeholders(name, disk.read_file(folder / name, LARGEST_FILE))


def _outdone(own: Knowledge, today: date) -> dict[str, Source]:
    """The sources among a folder's *own* records of which a newer edition exists or should exist."""
    return {id_: source for id_, source in own.records("sources").items() if is_outdone(source, today)}


def _is_in(part: str, name: str) -> bool:
    """Whether the file *name* is *part* or in it; a link in the place of a folder is its own name."""
    return not part or name == part.removesuffix("/") or (part.endswith("/") and name.startswith(part))


def _not_read(folder: Path) -> tuple[list[str], list[str]]:
    """The files in *folder* that are not read although they are where knowledge belongs, and everything else beside it.

    Hidden files, copies that editors leave, and the files that the reading of the folder names are in neither.
    """
    misnamed: list[str] = []
    others: list[str] = []
    beside = BESIDE if folder.resolve() == BUILT_IN.resolve() or stands_alone(folder) else ()
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
