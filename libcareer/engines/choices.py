"""What a person can choose, as enums: the sections of a role, what a path is best at, what a credential costs.

Kept out of the engines that use them, so that the command line need not import an engine to offer its choices.
"""

from __future__ import annotations

from enum import StrEnum


class Section(StrEnum):
    """The sections of a role's page, in the order in which they are shown; the first tells what decides."""

    SUMMARY = "summary"
    WORK = "work"
    DAY = "day"
    SKILLS = "skills"
    CONDITIONS = "conditions"
    PAY = "pay"
    ENTRY = "entry"
    LIKES = "likes"
    DOUBTS = "doubts"
    CHANGES = "changes"
    TRY = "try"
    MOVES = "moves"
    RELATED = "related"
    RESOURCES = "resources"
    SOURCES = "sources"


class Prefer(StrEnum):
    """What the recommended way is best at; usual is the way that most people in that situation take."""

    USUAL = "usual"
    QUICKEST = "quickest"
    CHEAPEST = "cheapest"
    EARNING = "earning"


class CostLevel(StrEnum):
    """How much a credential may cost."""

    LOW = "low"
