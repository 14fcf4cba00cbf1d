"""The knowledge that a command answers from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.catalog import load
from libcareer.knowledge.packs import write_about

if TYPE_CHECKING:
    from pathlib import Path

    from libcareer.catalog import Catalog


def opened(folder: Path | None) -> Catalog:
    """The catalog of the built-in knowledge, or of *folder* laid over it or alone, whose words all reports then use.

    Raises what `libcareer.catalog.load` raises.
    """
    catalog = load(folder)
    write_about(catalog.pack)
    return catalog
