"""Duties of the field in the words of a sector, as results: term, line, proof, roles, and the reason for each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.references import Cite, Named, cite, role_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from libcareer.catalog import Catalog
    from libcareer.knowledge.model.translations import Wording


class SectorWording(Struct, frozen=True):
    """What a duty is typically called in a sector, a line for a resume with its blanks, the proof, and the roles."""

    sector: Named
    term: str
    also: tuple[str, ...]
    line: str
    blanks: tuple[str, ...]
    proof: str
    roles: tuple[Named, ...]
    caution: str | None


class TranslatedDuty(Struct, frozen=True):
    """A duty of the field in the words of the sectors asked for; *because* says why it is here.

    It *shows* more general skills as well. *missing* are sectors asked for in whose words it would be a stretch to
    tell the duty.
    """

    id: str
    title: str
    because: str
    skills: tuple[Named, ...]
    shows: tuple[Named, ...]
    wordings: tuple[SectorWording, ...]
    missing: tuple[Named, ...]
    year: int
    sources: tuple[Cite, ...]


class UntranslatedSkill(Struct, frozen=True):
    """A skill that no translation is recorded for, with what its own record says instead."""

    id: str
    title: str
    because: str
    elsewhere: str | None
    evidence: str | None


def sector_named(catalog: Catalog, id_: str) -> Named:
    """The sector *id_* with its title."""
    return Named(id_, catalog.titles("sectors")[id_])


def skill_named(catalog: Catalog, id_: str) -> Named:
    """The skill *id_* with its title."""
    return Named(id_, catalog.titles("skills")[id_])


def translated_duty(catalog: Catalog, id_: str, sector: str | None, because: str) -> TranslatedDuty:
    """The duty *id_* in the words of *sector*, or of every sector in their order."""
    record = catalog.translations[id_]
    asked = [sector] if sector else list(catalog.titles("sectors"))
    return TranslatedDuty(
        id=id_,
        title=record.title,
        because=because,
        skills=tuple(skill_named(catalog, skill) for skill in record.skills),
        shows=tuple(skill_named(catalog, skill) for skill in record.shows),
        wordings=tuple(sector_wording(catalog, one, record.sectors[one]) for one in asked if one in record.sectors),
        missing=tuple(sector_named(catalog, one) for one in asked if one not in record.sectors),
        year=record.year,
        sources=tuple(cite(catalog, source) for source in record.sources),
    )


def sector_wording(catalog: Catalog, sector: str, wording: Wording) -> SectorWording:
    """The *wording* of a duty in a *sector* as a result."""
    return SectorWording(
        sector=sector_named(catalog, sector),
        term=wording.term,
        also=wording.also,
        line=wording.line,
        blanks=tuple(re.findall(r"\[([^\[\]]+)\]", wording.line)),
        proof=wording.proof,
        roles=tuple(role_named(catalog, role) for role in wording.roles),
        caution=wording.caution,
    )


def untranslated_skill(catalog: Catalog, id_: str, because: str) -> UntranslatedSkill:
    """The skill *id_*, with what its record says about other employers."""
    skill = catalog.skills[id_]
    return UntranslatedSkill(id_, skill.title, because, skill.elsewhere, skill.evidence)


def duties_with(catalog: Catalog, skill: str) -> tuple[str, ...]:
    """The ids of the translated duties that *skill* leads to, by the first of these that there are.

    Duties of which it is the main skill; other duties that have it; the duties that a broader skill leads to.
    """
    records = catalog.translations.items()
    main = tuple(id_ for id_, record in records if record.skills[0] == skill)
    if found := main or tuple(id_ for id_, record in records if skill in record.skills):
        return found
    for broader in catalog.skills[skill].broader:
        if found := duties_with(catalog, broader):
            return found
    return ()


# ---------------------------------------------------------------------------- keys

_SKILL = "skill "
"""What the key of a skill begins with; that of a translated duty is its id."""


def skill_key(skill: str) -> str:
    """The key of a skill that no duty translates, among the ids of translated duties."""
    return f"{_SKILL}{skill}"


def skill_of(key: str) -> str:
    """The id of the skill with this *key*."""
    return key.removeprefix(_SKILL)


def translated_duties(catalog: Catalog, keys: Mapping[str, str], sector: str | None) -> tuple[TranslatedDuty, ...]:
    """The duties among *keys* in the words of *sector* or of all; each key comes with the reason for it."""
    return tuple(
        translated_duty(catalog, key, sector, because) for key, because in keys.items() if key in catalog.translations
    )


def untranslated_skills(
    catalog: Catalog, keys: Mapping[str, str], duties: Iterable[TranslatedDuty]
) -> tuple[UntranslatedSkill, ...]:
    """The skills among *keys*, and the main skill of each of *duties* that no sector asked for has words for.

    Each key comes with the reason for it. A main skill is left out if its own record says nothing about other
    employers either.
    """
    wordless = {
        duty.skills[0].id: f"No words for '{duty.title}' are recorded there; this is from the record of its main skill."
        for duty in duties
        if not duty.wordings and catalog.skills[duty.skills[0].id].elsewhere
    }
    named = {skill_of(key): because for key, because in keys.items() if key not in catalog.translations}
    return tuple(untranslated_skill(catalog, id_, because) for id_, because in {**wordless, **named}.items())
