"""What somebody told about themselves: where they stand on the day of the question, by any knowledge."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libcareer.engines.paths.circumstances import (
    LONGEST_STUDY,
    MOST_YEARS,
    NOTHING_TOLD,
    Circumstances,
    UnderWay,
    known_to,
    stated_on,
    unknown_to,
)
from libcareer.engines.paths.path import path_from
from libcareer.engines.paths.situation import NOTHING_STATED, Stated

if TYPE_CHECKING:
    from libcareer.catalog import Catalog

TODAY = date(2026, 11, 30)


def test_whoever_told_nothing_stands_nowhere(tiny: Catalog) -> None:
    assert stated_on(tiny, NOTHING_TOLD, TODAY) == NOTHING_STATED


def test_all_that_was_told_about_where_one_stands_is_stated(tiny: Catalog) -> None:
    told = Circumstances(
        posts=("page", "clerk"),
        since=date(2024, 11, 30),
        education="certificate",
        held=("badge",),
        lacking=("mlis",),
        presume=False,
        studying=(UnderWay("bachelor", date(2027, 5, 31)),),
        skills=("cataloging",),
        limits={"move": "no"},
    )
    assert stated_on(tiny, told, TODAY) == Stated(
        posts=("page", "clerk"),
        years=2.0,
        held=("lib-certificate", "badge"),
        lacking=("mlis",),
        rank=2,
        studying=(("bachelor", (6.0, 6.0)),),
        skills=("cataloging",),
        presume=False,
    )


def test_as_days_go_by_the_years_in_a_post_grow_and_the_end_of_a_study_comes_nearer(tiny: Catalog) -> None:
    told = Circumstances(posts=("page",), since=TODAY, studying=(UnderWay("mlis", TODAY + timedelta(days=365)),))
    found = [stated_on(tiny, told, TODAY + timedelta(days=days)) for days in (0, 183, 400)]
    assert [one.years for one in found] == [0.0, 0.5, 1.1]
    assert [one.studying[0][1] for one in found] == [(12.0, 12.0), (6.0, 6.0), (0.0, 0.0)]


def test_a_study_whose_end_is_not_known_takes_anything_up_to_its_whole_length(tiny: Catalog) -> None:
    stated = stated_on(tiny, Circumstances(studying=(UnderWay("lib-certificate"),)), TODAY)
    assert stated.studying == (("lib-certificate", (0.0, 18.0)),)
    found = path_from(tiny, "technician", stated).best
    assert found is not None
    (study,) = (step for step in found.steps if step.kind == "study")
    assert study.takes is not None
    assert (study.takes.low, study.takes.high) == (0.0, 18.0)


@given(since=st.dates(), ends=st.dates(), today=st.dates())
def test_no_date_makes_a_number_that_is_negative_or_endless(
    tiny: Catalog, since: date, ends: date, today: date
) -> None:
    told = Circumstances(posts=("page",), since=since, studying=(UnderWay("mlis", ends),))
    stated = stated_on(tiny, told, today)
    assert 0 <= stated.years <= MOST_YEARS
    assert all(0 <= months <= LONGEST_STUDY for _, left in stated.studying for months in left)


@pytest.mark.parametrize(
    ("told", "unknown"),
    [
        (Circumstances(posts=("gone", "page"), since=TODAY), ("gone",)),
        (Circumstances(education="gone"), ("gone",)),
        (Circumstances(held=("gone", "mlis"), lacking=("lost",)), ("gone", "lost")),
        (Circumstances(studying=(UnderWay("gone"), UnderWay("mlis"))), ("gone",)),
        (Circumstances(skills=("cataloging", "gone")), ("gone",)),
        (Circumstances(posts=("page",)), ()),
    ],
)
def test_what_another_knowledge_lacks_is_left_out_and_named(
    tiny: Catalog, told: Circumstances, unknown: tuple[str, ...]
) -> None:
    assert unknown_to(tiny, told) == unknown
    known = known_to(tiny, told)
    assert unknown_to(tiny, known) == ()
    assert known.since is None or known.posts
    assert stated_on(tiny, told, TODAY) == stated_on(tiny, known, TODAY)
