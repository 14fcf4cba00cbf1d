"""A plan of one's own: what is ticked stays ticked, whatever becomes of the way."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from libcareer.engines.choices import Prefer
from libcareer.engines.paths.path import path, path_from
from libcareer.engines.paths.plan import (
    Plan,
    PlanPage,
    Tick,
    Wish,
    after,
    key,
    plan_page,
    plan_path,
    planned,
    settled,
    ticked,
    unticked,
)
from libcareer.engines.paths.situation import Stated
from libcareer.errors import LibcareerError
from libcareer.person import storage
from libcareer.person.plan import keep_plan, plan_file, saved_plan
from libcareer.reports.page.formats import Format
from libcareer.reports.page.render import text
from libcareer.reports.plan import plan_report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from libcareer.catalog import Catalog

TODAY = date(2026, 7, 1)
SOME = settings(max_examples=settings().max_examples // 7)
NAME = "0123abcd"


def made(catalog: Catalog, wish: Wish, old: Plan | None = None, today: date = TODAY) -> Plan:
    """The plan that *wish* asks for, as it is kept."""
    plan = planned(old, wish, today, NAME)
    return settled(plan, plan_path(catalog, plan))


def shown(catalog: Catalog, plan: Plan) -> PlanPage:
    return plan_page(plan, plan_path(catalog, plan))


def done(catalog: Catalog, plan: Plan, *numbers: int, today: date = TODAY) -> Plan:
    return ticked(plan, shown(catalog, plan), numbers, today)


def at(post: str | None = None, *held: str) -> Stated:
    """Where somebody stands who is in a *post* and holds what is *held*."""
    return Stated(posts=(post,) if post else (), held=held)


LIBRARIAN = Wish("librarian", at("page"))
"""Study for the two degrees, apply."""


# ---------------------------------------------------------------------------- the plan and the path


def test_the_steps_are_those_of_the_best_path(tiny: Catalog) -> None:
    plan = made(tiny, Wish("director", at("page", "bachelor"), Prefer.EARNING))
    best = path(tiny, "director", start="page", held=["bachelor"], prefer=Prefer.EARNING).best
    assert best is not None
    found = shown(tiny, plan)
    assert tuple(todo.step for todo in found.todos) == best.steps
    assert plan.steps == tuple(map(key, best.steps))
    assert (found.total, found.missing) == (best.total, best.missing)
    assert [todo.number for todo in found.todos] == list(range(1, len(best.steps) + 1))


def test_the_next_action_is_the_first_thing_to_do_for_the_first_step_that_is_not_done(tiny: Catalog) -> None:
    plan = made(tiny, Wish("director"))
    assert [(todo.key, todo.step.how) for todo in shown(tiny, plan).todos][:2] == [
        ("study:bachelor", "Count the credits you have."),
        ("study:mlis", "Compare three schools."),
    ]
    assert (shown(tiny, plan).next, shown(tiny, plan).action) == (1, "Count the credits you have.")
    later = shown(tiny, done(tiny, plan, 1))
    assert (later.next, later.action) == (2, "Compare three schools.")


def test_while_a_step_only_takes_time_the_action_is_that_of_the_step_after_it(tiny: Catalog) -> None:
    found = shown(tiny, made(tiny, Wish("technician", at("page"))))
    assert found.todos[0].step.how == ""
    assert (found.next, found.action) == (1, "Ask the college for its next start.")


def test_when_every_step_is_done_there_is_nothing_next(tiny: Catalog) -> None:
    plan = made(tiny, Wish("page"))
    found = shown(tiny, done(tiny, plan, *range(1, len(plan.steps) + 1)))
    assert (found.next, found.action) == (None, "")


def test_who_is_there_already_has_a_plan_of_one_step(tiny: Catalog) -> None:
    assert made(tiny, Wish("page", at("page"))).steps == ("goal:page",)


def test_without_a_way_there_is_no_page(data: Path, tiny: Catalog) -> None:
    found = replace(path(tiny, "page"), best=None)
    plan = Plan("page", steps=("goal:page",))
    assert settled(plan, found) == plan
    with pytest.raises(ValueError, match="arrives"):
        plan_page(plan, found)


def test_a_plan_that_names_what_the_knowledge_lacks_says_so(tiny: Catalog) -> None:
    with pytest.raises(LibcareerError, match=r"^Your plan names what this knowledge lacks: 'x', 'y' or 'z'\.$"):
        plan_path(tiny, Plan("x", start="y", held=("mlis", "z")))


# ---------------------------------------------------------------------------- ticks


def test_a_tick_is_kept_with_its_day_and_can_be_taken_back(tiny: Catalog) -> None:
    plan = made(tiny, LIBRARIAN)
    once = done(tiny, plan, 2, today=date(2026, 9, 1))
    assert [tick.on for tick in once.ticks] == [date(2026, 9, 1)]
    assert [todo.done for todo in shown(tiny, once).todos][:3] == [None, date(2026, 9, 1), None]
    assert unticked(once, shown(tiny, once), [2]) == plan


def test_a_step_ticked_twice_keeps_its_first_day(tiny: Catalog) -> None:
    once = done(tiny, made(tiny, LIBRARIAN), 2)
    assert done(tiny, once, 2, 2, today=TODAY + timedelta(9)) == once


@pytest.mark.parametrize("number", [0, 9, -1])
def test_a_step_that_is_not_there_cannot_be_ticked_or_taken_back(tiny: Catalog, number: int) -> None:
    plan = made(tiny, LIBRARIAN)
    said = rf"^There is no step {number}\. Your plan has the steps 1 to {len(plan.steps)}\.$"
    with pytest.raises(LibcareerError, match=said):
        done(tiny, plan, 1, number)
    with pytest.raises(LibcareerError, match=said):
        unticked(plan, shown(tiny, plan), [number])


def test_what_was_done_and_is_no_longer_on_the_way_stays_listed_after_the_steps(tiny: Catalog) -> None:
    before = made(tiny, Wish("technician", at("page")))
    once = done(tiny, before, 2)
    now = made(tiny, Wish(stated=at(None, "lib-certificate")), once)
    assert "study:lib-certificate" not in now.steps
    found = shown(tiny, now)
    assert [(one.number, one.key, one.title) for one in found.past] == [
        (len(now.steps) + 1, "study:lib-certificate", "Library certificate")
    ]
    assert unticked(now, found, [found.past[0].number]).ticks == ()
    assert ticked(now, found, [found.past[0].number], TODAY) == now


def test_a_credential_that_was_ticked_is_told_until_the_plan_knows_of_it(tiny: Catalog) -> None:
    once = done(tiny, made(tiny, Wish("technician", at("page"))), 1, 2)
    assert shown(tiny, once).gained == ("lib-certificate",)
    assert shown(tiny, made(tiny, Wish(stated=at(None, "lib-certificate")), once)).gained == ()


# ---------------------------------------------------------------------------- planning anew


def test_what_a_wish_leaves_open_stays_and_what_one_holds_adds_up(tiny: Catalog) -> None:
    first = made(tiny, Wish("director", at("page", "bachelor"), Prefer.EARNING))
    again = made(tiny, Wish(stated=at("librarian", "mlis")), first)
    assert (again.goal, again.start, again.held, again.prefer) == (
        "director",
        "librarian",
        ("bachelor", "mlis"),
        Prefer.EARNING,
    )


def test_another_goal_or_a_fresh_plan_starts_from_what_is_typed_and_keeps_the_ticks(tiny: Catalog) -> None:
    once = done(tiny, made(tiny, Wish("director", at("page", "bachelor"), begins=TODAY)), 1)
    for wish in (Wish("editor"), Wish("director", fresh=True)):
        again = made(tiny, wish, once)
        assert (again.start, again.held, again.begins, again.prefer) == (None, (), None, Prefer.USUAL)
        assert (again.ticks, again.name) == (once.ticks, NAME)


def test_without_any_goal_there_is_no_plan() -> None:
    with pytest.raises(LibcareerError, match="You have no plan yet"):
        planned(None, Wish(stated=at("page")), TODAY, NAME)


def test_a_way_that_became_another_by_itself_is_told_once(tiny: Catalog) -> None:
    plan = replace(made(tiny, LIBRARIAN), steps=("work:page", "goal:librarian"))
    assert shown(tiny, plan).changed
    assert not shown(tiny, made(tiny, Wish(), plan)).changed


@st.composite
def wishes(draw: st.DrawFn, catalog: Catalog) -> Wish:
    """Something that a person may ask for of the frozen part of the knowledge."""
    some = sorted(catalog.briefs)[::7]
    held = st.lists(st.sampled_from(["bachelor", "mlis", "lssc", "lta-certificate"]), max_size=1)
    position = st.builds(lambda post, own: at(post, *own), st.none() | st.sampled_from(some), held)
    return Wish(
        goal=draw(st.none() | st.sampled_from(some)),
        stated=draw(st.none() | position),
        prefer=draw(st.none() | st.sampled_from(Prefer)),
        begins=draw(st.none() | st.just(date(2027, 1, 31))),
        undated=draw(st.booleans()),
        fresh=draw(st.booleans()),
    )


@SOME
@given(draw=st.data())
def test_planning_anew_never_loses_a_tick(snapshot: Catalog, draw: st.DataObject) -> None:
    plan = made(snapshot, Wish("library-director"))
    ticks: dict[str, date] = {}
    for step in range(draw.draw(st.integers(1, 5))):
        today = TODAY + timedelta(step)
        wish = draw.draw(wishes(snapshot))
        now = planned(plan, wish, today, "another")
        found = plan_path(snapshot, now)
        if found.best is None:
            continue
        plan = settled(now, found)
        told = plan_page(plan, found)
        listed = {one.key: one.done for one in (*told.todos, *told.past) if one.done}
        assert listed == ticks == {tick.step: tick.on for tick in plan.ticks}
        assert plan.name == NAME
        numbers = draw.draw(st.lists(st.integers(1, len(told.todos) + len(told.past)), max_size=3))
        plan = ticked(plan, told, numbers, today)
        keys = [one.key for one in (*told.todos, *told.past)]
        ticks = {**{keys[number - 1]: today for number in numbers}, **ticks}


@SOME
@given(draw=st.data())
def test_planning_for_the_same_position_changes_nothing(snapshot: Catalog, draw: st.DataObject) -> None:
    wish = replace(draw.draw(wishes(snapshot)), goal="librarian")
    plan = planned(None, wish, TODAY, NAME)
    found = plan_path(snapshot, plan)
    if found.best is None:
        return
    plan = settled(plan, found)
    plan = ticked(plan, plan_page(plan, found), draw.draw(st.lists(st.integers(1, len(plan.steps)), max_size=2)), TODAY)
    later = TODAY + timedelta(400)
    for same in (
        Wish(),
        Wish("librarian"),
        Wish(stated=plan.stated, prefer=plan.prefer),
        replace(wish, fresh=False),
        replace(wish, fresh=True),
    ):
        assert made(snapshot, same, plan, later) == plan


def test_no_two_steps_of_a_plan_are_the_same(shipped: Catalog) -> None:
    for goal in list(shipped.briefs)[::5]:
        for start in (None, "library-page", "elementary-teacher"):
            steps = made(shipped, Wish(goal, at(start))).steps
            assert len(set(steps)) == len(steps)


# ---------------------------------------------------------------------------- dates


@pytest.mark.parametrize(
    ("begins", "months", "day"),
    [
        (date(2026, 9, 1), 0, date(2026, 9, 1)),
        (date(2026, 9, 1), 4, date(2027, 1, 1)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 9, 1), 0.5, date(2026, 9, 16)),
        (date(2026, 12, 15), 24, date(2028, 12, 15)),
    ],
)
def test_some_months_later_is_the_same_day_or_the_last_of_the_month(begins: date, months: float, day: date) -> None:
    assert after(begins, months) == day


@given(st.dates(date(1970, 1, 1), date(2199, 12, 31)), st.floats(0, 240), st.floats(0, 240))
def test_more_months_are_never_earlier(begins: date, one: float, other: float) -> None:
    assert after(begins, min(one, other)) <= after(begins, max(one, other))


def test_each_step_is_dated_by_the_months_up_to_it(tiny: Catalog) -> None:
    found = shown(tiny, made(tiny, Wish("director", begins=date(2026, 9, 1))))
    assert [(todo.earliest, todo.latest) for todo in found.todos] == [
        (date(2030, 9, 1), date(2030, 9, 1)),
        (date(2031, 9, 1), date(2032, 9, 1)),
        (date(2035, 9, 1), date(2038, 9, 1)),
        (date(2035, 9, 1), date(2038, 9, 1)),
    ]


def test_dates_follow_from_the_months_of_the_steps_and_the_goal_is_reached_after_the_whole(shipped: Catalog) -> None:
    for goal in list(shipped.briefs)[::5]:
        found = shown(shipped, made(shipped, Wish(goal, at("library-page"), begins=TODAY)))
        for todo in found.todos:
            assert todo.starts
            assert todo.earliest
            assert todo.latest
            assert TODAY <= todo.starts <= todo.earliest <= todo.latest
            assert (todo.starts, todo.earliest, todo.latest) == tuple(
                after(TODAY, months) for months in (todo.step.begins[0], *todo.step.ends)
            )
        last = found.todos[-1]
        assert (last.earliest, last.latest) == tuple(after(TODAY, months) for months in found.total.months)
        assert max(todo.latest for todo in found.todos if todo.latest) == last.latest


def test_a_plan_is_a_schedule_in_which_the_masters_begins_after_the_bachelors(snapshot: Catalog) -> None:
    for start in (None, "library-page", "circulation-clerk"):
        found = shown(snapshot, made(snapshot, Wish("librarian", at(start), begins=TODAY)))
        todos = {todo.key: todo for todo in found.todos}
        first, second, goal = (todos[key_] for key_ in ("study:bachelor", "study:mlis", "goal:librarian"))
        assert first.earliest
        assert second.starts
        assert second.earliest
        assert goal.earliest
        assert first.earliest <= second.starts < second.earliest <= goal.earliest
        assert first.step.ends[1] <= second.step.begins[1]


def test_study_beside_a_job_is_dated_within_that_job(tiny: Catalog) -> None:
    found = shown(tiny, made(tiny, Wish("technician", at("page"), begins=TODAY)))
    work, study = found.todos[:2]
    assert (work.key, study.key, study.step.beside) == ("work:page", "study:lib-certificate", "Page")
    assert work.starts == study.starts == TODAY
    assert study.latest
    assert work.latest
    assert study.latest <= work.latest


def test_a_plan_has_no_dates_unless_they_are_wished_and_they_can_be_taken_away(tiny: Catalog) -> None:
    plan = made(tiny, LIBRARIAN)
    assert {todo.latest for todo in shown(tiny, plan).todos} == {None}
    dated = made(tiny, Wish(begins=TODAY), plan)
    assert dated.begins == TODAY
    assert made(tiny, Wish(undated=True), dated) == plan


def test_dates_count_anew_from_the_day_on_which_the_position_changes(tiny: Catalog) -> None:
    plan = made(tiny, replace(LIBRARIAN, begins=TODAY))
    later = date(2027, 3, 1)
    assert made(tiny, Wish(stated=at("technician")), plan, later).begins == later
    assert made(tiny, Wish(stated=at(None, "bachelor")), plan, later).begins == later
    assert made(tiny, Wish(prefer=Prefer.EARNING), plan, later).begins == TODAY
    assert made(tiny, Wish(stated=at("technician"), begins=TODAY), plan, later).begins == TODAY
    assert made(tiny, Wish(stated=at("technician")), replace(plan, begins=None), later).begins is None


# ---------------------------------------------------------------------------- kept


def test_what_is_kept_is_read_back_whole_and_forgotten_when_asked(tiny: Catalog, home: Path) -> None:
    assert saved_plan() is None
    plan = done(
        tiny, made(tiny, replace(LIBRARIAN, begins=TODAY, stated=at("page", "bachelor"), prefer=Prefer.EARNING)), 1
    )
    assert keep_plan(plan, None)
    assert saved_plan() == plan
    assert plan_file() == home / "plan.json"
    assert plan_file().stat().st_mode & 0o077 == 0
    assert json.loads(plan_file().read_text(encoding="utf-8"))["kind"] == "libcareer plan"
    assert plan_file() in storage.remove_all()
    assert saved_plan() is None


def test_a_plan_of_version_1_is_read_as_what_it_said(tiny: Catalog, home: Path) -> None:
    old = {
        "goal": "librarian",
        "start": "page",
        "held": ["bachelor"],
        "prefer": "earning",
        "begins": "2026-07-01",
        "steps": ["work:page", "study:mlis", "goal:librarian"],
        "ticks": [{"step": "work:page", "title": "Page", "on": "2026-08-01"}],
        "name": NAME,
        "version": 1,
        "kind": "libcareer plan",
    }
    (home / "plan.json").write_text(json.dumps(old), encoding="utf-8")
    plan = saved_plan()
    assert plan is not None
    assert plan.stated == at("page", "bachelor")
    assert (plan.goal, plan.prefer, plan.begins) == ("librarian", Prefer.EARNING, TODAY)
    assert [tick.on for tick in plan.ticks] == [date(2026, 8, 1)]
    assert shown(tiny, plan).stated == at("page", "bachelor")


def test_all_that_a_person_stated_is_kept_and_read_back(tiny: Catalog) -> None:
    stated = Stated(
        posts=("page", "clerk"),
        years=1.5,
        held=("bachelor",),
        lacking=("lib-certificate",),
        rank=4,
        studying=(("mlis", (8.0, 8.0)),),
        skills=("editing",),
        presume=False,
    )
    plan = made(tiny, Wish("director", stated))
    assert plan.stated == stated
    assert keep_plan(plan, None)
    kept = saved_plan()
    assert kept == plan
    assert kept is not None
    assert kept.stated == stated
    assert tuple(todo.step for todo in shown(tiny, kept).todos) == path_from(tiny, "director", stated).best.steps  # type: ignore[union-attr]


def test_what_one_states_adds_up_and_another_post_counts_its_years_anew(tiny: Catalog) -> None:
    first = made(tiny, Wish("director", Stated(posts=("page",), years=2, skills=("editing",), presume=False)))
    again = made(tiny, Wish(stated=Stated(posts=("librarian",), skills=("leading",))), first)
    assert again.stated == Stated(posts=("librarian",), skills=("editing", "leading"), presume=False)
    more = made(tiny, Wish(stated=Stated(held=("mlis",))), first)
    assert (more.stated.posts, more.stated.years, more.stated.held) == (("page",), 2, ("mlis",))


def test_what_is_kept_names_steps_and_no_facts_that_age(tiny: Catalog) -> None:
    assert keep_plan(done(tiny, made(tiny, LIBRARIAN), 1), None)
    kept = json.loads(plan_file().read_text(encoding="utf-8"))
    assert set(kept) == {*Plan.__struct_fields__}
    assert kept["ticks"] == [{"step": "study:bachelor", "title": "Bachelor's degree", "on": "2026-07-01"}]


# ---------------------------------------------------------------------------- how it reads


def test_whole_plans(tiny: Catalog, golden: Callable[[str, str], None]) -> None:
    plan = done(tiny, made(tiny, Wish("librarian", at("page", "bachelor"))), 1)
    golden(text(plan_report(shown(tiny, plan)), Format.PLAIN), "plan.txt")
    moved = made(tiny, Wish(stated=at("technician"), begins=TODAY), done(tiny, plan, 1, 2))
    golden(text(plan_report(shown(tiny, moved)), Format.PLAIN), "plan-dated.txt")
    golden(text(plan_report(shown(tiny, moved)), Format.MARKDOWN), "plan.md")


def test_markdown_has_a_check_box_for_every_step(tiny: Catalog) -> None:
    plan = done(tiny, made(tiny, LIBRARIAN), 1)
    said = text(plan_report(shown(tiny, plan)), Format.MARKDOWN)
    assert said.count("\n- [ ] **") == len(plan.steps) - 1
    assert said.count("\n- [x] **") == 1


def test_a_plan_that_is_done_says_so(tiny: Catalog) -> None:
    plan = made(tiny, Wish("page"))
    said = text(plan_report(shown(tiny, done(tiny, plan, 1))), Format.PLAIN)
    assert "Every step is done." in said
    assert "plan done" not in said


def test_a_changed_way_is_told(tiny: Catalog) -> None:
    plan = replace(made(tiny, LIBRARIAN), steps=("goal:librarian",), ticks=(Tick("work:hermit", "Hermit", TODAY),))
    said = text(plan_report(shown(tiny, plan)), Format.PLAIN)
    assert "The way has changed since you last saw it" in said
    assert "Work as Hermit | done: 1 July 2026" in said


# ---------------------------------------------------------------------------- the command


def test_a_plan_is_made_shown_again_ticked_and_taken_back(run: Any) -> None:
    first = run("plan", "librarian", "--from", "page")
    assert (first.exit_code, first.stderr) == (0, "")
    assert "[ ] 1. " in first.stdout
    assert "Bachelor's degree" in first.stdout
    assert run("plan").stdout == first.stdout
    ticked_ = run("plan", "done", "1", "2")
    assert ticked_.stdout.count("[x]") == 2
    assert run("plan").stdout == ticked_.stdout
    assert run("plan", "undone", "1,", "2.").stdout == first.stdout


def test_a_goal_of_several_words_needs_no_quotes(run_snapshot: Any) -> None:
    assert "Your plan: Library Director" in run_snapshot("plan", "library", "director").stdout


def test_planning_anew_keeps_the_goal_and_the_ticks(run: Any) -> None:
    run("plan", "librarian", "--from", "page", "--have", "bachelor")
    run("plan", "done", "1")
    moved = run("plan", "--from", "technician")
    assert "Your plan: Librarian (from Technician, with Bachelor's degree)" in moved.stdout
    assert "[x] 4. Work as Page" in moved.stdout


def test_another_goal_in_a_pipe_is_shown_and_replaces_only_with_new(run: Any) -> None:
    run("plan", "librarian", "--from", "page")
    run("plan", "done", "1")
    before = saved_plan()
    other = run("plan", "editor")
    assert other.exit_code == 0
    assert "Your plan: Editor" in other.stdout
    assert "plan done" not in other.stdout
    assert other.stderr == (
        "You have a plan to become Librarian, and it stays: add --new to replace it. "
        "This plan is shown, but not kept.\n"
    )
    assert saved_plan() == before
    assert json.loads(run("plan", "editor", "--format", "json").stdout)["kept"] is False
    replaced = run("plan", "editor", "--new")
    assert (replaced.exit_code, replaced.stderr) == (0, "")
    assert "| done:" in run("plan").stdout
    assert saved_plan().goal == "editor"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        ([], 1, "You have no plan yet. `libcareer plan GOAL` makes one for the role you name."),
        (["--from", "page"], 1, "You have no plan yet."),
        (["done", "1"], 1, "You have no plan yet."),
        (["done"], 2, "say which step by its number: `libcareer plan done 2`"),
        (["undone", "two"], 2, "say which step by its number: `libcareer plan undone 2`"),
        (["done", "1", "--from", "page"], 2, "takes numbers only"),
        (["astronaut"], 1, "astronaut"),
        (["librarian", "--start", "soon"], 1, "'soon' is not a day to begin on. Write it as 2026-09-01"),
        (["librarian", "--start", "9999"], 1, "'9999' is not a day to begin on."),
        (["librarian", "--have", "nothing"], 1, "There is no level of education or credential called 'nothing'."),
        (["librarian", "--ics", "--format", "json"], 2, "Use one of them."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_can_be_put_right_is_one_sentence_and_keeps_nothing(
    run: Any, args: list[str], code: int, said: str
) -> None:
    result = run("plan", *args)
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr
    assert saved_plan() is None


def test_a_step_that_is_not_there_leaves_the_plan_as_it_was(run: Any) -> None:
    run("plan", "librarian", "--from", "page")
    before = saved_plan()
    result = run("plan", "done", "1", "99")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "There is no step 99. Your plan has the steps 1 to" in result.stderr
    assert saved_plan() == before


def test_where_there_is_no_way_that_is_told_and_the_plan_before_stays(run: Any, data: Path) -> None:
    said = (data / "roles" / "editor.yaml").read_text(encoding="utf-8").replace("title: Editor", "title: Hermit")
    begin, end = said.index("entry:"), said.index("duties:")
    (data / "roles" / "hermit.yaml").write_text(said[:begin] + "entry: null\n" + said[end:], encoding="utf-8")
    nothing = run("plan", "hermit", data=data)
    assert (nothing.exit_code, nothing.stderr) == (1, "")
    assert "No way found." in nothing.stdout
    run("plan", "librarian")
    before = saved_plan()
    stuck = run("plan", "hermit", "--new", data=data)
    assert (stuck.exit_code, stuck.stderr) == (1, "Your plan stays as it was.\n")
    assert saved_plan() == before


def test_a_home_that_cannot_be_written_still_shows_the_plan(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIBCAREER_HOME", "/proc/nowhere/libcareer")
    result = run("plan", "librarian", "--from", "page")
    assert result.exit_code == 0
    assert "Your plan: Librarian" in result.stdout
    assert "plan done" not in result.stdout
    assert "This plan is shown, but not kept." in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("not ours", "is not a plan saved by libcareer"),
        ('{"kind": "libcareer plan", "version": 99}', "was saved by a newer libcareer"),
        ('{"kind": "libcareer plan", "version": 1}', "is damaged"),
    ],
)
def test_a_file_that_is_not_ours_stays_and_the_plan_is_shown(run: Any, home: Path, content: str, said: str) -> None:
    (home / "plan.json").write_text(content, encoding="utf-8")
    result = run("plan", "librarian")
    assert result.exit_code == 0
    assert "Your plan: Librarian" in result.stdout
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1
    for args in ([], ["done", "1"]):
        refused = run("plan", *args)
        assert (refused.exit_code, refused.stdout) == (1, "")
        assert said in refused.stderr
    assert (home / "plan.json").read_text(encoding="utf-8") == content


def test_me_mentions_the_plan_and_forget_removes_it(run: Any) -> None:
    run("plan", "librarian", "--from", "page")
    run("plan", "done", "1")
    alone = run("me")
    assert (alone.exit_code, alone.stderr) == (0, "")
    assert "To become Librarian: 1 of" in alone.stdout
    assert json.loads(run("me", "--format", "json").stdout)["plan"]["goal"] == "librarian"
    run("quiz", input="1 2 3\n" * 4 + "1 4\n" * 6)
    both = run("me")
    assert re.search(
        r"^last quiz: not finished, \d+ screens[.] What your answers point to: ", both.stdout, re.MULTILINE
    )
    assert "To become Librarian: 1 of" in both.stdout
    assert json.loads(run("me", "--format", "json").stdout)["plan"]["goal"] == "librarian"
    assert "plan.json" in run("forget").stdout
    assert run("me").exit_code == 1


def test_me_shows_the_quiz_though_the_plan_cannot_be_read(run: Any, home: Path) -> None:
    run("quiz", input="1 2 3\n" * 4 + "1 4\n" * 6)
    assert json.loads(run("me", "--format", "json").stdout)["plan"] is None
    (home / "plan.json").write_text("not ours", encoding="utf-8")
    result = run("me")
    assert result.exit_code == 0
    assert "last quiz: not finished" in result.stdout
    assert "is not a plan saved by libcareer" in result.stderr


def test_every_next_command_of_a_plan_runs(run_snapshot: Any, snapshot: Catalog) -> None:
    run_snapshot("plan", "librarian", "--from", "library-technician", "--have", "bachelor")
    run_snapshot("plan", "done", "2")
    for _ in range(2):
        kept = saved_plan()
        assert kept is not None
        for command, _what in plan_report(shown(snapshot, kept)).blocks[-1].commands:  # type: ignore[union-attr]
            if "--calendar" not in command:
                assert run_snapshot(*command.split()[1:]).exit_code == 0, command
