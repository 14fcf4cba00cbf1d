"""Editions of sources that appear again and again: whether a newer one exists or should exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from libcareer.knowledge.model.terms import Source


def is_outdone(source: Source, today: date) -> bool:
    """Whether a newer edition than *source* is known, or was due on the day *today* or before."""
    return source.newer is not None or (source.next is not None and source.next <= today.isoformat())
