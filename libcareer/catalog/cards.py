"""Parts of roles, as lists, filters and paths need them, without the schema of whole ones."""

# Annotations are not put off here: msgspec would have to compile each before it decodes anything.

from msgspec import Struct

from libcareer.knowledge.enums import Asked, MoveKind, Often, Place, Usual


class CardNeed(Struct, frozen=True, array_like=True):
    """What a path needs to know of a need."""

    asked: Asked
    credential: str | None
    what: str | None
    instead: tuple[str, ...]
    note: str | None


class CardMove(Struct, frozen=True, array_like=True):
    """What a path needs to know of a move."""

    to: str
    kind: MoveKind
    years: tuple[float, float]
    usual: Usual
    through: bool
    needs: tuple[CardNeed, ...]


class CardPractice(Struct, frozen=True, array_like=True):
    """What a path needs to know of the practice that a way in asks for."""

    months: tuple[float, float]
    counts: tuple[str, ...]


class CardEntry(Struct, frozen=True, array_like=True):
    """What a path needs to know of a way in from outside."""

    needs: tuple[CardNeed, ...]
    practice: CardPractice | None


class CardWanted(Struct, frozen=True, array_like=True):
    """What a path needs to know of a credential that a role asks for or rewards."""

    credential: str
    asked: Asked


class CardSkills(Struct, frozen=True, array_like=True):
    """The skills of a role, by importance."""

    essential: tuple[str, ...]
    useful: tuple[str, ...]


class CardConditions(Struct, frozen=True, array_like=True):
    """How common each condition is among real posts of a role."""

    part_time: Often
    evenings: Often
    remote: Often
    public: Often
    conflict: Often
    local: Often

    @property
    def mostly_part_time(self) -> bool:
        """Whether many posts are part time: what `--part-time` asks for."""
        return self.part_time is Often.OFTEN

    @property
    def also_remote(self) -> bool:
        """Whether some posts are done from home: what `--remote` asks for."""
        return self.remote is not Often.RARELY

    @property
    def near_home(self) -> bool:
        """Whether there are posts in many towns, or mostly done from home: what `--no-move` asks for."""
        return self.local is not Often.RARELY or self.remote is Often.OFTEN


class CardEducation(Struct, frozen=True, array_like=True):
    """The level of education that a role is usually entered with."""

    typical: str
    asked: Asked


class Card(Struct, frozen=True, array_like=True):
    """The part of a role that lists, filters and paths need, under the names it has there."""

    title: str
    cluster: str
    place: Place
    summary: str
    settings: tuple[str, ...]
    conditions: CardConditions
    education: CardEducation
    skills: CardSkills
    years: tuple[float, float]
    level: int
    stay: tuple[float, float]
    outside: int
    term: float | None
    credentials: tuple[CardWanted, ...]
    entry: CardEntry | None
    moves: tuple[CardMove, ...]


class WorkDuty(Struct, frozen=True):
    """A duty with the skills it exercises."""

    does: str
    skills: tuple[str, ...]


class Work(Struct, frozen=True):
    """The duties of a role, decoded from its whole record without the rest."""

    duties: tuple[WorkDuty, ...]
