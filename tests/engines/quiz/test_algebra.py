"""The linear algebra of the quiz, against the definitions of what it computes."""

from __future__ import annotations

import math
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libcareer.engines.quiz.algebra import (
    Matrix,
    Vector,
    cholesky,
    dot,
    identity,
    inverse,
    log_determinant,
    times,
    unit,
)

ENTRY = st.floats(-3, 3, allow_nan=False, width=32)


@st.composite
def matrices(draw: st.DrawFn) -> Matrix:
    """A symmetric positive definite matrix: A A' + I for any square A."""
    size = draw(st.integers(1, 5))
    a = draw(st.lists(st.lists(ENTRY, min_size=size, max_size=size), min_size=size, max_size=size))
    return [[dot(a[i], a[j]) + float(i == j) for j in range(size)] for i in range(size)]


def product(one: Matrix, other: Matrix) -> Matrix:
    """The product of two matrices, element by element."""
    return [[sum(row[k] * other[k][j] for k in range(len(other))) for j in range(len(other[0]))] for row in one]


def transposed(matrix: Matrix) -> Matrix:
    return [list(column) for column in zip(*matrix, strict=True)]


def determinant(matrix: Matrix) -> float:
    """The determinant by Leibniz' formula: every permutation with its sign."""
    size = len(matrix)
    total = 0.0
    for order in permutations(range(size)):
        turned = sum(order[i] > order[j] for i in range(size) for j in range(i + 1, size))
        total += (-1) ** turned * math.prod(matrix[i][order[i]] for i in range(size))
    return total


def near(one: Matrix, other: Matrix, within: float = 1e-6) -> bool:
    return all(
        a == pytest.approx(b, rel=within, abs=within)
        for row, other_row in zip(one, other, strict=True)
        for a, b in zip(row, other_row, strict=True)
    )


@given(matrices())
def test_a_matrix_times_its_inverse_is_the_identity(matrix: Matrix) -> None:
    assert near(product(matrix, inverse(matrix)), identity(len(matrix)))


@given(matrices())
def test_the_inverse_is_symmetric_to_the_last_bit(matrix: Matrix) -> None:
    found = inverse(matrix)
    assert found == transposed(found)


@given(matrices())
def test_the_factor_is_lower_triangular_and_gives_the_matrix_back(matrix: Matrix) -> None:
    lower = cholesky(matrix)
    assert all(lower[i][j] == 0 for i in range(len(lower)) for j in range(i + 1, len(lower)))
    assert all(row[i] > 0 for i, row in enumerate(lower))
    assert near(product(lower, transposed(lower)), matrix)


@given(matrices())
def test_the_log_determinant_is_the_logarithm_of_the_determinant(matrix: Matrix) -> None:
    assert log_determinant(matrix) == pytest.approx(math.log(determinant(matrix)), rel=1e-6, abs=1e-6)


def test_a_matrix_that_is_not_positive_definite_has_no_factor() -> None:
    with pytest.raises(ValueError, match=r"math domain error|nonnegative"):
        cholesky([[1.0, 2.0], [2.0, 1.0]])


@given(st.lists(ENTRY, min_size=1, max_size=16).filter(lambda v: dot(v, v) > 1e-6))
def test_a_unit_vector_has_length_one_and_the_same_direction(vector: Vector) -> None:
    scaled = unit(vector)
    assert dot(scaled, scaled) == pytest.approx(1)
    assert dot(scaled, vector) == pytest.approx(math.sqrt(dot(vector, vector)))


def test_a_zero_vector_stays_zero() -> None:
    assert unit([0.0, 0.0]) == [0.0, 0.0]


def test_a_matrix_times_a_vector_is_a_dot_product_a_row() -> None:
    assert times([[1.0, 2.0], [3.0, 4.0]], [5.0, 6.0]) == [17.0, 39.0]
