"""A person's private files: readable by the owner only, written atomically, never sent anywhere.

They are in the user's state folder; LIBCAREER_HOME overrides it. A file that is not ours, or is from a
newer version, is refused and never overwritten.
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
"""Bytes of a saved file: a hundred times the size of a finished quiz."""

KEPT = ("quiz.json", "result.json", "result-[1-9]*.json", "fit.json", "plan.json", disk.PART)
"""Patterns of the files that libcareer saves; `remove_all` removes these and no others."""


class SavedHead(Struct):
    """The fields that every saved file has, in every version."""

    kind: str = ""
    version: int = 0


def home() -> Path:
    """The folder of the saved files.

    Raises SavedFileError if the person has no home folder.
    """
    chosen = os.environ.get("LIBCAREER_HOME")
    if chosen:
        return Path(chosen)
    from platformdirs import user_state_path

    # Without a home folder some versions raise RuntimeError, and others give a folder called "~".
    with suppress(RuntimeError):
        folder = user_state_path("libcareer", appauthor=False)
        if folder.is_absolute():
            return folder
    raise SavedFileError("No home folder found. Set LIBCAREER_HOME to a folder for your answers.")


def read_saved(path: Path, type_: type[_T], kind: str, version: int) -> _T | None:
    """The record of *type_* saved at *path*, or None if there is no such file.

    Raises SavedFileError for a file that cannot be read, is not of this *kind*, is damaged, or has a
    newer *version*. Links are refused, because a link could make us read or replace any file.
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
    """Save *record* at *path*; the file is replaced atomically.

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
    """Remove the file at *path*, if there is one; a link is removed, and not the file it leads to.

    Raises SavedFileError if it cannot be removed.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise SavedFileError(f"'{path}' cannot be removed: {error.strerror}.") from None


def remove_all() -> tuple[Path, ...]:
    """Remove every saved file, and return the paths of those that were removed, sorted.

    Raises SavedFileError if the folder cannot be read or a file cannot be removed.
    """
    # Unlike glob, iterdir gives broken links, and raises if the folder cannot be read.
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
