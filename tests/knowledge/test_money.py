"""Amounts of money in words."""

from __future__ import annotations

import pytest

from libcareer.knowledge.money import amount, whole_amount


@pytest.mark.parametrize(
    ("figure", "currency", "words"),
    [
        (0, "USD", "$0.00"),
        (15.5, "USD", "$15.50"),
        (999.5, "USD", "$999.50"),
        (1000, "USD", "$1,000"),
        (12.21, "GBP", "\N{POUND SIGN}12.21"),
        (41600, "CHF", "41,600 CHF"),
        (41600, "", "41,600"),
    ],
)
def test_an_amount_has_cents_below_a_thousand_and_its_currency(figure: float, currency: str, words: str) -> None:
    assert amount(figure, currency) == words


@pytest.mark.parametrize(("currency", "words"), [("USD", "$900"), ("CAD", "CA$900"), ("SEK", "900 SEK"), ("", "900")])
def test_a_whole_amount_has_no_cents(currency: str, words: str) -> None:
    assert whole_amount(900.4, currency) == words
