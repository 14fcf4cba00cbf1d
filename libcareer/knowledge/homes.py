"""Where the system keeps a person's own files, and what `~` means in a path."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Literal

from libcareer.errors import LibcareerError, short


def expanded(path: str | Path) -> Path:
    """*path*, with `~` or `~name` at its beginning replaced by the home folder that it means.

    Raises LibcareerError if no such home folder is known.
    """
    words = os.fspath(path)
    if not words.startswith("~"):
        return Path(path)
    own = words[1:2] in ("", "/", os.sep)
    try:
        found = Path(words) if own and _homeless() else Path(words).expanduser()
    except RuntimeError:
        found = Path(words)
    # The name of a file may begin with this sign, too; `*` in a shell gives such names.
    if not found.is_absolute() and (own or not os.path.lexists(words)):
        raise LibcareerError(f"No home folder is known for '~' in '{short(words, 80)}'. Write the whole path.")
    return found


def _homeless() -> bool:
    """Whether the variable HOME is empty; Python would take the root folder for the home folder."""
    return os.name == "posix" and os.environ.get("HOME") == ""


def own_folder(kind: Literal["state", "cache"]) -> Path | None:
    """The folder for libcareer's files of this *kind*; None if the person has no home folder.

    The XDG variable of the *kind* is ignored unless it is an absolute path, as its specification says.
    Raises LibcareerError if that variable begins with `~` and no such home folder is known.
    """
    from platformdirs import user_cache_path, user_state_path

    variable = f"XDG_{kind.upper()}_HOME"
    given = os.environ.get(variable)
    folder = expanded(given) if given else None
    if _homeless() and not (folder and folder.is_absolute()):
        return None
    # Versions of platformdirs differ in what they do with `~` and relative paths, so they get neither.
    try:
        if given:
            del os.environ[variable]
        if folder and folder.is_absolute():
            os.environ[variable] = str(folder)
        # Without a home folder some versions raise RuntimeError, and others give a folder called "~".
        with suppress(RuntimeError):
            found = (user_state_path if kind == "state" else user_cache_path)("libcareer", appauthor=False)
            if found.is_absolute():
                return found
    finally:
        if given:
            os.environ[variable] = given
    return None
