"""The Library Support Staff Certification for one person: what their work shows already, hours, electives."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import combinations
from math import ceil
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.lssc.hours import Stretch, within, years_before
from libcareer.engines.references import Cite, Named, cite, role_named
from libcareer.errors import LibcareerError
from libcareer.knowledge.enums import Asked
from libcareer.knowledge.model import Cost

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from libcareer.catalog import Catalog

CREDENTIAL = "lssc"
"""Id of the credential whose cost, rules and limits are told."""

RULES = "ala-apa-lssc-eligibility"
"""Id of the source of the two figures that follow."""

HOURS, YEARS = 1820, 5
"""Hours of library work that an applicant has done, and the years before applying in which they count."""

CHOSEN = 3
"""Sets that a candidate chooses beside the required ones."""


class Person(Struct, frozen=True):
    """What somebody says of themselves, in ids of the catalog.

    *duties* are numbers of the duties of the role *start* that are theirs, from 1; none means all.
    *hours* are known to lie within the last five years, *worked* is still to be reckoned.
    """

    start: str | None = None
    duties: tuple[int, ...] = ()
    skills: tuple[str, ...] = ()
    goal: str | None = None
    hours: float | None = None
    worked: tuple[Stretch, ...] = ()
    secondary: bool = True


class Duty(Struct, frozen=True):
    """A duty of the person's role, by its number, and whether it is one of theirs."""

    number: int
    does: str
    theirs: bool


class Shown(Struct, frozen=True):
    """A skill of a set that the person uses, and the numbers of the duties that show it."""

    id: str
    title: str
    duties: tuple[int, ...]


class SetLine(Struct, frozen=True):
    """A competency set as it stands for the person.

    *shown* and *missing* are its skills; *serves* the skills of the goal that it covers; *chosen* says
    that it is one of the best three to choose.
    """

    id: str
    title: str
    required: bool
    chosen: bool
    summary: str
    shown: tuple[Shown, ...]
    missing: tuple[Named, ...]
    serves: tuple[Named, ...]
    prompts: tuple[str, ...]
    note: str | None
    year: int
    sources: tuple[Cite, ...]


class Eligibility(Struct, frozen=True):
    """Whether the person may apply; *met* is None as long as no hours are told.

    *since* is the first day whose hours count: the same day five years ago.
    """

    needed: int
    since: date
    counted: float | None
    short: int | None
    secondary: bool
    met: bool | None
    source: Cite | None


class Terms(Struct, frozen=True):
    """What the certification costs, takes and does not do, as its credential record has it."""

    summary: str
    how: str
    does_not: str
    asked: Asked
    asked_note: str
    cost: Cost | None
    cost_source: Cite | None
    renewal: str | None


class Asking(Struct, frozen=True):
    """That the goal asks for the certification or rewards it."""

    asked: Asked
    note: str | None


class Standing(Struct, frozen=True):
    """The answer: every set, the required ones first, whether the person may apply, and the terms.

    *covered* and *wanted* count the goal's skills, those that the required sets and the chosen ones
    cover together and all of them; both are 0 without a goal.
    """

    start: Named | None
    goal: Named | None
    goal_asks: Asking | None
    eligibility: Eligibility
    sets: tuple[SetLine, ...]
    covered: int
    wanted: int
    duties: tuple[Duty, ...]
    terms: Terms | None


def standing(catalog: Catalog, person: Person, today: date) -> Standing:
    """Where *person* stands with the certification on the day *today*.

    Raises LibcareerError if the knowledge has no competency sets, or a duty has no such number.
    """
    if not catalog.lssc:
        raise LibcareerError("This knowledge has no competency sets of the Library Support Staff Certification.")
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
        chosen = best(electives, required, (essential, useful), serves, evidence)
    return Standing(
        start=role_named(catalog, person.start) if person.start else None,
        goal=role_named(catalog, person.goal) if person.goal else None,
        goal_asks=_asking(catalog, person.goal) if person.goal else None,
        eligibility=_eligibility(catalog, person, today),
        sets=tuple(
            _line(catalog, id_, shown[id_], serves[id_], chosen=id_ in chosen) for id_ in (*required, *electives)
        ),
        covered=len({skill for id_ in (*required, *chosen) for skill in serves[id_]}),
        wanted=len(essential) + len(useful),
        duties=duties,
        terms=_terms(catalog),
    )


