"""The pay that an advertisement says: amounts with their unit, and how they lie to the figures of a role here."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.words.documents.quotes import Quote
from libcareer.knowledge.hours import HOURS_A_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcareer.engines.pay.figures import PayFigure
    from libcareer.engines.words.documents.document import Document
    from libcareer.engines.words.documents.paragraphs import Statement


class PayUnit(StrEnum):
    """The time for which an amount is paid."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    TWO_WEEKS = "two weeks"
    MONTH = "month"
    YEAR = "year"


A_YEAR = {
    PayUnit.HOUR: HOURS_A_YEAR,
    PayUnit.DAY: 260,
    PayUnit.WEEK: 52,
    PayUnit.TWO_WEEKS: 26,
    PayUnit.MONTH: 12,
    PayUnit.YEAR: 1,
}
"""How often a full-time employee gets an amount in a year."""


class PaySaid(Struct, frozen=True):
    """The pay that a *quote* says, from *low* to *high* in a *currency* for each *unit*.

    *yearly* are both as amounts a year, if full time. *unit_said* is False where only the size of the amounts
    shows the unit.
    """

    low: float
    high: float
    currency: str
    unit: PayUnit
    unit_said: bool
    yearly: tuple[float, float]
    quote: Quote


class PayPlace(StrEnum):
    """Where the middle of the pay that is said lies among the figures of a role."""

    FAR_BELOW = "far below"
    BELOW = "below"
    NEAR = "near"
    ABOVE = "above"
    FAR_ABOVE = "far above"


NEAR = 0.07
"""How far from the median, as a share of it, pay still counts as near to it."""

LARGEST_HOURLY, SMALLEST_YEARLY = 250.0, 9_000.0
"""Amounts in dollars or the like without a unit: below the first one it is an hour, from the second on a year."""

_AMOUNT = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:\.\d{1,2})?)\s?[kK]?(?![\w%])"
_SIGN = (
    r"US\$|USD\s?\$?|CA?D?\s?\$|CAD\s?|AU?\$|AUD\s?|NZ\$|NZD\s?|\$|\N{POUND SIGN}|\N{EURO SIGN}"
    r"|(?:GBP|EUR|CHF|DKK|HKD|INR|JPY|NOK|SEK|SGD|ZAR)\s?"
)
_TIME = r"(?:\s*(?:/|per|an?)\s*(?:hour|hr|year|annum|month))?"
_TO = r"\s*(?:-|\N{EN DASH}|\N{EM DASH}|to|and|through)\s*"
_UNITS = (
    (PayUnit.TWO_WEEKS, r"bi-?weekly|every two weeks|per pay period|fortnight\w*"),
    (PayUnit.HOUR, r"(?:per|an|each|/)\s*(?:hour|hr)\b|hourly|/\s*h\b|\bhr\b|p\.?h\.?\b"),
    (PayUnit.YEAR, r"(?:per|a|each|/)\s*(?:year|yr|annum)\b|annual(?:ly|ized)?|yearly|/\s*y\b|p\.?a\.?(?!\w)"),
    (PayUnit.MONTH, r"(?:per|a|each|/)\s*month\b|monthly"),
    (PayUnit.WEEK, r"(?:per|a|each|/)\s*week\b|weekly"),
    (PayUnit.DAY, r"(?:per|a|each|/)\s*day\b|daily rate"),
)
_UNIT_PATTERNS = tuple((unit, re.compile(pattern, re.IGNORECASE)) for unit, pattern in _UNITS)
_CUE = re.compile(
    r"salar|\bpay\b|pays|paid|wage|compensation|hour|\bhr\b|annual|per year|a year|/yr|rate|stipend|starting"
    r"|minimum of|range|grade|plus benefits"
    r"|DOE|base\b|commission",
    re.IGNORECASE,
)
_NO_PAY = re.compile(
    r"budget|million|billion|endow|grants? (?:of|total)|fund(?:s|ing)? of|collection (?:of|worth)|tuition"
    r"|reimburs|bonus|fees?\b|fines?\b"
    r"|relocation|allowance|raised|donat|gift|saved?\b|reward|retail value",
    re.IGNORECASE,
)
DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD"})
"""The currencies that a bare dollar sign means in their own countries."""

_CURRENCY = {
    **dict.fromkeys(("US$", "USD", "USD$"), "USD"),
    **dict.fromkeys(("C$", "CA$", "CAD", "CAD$", "CD$"), "CAD"),
    **dict.fromkeys(("A$", "AU$", "AUD"), "AUD"),
    **dict.fromkeys(("NZ$", "NZD"), "NZD"),
    **dict.fromkeys(("\N{POUND SIGN}", "GBP"), "GBP"),
    **dict.fromkeys(("\N{EURO SIGN}", "EUR"), "EUR"),
}


_NAMES = {
    "GBP": r"pounds?(?: sterling)?|sterling",
    "EUR": "euros?",
    **dict.fromkeys(DOLLARS, "dollars?"),
}
"""What a currency is called behind an amount where it is that of the country."""

