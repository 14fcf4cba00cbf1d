"""The schema: every kind of record as a frozen struct.

The structs type the code, validate the YAML files, decode the compiled form, and generate the JSON
Schemas and the tables in docs/data.md. The id of a record is not a field: it is the file's name (one
record per file) or the record's key (many records per file).
"""

# Annotations are not put off here: msgspec would have to compile each before it decodes anything.

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from libcareer.knowledge.enums import Asked, MoveKind, Often, Pays, Place, ResourceKind, Status, Usual

# ---------------------------------------------------------------------------- types of values

Text = Annotated[str, Meta(min_length=1)]
"""Words for people to read; never empty."""

Year = Annotated[int, Meta(ge=1900, le=2100)]
"""A calendar year."""

Day = Annotated[str, Meta(pattern=r"^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$")]
"""A day or a month, such as 2026-08-27 or 2026-08."""

Rating = Annotated[int, Meta(ge=0, le=4)]
"""How much of something a job has: from 0 (none) to 4 (it fills the week)."""

Interest = Annotated[float, Meta(ge=1, le=7)]
"""An O*NET occupational interest: from 1 (not at all characteristic) to 7 (extremely characteristic)."""

HOURS_A_YEAR = 2080
"""Hours by which BLS multiplies hourly pay to get yearly pay: 52 weeks of 40 hours (OEWS technical notes)."""

Range = tuple[Annotated[float, Meta(ge=0)], Annotated[float, Meta(ge=0)]]
"""A lowest and a highest value, in the unit that the field names."""

ClusterId = Annotated[str, Meta(extra={"refers": "clusters"})]
CredentialId = Annotated[str, Meta(extra={"refers": "credentials"})]
EducationId = Annotated[str, Meta(extra={"refers": "education"})]
LevelId = Annotated[str, Meta(extra={"refers": "levels"})]
OccupationCode = Annotated[str, Meta(extra={"refers": "occupations"})]
ResourceId = Annotated[str, Meta(extra={"refers": "resources"})]
RoleId = Annotated[str, Meta(extra={"refers": "roles"})]
SettingId = Annotated[str, Meta(extra={"refers": "settings"})]
SkillId = Annotated[str, Meta(extra={"refers": "skills"})]
SourceId = Annotated[str, Meta(extra={"refers": "sources"})]


class CredentialKind(StrEnum):
    """The kind of a credential."""

    DEGREE = "degree"
    LICENCE = "licence"
    CERTIFICATE = "certificate"
    CERTIFICATION = "certification"
    REGISTRATION = "registration"
    CLEARANCE = "clearance"


class ItemKind(StrEnum):
    """The kind of a quiz item: something to do, to be good at, or to care about."""

    ACTIVITY = "activity"
    SKILL = "skill"
    VALUE = "value"


class Dimension(StrEnum):
    """The sixteen dimensions on which the quiz compares people and roles: RIASEC and ten facets."""

    R = "R"
    I = "I"  # noqa: E741 - the field's own letter
    A = "A"
    S = "S"
    E = "E"
    C = "C"
    PEOPLE = "people"
    TEACH = "teach"
    TECH = "tech"
    DATA = "data"
    LEAD = "lead"
    HERITAGE = "heritage"
    WORDS = "words"
    RULES = "rules"
    OUTREACH = "outreach"
    VARIETY = "variety"


