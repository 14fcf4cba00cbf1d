"""The folder of a site: written beside the one that is there, and put in its place only when it is whole."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from libcareer.errors import LibcareerError

if TYPE_CHECKING:
    from collections.abc import Iterable

MARK = "libcareer-site.txt"
"""The file by which a folder is known to be a site of this command, which may be replaced."""

MARKED = "This folder was written by `libcareer publish`, which replaces all of it when it runs again.\n"


def put_in_place(folder: Path, files: Iterable[tuple[str, str]]) -> int:
    """Write *files*, each a relative name and its text, and put them in the place of *folder*; gives their number.

    Raises LibcareerError if *folder* has something else in it, or if it cannot be written; then it stays as it was.
    """
    # A link stays: the folder that it leads to is replaced.
    place = Path(os.path.realpath(folder))
    _check(folder, place)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{place.name}-", dir=place.parent) as beside:
            new, old = Path(beside) / "new", Path(beside) / "old"
            count = _write(new, [*files, (MARK, MARKED)])
            _swap(place, new, old)
    except OSError as error:
        raise LibcareerError(f"'{folder}' cannot be written: {error.strerror}. It stays as it was.") from None
    return count


def _check(folder: Path, place: Path) -> None:
    if not place.exists():
        return
    if not place.is_dir():
        raise LibcareerError(f"'{folder}' is a file. Name a folder for the site.")
    if any(place.iterdir()) and not (place / MARK).is_file():
        raise LibcareerError(f"'{folder}' has files that are no site of libcareer. Name a new or an empty folder.")


def _write(new: Path, files: Iterable[tuple[str, str]]) -> int:
    """Write *files* under the folder *new*; gives their number."""
    made: set[Path] = set()
    count = 0
    for name, words in files:
        file = new / name
        if file.parent not in made:
            file.parent.mkdir(parents=True, exist_ok=True)
            made.add(file.parent)
        file.write_text(words, "utf-8", newline="\n")
        count += 1
    return count


def _swap(place: Path, new: Path, old: Path) -> None:
    """Put *new* in the *place* of what is there, which becomes *old*; if that fails, it is there again."""
    new.chmod(_mode(place))
    there = place.exists()
    if there:
        place.rename(old)
    try:
        new.rename(place)
    except OSError:
        if there:
            old.rename(place)
        raise
    with suppress(OSError):
        shutil.rmtree(old)


def _mode(place: Path) -> int:
    """The mode of the folder in *place*, or that of a new folder."""
    if place.exists():
        return place.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o777 & ~mask
