"""Practical limits: plain questions whose answers never change a score, only mark what they rule out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.kinds import Often

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.compiled import Card


class Choice(Struct, frozen=True):
    """One answer to a practical question."""

    id: str
    text: str


class Limit(Struct, frozen=True):
    """A practical question."""

    id: str
    question: str
    choices: tuple[Choice, ...]


LIMITS = (
    Limit(
        "study",
        "How far would you go with study before the job? (What you already have counts.)",
        (
            Choice("secondary", "No further than secondary school"),
            Choice("certificate", "A certificate of a few months to a year"),
            Choice("associate", "A two-year diploma or associate degree"),
            Choice("bachelor", "A bachelor's degree"),
            Choice("any", "A master's degree, if it is worth it"),
        ),
    ),
    Limit(
        "evenings",
        "Could you work some evenings or weekends?",
        (Choice("yes", "Yes"), Choice("no", "No, weekdays in the daytime only")),
    ),
    Limit(
        "move",
        "Would you move to another town for a post?",
        (Choice("yes", "Yes"), Choice("no", "No, it has to be near home or done from home")),
    ),
)
"""Asked at the end of the quiz; each may be skipped."""


def against(catalog: Catalog, role: str, limits: dict[str, str]) -> tuple[str, ...]:
    """What the person's *limits* hold against the *role*, in words; nothing if it is within them."""
    card = catalog.cards[role]
    found = []
    level = limits.get("study")
    if level in catalog.education and _beyond(catalog, card, level):
        found.append(f"usually asks for more study: {catalog.education[card.education.typical].title}")
    if limits.get("evenings") == "no" and card.conditions.evenings is Often.OFTEN:
        found.append("often has evening or weekend shifts")
    if limits.get("move") == "no" and not card.conditions.near_home:
        found.append("has posts in few places, so most people move for it")
    return tuple(found)


def _beyond(catalog: Catalog, card: Card, level: str) -> bool:
    return catalog.education[card.education.typical].rank > catalog.education[level].rank
