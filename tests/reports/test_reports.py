"""Whole answers: roles, role pages and paths, in every format and at every width."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from msgspec import to_builtins
from rich.cells import cell_len

from libcareer.catalog import Catalog
from libcareer.catalog.compiled import compile
from libcareer.engines.choices import Section
from libcareer.engines.lookup.paid_role import paid_role_page
from libcareer.engines.lookup.role import role_page
from libcareer.engines.lookup.roles import RoleFilters, roles
from libcareer.engines.lssc.standing import Person, standing
from libcareer.engines.paths import plan as plans
from libcareer.engines.paths.path import path
from libcareer.engines.paths.plan import Wish
from libcareer.engines.paths.situation import Stated
from libcareer.errors import Problem
from libcareer.knowledge.checks import Findings
from libcareer.knowledge.reading import read_folder
from libcareer.reports.check import check_report
from libcareer.reports.lssc import lssc_report, lssc_set_report
from libcareer.reports.page.formats import OUTPUT_SCHEMA, Format
from libcareer.reports.page.output import write
from libcareer.reports.page.render import Report, text
from libcareer.reports.path import path_report
from libcareer.reports.plan import plan_report
from libcareer.reports.role import role_report, role_sources_report
from libcareer.reports.roles import roles_report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Changed

DAY = date(2026, 7, 1)
NOTHING = RoleFilters(skills=("editing",), no_degree=True, part_time=True, remote=True)
NO_SINGLE_FILTER = RoleFilters(setting="academic", cluster="elsewhere", no_degree=True, part_time=True, remote=True)


def with_hermit(data: Path) -> Path:
    """The tiny knowledge with a role that nothing leads to."""
    words = (data / "roles" / "director.yaml").read_text()
    (data / "roles" / "hermit.yaml").write_text(words.replace("title: Director", "title: Hermit"))
    return data


def plan_of(catalog: Catalog, wish: Wish) -> Report:
    plan = plans.planned(None, wish, DAY, "name")
    found = plans.plan_path(catalog, plan)
    ticked = plans.ticked(plan, plans.plan_page(plan, found), [1], DAY)
    return plan_report(plans.plan_page(ticked, found))


ANSWERS: dict[str, Callable[[Catalog], Report]] = {
    "roles": lambda tiny: roles_report(roles(tiny, RoleFilters())),
    "roles with a skill": lambda tiny: roles_report(roles(tiny, RoleFilters(skills=("cataloging",)))),
    "no roles": lambda tiny: roles_report(roles(tiny, NOTHING)),
    "no roles, no single filter": lambda tiny: roles_report(roles(tiny, NO_SINGLE_FILTER)),
    "show": lambda tiny: role_report(role_page(tiny, "technician")),
    "show pay": lambda tiny: role_report(role_page(tiny, "page"), [Section.PAY]),
    "path": lambda tiny: path_report(path(tiny, "director")),
    "path from page": lambda tiny: path_report(path(tiny, "director", start="page", held=["bachelor"]), details=True),
    "path there": lambda tiny: path_report(path(tiny, "page", start="page")),
    "plan": lambda tiny: plan_of(tiny, Wish("director", Stated(posts=("page",), held=("bachelor",)), begins=DAY)),
    "plan, undated": lambda tiny: plan_of(tiny, Wish("librarian")),
    "lssc": lambda tiny: lssc_report(standing(tiny, Person(start="page", goal="librarian", hours=9), DAY)),
    "lssc, nothing said": lambda tiny: lssc_report(standing(tiny, Person(), DAY)),
    "lssc set": lambda tiny: lssc_set_report(standing(tiny, Person(start="page", duties=(1,)), DAY), "desk"),
    "problems": lambda _: check_report(
        Findings(2, (Problem("roles/a.yaml", 3, 5, "what is wrong.", "a: b"),), True, ("notes.txt",))
    ),
}


@pytest.fixture(params=ANSWERS)
def answer(request: pytest.FixtureRequest, tiny: Catalog) -> Report:
    """Every kind of answer, one after the other."""
    return ANSWERS[request.param](tiny)


def words(shown: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", shown.casefold()))


def plain(report: Report) -> str:
    return text(report, Format.PLAIN)


def facts(report: Report) -> Counter[str]:
    """The words of *report*; plain text says Next before each command and tells pictures of time and pay in words."""
    said = re.sub(r" \| (year [\d.]+ to [\d.]+|after [\d.]+ years) \| ", " ", plain(report))
    said = re.sub(r"^(\w+: \$[\d,.]+) to (\$[\d,.]+ an? \w+, )", r"\1 \2", said, flags=re.MULTILINE)
    return words(said.replace("\nNext: ", "\n"))


# ---------------------------------------------------------------------------- every format, every width


@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_every_word_of_an_answer_is_on_a_screen_of_any_width_and_no_line_is_longer(
    answer: Report, width: int, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    write(answer, Format.SCREEN)
    shown = capsys.readouterr().out
    assert not facts(answer) - words(shown)
    assert max(map(cell_len, shown.split("\n"))) <= width


def test_every_word_of_an_answer_is_in_markdown(answer: Report) -> None:
    assert not facts(answer) - words(text(answer, Format.MARKDOWN))


def test_json_has_the_whole_answer_under_its_schema_and_command(answer: Report) -> None:
    found = json.loads(text(answer, Format.JSON))
    whole = json.loads(json.dumps(to_builtins(answer.data, str_keys=True)))
    links = found.pop("links", [])
    assert links == to_builtins(list(answer.links))
    assert found == {"schema": OUTPUT_SCHEMA, "command": answer.command, **whole}
    assert answer.command in ("roles", "show", "path", "check", "lssc", "plan")


def test_every_line_of_csv_has_a_cell_for_every_column(answer: Report) -> None:
    header, *lines = csv.reader(io.StringIO(text(answer, Format.CSV)))
    assert header == list(answer.columns)
    assert len(lines) == len(answer.rows)
    assert {len(line) for line in lines} <= {len(header)}


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437"])
def test_an_answer_about_a_shipped_role_loses_nothing_in_an_old_encoding(snapshot: Catalog, encoding: str) -> None:
    for role in ("librarian", "archivist", "library-page"):
        report = role_report(role_page(snapshot, role))
        assert "?" not in text(report, Format.PLAIN, encoding).replace("?", "", plain(report).count("?"))


@pytest.mark.parametrize("role", ["librarian", "archivist"])
@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_a_shipped_role_page_is_whole_on_a_screen_of_any_width(
    snapshot: Catalog, role: str, width: int, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = role_report(role_page(snapshot, role))
    monkeypatch.setenv("COLUMNS", str(width))
    write(report, Format.SCREEN)
    shown = capsys.readouterr().out
    longest = max(plain(report).split(), key=len)
    assert longest in re.sub(r"\s", "", shown)
    assert max(map(cell_len, shown.split("\n"))) <= width
    short = Counter({word: count for word, count in facts(report).items() if len(word) < 8})
    if width >= 120:
        assert not short - words(shown)


# ---------------------------------------------------------------------------- golden screens


@pytest.mark.parametrize(
    ("name", "args", "code"),
    [
        ("roles-skill.txt", ("roles", "--skill", "cataloging"), 0),
        ("roles-nothing.txt", ("roles", "--skill", "editing", "--no-degree", "--part-time", "--remote"), 1),
        ("show.txt", ("show", "technician"), 0),
        ("show-pay.txt", ("show", "page", "--section", "pay"), 0),
        ("path-nothing.txt", ("path", "director"), 0),
        ("path-page.txt", ("path", "director", "--from", "page"), 0),
        ("path-stuck.txt", ("path", "hermit", "--from", "page"), 1),
    ],
)
def test_a_screen_looks_as_it_did(
    name: str, args: tuple[str, ...], code: int, run: Any, data: Path, golden: Callable[[str, str], None]
) -> None:
    result = run(*args, "--format", "screen", data=with_hermit(data) if "hermit" in args else None)
    assert result.exit_code == code
    assert result.stderr == ""
    golden(result.stdout, name)


@pytest.mark.parametrize(
    ("name", "format_"),
    [("roles.txt", "plain"), ("roles.md", "markdown"), ("roles.json", "json"), ("roles.csv", "csv")],
)
def test_the_list_of_roles_reads_as_it_did_in_each_format(
    name: str, format_: str, run: Any, golden: Callable[[str, str], None]
) -> None:
    result = run("roles", "--skill", "cataloging", "--format", format_)
    assert result.exit_code == 0
    golden(result.stdout, name)


# ---------------------------------------------------------------------------- roles


def test_a_list_of_all_roles_has_a_summary_of_each(tiny: Catalog) -> None:
    shown = plain(ANSWERS["roles"](tiny))
    assert shown.startswith("All 6 roles\n")
    assert "\nClerk (clerk) | Does what a clerk does. | where: beyond libraries; " in shown


def test_a_role_found_by_a_skill_shows_the_duty_and_the_narrower_skill(tiny: Catalog) -> None:
    shown = plain(ANSWERS["roles with a skill"](tiny))
    assert shown.startswith("3 of 6 roles (--skill cataloging)\n")
    assert "| essential: Does the first thing that a librarian does. |" in shown
    assert "| essential, as Copy cataloging: Does the first thing that a technician does. |" in shown
    assert "| useful: Does the third thing that a editor does. |" in shown


def test_a_skill_without_a_duty_says_that_it_is_part_of_the_whole(data: Path) -> None:
    words_ = (data / "roles" / "page.yaml").read_text().replace("useful: []", "useful: [editing]")
    (data / "roles" / "page.yaml").write_text(words_)
    knowledge, _ = read_folder(data)
    shown = plain(roles_report(roles(Catalog(compile(knowledge)), RoleFilters(skills=("editing",)))))
    assert "useful: Part of the work as a whole; no single duty uses it." in shown


def test_csv_has_a_line_for_each_skill_asked_for(tiny: Catalog) -> None:
    report = roles_report(roles(tiny, RoleFilters(skills=("cataloging", "leading"))))
    lines = list(csv.DictReader(io.StringIO(text(report, Format.CSV))))
    assert [(line["id"], line["skill"], line["importance"], line["through"]) for line in lines] == [
        ("librarian", "cataloging", "essential", "cataloging"),
        ("librarian", "leading", "essential", "leading"),
        ("editor", "cataloging", "useful", "cataloging"),
        ("editor", "leading", "essential", "leading"),
    ]


@pytest.mark.parametrize(
    ("filters", "lines"),
    [
        (
            NOTHING,
            [
                "Dropping --no-degree leaves 1 role.",
                "The closest that works: --no-masters (1 role).",
                "",
                "Next: libcareer roles --skill editing --part-time --remote --no-masters - the same search with that "
                "changed",
            ],
        ),
        (
            RoleFilters(setting="public", remote=True),
            [
                "Dropping --remote leaves 4 roles.",
                "",
                "Next: libcareer roles --setting public - the same search with that changed",
            ],
        ),
        (
            NO_SINGLE_FILTER,
            ["No role matches even with any one filter dropped. Try fewer."],
        ),
    ],
    ids=["another value", "no other value", "no single filter"],
)
def test_with_nothing_found_the_answer_says_why_and_what_to_type(
    tiny: Catalog, filters: RoleFilters, lines: list[str]
) -> None:
    first, *rest = plain(roles_report(roles(tiny, filters))).splitlines()
    assert first.startswith("No role passes all of these filters (--")
    assert rest == lines


def test_the_proposed_search_finds_as_many_roles_as_promised(tiny: Catalog, run: Any) -> None:
    found = roles(tiny, NOTHING)
    command = next(line for line in plain(roles_report(found)).splitlines() if line.startswith("Next: "))
    result = run(*command.removeprefix("Next: libcareer ").split(" - ")[0].split(), "--format", "json")
    assert found.blame is not None
    assert json.loads(result.stdout)["count"] == found.blame.then


@pytest.mark.parametrize(
    ("problems", "files", "last"),
    [((), 1, "No problems in 1 file."), ((Problem("a.yaml", 1, 2, "what.", ""),), 2, "1 problem in 2 files.")],
)
def test_a_check_ends_with_a_count(problems: tuple[Problem, ...], files: int, last: str) -> None:
    assert plain(check_report(Findings(files, problems, True, ()))).splitlines()[-1] == last


# ---------------------------------------------------------------------------- role pages


def test_a_single_section_has_the_title_and_no_other_section(tiny: Catalog) -> None:
    shown = plain(ANSWERS["show pay"](tiny))
    headings = [line for line in shown.splitlines() if line.isupper()]
    assert headings == ["PAY AND OUTLOOK"]
    assert shown.startswith("Page (page; Support staff; in libraries)\nDoes what a page does.\n")


def test_all_sections_are_in_order(tiny: Catalog) -> None:
    headings = [line for line in plain(ANSWERS["show"](tiny)).splitlines() if line.isupper()]
    assert headings == [
        "WHAT YOU DO", "A DAY", "SKILLS", "HOURS AND CONDITIONS", "PAY AND OUTLOOK", "GETTING IN", "WHAT PEOPLE LIKE",
        "THINK TWICE", "TRY IT CHEAPLY", "MOVES FROM HERE", "MOVES TO HERE", "LOOK AT AS WELL", "WHERE TO GO",
        "SOURCES",
    ]  # fmt: skip


@pytest.mark.parametrize("section", list(Section))
def test_every_section_of_every_role_can_be_shown_alone(tiny: Catalog, section: Section) -> None:
    for role in tiny.briefs:
        page = paid_role_page(tiny, role)
        alone, whole = plain(role_report(page, [section])), plain(role_report(page))
        body = alone.split("\n\nNext: ")[0].split("\n", 2)[2]
        assert body.strip()
        assert body.strip() in whole


@pytest.mark.parametrize(
    ("role", "line"),
    [
        ("page", "Also advertised as: Shelver, Assistant."),
        ("page", "time: about 0 to 2 years of study and work after school (editorial estimate)"),
        ("page", "education: secondary school (employers ask)"),
        ("editor", "From outside: Show three edited texts."),
        ("editor", "three edited texts: employers ask"),
        ("director", "From outside: hardly; people come from a neighboring role (see Moves)."),
        (
            "clerk",
            "Editor (editor) | Why one goes to editor. | move: up, not often, typically after 2 to 4 years; "
            "needs Badge (habit, not a rule); a text that somebody printed (employers ask) | "
            "now: How one goes to editor.",
        ),
        (
            "librarian",
            "Director (director) | Why one goes to director. | move: up, usual, typically after 4 to 6 years; "
            "needs nothing more | now: How one goes to director.",
        ),
        ("page", "O*NET interests, 1 to 7: R 3, I 3, A 2, S 4, E 2, C 6.5"),
        ("page", "Guild of Tests, Guide to the field (2024) (guide) | note: A small sample."),
        ("page", "Bureau of Tests, Wage survey (May 2025) (survey) | address: https://example.org/wages"),
    ],
)
def test_a_role_page_has_the_line(tiny: Catalog, role: str, line: str) -> None:
    assert line in plain(role_report(role_page(tiny, role))).splitlines()


@pytest.mark.parametrize(
    ("name", "change", "line"),
    [
        ("roles/page.yaml", ("interests: null", "named_in: [guide]"), "named in: Guide to the field"),
        (
            "roles/page.yaml",
            ("interests: null", "interests: {why: They walk., by: {R: 1}}"),
            "adjusted because: They walk.",
        ),
        (
            "roles/page.yaml",
            ("  - says: One thing liked in page work.", "  - {says: One thing liked in page work., source: guide}"),
            "One thing liked in page work. | source: Guild of Tests, Guide to the field (2024)",
        ),
        (
            "roles/page.yaml",
            ("entry:", "credentials: [{credential: badge, asked: habit, note: Rarely.}]\nentry:"),
            "Badge: habit, not a rule. Rarely.",
        ),
        (
            "roles/page.yaml",
            ("  asked: employers\n", "  asked: law\n  note: Or less.\n"),
            "education: secondary school (the law asks). Or less.",
        ),
        (
            "occupations.yaml",
            ("  pay:\n    - {median: 20, year: May 2025, source: survey, low: 15, high: 30}", "  pay: []"),
            "outlook: -7 percent in jobs projected for 2024-34; about 13,000 openings a year, "
            "most of them to replace people who leave.",
        ),
    ],
)
def test_a_role_page_shows_optional_parts(changed: Changed, name: str, change: tuple[str, str], line: str) -> None:
    shown = plain(role_report(role_page(changed({name: change}), "page"))).splitlines()
    assert line in shown


def test_a_role_without_figures_resources_or_moves_says_so_or_leaves_the_part_out(data: Path) -> None:
    words_ = (
        (data / "occupations.yaml")
        .read_text()
        .replace("pay:\n    - {median: 77000, year: May 2025, source: survey}", "pay: []")
    )
    rated = "  interests: {R: 1, I: 3, A: 5.5, S: 2.5, E: 4, C: 4.5}\n  interests_source: survey"
    (data / "occupations.yaml").write_text(words_.replace(rated, ""))
    role = (data / "roles" / "editor.yaml").read_text().replace("resources: [guild]", "resources: []")
    (data / "roles" / "hermit.yaml").write_text(role.replace("useful: [cataloging]", "useful: []"))
    knowledge, problems = read_folder(data)
    assert not problems
    shown = plain(role_report(role_page(Catalog(compile(knowledge)), "hermit")))
    assert "PAY AND OUTLOOK\nNo official figure covers this role.\n" in shown
    assert "MOVES\nNone known, neither in nor out.\n" in shown
    assert "WHERE TO GO" not in shown
    assert "Sources: " not in shown
    assert "useful:" not in shown
    assert "O*NET" not in shown


@pytest.mark.parametrize("fact", ["Support staff", "in libraries", "association"])
def test_the_csv_of_a_role_page_has_everything(tiny: Catalog, fact: str) -> None:
    assert fact in plain(ANSWERS["show"](tiny))
    assert fact in text(ANSWERS["show"](tiny), Format.CSV)


def test_no_label_in_the_csv_of_a_role_page_begins_with_a_colon(tiny: Catalog) -> None:
    lines = csv.reader(io.StringIO(text(ANSWERS["show"](tiny), Format.CSV)))
    assert [item for _, item, _ in lines if item.startswith(":")] == []


def test_show_sources_names_a_source_for_each_fact(tiny: Catalog) -> None:
    page = role_page(tiny, "page")
    shown = text(role_sources_report(page), Format.PLAIN).split("\n")
    assert shown[0] == "Page (page; where each fact comes from)"
    assert all("source: " in line for line in shown if line.startswith(("pay", "outlook", "interests", "resource")))
    assert {backed.what for backed in page.backed} == {"pay", "outlook", "interests", "resource", "the rest"}
    assert all(backed.sources for backed in page.backed)
