"""The result: what limits set aside, its details, what would flip it, and what to do."""

from __future__ import annotations

import random
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from libcareer.catalog import Catalog
from libcareer.catalog.compiled import compile
from libcareer.engines.paths.exclusions import Exclusions
from libcareer.engines.quiz.algebra import dot
from libcareer.engines.quiz.belief import Answer, coded
from libcareer.engines.quiz.details import details
from libcareer.engines.quiz.engine import Quiz
from libcareer.engines.quiz.interview import Progress
from libcareer.engines.quiz.result import MATCH, Findings
from libcareer.knowledge.reading import read_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from libcareer.engines.quiz.what_if import Flip


@pytest.fixture(scope="module")
def quiz(tiny: Catalog) -> Quiz:
    return Quiz(tiny)


def answered(quiz: Quiz, seed: int) -> list[Answer]:
    """All answers of a person whose tastes and moods are drawn with *seed*."""
    luck = random.Random(seed)
    theta = [luck.gauss(0, 1) for _ in range(16)]
    answers: list[Answer] = []
    while screen := quiz.next(answers):
        liking = {option: dot(quiz.options[option], theta) + luck.gauss(0, 0.7) for option in screen.options}
        wish = sorted(screen.options, key=lambda option: -liking[option])
        answers.append(Answer(screen.options, tuple(wish[: screen.picks]), wish[-1] if screen.least else None))
    return answers


def look(quiz: Quiz, answers: list[Answer], limits: dict[str, str] | None = None, *, ignore: bool = False) -> Findings:
    return Findings(quiz.catalog, Progress(answers=tuple(answers), limits=limits or {}), ignore=ignore)


def roles_of(found: Findings) -> list[str]:
    return [role.role for role in found.result.roles]


# ---------------------------------------------------------------------------- limits


@pytest.mark.parametrize("seed", range(4))
def test_every_role_that_limits_set_aside_is_named_with_the_reason(quiz: Quiz, seed: int) -> None:
    answers, limits = answered(quiz, seed), {"study": "certificate"}
    found, exclusions = look(quiz, answers, limits), Exclusions(quiz.catalog, limits)
    assert [role for role in roles_of(found) if exclusions.reasons(role)] == []
    gone = set(roles_of(look(quiz, answers))) - set(roles_of(found))
    assert gone <= set(found.result.set_aside)
    aside = details(found).set_aside
    assert tuple(each.role for each in aside) == found.result.set_aside
    for each in aside:
        assert each.reasons == exclusions.reasons(each.role) != ()


def test_limits_change_no_score(quiz: Quiz) -> None:
    answers = answered(quiz, 1)
    free, bound = look(quiz, answers), look(quiz, answers, {"study": "secondary", "move": "no"})
    assert free.outcome == bound.outcome
    assert not free.result.set_aside
    assert bound.result.set_aside


def test_what_limits_set_aside_can_be_shown_anyway_with_the_reason(quiz: Quiz) -> None:
    answers, limits = answered(quiz, 1), {"study": "secondary"}
    ignored = look(quiz, answers, limits, ignore=True)
    assert roles_of(ignored) == roles_of(look(quiz, answers))
    assert ignored.result.set_aside == ()
    assert ignored.result.limits_ignored
    assert any(role.limits for role in details(ignored).roles)


def test_if_limits_rule_out_every_role_the_result_says_why(quiz: Quiz) -> None:
    found = look(quiz, answered(quiz, 2), {"pay": "80000"})
    told = details(found)
    assert found.result.roles == told.roles == told.week == told.flips == ()
    assert set(found.result.set_aside) == set(quiz.ids)


# ---------------------------------------------------------------------------- clear or not


def clicked(quiz: Quiz, seed: int) -> list[Answer]:
    """All answers of somebody who clicks at random."""
    luck, answers = random.Random(seed), []
    while screen := quiz.next(answers):
        mixed = luck.sample(screen.options, len(screen.options))
        answers.append(Answer(screen.options, tuple(mixed[: screen.picks]), mixed[-1] if screen.least else None))
    return answers


def test_without_a_verdict_no_role_is_in_the_result(snapshot: Catalog) -> None:
    quiz = Quiz(snapshot)
    results = [look(quiz, clicked(quiz, seed)).result for seed in range(6)]
    unclear = [result for result in results if not result.clear]
    assert len(unclear) >= 4
    for result in unclear:
        assert result.roles == result.tie == result.loves == result.set_aside == result.outside == ()
        assert result.other is None
        assert (result.stay, result.profile) == (0.0, {})
        assert result.agreement.of == result.screens


