"""Scores of O*NET's Interest Profiler, brought along: evidence with which the quiz starts.

The Interest Profiler Short Form has 60 items, ten for each of Holland's six letters; each letter has a
score from 0 to 40. Its norms are in reports that could not be read when this was written (Rounds, Su,
Lewis and Rivkin 2010; the manual of 2021), so no norms of its own are used. Scores are instead set
beside those of the web users of a kindred public test, `NORMS`, and only the differences between a
person's six letters count: as on a screen of the quiz, nobody can agree with everything into a result.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from libcareer.engines.quiz.engine import Given
from libcareer.engines.quiz.ratings import DIMENSIONS, LETTERS
from libcareer.errors import BadAnswers

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST = 40
"""The highest score of a letter; the lowest is 0."""

NORMS = {
    "R": (2.086, 0.887),
    "I": (3.002, 1.046),
    "A": (2.877, 1.027),
    "S": (3.259, 0.935),
    "E": (2.564, 0.889),
    "C": (2.380, 0.980),
}
"""Mean and standard deviation of an item, rated 1 to 5, for each letter: some 118,000 takers of the
48-item Holland code test of the Open-Source Psychometrics Project (openpsychometrics.org, answers up to
December 2018), as computed in the public repository Optimalgeoduck/AUSSS-Website-Project (norms.json,
2026). They took it on the web of their own accord, and it is not the Interest Profiler."""

NORMED_BY = (
    "No published norms of the Interest Profiler could be confirmed, so your scores were set beside those of "
    "about 118,000 people who took a kindred public test on the web (Open-Source Psychometrics Project, "
    "answers up to 2018), and only the differences between your six letters count."
)
"""How the scores are scaled, for the person who brought them."""

RELIABILITY = 0.7
"""The part of the variance of a score that is taken to be the interest the quiz means. A careful
assumption, not a measurement: the test's items are about all kinds of work and not about this field."""

EXAMPLE = "R10 I25 A30 S28 E12 C22"


def scores(typed: str) -> dict[str, int]:
    """The six scores in *typed*, such as "R10 I25 A30 S28 E12 C22"; order, case and commas do not matter.

    Raises BadAnswers with what is missing or wrong.
    """
    found: dict[str, int] = {}
    for part in re.sub(r"([A-Za-z])[\s:=]+(?=[-+.\d])", r"\1", typed).replace(",", " ").replace(";", " ").split():
        known = re.fullmatch(r"([RIASECriasec])(\d{1,6})", part)
        if not known:
            raise BadAnswers(f"'{part}' is no score. Give six letters, each with a whole number: '{EXAMPLE}'.")
        letter = known[1].upper()
        if letter in found:
            raise BadAnswers(f"{letter} stands twice. Give each letter once: '{EXAMPLE}'.")
        found[letter] = int(known[2])
    return checked(found)


def checked(found: Mapping[str, int]) -> dict[str, int]:
    """*found* as the six scores in the order of the letters; raises BadAnswers if they are none."""
    missing = [str(letter) for letter in LETTERS if letter not in found]
    if missing or len(found) > len(LETTERS):
        what = f"lack {' and '.join(missing)}" if missing else "have letters of their own"
        raise BadAnswers(f"The scores {what}. Give all six letters once: '{EXAMPLE}'.")
    for letter in LETTERS:
        if not 0 <= found[letter] <= MOST:
            raise BadAnswers(
                f"{letter}{found[letter]} is out of range: with the Interest Profiler's 60 items each has 0 to {MOST}."
            )
    return {str(letter): found[letter] for letter in LETTERS}


def given(found: Mapping[str, int]) -> Given:
    """The six scores as evidence in information form.

    A standardized score is sqrt(r) theta + noise of variance 1 - r, where r is the reliability; of six
    such scores z only the contrasts P z count, P = I - 11'/6, so Lambda gains r/(1-r) P and eta gains
    sqrt(r)/(1-r) P z. Raises BadAnswers if they are no scores.
    """
    whole = checked(found)
    z = [(whole[letter] / 10 + 1 - NORMS[letter][0]) / NORMS[letter][1] for letter in LETTERS]
    mean = sum(z) / len(z)
    size, count = len(DIMENSIONS), len(LETTERS)
    told, share = RELIABILITY / (1 - RELIABILITY), 1 / count
    precision = [
        [told * ((i == j) - share) if i < count and j < count else 0.0 for j in range(size)] for i in range(size)
    ]
    strength = math.sqrt(RELIABILITY) / (1 - RELIABILITY)
    pull = [strength * (x - mean) for x in z] + [0.0] * (size - count)
    words = " ".join(f"{letter}{score}" for letter, score in whole.items())
    return Given(f"your Interest Profiler scores ({words})", precision, pull)
