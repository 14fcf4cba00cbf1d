"""The roles that a document is nearest to: its title and its text together, and whether they decide anything.

The score of a role is a sum of evidence that is never negative, and its share grows with nothing but its own
score. So another sentence never lowers a role, and the order of paragraphs changes nothing. Whether the document
is about any role here is another question: how much of its telling words and skills the nearest role explains.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from libcareer.engines.words.documents.evidence import role_index, skill_evidence, text_evidence
from libcareer.engines.words.documents.formalities import telling_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from libcareer.catalog import Catalog
    from libcareer.engines.words.documents.document import Document
    from libcareer.engines.words.documents.paragraphs import Statement
    from libcareer.engines.words.documents.title_line import TitleReading

TITLE = 40.0
"""The evidence of a title that certainly means a role: as much as a text of a hundred and fifty words brings."""

EVERYDAY = 0.15
"""What a skill counts that advertisements of every field ask for, relative to others."""

SCALE = 60.0
"""The score at which the share of a role is about two thirds."""


SHORT = 60.0
"""What the telling words of a text of some fifty words can bring; a shorter one has to reach a lower score."""


class Bar(NamedTuple):
    """What the nearest role has to reach by a short text alone: the share that it explains, and a score.

    In a longer text the share may be lower, by the power *falls* of the length: employers' phrases say nothing of
    the work, and long texts have more of them.
    """

    explained: float
    score: float
    falls: float


BARS = {
    (False, True): Bar(0.17, 14.0, 0.5),
    (False, False): Bar(0.28, 12.0, 0.75),
    (True, True): Bar(0.19, 14.0, 0.5),
    (True, False): Bar(0.32, 14.0, 0.75),
}
"""What the text has to reach so that it is about a role here, where no title says so.

It is more if there is a title that means no role here (the first of the pair), and less if the text speaks of the
field (the second). Set on advertisements of our own making, to which phrases of employers were added.
"""

DEGREE = 3.0
"""The evidence of a level of education that the text asks for, for roles that are usually entered with it."""

DISTINCT = 1.2
"""How many times the score of the second role the first must have for the text alone to decide."""

MOST_ROLES = 5
"""How many roles an answer has; a fixed number, so that no role falls out because another one gains."""

MOST_TERMS = 5_000
"""The most different terms of a text that are looked up; no advertisement has as many."""


class RankedRole(Struct, frozen=True):
    """A role with its *score*, its *share* from 0 to 1, and how much of the score comes from the title."""

    id: str
    score: float
    share: float
    title: float


class Ranking(Struct, frozen=True):
    """The verdict "one", "several" or "none", the nearest *roles*, best first, and how much the first explains."""

    verdict: str
    roles: tuple[RankedRole, ...]
    explained: float


def ranking(
    catalog: Catalog, document: Document, skills: Iterable[str], levels: Iterable[str], title: TitleReading
) -> Ranking:
    """The roles nearest to *document*, which names *skills* and *levels* of education; its title is read as *title*."""
    named = sorted(set(skills))
    everyday = everyday_skills(catalog)
    text = text_evidence(catalog, (statement.text for statement in document.statements))
    telling = skill_evidence(catalog, (skill for skill in named if skill not in everyday))
    usual = skill_evidence(catalog, (skill for skill in named if skill in everyday))
    of_text = {
        role: text.get(role, 0.0) + telling.get(role, 0.0) + EVERYDAY * usual.get(role, 0.0)
        for role in {*text, *telling, *usual}
    }
    asked = {catalog.ranks[level] for level in levels}
    for role in of_text:
        if _rank(catalog, role) in asked:
            of_text[role] += DEGREE
    scores = {role: of_text.get(role, 0.0) + TITLE * title.shares.get(role, 0.0) for role in {*of_text, *title.shares}}
    order = sorted(scores, key=lambda role: (-scores[role], role))
    if not order:
        return Ranking("none", (), 0.0)
    nearest = max(of_text, key=lambda role: (of_text[role], role), default=order[0])
    whole = informative(catalog, document.statements)
    explained = (text.get(nearest, 0.0) + telling.get(nearest, 0.0)) / whole if whole else 0.0
    return Ranking(
        _verdict(scores, order, title, explained, whole),
        tuple(
            RankedRole(role, scores[role], share(scores[role]), TITLE * title.shares.get(role, 0.0))
            for role in order[:MOST_ROLES]
        ),
        explained,
    )


def _rank(catalog: Catalog, role: str) -> int:
    """The rank of the education with which *role* is usually entered."""
    return catalog.ranks[catalog.briefs[role].education.typical]


def share(score: float) -> float:
    """The share that a *score* stands for, 0 to 1; it grows with the score and with nothing else."""
    return round(1 - math.exp(-score / SCALE), 4)


def _verdict(
    scores: dict[str, float], order: Sequence[str], title: TitleReading, explained: float, whole: float
) -> str:
    if title.verdict == "none":
        bar = BARS[title.titled, title.ours]
        length = max(whole, 1.0) / SHORT
        if explained < bar.explained * max(1.0, length) ** -bar.falls or scores[order[0]] < bar.score * min(
            1.0, length
        ):
            return "none"
    elif title.verdict == "one" and order[0] == max(title.shares, key=lambda role: (title.shares[role], role)):
        return "one"
    second = scores[order[1]] if len(order) > 1 else 0.0
    return "one" if scores[order[0]] >= DISTINCT * second else "several"


def everyday_skills(catalog: Catalog) -> frozenset[str]:
    """The skills that advertisements of every field ask for, and which therefore say little about the field."""
    words = catalog.vocabulary.advertisements
    grouped = (id_ for group in words.everyday_groups for id_ in catalog.groups.get(group, ("", ()))[1])
    return frozenset(words.everyday_skills).union(grouped)


def informative(catalog: Catalog, statements: Iterable[Statement]) -> float:
    """What the telling words of the *statements* about the work can bring at most, each counted once."""
    index = role_index(catalog)
    found = {term for one in statements for term in telling_terms(one.text)}
    return math.fsum(map(index.scarcity, sorted(found)[:MOST_TERMS]))
