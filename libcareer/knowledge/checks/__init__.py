"""The checks of the knowledge files: their schema, their references, and the rules beyond both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from libcareer.errors import LibcareerError
from libcareer.knowledge.checks.quiz import QUIZ_RULES
from libcareer.knowledge.checks.records import RECORD_RULES
from libcareer.knowledge.folders import BUILT_IN, knowledge_files, stands_alone
from libcareer.knowledge.reading import LIST_FILES, RECORD_FILES, dangling, read_folder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from libcareer.errors import Problem

ALL_RULES: tuple[Any, ...] = (*RECORD_RULES, *QUIZ_RULES)
"""Every rule, in the order in which they are applied; each takes Knowledge and yields Problems."""


def check(paths: Sequence[Path] = ()) -> tuple[tuple[Problem, ...], int]:
    """The problems of the knowledge at *paths*, or of the built-in knowledge, and the number of files checked.

    A folder that does not stand alone is laid over the built-in knowledge, as it is when it is used. For
    a file, only its own problems are given. Raises LibcareerError for a path that does not exist.
    """
    problems: list[Problem] = []
    files = 0
    for path in paths or (BUILT_IN,):
        folder = _folder_of(path)
        found, count = _check_folder(folder)
        if path.is_file():
            name = path.absolute().relative_to(folder.absolute()).as_posix()
            found, count = [problem for problem in found if problem.file == name], 1
        problems += found
        files += count
    return tuple(problems), files


def _folder_of(path: Path) -> Path:
    """The folder of knowledge that *path* is, or that the file at *path* is in."""
    if not path.exists():
        raise LibcareerError(f"There is no file or folder '{path}'.")
    if path.is_dir():
        return path
    parent = path.absolute().parent
    return parent.parent if parent.name in {*RECORD_FILES, *LIST_FILES} else parent


def _check_folder(folder: Path) -> tuple[list[Problem], int]:
    """The problems of the files in *folder*, sorted, and the number of files."""
    own, problems = read_folder(folder)
    knowledge = own
    if folder.resolve() != BUILT_IN.resolve() and not stands_alone(folder):
        base, _ = read_folder(BUILT_IN)
        knowledge = own.over(base)
    files = {path.relative_to(folder).as_posix() for path in knowledge_files(folder)}
    problems += [problem for problem in dangling(knowledge) if problem.file in files]
    if not problems:
        # The rules need whole records: with some left out, most of what they found would be false.
        problems = [problem for rule in ALL_RULES for problem in rule(knowledge) if problem.file in files]
    return sorted(set(problems)), len(files)
