"""Hours of library work: how they are told, and which of them lie within the last five years."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libcareer.engines.lssc.hours import Stretch, day, stretch, within, years_before
from libcareer.errors import LibcareerError

TODAY = date(2026, 7, 1)
DAYS = st.dates(date(2015, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("words", "first", "last", "hours"),
    [
        ("2022-03..2024-06:1200", date(2022, 3, 1), date(2024, 6, 30), 1200),
        ("2022..2023:900", date(2022, 1, 1), date(2023, 12, 31), 900),
        ("2024-02-29..2024-02-29:7.5", date(2024, 2, 29), date(2024, 2, 29), 7.5),
        ("2026-06-18..now:20/week", date(2026, 6, 18), TODAY, 40),
        (" 2026-06-18 .. now : 20 / week ", date(2026, 6, 18), TODAY, 40),
        ("2024-2..2024-2:10", date(2024, 2, 1), date(2024, 2, 29), 10),
    ],
)
def test_a_stretch_of_work_is_told_in_one_word(words: str, first: date, last: date, hours: float) -> None:
    assert stretch(words, TODAY) == Stretch(first, last, hours)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("a lot", "'a lot' is not a stretch of work. Write it as 2022-03..2024-06:1200"),
        ("2022-03..2024-06", "is not a stretch of work"),
        ("2022-13..2024-06:10", "has a date that is none"),
        ("2023-02-30..2024-06:10", "has a date that is none"),
        ("0000..2024:10", "has a date that is none"),
        ("2-2..2024:10", "has a date that is none"),
        ("2024..2023:10", "ends before it begins"),
        ("2027..now:10", "ends before it begins"),
        ("2024-01-01..2024-01-02:49", "has more hours than there are in that time"),
        ("2024..now:169/week", "has more hours than there are in that time"),
    ],
)
def test_what_cannot_be_a_stretch_of_work_is_told_in_a_sentence(words: str, said: str) -> None:
    with pytest.raises(LibcareerError) as told:
        stretch(words, TODAY)
    assert said in str(told.value)


def test_a_year_or_month_stands_for_its_first_or_its_last_day() -> None:
    assert [day("2023-02", end=end) for end in (False, True)] == [date(2023, 2, 1), date(2023, 2, 28)]
    assert [day("2023", end=end) for end in (False, True)] == [date(2023, 1, 1), date(2023, 12, 31)]


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
    assert within([on_the_day], first, TODAY) == 8
    assert within([the_day_before], first, TODAY) == 0
    assert within([Stretch(first - timedelta(1), first, 8)], first, TODAY) == 4


def test_hours_still_to_come_do_not_count_yet() -> None:
    assert within([Stretch(TODAY, TODAY + timedelta(3), 8)], years_before(TODAY, 5), TODAY) == 2
    assert within([Stretch(TODAY + timedelta(1), TODAY + timedelta(3), 8)], years_before(TODAY, 5), TODAY) == 0


def test_two_jobs_at_once_both_count() -> None:
    job = Stretch(date(2024, 1, 1), date(2024, 12, 31), 500)
    assert within([job, job], years_before(TODAY, 5), TODAY) == 1000


@given(st.lists(st.tuples(DAYS, st.integers(0, 900), st.integers(0, 2000)), max_size=3), DAYS)
def test_counting_by_stretches_is_counting_day_by_day(work: list[tuple[date, int, int]], today: date) -> None:
    stretches = [Stretch(first, first + timedelta(days), hours) for first, days, hours in work]
    since = years_before(today, 5)
    by_day = Fraction(0)
    for first, days, hours in work:
        by_day += Fraction(hours, days + 1) * sum(since <= first + timedelta(n) <= today for n in range(days + 1))
    assert within(stretches, since, today) == by_day
