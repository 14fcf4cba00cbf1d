"""The details of a result: what speaks for and against each role, what decided the order, what would change it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.paths.path import path
from libcareer.engines.quiz.engine import PRIOR, Quiz, Reason
from libcareer.engines.quiz.result import ShownRole
from libcareer.engines.quiz.verdict import RolePay, Suggestion, an_hour, role_pay, telling
from libcareer.engines.quiz.what_if import Flip, flips

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from libcareer.engines.quiz.result import Findings

FOR, AGAINST = 3, 1
"""How many choices for a role and against it are named."""

DECIDED = 3
"""How many of the choices that put the first role before the second are named."""


class RoleDetails(Struct, frozen=True):
    """A role in full: what it is, its main drawback, its pay, the limits that rule it out, and every reason.

    *pro* and *con* are the strongest choices for it and against it that are named nowhere else;
    *from_scores* is what Interest Profiler scores add to the score, if there are any. *pay_unjudged* says that a
    limit on pay cannot tell whether the role pays enough.
    """

    role: ShownRole
    summary: str
    entry: str
    place: str
    think_twice: str
    pay: RolePay | None
    limits: tuple[str, ...]
    pro: tuple[Reason, ...]
    con: tuple[Reason, ...]
    from_scores: Reason | None
    reasons: tuple[Reason, ...]
    pay_unjudged: bool = False


class SetAside(Struct, frozen=True):
    """A role that would be shown without the limits, with its chance and the reasons."""

    role: str
    title: str
    chance: float
    reasons: tuple[str, ...]


class Decided(Struct, frozen=True):
    """A choice that put the first role before the second, and the part of the lead that it explains."""

    option: str
    label: str
    chosen: str
    leads: float


class Added(Struct, frozen=True):
    """How Interest Profiler scores change the five roles: the titles of those that *came* and that *went*.

    If no screen was answered, *alone* is true and both are empty.
    """

    came: tuple[str, ...]
    went: tuple[str, ...]
    alone: bool


class Details(Struct, frozen=True):
    """The *roles* in full, an *other* one from another corner, what decided the order, and what would change it.

    *set_aside* are the roles that the limits rule out, with the reasons.
    *flips* has the easiest flip of each screen that has one, first those that take an answer back.
    """

    roles: tuple[RoleDetails, ...]
    other: RoleDetails | None
    set_aside: tuple[SetAside, ...]
    decided: tuple[Decided, ...]
    flips: tuple[Flip, ...]
    week: tuple[Suggestion, ...]
    added: Added | None = None


def details(found: Findings) -> Details:
    """The details behind the result of *found*; no choice is named twice."""
    shown = [role.role for role in found.result.roles]
    decided = tuple(_decided(found, shown[:2]))
    quoted = {each.option for each in decided}
    return Details(
        roles=tuple(_in_full(found, role, quoted) for role in found.result.roles),
        other=_in_full(found, found.shown(found.result.other), quoted) if found.result.other else None,
        set_aside=tuple(_set_aside(found, role) for role in found.result.set_aside),
        decided=decided,
        flips=tuple(flips(found.quiz, found.outcome, found.answers, found.without, found.first)) if shown else (),
        week=tuple(_week(found, shown)),
        added=_added(found) if found.progress.riasec else None,
    )


def _in_full(found: Findings, role: ShownRole, quoted: set[str]) -> RoleDetails:
    catalog, id_ = found.catalog, role.role
    brief, record = catalog.briefs[id_], catalog.roles[id_]
    reasons = found.quiz.reasons(id_, found.answers)
    return RoleDetails(
        role=role,
        summary=brief.summary,
        entry=catalog.education[brief.education.typical].title,
        place=brief.place.value,
        think_twice=record.drawbacks[0].says,
        pay=role_pay(catalog, id_, found.exclusions.stated.place),
        limits=found.exclusions.reasons(id_),
        pro=tuple(islice(telling(reasons, 1, quoted), FOR)),
        con=tuple(islice(telling(reasons, -1, quoted), AGAINST)),
        from_scores=next((reason for reason in reasons if reason.chosen == PRIOR), None),
        reasons=reasons,
        pay_unjudged=not found.exclusions.judges_pay(id_),
    )


def _set_aside(found: Findings, role: str) -> SetAside:
    fit = found.fits[role]
    return SetAside(role, fit.title, fit.chance, found.exclusions.reasons(role))


def _decided(found: Findings, two: Sequence[str]) -> Iterator[Decided]:
    if len(two) < 2:
        return
    first, second = (found.quiz.reasons(role, found.answers) for role in two)
    adds = {reason.option: reason.adds for reason in second}
    leads = [Decided(r.option, r.label, r.chosen, r.adds - adds[r.option]) for r in first]
    leads.sort(key=lambda decided: (-decided.leads, decided.option))
    yield from (decided for decided in leads[:DECIDED] if decided.leads > 0)


def _added(found: Findings) -> Added:
    if found.result.scores_only:
        return Added((), (), alone=True)
    shown, without = found.outcome.shown, Quiz(found.catalog).outcome(found.answers).shown

    def titles(roles: Iterable[str]) -> tuple[str, ...]:
        return tuple(found.catalog.briefs[role].title for role in roles)

    return Added(
        came=titles(role for role in shown if role not in without),
        went=titles(role for role in without if role not in shown),
        alone=False,
    )


# ---------------------------------------------------------------------------- this week


def _week(found: Findings, shown: Sequence[str]) -> Iterator[Suggestion]:
    """A try of the first two roles; then the first step of the path to the first, or a try of the third."""
    for role in shown[:2]:
        yield an_hour(found, role)
    if shown:
        step = _first_step(found, shown[0])
        if step:
            yield step
        elif len(shown) > 2:
            yield an_hour(found, shown[2])


def _first_step(found: Findings, role: str) -> Suggestion | None:
    level = found.exclusions.holds or next(iter(found.catalog.education))
    route = path(found.catalog, role, held=found.catalog.education[level].holds).best
    if route is None or not route.steps[0].how:
        return None
    step = route.steps[0]
    what = {"study": f"Look into {step.title}", "work": f"Look for a job as {step.title}"}.get(
        step.kind, "Look for a job"
    )
    return Suggestion(role, found.catalog.briefs[role].title, f"{what}: {step.how}")
