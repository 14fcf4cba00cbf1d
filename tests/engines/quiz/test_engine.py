"""The quiz engine: neither order nor chance nor agreeing with everything decides a result."""

from __future__ import annotations

import random
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import pytest

from libcareer.catalog import Catalog
from libcareer.catalog.compiled import compile
from libcareer.engines.quiz.algebra import dot
from libcareer.engines.quiz.belief import CHARM, MOST_LEAST, ONE_MOST_LEAST, PICK, Answer, Form, coded, form_of
from libcareer.engines.quiz.engine import (
    CLEAR,
    DAY,
    DAYS_A_SCREEN,
    FEWEST_OPTIONS,
    FIRST_SCREENS,
    LEAST_SCREENS,
    MOST_SCREENS,
    MOST_SHOWN,
    ROLES_SHOWN,
    SURE,
    TIE,
    USUAL_SCREENS,
    Outcome,
    Quiz,
    Screen,
    day_option,
)
from libcareer.engines.quiz.ratings import DIMENSIONS
from libcareer.knowledge.model.quiz import ItemKind
from libcareer.knowledge.reading import read_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    Player = Callable[[Quiz, Screen], Answer]

SUM = 1e-9
"""How far rounding may move a sum of reasons from the score."""


# ---------------------------------------------------------------------------- people who answer


def answered(screen: Screen, wish: list[str]) -> Answer:
    """The answer of a person who likes the options in the order of *wish*."""
    return Answer(screen.options, tuple(wish[: screen.picks]), wish[-1] if screen.least else None)


def first_options(quiz: Quiz, screen: Screen) -> Answer:
    """A straight-liner's answer: the first options, whatever they are."""
    return answered(screen, list(screen.options))


def built_for(role: str) -> Player:
    """An ideal answerer: picks the options closest to *role*, and likes the farthest one least."""

    def choose(quiz: Quiz, screen: Screen) -> Answer:
        liking = {option: dot(quiz.options[option], quiz.roles[role]) for option in screen.options}
        return answered(screen, sorted(screen.options, key=lambda option: -liking[option]))

    return choose


def clicker(seed: int, skips: float = 0.0) -> Player:
    """A person who clicks at random, and skips this share of the screens."""
    luck = random.Random(seed)

    def choose(quiz: Quiz, screen: Screen) -> Answer:
        wish = luck.sample(screen.options, len(screen.options))
        return Answer(screen.options) if luck.random() < skips else answered(screen, wish)

    return choose


Known = dict[tuple[Answer, ...], Screen | None]
"""The screen after each sequence of answers, cached because the search is slow."""


def take(quiz: Quiz, player: Player, seed: int = 0, known: Known | None = None) -> list[Answer]:
    """All answers of *player* to a whole quiz."""
    answers: list[Answer] = []
    known = {} if known is None else known
    while True:
        so_far = tuple(answers)
        if so_far not in known:
            known[so_far] = quiz.next(answers, seed)
        screen = known[so_far]
        if screen is None:
            return answers
        answers.append(player(quiz, screen))


PEOPLE: dict[str, Player] = {
    "clicker": clicker(1),
    "another clicker": clicker(2),
    "one who skips": clicker(3, skips=0.4),
    "straight-liner": first_options,
    "born librarian": built_for("librarian"),
}


class Taken(NamedTuple):
    """A whole quiz that somebody took."""

    quiz: Quiz
    answers: list[Answer]
    outcome: Outcome


@pytest.fixture(scope="module")
def small(tiny: Catalog) -> Quiz:
    return Quiz(tiny)


@pytest.fixture(scope="module")
def large(shipped: Catalog) -> Quiz:
    return Quiz(shipped)


@pytest.fixture(
    scope="module",
    params=[(size, who) for size in ("small", "large") for who in PEOPLE],
    ids=lambda p: f"{p[0]}-{p[1]}",
)
def taken(request: pytest.FixtureRequest) -> Taken:
    """A quiz taken by each of PEOPLE over both catalogs."""
    size, who = request.param
    quiz: Quiz = request.getfixturevalue(size)
    answers = take(quiz, PEOPLE[who])
    return Taken(quiz, answers, quiz.outcome(answers))


