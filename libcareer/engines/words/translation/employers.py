"""The way back: from a phrase of employers to the duties and skills of the field that it means.

A phrase is looked up among the words of employers in the translations, then among what skills are called outside
the field and the names of skills, by likeness (see `phrases`).
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.references import Named, role_named
from libcareer.engines.words.translation.phrases import Agreement, Phrase, Phrases, stems
from libcareer.engines.words.translation.translation import (
    LEAST_OF_FIRST,
    LONGEST,
    MOST_SEVERAL,
    SURE,
    Verdict,
    is_near,
)
from libcareer.engines.words.translation.wordings import (
    TranslatedDuty,
    UntranslatedSkill,
    duties_with,
    sector_named,
    skill_named,
    translated_duty,
    untranslated_skill,
)
from libcareer.errors import short
from libcareer.knowledge.enums import Place
from libcareer.knowledge.spelling import fold, parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcareer.catalog import Catalog

ELSEWHERE_WEIGHT, NAME_WEIGHT = 0.9, 0.8
"""What the words for a skill outside the field, and its names, count beside the words of employers."""


class Way(StrEnum):
    """How some words are taken: as words of the field, as a phrase of employers, or as the name of a role."""

    TO = "to"
    FROM = "from"
    ROLE = "role"


class ShownSkill(Struct, frozen=True):
    """A skill, and a duty of a role in the field that shows it; both are None if no such role has one."""

    skill: Named
    role: Named | None
    does: str | None


class BackTranslation(Struct, frozen=True):
    """The duties and skills of the field that the employers' phrase *asked* means, best first.

    With *sector* only the phrases of that sector count. *shown* has the main skill of each. *unknown* are those
    words that nothing here knows.
    """

    asked: str
    sector: Named | None
    verdict: Verdict
    duties: tuple[TranslatedDuty, ...]
    skills: tuple[UntranslatedSkill, ...]
    shown: tuple[ShownSkill, ...]
    unknown: tuple[str, ...]


def way(catalog: Catalog, words: str) -> Way:
    """How *words* are taken if the person does not say: by the first of these in which they are found.

    The words of the field for a duty; the title of a skill that a duty translates; a phrase of employers; another
    name of a skill; the name of a role. Words that are in none are taken as words of the field.
    """
    if words in catalog.translations:
        return Way.TO
    own = catalog.vocabulary.duties
    wanted, named = stems(words[:LONGEST], own), fold(words[:LONGEST])
    records = catalog.translations.values()
    if any(stems(text, own) == wanted for record in records for text in (record.title, *record.phrases)):
        return Way.TO
    told = {skill for record in records for skill in record.skills}
    if any(fold(catalog.titles("skills")[skill]) == named or fold(skill) == named for skill in told):
        return Way.TO
    if any(
        stems(text, own) == wanted
        for record in records
        for one in record.sectors.values()
        for text in (one.term, *one.also)
    ):
        return Way.FROM
    if named not in catalog.skill_names.ids and len(catalog.role_names.ids.get(named, ())) == 1:
        return Way.ROLE
    return Way.TO


def back_translation(catalog: Catalog, asked: str, sector: str | None = None) -> BackTranslation:
    """The duties and skills of the field that the employers' phrase *asked* means, in *sector* or in any."""
    phrases = employers_words(catalog, sector)
    words = asked[:LONGEST]
    near = [one for one in phrases.ranking(words) if is_near(one)]
    if same := phrases.same(words):
        meant = {key: _said_there(catalog, asked, key.partition("/")[2]) for key in same}
    elif same := _named(catalog, words):
        meant = dict.fromkeys(same, f"'{short(asked, 80)}' is a name of this skill.")
    else:
        meant = {one.key: f"It is most like '{one.phrase}'." for one in near if _is_first(one, near)}
    duties, skills = _told(catalog, meant, sector)
    meanings = len(duties) + len(skills)
    sure = bool(same) or (meanings == 1 and min(near[0].covered, near[0].likeness) >= SURE)
    words_for = {duty.skills[0].id: f"{duty.title} {asked}" for duty in duties} | {one.id: asked for one in skills}
    return BackTranslation(
        asked=asked,
        sector=sector_named(catalog, sector) if sector else None,
        verdict=Verdict.NONE if not meanings else Verdict.ONE if meanings == 1 and sure else Verdict.SEVERAL,
        duties=duties,
        skills=skills,
        shown=tuple(shown_skill(catalog, skill, text) for skill, text in words_for.items()),
        unknown=phrases.unknown(words),
    )


