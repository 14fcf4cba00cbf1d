"""Everything that concerns a person on a few pages to print: what is known, what to do, and room to think on paper."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from libcareer.engines.choosing.compare import Comparison
from libcareer.engines.paths.path import Path
from libcareer.engines.paths.plan import PlanPage
from libcareer.engines.quiz.verdict import Suggestion, Verdict
from libcareer.reports.addresses import Kind, cited, mentions
from libcareer.reports.compare import comparison_rows, comparison_sources, sources_words
from libcareer.reports.details import BARS, DIMENSION_WORDS, FULL_BAR
from libcareer.reports.page.render import (
    Bars,
    Block,
    Columns,
    Facts,
    Heading,
    Item,
    Items,
    Next,
    Para,
    Report,
    Room,
    Timeline,
    Title,
)
from libcareer.reports.path import is_on_the_way, step_links, timeline, total_words
from libcareer.reports.plan import plan_items
from libcareer.reports.quiz_words import sureness
from libcareer.reports.verdict import verdict_items
from libcareer.reports.words import date_words, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

COMPARED = ("the work", "hours", "education", "to get there", "carries over", "pay", "outlook", "think twice")
"""The rows of a comparison that have room on a page."""

TOLD_OF_STEPS = ("done", "when", "takes")
"""What a page has room for of each step of a plan."""

NOT_TOLD = (
    "What you are good at, whether there are jobs near you, and whether you would be happy there: only a conversation, "
    "a posting and a try tell that.",
)
"""What no command here can tell."""


class Dossier(Struct, frozen=True):
    """What concerns a person on the day *made*, as far as it is known.

    *stands* and *limits* say where they stand, each in a few words; None on a page about somebody else. *verdict* is
    that of their last quiz and *profile* its interests by dimension, both None without one. *roles* are compared, and
    *way* leads to the first of them or to the goal of the *plan*. *hour* is a try at the first role.
    """

    made: date
    stands: tuple[str, ...] | None
    limits: tuple[str, ...] | None
    verdict: Verdict | None
    profile: dict[str, float] | None
    roles: Comparison | None
    way: Path | None
    plan: PlanPage | None
    hour: Suggestion | None


def dossier_report(found: Dossier) -> Report:
    """The pages of a dossier, each part under a heading; what could not be told comes last."""
    blocks: list[Block] = [Title("Where my career could go", f"made on {date_words(found.made)}, kept on no server")]
    blocks += _stands(found)
    blocks += _quiz(found)
    blocks += _compared(found.roles) if found.roles else []
    blocks += _way(found.way) if found.way else []
    blocks += [Heading("My plan"), Items(tuple(_plan(found.plan)))] if found.plan else []
    blocks += [Heading("On paper"), *_workbook(found)]
    blocks += [Heading("What this could not tell"), Items(tuple(Item(body=words) for words in _untold(found)))]
    blocks.append(Next(tuple(_next(found))))
    rows = tuple(_rows(found))
    return Report("report", tuple(blocks), found, ("part", "what", "says"), rows)


def _stands(found: Dossier) -> Iterator[Block]:
    if found.stands is not None:
        stands = "; ".join(found.stands) or "not told"
        yield Heading("Where I stand")
        yield Facts((("now", stands), ("limits", "; ".join(found.limits or ()) or "none told")))


def _quiz(found: Dossier) -> Iterator[Block]:
    if found.verdict and found.profile:
        yield Heading("What the quiz said")
        yield Items(verdict_items(found.verdict), compact=True)
        yield Para("What I like, by the quiz:")
        yield Bars(tuple((DIMENSION_WORDS[name], value) for name, value in found.profile.items()), most=FULL_BAR)
        yield Para(BARS, quiet=True)


def _compared(roles: Comparison) -> Iterator[Block]:
    sides = roles.sides
    yield Heading("The jobs side by side" if sides[1:] else "The job")
    rows = tuple(row for row in comparison_rows(roles) if row[0] in COMPARED)
    yield Columns(tuple(side.title for side in sides), rows, mentions(Kind.ROLE, sides))
    sources = comparison_sources(sides)
    yield Para(sources_words(sources), quiet=True, links=cited(sources))


def _way(way: Path) -> Iterator[Block]:
    yield Heading(f"The way to {way.title}")
    if way.best is None or not is_on_the_way(way.best):
        yield Para("You are there already." if way.best else f"No way found. {way.stuck.reason}" if way.stuck else "")
        return
    yield Para(f"From {way.start}: {total_words(way.best.total)}.")
    yield Timeline(tuple(timeline(way.best.steps)), step_links(way.best.steps))


def _plan(page: PlanPage) -> Iterator[Item]:
    """The steps of the plan with what fits on a page: what to do is told of the next one, `libcareer plan` has all."""
    for number, item in enumerate(plan_items(page), 1):
        told = (*TOLD_OF_STEPS, "do now") if number == page.next else TOLD_OF_STEPS
        yield replace(item, facts=tuple(fact for fact in item.facts if fact[0] in told))


def _workbook(found: Dossier) -> Iterator[Block]:
    """Exercises to do by hand; reasons in one's own words last longer than those that were read."""
    title = found.hour.title if found.hour else "the first job on this page"
    yield Para(f"Reasons for the work of {title}, in my own words:")
    yield Room(3)
    yield Para("Reasons against it:")
    yield Room(3)
    yield Para("Two people who do it or hire for it, and what I will ask each:")
    yield Room(3)
    if found.hour:
        yield Para(f"One hour's try: {found.hour.do}")
        yield Para("What I noticed, and when I looked at the clock:")
        yield Room(3)
        yield Para(
            f"A sign that it is not for me: {found.hour.put_off}" if found.hour.put_off else "A sign against it:"
        )
    yield Para("What I do next, and by which day:")
    yield Room(2)