@pytest.fixture(scope="module")
def ideal(large: Quiz, full: bool) -> dict[str, Outcome]:
    """For each shipped role, or every fourth unless *full*, the outcome of its ideal answerer."""
    known: Known = {}
    roles = large.ids if full else large.ids[::4]
    return {role: large.outcome(take(large, built_for(role), known=known)) for role in roles}


def bits(outcome: Outcome) -> bytes:
    return msgspec.json.encode(outcome)


def scores(outcome: Outcome) -> dict[str, float]:
    return {fit.role: fit.score for fit in outcome.fits}


# ---------------------------------------------------------------------------- order, skips, back


@pytest.mark.parametrize("seed", [None, 1, 2])
def test_the_order_of_the_answers_changes_no_bit_of_the_outcome(taken: Taken, seed: int | None) -> None:
    other = taken.answers[::-1]
    if seed is not None:
        random.Random(seed).shuffle(other)
    assert other != taken.answers
    assert bits(taken.quiz.outcome(other)) == bits(taken.outcome)


def test_the_order_of_the_options_on_a_screen_changes_no_score(taken: Taken) -> None:
    luck = random.Random(4)
    other = [Answer(tuple(luck.sample(a.options, len(a.options))), a.picks[::-1], a.least) for a in taken.answers]
    assert [a.options for a in other] != [a.options for a in taken.answers]
    assert scores(taken.quiz.outcome(other)) == pytest.approx(scores(taken.outcome), abs=SUM)


@pytest.mark.parametrize("place", [0, 3, None], ids=["first", "in between", "last"])
def test_a_skipped_screen_changes_no_score(taken: Taken, place: int | None) -> None:
    place = len(taken.answers) if place is None else place
    with_skip = [*taken.answers[:place], Answer(tuple(unseen(taken)[:4])), *taken.answers[place:]]
    found = taken.quiz.outcome(with_skip)
    assert found.fits == taken.outcome.fits
    assert found.evidence == taken.outcome.evidence
    assert (found.screens, found.skipped) == (taken.outcome.screens + 1, taken.outcome.skipped + 1)


def test_taking_the_last_answer_back_restores_the_outcome_and_the_screen(taken: Taken) -> None:
    kept = taken.answers[:-1]
    before = bits(taken.quiz.outcome(kept))
    assert bits(taken.quiz.outcome(taken.answers)) != before or not taken.answers[-1].picks
    assert bits(taken.quiz.outcome(kept)) == before
    again = taken.quiz.next(kept)
    assert again is not None
    assert again.options == taken.answers[-1].options


def test_without_answers_every_role_scores_0_and_nothing_is_clear(small: Quiz) -> None:
    found = small.outcome([])
    assert set(scores(found).values()) == {0.0}
    assert small.reasons("librarian", []) == ()
    assert found.evidence == pytest.approx(0)
    assert not found.clear
    assert (found.screens, found.skipped) == (0, 0)


# ---------------------------------------------------------------------------- explanations


def test_the_reasons_for_each_role_sum_to_its_score(taken: Taken) -> None:
    for fit in taken.outcome.fits:
        reasons = taken.quiz.reasons(fit.role, taken.answers)
        assert sum(reason.adds for reason in reasons) == pytest.approx(fit.score, abs=SUM)


def test_reasons_name_every_option_of_every_answered_screen_largest_first(taken: Taken) -> None:
    seen = Counter(option for answer in taken.answers if answer.picks for option in answer.options)
    reasons = taken.quiz.reasons(taken.outcome.shown[0], taken.answers)
    assert Counter(reason.option for reason in reasons) == seen
    sizes = [abs(reason.adds) for reason in reasons]
    assert sizes == sorted(sizes, reverse=True)


