"""Interest Profiler scores: how people type them, and what they say before the first screen.

O*NET's Interest Profiler has a Short Form of 60 items and a Mini form of 30: ten or five items for each
of Holland's six letters, each answered from "strongly dislike" to "strongly like" and scored 0 to 4, so
a letter has 0 to 40 or 0 to 20. Only the differences between a person's six letters count, so agreeing
with everything has no effect, as on a screen of the quiz.

Sources: Rounds, Su, Lewis and Rivkin 2010 (Short Form); Rounds, Wee, Cao, Song and Lewis 2016 (Mini form);
O*NET Web Services reference manual 1.9, "Mini-IP Questions" (30 questions, answers 1 to 5). The two
reports were not available to the authors of this module, who know them from quotations. Scores are
therefore standardized with `NORMS`, from web users of a similar public test.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from libcareer.engines.quiz.belief import Letters, Prior
from libcareer.engines.quiz.ratings import DIMENSIONS, HOLLAND_LETTERS
from libcareer.errors import BadAnswers, short
from libcareer.knowledge.spelling import straight

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SHORT_FORM, MINI_FORM = 60, 30
"""How many items the two forms have."""

HIGHEST_ANSWER = 4
"""The score of an answer "strongly like"; "strongly dislike" scores 0."""

HIGHEST_SCORE = 40
"""The highest score of a letter in the form of 60 items; the lowest is 0."""

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

CONSISTENCY = {SHORT_FORM: 0.81, MINI_FORM: 0.775}
"""The mean internal consistency (alpha) of the six scores of each form.

The Short Form has .78 to .87, with a mean of .81, among 1,061 people; after a month the scores correlate
.82 (Rounds and others 2010). The Mini form has .74 to .81 among 575 people (Rounds and others 2016); the
number here is the middle of that range. Both as quoted by others.
"""

SHARED = 0.86
"""The share of a consistent score that is the interest the quiz asks about. This is a cautious assumption,
not a measurement: the items of the test are about work of all kinds, not about this field."""

RELIABILITY = {items: round(SHARED * alpha, 2) for items, alpha in CONSISTENCY.items()}
"""The share of a score's variance that reflects the interest the quiz asks about, for each form."""

WORTH = 0.48
"""What likeness to a role adds to the logarithm of its chance, for scores without error: one unit is a
letter in which person and role are both one standard deviation above the mean.

This is an assumption on the cautious side: simulated people have the roles shown a little more often among
their best ones than is stated. benchmarks/interests.py and docs/quiz.md show how it does for real people.
"""

EXAMPLE = "R10 I25 A30 S28 E12 C22"

NAMES = {
    "R": "realistic",
    "I": "investigative",
    "A": "artistic",
    "S": "social",
    "E": "enterprising",
    "C": "conventional",
}
"""The six interests by letter, in lower case."""

CODE = 3
"""The letters of a code such as SAI: the three highest interests, the highest first."""

BY_PLACE = (1.27, 0.64, 0.20, -0.70)
"""Standardized scores for the three letters of a code and for each of the others.

The expected order statistics of six independent standard normal scores (Harter 1961); the last is the mean
of the lowest three, whose order a code does not tell.
"""

LONGEST_TYPED = 20_000
"""The most characters that are searched for scores; a results page has fewer."""

_NAMED = "|".join(NAMES.values())
_AFTER_NAME = re.compile(
    rf"\b(?P<name>{_NAMED})\b(?P<gap>[^a-z0-9(]{{0,40}}(?:\([^()]{{0,30}}\))?(?:\s?scores?\b)?[^a-z0-9(]{{0,40}})"
    r"(?P<score>\d[\d.]*(?<!\.)%?)(?!\w)"
)
"""The name of an interest and its score, with what results pages put between."""

_FORMS = {
    MINI_FORM: re.compile(r"\bmini\b|\b30[ -](?:items?|questions?|activities)\b|\d ?(?:/|out of) ?20\b"),
    SHORT_FORM: re.compile(r"\bshort form\b|\b60[ -](?:items?|questions?|activities)\b|\d ?(?:/|out of) ?40\b"),
}
"""What results pages say of the form that was taken."""

_RANKED = re.compile(rf"\s?[.)]\s+(?:{_NAMED})\b")
"""What follows the number in a ranked list, such as "2. Social" under "1. Artistic"."""


