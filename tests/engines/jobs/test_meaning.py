"""Which job of any field words mean."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

import pytest

from libcareer.engines.jobs.meaning import meaning
from libcareer.errors import SeveralJobs
from libcareer.inquiries.inquirer import Inquirer
from libcareer.inquiries.jobs import Post, post_named

if TYPE_CHECKING:
    from libcareer.catalog import Catalog

TODAY = date(2026, 11, 30)


def first(catalog: Catalog, words: str) -> str:
    """The official title of the likeliest job."""
    tables = catalog.jobs
    assert tables is not None
    return tables.official[meaning(catalog, words).codes[0]]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("barista", "Baristas"),
        ("Registered Nurse (RN)", "Registered Nurses"),
        ("RN", "Registered Nurses"),
        ("senior software developer", "Software Developers"),
        ("sofware developer", "Software Developers"),
        ("nurse, registered", "Registered Nurses"),
        ("41-1011", "First-Line Supervisors of Retail Sales Workers"),
        ("brewed espresso, stocked baked goods and described the coffee blends", "Baristas"),
    ],
)
def test_a_title_a_code_or_what_somebody_did_means_a_job(snapshot: Catalog, words: str, title: str) -> None:
    assert first(snapshot, words) == title


def test_words_that_mean_nothing_mean_no_job(snapshot: Catalog) -> None:
    assert meaning(snapshot, "qqqq zzzz").codes == ()


def test_what_somebody_did_is_always_asked_back(snapshot: Catalog) -> None:
    assert not meaning(snapshot, "poured coffee, took orders and cleaned the counter").sure


def test_an_official_title_is_taken_though_others_use_it_too(shipped: Catalog) -> None:
    found = meaning(shipped, "barista")
    assert found.sure
    assert len(found.codes) > 1


def test_one_general_word_is_asked_back_with_several_jobs(shipped: Catalog) -> None:
    with pytest.raises(SeveralJobs) as raised:
        post_named(Inquirer(shipped, TODAY), "manager")
    assert len(raised.value.jobs) > 3


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("librarian", "librarian"),
        ("reference librarian", "reference-librarian"),
        ("elementary school teacher", "elementary-teacher"),
        ("25-4011.00", "archivist"),
    ],
)
def test_a_title_that_means_a_role_is_the_role(shipped: Catalog, words: str, role: str) -> None:
    assert post_named(Inquirer(shipped, TODAY), words) == Post(role, None)


@pytest.mark.parametrize("words", ["retail manager", "paralegal", "journalist", "bank teller", "truck mechanic"])
def test_a_title_of_another_field_is_never_a_role(shipped: Catalog, words: str) -> None:
    with suppress(SeveralJobs):
        assert post_named(Inquirer(shipped, TODAY), words).role is None
