"""Roles that use the same skills as one role: what they share, what one would have to learn, how one gets there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.lookup.role import Door, profile
from libcareer.engines.lookup.roles import roles as find
from libcareer.engines.pay import OutlookFigure, outlook
from libcareer.engines.references import Named, role_named
from libcareer.engines.similarity import kin, likeness

if TYPE_CHECKING:
    from collections.abc import Iterable

    from libcareer.catalog import Catalog
    from libcareer.engines.lookup.roles import Filters, Found


class Shared(Struct, frozen=True):
    """A skill of the role that the other has too: how much the role needs it, and how the other names it."""

    id: str
    title: str
    importance: str
    there: tuple[Named, ...]


class Lacking(Struct, frozen=True):
    """An essential skill of the other role to learn; *near* is a broader one of it that the role has."""

    id: str
    title: str
    near: Named | None


class Relative(Struct, frozen=True):
    """A role with skills in common, *share* of them by weight, 0 to 1; how one gets there and why one might.

    *door* is a move that leads straight there, *back* one that leads from there; *why* is the reason for
    which the role's own file names it. *outlook* is that of the occupation it is counted in.
    """

    id: str
    title: str
    summary: str
    cluster: str
    place: str
    education: str
    share: float
    shared: tuple[Shared, ...]
    missing: tuple[Lacking, ...]
    door: Door | None
    back: bool
    why: str | None
    outlook: OutlookFigure | None


class Relatives(Struct, frozen=True):
    """The roles with anything in common with *role* that pass the *filters*, most alike first, of all the others.

    *outlook* is that of the role itself.
    """

    role: Named
    outlook: OutlookFigure | None
    filters: tuple[str, ...]
    count: int
    of: int
    roles: tuple[Relative, ...]


def related(catalog: Catalog, id_: str, filters: Filters) -> Relatives:
    """The roles of *catalog* that pass *filters* and share a skill with the role *id_*, or are named by it."""
    page = profile(catalog, id_)
    doors = {door.role.id: door for door in reversed(page.moves)}
    back = {door.role.id for door in page.moves_in}
    why = {near.role.id: near.why for near in page.related}
    passing = find(catalog, filters)
    relatives = [
        _relative(catalog, id_, role, doors.get(role.id), role.id in back, why.get(role.id))
        for role in passing.roles
        if role.id != id_
    ]
    kept = [one for one in relatives if one.shared or one.door or one.why]
    kept.sort(key=lambda one: (-one.share, one.title))
    return Relatives(
        role=role_named(catalog, id_),
        outlook=outlook(catalog, id_),
        filters=passing.filters,
        count=len(kept),
        of=len(catalog.briefs) - 1,
        roles=tuple(kept),
    )


def _relative(catalog: Catalog, id_: str, other: Found, door: Door | None, back: bool, why: str | None) -> Relative:
    alike = likeness(catalog, id_, other.id)
    mine, theirs = catalog.briefs[id_].skills, catalog.briefs[other.id].skills
    return Relative(
        id=other.id,
        title=other.title,
        summary=other.summary,
        cluster=other.cluster,
        place=other.place,
        education=other.education,
        share=alike.share,
        shared=tuple(
            Shared(
                skill,
                catalog.skills[skill].title,
                "essential" if skill in mine.essential else "useful",
                _named(catalog, skill, (*theirs.essential, *theirs.useful)),
            )
            for skill in alike.shared
        ),
        missing=tuple(
            Lacking(skill, catalog.skills[skill].title, _near(catalog, skill, (*mine.essential, *mine.useful)))
            for skill in alike.missing
        ),
        door=door,
        back=back,
        why=why,
        outlook=outlook(catalog, other.id),
    )


def _named(catalog: Catalog, skill: str, theirs: Iterable[str]) -> tuple[Named, ...]:
    """The narrower skills by which another role has *skill*; none if it names the skill itself."""
    listed = frozenset(theirs)
    if skill in listed:
        return ()
    return tuple(Named(id_, catalog.skills[id_].title) for id_ in catalog.family(skill) if id_ in listed)


def _near(catalog: Catalog, skill: str, mine: Iterable[str]) -> Named | None:
    """A broader skill of *skill* among *mine*: somebody who has it has made a beginning."""
    above = [id_ for id_ in mine if id_ in kin(catalog, skill)]
    return Named(above[0], catalog.skills[above[0]].title) if above else None
