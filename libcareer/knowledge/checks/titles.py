"""The rules over the tables by which titles are read: a phrase has one meaning, and a level leads to another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.knowledge.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcareer.errors import Problem
    from libcareer.knowledge.reading import Knowledge


def phrases_mean_one_thing(knowledge: Knowledge) -> Iterator[Problem]:
    """A phrase belongs to one function, and to one level; a second one would never be looked at."""
    for kind in ("functions", "levels"):
        seen: dict[str, str] = {}
        for id_, record in knowledge.records(kind).items():
            for number, phrase in enumerate(record.phrases):
                other = seen.setdefault(fold(phrase), id_)
                if other != id_:
                    message = f"'{phrase}' is a phrase of '{other}' as well."
                    yield knowledge.problem(kind, id_, ("phrases", number), message)


def phrases_have_letters(knowledge: Knowledge) -> Iterator[Problem]:
    """A phrase has a letter or a digit that a title can have."""
    for kind in ("functions", "levels", "namesakes"):
        for id_, record in knowledge.records(kind).items():
            for number, phrase in enumerate(record.phrases):
                if not fold(phrase):
                    yield knowledge.problem(kind, id_, ("phrases", number), f"'{phrase}' has no letter or digit.")


def levels_lead_to_others(knowledge: Knowledge) -> Iterator[Problem]:
    """The levels to look at instead of a level are other ones."""
    for id_, level in knowledge.records("levels").items():
        for number, other in enumerate(level.instead):
            if other == id_:
                yield knowledge.problem("levels", id_, ("instead", number), "a level cannot stand in for itself.")


TITLE_RULES = (phrases_mean_one_thing, phrases_have_letters, levels_lead_to_others)
"""The rules over functions, levels and namesakes, in the order in which they are applied."""
