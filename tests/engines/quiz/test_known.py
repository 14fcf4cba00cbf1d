"""Practical questions that need not be asked, because the answers follow from what somebody told."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libcareer.catalog import load
from libcareer.engines.paths.circumstances import NOTHING_TOLD, Circumstances, UnderWay
from libcareer.engines.quiz.known import known_answers, with_answers
from libcareer.engines.quiz.limits import practical_questions

if TYPE_CHECKING:
    from libcareer.catalog import Catalog

LIMITS = practical_questions(load())

ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        limit.id: st.sampled_from(["", *(choice.id for choice in limit.choices if choice.id != "other")])
        for limit in LIMITS
    },
)


def test_of_whoever_told_nothing_no_answer_is_known(snapshot: Catalog) -> None:
    assert known_answers(snapshot, NOTHING_TOLD) == {}


@given(answers=ANSWERS)
def test_every_answer_that_was_given_is_known_afterwards_and_no_other(
    snapshot: Catalog, answers: dict[str, str]
) -> None:
    told = with_answers(snapshot, NOTHING_TOLD, answers)
    assert known_answers(snapshot, told) == {question: answer for question, answer in answers.items() if answer}


@given(answers=ANSWERS)
def test_giving_again_what_is_known_changes_nothing(snapshot: Catalog, answers: dict[str, str]) -> None:
    told = Circumstances(posts=("library-page",), education="doctorate", studying=(UnderWay("ahip", date(2030, 1, 1)),))
    told = with_answers(snapshot, told, {**answers, "have": "", "studying": ""})
    assert with_answers(snapshot, told, known_answers(snapshot, told)) == told


def test_a_free_amount_is_an_answer_and_nonsense_is_none(snapshot: Catalog) -> None:
    told = Circumstances(limits={"pay": "45000", "money": "x", "move": "maybe", "age": "40", "hours": ""})
    assert known_answers(snapshot, told) == {"pay": "45000"}


@pytest.mark.parametrize(
    ("education", "have"),
    [("bachelor", "bachelor"), ("mlis", "mlis"), ("doctorate", "master"), ("gone", None), (None, None)],
)
def test_education_is_an_answer_or_counts_as_the_highest_one_below_it(
    snapshot: Catalog, education: str | None, have: str | None
) -> None:
    assert known_answers(snapshot, Circumstances(education=education)).get("have") == have


@pytest.mark.parametrize(
    ("studying", "answer"),
    [(None, None), ((), "no"), (("bachelor",), "bachelor"), (("lta-associate", "mlis"), "mlis"), (("ahip",), "other")],
)
def test_study_under_way_is_an_answer(shipped: Catalog, studying: tuple[str, ...] | None, answer: str | None) -> None:
    told = Circumstances(studying=studying and tuple(map(UnderWay, studying)))
    told = told if studying is None or studying else Circumstances(studying=())
    assert known_answers(shipped, told).get("studying") == answer


def test_something_else_leaves_the_study_that_is_known(snapshot: Catalog) -> None:
    told = Circumstances(studying=(UnderWay("mlis", date(2027, 6, 30)),))
    assert with_answers(snapshot, told, {"studying": "other"}) == told
    assert with_answers(snapshot, told, {"studying": "no"}).studying == ()
