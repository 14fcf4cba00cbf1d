"""Local pay in words: at least, rough, from a wider place, and states that are called like towns."""

from __future__ import annotations

import pytest

from libcareer.engines.pay.figures import PayFigure
from libcareer.engines.pay.local import LocalPay
from libcareer.engines.pay.places import Place, PlaceKind
from libcareer.engines.pay.released import Released, Spread
from libcareer.engines.references import Cite, Named
from libcareer.reports.local_pay import local_in_short, local_words, posts_words
from libcareer.reports.words import located, pay_words

OHIO = Place("ohio", "Ohio", PlaceKind.STATE)
LIMA = Place("lima-oh", "Lima, OH", PlaceKind.AREA, ("ohio",))
SURVEY = Cite("survey", "Bureau", "Wages")


def released(*, error: float | None = 2.0, quotient: float | None = 1.5) -> Released:
    hour = Spread(20.0, 30.0, 115.0, ("high",))
    year = Spread(41_600, 62_400, 239_200, ("high",))
    return Released(hour, year, 1_200, 0.25, quotient, error, rough=error is not None and error > 20)


def local(figure: Released, *, place: Place = OHIO, of: Place = OHIO, asked: Released | None = None) -> LocalPay:
    return LocalPay("role", place, of, place != of, figure, asked, "hour", "May 2025", SURVEY, "Workers", "")


def test_the_highest_amount_of_the_release_is_told_as_at_least() -> None:
    assert local_in_short(local(released())) == (
        "$30.00 an hour in Ohio, four in five $20.00 to at least $115.00 (May 2025)."
    )


def test_a_rough_estimate_is_called_so() -> None:
    said = dict(local_words(local(released(error=20.1))))
    assert said["local pay"].endswith("about $62,400 a year if full time; a rough estimate.")
    assert said["how sure"] == "relative standard error of local pay: 20.1 percent."


def test_a_figure_of_a_wider_place_says_so_and_counts_the_posts_of_the_place() -> None:
    few = Released(Spread(None, None, None), Spread(None, None, None), 40, None, None, None, rough=False)
    said = dict(local_words(local(released(), place=LIMA, asked=few)))
    assert "(median in Ohio, as none was released around Lima, OH, May 2025)" in said["local pay"]
    assert said["local jobs"] == "around Lima, OH, about 40 jobs."


@pytest.mark.parametrize(
    ("quotient", "words"),
    [(1.05, "as many for its size as in the nation"), (1.06, "1.06 times as many"), (0.5, "0.5 times as many")],
)
def test_posts_are_compared_with_the_nation(quotient: float, words: str) -> None:
    assert words in posts_words(released(quotient=quotient))


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Named("ohio", "Ohio"), "in Ohio"),
        (Named("lima-oh", "Lima, OH"), "around Lima, OH"),
        (Named("new-york", "New York"), "in New York State"),
        (Named("washington", "Washington"), "in Washington State"),
        (Named("united-states", "United States"), "in the United States"),
        (Named("eastern-ohio", "Eastern Ohio nonmetropolitan area"), "in Eastern Ohio nonmetropolitan area"),
    ],
)
def test_a_place_is_told_so_that_it_cannot_be_taken_for_another(place: Named, words: str) -> None:
    assert located(place) == words


def test_a_figure_on_any_page_names_its_place_and_the_one_asked_for() -> None:
    ohio, lima = Named("ohio", "Ohio"), Named("lima-oh", "Lima, OH")
    figure = PayFigure(239_200, "USD per year", "May 2025", SURVEY, "Workers", "", place=ohio, asked=lima, rough=True,
                       at_least=("median",), currency="USD")  # fmt: skip
    assert pay_words(figure) == (
        "at least $239,200 a year (median in Ohio, as none was released around Lima, OH, May 2025); a rough estimate."
    )
