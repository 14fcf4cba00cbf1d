"""A class: the summary, the privacy rule, and the handouts."""

from __future__ import annotations

import json
import random
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from libcareer.engines.quiz.algebra import dot
from libcareer.engines.quiz.answers import QUIZ_VERSION, answers_from_json, shared_answers
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
    score_table,
)
from libcareer.engines.quiz.engine import Quiz
from libcareer.engines.quiz.interview import Progress
from libcareer.engines.quiz.ratings import DIMENSIONS
from libcareer.engines.quiz.result import Findings
from libcareer.engines.references import Named
from libcareer.errors import BadAnswers
from libcareer.inquiries import submissions
from libcareer.reports.classroom import PRIVACY, class_report
from libcareer.reports.details import DIMENSION_WORDS
from libcareer.reports.page.render import Format, Ranges, text
from libcareer.reports.quiz import quiz_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer.testing import Result

    from libcareer.catalog import Catalog

    Run = Callable[..., Result]


@pytest.fixture(scope="module")
def quiz(snapshot: Catalog) -> Quiz:
    return Quiz(snapshot)


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
    """Twelve people: six like what a knowledge manager does, three each what a storyteller and an archivist do."""
    homes = ["knowledge-manager"] * 6 + ["childrens-librarian"] * 3 + ["archivist"] * 3
    return tuple(taken(quiz, [3 * x for x in quiz.roles[home]], seed) for seed, home in enumerate(homes))


def as_file(progress: Progress, **more: object) -> bytes:
    answers = [{"options": a.options, "picks": a.picks, "least": a.least} for a in progress.answers]
    return json.dumps({"answers": answers, **more}).encode()


# ---------------------------------------------------------------------------- reading


def test_results_are_read_in_order_and_unknown_keys_are_ignored(
    snapshot: Catalog, results: tuple[Progress, ...]
) -> None:
    files = [as_file(each, name="Ada Lovelace", email="ada@example.org") for each in results]
    read, unusable = class_results(snapshot, files)
    assert [each.answers for each in read.values()] == [each.answers for each in results]
    assert unusable == ()


def test_an_unusable_file_is_reported_by_number_and_never_quoted(
    snapshot: Catalog, results: tuple[Progress, ...]
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
    read, unusable = class_results(snapshot, odd)
    assert [each.file for each in unusable] == [*range(1, 12), 13]
    assert list(read) == [12]
    said = " ".join(each.why for each in unusable)
    assert "ada" not in said.lower()
    assert "lovelace" not in said.lower()
    for why in ("cannot be read", "is not JSON", "is not a result", "has no answers", "the same answers as file 12"):
        assert why in said


def test_results_of_this_version_and_the_one_before_and_shared_answers_are_read_alike(tiny: Catalog) -> None:
    old = (Path(__file__).parents[2] / "old" / "exported.json").read_bytes()
    progress = answers_from_json(old, Quiz(tiny))
    mine = progress.answers[:6]
    now = text(quiz_report(Findings(tiny, Progress(1, mine)), complete=True), Format.JSON).encode()
    shared = shared_answers(Progress(2, progress.answers[1:]))
    read, unusable = class_results(tiny, [old, now, shared])
    assert unusable == ()
    assert [each.answers for each in read.values()] == [progress.answers, mine, progress.answers[1:]]


def test_a_result_of_a_newer_version_is_not_guessed_at(snapshot: Catalog, results: tuple[Progress, ...]) -> None:
    newer = as_file(results[0], version=QUIZ_VERSION + 1)
    read, (unusable,) = class_results(snapshot, [newer])
    assert not read
    assert "another version" in unusable.why


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
def test_fewer_than_five_are_refused_politely(snapshot: Catalog, results: tuple[Progress, ...], count: int) -> None:
    with pytest.raises(BadAnswers, match="at least 5 people"):
        class_summary(snapshot, results[:count])


def test_interests_are_the_mean_and_spread_of_the_profiles(
    snapshot: Catalog, quiz: Quiz, results: tuple[Progress, ...]
) -> None:
    found = class_summary(snapshot, results)
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
    snapshot: Catalog, quiz: Quiz, results: tuple[Progress, ...]
) -> None:
    found = class_summary(snapshot, results)
    outcomes = [quiz.outcome(each.answers) for each in results]
    clear = [outcome for outcome in outcomes if outcome.clear]
    for role in found.common:
        assert sum(role.role in outcome.shown for outcome in clear) >= FEWEST_PEOPLE
    assert found.corners
    for corner in found.corners:
        have = sum(any(snapshot.briefs[r].cluster == corner.cluster for r in outcome.shown) for outcome in clear)
        assert have >= FEWEST_PEOPLE
        assert corner.people in (None, have)
        assert all(snapshot.briefs[role.id].cluster == corner.cluster for role in corner.roles)


