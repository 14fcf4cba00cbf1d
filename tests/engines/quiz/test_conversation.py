"""The quiz as a conversation: steps back, changed answers, stopping early, and going on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from libcareer.catalog import load
from libcareer.engines.quiz.belief import Answer
from libcareer.engines.quiz.conversation import ask_screens, converse
from libcareer.engines.quiz.engine import MOST_SCREENS, Quiz, Screen
from libcareer.engines.quiz.interview import Back, Change, Chosen, Picked, Progress, QuestionNumber, Show, Skip, Stop
from libcareer.engines.quiz.limits import Limit, practical_questions
from libcareer.knowledge.model.quiz import ItemKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from libcareer.catalog import Catalog

LIMITS = practical_questions(load())


@pytest.fixture(scope="module")
def quiz(tiny: Catalog) -> Quiz:
    return Quiz(tiny)


def choose(screen: Screen) -> Picked:
    """The first options, and the last one least."""
    return Picked(screen.options[: screen.picks], screen.options[-1] if screen.least else None)


def choose_others(screen: Screen) -> Picked:
    """The last options, and the first one least."""
    return Picked(screen.options[-screen.picks :], screen.options[0] if screen.least else None)


IDS = [limit.id for limit in LIMITS]

Reply = Picked | Skip | Back | Stop | Chosen


class Scripted:
    """Gives these replies one by one, then *after*, and *reviews* of the list of answers; keeps what it saw."""

    def __init__(
        self,
        replies: Iterable[Reply | Callable[[Screen], Picked]] = (),
        after: object = choose,
        reviews: Iterable[Change | Show | Back | Stop] = (),
    ) -> None:
        self.replies = list(replies)
        self.after = after
        self.reviews = list(reviews)
        self.asked: list[Screen | str] = []
        self.places: list[QuestionNumber] = []
        self.before: list[Answer | str | None] = []
        self.lists: list[list[str]] = []
        self.count = 0

    @property
    def numbers(self) -> list[int]:
        return [place.number for place, asked in zip(self.places, self.asked, strict=True) if isinstance(asked, Screen)]

    def screen(
        self, quiz: object, screen: Screen, place: QuestionNumber, before: Answer | None = None
    ) -> Picked | Skip | Back | Stop:
        self.asked.append(screen)
        self.places.append(place)
        self.before.append(before)
        reply = self.replies.pop(0) if self.replies else self.after
        return reply(screen) if callable(reply) else reply  # type: ignore[return-value]

    def limit(self, limit: Limit, place: QuestionNumber, before: str | None = None) -> Chosen | Skip | Back | Stop:
        self.asked.append(limit.id)
        self.places.append(place)
        self.before.append(before)
        return self.replies.pop(0) if self.replies else Chosen(limit.choices[0].id)  # type: ignore[return-value]

    def review(self, answers: Sequence[str]) -> Change | Show | Back | Stop:
        self.lists.append(list(answers))
        return self.reviews.pop(0) if self.reviews else Show()


def talk(quiz: Quiz, asker: Scripted, progress: Progress | None = None) -> tuple[Progress, bool, list[Progress]]:
    """The progress, whether everything was asked, and every step that was kept."""
    kept: list[Progress] = []
    found, complete = converse(quiz, progress or Progress(), asker, kept.append, LIMITS)
    return found, complete, kept


@pytest.fixture(scope="module")
def whole(quiz: Quiz) -> Progress:
    """A quiz with everything answered."""
    return talk(quiz, Scripted())[0]


@pytest.fixture(scope="module")
def screens_done(whole: Progress) -> Progress:
    """A quiz with all screens answered and no practical question yet."""
    return Progress(whole.seed, whole.answers)


# ---------------------------------------------------------------------------- straight on


def test_every_step_is_kept_as_soon_as_it_is_made(quiz: Quiz) -> None:
    asker = Scripted()
    found, complete, kept = talk(quiz, asker)
    assert complete
    assert len(kept) == len(asker.asked) == len(found.answers) + len(LIMITS)
    assert kept[-1] == found
    assert [len(step.answers) for step in kept[: len(found.answers)]] == list(range(1, len(found.answers) + 1))
    assert asker.numbers == list(range(1, len(found.answers) + 1))


def test_practical_questions_come_after_the_last_screen_and_are_counted_before(quiz: Quiz) -> None:
    asker = Scripted()
    found, _, _ = talk(quiz, asker)
    assert all(isinstance(asked, Screen) for asked in asker.asked[: -len(LIMITS)])
    assert asker.asked[-len(LIMITS) :] == IDS
    assert found.limits == {limit.id: limit.choices[0].id for limit in LIMITS}
    assert {place.practical for place in asker.places} == {len(LIMITS)}
    assert [place.number for place in asker.places[-len(LIMITS) :]] == list(range(1, len(LIMITS) + 1))


def test_practical_questions_whose_answer_is_known_are_neither_asked_nor_counted(quiz: Quiz) -> None:
    asker = Scripted()
    known = {"have": "bachelor", "move": ""}
    found, complete, _ = talk(quiz, asker, Progress(limits=known))
    assert complete
    assert [asked for asked in asker.asked if isinstance(asked, str)] == [id_ for id_ in IDS if id_ not in known]
    assert {place.practical for place in asker.places} == {len(LIMITS) - 2}
    assert {id_: found.limits[id_] for id_ in known} == known


def test_the_answers_hold_what_was_shown_and_what_was_chosen(quiz: Quiz) -> None:
    asker = Scripted([choose, Skip(), choose])
    found, _, _ = talk(quiz, asker)
    shown = [asked for asked in asker.asked if isinstance(asked, Screen)]
    assert [answer.options for answer in found.answers] == [screen.options for screen in shown]
    assert found.answers[1] == Answer(shown[1].options)
    assert found.answers[2].picks == shown[2].options[:3]
    assert [answer.least is not None for answer in found.answers] == [screen.least for screen in shown]


def test_a_screen_names_the_kind_of_its_options(quiz: Quiz) -> None:
    asker = Scripted()
    talk(quiz, asker)
    kinds = [asked.kind for asked in asker.asked if isinstance(asked, Screen)]
    activity = ItemKind.ACTIVITY
    assert kinds[:4] == [activity, activity, ItemKind.SKILL, ItemKind.VALUE]
    assert set(kinds[4:]) == {activity}


@pytest.mark.parametrize("every", [0, 1, 2, 3], ids=["none", "every one", "every second", "every third"])
def test_the_number_of_screens_to_come_is_right_whatever_is_skipped(snapshot: Catalog, every: int) -> None:
    def reply(screen: Screen) -> Picked | Skip:
        asker.count += 1
        return Skip() if every and asker.count % every == 0 else choose(screen)

    asker = Scripted(after=reply)
    found, _, _ = talk(Quiz(snapshot), asker)
    screens = [asked for asked in asker.asked if isinstance(asked, Screen)]
    for number, screen in enumerate(screens):
        fewest, most = screen.left
        to_come = found.answers[number:]
        skipped = sum(not answer.picks for answer in to_come)
        assert 1 <= fewest <= len(to_come) <= most + skipped
        assert most <= MOST_SCREENS


# ---------------------------------------------------------------------------- back and forth


def test_going_back_shows_what_was_chosen_and_keeps_it_until_it_is_changed(quiz: Quiz) -> None:
    asker = Scripted([choose, choose, Back(), Back(), Stop()])
    found, complete, kept = talk(quiz, asker)
    assert asker.numbers == [1, 2, 3, 2, 1]
    assert asker.before == [None, None, None, found.answers[1], found.answers[0]]
    assert asker.asked[4] == replace(asker.asked[0], left=(1, 1))  # type: ignore[type-var]
    assert len(found.answers) == len(kept) == 2
    assert not complete


def test_a_changed_answer_leaves_those_after_it_as_they_are(quiz: Quiz) -> None:
    asker = Scripted([choose, choose, choose, Back(), Back(), Back(), choose_others, choose, choose, Stop()])
    found, _, kept = talk(quiz, asker)
    straight = talk(quiz, Scripted([choose, choose, choose, Stop()]))[0]
    assert asker.numbers == [1, 2, 3, 4, 3, 2, 1, 2, 3, 4]
    assert found.answers[1:] == straight.answers[1:]
    assert found.answers[0] == Answer(straight.answers[0].options, straight.answers[0].options[-3:])
    assert [len(step.answers) for step in kept] == [1, 2, 3, 3]


def test_an_answer_that_is_confirmed_changes_nothing(quiz: Quiz, whole: Progress) -> None:
    astray, complete, kept = talk(quiz, Scripted([choose, choose, Back(), choose]))
    assert complete
    assert astray == whole
    assert len(kept) == len(whole.answers) + len(LIMITS)


def test_an_answer_can_be_skipped_afterwards_and_a_skipped_one_answered(quiz: Quiz) -> None:
    found, _, _ = talk(quiz, Scripted([choose, Back(), Skip(), Stop()]))
    assert found.answers[0].picks == ()
    found, _, _ = talk(quiz, Scripted([Skip(), Back(), choose, Stop()]))
    assert found.answers[0].picks == found.answers[0].options[:3]


def test_going_back_and_forth_chooses_no_screen_twice(quiz: Quiz, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen: list[int] = []

    def counting(answers: tuple[Answer, ...], seed: int = 0) -> Screen | None:
        chosen.append(len(answers))
        return Quiz.next(quiz, answers, seed)

    monkeypatch.setattr(quiz, "next", counting)
    found, complete, _ = talk(quiz, Scripted([Skip(), Back()] * 3600, after=Stop()))
    assert (len(found.answers), complete) == (1, False)
    assert chosen == [0, 1]


def test_back_on_the_first_screen_asks_it_again(quiz: Quiz) -> None:
    asker = Scripted([Back(), Back(), choose, Stop()])
    found, complete, _ = talk(quiz, asker)
    assert asker.asked[0] == asker.asked[1] == asker.asked[2]
    assert asker.numbers == [1, 1, 1, 2]
    assert len(found.answers) == 1
    assert not complete


def test_back_at_a_practical_question_asks_the_one_before_again(quiz: Quiz, screens_done: Progress) -> None:
    asker = Scripted([Chosen("any"), Chosen("secondary"), Back(), Chosen("bachelor"), Chosen(LIMITS[2].choices[0].id)])
    found, complete, kept = talk(quiz, asker, screens_done)
    assert asker.asked == [*IDS[:3], *IDS[1:]]
    assert asker.before[3] == "secondary"
    assert kept[2].limits == {"study": "any", "have": "bachelor"}
    assert found.limits["have"] == "bachelor"
    assert complete


def test_back_at_the_first_practical_question_goes_to_the_last_screen(quiz: Quiz, screens_done: Progress) -> None:
    asker = Scripted([Back(), choose_others, Stop()])
    found, _, _ = talk(quiz, asker, screens_done)
    assert [asked if isinstance(asked, str) else "screen" for asked in asker.asked] == ["study", "screen", "study"]
    assert asker.before[1] == screens_done.answers[-1]
    assert found.answers[:-1] == screens_done.answers[:-1]
    assert found.answers[-1].least == found.answers[-1].options[0]


def test_a_screen_that_a_changed_answer_makes_needless_is_not_asked(
    quiz: Quiz, monkeypatch: pytest.MonkeyPatch
) -> None:
    def next_screen(answers: tuple[Answer, ...], seed: int = 0) -> Screen | None:
        over = len(answers) > 1 and answers[0].picks == answers[0].options[-3:]
        return None if over else Quiz.next(quiz, answers, seed)

    monkeypatch.setattr(quiz, "next", next_screen)
    asker = Scripted([choose, choose, Back(), Back(), choose_others, choose])
    found, complete, _ = talk(quiz, asker)
    assert complete
    assert asker.numbers == [1, 2, 3, 2, 1, 2]
    assert len(found.answers) == 2


# ---------------------------------------------------------------------------- stopping and going on


def test_stopping_in_the_middle_keeps_the_answers(quiz: Quiz) -> None:
    found, complete, kept = talk(quiz, Scripted([choose, choose, Stop()]))
    assert not complete
    assert len(found.answers) == 2
    assert kept[-1] == found


def test_a_talk_that_was_stopped_goes_on_to_the_same_end(quiz: Quiz, whole: Progress) -> None:
    begun, _, _ = talk(quiz, Scripted([choose, choose, choose, Stop()]))
    asker = Scripted()
    assert talk(quiz, asker, begun)[:2] == (whole, True)
    assert asker.numbers[0] == 4


def test_a_talk_that_goes_on_can_go_back_to_the_answers_before(quiz: Quiz) -> None:
    begun, _, _ = talk(quiz, Scripted([choose, choose, Stop()]))
    asker = Scripted([Back(), Back(), choose_others, Stop()])
    found, _, _ = talk(quiz, asker, begun)
    assert asker.numbers == [3, 2, 1, 2]
    assert found.answers[0] != begun.answers[0]
    assert found.answers[1] == begun.answers[1]


def test_nothing_more_is_asked_once_all_is_answered(quiz: Quiz, whole: Progress) -> None:
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


# ---------------------------------------------------------------------------- the list of all answers


def test_at_the_end_every_answer_is_listed_in_a_line_by_its_labels(quiz: Quiz) -> None:
    asker = Scripted([choose, Skip()], after=choose)
    found, _, _ = talk(quiz, asker)
    [lines] = asker.lists
    labels = [quiz.label(option) for option in found.answers[0].picks]
    assert lines[0] == "; ".join(labels)
    assert lines[1] == "skipped"
    mixed = found.answers[4]
    assert lines[4] == f"{'; '.join(map(quiz.label, mixed.picks))}; least: {quiz.label(mixed.least or '')}"
    assert lines[len(found.answers)] == f"study: {LIMITS[0].choices[0].text}"
    assert len(lines) == len(found.answers) + len(LIMITS)


def test_an_answer_is_changed_from_the_list_and_the_others_stay(quiz: Quiz, whole: Progress) -> None:
    asker = Scripted([choose_others], reviews=[Change(1)])
    found, complete, kept = talk(quiz, asker, whole)
    assert asker.before == [whole.answers[1]]
    assert found.answers[1].picks == whole.answers[1].options[-3:]
    assert replace(found, answers=(found.answers[0], whole.answers[1], *found.answers[2:])) == whole
    assert kept[0].answers[1] == found.answers[1]
    assert complete
    assert len(asker.lists) >= 2


def test_a_practical_answer_is_changed_from_the_list_too_whenever_it_was_given(quiz: Quiz, whole: Progress) -> None:
    number = len(whole.answers) + IDS.index("move")
    asker = Scripted([Chosen("no")], reviews=[Change(number)])
    found, _, _ = talk(quiz, asker, whole)
    assert (asker.asked, asker.before) == (["move"], [whole.limits["move"]])
    assert asker.places == [QuestionNumber(0, 0)]
    assert found == replace(whole, limits={**whole.limits, "move": "no"})


def test_a_number_of_dollars_that_is_no_choice_is_listed_as_it_is(quiz: Quiz, whole: Progress) -> None:
    asker = Scripted()
    talk(quiz, asker, replace(whole, limits={**whole.limits, "pay": "48500"}))
    assert asker.lists[0][-1] == "pay: 48500"


def test_screens_that_a_change_makes_worth_asking_are_asked(
    quiz: Quiz, whole: Progress, monkeypatch: pytest.MonkeyPatch
) -> None:
    extra = Screen(whole.answers[-1].options, True, len(whole.answers[-1].picks))

    def next_screen(answers: tuple[Answer, ...], seed: int = 0) -> Screen | None:
        return extra if answers[0] != whole.answers[0] and len(answers) == len(whole.answers) else None

    monkeypatch.setattr(quiz, "next", next_screen)
    asker = Scripted([choose_others, choose], reviews=[Change(0)])
    found, complete, _ = talk(quiz, asker, whole)
    assert complete
    assert asker.numbers == [1, len(whole.answers) + 1]
    assert len(found.answers) == len(whole.answers) + 1


@pytest.mark.parametrize("reply", [Show(), Stop()])
def test_the_end_of_replies_at_the_list_is_the_end_of_a_complete_quiz(
    quiz: Quiz, whole: Progress, reply: Show | Stop
) -> None:
    assert talk(quiz, Scripted(reviews=[reply]), whole)[1]


def test_back_at_the_list_goes_to_the_last_question(quiz: Quiz, screens_done: Progress) -> None:
    asker = Scripted(reviews=[Back()])
    found, complete, _ = talk(quiz, asker, screens_done)
    assert asker.asked[-1] == IDS[-1]
    assert asker.before[-1] == found.limits[IDS[-1]]
    assert complete


def test_back_or_stop_at_an_answer_to_change_leaves_it(quiz: Quiz, whole: Progress) -> None:
    for reply in (Back(), Stop()):
        asker = Scripted([reply], reviews=[Change(0)])
        assert talk(quiz, asker, whole) == (whole, True, [])
        assert len(asker.lists) == 2


def test_the_questions_about_one_role_have_no_practical_questions(quiz: Quiz) -> None:
    asker = Scripted()
    found, complete = ask_screens(quiz, Progress(), asker, lambda _: None)
    assert complete
    assert found.limits == {}
    assert len(asker.lists[0]) == len(found.answers)


# ---------------------------------------------------------------------------- screens of earlier answers


@pytest.mark.parametrize(
    ("answer", "picks", "least"),
    [
        (Answer(("a00", "a01", "a02"), ("a00",)), 1, False),
        (Answer(("a00", "a01", "a02", "a03", "a04", "a05"), ("a00", "a01"), "a02"), 2, True),
        (Answer(("a00", "a01", "a02", "a03"), ("a00",), "a02"), 1, True),
        (Answer(("a00", "a01", "a02", "a03", "a04", "a05")), 2, True),
        (Answer(tuple(f"a0{n}" for n in range(9))), 3, False),
    ],
    ids=["favorites", "two and the least", "one and the least", "skipped six", "skipped nine"],
)
def test_the_screen_of_an_answer_asks_for_as_much_as_it_gave(
    quiz: Quiz, answer: Answer, picks: int, least: bool
) -> None:
    screen = quiz.asked(answer)
    assert (screen.options, screen.picks, screen.least) == (answer.options, picks, least)
