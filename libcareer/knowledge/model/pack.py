"""The profession file of a pack: its field, the words for it, its country and money, and what is asked about it."""

from typing import Annotated

from msgspec import Meta

from libcareer.knowledge.enums import English
from libcareer.knowledge.model.values import CredentialId, EducationId, Record, RoleId, SkillId, SourceId, Text


class Homeland(Record, frozen=True):
    """The country whose pay, prices and rules a pack tells."""

    title: Annotated[Text, Meta(description="Its name, such as United States.")]
    called: Annotated[Text | None, Meta(description="The name in a sentence, if it needs an article.")] = None
    short: Annotated[Text | None, Meta(description="A short form for lines with little room, such as US.")] = None


class Ceilings(Record, frozen=True):
    """The two ceilings of education that people set: the highest level that is still below a degree of each kind."""

    no_masters: Annotated[EducationId, Meta(description="The highest level below a master's degree.")]
    no_degree: Annotated[EducationId, Meta(description="The highest level below any degree.")]
    bachelor: Annotated[
        EducationId | None, Meta(description="The level of a first full degree; none: that of no_masters.")
    ] = None


class Examples(Record, frozen=True):
    """Names of the field that help texts and messages use as examples."""

    role: Annotated[RoleId, Meta(description="A role that people ask about.")]
    start: Annotated[RoleId, Meta(description="A role from which people set out.")]
    skill: Annotated[SkillId, Meta(description="A skill that people have.")]
    duty: Annotated[Text | None, Meta(description="Work of the field in a word or two.")] = None


class PracticalQuestion(Record, frozen=True):
    """A practical question at the end of the quiz."""

    asks: Annotated[Text, Meta(description="The question.")]
    choices: Annotated[
        dict[str, Text],
        Meta(
            min_length=2,
            description="The words of each choice by its id: a level of education, an amount of the pack's currency, "
            "or a word such as any, none, yes and no.",
        ),
    ]


class Writing(Record, frozen=True):
    """How the texts of a pack are written; `check` gives every place that is written otherwise."""

    english: Annotated[English | None, Meta(description="Whose spelling they have; none: every spelling passes.")] = (
        None
    )
    rather: Annotated[
        dict[Text, Text],
        Meta(description="Words that they do not use, as they are written, each with the word that they use instead."),
    ] = {}  # noqa: RUF012 - msgspec gives each record its own


class Certification(Record, frozen=True):
    """A certification by sets of competencies, which are in `lssc.yaml`."""

    title: Annotated[Text, Meta(description="What the issuer calls it.")]
    short: Annotated[Text, Meta(description="Its short form, such as LSSC.")]
    hours: Annotated[int, Meta(gt=0, description="Hours of work that an applicant needs.")]
    years: Annotated[int, Meta(gt=0, description="In how many years before applying the hours count.")]
    where: Annotated[Text, Meta(description="Where the hours count, after 'hours of work'.")]
    source: Annotated[SourceId, Meta(description="The source of the hours and the years.")]
    required: Annotated[int, Meta(ge=0, description="The number of sets that everybody needs.")]
    electives: Annotated[int, Meta(ge=0, description="The number of sets to choose from.")]
    chosen: Annotated[int, Meta(ge=0, description="How many of these a candidate chooses.")]
    credential: Annotated[
        CredentialId | None, Meta(description="The record with its cost, terms and limits, if there is one.")
    ] = None


class Pack(Record, frozen=True):
    """What a pack says about its profession; code has no words of any field built in."""

    title: Annotated[Text, Meta(description="The field, after 'careers in'.")]
    subjects: Annotated[Text, Meta(description="What the field is about, after 'a guide to work in'.")]
    inside: Annotated[Text, Meta(description="Where a role is that is in the field, such as 'in libraries'.")]
    edge: Annotated[Text, Meta(description="Where a role is that is at its edge.")]
    beyond: Annotated[Text, Meta(description="Where a role is that is beyond it.")]
    outside: Annotated[Text, Meta(description="Where everything else is, such as 'outside libraries'.")]
    workplace: Annotated[Text, Meta(description="One of its workplaces with its article, such as 'a library'.")]
    work: Annotated[Text, Meta(description="Its work, such as 'library work'.")]
    country: Annotated[Homeland | None, Meta(description="Whose pay, prices and rules it tells.")] = None
    currency: Annotated[
        Annotated[str, Meta(pattern="^[A-Z]{3}$")] | None,
        Meta(description="The code of the currency of its pay and limits; prices may be in others."),
    ] = None
    classification: Annotated[
        Text | None, Meta(description="The classification of its occupation codes, such as SOC 2018.")
    ] = None
    ceilings: Annotated[Ceilings | None, Meta(description="What --no-masters and --no-degree let pass.")] = None
    examples: Annotated[Examples | None, Meta(description="Names that help texts use as examples.")] = None
    writing: Annotated[Writing | None, Meta(description="How its texts are written, if `check` shall look.")] = None
    known: Annotated[
        tuple[Text, ...],
        Meta(description="Parts of words by which everybody knows that a title is of the field, such as 'librar'."),
    ] = ()
    questions: Annotated[
        dict[str, PracticalQuestion],
        Meta(
            description="The practical questions of the quiz by id (study, have, studying, money, hours, evenings, "
            "public, move, remote, pay), in the order in which they are asked."
        ),
    ] = {}  # noqa: RUF012 - msgspec gives each record its own
    certification: Annotated[Certification | None, Meta(description="A certification by sets, if there is one.")] = None
