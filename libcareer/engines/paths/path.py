"""The way to a role, told step by step: work and study, with what each needs, takes, costs, pays and teaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from libcareer.engines.choices import Prefer
from libcareer.engines.paths.choice import Offer, Why, offers
from libcareer.engines.paths.situation import NOTHING_STATED, Stated, situation
from libcareer.engines.paths.study import NO_TIME, Months, plus
from libcareer.engines.paths.ways import Leg, Stretch, Way, Ways
from libcareer.engines.pay.figures import PayFigure, pay
from libcareer.engines.references import Cite, cite
from libcareer.knowledge.enums import Asked, Usual

if TYPE_CHECKING:
    from collections.abc import Iterable

    from libcareer.catalog import Catalog
    from libcareer.catalog.briefs import NeedBrief
    from libcareer.engines.paths.study import Load
    from libcareer.knowledge.model.credentials import Cost, Credential, Shortcut

EDITORIAL = "editorial"
"""Id of the source that stands for the maintainers' own judgment."""


class Span(Struct, frozen=True):
    """A range of months with its year and source; *estimated* if nobody publishes it."""

    low: float
    high: float
    year: str
    source: Cite
    unit: str = "months"
    estimated: bool = False


class CostFigure(Struct, frozen=True):
    """A range of money with its year and source, and what it includes."""

    low: float
    high: float
    currency: str
    year: str
    source: Cite
    note: str | None = None


class Guess(Struct, frozen=True):
    """Our estimate of the most that something costs in the currency of the pack, and how it was made."""

    most: float
    note: str


class Needed(Struct, frozen=True):
    """What is asked for and by whom, and what many employers take in its place.

    A *credential* is an id; *short* is what people in the field call it.
    """

    what: str
    asked: Asked
    note: str | None = None
    instead: tuple[str, ...] = ()
    credential: str | None = None
    short: str | None = None


class StateRule(Struct, frozen=True):
    """What some states ask for, by the source of a year; *confirm* tells to ask the state before relying on it."""

    states: tuple[str, ...]
    note: str
    year: str
    source: Cite
    confirm: bool


class NoPrice(Struct, frozen=True):
    """Why no price of a study is told, and the page that was looked at in a *year*."""

    why: str
    source: Cite
    year: int


class Step(Struct, frozen=True):
    """One numbered step.

    *kind* is work, practice, study or goal; *short* is a shorter title, if there is one. *takes* is how long
    it lasts, None if it takes no time; *adds* is what it adds to the whole in months, nothing where it runs
    *beside* the job of the step before.
    *begins* and *ends* are months from now, each at the earliest and at the latest. *usual* says how usual
    it is to come into the post this way. *estimate* is our own where no price, or only a part, is published.
    """

    kind: str
    id: str
    title: str
    how: str
    why: str
    short: str | None = None
    needs: tuple[Needed, ...] = ()
    takes: Span | None = None
    adds: Months = NO_TIME
    begins: Months = NO_TIME
    ends: Months = NO_TIME
    beside: str | None = None
    cost: CostFigure | None = None
    estimate: Guess | None = None
    no_price: NoPrice | None = None
    shortcut: str | None = None
    rules: tuple[StateRule, ...] = ()
    pays: PayFigure | None = None
    teaches: tuple[str, ...] = ()
    move: str | None = None
    usual: Usual | None = None


class Money(Struct, frozen=True):
    """A range of money in one currency."""

    low: float
    high: float
    currency: str


class Total(Struct, frozen=True):
    """Sums over the steps: months, published prices of study by currency, months of study without pay.

    *dearest* is the most that all study plausibly costs in *currency*, that of the pack, our estimates included.
    *unknown* names the study whose price or length nobody publishes: its price is not in *cost*, its estimated length
    is in *months*.
    """

    months: Months
    cost: tuple[Money, ...]
    unpaid_months: Months
    dearest: float = 0.0
    unknown: tuple[str, ...] = ()
    currency: str = ""


class Route(Struct, frozen=True):
    """One way to the goal; *kind* is the wish that it serves best, *why* what it has over the best or quickest."""

    kind: str
    steps: tuple[Step, ...]
    total: Total
    missing: tuple[str, ...]
    why: tuple[Why, ...] = ()

    @property
    def now(self) -> str:
        """The first thing to do for it, empty if there is none."""
        return next((step.how for step in self.steps if step.how), "")


class Stuck(Struct, frozen=True):
    """Why no way was found: who leads to the goal, and why nobody gets there."""

    reason: str
    feeders: tuple[str, ...]