SMALLEST_NAMED = 1_000.0
"""An amount with the name of a currency is taken for pay from here on, or with its unit: 40 pounds may be a weight."""


def pay_said(document: Document, home: str) -> tuple[PaySaid, ...]:
    """Every pay that *document* says, in the order of its words.

    *home* is the currency that a bare dollar sign, or the name of a currency, means; empty if there is none.
    """
    return tuple(said for statement in document.statements for said in _in_statement(statement, home))


@cache
def _pay(home: str) -> re.Pattern[str]:
    """The pattern of amounts with a sign, a code or a name, in the currency *home* or in another one."""
    code = rf"|{home}\s?" if home else ""  # it may be one that few advertisements have
    named = rf"(?P<named>{'|'.join(filter(None, (_NAMES.get(home), home)))})" if home else "(?P<named>(?!))"
    return re.compile(
        rf"(?P<currency>{_SIGN}{code})\s?(?P<low>{_AMOUNT}){_TIME}"
        rf"(?:{_TO}(?:US|CA|AU?|NZ)?[$\N{{POUND SIGN}}\N{{EURO SIGN}}]?\s?(?P<high>{_AMOUNT}))?"
        rf"|(?<![\d.,])(?P<least>{_AMOUNT})(?:{_TO}(?P<most>{_AMOUNT}))?\s?{named}\b"
    )


def _in_statement(statement: Statement, home: str) -> Iterator[PaySaid]:
    text = statement.text
    for match in _pay(home).finditer(text):
        before, after = text[max(0, match.start() - 60) : match.start()], text[match.end() : match.end() + 40]
        least, most = match["low"] or match["least"], match["high"] or match["most"]
        low, high = _amount(least), _amount(most or least)
        if low < 1_000 <= high and "k" in most.lower():
            low *= 1_000  # "70-85K"
        unit, said = _unit(match[0] + after, before, high)
        alone = text.strip(" .").startswith(match[0].strip()) and len(text.split()) <= 8
        if match["named"] and high < SMALLEST_NAMED and not _tail(after):
            continue
        if unit is None or not (said or alone or _CUE.search(before + match[0] + after)) or high < low:
            continue
        if _NO_PAY.search(before[-35:] + after[:25]):
            continue
        times = A_YEAR[unit]
        yield PaySaid(
            low,
            high,
            home if match["named"] else _currency(match["currency"], home),
            unit,
            said,
            (low * times, high * times),
            statement.quote(match.start(), match.end() + _tail(after)),
        )


def _currency(sign: str, home: str) -> str:
    """The currency that a *sign* or a code means: a bare dollar is that of *home*, or else of the United States."""
    bare = sign.replace(" ", "").upper()
    return _CURRENCY.get(bare) or ((home if home in DOLLARS else "USD") if bare == "$" else bare)


def _tail(after: str) -> int:
    """The length of the unit that follows an amount."""
    match = re.match(r"\s*(?:(?:per|an?|/|each)\s*\w+|hourly|annually|yearly|monthly|bi-?weekly)", after)
    return match.end() if match else 0


def _amount(words: str) -> float:
    number = words.strip().rstrip("kK").strip().replace(",", "")
    return float(number) * (1_000 if words.strip()[-1] in "kK" else 1)


def _unit(here: str, before: str, high: float) -> tuple[PayUnit | None, bool]:
    """The unit of an amount, and whether words say it, after the amount or before it."""
    for part in (here, before):
        found = [(match.start(), unit) for unit, pattern in _UNIT_PATTERNS if (match := pattern.search(part))]
        if found:
            unit = min(found)[1]
            # "Hourly" in the next sentence is not about fifty thousand dollars.
            if not (unit is PayUnit.HOUR and high >= SMALLEST_YEARLY) and not (
                unit is PayUnit.YEAR and high < LARGEST_HOURLY
            ):
                return unit, True
    if high >= SMALLEST_YEARLY:
        return PayUnit.YEAR, False
    return (PayUnit.HOUR, False) if 5 <= high < LARGEST_HOURLY else (None, False)


def pay_place(said: PaySaid, figure: PayFigure) -> PayPlace | None:
    """Where the middle of what is *said* lies to a *figure*; None in another currency.

    It is far below or far above beyond what nine of ten jobs pay, or one of ten.
    """
    if said.currency != figure.currency:
        return None
    times = HOURS_A_YEAR if figure.unit.endswith("hour") else 1
    middle = sum(said.yearly) / 2
    median = figure.median * times
    if figure.low is not None and middle < figure.low * times:
        return PayPlace.FAR_BELOW
    if figure.high is not None and middle > figure.high * times:
        return PayPlace.FAR_ABOVE
    if abs(middle - median) <= NEAR * median:
        return PayPlace.NEAR
    return PayPlace.BELOW if middle < median else PayPlace.ABOVE
