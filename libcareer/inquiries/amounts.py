"""Amounts, counts and lists of numbers, as they are typed: one parser for each form.

Each takes a number as well as words, and raises WrongUsage with a sentence that names the form it takes. No
number here is negative, infinite or "not a number".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from libcareer.errors import WrongUsage, short
from libcareer.knowledge.hours import HOURS_A_YEAR
from libcareer.reports.page.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from libcareer.catalog import Catalog

Amount = TypeVar("Amount")

NUMBER = (
    r"(?P<whole>[1-9]\d{0,2}(?P<comma>[ ,'])\d{3}(?:(?P=comma)\d{3}){0,3}|\d{1,16}|(?=\.\d))"
    r"(?:\.(?P<part>\d{0,9}))?(?P<thousands> ?k)?"
)
"""A number with or without marks between its thousands, such as 60000, 60,000, 1820.5 or 60k."""

LONGEST = 60
"""The most characters of an amount."""

LARGEST_SEED = 2**53 - 1
"""The largest whole number that every program reads from JSON without a loss."""

MOST_NUMBERS = 100
"""The most numbers that a list such as 1-3 stands for."""

PER_YEAR = r" ?(?:/|a |per |each )? ?(?:years?|yr|annum|annually|yearly)"

PER_HOUR = r" ?(?:/|an |per |each )? ?(?:hours?|hrs?|h|hourly)"

LEAST_A_YEAR = 1000
"""An amount below it with no unit is hardly pay for a year, and may be meant for an hour."""

ITEM = re.compile(
    r"(?:steps? ?|# ?)?(?P<first>\d{1,6})"
    r"(?:(?:\s*\.\.+|\.?\s*(?:-|\bto\b|\bthrough\b))\s*(?P<last>\d{1,6})\.?|\.)?",
    re.ASCII,
)
"""A number of a list, or the first and the last of several in a row."""

GAP = re.compile(r"\s*[,;&]\s*(?:and\b\s*)?|\s+(?:and\b\s*)?")
"""What lies between two items of a list."""

DOLLAR = "$"
"""The currency of an amount in dollars that does not say of which country."""

DOLLARS = ("USD", "CAD", "AUD", "NZD")

CURRENCIES = {
    "USD": r"us ?\$|usd|us dollars?",
    "CAD": r"ca?\$|cad|canadian dollars?",
    "AUD": r"a\$|aud|australian dollars?",
    "NZD": r"nz\$|nzd|new zealand dollars?",
    DOLLAR: r"\$|dollars?",
    "GBP": "\N{POUND SIGN}|gbp|pounds?",
    "EUR": "\N{EURO SIGN}|eur|euros?",
    "JPY": "\N{YEN SIGN}|jpy|yen",
    "INR": "\N{INDIAN RUPEE SIGN}|inr|rupees?",
    "KRW": "\N{WON SIGN}|krw|won",
    "RUB": "\N{RUBLE SIGN}|rub|rubles?",
    "CHF": "chf|swiss francs?",
}
"""How people write currencies before or after an amount, by code; of two that fit the first is meant."""


class _Form(NamedTuple):
    """A form of amounts: what it is called, how it is written, its *units* (patterns with a factor) and its range."""

    name: str
    how: str
    units: Mapping[str, float]
    most: float
    least: float = 0


class TypedMoney(float):
    """An amount of money, and the *currency* that was typed with it; empty if none was."""

    currency: str = ""

    @classmethod
    def of(cls, figure: float, currency: str) -> TypedMoney:
        """A *figure* in a *currency*."""
        typed = cls(figure)
        typed.currency = currency
        return typed


def is_in(typed: str, currency: str) -> bool:
    """Whether an amount with the *typed* currency is in *currency*, that of the knowledge."""
    return typed in ("", currency) or (typed == DOLLAR and currency in DOLLARS)


_HOURS = {"": 1.0, "h|hrs?|hours?": 1.0}
_MONTHS = {"": 1.0, "m|mos?|months?": 1.0, "y|yrs?|years?": 12.0}
_YEARS = {"": 1.0, "y|yrs?|years?": 1.0, "mos?|months?": 1 / 12}


def typed_money(words: object) -> TypedMoney:
    """The amount in *words* such as 60000, $60,000, 60k or 60,000 GBP."""
    return _money(words, "60000, 60,000 or 60k")


def typed_pay(words: object) -> TypedMoney:
    """The amount for a year in *words*, as in `typed_money`; "a year" may follow."""
    return _money(words, "60000, 60,000 or 60k for a year", PER_YEAR)


def typed_earnings(words: object) -> TypedMoney:
    """The amount for a year in *words* such as 38000, 38k a year or 18.50/hour, which counts as full time."""
    how = "38000 for a year, or 18.50/hour"
    text = _text(words)
    if hourly := re.search(rf"{PER_HOUR}$", text):
        if not hourly.start():
            return _money(words, how)
        found = _money(words, how, PER_HOUR)
        return TypedMoney.of(found * HOURS_A_YEAR, found.currency)
    found = _money(words, how, PER_YEAR)
    if 0 < found < LEAST_A_YEAR and not re.search(rf"{PER_YEAR}$", text):
        raise WrongUsage(f"{_quoted(words)} can mean an hour or a year. Write {how}.")
    return found


def in_currency(catalog: Catalog, option: str, typed: float | None) -> float | None:
    """The *typed* amount of an *option*; raises WrongUsage if it is in another currency than *catalog* has."""
    if isinstance(typed, TypedMoney) and not is_in(typed.currency, catalog.pack.currency):
        here = catalog.pack.currency or "no currency"
        raise WrongUsage(f"{option} is in {_named(typed.currency)}, and amounts here are in {here}.")
    return None if typed is None else float(typed)


def _named(currency: str) -> str:
    return "dollars" if currency == DOLLAR else currency


def typed_percent(words: object) -> float:
    """The percentage in *words* such as 25, 25% or 25 percent; from 0 to 100."""
    return _amount(words, _Form("percentage", "25 or 25%", {"": 1.0, r"%|percent|per cent|of 100": 1.0}, 100))


def typed_months(words: object) -> float:
    """The months in *words* such as 18, 18 months or 1.5 years."""
    return _amount(words, _Form("number of months", "18, 18 months or 1.5 years", _MONTHS, 100_000))


def typed_years(words: object) -> float:
    """The years in *words* such as 2, 1.5 or 18 months; at most 60."""
    return _amount(words, _Form("number of years", "2, 1.5 or 18 months", _YEARS, 60))


def typed_hours(words: object) -> float:
    """The hours in *words* such as 1820, 1,820 or 1820 hours; at most those of five years."""
    return _amount(words, _Form("number of hours", "1820 or 1,820", _HOURS, 5 * 366 * 24))


def typed_count(words: object) -> int:
    """The count in *words*, a whole number from 1 on."""
    return _whole(words, _Form("count", "a whole number such as 10", {"": 1.0}, 1_000_000_000, 1))


def typed_seed(words: object) -> int:
    """The seed in *words*, a whole number from 0 on."""
    return _whole(words, _Form("whole number from 0 on", "a whole number such as 7", {"": 1.0}, LARGEST_SEED))


def typed_form(words: object) -> int:
    """The items of a form of the Interest Profiler in *words*: 30 or 60."""
    found = _whole(words, _Form("number of items", "30 or 60", {"": 1.0, "items?|questions?": 1.0}, 60, 30))
    if found not in (30, 60):
        raise WrongUsage(f"{_quoted(words)} is no form of the Interest Profiler. Write 30 or 60.")
    return found


def given(words: object, parser: Callable[[object], Amount]) -> Amount | None:
    """What *parser* makes of *words*; None if nothing was said."""
    return None if words is None else parser(words)


def typed_numbers(words: Iterable[str]) -> list[int] | None:
    """The numbers that *words* list, such as 1 2, 1,2, 1-3 or 1 to 3, each once; None if they are no such list."""
    from libcareer.knowledge.spelling import straight  # not for help, which needs no knowledge

    text = straight(" ".join(words)).lower().strip(" ,;")
    found: list[int] = []
    position = 0
    while part := ITEM.match(text, position):
        first, last = int(part["first"]), int(part["last"] or part["first"])
        if not 0 <= last - first < MOST_NUMBERS - len(found):
            return None
        found += range(first, last + 1)
        if part.end() == len(text):
            return list(dict.fromkeys(found))
        gap = GAP.match(text, part.end())
        if not gap:
            return None
        position = gap.end()
    return None


def _money(words: object, how: str, after: str = "") -> TypedMoney:
    text = re.sub(rf"{after}$", "", _text(words)) if after else _text(words)
    for currency, pattern in CURRENCIES.items():
        bare = re.sub(rf"^(?:{pattern}) ?(?=[-.\d])|(?<=[.\dk]) ?(?:{pattern})$", "", text, count=1)
        if bare != text:
            return TypedMoney.of(_amount(bare, _Form("amount of money", how, {"": 1.0}, 1e12), words), currency)
    return TypedMoney.of(_amount(text, _Form("amount of money", how, {"": 1.0}, 1e12), words), "")


def _whole(words: object, form: _Form) -> int:
    found = _amount(words, form)
    if found != int(found):
        raise WrongUsage(f"{_quoted(words)} is not a whole number. Write {form.how}.")
    return int(found)


def _amount(text: object, form: _Form, typed: object = None) -> float:
    """The amount of a *form* in *text*; messages quote what was *typed*."""
    typed = text if typed is None else typed
    words = _text(text)
    negative = re.fullmatch(r"- ?\$?(?=\.?\d).*", words)
    values = () if negative else _readings(words, form.units)
    if isinstance(typed, int | float):
        # The digits of a number mean themselves: 1.125 is no thousand.
        values = values[:1]
    fitting = tuple(value for value in values if form.least <= value <= form.most)
    if len(fitting) == 1:
        return fitting[0]
    if negative:
        why = "is negative"
    elif fitting:
        why = f"can mean {fitting[0]:,.10g} or {fitting[1]:,.10g}"
    elif values:
        why = f"is out of range, which is {form.least:,.0f} to {form.most:,.0f}"
    else:
        why = f"is not {'an' if form.name[0] in 'aeiou' else 'a'} {form.name}"
    raise WrongUsage(f"{_quoted(typed)} {why}. Write {form.how}.")


def _readings(words: str, units: Mapping[str, float]) -> tuple[float, ...]:
    """What *words* can mean with one of the *units*: nothing, one number, or two, as for 60.000."""
    for unit, factor in units.items():
        found = re.fullmatch(f"{NUMBER} ?(?:{unit})", words, re.ASCII)
        if not found:
            continue
        whole, part, scale = found["whole"], found["part"] or "", factor * (1000 if found["thousands"] else 1)
        value = float(f"{re.sub('[^0-9]', '', whole) or '0'}.{part or '0'}") * scale
        # Half of the world writes a point where the other half writes a comma.
        if re.fullmatch(r"[1-9]\d{0,2}", whole) and len(part) == 3 and scale == factor:
            return (value, float(whole + part) * scale)
        return (value,)
    return ()


def _text(words: object) -> str:
    from libcareer.knowledge.spelling import straight

    text = str(words)
    return " ".join(straight(text).strip(" '\"").lower().split()) if len(text) <= LONGEST else ""


def _quoted(words: object) -> str:
    return f"'{short(clean(str(words)))}'"
