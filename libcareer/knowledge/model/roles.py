"""Roles: their duties, skills, ways in, moves, pay and place in the quiz."""

from typing import Annotated

from msgspec import Meta

from libcareer.knowledge.enums import Asked, MoveKind, Often, Pays, Place, Usual
from libcareer.knowledge.model.values import (
    ClusterId,
    CredentialId,
    EducationId,
    OccupationCode,
    Range,
    Rating,
    Record,
    ResourceId,
    RoleId,
    SettingId,
    SkillId,
    SourceId,
    Text,
)


class Duty(Record, frozen=True):
    """One concrete thing that a person in the role does, and the skills it exercises."""

    does: Text
    skills: Annotated[tuple[SkillId, ...], Meta(min_length=1)]


class Skills(Record, frozen=True):
    """The skills of a role, by importance."""

    essential: Annotated[tuple[SkillId, ...], Meta(min_length=2, description="Hard to be hired without.")]
    useful: Annotated[tuple[SkillId, ...], Meta(description="Used, and often learned on the job.")] = ()


class Conditions(Record, frozen=True):
    """How common each condition is among real posts of a role; an editorial judgment."""

    part_time: Often
    evenings: Annotated[Often, Meta(description="Evening or weekend shifts.")]
    remote: Often
    public: Annotated[Often, Meta(description="Face to face with the public.")]
    conflict: Annotated[Often, Meta(description="Upset or hostile people.")]
    local: Annotated[Often, Meta(description="Jobs within reach of most towns: no need to move.")]
    note: Annotated[Text, Meta(description="Hours, body and place, in a sentence or two.")]


class Schooling(Record, frozen=True):
    """The education with which people usually enter a role, and who asks for it."""

    typical: EducationId
    asked: Asked
    note: Annotated[Text | None, Meta(description="Where the rule bends.")] = None


class Need(Record, frozen=True):
    """Something needed for an entry or a move: a credential, or something in words."""

    asked: Asked
    credential: CredentialId | None = None
    what: Annotated[Text | None, Meta(description="A need that is no credential.")] = None
    instead: Annotated[
        tuple[CredentialId, ...], Meta(description="Other credentials that many employers take in its place.")
    ] = ()
    note: Text | None = None


class Practice(Record, frozen=True):
    """The practice that a way in asks for beyond credentials: a portfolio, a placement, a first job; editorial."""

    months: Annotated[Range, Meta(description="Months it takes; it can run beside study or a job.")]
    counts: Annotated[
        tuple[SkillId, ...],
        Meta(description="Whoever uses one of these skills in a job has the practice already."),
    ] = ()


class Wanted(Record, frozen=True):
    """A credential that a role asks for or rewards."""

    credential: CredentialId
    asked: Asked
    note: Text | None = None


class Entry(Record, frozen=True):
    """The way into a role for people who hold none of the other roles."""

    how: Annotated[Text, Meta(description="What to do now to get in.")]
    why: Annotated[Text, Meta(description="Why employers hire people without this experience.")]
    needs: tuple[Need, ...] = ()
    practice: Annotated[Practice | None, Meta(description="None: nothing beyond the needs takes time.")] = None


class Move(Record, frozen=True):
    """A step from the role that lists it to another role; its years are typical and not a rule."""

    to: RoleId
    kind: MoveKind
    years: Annotated[Range, Meta(description="Typical years in the first role before the move.")]
    usual: Annotated[Usual, Meta(description="How usual the move is; editorial, from two ratings made apart.")]
    through: Annotated[
        bool,
        Meta(description="True: people take the first role on the way to the second. False: they only come from it."),
    ]
    why: Annotated[Text, Meta(description="What carries over, and why people make it.")]
    how: Annotated[Text, Meta(description="What to do now to get there.")]
    needs: tuple[Need, ...] = ()


class Related(Record, frozen=True):
    """Another role to look at, with the reason."""

    role: RoleId
    why: Text


class Remark(Record, frozen=True):
    """Something that people say about the work; a remark with a figure has a source."""

    says: Text
    source: SourceId | None = None


class Try(Record, frozen=True):
    """A cheap way to try the work, and a sign that it is not for you."""

    do: Text
    put_off: Text


class Tries(Record, frozen=True):
    """Three cheap ways to try a role, from an hour to a month."""

    hour: Try
    day: Try
    month: Try


