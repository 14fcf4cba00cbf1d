"""Which way is recommended, and which others are offered, on random small catalogs."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from sketches import Ask, Sketch, catalog_of, drawn, every_way

from libcareer.engines.choices import Prefer
from libcareer.engines.paths.choice import MOST_OFFERED, Why, offers
from libcareer.engines.paths.situation import situation
from libcareer.engines.paths.ways import Ways
from libcareer.knowledge.enums import Usual

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from libcareer.engines.paths.ways import Way

MORE = 2
RANDOM = settings(max_examples=settings().max_examples * MORE)
REAL = st.integers(0, 10**6).map(lambda number: drawn(Random(number)))
WISHES = pytest.mark.parametrize("wish", list(Prefer))

ESTIMATED_OR_FREE = drawn(Random(2670))
"""Two ways that take no time: one over a post, without study, and one with study of unknown price."""

CHEAPER_BY_ESTIMATE = drawn(Random(1453))
"""A way that is cheaper by our estimate only, and takes longer than the way with a published price."""


def ways_of(sketch: Sketch) -> Sequence[Way]:
    catalog = catalog_of(sketch)
    ways = Ways(catalog, situation(catalog, sketch.stated)).to(f"r{sketch.goal}")
    assume(ways)
    return ways


# ---------------------------------------------------------------------------- what is documented, in other words


def middle(way: Way) -> float:
    return sum(way.months) / 2


def limit(ways: Iterable[Way]) -> float:
    """The fewest months that a way worth its time may take: twice those of the quickest, and a year."""
    return 2 * min(way.months[0] for way in ways) + 12


def worth(ways: Sequence[Way]) -> list[Way]:
    return [way for way in ways if way.months[0] <= limit(ways)]


def is_beaten(way: Way, ways: Iterable[Way]) -> bool:
    """Whether another way takes no more of years, money, unpaid time or steps, and less of one of them.

    A price that is not published counts as the dearest that is plausible.
    """

    def all_of(one: Way) -> tuple[float, ...]:
        least = sum(load.price[0] if load.price else load.dearest for load in one.loads.values())
        most = sum(load.dearest for load in one.loads.values())
        steps = len(one.study) + len(one.legs) + len(one.practiced_for)
        return (*one.months, least, most, *one.unpaid, steps)

    mine = all_of(way)
    return any(
        all_of(other) != mine and all(one <= two for one, two in zip(all_of(other), mine, strict=True))
        for other in ways
    )


def recommended_order(way: Way) -> tuple[float, float, float, int]:
    """Time, where a move that happens only sometimes is a year lost and a rare one ten; then money; then steps."""
    without_pay = sum(way.unpaid) / 2
    employed = way.legs[0].origin is not None
    lost = 12 * sum({Usual.USUAL: 0, Usual.SOMETIMES: 1, Usual.RARE: 10}[leg.usual] for leg in way.legs)
    return middle(way) + lost + (without_pay if employed else 0), without_pay, way.dearest, way.steps


def is_surely_cheaper(way: Way, other: Way) -> bool:
    """Whether *way* is cheaper, and an estimated price is below the lowest price that is published."""
    if way.unpriced and not other.unpriced:
        return way.dearest < other.price[0]
    return way.dearest < other.dearest


# ---------------------------------------------------------------------------- the recommended way


@RANDOM
@example(sketch=ESTIMATED_OR_FREE)
@given(sketch=REAL)
def test_the_recommended_way_is_the_least_of_all_in_time_then_money_then_steps(sketch: Sketch) -> None:
    ways = ways_of(sketch)
    best = offers(ways, Prefer.USUAL).ways[0].way
    unbeaten = [way for way in worth(ways) if not is_beaten(way, ways)]
    assert recommended_order(best) == min(map(recommended_order, unbeaten))


@RANDOM
@given(sketch=REAL)
def test_the_quickest_way_is_the_quickest_of_all(sketch: Sketch) -> None:
    ways = ways_of(sketch)
    assert middle(offers(ways, Prefer.QUICKEST).ways[0].way) == min(map(middle, worth(ways)))


@RANDOM
@given(sketch=REAL)
def test_the_earning_way_has_the_fewest_months_without_pay_of_all(sketch: Sketch) -> None:
    ways = ways_of(sketch)
    best = offers(ways, Prefer.EARNING).ways[0].way
    assert best.unpaid[::-1] == min(way.unpaid[::-1] for way in worth(ways))


@RANDOM
@example(sketch=ESTIMATED_OR_FREE)
@example(sketch=CHEAPER_BY_ESTIMATE)
@given(sketch=REAL)
def test_no_way_is_surely_cheaper_than_the_cheapest(sketch: Sketch) -> None:
    ways = ways_of(sketch)
    best = offers(ways, Prefer.CHEAPEST).ways[0].way
    assert not any(is_surely_cheaper(way, best) for way in worth(ways) if not way.unpriced)
    if best.unpriced:
        priced = [way for way in worth(ways) if not way.unpriced and not is_beaten(way, ways)]
        assert all(best.dearest < way.price[0] for way in priced)


# ---------------------------------------------------------------------------- all that is offered


@WISHES
@RANDOM
@example(sketch=ESTIMATED_OR_FREE)
@example(sketch=CHEAPER_BY_ESTIMATE)
@given(sketch=REAL)
def test_every_way_offered_is_worth_its_time_and_beaten_by_none(wish: Prefer, sketch: Sketch) -> None:
    ways = ways_of(sketch)
    for offer in offers(ways, wish).ways:
        assert offer.way in ways
        assert offer.way.months[0] <= limit(ways)
        assert not is_beaten(offer.way, ways)


@WISHES
@RANDOM
@given(sketch=REAL)
def test_the_ways_offered_differ_in_study_manner_or_last_post(wish: Prefer, sketch: Sketch) -> None:
    offered = offers(ways_of(sketch), wish).ways
    forms = {
        (
            frozenset(offer.way.study),
            bool(offer.way.study) and (bool(offer.way.beside), set(offer.way.study) == offer.way.beside),
            offer.way.posts[-1:],
        )
        for offer in offered
    }
    assert len(forms) == len(offered) <= MOST_OFFERED


@WISHES
@RANDOM
@example(sketch=CHEAPER_BY_ESTIMATE)
@given(sketch=REAL)
def test_what_a_way_is_called_is_true(wish: Prefer, sketch: Sketch) -> None:
    ways = ways_of(sketch)
    offered = offers(ways, wish)
    assert offered.ways[0].kind == wish.value
    for offer in offered.ways:
        others = [other.way for other in offered.ways if other is not offer]
        match offer.kind:
            case "quickest":
                assert all(middle(offer.way) <= middle(other) for other in others)
            case "cheapest":
                assert not any(is_surely_cheaper(other, offer.way) for other in others)
                if offer.way.unpriced:
                    assert all(offer.way.dearest < other.price[0] for other in others if not other.unpriced)
            case "earning":
                assert all(offer.way.unpaid[::-1] <= other.unpaid[::-1] for other in others)
            case "straight":
                assert not offer.way.posts
            case "another post":
                assert offer.way.posts[-1:] not in ((), offered.ways[0].way.posts[-1:])


@RANDOM
@given(sketch=REAL)
def test_a_quicker_way_of_another_kind_is_offered_beside_the_recommended_one(sketch: Sketch) -> None:
    ways = ways_of(sketch)
    offered = [offer.way for offer in offers(ways, Prefer.USUAL).ways]
    quickest = min(map(middle, worth(ways)))
    if all(way.form != offered[0].form for way in worth(ways) if middle(way) == quickest):
        assert min(map(middle, offered)) == quickest


@WISHES
@RANDOM
@example(sketch=drawn(Random(42217)))
@given(sketch=REAL)
def test_what_speaks_for_a_way_is_true(wish: Prefer, sketch: Sketch) -> None:
    ways = ways_of(sketch)
    first, *others = offers(ways, wish).ways
    if first.why:
        assert middle(first.way) > min(map(middle, worth(ways)))
    if any(middle(other.way) < middle(first.way) for other in others):
        assert first.why
    for offer in others:
        assert offer.why
        one, two = offer.way, first.way
        true = {
            Why.QUICKER: middle(one) < middle(two),
            Why.PAID: one.unpaid[1] < two.unpaid[1],
            Why.CHEAPER: is_surely_cheaper(one, two),
            Why.STRAIGHT: len(one.posts) < len(two.posts),
            Why.USUAL: (one.count(Usual.RARE), one.count(Usual.SOMETIMES))
            < (two.count(Usual.RARE), two.count(Usual.SOMETIMES)),
            Why.OTHER_POST: len(offer.why) == 1,
        }
        assert all(true[why] for why in offer.why)


@pytest.mark.parametrize("wish", [Prefer.CHEAPEST, Prefer.EARNING])
@RANDOM
@example(sketch=CHEAPER_BY_ESTIMATE)
@given(sketch=REAL)
def test_a_better_way_that_takes_too_long_is_told_by_its_months(wish: Prefer, sketch: Sketch) -> None:
    ways = ways_of(sketch)
    offered = offers(ways, wish)
    best = offered.ways[0].way
    better = [
        way.months[0]
        for way in ways
        if way.months[0] > limit(ways)
        and (is_surely_cheaper(way, best) if wish is Prefer.CHEAPEST else way.unpaid[::-1] < best.unpaid[::-1])
    ]
    assert offered.beyond == min(better, default=None)


def test_without_any_way_nothing_is_offered() -> None:
    assert offers((), Prefer.USUAL).ways == ()


# ---------------------------------------------------------------------------- more of something


def plain(number: int, *, papers: bool = True) -> Sketch:
    """A random sketch in which nothing is presumed or taken instead and no credential has a shorter way.

    With these the question changes with what is held: somebody who holds what stands for a degree is not
    presumed to hold the degree, a shorter way to a credential may not be offered beside a job, and what is
    taken in its place leaves the credential itself to be studied in a later post that is too short for it.
    """
    sketch = drawn(Random(number))
    if not papers:
        posts = tuple(
            post._replace(
                door=post.door and post.door._replace(needs=()),
                moves=tuple(move._replace(needs=()) for move in post.moves),
                wanted=(),
                degree=False,
            )
            for post in sketch.posts
        )
        return sketch._replace(posts=posts, papers=(), held=(), studying=(), presume=False)
    posts = tuple(
        post._replace(
            door=post.door and post.door._replace(needs=named_alone(post.door.needs)),
            moves=tuple(move._replace(needs=named_alone(move.needs)) for move in post.moves),
        )
        for post in sketch.posts
    )
    papers_ = tuple(paper._replace(shortcuts=()) for paper in sketch.papers)
    return sketch._replace(posts=posts, presume=False, papers=papers_)


def named_alone(asks: Iterable[Ask]) -> tuple[Ask, ...]:
    """*asks* without what is taken in the place of each credential."""
    return tuple(ask._replace(instead=()) for ask in asks)


def with_more(sketch: Sketch, *, papers: bool = True) -> list[Sketch]:
    """The same question for somebody who has one thing more."""
    more = [sketch._replace(held=(*sketch.held, one)) for one in range(len(sketch.papers)) if one not in sketch.held]
    more += [] if sketch.skilled else [sketch._replace(skilled=True)]
    return more if papers else [*more, *([sketch._replace(years=sketch.years + 1)] if sketch.had else [])]


def strictness(sketch: Sketch) -> int:
    """Which rules lead to the goal; stricter ones that begin to lead there may lead there more slowly."""
    catalog = catalog_of(sketch)
    person = situation(catalog, sketch.stated)
    return every_way(sketch, frozenset(int(id_[1:]) for id_ in person.held), person.practiced)[1]


def lost_time(way: Way) -> float:
    """The months of a way; for somebody who has a post those without pay count twice."""
    return sum(way.months) + (sum(way.unpaid) if way.legs[0].origin else 0)


def unusual(way: Way) -> tuple[int, int]:
    return way.count(Usual.RARE), way.count(Usual.SOMETIMES)


@pytest.mark.parametrize("papers", [True, False], ids=["with study", "years in the post, without study"])
@RANDOM
@given(number=st.integers(0, 10**6))
def test_having_more_makes_the_recommended_way_no_longer_unless_more_usual_and_less_usual_only_if_it_saves_time(
    papers: bool, number: int
) -> None:
    sketch = plain(number, papers=papers)
    before = ways_of(sketch)
    best = offers(before, Prefer.USUAL).ways[0].way
    for more in with_more(sketch, papers=papers):
        if strictness(more) != strictness(sketch):
            continue
        after = ways_of(more)
        then = offers(after, Prefer.USUAL).ways[0].way
        assert min(map(middle, after)) <= min(map(middle, before))
        assert min(recommended_order(way)[0] for way in after) <= min(recommended_order(way)[0] for way in before)
        if lost_time(then) > lost_time(best):
            assert unusual(then) < unusual(best)
        if unusual(then) > unusual(best):
            assert (lost_time(then), then.steps) < (lost_time(best), best.steps)


@RANDOM
@given(number=st.integers(0, 10**6))
def test_who_reaches_a_role_still_reaches_it_with_more(number: int) -> None:
    sketch = plain(number)
    ways_of(sketch)
    assert all(ways_of(more) for more in with_more(sketch, papers=False) if more.years == sketch.years)
