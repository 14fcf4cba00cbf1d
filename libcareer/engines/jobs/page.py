"""A job of any field as far as O*NET describes it, and the jobs that are most like a role or another job."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.jobs.carried import JobCarries, carries
from libcareer.engines.jobs.job import role_of
from libcareer.engines.jobs.meaning import near_tasks
from libcareer.engines.references import Cite, Named, cite, role_named
from libcareer.knowledge.model.occupations import Pay

if TYPE_CHECKING:
    from collections.abc import Iterable

    from libcareer.catalog import Catalog
    from libcareer.catalog.jobs import JobTables

NEAREST = 10
"""How many of the nearest jobs are told."""

INTERESTS = "RIASEC"
"""The letters of the six interests, in the order of the tables."""


class NearJob(Struct, frozen=True):
    """A job of any field that is much like another one; *role* is the role of this guide that says the same."""

    code: str
    title: str
    description: str
    role: Named | None = None


class JobPage(Struct, frozen=True):
    """What O*NET says of the job *code*: what it is called, its *tasks*, interests, job zone and *technologies*.

    *letters* gives the six interests, each 1 to 7, and *zone* how much preparation it takes, 1 to 5; empty and None
    where O*NET has none. *role* is the role of this guide that says the same, and *pay* the newest figure that is held
    for the occupation. *near* are the jobs most like it.
    """

    code: str
    title: str
    description: str
    titles: tuple[str, ...]
    tasks: tuple[str, ...]
    letters: dict[str, float]
    zone: int | None
    technologies: tuple[str, ...]
    role: Named | None
    pay: Pay | None
    pay_unit: str
    pay_source: Cite | None
    carries: JobCarries
    near: tuple[NearJob, ...]
    source: Cite


class NearJobs(Struct, frozen=True):
    """The jobs of other fields most like the role *asked*, nearest first, and how they were found.

    With *by_code* they are those most like the occupation *by_code*, which the role is counted in; without it they have
    most words of the role's duties in their tasks.
    """

    asked: Named
    by_code: str | None
    jobs: tuple[NearJob, ...]
    source: Cite


def job_page(catalog: Catalog, code: str) -> JobPage:
    """What the tables say of the job *code*; raises KeyError if they have none."""
    tables = catalog.jobs
    if tables is None:
        raise KeyError(code)
    job = tables[code]
    role = role_of(catalog, code)
    held = catalog.occupations.get(code)
    pay = held.pay[0] if held and held.pay else None
    return JobPage(
        code=code,
        title=job.title,
        description=job.description,
        titles=job.titles,
        tasks=tuple(task.text for task in job.tasks),
        letters=dict(zip(INTERESTS, job.letters, strict=False)),
        zone=job.zone,
        technologies=job.technologies,
        role=role_named(catalog, role) if role else None,
        pay=pay,
        pay_unit=held.pays_by if held else "",
        pay_source=cite(catalog, pay.source) if pay else None,
        carries=carries(catalog, code),
        near=_near(catalog, tables, job.near[:NEAREST]),
        source=cite(catalog, tables.release[1]),
    )


def near_jobs(catalog: Catalog, role: str) -> NearJobs | None:
    """The jobs of other fields most like a *role*; None if the knowledge has no tables of jobs."""
    tables = catalog.jobs
    if tables is None:
        return None
    own = [covered.code for covered in catalog.counted[role].occupations if not covered.proxy]
    code = next((code for code in own if code in tables and tables[code].tasks), None)
    if code:
        found: Iterable[str] = tables[code].near
    else:
        duties = [catalog.briefs[role].title, catalog.briefs[role].summary]
        duties += [duty.does for duty in catalog.work[role].duties]
        found = [near for near, _ in near_tasks(tables, duties)]
    beyond = [near for near in found if near not in catalog.surveyed][:NEAREST]
    return NearJobs(role_named(catalog, role), code, _near(catalog, tables, beyond), cite(catalog, tables.release[1]))


def _near(catalog: Catalog, tables: JobTables, codes: Iterable[str]) -> tuple[NearJob, ...]:
    jobs = [(tables[code], role_of(catalog, code)) for code in codes]
    return tuple(
        NearJob(job.code, job.title, job.description, role_named(catalog, role) if role else None) for job, role in jobs
    )
