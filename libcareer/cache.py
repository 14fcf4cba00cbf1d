"""Compiled knowledge kept between runs, for folders of YAML that take long to read.

A kept file holds the state of the folders it was made from, so that it is never used for another, and
a checksum for each block of what was made, so that a part can be read and trusted without the rest.
Whatever is odd about one, missing, damaged, foreign or not writable, means only that the YAML is read
again.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from struct import Struct
from typing import TYPE_CHECKING
from zlib import crc32

from libcareer import contents
from libcareer.folders import entries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

BLOCK = 1 << 14
"""Bytes to a checksum: about a whole role, so that reading one checks little else."""

HEAD = Struct(">16sIIQ")
"""What a kept file begins with: MAGIC, a checksum of what stands before the body, and both their sizes."""

MAGIC = b"libcareer kept 2"

MOST = 8
"""How many kept files there may be, one for each set of folders and version."""


def kept(folders: Iterable[Path], version: str, fresh: Callable[[], bytes]) -> bytes | Kept:
    """The bytes that *fresh* makes from *folders*, kept until a file there or the *version* changes.

    For the same files and version *fresh* must give the same bytes.
    """
    place = _folder()
    if place is None:
        return fresh()
    folders = [Path(os.path.realpath(folder)) for folder in folders]
    path = place / f"{crc32(repr((version, folders)).encode()):08x}.catalog"
    of = state(folders, version)
    try:
        return Kept(path, of, fresh)
    except (OSError, ValueError):
        body = fresh()
        _keep(path, of, body)
        return body


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


class Kept:
    """The bytes of a kept file, each part read and checked when it is asked for; made anew if it is damaged."""

    def __init__(self, path: Path, of: bytes, fresh: Callable[[], bytes]) -> None:
        """Open the file at *path*; raises OSError or ValueError if it is not whole or not *of* this state."""
        self._path, self._of, self._fresh = path, of, fresh
        self._remade: bytes | None = None
        self._last: tuple[int, bytes] = (0, b"")
        if not path.is_file():
            raise ValueError("no file")
        with path.open("rb") as file:
            head = file.read(HEAD.size)
            if len(head) < HEAD.size:
                raise ValueError("no head")
            magic, sum_, before, self._size = HEAD.unpack(head)
            self._start = HEAD.size + before
            if magic != MAGIC or file.seek(0, os.SEEK_END) != self._start + self._size:
                raise ValueError("not whole")
            file.seek(HEAD.size)
            self._sums = file.read(before)
            if crc32(self._sums) != sum_ or not self._sums.startswith(of):
                raise ValueError("not of this state")
            self._sums = self._sums[len(of) :]

    def __len__(self) -> int:
        return int(self._size)

    def __getitem__(self, part: slice) -> bytes:
        if self._remade is None:
            start, end, _ = part.indices(self._size)
            found = self._read(start, end)
            if found is not None:
                return found
            self._remade = self._fresh()
            _keep(self._path, self._of, self._remade)
        return self._remade[part]

    def _read(self, start: int, end: int) -> bytes | None:
        """The bytes from *start* to before *end*; None if a block with any of them is damaged."""
        begin, blocks = self._last
        if not begin <= start <= end <= begin + len(blocks):
            first, last = start // BLOCK, -(-end // BLOCK)
            begin = first * BLOCK
            try:
                with self._path.open("rb") as file:
                    file.seek(self._start + begin)
                    blocks = file.read(last * BLOCK - begin)
            except OSError:
                return None
            if _sums(blocks) != self._sums[4 * first : 4 * last]:
                return None
            # Records that are asked for one after the other stand in one block.
            self._last = begin, blocks
        return blocks[start - begin : end - begin]


def _sums(body: bytes) -> bytes:
    """The checksum of each block of *body*."""
    view = memoryview(body)
    return b"".join(crc32(view[i : i + BLOCK]).to_bytes(4, "big") for i in range(0, len(body), BLOCK))


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


def _keep(path: Path, of: bytes, body: bytes) -> None:
    """Keep *body* whole or not at all, and drop older kept files; failure is not worth a word."""
    before = of + _sums(body)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        contents.replace(path, HEAD.pack(MAGIC, crc32(before), len(before), len(body)) + before + body, lasting=False)
        others = sorted(path.parent.glob("*.catalog"), key=lambda p: p.stat().st_mtime, reverse=True)
        for old in others[MOST:]:
            old.unlink(missing_ok=True)
    except OSError:
        pass
