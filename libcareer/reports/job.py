"""A job of any field as a report, and the jobs most like a role: thin pages, which say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.knowledge.money import amount
from libcareer.knowledge.packs import current_pack
from libcareer.reports.addresses import Kind, address, cited, mention
from libcareer.reports.jobs import carried_blocks
from libcareer.reports.page.render import Block, Facts, Heading, Item, Items, Next, Para, Report, Title
from libcareer.reports.words import cite_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcareer.engines.jobs.page import JobPage, NearJob, NearJobs

THIN = (
    "This page has only what O*NET lists for every job in the country. It is no page of this guide: it tells no day, "
    "no drawbacks and no way in."
)

ZONES = ("little or no", "some", "medium", "considerable", "extensive")
"""How much preparation each job zone takes, in the words of O*NET."""

LETTERS = {
    "R": "Realistic", "I": "Investigative", "A": "Artistic", "S": "Social", "E": "Enterprising", "C": "Conventional",
}  # fmt: skip
"""The six interests by letter."""

SOME_TITLES, SOME_TECHNOLOGIES = 8, 12
"""How many titles and technologies are told to people; JSON has all."""

NEAR_COLUMNS = ("code", "title", "role", "description")


def job_report(page: JobPage) -> Report:
    """What O*NET says of a job, what carries over from it, and the jobs most like it."""
    blocks: list[Block] = [Title(page.title, f"{page.code}; O*NET")]
    if page.role:
        known = f"{page.role.title}: `libcareer show {page.role.id}`"
        words = f"This guide has a page on it, {known}. Below is what O*NET says."
        blocks.append(Para(words, strong=True, links=(mention(Kind.ROLE, page.role.id, page.role.title),)))
    else:
        blocks.append(Para(THIN, strong=True))
    blocks += [Para(page.description), Facts(tuple(_facts(page)))]
    if page.tasks:
        blocks += [Heading("Tasks, as O*NET lists them"), Items(tuple(Item(task) for task in page.tasks))]
    blocks += [*carried_blocks((page.carries,), whole=True)]
    if page.near:
        blocks += [
            Heading("Jobs most like it, by tasks, titles, tools and interests"),
            Items(tuple(map(_item, page.near))),
        ]
    doors = page.carries.doors
    if doors:
        steps = f"libcareer path {doors[0].role} --from {page.code}"
        blocks.append(Next(((steps, "the steps from this job, with time and cost"),)))
    elif not page.role:
        blocks.append(Next(((f"libcareer tracks --from {page.code}", "what its skills open, and what to train in"),)))
    row = (page.code, page.title, page.role.id if page.role else None, page.description)
    return Report("job", tuple(blocks), page, NEAR_COLUMNS, (row,))


def near_jobs_report(found: NearJobs) -> Report:
    """The jobs of other fields most like a role, each with its page."""
    how = (
        f"Nearest to occupation {found.by_code}, which counts the role, by tasks, titles, tools and interests."
        if found.by_code
        else "No occupation of its own counts the role: these jobs share most words of their tasks with its duties."
    )
    blocks: list[Block] = [
        Title(f"Jobs of other fields most like {found.asked.title}", found.asked.id),
        Para(f"{how} Each page is thin: {THIN[0].lower()}{THIN[1:]}", quiet=True),
        Items(tuple(map(_item, found.jobs))),
        Para(f"From {cite_words(found.source)}, CC BY 4.0.", quiet=True, links=cited((found.source,))),
    ]
    if found.jobs:
        blocks.append(Next(((f"libcareer job {found.jobs[0].code}", "its tasks, interests and tools"),)))
    rows = tuple((one.code, one.title, one.role.id if one.role else None, one.description) for one in found.jobs)
    return Report("related", tuple(blocks), found, NEAR_COLUMNS, rows, found=bool(found.jobs))


def _facts(page: JobPage) -> Iterator[tuple[str, str]]:
    if page.titles:
        more = len(page.titles) - SOME_TITLES
        rest = f", and {more} more" if more > 0 else ""
        yield "also called", ", ".join(page.titles[:SOME_TITLES]) + rest
    if page.letters:
        order = sorted(page.letters.items(), key=lambda pair: -pair[1])
        yield "interests", ", ".join(f"{LETTERS[letter]} {score:g}" for letter, score in order) + " (of 7)"
    if page.zone:
        yield "preparation", f"{ZONES[page.zone - 1]} (job zone {page.zone} of 5)"
    if page.pay and page.pay_source:
        unit = "an hour" if page.pay_unit == "hour" else "a year if full time"
        yield "pay", f"{amount(page.pay.median, current_pack().currency)} {unit} (median, {page.pay.year})"
    if page.technologies:
        more = len(page.technologies) - SOME_TECHNOLOGIES
        yield "tools", ", ".join(page.technologies[:SOME_TECHNOLOGIES]) + (f", and {more} more" if more > 0 else "")


def _item(one: NearJob) -> Item:
    if one.role:
        return Item(one.role.title, one.role.id, one.description, address=address(Kind.ROLE, one.role.id))
    return Item(one.title, one.code, one.description, address=address(Kind.JOB, one.code))