def test_a_reason_has_the_words_of_its_option_and_how_it_was_chosen(taken: Taken) -> None:
    chosen = {option for answer in taken.answers for option in answer.picks}
    least = {answer.least for answer in taken.answers}
    for reason in taken.quiz.reasons(taken.outcome.shown[0], taken.answers):
        expected = "chosen" if reason.option in chosen else "least liked" if reason.option in least else "passed over"
        assert reason.chosen == expected
        assert (reason.text, reason.label) == (taken.quiz.text(reason.option), taken.quiz.label(reason.option))


def test_a_day_option_has_the_text_of_its_role(small: Quiz) -> None:
    for role, record in small.catalog.roles.items():
        assert small.text(day_option(role)) == record.quiz.day
        assert small.label(day_option(role)) == record.quiz.label


# ---------------------------------------------------------------------------- screens


def test_no_option_is_shown_twice_in_a_whole_quiz(taken: Taken) -> None:
    shown = [option for answer in taken.answers for option in answer.options]
    assert len(shown) == len(set(shown))


def unseen(taken: Taken) -> list[str]:
    """What a later screen could still offer."""
    seen = {option for answer in taken.answers for option in answer.options}
    return [o for o in taken.quiz.options if o not in seen and taken.quiz.kinds.get(o) in (None, ItemKind.ACTIVITY)]


def enough_left(taken: Taken) -> bool:
    return len(unseen(taken)) >= FEWEST_OPTIONS


def test_a_quiz_has_neither_too_few_nor_too_many_screens(taken: Taken) -> None:
    answered = sum(bool(answer.picks) for answer in taken.answers)
    assert answered <= MOST_SCREENS
    assert len(taken.answers) <= MOST_SHOWN
    if all(answer.picks for answer in taken.answers) and enough_left(taken):
        assert answered >= LEAST_SCREENS


@pytest.mark.parametrize("size", ["small", "large"])
def test_skipping_everything_ends_too(size: str, request: pytest.FixtureRequest) -> None:
    quiz: Quiz = request.getfixturevalue(size)
    answers = take(quiz, lambda _, screen: Answer(screen.options))
    assert 0 < len(answers) <= MOST_SHOWN


@pytest.mark.parametrize("kind", list(dict.fromkeys(FIRST_SCREENS)))
def test_skipping_every_screen_of_one_kind_does_not_end_the_quiz(large: Quiz, kind: ItemKind) -> None:
    def choose(quiz: Quiz, screen: Screen) -> Answer:
        skip = not screen.least and quiz.kinds[screen.options[0]] is kind
        return Answer(screen.options) if skip else first_options(quiz, screen)

    answers = take(large, choose)
    assert sum(bool(answer.picks) for answer in answers) >= LEAST_SCREENS


def test_the_quiz_goes_on_while_the_answers_are_doubtful(taken: Taken) -> None:
    answered = sum(bool(a.picks) for a in taken.answers)
    long = answered == MOST_SCREENS or len(taken.answers) == MOST_SHOWN or not enough_left(taken)
    assert long or (taken.outcome.evidence >= SURE and answered <= USUAL_SCREENS)


def test_a_sure_result_ends_the_quiz_early(ideal: dict[str, Outcome]) -> None:
    """Answers that all point to one marked role need fewer screens than those that point to one of many like it."""
    lengths = {found.screens for found in ideal.values()}
    assert LEAST_SCREENS == min(lengths) < max(lengths) <= USUAL_SCREENS


def test_the_first_screens_offer_nine_things_of_the_kind_planned(taken: Taken) -> None:
    for answer, kind in zip(taken.answers, FIRST_SCREENS, strict=False):
        assert len(answer.options) == PICK.options == 9
        assert {taken.quiz.kinds[option] for option in answer.options} == {kind}
        assert answer.least is None


def test_later_screens_offer_activities_and_at_most_one_day(taken: Taken) -> None:
    offered: set[str] = set()
    for answer in taken.answers[len(FIRST_SCREENS) :]:
        days = {option for option in answer.options if option.startswith(DAY)}
        assert FEWEST_OPTIONS <= len(answer.options) <= MOST_LEAST.options
        assert len(days) <= DAYS_A_SCREEN == 1
        assert len(answer.picks) in (0, MOST_LEAST.picks)
        assert bool(answer.picks) is (answer.least is not None)
        assert {taken.quiz.kinds[option] for option in answer.options if option not in days} <= {ItemKind.ACTIVITY}
        offered |= days
    assert offered


