"""What carries over from a job of another field, and the ways that begin there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.engines.choosing.compare import comparison
from libcareer.engines.jobs.carried import RULE, carries
from libcareer.engines.jobs.page import job_page, near_jobs
from libcareer.engines.paths.path import path_from
from libcareer.engines.paths.situation import Stated, situation
from libcareer.engines.paths.ways import Ways
from libcareer.knowledge.enums import Usual

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from tests.conftest import Run

BARISTA, MANAGER, NURSE = "35-3023.01", "41-1011.00", "29-1141.00"


def test_what_a_reader_judged_is_told_with_the_task_that_shows_it(tiny: Catalog) -> None:
    found = carries(tiny, BARISTA)
    assert found.judged
    assert [(one.id, one.sure) for one in found.skills] == [("helping", "plain"), ("shelving", "partly")]
    assert found.skills[0].task.startswith("Take customer orders")


def test_a_job_that_nobody_judged_is_read_by_the_words_of_its_tasks_and_opens_no_door(tiny: Catalog) -> None:
    found = carries(tiny, NURSE)
    assert not found.judged
    assert {one.sure for one in found.skills} <= {RULE}
    assert found.doors == ()


def test_only_plain_and_likely_skills_count_as_practiced(tiny: Catalog) -> None:
    assert situation(tiny, Stated(jobs=(BARISTA,))).practiced == {"helping"}
    assert situation(tiny, Stated(jobs=(NURSE,))).practiced == frozenset()


def test_a_degree_is_presumed_from_the_job_zone_on_in_which_most_jobs_require_one(tiny: Catalog) -> None:
    assert tiny.jobs is not None
    assert (tiny.jobs[NURSE].zone, tiny.jobs[BARISTA].zone) == (4, 1)
    assert situation(tiny, Stated(jobs=(NURSE,))).presumed == ("bachelor",)
    assert situation(tiny, Stated(jobs=(BARISTA,))).presumed == ()
    assert situation(tiny, Stated(jobs=(NURSE,), lacking=("bachelor",))).presumed == ()
    assert situation(tiny, Stated(jobs=(NURSE,), presume=False)).presumed == ()


def test_a_door_makes_a_way_in_as_usual_as_it_is(tiny: Catalog) -> None:
    ways = Ways(tiny, situation(tiny, Stated(jobs=(BARISTA,)))).to("page")
    straight = next(way for way in ways if not way.posts)
    assert straight.legs[0].job == BARISTA
    assert straight.legs[0].usual is Usual.USUAL


def test_a_way_through_a_door_says_why_and_what_to_say_in_the_letter(tiny: Catalog) -> None:
    found = path_from(tiny, "page", Stated(jobs=(BARISTA,)))
    assert found.best is not None
    assert found.best.steps[-1].why == "Pages work the same short shifts."
    assert found.best.steps[-1].say == "I restocked and closed by a list."
    assert found.start == "Barista"


def test_what_the_goal_needs_and_the_job_does_not_show_is_told(tiny: Catalog) -> None:
    shown = {one.id for one in carries(tiny, MANAGER).skills}
    missing = path_from(tiny, "librarian", Stated(jobs=(MANAGER,))).not_shown
    essential = tiny.briefs["librarian"].skills.essential
    assert set(missing) == {tiny.skills[id_].title for id_ in essential if shown.isdisjoint(tiny.family(id_))}


def test_a_job_that_is_a_role_points_to_it(shipped: Catalog) -> None:
    page = job_page(shipped, "25-4011.00")
    assert page.role is not None
    assert page.role.id == "archivist"


def test_the_nearest_jobs_are_none_of_this_guide(shipped: Catalog) -> None:
    for role in ("archivist", "circulation-supervisor", "metadata-librarian"):
        found = near_jobs(shipped, role)
        assert found is not None
        assert len(found.jobs) == 10
        assert {one.code for one in found.jobs}.isdisjoint(shipped.occupations)


def test_a_page_of_a_job_says_that_it_is_thin(run_snapshot: Run) -> None:
    shown = run_snapshot("job", "barista").stdout
    assert "It is no page of this guide" in shown
    assert "O*NET" in shown


def test_a_path_from_a_job_of_another_field_names_its_code_for_the_next_command(run_snapshot: Run) -> None:
    shown = run_snapshot("path", "circulation-supervisor", "--from", "retail manager")
    assert "--from 41-1011.00" in shown.stdout
    assert "Taking 'retail manager' as First-Line Supervisors of Retail Sales Workers" in shown.stderr


def test_what_is_kept_about_a_person_may_be_a_job_of_another_field(run_snapshot: Run) -> None:
    run_snapshot("me", "--from", "registered nurse", "--have", "bachelor")
    assert "from another field: Registered Nurses" in run_snapshot("path", "librarian").stdout
    run_snapshot("me", "--from", "none")
    assert "another field" not in run_snapshot("path", "librarian").stdout


def test_related_tells_the_jobs_beyond_this_guide(run_snapshot: Run) -> None:
    assert "no page of this guide" in run_snapshot("related", "librarian", "--anywhere").stdout


def test_a_comparison_says_what_of_each_role_a_job_shows_and_what_it_does_not(tiny: Catalog) -> None:
    found = comparison(tiny, ["clerk", "librarian"], Stated(jobs=(BARISTA,)))
    shown = {one.id for one in carries(tiny, BARISTA).skills}
    for side in found.sides:
        skills = tiny.briefs[side.id].skills
        titles = tiny.titles("skills")
        assert side.shown == tuple(titles[id_] for id_ in (*skills.essential, *skills.useful) if id_ in shown)
        assert set(side.not_shown) == {titles[id_] for id_ in skills.essential} - set(side.shown)
    assert any(side.shown for side in found.sides)
    assert not any(side.shown or side.not_shown for side in comparison(tiny, ["clerk", "librarian"]).sides)
