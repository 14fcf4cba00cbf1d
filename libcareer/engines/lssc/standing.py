"""The certification by competency sets for one person: eligibility, skills shown, best electives."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import combinations
from math import ceil
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.lssc.hours import Stretch, hours_within, years_before
from libcareer.engines.references import Cite, Named, cite, role_named
from libcareer.errors import LibcareerError
from libcareer.knowledge.enums import Asked
from libcareer.knowledge.model.credentials import Cost

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from libcareer.catalog import Catalog
    from libcareer.knowledge.model.pack import Certification


class Person(Struct, frozen=True):
    """What somebody says about their work, in ids of the catalog.

    *duties* are the numbers, from 1, of those duties of the role *start* that they do; empty means all.
    *hours* were all worked in the years that count; *worked* are stretches still to be counted.
    *secondary* says whether they finished secondary school.
    """

    start: str | None = None
    duties: tuple[int, ...] = ()
    skills: tuple[str, ...] = ()
    goal: str | None = None
    hours: float | None = None
    worked: tuple[Stretch, ...] = ()
    secondary: bool = True


class OwnDuty(Struct, frozen=True):
    """A duty of the person's role, its number, and whether the person does it."""

    number: int
    does: str
    theirs: bool


class SkillShown(Struct, frozen=True):
    """A skill of a set that the person uses, and the numbers of the duties that show it."""

    id: str
    title: str
    duties: tuple[int, ...]


class SetLine(Struct, frozen=True):
    """A competency set and what the person has for it.

    *shown* and *missing* are its skills; *serves* are the skills of the goal that it covers; *chosen*
    says whether it is one of the best three to choose.
    """

    id: str
    title: str
    required: bool
    chosen: bool
    summary: str
    shown: tuple[SkillShown, ...]
    missing: tuple[Named, ...]
    serves: tuple[Named, ...]
    prompts: tuple[str, ...]
    note: str | None
    year: int
    sources: tuple[Cite, ...]


class Eligibility(Struct, frozen=True):
    """Whether the person may apply; *met* is None if they gave no hours.

    *needed* are hours of the kind that *where* says. *since* is the first day that counts: the same day so many
    years ago. *counted* are the hours since then, *short* how many are missing.
    """

    needed: int
    where: str
    since: date
    counted: float | None
    short: int | None
    secondary: bool
    met: bool | None
    source: Cite | None


class Terms(Struct, frozen=True):
    """What the certification costs, requires and does not do, from its credential record."""

    summary: str
    how: str
    does_not: str
    asked: Asked
    asked_note: str
    cost: Cost | None
    cost_source: Cite | None
    renewal: str | None


class GoalDemand(Struct, frozen=True):
    """Who asks for the certification in the goal role."""

    asked: Asked
    note: str | None


class Standing(Struct, frozen=True):
    """The answer: whether the person may apply, every set with the required ones first, and the terms.

    *certification* is its title, *short* what people call it, and *choose* the number of sets that a candidate chooses
    among those that are not required. *wanted* is the number of the goal's skills; *covered* is how many of them the
    required and the chosen sets cover together. Both are 0 without a goal. *disputed* is the id of a dispute about it.
    """

    certification: str
    short: str
    choose: int
    start: Named | None
    goal: Named | None
    goal_asks: GoalDemand | None
    eligibility: Eligibility
    sets: tuple[SetLine, ...]
    covered: int
    wanted: int
    duties: tuple[OwnDuty, ...]
    terms: Terms | None
    disputed: str | None = None


def standing(catalog: Catalog, person: Person, today: date) -> Standing:
    """Where *person* stands with the certification on the day *today*.

    Raises LibcareerError if the knowledge has no certification, or a duty has no such number.
    """
    certification = catalog.certification
    if certification is None or not catalog.lssc:
        raise LibcareerError("This knowledge has no certification by competency sets.")
    duties = _duties(catalog, person)
    used = _used(catalog, person, duties)
    shown = {id_: _shown(catalog, record.skills, used) for id_, record in catalog.lssc.items()}
    serves = {id_: _serves(catalog, record.skills, person.goal) for id_, record in catalog.lssc.items()}
    skills = catalog.briefs[person.goal].skills if person.goal else None
    essential, useful = (skills.essential, skills.useful) if skills else ((), ())
    required = [id_ for id_, record in catalog.lssc.items() if record.required]
    electives = [id_ for id_, record in catalog.lssc.items() if not record.required]
    chosen: tuple[str, ...] = ()
    if person.goal or any(shown.values()):
        evidence = {id_: [one.id for one in found] for id_, found in shown.items()}
        chosen = best_electives(electives, required, (essential, useful), serves, evidence, certification.chosen)
    return Standing(
        certification=certification.title,
        short=certification.short,
        choose=certification.chosen,
        start=role_named(catalog, person.start) if person.start else None,
        goal=role_named(catalog, person.goal) if person.goal else None,
        goal_asks=_goal_demand(catalog, certification, person.goal) if person.goal else None,
        eligibility=_eligibility(catalog, certification, person, today),
        sets=tuple(
            _line(catalog, id_, shown[id_], serves[id_], chosen=id_ in chosen) for id_ in (*required, *electives)
        ),
        covered=len({skill for id_ in (*required, *chosen) for skill in serves[id_]}),
        wanted=len(essential) + len(useful),
        duties=duties,
        terms=_terms(catalog, certification),
        disputed=_disputed(catalog, certification),
    )


