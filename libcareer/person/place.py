"""What is kept about a person, for commands that use nothing of it but where they live."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from libcareer.person.home import ABOUT_NAME, ABOUT_VERSION, NoHomeFolder, home

if TYPE_CHECKING:
    from pathlib import Path

    from libcareer.engines.paths.circumstances import Circumstances


def saved_home() -> Circumstances | None:
    """What is kept about the person, where they live included; None if there is no such file, or can be none.

    Raises SavedFileError for a file that is not ours, damaged, or from a newer version.
    """
    try:
        path = home() / ABOUT_NAME
    except NoHomeFolder:
        return None
    return _kept_in(path) if os.path.lexists(path) else None


def _kept_in(path: Path) -> Circumstances | None:
    from libcareer.person.about import SavedAbout
    from libcareer.person.storage import ABOUT_KIND, read_saved

    kept = read_saved(path, SavedAbout, ABOUT_KIND, ABOUT_VERSION)
    return kept.about if kept else None
