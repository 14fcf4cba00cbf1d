"""The closed vocabularies of the knowledge files, as enums, as far as lists and command lines need them.

Kept out of `model`, so that `roles`, the help and the completion need not import the whole schema (4 ms).
"""

from __future__ import annotations

from enum import StrEnum


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
