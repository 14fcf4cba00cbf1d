"""Roles that use the same skills as one role: what they share, what is missing, and the move between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.lookup.filters import Filter
from libcareer.engines.lookup.role import Door, role_page
from libcareer.engines.lookup.roles import roles
from libcareer.engines.pay.figures import OutlookFigure, PayFigure, outlook, pay
from libcareer.engines.references import Named, role_named
from libcareer.engines.similarity import kin, likeness

if TYPE_CHECKING:
    from collections.abc import Iterable

    from libcareer.catalog import Catalog
    from libcareer.engines.lookup.roles import FoundRole, RoleFilters


class SharedSkill(Struct, frozen=True):
    """A skill of the role that the other has too: its importance for the role.

    *there* are the narrower skills by which the other role has it; empty if it names the skill itself.
    """

    id: str
    title: str
    importance: str
    there: tuple[Named, ...]


class MissingSkill(Struct, frozen=True):
    """An essential skill of the other role that the role lacks; *near* is a related skill that it has."""

    id: str
    title: str
    near: Named | None


class RelatedRole(Struct, frozen=True):
    """A role with skills in common; *share* is their weight, 0 to 1, as `likeness` has it.

    *door* is a move to this role, *back* says whether there is one from it; *why* is the reason that the
    files give for looking at it. *outlook* is that of the occupation it is counted in, *pay* that in the place asked
    for, None without one.
    """

    id: str
    title: str
    summary: str
    cluster: str
    place: str
    education: str
    share: float
    shared: tuple[SharedSkill, ...]
    missing: tuple[MissingSkill, ...]
    door: Door | None
    back: bool
    why: str | None
    outlook: OutlookFigure | None
    pay: PayFigure | None = None


class RelatedRoles(Struct, frozen=True):
    """Roles that share a skill with *role* and pass *filters*, most similar first; *of* counts all others.

    *outlook* is that of the role itself, and so is *pay*, in the place asked for.
    """

    role: Named
    outlook: OutlookFigure | None
    filters: tuple[Filter, ...]
    count: int
    of: int
    roles: tuple[RelatedRole, ...]
    pay: PayFigure | None = None


def related_roles(catalog: Catalog, id_: str, filters: RoleFilters, here: str | None = None) -> RelatedRoles:
    """The roles that pass *filters* and share a skill with the role *id_*, or that its file or a move names.

    With *here*, the id of a place, each has its pay there.
    """
    page = role_page(catalog, id_)
    doors = {door.role.id: door for door in reversed(page.moves)}
    back = {door.role.id for door in page.moves_in}
    why = {near.role.id: near.why for near in page.related}
    passing = roles(catalog, filters)
    relatives = [
        _relative(catalog, id_, role, doors.get(role.id), role.id in back, why.get(role.id), here)
        for role in passing.roles
        if role.id != id_
    ]
    kept = [one for one in relatives if one.shared or one.door or one.why]
    kept.sort(key=lambda one: (-one.share, one.title))
    return RelatedRoles(
        role=role_named(catalog, id_),
        outlook=outlook(catalog, id_),
        filters=passing.filters,
        count=len(kept),
        of=len(catalog.briefs) - 1,
        roles=tuple(kept),
        pay=pay(catalog, id_, here) if here else None,
    )


def _relative(
    catalog: Catalog, id_: str, other: FoundRole, door: Door | None, back: bool, why: str | None, here: str | None
) -> RelatedRole:
    alike = likeness(catalog, id_, other.id)
    mine, theirs = catalog.briefs[id_].skills, catalog.briefs[other.id].skills
    return RelatedRole(
        id=other.id,
        title=other.title,
        summary=other.summary,
        cluster=other.cluster,
        place=other.place,
        education=other.education,
        share=alike.share,
        shared=tuple(
            SharedSkill(
                skill,
                catalog.skills[skill].title,
                "essential" if skill in mine.essential else "useful",
                _named(catalog, skill, (*theirs.essential, *theirs.useful)),
            )
            for skill in alike.shared
        ),
        missing=tuple(
            MissingSkill(skill, catalog.skills[skill].title, _near(catalog, skill, (*mine.essential, *mine.useful)))
            for skill in alike.missing
        ),
        door=door,
        back=back,
        why=why,
        outlook=outlook(catalog, other.id),
        pay=pay(catalog, other.id, here) if here else None,
    )


def _named(catalog: Catalog, skill: str, theirs: Iterable[str]) -> tuple[Named, ...]:
    """The narrower skills among *theirs* by which another role has *skill*; none if it names the skill itself."""
    listed = frozenset(theirs)
    if skill in listed:
        return ()
    return tuple(Named(id_, catalog.skills[id_].title) for id_ in catalog.family(skill) if id_ in listed)


def _near(catalog: Catalog, skill: str, mine: Iterable[str]) -> Named | None:
    """The first of the skills *mine* that is broader or narrower than *skill*; None if there is none."""
    above = [id_ for id_ in mine if id_ in kin(catalog, skill)]
    return Named(above[0], catalog.skills[above[0]].title) if above else None
