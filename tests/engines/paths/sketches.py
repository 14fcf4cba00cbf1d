"""Small random catalogs, and every sensible way through one of them, found by trying everything.

The search here knows only the rules in words: it tries every order of up to three posts, every way to make
each change of post and every placement of study, and lives each attempt month by month.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise, permutations, product
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import strategies as st
from msgspec.structs import replace

from libcareer.catalog import Catalog
from libcareer.catalog.compiled import compile
from libcareer.engines.paths.situation import Stated
from libcareer.knowledge.enums import Asked, MoveKind, Place, Usual
from libcareer.knowledge.model.credentials import Cost, Credential, Estimate, Shortcut, Time
from libcareer.knowledge.model.roles import Entry, Move, Need, Practice, Role, Schooling, Skills, Wanted
from libcareer.knowledge.model.terms import Education
from libcareer.knowledge.reading import Knowledge, LocatedRecord, read_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from libcareer.engines.paths.ways import Way

Range = tuple[int, int]
CUSTOM, EMPLOYERS = Asked.HABIT, Asked.EMPLOYERS
SKILLS = (("shelving", "helping"), ("leading", "editing"))


class Short(NamedTuple):
    """A shorter way to a credential for holders of others."""

    having: tuple[int, ...]
    full: Range | None = None
    beside: Range | None = None
    high: int | None = None
    waives: tuple[int, ...] = ()


class Paper(NamedTuple):
    """A credential: months full time and beside a job, price in USD, our estimates, lower ones, what it covers."""

    full: Range | None = None
    beside: Range | None = None
    cost: Range | None = None
    dearest: int | None = None
    longest: int | None = None
    requires: tuple[int, ...] = ()
    counts_as: tuple[int, ...] = ()
    shortcuts: tuple[Short, ...] = ()


class Ask(NamedTuple):
    """A need: a credential, who asks, what is taken in its place."""

    paper: int
    by: Asked = EMPLOYERS
    instead: tuple[int, ...] = ()


class To(NamedTuple):
    """A move."""

    to: int
    kind: MoveKind = MoveKind.UP
    years: Range = (1, 2)
    usual: Usual = Usual.USUAL
    through: bool = True
    needs: tuple[Ask, ...] = ()


class Door(NamedTuple):
    """A way in from outside; *counts* is the number of the pair of skills that is practice for it."""

    needs: tuple[Ask, ...] = ()
    practice: Range | None = None
    counts: int = 0


class Post(NamedTuple):
    """A role; *skills* is the number of the pair of skills that it uses, *degree* whether it usually has one."""

    moves: tuple[To, ...] = ()
    door: Door | None = None
    level: int = 2
    life: Range = (0, 9)
    stay: Range = (1, 8)
    term: int | None = None
    outside: int = 60
    place: Place = Place.INSIDE
    cluster: str = "support"
    wanted: tuple[tuple[int, Asked], ...] = ()
    degree: bool = False
    skills: int = 0


class Sketch(NamedTuple):
    """A catalog of roles r0, r1, ... and credentials c0, c1, ..., and a question to it."""

    posts: tuple[Post, ...]
    papers: tuple[Paper, ...] = ()
    goal: int = 0
    had: tuple[int, ...] = ()
    years: int = 0
    held: tuple[int, ...] = ()
    studying: tuple[tuple[int, Range], ...] = ()
    skilled: bool = False
    presume: bool = False

    @property
    def stated(self) -> Stated:
        return Stated(
            posts=roles(self.had),
            years=self.years,
            held=credentials(self.held),
            studying=tuple((f"c{paper}", months) for paper, months in self.studying),
            skills=("shelving",) if self.skilled else (),
            presume=self.presume,
        )


def roles(numbers: Iterable[int]) -> tuple[str, ...]:
    return tuple(f"r{number}" for number in numbers)


def credentials(numbers: Iterable[int]) -> tuple[str, ...]:
    return tuple(f"c{number}" for number in numbers)


@cache
def base() -> Knowledge:
    return read_folder(Path(__file__).parents[2] / "tiny")[0]


def catalog_of(sketch: Sketch) -> Catalog:
    """The catalog that *sketch* is short for."""
    entries = base().entries
    role: Role = entries["roles"]["page"].value
    credential: Credential = entries["credentials"]["badge"].value

    def needs(asks: tuple[Ask, ...]) -> tuple[Need, ...]:
        return tuple(Need(ask.by, f"c{ask.paper}", instead=credentials(ask.instead)) for ask in asks)

    def short(one: Short) -> Shortcut:
        return Shortcut(
            having=credentials(one.having),
            note="Shorter.",
            source="guide",
            year=2024,
            full_time=one.full,
            part_time=one.beside,
            low=None if one.high is None else 0,
            high=one.high,
            waives=credentials(one.waives),
        )

    def paper(number: int, one: Paper) -> Credential:
        return replace(
            credential,
            kind="degree" if number == 0 else "certificate",
            education="bachelor" if number == 0 else None,
            requires=credentials(one.requires),
            counts_as=credentials(one.counts_as),
            time=Time("guide", 2024, one.full, one.beside) if one.full or one.beside else None,
            cost=Cost(*one.cost, "USD", 2024, "guide") if one.cost else None,
            dearest=None if one.dearest is None else Estimate(one.dearest, "Estimate."),
            longest=None if one.longest is None else Estimate(one.longest, "Estimate."),
            shortcuts=tuple(map(short, one.shortcuts)),
            variants=(),
        )

    def job(post: Post) -> Role:
        door = post.door
        practice = Practice(door.practice, SKILLS[door.counts]) if door and door.practice else None
        return replace(
            role,
            level=post.level,
            years=post.life,
            stay=post.stay,
            term=post.term,
            outside=post.outside,
            place=post.place,
            cluster=post.cluster,
            credentials=tuple(Wanted(f"c{number}", by) for number, by in post.wanted),
            education=Schooling("bachelor" if post.degree else "secondary", EMPLOYERS),
            skills=Skills(SKILLS[post.skills]),
            entry=Entry("how", "why", needs(door.needs), practice) if door else None,
            moves=tuple(
                Move(f"r{to.to}", to.kind, to.years, to.usual, to.through, "why", "how", needs(to.needs))
                for to in post.moves
            ),
        )

    levels = {
        "secondary": Education("secondary school", 1),
        "bachelor": Education("bachelor's degree", 4, credentials(range(min(1, len(sketch.papers))))),
    }
    new = {
        "roles": {f"r{n}": LocatedRecord(f"r{n}", job(post), {}) for n, post in enumerate(sketch.posts)},
        "credentials": {f"c{n}": LocatedRecord(f"c{n}", paper(n, one), {}) for n, one in enumerate(sketch.papers)},
        "education": {id_: LocatedRecord(id_, level, {}) for id_, level in levels.items()},
    }
    return Catalog(compile(Knowledge({**entries, **new}, base().groups)))


# ---------------------------------------------------------------------------- random ones


def drawn(random: Random, posts: int = 6) -> Sketch:
    """4 to *posts* roles on ladders to the last one, 0 to 3 credentials, and somebody who wants to get there."""
    count, papers = random.randint(4, posts), random.randint(0, 3)

    def often(share: float) -> bool:
        return random.random() < share

    def between(least: int, most: int, wide: int) -> Range:
        low = random.randint(least, most)
        return low, low + random.randint(0, wide)

    def some(below: int, most: int = 1, share: float = 0.6) -> tuple[int, ...]:
        return tuple(random.sample(range(below), min(below, most))) if often(share) else ()

    def asks() -> tuple[Ask, ...]:
        by = random.choice([EMPLOYERS, EMPLOYERS, Asked.LAW, CUSTOM])
        return tuple(Ask(paper, by, some(papers, 1, 0.2)) for paper in some(papers, random.randint(1, 2)))

    def paper(own: int) -> Paper:
        requires = some(own, 1, 0.5)
        having = tuple(other for other in some(papers, 1, 0.4) if other != own)
        short = Short(
            having,
            between(1, 6, 3) if often(0.5) else None,
            between(2, 9, 3) if often(0.5) else None,
            random.randint(0, 9) if often(0.5) else None,
            requires if often(0.5) else (),
        )
        return Paper(
            between(1, 20, 12) if often(0.7) else None,
            between(4, 40, 20) if often(0.7) else None,
            between(0, 9, 9) if often(0.6) else None,
            random.randint(0, 18) if often(0.6) else None,
            random.randint(0, 20) if often(0.6) else None,
            requires,
            tuple(other for other in some(papers, 1, 0.2) if other != own),
            (short,) if having else (),
        )

    def post(own: int) -> Post:
        higher = range(own + 1, count)
        targets = set(random.sample(higher, min(len(higher), random.randint(1, 3))))
        targets |= set(random.sample(range(own), 1)) if own and often(0.3) else set()
        moves = tuple(
            To(
                to,
                random.choice([MoveKind.UP, MoveKind.UP, MoveKind.SPECIALISE, MoveKind.SIDEWAYS]),
                between(0, 3, 2),
                random.choice([Usual.USUAL, Usual.USUAL, Usual.USUAL, Usual.SOMETIMES, Usual.RARE]),
                often(0.85),
                asks(),
            )
            for to in sorted(targets)
        )
        goal = own == count - 1
        door = Door(asks(), between(0, 30, 12) if often(0.4) else None, random.randint(0, 1))
        return Post(
            moves,
            door if often(0.4 if goal else 0.7) else None,
            level=random.randint(2, 4) if goal else random.randint(1, 3),
            life=between(0, 6, 6),
            stay=between(0, 3, 6),
            term=random.choice([None, None, None, None, 1, 3]),
            outside=random.choice([10, 30, 60, 90]),
            place=random.choice([Place.INSIDE, Place.INSIDE, Place.BEYOND]),
            cluster=random.choice(["support", "professional"]),
            wanted=tuple((number, random.choice([EMPLOYERS, EMPLOYERS, CUSTOM])) for number in some(papers, 2)),
            degree=often(0.3),
            skills=random.randint(0, 1),
        )

    goal = count - 1 if often(0.8) else random.randrange(count)
    others = [number for number in range(count) if number != goal]
    had = tuple(random.sample(others[:3], random.choice([0, 1, 1, 2])))
    return Sketch(
        tuple(post(own) for own in range(count)),
        tuple(paper(own) for own in range(papers)),
        goal,
        had,
        random.randint(0, 3) if had else 0,
        some(papers, 1, 0.3),
        tuple((number, (left, left)) for number in some(papers, 1, 0.2) for left in [random.randint(0, 12)]),
        often(0.3),
        often(0.3),
    )


def sketches(posts: int = 6) -> st.SearchStrategy[Sketch]:
    """Sketches of up to *posts* roles, each from a number; one that fails is printed whole."""
    return st.integers(0, 2**32).map(lambda number: drawn(Random(number), posts))


# ---------------------------------------------------------------------------- study


class Takes(NamedTuple):
    """What a credential takes somebody: months full time and beside a job, published price, dearest price."""

    full: Range
    beside: Range | None
    price: Range | None
    dearest: int


def with_lower(sketch: Sketch, held: Iterable[int]) -> frozenset[int]:
    """*held* with all that its holders had before or need not take any more."""
    known = frozenset(held)
    for number in known:
        paper = sketch.papers[number]
        new = {*paper.requires, *paper.counts_as} - known
        if new:
            return with_lower(sketch, known | new)
    return known


def below(sketch: Sketch, paper: int) -> list[int]:
    """*paper* after all that it requires."""
    return [*(one for first in sketch.papers[paper].requires for one in below(sketch, first)), paper]


def short_way(sketch: Sketch, paper: int, held: frozenset[int]) -> Short | None:
    """The one shorter way to *paper*, if it is open to holders of *held*."""
    return next((short for short in sketch.papers[paper].shortcuts if held.issuperset(short.having)), None)


def takes(sketch: Sketch, paper: int, held: frozenset[int]) -> Takes:
    """What *paper* takes somebody who holds *held*."""
    one, short = sketch.papers[paper], short_way(sketch, paper, held)
    full, beside, price, dearest = one.full, one.beside, one.cost, one.dearest or 0
    if short and (short.full or short.beside):
        full, beside = short.full, short.beside
    if short and short.high is not None:
        price, dearest = (0, short.high), 0
    if not full and not beside:
        full = beside = (one.longest or 0, one.longest or 0)
    for left in (months for number, months in sketch.studying if number == paper):
        full = beside = left
    assert full or beside
    return Takes(full or beside or (0, 0), beside, price, max(dearest, price[1] if price else 0))


def to_study(sketch: Sketch, asks: Iterable[Ask], held: frozenset[int]) -> tuple[int, ...]:
    """What is still to be gained for *asks* by a holder of *held*, lower credentials first."""
    found: list[int] = []

    def gain(paper: int) -> None:
        short = short_way(sketch, paper, held)
        for first in sketch.papers[paper].requires:
            if first not in held and not (short and first in short.waives):
                gain(first)
        if paper not in found:
            found.append(paper)

    for ask in asks:
        if ask.by is not CUSTOM and not held & {ask.paper, *ask.instead}:
            gain(ask.paper)
    for paper in reversed(tuple(found)):
        others = [other for other in found if other != paper]
        if any(paper in with_lower(sketch, [other]) and paper not in below(sketch, other) for other in others):
            found.remove(paper)
    return tuple(found)


# ---------------------------------------------------------------------------- every way there is


class Change(NamedTuple):
    """A change of post: from where (None outside), to where, how, how usual, after how many years, with what."""

    origin: int | None
    to: int
    kind: MoveKind | None
    usual: Usual
    years: Range
    study: tuple[int, ...]
    practice: Range = (0, 0)


class Tried(NamedTuple):
    """A way: its changes, the studies beside and without a job before each, months in all and without pay, steps."""

    changes: tuple[Change, ...]
    placed: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]
    months: Range
    unpaid: Range
    steps: int


def tried(way: Way) -> Tried:
    """A *way* of the engine in the words of the search here."""

    def number(id_: str) -> int:
        return int(id_[1:])

    changes = tuple(
        Change(
            None if leg.origin is None else number(leg.origin),
            number(leg.to),
            leg.move,
            leg.usual,
            leg.years,  # type: ignore[arg-type]
            tuple(map(number, leg.study)),
            leg.practice,  # type: ignore[arg-type]
        )
        for leg in way.legs
    )
    placed = tuple(
        (
            tuple(number(id_) for id_, _, _ in stretch.studies if id_ in stretch.beside),
            tuple(number(id_) for id_, _, _ in stretch.studies if id_ not in stretch.beside),
        )
        for stretch in way.stretches
    )
    return Tried(changes, placed, way.months, way.unpaid, way.steps)  # type: ignore[arg-type]


def every_way(sketch: Sketch, held: frozenset[int], practiced: frozenset[str]) -> tuple[set[Tried], int]:
    """All sensible ways by the strictest rules that leave one that is not rare, and the number of these rules."""
    found: list[Tried] = []
    rules = [(None, False, False), (1, True, False), (6, False, True)]
    for number, (down, any_last, any_move) in enumerate(rules):
        attempt = _Attempt(sketch, held, practiced, down, any_last=any_last, any_move=any_move)
        found = list(attempt.ways())
        common = [way for way in found if all(change.usual is not Usual.RARE for change in way.changes)]
        if common:
            return set(common), number
    return set(found), len(rules)


class _Attempt:
    """All that can be tried in a sketch under one set of rules."""

    def __init__(
        self,
        sketch: Sketch,
        held: frozenset[int],
        practiced: frozenset[str],
        down: int | None,
        *,
        any_last: bool,
        any_move: bool,
    ) -> None:
        self.sketch, self.held, self.practiced = sketch, held, practiced
        self.down, self.any_last, self.any_move = down, any_last, any_move
        self.here = sketch.had[0] if sketch.had else None

    def ways(self) -> Iterator[Tried]:
        sketch, goal = self.sketch, self.sketch.goal
        free = [number for number in range(len(sketch.posts)) if number != goal and number not in sketch.had]
        for posts in (posts for count in range(4) for posts in permutations(free, count)):
            if self.sensible(posts):
                for changes in self.changes((*posts, goal)):
                    yield from self.placements(changes)

    # ------------------------------------------------------------------ one rule each

    def sensible(self, posts: tuple[int, ...]) -> bool:
        door = self.sketch.posts[self.sketch.goal].door is not None or self.is_demotion(self.sketch.goal)
        return (
            len(posts) <= (1 if door else 3)
            and not any(self.is_above_the_goal(post) for post in posts)
            and all(self.is_passed(*pair) for pair in pairwise((*posts, self.sketch.goal)))
        )

    def is_above_the_goal(self, post: int) -> bool:
        one, goal = self.sketch.posts[post], self.sketch.posts[self.sketch.goal]
        return one.level > goal.level or one.life[0] > goal.life[1]

    def move(self, origin: int, to: int) -> To | None:
        return next((move for move in self.sketch.posts[origin].moves if move.to == to), None)

    def is_passed(self, origin: int, to: int) -> bool:
        move = self.move(origin, to)
        loose = self.any_move or (self.any_last and to == self.sketch.goal)
        return move is not None and (loose or (move.through and move.usual is not Usual.RARE))

    def is_allowed(self, to: int) -> bool:
        if self.down is None:
            return False
        return self.here is None or self.sketch.posts[to].level >= self.sketch.posts[self.here].level - self.down

    def is_below(self, to: int) -> bool:
        return self.here is not None and self.sketch.posts[to].level < self.sketch.posts[self.here].level

    def is_demotion(self, to: int) -> bool:
        if self.here is None or not self.is_below(to):
            return False
        one, other = self.sketch.posts[self.here], self.sketch.posts[to]
        return one.cluster == other.cluster or {one.place, other.place} == {Place.INSIDE}

    def is_worth_leaving_for(self, to: int) -> bool:
        if self.here is None:
            return True
        one, other = self.sketch.posts[self.here], self.sketch.posts[to]
        if other.level > one.level:
            return True
        if other.cluster == self.sketch.posts[self.sketch.goal].cluster and other.cluster != one.cluster:
            return other.level + 1 >= one.level
        into_libraries = one.place is not Place.INSIDE and other.place is Place.INSIDE
        return other.level == one.level and into_libraries

    def is_asked_for(self, paper: int) -> bool:
        """Whether the goal asks for *paper*, or for what is built on it."""
        goal = self.sketch.goal
        post = self.sketch.posts[goal]
        asked = [ask.paper for ask in (post.door.needs if post.door else ()) if ask.by is not CUSTOM]
        asked += [number for number, by in post.wanted if by is not CUSTOM]
        asked += [0] if post.degree else []
        for number, feeder in enumerate(self.sketch.posts):
            move = self.move(number, goal)
            if move:
                asked += [ask.paper for ask in move.needs if ask.by is not CUSTOM]
                if move.kind is MoveKind.UP and post.door is None:
                    asked += [ask.paper for ask in (feeder.door.needs if feeder.door else ()) if ask.by is not CUSTOM]
                    asked += [one for one, by in feeder.wanted if by is not CUSTOM]
        return any(paper in below(self.sketch, one) for one in asked if one < len(self.sketch.papers))

    # ------------------------------------------------------------------ changes of post

    def openings(self, to: int, last: bool) -> Iterator[Change]:
        """The ways to make the first change of post."""
        sketch, post = self.sketch, self.sketch.posts[to]
        for number in sketch.had:
            move = self.move(number, to)
            if move and (last or self.is_allowed(to) or not self.is_below(to)):
                spent = sketch.years if number == self.here else move.years[1]
                years = (max(0, move.years[0] - spent), max(0, move.years[1] - spent))
                yield Change(self.here, to, move.kind, move.usual, years, to_study(sketch, move.needs, self.held))
        if post.door is None:
            wanted = {number for number, by in post.wanted if by is not CUSTOM}
            if (last or self.is_allowed(to)) and self.is_demotion(to) and wanted <= self.held:
                yield Change(self.here, to, None, Usual.SOMETIMES, (0, 0), ())
        elif last or self.is_allowed(to) or self.is_worth_leaving_for(to):
            usual = Usual.USUAL if post.outside >= 40 else Usual.SOMETIMES if post.outside >= 15 else Usual.RARE
            lacks = not (last and self.is_below(to)) and not self.practiced & set(SKILLS[post.door.counts])
            study = to_study(sketch, post.door.needs, self.held)
            asked = post.door.practice if lacks and post.door.practice else (0, 0)
            yield Change(self.here, to, None, usual, (0, 0), study, asked)

    def changes(self, posts: tuple[int, ...]) -> Iterator[tuple[Change, ...]]:
        for first in self.openings(posts[0], last=len(posts) == 1):
            way, held = [first], with_lower(self.sketch, [*self.held, *first.study])
            for origin, to in pairwise(posts):
                move = self.move(origin, to)
                assert move
                study = to_study(self.sketch, move.needs, held)
                way.append(Change(origin, to, move.kind, move.usual, move.years, study))
                held = with_lower(self.sketch, [*held, *study])
            sideways = sum(change.kind is MoveKind.SIDEWAYS for change in way)
            if sideways <= 1 and all(self.is_asked_for(paper) for change in way for paper in change.study):
                yield tuple(way)

    # ------------------------------------------------------------------ months

    def placements(self, changes: tuple[Change, ...]) -> Iterator[Tried]:
        """The way of *changes* with each study beside the job before it is needed, full time then, or at once."""
        wanted = [(paper, number) for number, change in enumerate(changes) for paper in change.study]
        loads: dict[int, Takes] = {}
        held = self.held
        for paper, _ in wanted:
            loads[paper] = takes(self.sketch, paper, held)
            held = with_lower(self.sketch, [*held, paper])
        options = []
        for paper, number in wanted:
            job = changes[number].origin is not None and loads[paper].beside is not None
            # A study without a job is sorted after those beside the same job: it ends that job.
            options.append({(number, 1), (0, 1)} | ({(number, 0)} if job else set()))
        for chosen in product(*options):
            if list(chosen) != sorted(chosen):
                continue
            studies = list(zip([paper for paper, _ in wanted], chosen, strict=True))
            placed = tuple(
                tuple(tuple(one for one, at in studies if at == (number, full)) for full in (0, 1))
                for number in range(len(changes))
            )
            lived = self.lived(changes, placed, loads)  # type: ignore[arg-type]
            if lived and lived.steps <= 6:
                yield lived

    def lived(
        self,
        changes: tuple[Change, ...],
        placed: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...],
        loads: dict[int, Takes],
    ) -> Tried | None:
        quick = _life(self.sketch, changes, placed, loads, 0, [0] * len(changes))
        slow = _life(self.sketch, changes, placed, loads, 1, quick.stays) if quick else None
        if quick is None or slow is None:
            return None
        without = [loads[paper].full for _, full in placed for paper in full]
        practicing = sum(
            bool(extra) and not beside for extra, (beside, _) in zip(slow.extras[:-1], placed[1:], strict=True)
        )
        steps = sum(len(change.study) for change in changes) + len(changes) + practicing
        unpaid = (sum(low for low, _ in without), sum(high for _, high in without))
        return Tried(changes, placed, (quick.month, slow.month), unpaid, steps)


class _Lived(NamedTuple):
    month: int
    stays: list[int]
    extras: list[int]


def _life(
    sketch: Sketch,
    changes: tuple[Change, ...],
    placed: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...],
    loads: dict[int, Takes],
    end: int,
    least: list[int],
) -> _Lived | None:
    """A way lived month by month at its quick (0) or slow (1) *end*, with at *least* so many months in each post."""
    left = {paper: (loads[paper].beside or (0, 0))[end] for beside, _ in placed for paper in beside}
    ends_job = [sum(loads[paper].full[1] for paper in full) > 0 for _, full in placed]
    month, stays, extras = 0, [], []

    def study(now: int) -> None:
        """Spend a month on the next study beside a job, unless full-time study comes before it is needed."""
        for number in range(now, len(changes)):
            for paper in placed[number][0]:
                if left[paper]:
                    left[paper] -= 1
                    return
            if ends_job[number]:
                return

    for number, change in enumerate(changes):
        full = sum(loads[paper].full[end] for paper in placed[number][1])
        worked = 0
        if change.origin is not None:
            post = sketch.posts[change.origin]
            served = sketch.years if sketch.had and change.origin == sketch.had[0] else 0
            most = 12 * min(post.stay[1], max(0, post.term - served) if post.term else post.stay[1])
            practice = max(0, change.practice[end] - full)
            needed = max(12 * change.years[end], least[number])
            # Nobody practices for longer in a post than people stay there.
            needed = max(needed, min(practice, most))
            while worked < needed or any(left[paper] for paper in placed[number][0]):
                if worked == most:
                    if end == 0:
                        return None
                    break
                worked += 1
                study(number)
            for paper in placed[number][0]:
                left[paper] = 0
        extra = max(0, change.practice[end] - worked - full)
        for _ in range(extra):
            study(number + 1)
        month += worked + full + extra
        stays.append(worked)
        extras.append(extra)
    return _Lived(month, stays, extras)