def test_unexpected_roles_are_outside_libraries_and_in_a_corner_that_comes_up(
    snapshot: Catalog, results: tuple[Progress, ...]
) -> None:
    found = class_summary(snapshot, results)
    assert found.unthought
    corners = {corner.cluster for corner in found.corners}
    for role in found.unthought:
        brief = snapshot.briefs[role.role]
        assert brief.place.value != "inside"
        assert "librar" not in brief.title.lower()
        assert "archiv" not in brief.title.lower()
        assert brief.cluster in corners


def test_somebody_without_a_verdict_adds_to_the_interests_and_to_no_role(
    snapshot: Catalog, quiz: Quiz, results: tuple[Progress, ...]
) -> None:
    unclear = Progress(0, tuple(Answer(each.options, each.options[:3]) for each in results[0].answers[:4]))
    assert not quiz.outcome(unclear.answers).clear
    alone, with_one_more = class_summary(snapshot, results), class_summary(snapshot, (*results, unclear))
    assert [each.role for each in alone.common] == [each.role for each in with_one_more.common]
    assert [each.role for each in alone.unthought] == [each.role for each in with_one_more.unthought]
    assert alone.dimensions != with_one_more.dimensions


def test_a_class_of_scores_has_corners(snapshot: Catalog) -> None:
    scores = [{"R": 10, "I": 25, "A": 30, "S": 28, "E": 12, "C": 20 + n} for n in range(6)]
    assert class_summary(snapshot, [Progress(riasec=each) for each in scores]).corners


def test_there_are_three_things_to_discuss_about_the_class(snapshot: Catalog, results: tuple[Progress, ...]) -> None:
    found = class_summary(snapshot, results)
    said = text(class_report(found), Format.PLAIN)
    part = said.split("THREE THINGS TO DISCUSS\n")[1].split(PRIVACY)[0]
    assert len(part.strip().splitlines()) == 3
    assert found.unthought[0].title in part


def test_a_class_that_shares_nothing_hears_so(snapshot: Catalog, quiz: Quiz) -> None:
    homes = ["archivist", "childrens-librarian", "knowledge-manager", "library-page", "taxonomist"]
    found = class_summary(snapshot, [taken(quiz, [3 * x for x in quiz.roles[home]], 1) for home in homes])
    said = text(class_report(found), Format.PLAIN)
    if not found.corners:
        assert "you are a varied class" in said
    assert said.split("THREE THINGS TO DISCUSS\n")[1].strip()


def test_the_things_to_discuss_follow_from_the_summary() -> None:
    spreads = (Spread("R", -0.2, 0.4, None, None), Spread("S", -0.1, 1.3, 6, 7))
    writer = CommonRole("writer", "Writer", "Writes.", 6)
    found = ClassSummary(20, spreads, (writer,), (), (), "S", "S")
    said = text(class_report(found), Format.PLAIN)
    assert "helping people: -0.10 on average, and people are typically 1.30 away from that" in said
    assert "6 lean toward it and 7 away from it" in said
    assert "helping people: -1.40 to +1.20, average -0.10\n" in said
    assert "No interest stands out for all of you." in said
    assert "Writer comes up for 6 of you. What would put you off it" in said
    assert "None is in a corner" in said
    nearly = Corner("writing", "Writing", None, (Named("writer", "Writer"),))
    said = text(
        class_report(replace(found, corners=(nearly,), unthought=(replace(writer, people=None),))), Format.PLAIN
    )
    assert "Writing (nearly all of you) | such as: Writer" in said
    assert "Writer is in a corner that comes up for nearly all of you." in said


