"""Which limit to relax, how far, and what opens: the same as by trying every value of every limit."""

from __future__ import annotations

import math
from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libcareer.catalog import load
from libcareer.engines.paths.exclusions import Exclusions
from libcareer.engines.paths.limits import ANY, Change, Limit, LimitKind, Limits, set_limits, to_amount
from libcareer.engines.paths.planb import planb
from libcareer.engines.paths.relaxations import Relaxation, relaxations
from libcareer.engines.paths.situation import Stated
from libcareer.engines.quiz.limits import practical_questions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from libcareer.catalog import Catalog

LIMITS = practical_questions(load())

AMOUNTS = {"money": [0, 999, 1000, 20_000, 31_999, 32_000], "pay": [41_599, 41_600, 60_000, 68_000, 68_001, 77_001]}
"""Free amounts at and beside those at which tiny roles open."""

UNKNOWN = "associate"
"""A level of education that the tiny knowledge lacks, so that it limits nothing."""

ANSWERS = {
    limit.id: [choice.id for choice in limit.choices if choice.id != UNKNOWN]
    + [str(amount) for amount in AMOUNTS.get(limit.id, ())]
    for limit in LIMITS
}


def looseness(question: str, answer: str) -> float:
    """How loose an *answer* to a practical *question* is, compared with others to the same question."""
    if question in AMOUNTS:
        amount = math.inf if answer == ANY else 0.0 if answer == "none" else float(answer)
        return amount if question == "money" else -amount if answer != ANY else 0.0
    order = {"study": ANSWERS["study"], "public": ["little", "calm", ANY], "remote": ["mostly", "some", ANY]}
    return order.get(question, ["no", "yes", ANY]).index(answer)


def within(catalog: Catalog, answers: Mapping[str, str]) -> set[str]:
    exclusions = Exclusions(catalog, answers)
    return {role for role in catalog.briefs if not exclusions.of(role)}


def answered(change: Change) -> dict[str, str]:
    """The answer to a practical question that a change amounts to."""
    to = change.to
    return {to.kind.value: f"{to.amount:.0f}" if to.amount is not None else to.choice or ""}


@given(answers=st.fixed_dictionaries({}, optional={name: st.sampled_from(some) for name, some in ANSWERS.items()}))
def test_each_change_opens_what_it_says_and_every_smaller_one_opens_less(
    tiny: Catalog, answers: dict[str, str]
) -> None:
    before = within(tiny, answers)
    found = Exclusions(tiny, answers).relaxations(tiny.briefs)
    for one in found:
        opened = set(one.opens)
        assert opened
        assert before.isdisjoint(opened)
        made = {name: answer for change in one.changes for name, answer in answered(change).items()}
        assert within(tiny, {**answers, **made}) == before | opened
        if len(one.changes) == 1 and "hours" not in made:  # part time and full time exclude each other
            ((name, to),) = made.items()
            for other in ANSWERS[name]:
                if looseness(name, other) < looseness(name, to):
                    assert not opened <= within(tiny, {**answers, name: other})


@given(answers=st.fixed_dictionaries({}, optional={name: st.sampled_from(some) for name, some in ANSWERS.items()}))
def test_whatever_a_single_looser_answer_opens_is_among_the_changes(tiny: Catalog, answers: dict[str, str]) -> None:
    before = within(tiny, answers)
    found = [one for one in Exclusions(tiny, answers).relaxations(tiny.briefs) if len(one.changes) == 1]
    for name in set(answers) - {"have", "studying", "hours"}:
        for other in ANSWERS[name]:
            if looseness(name, other) <= looseness(name, answers[name]):
                continue
            opened = within(tiny, {**answers, name: other}) - before
            told = [set(one.opens) for one in found if one.changes[0].now.kind == name]
            assert not opened or opened in told


