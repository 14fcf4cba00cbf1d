"""The rules over the quiz: its items cover every dimension, differ from each other, and are neutral in wording."""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from libcareer.knowledge.model.quiz import ItemKind
from libcareer.knowledge.model.values import Dimension
from libcareer.knowledge.templates import MARK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcareer.errors import Problem
    from libcareer.knowledge.model.quiz import QuizItem
    from libcareer.knowledge.reading import Knowledge

LEAST_ITEMS = 6
"""The fewest activities with a strong load on a dimension; with fewer it cannot be measured."""

STRONG_LOAD = 2
"""The absolute load from which an activity counts for a dimension."""

UNEVEN = 3
"""The largest ratio between the counts of activities of two dimensions."""

PARALLEL = 0.97
"""The cosine of the loads of two items above which they ask the same thing."""

LONGEST_ITEM = 11
LONGEST_DAY = 25
"""The most words in an item and in a day. People choose long options less often, and tire of reading them."""

LABEL_WORDS = range(2, 6)
LONGEST_LABEL = 32
"""How many words a label has, and its most characters: a result quotes several of them in one line."""

JOINT = r"[,;.:]\s|\b(?:and|then)\b"
"""What stands between two things of a day. Whether there are more than three is for a reader to judge."""

STANDING = (
    "career elite famous honor honored humble important menial paid pay powerful prestige prestigious promotion rank "
    "respected rich salary senior status success successful unskilled wage wages wealthy"
)
GENDER = (
    "boy boys brother daughter father female gentleman girl girls guy guys he her him his husband ladies lady male man "
    "men mother she sister son wife woman women"
)
VERDICT = (
    "beautiful better boring careful challenging cheerful creative demanding dull enjoyable exciting fascinating "
    "friendly fulfilling fun glamorous important interesting lovely meaningful nice perfect pleasant rewarding "
    "satisfying scientific stressful tedious useful valuable vital wonderful worthwhile"
)
HINTS = {
    "pay or standing": STANDING,
    "gender": GENDER,
    "a verdict on the work": VERDICT,
}
"""Words that no item, day or label may contain, by what they hint at; the jargon of the field is in its vocabulary."""


def days_hide_the_title(knowledge: Knowledge) -> Iterator[Problem]:
    """The day shown in the quiz and its label contain no title of the role."""
    for id_, role in knowledge.records("roles").items():
        titles = [re.sub(r"\s*\(.*\)", "", title) for title in (role.title, *role.aliases)]
        pattern = rf"\b(?:{'|'.join(map(re.escape, titles))})s?\b"
        for field, text in (("day", role.quiz.day), ("label", role.quiz.label)):
            if found := re.search(pattern, text, re.IGNORECASE):
                message = f"the {field} contains a title of the role, '{found[0]}'; describe the day without it."
                yield knowledge.problem("roles", id_, ("quiz", field), message)


def days_have_two_things_or_three(knowledge: Knowledge) -> Iterator[Problem]:
    """The day shown in the quiz has more than one thing, and few words."""
    for id_, role in knowledge.records("roles").items():
        day = role.quiz.day
        if len(day.split()) > LONGEST_DAY:
            message = f"more than {LONGEST_DAY} words; leave two or three things of the day."
            yield knowledge.problem("roles", id_, ("quiz", "day"), message)
        elif not re.search(JOINT, day):
            message = "only one thing; a day has two or three, with a comma or 'and' between them."
            yield knowledge.problem("roles", id_, ("quiz", "day"), message)


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


def items_are_brief(knowledge: Knowledge) -> Iterator[Problem]:
    """An item has few words."""
    for id_, item in knowledge.records("items").items():
        if len(item.text.split()) > LONGEST_ITEM:
            message = f"more than {LONGEST_ITEM} words; long options are chosen less."
            yield knowledge.problem("items", id_, ("text",), message)


def options_hint_at_nothing(knowledge: Knowledge) -> Iterator[Problem]:
    """No item, day or label contains jargon of the field, or a word of pay, standing, gender or a verdict."""
    jargon = " ".join(word for record in knowledge.records("vocabulary").values() for word in record.jargon)
    hints = {"jargon of the field": jargon, **HINTS}
    for place, text in (*_texts(knowledge), *_labels(knowledge)):
        for what, listed in hints.items():
            for word in _found(text, listed):
                yield knowledge.problem(*place, f"'{word}' hints at {what}; reword it.")


def labels_are_brief(knowledge: Knowledge) -> Iterator[Problem]:
    """A label has two to five words and few characters."""
    for place, label in _labels(knowledge):
        if len(label.split()) not in LABEL_WORDS or len(label) > LONGEST_LABEL:
            message = f"a label has two to five words and at most {LONGEST_LABEL} characters; a result quotes it."
            yield knowledge.problem(*place, message)


def labels_differ(knowledge: Knowledge) -> Iterator[Problem]:
    """No two items or days share a label."""
    seen: dict[str, Location] = {}
    for place, label in _labels(knowledge):
        if MARK not in label and (first := seen.setdefault(label.casefold(), place)) is not place:
            yield knowledge.problem(*place, f"'{first.id_}' has the same label.")


QUIZ_RULES = (
    days_hide_the_title,
    days_have_two_things_or_three,
    dimensions_are_covered,
    items_differ,
    items_are_brief,
    options_hint_at_nothing,
    labels_are_brief,
    labels_differ,
)
"""The rules over the quiz, in the order in which they are applied."""


class Location(NamedTuple):
    """Where a text is: the kind and the id of its record, and the path in it."""

    kind: str
    id_: str
    path: tuple[str, ...]


def _texts(knowledge: Knowledge) -> Iterator[tuple[Location, str]]:
    """The words of each option, as a screen of the quiz shows them."""
    for id_, item in knowledge.records("items").items():
        yield Location("items", id_, ("text",)), item.text
    for id_, role in knowledge.records("roles").items():
        yield Location("roles", id_, ("quiz", "day")), role.quiz.day


def _labels(knowledge: Knowledge) -> Iterator[tuple[Location, str]]:
    """The label of each option, as a result quotes it."""
    for id_, item in knowledge.records("items").items():
        yield Location("items", id_, ("label",)), item.label
    for id_, role in knowledge.records("roles").items():
        yield Location("roles", id_, ("quiz", "label")), role.quiz.label


def _found(text: str, listed: str) -> list[str]:
    """The words of *text* that are among the words *listed*."""
    forbidden = set(listed.lower().split())
    return [word for word in re.findall(r"[A-Za-z]+", text) if word.lower() in forbidden]


def _cosine(one: dict[Dimension, float], other: dict[Dimension, float]) -> float:
    product = sum(load * other.get(name, 0.0) for name, load in one.items())
    return product / (math.hypot(*one.values()) * math.hypot(*other.values()) or 1.0)
