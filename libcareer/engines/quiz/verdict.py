"""The verdict of a quiz in brief: three roles, a reason for and one against each, and one thing to do this week.

If the answers point no way, there is none, but what the answers look like, and a try from each corner of the field.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.pay.figures import PayFigure, pay
from libcareer.engines.quiz.engine import Reason
from libcareer.engines.quiz.result import ShownRole
from libcareer.knowledge.enums import Pays

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from libcareer.catalog import Catalog
    from libcareer.engines.quiz.result import Findings

VERDICT_ROLES = 3
"""How many roles a verdict has."""

WORTH_NAMING = 0.04
"""A choice that adds or subtracts less than this says hardly anything about a role; scores are about 2."""


DELIBERATE = ("chosen", "least liked")
"""How an option is chosen on purpose; one that is passed over may only have been liked less than another."""

ROUNDABOUT = 0.5
"""The weight of a reason that has to be thought about: a role lacks what was liked, or lacks what was not."""


class RolePay(Struct, frozen=True):
    """The pay of the occupation that a role is counted in, and what the role *pays* beside it, if its note says so."""

    figure: PayFigure
    pays: Pays | None


class VerdictRole(Struct, frozen=True):
    """A role of the verdict: a choice that speaks for it, one against it, its main drawback, its pay, its limits.

    *pay_unjudged* says that a limit on pay cannot tell whether the role pays enough.
    """

    role: ShownRole
    pro: Reason | None
    con: Reason | None
    drawback: str
    pay: RolePay | None
    limits: tuple[str, ...] = ()
    pay_unjudged: bool = False


class Suggestion(Struct, frozen=True):
    """Something to do this week: try a role, or take the first step of the path to it."""

    role: str
    title: str
    do: str
    put_off: str | None = None


class Verdict(Struct, frozen=True):
    """The *roles* in brief, and for each an hour to try it in."""

    roles: tuple[VerdictRole, ...]
    tries: tuple[Suggestion, ...]


class CornerTry(Struct, frozen=True):
    """A cluster of roles, and an hour to try one of its roles."""

    cluster: str
    title: str
    hour: Suggestion


class NoVerdict(Struct, frozen=True):
    """What the answers look like: on how many screens the options at the *top* were chosen; and what to try.

    The *tries* are sorted by the title of the corner and do not depend on the answers.
    """

    top: int
    tries: tuple[CornerTry, ...]


def verdict(found: Findings) -> Verdict:
    """The verdict on the roles of *found*; no choice is quoted for two of them."""
    roles = first_roles(found)
    quoted: set[str] = set()
    told = tuple(_told(found, role, quoted) for role in roles)
    return Verdict(told, tuple(an_hour(found, role.role) for role in roles))


def first_roles(found: Findings) -> list[ShownRole]:
    """The roles of the verdict: the first ones; of two loves, the first of each that the limits leave is among them."""
    loved = [role for love in found.result.loves for role in islice(found.within_limits(love), 1)]
    chosen = [*dict.fromkeys([*loved, *(role.role for role in found.result.roles)])][:VERDICT_ROLES]
    return [found.shown(role) for role in sorted(chosen, key=found.order.index)]


def _told(found: Findings, role: ShownRole, quoted: set[str]) -> VerdictRole:
    reasons = found.quiz.reasons(role.role, found.answers)
    return VerdictRole(
        role=role,
        pro=next(telling(reasons, 1, quoted), None),
        con=next(telling(reasons, -1, quoted), None),
        drawback=found.catalog.roles[role.role].drawbacks[0].says,
        pay=role_pay(found.catalog, role.role),
        limits=found.exclusions.reasons(role.role),
        pay_unjudged=not found.exclusions.judges_pay(role.role),
    )


def telling(reasons: Sequence[Reason], sign: int, quoted: set[str]) -> Iterator[Reason]:
    """The choices among *reasons* that are worth naming for (*sign* 1) or against (-1) a role, the most telling first.

    Each one that is given is added to *quoted*, and none in *quoted* is given.
    """
    plain = DELIBERATE[sign < 0]

    def weight(reason: Reason) -> float:
        return abs(reason.adds) * (1 if reason.chosen == plain else ROUNDABOUT)

    for reason in sorted(reasons, key=lambda reason: (-weight(reason), reason.option)):
        named = reason.chosen in DELIBERATE and reason.adds * sign >= WORTH_NAMING
        if named and reason.option not in quoted:
            quoted.add(reason.option)
            yield reason


def role_pay(catalog: Catalog, role: str) -> RolePay | None:
    """The pay of *role* as it may be told in a few words; None if no figure is known."""
    figure = pay(catalog, role)
    return RolePay(figure, catalog.roles[role].occupations[0].pays) if figure else None


def an_hour(found: Findings, role: str) -> Suggestion:
    """The hour that *role* can be tried in."""
    hour = found.catalog.roles[role].tries.hour
    return Suggestion(role, found.catalog.briefs[role].title, hour.do, hour.put_off)


def no_verdict(found: Findings) -> NoVerdict:
    """What the answers look like, and an hour from each corner of the field that the limits leave."""
    answered = [answer for answer in found.answers if answer.picks]
    top = sum(set(answer.picks) == set(answer.options[: len(answer.picks)]) for answer in answered)
    return NoVerdict(top, tuple(_corners(found)))


def _corners(found: Findings) -> Iterator[CornerTry]:
    briefs, clusters = found.catalog.briefs, found.catalog.clusters
    by_title = sorted(briefs, key=lambda role: briefs[role].title)
    for cluster in sorted(clusters, key=lambda cluster: clusters[cluster].title):
        roles = [role for role in by_title if briefs[role].cluster == cluster]
        if first := next(found.within_limits(roles), None):
            yield CornerTry(cluster, clusters[cluster].title, an_hour(found, first))
