"""The result of a quiz within a person's limits: the roles shown, what decided the order, what would change it.

Scores and chances come from `engine` and are not changed. Limits only choose which roles are shown;
every role that they set aside is in the result, with the reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from libcareer.engines.paths.path import path
from libcareer.engines.quiz.algebra import dot
from libcareer.engines.quiz.belief import Answer, coded
from libcareer.engines.quiz.engine import ROLES_SHOWN, Outcome, Quiz, Reason
from libcareer.engines.quiz.interview import quiz_for
from libcareer.engines.quiz.limits import Exclusions
from libcareer.engines.quiz.what_if import Flip, flips

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from libcareer.catalog import Catalog
    from libcareer.engines.quiz.belief import Belief
    from libcareer.engines.quiz.interview import Progress

BROWSE = 8
"""How many roles the browsing list of an unclear result has, each from another cluster."""

DECIDED = 3
"""How many of the choices that put the first role before the second are named."""


class ResultRole(Struct, frozen=True):
    """A role as the result shows it: what it is, its main drawback, the limits that rule it out, and the reasons."""

    role: str
    title: str
    summary: str
    entry: str
    place: str
    think_twice: str
    limits: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()


class SetAside(Struct, frozen=True):
    """A role that would be shown without the limits, with its chance and the reasons."""

    role: str
    title: str
    chance: float
    reasons: tuple[str, ...]


class Decided(Struct, frozen=True):
    """A choice that put the first role before the second, and the part of the lead that it explains."""

    text: str
    chosen: str
    leads: float


class Agreement(Struct, frozen=True):
    """On how many *of* the answered screens the choice agrees with what the other answers predict."""

    screens: int
    of: int


class Suggestion(Struct, frozen=True):
    """Something to do this week: try a role, or take the first step of the path to it."""

    role: str
    title: str
    do: str
    put_off: str | None = None


class Added(Struct, frozen=True):
    """How Interest Profiler scores change the five roles: the titles of those that *came* and that *went*.

    If no screen was answered, *alone* is true and both are empty.
    """

    came: tuple[str, ...]
    went: tuple[str, ...]
    alone: bool


class Result(Struct, frozen=True):
    """What a page shows of an outcome.

    *shown* are roles within the limits, in the order of the outcome; *set_aside* would come before the
    last of them. *outside* are roles of the tie that the limits rule out. *flips* has the easiest flip
    of each screen that has one, first those that take an answer back. *browse* has a role from each of
    several clusters, for answers that point no way.
    """

    shown: tuple[ResultRole, ...]
    set_aside: tuple[SetAside, ...]
    outside: tuple[str, ...]
    other: ResultRole | None
    decided: tuple[Decided, ...]
    flips: tuple[Flip, ...]
    agreement: Agreement
    week: tuple[Suggestion, ...]
    browse: tuple[ResultRole, ...]
    limits_ignored: bool = False
    added: Added | None = None


class ResultPage(Struct, frozen=True):
    """The content of a page: the outcome, what to show of it, and the exclusions to judge other roles by."""

    outcome: Outcome
    result: Result
    exclusions: Exclusions


def result_page(catalog: Catalog, progress: Progress, *, ignore: bool = False) -> ResultPage:
    """The result of *progress*; *ignore* also shows the roles that its limits rule out.

    Raises BadAnswers if the Interest Profiler scores in *progress* are invalid.
    """
    quiz, exclusions = quiz_for(catalog, progress), Exclusions(catalog, progress.limits)
    found = quiz.outcome(progress.answers)
    made = result(quiz, found, progress.answers, exclusions, ignore=ignore)
    if progress.riasec:
        made = replace(made, added=_added(catalog, found, progress.answers))
    return ResultPage(found, made, exclusions)


def result(
    quiz: Quiz, found: Outcome, answers: Sequence[Answer], exclusions: Exclusions, *, ignore: bool = False
) -> Result:
    """What to show of *found*, the outcome of *answers*; *ignore* also shows the roles that are ruled out."""
    return _Builder(quiz, found, answers, exclusions, ignore=ignore).result()


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


class _Builder:
    """Builds one result."""

    def __init__(
        self, quiz: Quiz, found: Outcome, answers: Sequence[Answer], exclusions: Exclusions, *, ignore: bool
    ) -> None:
        self.quiz, self.found, self.answers = quiz, found, answers
        self.exclusions, self.ignore = exclusions, ignore
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
                SetAside(role, self.fits[role].title, self.fits[role].chance, self.exclusions.reasons(role))
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
        return self.ignore or not self.exclusions.reasons(role)

    def _open(self, roles: Sequence[str]) -> Iterator[str]:
        return (role for role in roles if self._is_open(role))

    def _five(self) -> tuple[list[str], list[str]]:
        """The roles shown, in the order of the outcome, and those that the limits set aside before them."""
        likely = sorted(self.order, key=lambda role: -self.fits[role].chance)
        shown: list[str] = []
        aside: list[str] = []
        for role in dict.fromkeys([*self.found.shown, *likely]):
            if len(shown) == ROLES_SHOWN:
                break
            (shown if self._is_open(role) else aside).append(role)
        return sorted(shown, key=self.order.index), aside

    def _shown(self, role: str) -> ResultRole:
        brief, record = self.catalog.briefs[role], self.catalog.roles[role]
        return ResultRole(
            role=role,
            title=brief.title,
            summary=brief.summary,
            entry=self.catalog.education[brief.education.typical].title,
            place=brief.place.value,
            think_twice=record.drawbacks[0].says,
            limits=self.exclusions.reasons(role),
            reasons=self.quiz.reasons(role, self.answers),
        )

    def _browse(self) -> Iterator[ResultRole]:
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
        first, second = (self.quiz.reasons(role, self.answers) for role in two)
        adds = {reason.option: reason.adds for reason in second}
        leads = [Decided(r.label, r.chosen, r.adds - adds[r.option]) for r in first]
        leads.sort(key=lambda decided: (-decided.leads, decided.text))
        return tuple(decided for decided in leads[:DECIDED] if decided.leads > 0)

    def _without(self, position: int) -> Belief:
        return self.quiz.belief([a for i, a in enumerate(self.answers) if i != position])

    def _agreement(self, without: Sequence[Belief | None]) -> Agreement:
        """How often an answer agrees with the belief after all other answers."""
        agreeing = [
            dot(coded(answer), [dot(self.quiz.options[option], belief.mean) for option in answer.options]) > 0
            for answer, belief in zip(self.answers, without, strict=True)
            if belief
        ]
        return Agreement(sum(agreeing), len(agreeing))

    def _first(self, scores: Mapping[str, float]) -> str:
        return next(self._open(sorted(scores, key=lambda role: (-scores[role], role))))

    # ------------------------------------------------------------------ this week

    def _week(self, shown: Sequence[str]) -> Iterator[Suggestion]:
        """A try of the first two roles; then the first step of the path to the first, or a try of the third."""
        for role in shown[:2]:
            yield self._try(role)
        if shown:
            step = self._first_step(shown[0])
            if step:
                yield step
            elif len(shown) > 2:
                yield self._try(shown[2])

    def _try(self, role: str) -> Suggestion:
        hour = self.catalog.roles[role].tries.hour
        return Suggestion(role, self.catalog.briefs[role].title, hour.do, hour.put_off)

    def _first_step(self, role: str) -> Suggestion | None:
        level = self.exclusions.holds or next(iter(self.catalog.education))
        route = path(self.catalog, role, held=self.catalog.education[level].holds).best
        if route is None or not route.steps[0].how:
            return None
        step = route.steps[0]
        what = {"study": f"Look into {step.title}", "work": f"Look for a post as {step.title}"}.get(
            step.kind, "Look for a post"
        )
        return Suggestion(role, self.catalog.briefs[role].title, f"{what}: {step.how}")
