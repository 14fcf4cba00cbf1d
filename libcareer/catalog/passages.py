"""The passages of all records, and an index of the terms in them.

A passage is one section of one record, such as the duties of a role or one wording of a question. The index
tells which passages have a term, and how often. Sections of roles are called as `show --section` calls them.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from libcareer.catalog.compiled import Parts


class Passage(Struct, frozen=True, array_like=True):
    """One *section* of the record *id* of a *kind*, such as roles; *length* is the number of its terms."""

    kind: str
    id: str
    section: str
    length: int


class PassageIndex:
    """All passages, and which of them have a term; each part is read on first use."""

    def __init__(self, parts: Parts) -> None:
        """Read from the *parts* of a compiled file."""
        self._parts = parts

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every passage, in the order of its number."""
        kinds = self._parts.table("passages", dict[str, tuple[tuple[str, int], ...]])
        return tuple(
            Passage(kind, id_, section, length)
            for kind, records in kinds.items()
            for id_, sections in records.items()
            for section, length in sections
        )

    @cached_property
    def _postings(self) -> Mapping[str, tuple[int, ...]]:
        return self._parts.separate("terms", tuple[int, ...])

    def having(self, term: str) -> tuple[tuple[int, int], ...]:
        """The number of each passage that has *term* (see `terms`), and how often it is there; sorted."""
        found: list[tuple[int, int]] = []
        number = 0
        packed = iter(self._postings.get(term, ()))
        for step, count in zip(packed, packed, strict=True):
            number += step
            found.append((number, count))
        return tuple(found)

    def __contains__(self, term: object) -> bool:
        """Whether any passage has *term*."""
        return term in self._postings

    @property
    def terms(self) -> Iterable[str]:
        """Every term of any passage, sorted."""
        return self._postings.keys()
