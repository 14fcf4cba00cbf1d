"""Pay where a person lives: typed as --where, kept by `me`, named on every page, and judged by --min-pay."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libcareer.engines.paths.exclusions import Exclusions
from libcareer.engines.paths.limits import Limits
from libcareer.engines.paths.planb import planb
from libcareer.engines.paths.situation import Stated
from libcareer.engines.pay.figures import pay, yearly

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from libcareer.catalog import Catalog
    from tests.conftest import Run

PAGES = (
    "show librarian",
    "roles --cluster digital",
    "related librarian",
    "path librarian --from library-technician",
    "planb librarian --from library-technician",
    "compare librarian archivist",
)
"""A call of each command that takes --where."""

LIBRARIANS_IN_OHIO = "60,630"
"""The median in US dollars a year of May 2025."""


def called(run: Run, line: str, *more: str) -> Result:
    return run(*shlex.split(line), *more)


@pytest.mark.parametrize("line", PAGES)
@pytest.mark.parametrize("format_", ["plain", "markdown", "json", "csv"])
def test_every_format_tells_the_pay_there_and_names_the_place(run_shipped: Run, line: str, format_: str) -> None:
    told = called(run_shipped, line, "--where", "OH", "--format", format_)
    assert told.exit_code == 0, told.stderr
    assert LIBRARIANS_IN_OHIO in told.stdout or LIBRARIANS_IN_OHIO.replace(",", "") in told.stdout
    assert "Ohio" in told.stdout
    assert "May 2025" in told.stdout or format_ == "csv"


@pytest.mark.parametrize("line", PAGES)
def test_without_a_place_nothing_local_is_told(run_snapshot: Run, line: str) -> None:
    assert "Ohio" not in called(run_snapshot, line).stdout


@pytest.mark.parametrize("line", PAGES)
def test_a_kept_place_is_used_and_said_and_can_be_ignored(run_shipped: Run, line: str) -> None:
    assert "Now kept: in Ohio." in run_shipped("me", "--where", "Ohio").stdout
    told = called(run_shipped, line).stdout
    assert LIBRARIANS_IN_OHIO in told
    assert re.search(r"^For you: in Ohio \(`\S*libcareer me` changes it, --anyone ignores it\)", told, re.MULTILINE)
    for ignoring in (("--anyone",), ("--where", "none")):
        anyone = called(run_shipped, line, *ignoring).stdout
        assert LIBRARIANS_IN_OHIO not in anyone
        assert "For you" not in anyone
    elsewhere = called(run_shipped, line, "--where", "Texas").stdout
    assert "Texas" in elsewhere
    assert "Ohio" not in elsewhere


def test_the_word_none_forgets_the_place(run_snapshot: Run) -> None:
    run_snapshot("me", "--where", "Columbus, OH")
    assert "where you live: around Columbus, OH" in run_snapshot("me").stdout
    assert "No longer kept: around Columbus, OH." in run_snapshot("me", "--where", "none").stdout


def test_what_is_kept_about_the_place_is_its_id(run_snapshot: Run, home: Path) -> None:
    run_snapshot("me", "--where", "Columbus, Ohio")
    assert json.loads((home / "about.json").read_text())["about"] == {"place": "columbus-oh"}


def test_a_kept_place_that_the_knowledge_lacks_is_said_by_me_and_left_out_elsewhere(
    run_snapshot: Run, run: Run
) -> None:
    run_snapshot("me", "--where", "Ohio")
    assert "the knowledge used here lacks ohio" in run("me").stdout
    assert "Ohio" not in run("show", "librarian").stdout


def test_about_that_cannot_be_read_is_complained_about_and_left_out(run_snapshot: Run, home: Path) -> None:
    (home / "about.json").write_text("Dear diary")
    told = run_snapshot("roles")
    assert told.exit_code == 0
    assert "Going on without what is kept about you." in told.stderr


@pytest.mark.parametrize("line", PAGES)
@pytest.mark.parametrize(
    ("place", "said"),
    [
        (
            "columbus",
            "Say which: 'columbus-ga-al', 'columbus-in' or 'columbus-oh'.",
        ),
        ("Zanesville, OH", "Its state, Ohio, is 'ohio'."),
    ],
)
def test_a_place_that_is_unclear_or_unknown_is_one_sentence(run_shipped: Run, line: str, place: str, said: str) -> None:
    told = called(run_shipped, line, "--where", place)
    assert told.exit_code == 1
    assert said in told.stderr
    assert told.stdout == ""


def test_a_slip_in_a_place_is_told_and_taken(run_snapshot: Run) -> None:
    told = run_snapshot("show", "librarian", "--where", "Colombus, OH")
    assert told.exit_code == 0
    assert "No 'Colombus, OH'; taking Columbus, OH." in told.stderr


def test_escapes_in_a_place_have_no_effect(run_snapshot: Run) -> None:
    told = run_snapshot("show", "librarian", "--where", "\x1b[31m[bold]Ohio[/bold]")
    assert told.exit_code == 1
    assert "\x1b" not in told.stderr


def test_knowledge_that_stands_alone_says_that_it_has_no_pay_by_place(run: Run) -> None:
    told = run("show", "librarian", "--where", "Ohio")
    assert told.exit_code == 1
    assert "This knowledge has no pay by place: it stands alone, or its tables are missing." in told.stderr


def test_a_place_without_a_figure_shows_the_wider_one_and_says_so(run_shipped: Run) -> None:
    told = run_shipped("show", "archivist", "--where", "Guam", "--section", "pay").stdout
    assert "local pay: $64,550 a year (median in the United States, as none was released in Guam, May 2025)" in told
    assert "local jobs: in Guam, the number of jobs was not released." in told


def test_the_summary_tells_the_place_and_the_settings_in_a_line_each(run_snapshot: Run) -> None:
    lines = run_snapshot("show", "library-technician", "--where", "Ohio", "--section", "summary").stdout.splitlines()
    assert "local pay: $18.23 an hour in Ohio, four in five $13.51 to $27.92 (May 2025)." in lines
    setting = next(line for line in lines if line.startswith("by setting: "))
    assert "local government $19.36, colleges $23.23, schools $21.92 an hour, US (May 2025)" in setting


def test_a_role_in_one_industry_has_its_figure_beside_that_of_the_occupation(run_snapshot: Run) -> None:
    told = run_snapshot("show", "school-librarian", "--section", "summary").stdout
    assert "pay: $43,660 to $103,990 a year, median $68,270" in told
    assert "counted as: Librarians and Media Collections Specialists, US (May 2025)" in told
    assert "by setting: $74,130 a year in schools, where its jobs typically all are, US (May 2025)." in told
    pay_section = run_snapshot("show", "school-librarian", "--section", "pay").stdout
    assert "all in one industry, schools, so its median of $74,130 a year is nearer to the role" in pay_section


def test_the_pay_section_tells_posts_and_how_sure_the_figure_is(run_snapshot: Run) -> None:
    told = run_snapshot("show", "library-technician", "--where", "Ohio", "--section", "pay").stdout
    assert "local jobs: in Ohio, about 4,020 jobs, 0.724 of 1,000 jobs; for its size 1.64 times as many" in told
    assert "how sure: relative standard error of local pay: 2 percent." in told


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("line", PAGES)
def test_no_line_is_wider_than_the_screen_and_no_figure_is_cut(
    run_shipped: Run, monkeypatch: pytest.MonkeyPatch, line: str, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("TERMINAL_WIDTH", str(columns))
    told = called(run_shipped, line, "--where", "Ohio", "--format", "screen").stdout
    assert LIBRARIANS_IN_OHIO in told
    assert max(map(len, told.splitlines())) <= columns or columns == 40


def test_commands_to_run_next_keep_the_place_where_they_take_one(run_snapshot: Run) -> None:
    for line in PAGES:
        told = called(run_snapshot, line, "--where", "Ohio").stdout
        for command in re.findall(r"^Next: \S*libcareer (.+?) - ", told, re.MULTILINE):
            if command.split()[0] == "plan":
                assert "--where" not in command
            if command.split()[0] == "path" and line.split()[0] in ("show", "roles", "path", "planb"):
                assert "--where ohio" in command


# ---------------------------------------------------------------------------- the limit on pay

TOWNS = ("ohio", "guam", "columbus-oh", "lima-oh", "wyoming", "san-jose-sunnyvale-santa-clara-ca", "united-states")


def shut_out(catalog: Catalog, least: float | None, here: str | None) -> set[str]:
    """The roles that a limit on pay leaves out, by a plan B and by the limits of a quiz, which must agree."""
    stated = Stated(place=here)
    answer = planb(catalog, "librarian", Limits(pay=least), stated)
    every = [one for one in (answer.itself, *answer.reached, *answer.left_out) if one]
    without = planb(catalog, "librarian", Limits(), stated)
    reached = {one.role for one in without.reached}
    left_out = {one.role for one in every if one in answer.left_out and one.role in reached}
    excluded = Exclusions(catalog, {"pay": f"{least:.0f}"} if least is not None else {}, stated)
    # A role without a figure of its own is judged by the low end here, and there it cannot be told.
    own = {role for role in reached if (figure := pay(catalog, role)) and not figure.proxy}
    assert left_out & own == {role for role in own if excluded.of(role)}
    return left_out


def test_the_limit_is_judged_by_the_pay_there(shipped: Catalog) -> None:
    figure = pay(shipped, "academic-librarian", "ohio")
    assert figure
    assert (yearly(figure), figure.place and figure.place.title) == (60_630, "Ohio")
    assert "academic-librarian" in shut_out(shipped, 60_631, "ohio")
    assert "academic-librarian" not in shut_out(shipped, 60_630, "ohio")
    assert "academic-librarian" not in shut_out(shipped, 60_631, None)


def test_a_reason_for_leaving_a_role_out_names_the_place_of_the_figure(shipped: Catalog, run_shipped: Run) -> None:
    (reason,) = Exclusions(shipped, {"pay": "70000"}, Stated(place="guam")).reasons("archivist")
    assert "$64,550 a year (US Bureau of Labor Statistics, May 2025, United States; counted" in reason
    told = run_shipped("planb", "librarian", "--min-pay", "70000", "--where", "Ohio", "--all").stdout
    assert "its middle pay (Ohio) is lower" in told


@given(here=st.sampled_from(TOWNS), least=st.integers(0, 150_000), more=st.integers(0, 60_000))
def test_a_higher_limit_never_lets_a_role_in(shipped: Catalog, here: str, least: int, more: int) -> None:
    def out(amount: int) -> set[str]:
        limits = Exclusions(shipped, {"pay": str(amount)}, Stated(place=here))
        return {role for role in shipped.briefs if limits.of(role)}

    lower, higher = out(least), out(least + more)
    assert lower <= higher


def surveyed(catalog: Catalog) -> list[str]:
    """The roles of an occupation for which pay by place was released."""
    assert catalog.pay_tables
    source = catalog.pay_tables.release[1]
    return [
        id_
        for id_, role in catalog.counted.items()
        if catalog.occupations[role.occupations[0].code].pay[0].source == source
    ]


@pytest.mark.parametrize("here", TOWNS)
def test_no_role_is_left_out_because_a_place_has_no_figure(shipped: Catalog, here: str) -> None:
    assert shut_out(shipped, 0, here) == set()
    for role in surveyed(shipped):
        figure = pay(shipped, role, here)
        assert figure
        assert figure.place


# ---------------------------------------------------------------------------- data


def test_json_has_the_figure_with_its_place_and_the_settings(run_snapshot: Run) -> None:
    told: dict[str, Any] = json.loads(
        run_snapshot("show", "librarian", "--where", "Columbus, OH", "--format", "json").stdout
    )
    local = told["local"]
    assert (local["place"]["id"], local["of"]["id"], local["fell_back"]) == ("columbus-oh", "columbus-oh", False)
    assert (local["figure"]["posts"], local["figure"]["year"]["median"]) == (850, 65_120)
    assert "999300" in {one["code"] for one in told["by_setting"]["industries"]}


def test_csv_has_the_median_its_unit_and_its_place(run_snapshot: Run) -> None:
    for line in ("roles", "related librarian"):
        rows = list(
            csv.DictReader(io.StringIO(called(run_snapshot, line, "--where", "Ohio", "--format", "csv").stdout))
        )
        assert all(row["pay_unit"].startswith("USD per ") for row in rows)
        assert all(bool(row["pay_median"]) != bool(row["pay_proxy"]) for row in rows)
        assert {row["pay_place"] for row in rows} <= {"Ohio", "United States"}


@pytest.mark.parametrize("line", [line for line in PAGES if not line.startswith("show")])
def test_another_country_is_refused_where_only_dollars_are_known(run_snapshot: Run, line: str) -> None:
    told = called(run_snapshot, line, "--where", "Ontario")
    assert (told.exit_code, told.stdout) == (1, "")
    assert "known here for the United States only, not for Canada" in told.stderr


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Ontario", "CAD an hour"),
        ("Toronto, Ontario", "CAD an hour"),
        ("uk", "GBP a year"),
        ("Scotland", "GBP a year"),
        ("Australia", "AUD"),
        ("Ontario, CA", "around Riverside-San Bernardino-Ontario, CA"),
        ("WA", "in Washington State"),
    ],
)
def test_the_page_of_a_role_tells_its_pay_in_the_country_that_is_meant(run_shipped: Run, typed: str, said: str) -> None:
    told = run_shipped("show", "librarian", "--where", typed)
    assert told.exit_code == 0
    assert said in told.stdout


@pytest.mark.parametrize(
    ("typed", "kept", "said"),
    [
        ("Toronto, Ontario", {"country": "canada", "region": "Ontario"}, "in Ontario, Canada"),
        ("uk", {"country": "united-kingdom"}, "in the United Kingdom"),
        ("Ohio", {"place": "ohio"}, "in Ohio"),
    ],
)
def test_another_country_is_kept_in_place_of_a_place_here(
    run_snapshot: Run, home: Path, typed: str, kept: dict[str, str], said: str
) -> None:
    run_snapshot("me", "--where", "Texas")
    run_snapshot("me", "--where", "Canada")
    assert f"Now kept: {said}; no longer: in Canada." in run_snapshot("me", "--where", typed).stdout
    assert json.loads((home / "about.json").read_text())["about"] == kept
    assert f"where you live: {said}" in run_snapshot("me").stdout
    assert f"No longer kept: {said}." in run_snapshot("me", "--where", "none").stdout


def test_the_page_of_a_role_tells_pay_in_the_country_that_is_kept(run_snapshot: Run) -> None:
    run_snapshot("me", "--where", "Ontario")
    typed = run_snapshot("show", "librarian", "--where", "Ontario").stdout.splitlines()
    told = run_snapshot("show", "librarian").stdout.splitlines()
    assert [line for line in told if not line.startswith("For you: in Ontario, Canada (")] == typed
    assert len(told) == len(typed) + 1
    assert "CAD" not in run_snapshot("show", "librarian", "--anyone").stdout


@pytest.mark.parametrize("line", [line for line in PAGES if not line.startswith("show")])
def test_other_pages_say_that_their_figures_are_not_those_of_the_country_kept(run_snapshot: Run, line: str) -> None:
    here = called(run_snapshot, line).stdout
    run_snapshot("me", "--where", "Ontario")
    told = called(run_snapshot, line).stdout
    said = "Pay, prices and limits below are known for the United States only."
    assert re.search(rf"^For you: in Ontario, Canada \(.*\)\. {said}$", told, re.MULTILINE)
    assert [line for line in told.splitlines() if not line.startswith("For you: ")] == here.splitlines()
    typed = called(run_snapshot, line, "--where", "Ohio").stdout
    assert "Canada" not in typed


def test_a_town_and_its_state_need_no_quotes(run_snapshot: Run) -> None:
    told = run_snapshot("show", "librarian", "--where", "Columbus,", "OH")
    assert (told.exit_code, told.stderr) == (0, "")
    assert "around Columbus, OH" in told.stdout
