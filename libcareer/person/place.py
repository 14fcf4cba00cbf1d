"""Where a person lives, of all that is kept about them: what the commands need that use nothing else of it."""

from __future__ import annotations

from msgspec import Struct

from libcareer.person import storage
from libcareer.person.storage import ABOUT_KIND, ABOUT_VERSION


class _Lives(Struct, frozen=True):
    """Where a person lives, without the rest of what they told."""

    place: str | None = None


class _SavedPlace(Struct, frozen=True):
    """What is kept about a person, without what is not about the place."""

    about: _Lives = _Lives()


def saved_place() -> str | None:
    """The id of the place where the person lives; None if none is kept, or nothing can be.

    Raises SavedFileError for a file that is not ours, damaged, or from a newer version.
    """
    try:
        kept = storage.read_saved(storage.home() / storage.ABOUT_NAME, _SavedPlace, ABOUT_KIND, ABOUT_VERSION)
    except storage.NoHomeFolder:
        return None
    return kept.about.place if kept else None