def _untold(found: Dossier) -> Iterator[str]:
    if found.stands == ():
        yield "Where you stand: `libcareer me --from ROLE --have EDUCATION` keeps it."
    if found.profile is not None and not found.verdict:
        yield "Which work you would like: your answers to the quiz point no one way."
    elif not found.verdict:
        yield "Which work you would like: `libcareer quiz` takes about ten minutes."
    sides = found.roles.sides if found.roles else ()
    if proxies := [side.title for side in sides if side.pay is None or side.pay.proxy]:
        yield f"What {listed(proxies)} pays: no statistic counts it alone."
    if found.way and found.way.best and found.way.best.total.unknown:
        yield f"What it costs in full: no figure is published for {listed(found.way.best.total.unknown)}."
    yield from NOT_TOLD


def _next(found: Dossier) -> Iterator[tuple[str, str]]:
    if not found.verdict:
        yield "libcareer quiz", "which work you would like"
    for side in found.roles.sides[:1] if found.roles else ():
        yield f"libcareer show {side.id}", "the work, a day, pay, doubts"
    if found.plan is None and found.way and found.way.best:
        yield f"libcareer plan {found.way.goal}", "keep the way as a plan with boxes to tick"


def _rows(found: Dossier) -> Iterator[tuple[object, ...]]:
    yield from (("stands", "", words) for words in found.stands or ())
    yield from (("limits", "", words) for words in found.limits or ())
    for told in found.verdict.roles if found.verdict else ():
        yield "quiz", told.role.title, sureness(told.role.chance)
    for label, cells in comparison_rows(found.roles) if found.roles else ():
        titles: Sequence[str] = [side.title for side in found.roles.sides] if found.roles else ()
        yield from (("roles", f"{title}: {label}", said) for title, said in zip(titles, cells, strict=True))
    for step in found.way.best.steps if found.way and found.way.best else ():
        yield "way", step.title, step.how
    for todo in found.plan.todos if found.plan else ():
        yield "plan", todo.step.title, todo.done.isoformat() if todo.done else "to do"
