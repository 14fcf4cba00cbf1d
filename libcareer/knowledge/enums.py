"""The closed sets of words that lists and command lines choose from, as enums.

They stand apart from `model`, which has the others, so that neither has to load the whole schema.
"""

from __future__ import annotations

from enum import StrEnum

# ---------------------------------------------------------------------------- in the knowledge files


class Place(StrEnum):
    """Where a role is done, seen from a library."""

    LIBRARY = "library"
    CROSSOVER = "crossover"
    BEYOND = "beyond"


class Often(StrEnum):
    """How common something is among real posts of a role; editorial judgement."""

    RARELY = "rarely"
    SOMETIMES = "sometimes"
    OFTEN = "often"


class Asked(StrEnum):
    """Who asks for something: a statute, the people who hire, or only custom."""

    LAW = "law"
    EMPLOYERS = "employers"
    HABIT = "habit"


class MoveKind(StrEnum):
    """What a move from one role to another is: a rise, a specialism at one level, a career change."""

    UP = "up"
    SPECIALISE = "specialise"
    SIDEWAYS = "sideways"


class Usual(StrEnum):
    """How usual a move or a way in is among the people who get to a role."""

    USUAL = "usual"
    SOMETIMES = "sometimes"
    RARE = "rare"


class Status(StrEnum):
    """Whether a thing named in a guide can still be reached."""

    ACTIVE = "active"
    MERGED = "merged"
    CLOSED = "closed"
    DORMANT = "dormant"
    LEGACY = "legacy"
    UNKNOWN = "unknown"


class ResourceKind(StrEnum):
    """What sort of resource a resource is."""

    ASSOCIATION = "association"
    JOURNAL = "journal"
    BOOK = "book"
    JOBS = "jobs"
    TRAINING = "training"
    COMMUNITY = "community"
    TOOL = "tool"


# ---------------------------------------------------------------------------- on the command line


class Format(StrEnum):
    """How an answer is written."""

    SCREEN = "screen"
    PLAIN = "plain"
    MARKDOWN = "markdown"
    JSON = "json"
    CSV = "csv"


class Section(StrEnum):
    """The parts of a profile, in the order in which they are told."""

    WORK = "work"
    DAY = "day"
    SKILLS = "skills"
    CONDITIONS = "conditions"
    PAY = "pay"
    ENTRY = "entry"
    LIKES = "likes"
    DOUBTS = "doubts"
    TRY = "try"
    MOVES = "moves"
    RELATED = "related"
    RESOURCES = "resources"
    SOURCES = "sources"


class Prefer(StrEnum):
    """What the best way is best at; usual is the one that most people in that situation take."""

    USUAL = "usual"
    QUICKEST = "quickest"
    CHEAPEST = "cheapest"
    EARNING = "earning"


class CostLevel(StrEnum):
    """How much a credential may cost."""

    LOW = "low"
