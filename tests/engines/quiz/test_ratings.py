"""The ratings of each role on the sixteen dimensions."""

from __future__ import annotations

import math
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from libcareer.catalog import Catalog
from libcareer.catalog.compiled import compile
from libcareer.engines.quiz.algebra import dot
from libcareer.engines.quiz.ratings import DIMENSIONS, HOLLAND_LETTERS, MIDDLE, ratings_of, role_vectors
from libcareer.knowledge.reading import read_folder

if TYPE_CHECKING:
    from pathlib import Path


def rewritten(folder: Path, name: str, old: str, new: str) -> Catalog:
    """The catalog of *folder* after *old* has been replaced in the file *name*."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    knowledge, problems = read_folder(folder)
    assert not problems
    return Catalog(compile(knowledge))


@pytest.fixture(params=["tiny", "shipped"])
def catalog(request: pytest.FixtureRequest) -> Catalog:
    return request.getfixturevalue(request.param)


def test_every_role_has_a_vector_of_sixteen_numbers_and_length_one(catalog: Catalog) -> None:
    vectors = role_vectors(catalog)
    assert set(vectors) == set(catalog.briefs)
    for vector in vectors.values():
        assert len(vector) == len(DIMENSIONS) == 16
        assert dot(vector, vector) == pytest.approx(1)


def test_vectors_are_ratings_standardized_over_all_roles(catalog: Catalog) -> None:
    ratings = {role: ratings_of(catalog, role) for role in catalog.roles}
    vectors = role_vectors(catalog)
    for d, column in enumerate(zip(*ratings.values(), strict=True)):
        mean = sum(column) / len(column)
        if len(set(column)) == 1:
            assert all(vector[d] == 0 for vector in vectors.values())
        else:
            for role, rating in ratings.items():
                assert math.copysign(1, vectors[role][d]) == math.copysign(1, rating[d] - mean) or not rating[d] - mean
    # Undo the scaling to length one by a dimension that all roles differ on; spreads must be one.
    for role, rating in ratings.items():
        scaled = []
        for d, column in enumerate(zip(*ratings.values(), strict=True)):
            mean = sum(column) / len(column)
            spread = math.sqrt(sum((x - mean) ** 2 for x in column) / len(column))
            scaled.append((rating[d] - mean) / spread if spread else 0.0)
        length = math.sqrt(sum(x * x for x in scaled))
        assert vectors[role] == pytest.approx([x / length for x in scaled])


def test_all_ratings_stay_within_their_scales(catalog: Catalog) -> None:
    for role in catalog.roles:
        ratings = ratings_of(catalog, role)
        assert all(1 <= rating <= 7 for rating in ratings[:6])
        assert all(0 <= rating <= 4 for rating in ratings[6:])


def test_a_role_of_one_occupation_has_its_interests_and_its_own_facets(tiny: Catalog) -> None:
    assert ratings_of(tiny, "page") == [3, 3, 2, 4, 2, 6.5, 2, 0, 0, 0, 0, 0, 0, 1, 0, 0]


def test_a_role_of_two_occupations_has_the_mean_of_their_interests(data: Path) -> None:
    second = '  - code: "27-3041.00"\n    note: Covers more.\n  - code: "25-4031.00"'
    catalog = rewritten(data, "roles/page.yaml", '  - code: "25-4031.00"', second)
    assert ratings_of(catalog, "page")[:6] == [2, 3, 3.75, 3.25, 3, 5.5]


@pytest.mark.parametrize(
    ("letter", "by", "expected"),
    [("R", 1.5, 4.5), ("R", -1, 2), ("R", -4, 1), ("C", 2, 7), ("A", 0, 2)],
    ids=["up", "down", "never below 1", "never above 7", "by nothing"],
)
def test_an_adjustment_moves_its_letter_only_and_stays_within_1_to_7(
    data: Path, tiny: Catalog, letter: str, by: float, expected: float
) -> None:
    new = f"interests: {{why: Because of the work., by: {{{letter}: {by}}}}}"
    after = ratings_of(rewritten(data, "roles/page.yaml", "interests: null", new), "page")
    before = ratings_of(tiny, "page")
    place = [str(each) for each in HOLLAND_LETTERS].index(letter)
    assert after[place] == expected
    assert after[:place] + after[place + 1 :] == before[:place] + before[place + 1 :]


def test_letters_of_a_role_with_unrated_occupations_are_in_the_middle(data: Path) -> None:
    rated = "  interests: {R: 1, I: 3, A: 5.5, S: 2.5, E: 4, C: 4.5}\n  interests_source: survey\n"
    catalog = rewritten(data, "occupations.yaml", rated, "")
    assert ratings_of(catalog, "editor")[:6] == [MIDDLE] * 6
    assert ratings_of(catalog, "page")[:6] != [MIDDLE] * 6


def test_an_unrated_occupation_does_not_pull_the_mean_to_the_middle(data: Path, tiny: Catalog) -> None:
    rated = "  interests: {R: 1, I: 3, A: 5.5, S: 2.5, E: 4, C: 4.5}\n  interests_source: survey\n"
    rewritten(data, "occupations.yaml", rated, "")
    second = '  - code: "27-3041.00"\n    note: Covers more.\n  - code: "25-4031.00"'
    catalog = rewritten(data, "roles/page.yaml", '  - code: "25-4031.00"', second)
    assert ratings_of(catalog, "page")[:6] == ratings_of(tiny, "page")[:6]


def test_roles_that_the_quiz_hardly_separates_both_say_how_they_differ(shipped: Catalog) -> None:
    vectors = role_vectors(shipped)
    for one, other in permutations(vectors, 2):
        if dot(vectors[one], vectors[other]) > 0.9:
            assert other in {near.role for near in shipped.roles[one].related}, f"{one} on {other}"
