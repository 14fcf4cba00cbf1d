"""Two loves: somebody with two distant interests is told both, somebody with one is not told of two."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from libcareer.engines.quiz.algebra import dot
from libcareer.engines.quiz.belief import Answer
from libcareer.engines.quiz.engine import ROLES_SHOWN, Quiz
from libcareer.engines.quiz.two_loves import DISTANT, EACH, TWO, two_loves

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.engines.quiz.engine import Outcome

PAIRS = [("archivist", "volunteer-manager"), ("makerspace-coordinator", "law-librarian")]
"""Roles that have little in common."""


@pytest.fixture(scope="module")
def quiz(shipped: Catalog) -> Quiz:
    return Quiz(shipped)


def answers_of(quiz: Quiz, roles: tuple[str, ...], seed: int = 0) -> list[Answer]:
    """The answers of somebody who likes what is close to any of the *roles*, with some moods."""
    luck = random.Random(seed)
    answers: list[Answer] = []
    while screen := quiz.next(answers):
        liking = {
            option: max(4 * dot(quiz.options[option], quiz.roles[role]) for role in roles) + luck.gauss(0, 0.3)
            for option in screen.options
        }
        order = sorted(liking, key=lambda option: -liking[option])
        answers.append(Answer(screen.options, tuple(order[: screen.picks]), order[-1] if screen.least else None))
    return answers


def outcome_of(quiz: Quiz, roles: tuple[str, ...]) -> Outcome:
    return quiz.outcome(answers_of(quiz, roles))


@pytest.mark.parametrize("pair", PAIRS, ids=" and ".join)
def test_both_of_two_distant_interests_are_told(quiz: Quiz, pair: tuple[str, str]) -> None:
    assert dot(quiz.roles[pair[0]], quiz.roles[pair[1]]) < DISTANT
    sides = outcome_of(quiz, pair).loves
    assert [len(side) for side in sides] == [EACH, EACH]
    assert not set(sides[0]) & set(sides[1])
    told = [next((role for role in pair if role in side), None) for side in sides]
    assert set(told) == set(pair)


def test_one_interest_is_hardly_ever_told_as_two(quiz: Quiz) -> None:
    """Of all roles, at most one in seventy is; every twelfth is tried."""
    assert sum(outcome_of(quiz, (role,)).loves != () for role in sorted(quiz.roles)[::12]) <= 1


def test_the_evidence_for_two_is_weighed_against_the_evidence_for_one(quiz: Quiz) -> None:
    answers = answers_of(quiz, PAIRS[0])
    one = quiz.belief(answers).evidence
    found = two_loves(quiz.roles, quiz.options, answers, one, ROLES_SHOWN)
    assert found
    assert found.evidence >= TWO
    assert two_loves(quiz.roles, quiz.options, answers, one + found.evidence, ROLES_SHOWN) is None


def test_neither_the_order_of_answers_nor_a_skipped_screen_changes_the_two(quiz: Quiz) -> None:
    answers = answers_of(quiz, PAIRS[0])
    skipped = Answer(tuple(sorted(set(quiz.options) - {o for a in answers for o in a.options})[:6]))
    assert quiz.outcome(answers).loves == quiz.outcome([skipped, *answers[::-1]]).loves


def test_without_distant_roles_nobody_has_two_interests(quiz: Quiz) -> None:
    alike = dict.fromkeys(("one", "other"), quiz.roles["archivist"])
    assert two_loves(alike, quiz.options, answers_of(quiz, PAIRS[0]), 0.0, 1) is None
