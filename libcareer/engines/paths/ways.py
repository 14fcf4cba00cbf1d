"""All ways to a role that an experienced librarian would call sensible, each with what it takes.

The rules of sense are few, so that the ways can be listed one by one and no search has to be clever:

- To a role with a way in from outside at most one post lies between, to any other at most three.
- A post between is one that people take on the way, no post is held twice, and none is above the goal.
- At most one move goes sideways, and a way has at most six steps.
- Only what the goal asks for by law or employer is studied; where it has no way in from outside, also what
  a post promoted straight into it asks for.
- Nobody stays in a post for longer than people usually do, nor beyond a fixed term.
"""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise, product
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.catalog.briefs import NeedBrief
from libcareer.engines.jobs.carried import door
from libcareer.engines.paths.study import NO_TIME, Load, Months, Studies, plus
from libcareer.knowledge.enums import Asked, MoveKind, Place, Usual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcareer.catalog import Catalog
    from libcareer.catalog.briefs import MoveBrief
    from libcareer.engines.paths.situation import Situation
    from libcareer.knowledge.model.origins import JobDoor

MOST_POSTS, MOST_POSTS_WITH_DOOR = 3, 1
"""How many posts may lie between, to a role without and with a way in from outside."""

MOST_STEPS = 6
"""How many steps of study, work and arrival a way may have; the post that a person is in is none."""

MOST_SIDEWAYS = 1
"""How many moves of a way may go sideways."""

USUAL_FROM, SOMETIMES_FROM = 40, 15
"""Of 100 newly hired, how many come from outside where that is usual, and where it happens sometimes."""


class Rules(Struct, frozen=True):
    """How strictly posts between are chosen.

    The first of them may be so many levels *down* from the present post, as for somebody who changes trades;
    None means a step up, or into the field of the goal. With *any_last* the last one may be a post that people
    only come from and do not pass through; with *any_move* all of them may.
    """

    down: int | None = None
    any_last: bool = False
    any_move: bool = False


RULES = (
    Rules(),
    Rules(down=1, any_last=True),
    Rules(down=6, any_move=True),
)
"""The rules in the order in which they are tried; looser ones only where stricter ones leave no way."""


class Leg(Struct, frozen=True):
    """One change of post: from *origin*, None outside, *to* another one, by a listed *move* or by the door.

    *years* is the time in the origin that a move takes. *study* is what has to be gained for it, *practice*
    the months of practice that a door asks and the person lacks. *job* is the code of a job of another field that
    opens the door.
    """

    origin: str | None
    to: str
    move: MoveKind | None
    usual: Usual
    years: Months
    needs: tuple[NeedBrief, ...]
    study: tuple[str, ...]
    practice: Months = NO_TIME
    job: str | None = None


class Stretch(Struct, frozen=True):
    """When the parts of a leg happen, in months from now, each as earliest and latest.

    *work* is the time in the origin, with *stay* how long it lasts. *studies* gives each study with its
    start and end; those in *beside* run next to the job. *extra* is practice after all study and work.
    """

    work: tuple[Months, Months]
    stay: Months
    studies: tuple[tuple[str, Months, Months], ...]
    beside: frozenset[str]
    extra: Months
    arrives: Months


