"""One of a thing is told in the singular: on no page of any command does "1" stand before a plural."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from libcareer.commands import MODULES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Run

ONE = re.compile(r"\b[Aa]ll 1\b|\b[Tt]hese 1\b|(?<![\d.,:/+$-])\b1 (?:other |more |short |of the 1 )?[a-z]+(?<!s)s\b")
"""Words that are wrong of one thing."""

VERBS = {"1 is", "1 has", "1 was"}
"""What looks like it and is none."""

LINES = (
    "roles --skill cataloging",
    "roles --cluster elsewhere",
    "roles --education mlis --part-time",
    "show page",
    "show librarian --sources",
    "path librarian --from page --details",
    "path director --from librarian --details",
    "compare librarian page technician",
    "related page",
    "related editor --beyond",
    "planb librarian --all",
    "planb director --from librarian --no-masters --max-cost 0",
    "planb editor --beyond",
    "translate --role librarian",
    "translate helping",
    "worth librarian --from page --table",
    "worth mlis --earn 30000",
    "worth badge --earn 30000",
    "tracks --skill cataloging --explain",
    "tracks --from page",
    "plan page",
    "plan librarian --from page",
    "lssc --from page --hours 1 --duty 1",
    "lssc --from technician --skill leading --worked 2025..2026-03:1",
    "lssc roots --from page",
    "skills cataloging",
    "skills --group service",
    "credentials --cost low",
    "credentials --no-degree",
    "credentials mlis",
    "resources --kind association",
    "resources --role page",
    "resources --outdated",
    "network office-work",
    "sources survey",
    "sources --stale",
    "disputes pay",
    "changes --kind pay",
    "changes ohio-ads",
    "title shelf reader",
    "search page",
    "me --from page --have bachelor --max-study bachelor --min-pay 30000 --limits",
    "me",
)


def wrong(words: str) -> list[str]:
    return [found for found in ONE.findall(words) if found not in VERBS]


@pytest.mark.parametrize("format_", ["plain", "markdown"])
@pytest.mark.parametrize("line", [*sorted(MODULES.keys() - {"explore", "help"}), *LINES])
def test_one_is_told_in_the_singular(run: Run, arguments: Callable[[str], list[str]], line: str, format_: str) -> None:
    typed = [line, *arguments(line)] if line in MODULES else line.split()
    done = run(*typed, "--format", format_, input="1 2 3\n" * 40)
    assert done.stdout or done.stderr
    assert wrong(f"{done.stdout}\n{done.stderr}") == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("All 1 resources", ["All 1"]),
        ("0 of 1 steps done", ["1 steps"]),
        ("1 of 12 roles and 21 roles; 0.1 years", []),
        ("Only 1 is left", []),
    ],
)
def test_the_rule_finds_what_is_wrong(words: str, found: list[str]) -> None:
    assert wrong(words) == found


def test_the_only_record_is_told_as_such(run: Run, data: Path) -> None:
    resources = data / "resources" / "associations.yaml"
    resources.write_text(resources.read_text().partition("  old-guild:")[0])
    (data / "outdated.yaml").unlink()
    assert run("resources", data=data).stdout.startswith("The only resource\n")
    assert run("resources", "--kind", "association", data=data).stdout.startswith("1 of 1 resource (")
