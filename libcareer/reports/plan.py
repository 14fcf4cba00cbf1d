"""A plan as a report: what to do next, every step with its check box, and what was done besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.reports.page.render import Block, Facts, Heading, Item, Items, Next, Para, Report, Timeline, Title
from libcareer.reports.path import (
    HEADS,
    assumed_words,
    needed,
    standing_options,
    study_cost,
    takes,
    timeline,
    total_words,
)
from libcareer.reports.words import counted, date_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from libcareer.catalog import Catalog
    from libcareer.engines.paths.path import Step
    from libcareer.engines.paths.plan import Past, Plan, PlanPage, Todo

PLAN_CAUTION = "Dates and lengths are typical, not promised; the time to find each job comes on top."

PRIVATE = " The plan is kept on this machine only."

WAY_CHANGED = (
    "The way has changed since you last saw it, because libcareer knows more now. What you ticked stays ticked."
)


def plan_report(page: PlanPage) -> Report:
    """The plan: the next action first, then each step to tick, and how to go on."""
    have = f", with {', '.join(page.holding)}" if page.holding else ""
    dated = f"; dated from {date_words(page.begins)}" if page.begins else ""
    blocks: list[Block] = [Title(f"Your plan: {page.title}", f"from {page.start}{have}{dated}")]
    blocks += [Para(_next_words(page), strong=True), Para(_count(page))]
    if page.changed:
        blocks.append(Para(WAY_CHANGED))
    if page.assumed:
        blocks.append(Para(assumed_words(page.assumed, page.presumed), quiet=True))
    blocks.append(Timeline(tuple(timeline([todo.step for todo in page.todos]))))
    blocks += [Heading("Steps"), Items(plan_items(page))]
    if page.missing:
        blocks.append(Facts((("still to learn", f"{', '.join(page.missing)}: no step here teaches it"),)))
    if page.past:
        blocks += [Heading("Done, and no longer on the way"), Items(tuple(map(_past, page.past)))]
    blocks += [Para(PLAN_CAUTION + (PRIVATE if page.kept else ""), quiet=True), Next(tuple(_next(page)))]
    columns = ("number", "kind", "id", "title", "done", "starts", "earliest", "latest", "adds_low", "adds_high", "now")
    past_rows = [
        (one.number, *one.key.split(":", 1), one.title, one.done.isoformat(), *(None,) * 6) for one in page.past
    ]
    return Report("plan", tuple(blocks), page, columns, (*map(_row, page.todos), *past_rows))


def mention(kept: Plan, catalog: Catalog) -> tuple[Block, ...]:
    """That a plan is kept, for the page about the person."""
    return Heading("Your plan"), Para(mention_words(kept, catalog))


def mention_words(kept: Plan, catalog: Catalog) -> str:
    """What a plan that is kept is for, how far it is, and how to see it."""
    title = catalog.briefs[kept.goal].title if kept.goal in catalog.briefs else kept.goal
    ticks = {tick.step for tick in kept.ticks}
    done = sum(step in ticks for step in kept.steps)
    return f"To become {title}: {done} of {counted(len(kept.steps), 'step')} done. `libcareer plan` shows it."


def head(step: Step) -> str:
    """A step in a line: what kind it is and its title."""
    return HEADS[step.kind].format(step.title)


def _mark(number: int, *, done: bool = True) -> str:
    return f"[{'x' if done else ' '}] {number}"


def _next_words(page: PlanPage) -> str:
    if page.next is None:
        return "Every step is done."
    todo = page.todos[page.next - 1]
    if page.action and page.action != todo.step.how:
        return f"Next: you are at step {todo.number}, {_lower(head(todo.step))}. Meanwhile: {page.action}"
    return f"Next, step {todo.number}: {page.action or head(todo.step)}"


def _lower(words: str) -> str:
    return words[0].lower() + words[1:]


def _count(page: PlanPage) -> str:
    done = sum(todo.done is not None for todo in page.todos)
    return f"{done} of {counted(len(page.todos), 'step')} done. {total_words(page.total)}"


def plan_items(page: PlanPage) -> tuple[Item, ...]:
    """The steps of a plan, each with its check box."""
    return tuple(map(_item, page.todos))


def _item(todo: Todo) -> Item:
    step, facts = todo.step, []
    if todo.done:
        facts.append(("done", date_words(todo.done)))
        return Item(head(step), facts=tuple(facts), mark=_mark(todo.number))
    if todo.earliest and todo.latest:
        facts.append(("when", _window(todo)))
    facts.append(("takes", takes(step)))
    facts.append(("needs", "; ".join(needed(need) for need in step.needs)))
    if step.kind == "study":
        facts.append(("costs", study_cost(step)))
    facts.append(("do now", step.how))
    return Item(head(step), facts=tuple(fact for fact in facts if fact[1]), mark=_mark(todo.number, done=False))


def _past(one: Past) -> Item:
    kind = one.key.split(":", 1)[0]
    return Item(HEADS[kind].format(one.title), facts=(("done", date_words(one.done)),), mark=_mark(one.number))


def _window(todo: Todo) -> str:
    """The days of a dated step: when it can begin, and when it is done at the earliest and the latest."""
    assert todo.starts is not None
    assert todo.earliest is not None
    assert todo.latest is not None
    ends = f"done by {date_words(todo.latest)}"
    if todo.earliest != todo.latest:
        ends = f"done between {date_words(todo.earliest)} and {date_words(todo.latest)}"
    return f"from {date_words(todo.starts)} at the earliest; {ends}"


def _next(page: PlanPage) -> Iterable[tuple[str, str]]:
    start = standing_options(page.stated)
    if page.kept:
        if page.next is not None:
            yield f"libcareer plan done {page.next}", "tick that step off; undone instead of done takes it back"
        if page.gained:
            have = " ".join(f"--have {id_}" for id_ in page.gained)
            yield f"libcareer plan {have}", "plan anew with what you hold by now"
        if page.begins is None:
            yield "libcareer plan --start today", "put dates to the steps"
        else:
            yield "libcareer plan --calendar plan.ics", "a file for your calendar"
    yield f"libcareer path {page.goal}{start}", "why each step, what it pays, and other ways"


def _row(todo: Todo) -> tuple[object, ...]:
    days = (day.isoformat() if day else None for day in (todo.done, todo.starts, todo.earliest, todo.latest))
    return (todo.number, todo.step.kind, todo.step.id, todo.step.title, *days, *todo.step.adds, todo.step.how)
