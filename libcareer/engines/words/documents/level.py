"""The level of the post that an advertisement describes, and the words that show it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.words.documents.gates import GateKind
from libcareer.engines.words.documents.quotes import Quote
from libcareer.engines.words.documents.skills_found import Importance

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


_LEADS = re.compile(
    r"\b(?:supervis(?:e|es|ing|ory)|manages?|leads?|oversees?|directs?)\b[^.;]{0,40}\b(?:staff|employees"
    r"|assistants?|technicians?|librarians?"
    r"|clerks?|pages|team|department|volunteers|students?|personnel|FTE)\b",
    re.IGNORECASE,
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
    quotes = tuple(dict.fromkeys(_signs(document, gates)))
    found = usual if usual is not None else _by_degree(catalog, gates)
    return None if found is None else Level(found, LEVELS[found], usual, quotes)


def _signs(document: Document, gates: Sequence[Gate]) -> list[Quote]:
    """What a document says about the level, in a few quotes."""
    signs = [
        title.__class__(match[0], title.where)
        for title in document.titles[:1]
        for match in _GRADE.finditer(title.words)
    ]
    for statement in document.statements:
        if match := _LEADS.search(statement.text):
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
    levels = (("master", 4), ("bachelor", 3), ("associate", 2))
    return next((level for education, level in levels if rank >= catalog.ranks.get(education, 99)), 1)
