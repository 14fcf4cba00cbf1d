"""Folders of knowledge: which of their files are knowledge, and whether a folder stands alone.

A folder with a file `standalone.yaml` stands alone: it replaces the built-in knowledge. Any other folder
is laid over the built-in one. No file is opened here, so that looking for changes is quick.
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
    """The built-in folder, and the temporary folder that it is unpacked to if the package runs from a zip file."""
    archive = getattr(__spec__.loader, "archive", None)
    if archive is None:
        return Path(__file__).parents[1] / "data", None
    import tempfile
    import zipfile

    unpacked = tempfile.TemporaryDirectory(prefix="libcareer-")
    with zipfile.ZipFile(archive) as package:
        inside = ("libcareer/data/", "libcareer/templates/")
        package.extractall(unpacked.name, [name for name in package.namelist() if name.startswith(inside)])
    return Path(unpacked.name).resolve() / "libcareer" / "data", unpacked


BUILT_IN, _unpacked = _built_in()

CHECKOUT = BUILT_IN.parents[1]
"""The copy of the repository that the program runs from, if it does; else the folder with the installed packages."""

KIND_FOLDERS = ("roles", "credentials", "skills", "resources", "quiz")
"""The folders in a folder of knowledge, each with the files of one kind."""

MOST_FILES = 10_000
"""Files and folders in a folder of knowledge; with more it is rather somebody's home folder."""

DEEPEST_FOLDER = 10
"""Levels of folders in a folder of knowledge; the files that are read are on the first two."""


def knowledge_files(folder: Path) -> list[Path]:
    """The YAML files under *folder*, sorted, and any link where one of KIND_FOLDERS is expected.

    Raises LibcareerError if a folder cannot be read, or if it has too many files or levels.
    """
    return sorted(folder / name for name, _ in entries(folder))


def entries(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """The name relative to *folder* and the directory entry of each of `knowledge_files`, in no order."""
    waiting = [(str(folder), "")]
    seen = 0
    while waiting:
        path, within = waiting.pop()
        if within.count("/") > DEEPEST_FOLDER:
            raise LibcareerError(f"'{folder}' has folders nested more than {DEEPEST_FOLDER} levels deep.")
        for entry in _entries(path):
            seen += 1
            if seen > MOST_FILES:
                raise LibcareerError(
                    f"'{folder}' contains more than {MOST_FILES:,} files, too many for a folder of knowledge."
                )
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


def in_checkout() -> bool:
    """Whether the program runs from a copy of the repository, whose files people may add to."""
    return (CHECKOUT / "pyproject.toml").is_file() and (CHECKOUT / "docs" / "templates").is_dir()


def stands_alone(folder: Path) -> bool:
    """Whether *folder* replaces the built-in knowledge, and is not laid over it."""
    return (folder / STANDALONE).is_file()
