"""What somebody told about themselves, on the command line: kept, changed, shown, used, ignored for once."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from libcareer.engines.paths.circumstances import NOTHING_TOLD
from libcareer.person.about import about_file, saved_about

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run
    from typer.testing import Result

ME = "me --from page --have bachelor --studying mlis:2027-06 --part-time --no-move --min-pay 45000 --max-cost 10000"
"""Somebody on the tiny knowledge who told a good deal."""


def typed(run: Run, line: str) -> Result:
    return run(*line.split())


def second_line(result: Result) -> str:
    return result.stdout.splitlines()[1]


@pytest.fixture
def told(run: Run) -> Run:
    """The program, after somebody told about themselves."""
    assert typed(run, f"{ME} --no-evenings").exit_code == 0
    return run


# ---------------------------------------------------------------------------- kept and changed


def test_what_is_told_is_kept_and_shown(run: Run) -> None:
    result = typed(run, f"{ME} --no-evenings")
    assert (result.exit_code, result.stderr) == (0, "")
    assert second_line(result) == (
        "Now kept: Page; bachelor's degree; studying for library master's until June 2027; "
        "at most $10,000 for study; part time; no evenings or weekends; no moving; at least $45,000 a year."
    )
    about = saved_about()
    assert (about.posts, about.education) == (("page",), "bachelor")
    assert about.limits == {"money": "10000", "hours": "part", "evenings": "no", "move": "no", "pay": "45000"}


def test_each_option_changes_its_own_field_only(told: Run) -> None:
    before = saved_about()
    assert second_line(typed(told, "me --min-pay 48,500")) == (
        "Now kept: at least $48,500 a year; no longer: at least $45,000 a year."
    )
    now = saved_about()
    assert now.limits == {**before.limits, "pay": "48500"}
    assert (now.posts, now.education, now.studying) == (before.posts, before.education, before.studying)


@pytest.mark.parametrize(
    ("option", "field", "empty"),
    [
        ("--from none", "posts", ()),
        ("--have usual", "education", None),
        ("--have none", "presume", False),
        ("--not none", "lacking", ()),
        ("--studying none", "studying", ()),
        ("--skill none", "skills", ()),
    ],
)
def test_a_field_is_cleared_by_a_word(told: Run, option: str, field: str, empty: object) -> None:
    assert typed(told, "me --not mlis --skill cataloging").exit_code == 0
    assert typed(told, f"me {option}").exit_code == 0
    assert getattr(saved_about(), field) == empty


@pytest.mark.parametrize(
    ("option", "limit", "answer"),
    [
        ("--max-study any", "study", "any"),
        ("--no-masters", "study", "bachelor"),
        ("--no-degree", "study", "certificate"),
        ("--max-study secondary", "study", "secondary"),
        ("--max-study mlis", "study", "any"),
        ("--max-cost any", "money", "any"),
        ("--max-cost 0", "money", "0"),
        ("--max-cost $12.5k", "money", "12500"),
        ("--any-hours", "hours", "any"),
        ("--full-time", "hours", "full"),
        ("--evenings", "evenings", "yes"),
        ("--public little", "public", "little"),
        ("--move", "move", "yes"),
        ("--remote", "remote", "some"),
        ("--mostly-remote", "remote", "mostly"),
        ("--on-site", "remote", "any"),
        ("--min-pay any", "pay", "any"),
    ],
)
def test_a_limit_is_set_or_dropped_by_an_option(told: Run, option: str, limit: str, answer: str) -> None:
    assert typed(told, f"me {option}").exit_code == 0
    assert saved_about().limits[limit] == answer


def test_what_is_kept_already_changes_nothing(told: Run) -> None:
    assert second_line(typed(told, "me --no-move")) == "Nothing changes: that is kept already."


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("me --from nobody", 1),
        ("me --from page --have wizardry", 1),
        ("me --from page --studying mlis:someday", 2),
        ("me --from page --min-pay plenty", 2),
        ("me --from page --part-time --full-time", 2),
        ("me --from page --max-study secondary --no-masters", 2),
        ("me --from page --max-study wizardry", 1),
        ("me --from page --public never", 2),
        ("me --years 3", 2),
        ("me --skill juggling", 1),
    ],
)
def test_a_mistake_is_one_sentence_and_keeps_nothing(run: Run, line: str, code: int) -> None:
    result = typed(run, line)
    assert (result.exit_code, result.stdout) == (code, "")
    assert len([each for each in result.stderr.splitlines() if each.startswith(("Error: ", "There is no "))]) == 1
    assert not about_file().exists()


def test_of_whoever_nothing_is_kept_that_is_said_with_how_to_begin(run: Run) -> None:
    result = typed(run, "me")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "`libcareer me --from ROLE --have EDUCATION` keeps where you stand." in result.stderr


def test_forget_removes_it(told: Run, home: Path) -> None:
    assert about_file().exists()
    assert str(about_file()) in typed(told, "forget").stdout
    assert saved_about() == NOTHING_TOLD


def test_a_file_of_a_newer_version_is_refused_by_me_and_left_out_by_others(run: Run) -> None:
    about_file().write_text('{"kind": "libcareer description", "version": 99}', encoding="utf-8")
    refused = typed(run, "me --no-move")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "was saved by a newer libcareer" in refused.stderr
    used = typed(run, "path librarian")
    assert used.exit_code == 0
    assert "Going on without what is kept about you." in used.stderr
    assert "For you" not in used.stdout


# ---------------------------------------------------------------------------- limits


def test_each_limit_is_shown_with_what_it_alone_rules_out(told: Run) -> None:
    lines = typed(told, "me --limits --min-pay 200000").stdout.splitlines()
    assert lines[0] == "What limits you (0 of 6 roles left)"
    assert "Together your limits leave no role; what is nearest is below." in lines
    limits = [line for line in lines if re.fullmatch(r".*: (no role|\d roles?, (none|\d) alone)", line)]
    assert len(limits) == len(saved_about().limits)


def test_what_opens_is_told_with_the_option_that_opens_it(told: Run) -> None:
    typed(told, "me --any-hours")
    lines = typed(told, "me --limits").stdout.splitlines()
    opened = lines[lines.index("WHAT OPENS WITH ONE CHANGE") + 1]
    found = re.fullmatch(r"(.*): (.*) \((--.*)\)", opened)
    assert found
    before = int(re.findall(r"\((\d) of", lines[0])[0])
    after = typed(told, f"me --limits {found[3]}").stdout.splitlines()[0]
    assert int(re.findall(r"\((\d) of", after)[0]) > before


def test_where_limits_leave_nothing_the_page_names_the_smallest_change(told: Run) -> None:
    lines = typed(told, "me --min-pay 200000").stdout.splitlines()
    (limits,) = [line for line in lines if line.startswith("limits: ")]
    assert "They leave none of 6 roles; the smallest change: " in limits


@pytest.mark.parametrize(("line", "name"), [("me", "me.txt"), ("me --limits", "me-limits.txt")])
def test_whole_screens_that_fit_on_a_small_terminal(told: Run, golden: Any, line: str, name: str) -> None:
    said = typed(told, f"{line} --format screen").stdout
    assert len(said.splitlines()) < 24
    golden(said, name)


# ---------------------------------------------------------------------------- used and ignored


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("path librarian", "Page; bachelor's degree; studying for library master's until June 2027"),
        (
            "planb librarian",
            "Page; bachelor's degree; studying for library master's until June 2027; at most $10,000 for study; "
            "part time; no evenings or weekends; no moving; at least $45,000 a year",
        ),
        ("plan librarian", "Page; bachelor's degree; studying for library master's until June 2027"),
        ("compare librarian editor", "Page; bachelor's degree; studying for library master's until June 2027"),
        ("tracks", "Page; bachelor's degree"),
        ("lssc", "Page"),
    ],
)
def test_a_command_that_uses_it_says_so_in_its_second_line_and_in_json(told: Run, line: str, said: str) -> None:
    expected = f"For you: {said} (`libcareer me` changes it, --anyone ignores it)."
    assert second_line(typed(told, line)) == expected
    new = " --new" if line.startswith("plan ") else ""
    found = json.loads(typed(told, f"{line}{new} --format json").stdout)
    assert found["for_you"]["posts"] == ["page"]
    nobody = json.loads(typed(told, f"{line}{new} --anyone --skill cataloging --format json").stdout)
    assert "for_you" not in nobody


@pytest.mark.parametrize("line", ["path librarian", "planb librarian", "compare librarian editor", "lssc"])
def test_with_anyone_the_answer_is_that_of_somebody_about_whom_nothing_is_kept(run: Run, line: str, home: Path) -> None:
    before = typed(run, line).stdout
    assert typed(run, ME).exit_code == 0
    ignoring = typed(run, f"{line} --anyone").stdout
    assert ignoring.replace(" --anyone", "") == before
    assert typed(run, line).stdout != before


def test_what_is_typed_overrides_its_own_field_for_once(told: Run) -> None:
    assert second_line(typed(told, "path librarian --from clerk")).startswith("For you: bachelor's degree; studying")
    once = typed(told, "planb librarian --min-pay any --move --studying none --have usual").stdout.splitlines()[1]
    assert once == (
        "For you: Page; at most $10,000 for study; part time; no evenings or weekends "
        "(`libcareer me` changes it, --anyone ignores it)."
    )
    assert saved_about().posts == ("page",)


def test_where_everything_is_typed_nothing_is_said_of_what_is_kept(told: Run) -> None:
    assert "For you" not in typed(told, "path librarian --from clerk --have none --studying none").stdout


def test_commands_to_run_next_need_not_repeat_what_is_kept(told: Run) -> None:
    said = typed(told, "path librarian --from clerk").stdout
    assert "Next: libcareer path librarian --from clerk --details" in said
    assert "--have" not in said
    assert "Next: libcareer path librarian --details" in typed(told, "path librarian").stdout
    ignoring = typed(told, "path librarian --from clerk --anyone").stdout
    assert "Next: libcareer path librarian --from clerk --details --anyone" in ignoring


def test_a_plan_begins_where_the_person_stands_and_says_when_that_is_no_longer_so(told: Run) -> None:
    assert typed(told, "plan librarian").exit_code == 0
    assert "For you" not in typed(told, "plan").stdout
    typed(told, "me --have mlis")
    moved = typed(told, "plan")
    assert second_line(moved).startswith("By what you told, you stand elsewhere now: Page; library master's")
    assert second_line(typed(told, "plan --new")).startswith("For you: Page; library master's")
    assert "elsewhere" not in typed(told, "plan").stdout


def test_years_may_be_typed_for_the_post_that_is_kept(told: Run) -> None:
    found = json.loads(typed(told, "path librarian --years 2 --format json").stdout)
    assert (found["stated"]["posts"], found["stated"]["years"]) == (["page"], 2.0)


def test_tracks_keep_within_the_study_that_is_kept_unless_it_is_held(run_snapshot: Run) -> None:
    typed(run_snapshot, "me --from library-technician --no-masters")
    assert json.loads(typed(run_snapshot, "tracks --format json").stdout)["filters"] == ["--no-masters"]
    typed(run_snapshot, "me --have mlis")
    assert json.loads(typed(run_snapshot, "tracks --format json").stdout)["filters"] == []


# ---------------------------------------------------------------------------- the quiz


def test_the_quiz_asks_no_practical_question_whose_answer_is_known(run: Run) -> None:
    typed(run, "me --have bachelor --studying none --max-study any --max-cost any --any-hours --evenings --public any")
    typed(run, "me --on-site --min-pay 45000")
    result = run("quiz", "--new", input="skip\n" * 16 + "no\n")
    assert "short screens and 1 practical question," in result.stderr
    assert "Would you move" in result.stderr
    assert "What have you finished" not in result.stderr
    assert "would a year of full-time work" not in result.stderr


def test_what_the_quiz_asks_is_kept_for_every_command(run: Run) -> None:
    lines = "1 2 3\n" * 4
    practical = "bachelor\nbachelor\nmlis\n10000\npart\nno\nskip\nno\nany\n50000\n"
    result = run("quiz", "--new", input=lines + "skip\n" * skips(run, lines) + practical)
    assert result.exit_code == 0
    about = saved_about()
    assert (about.education, [one.credential for one in about.studying or ()]) == ("bachelor", ["mlis"])
    assert about.limits == {
        "study": "bachelor", "money": "10000", "hours": "part", "evenings": "no", "move": "no", "remote": "any",
        "pay": "50000",
    }  # fmt: skip
    assert "no moving" in second_line(typed(run, "planb librarian"))


def skips(run: Run, lines: str) -> int:
    """How many screens follow the first four, if they are skipped."""
    said = run("quiz", "--new", input=lines + "skip\n" * 40).stderr
    return len(re.findall(r"^Screen \d+", said, re.MULTILINE)) - 4
