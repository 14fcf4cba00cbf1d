"""What somebody may have meant by the name of a record that does not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.errors import short
from libcareer.knowledge.decoding import nearest
from libcareer.knowledge.enums import NewKind

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_LISTED = 25
"""The most ids that a message lists."""

LISTED_BY = {
    "roles": "roles",
    "skills": "skills",
    "credentials": "credentials",
    "resources": "resources",
    "occupations": "occupations",
    "sources": "sources",
    "fields": "network",
    "disputes": "disputes",
    "changes": "changes",
}
"""The commands that list all records of a kind."""


def suggestion(kind: str, name: str, word: str, known: Sequence[str]) -> str:
    """A sentence for a *word* that is none of the ids *known* of a *kind*; one record of it is called *name*.

    It names the most similar id, or else all of them if they are few, or else the command that lists them.
    """
    near = nearest(word, known)
    if near:
        return f"Did you mean '{near}'?"
    if not known:
        begin = f": `libcareer new {name} ID` begins one" if name in list(NewKind) else ""
        return f"No {name} is known here yet{begin}."
    if len(known) <= MOST_LISTED:
        return f"Choose one of these: {', '.join(map(short, known))}."
    return f"`libcareer {LISTED_BY[kind]}` lists all." if kind in LISTED_BY else f"They are in {kind}.yaml."
