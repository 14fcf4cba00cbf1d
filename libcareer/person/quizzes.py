"""What is kept of a person's quiz: the one under way, the last result, and the results before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.quiz.engine import Answer
from libcareer.engines.quiz.interview import Progress
from libcareer.person import storage

if TYPE_CHECKING:
    from pathlib import Path

QUIZ_KIND, FIT_KIND, QUIZ_VERSION = "libcareer quiz", "libcareer fit", 1
"""What saved files say they are; one with a higher version was saved by a newer libcareer."""


class SavedQuiz(Struct, frozen=True):
    """A quiz as far as it has gone: its seed, its answers, the practical limits and the scores given.

    *on* is the day it was finished.
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
        """*progress* as it is saved; finished if there is a day that it was finished *on*."""
        return cls(
            progress.seed, progress.answers, progress.limits, done=on is not None, riasec=progress.riasec, on=on or ""
        )

    def progress(self) -> Progress:
        """How far the quiz has gone."""
        return Progress(self.seed, self.answers, self.limits, self.riasec)


class Replies(Struct, frozen=True):
    """Questions about one role as far as they have been answered."""

    seed: int
    answers: tuple[Answer, ...] = ()


class SavedFits(Struct, frozen=True):
    """The replies about each role that somebody asked about, by its id."""

    fits: dict[str, Replies] = {}
    version: int = QUIZ_VERSION
    kind: str = FIT_KIND


def saved_quizzes() -> tuple[SavedQuiz | None, SavedQuiz | None]:
    """The quiz that is under way and the last one that was finished, each None if there is none.

    Raises SavedFileError for a file that is not ours, damaged, or from a newer version.
    """
    return _read(begun_file()), _read(result_file())


def begun_file() -> Path:
    """Where a quiz under way is kept."""
    return storage.home() / "quiz.json"


def result_file() -> Path:
    """Where the last finished quiz is kept."""
    return storage.home() / "result.json"


def earlier_result() -> SavedQuiz | None:
    """The finished quiz before the last one, None if there is none.

    Raises SavedFileError for a file that is not ours, damaged, or from a newer version.
    """
    numbers = _numbers()
    return _read(_earlier_file(numbers[-1])) if numbers else None


def keep_quiz(quiz: SavedQuiz) -> None:
    """Save *quiz*: under way in one file, finished in another, which ends the one under way.

    The result that was there before is kept under a number, the newest under the highest.

    Raises SavedFileError if the folder cannot be written, or holds a file of that name that is not
    ours or from a newer version.
    """
    path = result_file() if quiz.done else begun_file()
    # What stands there and is not ours stays.
    before = _read(path)
    if quiz.done:
        _read(begun_file())
        if before is not None:
            storage.write_saved(_earlier_file(max(_numbers(), default=0) + 1), before)
    storage.write_saved(path, quiz)
    if quiz.done:
        storage.remove_saved(begun_file())


def fit_file() -> Path:
    """Where the answers about one role are kept."""
    return storage.home() / "fit.json"


def begun_fits() -> dict[str, Replies]:
    """What was answered about roles, by id, the last one at the end.

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
    """The numbers under which earlier results are kept, lowest first; whatever else has such a name is passed over."""
    stems = (path.stem.removeprefix("result-") for path in storage.home().glob("result-*.json"))
    return sorted(int(stem) for stem in stems if re.fullmatch("[1-9][0-9]{0,8}", stem))


def _read(path: Path) -> SavedQuiz | None:
    return storage.read_saved(path, SavedQuiz, QUIZ_KIND, QUIZ_VERSION)