def scores(typed: str, items: int | None = None) -> dict[str, int]:
    """The six scores in *typed*, in any of the forms in which people have them.

    Letters or names with numbers ("R10 I25 A30 S28 E12 C22", "Realistic: 10, ..."), a line of them above a
    line of numbers, a results page with other text around, or a code of three letters. Order, case and
    punctuation do not matter. *items* is how many items the test has; None finds out, as `typed_items`
    does. Raises BadAnswers if a score is missing, repeated, out of range or not a whole number.
    """
    if len(typed) > LONGEST_TYPED:
        raise BadAnswers(f"That is too long for six scores. Give six letters, each with a whole number: '{EXAMPLE}'.")
    items = items or _said_items(typed) or SHORT_FORM
    text = straight(typed)
    if code := _of_code(text):
        return checked_scores(code)
    for form in (_of_table, _of_names):
        if found := form(text.lower()):
            return checked_scores(found, items)
    return checked_scores(_of_letters(text), items)


def typed_items(typed: str) -> int:
    """How many items the test has whose scores are *typed*: what the text says of it, else what the scores allow.

    Raises BadAnswers as `scores` does.
    """
    if typed_code(typed):
        return SHORT_FORM
    return _said_items(typed) or likely_items([scores(typed)])


def likely_items(people: Iterable[Mapping[str, int]]) -> int:
    """How many items the test has in which *people* have these scores.

    No score above 20 means the Mini form: of 17,129 people who took a similar test, only 8 in 100 liked no
    letter better on average than the middle of the scale (data set holland of the R package qacr, 2015-2018).
    """
    highest = max((score for found in people for score in found.values()), default=HIGHEST_SCORE)
    return MINI_FORM if highest <= highest_score(MINI_FORM) else SHORT_FORM


def highest_score(items: int) -> int:
    """The highest score of a letter in a form of so many *items*."""
    return HIGHEST_ANSWER * items // len(HOLLAND_LETTERS)


def _said_items(typed: str) -> int | None:
    """How many items the test has by what the text *typed* says; None if it says nothing, or two things."""
    text = straight(typed[:LONGEST_TYPED]).lower()
    said = [items for items, form in _FORMS.items() if form.search(text)]
    return said[0] if len(said) == 1 else None


def typed_code(typed: str) -> str | None:
    """The three letters in *typed*, if it is a code such as SAI, S-A-I or "Social, Artistic, Investigative"."""
    words = re.findall(r"[a-z]+", straight(typed).lower()[:LONGEST_TYPED])
    if re.search(r"\d", typed) or not words:
        return None
    if len(words) == 1 and len(words[0]) == CODE:
        words = list(words[0])
    letters = [interest_letter(word) for word in words]
    return "".join(filter(None, letters)) if len(letters) == CODE and all(letters) else None


def interest_letter(word: str) -> str | None:
    """The letter of an interest by that letter or its name, None for another *word*."""
    return next((letter for letter, name in NAMES.items() if word in (letter.lower(), name)), None)


def _of_code(text: str) -> dict[str, int]:
    """Scores out of 40 for a code: its order is all the evidence, so the letters get the scores expected in it."""
    code = typed_code(text)
    if code is None:
        return {}
    if len(set(code)) != CODE:
        raise BadAnswers(f"'{code}' names a letter twice. Give three different letters, the highest first, as in SAI.")
    places = {letter: code.index(letter) if letter in code else CODE for letter in NAMES}
    expected = {letter: NORMS[letter][0] + BY_PLACE[place] * NORMS[letter][1] for letter, place in places.items()}
    return {letter: max(0, min(HIGHEST_SCORE, round((item - 1) * 10))) for letter, item in expected.items()}


def _of_table(text: str) -> dict[str, int]:
    """The scores in a row of six letters or names and a row of six numbers; empty if there are no such rows."""
    cells = [cell for cell in re.split(r"[\s,;|]+", text) if cell.strip("-:")]
    letters = [interest_letter(cell) for cell in cells[: len(NAMES)]]
    numbers = cells[len(NAMES) :]
    if not all(letters) or len(numbers) != len(NAMES) or not all(re.fullmatch(r"\d{1,6}", cell) for cell in numbers):
        return {}
    found: dict[str, int] = {}
    for letter, number in zip(letters, numbers, strict=True):
        _add(found, str(letter), int(number))
    return found