def best(
    electives: Sequence[str],
    required: Sequence[str],
    goal: tuple[Iterable[str], Iterable[str]],
    serves: Mapping[str, Iterable[str]],
    shown: Mapping[str, Iterable[str]],
) -> tuple[str, ...]:
    """The three *electives* that serve a goal best: of all combinations the first that no other surpasses.

    *goal* has its essential and its useful skills, *serves* those that each set covers, *shown* the
    skills of each set that the person uses already. One combination surpasses another if, together
    with the *required* sets, it covers more of the essential skills; if those are equal, more of the
    useful ones; if those are equal, if more of the skills of its own sets are shown already.
    """
    essential, useful = (frozenset(skills) for skills in goal)

    def measure(chosen: tuple[str, ...]) -> tuple[int, int, int]:
        covered = {skill for id_ in (*required, *chosen) for skill in serves[id_]}
        return (
            len(covered & essential),
            len(covered & useful),
            len({skill for id_ in chosen for skill in shown[id_]}),
        )

    return max(combinations(electives, min(CHOSEN, len(electives))), key=measure)


def _duties(catalog: Catalog, person: Person) -> tuple[Duty, ...]:
    if person.start is None:
        return ()
    duties = catalog.work[person.start].duties
    for number in person.duties:
        if not 1 <= number <= len(duties):
            title = catalog.briefs[person.start].title
            raise LibcareerError(f"There is no duty {number}. {title} has the duties 1 to {len(duties)}.")
    return tuple(
        Duty(number, duty.does, not person.duties or number in person.duties) for number, duty in enumerate(duties, 1)
    )


def _used(catalog: Catalog, person: Person, duties: Iterable[Duty]) -> dict[str, tuple[int, ...]]:
    """The skills that the person uses, each with the numbers of the duties that it is used in."""
    used: dict[str, tuple[int, ...]] = dict.fromkeys(person.skills, ())
    for duty in duties:
        if person.start and duty.theirs:
            for skill in catalog.work[person.start].duties[duty.number - 1].skills:
                used[skill] = (*used.get(skill, ()), duty.number)
    return used


def _shown(catalog: Catalog, skills: Iterable[str], used: Mapping[str, tuple[int, ...]]) -> tuple[Shown, ...]:
    """Those of *skills* that are *used*, themselves or something narrower."""
    found = []
    for skill in skills:
        family = [narrower for narrower in catalog.family(skill) if narrower in used]
        if family:
            numbers = sorted({number for narrower in family for number in used[narrower]})
            found.append(Shown(skill, catalog.skills[skill].title, tuple(numbers)))
    return tuple(found)


def _serves(catalog: Catalog, skills: tuple[str, ...], goal: str | None) -> tuple[str, ...]:
    """The skills of *goal* that a set of *skills* covers, by themselves or by something narrower."""
    if goal is None:
        return ()
    wanted = catalog.briefs[goal].skills
    return tuple(
        skill for skill in (*wanted.essential, *wanted.useful) if not set(skills).isdisjoint(catalog.family(skill))
    )


def _line(catalog: Catalog, id_: str, shown: tuple[Shown, ...], serves: Iterable[str], *, chosen: bool) -> SetLine:
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


def _eligibility(catalog: Catalog, person: Person, today: date) -> Eligibility:
    since = years_before(today, YEARS)
    counted: Fraction | None = None
    if person.hours is not None or person.worked:
        counted = Fraction(person.hours or 0) + within(person.worked, since, today)
    return Eligibility(
        needed=HOURS,
        since=since,
        counted=None if counted is None else float(counted),
        short=None if counted is None else max(0, ceil(HOURS - counted)),
        secondary=person.secondary,
        met=False if not person.secondary else None if counted is None else counted >= HOURS,
        source=cite(catalog, RULES) if RULES in catalog.sources else None,
    )


def _asking(catalog: Catalog, goal: str) -> Asking | None:
    asked = [wanted for wanted in catalog.roles[goal].credentials if wanted.credential == CREDENTIAL]
    return Asking(asked[0].asked, asked[0].note) if asked else None


def _terms(catalog: Catalog) -> Terms | None:
    if CREDENTIAL not in catalog.credentials:
        return None
    record = catalog.credentials[CREDENTIAL]
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
