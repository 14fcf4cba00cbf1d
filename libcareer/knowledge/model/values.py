"""Types of values that many records share, the names of other records, and the base of every record."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

Text = Annotated[str, Meta(min_length=1)]
"""Words for people to read; never empty."""

Year = Annotated[int, Meta(ge=1900, le=2100)]
"""A calendar year."""

Day = Annotated[str, Meta(pattern=r"^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$")]
"""A day or a month, such as 2026-08-27 or 2026-08."""

Month = Annotated[str, Meta(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
"""A month, such as 2026-08."""

Rating = Annotated[float, Meta(ge=0, le=4)]
"""How much of something a job has: from 0 (none) to 4 (it fills the week), to one decimal."""

Interest = Annotated[float, Meta(ge=1, le=7)]
"""An O*NET occupational interest: from 1 (not at all characteristic) to 7 (extremely characteristic)."""

Range = tuple[Annotated[float, Meta(ge=0)], Annotated[float, Meta(ge=0)]]
"""A lowest and a highest value, in the unit that the field names."""

ClusterId = Annotated[str, Meta(extra={"refers": "clusters"})]
CountryId = Annotated[str, Meta(extra={"refers": "countries"})]
CredentialId = Annotated[str, Meta(extra={"refers": "credentials"})]
EducationId = Annotated[str, Meta(extra={"refers": "education"})]
LevelId = Annotated[str, Meta(extra={"refers": "levels"})]
OccupationCode = Annotated[str, Meta(extra={"refers": "occupations"})]
ResourceId = Annotated[str, Meta(extra={"refers": "resources"})]
RoleId = Annotated[str, Meta(extra={"refers": "roles"})]
SectorId = Annotated[str, Meta(extra={"refers": "sectors"})]
SettingId = Annotated[str, Meta(extra={"refers": "settings"})]
SkillId = Annotated[str, Meta(extra={"refers": "skills"})]
SourceId = Annotated[str, Meta(extra={"refers": "sources"})]


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
