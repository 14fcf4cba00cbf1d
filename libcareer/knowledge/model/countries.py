"""Other countries: how each counts the occupations of this field, and what it says about pay."""

from typing import Annotated

from msgspec import Meta

from libcareer.knowledge.enums import Basis
from libcareer.knowledge.model.roles import Remark
from libcareer.knowledge.model.values import CredentialId, Record, RoleId, SourceId, Text


class Earnings(Record, frozen=True):
    """What one source says about pay in an occupation of a country, in that country's currency."""

    unit: Annotated[
        Text, Meta(description="What one amount pays for: hour, week or year.", pattern="^(hour|week|year)$")
    ]
    measures: Annotated[Text, Meta(description="Whose pay it is, such as full-time employees.")]
    year: Annotated[Text, Meta(description="The survey's month or year; of an undated page, the year it was read.")]
    source: SourceId
    median: Annotated[float | None, Meta(description="Half are paid more, half less.")] = None
    low: Annotated[float | None, Meta(description="Lower end of the range; 'ends' says what it is.")] = None
    high: Annotated[float | None, Meta(description="Upper end of the range.")] = None
    average: Annotated[float | None, Meta(description="An average that the source does not call a median.")] = None
    ends: Annotated[Text | None, Meta(description="What the ends are, such as 10th and 90th percentile.")] = None
    basis: Annotated[Basis, Meta(description="What the figure rests on.")] = Basis.SURVEY
    region: Annotated[Text | None, Meta(description="The one region that it is about, if any.")] = None
    copy: Annotated[bool, Meta(description="True: read in a copy, not in the publisher's own file.")] = False


class CountryOutlook(Record, frozen=True):
    """What a country's own projection says about the jobs in an occupation."""

    says: Annotated[Text, Meta(description="The projection in words, without its years.")]
    period: Annotated[Text, Meta(description="The years, such as 2024 to 2033.")]
    source: SourceId
    copy: Annotated[bool, Meta(description="True: read in a copy, not in the publisher's own file.")] = False


class CountryOccupation(Record, frozen=True):
    """An occupation as a country counts it, and the roles that are counted in it."""

    title: Annotated[Text, Meta(description="Its official title, or whose pay it is if nobody counts them apart.")]
    pay: Annotated[tuple[Earnings, ...], Meta(min_length=1, description="The figure to show first, first.")]
    code: Annotated[Text | None, Meta(description="Its code in the country's classification; none: it has none.")] = (
        None
    )
    also: Annotated[Text | None, Meta(description="Its code in other editions of the classification.")] = None
    roles: Annotated[tuple[RoleId, ...], Meta(description="The roles that belong in it; editorial.")] = ()
    nearest: Annotated[
        tuple[RoleId, ...],
        Meta(description="Roles that the country does not count apart, for which it is the nearest; editorial."),
    ] = ()
    nearest_note: Annotated[Text | None, Meta(description="Why it is only the nearest.")] = None
    credentials: Annotated[
        tuple[CredentialId, ...], Meta(description="Credentials of the country that its employers ask for; editorial.")
    ] = ()
    employed: Annotated[Annotated[float, Meta(gt=0)] | None, Meta(description="People in it.")] = None
    employed_year: Annotated[Text | None, Meta(description="When they were counted.")] = None
    employed_source: SourceId | None = None
    outlook: Annotated[CountryOutlook | None, Meta(description="The country's own projection, if it has one.")] = None
    notes: Annotated[tuple[Remark, ...], Meta(description="What a reader of the figures should know.")] = ()


class Country(Record, frozen=True):
    """A country: its names, and how and by whom the occupations of our field are counted there."""

    title: Annotated[Text, Meta(description="What is shown.")]
    currency: Annotated[str, Meta(pattern="^[A-Z]{3}$", description="Currency code, such as CAD.")]
    regions: Annotated[
        dict[Text, tuple[Text, ...]],
        Meta(description="Its states, provinces or parts, each with other names that people type."),
    ]
    jurisdictions: Annotated[
        tuple[Text, ...], Meta(min_length=1, description="The jurisdictions of credentials that count in it.")
    ]
    called: Annotated[Text | None, Meta(description="How a sentence names it, such as the United Kingdom.")] = None
    aliases: Annotated[tuple[Text, ...], Meta(description="Other names that people type.")] = ()
    classification: Annotated[Text | None, Meta(description="How it classifies occupations.")] = None
    publisher: Annotated[Text | None, Meta(description="Who publishes its pay figures.")] = None
    licence: Annotated[Text | None, Meta(description="Terms of its official figures.")] = None
    attribution: Annotated[Text | None, Meta(description="The sentence that the license asks for, word for word.")] = (
        None
    )
    cautions: Annotated[tuple[Remark, ...], Meta(description="What holds for all of its figures.")] = ()
    occupations: tuple[CountryOccupation, ...] = ()
