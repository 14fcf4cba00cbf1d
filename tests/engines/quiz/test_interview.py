"""The quiz as a conversation: typed replies, steps back, stopping early."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from libcareer.engines.quiz.belief import Answer
from libcareer.engines.quiz.engine import MOST_SCREENS, Quiz, Screen
from libcareer.engines.quiz.interview import (
    Back,
    Chosen,
    Picked,
    Progress,
    Skip,
    Stop,
    converse,
    limit_reply,
    screen_reply,
)
from libcareer.engines.quiz.limits import LIMITS, Limit
from libcareer.errors import BadAnswers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from libcareer.catalog import Catalog

OPTIONS = tuple("abcdefghi")
FAVORITES = Screen(OPTIONS, least=False, picks=3)
MOST_LEAST = Screen(OPTIONS[:4], least=True, picks=1)


@pytest.fixture(scope="module")
def quiz(tiny: Catalog) -> Quiz:
    return Quiz(tiny)


# ---------------------------------------------------------------------------- replies as typed


@pytest.mark.parametrize("line", ["1 4 9", "1,4,9", " 1, 4, 9\n", "1 ,4,, 9", "\t1  4\t9\r\n"])
def test_numbers_choose_favorites_with_any_separator(line: str) -> None:
    assert screen_reply(line, OPTIONS, FAVORITES) == Picked(("a", "d", "i"))


@pytest.mark.parametrize(("line", "most", "least"), [("1 2", "a", "b"), ("4,1", "d", "a"), (" 3, 2\n", "c", "b")])
def test_on_a_screen_of_four_the_most_comes_first_and_the_least_last(line: str, most: str, least: str) -> None:
    assert screen_reply(line, OPTIONS[:4], MOST_LEAST) == Picked((most,), least)


WORDS = [
    ("", Skip()),
    ("\n", Skip()),
    ("s", Skip()),
    ("Skip\n", Skip()),
    ("b", Back()),
    (" BACK ", Back()),
    ("?", None),
    ("why\n", None),
]


@pytest.mark.parametrize(("line", "reply"), WORDS)
@pytest.mark.parametrize("screen", [FAVORITES, MOST_LEAST], ids=["favorites", "most and least"])
def test_words_skip_go_back_and_ask_why_on_every_screen(line: str, reply: object, screen: Screen) -> None:
    assert screen_reply(line, screen.options, screen) == reply


@pytest.mark.parametrize(("line", "reply"), WORDS)
def test_words_skip_go_back_and_ask_why_at_practical_questions_too(line: str, reply: object) -> None:
    assert limit_reply(line, LIMITS[0]) == reply


@pytest.mark.parametrize(
    ("line", "screen", "expected"),
    [
        ("1 2", FAVORITES, "3 different numbers"),
        ("1 2 3 4", FAVORITES, "3 different numbers"),
        ("1 1 2", FAVORITES, "3 different numbers"),
        ("1 2 2 3", FAVORITES, "3 different numbers"),
        ("one two three", FAVORITES, "3 different numbers"),
        ("1 2 x", FAVORITES, "3 different numbers"),
        ("skip 1", FAVORITES, "3 different numbers"),
        ("-1 2 3", FAVORITES, "3 different numbers"),
        ("1 2 10", FAVORITES, "numbered 1 to 9"),
        ("0 1 2", FAVORITES, "numbered 1 to 9"),
        ("1", MOST_LEAST, "two different numbers, most then least"),
        ("1 2 3", MOST_LEAST, "two different numbers, most then least"),
        ("2 2", MOST_LEAST, "two different numbers, most then least"),
        ("1 5", MOST_LEAST, "numbered 1 to 4"),
    ],
)
def test_an_invalid_line_is_refused_with_what_was_expected(line: str, screen: Screen, expected: str) -> None:
    with pytest.raises(BadAnswers) as refused:
        screen_reply(line + "\n", screen.options, screen)
    assert f"'{line}'" in str(refused.value)
    assert expected in str(refused.value)


@pytest.mark.parametrize("line", ["да", "...", "!", "\N{FULLWIDTH DIGIT ONE}", "1;4;9", "(1) (4) (9)"])
def test_a_line_of_other_characters_is_not_a_skip(line: str) -> None:
    with pytest.raises(BadAnswers):
        screen_reply(line, OPTIONS, FAVORITES)


def test_an_endless_number_is_refused_like_any_other() -> None:
    with pytest.raises(BadAnswers):
        screen_reply("1" * 5000, OPTIONS, FAVORITES)


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit.id)
def test_a_practical_question_takes_a_number_or_the_id_of_a_choice(limit: Limit) -> None:
    for number, choice in enumerate(limit.choices, 1):
        assert limit_reply(f" {number}\n", limit) == Chosen(choice.id)
        assert limit_reply(choice.id.upper(), limit) == Chosen(choice.id)


@pytest.mark.parametrize("line", ["0", "6", "99", "1 2", "maybe", "-1"])
def test_a_practical_question_says_which_numbers_it_takes(line: str) -> None:
    with pytest.raises(BadAnswers, match=f"'{line}' is not an answer here. Type a number from 1 to 5, or skip"):
        limit_reply(line, LIMITS[0])


def test_a_superscript_is_no_answer_to_a_practical_question() -> None:
    with pytest.raises(BadAnswers):
        limit_reply("\N{SUPERSCRIPT TWO}", LIMITS[0])


# ---------------------------------------------------------------------------- the conversation


def choose(screen: Screen) -> Picked:
    """The first options, and the last one least."""
    return Picked(screen.options[: screen.picks], screen.options[-1] if screen.least else None)


IDS = [limit.id for limit in LIMITS]

Reply = Picked | Skip | Back | Stop | Chosen


class Scripted:
    """Gives these replies one by one, then those of *after*; keeps what it was asked."""

    def __init__(self, replies: Iterable[Reply | Callable[[Screen], Picked]] = (), after: object = choose) -> None:
        self.replies = list(replies)
        self.after = after
        self.asked: list[Screen | str] = []
        self.numbers: list[int] = []
        self.count = 0

    def screen(self, quiz: Quiz, screen: Screen, number: int) -> Picked | Skip | Back | Stop:
        self.asked.append(screen)
        self.numbers.append(number)
        reply = self.replies.pop(0) if self.replies else self.after
        return reply(screen) if callable(reply) else reply  # type: ignore[return-value]

    def limit(self, limit: Limit) -> Chosen | Skip | Back | Stop:
        self.asked.append(limit.id)
        return self.replies.pop(0) if self.replies else Chosen(limit.choices[0].id)  # type: ignore[return-value]


def talk(quiz: Quiz, asker: Scripted, progress: Progress | None = None) -> tuple[Progress, bool, list[Progress]]:
    """The progress, whether everything was asked, and every step that was kept."""
    kept: list[Progress] = []
    found, complete = converse(quiz, progress or Progress(), asker, kept.append)
    return found, complete, kept


@pytest.fixture(scope="module")
def screens_done(quiz: Quiz) -> Progress:
    """A quiz with all screens answered and no practical question yet."""
    found, _, _ = talk(quiz, Scripted())
    return Progress(found.seed, found.answers)


def test_every_step_is_kept_as_soon_as_it_is_made(quiz: Quiz) -> None:
    asker = Scripted()
    found, complete, kept = talk(quiz, asker)
    assert complete
    assert len(kept) == len(asker.asked) == len(found.answers) + len(LIMITS)
    assert kept[-1] == found
    assert [len(step.answers) for step in kept[: len(found.answers)]] == list(range(1, len(found.answers) + 1))
    assert asker.numbers == list(range(1, len(found.answers) + 1))


def test_practical_questions_come_after_the_last_screen(quiz: Quiz) -> None:
    asker = Scripted()
    found, _, _ = talk(quiz, asker)
    assert all(isinstance(asked, Screen) for asked in asker.asked[: -len(LIMITS)])
    assert asker.asked[-len(LIMITS) :] == [limit.id for limit in LIMITS]
    assert found.limits == {limit.id: limit.choices[0].id for limit in LIMITS}


def test_the_answers_hold_what_was_shown_and_what_was_chosen(quiz: Quiz) -> None:
    asker = Scripted([choose, Skip(), choose])
    found, _, _ = talk(quiz, asker)
    shown = [asked for asked in asker.asked if isinstance(asked, Screen)]
    assert [answer.options for answer in found.answers] == [screen.options for screen in shown]
    assert found.answers[1] == Answer(shown[1].options)
    assert found.answers[2].picks == shown[2].options[:3]
    assert [answer.least is not None for answer in found.answers] == [screen.least for screen in shown]


def test_going_back_and_forth_chooses_no_screen_twice(quiz: Quiz, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen: list[int] = []

    def counting(answers: tuple[Answer, ...], seed: int = 0) -> Screen | None:
        chosen.append(len(answers))
        return Quiz.next(quiz, answers, seed)

    monkeypatch.setattr(quiz, "next", counting)
    found, complete, _ = talk(quiz, Scripted([Skip(), Back()] * 3600, after=Stop()))
    assert (found, complete) == (Progress(), False)
    assert chosen == [0, 1]


def test_back_on_the_first_screen_asks_it_again(quiz: Quiz) -> None:
    asker = Scripted([Back(), Back(), choose, Stop()])
    found, complete, _ = talk(quiz, asker)
    assert asker.asked[0] == asker.asked[1] == asker.asked[2]
    assert asker.numbers == [1, 1, 1, 2]
    assert len(found.answers) == 1
    assert not complete


@pytest.mark.parametrize("mistaken", [choose, Skip()], ids=["a choice", "a skip"])
def test_back_undoes_the_last_reply_completely(quiz: Quiz, mistaken: Reply) -> None:
    straight, _, _ = talk(quiz, Scripted())
    astray, _, kept = talk(quiz, Scripted([choose, mistaken, Back()]))
    assert kept[2] == kept[0]
    assert astray == straight


def test_stopping_in_the_middle_keeps_the_answers(quiz: Quiz) -> None:
    found, complete, kept = talk(quiz, Scripted([choose, choose, Stop()]))
    assert not complete
    assert len(found.answers) == 2
    assert kept[-1] == found


def test_a_talk_that_was_stopped_goes_on_to_the_same_end(quiz: Quiz) -> None:
    whole, _, _ = talk(quiz, Scripted())
    begun, _, _ = talk(quiz, Scripted([choose, choose, choose, Stop()]))
    asker = Scripted()
    assert talk(quiz, asker, begun)[:2] == (whole, True)
    assert asker.numbers[0] == 4


def test_nothing_more_is_asked_once_all_is_answered(quiz: Quiz) -> None:
    whole, _, _ = talk(quiz, Scripted())
    asker = Scripted()
    assert talk(quiz, asker, whole) == (whole, True, [])
    assert asker.asked == []


def test_a_practical_question_can_be_skipped_and_is_not_asked_again(quiz: Quiz, screens_done: Progress) -> None:
    replies = [Chosen("no") if limit.id == "evenings" else Skip() for limit in LIMITS]
    found, complete, _ = talk(quiz, Scripted(replies), screens_done)
    assert complete
    assert found.limits == {limit.id: "no" if limit.id == "evenings" else "" for limit in LIMITS}
    assert found.answers == screens_done.answers
    assert talk(quiz, Scripted(), found)[2] == []


def test_stopping_at_a_practical_question_keeps_those_before(quiz: Quiz, screens_done: Progress) -> None:
    found, complete, _ = talk(quiz, Scripted([Chosen("any"), Stop()]), screens_done)
    assert not complete
    assert found.limits == {"study": "any"}
    asker = Scripted()
    assert talk(quiz, asker, found)[1]
    assert asker.asked == IDS[1:]


def test_back_at_a_practical_question_asks_the_one_before_again(quiz: Quiz, screens_done: Progress) -> None:
    asker = Scripted([Chosen("any"), Chosen("secondary"), Back(), Chosen("bachelor"), Chosen("none")])
    found, complete, kept = talk(quiz, asker, screens_done)
    assert asker.asked == [*IDS[:3], *IDS[1:]]
    assert kept[2].limits == {"study": "any"}
    assert (found.limits["have"], found.limits["money"]) == ("bachelor", "none")
    assert complete


def test_back_at_the_first_practical_question_loses_no_answer(quiz: Quiz, screens_done: Progress) -> None:
    asker = Scripted([Back(), Stop()])
    found, _, _ = talk(quiz, asker, screens_done)
    assert found.answers == screens_done.answers
    assert asker.asked == ["study", "study"]


@pytest.mark.parametrize("every", [0, 1, 2, 3], ids=["none", "every one", "every second", "every third"])
def test_the_number_of_screens_to_come_is_right_whatever_is_skipped(shipped: Catalog, every: int) -> None:
    def reply(screen: Screen) -> Picked | Skip:
        asker.count += 1
        return Skip() if every and asker.count % every == 0 else choose(screen)

    asker = Scripted(after=reply)
    found, _, _ = talk(Quiz(shipped), asker)
    screens = [asked for asked in asker.asked if isinstance(asked, Screen)]
    for number, screen in enumerate(screens):
        fewest, most = screen.left
        to_come = found.answers[number:]
        skipped = sum(not answer.picks for answer in to_come)
        assert 1 <= fewest <= len(to_come) <= most + skipped
        assert most <= MOST_SCREENS
