"""Whether a role is right for a person, as a report: the answer, why, the neighbours, and what to think of twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.quiz.engine import Answer
from libcareer.engines.quiz.one_role import CLEAR, FIRST, Suited
from libcareer.reports.page.render import Block, Heading, Item, Items, Next, Para, Report, Title
from libcareer.reports.quiz import chance_words, did

if TYPE_CHECKING:
    from libcareer.engines.quiz.interview import Progress
    from libcareer.engines.quiz.one_role import Neighbour

WORDS = {
    "yes": "Yes: what you like is what this work consists of.",
    "probably": "Probably: much of what you like is in this work.",
    "cannot tell": "Can't tell: your answers leave it open.",
    "probably not": "Probably not: what you like lies elsewhere.",
}
"""The answer in a sentence."""

LOOK = {
    "yes": "Look at these two as well",
    "probably": "Look at these two as well",
    "cannot tell": "Two near it to look at beside it",
    "probably not": "Look at these two instead",
}
"""What is said of the two neighbours."""

LIKED = 0.7
"""Chance of liking a role better than most from which one is told so although others fit better."""

REASONS = 3
"""How many answers for the role and against it are told."""


class KeptSuited(Struct, frozen=True):
    """The answer with the replies it rests on; as JSON it can be given back with --answers."""

    seed: int
    answers: tuple[Answer, ...]
    complete: bool
    suited: Suited


def suited(found: Suited, progress: Progress, *, complete: bool) -> Report:
    """The answer about one role; incomplete ones say so."""
    skipped = f", {found.skipped} skipped" if found.skipped else ""
    blocks: list[Block] = [Title(f"Is it right for you: {found.title}?", f"{found.screens} screens{skipped}")]
    if not complete:
        blocks.append(Para("Not all was asked, so this is a first impression only.", strong=True))
    blocks += [Para(WORDS[found.verdict], strong=True), Para(_why(found))]
    plus = [r for r in found.reasons if r.adds > 0][:REASONS]
    minus = [r for r in found.reasons if r.adds < 0][:REASONS]
    for heading, reasons in (("What speaks for it", plus), ("What speaks against it", minus)):
        if reasons:
            items = tuple(Item(body=f"{did(r.chosen, r.text)} ({r.adds:+.2f})") for r in reasons)
            blocks += [Heading(heading), Items(items)]
    blocks += [Heading("Think twice"), Items(tuple(Item(body=says) for says in found.think_twice))]
    blocks += [Heading(LOOK[found.verdict]), Items(tuple(_neighbour(each) for each in found.instead))]
    if found.twins:
        blocks.append(
            Para(f"To these questions {found.title} is nearly the same work as {', '.join(found.twins)}; read both.")
        )
    blocks += [Heading("What this does not measure"), Para(NOT_MEASURED)]
    commands = [
        (f"libcareer show {found.role} --section try", "three cheap ways to find out for yourself"),
        (f"libcareer show {found.instead[0].role}", "the neighbor that fits best"),
        ("libcareer quiz", "all roles, not only these"),
    ]
    blocks.append(Next(tuple(commands)))
    rows: list[tuple[object, ...]] = [
        (found.role, found.title, found.verdict, found.right, found.liked, found.near, None, None)
    ]
    rows += [(n.role, n.title, None, None, None, None, n.like, n.best) for n in found.neighbours]
    columns = ("role", "title", "verdict", "right", "liked", "near", "like", "best")
    data = KeptSuited(progress.seed, progress.answers, complete, found)
    return Report("fit", tuple(blocks), data, columns, tuple(rows))


NOT_MEASURED = (
    "Only what you like is compared with what the work consists of: not what you are good at, nor whether there are "
    "posts near you, nor what they pay."
)


def _why(found: Suited) -> str:
    count = len(found.neighbours)
    if found.evidence < CLEAR:
        return (
            "They say hardly more than answers picked at random would. That can mean that all of it appeals to you, "
            "or none; an hour of trying the work says more."
        )
    words = (
        f"The chance that it is among the best {FIRST} of the {count + 1} roles compared, and liked better than the "
        f"middle one of all roles, is {chance_words(found.right)}."
    )
    if found.verdict != "yes" and found.liked >= LIKED and found.near < found.liked:
        words += " You would like this kind of work, but some of its neighbors seem to fit better."
    return words


def _neighbour(each: Neighbour) -> Item:
    facts = (("best of them", chance_words(each.best)), *((("beside it because", each.why),) if each.why else ()))
    return Item(each.title, each.role, each.summary, facts)
