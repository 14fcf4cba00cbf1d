"""Files on the disk: bounded reads, atomic writes, and locks between processes.

Every file that the program touches is read, written and removed here; a test forbids any other way.
"""

from __future__ import annotations

import errno
import mmap
import os
import re
import shutil
import stat
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

PART = ".libcareer-*.part"
"""A pattern for the names of files that are being written."""

STALE = 3600
"""Seconds after which an unfinished file is taken for the rest of a killed program."""

QUIET = 1.0
"""Seconds that a process waits for a lock before it says so."""

PAUSE = 0.01
"""Seconds between two attempts to take a lock."""

WITHOUT_LOCKS = {errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP}
"""Errors of file systems that know no locks; on these, saving goes on without one."""

OPEN_ALREADY = re.compile(r"/dev/stdin|(/dev|/proc/self)/fd/[0-9]+")
"""Paths of files that the process got open from its shell, as in `--answers <(command)`."""


class Busy(OSError):
    """A lock that another process holds."""


# ---------------------------------------------------------------------------- reading


def read_file(path: Path, most: int) -> bytes:
    """The bytes of the file at *path*, at most *most* of them.

    A pipe or a device, which may have no end or never answer, is read only if the shell opened it for us.
    Raises OSError if the file cannot be read, is larger, or is such a pipe or device.
    """
    given = OPEN_ALREADY.fullmatch(str(path)) is not None
    # Opening a pipe that nobody writes to would block.
    handle = os.open(path, os.O_RDONLY | (_flags() if given else _flags("O_NONBLOCK")))
    with _owned(handle):
        found = os.fstat(handle)
        if stat.S_ISDIR(found.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not given and not stat.S_ISREG(found.st_mode):
            raise OSError(None, "it is a pipe or a device")
        # Some files, such as those in /proc, have a size of 0 and are not empty.
        data = _read(handle, most + 1) if found.st_size <= most else b""
        if max(found.st_size, len(data)) > most:
            raise OSError(errno.EFBIG, f"it is larger than {most:,} bytes")
        return data


def mapped_file(path: Path) -> memoryview | None:
    """A view of the file at *path*, of which only the pages in use are read; None if it cannot be mapped."""
    # ValueError: an empty file cannot be mapped.
    with suppress(OSError, ValueError):
        handle = os.open(path, os.O_RDONLY | _flags("O_NONBLOCK"))
        with _owned(handle):
            if stat.S_ISREG(os.fstat(handle).st_mode):
                return memoryview(mmap.mmap(handle, 0, access=mmap.ACCESS_READ))
    return None


def _read(handle: int, most: int) -> bytes:
    """The next bytes of *handle*, at most *most*, up to the end of the file."""
    chunks: list[bytes] = []
    while most and (chunk := os.read(handle, min(most, 1 << 20))):
        chunks.append(chunk)
        most -= len(chunk)
    return b"".join(chunks)


# ---------------------------------------------------------------------------- writing


def replace_file(path: Path, data: bytes, *, lasting: bool = True, private: bool = True) -> None:
    """Replace the file at *path* with *data* in one step.

    Only its owner can read a *private* file; any other keeps its mode, and a new one gets the usual mode.
    A *lasting* file is on the disk (fsync) when this returns. Raises OSError if the file cannot be
    written; the old file is then unchanged.
    """
    part = _part(path, data, lasting=lasting, private=private)
    try:
        if not private:
            _keep_mode(path, part)
        os.replace(part, path)
    except BaseException:
        _discard(part)
        raise
    if lasting:
        _sync(path.parent)
    _clear(path)


def new_file(path: Path, data: bytes) -> None:
    """Write *data* to a new file at *path*: the whole file appears there, or nothing.

    Raises FileExistsError if there is a file already, and OSError if the file cannot be written.
    """
    part = _part(path, data, lasting=True, private=False)
    try:
        _name(part, path)
    finally:
        _discard(part)
    _sync(path.parent)


def _name(part: Path, path: Path) -> None:
    """Give the file at *part* the name *path* as well, or instead, unless that name is taken."""
    if sys.platform == "win32":
        # There, renaming never replaces a file.
        part.rename(path)
        return
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links: take the name first, then replace the empty file.
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _flags("O_NOFOLLOW"), 0o666))
        try:
            os.replace(part, path)
        except BaseException:
            _discard(path)
            raise


def _part(path: Path, data: bytes, *, lasting: bool, private: bool) -> Path:
    """A new file beside *path* with *data* in it; nothing is left if it cannot be written."""
    part = path.with_name(PART.replace("*", os.urandom(8).hex()))
    try:
        mode = 0o600 if private else 0o666
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _flags("O_NOFOLLOW"), mode)
        with _owned(handle):
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(handle, rest) :]
            if lasting:
                os.fsync(handle)
    except BaseException:
        _discard(part)
        raise
    return part