class Way(Struct, frozen=True):
    """A way to a role: its legs, when each part of them happens, and what it takes in all.

    *months* and *unpaid* are ranges. *price* is the published price of all study in the pack's currency, as a range;
    *dearest* the most that it plausibly costs; *unpriced* and *untimed* the studies without a published figure.
    """

    legs: tuple[Leg, ...]
    stretches: tuple[Stretch, ...]
    loads: dict[str, Load]
    months: Months
    unpaid: Months
    price: tuple[float, float]
    dearest: float
    unpriced: frozenset[str]
    untimed: frozenset[str]

    @property
    def posts(self) -> tuple[str, ...]:
        """The posts between the present one and the goal."""
        return tuple(leg.to for leg in self.legs[:-1])

    @property
    def study(self) -> tuple[str, ...]:
        """Everything studied on the way, in order."""
        return tuple(id_ for leg in self.legs for id_ in leg.study)

    @property
    def steps(self) -> int:
        """Steps of study, practice, work and arrival, without the present post."""
        return len(self.study) + len(self.legs) + len(self.practiced_for)

    @property
    def practiced_for(self) -> tuple[str, ...]:
        """The posts between for which practice is a step of its own: no study runs at that time."""
        following = zip(self.legs[:-1], self.stretches[:-1], self.stretches[1:], strict=True)
        return tuple(leg.to for leg, stretch, after in following if stretch.extra[1] and not after.beside)

    @property
    def beside(self) -> frozenset[str]:
        """Everything studied next to a job."""
        return frozenset().union(*(stretch.beside for stretch in self.stretches))

    @property
    def form(self) -> tuple[frozenset[str], str, str | None]:
        """What makes two ways the same in kind: study, manner of study, and the last post before the goal."""
        manner = "none" if not self.study else "beside" if len(self.beside) == len(self.study) else "full"
        if manner == "full" and self.beside:
            manner = "mixed"
        return frozenset(self.study), manner, self.posts[-1] if self.posts else None

    def count(self, usual: Usual) -> int:
        """How many of its legs are so usual."""
        return sum(leg.usual is usual for leg in self.legs)

    def beats(self, other: Way) -> bool:
        """Whether this way takes no more of anything than *other*, and less of something."""
        mine, theirs = self.measures, other.measures
        return mine != theirs and all(one <= two for one, two in zip(mine, theirs, strict=True))

    @property
    def measures(self) -> tuple[float, ...]:
        """What it takes: months, money and unpaid months, each at the least and at the most, and steps.

        Study without a published price counts as the dearest that is plausible, at both ends.
        """
        guessed = sum(self.loads[id_].dearest for id_ in self.unpriced)
        return (*self.months, self.price[0] + guessed, self.dearest, *self.unpaid, self.steps)


def usual_of(outside: int) -> Usual:
    """How usual a way in is where *outside* of 100 newly hired come by it."""
    return Usual.USUAL if outside >= USUAL_FROM else Usual.SOMETIMES if outside >= SOMETIMES_FROM else Usual.RARE


def _follows(one: tuple[int, bool], other: tuple[int, bool]) -> bool:
    """Whether a study placed as *other* can come after one placed as *one*."""
    return one[0] < other[0] or (one[0] == other[0] and (one[1] or not other[1]))


def _sooner(one: Months, other: Months) -> Months:
    return min(one[0], other[0]), min(one[1], other[1])