def test_every_number_about_an_interest_is_on_the_scale_of_the_json(quiz: Quiz) -> None:
    homes = quiz.ids[::7][:5]
    found = class_summary(quiz.catalog, [taken(quiz, [3 * x for x in quiz.roles[home]], 1) for home in homes])
    report = class_report(found)
    (ranges,) = [block for block in report.blocks if isinstance(block, Ranges)]
    assert [row.median for row in ranges.rows] == [each.mean for each in found.dimensions]
    for row, each in zip(ranges.rows, found.dimensions, strict=True):
        assert (row.low, row.high) == (each.mean - each.spread, each.mean + each.spread)
        assert row.note == f"average {each.mean:+z.2f}"
    for each in sorted(found.dimensions, key=lambda each: -each.spread)[:3]:
        label = DIMENSION_WORDS[each.dimension]
        assert f"{label}: {each.mean:+z.2f} on average" in text(report, Format.PLAIN)
    assert "0 is what most people would choose" in text(report, Format.PLAIN)


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
def test_a_folder_is_summed_up_in_every_format_without_a_name(run_snapshot: Run, folder: Path, format_: Format) -> None:
    result = run_snapshot("class", str(folder), "--format", format_.value)
    assert result.exit_code == 0
    assert nameless(result.stdout, result.stderr)
    assert "12" in result.stdout or format_ is Format.CSV


def test_files_and_folders_can_be_mixed_and_a_bad_one_does_not_stop_the_others(
    run_snapshot: Run, folder: Path, tmp_path: Path
) -> None:
    bad, missing = tmp_path / "lovelace.json", tmp_path / "lovelace-gone.json"
    bad.write_text("{", encoding="utf-8")
    result = run_snapshot("class", str(bad), str(folder), str(missing))
    assert result.exit_code == 0
    assert result.stdout.startswith("What this class likes (12 people)")
    assert result.stderr.splitlines() == [
        "Passed over: 1 other file that is no result.",
        "File 1 is not JSON, or is damaged.",
        "File 14 cannot be read.",
        "The others are counted.",
    ]


def test_a_small_class_is_refused_and_nothing_is_handed_out(run_snapshot: Run, folder: Path, tmp_path: Path) -> None:
    few = sorted(folder.glob("*.json"))[: FEWEST_PEOPLE - 1]
    result = run_snapshot("class", *map(str, few), "--handouts", str(tmp_path / "out"))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "at least 5 people" in result.stderr
    assert nameless(result.stderr)
    assert not (tmp_path / "out").exists()


def test_each_person_gets_a_handout_identified_only_by_number(run_snapshot: Run, folder: Path, tmp_path: Path) -> None:
    for file in sorted(folder.glob("*.json"))[7:]:
        file.unlink()
    sorted(folder.glob("*.json"))[1].write_text("damaged", encoding="utf-8")
    out = tmp_path / "out"
    result = run_snapshot("class", str(folder), "--handouts", str(out))
    assert result.stdout.startswith("What this class likes (6 people)")
    numbers = [1, *range(3, 8)]
    assert sorted(path.name for path in out.iterdir()) == [*(f"handout-{number}.md" for number in numbers), "wall.md"]
    for number in numbers:
        page = (out / f"handout-{number}.md").read_text(encoding="utf-8")
        assert page.startswith("# Where my career could go")
        assert "## On paper" in page
        assert "Where I stand" not in page
        assert f"**Handout:** {number}\n" in page
        assert "libcareer me" not in page
        assert nameless(page)


def test_a_handout_never_overwrites_a_file(run_snapshot: Run, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "handout-07.md").write_text("mine", encoding="utf-8")
    result = run_snapshot("class", str(folder), "--handouts", str(out))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "exists and is not overwritten" in result.stderr
    assert [path.name for path in out.iterdir()] == ["handout-07.md"]
    assert (out / "handout-07.md").read_text(encoding="utf-8") == "mine"


