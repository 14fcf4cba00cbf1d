"""Where a person lives, of all that is kept about them: what the commands need that use nothing else of it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from libcareer.person.home import ABOUT_NAME, ABOUT_VERSION, NoHomeFolder, home

if TYPE_CHECKING:
    from pathlib import Path


def saved_place() -> str | None:
    """The id of the place where the person lives; None if none is kept, or nothing can be.

    Raises SavedFileError for a file that is not ours, damaged, or from a newer version.
    """
    try:
        path = home() / ABOUT_NAME
    except NoHomeFolder:
        return None
    return _place_in(path) if os.path.lexists(path) else None


def _place_in(path: Path) -> str | None:
    from libcareer.person.about import SavedAbout
    from libcareer.person.storage import ABOUT_KIND, read_saved

    kept = read_saved(path, SavedAbout, ABOUT_KIND, ABOUT_VERSION)
    return kept.about.place if kept else None
