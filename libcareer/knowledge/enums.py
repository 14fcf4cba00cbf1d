"""Enums of the knowledge files that lists, filters and command lines need as well.

They are not in `model`, so that a list or the help need not import the whole schema (4 ms).
"""

from __future__ import annotations

from enum import StrEnum


class Place(StrEnum):
    """Where a role is done: inside the field, at its edge, or beyond it."""

    INSIDE = "inside"
    EDGE = "edge"
    BEYOND = "beyond"


class Often(StrEnum):
    """How common something is among real posts of a role; an editorial judgment."""

    RARELY = "rarely"
    SOMETIMES = "sometimes"
    OFTEN = "often"


class Asked(StrEnum):
    """Who asks for something: a statute, employers, or only custom."""

    LAW = "law"
    EMPLOYERS = "employers"
    HABIT = "habit"


class MoveKind(StrEnum):
    """The kind of a move from one role to another: a rise, a specialty at the same level, a career change."""

    UP = "up"
    SPECIALISE = "specialise"
    SIDEWAYS = "sideways"


class Pays(StrEnum):
    """What posts in a role usually pay beside the median of its occupation."""

    LESS = "less"
    MORE = "more"


class Usual(StrEnum):
    """How usual a move or a way in is among the people who get to a role."""

    USUAL = "usual"
    SOMETIMES = "sometimes"
    RARE = "rare"


class Status(StrEnum):
    """Whether a resource or credential named in a guide still exists."""

    ACTIVE = "active"
    MERGED = "merged"
    CLOSED = "closed"
    DORMANT = "dormant"
    LEGACY = "legacy"
    UNKNOWN = "unknown"


class ResourceKind(StrEnum):
    """The kind of a resource."""

    ASSOCIATION = "association"
    JOURNAL = "journal"
    BOOK = "book"
    JOBS = "jobs"
    TRAINING = "training"
    COMMUNITY = "community"
    TOOL = "tool"


class Basis(StrEnum):
    """What a pay figure of a country rests on: a survey, a guide for job seekers, or a body that recommends pay."""

    SURVEY = "survey"
    GUIDE = "guide"
    RECOMMENDED = "recommended"


class ChangeKind(StrEnum):
    """What a change is about."""

    BOOKS = "books"
    SCHOOLS = "schools"
    FUNDING = "funding"
    LOANS = "loans"
    PAY = "pay"
    UNIONS = "unions"
    CIVIL_SERVICE = "civil-service"


class ChangeStatus(StrEnum):
    """Whether a change holds, is held back by a court in part or whole, is to come, is over, or was done once."""

    IN_FORCE = "in-force"
    PARTLY_BLOCKED = "partly-blocked"
    BLOCKED = "blocked"
    PENDING = "pending"
    DONE = "done"
    ENDED = "ended"


class English(StrEnum):
    """The English that a pack is written in, by the country whose spelling it has."""

    US = "US"
    UK = "UK"


class NewKind(StrEnum):
    """The kinds of record of which a contributor can have a skeleton; a kind of records is this word with an s."""

    ROLE = "role"
    SKILL = "skill"
    CREDENTIAL = "credential"
    RESOURCE = "resource"
    QUESTION = "question"
    CHANGE = "change"
    SOURCE = "source"


class Sure(StrEnum):
    """How sure it is that a job of another field shows a skill."""

    PLAIN = "plain"
    LIKELY = "likely"
    PARTLY = "partly"
