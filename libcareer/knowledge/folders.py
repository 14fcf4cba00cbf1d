"""Folders of knowledge: which of their files are knowledge, and whether one stands alone.

A folder either stands alone or lies over the built-in one: it stands alone if it holds a file
`standalone.yaml`. Nothing here reads a file, so that finding out whether any changed is quick.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from libcareer.errors import LibcareerError

if TYPE_CHECKING:
    from collections.abc import Iterator

STANDALONE = "standalone.yaml"


def _built_in() -> tuple[Path, object]:
    """The folder of the files that ship, and what removes it at exit where a zip file had to be unpacked for it."""
    archive = getattr(__spec__.loader, "archive", None)
    if archive is None:
        return Path(__file__).parents[1] / "data", None
    import tempfile
    import zipfile

    unpacked = tempfile.TemporaryDirectory(prefix="libcareer-")
    with zipfile.ZipFile(archive) as package:
        package.extractall(unpacked.name, [name for name in package.namelist() if name.startswith("libcareer/data/")])
    return Path(unpacked.name).resolve() / "libcareer" / "data", unpacked


BUILT_IN, _unpacked = _built_in()

KIND_FOLDERS = ("roles", "credentials", "skills", "resources", "quiz")
"""Folders in a folder of knowledge, each for the files of one kind."""

MOST_FILES = 10_000
"""Files and folders in a folder of knowledge; more is somebody's home, and not a folder of knowledge."""

DEEPEST_FOLDER = 10
"""Folders in folders; those that are read are one deep."""


def knowledge_files(folder: Path) -> list[Path]:
    """Every YAML file under *folder*, in order of name, and with them any link in the place of a folder of files.

    Raises LibcareerError if a folder cannot be read, or if there is too much in it.
    """
    return sorted(folder / name for name, _ in entries(folder))


def entries(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """The same in no order: the name of each as seen from *folder*, and its directory entry."""
    waiting = [(str(folder), "")]
    seen = 0
    while waiting:
        path, within = waiting.pop()
        if within.count("/") > DEEPEST_FOLDER:
            raise LibcareerError(f"'{folder}' has folders in folders, more than {DEEPEST_FOLDER} deep.")
        for entry in _entries(path):
            seen += 1
            if seen > MOST_FILES:
                raise LibcareerError(f"'{folder}' holds more than {MOST_FILES:,} files: no folder of knowledge does.")
            name = entry.name
            if name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append((entry.path, f"{within}{name}/"))
            if name.endswith((".yaml", ".yml")) or (not within and name in KIND_FOLDERS and entry.is_symlink()):
                yield within + name, entry


def _entries(path: str) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(path) as found:
            yield from found
    except OSError as error:
        raise LibcareerError(f"The folder '{path}' cannot be read: {error.strerror}.") from None


def stands_alone(folder: Path) -> bool:
    """Whether *folder* replaces the built-in knowledge instead of adding to it."""
    return (folder / STANDALONE).is_file()
