"""Fields in which people meet, and what to ask there."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from libcareer.knowledge.model.values import Record, ResourceId, RoleId, SourceId, Text


class FieldKind(StrEnum):
    """The kind of a field."""

    SPECIALISM = "specialism"
    NEW_AREA = "new-area"
    NETWORK = "network"


class Opener(Record, frozen=True):
    """A first question to ask a person in a field, and the reason: what libcareer cannot answer."""

    ask: Text
    because: Text


class Field(Record, frozen=True):
    """A specialty, a new area or a kind of network, and how to meet people in it."""

    title: Text
    kind: FieldKind
    summary: Annotated[Text, Meta(description="What it is, in one sentence.")]
    asks: Annotated[Text, Meta(description="The knowledge and skill that it needs.")]
    systems: Annotated[Text, Meta(description="How its systems differ from those that people in the field know.")]
    materials: Annotated[Text, Meta(description="How its materials differ.")]
    people: Annotated[tuple[Text, ...], Meta(min_length=2, description="Whom to look for, by what they do.")]
    where: Annotated[tuple[Text, ...], Meta(min_length=1, description="Where to find them, as things to do now.")]
    openers: Annotated[tuple[Opener, ...], Meta(min_length=3, max_length=3)]
    roles: Annotated[tuple[RoleId, ...], Meta(min_length=1)]
    sources: Annotated[tuple[SourceId, ...], Meta(min_length=1)]
    resources: tuple[ResourceId, ...] = ()
    aliases: tuple[Text, ...] = ()
    named_in: tuple[SourceId, ...] = ()