class Record(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The base of every struct of the schema: frozen, without undeclared fields."""


# ---------------------------------------------------------------------------- small vocabularies


class Term(Record, frozen=True):
    """A word of a small vocabulary: a cluster of roles or a setting."""

    title: Annotated[Text, Meta(description="What is shown.")]
    aliases: Annotated[tuple[Text, ...], Meta(description="Other words people type for it.")] = ()


IndustryCode = Annotated[str, Meta(pattern="^[0-9A-Z]{6}$")]
"""The code of an industry in the Bureau's release of pay, six characters of NAICS."""


class Setting(Term, frozen=True):
    """A kind of employer, and the industries in which the Bureau counts its posts."""

    industries: Annotated[
        dict[IndustryCode, Text],
        Meta(description="What each industry is called in a line on pay, by its code; the most usual one first."),
    ] = {}


class Education(Record, frozen=True):
    """A level of education, ordered by rank."""

    title: Annotated[Text, Meta(description="What is shown.")]
    rank: Annotated[int, Meta(ge=0, description="Order of the levels; a higher one includes the lower.")]
    holds: Annotated[
        tuple[CredentialId, ...],
        Meta(description="Credentials that someone with this level already has."),
    ] = ()
    aliases: Annotated[tuple[Text, ...], Meta(description="Other words people type for it.")] = ()


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
    elsewhere: Annotated[Text | None, Meta(description="What the skill is called outside libraries.")] = None
    evidence: Annotated[Text | None, Meta(description="How to show it to an employer.")] = None
    learn: Annotated[tuple[ResourceId, ...], Meta(description="Where to learn it cheaply.")] = ()


class SkillGroup(Record, frozen=True):
    """One file of the skills vocabulary: a group and the skills in it."""

    title: Annotated[Text, Meta(description="The name of the group.")]
    skills: Annotated[dict[str, Skill], Meta(description="Skills by id.")]
    track: Annotated[
        Place | None,
        Meta(
            description="Whether people train in it in libraries or beyond; none: it is no field of training by itself."
        ),
    ] = None


# ---------------------------------------------------------------------------- occupations


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
    pays_by: Annotated[Text, Meta(description="Unit of all pay figures here: hour or year.", pattern="^(hour|year)$")]
    pay: Annotated[tuple[Pay, ...], Meta(description="Newest survey first.")]
    pay_covers: Annotated[Text | None, Meta(description="The wider group that the pay and outlook cover, if any.")] = (
        None
    )
    pay_code: Annotated[
        Annotated[str, Meta(pattern="^[0-9]{2}-[0-9]{4}$")] | None,
        Meta(description="The code under which pay by place is published, if it is not that of the occupation."),
    ] = None
    outlook: Annotated[Outlook | None, Meta(description="Projection for the occupation.")] = None
    interests: Annotated[Interests | None, Meta(description="O*NET interests, none if unrated.")] = None
    interests_source: SourceId | None = None
    job_zone: Annotated[
        Annotated[int, Meta(ge=1, le=5)] | None,
        Meta(description="O*NET job zone, from 1 (little preparation) to 5 (extensive preparation)."),
    ] = None
    entry: Annotated[Text | None, Meta(description="The education that BLS gives as typical for entry.")] = None


# ---------------------------------------------------------------------------- credentials, resources


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


class Estimate(Record, frozen=True):
    """Our own estimate where the issuer publishes no figure, or only a part of it; editorial judgment."""

    most: Annotated[
        float, Meta(ge=0, description="The dearest plausible price in USD, or the longest plausible months.")
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
        Annotated[float, Meta(ge=0)] | None, Meta(description="Price in USD at the least; none: as the credential.")
    ] = None
    high: Annotated[Annotated[float, Meta(ge=0)] | None, Meta(description="Price in USD at the most.")] = None
    waives: Annotated[
        tuple[CredentialId, ...], Meta(description="What the credential requires otherwise and does not on this way.")
    ] = ()
    verified: Annotated[bool, Meta(description="False: from general knowledge, not yet checked.")] = True


class Variant(Record, frozen=True):
    """How the rule for a credential differs in some states."""

    states: Annotated[tuple[Text, ...], Meta(min_length=1, description="Names of the states.")]
    note: Annotated[Text, Meta(description="What is asked there.")]
    source: SourceId
    year: Annotated[Year, Meta(description="Year of the rule, or in which an undated page was read.")]
    verified: Annotated[bool, Meta(description="False: confirm it with the state first.")] = True


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
    cost: Annotated[Cost | None, Meta(description="None means: not found, ask the issuer.")] = None
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
    as_of: Annotated[Year | None, Meta(description="Year in which the status was last seen.")] = None
    verified: Annotated[bool, Meta(description="False: from general knowledge, not checked yet.")] = True


class Resource(Record, frozen=True):
    """An association, journal, book, job board, course or community, and whether it still exists."""

    title: Text
    kind: ResourceKind
    summary: Annotated[Text, Meta(description="What a person gets from it.")]
    status: Status
    as_of: Annotated[Year | None, Meta(description="Year in which the status was last seen.")] = None
    url: Text | None = None
    aliases: tuple[Text, ...] = ()
    replaced_by: Annotated[tuple[ResourceId, ...], Meta(description="Where to go instead.")] = ()
    verified: Annotated[bool, Meta(description="False: the address or status has not been checked.")] = False
    free: Annotated[bool, Meta(description="True if it costs nothing to use.")] = False
    note: Text | None = None
    sources: tuple[SourceId, ...] = ()


class ResourceFile(Record, frozen=True):
    """One file of resources of a kind."""

    resources: dict[str, Resource]


class CompetencySet(Record, frozen=True):
    """One of the ten competency sets of the Library Support Staff Certification, with the evidence for it."""

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


# ---------------------------------------------------------------------------- roles


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
    local: Annotated[Often, Meta(description="Posts within reach of most towns: no need to move.")]
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
        Meta(description="What posts in the role usually pay beside the median, in a word, if the note says so."),
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
    place: Annotated[Place, Meta(description="In a library, at its edge, or beyond it.")]
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
    stay: Annotated[Range, Meta(description="Years that people usually stay in such a post; editorial.")]
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
    aliases: Annotated[tuple[Text, ...], Meta(description="Other titles in advertisements.")] = ()
    credentials: tuple[Wanted, ...] = ()
    entry: Annotated[Entry | None, Meta(description="The way in from outside; none: the only way is a move.")] = None
    term: Annotated[
        Annotated[float, Meta(gt=0)] | None,
        Meta(description="Years at most, where the post is a fixed term by nature."),
    ] = None
    moves: tuple[Move, ...] = ()
    resources: tuple[ResourceId, ...] = ()
    interests: Annotated[Adjustment | None, Meta(description="None: O*NET's figures are used unchanged.")] = None
    named_in: Annotated[tuple[SourceId, ...], Meta(description="The founding documents that name the role.")] = ()


# ---------------------------------------------------------------------------- the ledger


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


# ---------------------------------------------------------------------------- fields and networks


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
    systems: Annotated[Text, Meta(description="How its systems differ from a public library's.")]
    materials: Annotated[Text, Meta(description="How its materials differ.")]
    people: Annotated[tuple[Text, ...], Meta(min_length=2, description="Whom to look for, by what they do.")]
    where: Annotated[tuple[Text, ...], Meta(min_length=1, description="Where to find them, as things to do now.")]
    openers: Annotated[tuple[Opener, ...], Meta(min_length=3, max_length=3)]
    roles: Annotated[tuple[RoleId, ...], Meta(min_length=1)]
    sources: Annotated[tuple[SourceId, ...], Meta(min_length=1)]
    resources: tuple[ResourceId, ...] = ()
    aliases: tuple[Text, ...] = ()
    named_in: tuple[SourceId, ...] = ()


# ---------------------------------------------------------------------------- questions


class Question(Record, frozen=True):
    """A question that people ask, with a short answer, its figures, and commands that go deeper."""

    question: Text
    also: Annotated[tuple[Text, ...], Meta(min_length=3, description="Other wordings of the question.")]
    answer: Annotated[Text, Meta(description="Three to six sentences.")]
    commands: Annotated[
        tuple[Text, ...], Meta(min_length=1, description="Commands that go deeper, as people type them.")
    ]
    figures: tuple[Figure, ...] = ()
    disputes: Annotated[
        tuple[Annotated[str, Meta(extra={"refers": "disputes"})], ...],
        Meta(description="Disputes about it."),
    ] = ()


# ---------------------------------------------------------------------------- titles


class Level(Record, frozen=True):
    """What words of a title say about the level of a post."""

    title: Annotated[Text, Meta(description="What is shown.")]
    phrases: Annotated[tuple[Text, ...], Meta(min_length=1, description="Words of titles that say it.")]
    says: Annotated[Text, Meta(description="What the words typically mean; editorial.")]
    roles: Annotated[
        tuple[RoleId, ...], Meta(description="Roles of this level whatever the work is; none: the work decides.")
    ] = ()
    instead: Annotated[
        tuple[LevelId, ...],
        Meta(description="Where a function has no role of this level: the levels to look at, nearest first."),
    ] = ()


class Elsewhere(StrEnum):
    """How much other fields use a word of a title."""

    OFTEN = "often"
    MOSTLY = "mostly"
    ALWAYS = "always"


class Function(Record, frozen=True):
    """A kind of work that words of a title name, and the roles that do it at each level."""

    phrases: Annotated[tuple[Text, ...], Meta(min_length=1, description="Words of titles that name it.")]
    why: Annotated[Text, Meta(description="What the words say about the work, as the reason for the roles.")]
    rank: Annotated[
        int,
        Meta(
            ge=0,
            le=3,
            description="3 names the work, 2 names it broadly, 1 only says where or on what, 0 nearly nothing.",
        ),
    ]
    roles: Annotated[
        dict[LevelId, tuple[RoleId, ...]],
        Meta(min_length=1, description="The roles at each level, likeliest first; editorial."),
    ]
    elsewhere: Annotated[
        Elsewhere | None,
        Meta(
            description="How much other fields use the words. Without a word of our field beside them they leave "
            "the answer in doubt (often), count only if a library offers the job (mostly), or not even then "
            "(always). None: they are ours.",
        ),
    ] = None
    certain: Annotated[bool, Meta(description="False: the roles listed at a level are about equally likely.")] = True


class Namesake(Record, frozen=True):
    """A word that titles of other fields share with ours, and what it means there."""

    phrases: Annotated[tuple[Text, ...], Meta(min_length=1, description="The words.")]
    means: Annotated[Text, Meta(description="What they mean elsewhere, after 'it can mean'.")]
    telling: Annotated[
        tuple[Text, ...], Meta(min_length=1, description="Words beside them that tell that they mean this.")
    ]
    roles: Annotated[tuple[RoleId, ...], Meta(min_length=1, description="The roles they are mistaken for.")]


# ---------------------------------------------------------------------------- the quiz


class QuizItem(Record, frozen=True):
    """One option of the quiz, and the dimensions that it loads on."""

    text: Annotated[Text, Meta(description="One concrete thing in at most eleven words.")]
    label: Annotated[Text, Meta(description="The option in two to five words, as a result quotes it.")]
    kind: ItemKind
    load: Annotated[
        dict[Dimension, Annotated[float, Meta(ge=-4, le=4)]],
        Meta(min_length=1, description="Weights on the dimensions; 0 is left out."),
    ]
    skills: Annotated[
        tuple[SkillId, ...], Meta(description="Skills of the vocabulary that choosing it points to.")
    ] = ()


class ItemFile(Record, frozen=True):
    """One file of quiz items."""

    items: dict[str, QuizItem]
