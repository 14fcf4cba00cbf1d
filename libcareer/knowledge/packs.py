"""The profession of a catalog in the words of its pack, and the pack that reports are being written about."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator


class HomelandBrief(Struct, frozen=True):
    """The country of a pack: its *title*, how a sentence *called* it, and a *short* form for narrow lines."""

    title: str
    called: str
    short: str


class ExamplesBrief(Struct, frozen=True):
    """Ids and words of the field that messages use as examples."""

    role: str
    start: str
    skill: str
    duty: str | None = None


class PackBrief(Struct, frozen=True):
    """What nearly every answer needs of a pack; the fields are those of `knowledge.model.pack.Pack`.

    *currency* is empty if the pack names none: amounts then have no sign. *levels* are the levels of education by
    id, lowest first, as a sentence calls one ("an associate degree"). *no_masters* and *no_degree* are the highest
    levels that the two ceilings let pass, *bachelor* is the level of a first full degree; None without ceilings.
    """

    title: str = "this field"
    subjects: str = "this field"
    inside: str = "in the field"
    edge: str = "at the edge of the field"
    beyond: str = "beyond the field"
    outside: str = "outside the field"
    workplace: str = "this field"
    work: str = "work in the field"
    country: HomelandBrief | None = None
    currency: str = ""
    classification: str | None = None
    no_masters: str | None = None
    no_degree: str | None = None
    bachelor: str | None = None
    examples: ExamplesBrief | None = None
    known: tuple[str, ...] = ()
    levels: dict[str, str] = {}
    certification: str | None = None

    @property
    def places(self) -> dict[str, str]:
        """Where a role is, in words, by the value of its `place`."""
        return {"inside": self.inside, "edge": self.edge, "beyond": self.beyond}

    @property
    def home(self) -> str:
        """The country in a sentence, such as "the United States"."""
        return self.country.called if self.country else "one country"

    @property
    def study(self) -> tuple[str, ...]:
        """The levels of education that a limit on study can name, lowest first; above them nothing limits."""
        levels = list(self.levels)
        last = levels.index(self.no_masters) + 1 if self.no_masters in levels else len(levels) - 1
        return tuple(levels[:last])


NO_PACK = PackBrief()
"""The words for a pack without a profession file."""

_current: ContextVar[PackBrief] = ContextVar("pack", default=NO_PACK)


def current_pack() -> PackBrief:
    """The pack that reports are being written about; its words and its currency are theirs."""
    return _current.get()


def write_about(pack: PackBrief) -> None:
    """Let reports be about *pack* from now on, as a command does that answers once."""
    _current.set(pack)


@contextmanager
def writing_about(pack: PackBrief) -> Iterator[None]:
    """Let reports be about *pack* within the block."""
    token = _current.set(pack)
    try:
        yield
    finally:
        _current.reset(token)
