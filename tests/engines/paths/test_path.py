"""The way to a role, told in steps: what each needs, takes, costs, pays and teaches."""

from __future__ import annotations

import json
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from libcareer.catalog import Catalog
from libcareer.catalog.compiled import compile
from libcareer.engines.choices import Prefer
from libcareer.engines.paths.path import Money, Path, Route, path, path_from
from libcareer.engines.paths.situation import Stated
from libcareer.knowledge.enums import Asked
from libcareer.knowledge.reading import read_folder
from libcareer.reports.page.formats import Format
from libcareer.reports.page.render import text
from libcareer.reports.path import path_report

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
    assert found.best.total.months == work.adds == (12, 18)


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
    best = path(tiny, "director", start="page").best
    assert best is not None
    taught = {step.id: step.teaches for step in best.steps}
    # Helping is learned as a page already, and editing no earlier than as a librarian.
    assert taught["librarian"] == ("Leading", "Editing")
    assert all(not teaches for id_, teaches in taught.items() if id_ != "librarian")
    assert best.missing == ()


def test_a_narrower_skill_counts_as_learned_for_a_broader_one(tiny: Catalog) -> None:
    best = path(tiny, "librarian", start="technician").best
    assert best is not None
    # A technician catalogs copies, so that the degree teaches nothing new.
    assert all("Cataloging" not in step.teaches for step in best.steps)
    assert best.missing == ("Leading",)


def test_a_skill_that_a_held_credential_teaches_is_not_missing(tiny: Catalog) -> None:
    having = path(tiny, "librarian", start="clerk", held=["mlis"])
    assert having.best is not None
    assert "Cataloging" not in having.best.missing
    assert [step.kind for step in having.best.steps] == ["goal"]


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
    move = (
        "\nmoves: [{to: pupil, kind: up, years: [1, 1], usual: usual, through: true, why: Why., how: How.}]\nrelated:"
    )
    for name in ("hermit", "monk"):
        catalog = with_role(data, name, "director", {"title: Director": f"title: {name.title()}", "\nrelated:": move})
    found = path(catalog, "pupil", start=start)
    assert found.stuck is not None
    assert found.stuck.feeders == ("Hermit", "Monk")
    assert found.stuck.reason == (
        f"Pupil is reached from Hermit and Monk, and no sensible way leads from {there} to there."
    )


def test_a_goal_reached_from_one_role_only_names_it_alone(data: File) -> None:
    with_role(data, "pupil", "director", {"title: Director": "title: Pupil"})
    move = (
        "\nmoves: [{to: pupil, kind: up, years: [1, 1], usual: usual, through: true, why: Why., how: How.}]\nrelated:"
    )
    catalog = with_role(data, "hermit", "director", {"title: Director": "title: Hermit", "\nrelated:": move})
    stuck = path(catalog, "pupil").stuck
    assert stuck is not None
    assert stuck.reason.startswith("Pupil is reached from Hermit, and")


def test_going_to_a_post_below_takes_an_application_and_no_time(tiny: Catalog) -> None:
    found = path(tiny, "page", start="editor")
    assert found.best is not None
    assert [(step.id, step.move) for step in found.best.steps] == [("page", "entry")]
    assert found.best.total.months == (0, 0)


def test_what_people_in_the_post_usually_hold_is_assumed_and_told(tiny: Catalog) -> None:
    found = path(tiny, "director", start="librarian")
    assert found.presumed == ("mlis",)
    assert found.assumed == ("Library master's",)
    assert found.best is not None
    assert [step.id for step in found.best.steps] == ["librarian", "director"]
    nothing = path_from(tiny, "director", Stated(posts=("librarian",), presume=False))
    assert (nothing.assumed, nothing.presumed) == ((), ())


def test_what_the_law_asks_for_the_goal_is_told_study_or_none(data: File) -> None:
    needs = "[{credential: badge, asked: habit}, {credential: mlis, asked: law, note: Most.}]"
    wanted = f"\ncredentials: {needs}\nrelated:"
    catalog = with_role(data, "chief", "director", {"title: Director": "title: Chief", "\nrelated:": wanted})
    found = path(catalog, "chief", start="page")
    assert [(need.credential, need.asked, need.note) for need in found.asks] == [("mlis", Asked.LAW, "Most.")]


def test_practice_is_a_step_of_its_own_with_its_months(tiny: Catalog) -> None:
    best = path(tiny, "editor", held=["bachelor"]).best
    assert best is not None
    (goal,) = best.steps
    assert (goal.kind, goal.adds, best.total.months) == ("goal", (3, 9), (3, 9))
    assert goal.takes is not None
    assert (goal.takes.low, goal.takes.high) == (3, 9)


# ---------------------------------------------------------------------------- every way on tiny


def test_every_question_has_a_best_way_or_a_reason_why_not(answers: list[Path]) -> None:
    assert len(answers) == 6 * 7 * 4 * 4
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
            if step.kind == "study" and step.takes and not step.beside:
                assert step.adds == (step.takes.low, step.takes.high)
            elif step.kind == "study" and before is not None and before.kind in ("work", "study"):
                beside += 1
                assert step.adds == (0, 0)
    assert beside