def test_interest_profiler_scores_alone_are_told_as_such(snapshot: Catalog) -> None:
    scores = {"R": 10, "I": 25, "A": 30, "S": 28, "E": 12, "C": 22}
    result = Findings(snapshot, Progress(riasec=scores)).result
    assert result.clear
    assert result.scores_only
    assert len(result.roles) == 5
    answers = tuple(clicked(Quiz(snapshot), 1))
    assert not Findings(snapshot, Progress(answers=answers, riasec=scores)).result.scores_only


def test_a_match_is_the_angle_between_a_role_and_the_profile_on_a_scale_of_ten(quiz: Quiz) -> None:
    found = look(quiz, answered(quiz, 1))
    profile = list(found.result.profile.values())
    length = dot(profile, profile) ** 0.5
    for role in quiz.ids:
        match = found.shown(role).match
        assert match == pytest.approx(MATCH * (1 + dot(quiz.roles[role], profile) / length) / 2, abs=0.051)
        assert 0 <= match <= MATCH


# ---------------------------------------------------------------------------- what decided it


@pytest.mark.parametrize("seed", range(3))
def test_the_deciding_choices_add_most_to_the_lead_of_the_first_role(quiz: Quiz, seed: int) -> None:
    answers = answered(quiz, seed)
    found = look(quiz, answers)
    first, second = (quiz.reasons(role, answers) for role in roles_of(found)[:2])
    less = {reason.option: reason.adds for reason in second}
    leads = sorted((reason.adds - less[reason.option] for reason in first), reverse=True)
    assert [each.leads for each in details(found).decided] == pytest.approx(leads[:3])


def test_no_choice_is_named_twice_in_the_details(snapshot: Catalog) -> None:
    quiz = Quiz(snapshot)
    for seed in range(3):
        told = details(look(quiz, answered(quiz, seed)))
        roles = [*told.roles, *([told.other] if told.other else [])]
        named = [each.option for each in told.decided]
        named += [reason.option for role in roles for reason in (*role.pro, *role.con)]
        assert len(named) == len(set(named)) > 12


def test_every_reason_of_every_role_is_in_the_details(quiz: Quiz) -> None:
    answers = answered(quiz, 1)
    found = look(quiz, answers)
    for role in details(found).roles:
        assert role.reasons == quiz.reasons(role.role.role, answers)
        assert sum(reason.adds for reason in role.reasons) == pytest.approx(found.fits[role.role.role].score)


def other_replies(answer: Answer) -> Iterator[Answer]:
    for picks in combinations(answer.options, len(answer.picks)):
        if answer.least is None:
            yield replace(answer, picks=picks)
        else:
            yield from (replace(answer, picks=picks, least=least) for least in answer.options if least not in picks)


def changes(was: Answer, now: Answer) -> int:
    return len(set(now.picks) - set(was.picks)) + (was.least != now.least)


def flips_by_trying(quiz: Quiz, answers: list[Answer]) -> dict[int, tuple[int, set[str]]]:
    """For each screen that can flip the first place: by how few changes (0: taken back), and to which roles."""

    def first(changed: list[Answer]) -> str:
        mean = quiz.belief(changed).mean
        return max(quiz.ids, key=lambda role: dot(quiz.roles[role], mean))

    found: dict[int, tuple[int, set[str]]] = {}
    now = first(answers)
    for i, answer in enumerate(answers):
        without = first(answers[:i] + answers[i + 1 :])
        if without != now:
            found[i + 1] = (0, {without})
            continue
        by_size: dict[int, set[str]] = {}
        for reply in other_replies(answer):
            then = first([*answers[:i], reply, *answers[i + 1 :]])
            if then != now:
                by_size.setdefault(changes(answer, reply), set()).add(then)
        if by_size:
            size = min(by_size)
            found[i + 1] = (size, by_size[size])
    return found


@pytest.mark.parametrize("seed", range(3))
def test_the_flips_are_the_ones_that_brute_force_finds(quiz: Quiz, seed: int) -> None:
    answers = answered(quiz, seed)[:7]
    told: dict[int, Flip] = {flip.screen: flip for flip in details(look(quiz, answers)).flips}
    expected = flips_by_trying(quiz, answers)
    assert told.keys() == expected.keys()
    for screen, flip in told.items():
        size, roles = expected[screen]
        assert len(flip.swaps) == size
        assert flip.role in roles


