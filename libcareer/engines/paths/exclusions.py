"""The roles that practical limits set aside, each with the reason and with what would let it in.

A limit rules a role out only where the knowledge says so: an unknown figure sets nothing aside. That is more
lenient than `planb`, where a role is within reach only if even the dearest plausible way to it is.
"""

from __future__ import annotations

import math
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.choices import Prefer
from libcareer.engines.paths.choice import offers
from libcareer.engines.paths.limits import (
    CONDITIONS,
    HAVE,
    STUDYING,
    Change,
    Limit,
    LimitKind,
    admits,
    limit_of,
    limits_of,
    loosened,
    to_amount,
    to_rank,
)
from libcareer.engines.paths.relaxations import Relaxation, relaxations
from libcareer.engines.paths.situation import Stated, situation
from libcareer.engines.paths.study import Studies, months_left
from libcareer.engines.paths.ways import Ways
from libcareer.engines.pay.figures import PayFigure, pay, yearly
from libcareer.knowledge.enums import Often, Pays
from libcareer.knowledge.money import whole_amount

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from libcareer.catalog import Catalog
    from libcareer.catalog.briefs import ConditionsBrief


class Exclusion(Struct, frozen=True):
    """Why a limit rules a role out, the rest of a sentence that begins with "it", and the *change* that lets it in."""

    reason: str
    change: Change


class LimitEffect(Struct, frozen=True):
    """What one *limit* does: the roles that it rules out, and those that no other limit does, *alone*.

    *unjudged* are roles that it cannot judge, since they have no figure of their own; it does not rule them out.
    """

    limit: Limit
    ruled_out: tuple[str, ...]
    alone: tuple[str, ...]
    unjudged: tuple[str, ...] = ()


