"""The result of interest scores alone: which roles resemble them, how likely each is, and what the page says."""

from __future__ import annotations

import math
import random
import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libcareer.engines.quiz.algebra import cholesky, times
from libcareer.engines.quiz.belief import Answer, Letters
from libcareer.engines.quiz.engine import ROLES_SHOWN, Quiz
from libcareer.engines.quiz.interest_profiler import MINI_FORM, SHORT_FORM, highest_score, profiler_prior
from libcareer.engines.quiz.likeness import CORRELATIONS, chances_alone, letter_profile, likenesses
from libcareer.engines.quiz.ratings import HOLLAND_LETTERS, standard_ratings

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer.testing import Result

    from libcareer.catalog import Catalog

    Run = Callable[..., Result]

PEOPLE = 2000
LETTER = st.floats(-3, 3)
PROFILE = st.lists(LETTER, min_size=6, max_size=6).map(letter_profile)
PROFILES = (
    st.lists(PROFILE, min_size=1, max_size=12)
    .map(lambda found: dict(enumerate(found)))
    .map(lambda found: {f"role-{number}": profile for number, profile in found.items()})
)
SCORES = st.fixed_dictionaries({str(letter): st.integers(0, highest_score(SHORT_FORM)) for letter in HOLLAND_LETTERS})


def somebody(luck: random.Random) -> list[float]:
    """The letters of a person drawn from the population."""
    factor = cholesky([list(row) for row in CORRELATIONS])
    return letter_profile(times(factor, [luck.gauss(0, 1) for _ in HOLLAND_LETTERS]))


def shipped_letters(catalog: Catalog) -> dict[str, list[float]]:
    return {role: letter_profile(ratings) for role, ratings in standard_ratings(catalog).items()}


# ---------------------------------------------------------------------------- chances


@given(PROFILES, PROFILE, st.floats(0, 2))
def test_one_role_is_the_best_and_five_are_the_best_five(
    profiles: dict[str, list[float]], scores: list[float], worth: float
) -> None:
    chances = chances_alone(profiles, Letters(scores, worth), ROLES_SHOWN)
    assert sum(best for _, best in chances.values()) == pytest.approx(1)
    assert sum(five for five, _ in chances.values()) == pytest.approx(min(ROLES_SHOWN, len(profiles)))
    assert all(0 <= best <= five + 1e-9 <= 1 + 2e-9 for five, best in chances.values())


@given(PROFILES, PROFILE)
def test_the_more_alike_a_role_is_the_likelier_it_is(profiles: dict[str, list[float]], scores: list[float]) -> None:
    alike = likenesses(profiles, scores)
    chances = chances_alone(profiles, Letters(scores, 0.4), ROLES_SHOWN)
    order = sorted(alike, key=alike.__getitem__)
    for less, more in pairwise(order):
        assert chances[less][0] <= chances[more][0] + 1e-9


@given(PROFILES, PROFILE)
def test_scores_that_are_worth_nothing_leave_every_role_equally_likely(
    profiles: dict[str, list[float]], scores: list[float]
) -> None:
    chances = chances_alone(profiles, Letters(scores, 0.0), ROLES_SHOWN)
    assert [best for _, best in chances.values()] == pytest.approx([1 / len(profiles)] * len(profiles))


def test_the_chance_of_the_best_five_is_that_of_drawing_them_one_after_the_other() -> None:
    luck = random.Random(5)
    profiles = {f"role-{number}": somebody(luck) for number in range(12)}
    chances = chances_alone(profiles, Letters(somebody(luck), 0.6), ROLES_SHOWN)
    drawn: Counter[str] = Counter()
    for _ in range(PEOPLE):
        times_of = {role: luck.expovariate(best) for role, (_, best) in chances.items()}
        drawn.update(sorted(times_of, key=times_of.__getitem__)[:ROLES_SHOWN])
    for role, (five, _) in chances.items():
        assert drawn[role] / PEOPLE == pytest.approx(five, abs=0.04)


def test_two_roles_with_the_same_letters_are_equally_likely() -> None:
    luck = random.Random(6)
    profiles = {f"role-{number}": somebody(luck) for number in range(6)}
    profiles["twin"] = list(profiles["role-0"])
    alike = likenesses(profiles, somebody(luck))
    assert alike["twin"] == pytest.approx(alike["role-0"])


