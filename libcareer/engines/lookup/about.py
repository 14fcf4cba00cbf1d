"""The versions of libcareer, the origin and size of its knowledge, and the licenses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer import __version__
from libcareer.catalog.compiled import SCHEMA

if TYPE_CHECKING:
    from pathlib import Path

    from libcareer.catalog import Catalog

COUNTED_KINDS = (
    "roles",
    "skills",
    "credentials",
    "resources",
    "fields",
    "occupations",
    "sources",
    "disputes",
    "changes",
    "questions",
    "translations",
)
"""Kinds of record that are counted."""

CODE_LICENSE = "MIT"
"""License of the code."""

KNOWLEDGE_LICENSE = "CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)"
"""License of the built-in knowledge files."""

ATTRIBUTIONS = (
    "O*NET 30.2 Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA), "
    "used under the CC BY 4.0 license. O*NET is a trademark of USDOL/ETA. libcareer has selected and modified some "
    "of this information; USDOL/ETA has not approved, endorsed, or tested these modifications.",
    "O*NET 30.1 Database by USDOL/ETA, used under the CC BY 4.0 license in the same way.",
    "Statistics of the U.S. Bureau of Labor Statistics, which are in the public domain; the Bureau has not endorsed "
    "this project.",
    "Contains information licensed under the Open Government Licence \N{EN DASH} Canada.",
    "Contains public sector information licensed under the Open Government Licence v3.0.",
    "Source: Jobs and Skills Australia, Occupation profiles data, February 2025; Employment projections, May 2024 to "
    "May 2034; Occupation profile: gallery, library and museum technicians. © Commonwealth of Australia, licensed "
    "under CC BY 4.0.",
)
"""Attributions of the built-in knowledge in the words that the owners ask for; LICENSE-DATA has them too."""


class About(Struct, frozen=True):
    """Versions and provenance; the *folder* adds to the built-in knowledge or, if *alone*, replaces it."""

    version: str
    python: str
    catalog_schema: int
    folder: str | None
    alone: bool
    records: dict[str, int]
    code: str = CODE_LICENSE
    knowledge: str = KNOWLEDGE_LICENSE
    attributions: tuple[str, ...] = ATTRIBUTIONS


def about(catalog: Catalog, python: str, folder: Path | None = None, *, alone: bool = False) -> About:
    """Versions and provenance of the *catalog*; *python* is the version of Python, *folder* as in `About`."""
    records = {kind: len(getattr(catalog, kind)) for kind in COUNTED_KINDS}
    return About(__version__, python, SCHEMA, str(folder) if folder else None, alone, records)
