"""Small vocabularies: terms, settings, education, sources, skills."""

from typing import Annotated

from msgspec import Meta

from libcareer.knowledge.enums import Place
from libcareer.knowledge.model.values import CredentialId, Day, Record, ResourceId, SkillId, Text, Year


class Term(Record, frozen=True):
    """A word of a small vocabulary: a cluster of roles, a setting, or a sector."""

    title: Annotated[Text, Meta(description="What is shown.")]
    aliases: Annotated[tuple[Text, ...], Meta(description="Other words people type for it.")] = ()


IndustryCode = Annotated[str, Meta(pattern="^[0-9A-Z]{6}$")]
"""The code of an industry in the Bureau's release of pay, six characters of NAICS."""


class Setting(Term, frozen=True):
    """A kind of employer, and the industries in which the Bureau counts its posts."""

    industries: Annotated[
        dict[IndustryCode, Text],
        Meta(description="What each industry is called in a line on pay, by its code; the most usual one first."),
    ] = {}  # noqa: RUF012 - msgspec gives each record its own


class Education(Record, frozen=True):
    """A level of education, ordered by rank."""

    title: Annotated[Text, Meta(description="What is shown.")]
    rank: Annotated[int, Meta(ge=0, description="Order of the levels; a higher one includes the lower.")]
    holds: Annotated[
        tuple[CredentialId, ...],
        Meta(description="Credentials that someone with this level already has."),
    ] = ()
    aliases: Annotated[tuple[Text, ...], Meta(description="Other words people type for it.")] = ()
    one: Annotated[
        Text | None, Meta(description="What a sentence calls one, such as 'an associate degree'; none: the title.")
    ] = None


class Source(Record, frozen=True):
    """The source of a fact; each source is one record."""

    publisher: Annotated[Text, Meta(description="Who publishes it.")]
    title: Annotated[Text, Meta(description="The page, report or data set.")]
    url: Annotated[Text | None, Meta(description="Its address, without tracking parts.")] = None
    published: Annotated[Text | None, Meta(description="Year or date on the source; none if it shows none.")] = None
    read: Annotated[Year | None, Meta(description="Year in which the copy we used was read.")] = None
    jurisdiction: Annotated[Text | None, Meta(description="The country that the source is about.")] = None
    licence: Annotated[Text | None, Meta(description="Terms under which its facts may be used.")] = None
    note: Annotated[Text | None, Meta(description="Limits that a reader should know.")] = None
    released: Annotated[
        Day | None, Meta(description="Day or month of the release, where editions follow each other.")
    ] = None
    next: Annotated[
        Day | None,
        Meta(
            description="Day or month from which the next edition should exist: announced, or the usual interval after "
            "this one."
        ),
    ] = None
    newer: Annotated[
        Text | None, Meta(description="A newer edition whose figures are not taken in, and since when it exists.")
    ] = None


class Skill(Record, frozen=True):
    """A skill of the vocabulary; a product is an alias of the task it is used for."""

    title: Annotated[Text, Meta(description="The field's own name for it.")]
    summary: Annotated[Text, Meta(description="One sentence that a stranger understands.")]
    aliases: Annotated[tuple[Text, ...], Meta(description="Other names, spellings and products people type.")] = ()
    broader: Annotated[tuple[SkillId, ...], Meta(description="Skills this one is a part of.")] = ()
    elsewhere: Annotated[Text | None, Meta(description="What the skill is called outside the field.")] = None
    evidence: Annotated[Text | None, Meta(description="How to show it to an employer.")] = None
    learn: Annotated[tuple[ResourceId, ...], Meta(description="Where to learn it cheaply.")] = ()


class SkillGroup(Record, frozen=True):
    """One file of the skills vocabulary: a group and the skills in it."""

    title: Annotated[Text, Meta(description="The name of the group.")]
    skills: Annotated[dict[str, Skill], Meta(description="Skills by id.")]
    track: Annotated[
        Place | None,
        Meta(description="Whether people train in it inside the field or beyond; none: it is no training by itself."),
    ] = None
