"""Forms that people type: amounts, counts, lists of numbers, dates, and what is wrong usage everywhere."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libcareer.engines.lssc.hours import Stretch
from libcareer.errors import WrongUsage
from libcareer.inquiries.amounts import (
    LARGEST_SEED,
    MOST_NUMBERS,
    is_in,
    typed_count,
    typed_hours,
    typed_money,
    typed_months,
    typed_numbers,
    typed_pay,
    typed_seed,
    typed_years,
)
from libcareer.inquiries.dates import typed_date, typed_stretch

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from typer.testing import Result

    Run = Callable[..., Result]
    Parser = Callable[[object], float]

TODAY = date(2026, 7, 1)
DASHES = "\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}\N{NON-BREAKING HYPHEN}\N{HYPHEN}"

# ---------------------------------------------------------------------------- amounts


@pytest.mark.parametrize(
    "words",
    [
        "60000", "60,000", "$60,000", "$ 60,000", "60000$", "60k", "60K", "$60k", "60 k", "60 000",
        "60\N{NO-BREAK SPACE}000", "60\N{NARROW NO-BREAK SPACE}000", "60'000", "60,000.00", "60000.",
        "USD 60,000", "60,000 USD", "US$60,000",
        "60000 dollars", " 60000 ",
        "\N{LEFT DOUBLE QUOTATION MARK}$60,000\N{RIGHT DOUBLE QUOTATION MARK}", 60000, 60000.0,
    ],
)  # fmt: skip
def test_sixty_thousand_dollars_is_typed_in_many_ways(words: object) -> None:
    assert typed_money(words) == 60000
    assert typed_pay(words) == 60000


@pytest.mark.parametrize("words", ["$60,000 a year", "60k/year", "60k per year", "60,000 USD/yr", "60000 annually"])
def test_pay_may_say_that_it_is_for_a_year(words: str) -> None:
    assert typed_pay(words) == 60000
    with pytest.raises(WrongUsage):
        typed_money(words)


@pytest.mark.parametrize(
    ("parser", "words", "value"),
    [
        (typed_money, "0", 0),
        (typed_money, "1,234,567.5", 1_234_567.5),
        (typed_money, "0.125", 0.125),
        (typed_money, "62.5k", 62_500),
        (typed_months, "18", 18),
        (typed_months, "18 months", 18),
        (typed_months, "1.5 years", 18),
        (typed_months, "2 yrs", 24),
        (typed_years, "2", 2),
        (typed_years, ".5", 0.5),
        (typed_years, "18 months", 1.5),
        (typed_years, "1.500", 1.5),
        (typed_hours, "1,820", 1820),
        (typed_hours, "1820 hours", 1820),
        (typed_hours, "1820h", 1820),
        (typed_count, "1,000", 1000),
        (typed_seed, "0", 0),
        (typed_seed, str(LARGEST_SEED), LARGEST_SEED),
    ],
)
def test_an_amount_is_read_with_its_unit(parser: Parser, words: str, value: float) -> None:
    assert parser(words) == pytest.approx(value)


@pytest.mark.parametrize(
    ("parser", "words", "said"),
    [
        (typed_money, "60.000", "'60.000' can mean 60 or 60,000. Write 60000, 60,000 or 60k."),
        (typed_hours, "1.820", "'1.820' can mean 1.82 or 1,820."),
        (typed_money, "60,00", "'60,00' is not an amount of money. Write 60000, 60,000 or 60k."),
        (typed_money, "6,0000", "is not an amount of money"),
        (typed_money, "1.234,56", "is not an amount of money"),
        (typed_pay, "$30/hour", "is not an amount of money"),
        (typed_money, "60k-70k", "is not an amount of money"),
        (typed_money, "", "'' is not an amount"),
        (typed_money, "lots", "'lots' is not an amount"),
        (typed_money, "-$5", "'-$5' is negative."),
        (typed_money, "\N{MINUS SIGN}5", "is negative."),
        (typed_money, "9" * 50, "is not an amount"),
        (typed_money, "9" * 5000, "..."),
        (typed_money, "\N{SUPERSCRIPT TWO}", "is not an amount"),
        (typed_money, "\N{ARABIC-INDIC DIGIT SIX}", "is not an amount"),
        (typed_money, "5\x1b[31m", r"'5\x1b[31m' is not an amount"),
        (typed_years, "61", "'61' is out of range, which is 0 to 60."),
        (typed_hours, "99999", "is out of range, which is 0 to 43,920."),
        (typed_count, "0", "is out of range"),
        (typed_count, "1.5", "'1.5' is not a whole number."),
        (typed_seed, str(LARGEST_SEED + 1), "is out of range"),
    ],
)
def test_an_unclear_amount_is_refused_with_the_form_that_is_taken(parser: Parser, words: str, said: str) -> None:
    with pytest.raises(WrongUsage) as refused:
        parser(words)
    assert said in str(refused.value)
    assert "Write " in str(refused.value)
    assert len(str(refused.value)) < 200


@given(st.floats(0, 9_999_999, allow_subnormal=False).map(lambda value: round(value, 2)))
def test_dollars_are_read_back_however_they_are_written(value: float) -> None:
    for words in (f"{value:.2f}", f"${value:,.2f}", f"USD {value:,.2f}", f"{value:,.2f} usd"):
        assert typed_money(words) == value


# ---------------------------------------------------------------------------- lists of numbers


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("1", [1]),
        ("1 2", [1, 2]),
        ("1,2", [1, 2]),
        ("1, 2", [1, 2]),
        ("1;2", [1, 2]),
        ("1 and 2", [1, 2]),
        ("1, 2, and 4", [1, 2, 4]),
        ("1 & 2", [1, 2]),
        ("1-3", [1, 2, 3]),
        *[(f"1{dash}3", [1, 2, 3]) for dash in DASHES],
        ("1 - 3", [1, 2, 3]),
        ("1..3", [1, 2, 3]),
        ("1\N{HORIZONTAL ELLIPSIS}3", [1, 2, 3]),
        ("1 to 3", [1, 2, 3]),
        ("1-2,5", [1, 2, 5]),
        ("1-3 2", [1, 2, 3]),
        ("1. 2.", [1, 2]),
        ("#1 #2", [1, 2]),
        ("step 1", [1]),
        ("steps 1-2", [1, 2]),
    ],
)
def test_numbers_are_listed_with_commas_spaces_and_dashes(words: str, numbers: list[int]) -> None:
    assert typed_numbers([words]) == numbers
    assert typed_numbers(words.split(" ")) == numbers


@pytest.mark.parametrize(
    "words",
    ["", "two", "1.5", "1 x", "-1", "3-1", "1-", "1--3", "1-9999999999", f"1-{MOST_NUMBERS + 1}", "1-2-3", "1" * 5000],
)
def test_what_is_no_list_of_numbers_is_none(words: str) -> None:
    assert typed_numbers([words]) is None


@pytest.mark.parametrize(("words", "ticked"), [("1-2", 2), ("1\N{EN DASH}2", 2), ("1,2", 2), ("1 2", 2), ("2", 1)])
def test_several_steps_are_ticked_at_once(run_snapshot: Run, words: str, ticked: int) -> None:
    assert run_snapshot("plan", "librarian").exit_code == 0
    result = run_snapshot("plan", "done", *words.split())
    assert result.exit_code == 0
    assert sum(line.startswith("[x]") for line in result.stdout.splitlines()) == ticked


# ---------------------------------------------------------------------------- dates


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("Jan 2023", date(2023, 1, 1), date(2023, 1, 31)),
        ("January 2023", date(2023, 1, 1), date(2023, 1, 31)),
        ("jan. 2023", date(2023, 1, 1), date(2023, 1, 31)),
        ("Sept 2023", date(2023, 9, 1), date(2023, 9, 30)),
        ("2023 January", date(2023, 1, 1), date(2023, 1, 31)),
        ("Jan-2023", date(2023, 1, 1), date(2023, 1, 31)),
        ("2023-01", date(2023, 1, 1), date(2023, 1, 31)),
        *[(f"2023{dash}01", date(2023, 1, 1), date(2023, 1, 31)) for dash in DASHES],
        ("01/2023", date(2023, 1, 1), date(2023, 1, 31)),
        ("1/2023", date(2023, 1, 1), date(2023, 1, 31)),
        ("2023/01/15", date(2023, 1, 15), date(2023, 1, 15)),
        ("January 15, 2023", date(2023, 1, 15), date(2023, 1, 15)),
        ("15 Jan 2023", date(2023, 1, 15), date(2023, 1, 15)),
        ("15th of January 2023", date(2023, 1, 15), date(2023, 1, 15)),
        ("01/15/2023", date(2023, 1, 15), date(2023, 1, 15)),
        ("15.01.2023", date(2023, 1, 15), date(2023, 1, 15)),
        ("5/5/2023", date(2023, 5, 5), date(2023, 5, 5)),
        *[(word, TODAY, TODAY) for word in ("today", "Today", "TODAY", "now", "Present", " present ")],
        ("\N{LEFT SINGLE QUOTATION MARK}today\N{RIGHT SINGLE QUOTATION MARK}", TODAY, TODAY),
    ],
)
def test_a_date_is_typed_in_many_ways(words: str, first: date, last: date) -> None:
    assert typed_date(words, end=False, today=TODAY) == first
    assert typed_date(words, end=True, today=TODAY) == last


@pytest.mark.parametrize(
    "words", ["", "soon", "05/06/2023", "13/13/2023", "ma 2023", "Foo 2023", "Jan 23", "2023-13", "Feb 30, 2023", "nan"]
)
def test_what_is_no_date_or_can_be_two_is_none(words: str) -> None:
    assert typed_date(words, end=False, today=TODAY) is None


@pytest.mark.parametrize(
    ("words", "first", "last", "hours"),
    [
        ("2022-03..present:20/week", date(2022, 3, 1), TODAY, None),
        ("Mar 2022 - Present: 20 hours a week", date(2022, 3, 1), TODAY, None),
        ("March 2022 \N{EN DASH} now: 20 hrs/wk", date(2022, 3, 1), TODAY, None),
        ("03/2022 to today: 20 per week", date(2022, 3, 1), TODAY, None),
        ("2022\N{EN DASH}03\N{EN DASH}present:20h/week", date(2022, 3, 1), TODAY, None),
        ("2022\N{EN DASH}2023:1,820", date(2022, 1, 1), date(2023, 12, 31), 1820),
        ("2022-03-2023-06:900", date(2022, 3, 1), date(2023, 6, 30), 900),
        ("2022-03\N{HORIZONTAL ELLIPSIS}2023-06:900 hours", date(2022, 3, 1), date(2023, 6, 30), 900),
    ],
)
def test_a_stretch_of_work_is_typed_as_on_a_resume(words: str, first: date, last: date, hours: float | None) -> None:
    weekly = Fraction(20 * ((last - first).days + 1), 7)
    assert typed_stretch(words, TODAY) == Stretch(first, last, weekly if hours is None else hours)


@pytest.mark.parametrize("day", ["today", "Today", "TODAY", "now", "Sep 2026", "2026\N{EN DASH}09\N{EN DASH}01"])
def test_a_plan_begins_on_a_day_as_people_say_it(run_snapshot: Run, day: str) -> None:
    result = run_snapshot("plan", "librarian", "--start", day)
    assert result.exit_code == 0
    assert "dated from" in result.stdout
    assert "dated from" not in run_snapshot("plan", "--start", "None").stdout


# ---------------------------------------------------------------------------- wrong usage

NUMBERS: dict[str, tuple[str, ...]] = {
    "--max-months": ("planb", "librarian"),
    "--max-cost": ("planb", "librarian"),
    "--min-pay": ("planb", "librarian"),
    "--hours": ("lssc",),
    "--duty": ("lssc", "--from", "page"),
    "--limit": ("related", "librarian"),
    "--earn": ("worth", "librarian"),
    "--after": ("worth", "librarian", "--from", "page"),
    "--meanwhile": ("worth", "librarian", "--from", "page"),
    "--cost": ("worth", "librarian", "--from", "page"),
    "--months": ("worth", "librarian", "--from", "page"),
    "--stay": ("worth", "librarian", "--from", "page"),
    "--years-left": ("worth", "librarian", "--from", "page"),
    "--years": ("path", "librarian", "--from", "page"),
    "--seed": ("quiz",),
}


@pytest.mark.parametrize(
    "value", ["nan", "NaN", "inf", "-inf", "infinity", "-1", "\N{MINUS SIGN}1", "1e400", "1e9999", ""]
)
@pytest.mark.parametrize("option", NUMBERS)
def test_what_is_no_amount_is_wrong_usage_of_every_option(run: Run, option: str, value: str) -> None:
    result = run(*NUMBERS[option], f"{option}={value}", input="1 2 3\n")
    assert (result.exit_code, result.stdout) == (2, "")
    assert len([line for line in result.stderr.splitlines() if line.startswith("Error: ")]) == 1


@pytest.mark.parametrize("hours", ["nan", "inf", "-5", "1e400", "nan/week", "-1/week"])
def test_a_stretch_without_hours_is_wrong_usage(run: Run, hours: str) -> None:
    result = run("lssc", "--worked", f"2022..2023:{hours}")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "is not a stretch of work" in result.stderr


@pytest.mark.parametrize("when", ["nan", "inf", "-3", "1e400", "500", "05/06/2030"])
def test_a_study_without_an_end_is_wrong_usage(run_snapshot: Run, when: str) -> None:
    result = run_snapshot("path", "librarian", "--studying", f"bachelor:{when}")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "is not a month to finish in" in result.stderr


@pytest.mark.parametrize("when", ["8", "8 months", "2 years", "May 2030", "05/2030", "2030", "today"])
def test_the_end_of_a_study_is_a_date_or_a_number_of_months(run_snapshot: Run, when: str) -> None:
    assert run_snapshot("path", "librarian", "--studying", f"bachelor:{when}").exit_code == 0


def test_options_take_amounts_as_people_write_them(run: Run) -> None:
    plain = run("planb", "librarian", "--min-pay", "60000", "--max-cost", "5000", "--max-months", "24")
    typed = run("planb", "librarian", "--min-pay", "$60k", "--max-cost", "$5,000", "--max-months", "2 years")
    assert plain.exit_code == typed.exit_code
    assert plain.stdout == typed.stdout


# ---------------------------------------------------------------------------- answers from a file


@pytest.mark.parametrize("lines", ["skip\nback\n" * 3600, "1 2 3\nback\n1 2 4\nback\n" * 1500])
def test_endless_going_back_is_refused(run_snapshot: Run, tmp_path: Path, lines: str) -> None:
    file = tmp_path / "answers"
    file.write_text(lines, encoding="utf-8")
    result = run_snapshot("quiz", "--answers", str(file))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "has more than 300 lines" in result.stderr


def test_answers_may_be_in_utf_16_without_a_mark(run_snapshot: Run, tmp_path: Path) -> None:
    file = tmp_path / "answers"
    file.write_bytes("1 2 3\r\n".encode("utf-16-le"))
    assert run_snapshot("quiz", "--answers", str(file)).exit_code == 0


@pytest.mark.parametrize(
    ("words", "currency"),
    [
        ("60000", ""),
        ("$60,000", "$"),
        ("60000 dollars", "$"),
        ("US$60,000", "USD"),
        ("60,000 USD", "USD"),
        ("\N{POUND SIGN}60k", "GBP"),
        ("60,000 pounds", "GBP"),
        ("60,000 EUR", "EUR"),
        ("\N{EURO SIGN}60,000", "EUR"),
        ("CAD 60,000", "CAD"),
        ("60000 chf", "CHF"),
    ],
)
def test_an_amount_keeps_the_currency_that_was_typed_with_it(words: str, currency: str) -> None:
    typed = typed_money(words)
    assert (typed, typed.currency) == (60000, currency)


@pytest.mark.parametrize(
    ("typed", "own", "same"),
    [("", "GBP", True), ("GBP", "GBP", True), ("USD", "GBP", False), ("$", "USD", True), ("$", "CAD", True),
     ("$", "GBP", False), ("$", "", False), ("USD", "CAD", False)],
)  # fmt: skip
def test_a_dollar_is_that_of_the_knowledge_if_it_has_one(typed: str, own: str, same: bool) -> None:
    assert is_in(typed, own) is same
