"""Bounded reads and atomic writes."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PART = ".libcareer-*.part"
"""A pattern for the names of files that are being written."""

STALE = 3600
"""Seconds after which an unfinished file is taken for the rest of a killed program."""


def read_file(path: Path, most: int) -> bytes:
    """The bytes of the file at *path*, at most *most* of them.

    Raises OSError if the file cannot be read, is larger, or is a pipe or a device, which may have no end.
    """
    # Opening a pipe that nobody writes to would block.
    handle = os.open(path, os.O_RDONLY | _flags("O_NONBLOCK"))
    with os.fdopen(handle, "rb") as file:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode):
            raise OSError(None, "it is a pipe or a device")
        # Some files, such as those in /proc, have a size of 0 and are not empty.
        data = file.read(most + 1) if found.st_size <= most else b""
        if max(found.st_size, len(data)) > most:
            raise OSError(errno.EFBIG, f"it is larger than {most:,} bytes")
        return data


def replace_file(path: Path, data: bytes, *, lasting: bool = True) -> None:
    """Replace the file at *path* with *data* in one step; only its owner can read it.

    A *lasting* file is on the disk (fsync) when this returns. Raises OSError if the file cannot be
    written; the old file is then unchanged.
    """
    part = path.with_name(PART.replace("*", os.urandom(8).hex()))
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _flags("O_NOFOLLOW"), 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if lasting:
                file.flush()
                os.fsync(handle)
        os.replace(part, path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    if lasting:
        _sync(path.parent)
    _clear(path)


def _flags(*names: str) -> int:
    """The flags of `os.open` that this system has; O_BINARY keeps Windows from changing line ends."""
    return sum(getattr(os, name, 0) for name in (*names, "O_BINARY", "O_CLOEXEC"))


def _sync(folder: Path) -> None:
    """Flush the names in *folder* to the disk, on systems where a folder can be opened."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _clear(path: Path) -> None:
    """Remove the unfinished files of killed programs in the folder of *path*, which was just written."""
    with suppress(OSError):
        now = path.stat().st_mtime
        for part in path.parent.glob(PART):
            # A file from the future is stale as well: the clock was set back.
            if abs(part.stat().st_mtime - now) > STALE:
                part.unlink()
