"""What files hold: read with a bound, and replaced whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PART = ".libcareer-*.part"
"""Names of files that are being written, as a pattern."""

STALE = 3600
"""Seconds after which a file that is still being written belongs to a program that was killed."""


def read_file(path: Path, most: int) -> bytes:
    """The bytes of the file at *path*, if there are at most so many.

    Raises OSError if it cannot be read, is larger, or is a pipe or a device, which might never begin or end.
    """
    # A pipe that nobody writes to must not keep us waiting.
    handle = os.open(path, os.O_RDONLY | _flags("O_NONBLOCK"))
    with os.fdopen(handle, "rb") as file:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode):
            raise OSError(None, "it is a pipe or a device")
        # Some files say that they are empty and are not.
        data = file.read(most + 1) if found.st_size <= most else b""
        if max(found.st_size, len(data)) > most:
            raise OSError(errno.EFBIG, f"it is larger than {most:,} bytes")
        return data


def replace_file(path: Path, data: bytes, *, lasting: bool = True) -> None:
    """Make *data* what the file at *path* holds, readable by its owner only: whole or not at all.

    A *lasting* file is on the disk, and not only on its way there, when this returns. Raises OSError
    if it cannot be written; what was there before is there still.
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
    """Flags of open that this system has; on Windows bytes are to be written as they are."""
    return sum(getattr(os, name, 0) for name in (*names, "O_BINARY", "O_CLOEXEC"))


def _sync(folder: Path) -> None:
    """Bring the names in *folder* to the disk, where the system lets a folder be opened for that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _clear(path: Path) -> None:
    """Remove beside *path*, which was written just now, what killed programs have left of their writing."""
    with suppress(OSError):
        now = path.stat().st_mtime
        for part in path.parent.glob(PART):
            # A file from the future is stale too: the clock was set back.
            if abs(part.stat().st_mtime - now) > STALE:
                part.unlink()
