"""The answer to a question: its verdict, the record that answers it, and the records to choose from."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.choices import Section

if TYPE_CHECKING:
    from libcareer.catalog import Catalog


class Verdict(StrEnum):
    """How a question is answered."""

    ANSWER = "answer"
    UNSURE = "unsure"
    NOT_KNOWN = "not-known"


class Reason(StrEnum):
    """Why nothing is known about a question."""

    NO_WORDS = "no-words"
    LANGUAGE = "language"
    TOPIC = "topic"
    FIELD = "another-field"
    WORDS = "unknown-words"


class Page(StrEnum):
    """What a page that answers shows: a record of a kind, two roles side by side, the way between them, a command."""

    ROLE = "role"
    CREDENTIAL = "credential"
    SKILL = "skill"
    FIELD = "field"
    RESOURCE = "resource"
    DISPUTE = "dispute"
    CHANGE = "change"
    OUTDATED = "outdated"
    QUESTION = "question"
    COMPARISON = "comparison"
    WAY = "way"
    COMMAND = "command"


PAGES = {
    "roles": Page.ROLE,
    "credentials": Page.CREDENTIAL,
    "skills": Page.SKILL,
    "fields": Page.FIELD,
    "resources": Page.RESOURCE,
    "disputes": Page.DISPUTE,
    "changes": Page.CHANGE,
    "outdated": Page.OUTDATED,
    "questions": Page.QUESTION,
    "commands": Page.COMMAND,
}
"""The page of each kind of record that a question can be about."""


class Found(Struct, frozen=True):
    """A page that answers a question: what it shows, and only one *section* of a role if that is asked for.

    *id* is that of the record, of the first role of a comparison, or of the goal of a way; *also* is the other
    role, or the start. *words* are those of the question that the record has, as they were typed, the rarest
    first, and *share* is their part of the weight of the question, 0 to 1.
    """

    page: Page
    id: str
    title: str
    section: Section | None = None
    also: str | None = None
    words: tuple[str, ...] = ()
    share: float = 1.0


class Answer(Struct, frozen=True):
    """What is known about the words *asked*.

    *best* is the answer, if the verdict is one. *choices* are the nearest pages: to choose from, or to read
    beside. If it is not known, *reason* tells why, and *about* tells what is known of the topic, or names the
    language or the words.
    *not_held* are sentences on what is lacking. *read_as* gives the known words for those typed with a slip, and
    nothing here is about the words *unknown*.
    """

    asked: str
    verdict: Verdict
    best: Found | None = None
    choices: tuple[Found, ...] = ()
    reason: Reason | None = None
    about: tuple[str, ...] = ()
    not_held: tuple[str, ...] = ()
    read_as: dict[str, str] = {}
    unknown: tuple[str, ...] = ()


def title(catalog: Catalog, kind: str, id_: str) -> str:
    """What the record *id_* of a *kind* is called."""
    match kind:
        case "questions":
            return catalog.questions[id_].question
        case "outdated":
            return catalog.outdated[id_].said
        case _:
            return catalog.titles(kind)[id_]