class Path(Struct, frozen=True):
    """The answer: the recommended route, routes that differ from it in kind, or what stands in the way.

    *stated* is where the person says that they stand, in ids. *holding* are titles of what they hold, *assumed*
    of what people in their post usually hold besides, *presumed* their ids.
    *asks* is what the goal itself asks for by law or employers, held already or not. *beyond* is the fewest months
    of a cheaper (or better paid) way that is not worth the time, None if there is none.
    """

    goal: str
    title: str
    start: str
    holding: tuple[str, ...]
    prefer: Prefer
    stated: Stated = NOTHING_STATED
    assumed: tuple[str, ...] = ()
    presumed: tuple[str, ...] = ()
    best: Route | None = None
    others: tuple[Route, ...] = ()
    asks: tuple[Needed, ...] = ()
    beyond: float | None = None
    stuck: Stuck | None = None


def path(
    catalog: Catalog,
    goal: str,
    *,
    start: str | None = None,
    held: Iterable[str] = (),
    prefer: Prefer = Prefer.USUAL,
) -> Path:
    """The way to the role *goal* for somebody in the role *start* who holds the credentials *held*.

    Without a *start* the person has no library work behind them. All three are ids of *catalog*.
    """
    stated = Stated(posts=(start,) if start else (), held=tuple(dict.fromkeys(held)))
    return path_from(catalog, goal, stated, prefer)


def path_from(
    catalog: Catalog, goal: str, stated: Stated, prefer: Prefer = Prefer.USUAL, ways: Ways | None = None
) -> Path:
    """The way to the role *goal* for somebody who stands where they *stated*; *ways* saves looking twice."""
    ways = ways or Ways(catalog, situation(catalog, stated))
    person = ways.person
    titles = {id_: catalog.credentials[id_].title for id_ in (*stated.held, *person.presumed)}
    answer = Path(
        goal=goal,
        title=catalog.briefs[goal].title,
        start=catalog.briefs[person.post].title if person.post else f"no {catalog.pack.work} yet",
        holding=tuple(titles[id_] for id_ in sorted(stated.held)),
        prefer=Prefer(prefer),
        stated=stated,
        assumed=tuple(catalog.credentials[id_].short or titles[id_] for id_ in person.presumed),
        presumed=person.presumed,
        asks=_asks(catalog, goal, person.held),
    )
    if goal == person.post:
        return replace(answer, best=told(ways, Offer("you are there", ways.here, ()), goal))
    offered = offers(ways.to(goal), answer.prefer)
    if not offered.ways:
        return replace(answer, stuck=_stuck(catalog, person.post, goal))
    best, *others = (told(ways, offer, goal) for offer in offered.ways)
    asks = _asks(catalog, goal, person.held.union(offered.ways[0].way.study))
    return replace(answer, best=best, others=tuple(others), asks=asks, beyond=offered.beyond)


def _asks(catalog: Catalog, goal: str, gained: frozenset[str]) -> tuple[Needed, ...]:
    """The credentials that the role *goal* asks for by law, and those that employers ask for at its way in.

    Without a way in from outside, they are those of the moves to it that the person has *gained* on arrival: a
    director of a law library needs a law degree, and other directors do not.
    """
    role = catalog.roles[goal]
    needs = list(role.entry.needs) if role.entry else []
    if not needs:
        moves = (move for id_ in catalog.feeders[goal] for move in catalog.roles[id_].moves if move.to == goal)
        needs = [need for move in moves for need in move.needs if need.credential in gained]
    asked = {need.credential for need in needs if need.asked is not Asked.HABIT}
    wanted = [one for one in role.credentials if one.asked is Asked.LAW or one.credential in asked]
    records = catalog.credentials
    return tuple(
        Needed(
            records[one.credential].title,
            one.asked,
            one.note,
            credential=one.credential,
            short=records[one.credential].short,
        )
        for one in sorted(wanted, key=lambda one: one.asked is not Asked.LAW)
        if one.asked is not Asked.HABIT
    )


def told(ways: Ways, offer: Offer, goal: str) -> Route:
    """The way that is offered as steps to the role *goal*, for the person that *ways* is about."""
    return _Telling(ways, goal).route(offer)


