"""What a rule over the knowledge finds."""

from __future__ import annotations

from msgspec import Struct

Where = tuple[str | int, ...]


class Finding(Struct, frozen=True):
    """Something a rule found: in which record, in which part of it, and what is wrong."""

    kind: str
    id: str
    where: Where
    message: str
