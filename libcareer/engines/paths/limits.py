"""What limits a person: study, money, time, pay and the kind of post; for a plan B, the quiz and the person's page."""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.knowledge.enums import Often, Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from libcareer.catalog import Catalog
    from libcareer.catalog.briefs import ConditionsBrief

ANY = "any"
"""The answer of somebody whom a practical question does not limit."""


class LimitKind(StrEnum):
    """What a limit is about; the values are the fields of `Limits` and the ids of the practical questions."""

    STUDY = "study"
    MONEY = "money"
    MONTHS = "months"
    HOURS = "hours"
    EVENINGS = "evenings"
    PUBLIC = "public"
    MOVE = "move"
    REMOTE = "remote"
    PLACE = "place"
    PAY = "pay"


PRACTICAL = frozenset(LimitKind) - {LimitKind.MONTHS, LimitKind.PLACE}
"""The limits that the quiz asks for."""

HAVE, STUDYING = "have", "studying"
"""The ids of the practical questions that are no limits: what education a person has, and studies for."""


class Limits(Struct, frozen=True):
    """What limits a person; None where nothing does.

    *study* is the highest level of education that they would still study for. *money* for study and *pay* for a
    year of full-time work are in the currency of the pack, *months* is the time it may take. The others are choices:
    *hours* part or full, *evenings* no, contact with the *public* little or calm, *move* no, *remote* some or mostly.
    """

    study: str | None = None
    money: float | None = None
    months: float | None = None
    hours: str | None = None
    evenings: str | None = None
    public: str | None = None
    move: str | None = None
    remote: str | None = None
    place: Place | None = None
    pay: float | None = None


class Limit(Struct, frozen=True):
    """One limit: its *kind*, and the *amount* or the *choice* that it sets."""

    kind: LimitKind
    amount: float | None = None
    choice: str | None = None


class Change(Struct, frozen=True):
    """A limit relaxed no further than needed: what it is *now*, and what it would be.

    The choice *to* which it changes is `any` where the limit has to be dropped. *steps* is how much that asks of
    a person, in steps between the choices of the quiz; with it changes of different limits are put in order.
    """

    now: Limit
    to: Limit
    steps: float


LOOSER: Mapping[LimitKind, Mapping[str, tuple[str, ...]]] = {
    LimitKind.HOURS: {"part": (ANY,), "full": (ANY,)},
    LimitKind.EVENINGS: {"no": ("yes",)},
    LimitKind.PUBLIC: {"little": ("calm", ANY), "calm": (ANY,)},
    LimitKind.MOVE: {"no": ("yes",)},
    LimitKind.REMOTE: {"mostly": ("some", ANY), "some": (ANY,)},
    LimitKind.PLACE: {Place.INSIDE: (ANY,), Place.BEYOND: (ANY,)},
}
"""The looser choices for each choice that limits, the nearest first."""

MONTHS = (0.0, 6.0, 12.0, 24.0, 36.0, 60.0, 84.0)
"""Lengths of study that people plan with, one step apart."""


def steps_of(catalog: Catalog, kind: LimitKind) -> tuple[float, ...]:
    """Amounts that are one step apart: those that the quiz over *catalog* offers, and 0 before them.

    "More" money for study is one step as well, as many times the last amount as that is of the one before.
    """
    if kind is LimitKind.MONTHS:
        return MONTHS
    asked = catalog.practical.get(kind)
    amounts = sorted({float(choice) for choice in asked.choices if choice.isdecimal()} - {0.0}) if asked else []
    if kind is LimitKind.MONEY and amounts[1:]:
        amounts.append(amounts[-1] ** 2 / amounts[-2])
    return (0.0, *amounts) if amounts else (0.0, 1.0)


