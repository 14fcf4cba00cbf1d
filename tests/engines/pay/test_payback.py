"""When money comes back: the arithmetic against a month-by-month account, and what must never turn around."""

from __future__ import annotations

import csv
from math import ceil, inf, isclose
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libcareer.engines.pay.payback import Course, Stretch, gain, payback, price_limit

if TYPE_CHECKING:
    from collections.abc import Iterator

CASES = Path(__file__).with_name("payback.tsv")
"""Fifty cases: pay before and after, the chance to stay, the stretches, and the first month with the money back."""

HORIZON = 6000
"""Months after which the account below is closed; nobody works for 500 years."""


def cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def course(case: dict[str, str]) -> Course:
    """A case of the table; a stretch is written as months:pay:price."""
    stretches = [Stretch(*map(float, part.split(":"))) for part in case["stretches"].split()]
    return Course(tuple(stretches), float(case["before"]), float(case["after"]), float(case["stay"]))


def accounts(case: dict[str, str]) -> Iterator[float]:
    """What somebody has more at the end of each month than somebody who keeps their pay, wage by wage, bill by bill."""
    before, after, stay = (float(case[name]) for name in ("before", "after", "stay"))
    owned = 0.0
    months = 0
    for part in case["stretches"].split():
        length, pay, price = (float(number) for number in part.split(":"))
        for _ in range(int(length)):
            owned += pay / 12
            owned -= price / length
            owned -= before / 12
            months += 1
            yield owned
    while months < HORIZON:
        owned += stay * before / 12 + (1 - stay) * after / 12 - before / 12
        months += 1
        yield owned


def month_back(case: dict[str, str]) -> str:
    """The first month from which on the account is never in the red again; never, if it ends there or gains nothing."""
    last = 0
    owned = 0.0
    for month, owned in enumerate(accounts(case), 1):
        if owned < -0.005:
            last = month
    gains = float(case["after"]) > float(case["before"]) and float(case["stay"]) < 1
    return "never" if not gains or owned < -0.005 else str(last + 1 if last else 0)


def test_there_are_fifty_cases() -> None:
    assert len({tuple(case.values()) for case in cases()}) == 50


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["case"])
def test_the_money_is_back_when_a_monthly_account_says_so(case: dict[str, str]) -> None:
    found = payback(course(case))
    assert ("never" if found is None else str(ceil(found - 1e-6))) == month_back(case) == case["month"]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["case"])
def test_the_gain_after_each_year_is_what_a_monthly_account_says(case: dict[str, str]) -> None:
    account = list(accounts(case))
    for month in (12, 36, 120):
        assert isclose(gain(course(case), month), account[month - 1], abs_tol=0.01)


pays = st.integers(0, 150_000)
lengths = st.integers(0, 120)
prices = st.integers(0, 200_000)
chances = st.floats(0, 1)


def until(found: float | None) -> float:
    return inf if found is None else found


def studied(before: int, after: int, months: float, share: float, price: float, stay: float) -> float:
    """The months until money put into one study is back that leaves a *share* of the pay."""
    return until(payback(Course((Stretch(months, share * before, price),), before, after, stay)))


@given(pays, pays, lengths, chances, prices, chances, prices)
def test_a_dearer_degree_never_pays_back_sooner(
    before: int, after: int, months: int, share: float, price: int, stay: float, more: int
) -> None:
    cheap, dear = (studied(before, after, months, share, cost, stay) for cost in (price, price + more))
    assert dear >= cheap - 1e-6


@given(pays, pays, lengths, chances, prices, chances, lengths)
def test_longer_study_never_pays_back_sooner(
    before: int, after: int, months: int, share: float, price: int, stay: float, more: int
) -> None:
    short, long = (studied(before, after, length, share, price, stay) for length in (months, months + more))
    assert long >= short - 1e-6


@given(pays, pays, lengths, chances, prices, chances, pays)
def test_higher_pay_afterwards_never_pays_back_later(
    before: int, after: int, months: int, share: float, price: int, stay: float, more: int
) -> None:
    low, high = (studied(before, pay, months, share, price, stay) for pay in (after, after + more))
    assert high <= low + 1e-6


@given(pays, pays, lengths, chances, prices, chances, chances)
def test_a_greater_chance_to_stay_never_pays_back_sooner(
    before: int, after: int, months: int, share: float, price: int, stay: float, more: float
) -> None:
    low, high = sorted((stay, more))
    assert (
        studied(before, after, months, share, price, high) >= studied(before, after, months, share, price, low) - 1e-6
    )


@given(pays, pays, st.lists(st.tuples(lengths, pays, prices), max_size=4), chances)
def test_nothing_is_gained_or_lost_at_the_moment_the_money_is_back(
    before: int, after: int, stretches: list[tuple[int, int, int]], stay: float
) -> None:
    way = Course(tuple(Stretch(*each) for each in stretches), before, after, min(stay, 0.99))
    found = payback(way)
    if found and way.monthly_gain > 1:
        assert abs(gain(way, found)) < 1 or any(not months and price for months, _, price in stretches)
        assert gain(way, found + 1200) > 0


def test_who_earns_no_more_afterwards_never_has_it_back() -> None:
    assert payback(Course((Stretch(12, 40_000),), 40_000, 40_000)) is None
    assert payback(Course((Stretch(12, 40_000),), 40_000, 60_000, stay=1)) is None


def test_study_that_costs_nothing_beside_the_job_never_leaves_one_with_less() -> None:
    assert payback(Course((Stretch(12, 40_000),), 40_000, 60_000)) == 0


def test_at_the_highest_price_the_money_is_back_just_in_time() -> None:
    way = Course((Stretch(24, 40_000, 30_000),), 40_000, 60_000, stay=0.1)
    limit = price_limit(way, 120)
    assert limit is not None
    assert payback(Course((Stretch(24, 40_000, limit),), 40_000, 60_000, stay=0.1)) == pytest.approx(120)


def test_no_price_is_low_enough_if_work_ends_before_the_study() -> None:
    assert price_limit(Course((Stretch(24, 40_000, 30_000),), 40_000, 60_000), 23) is None
