"""The ratings in role files are the means of three, unless benchmarks/ratings/decisions.tsv or a correction differs."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from libcareer.engines.quiz.ratings import DIMENSIONS, HOLLAND_LETTERS, ratings_of

if TYPE_CHECKING:
    from libcareer.catalog import Catalog

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
NAMES = [str(dimension) for dimension in DIMENSIONS]
ROUNDING = 0.051
"""Files have one decimal."""


@pytest.fixture
def rating(monkeypatch: pytest.MonkeyPatch) -> Any:
    """benchmarks/ratings.py, which reads the tables."""
    monkeypatch.syspath_prepend(BENCHMARKS)
    return importlib.import_module("ratings")


def test_no_rating_is_of_a_role_that_does_not_exist(rating: Any, shipped: Catalog) -> None:
    third = rating.ratings("third.tsv")
    assert set(third) <= set(shipped.briefs)
    assert set(rating.groups()) == set(third)


def test_ratings_stay_within_their_scales(rating: Any) -> None:
    for name in ("earlier.tsv", "third.tsv"):
        for role, values in rating.ratings(name).items():
            assert list(values) == NAMES
            for dimension, value in values.items():
                low, high = (1, 7) if dimension in HOLLAND_LETTERS else (0, 4)
                assert low <= value <= high, f"{role}, {dimension}"


def test_role_files_have_the_means_of_three_ratings_or_what_was_decided(rating: Any, shipped: Catalog) -> None:
    apart = {}
    for role, values in rating.expected().items():
        shown = dict(zip(NAMES, ratings_of(shipped, role), strict=True))
        apart[role] = [name for name, value in values.items() if abs(shown[name] - value) > ROUNDING]
    # Somebody who knows a job may correct its ratings in its file; most stay as the three raters had them.
    corrected = [role for role, names in apart.items() if names]
    assert len(corrected) <= len(apart) / 10, corrected


def test_interests_that_stay_those_of_an_occupation_are_not_adjusted(rating: Any, shipped: Catalog) -> None:
    for one in rating.decisions():
        if one.decided == "O*NET":
            assert one.dimension == "interests"
            assert shipped.roles[one.role].interests is None, one.role


def test_what_lies_far_apart_is_decided_with_a_reason(rating: Any) -> None:
    decisions = rating.decisions()
    keys = [(one.role, one.dimension) for one in decisions]
    assert len(keys) == len(set(keys))
    assert {(role, name) for role, name, _, _ in rating.outliers()} <= set(keys)
    assert all(one.why.endswith(".") for one in decisions)
    assert {one.dimension for one in decisions} <= {*NAMES, "interests"}


def test_a_decision_quotes_the_two_ratings(rating: Any) -> None:
    tables = [rating.ratings("earlier.tsv"), rating.ratings("third.tsv")]
    for one in rating.decisions():
        if one.dimension in NAMES:
            assert [float(one.earlier), float(one.third)] == [table[one.role][one.dimension] for table in tables]


def test_the_level_of_a_letter_is_taken_out_and_that_of_a_facet_stays(rating: Any) -> None:
    blank = dict.fromkeys(NAMES, 2.0)
    higher = dict.fromkeys(NAMES, 3.0)
    level = rating.levels({"a": blank, "b": blank}, {"a": higher, "b": blank})
    assert {name for name, value in level.items() if value == 0.5} == set(map(str, HOLLAND_LETTERS))
    assert {name for name, value in level.items() if value == 0} == set(NAMES[6:])