class Covered(Record, frozen=True):
    """A statistical occupation that includes a role, and how well it fits."""

    code: OccupationCode
    note: Annotated[Text, Meta(description="What the figure covers besides this role.")]
    pays: Annotated[
        Pays | None,
        Meta(description="What jobs in the role usually pay beside the median, in a word, if the note says so."),
    ] = None
    proxy: Annotated[
        Text | None,
        Meta(
            description="Why the figures are not those of the role, as the end of a sentence; the range is then shown "
            "for orientation and the median by no command. None: the role is counted here."
        ),
    ] = None


class Adjustment(Record, frozen=True):
    """A departure from the O*NET interests of a role's occupations, with the reason."""

    why: Text
    by: Annotated[
        dict[str, Annotated[float, Meta(ge=-4, le=4)]],
        Meta(description="Points to add to a letter, on the scale from 1 to 7."),
    ]


class Facets(Record, frozen=True):
    """Ten ratings from 0 (none) to 4 (fills the week) of what RIASEC does not measure."""

    people: Annotated[Rating, Meta(description="Contact with people all day.")]
    teach: Annotated[Rating, Meta(description="Teaching, training, explaining.")]
    tech: Annotated[Rating, Meta(description="Depth of technology: systems, code, configuration.")]
    data: Annotated[Rating, Meta(description="Numbers, data and analysis.")]
    lead: Annotated[Rating, Meta(description="Leading people, budgets, decisions.")]
    heritage: Annotated[Rating, Meta(description="Old, rare, historical or cultural material.")]
    words: Annotated[Rating, Meta(description="Reading, writing and editing as the work itself.")]
    rules: Annotated[Rating, Meta(description="Law, standards, compliance, exactness by rule.")]
    outreach: Annotated[Rating, Meta(description="Promoting, persuading, going out, asking.")]
    variety: Annotated[Rating, Meta(description="From 0 (the same steps every day) to 4 (no two days alike).")]


class QuizPart(Record, frozen=True):
    """What the quiz needs to know about a role."""

    day: Annotated[Text, Meta(description="Two or three things of a usual day in at most 25 words, without the title.")]
    label: Annotated[
        Text,
        Meta(description="What the day is made of, in two to five words, as a result quotes it; never the title."),
    ]
    facets: Facets
    why: Annotated[Text, Meta(description="The reasons for the ratings.")]


class Role(Record, frozen=True):
    """A job that a person can hold, with what they need to decide about it."""

    title: Text
    cluster: ClusterId
    place: Annotated[Place, Meta(description="Inside the field, at its edge, or beyond it.")]
    summary: Annotated[Text, Meta(description="The work in one sentence.")]
    settings: Annotated[tuple[SettingId, ...], Meta(min_length=1)]
    conditions: Conditions
    education: Schooling
    years: Annotated[Range, Meta(description="Typical years of study and work after leaving school.")]
    level: Annotated[
        int,
        Meta(
            ge=1,
            le=6,
            description="1 first job, 2 support, 3 senior support, 4 professional, 5 first manager, 6 director.",
        ),
    ]
    stay: Annotated[Range, Meta(description="Years that people usually stay in such a job; editorial.")]
    outside: Annotated[
        int, Meta(ge=0, le=100, description="Of 100 people newly hired, how many come from outside; editorial.")
    ]
    duties: Annotated[tuple[Duty, ...], Meta(min_length=6)]
    skills: Skills
    day: Annotated[Text, Meta(description="A day in the work, as a person who does it would describe it.")]
    likes: Annotated[tuple[Remark, ...], Meta(min_length=2)]
    drawbacks: Annotated[tuple[Remark, ...], Meta(min_length=1, description="Think twice if ...")]
    tries: Tries
    related: Annotated[tuple[Related, ...], Meta(min_length=2)]
    occupations: Annotated[tuple[Covered, ...], Meta(min_length=1, description="The first one gives pay and outlook.")]
    quiz: QuizPart
    sources: Annotated[tuple[SourceId, ...], Meta(min_length=2)]
    aliases: Annotated[tuple[Text, ...], Meta(description="Other titles in ads.")] = ()
    credentials: tuple[Wanted, ...] = ()
    entry: Annotated[Entry | None, Meta(description="The way in from outside; none: the only way is a move.")] = None
    term: Annotated[
        Annotated[float, Meta(gt=0)] | None,
        Meta(description="Years at most, where the job is a fixed term by nature."),
    ] = None
    moves: tuple[Move, ...] = ()
    resources: tuple[ResourceId, ...] = ()
    interests: Annotated[Adjustment | None, Meta(description="None: O*NET's figures are used unchanged.")] = None
    named_in: Annotated[tuple[SourceId, ...], Meta(description="The founding documents that name the role.")] = ()
