"""A plan of one's own, made from the path: steps to tick off, dated if wished, and kept when one's position changes.

A step is known by what it is, its kind and id, never by its place: whatever is planned anew, what was
ticked stays ticked, and what is no longer on the way stays listed as done.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from libcareer.engines.choices import Prefer
from libcareer.engines.paths.path import Path, Step, Total, path_from
from libcareer.engines.paths.situation import NOTHING_STATED, Stated
from libcareer.errors import LibcareerError, either

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from libcareer.catalog import Catalog

KIND, VERSION = "libcareer plan", 2
"""What a saved plan says it is; one with a higher version was saved by a newer libcareer.

Version 1 knew one post and credentials; version 2 keeps all that a person stated.
"""


class Tick(Struct, frozen=True):
    """A step that was done: what it is, such as study:mlis, its title, and the day it was ticked."""

    step: str
    title: str
    on: date


class Plan(Struct, frozen=True):
    """What is kept of a plan: the question to the path, the steps it gave, and what was ticked.

    The facts of each step are not kept; they come from the knowledge whenever the plan is shown.
    *start* is the present post and *held* are credentials; *more* is whatever else the person stated.
    *name* tells this plan from all others, so that a calendar recognizes its entries.
    """

    goal: str
    start: str | None = None
    held: tuple[str, ...] = ()
    prefer: Prefer = Prefer.USUAL
    begins: date | None = None
    steps: tuple[str, ...] = ()
    ticks: tuple[Tick, ...] = ()
    name: str = ""
    more: Stated | None = None
    version: int = VERSION
    kind: str = KIND

    @property
    def stated(self) -> Stated:
        """Where the person says that they stand."""
        more = self.more or NOTHING_STATED
        return replace(more, posts=((self.start,) if self.start else ()) + more.posts, held=self.held)


class Wish(Struct, frozen=True):
    """A change to a plan; None leaves a field unchanged.

    *stated* changes where the plan begins. A *fresh* wish takes nothing from the plan before but its ticks; it
    begins where the person *stands*, as does any new plan. *undated* takes the dates away.
    """

    goal: str | None = None
    stated: Stated | None = None
    prefer: Prefer | None = None
    begins: date | None = None
    undated: bool = False
    fresh: bool = False
    stands: Stated | None = None


class Todo(Struct, frozen=True):
    """A step of the plan by its number; *done* is the day it was ticked.

    *starts* is the earliest day on which it can begin; *earliest* and *latest* are the days by which it
    can be done. All three are None if the plan has no dates.
    """

    number: int
    key: str
    step: Step
    done: date | None
    starts: date | None
    earliest: date | None
    latest: date | None


class Past(Struct, frozen=True):
    """A step that was done and is no longer on the way."""

    number: int
    key: str
    title: str
    done: date


class PlanPage(Struct, frozen=True):
    """A plan as it is shown: the steps of the way, those done besides, and what to do next.

    *next* is the number of the first step that is not done, None if all are; *action* is the first
    thing to do for it, or, where it only takes time, for the step after it. *changed* says that the
    way is another one than when the plan was last shown, though nobody asked for that. What is not
    *kept* cannot be ticked. *gained* are credentials that were ticked and that the path does not know of.
    """

    goal: str
    title: str
    start: str
    start_id: str | None
    holding: tuple[str, ...]
    assumed: tuple[str, ...]
    presumed: tuple[str, ...]
    stated: Stated
    prefer: Prefer
    begins: date | None
    todos: tuple[Todo, ...]
    past: tuple[Past, ...]
    next: int | None
    action: str
    total: Total
    missing: tuple[str, ...]
    gained: tuple[str, ...]
    changed: bool
    kept: bool = True


def key(step: Step) -> str:
    """What a step is, wherever it stands: its kind and id."""
    return f"{step.kind}:{step.id}"


def planned(old: Plan | None, wish: Wish, today: date, name: str) -> Plan:
    """The plan that *wish* asks for, over the *old* one if there is one; it has the ticks of that.

    For another goal, or a fresh wish, the position is the one wished; otherwise what the wish leaves
    open stays, and what the person holds adds up. Dates count from *today* on when the position
    changes and no other day is wished. A plan without an old one is called *name*.

    Raises LibcareerError if neither has a goal.
    """
    goal = wish.goal or (old.goal if old else None)
    if goal is None:
        raise LibcareerError("You have no plan yet. `libcareer plan GOAL` makes one for the role you name.")
    anew = begins_anew(old, wish)
    before = old if old and not anew else Plan(goal, ticks=old.ticks if old else (), name=old.name if old else name)
    new = replace(before, prefer=wish.prefer or before.prefer)
    stated = wish.stands if anew and wish.stands else wish.stated
    if stated is not None:
        new = _restated(new, stated)
    moved = new.stated != before.stated
    begins = wish.begins or (today if moved and before.begins else before.begins)
    return replace(new, begins=None if wish.undated else begins)


def begins_anew(old: Plan | None, wish: Wish) -> bool:
    """Whether the plan that *wish* asks for takes nothing from the *old* one but its ticks."""
    return old is None or wish.fresh or wish.goal not in (None, old.goal)


def stands_elsewhere(plan: Plan, stated: Stated) -> bool:
    """Whether somebody who *stated* where they stand is in another post, or holds more, than *plan* begins with."""
    other_post = bool(stated.posts) and stated.posts[0] != plan.start
    other_post = other_post or not set(stated.jobs) <= set(plan.stated.jobs)
    return other_post or not set(stated.held) <= set(plan.held)


def _restated(plan: Plan, stated: Stated) -> Plan:
    """*plan* for somebody who states more: a post replaces the one before, credentials add up."""
    before = plan.more or NOTHING_STATED
    posts = stated.posts or plan.stated.posts
    more = replace(
        stated,
        posts=posts[1:],
        held=(),
        years=stated.years or (0.0 if stated.posts else before.years),
        lacking=stated.lacking or before.lacking,
        rank=before.rank if stated.rank is None else stated.rank,
        studying=stated.studying or before.studying,
        skills=tuple(dict.fromkeys((*before.skills, *stated.skills))),
        jobs=stated.jobs or before.jobs,
        presume=stated.presume and before.presume,
    )
    return replace(
        plan,
        start=posts[0] if posts else None,
        held=tuple(dict.fromkeys((*plan.held, *stated.held))),
        more=None if more == NOTHING_STATED else more,
    )


def plan_path(catalog: Catalog, plan: Plan) -> Path:
    """The path that *plan* follows; raises LibcareerError if the plan names what *catalog* lacks."""
    stated = plan.stated
    lacking = [id_ for id_ in (plan.goal, *stated.posts) if id_ not in catalog.briefs]
    papers = (*stated.held, *stated.lacking, *(id_ for id_, _ in stated.studying))
    lacking += [id_ for id_ in papers if id_ not in catalog.credentials]
    if lacking:
        raise LibcareerError(f"Your plan names what this knowledge lacks: {either(lacking)}.")
    return path_from(catalog, plan.goal, stated, plan.prefer)


def settled(plan: Plan, found: Path) -> Plan:
    """*plan* with the steps of its path *found*; unchanged if there is no way."""
    return replace(plan, steps=tuple(map(key, found.best.steps))) if found.best else plan


def plan_page(plan: Plan, found: Path) -> PlanPage:
    """*plan* as it is shown, by its path *found*, which has a best route."""
    route = found.best
    if route is None:
        raise ValueError("a plan follows a path that arrives")
    ticks = {tick.step: tick.on for tick in plan.ticks}
    keys = [key(step) for step in route.steps]
    todos = []
    for number, (id_, step) in enumerate(zip(keys, route.steps, strict=True), 1):
        months = (step.begins[0], *step.ends)
        days = [after(plan.begins, some) if plan.begins else None for some in months]
        todos.append(Todo(number, id_, step, ticks.get(id_), *days))
    left = [tick for tick in plan.ticks if tick.step not in keys]
    past = tuple(Past(number, one.step, one.title, one.on) for number, one in enumerate(left, len(todos) + 1))
    open_ = [todo for todo in todos if todo.done is None]
    studied = [tick.step.removeprefix("study:") for tick in plan.ticks if tick.step.startswith("study:")]
    return PlanPage(
        goal=found.goal,
        title=found.title,
        start=found.start,
        start_id=plan.start,
        holding=found.holding,
        assumed=found.assumed,
        presumed=found.presumed,
        stated=plan.stated,
        prefer=found.prefer,
        begins=plan.begins,
        todos=tuple(todos),
        past=past,
        next=open_[0].number if open_ else None,
        action=next((todo.step.how for todo in open_ if todo.step.how), ""),
        total=route.total,
        missing=route.missing,
        gained=tuple(id_ for id_ in studied if id_ not in plan.held),
        changed=bool(plan.steps) and plan.steps != tuple(keys),
    )


def ticked(plan: Plan, shown: PlanPage, numbers: Iterable[int], today: date) -> Plan:
    """*plan* with the steps of these *numbers* done, as it was *shown*; raises LibcareerError for one it lacks."""
    ticks = list(plan.ticks)
    for id_, title in _named(shown, numbers):
        if all(tick.step != id_ for tick in ticks):
            ticks.append(Tick(id_, title, today))
    return replace(plan, ticks=tuple(ticks))


def unticked(plan: Plan, shown: PlanPage, numbers: Iterable[int]) -> Plan:
    """*plan* with the ticks of these *numbers* taken back; raises LibcareerError for one it lacks."""
    back = {id_ for id_, _ in _named(shown, numbers)}
    return replace(plan, ticks=tuple(tick for tick in plan.ticks if tick.step not in back))


def _named(shown: PlanPage, numbers: Iterable[int]) -> list[tuple[str, str]]:
    """What the steps of these *numbers* are, each with its title."""
    steps: Sequence[tuple[str, str]] = [
        *((todo.key, todo.step.title) for todo in shown.todos),
        *((past.key, past.title) for past in shown.past),
    ]
    for number in numbers:
        if not 1 <= number <= len(steps):
            have = f"the steps 1 to {len(steps)}" if len(steps) > 1 else "one step, 1"
            raise LibcareerError(f"There is no step {number}. Your plan has {have}.")
    return [steps[number - 1] for number in numbers]


def after(begins: date, months: float) -> date:
    """The day *months* after *begins*: the same day of a later month, or its last; a part of a month by its days."""
    whole = int(months)
    first, then = _months_on(begins, whole), _months_on(begins, whole + 1)
    return first + timedelta(round((then - first).days * (months - whole)))


def _months_on(begins: date, months: int) -> date:
    years, month = divmod(begins.month - 1 + months, 12)
    year = begins.year + years
    return date(year, month + 1, min(begins.day, monthrange(year, month + 1)[1]))
