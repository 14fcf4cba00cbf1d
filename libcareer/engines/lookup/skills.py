"""Skills by group, and the page of one: what it is, how to learn and show it, which roles need it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.references import Named, Pointer, pointer
from libcareer.errors import NothingHeld

if TYPE_CHECKING:
    from libcareer.catalog import Catalog


class NeedingRole(Struct, frozen=True):
    """A role that needs a skill: how important it is, *through* which skill of its family, and for which duty."""

    id: str
    title: str
    importance: str
    through: str
    duty: str | None


class SkillPage(Struct, frozen=True):
    """Everything libcareer knows about a skill."""

    id: str
    title: str
    summary: str
    group: str
    aliases: tuple[str, ...]
    elsewhere: str | None
    evidence: str | None
    learn: tuple[Pointer, ...]
    broader: tuple[Named, ...]
    narrower: tuple[Named, ...]
    roles: tuple[NeedingRole, ...]


class SkillLine(Struct, frozen=True):
    """A skill in a list: how many roles need it, and for how many of them it is essential."""

    id: str
    title: str
    summary: str
    roles: int
    essential: int


class VocabularyGroup(Struct, frozen=True):
    """A group of skills."""

    id: str
    title: str
    skills: tuple[SkillLine, ...]


class Vocabulary(Struct, frozen=True):
    """Skills by group; *count* is the number of skills."""

    count: int
    groups: tuple[VocabularyGroup, ...]


def vocabulary(catalog: Catalog, group: str | None = None) -> Vocabulary:
    """The skills of *catalog* by group, only those of one *group* if it is given; raises NothingHeld without any."""
    if not catalog.skills:
        raise NothingHeld("skill")
    needing = {id_: _roles_by_importance(catalog, id_) for id_ in catalog.skills}
    groups = tuple(
        VocabularyGroup(id_, title, tuple(_line(catalog, skill, needing[skill]) for skill in ids))
        for id_, (title, ids) in catalog.groups.items()
        if group in (None, id_)
    )
    return Vocabulary(sum(len(g.skills) for g in groups), groups)


def _line(catalog: Catalog, id_: str, needing: tuple[list[str], list[str]]) -> SkillLine:
    skill = catalog.skills[id_]
    essential, useful = needing
    return SkillLine(id_, skill.title, skill.summary, len(essential) + len(useful), len(essential))


def _roles_by_importance(catalog: Catalog, skill: str) -> tuple[list[str], list[str]]:
    """Ids of the roles for which *skill*, or a narrower one, is essential, and for which it is useful."""
    family = set(catalog.family(skill))
    essential = [id_ for id_, brief in catalog.briefs.items() if not family.isdisjoint(brief.skills.essential)]
    useful = [
        id_
        for id_, brief in catalog.briefs.items()
        if family.isdisjoint(brief.skills.essential) and not family.isdisjoint(brief.skills.useful)
    ]
    return essential, useful


def skill_page(catalog: Catalog, id_: str) -> SkillPage:
    """The page of the skill *id_*; roles for which it is essential come first."""
    skill = catalog.skills[id_]
    essential, useful = _roles_by_importance(catalog, id_)
    return SkillPage(
        id=id_,
        title=skill.title,
        summary=skill.summary,
        group=next(title for title, ids in catalog.groups.values() if id_ in ids),
        aliases=skill.aliases,
        elsewhere=skill.elsewhere,
        evidence=skill.evidence,
        learn=tuple(pointer(catalog, resource) for resource in skill.learn),
        broader=tuple(Named(broader, catalog.skills[broader].title) for broader in skill.broader),
        narrower=tuple(Named(below, catalog.skills[below].title) for below in catalog.narrower.get(id_, ())),
        roles=(
            *(_needing(catalog, role, id_, "essential") for role in essential),
            *(_needing(catalog, role, id_, "useful") for role in useful),
        ),
    )


def _needing(catalog: Catalog, role: str, asked: str, importance: str) -> NeedingRole:
    record = catalog.roles[role]
    listed = record.skills.essential if importance == "essential" else record.skills.useful
    through = next(skill for skill in catalog.family(asked) if skill in listed)
    duty = next((duty.does for duty in record.duties if through in duty.skills), None)
    return NeedingRole(role, record.title, importance, through, duty)