def best_electives(
    electives: Sequence[str],
    required: Sequence[str],
    goal: tuple[Iterable[str], Iterable[str]],
    serves: Mapping[str, Iterable[str]],
    shown: Mapping[str, Iterable[str]],
    chosen: int,
) -> tuple[str, ...]:
    """So many *chosen* of the *electives* that serve a goal best.

    *goal* has the essential and the useful skills of the goal, *serves* the skills that each set covers,
    *shown* the skills of each set that the person uses already. The combinations are compared by the
    number of essential skills that they cover together with the *required* sets, then by the number of
    useful ones, then by the number of their own skills that are shown. Of equal ones the first is best.
    """
    essential, useful = (frozenset(skills) for skills in goal)

    def measure(some: tuple[str, ...]) -> tuple[int, int, int]:
        covered = {skill for id_ in (*required, *some) for skill in serves[id_]}
        return (
            len(covered & essential),
            len(covered & useful),
            len({skill for id_ in some for skill in shown[id_]}),
        )

    return max(combinations(electives, min(chosen, len(electives))), key=measure)


def _duties(catalog: Catalog, person: Person) -> tuple[OwnDuty, ...]:
    if person.start is None:
        return ()
    duties = catalog.work[person.start].duties
    for number in person.duties:
        if not 1 <= number <= len(duties):
            title = catalog.briefs[person.start].title
            raise LibcareerError(f"There is no duty {number}. {title} has the duties 1 to {len(duties)}.")
    return tuple(
        OwnDuty(number, duty.does, not person.duties or number in person.duties)
        for number, duty in enumerate(duties, 1)
    )


def _used(catalog: Catalog, person: Person, duties: Iterable[OwnDuty]) -> dict[str, tuple[int, ...]]:
    """The skills that the person uses, each with the numbers of the duties that use it."""
    used: dict[str, tuple[int, ...]] = dict.fromkeys(person.skills, ())
    for duty in duties:
        if person.start and duty.theirs:
            for skill in catalog.work[person.start].duties[duty.number - 1].skills:
                used[skill] = (*used.get(skill, ()), duty.number)
    return used


def _shown(catalog: Catalog, skills: Iterable[str], used: Mapping[str, tuple[int, ...]]) -> tuple[SkillShown, ...]:
    """The *skills* that are *used*, directly or through a narrower skill."""
    found = []
    for skill in skills:
        family = [narrower for narrower in catalog.family(skill) if narrower in used]
        if family:
            numbers = sorted({number for narrower in family for number in used[narrower]})
            found.append(SkillShown(skill, catalog.skills[skill].title, tuple(numbers)))
    return tuple(found)


def _serves(catalog: Catalog, skills: tuple[str, ...], goal: str | None) -> tuple[str, ...]:
    """The skills of *goal* that a set of *skills* covers, directly or through a narrower skill."""
    if goal is None:
        return ()
    wanted = catalog.briefs[goal].skills
    return tuple(
        skill for skill in (*wanted.essential, *wanted.useful) if not set(skills).isdisjoint(catalog.family(skill))
    )


def _line(catalog: Catalog, id_: str, shown: tuple[SkillShown, ...], serves: Iterable[str], *, chosen: bool) -> SetLine:
    record = catalog.lssc[id_]
    known = {one.id for one in shown}
    return SetLine(
        id=id_,
        title=record.title,
        required=record.required,
        chosen=chosen,
        summary=record.summary,
        shown=shown,
        missing=tuple(Named(skill, catalog.skills[skill].title) for skill in record.skills if skill not in known),
        serves=tuple(Named(skill, catalog.skills[skill].title) for skill in serves),
        prompts=record.prompts,
        note=record.note,
        year=record.year,
        sources=tuple(cite(catalog, source) for source in record.sources),
    )


def _eligibility(catalog: Catalog, asks: Certification, person: Person, today: date) -> Eligibility:
    since = years_before(today, asks.years)
    counted: Fraction | None = None
    if person.hours is not None or person.worked:
        counted = Fraction(str(person.hours or 0)) + hours_within(person.worked, since, today)
    return Eligibility(
        needed=asks.hours,
        where=asks.where,
        since=since,
        counted=None if counted is None else float(counted),
        short=None if counted is None else max(0, ceil(asks.hours - counted)),
        secondary=person.secondary,
        met=False if not person.secondary else None if counted is None else counted >= asks.hours,
        source=cite(catalog, asks.source) if asks.source in catalog.sources else None,
    )


def _goal_demand(catalog: Catalog, certification: Certification, goal: str) -> GoalDemand | None:
    asked = [wanted for wanted in catalog.roles[goal].credentials if wanted.credential == certification.credential]
    return GoalDemand(asked[0].asked, asked[0].note) if asked else None


def _disputed(catalog: Catalog, certification: Certification) -> str | None:
    named = certification.credential
    return next((id_ for id_, dispute in catalog.disputes.items() if named in dispute.credentials), None)


def _terms(catalog: Catalog, certification: Certification) -> Terms | None:
    if certification.credential is None:
        return None
    record = catalog.credentials[certification.credential]
    return Terms(
        summary=record.summary,
        how=record.how,
        does_not=record.does_not,
        asked=record.asked,
        asked_note=record.asked_note,
        cost=record.cost,
        cost_source=cite(catalog, record.cost.source) if record.cost else None,
        renewal=record.renewal,
    )