def _named(catalog: Catalog, words: str) -> tuple[str, ...]:
    """The keys of the skills that *words* are a name of."""
    return tuple(
        f"/{skill}" for skill in catalog.skill_names.ids.get(fold(words), ()) if stems(words, catalog.vocabulary.duties)
    )


def _said_there(catalog: Catalog, asked: str, sector: str) -> str:
    return f"'{short(asked, 80)}' is what employers in {catalog.titles('sectors')[sector].lower()} say."


def _is_first(one: Agreement, near: list[Agreement]) -> bool:
    """Whether *one* is among the first of *near*, and not far behind the very first."""
    return one in near[: 2 * MOST_SEVERAL] and one.score >= LEAST_OF_FIRST * near[0].score


def employers_words(catalog: Catalog, sector: str | None = None) -> Phrases:
    """The words of employers, in *sector* or in any, and what skills are called; for keys see `_phrases`."""
    return Phrases(_phrases(catalog, sector), catalog.vocabulary.duties)


def _phrases(catalog: Catalog, sector: str | None) -> Iterator[Phrase]:
    """The words of employers; the key of each is what it means and, after a slash, the sector that says so."""
    for id_, record in catalog.translations.items():
        for one, wording in record.sectors.items():
            if sector in (None, one):
                for text in (wording.term, *wording.also):
                    yield Phrase(f"{id_}/{one}", text)
    for id_, skill in catalog.skills.items():
        keys = [f"{duty}/" for duty in duties_with(catalog, id_)] or [f"/{id_}"]
        for key in keys:
            for text in parts(skill.elsewhere or ""):
                yield Phrase(key, text, ELSEWHERE_WEIGHT)
            for text in (skill.title, *skill.aliases):
                yield Phrase(key, text, NAME_WEIGHT)


def _told(
    catalog: Catalog, meant: dict[str, str], sector: str | None
) -> tuple[tuple[TranslatedDuty, ...], tuple[UntranslatedSkill, ...]]:
    """The duties and skills with the keys *meant*, up to MOST_SEVERAL together, each duty in one sector's words."""
    duties: dict[str, TranslatedDuty] = {}
    skills: dict[str, UntranslatedSkill] = {}
    for key, because in meant.items():
        id_, _, rest = key.partition("/")
        if len(duties) + len(skills) == MOST_SEVERAL:
            break
        if not id_:
            skills.setdefault(rest, untranslated_skill(catalog, rest, because))
        elif id_ not in duties:
            duties[id_] = translated_duty(catalog, id_, rest or sector, because)
    return tuple(duties.values()), tuple(skills.values())


def shown_skill(catalog: Catalog, skill: str, words: str) -> ShownSkill:
    """A duty of a role in the field that shows *skill*: of those most like *words*, one where the skill comes first."""
    own = catalog.vocabulary.duties
    wanted = stems(words, own)
    found = [
        (
            -len(wanted & stems(duty.does, own)),
            duty.skills.index(skill),
            skill not in catalog.briefs[role].skills.essential,
            role,
            duty.does,
        )
        for role in catalog.skilled.get(skill, ())
        if catalog.briefs[role].place is Place.INSIDE
        for duty in catalog.work[role].duties
        if skill in duty.skills
    ]
    if not found:
        return ShownSkill(skill_named(catalog, skill), None, None)
    *_, role, does = min(found)
    return ShownSkill(skill_named(catalog, skill), role_named(catalog, role), does)
