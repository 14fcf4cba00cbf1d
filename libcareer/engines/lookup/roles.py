"""Roles by filters: which roles pass, through which duty, and, if none does, which filter to drop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from libcareer.engines.lookup.filters import Filter, FilterName
from libcareer.engines.pay.figures import PayFigure, pay
from libcareer.engines.references import Named
from libcareer.errors import NothingHeld
from libcareer.knowledge.enums import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from libcareer.catalog import Catalog
    from libcareer.catalog.briefs import RoleBrief

NAMED = (FilterName.SETTING, FilterName.CLUSTER, FilterName.EDUCATION, FilterName.PLACE)
"""RoleFilters of roles with one value."""

SWITCHES = (FilterName.NO_MASTERS, FilterName.NO_DEGREE, FilterName.PART_TIME, FilterName.REMOTE)
"""RoleFilters of roles that are on or off."""


class RoleFilters(Struct, frozen=True):
    """What a role must have to be listed; *skills*, *setting*, *cluster* and *education* are ids."""

    skills: tuple[str, ...] = ()
    setting: str | None = None
    cluster: str | None = None
    education: str | None = None
    place: Place | None = None
    no_masters: bool = False
    no_degree: bool = False
    part_time: bool = False
    remote: bool = False


class SkillHit(Struct, frozen=True):
    """How a role has the skill *asked*: by which of its own skills, and through which duty.

    *share* is the share of the role's duties, 0 to 1, that exercise the skill or a narrower one.
    """

    asked: str
    skill: str
    title: str
    importance: str
    share: float
    duty: str | None


class FoundRole(Struct, frozen=True):
    """A role that passes all filters; *pay* is that in the place asked for, None without one."""

    id: str
    title: str
    summary: str
    cluster: str
    place: str
    education: str
    hits: tuple[SkillHit, ...] = ()
    pay: PayFigure | None = None


class Relaxation(Struct, frozen=True):
    """The single filter to drop to get a result, and the closest one that works in its place.

    *without* counts the roles that pass when *filter* is dropped; *then* those that pass with *instead*,
    which is None if no other value works.
    """

    filter: Filter
    without: int
    instead: Filter | None = None
    then: int = 0


class RoleList(Struct, frozen=True):
    """The roles that pass all *filters*, best fit first; *of* counts all roles.

    *blame* says which filter to drop; None if there are roles, or if dropping any one filter finds none.
    *clusters* are those that the roles belong to.
    """

    filters: tuple[Filter, ...]
    count: int
    of: int
    roles: tuple[FoundRole, ...]
    blame: Relaxation | None = None
    clusters: tuple[Named, ...] = ()


def roles(catalog: Catalog, filters: RoleFilters, here: str | None = None) -> RoleList:
    """The roles of *catalog* that pass all *filters*; with *here*, the id of a place, each with its pay there.

    Roles for which the skills asked for are essential come first, then those with more duties that use them. Raises
    NothingHeld if *catalog* has no role.
    """
    if not catalog.briefs:
        raise NothingHeld("role")
    found = [_found(catalog, id_, filters, here) for id_ in matching(catalog, filters)]
    found.sort(key=lambda role: (_rank(role), role.title))
    return RoleList(
        filters=tuple(one for one, _ in _dropped(filters)),
        count=len(found),
        of=len(catalog.briefs),
        roles=tuple(found),
        blame=None if found else _relaxation(catalog, filters),
        clusters=_clusters(catalog, found),
    )


def _clusters(catalog: Catalog, found: Iterable[FoundRole]) -> tuple[Named, ...]:
    ids = {catalog.briefs[role.id].cluster for role in found}
    return tuple(Named(id_, title) for id_, title in catalog.titles("clusters").items() if id_ in ids)


def matching(catalog: Catalog, filters: RoleFilters) -> list[str]:
    """Ids of the roles that pass all *filters*, in the order of the catalog."""
    tests = list(_tests(catalog, filters))
    ids: Iterable[str] = catalog.briefs
    for skill in filters.skills:
        having = catalog.using(catalog.family(skill))
        ids = having if ids is catalog.briefs else [id_ for id_ in ids if id_ in set(having)]
    return [id_ for id_ in ids if all(test(catalog.briefs[id_]) for test in tests)]


def _tests(catalog: Catalog, filters: RoleFilters) -> Iterator[Callable[[RoleBrief], bool]]:
    if filters.setting:
        yield lambda brief: filters.setting in brief.settings
    if filters.cluster:
        yield lambda brief: brief.cluster == filters.cluster
    if filters.place:
        # A role at the edge of the field counts as inside and as outside.
        yield lambda card: card.place in (filters.place, Place.EDGE)
    ceiling = _education_ceiling(catalog, filters)
    if ceiling is not None:
        yield lambda brief: catalog.ranks[brief.education.typical] <= ceiling
    if filters.part_time:
        yield lambda brief: brief.conditions.mostly_part_time
    if filters.remote:
        yield lambda brief: brief.conditions.also_remote


def _education_ceiling(catalog: Catalog, filters: RoleFilters) -> int | None:
    """The highest rank of education that a role may typically ask for; None without a limit."""
    if not (filters.education or filters.no_masters or filters.no_degree):
        return None
    ranks = catalog.ranks
    ceilings = [
        *([ranks[filters.education]] if filters.education else []),
        *(ranks[level] for level in _ceilings(catalog, filters)),
    ]
    return min(ceilings, default=None)


def _ceilings(catalog: Catalog, filters: RoleFilters) -> Iterator[str]:
    """The highest levels of education that --no-masters and --no-degree let pass; none if the pack names none."""
    if filters.no_masters and catalog.pack.no_masters:
        yield catalog.pack.no_masters
    if filters.no_degree and catalog.pack.no_degree:
        yield catalog.pack.no_degree


def _found(catalog: Catalog, id_: str, filters: RoleFilters, here: str | None) -> FoundRole:
    brief = catalog.briefs[id_]
    return FoundRole(
        id=id_,
        title=brief.title,
        summary=brief.summary,
        cluster=catalog.titles("clusters")[brief.cluster],
        place=brief.place.value,
        education=catalog.titles("education")[brief.education.typical],
        hits=tuple(_hit(catalog, id_, skill) for skill in filters.skills),
        pay=pay(catalog, id_, here) if here else None,
    )


def _hit(catalog: Catalog, id_: str, asked: str) -> SkillHit:
    """How the role *id_* has the skill *asked*: by the one of its family that is essential and that most duties use."""
    skills, duties = catalog.briefs[id_].skills, catalog.work[id_].duties
    family = catalog.family(asked)
    essential = [skill for skill in family if skill in skills.essential]
    listed = essential or [skill for skill in family if skill in skills.useful]
    skill = max(listed, key=lambda id_: sum(id_ in duty.skills for duty in duties))
    through = next((duty.does for duty in duties if skill in duty.skills), None)
    exercised = sum(not set(family).isdisjoint(duty.skills) for duty in duties)
    return SkillHit(
        asked=asked,
        skill=skill,
        title=catalog.titles("skills")[skill],
        importance="essential" if essential else "useful",
        share=exercised / len(duties),
        duty=through,
    )


def _rank(role: FoundRole) -> tuple[int, float]:
    """A sort key, lower is better: skills that are only useful, then the negative share of duties that use them."""
    return sum(hit.importance == "useful" for hit in role.hits), -sum(hit.share for hit in role.hits)


def _dropped(filters: RoleFilters) -> Iterator[tuple[Filter, RoleFilters]]:
    """Each filter that is set, with the other filters that remain when it is dropped."""
    for skill in filters.skills:
        rest = tuple(other for other in filters.skills if other != skill)
        yield Filter(FilterName.SKILL, skill), replace(filters, skills=rest)
    for name in NAMED:
        if value := getattr(filters, name):
            yield Filter(name, str(value)), replace(filters, **{name.value: None})
    for name in SWITCHES:
        if getattr(filters, name):
            yield Filter(name), replace(filters, **{name.value: False})


def _relaxation(catalog: Catalog, filters: RoleFilters) -> Relaxation | None:
    """The filter whose removal leaves most roles; None if removing any one filter leaves none."""
    counts = [(len(matching(catalog, rest)), dropped, rest) for dropped, rest in _dropped(filters)]
    if not counts:
        return None
    count, dropped, rest = max(counts, key=lambda found: found[0])
    if not count:
        return None
    instead, then = _instead(catalog, dropped, rest)
    return Relaxation(dropped, count, instead, then)


def _instead(catalog: Catalog, dropped: Filter, rest: RoleFilters) -> tuple[Filter | None, int]:
    """The closest filter to put in place of the one *dropped*, and how many roles pass it and the *rest*."""
    asked = {one for one, _ in _dropped(rest)}
    counts = [
        (len(matching(catalog, filters)), one)
        for one, filters in _alternatives(catalog, dropped, rest)
        if one not in asked
    ]
    if dropped.name is FilterName.EDUCATION:
        # The lowest level that finds a role is closest to the wish, not the one that finds most.
        count, best = next((found for found in counts if found[0]), (0, None))
    else:
        count, best = max(counts, key=lambda found: found[0], default=(0, None))
    return (best, count) if count else (None, 0)


def _alternatives(catalog: Catalog, dropped: Filter, rest: RoleFilters) -> Iterator[tuple[Filter, RoleFilters]]:
    """RoleFilters close to the one *dropped*, each with all filters if it is added to the *rest*."""
    match dropped.name:
        case FilterName.SKILL:
            for skill in _near(catalog, dropped.value or ""):
                yield Filter(FilterName.SKILL, skill), replace(rest, skills=(*rest.skills, skill))
        case FilterName.SETTING:
            for id_ in catalog.settings:
                if id_ != dropped.value:
                    yield Filter(FilterName.SETTING, id_), replace(rest, setting=id_)
        case FilterName.CLUSTER:
            for id_ in catalog.clusters:
                if id_ != dropped.value:
                    yield Filter(FilterName.CLUSTER, id_), replace(rest, cluster=id_)
        case FilterName.EDUCATION:
            for id_, level in catalog.education.items():
                if level.rank > catalog.education[dropped.value or ""].rank:
                    yield Filter(FilterName.EDUCATION, id_), replace(rest, education=id_)
        case FilterName.NO_DEGREE:
            yield Filter(FilterName.NO_MASTERS), replace(rest, no_masters=True)


def _near(catalog: Catalog, skill: str) -> list[str]:
    """Skills close to *skill*: broader ones and their other parts, or, if it has none, its group."""
    broader = catalog.skills[skill].broader
    siblings = [id_ for parent in broader for id_ in catalog.narrower.get(parent, ())]
    near = [id_ for id_ in (*broader, *siblings) if id_ != skill]
    if near:
        return near
    return [id_ for _, ids in catalog.groups.values() if skill in ids for id_ in ids if id_ != skill]
