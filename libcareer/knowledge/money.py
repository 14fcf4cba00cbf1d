"""Amounts of money in words, each with its currency."""

from __future__ import annotations

SIGNS = {"USD": "$", "GBP": "\N{POUND SIGN}", "EUR": "\N{EURO SIGN}", "CAD": "CA$", "AUD": "A$", "NZD": "NZ$"}
"""The signs of currencies by ISO 4217 code; other amounts are followed by the code."""

CENTS_BELOW = 1000
"""Amounts from here on are told without cents."""


def amount(figure: float, currency: str) -> str:
    """An amount in its *currency* with cents below a thousand, such as $21.43; without a sign if it is empty."""
    return _signed(f"{figure:,.2f}" if figure < CENTS_BELOW else f"{figure:,.0f}", currency)


def whole_amount(figure: float, currency: str) -> str:
    """An amount in its *currency* without cents, such as $900 or 900 CHF."""
    return _signed(f"{figure:,.0f}", currency)


def _signed(digits: str, currency: str) -> str:
    if currency in SIGNS:
        return f"{SIGNS[currency]}{digits}"
    return f"{digits} {currency}".rstrip()
