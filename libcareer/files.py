"""A person's private files: kept on this machine only, readable by nobody else, whole or not at all.

They lie in the user's state folder (LIBCAREER_HOME overrides). A file from a newer version, or one
that is not ours, is refused and never overwritten.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from libcareer.errors import SavedFileError

T = TypeVar("T", bound=Struct)

KEPT = ("quiz.json", "result.json", "result-[1-9]*.json", "fit.json", ".*.part")
"""What libcareer keeps in its folder, as patterns: all that `forget` removes."""


class Head(Struct):
    """What every saved file has, whatever its kind and version."""

    kind: str = ""
    version: int = 0


def home() -> Path:
    """The folder in which everything about the person is kept."""
    chosen = os.environ.get("LIBCAREER_HOME")
    if chosen:
        return Path(chosen)
    from platformdirs import user_state_path

    return user_state_path("libcareer", appauthor=False)


def read(path: Path, type_: type[T], kind: str, version: int) -> T | None:
    """The record of *type_* saved at *path*, None if there is no such file.

    Raises SavedFileError for a file that is not of this *kind*, damaged, or of a newer *version*.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise SavedFileError(f"'{path}' cannot be read: {error.strerror}.") from None
    head = _decoded(data, Head) or Head()
    if head.kind != kind:
        what = kind.removeprefix("libcareer ")
        raise SavedFileError(f"'{path}' is not a {what} saved by libcareer. Move it away, then try again.")
    if head.version > version:
        raise SavedFileError(f"'{path}' was saved by a newer libcareer. Update libcareer, or move the file away.")
    record = _decoded(data, type_)
    if record is None:
        raise SavedFileError(f"'{path}' is damaged. Move it away, then try again.")
    return record


def _decoded(data: bytes, type_: type[T]) -> T | None:
    try:
        return msgspec.json.decode(data, type=type_)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


def write(path: Path, record: Struct) -> None:
    """Save *record* at *path*: the file is replaced whole or not at all.

    Raises SavedFileError if it cannot be written.
    """
    data = msgspec.json.format(msgspec.json.encode(record), indent=1) + b"\n"
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


def forget() -> tuple[Path, ...]:
    """Remove everything kept about the person, and say which files that were.

    Raises SavedFileError if a file cannot be removed.
    """
    removed = []
    for path in sorted(path for pattern in KEPT for path in home().glob(pattern)):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise SavedFileError(f"'{path}' cannot be removed: {error.strerror}.") from None
        removed.append(path)
    return tuple(removed)