class Ways:
    """The sensible ways to the roles of a catalog from where one person stands."""

    def __init__(self, catalog: Catalog, person: Situation, studies: Studies | None = None) -> None:
        """Look at *catalog* from the situation of a *person*; nothing is computed before it is asked for."""
        self.catalog = catalog
        self.person = person
        self.studies = studies or Studies(catalog)
        self.under_way = dict(person.stated.studying)
        self._found: dict[str, tuple[Way, ...]] = {}

    def to(self, goal: str) -> tuple[Way, ...]:
        """All sensible ways to *goal*, by the strictest rules that leave one.

        Rare moves are among them only where there is no other way.
        """
        if goal not in self._found:
            ways: list[Way] = []
            for rules in RULES:
                found = [way for legs in self._chains(goal, rules) for way in self._timed(legs)]
                ways = [way for way in found if not way.count(Usual.RARE)]
                if ways:
                    break
            self._found[goal] = tuple(ways or found)
        return self._found[goal]

    # ------------------------------------------------------------------ which posts, in which order

    def _chains(self, goal: str, rules: Rules) -> Iterator[tuple[Leg, ...]]:
        """The legs of every way that the *rules* allow."""
        if goal == self.person.post:
            return
        door = (
            self.catalog.briefs[goal].entry is not None or self._is_demotion(goal) or self._job_door(goal) is not None
        )
        most = MOST_POSTS_WITH_DOOR if door else MOST_POSTS
        asked = self._worth_studying(goal)
        for posts in self._between(goal, most, rules):
            yield from self._legs((*posts, goal), asked, rules)

    def _between(self, goal: str, most: int, rules: Rules) -> Iterator[tuple[str, ...]]:
        """Posts to pass on the way to *goal*, at most so many, first one first."""
        taken = {*self.person.stated.posts, goal}
        waiting: list[tuple[str, ...]] = [()]
        while waiting:
            posts = waiting.pop()
            yield posts
            if len(posts) == most:
                continue
            following = posts[0] if posts else goal
            for feeder in self.catalog.feeders[following]:
                if feeder in taken or feeder in posts or not self._fits(feeder, goal):
                    continue
                move = self._move(feeder, following)
                loose = rules.any_move or (rules.any_last and following == goal)
                if loose or (move.through and move.usual is not Usual.RARE):
                    waiting.append((feeder, *posts))

    def _fits(self, post: str, goal: str) -> bool:
        """Whether *post* is not above *goal*: by its level, and by when in life people reach it."""
        card, end = self.catalog.briefs[post], self.catalog.briefs[goal]
        return card.level <= end.level and card.years[0] <= end.years[1]

    def _move(self, origin: str, to: str) -> MoveBrief:
        return next(move for move in self.catalog.briefs[origin].moves if move.to == to)

    def _legs(self, posts: tuple[str, ...], asked: frozenset[str], rules: Rules) -> Iterator[tuple[Leg, ...]]:
        """The legs that lead over *posts* to the last of them, the goal; one set for each way to begin."""
        for first in self._first_legs(posts[0], posts[-1], rules):
            legs = [first]
            held = self._gained(self.person.held, first.study)
            for origin, to in pairwise(posts):
                move = self._move(origin, to)
                study = self.studies.missing(move.needs, held)
                legs.append(Leg(origin, to, move.kind, move.usual, move.years, move.needs, study))
                held = self._gained(held, study)
            studied = [id_ for leg in legs for id_ in leg.study]
            sideways = sum(leg.move is MoveKind.SIDEWAYS for leg in legs)
            if asked.issuperset(studied) and sideways <= MOST_SIDEWAYS and len(studied) + len(legs) <= MOST_STEPS:
                yield tuple(legs)

    def _gained(self, held: frozenset[str], study: tuple[str, ...]) -> frozenset[str]:
        return self.studies.with_implied((*held, *study)) if study else held

    def _first_legs(self, to: str, goal: str, rules: Rules) -> Iterator[Leg]:
        """The ways into the first post on the way to *goal*: a listed move of any post held, and the door."""
        person, cards = self.person, self.catalog.briefs
        present, had = person.post, person.stated.years
        down, last = self._is_below(to), to == goal
        for post in person.stated.posts:
            for move in cards[post].moves:
                if move.to == to and (last or not down or self._is_allowed(to, rules)):
                    spent = had if post == present else move.years[1]
                    years = (max(move.years[0] - spent, 0.0), max(move.years[1] - spent, 0.0))
                    study = self.studies.missing(move.needs, person.held)
                    yield Leg(present, to, move.kind, move.usual, years, move.needs, study)
        entry, opened = cards[to].entry, self._job_door(to)
        if entry is None and opened:
            yield self._opened(to, *opened)
        if entry is None and self._is_demotion(to) and (last or self._is_allowed(to, rules)):
            wanted = tuple(one.credential for one in cards[to].credentials if one.asked is not Asked.HABIT)
            if person.held.issuperset(wanted):
                yield Leg(present, to, None, Usual.SOMETIMES, NO_TIME, (), ())
        if entry is not None and (last or self._is_allowed(to, rules) or self._is_worth_a_change(to, goal)):
            practice = entry.practice
            lacks = practice is not None and not (down and last) and person.practiced.isdisjoint(practice.counts)
            asked = practice.months if practice and lacks else NO_TIME
            study = self.studies.missing(entry.needs, person.held)
            usual, job = usual_of(cards[to].outside), None
            if opened:
                job, usual = opened[0], min(usual, opened[1].usual, key=list(Usual).index)
            yield Leg(present, to, None, usual, NO_TIME, entry.needs, study, asked, job)

    def _job_door(self, role: str) -> tuple[str, JobDoor] | None:
        """The door that a job of another field opens to *role*, with the code of the job; None if there is none."""
        jobs = self.person.stated.jobs
        return door(self.catalog, jobs, role) if jobs else None

    def _opened(self, to: str, job: str, opened: JobDoor) -> Leg:
        """The way into *to*, which has no way in from outside, by the door that a *job* of another field opens.

        Where people usually come from the job, the job itself is what employers ask for, and only the law asks more.
        """
        asking = (Asked.LAW,) if opened.usual is Usual.USUAL else (Asked.LAW, Asked.EMPLOYERS)
        wanted = [one for one in self.catalog.briefs[to].credentials if one.asked in asking]
        needs = tuple(NeedBrief(one.asked, one.credential, None, (), None) for one in wanted)
        study = self.studies.missing(needs, self.person.held)
        return Leg(self.person.post, to, None, opened.usual, NO_TIME, needs, study, job=job)

    def _is_below(self, role: str) -> bool:
        """Whether *role* is a step down from the present post; getting it takes an application, not a career."""
        post = self.person.post
        return post is not None and self.catalog.briefs[role].level < self.catalog.briefs[post].level

    def _is_allowed(self, role: str, rules: Rules) -> bool:
        """Whether *rules* let a person go as far down as *role* on the way."""
        cards, post = self.catalog.briefs, self.person.post
        return rules.down is not None and (post is None or cards[role].level >= cards[post].level - rules.down)

    def _is_demotion(self, role: str) -> bool:
        """Whether *role* is a step down in the same field, so that even a post without a door is open."""
        cards, post = self.catalog.briefs, self.person.post
        if post is None or not self._is_below(role):
            return False
        return cards[role].cluster == cards[post].cluster or cards[role].place is cards[post].place is Place.INSIDE

    def _is_worth_a_change(self, role: str, goal: str) -> bool:
        """Whether *role* is worth leaving the present post for on the way to *goal*.

        It is if it is a step up, a first post in libraries on the same level, or a first post in the part of
        the field that the goal belongs to, even a level below.
        """
        cards, post = self.catalog.briefs, self.person.post
        if post is None or cards[role].level > cards[post].level:
            return True
        if cards[role].cluster == cards[goal].cluster != cards[post].cluster:
            return cards[role].level >= cards[post].level - 1
        enters = cards[role].place is Place.INSIDE and cards[post].place is not Place.INSIDE
        return enters and cards[role].level == cards[post].level

    def _worth_studying(self, goal: str) -> frozenset[str]:
        """Everything that the goal asks for by law or employer, and what has to come before it.

        A goal without a way in from outside is reached by promotion; then what the post below asks for counts too.
        """
        cards = self.catalog.briefs
        card = cards[goal]
        asked = [*self.studies.asked(card.entry.needs if card.entry else ())]
        asked += [wanted.credential for wanted in card.credentials if wanted.asked is not Asked.HABIT]
        asked += self.catalog.education[card.education.typical].holds
        for feeder in self.catalog.feeders[goal]:
            move, below = self._move(feeder, goal), cards[feeder]
            asked += self.studies.asked(move.needs)
            if move.kind is MoveKind.UP and card.entry is None:
                asked += self.studies.asked(below.entry.needs if below.entry else ())
                asked += [wanted.credential for wanted in below.credentials if wanted.asked is not Asked.HABIT]
        return frozenset(id_ for credential in dict.fromkeys(asked) for id_ in self.studies.chain(credential))

    # ------------------------------------------------------------------ how long each way takes

    def _timed(self, legs: tuple[Leg, ...]) -> Iterator[Way]:
        """The way of *legs* in each order and manner of study that is possible.

        A study runs beside the job that leads to what needs it, or full time: right before that, or at the
        very start. Full-time study ends a job, so that none beside it can follow before the next job.
        """
        loads = self._loads(legs)
        needed = {id_: number for number, leg in enumerate(legs) for id_ in leg.study}
        choices = []
        for id_, number in needed.items():
            employed = legs[number].origin is not None and loads[id_].beside
            full = [(leg, False) for leg in dict.fromkeys((number, 0))]
            choices.append([(number, True), *full] if employed else full)
        for chosen in product(*choices):
            if all(_follows(one, other) for one, other in pairwise(chosen)):
                placed = dict(zip(needed, chosen, strict=True))
                way = self._scheduled(legs, loads, placed)
                if way is not None and way.steps <= MOST_STEPS:
                    yield way

    def _loads(self, legs: tuple[Leg, ...]) -> dict[str, Load]:
        """What each study of *legs* takes, for what is held by then; in their order."""
        loads: dict[str, Load] = {}
        held = self.person.held
        for leg in legs:
            for id_ in leg.study:
                load = self.studies.load(id_, held)
                if id_ in self.under_way:
                    left = self.under_way[id_]
                    load = Load(left, left, load.price, load.currency, load.dearest, load.timed)
                loads[id_] = load
                held = self._gained(held, (id_,))
        return loads

    def _scheduled(
        self, legs: tuple[Leg, ...], loads: dict[str, Load], placed: dict[str, tuple[int, bool]]
    ) -> Way | None:
        """The way of *legs* with each study at the leg, and beside the job or not, as *placed*.

        None if a post would have to be held for longer than people stay. Study beside a job begins as soon
        as the one before it ends, also in an earlier post than the one that leads to what needs it.
        """
        now = unpaid = ready = NO_TIME
        stretches = []
        for number, leg in enumerate(legs):
            here = [id_ for id_, (at, _) in placed.items() if at == number]
            beside = [id_ for id_ in here if placed[id_][1]]
            full = NO_TIME
            for id_ in here:
                full = plus(full, NO_TIME if id_ in beside else loads[id_].full)
            studies: list[tuple[str, Months, Months]] = []
            for id_ in beside:
                studies.append((id_, ready, plus(ready, loads[id_].beside or NO_TIME)))
                ready = studies[-1][2]
            stay = self._stay(leg, now, ready, full)
            if stay is None:
                return None
            left = plus(now, stay)
            # Nobody stays for the sake of a slow pace: a study ends when the stay that it runs in does.
            studies = [(id_, _sooner(begins, left), _sooner(ends, left)) for id_, begins, ends in studies]
            then = left
            for id_ in here:
                if id_ not in beside:
                    studies.append((id_, then, plus(then, loads[id_].full)))
                    then = studies[-1][2]
            unpaid = plus(unpaid, full)
            spent = plus(stay, full)
            extra = (max(leg.practice[0] - spent[0], 0.0), max(leg.practice[1] - spent[1], 0.0))
            then = plus(then, extra)
            # Study beside the next job can begin while the practice for getting that job is made.
            free = plus(left, full)
            ready = free if leg.origin is None or full[1] else _sooner(ready, left)
            stretches.append(Stretch((now, left), stay, tuple(studies), frozenset(beside), extra, then))
            now = then
        return self._way(legs, tuple(stretches), loads, now, unpaid)

    def _stay(self, leg: Leg, now: Months, ready: Months, full: Months) -> Months | None:
        """The months in the origin of *leg* until what it needs is there; None if that is longer than people stay.

        Study beside the job is *ready* by then; practice that a door asks is made there, but for what of it
        fits beside the *full*-time study.
        """
        if leg.origin is None:
            return NO_TIME
        card = self.catalog.briefs[leg.origin]
        most = 12 * card.stay[1]
        if card.term:
            served = self.person.stated.years if leg.origin == self.person.post else 0.0
            most = min(most, 12 * max(card.term - served, 0.0))
        practice = (max(leg.practice[0] - full[0], 0.0), max(leg.practice[1] - full[1], 0.0))
        low = max(12 * leg.years[0], ready[0] - now[0], min(practice[0], most))
        high = max(12 * leg.years[1], ready[1] - now[1], practice[1], low)
        return None if low > most else (low, min(high, most))

    def _way(
        self,
        legs: tuple[Leg, ...],
        stretches: tuple[Stretch, ...],
        loads: dict[str, Load],
        months: Months,
        unpaid: Months,
    ) -> Way:
        own = self.catalog.pack.currency
        prices = [load.price for load in loads.values() if load.price and load.currency == own]
        return Way(
            legs=legs,
            stretches=stretches,
            loads=loads,
            months=months,
            unpaid=unpaid,
            price=(sum(low for low, _ in prices), sum(high for _, high in prices)),
            dearest=sum(load.dearest for load in loads.values()),
            unpriced=frozenset(id_ for id_, load in loads.items() if load.price is None),
            untimed=frozenset(id_ for id_, load in loads.items() if not load.timed),
        )

    @cached_property
    def here(self) -> Way:
        """The way to where the person is already: no legs and no time."""
        return self._way((), (), {}, NO_TIME, NO_TIME)