class Exclusions:
    """Which practical limits rule a role out, and why; computed per role, cached."""

    def __init__(self, catalog: Catalog, answers: Mapping[str, str], stated: Stated | None = None) -> None:
        """Judge the roles of *catalog* by *answers*, choices by practical question; one that was skipped is empty.

        *stated* is where the person stands, by default what the answers say about that.
        """
        self.catalog = catalog
        self.answers = answers
        self.limits = limits_of(catalog, answers)
        self.studies = Studies(catalog)
        self.stated = stated_by(catalog, answers, self.studies) if stated is None else stated
        self.ways = Ways(catalog, situation(catalog, self.stated, self.studies), self.studies)
        self._found: dict[str, tuple[Exclusion, ...]] = {}

    def of(self, role: str) -> tuple[Exclusion, ...]:
        """What rules *role* out; at most one for each limit, but for contact with the public, which has two reasons."""
        if role not in self._found:
            self._found[role] = tuple(self._exclusions(role))
        return self._found[role]

    def reasons(self, role: str) -> tuple[str, ...]:
        """The reasons that rule *role* out, each the rest of a sentence that begins with "it"; empty if none does."""
        return tuple(exclusion.reason for exclusion in self.of(role))

    def effects(self, roles: Iterable[str]) -> tuple[LimitEffect, ...]:
        """What each limit does to *roles*, in their order."""
        kinds = {role: {exclusion.change.now.kind for exclusion in self.of(role)} for role in roles}
        return tuple(
            LimitEffect(
                limit,
                tuple(role for role, ruling in kinds.items() if kind in ruling),
                tuple(role for role, ruling in kinds.items() if ruling == {kind}),
                tuple(role for role in kinds if kind is LimitKind.PAY and not self.judges_pay(role)),
            )
            for kind in LimitKind
            if (limit := limit_of(self.limits, kind))
        )

    def relaxations(self, roles: Iterable[str]) -> tuple[Relaxation, ...]:
        """The changes of a limit that let in some of *roles*, smallest first, each with what it lets in.

        If no single change is enough for any of them, it is the smallest change of several limits.
        """
        return relaxations({role: (self._changes(role),) for role in roles if self.of(role)})

    def _changes(self, role: str) -> tuple[Change, ...]:
        """The least changes that together let *role* in, one for each limit."""
        furthest: dict[LimitKind, Change] = {}
        for exclusion in self.of(role):
            kind = exclusion.change.now.kind
            if kind not in furthest or furthest[kind].steps < exclusion.change.steps:
                furthest[kind] = exclusion.change
        return tuple(furthest.values())

    @property
    def holds(self) -> str | None:
        """The person's level of education; None if it is not given, or if the knowledge lacks it."""
        level = self.answers.get(HAVE, "")
        return level if level in self.catalog.education else None

    # ------------------------------------------------------------------ one limit each

    def _exclusions(self, role: str) -> Iterator[Exclusion]:
        post = self.catalog.briefs[role].conditions
        yield from self._by_study(role)
        yield from self._by_money(role)
        for kind in CONDITIONS:
            limit = limit_of(self.limits, kind)
            if limit and not admits(post, kind, limit.choice or ""):
                change = loosened(post, limit)
                yield from (Exclusion(reason, change) for reason in _reasons(post, limit))
        yield from self._by_pay(role)

    def _by_study(self, role: str) -> Iterator[Exclusion]:
        limit, levels = limit_of(self.limits, LimitKind.STUDY), self.catalog.education
        typical = self.catalog.briefs[role].education.typical
        if limit is None or typical in self._levels:
            return
        rank, had = levels[typical].rank, max((levels[level].rank for level in self._levels), default=-1)
        # A second degree of the same rank still has to be studied for.
        if rank > levels[limit.choice or ""].rank and rank >= had:
            change = to_rank(self.catalog, limit, rank)
            yield Exclusion(f"usually asks for more study: {levels[typical].title}", change)

    @cached_property
    def _levels(self) -> frozenset[str]:
        """The levels of education that the person has or is studying for."""
        gained = (*self.ways.person.held, *self.ways.under_way)
        levels = (self.holds, *(self.catalog.credentials[id_].education for id_ in gained))
        return frozenset(level for level in levels if level)

    def _by_money(self, role: str) -> Iterator[Exclusion]:
        limit = limit_of(self.limits, LimitKind.MONEY)
        if limit is None:
            return
        offered = offers(self.ways.to(role), Prefer.CHEAPEST)
        study = offered.ways[0].way.study if offered.ways else ()
        # Nobody knows how much of a study under way is paid already.
        costs = [self.catalog.credentials[id_].cost for id_ in study if id_ not in self.ways.under_way]
        counted = [cost for cost in costs if cost and cost.currency == self.catalog.pack.currency]
        least = sum(cost.low for cost in counted)
        if least > (limit.amount or 0.0):
            years = sorted({cost.year for cost in counted})
            of = f"{years[0]}" if len(years) == 1 else f"{years[0]} to {years[-1]}"
            price = whole_amount(least, self.catalog.pack.currency)
            reason = (
                f"asks for study that costs at least {price} on the cheapest route known {self._starting} "
                f"(prices of {of})"
            )
            yield Exclusion(reason, to_amount(self.catalog, limit, math.ceil(least)))

    @property
    def _starting(self) -> str:
        """Where the cheapest route begins, in words."""
        if self.holds is None and (self.stated.posts or self.stated.held):
            return "from where you stand"
        level = self.holds or next(iter(self.catalog.education))
        return f"for a person with {self.catalog.education[level].title}"

    def _by_pay(self, role: str) -> Iterator[Exclusion]:
        limit = limit_of(self.limits, LimitKind.PAY)
        figure = pay(self.catalog, role, self.stated.place) if limit else None
        if limit is None or figure is None or figure.currency != self.catalog.pack.currency:
            return
        if figure.proxy:
            yield from self._by_high_end(figure, limit)
            return
        if yearly(figure) >= (limit.amount or 0.0):
            return
        where = f", {figure.place.title}" if figure.place else ""
        hourly = "" if figure.if_full_time is None else " if full time"
        median = whole_amount(yearly(figure), figure.currency)
        reason = (
            f"pays less in half of its jobs: the median is {median} a year{hourly} "
            f"({figure.source.publisher}, {figure.year}{where}; counted with {figure.covers})"
        )
        yield Exclusion(reason, to_amount(self.catalog, limit, math.floor(yearly(figure))))

    def _by_high_end(self, figure: PayFigure, limit: Limit) -> Iterator[Exclusion]:
        """A proxy says something only of a role that typically pays less: even its high end is too low."""
        ends = figure.yearly_range
        if figure.usually is not Pays.LESS or ends is None or ends[1] >= (limit.amount or 0.0):
            return
        hourly = "" if figure.if_full_time is None else " if full time"
        high = whole_amount(ends[1], figure.currency)
        reason = (
            f"has no pay figure of its own and typically pays less than {figure.covers}, of whom nine in ten earn "
            f"less than {high} a year{hourly} ({figure.source.publisher}, {figure.year})"
        )
        yield Exclusion(reason, to_amount(self.catalog, limit, math.floor(ends[1])))

    def judges_pay(self, role: str) -> bool:
        """Whether the limit on pay can tell of *role* that it pays enough or too little; true without such a limit."""
        limit = limit_of(self.limits, LimitKind.PAY)
        if limit is None:
            return True
        figure = pay(self.catalog, role, self.stated.place)
        if figure is None or figure.currency != self.catalog.pack.currency:
            return False
        enough = figure.judged is not None and figure.judged >= (limit.amount or 0.0)
        return enough or figure.proxy is None or any(self._by_pay(role))


def stated_by(catalog: Catalog, answers: Mapping[str, str], studies: Studies) -> Stated:
    """Where somebody stands who gave these *answers*: the education that they have, and the study under way."""
    have, studying = (catalog.education.get(answers.get(question, "")) for question in (HAVE, STUDYING))
    under_way = studying.holds if studying else ()
    return Stated(
        held=have.holds if have else (),
        rank=have.rank if have else None,
        studying=tuple((id_, months_left(studies, id_)) for id_ in under_way),
    )


def _reasons(post: ConditionsBrief, limit: Limit) -> Iterator[str]:
    """Why the conditions of a *post* do not suit a *limit*."""
    match limit.kind:
        case LimitKind.HOURS:
            rarely = f"{post.part_time.value} has part-time jobs"
            yield rarely if limit.choice == "part" else "often has only part-time jobs"
        case LimitKind.EVENINGS:
            yield "often has evening or weekend shifts"
        case LimitKind.PUBLIC:
            if limit.choice == "little" and post.public is Often.OFTEN:
                yield "often means facing the public"
            if post.conflict is Often.OFTEN:
                yield "often meets upset or hostile people"
        case LimitKind.MOVE:
            yield "has jobs in few places, so most people move for it"
        case _:
            yield f"is {'rarely' if post.remote is Often.RARELY else 'only sometimes'} done from home"
