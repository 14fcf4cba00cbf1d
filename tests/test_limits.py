"""Practical limits: what they rule out is said, and no score knows of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from libcareer.catalog import Catalog, compile
from libcareer.knowledge import read
from libcareer.limits import LIMITS, against

if TYPE_CHECKING:
    from pathlib import Path


def with_conditions(folder: Path, **conditions: str) -> Catalog:
    """The tiny catalog with these *conditions* of a librarian."""
    path = folder / "roles" / "librarian.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    for name, value in conditions.items():
        places = [i for i, line in enumerate(lines) if line.startswith(f"  {name}: ")]
        assert len(places) == 1
        lines[places[0]] = f"  {name}: {value}"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    knowledge, problems = read(folder)
    assert not problems
    return Catalog(compile(knowledge))


@pytest.mark.parametrize(
    ("role", "level", "ruled_out"),
    [
        ("librarian", "secondary", True),
        ("librarian", "bachelor", True),
        ("librarian", "any", False),
        ("librarian", "", False),
        ("editor", "certificate", True),
        ("editor", "bachelor", False),
        ("page", "secondary", False),
    ],
)
def test_a_role_is_held_against_only_if_it_usually_asks_for_more_study(
    tiny: Catalog, role: str, level: str, ruled_out: bool
) -> None:
    found = against(tiny, role, {"study": level})
    assert bool(found) is ruled_out
    if found:
        asked = tiny.education[tiny.cards[role].education.typical].title
        assert found == (f"usually asks for more study: {asked}",)


@pytest.mark.parametrize("level", [choice.id for choice in LIMITS[0].choices])
def test_every_level_of_study_offered_can_be_compared_with_every_shipped_role(shipped: Catalog, level: str) -> None:
    found = [against(shipped, role, {"study": level}) for role in shipped.cards]
    assert any(found) is (level != "any")


@pytest.mark.parametrize("level", ["associate", "unheard of"])
def test_a_level_of_study_that_a_persons_own_knowledge_lacks_rules_nothing_out(tiny: Catalog, level: str) -> None:
    assert level not in tiny.education
    assert against(tiny, "librarian", {"study": level}) == ()


@pytest.mark.parametrize(
    ("often", "answer", "ruled_out"),
    [("often", "no", True), ("sometimes", "no", False), ("often", "yes", False), ("often", "", False)],
)
def test_evenings_count_only_where_they_are_frequent_and_unwanted(
    data: Path, often: str, answer: str, ruled_out: bool
) -> None:
    found = against(with_conditions(data, evenings=often), "librarian", {"evenings": answer})
    assert found == (("often has evening or weekend shifts",) if ruled_out else ())


@pytest.mark.parametrize(
    ("local", "remote", "answer", "ruled_out"),
    [
        ("rarely", "rarely", "no", True),
        ("rarely", "sometimes", "no", True),
        ("rarely", "often", "no", False),
        ("sometimes", "rarely", "no", False),
        ("rarely", "rarely", "yes", False),
        ("rarely", "rarely", "", False),
    ],
)
def test_a_move_counts_only_where_posts_are_few_and_none_can_be_done_from_home(
    data: Path, local: str, remote: str, answer: str, ruled_out: bool
) -> None:
    found = against(with_conditions(data, local=local, remote=remote), "librarian", {"move": answer})
    assert found == (("has posts in few places, so most people move for it",) if ruled_out else ())


def test_everything_that_speaks_against_a_role_is_said(data: Path) -> None:
    catalog = with_conditions(data, evenings="often", local="rarely")
    limits = {"study": "secondary", "evenings": "no", "move": "no"}
    assert len(against(catalog, "librarian", limits)) == 3
    assert against(catalog, "librarian", {}) == ()


def test_questions_and_choices_have_ids_of_their_own() -> None:
    assert len({limit.id for limit in LIMITS}) == len(LIMITS)
    for limit in LIMITS:
        assert len({choice.id for choice in limit.choices}) == len(limit.choices) >= 2
