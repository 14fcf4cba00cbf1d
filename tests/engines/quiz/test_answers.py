"""Written answers: read back, refused in a sentence, and fitted to a quiz that has changed since."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from msgspec.structs import replace

from libcareer.engines.quiz.answers import (
    MOST_ANSWERS,
    QUIZ_VERSION,
    answers_from_json,
    check_progress,
    fitted,
    shared_answers,
)
from libcareer.engines.quiz.belief import ONE_MOST_LEAST, Answer, form_of
from libcareer.engines.quiz.engine import Quiz
from libcareer.engines.quiz.interview import Lost, Progress
from libcareer.errors import BadAnswers

if TYPE_CHECKING:
    from libcareer.catalog import Catalog

OLD = Path(__file__).parents[2] / "old"
"""What the version before wrote: a result in JSON, without most of its roles, and saved files."""


@pytest.fixture(scope="module")
def quiz(tiny: Catalog) -> Quiz:
    return Quiz(tiny)


def chosen(quiz: Quiz, screens: int) -> tuple[Answer, ...]:
    """Answers of somebody who takes the first options of each screen, and likes the last one least."""
    answers: list[Answer] = []
    while len(answers) < screens and (screen := quiz.next(answers)):
        least = screen.options[-1] if screen.least else None
        answers.append(Answer(screen.options, screen.options[: screen.picks], least))
    return tuple(answers)


# ---------------------------------------------------------------------------- reading


def test_answers_written_as_json_are_read_back_whole(quiz: Quiz) -> None:
    progress = Progress(11, chosen(quiz, 6), {"move": "no", "study": ""})
    assert answers_from_json(msgspec.json.encode(progress), quiz) == progress


def test_answers_need_neither_seed_nor_limits_and_may_be_in_any_order(quiz: Quiz) -> None:
    answers = chosen(quiz, 6)
    read = answers_from_json(msgspec.json.encode({"answers": answers[::-1], "something else": [1]}), quiz)
    assert (read.seed, read.limits) == (0, {})
    assert quiz.outcome(read.answers) == quiz.outcome(answers)


GOOD = {"options": ["a00", "a01", "a02", "a03"], "picks": ["a00"], "least": "a01"}
MANY = [{"options": [f"{letter}0{n}"]} for letter in "abc" for n in range(10)][: MOST_ANSWERS + 1]


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
        (b'{"answers": [], "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "cannot be read as JSON"),
        ({"answers": [GOOD], "version": QUIZ_VERSION + 1}, "written by a newer libcareer. Update libcareer"),
        ({"answers": [{"options": ["nobody"], "picks": ["nobody"]}]}, "without 'nobody', which this quiz lacks"),
        ({"answers": [{"options": []}, GOOD | {"picks": ["a09"]}]}, "'a09' was chosen but not shown"),
        ({"answers": [GOOD | {"least": "a09"}]}, "Answer 1: 'a09' was chosen but not shown"),
        ({"answers": [GOOD | {"picks": ["nobody"]}]}, "Answer 1: the quiz has no option 'nobody'"),
        ({"answers": [GOOD | {"picks": ["a00", "a00"]}]}, "Answer 1: an option was chosen twice"),
        ({"answers": [GOOD | {"least": "a00"}]}, "Answer 1: an option was chosen twice"),
        ({"answers": [{"options": ["a00"], "picks": ["a00"]}]}, "Answer 1: everything was chosen"),
        ({"answers": [GOOD, GOOD | {"least": None}]}, "The option 'a00' is on two screens"),
        ({"answers": MANY}, f"There are {len(MANY)} answers; the quiz has at most {MOST_ANSWERS} screens"),
    ],
)
def test_a_bad_file_of_answers_is_refused_with_one_clear_sentence(quiz: Quiz, file: object, said: str) -> None:
    data = file if isinstance(file, bytes) else json.dumps(file).encode()
    with pytest.raises(BadAnswers) as refused:
        answers_from_json(data, quiz)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


# ---------------------------------------------------------------------------- a quiz that has changed


def renamed(answers: tuple[Answer, ...], old: str, new: str = "gone") -> tuple[Answer, ...]:
    """*answers* as they would be if the option *old* had had another id when they were given."""
    swap = {old: new}
    return tuple(
        Answer(
            tuple(swap.get(id_, id_) for id_ in answer.options),
            tuple(swap.get(id_, id_) for id_ in answer.picks),
            swap.get(answer.least, answer.least) if answer.least else None,
        )
        for answer in answers
    )


def test_answers_that_fit_are_not_changed(quiz: Quiz) -> None:
    progress = Progress(3, chosen(quiz, 6), {"move": "no"})
    assert fitted(progress, quiz) == progress


def test_an_option_that_was_passed_over_and_is_gone_costs_only_that_option(quiz: Quiz) -> None:
    answers = chosen(quiz, 6)
    old = answers[1].options[-1]
    found = fitted(Progress(answers=renamed(answers, old)), quiz)
    assert found.lost == Lost(options=1)
    assert found.answers[1] == replace(answers[1], options=answers[1].options[:-1])
    assert found.answers[:1] + found.answers[2:] == answers[:1] + answers[2:]
    check_progress(found, quiz)


@pytest.mark.parametrize("how", ["favorite", "least liked"])
def test_an_option_that_was_chosen_and_is_gone_costs_that_answer(quiz: Quiz, how: str) -> None:
    answers = chosen(quiz, 6)
    old = answers[4].least if how == "least liked" else answers[4].picks[0]
    assert old
    found = fitted(Progress(answers=renamed(answers, old)), quiz)
    assert found.lost == Lost(answers=1)
    assert found.answers == answers[:4] + answers[5:]


def test_an_answer_that_chose_all_that_is_left_of_its_screen_is_set_aside(quiz: Quiz) -> None:
    answers = chosen(quiz, 5)
    screen = Answer((*answers[0].picks, "gone", "lost"), answers[0].picks)
    found = fitted(Progress(answers=(screen, *answers[1:])), quiz)
    assert found.answers == answers[1:]
    assert found.lost == Lost(answers=1)


def test_a_skipped_screen_whose_options_are_gone_is_no_loss(quiz: Quiz) -> None:
    answers = chosen(quiz, 4)
    found = fitted(Progress(answers=(*answers, Answer(("gone", "lost")))), quiz)
    assert (found.answers, found.lost) == (answers, Lost())


def test_a_practical_question_or_choice_that_is_gone_costs_only_that_limit(quiz: Quiz) -> None:
    limits = {"move": "no", "study": "maybe", "shoes": "red", "pay": ""}
    found = fitted(Progress(answers=chosen(quiz, 4), limits=limits), quiz)
    assert found.limits == {"move": "no", "pay": ""}
    assert found.lost == Lost(limits=2)


# ---------------------------------------------------------------------------- what the version before wrote


def test_a_result_of_the_version_before_is_read_with_its_screens_of_nine(quiz: Quiz) -> None:
    read = answers_from_json((OLD / "exported.json").read_bytes(), quiz)
    assert (len(read.answers), read.limits["study"], read.lost) == (8, "bachelor", Lost())
    assert read.done
    later = read.answers[4]
    assert (len(later.options), len(later.picks), bool(later.least)) == (9, 1, True)
    assert form_of(later).noise == ONE_MOST_LEAST.noise
    assert quiz.outcome(read.answers).screens == 8


def test_a_long_quiz_of_the_version_before_is_not_refused(quiz: Quiz) -> None:
    answers = tuple(Answer((option,)) for option in sorted(quiz.options)[:18])
    check_progress(Progress(answers=answers), quiz)


# ---------------------------------------------------------------------------- shared


def test_shared_answers_have_what_was_shown_and_chosen_and_nothing_about_the_person(quiz: Quiz) -> None:
    progress = Progress(7, chosen(quiz, 5), {"have": "mlis", "pay": "60000"}, dict.fromkeys("RIASEC", 20))
    shared = json.loads(shared_answers(progress))
    assert shared.keys() == {"kind", "version", "seed", "answers"}
    assert {key for answer in shared["answers"] for key in answer} == {"options", "picks", "least"}
    read = answers_from_json(shared_answers(progress), quiz)
    assert read == Progress(7, progress.answers)
