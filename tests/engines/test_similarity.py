"""Similarity of roles: by families of skills, importance and rarity."""

from __future__ import annotations

from itertools import product
from math import isclose, log
from typing import TYPE_CHECKING

import pytest

from libcareer.engines.similarity import ESSENTIAL, USEFUL, Likeness, covered, likeness, rarity

if TYPE_CHECKING:
    from libcareer.catalog import Catalog


def test_what_the_wish_needs_is_found_directly_or_as_a_narrower_skill(tiny: Catalog) -> None:
    found = likeness(tiny, "librarian", "technician")
    assert found.shared == ("cataloging", "helping")  # copy cataloging, which a technician has, is a part of cataloging
    assert found.missing == ("copy-cataloging",)
    assert likeness(tiny, "technician", "librarian").shared == ("helping",)
    assert likeness(tiny, "technician", "librarian").missing == ("leading",)


def test_the_share_is_the_weight_of_shared_skills_over_the_weight_of_all(tiny: Catalog) -> None:
    users = {"cataloging": 3, "helping": 4, "leading": 4, "editing": 4}
    assert {skill: len(tiny.users[skill]) for skill in users} == users
    weight = {skill: log(1 + 6 / count) for skill, count in users.items()}
    whole = ESSENTIAL * (weight["cataloging"] + weight["helping"] + weight["leading"]) + USEFUL * weight["editing"]
    found = ESSENTIAL * (weight["cataloging"] + weight["helping"])
    assert likeness(tiny, "librarian", "technician").share == pytest.approx(found / whole)


def test_a_skill_that_few_roles_use_is_rarer(tiny: Catalog) -> None:
    assert rarity(tiny, "copy-cataloging") == log(1 + 6) > rarity(tiny, "cataloging") > rarity(tiny, "helping") > 0


def test_a_role_has_the_share_1_with_itself_and_likeness_is_not_symmetric(tiny: Catalog) -> None:
    for role, card in tiny.briefs.items():
        assert likeness(tiny, role, role) == Likeness(1, (*card.skills.essential, *card.skills.useful), ())
    assert likeness(tiny, "page", "librarian").share != likeness(tiny, "librarian", "page").share


def test_roles_without_a_skill_in_common_are_not_alike(tiny: Catalog) -> None:
    assert likeness(tiny, "page", "editor") == Likeness(0, (), ("editing", "leading"))


def test_likeness_of_shipped_roles_agrees_with_counting_skill_by_skill(shipped: Catalog) -> None:
    for wish, other in product(list(shipped.briefs)[::4], shipped.briefs):
        mine, theirs = shipped.briefs[wish].skills, shipped.briefs[other].skills
        found = likeness(shipped, wish, other)
        listed = [*theirs.essential, *theirs.useful]
        shared = [skill for skill in (*mine.essential, *mine.useful) if any(s in shipped.family(skill) for s in listed)]
        assert list(found.shared) == shared
        assert 0 <= found.share <= 1
        assert (found.share == 0) == (not shared)
        whole = len(shared) == len(mine.essential) + len(mine.useful)
        assert isclose(found.share, 1) == whole
        assert set(found.missing) <= set(theirs.essential)
        assert set(found.missing).isdisjoint(covered(shipped, theirs.essential, (*mine.essential, *mine.useful)))