def test_the_same_seed_gives_the_same_screens(large: Quiz) -> None:
    assert take(large, first_options, seed=7) == take(large, first_options, seed=7)


def test_another_seed_shows_the_same_first_options_in_another_order(large: Quiz) -> None:
    screens = [large.next([], seed) for seed in range(5)]
    assert all(screens)
    assert len({frozenset(screen.options) for screen in screens if screen}) == 1
    assert len({screen.options for screen in screens if screen}) > 1


@pytest.mark.parametrize(("until", "screens"), [("  a03:", 0), ("  a08:", 1)])
def test_a_bank_with_few_items_asks_what_it_can_and_ends_there(data: Path, until: str, screens: int) -> None:
    items = data / "quiz" / "items.yaml"
    items.write_text(items.read_text(encoding="utf-8").split(until)[0], encoding="utf-8")
    knowledge, _ = read_folder(data)
    quiz = Quiz(Catalog(compile(knowledge)))
    assert len(quiz.kinds) < PICK.options
    assert len(quiz.plan) == screens
    answers: list[Answer] = []
    while screen := quiz.next(answers):
        assert len(screen.options) >= FEWEST_OPTIONS
        answers.append(Answer(screen.options))
    assert len(answers) == screens


# ---------------------------------------------------------------------------- who gets what


def test_an_ideal_answerer_finds_their_role(ideal: dict[str, Outcome]) -> None:
    lost = [role for role, found in ideal.items() if role not in (*found.tie, found.fits[0].role)]
    assert lost == []


def test_an_ideal_answerer_mostly_gets_their_role_first(ideal: dict[str, Outcome]) -> None:
    first = sum(found.fits[0].role == role for role, found in ideal.items())
    assert first > 0.8 * len(ideal)


def test_consistent_answers_are_clear_and_random_ones_mostly_are_not(ideal: dict[str, Outcome], large: Quiz) -> None:
    unclear = [not large.outcome(take(large, clicker(seed))).clear for seed in range(100, 111)]
    assert sum(unclear) > len(unclear) / 2
    assert all(found.clear for found in ideal.values())


def test_straight_liners_do_not_all_get_the_same_role(large: Quiz) -> None:
    found = Counter(large.outcome(take(large, first_options, seed)).shown[0] for seed in range(8))
    assert len(found) >= 4
    assert max(found.values()) <= 3


def test_more_items_near_a_role_do_not_raise_its_score(data: Path, small: Quiz) -> None:
    items = data / "quiz" / "items.yaml"
    more = "".join(
        f"  z{number}:\n    text: More of the same\n    label: more of it\n    kind: skill\n    load: {{R: 3, C: 2}}\n"
        for number in range(20)
    )
    items.write_text(items.read_text(encoding="utf-8") + more, encoding="utf-8")
    knowledge, _ = read_folder(data)
    stuffed = Quiz(Catalog(compile(knowledge)))
    answers = take(small, clicker(6))
    assert len(stuffed.kinds) == len(small.kinds) + 20
    assert scores(stuffed.outcome(answers)) == scores(small.outcome(answers))


# ---------------------------------------------------------------------------- the outcome


def test_chances_sum_to_five_and_to_one(taken: Taken) -> None:
    assert sum(fit.chance for fit in taken.outcome.fits) == pytest.approx(ROLES_SHOWN)
    assert sum(fit.best for fit in taken.outcome.fits) == pytest.approx(1)
    assert all(0 <= fit.best <= fit.chance <= 1 for fit in taken.outcome.fits)