def test_handouts_are_written_only_when_asked_for(run_snapshot: Run, folder: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    run_snapshot("class", str(folder))
    assert sorted(tmp_path.rglob("*")) == before


def test_a_folder_that_cannot_be_made_is_reported(run_snapshot: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    result = run_snapshot("class", str(folder), "--handouts", str(tmp_path / "file"))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "The handouts cannot be written" in result.stderr


# ---------------------------------------------------------------------------- what teachers have


def named(folder: Path, results: tuple[Progress, ...], name: str, encode: Callable[[str], bytes] = str.encode) -> Path:
    """*folder* with a file of each result, its *name* with the number in it."""
    for number, each in enumerate(results, 1):
        file = folder / name.format(number)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(encode(as_file(each).decode()))
    return folder


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
        lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
        lambda text: text.encode("utf-16-le"),
        lambda text: text.replace("{", '{"name": "Zo\N{LATIN SMALL LETTER E WITH DIAERESIS}", ', 1).encode("cp1252"),
        lambda text: b"```json\r\n" + text.encode() + b"\r\n```\r\n",
    ],
    ids=[
        "UTF-8 with a mark",
        "UTF-16",
        "UTF-16 of the other end",
        "UTF-16 without a mark",
        "Windows-1252",
        "a quotation",
    ],
)
def test_results_are_read_in_every_encoding_of_windows(
    run_snapshot: Run, tmp_path: Path, results: tuple[Progress, ...], encode: Callable[[str], bytes]
) -> None:
    result = run_snapshot("class", str(named(tmp_path / "class", results, "{}.json", encode)))
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("What this class likes (12 people)")


@pytest.mark.parametrize(
    "name",
    [
        "{}.JSON",
        "{}.json.txt",
        "{}.txt",
        "{}",
        "Ada {}_100{}_assignsubmission_file/result.json",
        "quiz one/Ada {}/My Result.Json",
    ],
)
def test_a_folder_is_searched_two_levels_down_for_every_name_of_a_result(
    run_snapshot: Run, tmp_path: Path, results: tuple[Progress, ...], name: str
) -> None:
    folder = named(tmp_path / "class", results, name.replace("{}", "{0}"))
    for handed_in in (folder, zipped(folder, tmp_path / "class.zip")):
        result = run_snapshot("class", str(handed_in))
        assert (result.exit_code, result.stderr) == (0, "")
        assert result.stdout.startswith("What this class likes (12 people)")


def test_a_folder_further_down_is_passed_over_and_that_is_said(
    run_snapshot: Run, tmp_path: Path, results: tuple[Progress, ...]
) -> None:
    folder = named(named(tmp_path / "class", results[:6], "{}.json"), results[6:], "a/b/c/{}.json")
    result = run_snapshot("class", str(folder))
    assert result.stdout.startswith("What this class likes (6 people)")
    assert result.stderr.splitlines() == ["Passed over: 1 folder more than 2 levels down."]


def test_hidden_files_of_a_mac_are_passed_over_and_named_once(
    run_snapshot: Run, tmp_path: Path, results: tuple[Progress, ...]
) -> None:
    folder = named(tmp_path / "class", results[:6], "{}.json")
    for number in range(1, 7):
        (folder / f"._{number}.json").write_bytes(b"\0\5\26\7Ada")
    (folder / ".DS_Store").write_bytes(b"\0\0\0\1Bud1")
    (folder / "__MACOSX").mkdir()
    (folder / "__MACOSX" / "3.json").write_bytes(b"\0\5\26\7")
    result = run_snapshot("class", str(folder), "--handouts", str(tmp_path / "out"))
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        "Passed over: 8 hidden files of a system, such as ._*, .DS_Store or __MACOSX."
    ]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        *(f"handout-{n}.md" for n in range(1, 7)),
        "wall.md",
    ]
    # With `*` a shell names them one by one.
    again = run_snapshot("class", *map(str, sorted(folder.glob("*.json"))))
    assert (again.exit_code, again.stdout) == (0, result.stdout)


def handouts_of(page_folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in page_folder.glob("handout-*")}


def test_handouts_have_the_numbers_of_the_files_and_2_comes_before_10(
    run_snapshot: Run, tmp_path: Path, results: tuple[Progress, ...]
) -> None:
    folder = named(tmp_path / "class", results, "result {}.json")
    (folder / "result 4.json").unlink()
    run_snapshot("class", str(folder), "--handouts", str(tmp_path / "out"))
    assert sorted(handouts_of(tmp_path / "out")) == [f"handout-{n:02}.md" for n in range(1, 13) if n != 4]
    one = run_snapshot(
        "class", *(str(folder / f"result {n}.json") for n in (10, 2, 1, 3, 5)), "--handouts", str(tmp_path / "few")
    )
    assert one.exit_code == 0
    for name, page in handouts_of(tmp_path / "few").items():
        assert page == (tmp_path / "out" / name).read_text(encoding="utf-8")


