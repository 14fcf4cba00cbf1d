"""Credentials with what they take, and the competencies of a certification by sets."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from libcareer.knowledge.enums import Asked, Status
from libcareer.knowledge.model.values import CredentialId, EducationId, Range, Record, SkillId, SourceId, Text, Year


class CredentialKind(StrEnum):
    """The kind of a credential."""

    DEGREE = "degree"
    LICENCE = "licence"
    CERTIFICATE = "certificate"
    CERTIFICATION = "certification"
    REGISTRATION = "registration"
    CLEARANCE = "clearance"


class Time(Record, frozen=True):
    """How long a credential takes, in months."""

    source: SourceId
    year: Year
    full_time: Annotated[Range | None, Meta(description="Months of full-time study.")] = None
    part_time: Annotated[Range | None, Meta(description="Months alongside a job.")] = None
    note: Text | None = None


class Cost(Record, frozen=True):
    """The cost of a credential to the person who takes it."""

    low: Annotated[float, Meta(ge=0)]
    high: Annotated[float, Meta(ge=0)]
    currency: Annotated[str, Meta(pattern="^[A-Z]{3}$", description="Currency code, such as USD.")]
    year: Year
    source: SourceId
    note: Annotated[Text | None, Meta(description="What the figure includes and leaves out.")] = None


class NoCost(Record, frozen=True):
    """Why a credential has no cost here: the page on which we looked for one, and what it says instead."""

    why: Annotated[Text, Meta(description="Where the price is told, or that there is none, in a sentence.")]
    source: Annotated[SourceId, Meta(description="The page that was looked at.")]
    year: Annotated[Year, Meta(description="The year in which it was looked at.")]


class Estimate(Record, frozen=True):
    """Our own estimate where the issuer publishes no figure, or only a part of it; editorial judgment."""

    most: Annotated[
        float,
        Meta(ge=0, description="The dearest plausible price in the pack's currency, or the longest plausible months."),
    ]
    note: Annotated[Text, Meta(description="How the estimate was made.")]


class Shortcut(Record, frozen=True):
    """A shorter way to a credential for somebody who already holds others."""

    having: Annotated[tuple[CredentialId, ...], Meta(min_length=1, description="All of these are held.")]
    note: Annotated[Text, Meta(description="What the shorter way is.")]
    source: SourceId
    year: Year
    full_time: Annotated[Range | None, Meta(description="Months of full-time study.")] = None
    part_time: Annotated[Range | None, Meta(description="Months alongside a job.")] = None
    low: Annotated[
        Annotated[float, Meta(ge=0)] | None,
        Meta(description="The least price, in the pack's currency; none: as the credential."),
    ] = None
    high: Annotated[Annotated[float, Meta(ge=0)] | None, Meta(description="The highest price.")] = None
    waives: Annotated[
        tuple[CredentialId, ...], Meta(description="What the credential requires otherwise and does not on this way.")
    ] = ()
    confirm: Annotated[bool, Meta(description="True: from general knowledge; ask before you rely on it.")] = False


class Variant(Record, frozen=True):
    """How the rule for a credential differs in some states."""

    states: Annotated[tuple[Text, ...], Meta(min_length=1, description="Names of the states.")]
    note: Annotated[Text, Meta(description="What is asked there.")]
    source: SourceId
    year: Annotated[Year, Meta(description="Year of the rule, or in which an undated page was read.")]
    confirm: Annotated[bool, Meta(description="True: ask the state before you rely on it.")] = False


class Credential(Record, frozen=True):
    """A degree, license or certificate: who awards it, what it takes, and what it does not do."""

    title: Annotated[Text, Meta(description="What is shown.")]
    kind: CredentialKind
    issuer: Annotated[Text, Meta(description="Who awards it.")]
    jurisdiction: Annotated[Text, Meta(description="Where it counts, such as US, UK or anywhere.")]
    summary: Annotated[Text, Meta(description="What it is, in one sentence.")]
    asked: Annotated[Asked, Meta(description="Who usually asks for it.")]
    asked_note: Annotated[Text, Meta(description="Where law, employers or habit ask for it.")]
    eligibility: Annotated[Text, Meta(description="Who may start or sit it.")]
    does_not: Annotated[Text, Meta(description="What it does not do for the holder.")]
    how: Annotated[Text, Meta(description="The first thing to do to get it, today.")]
    sources: Annotated[tuple[SourceId, ...], Meta(min_length=1)]
    short: Annotated[Text | None, Meta(description="What people in the field call it, for lines with little room.")] = (
        None
    )
    aliases: Annotated[tuple[Text, ...], Meta(description="Other names people type.")] = ()
    requires: Annotated[tuple[CredentialId, ...], Meta(description="Credentials needed before this one.")] = ()
    counts_as: Annotated[tuple[CredentialId, ...], Meta(description="Credentials that its holder need not take.")] = ()
    education: Annotated[EducationId | None, Meta(description="The level of education it gives, if any.")] = None
    time: Annotated[Time | None, Meta(description="None means: not found, ask the issuer.")] = None
    cost: Annotated[Cost | None, Meta(description="None: 'no_cost' tells why.")] = None
    no_cost: Annotated[NoCost | None, Meta(description="Why there is no cost, in its place.")] = None
    cost_abroad: Annotated[tuple[Cost, ...], Meta(description="Its cost in other countries where it counts.")] = ()
    dearest: Annotated[Estimate | None, Meta(description="Our estimate of the price where none is published.")] = None
    longest: Annotated[Estimate | None, Meta(description="Our estimate of the months where no time is published.")] = (
        None
    )
    shortcuts: Annotated[tuple[Shortcut, ...], Meta(description="Shorter ways for holders of other credentials.")] = ()
    variants: Annotated[tuple[Variant, ...], Meta(description="Where a state's rule differs.")] = ()
    renewal: Annotated[Text | None, Meta(description="How it is renewed; none means it does not lapse.")] = None
    teaches: Annotated[tuple[SkillId, ...], Meta(description="Skills that it teaches.")] = ()
    equivalents: Annotated[Text | None, Meta(description="Its equivalents in other countries.")] = None
    status: Status = Status.ACTIVE
    seen: Annotated[
        Year | None, Meta(description="Year in which it was last seen with this status; none: nobody looked.")
    ] = None


class CompetencySet(Record, frozen=True):
    """A competency set of a certification, with the evidence for it."""

    title: Text
    required: Annotated[bool, Meta(description="True: everybody needs it; false: it is one to choose.")]
    summary: Annotated[Text, Meta(description="What it is about, in our words.")]
    skills: Annotated[tuple[SkillId, ...], Meta(min_length=3, description="Skills whose use is evidence for it.")]
    prompts: Annotated[
        tuple[Text, ...],
        Meta(min_length=2, description="What to gather or write down as proof, from work already done."),
    ]
    year: Annotated[Year, Meta(description="Year of the issuer's wording on which this is based.")]
    sources: Annotated[tuple[SourceId, ...], Meta(min_length=1)]
    note: Annotated[Text | None, Meta(description="What to know before choosing it.")] = None
