"""Phrases that several reports use, and filters as they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libcareer.engines.lookup.filters import Filter, FilterName
from libcareer.engines.paths.path import CostFigure
from libcareer.engines.pay.figures import OutlookFigure, PayFigure, outlook, pay
from libcareer.engines.references import Cite
from libcareer.knowledge.model.credentials import Time
from libcareer.reports.words import (
    cite_words,
    cost_words,
    counted,
    halves,
    money,
    months_words,
    option,
    options,
    outlook_words,
    pay_words,
    range_words,
    span_words,
)

if TYPE_CHECKING:
    from libcareer.catalog import Catalog

SOURCE = Cite("survey", "Bureau of Tests", "Wage survey", "May 2025")


def paid(median: float, by: str, **more: Any) -> PayFigure:
    return PayFigure(median, f"USD per {by}", "May 2025", SOURCE, "Clerks", "Covers more.", currency="USD", **more)


def projected(change: float, openings: float = 1234) -> OutlookFigure:
    return OutlookFigure(change, openings, 9, "2024-34", SOURCE, "Clerks")


def cost(low: float, high: float, note: str | None = None) -> CostFigure:
    return CostFigure(low, high, "EUR", "2024", SOURCE, note)


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (paid(20, "hour"), "$20.00 an hour (median, May 2025)."),
        (
            paid(20.5, "hour", low=15, high=30.25, if_full_time=42640),
            "$20.50 an hour (median, May 2025); four jobs in five pay $15.00 to $30.25; "
            "about $42,640 a year if full time.",
        ),
        (paid(68000, "year"), "$68,000 a year (median, May 2025)."),
        (
            paid(68000, "year", low=44000, high=104000),
            "$68,000 a year (median, May 2025); four jobs in five pay $44,000 to $104,000.",
        ),
        (paid(68000, "year", low=44000), "$68,000 a year (median, May 2025)."),
        (paid(68000, "year", high=104000), "$68,000 a year (median, May 2025)."),
    ],
)
def test_pay_in_words_has_unit_survey_and_a_complete_range(figure: PayFigure, words: str) -> None:
    assert pay_words(figure) == words


def test_every_shipped_figure_in_words_has_unit_year_and_period(
    shipped: Catalog,
) -> None:
    for role in shipped.briefs:
        if figure := pay(shipped, role):
            words = pay_words(figure)
            assert figure.year in words
            assert (" an hour (" in words) == ("a year if full time" in words) == figure.unit.endswith("hour")
            assert (" an hour (" in words) != (" a year (" in words)
        if projection := outlook(shipped, role):
            assert projection.period in outlook_words(projection)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (0, "no change in jobs"),
        (2, "+2 percent in jobs"),
        (-7, "-7 percent in jobs"),
        (0.5, "+0.5 percent in jobs"),
        (-0.1, "-0.1 percent in jobs"),
    ],
)
def test_an_outlook_in_words_has_sign_period_and_openings(change: float, words: str) -> None:
    assert outlook_words(projected(change)) == (
        f"{words} projected for 2024-34; about 1,234 openings a year, most of them to replace people who leave."
    )


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (None, "not found; ask the issuer"),
        (cost(0, 0), "nothing (Bureau of Tests, 2024)"),
        (cost(100, 100), "100 EUR (Bureau of Tests, 2024)"),
        (cost(0, 100), "0 to 100 EUR (Bureau of Tests, 2024)"),
        (cost(1000, 2500, "Tuition only."), "1,000 to 2,500 EUR (Bureau of Tests, 2024); Tuition only."),
    ],
)
def test_a_cost_in_words_has_its_currency_its_publisher_and_its_year(figure: CostFigure | None, words: str) -> None:
    assert cost_words(figure) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0, 0, "no time"),
        (0, 1, "0 to 1 month"),
        (1, 1, "1 month"),
        (0.6, 1.4, "1 month"),
        (1, 2, "1 to 2 months"),
        (6, 12, "6 to 12 months"),
        (23, 23, "23 months"),
        (12, 24, "1 to 2 years"),
        (24, 24, "2 years"),
        (24, 30, "2 to 2.5 years"),
        (20, 40, "1.5 to 3.5 years"),
        (0, 24, "0 to 2 years"),
        (144, 216, "12 to 18 years"),
    ],
)
def test_months_in_words_are_years_from_two_years_on(low: float, high: float, words: str) -> None:
    assert months_words(low, high) == words


@pytest.mark.parametrize(
    ("full", "beside", "note", "words"),
    [
        ((12, 24), (24, 36), None, "1 to 2 years full time; 2 to 3 years beside a job"),
        ((6, 6), None, "With exams.", "6 months full time; With exams."),
        (None, (1, 1), None, "1 month beside a job"),
        (None, None, "A day of exams.", "A day of exams."),
        (None, None, None, "as long as the tests take"),
    ],
)
def test_a_time_of_study_in_words_names_full_time_and_part_time(
    full: tuple[float, float] | None, beside: tuple[float, float] | None, note: str | None, words: str
) -> None:
    assert span_words(Time("guide", 2024, full, beside, note)) == words


def test_a_time_of_study_that_is_not_known_is_not_invented() -> None:
    assert span_words(None) == "not found; ask the issuer"


@pytest.mark.parametrize(
    ("months", "years"), [(0, 0), (3, 0), (4, 0.5), (6, 0.5), (12, 1), (16, 1.5), (18, 1.5), (60, 5)]
)
def test_years_are_rounded_to_half_a_year(months: float, years: float) -> None:
    assert halves(months) == years


@pytest.mark.parametrize(
    ("low", "high", "words"), [(0, 0, "0"), (1, 1, "1"), (1, 2, "1 to 2"), (0.5, 2, "0.5 to 2"), (1.0, 1.5, "1 to 1.5")]
)
def test_a_range_with_one_value_is_one_number(low: float, high: float, words: str) -> None:
    assert range_words(low, high) == words


@pytest.mark.parametrize(("amount", "words"), [(0, "0"), (999, "999"), (1000, "1,000"), (1234567.4, "1,234,567")])
def test_money_is_grouped_by_thousands(amount: float, words: str) -> None:
    assert money(amount) == words


@pytest.mark.parametrize(("count", "words"), [(0, "0 roles"), (1, "1 role"), (2, "2 roles")])
def test_things_are_counted_in_the_plural_unless_there_is_one(count: int, words: str) -> None:
    assert counted(count, "role") == words


@pytest.mark.parametrize(
    ("published", "words"), [("2024", "Guild, Guide (2024)"), (None, "Guild, Guide (undated, read in 2026)")]
)
def test_a_source_in_words_has_its_date_or_says_that_it_has_none(published: str | None, words: str) -> None:
    assert cite_words(Cite("guide", "Guild", "Guide", published, read=2026)) == words


@given(low=st.integers(1, 400), more=st.integers(0, 400))
def test_a_time_in_words_has_a_unit_and_its_ends_in_order(low: int, more: int) -> None:
    numbers, unit = months_words(low, low + more).rsplit(" ", 1)
    ends = [float(number) for number in numbers.split(" to ")]
    assert unit in ("month", "months", "years")
    assert ends == sorted(ends)
    scale = 6 if unit == "years" else 1
    assert abs(ends[0] * (12 if unit == "years" else 1) - low) <= scale
    assert abs(ends[-1] * (12 if unit == "years" else 1) - (low + more)) <= scale


@pytest.mark.parametrize(
    ("filter_", "typed"),
    [
        (Filter(FilterName.SKILL, "cataloging"), "--skill cataloging"),
        (Filter(FilterName.PLACE, "beyond"), "--beyond"),
        (Filter(FilterName.NO_MASTERS), "--no-masters"),
        (Filter(FilterName.COST, "low"), "--cost low"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.name.value,
)
def test_a_filter_is_spelled_as_it_is_typed(filter_: Filter, typed: str) -> None:
    assert option(filter_) == typed
    assert options([filter_, filter_]) == f"{typed} {typed}"
