"""What stands first on a long page: the summary of a role, and the count and the groups of a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from libcareer.commands.pages import page
from libcareer.engines.choices import Section
from libcareer.engines.lookup.paid_role import paid_role_page
from libcareer.engines.lookup.role import role_page
from libcareer.knowledge.enums import ResourceKind
from libcareer.knowledge.model.credentials import CredentialKind
from libcareer.reports.page.formats import Format
from libcareer.reports.page.output import write
from libcareer.reports.page.render import Report, text
from libcareer.reports.records import CREDENTIAL_KINDS, RESOURCE_KINDS
from libcareer.reports.role import role_report

if TYPE_CHECKING:
    from conftest import Run

    from libcareer.catalog import Catalog

SCREEN_LINES = 22
"""The lines that a summary may take on a terminal of 24, which keeps two for where one is and what to type."""

LABELS = ["pay", "asks", "takes", "outlook", "think twice", "liked", "try it", "sections"]


def of_blocks(*blocks: Any) -> Report:
    return Report("", blocks, {}, (), ())


def test_the_page_of_every_role_begins_with_a_summary_of_one_screen(
    shipped: Catalog, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for id_ in shipped.briefs:
        role = role_page(shipped, id_)
        first = role_report(role).sections[0]
        write(of_blocks(*first.blocks), Format.SCREEN)
        shown = capsys.readouterr().out.splitlines()
        assert len(shown) <= SCREEN_LINES, id_
        missing = [line for line in LABELS if not any(one.startswith(line) for one in shown)]
        assert missing == ([] if role.outlook else ["outlook"]), id_


def test_the_summary_says_whose_the_pay_is_and_of_which_year(shipped: Catalog) -> None:
    for id_ in shipped.briefs:
        role = role_page(shipped, id_)
        assert role.pay
        told = re.findall("^(?:pay|counted as|nearest): .*", summary(shipped, id_), re.MULTILINE)
        whose = f"{role.pay.covers}, US ({role.pay.year})"
        assert told[-1] == (f"nearest: {whose}; see pay" if role.pay.proxy else f"counted as: {whose}")
        assert ("no pay figure of its own" in told[0]) == bool(role.pay.proxy) == ("median $" not in told[0])


def summary(catalog: Catalog, id_: str) -> str:
    return text(role_report(paid_role_page(catalog, id_), [Section.SUMMARY]), Format.PLAIN)


def test_the_summary_names_every_other_section_as_it_is_typed(tiny: Catalog, run: Run) -> None:
    (names,) = re.findall("^sections: (.*); --section NAME shows one$", summary(tiny, "page"), re.MULTILINE)
    assert names.split(", ") == [section.value for section in Section if section is not Section.SUMMARY]
    for name in names.split(", "):
        assert run("show", "page", "--section", name).exit_code == 0


@pytest.mark.parametrize(
    ("role", "line"),
    [
        ("page", "pay: $15.00 to $30.00 an hour, median $20.00"),
        ("page", "counted as: Library Technicians, US (May 2025)"),
        ("page", "asks: secondary school (employers ask)"),
        ("page", "takes: 0 to 2 years of study and work after school (editorial estimate)"),
        ("page", "think twice: if page work bores you"),
        ("page", "try it: in an hour: "),
    ],
)
def test_the_summary_says_what_decides(role: str, line: str, tiny: Catalog) -> None:
    assert f"\n{line}" in summary(tiny, role)


def test_the_summary_says_what_a_law_asks_for(snapshot: Catalog) -> None:
    (line,) = re.findall("^asks: .*", summary(snapshot, "school-librarian"), re.MULTILINE)
    assert "; the law asks for " in line


def test_the_whole_page_follows_the_summary(tiny: Catalog) -> None:
    whole = text(role_report(paid_role_page(tiny, "page")), Format.PLAIN)
    assert whole.startswith(summary(tiny, "page").split("\n\nNext")[0])
    assert whole.index("\nsections: ") < whole.index("\nWHAT YOU DO\n") < whole.index("\nSOURCES\n")


# ---------------------------------------------------------------------------- lists


@pytest.mark.parametrize(
    ("at", "title", "group"),
    [
        ("roles", "All 33 roles", "10 roles: Library support staff"),
        ("roles --no-degree", "9 of 33 roles (--no-degree)", "6 roles: Library support staff"),
        ("skills", "156 skills (17 groups)", "9 skills: Records and information governance (records-governance)"),
        ("credentials", "All 30 credentials", "8 credentials: Degrees"),
        ("resources", "All 134 resources", "10 resources: Journals"),
        ("network", "Fields and networks (16)", "5 fields: New areas"),
        ("sources", "All 333 sources (read up to 2026)", "128 sources: not older than five years"),
    ],
)
def test_a_long_list_begins_with_its_count_and_its_groups(at: str, title: str, group: str, snapshot: Catalog) -> None:
    head = text(page(snapshot, at), Format.PLAIN).split("\n\n")[0].splitlines()
    assert head[0] == title
    assert group in head


@pytest.mark.parametrize(
    "at", ["roles", "roles --no-masters --remote", "skills", "credentials", "resources", "network"]
)
def test_the_groups_of_a_list_add_up_to_it(at: str, snapshot: Catalog) -> None:
    report = page(snapshot, at)
    first, *groups = [section for section in report.sections if section.title != "Next"]
    counts = [int(line.split(" ")[0]) for line in text(of_blocks(*first.blocks[1:]), Format.PLAIN).splitlines()]
    items = [len(group.blocks[1].items) for group in groups]  # type: ignore[union-attr]
    assert items == counts
    assert sum(items) == len(report.rows)  # type: ignore[arg-type]


@pytest.mark.parametrize("at", ["roles", "roles --no-degree", "skills", "resources", "resources --status active"])
def test_each_group_with_a_list_of_its_own_leads_there(at: str, snapshot: Catalog) -> None:
    for group in page(snapshot, at).sections[1:]:
        if group.address:
            alone = page(snapshot, group.address)
            assert len(alone.rows) == len(group.blocks[1].items)  # type: ignore[arg-type, union-attr]


@pytest.mark.parametrize(
    "at", ["roles --skill cataloging", "roles --cluster digital", "skills --group systems", "resources ala"]
)
def test_a_list_in_order_of_fit_or_of_one_group_is_not_parted(at: str, snapshot: Catalog) -> None:
    assert [section.title for section in page(snapshot, at).sections[1:]] == ["Next"]


def test_a_role_in_a_library_comes_before_one_outside(snapshot: Catalog) -> None:
    titles = [section.title for section in page(snapshot, "roles").sections]
    assert titles[1] == "Library support staff"
    assert titles[-3:-1] == ["Information work outside the library", "Neighboring careers"]


def test_disputes_begin_with_their_questions(snapshot: Catalog) -> None:
    head, *rest = text(page(snapshot, "disputes"), Format.PLAIN).split("\n\n")
    assert head.splitlines()[0] == "Where sources disagree (13 disputes)"
    assert len(head.splitlines()) == 1 + len(rest) == 14


def test_every_kind_has_a_heading() -> None:
    assert list(RESOURCE_KINDS) == [kind.value for kind in ResourceKind]
    assert set(CREDENTIAL_KINDS) == {kind.value for kind in CredentialKind}