def test_roles_are_sorted_by_chance_and_the_first_five_are_shown(taken: Taken) -> None:
    found = taken.outcome
    assert {fit.role for fit in found.fits} == set(taken.quiz.ids)
    ranks = [(-fit.chance, -fit.score, fit.role) for fit in found.fits]
    assert ranks == sorted(ranks)
    assert found.shown == tuple(fit.role for fit in found.fits[:ROLES_SHOWN])
    assert found.stay == pytest.approx(sum(fit.chance for fit in found.fits[:ROLES_SHOWN]))


def test_the_tie_is_the_smallest_group_that_holds_the_best_role_with_a_chance_of_four_in_five(taken: Taken) -> None:
    best = {fit.role: fit.best for fit in taken.outcome.fits}
    tie = taken.outcome.tie
    held = sum(best[role] for role in tie)
    assert held >= TIE
    assert held - best[tie[-1]] < TIE
    assert min(best[role] for role in tie) >= max((best[role] for role in best if role not in tie), default=0)


def test_the_other_role_is_the_best_of_a_cluster_not_shown(taken: Taken) -> None:
    briefs = taken.quiz.catalog.briefs
    shown = {briefs[role].cluster for role in taken.outcome.shown}
    outside = [fit.role for fit in taken.outcome.fits if briefs[fit.role].cluster not in shown]
    assert taken.outcome.other == (outside[0] if outside else None)


def test_the_profile_and_the_counts_describe_the_answers(taken: Taken) -> None:
    found = taken.outcome
    assert list(found.profile) == [str(dimension) for dimension in DIMENSIONS]
    for fit in found.fits:
        mean = list(found.profile.values())
        assert dot(taken.quiz.roles[fit.role][: len(mean)], mean) == pytest.approx(fit.score, abs=SUM)
    assert found.screens == len(taken.answers)
    assert found.skipped == sum(not answer.picks for answer in taken.answers)
    assert found.clear == (found.evidence >= CLEAR)


@pytest.mark.parametrize(
    ("answer", "least", "numbers"),
    [
        (Answer(("a", "b", "c"), ("a",)), False, [2 / 3, -1 / 3, -1 / 3]),
        (Answer(("a", "b", "c"), ("a",), "c"), True, [1, 0, -1]),
        (Answer(("a", "b", "c", "d"), ("a", "b"), "d"), True, [3 / 4, 3 / 4, -1 / 4, -5 / 4]),
        (Answer(("a", "b")), False, [0, 0]),
    ],
    ids=["favorites", "most and least", "two favorites", "skipped"],
)
def test_the_numbers_of_an_answer_sum_to_0(answer: Answer, least: bool, numbers: list[float]) -> None:
    assert coded(answer) == pytest.approx(numbers)
    assert sum(coded(answer)) == pytest.approx(0)
    assert form_of(answer).least is least


@pytest.mark.parametrize("form", [MOST_LEAST, ONE_MOST_LEAST], ids=["two favorites", "one, as before"])
def test_most_and_least_of_fewer_options_says_more_about_each(form: Form) -> None:
    options = tuple("abcdefghi"[: form.options])
    picks, least = options[: form.picks], options[form.picks]
    usual, fewer = (form_of(Answer(shown, picks, least)) for shown in (options, options[:-1]))
    assert usual == form
    assert fewer.gain > usual.gain
    assert fewer.noise < usual.noise


def test_a_popular_choice_says_less_than_a_rare_one(large: Quiz) -> None:
    screen = large.next([])
    assert screen is not None
    charming = sorted(screen.options, key=lambda option: -dot(large.options[option], CHARM))
    popular, rare = (large.belief([answered(screen, wish)]).mean for wish in (charming, charming[::-1]))
    assert dot(popular, popular) < dot(rare, rare)


def test_the_engine_needs_nothing_but_msgspec_and_the_standard_library() -> None:
    script = (
        "import sys, msgspec; before = set(sys.modules)\n"
        "import libcareer.engines.quiz.engine\n"
        "tops = {name.partition('.')[0] for name in set(sys.modules) - before}\n"
        "print(*sorted(tops - set(sys.stdlib_module_names)))"
    )
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["libcareer"]
