"""Whether a role is right for a person, as a report: the answer, why, its neighbors, and its drawbacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.quiz.belief import Answer
from libcareer.engines.quiz.one_role import FIRST_PLACES, Suited
from libcareer.reports.details import chance_words
from libcareer.reports.page.render import Block, Heading, Item, Items, Next, Para, Report, Title
from libcareer.reports.quiz_words import did

if TYPE_CHECKING:
    from libcareer.engines.quiz.interview import Progress
    from libcareer.engines.quiz.one_role import NearRole

VERDICTS = {
    "yes": "Yes: what you like is what this work consists of.",
    "probably": "Probably: much of what you like is in this work.",
    "cannot tell": "Can't tell: your answers leave it open.",
    "probably not": "Probably not: what you like lies elsewhere.",
}
"""Each verdict in a sentence."""

NEIGHBOR_HEADINGS = {
    "yes": "Look at these two as well",
    "probably": "Look at these two as well",
    "cannot tell": "Two similar roles to compare it with",
    "probably not": "Look at these two instead",
}
"""The heading of the two neighbors, for each verdict."""

LIKED = 0.7
"""From this chance of liking a role better than most, the report says so even if other roles fit better."""

REASONS = 3
"""How many answers for the role and against it are shown."""


class FitData(Struct, frozen=True):
    """The verdict and the answers it comes from, as JSON has them; `fit --answers` reads that JSON again."""

    seed: int
    answers: tuple[Answer, ...]
    complete: bool
    suited: Suited


def fit_report(found: Suited, progress: Progress, *, complete: bool) -> Report:
    """The verdict on one role; says so if the answers are not *complete*."""
    skipped = f", {found.skipped} skipped" if found.skipped else ""
    blocks: list[Block] = [Title(f"Is it right for you: {found.title}?", f"{found.screens} screens{skipped}")]
    if not complete:
        blocks.append(Para("Some screens are not answered yet, so this is a first impression only.", strong=True))
    blocks += [Para(VERDICTS[found.verdict], strong=True), Para(_why(found))]
    plus = [r for r in found.reasons if r.adds > 0][:REASONS]
    minus = [r for r in found.reasons if r.adds < 0][:REASONS]
    for heading, reasons in (("What speaks for it", plus), ("What speaks against it", minus)):
        if reasons:
            items = tuple(Item(body=did(r)) for r in reasons)
            blocks += [Heading(heading), Items(items)]
    blocks += [Heading("Think twice"), Items(tuple(Item(body=says) for says in found.think_twice))]
    if found.instead:
        blocks += [Heading(NEIGHBOR_HEADINGS[found.verdict]), Items(tuple(_near_role(each) for each in found.instead))]
    if found.twins:
        blocks.append(
            Para(f"For these questions, {found.title} is nearly the same work as {', '.join(found.twins)}; read both.")
        )
    blocks += [Heading("What this does not measure"), Para(FIT_NOT_MEASURED)]
    commands = [
        (f"libcareer show {found.role} --section try", "three cheap ways to find out for yourself"),
        (f"libcareer show {found.instead[0].role}", "the neighbor that fits best")
        if found.instead
        else (f"libcareer related {found.role}", "similar roles, and what they share"),
        ("libcareer quiz", "all roles, not only these"),
    ]
    blocks.append(Next(tuple(commands)))
    rows: list[tuple[object, ...]] = [
        (found.role, found.title, found.verdict, found.right, found.liked, found.near, None, None)
    ]
    rows += [(n.role, n.title, None, None, None, None, n.like, n.best) for n in found.neighbors]
    columns = ("role", "title", "verdict", "right", "liked", "near", "like", "best")
    data = FitData(progress.seed, progress.answers, complete, found)
    return Report("fit", tuple(blocks), data, columns, tuple(rows))


FIT_NOT_MEASURED = (
    "This only compares what you like with what the work consists of. It does not measure what you are good at, "
    "whether there are jobs near you, or what they pay."
)


def _why(found: Suited) -> str:
    count = len(found.neighbors)
    if found.right is None or found.liked is None or found.near is None:
        return (
            "They say hardly more than random answers would. That can mean that all of it appeals to you, or that "
            "none of it does; an hour of trying the work says more."
        )
    words = (
        f"The chance that it is among your best {FIRST_PLACES} of the {count + 1} roles compared, and that you like it "
        f"better than half of all roles, is {chance_words(found.right)}."
    )
    if found.verdict != "yes" and found.liked >= LIKED and found.near < found.liked:
        words += " You would like this kind of work, but some of its neighbors seem to fit better."
    return words


def _near_role(each: NearRole) -> Item:
    facts = (("best of them", chance_words(each.best)), *((("beside it because", each.why),) if each.why else ()))
    return Item(each.title, each.role, each.summary, facts)
