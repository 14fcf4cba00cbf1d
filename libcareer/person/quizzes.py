"""A person's saved quizzes: the unfinished one, the last result, earlier results, and questions about one role."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING
from zlib import crc32

from msgspec import Struct
from msgspec.structs import replace

from libcareer.engines.quiz.answers import QUIZ_VERSION
from libcareer.engines.quiz.belief import Answer
from libcareer.engines.quiz.interest_profiler import SHORT_FORM
from libcareer.engines.quiz.interview import Progress
from libcareer.errors import SavedFileError
from libcareer.person import storage
from libcareer.person.home import home
from libcareer.person.storage import FIT_KIND, QUIZ_KIND

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from libcareer.engines.quiz.result import Result

QUIZ_OPEN = "A quiz is open in another window. Finish it or stop it there, then try again."
FIT_OPEN = "These questions are open in another window. Finish them or stop them there, then try again."
"""What a second window is told."""


resuming = ""
"""The command that goes on with the answers that this process has read or saved; empty if none are kept."""


class SavedOutcome(Struct, frozen=True):
    """What the answers said when the quiz was finished: the titles of the *roles* shown by id, the tie, the loves.

    If it was not *clear*, there are none.
    """

    clear: bool = False
    evidence: float = 0.0
    roles: dict[str, str] = {}
    tie: tuple[str, ...] = ()
    loves: tuple[tuple[str, ...], ...] = ()


class SavedQuiz(Struct, frozen=True):
    """A quiz so far: its seed, answers and practical limits, and the scores of an Interest Profiler of so many items.

    *on* is the day on which it was finished, as an ISO date; empty if unfinished. *outcome* is what it
    said then; the answers may say something else after an update.
    """

    seed: int
    answers: tuple[Answer, ...] = ()
    limits: dict[str, str] = {}
    done: bool = False
    version: int = QUIZ_VERSION
    kind: str = QUIZ_KIND
    riasec: dict[str, int] = {}
    on: str = ""
    outcome: SavedOutcome | None = None
    riasec_items: int = SHORT_FORM

    @classmethod
    def of(cls, progress: Progress, on: str | None = None) -> SavedQuiz:
        """*progress* in the form in which it is saved; finished if *on* is given."""
        return cls(
            progress.seed,
            progress.answers,
            progress.limits,
            done=on is not None,
            riasec=progress.riasec,
            on=on or "",
            riasec_items=progress.riasec_items,
        )

    def first_titles(self) -> tuple[str, ...]:
        """The titles of the roles that it showed when it was finished, if that is known."""
        return tuple(self.outcome.roles.values()) if self.outcome else ()

    def progress(self) -> Progress:
        """The progress of the quiz."""
        return Progress(self.seed, self.answers, self.limits, self.riasec, self.riasec_items)


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
    return home() / "quiz.json"


def result_file() -> Path:
    """The path of the last finished quiz."""
    return home() / "result.json"


def earlier_result() -> SavedQuiz | None:
    """The finished quiz before the last one, or None if there is none.

    Raises SavedFileError for a file that is not ours, damaged, or from a newer version.
    """
    numbers = _numbers()
    return _read(_earlier_file(numbers[-1])) if numbers else None


@contextmanager
def open_quiz(tell: Callable[[str], None]) -> Iterator[tuple[SavedQuiz | None, Callable[[SavedQuiz], None]]]:
    """Keep the quiz for this window: gives the unfinished one, if there is one, and a function that saves it.

    *tell* gets a sentence if saving takes long. Raises SavedFileError if a quiz is open in another
    window, and for a file that is not ours, damaged, or from a newer version. The function raises it as
    `keep_quiz` does, and if the answers were forgotten in another window.
    """
    with storage.claimed("quiz", QUIZ_OPEN) as trouble:
        begun, _ = saved_quizzes()
        going_on = begun is not None
        _set_resuming("quiz" if going_on else "")

        def keep(quiz: SavedQuiz) -> None:
            nonlocal going_on
            with _acknowledged("" if quiz.done else "quiz"):
                _refuse_unclaimed(begun_file(), trouble)
                keep_quiz(quiz, going_on=going_on, tell=tell)
            going_on = True

        yield begun, keep


def keep_quiz(quiz: SavedQuiz, *, going_on: bool = False, tell: Callable[[str], None] | None = None) -> None:
    """Save *quiz*: an unfinished one in its file; a finished one in another, and remove the unfinished one.

    The last result before a finished one is kept in a numbered file; the newest has the highest number.
    *tell* gets a sentence if that takes long.

    Raises SavedFileError if a file cannot be written, or if there is one that is not ours, damaged, or
    from a newer version; and for a quiz *going_on* if the unfinished one was removed.
    """
    path = result_file() if quiz.done else begun_file()
    with storage.locked(path, tell):
        # Reading raises for a file that must not be overwritten.
        begun, before = saved_quizzes() if quiz.done else (_read(path), None)
        if going_on and begun is None:
            raise SavedFileError(storage.FORGOTTEN)
        if before is not None:
            storage.write_saved(_earlier_file(max(_numbers(), default=0) + 1), before)
        storage.write_saved(path, quiz)
        if quiz.done:
            storage.remove_saved(begun_file())


def keep_outcome(progress: Progress, result: Result) -> None:
    """Save what the last finished quiz says, if its answers are those of *progress*.

    Raises SavedFileError if the file cannot be written, or is not ours, damaged, or from a newer version.
    """
    path = result_file()
    with storage.locked(path):
        last = _read(path)
        if last and last.answers == progress.answers:
            roles = {role.role: role.title for role in result.roles}
            outcome = SavedOutcome(result.clear, result.evidence, roles, result.tie, result.loves)
            storage.write_saved(path, replace(last, outcome=outcome))


def set_quiz_aside() -> Path:
    """Keep the unfinished quiz under another name too, because a new one will replace it; returns that path.

    Raises SavedFileError if it cannot be saved.
    """
    with storage.locked(begun_file()):
        begun, numbers = _read(begun_file()), _numbers("quiz")
        last = home() / f"quiz-{numbers[-1]}.json" if numbers else None
        if last and _read(last) == begun:
            return last
        path = home() / f"quiz-{numbers[-1] + 1 if numbers else 1}.json"
        if begun:
            storage.write_saved(path, begun)
    return path


def fit_file() -> Path:
    """The path of the answers about single roles."""
    return home() / "fit.json"


def begun_fits() -> dict[str, Replies]:
    """The answers about single roles, by id of the role; the last one saved comes last.

    Raises SavedFileError for a file that is not ours, damaged, or from a newer version.
    """
    kept = storage.read_saved(fit_file(), SavedFits, FIT_KIND, QUIZ_VERSION)
    return kept.fits if kept else {}


@contextmanager
def open_fit(role: str, tell: Callable[[str], None]) -> Iterator[tuple[Replies | None, Callable[[Replies], None]]]:
    """Keep the questions about *role* for this window, as `open_quiz` keeps the quiz."""
    with storage.claimed(f"fit-{crc32(role.encode()):08x}", FIT_OPEN) as trouble:
        begun = begun_fits().get(role)
        going_on = begun is not None
        _set_resuming(f"fit {role}" if going_on else "")

        def keep(replies: Replies) -> None:
            nonlocal going_on
            with _acknowledged(f"fit {role}"):
                _refuse_unclaimed(fit_file(), trouble)
                keep_fit(role, replies, going_on=going_on, tell=tell)
            going_on = True

        yield begun, keep


def keep_fit(role: str, replies: Replies, *, going_on: bool = False, tell: Callable[[str], None] | None = None) -> None:
    """Save *replies* about *role* beside those about others; raises SavedFileError as `keep_quiz` does."""
    with storage.locked(fit_file(), tell):
        fits = begun_fits()
        if going_on and role not in fits:
            raise SavedFileError(storage.FORGOTTEN)
        others = {id_: each for id_, each in fits.items() if id_ != role}
        storage.write_saved(fit_file(), SavedFits({**others, role: replies}))


def _set_resuming(command: str) -> None:
    global resuming
    resuming = command


@contextmanager
def _acknowledged(command: str) -> Iterator[None]:
    """Set `resuming` to *command* if the answers are saved, and to none if they cannot be."""
    try:
        yield
    except SavedFileError:
        _set_resuming("")
        raise
    _set_resuming(command)


def _refuse_unclaimed(path: Path, trouble: OSError | None) -> None:
    """Raise SavedFileError if no lock could be made: another window might save to the same file."""
    if trouble:
        raise SavedFileError(f"'{path}' cannot be saved: {trouble.strerror}.")


def _earlier_file(number: int) -> Path:
    return home() / f"result-{number}.json"


def _numbers(name: str = "result") -> list[int]:
    """The numbers of the saved earlier results, or of other files with a *name* and a number, lowest first."""
    stems = (path.stem.removeprefix(f"{name}-") for path in home().glob(f"{name}-*.json"))
    return sorted(int(stem) for stem in stems if re.fullmatch("[1-9][0-9]{0,8}", stem))


def _read(path: Path) -> SavedQuiz | None:
    return storage.read_saved(path, SavedQuiz, QUIZ_KIND, QUIZ_VERSION)
