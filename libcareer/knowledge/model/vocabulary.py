"""The vocabulary of a pack: the words by which titles, questions and advertisements of its field are known."""

from typing import Annotated

from msgspec import Meta

from libcareer.knowledge.model.values import CredentialId, EducationId, LevelId, Record, SkillId, Text

Phrase = Annotated[Text, Meta(description="A phrase, in the form that docs/data.md explains under 'Phrases'.")]
"""Words to look for in a text; see `knowledge.wordings`."""


class TitleLevels(Record, frozen=True):
    """The levels of `levels.yaml` that are read in a way of their own."""

    whole: Annotated[
        tuple[LevelId, ...], Meta(description="They hold for the whole title, whatever else it says, as of a student.")
    ] = ()
    aside: Annotated[tuple[LevelId, ...], Meta(description="They say nothing beside another level.")] = ()
    unsaid: Annotated[
        tuple[LevelId, ...],
        Meta(
            description="Where a title says no level: those to look at, likeliest first. None: in a function's order."
        ),
    ] = ()
    rare: Annotated[
        tuple[LevelId, ...],
        Meta(description="Where a function has no role of such a level, another role is only a guess."),
    ] = ()
    unclear: Annotated[
        tuple[LevelId, ...], Meta(description="Levels that mean different roles from one employer to the next.")
    ] = ()
    top: Annotated[tuple[LevelId, ...], Meta(description="Levels that only a role which leads people can have.")] = ()
    plain: Annotated[
        tuple[LevelId, ...], Meta(description="Levels that with the word for a workplace say nothing about the work.")
    ] = ()


class TitleWords(Record, frozen=True):
    """Words of the titles of posts. Case, plurals and British spelling make no difference."""

    workplaces: Annotated[
        tuple[Text, ...], Meta(description="Single words for a workplace of the field, such as library.")
    ] = ()
    buildings: Annotated[
        tuple[Text, ...], Meta(description="Further words that end the name of a building or of a part of an employer.")
    ] = ()
    employers: Annotated[
        tuple[Text, ...],
        Meta(description="Words in the names of the field's employers, besides university, trust and the like."),
    ] = ()
    professions: Annotated[
        tuple[Text, ...], Meta(description="Words for a profession; who is called by one is seldom called by another.")
    ] = ()
    trades: Annotated[
        tuple[Text, ...],
        Meta(
            description="Words for work that every employer has: with a workplace alone they are no job of the field."
        ),
    ] = ()
    abbreviations: Annotated[
        dict[str, Text], Meta(description="What short forms and frequent misspellings stand for, such as lib: library.")
    ] = {}  # noqa: RUF012 - msgspec gives each record its own
    levels: Annotated[TitleLevels, Meta(description="Levels that are read in a way of their own.")] = TitleLevels()


class QuestionWords(Record, frozen=True):
    """Words of questions. Other forms of a word count as well; `*` at its end stands for any ending."""

    only: Annotated[
        tuple[Text, ...], Meta(description="Words of this field alone: a question with one of them is about it.")
    ] = ()
    shared: Annotated[
        tuple[Text, ...], Meta(description="Words of this field that others use too: it takes several of them.")
    ] = ()
    general: Annotated[
        tuple[Text, ...], Meta(description="Words that nearly every page of this pack has, so they tell none apart.")
    ] = ()
    languages: Annotated[
        dict[str, tuple[Text, ...]],
        Meta(description="Words for the field in other languages, by the language's English name."),
    ] = {}  # noqa: RUF012 - msgspec gives each record its own


class Demand(Record, frozen=True):
    """A level of education or a license that advertisements ask for, and how they call it."""

    called: Annotated[Text, Meta(description="What it is called, with its article, such as 'a law degree'.")]
    said: Annotated[tuple[Phrase, ...], Meta(min_length=1, description="What ads say.")]
    education: Annotated[
        EducationId | None, Meta(description="The level of education that it means; none: it is a license.")
    ] = None
    credential: Annotated[CredentialId | None, Meta(description="The credential that it means, if one is here.")] = None


class AdvertisementWords(Record, frozen=True):
    """Words of advertisements and resumes, and what is asked for everywhere."""

    field: Annotated[tuple[Phrase, ...], Meta(description="What shows that an employer of the field speaks.")] = ()
    employers: Annotated[
        tuple[Phrase, ...],
        Meta(description="What shows that a line at the top names an employer and not the job."),
    ] = ()
    posts: Annotated[
        tuple[Phrase, ...], Meta(description="Words for jobs of the field, which show that a line is a title.")
    ] = ()
    led: Annotated[
        tuple[Phrase, ...], Meta(description="Whom a job of the field leads, besides staff and the like.")
    ] = ()
    alone: Annotated[
        tuple[Phrase, ...], Meta(description="What says that one person does all the work of a workplace.")
    ] = ()
    carried: Annotated[
        tuple[Phrase, ...], Meta(description="What one lifts or pushes at work, besides pounds and kilograms.")
    ] = ()
    demands: Annotated[
        tuple[Demand, ...],
        Meta(description="Levels of education and licenses, the highest first. None: the titles in education.yaml."),
    ] = ()
    otherwise: Annotated[
        tuple[CredentialId, ...],
        Meta(description="Credentials that are not looked for by their names, which mean too many other things."),
    ] = ()
    everyday_skills: Annotated[tuple[SkillId, ...], Meta(description="Skills that ads of every field ask for.")] = ()
    everyday_groups: Annotated[
        tuple[Text, ...], Meta(description="Groups of such skills: the names of files in skills/.")
    ] = ()
    side_groups: Annotated[
        tuple[Text, ...],
        Meta(description="Groups of skills that do not make several jobs of one, however many are asked for."),
    ] = ()
    support_level: Annotated[
        Annotated[int, Meta(ge=1, le=6)] | None,
        Meta(
            description="The highest `level` of roles that are support staff: a master's degree for less than they "
            "get is worth a warning. None: no such warning.",
        ),
    ] = None


class Vocabulary(Record, frozen=True):
    """The words by which titles, questions and advertisements of the field are known."""

    titles: Annotated[TitleWords, Meta(description="Words of titles.")] = TitleWords()
    questions: Annotated[QuestionWords, Meta(description="Words of questions.")] = QuestionWords()
    advertisements: Annotated[AdvertisementWords, Meta(description="Words of ads and resumes.")] = AdvertisementWords()
    duties: Annotated[
        tuple[Text, ...], Meta(description="Words that nearly every duty of the field has, so they tell none apart.")
    ] = ()
    jargon: Annotated[
        tuple[Text, ...],
        Meta(description="Words of the trade that options of the quiz avoid, since few outside know them."),
    ] = ()
