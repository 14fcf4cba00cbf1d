"""The page of a way: what decides on the first screen, other ways in a line each, steps on request."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any

import pytest
from rich.console import Console

from libcareer.catalog import Catalog
from libcareer.catalog.compiled import compile
from libcareer.engines.choices import Prefer
from libcareer.engines.paths.path import path, path_from
from libcareer.engines.paths.situation import Stated
from libcareer.knowledge.reading import read_folder
from libcareer.reports.page.blocks import Heading, Next
from libcareer.reports.page.formats import Format
from libcareer.reports.page.render import Report, text
from libcareer.reports.page.screen import draw
from libcareer.reports.path import path_report, standing_options
from libcareer.reports.words import first_sentence

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Changed

SCREEN = 20
"""Lines in which the recommended way has to be said at 80 columns."""


def lines(catalog: Catalog, goal: str, *, details: bool = False, **how: Any) -> list[str]:
    return text(path_report(path(catalog, goal, **how), details=details), Format.PLAIN).splitlines()


def drawn(report: Report, width: int = 80) -> list[str]:
    """What *report* looks like on a terminal, up to the other ways and the commands to type next."""
    first = []
    for block in report.blocks:
        if isinstance(block, Heading | Next):
            break
        first.append(block)
    out = io.StringIO()
    draw(first, Console(file=out, width=width, color_system=None))
    return out.getvalue().splitlines()


# ---------------------------------------------------------------------------- the first screen


def test_the_first_lines_say_from_where_how_long_and_how_much(tiny: Catalog) -> None:
    assert lines(tiny, "director")[0] == (
        "From no library work yet to Director (9 to 12 years, 32,000 to 100,000 USD, 5 to 6 years of it unpaid)"
    )


def test_what_people_in_a_post_usually_hold_is_assumed_aloud(tiny: Catalog) -> None:
    first = lines(tiny, "director", start="librarian")[0]
    assert "Assumed, as usual there: Library master's. If not: `--not mlis` or `--have none`." in first


def test_nothing_is_assumed_of_a_person_outside(tiny: Catalog) -> None:
    assert "Assumed" not in lines(tiny, "director")[0]


def test_what_a_person_says_that_they_hold_is_named_and_not_assumed(tiny: Catalog) -> None:
    first = lines(tiny, "director", start="librarian", held=["mlis"])[0]
    assert "with Library master's" in first
    assert "Assumed" not in first


def test_each_step_is_a_stretch_of_the_timeline(tiny: Catalog) -> None:
    said = lines(tiny, "director")
    assert [line.split(" | ")[0] for line in said if " | " in line][:4] == ["study", "study", "work", "arrive"]
    assert "study | year 0.0 to 4.0 | Bachelor's degree, full time" in said


def test_a_timeline_draws_study_without_pay_unlike_study_beside_a_job(tiny: Catalog) -> None:
    full = drawn(path_report(path(tiny, "librarian")))
    beside = drawn(path_report(path(tiny, "technician", start="page", prefer=Prefer.EARNING)))
    assert [line for line in full if line.startswith("study") and "--" in line]
    assert [line for line in beside if line.startswith("study") and "==" in line]
    assert not [line for line in beside if line.startswith("study") and "--" in line]


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120])
def test_no_line_of_a_timeline_is_wider_than_the_terminal(tiny: Catalog, width: int) -> None:
    shown = drawn(path_report(path(tiny, "director", start="page")), width)
    assert max(map(len, shown)) <= width


def test_the_recommended_way_fits_a_screen_whatever_the_goal(shipped: Catalog) -> None:
    for start in (None, "library-technician", "elementary-teacher"):
        for goal in shipped.briefs:
            if goal != start:
                assert len(drawn(path_report(path(shipped, goal, start=start)))) <= SCREEN, (start, goal)


def test_a_way_that_is_not_the_quickest_says_what_speaks_for_it(snapshot: Catalog) -> None:
    said = lines(snapshot, "librarian", start="library-technician")
    assert "why: not the quickest, but your pay goes on while you study" in said
    quicker = next(line for line in said if line.startswith("quicker: "))
    assert quicker.endswith("sooner)")


def test_a_way_without_study_speaks_of_none(snapshot: Catalog) -> None:
    said = lines(snapshot, "circulation-supervisor", start="library-clerk")
    assert "why: not the quickest, but your pay goes on and it costs less" in said


@pytest.mark.parametrize(("start", "asks"), [("branch-manager", False), ("law-librarian", True)])
def test_what_only_some_employers_ask_for_is_named_only_on_the_way_to_them(
    shipped: Catalog, start: str, asks: bool
) -> None:
    asked = next(line for line in lines(shipped, "library-director", start=start) if line.startswith("asked: "))
    assert "employers ask for MLIS" in asked
    assert ("Law degree (JD)" in asked) is asks


def test_what_a_law_asks_for_is_said_as_such(snapshot: Catalog) -> None:
    said = lines(snapshot, "school-librarian", start="elementary-teacher")
    asked = next(line for line in said if line.startswith("asked: "))
    assert "a law, in some or all states, asks for School librarian license" in asked


def test_the_thing_to_do_this_month_is_one_sentence(snapshot: Catalog) -> None:
    month = next(line for line in lines(snapshot, "archivist") if line.startswith("this month: "))
    assert len(re.findall(r"[.!?](?= [A-Z]|$)", month)) == 1


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("One. Two.", "One."),
        ("Ask Dr. no one. Then go.", "Ask Dr. no one."),
        ("Only this", "Only this"),
        ("Really? Yes.", "Really?"),
        ("", ""),
    ],
)
def test_the_first_sentence_ends_where_another_begins(words: str, first: str) -> None:
    assert first_sentence(words) == first


def test_where_no_cheaper_way_is_known_that_is_said(tiny: Catalog) -> None:
    said = lines(tiny, "librarian", prefer=Prefer.CHEAPEST)
    assert "cheaper: no cheaper way is known by published prices" in said


def test_a_person_at_the_goal_is_told_so(tiny: Catalog) -> None:
    said = lines(tiny, "page", start="page")
    assert said[0] == "From Page to Page"
    assert "You are there already." in said


@pytest.mark.parametrize(("goal", "held"), [("page", ()), ("librarian", ("mlis",))])
def test_a_person_who_only_has_to_apply_is_not_at_the_goal(tiny: Catalog, goal: str, held: tuple[str]) -> None:
    assert "You are there already." not in lines(tiny, goal, held=held)


def test_without_a_way_the_reason_and_the_moves_are_shown(data: Path) -> None:
    words = (data / "roles" / "director.yaml").read_text()
    (data / "roles" / "hermit.yaml").write_text(words.replace("title: Director", "title: Hermit"))
    knowledge, _ = read_folder(data)
    assert lines(Catalog(compile(knowledge)), "hermit", start="page") == [
        "From Page to Hermit",
        "No way found. No role leads to Hermit, and no way in from outside is known.",
        "",
        "Next: libcareer path hermit - the way for a person starting from outside",
        "Next: libcareer show hermit --section moves - who moves into this role",
    ]


# ---------------------------------------------------------------------------- each step


def test_the_details_number_the_steps(tiny: Catalog) -> None:
    said = lines(tiny, "director", details=True)
    assert [line.split(" (")[0] for line in said if re.match(r"\d\. ", line)] == [
        "1. Study: Bachelor's degree",
        "2. Study: Library master's",
        "3. Work as Librarian",
        "4. Arrive: Director",
    ]


def test_without_details_no_step_is_told_at_length(tiny: Catalog) -> None:
    assert not [line for line in lines(tiny, "director") if re.match(r"\d\. ", line)]


def test_study_beside_a_job_says_which_what_it_costs_and_who_asks(tiny: Catalog) -> None:
    said = lines(tiny, "technician", start="page", details=True, prefer=Prefer.EARNING)
    study = next(line for line in said if "Study: " in line)
    assert "takes: 12 to 18 months, part time beside the job as Page (Guild of Tests, 2024)" in study
    assert "costs: 1,000 to 2,000 USD (Guild of Tests, 2024); Tuition only." in study
    assert "who asks: Many employers take practice instead." in study


def test_each_change_of_post_says_how_usual_it_is(tiny: Catalog) -> None:
    assert any("how usual: usual (editorial)" in line for line in lines(tiny, "director", details=True))


def test_skills_that_no_step_teaches_are_named_with_the_details(tiny: Catalog) -> None:
    assert "to learn: Leading: no step here teaches it" in lines(tiny, "librarian", start="page", details=True)


def test_study_without_a_published_price_names_our_estimate(changed: Changed) -> None:
    how = "    how: How one goes to director.\n"
    needs = "    needs: [{credential: badge, asked: law, note: In two states.}]\n"
    badge = changed.data / "credentials" / "badge.yaml"
    badge.write_text(re.sub(r"shortcuts:\n(  .*\n)+", "", badge.read_text()))
    catalog = changed({"roles/librarian.yaml": (how, how + needs)})
    said = lines(catalog, "director", start="librarian", details=True)
    assert any(line.startswith("not known: what Badge takes or costs") for line in said)
    study = next(line for line in said if "Study: Badge" in line)
    assert "no figure. The guild tells its price to those who write. (Guild of Tests, looked at in 2024)" in study
    assert "; at most about 500 USD" in study
    assert "(our estimate, " in study
    assert any("needs: Badge (the law asks: In two states.)" in line for line in said)


# ---------------------------------------------------------------------------- what to type next


def test_every_command_to_type_next_keeps_the_whole_context(tiny: Catalog) -> None:
    stated = Stated(posts=("page", "clerk"), years=2.0, held=("bachelor",), lacking=("badge",), skills=("editing",))
    found = path_from(tiny, "director", stated, Prefer.CHEAPEST)
    said = text(path_report(found), Format.PLAIN)
    here = "--from page --from clerk --years 2 --have bachelor --not badge --skill editing"
    assert f"Next: libcareer path director {here} --prefer cheapest --details - " in said
    assert f"Next: libcareer plan director {here} --prefer cheapest - " in said


def test_a_person_of_whom_nothing_is_to_be_presumed_says_so_again() -> None:
    assert standing_options(Stated(posts=("page",), presume=False)) == " --from page --have none"
    assert standing_options(Stated(studying=(("mlis", (8.0, 8.0)),))) == " --studying mlis:8"


def test_the_commands_to_type_next_run(run_snapshot: Any, snapshot: Catalog) -> None:
    stated = Stated(posts=("library-technician",), held=("bachelor",), skills=("cataloging",))
    said = text(path_report(path_from(snapshot, "librarian", stated)), Format.PLAIN)
    commands = re.findall(r"^Next: libcareer (.+?) - ", said, re.MULTILINE)
    assert len(commands) == 4
    for command in commands:
        assert run_snapshot(*command.split()).exit_code == 0, command


# ---------------------------------------------------------------------------- CSV


def test_csv_has_the_figures_of_each_step(tiny: Catalog) -> None:
    report = path_report(path(tiny, "technician", start="page", prefer=Prefer.EARNING))
    rows = [row for row in csv.DictReader(io.StringIO(text(report, Format.CSV))) if row["route"] == "earning"]
    assert [row["kind"] for row in rows] == ["work", "study", "goal"]
    work, study, goal = rows
    assert (work["months_low"], work["pay_median"], work["pay_unit"], work["cost_low"]) == (
        "12.0",
        "20.0",
        "USD per hour",
        "",
    )
    assert (study["cost_low"], study["cost_high"], study["currency"], study["cost_year"], study["adds_high"]) == (
        "1000.0",
        "2000.0",
        "USD",
        "2024",
        "0.0",
    )
    assert (goal["step"], goal["id"], goal["usual"], goal["pay_year"]) == ("3", "technician", "usual", "May 2025")


@pytest.mark.parametrize("fact", ["How one goes to director.", "Why one goes to director.", "Guild of Tests"])
def test_the_csv_of_a_way_has_everything_that_the_details_say(tiny: Catalog, fact: str) -> None:
    report = path_report(path(tiny, "director"), details=True)
    assert fact in text(report, Format.PLAIN)
    assert fact in text(report, Format.CSV)
