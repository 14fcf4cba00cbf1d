"""A person's saved quizzes: the unfinished one, the last result, earlier results, and questions about one role."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.quiz.belief import Answer
from libcareer.engines.quiz.interview import Progress
from libcareer.person import storage

if TYPE_CHECKING:
    from pathlib import Path

QUIZ_KIND, FIT_KIND, QUIZ_VERSION = "libcareer quiz", "libcareer fit", 1
"""The kinds in saved files, and their version; a newer libcareer saves a higher one."""


class SavedQuiz(Struct, frozen=True):
    """A quiz so far: its seed, answers and practical limits, and the Interest Profiler scores.

    *on* is the day on which it was finished, as an ISO date; empty if unfinished.
    """

    seed: int
    answers: tuple[Answer, ...] = ()
    limits: dict[str, str] = {}
    done: bool = False
    version: int = QUIZ_VERSION
    kind: str = QUIZ_KIND
    riasec: dict[str, int] = {}
    on: str = ""

    @classmethod
    def of(cls, progress: Progress, on: str | None = None) -> SavedQuiz:
        """*progress* in the form in which it is saved; finished if *on* is given."""
        return cls(
            progress.seed, progress.answers, progress.limits, done=on is not None, riasec=progress.riasec, on=on or ""
        )

    def progress(self) -> Progress:
        """The progress of the quiz."""
        return Progress(self.seed, self.answers, self.limits, self.riasec)


class Replies(Struct, frozen=True):
    """The answers so far to the questions about one role."""

    seed: int
    answers: tuple[Answer, ...] = ()


class SavedFits(Struct, frozen=True):
    """The replies about each role, by its id."""

    fits: dict[str, Replies] = {}
    version: int = QUIZ_VERSION
    kind: str = FIT_KIND


def saved_quizzes() -> tuple[SavedQuiz | None, SavedQuiz | None]:
    """The unfinished quiz and the last finished one, each None if there is none.

    Raises SavedFileError for a file that is not ours, damaged, or from a newer version.
    """
    return _read(begun_file()), _read(result_file())


def begun_file() -> Path:
    """The path of the unfinished quiz."""
    return storage.home() / "quiz.json"


def result_file() -> Path:
    """The path of the last finished quiz."""
    return storage.home() / "result.json"


def earlier_result() -> SavedQuiz | None:
    """The finished quiz before the last one, or None if there is none.

    Raises SavedFileError for a file that is not ours, damaged, or from a newer version.
    """
    numbers = _numbers()
    return _read(_earlier_file(numbers[-1])) if numbers else None


def keep_quiz(quiz: SavedQuiz) -> None:
    """Save *quiz*: an unfinished one in its file; a finished one in another, and remove the unfinished one.

    The last result before a finished one is kept in a numbered file; the newest has the highest number.

    Raises SavedFileError if a file cannot be written, or if there is one that is not ours, damaged, or
    from a newer version.
    """
    path = result_file() if quiz.done else begun_file()
    # Reading raises for a file that must not be overwritten.
    before = _read(path)
    if quiz.done:
        _read(begun_file())
        if before is not None:
            storage.write_saved(_earlier_file(max(_numbers(), default=0) + 1), before)
    storage.write_saved(path, quiz)
    if quiz.done:
        storage.remove_saved(begun_file())


def fit_file() -> Path:
    """The path of the answers about single roles."""
    return storage.home() / "fit.json"


def begun_fits() -> dict[str, Replies]:
    """The answers about single roles, by id of the role; the last one saved comes last.

    Raises SavedFileError for a file that is not ours, damaged, or from a newer version.
    """
    kept = storage.read_saved(fit_file(), SavedFits, FIT_KIND, QUIZ_VERSION)
    return kept.fits if kept else {}


def keep_fit(role: str, replies: Replies) -> None:
    """Save *replies* about *role* beside those about others; raises SavedFileError as `keep_quiz` does."""
    others = {id_: each for id_, each in begun_fits().items() if id_ != role}
    storage.write_saved(fit_file(), SavedFits({**others, role: replies}))


def _earlier_file(number: int) -> Path:
    return storage.home() / f"result-{number}.json"


def _numbers() -> list[int]:
    """The numbers of the saved earlier results, lowest first."""
    stems = (path.stem.removeprefix("result-") for path in storage.home().glob("result-*.json"))
    return sorted(int(stem) for stem in stems if re.fullmatch("[1-9][0-9]{0,8}", stem))


def _read(path: Path) -> SavedQuiz | None:
    return storage.read_saved(path, SavedQuiz, QUIZ_KIND, QUIZ_VERSION)
