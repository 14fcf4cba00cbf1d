"""What carries over from a job of any field: the skills that its tasks show, and the roles that value it.

For the jobs that people most often come from, a reader judged each skill by the tasks. For all others a plain rule
looks for words in tasks (data/task_words.yaml); what it finds may be shown, and counts as no practice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.references import Cite, cite
from libcareer.knowledge.enums import Sure, Usual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from libcareer.catalog import Catalog
    from libcareer.catalog.jobs import Job
    from libcareer.knowledge.model.origins import JobDoor

RULE = "rule"
"""How sure a skill is that only the rule over words of tasks found."""

PRACTICED = (Sure.PLAIN, Sure.LIKELY)
"""How sure a skill has to be to count as practiced."""


class ShownSkill(Struct, frozen=True):
    """A skill that a job shows, by one *task*; *sure* is plain, likely or partly, or rule where nobody judged it."""

    id: str
    title: str
    task: str
    task_id: int
    sure: str


class OpenDoor(Struct, frozen=True):
    """A role that values a job: how *usual* it is to come from there, *why*, and what to *say* in the letter."""

    role: str
    title: str
    usual: Usual
    why: str
    say: str


class JobCarries(Struct, frozen=True):
    """What carries over from the job *code*, which O*NET calls *title* and people *called*.

    *judged* says whether a reader judged it; otherwise *skills* come from the rule alone and there are no *doors*.
    """

    code: str
    title: str
    called: str
    judged: bool
    skills: tuple[ShownSkill, ...]
    doors: tuple[OpenDoor, ...]
    source: Cite


def carries(catalog: Catalog, code: str) -> JobCarries:
    """What carries over from the job *code*; raises KeyError if no table has it."""
    tables = catalog.jobs
    if tables is None:
        raise KeyError(code)
    job, origin = tables[code], catalog.origins.get(code)
    doors = tuple(
        OpenDoor(door.role, catalog.briefs[door.role].title, door.usual, door.why, door.say)
        for door in (origin.doors if origin else ())
    )
    return JobCarries(
        code=code,
        title=job.title,
        called=called(catalog, code),
        judged=origin is not None,
        skills=tuple(_shown(catalog, job)),
        doors=doors,
        source=cite(catalog, tables.release[1]),
    )


def all_carries(catalog: Catalog, codes: Iterable[str]) -> tuple[JobCarries, ...]:
    """What carries over from each of the jobs *codes* that the knowledge has."""
    tables = catalog.jobs
    return tuple(carries(catalog, code) for code in codes if tables is not None and code in tables)


def called(catalog: Catalog, code: str) -> str:
    """What people call the job *code*; the code itself if nothing knows it."""
    if origin := catalog.origins.get(code):
        return origin.called[:1].upper() + origin.called[1:]
    tables = catalog.jobs
    return tables[code].title if tables is not None and code in tables else code


def _shown(catalog: Catalog, job: Job) -> Iterator[ShownSkill]:
    titles, tasks = catalog.titles("skills"), dict(job.tasks)
    if origin := catalog.origins.get(job.code):
        for one in origin.carries:
            yield ShownSkill(one.skill, titles[one.skill], tasks.get(one.task, ""), one.task, one.sure.value)
        return
    for skill, task in by_rule(catalog, job):
        yield ShownSkill(skill, titles[skill], tasks[task], task, RULE)


def by_rule(catalog: Catalog, job: Job) -> Iterator[tuple[str, int]]:
    """The skills that words in the tasks of a *job* show, each with the number of the first task that has them."""
    from libcareer.knowledge.wordings import pattern

    for skill, words in catalog.task_words.items():
        sought = pattern(words.phrases)
        found = next((task.id for task in job.tasks if sought.search(task.text)), None)
        if found is not None:
            yield skill, found


def practiced(catalog: Catalog, codes: Iterable[str]) -> frozenset[str]:
    """The skills that a reader found plain or likely in the jobs *codes*."""
    origins = [catalog.origins[code] for code in codes if code in catalog.origins]
    return frozenset(one.skill for origin in origins for one in origin.carries if one.sure in PRACTICED)


DEGREE_ZONE = 4
"""From this job zone on most jobs require a four-year degree (O*NET, Job Zone Reference, 2025)."""


def usual_degree(catalog: Catalog, codes: Iterable[str]) -> tuple[str, ...]:
    """The credential that people in one of the jobs *codes* usually hold: a first degree from job zone 4 on."""
    tables, level = catalog.jobs, catalog.education.get(catalog.pack.no_masters or "")
    if tables is None or level is None:
        return ()
    zones = [tables[code].zone or 0 for code in codes if code in tables]
    return level.holds[:1] if max(zones, default=0) >= DEGREE_ZONE else ()


def door(catalog: Catalog, codes: Iterable[str], role: str) -> tuple[str, JobDoor] | None:
    """The most usual door from one of the jobs *codes* to a *role*, with the code; None if there is none."""
    order = list(Usual)
    doors = [
        (code, one)
        for code in codes
        if code in catalog.origins
        for one in catalog.origins[code].doors
        if one.role == role
    ]
    return min(doors, key=lambda found: order.index(found[1].usual), default=None)