def test_flips_that_take_back_come_first_and_small_changes_before_large(quiz: Quiz) -> None:
    for seed in range(4):
        sizes = [len(flip.swaps) for flip in details(look(quiz, answered(quiz, seed))).flips]
        assert sizes == sorted(sizes)


def test_a_skipped_screen_has_no_flip_and_no_agreement(quiz: Quiz) -> None:
    answers = answered(quiz, 0)
    skipped = [replace(answers[0], picks=(), least=None), *answers[1:]]
    found = look(quiz, skipped)
    assert 1 not in {flip.screen for flip in details(found).flips}
    assert found.result.agreement.of == len(answers) - 1


# ---------------------------------------------------------------------------- consistency


def test_agreement_is_with_the_prediction_of_the_other_answers(quiz: Quiz) -> None:
    answers = answered(quiz, 3)
    agreeing = 0
    for i, answer in enumerate(answers):
        mean = quiz.belief(answers[:i] + answers[i + 1 :]).mean
        agreeing += dot(coded(answer), [dot(quiz.options[option], mean) for option in answer.options]) > 0
    assert look(quiz, answers).result.agreement.screens == agreeing


def test_random_picks_agree_with_each_other_on_about_half_of_the_screens(snapshot: Catalog) -> None:
    quiz = Quiz(snapshot)
    agreeing = of = 0
    for seed in range(12):
        luck, answers = random.Random(seed), []
        for _ in range(8):
            screen = quiz.next(answers)
            assert screen
            mixed = luck.sample(screen.options, len(screen.options))
            answers.append(Answer(screen.options, tuple(mixed[: screen.picks]), mixed[-1] if screen.least else None))
        without = [quiz.belief(answers[:i] + answers[i + 1 :]).mean for i in range(len(answers))]
        for answer, mean in zip(answers, without, strict=True):
            of += 1
            agreeing += dot(coded(answer), [dot(quiz.options[option], mean) for option in answer.options]) > 0
    assert 0.3 < agreeing / of < 0.65


# ---------------------------------------------------------------------------- this week


def test_there_are_three_things_to_do_and_the_last_is_the_first_step_of_the_way(quiz: Quiz) -> None:
    found = look(quiz, answered(quiz, 0))
    one, two, step = details(found).week
    for todo, role in zip((one, two), roles_of(found)[:2], strict=True):
        hour = quiz.catalog.roles[role].tries.hour
        assert (todo.role, todo.do, todo.put_off) == (role, hour.do, hour.put_off)
    assert step.role == roles_of(found)[0]
    assert step.do.startswith("Look ")


def test_a_person_with_a_degree_is_not_sent_to_study_for_it(snapshot: Catalog) -> None:
    quiz = Quiz(snapshot)
    answers: list[Answer] = []
    own = quiz.roles["catalog-librarian"]
    while screen := quiz.next(answers):
        wish = sorted(screen.options, key=lambda option: -dot(quiz.options[option], own))
        answers.append(Answer(screen.options, tuple(wish[: screen.picks]), wish[-1] if screen.least else None))
    without, having = (details(look(quiz, answers, {"have": have})).week[-1].do for have in ("secondary", "mlis"))
    assert "degree" in without.split(":")[0].lower()
    assert "degree" not in having.split(":")[0].lower()


def test_without_a_path_a_third_role_is_tried_instead(data: Path) -> None:
    words = (data / "roles" / "director.yaml").read_text(encoding="utf-8")
    (data / "roles" / "abbot.yaml").write_text(words.replace("title: Director", "title: Abbot"), encoding="utf-8")
    knowledge, problems = read_folder(data)
    assert not problems
    quiz = Quiz(Catalog(compile(knowledge)))
    answers: list[Answer] = []
    while screen := quiz.next(answers):
        wish = sorted(screen.options, key=lambda option: -dot(quiz.options[option], quiz.roles["abbot"]))
        answers.append(Answer(screen.options, tuple(wish[: screen.picks]), wish[-1] if screen.least else None))
    found = look(quiz, answers)
    shown, week = roles_of(found), details(found).week
    assert shown[0] == "abbot"
    assert [todo.role for todo in week] == shown[:3]
    assert week[2].do == quiz.catalog.roles[shown[2]].tries.hour.do
