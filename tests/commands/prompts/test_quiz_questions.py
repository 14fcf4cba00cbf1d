"""The quiz as questions: what each says, what each reply becomes, and how much is printed in all."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest

from libcareer.catalog import load
from libcareer.commands.prompts.lines import LinePrompter
from libcareer.commands.prompts.question import Quit
from libcareer.commands.prompts.quiz import CHANGES_NO_SCORE, QuizAsker, heading, printed, screens_to_come
from libcareer.engines.quiz.belief import Answer
from libcareer.engines.quiz.effort import choices, minutes, sample_answers, words
from libcareer.engines.quiz.engine import LONGEST, MOST_SCREENS, USUAL_SCREENS, Quiz, Screen
from libcareer.engines.quiz.interview import WHY_SCREENS, Back, Change, Chosen, Picked, QuestionNumber, Show, Skip, Stop
from libcareer.engines.quiz.limits import WHY_LIMITS, practical_questions
from libcareer.knowledge.model.quiz import ItemKind

if TYPE_CHECKING:
    from libcareer.catalog import Catalog

LIMITS = practical_questions(load())

PRACTICAL = len(LIMITS)


@pytest.fixture(scope="module")
def quiz(tiny: Catalog) -> Quiz:
    return Quiz(tiny)


@pytest.fixture(scope="module")
def mixed(quiz: Quiz) -> Screen:
    return Screen(tuple(f"a0{n}" for n in range(6)), least=True, picks=2, left=(7, 11))


def asker(lines: str, *, attended: bool = True) -> tuple[QuizAsker, io.StringIO]:
    asks = io.StringIO()
    return QuizAsker(LinePrompter(io.StringIO(lines), asks), attended=attended, looks_back=attended), asks


# ---------------------------------------------------------------------------- what is asked


@pytest.mark.parametrize(
    ("kind", "least", "picks", "asked"),
    [
        (ItemKind.ACTIVITY, False, 3, "Which 3 would you most like to do?"),
        (ItemKind.SKILL, False, 3, "Which 3 would you most like to use?"),
        (ItemKind.VALUE, False, 3, "Which 3 matter most to you?"),
        (ItemKind.ACTIVITY, True, 2, "Which 2 would you like most, and which least?"),
        (ItemKind.SKILL, True, 2, "Which 2 would you most like to use, and which least?"),
        (ItemKind.VALUE, True, 2, "Which 2 matter most to you, and which least?"),
        (ItemKind.ACTIVITY, True, 1, "Which one would you like most, and which least?"),
    ],
)
def test_a_screen_asks_what_fits_the_kind_of_its_options(kind: ItemKind, least: bool, picks: int, asked: str) -> None:
    assert heading(Screen((), least, picks, kind=kind)) == asked


@pytest.mark.parametrize(
    ("left", "place", "said"),
    [
        ((11, 16), QuestionNumber(1, 9), "Screen 1; about 22 more: 13 screens, then 9 practical questions"),
        ((7, 11), QuestionNumber(5, 9), "Screen 5; about 17 more"),
        ((1, 4), QuestionNumber(11, 9), "Screen 11; about 11 more"),
        ((1, 1), QuestionNumber(16, 9), "Screen 16; 9 more"),
        ((6, 6), QuestionNumber(3, 0), "Screen 3; 5 more"),
        ((1, 1), QuestionNumber(8, 0), "Screen 8; the last"),
    ],
)
def test_what_is_still_to_come_counts_practical_questions_too(
    left: tuple[int, int], place: QuestionNumber, said: str
) -> None:
    assert screens_to_come(Screen((), False, 3, left), place, again=False) == said


def test_keys_are_said_in_full_on_the_first_question_of_each_kind_only(quiz: Quiz, mixed: Screen) -> None:
    favorites = Screen(mixed.options, least=False, picks=3)
    asking, asks = asker("1 2 3\n" * 4 + "1\n1\n")
    for screen in (favorites, favorites, mixed, mixed):
        asking.screen(quiz, screen, QuestionNumber(1, PRACTICAL))
    for number, limit in enumerate(LIMITS[:2], 1):
        asking.limit(limit, QuestionNumber(number, PRACTICAL))
    full = [line for line in asks.getvalue().splitlines() if "skip, back, why, quit (s, b, ?, q)" in line]
    short = [
        line
        for line in asks.getvalue().splitlines()
        if re.fullmatch("Type [^,;]*(, the least last)?; or skip[.]", line)
    ]
    assert len(full) == len(short) == 3
    assert asks.getvalue().count(CHANGES_NO_SCORE) == 1


def test_a_practical_question_by_line(quiz: Quiz) -> None:
    asking, asks = asker("2\n")
    asking.limit(LIMITS[0], QuestionNumber(1, PRACTICAL))
    shown = asks.getvalue().splitlines()
    assert shown[:3] == [f"Practical question 1 of {PRACTICAL}", CHANGES_NO_SCORE, LIMITS[0].question]
    assert shown[3:-1] == [f"  {n}. {choice.text}" for n, choice in enumerate(LIMITS[0].choices, 1)]


# ---------------------------------------------------------------------------- replies


@pytest.mark.parametrize(
    ("line", "reply"),
    [
        ("2 5 1", Picked(("a01", "a04"), "a00")),
        ("s", Skip()),
        ("back", Back()),
        ("", Skip()),
        ("?\n6 1 2", Picked(("a05", "a00"), "a01")),
    ],
)
def test_a_screen_is_answered_by_line(quiz: Quiz, mixed: Screen, line: str, reply: object) -> None:
    asking, asks = asker(f"{line}\n")
    assert asking.screen(quiz, mixed, QuestionNumber(5, PRACTICAL)) == reply
    assert (WHY_SCREENS in asks.getvalue()) is line.startswith("?")


@pytest.mark.parametrize(
    ("line", "reply"), [("3", Chosen("associate")), ("skip", Skip()), ("b", Back()), ("why\n1", Chosen("secondary"))]
)
def test_a_practical_question_is_answered_by_line(line: str, reply: object) -> None:
    asking, asks = asker(f"{line}\n")
    assert asking.limit(LIMITS[0], QuestionNumber(1, PRACTICAL)) == reply
    assert (WHY_LIMITS in asks.getvalue()) is line.startswith("why")


def test_after_the_last_question_enter_shows_the_result_and_a_lists_the_answers() -> None:
    for lines, reply in (("\n", Show()), ("b\n", Back()), ("a\n\n", Show()), ("a\n2\n", Change(1)), ("a\nb\n", Back())):
        assert asker(lines)[0].review(["one", "two"]) == reply


def test_the_list_of_answers_comes_again_after_a_change() -> None:
    asking, asks = asker("a\n2\n\n")
    assert asking.review(["one", "two"]) == Change(1)
    assert asking.review(["one", "three"]) == Show()
    assert asks.getvalue().endswith("  1. one\n  2. three\nType a number; or back.\n")
    assert asks.getvalue().count("That was the last question.") == 1


def test_the_end_of_input_stops_every_question(quiz: Quiz, mixed: Screen) -> None:
    asking, _ = asker("")
    assert (
        asking.screen(quiz, mixed, QuestionNumber(5))
        == asking.limit(LIMITS[0], QuestionNumber(1))
        == asking.review(["one"])
        == Stop()
    )


def test_q_quits_every_question_without_an_error(quiz: Quiz, mixed: Screen) -> None:
    for ask in (
        lambda: asker("q\n")[0].screen(quiz, mixed, QuestionNumber(5)),
        lambda: asker("quit\n")[0].limit(LIMITS[0], QuestionNumber(1)),
        lambda: asker("q\n")[0].review(["one"]),
    ):
        with pytest.raises(Quit) as quitting:
            ask()
        assert quitting.value.code == 0


def test_an_earlier_answer_is_offered_again(quiz: Quiz, mixed: Screen) -> None:
    before = Answer(mixed.options, ("a01", "a04"), "a00")
    asking, asks = asker("\n\n")
    assert asking.screen(quiz, mixed, QuestionNumber(5), before) == Picked(("a01", "a04"), "a00")
    assert asking.limit(LIMITS[0], QuestionNumber(1), "associate") == Chosen("associate")
    assert asks.getvalue().startswith("Screen 5, as you answered it\n")
    assert "Chosen before: 2 5 1." in asks.getvalue()
    assert "Chosen before: 3." in asks.getvalue()


def test_a_file_is_shown_no_list_of_answers_and_cannot_quit(quiz: Quiz, mixed: Screen) -> None:
    asking, asks = asker("q\n2 5 1\n", attended=False)
    assert asking.screen(quiz, mixed, QuestionNumber(5)) == Picked(("a01", "a04"), "a00")
    assert "'q' is not an answer here" in asks.getvalue()
    assert asking.review(["one"]) == Show()


# ---------------------------------------------------------------------------- how much is printed


def test_what_is_printed_is_every_question_with_its_options(quiz: Quiz) -> None:
    answers = sample_answers(quiz, LONGEST)
    text = printed(quiz, answers, LIMITS)
    assert [line for line in text.splitlines() if line.startswith("Screen ")][-1].startswith(f"Screen {MOST_SCREENS};")
    for answer in answers:
        for option in answer.options:
            assert f". {quiz.text(option)}\n" in text
    for limit in LIMITS:
        assert limit.question in text


def test_fewer_practical_questions_are_fewer_words(quiz: Quiz) -> None:
    answers = sample_answers(quiz, LONGEST[:1])
    assert words(printed(quiz, answers, LIMITS[:1])) < words(printed(quiz, answers, LIMITS))
    assert "Practical" not in printed(quiz, answers, ())


def test_words_are_counted_as_people_count_them_and_signs_are_none() -> None:
    assert words("  1. Sort, fold -- and mend $2,000 worth of books; or s, b, ?") == 12


def test_minutes_come_from_words_and_choices() -> None:
    answers = [Answer(("a", "b", "c"), ("a", "b"), "c"), Answer(("d", "e"), ("d",)), Answer(("f", "g"))]
    assert choices(answers) == 4
    assert minutes(440, 24) == pytest.approx(3.0)


def test_a_whole_quiz_prints_fewer_words_than_a_few_pages(snapshot: Catalog) -> None:
    quiz = Quiz(snapshot)
    answers = sample_answers(quiz, LONGEST[:USUAL_SCREENS])
    text = printed(quiz, answers, LIMITS)
    assert words(text) <= 1850
    assert minutes(words(text), choices(answers) + len(LIMITS)) <= 10.5
