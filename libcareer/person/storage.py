"""A person's private files: kept on this machine only, readable by nobody else, whole or not at all.

They lie in the user's state folder (LIBCAREER_HOME overrides). A file from a newer version, or one
that is not ours, is refused and never overwritten.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from libcareer.errors import SavedFileError
from libcareer.knowledge import disk

_T = TypeVar("_T", bound=Struct)

LARGEST_SAVED = 2_000_000
"""Bytes; a hundred times what a finished quiz takes."""

KEPT = ("quiz.json", "result.json", "result-[1-9]*.json", "fit.json", "plan.json", disk.PART)
"""What libcareer keeps in its folder, as patterns: all that `remove_all` removes."""


class SavedHead(Struct):
    """What every saved file has, whatever its kind and version."""

    kind: str = ""
    version: int = 0


def home() -> Path:
    """The folder in which everything about the person is kept.

    Raises SavedFileError if the system does not know of one.
    """
    chosen = os.environ.get("LIBCAREER_HOME")
    if chosen:
        return Path(chosen)
    from platformdirs import user_state_path

    # Who has no home folder gets an error of some versions, and of others a folder called "~".
    with suppress(RuntimeError):
        folder = user_state_path("libcareer", appauthor=False)
        if folder.is_absolute():
            return folder
    raise SavedFileError("Nobody's home folder is known here. Set LIBCAREER_HOME to a folder for your answers.")


def read_saved(path: Path, type_: type[_T], kind: str, version: int) -> _T | None:
    """The record of *type_* saved at *path*, None if there is no such file.

    Raises SavedFileError for a file that is not of this *kind*, damaged, of a newer *version*, or a
    link: to follow one would let it choose what is read and replaced.
    """
    try:
        _refuse_link(path)
        data = disk.read_file(path, LARGEST_SAVED)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise SavedFileError(f"'{path}' cannot be read: {error.strerror}.") from None
    head = _decoded(data, SavedHead) or SavedHead()
    if head.kind != kind:
        what = kind.removeprefix("libcareer ")
        raise SavedFileError(f"'{path}' is not a {what} saved by libcareer. Move it away, then try again.")
    if head.version > version:
        raise SavedFileError(f"'{path}' was saved by a newer libcareer. Update libcareer, or move the file away.")
    record = _decoded(data, type_)
    if record is None:
        raise SavedFileError(f"'{path}' is damaged. Move it away, then try again.")
    return record


def _refuse_link(path: Path) -> None:
    if path.is_symlink():
        raise SavedFileError(f"'{path}' is a link to another place. Move it away, then try again.")


def _decoded(data: bytes, type_: type[_T]) -> _T | None:
    try:
        return msgspec.json.decode(data, type=type_)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


def write_saved(path: Path, record: Struct) -> None:
    """Save *record* at *path*: the file is replaced whole or not at all.

    Raises SavedFileError if it cannot be written.
    """
    data = msgspec.json.format(msgspec.json.encode(record), indent=1) + b"\n"
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _refuse_link(path)
        disk.replace_file(path, data)
    except OSError as error:
        raise SavedFileError(f"'{path}' cannot be saved: {error.strerror}.") from None


def remove_saved(path: Path) -> None:
    """Remove the file at *path*, if there is one; of a link only the link itself.

    Raises SavedFileError if it cannot be removed.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise SavedFileError(f"'{path}' cannot be removed: {error.strerror}.") from None


def remove_all() -> tuple[Path, ...]:
    """Remove everything kept about the person, and say which files that were.

    Raises SavedFileError if the folder cannot be read or a file cannot be removed.
    """
    # Unlike glob, iterdir knows links that lead nowhere, and says so if it may not look.
    try:
        there = sorted(home().iterdir())
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise SavedFileError(f"'{home()}' cannot be read: {error.strerror}.") from None
    kept = tuple(path for path in there if any(path.match(pattern) for pattern in KEPT))
    for path in kept:
        remove_saved(path)
    return kept
