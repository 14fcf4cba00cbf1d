"""Chances: a draw is a person whom the belief allows, and a table of roles that the ratings allow."""

from __future__ import annotations

import math
import random
from statistics import fmean, pstdev
from typing import TYPE_CHECKING

import pytest

from libcareer.engines.quiz.algebra import dot
from libcareer.engines.quiz.belief import SCALES, SIZE, Answer, BeliefModel
from libcareer.engines.quiz.chances import DRAWS, TABLE_ERROR, drawn_scores, errors, shares_first
from libcareer.engines.quiz.engine import Quiz, Screen, day_option

if TYPE_CHECKING:
    from collections.abc import Callable

    from libcareer.catalog import Catalog
    from libcareer.engines.quiz.belief import Belief

NOBODY = BeliefModel({}).belief([])
"""The belief before any answer."""

NORTH, EAST = [1.0] + [0.0] * (SIZE - 1), [0.0, 1.0] + [0.0] * (SIZE - 2)


@pytest.fixture(scope="module")
def quiz(shipped: Catalog) -> Quiz:
    return Quiz(shipped)


def wished(quiz: Quiz, wish: Callable[[Screen, str], float]) -> list[Answer]:
    """All answers of a person who likes each option of a screen as much as *wish* says."""
    answers: list[Answer] = []
    while screen := quiz.next(answers):
        order = sorted(screen.options, key=lambda option: -wish(screen, option))
        answers.append(Answer(screen.options, tuple(order[: screen.picks]), order[-1] if screen.least else None))
    return answers


def test_the_parts_of_a_belief_are_the_strengths_of_likings_and_their_mean_is_the_belief() -> None:
    belief = NOBODY
    assert [part.scale for part in belief.parts] == [scale for scale, _ in SCALES]
    assert sum(part.weight for part in belief.parts) == pytest.approx(1)
    assert belief.mean == [0.0] * SIZE
    middle = sum(part.weight * part.covariance[0][0] for part in belief.parts)
    assert belief.covariance[0][0] == pytest.approx(middle)


def test_scores_are_drawn_around_the_mean_as_widely_as_the_belief_and_the_ratings_allow() -> None:
    scores = drawn_scores({"north": NORTH}, NOBODY)["north"]
    assert len(scores) == DRAWS
    expected = sum(weight * scale**2 for scale, weight in SCALES) * (1 + 16 * TABLE_ERROR**2)
    assert fmean(scores) == pytest.approx(0, abs=0.1)
    assert pstdev(scores) == pytest.approx(math.sqrt(expected), rel=0.15)


def test_two_roles_with_the_same_ratings_are_not_the_same_role() -> None:
    """Their ratings may be wrong, each in another way."""
    scores = drawn_scores({"one": NORTH, "other": list(NORTH)}, NOBODY)
    assert scores["one"] != scores["other"]


def test_draws_are_the_same_at_every_call_and_depend_on_the_role_alone() -> None:
    alone = drawn_scores({"north": NORTH}, NOBODY)
    both = drawn_scores({"east": EAST, "north": NORTH}, NOBODY)
    assert alone["north"] == both["north"] == drawn_scores({"north": NORTH}, NOBODY)["north"]


def test_errors_of_ratings_are_standard_normal() -> None:
    drawn = [error for role in ("archivist", "librarian", "curator", "taxonomist") for error in errors(role, DRAWS)]
    assert fmean(drawn) == pytest.approx(0, abs=0.1)
    assert pstdev(drawn) == pytest.approx(1, abs=0.1)


def test_shares_count_the_draws_in_which_a_role_is_among_the_first_and_the_best() -> None:
    scores = {"a": [3.0, 1.0, 3.0, 0.0], "b": [2.0, 2.0, 1.0, 1.0], "c": [1.0, 3.0, 2.0, 2.0]}
    assert shares_first(scores, 2) == {"a": (0.5, 0.5), "b": (0.75, 0.0), "c": (0.75, 0.5)}


def strength(belief: Belief) -> float:
    return sum(part.scale * part.weight for part in belief.parts)


def test_random_choices_are_taken_for_weaker_likings_than_consistent_ones(quiz: Quiz) -> None:
    """On average: one clicker in six seems consistent by chance."""
    role = quiz.roles["archivist"]
    marked = wished(quiz, lambda _, option: dot(role, quiz.options[option]))

    def flat(seed: int) -> float:
        luck = random.Random(seed)
        return strength(quiz.belief(wished(quiz, lambda _, option: luck.random())))

    assert fmean(map(flat, range(8))) < strength(NOBODY) < strength(quiz.belief(marked))


def test_choosing_every_day_is_a_taste_for_days_first(quiz: Quiz) -> None:
    """Otherwise whoever likes to read long options would be told to like the roles whose days were shown."""
    days = set(map(day_option, quiz.ids))

    def means(sign: int, seed: int) -> list[float]:
        luck = random.Random(seed)
        return quiz.belief(wished(quiz, lambda _, option: sign * (option in days) + luck.random())).mean

    fond = [means(1, seed) for seed in range(5)]
    assert fmean(mean[-1] for mean in fond) > 0.5
    assert means(-1, 2)[-1] < -0.2
    assert fmean(max(map(abs, mean[:-1])) for mean in fond) < fmean(mean[-1] for mean in fond)
