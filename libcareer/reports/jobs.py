"""What carries over from a job of another field, and the doors that value it, as parts of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.knowledge.packs import current_pack
from libcareer.reports.addresses import Kind, cited, mention, mentions
from libcareer.reports.page.render import Block, Facts, Heading, Para
from libcareer.reports.words import USUAL, cite_words, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from libcareer.engines.jobs.carried import JobCarries, OpenDoor, ShownSkill
    from libcareer.reports.page.blocks import Link

SURE = {"plain": "plain", "likely": "likely", "partly": "in part", "rule": "may show it"}
"""How sure a skill is, in words."""

MOST_SKILLS = 8
"""How many skills are told unless everything is wanted."""

NOT_CANNOT = "Not shown by these tasks is not the same as cannot: name the occasion if you have done it."

NOT_JUDGED = (
    "No reader has judged this job. The skills come from words in its task list, so check each against what you did."
)


def carried_blocks(jobs: Sequence[JobCarries], *, goal: str = "", whole: bool = False) -> Iterator[Block]:
    """What carries over from each of *jobs*, and the doors that value it: that to the role *goal* first."""
    for job in jobs:
        yield Heading(f"What carries over from {job.called}")
        yield from skill_blocks(job, whole=whole)
        if job.doors:
            yield Heading(f"Doors that value {job.called}")
            doors = sorted(job.doors, key=lambda one: one.role != goal)
            yield Facts(tuple((one.title, door_words(one)) for one in doors), _links(doors))
    if jobs:
        yield source_block(jobs)


def skill_blocks(job: JobCarries, *, whole: bool = False) -> Iterator[Block]:
    """The skills that a *job* shows, each with its task; the first ones unless the *whole* is wanted."""
    shown = job.skills if whole else job.skills[:MOST_SKILLS]
    if shown:
        yield Facts(tuple((one.title, shown_words(one)) for one in shown), mentions(Kind.SKILL, shown))
    else:
        yield Para(f"O*NET lists no task of it that shows a skill of {current_pack().work}.")
    if not job.judged and shown:
        yield Para(NOT_JUDGED, quiet=True)


def shown_words(one: ShownSkill) -> str:
    """The task that shows a skill, and how sure that is."""
    return f"{one.task} ({SURE[one.sure]})"


def door_words(one: OpenDoor) -> str:
    """How usual a door is, why it is open, and what to say in the letter."""
    return f"{USUAL[one.usual]}. {one.why} In the letter: {one.say}"


def not_shown_words(titles: Sequence[str]) -> str:
    """The essential skills of a goal that a job does not show, and what that does not mean."""
    return f"{listed(titles)}. {NOT_CANNOT}"


def source_block(jobs: Sequence[JobCarries]) -> Block:
    """Whose tasks these are, and whose judgments."""
    source = jobs[0].source
    words = (
        f"Tasks: {cite_words(source)}, CC BY 4.0. How far they show a skill, and which doors there are, is editorial."
    )
    return Para(words, quiet=True, links=cited((source,)))


def _links(doors: Iterable[OpenDoor]) -> tuple[Link, ...]:
    return tuple(mention(Kind.ROLE, one.role, one.title) for one in doors)
