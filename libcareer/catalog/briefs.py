"""Briefs: the fields of records that lists, filters and paths need, without the schema of whole records.

Importing `model` costs more than a list does otherwise, so these structs repeat a few of its fields.
`tests/catalog/test_briefs.py` compares every field with the model.
"""

# Annotations are not put off here: msgspec would have to compile each before it decodes anything.

from msgspec import Struct

from libcareer.knowledge.enums import Asked, MoveKind, Often, Pays, Place, Usual


class NeedBrief(Struct, frozen=True, array_like=True):
    """A need of a move or an entry."""

    asked: Asked
    credential: str | None
    what: str | None
    instead: tuple[str, ...]
    note: str | None


class MoveBrief(Struct, frozen=True, array_like=True):
    """A move, without the sentences about it; *years* are the lowest and highest in the first role."""

    to: str
    kind: MoveKind
    years: tuple[float, float]
    usual: Usual
    through: bool
    needs: tuple[NeedBrief, ...]


class PracticeBrief(Struct, frozen=True, array_like=True):
    """The practice that a way in asks for: months, and the skills that show it already."""

    months: tuple[float, float]
    counts: tuple[str, ...]


class EntryBrief(Struct, frozen=True, array_like=True):
    """The way in from outside: what it needs, and the practice it asks for."""

    needs: tuple[NeedBrief, ...]
    practice: PracticeBrief | None


class WantedBrief(Struct, frozen=True, array_like=True):
    """A credential that a role asks for or rewards."""

    credential: str
    asked: Asked


class SkillsBrief(Struct, frozen=True, array_like=True):
    """The skills of a role, by importance."""

    essential: tuple[str, ...]
    useful: tuple[str, ...]


class ConditionsBrief(Struct, frozen=True, array_like=True):
    """How common each condition is among real posts of a role."""

    part_time: Often
    evenings: Often
    remote: Often
    public: Often
    conflict: Often
    local: Often

    @property
    def mostly_part_time(self) -> bool:
        """Whether many posts are part time."""
        return self.part_time is Often.OFTEN

    @property
    def also_remote(self) -> bool:
        """Whether some posts are done from home."""
        return self.remote is not Often.RARELY

    @property
    def near_home(self) -> bool:
        """Whether one need not move: there are posts in many towns, or many are done from home."""
        return self.local is not Often.RARELY or self.remote is Often.OFTEN


class SchoolingBrief(Struct, frozen=True, array_like=True):
    """The level of education that a role is usually entered with."""

    typical: str


class RoleBrief(Struct, frozen=True, array_like=True):
    """The fields of a role that lists, filters and paths need."""

    title: str
    cluster: str
    place: Place
    summary: str
    settings: tuple[str, ...]
    conditions: ConditionsBrief
    education: SchoolingBrief
    skills: SkillsBrief
    years: tuple[float, float]
    level: int
    stay: tuple[float, float]
    outside: int
    term: float | None
    credentials: tuple[WantedBrief, ...]
    entry: EntryBrief | None
    moves: tuple[MoveBrief, ...]


class DutyBrief(Struct, frozen=True):
    """A duty with the skills it exercises."""

    does: str
    skills: tuple[str, ...]


class RoleDuties(Struct, frozen=True):
    """The duties of a role, decoded from the whole record without its other fields."""

    duties: tuple[DutyBrief, ...]


class CoveredBrief(Struct, frozen=True):
    """A statistical occupation that includes a role, and what its figures cover besides."""

    code: str
    note: str
    proxy: str | None = None
    pays: Pays | None = None


class RoleCounted(Struct, frozen=True):
    """The occupations that a role is counted in, decoded from the whole record without its other fields."""

    occupations: tuple[CoveredBrief, ...]


class OccupationBrief(Struct, frozen=True):
    """What pay by place needs of a statistical occupation."""

    title: str
    pays_by: str
    pay_covers: str | None = None
    pay_code: str | None = None


class SourceBrief(Struct, frozen=True):
    """What a citation needs of a source."""

    publisher: str
    title: str
    url: str | None = None
    published: str | None = None
    read: int | None = None
    note: str | None = None
    newer: str | None = None
