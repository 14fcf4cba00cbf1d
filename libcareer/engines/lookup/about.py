"""What libcareer is: its version, where its knowledge comes from, how much that is, and whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer import __version__
from libcareer.catalog.compiled import SCHEMA

if TYPE_CHECKING:
    from pathlib import Path

    from libcareer.catalog import Catalog

KINDS = ("roles", "skills", "credentials", "resources", "fields", "occupations", "sources", "disputes", "questions")
"""Kinds of record that are counted."""

CODE = "MIT"
"""License of the code."""

KNOWLEDGE = "CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)"
"""License of the built-in knowledge files."""

ATTRIBUTIONS = (
    "O*NET 30.2 Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA), "
    "used under the CC BY 4.0 license. O*NET is a trademark of USDOL/ETA. libcareer has selected and modified some "
    "of this information; USDOL/ETA has not approved, endorsed, or tested these modifications.",
    "Statistics of the U.S. Bureau of Labor Statistics, which are in the public domain; the Bureau has not endorsed "
    "this project.",
)
"""Whose data the built-in knowledge rests on, in the words that their owners ask for (LICENSE-DATA has them too)."""


class About(Struct, frozen=True):
    """Version and provenance; *folder* lies over the built-in knowledge or, *alone*, replaces it."""

    version: str
    python: str
    schema: int
    folder: str | None
    alone: bool
    records: dict[str, int]
    code: str = CODE
    knowledge: str = KNOWLEDGE
    attributions: tuple[str, ...] = ATTRIBUTIONS


def about(catalog: Catalog, python: str, folder: Path | None = None, *, alone: bool = False) -> About:
    """What runs here: this libcareer on a version of *python* with the *catalog* of a *folder* or the built-in one."""
    records = {kind: len(getattr(catalog, kind)) for kind in KINDS}
    return About(__version__, python, SCHEMA, str(folder) if folder else None, alone, records)
