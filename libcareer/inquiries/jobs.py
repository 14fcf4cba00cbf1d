"""The post that somebody comes from: a role of this guide, or a job of any other field."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from libcareer.errors import LibcareerError, SeveralJobs, short
from libcareer.inquiries.inquirer import Answer
from libcareer.inquiries.names import named_role, resolve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libcareer.catalog import Catalog
    from libcareer.engines.jobs.page import JobPage, NearJobs
    from libcareer.inquiries.inquirer import Inquirer


NO_SUCH_JOB = (
    "No job of O*NET is called '{}'. Type the title as an ad would have it, or what you did there, such as 'taught "
    "third grade, ran the book fair'."
)
NO_JOBS = "This knowledge has no table of jobs of other fields."


class Post(NamedTuple):
    """What somebody does or did: the id of a *role*, or else the O*NET code of a *job*."""

    role: str | None
    job: str | None


def post_named(inquirer: Inquirer, word: str) -> Post:
    """The post that *word* names: a role by its names and by the title of a post, else a job of another field.

    Words that tell what somebody did name the job with the most similar tasks. If it is unclear which is meant, the
    inquirer is asked. Raises what `resolve` raises, and SeveralJobs if nobody can be asked or nothing is chosen.
    """
    catalog = inquirer.catalog
    job = _job_named(inquirer, word)
    return _post(catalog, job) if job else Post(resolve(inquirer, catalog.role_names, word, title=True), None)


def _job_named(inquirer: Inquirer, word: str) -> str | None:
    """The code of the job of another field that *word* means; None if it means a role, or nothing.

    Raises SeveralJobs if nobody can be asked which, or nothing is chosen.
    """
    catalog = inquirer.catalog
    if catalog.role_names.find(word) or catalog.jobs is None:
        return None
    from libcareer.engines.jobs.meaning import exact_meaning, meaning

    found = exact_meaning(catalog, word)
    if not found.codes or _is_ours(catalog, word, found.codes):
        if _is_role(catalog, word):
            return None
        found = meaning(catalog, word)
    return _one(inquirer, word, found.codes, sure=found.sure) if found.codes else None


def _is_role(catalog: Catalog, word: str) -> bool:
    """Whether *word* misspells the name of a role, or means one as the title of a post.

    Words that may mean one role or another mean a job instead whose title they nearly are.
    """
    if catalog.role_names.close(word) is not None:
        return True
    from libcareer.engines.jobs.meaning import meaning
    from libcareer.engines.words.titles.title import title
    from libcareer.engines.words.titles.verdict import Verdict

    answer = title(catalog, word)
    if answer.verdict is not Verdict.SEVERAL:
        return answer.verdict is Verdict.ONE
    found = meaning(catalog, word)
    return not (found.sure and found.how != "duties" and not _is_ours(catalog, word, found.codes))


def _roles_meant(catalog: Catalog, word: str) -> tuple[str, ...]:
    from libcareer.engines.words.titles.title import title

    return tuple(role.id for role in title(catalog, word).roles)


def _is_ours(catalog: Catalog, word: str, codes: Sequence[str]) -> bool:
    """Whether a title that O*NET knows for *codes* means a role that is counted in one of them."""
    if catalog.surveyed.keys().isdisjoint(codes):
        return False
    return any(
        covered.code in codes for role in _roles_meant(catalog, word) for covered in catalog.counted[role].occupations
    )


def _post(catalog: Catalog, code: str) -> Post:
    """The post of the job *code*, which is a role if one says the same."""
    from libcareer.engines.jobs.job import role_of

    role = role_of(catalog, code)
    return Post(role, None if role else code)


def _one(inquirer: Inquirer, word: str, codes: Sequence[str], *, sure: bool) -> str:
    tables = inquirer.catalog.jobs
    assert tables is not None
    jobs = [(code, tables.official[code]) for code in codes]
    if sure:
        others = f" '{short(word)}' can also be {jobs[1][1]} ({jobs[1][0]})." if jobs[1:] else ""
        if word.strip() != codes[0]:
            inquirer.note(f"Taking '{short(word, 80)}' as {jobs[0][1]}, a job of O*NET ({codes[0]}).{others}")
        return codes[0]
    if chosen := inquirer.chosen_job(word, jobs):
        return chosen
    raise SeveralJobs(word, jobs)


# ---------------------------------------------------------------------------- pages


def job_answer(inquirer: Inquirer, words: str) -> Answer[JobPage]:
    """The job of any field that *words* mean, by a title, a code or what somebody did there.

    Raises LibcareerError if the knowledge has no jobs or no job is meant, and SeveralJobs.
    """
    from libcareer.engines.jobs.meaning import meaning
    from libcareer.engines.jobs.page import job_page
    from libcareer.reports.job import job_report

    if inquirer.catalog.jobs is None:
        raise LibcareerError(NO_JOBS)
    found = meaning(inquirer.catalog, words)
    if not found.codes:
        raise LibcareerError(NO_SUCH_JOB.format(short(words, 80)))
    page = job_page(inquirer.catalog, _one(inquirer, words, found.codes, sure=found.sure))
    return Answer(page, job_report(page))


def anywhere_answer(inquirer: Inquirer, name: Sequence[str]) -> Answer[NearJobs]:
    """The jobs of other fields most like the role that the words of *name* name.

    Raises LibcareerError if the knowledge has no jobs, and what `named_role` raises.
    """
    from libcareer.engines.jobs.page import near_jobs
    from libcareer.reports.job import near_jobs_report

    found = near_jobs(inquirer.catalog, named_role(inquirer, name))
    if found is None:
        raise LibcareerError(NO_JOBS)
    return Answer(found, near_jobs_report(found))


def other_job(inquirer: Inquirer, name: Sequence[str]) -> str | None:
    """The code of the job of another field that the words of *name* name; None if they name a role, or nothing."""
    return _job_named(inquirer, " ".join(name)) if name else None