def test_no_role_is_left_out_and_none_is_shown_to_everybody(snapshot: Catalog) -> None:
    """Over people drawn at random, each role is among somebody's five, and none more than three times as often."""
    profiles, luck = shipped_letters(snapshot), random.Random(7)
    shown: Counter[str] = Counter()
    for _ in range(PEOPLE):
        alike = likenesses(profiles, somebody(luck))
        shown.update(sorted(alike, key=lambda role: -alike[role])[:ROLES_SHOWN])
    even = PEOPLE * ROLES_SHOWN / len(profiles)
    assert set(shown) == set(profiles)
    assert max(shown.values()) < 3 * even
    assert min(shown.values()) > even / 5


# ---------------------------------------------------------------------------- in the outcome


@given(SCORES)
def test_scores_alone_have_a_result_with_small_chances(shipped: Catalog, found: dict[str, int]) -> None:
    outcome = Quiz(shipped, profiler_prior(found)).outcome([])
    assert outcome.alone
    assert outcome.clear
    assert [fit.role for fit in outcome.fits[:ROLES_SHOWN]] == list(outcome.shown)
    assert [fit.chance for fit in outcome.fits] == sorted((fit.chance for fit in outcome.fits), reverse=True)
    assert math.isclose(outcome.stay, sum(fit.chance for fit in outcome.fits[:ROLES_SHOWN]))
    assert len(outcome.tie) > ROLES_SHOWN


def test_facets_that_were_not_asked_stay_uncertain(snapshot: Catalog) -> None:
    steep = dict(zip("RIASEC", (0, 40, 0, 40, 0, 40), strict=True))
    told, nothing = Quiz(snapshot, profiler_prior(steep)).belief([]), Quiz(snapshot).belief([])
    for facet in range(6, 16):
        assert told.mean[facet] == 0
        assert told.covariance[facet][facet] >= nothing.covariance[facet][facet]


def test_the_first_answer_makes_it_a_result_of_answers(snapshot: Catalog) -> None:
    quiz = Quiz(snapshot, profiler_prior(dict(zip("RIASEC", (10, 25, 30, 28, 12, 22), strict=True))))
    screen = quiz.next([])
    assert screen
    skipped = Answer(screen.options)
    assert quiz.outcome([skipped]).alone
    assert quiz.outcome([skipped]).shown == quiz.outcome([]).shown
    assert not quiz.outcome([Answer(screen.options, screen.options[: screen.picks])]).alone


def test_scores_of_the_shorter_form_are_worth_less(snapshot: Catalog) -> None:
    whole = dict(zip("RIASEC", (10, 24, 30, 28, 12, 22), strict=True))
    half = {letter: score // 2 for letter, score in whole.items()}
    long = Quiz(snapshot, profiler_prior(whole, SHORT_FORM))
    mini = Quiz(snapshot, profiler_prior(half, MINI_FORM))
    assert mini.outcome([]).shown == long.outcome([]).shown
    assert mini.outcome([]).stay < long.outcome([]).stay
    assert mini.belief([]).covariance[0][0] > long.belief([]).covariance[0][0]


@pytest.mark.parametrize("pair", ["RS", "RE", "IS", "AC", "SC", "RA"])
def test_not_even_the_steepest_scores_make_a_role_certain(snapshot: Catalog, pair: str) -> None:
    steep = {letter: 40 * (letter in pair) for letter in "RIASEC"}
    assert Quiz(snapshot, profiler_prior(steep)).outcome([]).fits[0].chance < 0.9


# ---------------------------------------------------------------------------- on the page

TYPED = ["R0 I0 A0 S0 E0 C0", "R20 I20 A20 S20 E20 C20", "R40 I0 A0 S40 E0 C0", "R10 I25 A30 S28 E12 C22", "SAI"]


@pytest.mark.parametrize("typed", TYPED)
def test_nobody_who_brings_scores_hears_that_they_might_be_random(run_snapshot: Run, typed: str) -> None:
    said = " ".join(run_snapshot("quiz", "--riasec", typed, "--details", input="").stdout.split())
    assert "What your scores point to" in said
    assert "all of this comes from six scores" in said
    assert not re.search("random|do not point one way|consistent|What decided it", said, re.IGNORECASE)


def test_the_page_says_how_little_six_scores_can_tell(run_shipped: Run) -> None:
    said = " ".join(run_shipped("quiz", "--riasec", "R10 I25 A30 S28 E12 C22", "--details", input="").stdout.split())
    assert re.search(r"any role has 1 in \d\d\. With a chance of four in five, your best fit is one of \d\d", said)
