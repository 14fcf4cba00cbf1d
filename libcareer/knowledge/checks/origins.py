"""The rules over jobs that people come from, one function each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.errors import UnreadablePhrase
from libcareer.knowledge.wordings import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcareer.errors import Problem
    from libcareer.knowledge.reading import Knowledge


def carried_skills_and_doors_are_named_once(knowledge: Knowledge) -> Iterator[Problem]:
    """No job carries a skill twice, and none has two doors to one role."""
    for code, origin in knowledge.records("origins").items():
        for field, ids in (
            ("carries", [one.skill for one in origin.carries]),
            ("doors", [one.role for one in origin.doors]),
        ):
            for number, id_ in enumerate(ids):
                if id_ in ids[:number]:
                    yield knowledge.problem("origins", code, (field, number), f"'{id_}' is listed twice.")


def doors_are_told_apart(knowledge: Knowledge) -> Iterator[Problem]:
    """No two doors have the same reason or the same sentence for the letter."""
    seen: set[str] = set()
    for code, origin in knowledge.records("origins").items():
        for number, door in enumerate(origin.doors):
            for field in ("why", "say"):
                text = getattr(door, field)
                if text in seen:
                    message = "another door has the same sentence; say what is true of this job."
                    yield knowledge.problem("origins", code, ("doors", number, field), message)
                seen.add(text)


def words_of_tasks_name_skills(knowledge: Knowledge) -> Iterator[Problem]:
    """Words of tasks belong to a skill, and can be read as phrases."""
    skills = knowledge.entries["skills"].keys() | knowledge.named["skills"]
    for id_, words in knowledge.records("task_words").items():
        if id_ not in skills and "skills" not in knowledge.unread:
            yield knowledge.problem("task_words", id_, (), f"unknown skill '{id_}'; the key is the id of a skill.")
        for number, phrase in enumerate(words.phrases):
            try:
                pattern((phrase,))
            except UnreadablePhrase as error:
                yield knowledge.problem("task_words", id_, ("phrases", number), error.problem)


ORIGIN_RULES = (
    carried_skills_and_doors_are_named_once,
    doors_are_told_apart,
    words_of_tasks_name_skills,
)
"""The rules over jobs that people come from, in the order in which they are applied."""
