"""What changes the field: laws, rulings, money and rules of public employment, each with its dates."""

from typing import Annotated

from msgspec import Meta

from libcareer.knowledge.enums import ChangeKind, ChangeStatus
from libcareer.knowledge.model.values import (
    CountryId,
    CredentialId,
    Day,
    Month,
    Record,
    RoleId,
    SettingId,
    SourceId,
    Text,
)


class Change(Record, frozen=True):
    """A law, a ruling, a cut or an event that changes the field in one place from one day on."""

    title: Annotated[Text, Meta(description="What is shown: the place and what it is about.")]
    kind: Annotated[ChangeKind, Meta(description="What it changes.")]
    country: Annotated[CountryId, Meta(description="The country in which it holds.")]
    since: Annotated[Day, Meta(description="The day or month from which it holds, or on which it happened.")]
    status: Annotated[ChangeStatus, Meta(description="Whether it holds, as last seen.")]
    as_of: Annotated[Month, Meta(description="The year and month of the latest news of it that was read.")]
    says: Annotated[Text, Meta(description="What it does, in two or three sentences.")]
    means: Annotated[Text, Meta(description="What it means for a person who chooses a job or a place.")]
    sources: Annotated[tuple[SourceId, ...], Meta(min_length=1, description="At least one of them has a date.")]
    regions: Annotated[
        tuple[Text, ...],
        Meta(description="The states or provinces in which it holds, as the country names them; none: all of it."),
    ] = ()
    until: Annotated[Day | None, Meta(description="When it ended, if it has.")] = None
    aliases: Annotated[tuple[Text, ...], Meta(description="Other names, such as the number of the bill.")] = ()
    roles: Annotated[
        tuple[RoleId, ...],
        Meta(description="The roles that it concerns; without roles, settings and credentials it concerns all."),
    ] = ()
    settings: Annotated[
        tuple[SettingId, ...], Meta(description="The kinds of employer all of whose jobs it concerns.")
    ] = ()
    credentials: Annotated[
        tuple[CredentialId, ...],
        Meta(description="The credentials that it concerns, and so the roles that ask for them."),
    ] = ()
