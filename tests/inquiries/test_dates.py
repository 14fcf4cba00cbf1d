"""Dates and stretches of work, as they are typed."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from libcareer.engines.lssc.hours import Stretch, hours_within, years_before
from libcareer.engines.lssc.standing import Person, standing
from libcareer.errors import WrongUsage
from libcareer.inquiries.dates import typed_date, typed_stretch

if TYPE_CHECKING:
    from libcareer.catalog import Catalog

TODAY = date(2026, 7, 1)


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
def test_a_stretch_of_work_is_typed_as_one_word(words: str, first: date, last: date, hours: float) -> None:
    assert typed_stretch(words, TODAY) == Stretch(first, last, hours)


@pytest.mark.parametrize("days", [1827, 2500, 6000])
@pytest.mark.parametrize("quarters", range(28, 670, 13))
def test_weekly_hours_are_counted_exactly_however_long_the_work_lasts(quarters: int, days: int) -> None:
    since = years_before(TODAY, 5)
    stretch = typed_stretch(f"{TODAY - timedelta(days - 1)}..now:{quarters / 4}/week", TODAY)
    assert hours_within([stretch], since, TODAY) == Fraction(quarters, 4) * ((TODAY - since).days + 1) / 7


@pytest.mark.parametrize(("weekly", "days"), [("49", 260), ("9.8", 1300), ("24.5", 520), ("39.2", 325), ("63.7", 200)])
def test_weekly_hours_that_make_1820_are_1820(tiny: Catalog, weekly: str, days: int) -> None:
    for more, met in ((0, True), (1, False)):
        words = f"{TODAY - timedelta(days - 1 - more)}..now:{weekly}/week"
        found = standing(tiny, Person(worked=(typed_stretch(words, TODAY),)), TODAY).eligibility
        assert found.met is met
        assert (found.counted == 1820) is met


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("a lot", "'a lot' is not a stretch of work. Write it as 2022-03..2024-06:1200"),
        ("2022-03..2024-06", "is not a stretch of work"),
        ("2022-13..2024-06:10", "has an invalid date"),
        ("2023-02-30..2024-06:10", "has an invalid date"),
        ("0000..2024:10", "has an invalid date"),
        ("2-2..2024:10", "has an invalid date"),
        ("2024..2023:10", "ends before it begins"),
        ("2027..now:10", "ends before it begins"),
        ("2024-01-01..2024-01-02:49", "has more hours than there are in that time"),
        ("2024..now:169/week", "has more hours than there are in that time"),
    ],
)
def test_what_is_not_a_stretch_of_work_is_refused_in_one_sentence(words: str, said: str) -> None:
    with pytest.raises(WrongUsage) as refused:
        typed_stretch(words, TODAY)
    assert said in str(refused.value)


def test_a_year_or_month_stands_for_its_first_or_its_last_day() -> None:
    assert [typed_date("2023-02", end=end) for end in (False, True)] == [date(2023, 2, 1), date(2023, 2, 28)]
    assert [typed_date("2023", end=end) for end in (False, True)] == [date(2023, 1, 1), date(2023, 12, 31)]
