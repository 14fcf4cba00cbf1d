"""What is kept of a person's quiz: the one under way, and the last result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer import files
from libcareer.quiz import Answer

if TYPE_CHECKING:
    from pathlib import Path

KIND, VERSION = "libcareer quiz", 1
"""What a saved quiz says it is; one with a higher version was saved by a newer libcareer."""


class SavedQuiz(Struct, frozen=True):
    """A quiz as far as it has gone: its seed, its answers, and the practical limits given."""

    seed: int
    answers: tuple[Answer, ...] = ()
    limits: dict[str, str] = {}
    done: bool = False
    version: int = VERSION
    kind: str = KIND


def saved() -> tuple[SavedQuiz | None, SavedQuiz | None]:
    """The quiz that is under way and the last one that was finished, each None if there is none.

    Raises SavedFileError for a file that is not ours, damaged, or from a newer version.
    """
    return _read(begun_file()), _read(result_file())


def begun_file() -> Path:
    """Where a quiz under way is kept."""
    return files.home() / "quiz.json"


def result_file() -> Path:
    """Where the last finished quiz is kept."""
    return files.home() / "result.json"


def keep(quiz: SavedQuiz) -> None:
    """Save *quiz*: under way in one file, finished in another, which ends the one under way.

    Raises SavedFileError if the folder cannot be written, or holds a file of that name that is not
    ours or from a newer version.
    """
    path = result_file() if quiz.done else begun_file()
    # What stands there and is not ours stays.
    _read(path)
    if quiz.done:
        _read(begun_file())
    files.write(path, quiz)
    if quiz.done:
        files.remove(begun_file())


def _read(path: Path) -> SavedQuiz | None:
    return files.read(path, SavedQuiz, KIND, VERSION)
