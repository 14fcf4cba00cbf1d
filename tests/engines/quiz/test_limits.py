"""The practical questions: what can be answered, and that the limits built on them know every answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from libcareer.catalog import load
from libcareer.engines.paths.limits import ANY, LOOSER, LimitKind, steps_of
from libcareer.engines.quiz.limits import FREE, is_answer, practical_questions

if TYPE_CHECKING:
    from libcareer.catalog import Catalog

LIMITS = practical_questions(load())

CHOICES = {limit.id: tuple(choice.id for choice in limit.choices) for limit in LIMITS}


def test_questions_have_unique_ids_and_at_least_two_choices() -> None:
    assert len(CHOICES) == len(LIMITS)
    for limit in LIMITS:
        assert len({choice.id for choice in limit.choices}) == len(limit.choices) >= 2


def test_studies_under_way_are_asked_for_right_after_those_that_are_finished() -> None:
    ids = list(CHOICES)
    assert ids[ids.index("have") + 1] == "studying"


@pytest.mark.parametrize("question", sorted(set(CHOICES) - {"have", "studying"}))
def test_every_answer_but_the_loosest_is_a_limit_and_no_limit_lacks_an_answer(shipped: Catalog, question: str) -> None:
    kind = LimitKind(question)
    if question in FREE:
        amounts = {0.0 if choice == "none" else float(choice) for choice in CHOICES[question] if choice != ANY}
        assert amounts <= set(steps_of(shipped, kind))
    else:
        assert set(CHOICES[question]) - {ANY, "yes"} == set(LOOSER.get(kind, shipped.pack.study))


@pytest.mark.parametrize(
    ("question", "answer", "right"),
    [
        ("pay", "45000", True),
        ("pay", "any", True),
        ("money", "12500", True),
        ("money", "none", True),
        ("pay", "none", False),
        ("pay", "-1", False),
        ("pay", "4.5", False),
        ("pay", "\u0661", False),
        ("pay", "9" * 10, False),
        ("move", "45000", False),
        ("move", "", True),
        ("studying", "mlis", True),
        ("age", "", False),
    ],
)
def test_an_answer_is_a_choice_or_where_money_is_asked_for_a_free_amount(
    question: str, answer: str, right: bool
) -> None:
    assert is_answer(LIMITS, question, answer) is right
