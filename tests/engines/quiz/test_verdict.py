"""The verdict in brief: three roles, what is named for and against them, and no verdict."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from libcareer.engines.quiz.algebra import dot
from libcareer.engines.quiz.belief import Answer
from libcareer.engines.quiz.engine import Quiz, Reason
from libcareer.engines.quiz.interview import Progress
from libcareer.engines.quiz.result import Findings
from libcareer.engines.quiz.verdict import WORTH_NAMING, first_roles, no_verdict, role_pay, telling, verdict
from libcareer.knowledge.enums import Pays

if TYPE_CHECKING:
    from libcareer.catalog import Catalog


@pytest.fixture(scope="module")
def quiz(shipped: Catalog) -> Quiz:
    return Quiz(shipped)


def found_for(quiz: Quiz, role: str, seed: int = 1) -> Findings:
    """What is found for somebody at home in *role*."""
    luck = random.Random(seed)
    theta = [2.5 * x + luck.gauss(0, 0.3) for x in quiz.roles[role]]
    answers: list[Answer] = []
    while screen := quiz.next(answers, seed):
        liking = {option: dot(quiz.options[option], theta) + luck.gauss(0, 0.7) for option in screen.options}
        wish = sorted(screen.options, key=lambda option: -liking[option])
        answers.append(Answer(screen.options, tuple(wish[: screen.picks]), wish[-1] if screen.least else None))
    return Findings(quiz.catalog, Progress(seed, tuple(answers)))


def reason(option: str, chosen: str, adds: float) -> Reason:
    return Reason(option, option, option, chosen, adds)


def test_what_is_named_was_chosen_on_purpose_and_is_worth_naming() -> None:
    reasons = [
        reason("passed", "passed over", 0.9),
        reason("weak", "chosen", WORTH_NAMING / 2),
        reason("liked", "chosen", 0.2),
        reason("lacked", "chosen", -0.3),
        reason("disliked", "least liked", -0.2),
    ]
    assert [each.option for each in telling(reasons, 1, set())] == ["liked"]
    assert [each.option for each in telling(reasons, -1, set())] == ["disliked", "lacked"]


def test_a_roundabout_reason_comes_first_only_if_it_is_twice_as_strong() -> None:
    liked = reason("liked", "chosen", 0.2)
    for adds, first in ((0.3, "liked"), (0.5, "spared")):
        reasons = [reason("spared", "least liked", adds), liked]
        assert next(telling(reasons, 1, set())).option == first


def test_what_is_quoted_once_is_not_given_again() -> None:
    reasons = [reason("one", "chosen", 0.3), reason("two", "chosen", 0.2)]
    quoted: set[str] = set()
    assert [next(telling(reasons, 1, quoted)).option for _ in range(2)] == ["one", "two"]
    assert next(telling(reasons, 1, quoted), None) is None


@pytest.mark.parametrize("role", ["archivist", "teen-librarian", "records-manager"])
def test_the_verdict_is_on_the_first_three_roles_and_quotes_nothing_twice(quiz: Quiz, role: str) -> None:
    found = found_for(quiz, role)
    told = verdict(found)
    assert [each.role for each in told.roles] == list(found.result.roles[:3])
    assert [each.role for each in told.tries] == [each.role.role for each in told.roles]
    named = [choice.option for each in told.roles for choice in (each.pro, each.con) if choice]
    assert len(named) == len(set(named)) >= 4
    for each in told.roles:
        assert each.drawback == quiz.catalog.roles[each.role.role].drawbacks[0].says


def test_of_two_loves_each_has_a_role_in_the_verdict(quiz: Quiz) -> None:
    found = found_for(quiz, "archivist")
    first, second, *_ = (role.role for role in found.result.roles)
    distant = found.order[40:43]
    found.result = replace(found.result, loves=((second, first), distant))
    assert [role.role for role in first_roles(found)] == [first, second, distant[0]]


def test_a_love_that_the_limits_rule_out_is_passed_over_for_the_next_of_its_group(quiz: Quiz) -> None:
    answers = found_for(quiz, "archivist").answers
    found = Findings(quiz.catalog, Progress(answers=tuple(answers), limits={"have": "bachelor", "study": "bachelor"}))
    closed = next(role for role in found.order if not found.is_open(role))
    still_open = next(found.within_limits(found.order[::-1]))
    found.result = replace(found.result, loves=((closed, still_open), (closed,)))
    assert still_open in [role.role for role in first_roles(found)]
    assert closed not in [role.role for role in first_roles(found)]


def test_pay_is_told_with_the_word_of_its_note(shipped: Catalog) -> None:
    for role, pays in (("library-page", Pays.LESS), ("law-librarian", Pays.MORE), ("taxonomist", None)):
        told = role_pay(shipped, role)
        assert told
        assert told.pays is pays
    own = role_pay(shipped, "archivist")
    assert own
    assert own.pays is None


# ---------------------------------------------------------------------------- no verdict


def first_options(quiz: Quiz) -> Findings:
    answers: list[Answer] = []
    while screen := quiz.next(answers):
        least = screen.options[-1] if screen.least else None
        answers.append(Answer(screen.options, screen.options[: screen.picks], least))
    return Findings(quiz.catalog, Progress(answers=tuple(answers)))


def test_somebody_who_takes_the_first_options_hears_it(quiz: Quiz) -> None:
    found = first_options(quiz)
    assert no_verdict(found).top == len(found.answers)


def test_the_tries_are_one_of_each_corner_in_the_order_of_titles_whatever_was_answered(quiz: Quiz) -> None:
    catalog = quiz.catalog
    tries = no_verdict(first_options(quiz)).tries
    assert [each.title for each in tries] == sorted(cluster.title for cluster in catalog.clusters.values())
    for each in tries:
        own = [brief.title for brief in catalog.briefs.values() if brief.cluster == each.cluster]
        assert each.hour.title == min(own)
        assert each.hour.do == catalog.roles[each.hour.role].tries.hour.do
    assert no_verdict(found_for(quiz, "archivist")).tries == tries
