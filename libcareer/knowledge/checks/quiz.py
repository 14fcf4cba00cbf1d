"""The rules over the quiz: its items cover every dimension, differ from each other, and are neutral in wording."""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING

from libcareer.knowledge.model import Dimension, ItemKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcareer.errors import Problem
    from libcareer.knowledge.model import QuizItem
    from libcareer.knowledge.reading import Knowledge

LEAST_ITEMS = 6
"""The fewest activities with a strong load on a dimension; with fewer it cannot be measured."""

STRONG_LOAD = 2
"""The absolute load from which an activity counts for a dimension."""

UNEVEN = 3
"""The largest ratio between the counts of activities of two dimensions."""

PARALLEL = 0.97
"""The cosine of the loads of two items above which they ask the same thing."""

LONGEST_ITEM = 14
"""The most words in an item. People choose long options less often, and all should have the same chance."""

JARGON = (
    "accession acquisitions archival bibliographic cataloging circulation deaccession digitize ILS interlibrary "
    "MARC metadata ontology OPAC patron patrons provenance reference serials stacks taxonomy weeding"
)
STANDING = (
    "career elite famous honor honored humble important menial paid pay powerful prestige prestigious promotion rank "
    "respected rich salary senior status success successful unskilled wage wages wealthy"
)
GENDER = (
    "boy boys brother daughter father female gentleman girl girls guy guys he her him his husband ladies lady male man "
    "men mother she sister son wife woman women"
)
HINTS = {"library jargon": JARGON, "pay or standing": STANDING, "gender": GENDER}
"""Words that no item may contain, by what they hint at."""


def days_hide_the_title(knowledge: Knowledge) -> Iterator[Problem]:
    """The day shown in the quiz does not contain the role's title."""
    for id_, role in knowledge.records("roles").items():
        if re.sub(r"\s*\(.*\)", "", role.title).lower() in role.quiz.day.lower():
            yield knowledge.problem(
                "roles", id_, ("quiz", "day"), "the day contains the role's title; describe the day without it."
            )


def days_hint_at_nothing(knowledge: Knowledge) -> Iterator[Problem]:
    """The day shown in the quiz hints at neither gender nor standing."""
    for id_, role in knowledge.records("roles").items():
        for what in ("pay or standing", "gender"):
            for word in _found(role.quiz.day, HINTS[what]):
                yield knowledge.problem("roles", id_, ("quiz", "day"), f"'{word}' hints at {what}; reword it.")


def dimensions_are_covered(knowledge: Knowledge) -> Iterator[Problem]:
    """Each dimension has enough activities with a strong load on it, and none has far more than another."""
    items: dict[str, QuizItem] = knowledge.records("items")
    activities = {id_: item for id_, item in items.items() if item.kind is ItemKind.ACTIVITY}
    if not activities:
        return
    strong = Counter(
        name for item in activities.values() for name, load in item.load.items() if abs(load) >= STRONG_LOAD
    )
    first = next(iter(activities))
    for dimension in Dimension:
        if strong[dimension] < LEAST_ITEMS:
            count = f"only {strong[dimension]} activities load on '{dimension}' with {STRONG_LOAD} or more"
            yield knowledge.problem("items", first, (), f"{count}; {LEAST_ITEMS} are needed.")
    (most, many), (least, few) = strong.most_common()[0], strong.most_common()[-1]
    if few >= LEAST_ITEMS and many > UNEVEN * few:
        message = (
            f"{many} activities load on '{most}' and {few} on '{least}'; that is more than {UNEVEN} times as many."
        )
        yield knowledge.problem("items", first, (), message)


def items_differ(knowledge: Knowledge) -> Iterator[Problem]:
    """No two quiz items have nearly the same words, and no two of a kind have parallel loads."""
    seen: dict[str, tuple[frozenset[str], QuizItem]] = {}
    for id_, item in knowledge.records("items").items():
        words = frozenset(word for word in re.findall(r"[a-z']+", item.text.lower()) if len(word) > 3)
        for other_id, (others, other) in seen.items():
            if len(words & others) / max(1, min(len(words), len(others))) > 0.6:
                yield knowledge.problem("items", id_, ("text",), f"this is nearly the same as '{other_id}'.")
            elif item.kind is other.kind and _cosine(item.load, other.load) > PARALLEL:
                yield knowledge.problem(
                    "items", id_, ("load",), f"this asks the same as '{other_id}': their loads are parallel."
                )
        seen[id_] = words, item


def items_are_brief_and_hint_at_nothing(knowledge: Knowledge) -> Iterator[Problem]:
    """An item is short, and contains no library jargon and no word of pay, standing or gender."""
    for id_, item in knowledge.records("items").items():
        if len(item.text.split()) > LONGEST_ITEM:
            yield knowledge.problem(
                "items", id_, ("text",), f"more than {LONGEST_ITEM} words; long options are chosen less."
            )
        for what, listed in HINTS.items():
            for word in _found(item.text, listed):
                yield knowledge.problem("items", id_, ("text",), f"'{word}' hints at {what}; reword it.")


QUIZ_RULES = (
    days_hide_the_title,
    days_hint_at_nothing,
    dimensions_are_covered,
    items_differ,
    items_are_brief_and_hint_at_nothing,
)
"""The rules over the quiz, in the order in which they are applied."""


def _found(text: str, listed: str) -> list[str]:
    """The words of *text* that are among the words *listed*."""
    forbidden = set(listed.lower().split())
    return [word for word in re.findall(r"[A-Za-z]+", text) if word.lower() in forbidden]


def _cosine(one: dict[Dimension, float], other: dict[Dimension, float]) -> float:
    product = sum(load * other.get(name, 0.0) for name, load in one.items())
    return product / (math.hypot(*one.values()) * math.hypot(*other.values()) or 1.0)
