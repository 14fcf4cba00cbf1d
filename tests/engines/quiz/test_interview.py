"""Answers from a file, as the quiz reads them again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import msgspec
import pytest

from libcareer.engines.quiz.belief import Answer
from libcareer.engines.quiz.engine import MOST_SHOWN, Quiz
from libcareer.engines.quiz.interview import Progress, answers_from_json
from libcareer.errors import BadAnswers

if TYPE_CHECKING:
    from libcareer.catalog import Catalog


@pytest.fixture(scope="module")
def quiz(tiny: Catalog) -> Quiz:
    return Quiz(tiny)


def answered(quiz: Quiz) -> tuple[Answer, ...]:
    """Answers that choose the first options, and skip the second screen."""
    answers: list[Answer] = []
    while screen := quiz.next(answers):
        picks = () if len(answers) == 1 else screen.options[: screen.picks]
        answers.append(Answer(screen.options, picks, screen.options[-1] if screen.least and picks else None))
    return tuple(answers)


def test_answers_written_as_json_are_read_back_whole(quiz: Quiz) -> None:
    progress = Progress(11, answered(quiz)[:2])
    assert answers_from_json(msgspec.json.encode(progress), quiz) == progress


def test_answers_need_neither_seed_nor_limits_and_may_be_in_any_order(quiz: Quiz) -> None:
    progress = Progress(answers=answered(quiz))
    data = msgspec.json.encode({"answers": progress.answers[::-1], "something else": [1]})
    read = answers_from_json(data, quiz)
    assert (read.seed, read.limits) == (0, {})
    assert quiz.outcome(read.answers) == quiz.outcome(progress.answers)


GOOD = {"options": ["a00", "a01", "a02", "a03"], "picks": ["a00"], "least": "a01"}
MANY = [{"options": [f"{letter}0{n}"]} for letter in "abc" for n in range(10)][: MOST_SHOWN + 1]


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (b"", "cannot be read as JSON"),
        (b"{", "cannot be read as JSON"),
        (b"[]", "cannot be read as JSON: Expected `object`"),
        (b"{}", "required field `answers`"),
        (b'{"answers": 3}', "Expected `array`"),
        (b'{"answers": [{}]}', "required field `options`"),
        (b'{"answers": [], "seed": "x"}', "Expected `int | null`"),
        (b'{"answers": [{"options": ["\xff"]}]}', "cannot be read as JSON"),
        ({"answers": [GOOD | {"options": ["a00", "nobody"]}]}, "Answer 1: the quiz has no option 'nobody'"),
        ({"answers": [{"options": []}, GOOD | {"picks": ["a09"]}]}, "Answer 2: 'a09' was chosen but not shown"),
        ({"answers": [GOOD | {"least": "a09"}]}, "Answer 1: 'a09' was chosen but not shown"),
        ({"answers": [GOOD | {"picks": ["a00", "a00"]}]}, "Answer 1: an option was chosen twice"),
        ({"answers": [GOOD | {"least": "a00"}]}, "Answer 1: an option was chosen twice"),
        ({"answers": [{"options": ["a00"], "picks": ["a00"]}]}, "Answer 1: everything was chosen"),
        ({"answers": [GOOD, GOOD | {"least": None}]}, "The option 'a00' is on two screens"),
        ({"answers": MANY}, f"There are {len(MANY)} answers; the quiz has at most {MOST_SHOWN} screens"),
        ({"answers": [GOOD], "limits": {"shoes": "red"}}, "'shoes: red' is not one of the practical questions"),
        ({"answers": [GOOD], "limits": {"move": "maybe"}}, "'move: maybe' is not one of the practical questions"),
    ],
)
def test_a_bad_file_of_answers_is_refused_with_one_clear_sentence(quiz: Quiz, file: object, said: str) -> None:
    data = file if isinstance(file, bytes) else json.dumps(file).encode()
    with pytest.raises(BadAnswers) as refused:
        answers_from_json(data, quiz)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_skipped_practical_question_may_be_in_the_file(quiz: Quiz) -> None:
    data = json.dumps({"answers": [GOOD], "limits": {"move": ""}}).encode()
    assert answers_from_json(data, quiz).limits == {"move": ""}


def test_a_file_nested_without_end_is_refused(quiz: Quiz) -> None:
    with pytest.raises(BadAnswers):
        answers_from_json(b'{"answers": [], "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", quiz)
