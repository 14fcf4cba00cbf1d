"""Hours of library work: which of them fall in the last five years."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libcareer.engines.lssc.hours import Stretch, hours_within, years_before

TODAY = date(2026, 7, 1)
DAYS = st.dates(date(2015, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("today", "since"),
    [
        (date(2026, 7, 1), date(2021, 7, 1)),
        (date(2024, 2, 29), date(2019, 2, 28)),
        (date(2025, 2, 28), date(2020, 2, 28)),
    ],
)
def test_the_window_begins_on_the_same_day_five_years_earlier(today: date, since: date) -> None:
    assert years_before(today, 5) == since


def test_five_years_to_the_day_count_and_a_day_more_does_not() -> None:
    first = years_before(TODAY, 5)
    on_the_day, the_day_before = (Stretch(day_, day_, 8) for day_ in (first, first - timedelta(1)))
    assert hours_within([on_the_day], first, TODAY) == 8
    assert hours_within([the_day_before], first, TODAY) == 0
    assert hours_within([Stretch(first - timedelta(1), first, 8)], first, TODAY) == 4


def test_hours_still_to_come_do_not_count_yet() -> None:
    assert hours_within([Stretch(TODAY, TODAY + timedelta(3), 8)], years_before(TODAY, 5), TODAY) == 2
    assert hours_within([Stretch(TODAY + timedelta(1), TODAY + timedelta(3), 8)], years_before(TODAY, 5), TODAY) == 0


def test_two_jobs_at_once_both_count() -> None:
    job = Stretch(date(2024, 1, 1), date(2024, 12, 31), 500)
    assert hours_within([job, job], years_before(TODAY, 5), TODAY) == 1000


@given(st.lists(st.tuples(DAYS, st.integers(0, 900), st.integers(0, 2000)), max_size=3), DAYS)
def test_counting_by_stretches_equals_counting_day_by_day(work: list[tuple[date, int, int]], today: date) -> None:
    stretches = [Stretch(first, first + timedelta(days), hours) for first, days, hours in work]
    since = years_before(today, 5)
    by_day = Fraction(0)
    for first, days, hours in work:
        by_day += Fraction(hours, days + 1) * sum(since <= first + timedelta(n) <= today for n in range(days + 1))
    assert hours_within(stretches, since, today) == by_day