def _of_names(text: str) -> dict[str, int]:
    """The scores that follow the names of interests, whatever else the text says; empty if there are none."""
    found: dict[str, int] = {}
    for match in _AFTER_NAME.finditer(text):
        letter, score = interest_letter(match["name"]) or "", match["score"]
        if score in ("2", "3", "4", "5", "6") and _RANKED.match(text, match.end()):
            continue
        score = "-" * match["gap"].endswith("-") + score
        if not re.fullmatch(r"\d{1,6}", score):
            raise BadAnswers(
                f"'{match['name'].capitalize()} {short(score)}' is not a score. Each is a whole number from 0 to "
                f"{HIGHEST_SCORE}."
            )
        if found.get(letter) != int(score):
            _add(found, letter, int(score))
    return found


def _of_letters(text: str) -> dict[str, int]:
    found: dict[str, int] = {}
    bare = re.sub(r"[\"'{}]", "", text)
    for part in re.sub(r"([A-Za-z])[\s:=]+(?=[-+.\d])", r"\1", bare).replace(",", " ").replace(";", " ").split():
        known = re.fullmatch(r"([RIASEC])(\d{1,6})", part, re.IGNORECASE | re.ASCII)
        if not known:
            raise BadAnswers(
                f"'{short(part)}' is not a score. Give six letters, each with a whole number: '{EXAMPLE}'; their names "
                "or a code such as SAI will do as well."
            )
        _add(found, known[1].upper(), int(known[2]))
    return found


def _add(found: dict[str, int], letter: str, score: int) -> None:
    if letter in found:
        raise BadAnswers(f"{letter} is given twice. Give each letter once: '{EXAMPLE}'.")
    found[letter] = score


def checked_scores(found: Mapping[str, int], items: int = SHORT_FORM) -> dict[str, int]:
    """*found* in the order of the letters.

    Raises BadAnswers unless it has all six letters, each in the range of the form with so many *items*.
    """
    if items not in RELIABILITY:
        raise BadAnswers(
            f"There is no Interest Profiler of {items} items; its forms have {MINI_FORM} and {SHORT_FORM}."
        )
    missing = [str(letter) for letter in HOLLAND_LETTERS if letter not in found]
    if missing or len(found) > len(HOLLAND_LETTERS):
        what = f"No score for {', '.join(missing)}" if missing else "Unknown letter in the scores"
        raise BadAnswers(f"{what}. Give all six letters once: '{EXAMPLE}'.")
    for letter in HOLLAND_LETTERS:
        if not 0 <= found[letter] <= highest_score(items):
            raise BadAnswers(
                f"{letter}{found[letter]} is out of range: in the Interest Profiler of {items} items each letter has "
                f"0 to {highest_score(items)}."
            )
    return {str(letter): found[letter] for letter in HOLLAND_LETTERS}


def standard_scores(found: Mapping[str, int], items: int = SHORT_FORM) -> list[float]:
    """The scores of the six letters in standard deviations of `NORMS`, less their mean.

    Raises BadAnswers if *found* is not valid.
    """
    whole = checked_scores(found, items)
    of_letter = items / len(HOLLAND_LETTERS)
    z = [(whole[letter] / of_letter + 1 - NORMS[letter][0]) / NORMS[letter][1] for letter in HOLLAND_LETTERS]
    mean = sum(z) / len(z)
    return [x - mean for x in z]


def profiler_prior(found: Mapping[str, int], items: int = SHORT_FORM) -> Prior:
    """The six scores in a form of so many *items* as a prior, in information form.

    A standardized score is sqrt(r) theta + noise of variance 1 - r, where r is the reliability. Of six
    such scores z only the contrasts P z count, P = I - 11'/6, so Lambda gains r/(1-r) P and eta gains
    sqrt(r)/(1-r) P z. Raises BadAnswers if *found* is not valid.
    """
    z = standard_scores(found, items)
    reliability, size, count = RELIABILITY[items], len(DIMENSIONS), len(HOLLAND_LETTERS)
    weight, share = reliability / (1 - reliability), 1 / count
    precision = [
        [weight * ((i == j) - share) if i < count and j < count else 0.0 for j in range(size)] for i in range(size)
    ]
    strength = math.sqrt(reliability) / (1 - reliability)
    pull = [strength * x for x in z] + [0.0] * (size - count)
    words = " ".join(f"{letter}{score}" for letter, score in checked_scores(found, items).items())
    form = " of 30 items" if items == MINI_FORM else ""
    text = f"your Interest Profiler scores{form} ({words})"
    return Prior(text, precision, pull, Letters(z, WORTH * math.sqrt(reliability)))