def test_study_beside_a_job_ends_with_that_job_at_the_latest(answers: list[Path]) -> None:
    for route in routes(answers):
        for step in route.steps:
            if step.beside:
                job = next(one for one in route.steps if one.kind == "work" and one.title == step.beside)
                assert all(step.ends[end] <= job.ends[end] for end in (0, 1))


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
        assert answer.best.kind in (answer.prefer.value, "you are there")


def by_wish(answers: list[Path]) -> Iterator[dict[Prefer, Route]]:
    """The best routes of the same question under each preference."""
    for number in range(0, len(answers), len(Prefer)):
        best = {answer.prefer: answer.best for answer in answers[number : number + len(Prefer)]}
        yield {prefer: route for prefer, route in best.items() if route}


def test_the_cheapest_way_never_costs_more_than_another(answers: list[Path]) -> None:
    for best in by_wish(answers):
        assert best[Prefer.CHEAPEST].total.dearest == min(route.total.dearest for route in best.values())


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
    for figure in figures(json.loads(text(path_report(answer), Format.JSON))):
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
    """Tiny knowledge in which directors need a pin, of unknown length and cost, and a foreign course."""
    words = (data / "roles" / "librarian.yaml").read_text()
    needs = "    needs: [{credential: pin, asked: law, note: In two states.}, {credential: course, asked: law}]\n"
    words = words.replace("    how: How one goes to director.\n", "    how: How one goes to director.\n" + needs)
    (data / "roles" / "librarian.yaml").write_text(words)
    pin = (data / "credentials" / "lib-certificate.yaml").read_text().replace("Library certificate", "Pin")
    figures = ("time:", "cost:", "education:", "teaches:", "dearest:", "longest:")
    without = [line for line in pin.splitlines() if not line.startswith(figures)]
    (data / "credentials" / "pin.yaml").write_text("\n".join(without) + "\n")
    course = (data / "credentials" / "lib-certificate.yaml").read_text()
    course = course.replace("title: Library certificate", "title: Course").replace("currency: USD", "currency: GBP")
    (data / "credentials" / "course.yaml").write_text(course)
    knowledge, problems = read_folder(data)
    assert not problems
    return Catalog(compile(knowledge))


def test_study_without_figures_is_named_in_the_total_and_its_length_is_told_as_our_estimate(licensed: Catalog) -> None:
    best = path(licensed, "director", start="librarian").best
    assert best is not None
    pin = next(step for step in best.steps if step.id == "pin")
    assert pin.cost is None
    assert pin.takes is not None
    assert pin.takes.estimated
    assert pin.takes.source.id == "editorial"
    assert best.total.unknown == ("Pin",)


def test_costs_in_two_currencies_are_summed_apart(licensed: Catalog) -> None:
    best = path(licensed, "director").best
    assert best is not None
    assert best.total.cost == (Money(32_000, 100_000, "USD"), Money(1000, 2000, "GBP"))


def test_a_shorter_way_is_told_with_its_own_months_price_and_source(data: File, licensed: Catalog) -> None:
    pin = data / "credentials" / "pin.yaml"
    shorter = "{having: [mlis], note: Two days., source: survey, year: 2023, part_time: [1, 2], low: 50, high: 90}"
    pin.write_text(pin.read_text() + f"shortcuts: [{shorter}]\n")
    knowledge, problems = read_folder(data)
    assert not problems
    best = path(Catalog(compile(knowledge)), "director", start="librarian").best
    assert best is not None
    step = next(step for step in best.steps if step.id == "pin")
    assert step.cost is not None
    assert step.takes is not None
    assert (step.cost.low, step.cost.high, step.cost.year, step.cost.source.id) == (50, 90, "2023", "survey")
    assert (step.takes.low, step.takes.high, step.takes.year, step.takes.estimated) == (1, 2, "2023", False)
    assert step.shortcut == "Two days."
    assert best.total.unknown == ()


def test_the_note_of_a_need_and_who_asks_for_it_stand_at_the_step(licensed: Catalog) -> None:
    best = path(licensed, "director", start="librarian").best
    assert best is not None
    need = best.steps[-1].needs[0]
    assert (need.what, need.asked, need.note) == ("Pin", Asked.LAW, "In two states.")
    study = next(step for step in best.steps if step.id == "pin")
    assert study.needs[0].asked is Asked.LAW


# ---------------------------------------------------------------------------- the frozen part of the knowledge


def test_a_page_with_nothing_is_sent_to_study_and_not_up_the_ladder(snapshot: Catalog) -> None:
    best = path(snapshot, "librarian", start="library-page").best
    assert best is not None
    assert {"bachelor", "mlis"} <= {step.id for step in best.steps if step.kind == "study"}
    assert len([step for step in best.steps if step.kind == "work" and step.move]) <= 1


@SOME
@given(data=st.data())
def test_every_way_on_the_shipped_catalog_adds_up_and_names_its_figures(snapshot: Catalog, data: st.DataObject) -> None:
    answer = data.draw(shipped_answers(snapshot))
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
