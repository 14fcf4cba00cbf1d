"""What a person told about themselves is kept once: private, whole, and taken over from results of before."""

from __future__ import annotations

import json
import os
import stat
from datetime import date
from typing import TYPE_CHECKING

import msgspec
import pytest
from msgspec.structs import replace

from libcareer.engines.paths.circumstances import NOTHING_TOLD, Circumstances, UnderWay
from libcareer.errors import SavedFileError
from libcareer.person import storage
from libcareer.person.about import ABOUT_VERSION, about_file, change_about, saved_about

if TYPE_CHECKING:
    from pathlib import Path

TOLD = Circumstances(
    posts=("page", "clerk"),
    since=date(2024, 5, 1),
    education="bachelor",
    held=("badge",),
    lacking=("mlis",),
    presume=False,
    studying=(UnderWay("mlis", date(2027, 6, 30)), UnderWay("badge")),
    skills=("cataloging",),
    limits={"move": "no", "pay": "45000"},
)

posix = pytest.mark.skipif(os.name != "posix", reason="modes of files are POSIX")


def result(home: Path, version: int = 1, **limits: str) -> None:
    """A result of the quiz as an earlier version saved it."""
    record = {"kind": "libcareer quiz", "version": version, "seed": 1, "done": True, "limits": limits}
    (home / "result.json").write_text(json.dumps(record), encoding="utf-8")


def test_at_first_nothing_is_kept_and_reading_writes_nothing(home: Path) -> None:
    assert saved_about() == NOTHING_TOLD
    assert list(home.iterdir()) == []


def test_what_is_kept_is_read_back_unchanged() -> None:
    assert change_about(lambda _: TOLD) == (NOTHING_TOLD, TOLD)
    assert saved_about() == TOLD


def test_studies_that_nobody_told_of_are_not_the_same_as_none() -> None:
    change_about(lambda kept: replace(kept, studying=()))
    assert saved_about().studying == ()
    change_about(lambda kept: replace(kept, studying=None))
    assert saved_about().studying is None


def test_a_change_is_made_to_what_is_kept_by_then() -> None:
    change_about(lambda _: TOLD)
    before, now = change_about(lambda kept: replace(kept, limits={**kept.limits, "evenings": "no"}))
    assert before == TOLD
    assert now.posts == TOLD.posts
    assert set(now.limits) == {"move", "pay", "evenings"}


def test_a_change_that_fails_keeps_what_was_there(home: Path) -> None:
    change_about(lambda _: TOLD)
    before = about_file().read_bytes()

    def fail(_: Circumstances) -> Circumstances:
        raise SavedFileError("no")

    with pytest.raises(SavedFileError):
        change_about(fail)
    assert about_file().read_bytes() == before


@posix
def test_it_can_be_read_by_nobody_else() -> None:
    before = os.umask(0)
    try:
        change_about(lambda _: TOLD)
    finally:
        os.umask(before)
    assert stat.S_IMODE(about_file().stat().st_mode) == 0o600


def test_it_is_removed_with_the_rest(home: Path) -> None:
    change_about(lambda _: TOLD)
    assert storage.remove_all() == (about_file(),)
    assert saved_about() == NOTHING_TOLD


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f'{{"kind": "libcareer description", "version": {ABOUT_VERSION + 1}}}', "was saved by a newer libcareer"),
        ('{"kind": "libcareer plan", "version": 1}', "is not a description saved by libcareer"),
        ("Dear diary", "is not a description saved by libcareer"),
        ('{"kind": "libcareer description", "version": 1, "about": {"posts": 7}}', "is damaged"),
    ],
)
def test_a_file_that_cannot_be_trusted_is_refused_and_never_overwritten(home: Path, text: str, said: str) -> None:
    about_file().write_text(text, encoding="utf-8")
    with pytest.raises(SavedFileError, match=said):
        saved_about()
    with pytest.raises(SavedFileError, match=said):
        change_about(lambda _: TOLD)
    assert about_file().read_text(encoding="utf-8") == text


# ---------------------------------------------------------------------------- results of the version before


def test_the_practical_answers_of_an_earlier_result_are_taken_over(home: Path) -> None:
    result(home, have="bachelor", move="no", pay="50000", hours="", nonsense="1")
    taken = Circumstances(education="bachelor", limits={"move": "no", "pay": "50000"})
    assert saved_about() == taken
    assert change_about(lambda kept: kept) == (taken, taken)
    assert msgspec.json.decode(about_file().read_bytes())["about"]["education"] == "bachelor"


def test_they_are_taken_over_once(home: Path) -> None:
    result(home, move="no", pay="50000")
    change_about(lambda kept: replace(kept, limits={}))
    assert saved_about() == NOTHING_TOLD


@pytest.mark.parametrize("text", ["Dear diary", '{"kind": "libcareer quiz", "version": 9, "limits": {"move": "no"}}'])
def test_a_result_that_cannot_be_read_stands_in_for_nothing(home: Path, text: str) -> None:
    (home / "result.json").write_text(text, encoding="utf-8")
    assert saved_about() == NOTHING_TOLD
