"""A result worth keeping: what the answers point to within a person's limits, what decided it and what would not.

The scores and chances come from `quiz` and stay as they are. Limits only choose which roles are shown,
and every role they kept from being shown is in the result with the reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from libcareer.engines.paths.path import path
from libcareer.engines.quiz.algebra import dot
from libcareer.engines.quiz.engine import SHOWN, Answer, Outcome, Quiz, coded
from libcareer.engines.quiz.interview import quiz_for
from libcareer.engines.quiz.limits import Bounds
from libcareer.engines.quiz.what_if import Flip, flips

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from libcareer.catalog import Catalog
    from libcareer.engines.quiz.engine import Belief
    from libcareer.engines.quiz.interview import Progress

BROWSE = 8
"""How many roles a browsing list names, each from another cluster."""

DECIDED = 3
"""How many choices are named as having put the first role before the second."""


class Shown(Struct, frozen=True):
    """A role as the page shows it: what it is, what speaks against it, and what the limits hold against it."""

    role: str
    title: str
    summary: str
    entry: str
    place: str
    think_twice: str
    limits: tuple[str, ...] = ()


class SetAside(Struct, frozen=True):
    """A role that would have been shown but for the limits, with its chance and the reasons."""

    role: str
    title: str
    chance: float
    reasons: tuple[str, ...]


class Decided(Struct, frozen=True):
    """A choice that put the first role before the second, and by how much of the lead."""

    text: str
    chosen: str
    leads: float


class Agreement(Struct, frozen=True):
    """On how many of the answered screens the choice was what all the other answers lead one to expect."""

    screens: int
    of: int


class Todo(Struct, frozen=True):
    """Something to do this week: try a role, or take the first step of the way to it."""

    role: str
    title: str
    do: str
    put_off: str | None = None


class Added(Struct, frozen=True):
    """What scores of another test add: titles of roles that are among the five because of them, and no longer.

    Both are empty, and *alone* is true, where no screen was answered.
    """

    came: tuple[str, ...]
    went: tuple[str, ...]
    alone: bool


class Result(Struct, frozen=True):
    """What a page shows of an outcome.

    *shown* is within the limits and in the order of the scores; *set_aside* came before the last of
    them. *flips* has the easiest flip of each screen that has one, taking back before changing;
    *browse* is a role from each cluster, for answers that point nowhere.
    """

    shown: tuple[Shown, ...]
    set_aside: tuple[SetAside, ...]
    outside: tuple[str, ...]
    other: Shown | None
    decided: tuple[Decided, ...]
    flips: tuple[Flip, ...]
    agreement: Agreement
    week: tuple[Todo, ...]
    browse: tuple[Shown, ...]
    limits_ignored: bool = False
    added: Added | None = None


class Page(Struct, frozen=True):
    """All that a page is made of: the outcome, what to show of it, and the limits to judge other roles by."""

    outcome: Outcome
    result: Result
    bounds: Bounds


def page(catalog: Catalog, progress: Progress, *, ignore: bool = False) -> Page:
    """What the answers, limits and scores of *progress* come to; *ignore* shows what the limits set aside.

    Raises BadAnswers if the scores are none.
    """
    quiz, bounds = quiz_for(catalog, progress), Bounds(catalog, progress.limits)
    found = quiz.outcome(progress.answers)
    made = result(quiz, found, progress.answers, bounds, ignore=ignore)
    if progress.riasec:
        made = replace(made, added=_added(catalog, found, progress.answers))
    return Page(found, made, bounds)


def result(quiz: Quiz, found: Outcome, answers: Sequence[Answer], bounds: Bounds, *, ignore: bool = False) -> Result:
    """What to show of *found*, the outcome of *answers*, within *bounds*; *ignore* shows all the same."""
    return _Page(quiz, found, answers, bounds, ignore=ignore).result()


def _added(catalog: Catalog, found: Outcome, answers: Sequence[Answer]) -> Added:
    if not any(answer.picks for answer in answers):
        return Added((), (), alone=True)
    without = Quiz(catalog).outcome(answers).shown

    def titles(roles: Iterable[str]) -> tuple[str, ...]:
        return tuple(catalog.briefs[role].title for role in roles)

    return Added(
        came=titles(role for role in found.shown if role not in without),
        went=titles(role for role in without if role not in found.shown),
        alone=False,
    )


class _Page:
    """One result in the making."""

    def __init__(self, quiz: Quiz, found: Outcome, answers: Sequence[Answer], bounds: Bounds, *, ignore: bool) -> None:
        self.quiz, self.found, self.answers = quiz, found, answers
        self.bounds, self.ignore = bounds, ignore
        self.catalog: Catalog = quiz.catalog
        self.fits = {fit.role: fit for fit in found.fits}
        self.order = [fit.role for fit in found.fits]

    def result(self) -> Result:
        shown, aside = self._five()
        clusters = {self.catalog.briefs[role].cluster for role in shown}
        other = next((r for r in self._open(self.order) if self.catalog.briefs[r].cluster not in clusters), None)
        without = [self._without(i) if answer.picks else None for i, answer in enumerate(self.answers)]
        return Result(
            shown=tuple(self._shown(role) for role in shown),
            set_aside=tuple(
                SetAside(role, self.fits[role].title, self.fits[role].chance, self.bounds.against(role))
                for role in aside
            ),
            outside=tuple(role for role in self.found.tie if not self._is_open(role)),
            other=self._shown(other) if other else None,
            decided=self._decided(shown[:2]),
            flips=tuple(flips(self.quiz, self.found, self.answers, without, self._first)) if shown else (),
            agreement=self._agreement(without),
            week=tuple(self._week(shown)),
            browse=tuple(self._browse()),
            limits_ignored=self.ignore,
        )

    def _is_open(self, role: str) -> bool:
        return self.ignore or not self.bounds.against(role)

    def _open(self, roles: Sequence[str]) -> Iterator[str]:
        return (role for role in roles if self._is_open(role))

    def _five(self) -> tuple[list[str], list[str]]:
        """The roles shown, in the order of their scores, and those the limits kept from their places."""
        likely = sorted(self.order, key=lambda role: -self.fits[role].chance)
        shown: list[str] = []
        aside: list[str] = []
        for role in dict.fromkeys([*self.found.shown, *likely]):
            if len(shown) == SHOWN:
                break
            (shown if self._is_open(role) else aside).append(role)
        return sorted(shown, key=self.order.index), aside

    def _shown(self, role: str) -> Shown:
        brief, record = self.catalog.briefs[role], self.catalog.roles[role]
        return Shown(
            role=role,
            title=brief.title,
            summary=brief.summary,
            entry=self.catalog.education[brief.education.typical].title,
            place=brief.place.value,
            think_twice=record.drawbacks[0].says,
            limits=self.bounds.against(role),
        )

    def _browse(self) -> Iterator[Shown]:
        clusters: set[str] = set()
        for role in self._open(self.order):
            cluster = self.catalog.briefs[role].cluster
            if cluster not in clusters:
                clusters.add(cluster)
                yield self._shown(role)
            if len(clusters) == BROWSE:
                return

    # ------------------------------------------------------------------ what decided it

    def _decided(self, two: Sequence[str]) -> tuple[Decided, ...]:
        if len(two) < 2:
            return ()
        first, second = (self.fits[role] for role in two)
        adds = {reason.option: reason.adds for reason in second.reasons}
        leads = [Decided(r.text, r.chosen, r.adds - adds[r.option]) for r in first.reasons]
        leads.sort(key=lambda decided: (-decided.leads, decided.text))
        return tuple(decided for decided in leads[:DECIDED] if decided.leads > 0)

    def _without(self, position: int) -> Belief:
        return self.quiz.belief([a for i, a in enumerate(self.answers) if i != position])

    def _agreement(self, without: Sequence[Belief | None]) -> Agreement:
        """Each answer against what the other answers lead one to expect of that screen."""
        agreeing = [
            dot(coded(answer), [dot(self.quiz.options[option], belief.mean) for option in answer.options]) > 0
            for answer, belief in zip(self.answers, without, strict=True)
            if belief
        ]
        return Agreement(sum(agreeing), len(agreeing))

    def _first(self, scores: Mapping[str, float]) -> str:
        return next(self._open(sorted(scores, key=lambda role: (-scores[role], role))))

    # ------------------------------------------------------------------ this week

    def _week(self, shown: Sequence[str]) -> Iterator[Todo]:
        """An hour's try of the first two, and the first step of the way to the first, or a try of the third."""
        for role in shown[:2]:
            yield self._try(role)
        if shown:
            step = self._first_step(shown[0])
            if step:
                yield step
            elif len(shown) > 2:
                yield self._try(shown[2])

    def _try(self, role: str) -> Todo:
        hour = self.catalog.roles[role].tries.hour
        return Todo(role, self.catalog.briefs[role].title, hour.do, hour.put_off)

    def _first_step(self, role: str) -> Todo | None:
        level = self.bounds.holds or next(iter(self.catalog.education))
        way = path(self.catalog, role, held=self.catalog.education[level].holds).best
        if way is None or not way.steps[0].how:
            return None
        step = way.steps[0]
        what = {"study": f"Look into {step.title}", "work": f"Look for a post as {step.title}"}.get(
            step.kind, "Look for a post"
        )
        return Todo(role, self.catalog.briefs[role].title, f"{what}: {step.how}")