def total(catalog: Catalog, way: Way) -> Total:
    """What *way* takes in all: months, published prices by currency, months of study without pay."""
    costs: dict[str, tuple[float, float]] = {}
    for load in way.loads.values():
        if load.price:
            costs[load.currency] = plus(costs.get(load.currency, (0.0, 0.0)), load.price)
    return Total(
        months=way.months,
        cost=tuple(Money(low, high, currency) for currency, (low, high) in costs.items()),
        unpaid_months=way.unpaid,
        dearest=way.dearest,
        unknown=tuple(catalog.credentials[id_].title for id_ in way.study if id_ in way.unpriced | way.untimed),
        currency=catalog.pack.currency,
    )


def _stuck(catalog: Catalog, start: str | None, goal: str) -> Stuck:
    title = catalog.briefs[goal].title
    feeders = catalog.feeders[goal]
    titles = tuple(catalog.briefs[id_].title for id_ in feeders)
    if not feeders:
        reason = f"No role leads to {title}, and no way in from outside is known."
    else:
        start_title = catalog.briefs[start].title if start else "outside"
        reason = f"{title} is reached from {_listed(titles)}, and no sensible way leads from {start_title} to there."
    return Stuck(reason, titles)


class _Telling:
    """Turns a way to *goal* into steps that can be told."""

    def __init__(self, ways: Ways, goal: str) -> None:
        self.ways = ways
        self.catalog = ways.catalog
        self.goal = goal

    def route(self, offer: Offer) -> Route:
        """The steps of the way, with totals and the goal's skills that none of them teaches."""
        way, person = offer.way, self.ways.person
        skills = _SkillsLearned(self.catalog, self.goal)
        skills.learn(person.practiced)
        steps: list[Step] = []
        entered, extra = None, NO_TIME
        for leg, stretch in zip(way.legs, way.stretches, strict=True):
            studies = [self._study(one, way.loads[one[0]], leg, stretch, way, skills) for one in stretch.studies]
            if extra[1] and stretch.beside:
                # The practice for getting the post is made while the study that goes on beside it begins.
                steps.append(replace(studies.pop(0), adds=extra))
            elif extra[1] and entered is not None:
                steps.append(self._practice(entered, stretch.work[0], extra))
            if leg.origin is not None and (stretch.stay[1] or entered is not None):
                steps.append(self._work(leg.origin, entered, stretch, skills))
            steps += studies
            entered, extra = leg, stretch.extra
        steps.append(self._goal(entered, extra, way.months))
        missing = skills.missing(person.held) if way.legs else ()
        return Route(offer.kind, tuple(steps), total(self.catalog, way), missing, offer.why)

    def _work(self, role: str, entered: Leg | None, stretch: Stretch, skills: _SkillsLearned) -> Step:
        card = self.catalog.briefs[role]
        learned = skills.learn((*card.skills.essential, *card.skills.useful))
        return replace(
            self._post("work", role, entered),
            takes=self._editorial(stretch.stay),
            adds=stretch.stay,
            begins=stretch.work[0],
            ends=stretch.work[1],
            teaches=learned,
        )

    def _practice(self, leg: Leg, ends: Months, extra: Months) -> Step:
        entry = self.catalog.roles[leg.to].entry
        return Step(
            kind="practice",
            id=leg.to,
            title=self.catalog.briefs[leg.to].title,
            how=entry.how if entry else "",
            why="",
            needs=tuple(self._needed(need) for need in leg.needs if need.credential is None),
            takes=self._editorial(extra),
            adds=extra,
            begins=(ends[0] - extra[0], ends[1] - extra[1]),
            ends=ends,
        )

    def _goal(self, entered: Leg | None, extra: Months, months: Months) -> Step:
        return replace(
            self._post("goal", self.goal, entered),
            takes=self._editorial(extra) if extra[1] else None,
            adds=extra,
            begins=(months[0] - extra[0], months[1] - extra[1]),
            ends=months,
        )

    def _study(
        self, one: tuple[str, Months, Months], load: Load, leg: Leg, stretch: Stretch, way: Way, skills: _SkillsLearned
    ) -> Step:
        credential, begins, ends = one
        record = self.catalog.credentials[credential]
        beside = leg.origin if credential in stretch.beside else None
        span = load.beside if beside and load.beside else load.full
        needs = [need for each in way.legs for need in each.needs if need.credential == credential]
        shortcut = self.ways.studies.shortcut(credential, self._held_before(credential, way))
        own = shortcut is not None and shortcut.high is not None
        price = shortcut if shortcut is not None and own else record.cost
        asked = needs[0].asked if needs else record.asked
        return Step(
            kind="study",
            id=credential,
            title=record.title,
            how=record.how,
            why=record.asked_note,
            short=record.short,
            needs=(
                Needed(
                    record.eligibility,
                    asked,
                    instead=self._titles(needs[0].instead) if needs else (),
                    credential=credential,
                    short=record.short,
                ),
            ),
            takes=self._studied(credential, span, shortcut, timed=load.timed),
            adds=NO_TIME if beside else load.full,
            begins=begins,
            ends=ends,
            beside=self.catalog.briefs[beside].title if beside else None,
            cost=self._cost(price, load) if price else None,
            estimate=Guess(record.dearest.most, record.dearest.note) if record.dearest and not own else None,
            no_price=None if price else self._no_price(record),
            shortcut=shortcut.note if shortcut else None,
            rules=tuple(
                StateRule(one_.states, one_.note, str(one_.year), cite(self.catalog, one_.source), one_.confirm)
                for one_ in record.variants
            ),
            teaches=skills.learn(record.teaches),
        )

    def _no_price(self, record: Credential) -> NoPrice | None:
        none = record.no_cost
        return NoPrice(none.why, cite(self.catalog, none.source), none.year) if none else None

    def _held_before(self, credential: str, way: Way) -> frozenset[str]:
        before = way.study[: way.study.index(credential)]
        return self.ways.studies.with_implied((*self.ways.person.held, *before))

    def _post(self, kind: str, role: str, entered: Leg | None) -> Step:
        """The post *role*: how, why and with what it is entered; without a leg the person is in it."""
        how = why = ""
        if entered is not None and entered.move is None:
            entry = self.catalog.roles[role].entry
            how, why = (entry.how, entry.why) if entry else ("", "")
        elif entered is not None:
            posts = [entered.origin, *self.ways.person.stated.posts]
            moves = [move for post in posts if post for move in self.catalog.roles[post].moves if move.to == role]
            how, why = moves[0].how, moves[0].why
        return Step(
            kind=kind,
            id=role,
            title=self.catalog.briefs[role].title,
            how=how,
            why=why,
            needs=tuple(self._needed(need) for need in entered.needs) if entered else (),
            pays=pay(self.catalog, role, self.ways.person.stated.place),
            move=None if entered is None else entered.move.value if entered.move else "entry",
            usual=entered.usual if entered else None,
        )

    def _needed(self, need: NeedBrief) -> Needed:
        if need.credential is None:
            return Needed(need.what or "", need.asked, need.note)
        record = self.catalog.credentials[need.credential]
        instead = self._titles(need.instead)
        return Needed(record.title, need.asked, need.note, instead, need.credential, record.short)

    def _titles(self, credentials: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.catalog.credentials[id_].title for id_ in credentials)

    def _editorial(self, months: Months) -> Span:
        source = cite(self.catalog, EDITORIAL)
        return Span(*months, year=source.published or "", source=source)

    def _studied(self, credential: str, span: Months, shortcut: Shortcut | None, *, timed: bool) -> Span:
        shorter = shortcut and (shortcut.full_time or shortcut.part_time)
        said = shortcut if shorter else self.catalog.credentials[credential].time
        if not timed or said is None:
            return replace(self._editorial(span), estimated=True)
        return Span(*span, year=str(said.year), source=cite(self.catalog, said.source))

    def _cost(self, price: Cost | Shortcut, load: Load) -> CostFigure | None:
        if load.price is None:
            return None
        source = cite(self.catalog, price.source)
        return CostFigure(*load.price, load.currency, str(price.year), source, price.note)


class _SkillsLearned:
    """Which of the goal's skills have been met on the way so far."""

    def __init__(self, catalog: Catalog, goal: str) -> None:
        self.catalog = catalog
        skills = catalog.briefs[goal].skills
        self.essential = skills.essential
        self.wanted = (*skills.essential, *skills.useful)
        self.met: set[str] = set()

    def learn(self, skills: Iterable[str]) -> tuple[str, ...]:
        """Titles of the wanted skills that are new among *skills*."""
        known = set(skills)
        new = [s for s in self.wanted if s not in self.met and not known.isdisjoint(self.catalog.family(s))]
        self.met.update(new)
        return tuple(self.catalog.skills[skill].title for skill in new)

    def missing(self, held: Iterable[str]) -> tuple[str, ...]:
        """Titles of the goal's essential skills that neither the way nor *held* teaches."""
        for credential in held:
            self.learn(self.catalog.credentials[credential].teaches)
        return tuple(self.catalog.skills[s].title for s in self.essential if s not in self.met)


def _listed(names: Iterable[str]) -> str:
    names = list(names)
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
