"""Figures with their sources, disputes between sources, and statements that are out of date."""

from typing import Annotated

from msgspec import Meta

from libcareer.knowledge.model.values import CredentialId, Record, ResourceId, RoleId, SourceId, Text


class Figure(Record, frozen=True):
    """A fact with a figure, its year and its source."""

    says: Text
    source: SourceId


class Position(Record, frozen=True):
    """One side of a dispute, as its source states it."""

    says: Text
    source: SourceId


class Dispute(Record, frozen=True):
    """A question on which sources disagree: the positions, and advice to the reader."""

    question: Text
    why: Annotated[Text, Meta(description="Why the sources differ.")]
    positions: Annotated[tuple[Position, ...], Meta(min_length=2)]
    advice: Annotated[Text, Meta(description="What a reader should do about it.")]
    aliases: tuple[Text, ...] = ()
    roles: tuple[RoleId, ...] = ()
    credentials: tuple[CredentialId, ...] = ()


class Outdated(Record, frozen=True):
    """A statement of a founding document that is no longer true, or never was."""

    said: Annotated[Text, Meta(description="The statement, in our words.")]
    said_by: Annotated[tuple[SourceId, ...], Meta(min_length=1)]
    now: Annotated[Text, Meta(description="What is true, with its year.")]
    since: Annotated[Text | None, Meta(description="Since when; none if unknown.")] = None
    settled: Annotated[bool, Meta(description="False: we could not find out what is true now.")] = True
    resources: Annotated[tuple[ResourceId, ...], Meta(description="The resource concerned, if it is one.")] = ()
    evidence: Annotated[tuple[SourceId, ...], Meta(description="The sources for what is true now.")] = ()
