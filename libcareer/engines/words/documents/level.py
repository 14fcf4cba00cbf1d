"""The level of the post that an advertisement describes, and the words that show it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.words.documents.gates import GateKind
from libcareer.engines.words.documents.quotes import Quote
from libcareer.engines.words.documents.skills_found import Importance
from libcareer.knowledge import wordings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libcareer.catalog import Catalog
    from libcareer.engines.words.documents.document import Document
    from libcareer.engines.words.documents.gates import Gate

LEVELS = {
    1: "first job",
    2: "support staff",
    3: "senior support staff",
    4: "professional",
    5: "first manager",
    6: "director",
}
"""The levels of roles in words."""


class Level(Struct, frozen=True):
    """The *level* of a post, 1 to 6, in *words*; *usual* is that of the role, None without one.

    *quotes* are what the document says about it: grades, who is led, the education and the years asked for.
    """

    level: int
    words: str
    usual: int | None
    quotes: tuple[Quote, ...]


_LEADS = (
    r"\b(?:supervis(?:e|es|ing|ory)|manages?|leads?|oversees?|directs?)\b[^.;]{0,40}\b(?:staff|employees"
    r"|assistants?|technicians?|{led}"
    r"|clerks?|team|department|volunteers|students?|personnel|FTE)\b"
)
_GRADE = re.compile(
    r"\b(?:entry[- ]level|senior|junior|trainee|intern(?:ship)?|no experience (?:necessary|needed|required)"
    r"|(?:grade|level|step) \w{1,3}\b|I{1,3}\b|IV\b)"
)


def level(catalog: Catalog, document: Document, gates: Sequence[Gate], role: str | None) -> Level | None:
    """The level of the post in *document*, which is most like *role*; None if nothing shows it.

    The role's own level counts. Without a role the degree that is demanded decides.
    """
    usual = catalog.briefs[role].level if role else None
    leads = _leads(catalog.vocabulary.advertisements.led)
    quotes = tuple(dict.fromkeys(_signs(document, gates, leads)))
    found = usual if usual is not None else _by_degree(catalog, gates)
    return None if found is None else Level(found, LEVELS[found], usual, quotes)


@cache
def _leads(led: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern of leading people, whom a vocabulary calls *led*."""
    return re.compile(_LEADS.replace("{led}", wordings.alternatives(led)), re.IGNORECASE)


def _signs(document: Document, gates: Sequence[Gate], leads: re.Pattern[str]) -> list[Quote]:
    """What a document says about the level, in a few quotes."""
    signs = [
        title.__class__(match[0], title.where)
        for title in document.titles[:1]
        for match in _GRADE.finditer(title.words)
    ]
    for statement in document.statements:
        if match := leads.search(statement.text):
            signs.append(statement.quote(match.start(), match.end()))
            break
    asked = [
        gate.quote
        for gate in gates
        if gate.importance is Importance.ESSENTIAL and gate.kind in (GateKind.DEGREE, GateKind.YEARS)
    ]
    return [*signs, *asked[:2]]


def _by_degree(catalog: Catalog, gates: Sequence[Gate]) -> int | None:
    """The level that a degree which is demanded usually stands for; the lowest one counts if there are several."""
    asked = [
        catalog.ranks[gate.education]
        for gate in gates
        if gate.kind is GateKind.DEGREE and gate.importance is Importance.ESSENTIAL and gate.education in catalog.ranks
    ]
    if not asked:
        return None
    rank = min(asked)
    pack, ranks = catalog.pack, catalog.ranks
    if pack.no_masters is None or pack.no_degree is None or pack.bachelor is None:
        return None
    if rank > ranks[pack.no_masters]:
        return 4
    return 3 if rank >= ranks[pack.bachelor] else 2 if rank > ranks[pack.no_degree] else 1
