"""How far the third rating of the roles agrees with the earlier values, and what follows for the role files.

`ratings/earlier.tsv` has what the role files said before, `ratings/third.tsv` the third rating, `ratings/decisions.tsv`
where something else than the mean counts, with the reason. `tests/whole/test_ratings.py` holds the role files to them.
docs/data.md explains the scale and the rule.
"""

from __future__ import annotations

import csv
from itertools import combinations
from pathlib import Path
from statistics import correlation, fmean, pstdev
from typing import NamedTuple

import libcareer
from libcareer.engines.quiz.algebra import Vector, dot, unit
from libcareer.engines.quiz.ratings import DIMENSIONS, HOLLAND_LETTERS, role_vectors

FOLDER = Path(__file__).parent / "ratings"
LETTERS = tuple(str(letter) for letter in HOLLAND_LETTERS)
NAMES = tuple(str(dimension) for dimension in DIMENSIONS)
EARLIER_WEIGHT = 2
"""The earlier values stand for two ratings."""
OUTLIER = 2.0
"""From so many points apart on, a decision is due."""
CLOSE = 0.9
"""The quiz cannot separate two roles with a larger cosine."""

Ratings = dict[str, float]
"""The values of one role, by dimension."""


class Decision(NamedTuple):
    """A line of `decisions.tsv`: *dimension* is one of the sixteen, or `interests`.

    *decided* is a number, or `O*NET` for the six interests of a role that is an occupation as a whole.
    """

    role: str
    dimension: str
    earlier: str
    third: str
    decided: str
    why: str


def table(name: str) -> list[dict[str, str]]:
    """The lines of a table in `ratings/`."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def ratings(name: str) -> dict[str, Ratings]:
    """The ratings of each role in a table."""
    return {row["role"]: {dimension: float(row[dimension]) for dimension in NAMES} for row in table(name)}


def groups() -> dict[str, str]:
    """For each role, the round in which it came: `first`, `second` or `third`. Only the first was rated twice."""
    return {row["role"]: row["round"] for row in table("earlier.tsv")}


def decisions() -> list[Decision]:
    """All decisions, in the order of the table."""
    return [Decision(**row) for row in table("decisions.tsv")]


def levels(earlier: dict[str, Ratings], third: dict[str, Ratings]) -> Ratings:
    """By how much the third rater rates each letter higher on average; 0 for facets, whose steps have names.

    A rater by eye cannot hit the level of O*NET's scale. The quiz takes the level out of every dimension anyway.
    """
    return {
        name: fmean(third[role][name] - earlier[role][name] for role in third) if name in LETTERS else 0.0
        for name in NAMES
    }


def means() -> dict[str, Ratings]:
    """The mean of the three ratings of each role, before any decision: interests on the level of O*NET."""
    earlier, third = ratings("earlier.tsv"), ratings("third.tsv")
    level = levels(earlier, third)

    def mean(role: str, name: str) -> float:
        value = (EARLIER_WEIGHT * earlier[role][name] + third[role][name] - level[name]) / (EARLIER_WEIGHT + 1)
        return min(7.0, max(1.0, value)) if name in LETTERS else value

    return {role: {name: mean(role, name) for name in NAMES} for role in third}


def expected() -> dict[str, Ratings]:
    """What each role file has to say: the means, and what was decided in their place.

    Interests that stay as O*NET has them are left out.
    """
    found = means()
    for one in decisions():
        if one.decided == "O*NET":
            found[one.role] = {name: value for name, value in found[one.role].items() if name not in LETTERS}
        else:
            found[one.role][one.dimension] = float(one.decided)
    return found


def outliers() -> list[tuple[str, str, float, float]]:
    """Role, dimension, earlier value and third rating, where they lie far apart."""
    earlier, third = ratings("earlier.tsv"), ratings("third.tsv")
    return [
        (role, name, earlier[role][name], third[role][name])
        for role in sorted(third)
        for name in NAMES
        if abs(earlier[role][name] - third[role][name]) >= OUTLIER
    ]


def vectors(rated: dict[str, Ratings]) -> dict[str, Vector]:
    """Each role as the quiz would see it if these were the ratings."""
    columns = [[values[name] for values in rated.values()] for name in NAMES]
    scales = [(fmean(column), pstdev(column)) for column in columns]
    return {
        role: unit([(values[name] - mean) / spread for name, (mean, spread) in zip(NAMES, scales, strict=True)])
        for role, values in rated.items()
    }


def close_pairs(roles: dict[str, Vector]) -> list[tuple[float, str, str]]:
    """The pairs that the quiz cannot separate, closest first."""
    pairs = ((dot(roles[one], roles[other]), one, other) for one, other in combinations(sorted(roles), 2))
    return sorted((pair for pair in pairs if pair[0] > CLOSE), reverse=True)


def print_agreement(earlier: dict[str, Ratings], third: dict[str, Ratings]) -> None:
    """Print the correlation, the mean absolute difference and the means of each dimension, for groups of roles."""
    rounds = groups()
    kinds = {
        "rated twice": [role for role in third if rounds[role] == "first"],
        "before the third": [role for role in third if rounds[role] != "third"],
        "new": [role for role in third if rounds[role] == "third"],
        "all": list(third),
    }
    print(f"{'correlation; mean difference':30}" + "".join(f"{name:>18}" for name in kinds) + f"{'means':>14}")
    print(f"{'':30}" + "".join(f"{len(roles):>12} roles" for roles in kinds.values()))
    rows: dict[str, list[float]] = {kind: [] for kind in kinds}
    for name in NAMES:
        cells = []
        for kind, roles in kinds.items():
            ours, theirs = ([values[role][name] for role in roles] for values in (earlier, third))
            rows[kind].append(correlation(ours, theirs))
            apart = fmean(abs(a - b) for a, b in zip(ours, theirs, strict=True))
            cells.append(f"{rows[kind][-1]:>12.2f}; {apart:4.2f}")
        level = " / ".join(f"{fmean(values[role][name] for role in third):.2f}" for values in (earlier, third))
        print(f"{name:30}" + "".join(cells) + f"{level:>14}")
    print(f"{'mean correlation':30}" + "".join(f"{fmean(row):>12.2f}      " for row in rows.values()))


def main() -> None:
    """Print agreement, outliers, and the pairs of roles that the quiz cannot separate."""
    earlier, third = ratings("earlier.tsv"), ratings("third.tsv")
    print_agreement(earlier, third)
    cells = [abs(earlier[role][name] - third[role][name]) for role in third for name in NAMES]
    near = [sum(cell <= bound for cell in cells) / len(cells) for bound in (0.5, 1.0)]
    print(f"\n{len(cells)} values: {near[0]:.0%} at most half a point apart, {near[1]:.0%} at most one point")
    print(f"{OUTLIER:g} points or more apart:")
    for role, name, ours, theirs in outliers():
        print(f"  {role}, {name}: {ours:g} and {theirs:g}")
    spread = {name: pstdev(values[name] for values in third.values()) for name in NAMES}
    print("spread of the third rating: " + ", ".join(f"{name} {value:.2f}" for name, value in spread.items()))
    close = close_pairs(role_vectors(libcareer.load()))
    alone = [len(close_pairs(vectors(values))) for values in (earlier, third)]
    print(
        f"pairs with a cosine above {CLOSE:g}: {alone[0]} by the earlier values, {alone[1]} by the third rating alone,"
    )
    print(f"and by the role files {len(close)}:")
    for cosine, one, other in close:
        print(f"  {cosine:.3f} {one}, {other}")


if __name__ == "__main__":
    main()
