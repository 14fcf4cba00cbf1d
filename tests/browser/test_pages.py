"""Pages in a real browser: nothing is asked of the network, nothing is cut off, and everybody can read them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from libcareer.engines.paths.circumstances import Circumstances
from libcareer.engines.paths.path import path_from
from libcareer.engines.paths.plan import Wish, planned
from libcareer.engines.paths.situation import NOTHING_STATED
from libcareer.engines.quiz.answers import answers_from_json
from libcareer.engines.quiz.engine import Quiz
from libcareer.engines.quiz.result import Findings
from libcareer.inquiries.dossier import dossier_answer
from libcareer.reports.page.formats import Format
from libcareer.reports.page.render import text

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer.testing import Result

    from libcareer.catalog import Catalog
    from tests.browser.conftest import Tab

    Run = Callable[..., Result]

ANSWERS = Path(__file__).parents[1] / "answers.json"

PAGES = [
    "index.html",
    "titles.html",
    "about.html",
    "roles.html",
    "roles/library-technician.html",
    "skills/cataloging.html",
    "credentials/mlis.html",
    "disputes.html",
    "outdated.html",
    "sources.html",
    "resources.html",
    "maps/support.html",
]
"""A page of the site of every kind."""

COMMANDS = [
    "show archivist",
    "compare archivist library-technician",
    "path archivist --from library-technician",
    "map library-technician",
    "tracks --from library-technician",
    "quiz --answers {answers} --details",
    "report archivist library-technician",
]
"""Commands whose pages stand alone."""


@pytest.fixture
def alone(run_snapshot: Run, tmp_path: Path) -> Callable[[str], Path]:
    """The file with the page of a command."""

    def made(command: str) -> Path:
        result = run_snapshot(*command.format(answers=ANSWERS).split(), "--format", "html")
        assert result.exit_code == 0, result.stderr
        file = tmp_path / "page.html"
        file.write_text(result.stdout, "utf-8")
        return file

    return made


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_site_asks_nothing_of_the_network(tab: Tab, site: Path, name: str) -> None:
    tab.open(site / name)
    assert tab.asked
    assert all(address.startswith(f"file://{site}/") for address in tab.asked)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_page_that_stands_alone_asks_for_nothing_but_itself(
    tab: Tab, alone: Callable[[str], Path], command: str
) -> None:
    file = alone(command)
    tab.open(file)
    assert tab.asked == [f"file://{file}"]


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_on_a_page_of_the_site(tab: Tab, site: Path, name: str) -> None:
    tab.open(site / name)
    assert tab.violations() == []


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_page_that_stands_alone(
    tab: Tab, alone: Callable[[str], Path], command: str, scheme: str
) -> None:
    tab.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    tab.open(alone(command))
    assert tab.violations() == []


@pytest.mark.parametrize("name", PAGES)
def test_at_320_pixels_as_at_400_percent_of_1280_nothing_is_cut(tab: Tab, site: Path, name: str) -> None:
    # Zoomed to 400 percent, a window of 1,280 pixels has room for 320.
    tab.page.set_viewport_size({"width": 320, "height": 256})
    tab.open(site / name)
    assert tab.width() <= 320
    assert tab.page.evaluate(CUT) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_a_page_that_stands_alone_is_not_cut_either(tab: Tab, alone: Callable[[str], Path], command: str) -> None:
    tab.page.set_viewport_size({"width": 320, "height": 256})
    tab.open(alone(command))
    assert tab.width() <= 320
    assert tab.page.evaluate(CUT) == []


CUT = """
[...document.querySelectorAll("main *:not(svg *)")]
  .filter(one => getComputedStyle(one).overflowX !== "visible" && one.tagName !== "PRE")
  .filter(one => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
  .map(one => one.outerHTML.slice(0, 80))
"""
"""The elements of a page that hide a part of what is in them; lines kept as they are can be moved instead."""


def test_the_look_up_finds_jobs_by_alias_and_in_spite_of_a_slip(tab: Tab, site: Path, snapshot: Catalog) -> None:
    page = tab.open(site / "index.html")
    for role in snapshot.roles.values():
        for title in (role.title, *role.aliases[:2]):
            page.fill("#title", title)
            assert role.title in page.locator("#found a").all_inner_texts(), title
    for typed, title in (
        ("archvist", "Archivist"),
        ("libary technician", "Library Technician"),
        ("TECHNICIAN library", "Library Technician"),
        ("arhcivist", "Archivist"),
    ):
        page.fill("#title", typed)
        assert page.locator("#found a").first.inner_text() == title


def test_a_title_that_is_none_is_said_to_be_none(tab: Tab, site: Path) -> None:
    page = tab.open(site / "index.html")
    page.fill("#title", "xylophonist")
    assert page.locator("#found li").count() == 0
    assert page.locator("#told").inner_text() == "No title is like that."


def test_enter_opens_the_first_job_that_was_found(tab: Tab, site: Path) -> None:
    page = tab.open(site / "index.html")
    page.fill("#title", "archivist")
    page.press("#title", "Enter")
    page.wait_for_url("**/roles/archivist.html")
    assert page.locator("h1").inner_text() == "Archivist"


def test_without_scripts_the_front_page_leads_to_every_title(scriptless: Tab, site: Path) -> None:
    page = scriptless.open(site / "index.html")
    assert not page.locator("#find").is_visible()
    page.locator("a[href='titles.html']").first.click()
    page.locator("a", has_text="Archivist").first.click()
    assert "Archiv" in page.locator("h1").inner_text()


def test_a_map_can_be_walked_with_the_keyboard_in_the_order_of_its_columns(tab: Tab, site: Path) -> None:
    page = tab.open(site / "maps" / "support.html")
    columns = []
    for _ in range(page.locator("svg a").count()):
        page.keyboard.press("Tab")
        while page.evaluate("document.activeElement.closest('svg') === null"):
            page.keyboard.press("Tab")
        columns.append(page.evaluate("document.activeElement.querySelector('rect').x.baseVal.value"))
    assert columns == sorted(columns)
    assert len(columns) > 2


def test_a_place_of_a_map_leads_to_its_page(tab: Tab, site: Path) -> None:
    page = tab.open(site / "maps" / "support.html")
    title = page.locator("svg a text").first.text_content() or ""
    page.locator("svg a").first.click()
    page.wait_for_url("**/roles/*.html")
    assert page.locator("h1").inner_text().startswith(title)


@pytest.mark.parametrize("sheet", ["A4", "Letter"])
def test_a_report_is_at_most_four_pages_on_paper(tab: Tab, shipped: Catalog, tmp_path: Path, sheet: str) -> None:
    quiz = Quiz(shipped)
    findings = Findings(shipped, answers_from_json(ANSWERS.read_bytes(), quiz))
    told = Circumstances(posts=("library-page",), place="ohio")
    today = date(2026, 11, 30)
    for goal in _longest(shipped):
        plan = planned(None, Wish(goal=goal), today, "1")
        report = dossier_answer(shipped, today, told=told, findings=findings, plan=plan).report
        file = tmp_path / "report.html"
        file.write_text(text(report, Format.HTML), "utf-8")
        tab.open(file).pdf(path=tmp_path / "report.pdf", format=sheet)
        pages = PdfReader(tmp_path / "report.pdf").pages
        assert 1 < len(pages) <= 4, goal
        assert "On paper" in " ".join(page.extract_text() for page in pages)


def _longest(catalog: Catalog) -> list[str]:
    """The two goals to which the way from outside has the most steps, and one that is near."""
    ways = {goal: path_from(catalog, goal, NOTHING_STATED).best for goal in catalog.briefs}
    steps = {goal: len(way.steps) for goal, way in ways.items() if way}
    ranked = sorted(steps, key=lambda goal: (-steps[goal], goal))
    return [*ranked[:2], ranked[-1]]
