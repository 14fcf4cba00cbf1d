"""A site that was written, as a report: where it is, and how to open it."""

from __future__ import annotations

from msgspec import Struct

from libcareer.reports.page.render import Para, Report


class Published(Struct, frozen=True):
    """A site: its *name*, the *folder* as it was typed, and how many *files* it has."""

    name: str
    folder: str
    files: int


def publish_report(found: Published) -> Report:
    """Where the site is, and how to look at it."""
    blocks = (
        Para(f"{found.name}: {found.files} files are in {found.folder}", strong=True),
        Para("Open index.html there in a browser, or copy the folder to any web server. Nothing in it needs one."),
    )
    cells = ((found.name, found.folder, found.files),)
    return Report("publish", blocks, found, ("name", "folder", "files"), cells)