def test_files_without_numbers_of_their_own_are_numbered_in_natural_order(
    run_snapshot: Run, tmp_path: Path, results: tuple[Progress, ...]
) -> None:
    folder = named(tmp_path / "class", results, "Ada {0}_10{0}_assignsubmission_file/result.json")
    run_snapshot("class", str(folder), "--handouts", str(tmp_path / "out"))
    numbered = named(tmp_path / "numbered", results, "{}.json")
    run_snapshot("class", str(numbered), "--handouts", str(tmp_path / "same"))
    assert handouts_of(tmp_path / "out") == handouts_of(tmp_path / "same")


# ---------------------------------------------------------------------------- archives


def zipped(folder: Path, archive: Path) -> Path:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
        for file in sorted(folder.rglob("*")):
            made.write(file, file.relative_to(folder.parent))
    return archive


def test_an_archive_cannot_reach_out_of_itself_or_hide_anything(
    run_snapshot: Run, tmp_path: Path, results: tuple[Progress, ...]
) -> None:
    folder = named(tmp_path / "class", results[:6], "{}.json")
    archive = zipped(folder, tmp_path / "class.ZIP")
    with zipfile.ZipFile(archive, "a") as made:
        for name in ("../ada.json", "/etc/ada.json", "C:/ada.json", "..\\ada.json"):
            made.writestr(name, as_file(results[7]))
        made.writestr("__MACOSX/class/._1.json", b"\0\5\26\7")
        made.writestr("class/ada.pdf", b"%PDF")
    before = sorted(tmp_path.rglob("*"))
    result = run_snapshot("class", str(archive))
    assert result.exit_code == 0
    assert result.stdout.startswith("What this class likes (6 people)")
    assert result.stderr.splitlines() == [
        "Passed over: 1 hidden file of a system, such as ._*, .DS_Store or __MACOSX; 1 other file that is no result; "
        "4 files with a path out of its archive."
    ]
    assert sorted(tmp_path.rglob("*")) == before


def test_archives_may_lie_in_folders_and_in_an_archive(
    run_snapshot: Run, tmp_path: Path, results: tuple[Progress, ...]
) -> None:
    (tmp_path / "all").mkdir()
    zipped(named(tmp_path / "one", results[:3], "{}.json"), tmp_path / "all" / "one.zip")
    zipped(named(tmp_path / "two", results[3:], "{}.json"), tmp_path / "all" / "two.zip")
    for handed_in in (tmp_path / "all", zipped(tmp_path / "all", tmp_path / "all.zip")):
        assert run_snapshot("class", str(handed_in)).stdout.startswith("What this class likes (12 people)")


@pytest.mark.parametrize("damage", [b"PK\3\4", b"", b"PK\5\6" + b"\0" * 18 + b"x" * 9, b"\0" * 1000])
def test_a_damaged_archive_is_one_file_that_is_not_counted(
    run_snapshot: Run, tmp_path: Path, results: tuple[Progress, ...], damage: bytes
) -> None:
    folder = named(tmp_path / "class", results[:6], "{}.json")
    (folder / "more.zip").write_bytes(damage)
    result = run_snapshot("class", str(folder))
    assert result.exit_code == 0
    assert result.stdout.startswith("What this class likes (6 people)")


def test_an_archive_is_bounded_by_number_and_by_size(
    run_snapshot: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, results: tuple[Progress, ...]
) -> None:
    folder = named(tmp_path / "class", results[:6], "{}.json")
    archive = zipped(folder, tmp_path / "class.zip")
    with zipfile.ZipFile(archive, "a", zipfile.ZIP_DEFLATED) as made:
        made.writestr("class/7.json", b"{" + b" " * 100_000)
    monkeypatch.setattr(submissions, "LARGEST_RESULT", 50_000)
    result = run_snapshot("class", str(archive))
    assert result.exit_code == 0
    assert result.stderr.splitlines() == ["File 7 cannot be read.", "The others are counted."]
    for name, most, said in (("MOST_FILES", 6, "more than 6 files"), ("MOST_BYTES", 50_000, "more than 50,000 bytes")):
        with monkeypatch.context() as lowered:
            lowered.setattr(submissions, name, most)
            result = run_snapshot("class", str(archive))
            assert (result.exit_code, result.stdout) == (1, "")
            assert said in result.stderr


