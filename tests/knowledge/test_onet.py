"""The tables of jobs that ship, and how titles of a release become keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.knowledge.folders import BUILT_IN
from libcareer.knowledge.onet import keys

if TYPE_CHECKING:
    from libcareer.catalog import Catalog


def test_a_title_is_found_whole_without_its_brackets_and_by_what_stands_in_them() -> None:
    assert keys("Registered Nurses (RN)") == {"registered-nurse-rn", "registered-nurse", "rn"}


def test_every_job_that_ships_can_be_read_and_is_near_others(shipped: Catalog) -> None:
    tables = shipped.jobs
    assert tables is not None
    for code in tables.codes:
        job = tables[code]
        assert job.title
        assert job.description
        assert code not in job.near
        assert len(job.near) >= 10


def test_every_skill_that_a_job_carries_is_shown_by_a_task_that_it_has(shipped: Catalog) -> None:
    tables = shipped.jobs
    assert tables is not None
    for code, origin in shipped.origins.items():
        tasks = {task.id for task in tables[code].tasks}
        assert {one.task for one in origin.carries} <= tasks, code


def test_the_tables_take_less_than_three_megabytes_compressed() -> None:
    import zlib

    files = (BUILT_IN / "jobs").glob("*.tsv")
    assert sum(len(zlib.compress(file.read_bytes())) for file in files) < 3_000_000
