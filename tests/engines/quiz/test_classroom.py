"""A class: the summary, the privacy rule, and the handouts."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from libcareer.engines.quiz.algebra import dot
from libcareer.engines.quiz.belief import Answer
from libcareer.engines.quiz.classroom import (
    FEWEST_PEOPLE,
    LEANS,
    ClassSummary,
    CommonRole,
    Corner,
    Spread,
    class_results,
    class_summary,
    safe_count,
)
from libcareer.engines.quiz.engine import Quiz
from libcareer.engines.quiz.interview import Progress
from libcareer.engines.quiz.ratings import DIMENSIONS
from libcareer.engines.references import Named
from libcareer.errors import BadAnswers
from libcareer.reports.classroom import PRIVACY, class_report
from libcareer.reports.page.render import Format, text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from typer.testing import Result

    from libcareer.catalog import Catalog

    Run = Callable[..., Result]


@pytest.fixture(scope="module")
def quiz(shipped: Catalog) -> Quiz:
    return Quiz(shipped)


def taken(quiz: Quiz, theta: list[float], seed: int, screens: int = 8) -> Progress:
    """The first *screens* as somebody with tastes *theta* answers them."""
    luck = random.Random(seed)
    answers: list[Answer] = []
    while len(answers) < screens and (screen := quiz.next(answers, seed)):
        liking = {option: dot(quiz.options[option], theta) + luck.gauss(0, 0.6) for option in screen.options}
        wish = sorted(screen.options, key=lambda option: -liking[option])
        answers.append(Answer(screen.options, tuple(wish[: screen.picks]), wish[-1] if screen.least else None))
    return Progress(seed, tuple(answers))


@pytest.fixture(scope="module")
def results(quiz: Quiz) -> tuple[Progress, ...]:
    """Twelve people: six like what a technical writer does, three each what a storyteller and an archivist do."""
    homes = ["technical-writer"] * 6 + ["childrens-librarian"] * 3 + ["archivist"] * 3
    return tuple(taken(quiz, [3 * x for x in quiz.roles[home]], seed) for seed, home in enumerate(homes))


def as_file(progress: Progress, **more: object) -> bytes:
    answers = [{"options": a.options, "picks": a.picks, "least": a.least} for a in progress.answers]
    return json.dumps({"answers": answers, **more}).encode()


# ---------------------------------------------------------------------------- reading


def test_results_are_read_in_order_and_unknown_keys_are_ignored(
    shipped: Catalog, results: tuple[Progress, ...]
) -> None:
    files = [as_file(each, name="Ada Lovelace", email="ada@example.org") for each in results]
    read, unusable = class_results(shipped, files)
    assert [each.answers for each in read.values()] == [each.answers for each in results]
    assert unusable == ()


def test_an_unusable_file_is_reported_by_number_and_never_quoted(
    shipped: Catalog, results: tuple[Progress, ...]
) -> None:
    good = as_file(results[0])
    odd = [
        None,
        b"\xff\xfe",
        b"",
        b"Ada Lovelace",
        b'"Ada"',
        b'{"name": "Ada"}',
        b'{"answers": "Ada"}',
        b'{"answers": []}',
        b'{"answers": [{"options": ["ada", "lovelace"], "picks": ["ada"]}]}',
        b'{"answers": [{"options": []}], "limits": {"Ada": "Lovelace"}}',
        b"[" * 100_000,
        good,
        good,
    ]
    read, unusable = class_results(shipped, odd)
    assert [each.file for each in unusable] == [*range(1, 12), 13]
    assert list(read) == [12]
    said = " ".join(each.why for each in unusable)
    assert "ada" not in said.lower()
    assert "lovelace" not in said.lower()
    for why in ("cannot be read", "is not JSON", "is not a result", "has no answers", "the same answers as file 12"):
        assert why in said


# ---------------------------------------------------------------------------- what is told


@given(st.integers(0, 60), st.integers(0, 60))
def test_no_count_identifies_fewer_than_five_people(one: int, other: int) -> None:
    count, of = min(one, other), max(one, other)
    shown = safe_count(count, of)
    assert shown in (None, count)
    if shown is not None:
        assert shown >= FEWEST_PEOPLE
        assert of - shown == 0 or of - shown >= FEWEST_PEOPLE


@pytest.mark.parametrize("count", range(FEWEST_PEOPLE))
def test_fewer_than_five_are_refused_politely(shipped: Catalog, results: tuple[Progress, ...], count: int) -> None:
    with pytest.raises(BadAnswers, match="at least 5 people"):
        class_summary(shipped, results[:count])


def test_interests_are_the_mean_and_spread_of_the_profiles(
    shipped: Catalog, quiz: Quiz, results: tuple[Progress, ...]
) -> None:
    found = class_summary(shipped, results)
    profiles = [quiz.outcome(each.answers).profile for each in results]
    assert [each.dimension for each in found.dimensions] == [str(dimension) for dimension in DIMENSIONS]
    for each in found.dimensions:
        values = [profile[each.dimension] for profile in profiles]
        mean = sum(values) / len(values)
        assert each.mean == pytest.approx(mean)
        assert each.spread == pytest.approx((sum((x - mean) ** 2 for x in values) / len(values)) ** 0.5)
        if each.towards is not None:
            assert each.towards == sum(value >= LEANS for value in values)
        if each.towards is not None and each.away is not None:
            between = len(values) - each.towards - each.away
            assert between == 0 or between >= FEWEST_PEOPLE
    assert found.apart == max(found.dimensions, key=lambda each: each.spread).dimension


def test_roles_and_corners_are_those_of_five_people_or_more(
    shipped: Catalog, quiz: Quiz, results: tuple[Progress, ...]
) -> None:
    found = class_summary(shipped, results)
    outcomes = [quiz.outcome(each.answers) for each in results]
    clear = [outcome for outcome in outcomes if outcome.clear]
    for role in found.common:
        assert sum(role.role in outcome.shown for outcome in clear) >= FEWEST_PEOPLE
    assert found.corners
    for corner in found.corners:
        have = sum(any(shipped.briefs[r].cluster == corner.cluster for r in outcome.shown) for outcome in clear)
        assert have >= FEWEST_PEOPLE
        assert corner.people in (None, have)
        assert all(shipped.briefs[role.id].cluster == corner.cluster for role in corner.roles)


def test_unexpected_roles_are_outside_libraries_and_in_a_corner_that_comes_up(
    shipped: Catalog, results: tuple[Progress, ...]
) -> None:
    found = class_summary(shipped, results)
    assert found.unthought
    corners = {corner.cluster for corner in found.corners}
    for role in found.unthought:
        brief = shipped.briefs[role.role]
        assert brief.place.value != "library"
        assert "librar" not in brief.title.lower()
        assert "archiv" not in brief.title.lower()
        assert brief.cluster in corners


def test_there_are_three_things_to_discuss_about_the_class(shipped: Catalog, results: tuple[Progress, ...]) -> None:
    found = class_summary(shipped, results)
    said = text(class_report(found), Format.PLAIN)
    part = said.split("THREE THINGS TO DISCUSS\n")[1].split(PRIVACY)[0]
    assert len(part.strip().splitlines()) == 3
    assert found.unthought[0].title in part


def test_a_class_that_shares_nothing_hears_so(shipped: Catalog, quiz: Quiz) -> None:
    homes = ["archivist", "childrens-librarian", "technical-writer", "bookmobile-driver", "taxonomist"]
    found = class_summary(shipped, [taken(quiz, [3 * x for x in quiz.roles[home]], 1) for home in homes])
    said = text(class_report(found), Format.PLAIN)
    if not found.corners:
        assert "you are a varied class" in said
    assert said.split("THREE THINGS TO DISCUSS\n")[1].strip()


def test_the_things_to_discuss_follow_from_the_summary() -> None:
    spreads = (Spread("R", -0.2, 0.4, None, None), Spread("S", -0.1, 1.3, 6, 7))
    writer = CommonRole("writer", "Writer", "Writes.", 6)
    found = ClassSummary(20, spreads, (writer,), (), (), "S", "S")
    said = text(class_report(found), Format.PLAIN)
    assert "6 lean toward it and 7 away from it" in said
    assert "No interest stands out for all of you." in said
    assert "Writer comes up for 6 of you. What would put you off it" in said
    assert "None is in a corner" in said
    nearly = Corner("writing", "Writing", None, (Named("writer", "Writer"),))
    said = text(
        class_report(replace(found, corners=(nearly,), unthought=(replace(writer, people=None),))), Format.PLAIN
    )
    assert "Writing (nearly all of you) | such as: Writer" in said
    assert "Writer is in a corner that comes up for nearly all of you." in said


# ---------------------------------------------------------------------------- as a command


@pytest.fixture
def folder(tmp_path: Path, results: tuple[Progress, ...]) -> Path:
    """A folder of results, each file named after somebody."""
    made = tmp_path / "class"
    made.mkdir()
    for number, each in enumerate(results):
        (made / f"lovelace-{number:02}.json").write_bytes(as_file(each, name="Ada"))
    (made / "notes.txt").write_text("Ada was late", encoding="utf-8")
    return made


def nameless(*said: str) -> bool:
    return not any(name in each.lower() for each in said for name in ("lovelace", "ada was"))


@pytest.mark.parametrize("format_", list(Format))
def test_a_folder_is_summed_up_in_every_format_without_a_name(run_shipped: Run, folder: Path, format_: Format) -> None:
    result = run_shipped("class", str(folder), "--format", format_.value)
    assert result.exit_code == 0
    assert nameless(result.stdout, result.stderr)
    assert "12" in result.stdout or format_ is Format.CSV


def test_files_and_folders_can_be_mixed_and_a_bad_one_does_not_stop_the_others(
    run_shipped: Run, folder: Path, tmp_path: Path
) -> None:
    bad, missing = tmp_path / "lovelace.json", tmp_path / "lovelace-gone.json"
    bad.write_text("{", encoding="utf-8")
    result = run_shipped("class", str(bad), str(folder), str(missing))
    assert result.exit_code == 1
    assert result.stdout.startswith("What this class likes (12 people)")
    assert result.stderr.splitlines() == [
        "File 1 of 14 is not JSON, or is damaged.",
        "File 14 of 14 cannot be read.",
        "The others are counted.",
    ]


def test_a_small_class_is_refused_and_nothing_is_handed_out(run_shipped: Run, folder: Path, tmp_path: Path) -> None:
    few = sorted(folder.glob("*.json"))[: FEWEST_PEOPLE - 1]
    result = run_shipped("class", *map(str, few), "--handouts", str(tmp_path / "out"))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "at least 5 people" in result.stderr
    assert nameless(result.stderr)
    assert not (tmp_path / "out").exists()


def test_each_person_gets_a_handout_identified_only_by_number(run_shipped: Run, folder: Path, tmp_path: Path) -> None:
    for file in sorted(folder.glob("*.json"))[7:]:
        file.unlink()
    sorted(folder.glob("*.json"))[1].write_text("damaged", encoding="utf-8")
    out = tmp_path / "out"
    result = run_shipped("class", str(folder), "--handouts", str(out))
    assert result.stdout.startswith("What this class likes (6 people)")
    numbers = [1, *range(3, 8)]
    assert sorted(path.name for path in out.iterdir()) == [f"handout-{number}.md" for number in numbers]
    for number in numbers:
        page = (out / f"handout-{number}.md").read_text(encoding="utf-8")
        assert page.startswith("# What your answers point to")
        assert f"**Handout:** {number}\n" in page
        assert "libcareer me" not in page.split("## Next")[1]
        assert nameless(page)


def test_a_handout_never_overwrites_a_file(run_shipped: Run, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "handout-07.md").write_text("mine", encoding="utf-8")
    result = run_shipped("class", str(folder), "--handouts", str(out))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "exists and is not overwritten" in result.stderr
    assert [path.name for path in out.iterdir()] == ["handout-07.md"]
    assert (out / "handout-07.md").read_text(encoding="utf-8") == "mine"


def test_handouts_are_written_only_when_asked_for(run_shipped: Run, folder: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    run_shipped("class", str(folder))
    assert sorted(tmp_path.rglob("*")) == before


def test_a_folder_that_cannot_be_made_is_reported(run_shipped: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    result = run_shipped("class", str(folder), "--handouts", str(tmp_path / "file"))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "The handouts cannot be written" in result.stderr


def test_saved_results_are_read_as_well_as_exported_ones(
    shipped: Catalog, results: tuple[Progress, ...], home: Path
) -> None:
    from libcareer.person.quizzes import SavedQuiz, keep_quiz

    keep_quiz(SavedQuiz.of(results[0], on="2026-01-01"))
    read, unusable = class_results(shipped, [(home / "result.json").read_bytes()])
    assert [each.answers for each in read.values()] == [results[0].answers]
    assert not unusable