# ---------------------------------------------------------------------------- a table of scores

ROWS = [
    (14, 25, 30, 28, 12, 22),
    (14, 25, 30, 28, 12, 22),
    (40, 0, 12, 3, 9, 30),
    (5, 6, 7, 8, 9, 10),
    (30, 30, 2, 2, 9, 9),
]


def table(mark: str, head: str, rows: object = ROWS, end: str = "\n") -> str:
    return end.join([mark.join(head.split()), *(mark.join(map(str, row)) for row in rows)]) + end  # type: ignore[attr-defined]


HEADS = ["R I A S E C", "r i a s e c", "Realistic Investigative ARTISTIC social E Conventional_score"]


@pytest.mark.parametrize(
    ("mark", "head", "encoding"),
    [
        (mark, HEADS[(row + column) % 3], encoding)
        for row, mark in enumerate([",", ";", "\t"])
        for column, encoding in enumerate(["utf-8", "utf-8-sig", "utf-16"])
    ],
)
def test_a_table_of_nameless_scores_is_a_class(
    run_snapshot: Run, tmp_path: Path, mark: str, head: str, encoding: str
) -> None:
    file = tmp_path / "scores.csv"
    file.write_bytes(table(mark, head, end="\r\n").encode(encoding))
    result = run_snapshot("class", str(file), "--handouts", str(tmp_path / "out"))
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("What this class likes (5 people)")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        *(f"handout-{n}.md" for n in range(1, 6)),
        "wall.md",
    ]


def test_the_columns_of_a_table_may_be_in_any_order(snapshot: Catalog) -> None:
    plain = score_table(table(",", "R I A S E C").encode(), 100)
    turned = score_table(table(",", "C E S A I R", [row[::-1] for row in ROWS]).encode(), 100)
    assert plain == turned
    assert plain.rows[0] == dict(zip("RIASEC", ROWS[0], strict=True))


def test_a_column_of_names_is_not_read_and_that_is_said(run_snapshot: Run, tmp_path: Path) -> None:
    file = tmp_path / "scores.csv"
    rows = [("Ada Lovelace", *row, "late") for row in ROWS] + [("", "", "", "", "", "", ""), ("Sum", *(1.5,) * 6)]
    file.write_text("Class 7b\n\n" + table(",", "Student R I A S E C Remark", rows), encoding="utf-8")
    result = run_snapshot("class", str(file), "--handouts", str(tmp_path / "out"), "--format", "json")
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        "Passed over: 2 columns beside the scores (no names are read).",
        "Row 6 does not have six whole numbers from 0 to 40.",
        "The others are counted.",
    ]
    assert nameless(result.stdout, result.stderr, *handouts_of(tmp_path / "out").values())


def test_a_table_without_a_score_above_20_is_of_the_form_with_30_items(snapshot: Catalog) -> None:
    halves = [tuple(score // 2 for score in row) for row in ROWS]
    for rows, items in ((ROWS, 60), (halves, 30)):
        found, _ = class_results(snapshot, score_table(table(",", "R I A S E C", rows).encode(), 100).rows)
        assert {each.riasec_items for each in found.values()} == {items}


@pytest.mark.parametrize(
    "content", ["Student,Mark\nAda,3\n", "R,I,A\n1,2,3\n", "14,25,30,28,12,22\n", "", "\0\0", '"' * 200_000]
)
def test_another_table_is_not_a_class(run_snapshot: Run, tmp_path: Path, content: str) -> None:
    file = tmp_path / "ada.csv"
    file.write_text(content, encoding="utf-8")
    result = run_snapshot("class", str(file))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "at least 5 people" in result.stderr
    assert nameless(result.stderr)


def test_saved_results_are_read_as_well_as_exported_ones(
    snapshot: Catalog, results: tuple[Progress, ...], home: Path
) -> None:
    from libcareer.person.quizzes import SavedQuiz, keep_quiz

    keep_quiz(SavedQuiz.of(results[0], on="2026-01-01"))
    read, unusable = class_results(snapshot, [(home / "result.json").read_bytes()])
    assert [each.answers for each in read.values()] == [results[0].answers]
    assert not unusable
