"""The duties of a role in the words of another sector, and the roles that they help to open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.references import Named, role_named
from libcareer.engines.words.translation.phrases import stems
from libcareer.engines.words.translation.wordings import (
    TranslatedDuty,
    UntranslatedSkill,
    duties_with,
    sector_named,
    skill_key,
    skill_of,
    translated_duties,
    untranslated_skills,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from libcareer.catalog import Catalog
    from libcareer.catalog.briefs import DutyBrief

LEAST_SHARED = 2
"""Words that a duty of a role shares with a translated duty that its first skill does not name alone."""


class RoleDuty(Struct, frozen=True):
    """A duty of a role, with the ids of the translated duties and the skills without one that are in it."""

    does: str
    duties: tuple[str, ...]
    skills: tuple[str, ...]


class OpenedRole(Struct, frozen=True):
    """A role that some translated duties, by their titles, help to open."""

    id: str
    title: str
    through: tuple[str, ...]


class RoleTranslation(Struct, frozen=True):
    """The duties of a role in the words of *sector*, or of every sector, in the order of the role.

    Each translated duty is here because of one of the role's, which it quotes.
    *opens* are the roles that most of its duties help to open, most first.
    """

    role: Named
    sector: Named | None
    work: tuple[RoleDuty, ...]
    duties: tuple[TranslatedDuty, ...]
    skills: tuple[UntranslatedSkill, ...]
    opens: tuple[OpenedRole, ...]


def role_translation(catalog: Catalog, role: str, sector: str | None = None) -> RoleTranslation:
    """The duties of *role* in their order, in the words of *sector* or of all, each kind of duty once."""
    keys: dict[str, str] = {}
    work = []
    for duty in catalog.work[role].duties:
        here = dict.fromkeys(_done(catalog, duty))
        for key in here:
            keys.setdefault(key, duty.does)
        told = tuple(key for key in here if key in catalog.translations)
        work.append(RoleDuty(duty.does, told, tuple(skill_of(key) for key in here if key not in catalog.translations)))
    duties = translated_duties(catalog, keys, sector)
    return RoleTranslation(
        role=role_named(catalog, role),
        sector=sector_named(catalog, sector) if sector else None,
        work=tuple(work),
        duties=duties,
        skills=untranslated_skills(catalog, keys, duties),
        opens=_opened(duties, role),
    )


def _done(catalog: Catalog, duty: DutyBrief) -> Iterator[str]:
    """The keys of what is done in a *duty* of a role: translated duties, and skills that have another name elsewhere.

    The first skill of the duty leads to the one translated duty that it names. A further skill, or one that names
    several, does so only if LEAST_SHARED words agree: otherwise whoever sorts returns would take inventory.
    """
    own = catalog.vocabulary.duties
    for number, skill in enumerate(duty.skills):
        named = duties_with(catalog, skill)
        if not named and catalog.skills[skill].elsewhere:
            yield skill_key(skill)
        for id_ in named:
            record = catalog.translations[id_]
            words = stems(" ".join((record.title, *record.phrases, catalog.titles("skills")[skill])), own)
            if (number == 0 and len(named) == 1) or len(words & stems(duty.does, own)) >= LEAST_SHARED:
                yield id_


def _opened(duties: Iterable[TranslatedDuty], role: str) -> tuple[OpenedRole, ...]:
    """The roles that *duties* help to open, but *role* itself, those of most duties first."""
    through: dict[str, dict[str, None]] = {}
    titles: dict[str, str] = {}
    for duty in duties:
        for wording in duty.wordings:
            for one in wording.roles:
                titles[one.id] = one.title
                through.setdefault(one.id, {})[duty.title] = None
    order = sorted(through, key=lambda id_: (-len(through[id_]), id_))
    return tuple(OpenedRole(id_, titles[id_], tuple(through[id_])) for id_ in order if id_ != role)
