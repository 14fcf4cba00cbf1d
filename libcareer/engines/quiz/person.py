"""A person's page: where they stand, what limits them and what each limit does, and their last quiz."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from libcareer.engines.paths.circumstances import Circumstances, stated_on, unknown_to
from libcareer.engines.paths.exclusions import Exclusions, LimitEffect
from libcareer.engines.paths.plan import Plan
from libcareer.engines.paths.relaxations import Relaxation
from libcareer.engines.quiz.engine import ROLES_SHOWN
from libcareer.engines.quiz.known import known_answers
from libcareer.engines.quiz.result import Findings
from libcareer.engines.references import Named, role_named
from libcareer.engines.similarity import likeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from libcareer.catalog import Catalog
    from libcareer.engines.quiz.interview import Progress


class LastQuiz(Struct, frozen=True):
    """A quiz as it is mentioned: the ISO date *on* which it was finished, empty if it was not, and its *screens*.

    *roles* are the first ones within the limits; answers that are not *clear* have none. If the limits leave
    none, *nearer* has the changes of limits that open the first roles without them.
    """

    on: str
    screens: int
    clear: bool
    roles: tuple[Named, ...]
    nearer: tuple[Relaxation, ...] = ()


class PersonPage(Struct, frozen=True):
    """What is kept about a person.

    *about* is what they told, *unknown* the ids of it that the knowledge lacks, and *presumed* are titles of what
    people in the present post usually hold. The limits leave *within* roles *of* all; if that is none, *relaxed* has
    the smallest changes of them that open something. *changed* are the fields of *about* that were changed just now.
    """

    about: Circumstances
    unknown: tuple[str, ...]
    presumed: tuple[str, ...]
    within: int
    of: int
    relaxed: tuple[Relaxation, ...]
    quiz: LastQuiz | None
    plan: Plan | None
    changed: tuple[str, ...] = ()


class LimitsPage(Struct, frozen=True):
    """What a person's limits do: what each rules out, and what opens if one is relaxed.

    They leave *within* roles *of* all. *asked* are the roles that the last quiz would show without limits. *relaxed*
    has the smallest changes first, each with the roles that it opens, those that the quiz or the present post points
    to first; *nearer* has those that open a role of *asked*.
    """

    about: Circumstances
    within: int
    of: int
    effects: tuple[LimitEffect, ...]
    asked: tuple[Named, ...]
    relaxed: tuple[Relaxation, ...]
    nearer: tuple[Relaxation, ...]


class Person:
    """What is known about a person today: what they *told*, and the answers to their last quiz, if there is one."""

    def __init__(
        self,
        catalog: Catalog,
        told: Circumstances,
        today: date,
        last: Progress | None = None,
        on: str = "",
        *,
        ignore: bool = False,
    ) -> None:
        """Judge the roles of *catalog* by what the person *told*; *last* was finished *on* an ISO date.

        With *ignore* the findings of the quiz also show roles that the limits rule out.
        """
        self.catalog = catalog
        self.told = told
        self.on = on
        answers, stated = known_answers(catalog, told), stated_on(catalog, told, today)
        # What was skipped in the quiz stays in its answers, and what was answered there is what is kept by now.
        quiz = last and replace(last, limits={**dict.fromkeys(last.limits, ""), **answers})
        self.findings = Findings(catalog, quiz, ignore=ignore, stated=stated) if quiz else None
        self.exclusions = self.findings.exclusions if self.findings else Exclusions(catalog, answers, stated)

    def page(self, plan: Plan | None, changed: Iterable[str] = ()) -> PersonPage:
        """The page about the person, with their *plan*, and what was *changed* just now."""
        within = self._within()
        return PersonPage(
            about=self.told,
            unknown=unknown_to(self.catalog, self.told),
            presumed=tuple(self.catalog.credentials[id_].title for id_ in self.exclusions.ways.person.presumed),
            within=within,
            of=len(self.catalog.briefs),
            relaxed=() if within else self.exclusions.relaxations(self.ranked()),
            quiz=self._quiz(),
            plan=plan,
            changed=tuple(changed),
        )

    def limits(self) -> LimitsPage:
        """What the person's limits do."""
        roles = self.ranked()
        asked = roles[:ROLES_SHOWN] if self.findings and self.findings.result.clear else ()
        return LimitsPage(
            about=self.told,
            within=self._within(),
            of=len(roles),
            effects=self.exclusions.effects(roles),
            asked=self._named(asked),
            relaxed=self.exclusions.relaxations(roles),
            nearer=self.exclusions.relaxations(asked),
        )

    def ranked(self) -> tuple[str, ...]:
        """All roles: those that the quiz points to first or, without a result, those like the present post."""
        if self.findings and self.findings.result.clear:
            chances = {role: fit.chance for role, fit in self.findings.fits.items()}
            likely = sorted(chances, key=lambda role: -chances[role])
            return tuple(dict.fromkeys((*self.findings.outcome.shown, *likely)))
        post = self.exclusions.stated.posts[:1]
        if post:
            near = {role: likeness(self.catalog, post[0], role).share for role in self.catalog.briefs}
            return tuple(sorted(near, key=lambda role: (-near[role], role)))
        return tuple(self.catalog.briefs)

    def _within(self) -> int:
        return sum(not self.exclusions.of(role) for role in self.catalog.briefs)

    def _quiz(self) -> LastQuiz | None:
        if self.findings is None:
            return None
        found = self.findings.result
        none_left = found.clear and not found.roles
        return LastQuiz(
            on=self.on,
            screens=found.screens,
            clear=found.clear,
            roles=tuple(Named(role.role, role.title) for role in found.roles),
            nearer=self.exclusions.relaxations(self.ranked()[:ROLES_SHOWN]) if none_left else (),
        )

    def _named(self, roles: Sequence[str]) -> tuple[Named, ...]:
        return tuple(role_named(self.catalog, role) for role in roles)