def limits_of(catalog: Catalog, answers: Mapping[str, str]) -> Limits:
    """The limits in *answers* to the practical questions, by their ids; amounts are in the currency of the pack.

    Answers that limit nothing and those that name a level of education that *catalog* lacks are left out.
    """

    def amount(kind: LimitKind) -> float | None:
        said = answers.get(kind, "")
        return 0.0 if said == "none" else float(said) if re.fullmatch("[0-9]{1,12}", said, re.ASCII) else None

    def choice(kind: LimitKind) -> str | None:
        said = answers.get(kind, "")
        return said if said in LOOSER[kind] else None

    study = answers.get(LimitKind.STUDY, "")
    return Limits(
        study=study if study in catalog.education else None,
        money=amount(LimitKind.MONEY),
        hours=choice(LimitKind.HOURS),
        evenings=choice(LimitKind.EVENINGS),
        public=choice(LimitKind.PUBLIC),
        move=choice(LimitKind.MOVE),
        remote=choice(LimitKind.REMOTE),
        pay=amount(LimitKind.PAY),
    )


def set_limits(limits: Limits) -> tuple[Limit, ...]:
    """Each of the *limits* that is set."""
    return tuple(limit for kind in LimitKind if (limit := limit_of(limits, kind)) is not None)


def limit_of(limits: Limits, kind: LimitKind) -> Limit | None:
    """The one of *limits* that is about *kind*, None if it is not set."""
    value = getattr(limits, kind)
    if value is None:
        return None
    return Limit(kind, choice=str(value)) if isinstance(value, str) else Limit(kind, amount=value)


def admits(post: ConditionsBrief, kind: LimitKind, choice: str) -> bool:
    """Whether enough posts with these conditions suit the *choice* about their *kind*."""
    suits: Mapping[tuple[LimitKind, str], bool] = {
        (LimitKind.HOURS, "part"): post.mostly_part_time,
        (LimitKind.HOURS, "full"): not post.mostly_part_time,
        (LimitKind.EVENINGS, "no"): post.evenings is not Often.OFTEN,
        (LimitKind.PUBLIC, "calm"): post.conflict is not Often.OFTEN,
        (LimitKind.PUBLIC, "little"): Often.OFTEN not in (post.conflict, post.public),
        (LimitKind.MOVE, "no"): post.near_home,
        (LimitKind.REMOTE, "some"): post.also_remote,
        (LimitKind.REMOTE, "mostly"): post.remote is Often.OFTEN,
    }
    return suits.get((kind, choice), True)


CONDITIONS = (LimitKind.HOURS, LimitKind.EVENINGS, LimitKind.PUBLIC, LimitKind.MOVE, LimitKind.REMOTE)
"""The limits that the conditions of posts decide about."""


def to_amount(catalog: Catalog, now: Limit, amount: float) -> Change:
    """The change of the limit *now* to another *amount*."""
    scale = steps_of(catalog, now.kind)
    steps = abs(_position(scale, amount) - _position(scale, now.amount or 0.0))
    return Change(now, Limit(now.kind, amount=amount), steps)


def to_choice(now: Limit, choice: str) -> Change:
    """The change of the limit *now* to a looser *choice*."""
    return Change(now, Limit(now.kind, choice=choice), LOOSER[now.kind][now.choice or ""].index(choice) + 1.0)


def to_rank(catalog: Catalog, now: Limit, rank: int) -> Change:
    """The change of the limit *now* on study to the lowest choice that allows a level of education of this *rank*."""
    levels = catalog.education
    low = levels[now.choice or ""].rank
    above = [level for level in catalog.pack.study if levels[level].rank > low]
    passed = sum(levels[level].rank < rank for level in above)
    return Change(now, Limit(now.kind, choice=[*above, ANY][passed]), passed + 1.0)


def loosened(post: ConditionsBrief, now: Limit) -> Change:
    """The change of the limit *now* to the nearest looser choice that suits posts with these conditions."""
    looser = LOOSER[now.kind][now.choice or ""]
    return to_choice(now, next(choice for choice in looser if admits(post, now.kind, choice)))


def _position(scale: tuple[float, ...], amount: float) -> float:
    """The place of *amount* on *scale* in steps, also between two of them and beyond the last."""
    for step, (low, high) in enumerate(pairwise(scale)):
        if amount <= high:
            return step + (amount - low) / (high - low)
    low, high = scale[-2:]
    return len(scale) - 1 + (amount - high) / (high - low)
