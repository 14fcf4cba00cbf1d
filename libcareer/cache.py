"""Compiled knowledge kept between runs, for folders of YAML that take long to read.

Whatever is odd about a kept file, missing, foreign or not writable, means only that the YAML is read
again.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from libcareer import contents
from libcareer.knowledge import knowledge_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

MAGIC = b"libcareer\n"

LARGEST = 200_000_000
"""Bytes; twice what a folder of knowledge may hold, so a larger file was not kept by us."""


def kept(folders: Iterable[Path], version: str, fresh: Callable[[], bytes]) -> bytes:
    """The bytes that *fresh* makes from *folders*, kept until a file there or the *version* changes."""
    key = fingerprint(folders, version)
    folder = _folder()
    if folder is None:
        return fresh()
    path = folder / f"{key}.catalog"
    try:
        data = contents.read(path, LARGEST)
        body = data[len(MAGIC) + 32 :]
        if data.startswith(MAGIC) and hashlib.sha256(body).digest() == data[len(MAGIC) : len(MAGIC) + 32]:
            return body
    except OSError:
        pass
    body = fresh()
    _keep(path, MAGIC + hashlib.sha256(body).digest() + body)
    return body


def fingerprint(folders: Iterable[Path], version: str) -> str:
    """A name that changes when any knowledge file in *folders* is added, removed, or written to."""
    digest = hashlib.sha256(version.encode())
    for folder in folders:
        digest.update(b"\n%s\n" % os.fsencode(os.path.realpath(folder)))
        for path in knowledge_files(folder) if folder.is_dir() else ():
            digest.update(b"%s %s\n" % (os.fsencode(path.relative_to(folder)), _stamp(path).encode()))
    return digest.hexdigest()[:32]


def _stamp(path: Path) -> str:
    """What changes when the file at *path* is written to, even if the time of its content is put back."""
    for look in (path.stat, path.lstat):
        try:
            stat = look()
        except OSError:
            continue
        return f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_ino}"
    return "gone"


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
    """Write *data* whole or not at all, and drop older kept files; failure is not worth a word."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        contents.replace(path, data, lasting=False)
        others = sorted(path.parent.glob("*.catalog"), key=lambda p: p.stat().st_mtime, reverse=True)
        for old in others[8:]:
            old.unlink(missing_ok=True)
    except OSError:
        pass
