"""The sensible ways: against every way that there is, and one example for each rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from sketches import CUSTOM, Ask, Door, Paper, Post, Sketch, To, catalog_of, every_way, sketches, tried

from libcareer.engines.paths.situation import Stated, situation
from libcareer.engines.paths.ways import Ways
from libcareer.knowledge.enums import Asked, MoveKind, Place, Usual

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.engines.paths.ways import Way

RANDOM = settings(max_examples=10 * settings().max_examples)
A_YEAR, TWO_YEARS, THREE_YEARS = (12, 12), (24, 24), (36, 36)


def ways_of(sketch: Sketch) -> Ways:
    catalog = catalog_of(sketch)
    return Ways(catalog, situation(catalog, sketch.stated))


def found(sketch: Sketch) -> tuple[Way, ...]:
    return ways_of(sketch).to(f"r{sketch.goal}")


def passed(sketch: Sketch) -> set[tuple[str, ...]]:
    """The posts between, of each way."""
    return {way.posts for way in found(sketch)}


def the_way(sketch: Sketch) -> Way:
    (way,) = found(sketch)
    return way


@RANDOM
@given(sketch=sketches())
def test_the_sensible_ways_are_those_that_trying_everything_finds(sketch: Sketch) -> None:
    ways = ways_of(sketch)
    held = frozenset(int(id_[1:]) for id_ in ways.person.held)
    every, _ = every_way(sketch, held, ways.person.practiced)
    assert {tried(way) for way in ways.to(f"r{sketch.goal}")} == every


# ---------------------------------------------------------------------------- posts between


def ladder(rungs: int, **goal: object) -> Sketch:
    """So many posts, each a rise from the one before, for somebody in the first one; none has a door."""
    posts = [Post((To(number + 1),), level=1 + min(number, 5)) for number in range(rungs - 1)]
    return Sketch((*posts, Post(level=6, **goal)), goal=rungs - 1, had=(0,))  # type: ignore[arg-type]


def test_three_posts_may_lie_between_where_the_goal_has_no_door() -> None:
    assert passed(ladder(5)) == {("r1", "r2", "r3")}


def test_four_posts_may_not_lie_between() -> None:
    assert passed(ladder(6)) == set()


def test_one_post_may_lie_between_where_the_goal_has_a_door() -> None:
    assert passed(ladder(3, door=Door())) == {(), ("r1",)}


def test_two_posts_may_not_lie_between_where_the_goal_has_a_door() -> None:
    assert passed(ladder(4, door=Door())) == {()}


def test_the_door_of_the_goal_is_open_to_somebody_in_any_post() -> None:
    sketch = Sketch((Post(), Post(door=Door())), goal=1, had=(0,))
    (leg,) = the_way(sketch).legs
    assert (leg.origin, leg.to, leg.move) == ("r0", "r1", None)


def test_no_post_above_the_goal_lies_between() -> None:
    posts = (Post((To(1),), level=1), Post((To(2),), level=3), Post(level=2))
    assert passed(Sketch(posts, goal=2, had=(0,))) == set()


def test_no_post_that_people_reach_later_in_life_than_the_goal_lies_between() -> None:
    posts = (Post((To(1),), level=1), Post((To(2),), life=(8, 9)), Post(life=(2, 7)))
    assert passed(Sketch(posts, goal=2, had=(0,))) == set()


def test_no_way_leads_back_to_a_post_that_the_person_had() -> None:
    posts = (Post(level=1), Post((To(2),), door=Door(), level=1), Post(level=2))
    assert passed(Sketch(posts, goal=2, had=(0, 1))) == {()}


def test_at_most_one_move_goes_sideways() -> None:
    aside = MoveKind.SIDEWAYS
    posts = (Post((To(1, aside),), level=1), Post((To(2),)), Post())
    assert passed(Sketch(posts, goal=2, had=(0,))) == {("r1",)}
    twice = (posts[0], Post((To(2, aside),)), Post())
    assert passed(Sketch(twice, goal=2, had=(0,))) == set()


def test_a_way_has_at_most_six_steps() -> None:
    papers = tuple(Paper(A_YEAR) for _ in range(6))
    five, six = (Door(tuple(Ask(paper) for paper in range(count))) for count in (5, 6))
    assert the_way(Sketch((Post(door=five), Post()), papers)).steps == 6
    assert found(Sketch((Post(door=six), Post()), papers)) == ()


def test_a_post_that_people_only_come_from_is_passed_only_where_nothing_else_leads_there() -> None:
    only_from = Post((To(2, through=False),), level=1, door=Door())
    posts = (Post(level=1), only_from, Post())
    assert passed(Sketch(posts, goal=2)) == {("r1",)}
    better = (Post((To(2),), level=1, door=Door()), only_from, Post())
    assert passed(Sketch(better, goal=2)) == {("r0",)}


def test_a_rare_way_is_taken_only_where_there_is_no_other() -> None:
    rare = Post(door=Door(), outside=5)
    assert the_way(Sketch((rare, Post()))).count(Usual.RARE) == 1
    posts = (rare, Post((To(0),), level=1, door=Door()))
    assert passed(Sketch(posts)) == {("r1",)}


@pytest.mark.parametrize(
    ("outside", "usual"),
    [(40, Usual.USUAL), (39, Usual.SOMETIMES), (15, Usual.SOMETIMES), (14, Usual.RARE), (0, Usual.RARE)],
)
def test_a_door_is_as_usual_as_the_share_that_comes_through_it(outside: int, usual: Usual) -> None:
    assert the_way(Sketch((Post(door=Door(), outside=outside), Post()))).legs[0].usual is usual


def test_a_step_down_in_the_same_field_takes_an_application_though_the_post_has_no_door() -> None:
    posts = (Post(level=3, cluster="professional"), Post(level=2, cluster="support"))
    way = the_way(Sketch(posts, goal=1, had=(0,)))
    assert (way.months, way.legs[0].move, way.legs[0].usual) == ((0, 0), None, Usual.SOMETIMES)
    elsewhere = (Post(level=3, place=Place.BEYOND, cluster="professional"), posts[1])
    assert found(Sketch(elsewhere, goal=1, had=(0,))) == ()


def test_nobody_steps_down_without_what_the_lower_post_asks_for() -> None:
    posts = (Post(level=3), Post(level=2, wanted=((0, Asked.LAW),)))
    sketch = Sketch(posts, (Paper(A_YEAR),), goal=1, had=(0,))
    assert found(sketch) == ()
    assert found(sketch._replace(held=(0,)))


def test_nobody_changes_trades_for_a_post_on_the_way_unless_nothing_else_leads_there() -> None:
    posts = (Post(level=2), Post((To(2),), level=2, door=Door()), Post(level=3))
    assert passed(Sketch(posts, goal=2, had=(0,))) == {("r1",)}
    open_ = (*posts[:2], Post(level=3, door=Door()))
    assert passed(Sketch(open_, goal=2, had=(0,))) == {()}


def test_where_the_person_is_already_there_is_no_way_to_go() -> None:
    assert found(Sketch((Post(door=Door()), Post()), goal=0, had=(0,))) == ()


# ---------------------------------------------------------------------------- study


def test_what_only_a_post_between_asks_for_is_not_studied() -> None:
    posts = (Post(level=1), Post((To(2),), door=Door((Ask(0),)), level=2), Post(level=3, door=Door(), outside=5))
    sketch = Sketch(posts, (Paper(A_YEAR),), goal=2, had=(0,))
    assert passed(sketch) == {()}


def test_what_a_post_promoted_straight_into_the_goal_asks_for_is_studied_if_the_goal_has_no_door() -> None:
    posts = (Post(level=1), Post((To(2),), door=Door((Ask(0),)), level=2), Post(level=3))
    way, *_ = found(Sketch(posts, (Paper(A_YEAR),), goal=2, had=(0,)))
    assert (way.posts, way.study) == (("r1",), ("c0",))


def test_what_only_custom_asks_for_is_not_studied() -> None:
    way = the_way(Sketch((Post(door=Door((Ask(0, CUSTOM),))), Post()), (Paper(A_YEAR),)))
    assert way.study == ()


# ---------------------------------------------------------------------------- months


def one_move(years: tuple[int, int], *papers: Paper, **post: object) -> Sketch:
    """A move that needs *papers*, from a post in which people stay for up to eight years."""
    asks = tuple(Ask(number) for number in range(len(papers)))
    posts = (Post((To(1, years=years, needs=asks),), **post), Post())  # type: ignore[arg-type]
    return Sketch(posts, papers, goal=1, had=(0,))


def test_nobody_stays_in_a_post_for_longer_than_people_do() -> None:
    assert found(one_move((4, 5), stay=(1, 3))) == ()
    assert the_way(one_move((2, 5), stay=(1, 3))).months == (24, 36)


def test_nobody_stays_in_a_post_beyond_its_term() -> None:
    assert found(one_move((3, 3), term=2)) == ()
    assert the_way(one_move((1, 3), term=2)).months == (12, 24)


def test_years_already_spent_in_the_post_count() -> None:
    assert the_way(one_move((2, 5))._replace(years=3)).months == (0, 24)


def test_years_in_an_earlier_post_count_whole() -> None:
    posts = (Post((To(2, years=(2, 5)),)), Post(), Post())
    assert the_way(Sketch(posts, goal=2, had=(1, 0))).months == (0, 0)


def test_study_beside_the_job_is_done_in_years_that_pass_anyway() -> None:
    by_manner = {bool(way.beside): way for way in found(one_move((3, 3), Paper(A_YEAR, TWO_YEARS)))}
    assert (by_manner[True].months, by_manner[True].unpaid) == ((36, 36), (0, 0))
    assert (by_manner[False].months, by_manner[False].unpaid) == ((48, 48), (12, 12))


def test_study_beside_the_job_that_outlasts_the_years_in_it_lengthens_them() -> None:
    (way,) = (way for way in found(one_move((1, 4), Paper(A_YEAR, THREE_YEARS))) if way.beside)
    assert way.months == (36, 48)


def test_one_study_beside_a_job_follows_the_other() -> None:
    sketch = one_move((0, 0), Paper(None, A_YEAR), Paper(None, TWO_YEARS))
    (way,) = (way for way in found(sketch) if len(way.beside) == 2)
    ((first, second),) = (stretch.studies for stretch in way.stretches)
    assert (first, second) == (("c0", (0, 0), (12, 12)), ("c1", (12, 12), (36, 36)))


def test_study_beside_a_job_goes_on_through_the_next_job() -> None:
    posts = (Post((To(1, years=(1, 1)),), level=1), Post((To(2, years=(1, 1), needs=(Ask(0),)),)), Post(level=3))
    sketch = Sketch(posts, (Paper(None, TWO_YEARS),), goal=2, had=(0,))
    (way,) = (way for way in found(sketch) if way.beside)
    assert way.months == (24, 24)
    assert way.stretches[1].studies == (("c0", (0, 0), (24, 24)),)


def test_full_time_study_ends_the_study_beside_an_earlier_job() -> None:
    posts = (
        Post((To(1, years=(1, 1), needs=(Ask(0),)),), level=1),
        Post((To(2, years=(1, 1), needs=(Ask(1),)),)),
        Post(level=3, wanted=((0, Asked.LAW),)),
    )
    sketch = Sketch(posts, (Paper(A_YEAR), Paper(None, A_YEAR)), goal=2, had=(0,))
    (way,) = (way for way in found(sketch) if way.beside == {"c1"})
    assert way.stretches[1].studies == (("c1", (24, 24), (36, 36)),)


def test_nobody_without_a_job_studies_beside_it() -> None:
    way = the_way(Sketch((Post(door=Door((Ask(0),))), Post()), (Paper(A_YEAR, TWO_YEARS),)))
    assert (way.beside, way.unpaid) == (frozenset(), (12, 12))


def test_study_that_is_only_offered_beside_a_job_takes_as_long_without_one() -> None:
    way = the_way(Sketch((Post(door=Door((Ask(0),))), Post()), (Paper(None, TWO_YEARS),)))
    assert (way.months, way.unpaid) == ((24, 24), (24, 24))


def test_study_under_way_takes_the_months_that_are_left() -> None:
    sketch = Sketch((Post(door=Door((Ask(0),))), Post()), (Paper(TWO_YEARS),), studying=((0, (5, 5)),))
    assert the_way(sketch).months == (5, 5)


def test_practice_takes_months_unless_a_skill_in_use_counts_for_it() -> None:
    sketch = Sketch((Post(door=Door(practice=(3, 9))), Post()))
    assert the_way(sketch).months == (3, 9)
    assert the_way(sketch._replace(skilled=True)).months == (0, 0)


def test_practice_runs_beside_full_time_study() -> None:
    sketch = Sketch((Post(door=Door((Ask(0),), practice=(6, 18))), Post()), (Paper(A_YEAR),))
    assert the_way(sketch).months == (12, 18)


def test_practice_is_made_in_the_present_post_as_long_as_people_stay_there() -> None:
    posts = (Post(stay=(0, 1), skills=1), Post(door=Door(practice=(6, 18))))
    (stretch,) = the_way(Sketch(posts, goal=1, had=(0,))).stretches
    assert (stretch.stay, stretch.extra, stretch.arrives) == ((6, 12), (0, 6), (6, 18))


# ---------------------------------------------------------------------------- the small catalog and the frozen one


def test_a_page_becomes_a_librarian_by_the_degree_and_a_technician_also_by_promotion(tiny: Catalog) -> None:
    def forms(post: str) -> set[tuple[tuple[str, ...], str | None]]:
        ways = Ways(tiny, situation(tiny, Stated(posts=(post,)))).to("librarian")
        return {(way.posts, way.legs[0].move and way.legs[0].move.value) for way in ways}

    # The certificate that a technician needs is nothing that a librarian needs.
    assert forms("page") == {((), None)}
    assert forms("technician") == {((), None), ((), "up")}


def test_every_shipped_role_is_reached_by_somebody_with_nothing_and_from_every_post(
    shipped: Catalog, full: bool
) -> None:
    posts = (None, *list(shipped.briefs)[:: 1 if full else 20])
    for post in posts:
        ways = Ways(shipped, situation(shipped, Stated(posts=(post,) if post else ())))
        assert [goal for goal in shipped.briefs if goal != post and not ways.to(goal)] == []