def test_the_smallest_change_comes_first_whatever_it_is_about(tiny: Catalog) -> None:
    answers = {"pay": "42000", "study": "secondary", "move": "no"}
    found = Exclusions(tiny, answers).relaxations(tiny.briefs)
    assert [one.steps for one in found] == sorted(one.steps for one in found)
    assert found[0].changes[0].to == Limit(LimitKind.PAY, amount=41_600)


def test_where_no_single_change_is_enough_the_smallest_of_several_is_told(tiny: Catalog) -> None:
    exclusions = Exclusions(tiny, {"pay": "80000", "study": "secondary"})
    (one,) = exclusions.relaxations(["librarian"])
    assert {change.to.kind for change in one.changes} == {LimitKind.PAY, LimitKind.STUDY}
    assert one.opens == ("librarian",)


def test_without_limits_or_without_roles_there_is_nothing_to_relax(tiny: Catalog) -> None:
    assert Exclusions(tiny, {}).relaxations(tiny.briefs) == ()
    assert Exclusions(tiny, {"pay": "900000"}).relaxations([]) == ()


def test_a_limit_is_counted_with_what_it_rules_out_alone(tiny: Catalog) -> None:
    exclusions = Exclusions(tiny, {"pay": "60000", "study": "certificate"})
    study, pay = exclusions.effects(tiny.briefs)
    assert (study.limit.kind, pay.limit.kind) == (LimitKind.STUDY, LimitKind.PAY)
    for effect in (study, pay):
        kind = effect.limit.kind.value
        rest = {name: answer for name, answer in exclusions.answers.items() if name != kind}
        assert set(effect.ruled_out) == set(tiny.briefs) - within(tiny, {kind: exclusions.answers[kind]})
        assert set(effect.alone) == within(tiny, rest) - within(tiny, exclusions.answers)


def test_amounts_count_in_steps_between_the_choices_of_the_quiz(tiny: Catalog) -> None:
    pay = Limit(LimitKind.PAY, amount=50_000)
    assert to_amount(tiny, pay, 48_500).steps == pytest.approx(0.15)
    assert to_amount(tiny, pay, 30_000).steps == pytest.approx(2)
    money = Limit(LimitKind.MONEY, amount=0)
    assert to_amount(tiny, money, 6_000).steps == pytest.approx(1.5)
    assert to_amount(tiny, money, 210_000).steps == pytest.approx(6)


def test_a_change_that_opens_no_more_than_a_smaller_one_is_not_told(tiny: Catalog) -> None:
    pay = Limit(LimitKind.PAY, amount=50_000)
    near, far = to_amount(tiny, pay, 45_000), to_amount(tiny, pay, 40_000)
    assert relaxations({"page": ((near,), (far,))}) == (Relaxation((near,), ("page",)),)


# ---------------------------------------------------------------------------- of a plan B


@pytest.mark.parametrize(
    ("pay", "months", "money", "study"),
    list(product([None, 70_000, 90_000], [None, 0, 12], [None, 0], [None, "secondary"])),
)
def test_what_a_plan_b_says_of_a_change_is_true(
    tiny: Catalog, pay: int | None, months: int | None, money: int | None, study: str | None
) -> None:
    limits = Limits(study=study, money=money, months=months, pay=pay, hours="part", remote="mostly")
    for stated in (Stated(), Stated(posts=("page",), held=("bachelor",))):
        answer = planb(tiny, "librarian", limits, stated)
        nothing = not answer.reached and answer.itself in answer.left_out
        assert bool(answer.relaxed) or not nothing
        for one in answer.relaxed:
            changed = {change.to.kind: change.to for change in one.changes}
            loose = Limits(
                **{
                    limit.kind: limit.amount if limit.amount is not None else limit.choice
                    for limit in (changed.get(limit.kind, limit) for limit in set_limits(limits))
                    if limit.choice not in (ANY, "yes")
                }
            )
            then = planb(tiny, "librarian", loose, stated)
            assert {each.role for each in (then.itself, *then.reached) if each and hasattr(each, "route")} == {
                *one.opens
            }
