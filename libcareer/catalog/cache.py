"""Compiled knowledge kept between runs, for folders of YAML that take long to read.

A kept file is sealed with the state of the folders it was made from, so that it is never used for another.
Whatever is odd about one, missing, damaged, foreign or not writable, means only that the YAML is read
again.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from libcareer.catalog.seal import Sealed, sealed
from libcareer.knowledge import disk as contents
from libcareer.knowledge.folders import entries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

MOST = 8
"""How many kept files there may be, one for each set of folders and version."""


def kept(folders: Iterable[Path], version: str, fresh: Callable[[], bytes]) -> bytes | Sealed:
    """The bytes that *fresh* makes from *folders*, kept until a file there or the *version* changes.

    For the same files and version *fresh* must give the same bytes.
    """
    place = _folder()
    if place is None:
        return fresh()
    folders = [Path(os.path.realpath(folder)) for folder in folders]
    path = place / f"{crc32(repr((version, folders)).encode()):08x}.catalog"
    of = state(folders, version)

    def read(start: int, end: int) -> bytes:
        with path.open("rb") as file:
            file.seek(start)
            return file.read(end - start)

    def anew() -> bytes:
        body = fresh()
        _keep(path, sealed(body, of))
        return body

    try:
        if path.is_file():
            return Sealed(read, path.stat().st_size, anew, of)
    except (OSError, ValueError):
        pass
    return anew()


def state(folders: Iterable[Path], version: str) -> bytes:
    """What changes when any knowledge file in *folders* is added, removed, or written to."""
    lines = [version]
    for folder in folders:
        lines.append(f"\n{folder}\n")
        if folder.is_dir():
            lines += sorted([f"{name} {_stamp(entry)}\n" for name, entry in entries(folder)])
    return "".join(lines).encode(errors="surrogateescape")


def _stamp(entry: os.DirEntry[str]) -> str:
    """What changes when a file is written to, even if the time of its content is put back."""
    try:
        stat = entry.stat()
    except OSError:
        return "a link to nothing"
    return f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_ino}"


def _folder() -> Path | None:
    """Where kept files lie; None if the system knows of no such place."""
    if home := os.environ.get("LIBCAREER_HOME"):
        return Path(home) / "cache"
    from platformdirs import user_cache_path

    # Who has no home folder gets an error of some versions, and of others a folder called "~".
    with suppress(RuntimeError):
        folder = user_cache_path("libcareer", appauthor=False)
        if folder.is_absolute():
            return folder
    return None


def _keep(path: Path, data: bytes) -> None:
    """Keep *data* whole or not at all, and drop older kept files; failure is not worth a word."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        contents.replace(path, data, lasting=False)
        others = sorted(path.parent.glob("*.catalog"), key=lambda p: p.stat().st_mtime, reverse=True)
        for old in others[MOST:]:
            old.unlink(missing_ok=True)
    except OSError:
        pass
