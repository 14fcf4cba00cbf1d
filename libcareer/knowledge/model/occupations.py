"""Occupations as statistical offices and O*NET describe them."""

from typing import Annotated

from msgspec import Meta

from libcareer.knowledge.model.values import Interest, Record, SourceId, Text


class Pay(Record, frozen=True):
    """The pay in an occupation in one survey year."""

    median: Annotated[float, Meta(gt=0, description="Half of the jobs pay more, half pay less.")]
    year: Annotated[Text, Meta(description="Survey month and year, such as May 2025.")]
    source: SourceId
    low: Annotated[float | None, Meta(description="One job in ten pays less than this.")] = None
    high: Annotated[float | None, Meta(description="One job in ten pays more than this.")] = None


class Outlook(Record, frozen=True):
    """The projection for an occupation."""

    change: Annotated[float, Meta(description="Projected change in jobs over the period, in percent.")]
    openings: Annotated[float, Meta(ge=0, description="Average openings per year, mostly to replace people who leave.")]
    jobs: Annotated[float, Meta(ge=0, description="Jobs at the start of the period.")]
    period: Annotated[Text, Meta(description="The years, such as 2024-34.")]
    source: SourceId


class Interests(Record, frozen=True):
    """The six O*NET occupational interests of an occupation, each 1 to 7."""

    R: Interest
    I: Interest  # noqa: E741 - the field's own letter
    A: Interest
    S: Interest
    E: Interest
    C: Interest


class Occupation(Record, frozen=True):
    """A statistical occupation; it usually covers more jobs than the role that refers to it."""

    title: Annotated[Text, Meta(description="Its official title.")]
    pay: Annotated[tuple[Pay, ...], Meta(description="Newest survey first.")] = ()
    pays_by: Annotated[
        Text, Meta(description="Unit of all pay figures here: hour or year.", pattern="^(hour|year)$")
    ] = "year"
    currency: Annotated[
        Annotated[str, Meta(pattern="^[A-Z]{3}$")] | None,
        Meta(description="The currency of all pay figures here; none: that of the pack."),
    ] = None
    pay_covers: Annotated[Text | None, Meta(description="The wider group that the pay and outlook cover, if any.")] = (
        None
    )
    pay_code: Annotated[
        Annotated[str, Meta(pattern="^[0-9A-Z.-]{1,20}$")] | None,
        Meta(description="The code under which pay by place is published, if it is not that of the occupation."),
    ] = None
    outlook: Annotated[Outlook | None, Meta(description="Projection for the occupation.")] = None
    interests: Annotated[Interests | None, Meta(description="O*NET interests, none if unrated.")] = None
    interests_source: SourceId | None = None
    job_zone: Annotated[
        Annotated[int, Meta(ge=1, le=5)] | None,
        Meta(description="O*NET job zone, from 1 (little preparation) to 5 (extensive preparation)."),
    ] = None
    entry: Annotated[
        Text | None, Meta(description="The education that the statistical office gives as typical for entry.")
    ] = None
