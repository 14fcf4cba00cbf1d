"""The person's page: the roles that limits leave, those of the last quiz, and the change that opens most nearly."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from libcareer.engines.paths.circumstances import NOTHING_TOLD, Circumstances
from libcareer.engines.quiz.algebra import dot
from libcareer.engines.quiz.belief import Answer
from libcareer.engines.quiz.engine import ROLES_SHOWN, Quiz
from libcareer.engines.quiz.interview import Progress
from libcareer.engines.quiz.person import Person

if TYPE_CHECKING:
    from libcareer.catalog import Catalog

TODAY = date(2026, 11, 30)


@pytest.fixture(scope="module")
def archivist(snapshot: Catalog) -> Progress:
    """The answers of somebody who likes what an archivist does."""
    quiz = Quiz(snapshot)
    likes = quiz.roles["archivist"]
    answers: list[Answer] = []
    while screen := quiz.next(answers, 3):
        best = sorted(screen.options, key=lambda option: -dot(quiz.options[option], likes))
        answers.append(Answer(screen.options, tuple(best[: screen.picks]), best[-1] if screen.least else None))
    return Progress(3, tuple(answers))


def person(catalog: Catalog, last: Progress | None = None, **limits: str) -> Person:
    return Person(catalog, Circumstances(limits=limits), TODAY, last, "2026-11-12" if last else "")


def test_without_limits_every_role_is_left(shipped: Catalog) -> None:
    page = Person(shipped, NOTHING_TOLD, TODAY).page(None)
    assert (page.within, page.of) == (len(shipped.briefs), len(shipped.briefs))
    assert page.quiz is None
    assert page.relaxed == ()


def test_the_last_quiz_is_mentioned_with_its_first_roles_within_the_limits(
    snapshot: Catalog, archivist: Progress
) -> None:
    free = person(snapshot, archivist).page(None).quiz
    assert free is not None
    assert free.on == "2026-11-12"
    assert free.clear
    assert len(free.roles) == ROLES_SHOWN
    assert "archivist" in {role.id for role in free.roles}
    staying = person(snapshot, archivist, move="no")
    near = staying.page(None).quiz
    assert near is not None
    assert near.roles
    assert not any(staying.exclusions.of(role.id) for role in near.roles)


def test_where_limits_leave_nothing_the_nearest_change_is_told_and_not_only_that(
    snapshot: Catalog, archivist: Progress
) -> None:
    page = person(snapshot, archivist, pay="500000", study="secondary").page(None)
    assert page.within == 0
    assert page.relaxed[0].opens
    assert page.quiz is not None
    assert page.quiz.roles == ()
    assert set(page.quiz.nearer[0].opens) <= {role.id for role in person(snapshot, archivist).limits().asked}


def test_the_roles_that_the_quiz_points_to_come_first_in_what_a_change_opens(
    snapshot: Catalog, archivist: Progress
) -> None:
    whom = person(snapshot, archivist, move="no")
    page = whom.limits()
    (moving,) = [one for one in page.relaxed if len(one.changes) == 1]
    order = whom.ranked()
    assert [role.id for role in page.asked] == list(order[:ROLES_SHOWN])
    assert list(moving.opens) == sorted(moving.opens, key=order.index)


def test_without_a_result_the_roles_like_the_present_post_come_first(shipped: Catalog) -> None:
    told = Circumstances(posts=("library-technician",))
    assert Person(shipped, told, TODAY).ranked()[0] == "library-technician"
    assert Person(shipped, NOTHING_TOLD, TODAY).ranked() == tuple(shipped.briefs)


def test_answers_that_point_no_way_name_no_role(snapshot: Catalog) -> None:
    quiz = Quiz(snapshot)
    first = quiz.next([], 1)
    assert first is not None
    page = person(snapshot, Progress(1, (Answer(first.options, first.options[: first.picks]),))).page(None)
    assert page.quiz is not None
    if not page.quiz.clear:
        assert page.quiz.roles == ()


def test_what_the_knowledge_lacks_is_named(tiny: Catalog) -> None:
    assert Person(tiny, Circumstances(posts=("gone",)), TODAY).page(None).unknown == ("gone",)
