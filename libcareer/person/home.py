"""Where the saved files of a person are: a module of its own, as most commands only look whether there are any."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from libcareer.errors import LibcareerError, SavedFileError
from libcareer.knowledge.homes import expanded, own_folder

if TYPE_CHECKING:
    from pathlib import Path

ABOUT_NAME, ABOUT_VERSION = "about.json", 1
"""The name of the file with what is kept about a person, and its version; a newer libcareer saves a higher one."""


class NoHomeFolder(SavedFileError):
    """The person has no home folder, so nothing of theirs can be kept."""


def home() -> Path:
    """The folder of the saved files.

    Raises NoHomeFolder if the person has none, SavedFileError if the one named cannot be.
    """
    chosen = os.environ.get("LIBCAREER_HOME")
    try:
        folder = expanded(chosen) if chosen else own_folder("state")
    except LibcareerError as error:
        raise SavedFileError(str(error)) from None
    if folder is None:
        raise NoHomeFolder("No home folder found. Set LIBCAREER_HOME to a folder for your answers.")
    return folder
