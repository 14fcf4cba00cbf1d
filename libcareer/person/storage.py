"""A person's private files: readable by the owner only, written atomically, never sent anywhere.

They are in the user's state folder; LIBCAREER_HOME overrides it. A file that is not ours, or is from a
newer version, is refused and never overwritten. Whoever reads a file to change it holds the lock on all
of them from the reading to the writing (`locked`).
"""

from __future__ import annotations

import re
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING, TypeVar

import msgspec
from msgspec import Struct

from libcareer.errors import SavedFileError
from libcareer.knowledge import disk
from libcareer.person.home import home

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_T = TypeVar("_T", bound=Struct)

LARGEST_SAVED = 2_000_000
"""Bytes of a saved file: a hundred times the size of a finished quiz."""

QUIZ_KIND, FIT_KIND, PLAN_KIND = "libcareer quiz", "libcareer fit", "libcareer plan"
ABOUT_KIND = "libcareer description"
"""What saved files say that they are."""

KEPT = {
    r"quiz(-[1-9][0-9]{0,8})?\.json": QUIZ_KIND,
    r"result(-[1-9][0-9]{0,8})?\.json": QUIZ_KIND,
    r"fit\.json": FIT_KIND,
    r"plan\.json": PLAN_KIND,
    r"about\.json": ABOUT_KIND,
}
"""The kind of each file that libcareer saves, by a pattern of its name."""

LOCK = ".libcareer.lock"
"""The name of the lock on all saved files."""

OPEN_LOCK = r"\.libcareer-(quiz|fit-[0-9a-f]{8})\.lock"
"""A pattern for the names of the locks on questions that are open in a window."""

PATIENCE = 10.0
"""Seconds to wait while another process saves; saving takes a few milliseconds."""

WAITING = "Another libcareer is working on your saved files. Waiting for it."
BUSY = "Another libcareer is working on your saved files and does not finish. Try again."
FORGOTTEN = "Your answers were forgotten in another window."
"""What a person is told when several processes meet."""


class SavedHead(Struct):
    """The fields that every saved file has, in every version."""

    kind: str = ""
    version: int = 0


def plan_file() -> Path:
    """The path of the saved plan, which can be looked for without the engine that reads it."""
    return home() / "plan.json"


@contextmanager
def locked(path: Path, tell: Callable[[str], None] | None = None, *, change: str = "saved") -> Iterator[None]:
    """Hold the lock on all saved files for a *change* to the one at *path*.

    *tell* gets a sentence if that takes long.

    Raises SavedFileError if another process does not release it, or if the folder cannot be written.
    """
    waiting = (lambda: tell(WAITING)) if tell else None
    with ExitStack() as held:
        try:
            held.enter_context(disk.locked(path.with_name(LOCK), PATIENCE, waiting))
        except disk.Busy:
            raise SavedFileError(BUSY) from None
        except OSError as error:
            raise SavedFileError(f"'{path}' cannot be {change}: {error.strerror}.") from None
        yield


@contextmanager
def claimed(what: str, refusal: str) -> Iterator[OSError | None]:
    """Keep the questions *what* for this window until the end; gives the error if no lock can be made.

    Raises SavedFileError with the *refusal* if they are open in another window.
    """
    trouble = None
    with ExitStack() as held:
        try:
            held.enter_context(disk.locked(home() / f".libcareer-{what}.lock"))
        except disk.Busy:
            raise SavedFileError(refusal) from None
        except OSError as error:
            trouble = error
        yield trouble


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
        disk.make_folder(path.parent)
        _refuse_link(path)
        disk.replace_file(path, data)
    except OSError as error:
        raise SavedFileError(f"'{path}' cannot be saved: {error.strerror}.") from None


def remove_saved(path: Path) -> None:
    """Remove the file at *path*, if there is one; a link is removed, and not the file it leads to.

    Raises SavedFileError if it cannot be removed.
    """
    try:
        disk.remove_file(path)
    except OSError as error:
        raise SavedFileError(f"'{path}' cannot be removed: {error.strerror}.") from None


def remove_all(tell: Callable[[str], None] | None = None) -> tuple[Path, ...]:
    """Remove every file that libcareer saved, and return the paths of those that were removed, sorted.

    A file with the name of a saved one that libcareer did not write stays; *tell* gets a sentence about
    each. Raises SavedFileError if the folder cannot be read or a file cannot be removed.
    """
    there = _names()
    if not there:
        return ()
    removed = []
    with locked(there[0], tell, change="removed"):
        # Read again under the lock; an unfinished file then belongs to a process that was killed.
        for path in _names():
            if re.fullmatch(OPEN_LOCK, path.name):
                _remove_lock(path)
            elif path.match(disk.PART) or _is_ours(path):
                remove_saved(path)
                removed.append(path)
            elif tell:
                tell(f"'{path}' was not saved by libcareer, so it stays.")
    return tuple(removed)


def _names() -> list[Path]:
    """The paths in the folder that have the name of a saved file, an unfinished one or a lock, sorted."""
    # Unlike glob, iterdir gives broken links, and raises if the folder cannot be read.
    try:
        there = sorted(home().iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise SavedFileError(f"'{home()}' cannot be read: {error.strerror}.") from None
    return [path for path in there if _kind(path) or path.match(disk.PART) or re.fullmatch(OPEN_LOCK, path.name)]


def _kind(path: Path) -> str:
    """The kind that a saved file of this name has; empty if none has it."""
    return next((kind for pattern, kind in KEPT.items() if re.fullmatch(pattern, path.name)), "")


def _is_ours(path: Path) -> bool:
    """Whether libcareer wrote the file at *path*; it does not write links."""
    try:
        head = None if path.is_symlink() else _decoded(disk.read_file(path, LARGEST_SAVED), SavedHead)
    except OSError:
        return False
    return head is not None and head.kind == _kind(path)


def _remove_lock(path: Path) -> None:
    """Remove the lock that a killed process left at *path*; one in use stays."""
    with suppress(OSError), disk.locked(path):
        pass
