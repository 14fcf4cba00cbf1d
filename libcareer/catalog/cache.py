"""A cache of compiled knowledge, for folders of YAML that take long to read.

A cached file begins with the state of the folders it was made from, and is used for that state only. A
file that is missing, damaged, foreign or unwritable is ignored, and the YAML is read again.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from libcareer.errors import LibcareerError
from libcareer.knowledge import disk
from libcareer.knowledge.folders import entries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

MOST_CACHED = 8
"""Files in the cache: one for each set of folders and version."""


def cached(
    folders: Iterable[Path], version: str, make: Callable[[], bytes]
) -> tuple[bytes | memoryview, Callable[[], bytes]]:
    """The bytes that *make* makes from *folders*, and a function that makes them anew and replaces the cached ones.

    They are cached until a file in *folders* or the *version* changes. For the same files and version
    *make* must give the same bytes. That the bytes are whole is for the reader to check.
    """
    cache = _folder()
    if cache is None:
        return make(), make
    folders = [Path(os.path.realpath(folder)) for folder in folders]
    path = cache / f"{crc32(repr((version, folders)).encode()):08x}.catalog"
    head = state(folders, version) + b"\0"

    def remake() -> bytes:
        made = make()
        _write(path, head + made)
        return made

    found = disk.mapped_file(path)
    if found is not None and found[: len(head)] == head:
        return found[len(head) :], remake
    return remake(), remake


def state(folders: Iterable[Path], version: str) -> bytes:
    """A fingerprint that changes when a knowledge file in *folders* is added, removed or written to."""
    lines = [version]
    for folder in folders:
        lines.append(f"\n{folder}\n")
        if folder.is_dir():
            lines += sorted([f"{name} {_stamp(entry)}\n" for name, entry in entries(folder)])
    return "".join(lines).encode(errors="surrogateescape")


def _stamp(entry: os.DirEntry[str]) -> str:
    """The size, times and inode of a file: they change with its content, even if the modification time is put back."""
    try:
        stat = entry.stat()
    except OSError:
        return "a link to nothing"
    return f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_ino}"


def _folder() -> Path | None:
    """The folder of the cache; None if there is none, because the home folder is unknown."""
    from libcareer.knowledge.homes import expanded, own_folder

    with suppress(LibcareerError):
        home = os.environ.get("LIBCAREER_HOME")
        return expanded(home) / "cache" if home else own_folder("cache")
    return None


def _write(path: Path, data: bytes) -> None:
    """Write a cached file and remove the oldest ones; errors are ignored, because the next run can try again."""
    with suppress(OSError):
        disk.make_folder(path.parent)
        disk.replace_file(path, data, lasting=False)
        newest_first = sorted(path.parent.glob("*.catalog"), key=lambda p: p.stat().st_mtime, reverse=True)
        for old in newest_first[MOST_CACHED:]:
            disk.remove_file(old)
