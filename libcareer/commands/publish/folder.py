"""The folder of a site: put in its place only when it is whole, and only where nothing else would be lost."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from libcareer.errors import LibcareerError
from libcareer.knowledge import disk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MARK = "libcareer-site.txt"
"""The file by which a folder is known to be a site of this command, which may be replaced."""

MARKED = b"This folder was written by `libcareer publish`, which replaces all of it when it runs again.\n"


def put_in_place(folder: Path, files: Iterable[tuple[str, str]]) -> int:
    """Write *files*, each a relative name and its text, and put them in the place of *folder*; gives their number.

    Raises LibcareerError if *folder* has something else in it, or if it cannot be written; then it stays as it was.
    """
    # A link stays: the folder that it leads to is replaced.
    place = Path(os.path.realpath(folder))
    if place.exists() and not place.is_dir():
        raise LibcareerError(f"'{folder}' is a file. Name a folder for the site.")
    if place.exists() and any(place.iterdir()) and not (place / MARK).is_file():
        raise LibcareerError(f"'{folder}' has files that are no site of libcareer. Name a new or an empty folder.")
    try:
        return disk.replace_folder(place, _marked(files)) - 1
    except OSError as error:
        raise LibcareerError(f"'{folder}' cannot be written: {error.strerror}. It stays as it was.") from None


def _marked(files: Iterable[tuple[str, str]]) -> Iterator[tuple[str, bytes]]:
    """*files* as bytes, and the mark."""
    yield from ((name, words.encode()) for name, words in files)
    yield MARK, MARKED
