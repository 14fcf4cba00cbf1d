"""Interest Profiler scores as a prior for the quiz.

O*NET's Interest Profiler Short Form has 60 items, ten for each of Holland's six letters; each letter
has a score from 0 to 40. Its norms are published in reports that were not available to the authors of
this module (Rounds, Su, Lewis and Rivkin 2010; the manual of 2021). Scores are therefore standardized
with `NORMS`, from web users of a similar public test. Only the differences between a person's six
letters count, so agreeing with everything has no effect, as on a screen of the quiz.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from libcareer.engines.quiz.belief import Prior
from libcareer.engines.quiz.ratings import DIMENSIONS, HOLLAND_LETTERS
from libcareer.errors import BadAnswers

if TYPE_CHECKING:
    from collections.abc import Mapping

HIGHEST_SCORE = 40
"""The highest score of a letter; the lowest is 0."""

NORMS = {
    "R": (2.086, 0.887),
    "I": (3.002, 1.046),
    "A": (2.877, 1.027),
    "S": (3.259, 0.935),
    "E": (2.564, 0.889),
    "C": (2.380, 0.980),
}
"""Mean and standard deviation of an item, rated 1 to 5, for each letter.

Source: about 118,000 people who took the 48-item Holland code test of the Open-Source Psychometrics
Project (openpsychometrics.org, answers up to December 2018), as computed in the public repository
Optimalgeoduck/AUSSS-Website-Project (norms.json, 2026). They chose to take it on the web, so they are
no random sample, and it is not the Interest Profiler.
"""

NORMED_BY = (
    "No published norms of the Interest Profiler could be confirmed, so your scores were compared with those of "
    "about 118,000 people who took a similar public test on the web (Open-Source Psychometrics Project, "
    "answers up to 2018), and only the differences between your six letters count."
)
"""How the scores are standardized, for the person who gives them."""

RELIABILITY = 0.7
"""The share of a score's variance that reflects the interest the quiz asks about. This is a cautious
assumption, not a measurement: the items of the test are about work of all kinds, not about this field."""

EXAMPLE = "R10 I25 A30 S28 E12 C22"


def scores(typed: str) -> dict[str, int]:
    """The six scores in *typed*, such as "R10 I25 A30 S28 E12 C22"; order, case and commas do not matter.

    Raises BadAnswers if a score is missing, repeated, out of range or not a number.
    """
    found: dict[str, int] = {}
    for part in re.sub(r"([A-Za-z])[\s:=]+(?=[-+.\d])", r"\1", typed).replace(",", " ").replace(";", " ").split():
        known = re.fullmatch(r"([RIASECriasec])(\d{1,6})", part)
        if not known:
            raise BadAnswers(f"'{part}' is not a score. Give six letters, each with a whole number: '{EXAMPLE}'.")
        letter = known[1].upper()
        if letter in found:
            raise BadAnswers(f"{letter} is given twice. Give each letter once: '{EXAMPLE}'.")
        found[letter] = int(known[2])
    return checked_scores(found)


def checked_scores(found: Mapping[str, int]) -> dict[str, int]:
    """*found* in the order of the letters; raises BadAnswers unless it has all six letters, each in range."""
    missing = [str(letter) for letter in HOLLAND_LETTERS if letter not in found]
    if missing or len(found) > len(HOLLAND_LETTERS):
        what = f"No score for {', '.join(missing)}" if missing else "Unknown letter in the scores"
        raise BadAnswers(f"{what}. Give all six letters once: '{EXAMPLE}'.")
    for letter in HOLLAND_LETTERS:
        if not 0 <= found[letter] <= HIGHEST_SCORE:
            raise BadAnswers(
                f"{letter}{found[letter]} is out of range: in the Interest Profiler of 60 items each letter has 0 to "
                f"{HIGHEST_SCORE}."
            )
    return {str(letter): found[letter] for letter in HOLLAND_LETTERS}


def profiler_prior(found: Mapping[str, int]) -> Prior:
    """The six scores as a prior, in information form.

    A standardized score is sqrt(r) theta + noise of variance 1 - r, where r is the reliability. Of six
    such scores z only the contrasts P z count, P = I - 11'/6, so Lambda gains r/(1-r) P and eta gains
    sqrt(r)/(1-r) P z. Raises BadAnswers if *found* is not valid.
    """
    whole = checked_scores(found)
    z = [(whole[letter] / 10 + 1 - NORMS[letter][0]) / NORMS[letter][1] for letter in HOLLAND_LETTERS]
    mean = sum(z) / len(z)
    size, count = len(DIMENSIONS), len(HOLLAND_LETTERS)
    weight, share = RELIABILITY / (1 - RELIABILITY), 1 / count
    precision = [
        [weight * ((i == j) - share) if i < count and j < count else 0.0 for j in range(size)] for i in range(size)
    ]
    strength = math.sqrt(RELIABILITY) / (1 - RELIABILITY)
    pull = [strength * (x - mean) for x in z] + [0.0] * (size - count)
    words = " ".join(f"{letter}{score}" for letter, score in whole.items())
    return Prior(f"your Interest Profiler scores ({words})", precision, pull)
