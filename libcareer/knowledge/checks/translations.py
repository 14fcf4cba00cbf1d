"""The rules over translations that a schema cannot express, one function each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from libcareer.knowledge.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from libcareer.errors import Problem
    from libcareer.knowledge.decoding import FieldPath
    from libcareer.knowledge.model.terms import Skill
    from libcareer.knowledge.model.translations import Translation
    from libcareer.knowledge.reading import Knowledge

BLANK = re.compile(r"\[\w[^\[\]]*\]")
"""A blank in a line: words in square brackets that say which fact of one's own belongs there."""


def blanks_are_well_formed(knowledge: Knowledge) -> Iterator[Problem]:
    """A line has a blank or more; each is some words in square brackets, and no other text has brackets."""
    for id_, record in _translations(knowledge):
        for sector, wording in record.sectors.items():
            where = ("sectors", sector, "line")
            if not BLANK.search(wording.line):
                message = "a line needs a [blank] for a fact of the person's own."
                yield knowledge.problem("translations", id_, where, message)
            if re.search(r"[\[\]]", BLANK.sub("", wording.line)):
                message = "a blank is some words between '[' and ']', without another bracket inside."
                yield knowledge.problem("translations", id_, where, message)
            others = {"term": wording.term, "proof": wording.proof, "caution": wording.caution or ""}
            for part, text in others.items():
                if re.search(r"[\[\]]", text):
                    message = "only a line has blanks in square brackets."
                    yield knowledge.problem("translations", id_, ("sectors", sector, part), message)


def sectors_are_covered(knowledge: Knowledge) -> Iterator[Problem]:
    """Every sector has a wording of at least one duty."""
    covered = {sector for _, record in _translations(knowledge) for sector in record.sectors}
    for id_ in knowledge.records("sectors"):
        if id_ not in covered:
            message = "no translation has a wording for this sector; add one, or leave the sector out."
            yield knowledge.problem("sectors", id_, (), message)


def library_phrases_are_unique(knowledge: Knowledge) -> Iterator[Problem]:
    """No phrase of library people belongs to two translations, nor twice to one."""
    homes: dict[str, str] = {}
    for id_, record in _translations(knowledge):
        where: list[tuple[FieldPath, str]] = [(("title",), record.title)]
        where += [(("phrases", number), phrase) for number, phrase in enumerate(record.phrases)]
        for place, phrase in where:
            if fold(phrase) in homes:
                message = f"'{phrase}' is a phrase of '{homes[fold(phrase)]}' already."
                yield knowledge.problem("translations", id_, place, message)
            homes.setdefault(fold(phrase), id_)


def phrases_of_a_sector_are_unique(knowledge: Knowledge) -> Iterator[Problem]:
    """No word of the employers of a sector is given for two duties there, nor twice for one."""
    homes: dict[tuple[str, str], str] = {}
    for id_, record in _translations(knowledge):
        for sector, wording in record.sectors.items():
            said = [("term", None, wording.term), *(("also", number, text) for number, text in enumerate(wording.also))]
            for part, number, phrase in said:
                key = (sector, fold(phrase))
                if key in homes:
                    where = ("sectors", sector, part) if number is None else ("sectors", sector, part, number)
                    message = f"'{phrase}' stands for '{homes[key]}' in this sector already."
                    yield knowledge.problem("translations", id_, where, message)
                homes.setdefault(key, id_)


def opened_roles_list_a_skill(knowledge: Knowledge) -> Iterator[Problem]:
    """A role that a wording helps to open lists one of the duty's skills, or a narrower or broader one."""
    skills, roles = knowledge.records("skills"), knowledge.records("roles")
    for id_, record in _translations(knowledge):
        usable = {near for skill in (*record.skills, *record.shows) for near in _kin(skills, skill)}
        for sector, wording in record.sectors.items():
            for number, role in enumerate(wording.roles):
                where = ("sectors", sector, "roles", number)
                if role in wording.roles[:number]:
                    yield knowledge.problem("translations", id_, where, f"'{role}' is listed twice.")
                elif role in roles and usable.isdisjoint((*roles[role].skills.essential, *roles[role].skills.useful)):
                    message = f"'{role}' lists none of the skills of this duty, so the duty does not help to open it."
                    yield knowledge.problem("translations", id_, where, message)


def _translations(knowledge: Knowledge) -> Iterable[tuple[str, Translation]]:
    return knowledge.records("translations").items()


def _kin(skills: dict[str, Skill], id_: str) -> set[str]:
    """The skill *id_*, those it is a part of, and those that are a part of it."""
    narrower = {other for other, skill in skills.items() if id_ in skill.broader}
    return {id_, *(skills[id_].broader if id_ in skills else ()), *narrower}


TRANSLATION_RULES = (
    blanks_are_well_formed,
    sectors_are_covered,
    library_phrases_are_unique,
    phrases_of_a_sector_are_unique,
    opened_roles_list_a_skill,
)
"""The rules over translations, in the order in which they are applied."""
