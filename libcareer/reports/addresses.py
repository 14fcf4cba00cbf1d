"""The address of each record's page, and mentions of records as links.

A report says what a record is called and puts a link beside it: `address=address(Kind.ROLE, role.id)` for the
head of an item, `links=mentions(Kind.SKILL, skills)` for what a text mentions, `links=cited(sources)` for sources.
"""

from __future__ import annotations

from enum import StrEnum
from shlex import quote
from typing import TYPE_CHECKING, Protocol

from libcareer.reports.page.blocks import Link
from libcareer.reports.words import cite_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from libcareer.engines.references import Cite


class Kind(StrEnum):
    """A kind of record that has pages; the value is the command that shows one."""

    ROLE = "show"
    SKILL = "skills"
    CREDENTIAL = "credentials"
    RESOURCE = "resources"
    FIELD = "network"
    SOURCE = "sources"
    DISPUTE = "disputes"
    CHANGE = "changes"
    QUESTION = "ask"
    TRANSLATION = "translate"


class _Named(Protocol):
    """Any short form of a record that has its id and title."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...


def address(kind: Kind, id_: str) -> str:
    """The address of the page of a record."""
    return f"{kind.value} {id_}"


def mention(kind: Kind, id_: str, text: str) -> Link:
    """A link to the page of a record from the *text* that mentions it."""
    return Link(text, address(kind, id_))


def mentions(kind: Kind, records: Iterable[_Named]) -> tuple[Link, ...]:
    """A link to the page of each of *records*, all of one *kind*, from its title."""
    return tuple(mention(kind, record.id, record.title) for record in records)


def mentions_by_title(kind: Kind, titles: Iterable[str]) -> tuple[Link, ...]:
    """The same where a result has only *titles*: whatever finds a record by its id finds it by its title."""
    return tuple(Link(title, address(kind, quote(title))) for title in titles)


def cited(sources: Iterable[Cite | None]) -> tuple[Link, ...]:
    """A link to each of *sources* from the words in which it is cited; None is no source."""
    return tuple(source_mention(source, cite_words(source)) for source in sources if source)


def cited_by_publisher(sources: Iterable[Cite | None]) -> tuple[Link, ...]:
    """A link to each of *sources* from the name of its publisher; None is no source."""
    return tuple(source_mention(source, source.publisher) for source in sources if source)


def source_mention(source: Cite, text: str) -> Link:
    """A link to a *source* from the *text* that mentions it."""
    whole = cite_words(source)
    return Link(text, address(Kind.SOURCE, source.id), whole if whole != text else "", source.url or "")


def named_in(rows: Iterable[tuple[str, str]], links: Iterable[Link]) -> tuple[Link, ...]:
    """Those of *links* whose words stand in *rows*, labels with their texts."""
    said = "\n".join(text for _, text in rows)
    return tuple(link for link in links if link.text in said)
