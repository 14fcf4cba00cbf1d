"""Linear algebra on lists: for sixteen dimensions, importing numpy costs more than it saves."""

from __future__ import annotations

import math
from operator import mul
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Vector = list[float]
Matrix = list[list[float]]


def dot(one: Sequence[float], other: Sequence[float]) -> float:
    """The inner product."""
    return float(sum(map(mul, one, other)))


def unit(vector: Sequence[float]) -> Vector:
    """*vector* scaled to length 1; a zero vector stays zero."""
    length = math.sqrt(dot(vector, vector))
    return [x / length for x in vector] if length else list(vector)


def identity(size: int) -> Matrix:
    """The identity matrix of *size* rows."""
    return [[float(i == j) for j in range(size)] for i in range(size)]


def times(matrix: Sequence[Sequence[float]], vector: Sequence[float]) -> Vector:
    """The product of *matrix* and *vector*."""
    return [sum(map(mul, row, vector)) for row in matrix]


def cholesky(matrix: Matrix) -> Matrix:
    """The lower triangular L with L L' = *matrix*, which is symmetric and positive definite."""
    size = len(matrix)
    lower = [[0.0] * size for _ in range(size)]
    for i in range(size):
        row = lower[i]
        for j in range(i):
            other = lower[j]
            row[j] = (matrix[i][j] - sum(map(mul, row[:j], other[:j]))) / other[j]
        row[i] = math.sqrt(matrix[i][i] - sum(x * x for x in row[:i]))
    return lower


def inverse(matrix: Matrix) -> Matrix:
    """The inverse of a symmetric positive definite *matrix*, by its Cholesky factor."""
    lower = cholesky(matrix)
    size = len(matrix)
    columns = []
    for k in range(size):
        forward = [0.0] * size
        for i in range(k, size):
            forward[i] = (float(i == k) - sum(map(mul, lower[i][k:i], forward[k:i]))) / lower[i][i]
        columns.append(forward)
    # With F the inverse of L, the inverse of L L' is F' F.
    return [[sum(map(mul, columns[i][max(i, j) :], columns[j][max(i, j) :])) for j in range(size)] for i in range(size)]


def log_determinant(matrix: Matrix) -> float:
    """The logarithm of the determinant of a symmetric positive definite *matrix*."""
    return 2 * sum(math.log(row[i]) for i, row in enumerate(cholesky(matrix)))
