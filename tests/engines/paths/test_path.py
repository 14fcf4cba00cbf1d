"""The way to a role, told in steps: what each needs, takes, costs, pays and teaches."""

from __future__ import annotations

import json
from itertools import pairwise, product
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from libcareer.catalog import Catalog
from libcareer.catalog.compiled import compile
from libcareer.engines.choices import Prefer
from libcareer.engines.paths.path import Money, Path, Route, path
from libcareer.knowledge.enums import Asked
from libcareer.knowledge.reading import read_folder
from libcareer.reports.page.formats import Format
from libcareer.reports.page.render import text
from libcareer.reports.path import path as report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path as File

SOME = settings(max_examples=settings().max_examples // 5)


@pytest.fixture(scope="module")
def answers(tiny: Catalog) -> list[Path]:
    """Every question of one start, one goal, one preference and a few credentials, answered."""
    held = ((), ("lib-certificate",), ("bachelor",), ("mlis",))
    questions = product(tiny.briefs, (None, *tiny.briefs), held, Prefer)
    return [path(tiny, goal, start=start, held=have, prefer=prefer) for goal, start, have, prefer in questions]


def routes(answers: list[Path]) -> Iterator[Route]:
    for answer in answers:
        yield from (route for route in (answer.best, *answer.others) if route)


@st.composite
def shipped_answers(draw: st.DrawFn, shipped: Catalog) -> Path:
    ids = sorted(shipped.briefs)
    return path(
        shipped,
        draw(st.sampled_from(ids)),
        start=draw(st.none() | st.sampled_from(ids)),
        held=draw(st.lists(st.sampled_from(sorted(shipped.credentials)), max_size=2, unique=True)),
        prefer=draw(st.sampled_from(Prefer)),
    )


def with_role(data: File, name: str, like: str, changes: dict[str, str]) -> Catalog:
    """The tiny catalog with another role: a copy of one with some words replaced."""
    words = (data / "roles" / f"{like}.yaml").read_text()
    for old, new in changes.items():
        assert old in words
        words = words.replace(old, new)
    (data / "roles" / f"{name}.yaml").write_text(words)
    knowledge, problems = read_folder(data)
    assert not problems
    return Catalog(compile(knowledge))


# ---------------------------------------------------------------------------- whole ways


def test_the_way_from_nothing_is_study_then_work_then_the_goal(tiny: Catalog) -> None:
    best = path(tiny, "director").best
    assert best is not None
    assert [(step.kind, step.id, step.move) for step in best.steps] == [
        ("study", "bachelor", None),
        ("study", "mlis", None),
        ("work", "librarian", "entry"),
        ("goal", "director", "up"),
    ]
    study, _, work, goal = best.steps
    assert (study.how, study.why) == ("Count the credits you have.", "Employers ask for it.")
    assert [need.what for need in study.needs] == ["Anybody with secondary school."]
    assert (work.how, work.why) == ("Apply with the degree.", "Because posts are open to all.")
    assert (goal.how, goal.why) == ("How one goes to director.", "Why one goes to director.")
    assert best.total.months == (48 + 12 + 48, 48 + 24 + 72)
    assert best.total.unpaid_months == (60, 72)
    assert best.total.cost == (Money(32_000, 100_000, "USD"),)
    assert best.missing == ()


def test_the_way_from_a_job_begins_with_the_work_in_it(tiny: Catalog) -> None:
    found = path(tiny, "technician", start="page")
    assert found.start == "Page"
    assert found.best is not None
    work, study, goal = found.best.steps
    assert (work.kind, work.id, work.move, work.how, work.needs) == ("work", "page", None, "", ())
    assert (study.id, study.beside, study.adds) == ("lib-certificate", "Page", (0, 0))
    assert goal.kind == "goal"
    assert found.best.total.months == (12, 24)


def test_a_need_in_words_stands_at_the_step_it_is_needed_for(tiny: Catalog) -> None:
    best = path(tiny, "editor", start="clerk").best
    assert best is not None
    assert [(need.what, need.asked) for need in best.steps[-1].needs] == [
        ("Badge", Asked.HABIT),
        ("a text that somebody printed", Asked.EMPLOYERS),
    ]


def test_a_start_that_is_the_goal_is_one_step_that_takes_nothing(tiny: Catalog) -> None:
    found = path(tiny, "page", start="page")
    assert found.best is not None
    assert (found.best.kind, found.others, found.stuck) == ("you are there", (), None)
    assert [(step.kind, step.id, step.move) for step in found.best.steps] == [("goal", "page", None)]
    assert found.best.total.months == (0, 0)


def test_what_the_person_holds_is_told_by_title(tiny: Catalog) -> None:
    assert path(tiny, "director", held=["mlis", "badge"]).holding == ("Badge", "Library master's")


def test_what_the_person_says_twice_is_told_once(tiny: Catalog) -> None:
    assert path(tiny, "director", held=["mlis", "mlis"]).holding == ("Library master's",)


def test_what_the_person_holds_may_be_any_iterable(tiny: Catalog) -> None:
    assert path(tiny, "director", held=iter(["mlis"])).holding == ("Library master's",)


def test_who_is_at_the_goal_misses_none_of_its_skills(tiny: Catalog) -> None:
    best = path(tiny, "librarian", start="librarian").best
    assert best is not None
    assert best.missing == ()


def test_skills_of_the_goal_are_taught_by_the_first_step_that_has_them(tiny: Catalog) -> None:
    best = path(tiny, "librarian", start="page").best
    assert best is not None
    taught = {step.id: step.teaches for step in best.steps}
    assert taught["page"] == ("Helping readers",)
    assert all(not teaches for id_, teaches in taught.items() if id_ not in ("page", "lib-certificate", "mlis"))
    assert best.missing == ("Leading",)


def test_a_narrower_skill_counts_as_learned_for_a_broader_one(tiny: Catalog) -> None:
    best = path(tiny, "librarian", start="page", prefer=Prefer.EARNING).best
    assert best is not None
    teaching = [step.id for step in best.steps if "Cataloging" in step.teaches]
    assert teaching == ["lib-certificate"]


def test_a_skill_that_a_held_credential_teaches_is_not_missing(tiny: Catalog) -> None:
    without, having = path(tiny, "librarian", start="clerk"), path(tiny, "librarian", start="clerk", held=["mlis"])
    assert having.best is not None
    assert without.best is not None
    assert "Cataloging" not in having.best.missing
    assert [step.kind for step in having.best.steps] == ["work", "goal"]


# ---------------------------------------------------------------------------- nowhere to go


def test_a_goal_that_nothing_leads_to_says_so(data: File) -> None:
    catalog = with_role(data, "hermit", "director", {"title: Director": "title: Hermit"})
    found = path(catalog, "hermit", start="page")
    assert (found.best, found.others) == (None, ())
    assert found.stuck is not None
    assert found.stuck.reason == "No role leads to Hermit, and no way in from outside is known."
    assert found.stuck.feeders == ()


@pytest.mark.parametrize(("start", "there"), [(None, "outside"), ("page", "Page")], ids=["from outside", "from a job"])
def test_a_goal_reached_only_from_where_nobody_gets_names_those_roles(
    data: File, start: str | None, there: str
) -> None:
    with_role(data, "pupil", "director", {"title: Director": "title: Pupil"})
    move = "\nmoves: [{to: pupil, kind: up, years: [1, 1], why: Why., how: How.}]\nrelated:"
    for name in ("hermit", "monk"):
        catalog = with_role(data, name, "director", {"title: Director": f"title: {name.title()}", "\nrelated:": move})
    found = path(catalog, "pupil", start=start)
    assert found.stuck is not None
    assert found.stuck.feeders == ("Hermit", "Monk")
    assert found.stuck.reason == (f"Pupil is reached from Hermit and Monk, and no move leads from {there} to there.")


def test_a_goal_reached_from_one_role_only_names_it_alone(data: File) -> None:
    with_role(data, "pupil", "director", {"title: Director": "title: Pupil"})
    move = "\nmoves: [{to: pupil, kind: up, years: [1, 1], why: Why., how: How.}]\nrelated:"
    catalog = with_role(data, "hermit", "director", {"title: Director": "title: Hermit", "\nrelated:": move})
    stuck = path(catalog, "pupil").stuck
    assert stuck is not None
    assert stuck.reason.startswith("Pupil is reached from Hermit, and")


def test_a_role_that_can_only_be_entered_afresh_is_still_reached(tiny: Catalog) -> None:
    found = path(tiny, "page", start="editor")
    assert found.best is not None
    assert found.best.kind == "starting afresh"
    assert [(step.id, step.move) for step in found.best.steps] == [("editor", None), ("page", "entry")]


# ---------------------------------------------------------------------------- every way on tiny


def test_every_question_has_a_best_way_or_a_reason_why_not(answers: list[Path]) -> None:
    assert len(answers) == 6 * 7 * 4 * 3
    assert all((answer.best is None) == (answer.stuck is not None) for answer in answers)
    assert all(answer.best is not None for answer in answers)


def test_totals_are_the_sums_of_the_steps(answers: list[Path]) -> None:
    for route in routes(answers):
        for end in (0, 1):
            assert route.total.months[end] == sum(step.adds[end] for step in route.steps)
        costs = [step.cost for step in route.steps if step.cost]
        expected = (Money(sum(c.low for c in costs), sum(c.high for c in costs), "USD"),) if costs else ()
        assert route.total.cost == expected
        full_time = [step for step in route.steps if step.kind == "study" and not step.beside]
        assert route.total.unpaid_months == tuple(sum(step.adds[end] for step in full_time) for end in (0, 1))


def test_study_beside_a_job_adds_nothing_and_full_time_study_adds_what_it_takes(answers: list[Path]) -> None:
    beside = 0
    for route in routes(answers):
        for before, step in zip((None, *route.steps), route.steps, strict=False):
            if step.kind == "study" and step.takes:
                beside += bool(step.beside)
                assert step.adds == ((0, 0) if step.beside else (step.takes.low, step.takes.high))
                assert not step.beside or before is not None
    assert beside


def test_study_beside_a_job_fits_into_the_time_in_that_job(answers: list[Path]) -> None:
    for route in routes(answers):
        for number, step in enumerate(route.steps):
            if step.beside:
                job = next(s for s in reversed(route.steps[:number]) if s.kind == "work")
                assert job.title == step.beside
                assert step.takes is not None
                assert job.adds[1] >= step.takes.high


def test_nobody_studies_what_they_hold_what_that_implies_or_the_same_twice(tiny: Catalog, answers: list[Path]) -> None:
    implied = {
        "Library certificate": {"lib-certificate"},
        "Bachelor's degree": {"bachelor"},
        "Library master's": {"mlis", "bachelor", "lib-certificate"},
    }
    for answer in answers:
        held = {id_ for title in answer.holding for id_ in implied[title]}
        for route in routes([answer]):
            studied = [step.id for step in route.steps if step.kind == "study"]
            assert held.isdisjoint(studied)
            assert len(studied) == len(set(studied))
            assert "badge" not in studied


def test_alternatives_differ_in_the_jobs_passed_or_the_manner_of_study(answers: list[Path]) -> None:
    for answer in answers:
        ways = [tuple((step.kind, step.id, step.beside) for step in route.steps) for route in routes([answer])]
        assert len(set(ways)) == len(ways) <= 4


def test_the_best_way_bears_the_name_of_the_preference(answers: list[Path]) -> None:
    for answer in answers:
        assert answer.best is not None
        assert answer.best.kind in (answer.prefer.value, "you are there", "starting afresh")


def by_wish(answers: list[Path]) -> Iterator[dict[Prefer, Route]]:
    """The best routes of the same question under each preference."""
    for number in range(0, len(answers), len(Prefer)):
        best = {answer.prefer: answer.best for answer in answers[number : number + len(Prefer)]}
        yield {prefer: route for prefer, route in best.items() if route}


def test_the_cheapest_way_never_costs_more_than_another(answers: list[Path]) -> None:
    def middle(route: Route) -> float:
        return sum(money.low + money.high for money in route.total.cost)

    for best in by_wish(answers):
        assert middle(best[Prefer.CHEAPEST]) == min(map(middle, best.values()))


def test_the_earning_way_never_has_more_months_without_pay_than_another(answers: list[Path]) -> None:
    for best in by_wish(answers):
        unpaid = {prefer: sum(route.total.unpaid_months) for prefer, route in best.items()}
        assert unpaid[Prefer.EARNING] == min(unpaid.values())


def test_preferences_lead_to_different_ways_where_there_are_some(answers: list[Path]) -> None:
    months = [{sum(route.total.months) for route in best.values()} for best in by_wish(answers)]
    assert any(len(different) > 1 for different in months)


def figures(value: Any) -> Iterator[dict[str, Any]]:
    """Every takes, cost and pays in the JSON of a path."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key in ("takes", "pays") or (key == "cost" and not isinstance(part, list)):
                yield from [part] if part else []
            yield from figures(part)
    elif isinstance(value, list):
        for part in value:
            yield from figures(part)


def every_figure_has_a_year_and_a_source(answer: Path) -> None:
    for figure in figures(json.loads(text(report(answer), Format.JSON))):
        assert figure["year"].strip()
        assert figure["source"]["publisher"]
        assert figure["source"]["title"]
        assert figure.get("unit") or figure["currency"]


def test_every_figure_in_the_json_of_a_path_has_a_year_a_unit_and_a_source(answers: list[Path]) -> None:
    for answer in answers:
        every_figure_has_a_year_and_a_source(answer)


# ---------------------------------------------------------------------------- study of unknown length


@pytest.fixture
def licensed(data: File) -> Catalog:
    """Tiny knowledge in which directors need the badge, of unknown length and cost, and a foreign course."""
    words = (data / "roles" / "librarian.yaml").read_text()
    needs = "    needs: [{credential: badge, asked: law, note: In two states.}, {credential: course, asked: law}]\n"
    words = words.replace("    how: How one goes to director.\n", "    how: How one goes to director.\n" + needs)
    (data / "roles" / "librarian.yaml").write_text(words)
    course = (data / "credentials" / "lib-certificate.yaml").read_text()
    course = course.replace("title: Library certificate", "title: Course").replace("currency: USD", "currency: GBP")
    (data / "credentials" / "course.yaml").write_text(course)
    knowledge, problems = read_folder(data)
    assert not problems
    return Catalog(compile(knowledge))


def test_study_without_figures_is_named_in_the_total_and_never_guessed(licensed: Catalog) -> None:
    best = path(licensed, "director", start="librarian").best
    assert best is not None
    badge = next(step for step in best.steps if step.id == "badge")
    assert (badge.takes, badge.cost, badge.adds) == (None, None, (0, 0))
    assert best.total.unknown == ("Badge",)


def test_costs_in_two_currencies_are_summed_apart(licensed: Catalog) -> None:
    best = path(licensed, "director").best
    assert best is not None
    assert best.total.cost == (Money(32_000, 100_000, "USD"), Money(1000, 2000, "GBP"))


def test_the_note_of_a_need_and_who_asks_for_it_stand_at_the_step(licensed: Catalog) -> None:
    best = path(licensed, "director", start="librarian").best
    assert best is not None
    need = best.steps[-1].needs[0]
    assert (need.what, need.asked, need.note) == ("Badge", Asked.LAW, "In two states.")
    study = next(step for step in best.steps if step.id == "badge")
    assert study.needs[0].asked is Asked.LAW


# ---------------------------------------------------------------------------- the shipped knowledge


def chain(catalog: Catalog, route: Route) -> list[tuple[str, str]]:
    """The jobs of a route, two by two."""
    jobs = [step.id for step in route.steps if step.kind != "study"]
    return list(pairwise(jobs))


def test_the_way_from_page_to_librarian_is_a_chain_of_moves_that_exist(shipped: Catalog) -> None:
    found = path(shipped, "librarian", start="library-page")
    assert found.best is not None
    pairs = chain(shipped, found.best)
    assert pairs[0][0] == "library-page"
    assert pairs[-1][1] == "librarian"
    assert all(there in [move.to for move in shipped.roles[here].moves] for here, there in pairs)


@SOME
@given(data=st.data())
def test_every_way_on_the_shipped_catalog_is_made_of_moves_and_entries_that_exist(
    shipped: Catalog, data: st.DataObject
) -> None:
    answer = data.draw(shipped_answers(shipped))
    for route in routes([answer]):
        jobs = [step for step in route.steps if step.kind != "study"]
        for before, step in zip((None, *jobs), jobs, strict=False):
            if step.move == "entry":
                entry = shipped.roles[step.id].entry
                assert entry is not None
                assert step.how == entry.how
            elif step.move:
                assert before is not None
                moves = [(m.to, m.kind.value, m.how) for m in shipped.roles[before.id].moves]
                assert (step.id, step.move, step.how) in moves


@SOME
@given(data=st.data())
def test_every_way_on_the_shipped_catalog_adds_up_and_names_its_figures(shipped: Catalog, data: st.DataObject) -> None:
    answer = data.draw(shipped_answers(shipped))
    every_figure_has_a_year_and_a_source(answer)
    for route in routes([answer]):
        for end in (0, 1):
            assert route.total.months[end] == pytest.approx(sum(step.adds[end] for step in route.steps))
        for money in route.total.cost:
            costs = [step.cost for step in route.steps if step.cost and step.cost.currency == money.currency]
            assert (money.low, money.high) == (sum(c.low for c in costs), sum(c.high for c in costs))


def test_the_totals_of_a_way_from_outside_to_any_shipped_role_are_the_sums_of_its_steps(shipped: Catalog) -> None:
    for goal in shipped.briefs:
        for route in routes([path(shipped, goal)]):
            costs = [step.cost for step in route.steps if step.cost]
            full_time = [step for step in route.steps if step.kind == "study" and not step.beside]
            for end, name in enumerate(("low", "high")):
                assert route.total.months[end] == pytest.approx(sum(step.adds[end] for step in route.steps))
                assert route.total.unpaid_months[end] == pytest.approx(sum(step.adds[end] for step in full_time))
                for money in route.total.cost:
                    paid = [getattr(cost, name) for cost in costs if cost.currency == money.currency]
                    assert getattr(money, name) == pytest.approx(sum(paid))
            assert {cost.currency for cost in costs} == {money.currency for money in route.total.cost}


def test_starting_afresh_is_told_however_many_ways_by_moves_there_are(shipped: Catalog) -> None:
    found = path(shipped, "administrative-assistant", start="archivist")
    assert found.best is not None
    assert len(found.others) == 3
    afresh = found.others[-1]
    assert afresh.kind == "starting afresh"
    assert afresh.total.months[1] < found.best.total.months[0]
