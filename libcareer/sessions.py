"""What is kept about a person, on that person's machine only: a begun quiz and the last result.

The files lie in the user's state folder (LIBCAREER_HOME overrides), can be read by nobody else, and
are replaced whole or not at all. A file from a newer version, or one that is not ours, is refused
and never overwritten.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import msgspec
from msgspec import Struct

from libcareer.errors import SavedFileError
from libcareer.quiz import Answer

VERSION = 1
"""Version of the saved form; a file with a higher one was written by a newer libcareer."""


class SavedQuiz(Struct, frozen=True):
    """A quiz as far as it has gone: its seed, its answers, and the practical limits given."""

    seed: int
    answers: tuple[Answer, ...] = ()
    limits: dict[str, str] = {}
    done: bool = False
    version: int = VERSION
    kind: str = "libcareer quiz"


def home() -> Path:
    """The folder in which everything about the person is kept."""
    chosen = os.environ.get("LIBCAREER_HOME")
    if chosen:
        return Path(chosen)
    from platformdirs import user_state_path

    return user_state_path("libcareer", appauthor=False)


def saved() -> tuple[SavedQuiz | None, SavedQuiz | None]:
    """The quiz that is under way and the last one that was finished, each None if there is none.

    Raises SavedFileError for a file that is not ours, damaged, or from a newer version.
    """
    return _read(begun_file()), _read(result_file())


def begun_file() -> Path:
    """Where a quiz under way is kept."""
    return home() / "quiz.json"


def result_file() -> Path:
    """Where the last finished quiz is kept."""
    return home() / "result.json"


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
    _write(path, msgspec.json.format(msgspec.json.encode(quiz), indent=1) + b"\n")
    if quiz.done:
        begun_file().unlink(missing_ok=True)


def forget() -> tuple[Path, ...]:
    """Remove everything kept about the person, and say which files that were.

    Raises SavedFileError if a file cannot be removed.
    """
    removed = []
    left_over = home().glob(".*.part") if home().is_dir() else ()
    for path in (begun_file(), result_file(), *left_over):
        try:
            path.unlink()
        except FileNotFoundError:
            continue
        except OSError as error:
            raise SavedFileError(f"'{path}' cannot be removed: {error.strerror}.") from None
        removed.append(path)
    return tuple(removed)


def _read(path: Path) -> SavedQuiz | None:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise SavedFileError(f"'{path}' cannot be read: {error.strerror}.") from None
    try:
        head = msgspec.json.decode(data, type=_Head)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        head = _Head()
    if head.kind != "libcareer quiz":
        raise SavedFileError(f"'{path}' is not a quiz saved by libcareer. Move it away, then try again.")
    if head.version > VERSION:
        raise SavedFileError(f"'{path}' was saved by a newer libcareer. Update libcareer, or move the file away.")
    try:
        return msgspec.json.decode(data, type=SavedQuiz)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise SavedFileError(f"'{path}' is damaged. Move it away, then try again.") from None


class _Head(Struct):
    """What every version of a saved file begins with."""

    kind: str = ""
    version: int = 0


def _write(path: Path, data: bytes) -> None:
    """Write *data* to *path*, whole or not at all, readable by its owner only."""
    temporary = None
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # mkstemp makes the file with mode 0600.
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except OSError as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        raise SavedFileError(f"'{path}' cannot be saved: {error.strerror}.") from None
