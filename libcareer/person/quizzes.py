"""What is kept of a person's quiz: the one under way, the last result, and the results before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.quiz.belief import Answer
from libcareer.engines.quiz.interview import Progress
from libcareer.person import storage as files

if TYPE_CHECKING:
    from pathlib import Path

KIND, FIT_KIND, VERSION = "libcareer quiz", "libcareer fit", 1
"""What saved files say they are; one with a higher version was saved by a newer libcareer."""


class SavedQuiz(Struct, frozen=True):
    """A quiz as far as it has gone: its seed, its answers, the practical limits and the scores given.

    *on* is the day it was finished.
    """

    seed: int
    answers: tuple[Answer, ...] = ()
    limits: dict[str, str] = {}
    done: bool = False
    version: int = VERSION
    kind: str = KIND
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
    version: int = VERSION
    kind: str = FIT_KIND


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


def earlier() -> SavedQuiz | None:
    """The finished quiz before the last one, None if there is none.

    Raises SavedFileError for a file that is not ours, damaged, or from a newer version.
    """
    numbers = _numbers()
    return _read(_earlier_file(numbers[-1])) if numbers else None


def keep(quiz: SavedQuiz) -> None:
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
            files.write(_earlier_file(max(_numbers(), default=0) + 1), before)
    files.write(path, quiz)
    if quiz.done:
        files.remove(begun_file())


def fit_file() -> Path:
    """Where the answers about one role are kept."""
    return files.home() / "fit.json"


def fits() -> dict[str, Replies]:
    """What was answered about roles, by id, the last one at the end.

    Raises SavedFileError for a file that is not ours, damaged, or from a newer version.
    """
    kept = files.read(fit_file(), SavedFits, FIT_KIND, VERSION)
    return kept.fits if kept else {}


def keep_fit(role: str, replies: Replies) -> None:
    """Save *replies* about *role* beside those about others; raises SavedFileError as `keep` does."""
    others = {id_: each for id_, each in fits().items() if id_ != role}
    files.write(fit_file(), SavedFits({**others, role: replies}))


def _earlier_file(number: int) -> Path:
    return files.home() / f"result-{number}.json"


def _numbers() -> list[int]:
    """The numbers under which earlier results are kept, lowest first; whatever else has such a name is passed over."""
    stems = (path.stem.removeprefix("result-") for path in files.home().glob("result-*.json"))
    return sorted(int(stem) for stem in stems if re.fullmatch("[1-9][0-9]{0,8}", stem))


def _read(path: Path) -> SavedQuiz | None:
    return files.read(path, SavedQuiz, KIND, VERSION)
