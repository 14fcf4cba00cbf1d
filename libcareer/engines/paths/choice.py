"""Which of the sensible ways is recommended, and which others are worth a line."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.choices import Prefer
from libcareer.engines.paths.ways import Way
from libcareer.knowledge.enums import Usual

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


A_LOST_YEAR = 12.0
"""Months that a move counts more if it happens only sometimes: a heuristic for applications that fail."""

LONGEST, LONGER = 2.0, 12.0
"""A way is worth it within twice the quickest plus a year, in months; see `worth_it`."""

MOST_OFFERED = 4
"""How many ways are offered at most, with the recommended one."""


class Why(StrEnum):
    """What speaks for a way that is not the quickest, or why somebody would take another one."""

    USUAL = "usual"
    PAID = "paid"
    CHEAPER = "cheaper"
    QUICKER = "quicker"
    STRAIGHT = "straight"
    OTHER_POST = "other post"


class Offer(Struct, frozen=True):
    """A *way* that is offered; *kind* is the wish that it serves best, and *why* somebody would take it."""

    kind: str
    way: Way
    why: tuple[Why, ...]


class Offers(Struct, frozen=True):
    """The ways offered, the recommended one first.

    *beyond* is the fewest months of a cheaper way that is not worth the time, None if there is none; it is
    looked for only where the wish is `cheapest` or `earning`.
    """

    ways: tuple[Offer, ...]
    beyond: float | None = None


def offers(ways: Sequence[Way], wish: Prefer) -> Offers:
    """What to offer of all sensible *ways* under a *wish*; no way that another one beats is offered."""
    pool = unbeaten(worth_it(ways))
    if not pool:
        return Offers(())
    best = best_of(pool, wish)
    if wish is Prefer.CHEAPEST:
        # Beside a price that is published, no way is offered that may be cheaper only by our estimate.
        pool = [way for way in pool if way is best or way.dearest >= best.dearest or not way.unpriced]
    offered = [Offer(wish.value, best, _why(best, pool))]
    for kind, way in _others(pool, best, wish):
        if len(offered) < MOST_OFFERED and all(way.form != known.way.form for known in offered):
            offered.append(Offer(kind, way, _reasons(way, best)))
    return Offers(tuple(offered), _beyond(ways, best, wish))


def worth_it(ways: Iterable[Way]) -> list[Way]:
    """Those of *ways* whose fewest months are within twice those of the quickest plus a year."""
    ways = list(ways)
    limit = LONGEST * min((way.months[0] for way in ways), default=0.0) + LONGER
    return [way for way in ways if way.months[0] <= limit]


def unbeaten(ways: Iterable[Way]) -> list[Way]:
    """Those of *ways* that no other one beats; of ways that take the same in everything, the most usual one."""
    front: list[Way] = []
    # A way that takes less of everything comes sooner in this order, so that looking back is enough.
    for way in sorted(ways, key=lambda way: (sum(way.months), sum(way.measures), *usual_first(way))):
        if not any(known.measures == way.measures or known.beats(way) for known in front):
            front.append(way)
    return front


def best_of(ways: Sequence[Way], wish: Prefer) -> Way:
    """The way of *ways* that serves a *wish* best; they are not empty."""
    if wish is Prefer.CHEAPEST:
        return _cheapest(ways)
    keys: dict[Prefer, Callable[[Way], tuple[object, ...]]] = {
        Prefer.USUAL: usual_first,
        Prefer.QUICKEST: lambda way: (sum(way.months), *usual_first(way)),
        Prefer.EARNING: lambda way: (way.unpaid[1], way.unpaid[0], *usual_first(way)),
    }
    return min(ways, key=keys[wish])


def usual_first(way: Way) -> tuple[float, float, float, int, int, tuple[str, ...]]:
    """What the recommended way has least of: time, then money, then steps.

    Time is the middle of the range. For somebody who has a post a month without pay counts twice, since it
    costs a month's wage as well; a move that happens only sometimes counts as a year lost, a rare one as ten.
    Between equals study comes right before it is needed, and ids decide.
    """
    unpaid = sum(way.unpaid) / 2
    time = sum(way.months) / 2 + (unpaid if way.legs and way.legs[0].origin else 0.0)
    time += A_LOST_YEAR * (way.count(Usual.SOMETIMES) + 10 * way.count(Usual.RARE))
    late = sum(number for number, stretch in enumerate(way.stretches) for _ in stretch.studies)
    return time, unpaid, way.dearest, way.steps, -late, (*way.posts, *way.study)


def _cheapest(ways: Sequence[Way]) -> Way:
    """The way with the lowest dearest plausible price.

    One with a price that nobody publishes is called cheapest only if our estimate for it is below the
    lowest published price of the best of the others.
    """
    priced = [way for way in ways if not way.unpriced]
    known = min(priced, key=lambda way: (way.dearest, way.price[0], *usual_first(way)), default=None)
    guessed = [way for way in ways if way.unpriced and (known is None or way.dearest < known.price[0])]
    return min([*guessed, *([known] if known else [])], key=lambda way: (way.dearest, way.price[0], *usual_first(way)))


def _others(pool: Sequence[Way], best: Way, wish: Prefer) -> Iterable[tuple[str, Way]]:
    """Ways that differ from *best* in what they are good for, each with the name of that."""
    for other in (Prefer.USUAL, Prefer.QUICKEST, Prefer.CHEAPEST, Prefer.EARNING):
        if other is not wish:
            way = best_of(pool, other)
            if _serves(other, way, best):
                yield other.value, way
    straight = [way for way in pool if not way.posts]
    if best.posts and straight:
        yield "straight", best_of(straight, Prefer.USUAL)
    around = [way for way in pool if way.posts and way.posts[-1:] != best.posts[-1:]]
    if around:
        yield "another post", best_of(around, Prefer.USUAL)


def _serves(wish: Prefer, way: Way, best: Way) -> bool:
    """Whether *way* serves a *wish* better than *best*, so that it may be called so."""
    match wish:
        case Prefer.QUICKEST:
            return sum(way.months) < sum(best.months)
        case Prefer.CHEAPEST:
            return _is_cheaper(way, best)
        case Prefer.EARNING:
            return way.unpaid[::-1] < best.unpaid[::-1]
        case _:
            return way is not best


def _is_cheaper(way: Way, other: Way) -> bool:
    """Whether *way* costs less than the *other*; an estimate is less than a published price only below its lowest."""
    return way.dearest < (other.price[0] if way.unpriced and not other.unpriced else other.dearest)


def _why(best: Way, pool: Sequence[Way]) -> tuple[Why, ...]:
    """Why *best* is better than the quickest of *pool*; nothing if it is the quickest."""
    quickest = best_of(pool, Prefer.QUICKEST)
    return _reasons(best, quickest) if sum(best.months) > sum(quickest.months) else ()


def _reasons(way: Way, other: Way) -> tuple[Why, ...]:
    """What *way* has over the *other*."""
    has = {
        Why.QUICKER: sum(way.months) < sum(other.months),
        Why.USUAL: (way.count(Usual.RARE), way.count(Usual.SOMETIMES))
        < (other.count(Usual.RARE), other.count(Usual.SOMETIMES)),
        Why.PAID: way.unpaid[1] < other.unpaid[1],
        Why.CHEAPER: _is_cheaper(way, other),
        Why.STRAIGHT: len(way.posts) < len(other.posts),
    }
    return tuple(why for why, true in has.items() if true) or (Why.OTHER_POST,)


def _beyond(ways: Sequence[Way], best: Way, wish: Prefer) -> float | None:
    """The fewest months of a way that serves the *wish* better than *best*, but is not worth the time."""
    if wish not in (Prefer.CHEAPEST, Prefer.EARNING):
        return None
    longest = max(way.months[0] for way in worth_it(ways))
    better = [way for way in ways if way.months[0] > longest and _serves(wish, way, best)]
    return min((way.months[0] for way in better), default=None)