def make_folder(folder: Path, *, private: bool = True) -> None:
    """Make *folder* and its missing parents; only their owner can enter *private* ones.

    A folder that exists stays as it is. Raises OSError if a folder cannot be made.
    """
    # Path.mkdir gives its mode to the last folder only.
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(0o700 if private else 0o777, exist_ok=True)
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))


def replace_folder(folder: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Replace *folder* with a new one of *files*, each a relative name and its bytes; gives their number.

    The new folder is written beside the old one and renamed when it is whole. Raises OSError if it cannot be written;
    the old one is then as it was. Names with `..` raise ValueError.
    """
    make_folder(folder.parent, private=False)
    beside = folder.with_name(PART.replace("*", os.urandom(8).hex()))
    new, old = beside / "new", beside / "old"
    try:
        new.mkdir(parents=True)
        count = _filled(new, files)
        there = folder.exists()
        if there:
            new.chmod(stat.S_IMODE(folder.stat().st_mode))
            folder.rename(old)
        try:
            new.rename(folder)
        except BaseException:
            if there:
                old.rename(folder)
            raise
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return count


def _filled(folder: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Write *files* in a new *folder* and its subfolders; gives their number."""
    count = 0
    for name, data in files:
        parts = name.split("/")
        if ".." in parts or not all(parts):
            raise ValueError(f"{name!r} would lie outside of the folder")
        file = folder.joinpath(*parts)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        count += 1
    return count


def remove_file(path: Path) -> None:
    """Remove the file at *path*, if there is one; of a link, the link. Raises OSError if that fails."""
    path.unlink(missing_ok=True)


# ---------------------------------------------------------------------------- locks


@contextmanager
def locked(path: Path, patience: float = 0, waiting: Callable[[], None] | None = None) -> Iterator[None]:
    """Hold the lock file at *path*, which one process at a time can do; the folder is made if it is missing.

    The system releases the lock if the process dies. Calls *waiting* once if the lock is not free soon.
    Raises Busy if another process still holds it after *patience* seconds, and OSError if the file cannot
    be made.
    """
    make_folder(path.parent)
    handle = _lock(path, patience, waiting)
    try:
        yield
    finally:
        _unlock(path, handle)


def _lock(path: Path, patience: float, waiting: Callable[[], None] | None) -> int:
    """The handle of the lock file at *path*, locked."""
    begun = time.monotonic()
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | _flags("O_NOFOLLOW", "O_NONBLOCK"), 0o600)
        try:
            ours = _take(handle)
            if ours and _is_at(handle, path):
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)
        if ours:
            # The process that held the lock has removed the file meanwhile.
            continue
        passed = time.monotonic() - begun
        if passed >= patience:
            raise Busy(errno.EAGAIN, "another libcareer is using it")
        if waiting and passed >= QUIET:
            waiting()
            waiting = None
        time.sleep(PAUSE)


def _take(handle: int) -> bool:
    """Whether the lock on the open file is now ours."""
    found = os.fstat(handle)
    if found.st_size or not stat.S_ISREG(found.st_mode):
        raise OSError(None, "a file in the place of its lock is not libcareer's")
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
    else:
        import fcntl

        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            if error.errno not in WITHOUT_LOCKS:
                raise
    return True


def _is_at(handle: int, path: Path) -> bool:
    """Whether the open file is still the one at *path*."""
    try:
        return os.path.samestat(os.fstat(handle), path.lstat())
    except FileNotFoundError:
        return False


def _unlock(path: Path, handle: int) -> None:
    """Remove the lock file and release the lock."""
    if sys.platform == "win32":
        # An open file cannot be removed there, so this fails, rightly, if another process waits.
        os.close(handle)
        _discard(path)
    else:
        # Removed while it is locked: whoever waits for it sees in `_is_at` that it is another file.
        _discard(path)
        os.close(handle)


# ---------------------------------------------------------------------------- what all of them share


@contextmanager
def _owned(handle: int) -> Iterator[None]:
    try:
        yield
    finally:
        os.close(handle)


def _flags(*names: str) -> int:
    """The flags of `os.open` that this system has; O_BINARY keeps Windows from changing line ends."""
    return sum(getattr(os, name, 0) for name in (*names, "O_BINARY", "O_CLOEXEC"))


def _keep_mode(path: Path, part: Path) -> None:
    """Give the file at *part* the mode of the one at *path*, if there is one."""
    with suppress(FileNotFoundError):
        part.chmod(stat.S_IMODE(path.stat().st_mode))


def _discard(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _sync(folder: Path) -> None:
    """Flush the names in *folder* to the disk, on systems where a folder can be opened."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        with _owned(handle):
            os.fsync(handle)


def _clear(path: Path) -> None:
    """Remove the unfinished files of killed programs in the folder of *path*, which was just written."""
    with suppress(OSError):
        now = path.stat().st_mtime
        for part in path.parent.glob(PART):
            # A file from the future is stale as well: the clock was set back.
            if abs(part.stat().st_mtime - now) > STALE:
                part.unlink()
