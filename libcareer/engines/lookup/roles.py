"""Roles found by filters: which ones, through which duty, and, if none, which filter is to blame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from libcareer.knowledge.enums import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from libcareer.catalog import Catalog
    from libcareer.catalog.briefs import RoleBrief


CEILINGS = {"no_masters": "bachelor", "no_degree": "certificate"}
"""The highest level of education that is left by each wish to do without a degree."""


class Filters(Struct, frozen=True):
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


class Hit(Struct, frozen=True):
    """How a role has a skill that was asked for: by which of its own skills, and through which duty.

    *share* is the part of the role's duties, 0 to 1, that exercise the skill or a narrower one.
    """

    asked: str
    skill: str
    title: str
    importance: str
    share: float
    duty: str | None


class Found(Struct, frozen=True):
    """A role that passes all filters."""

    id: str
    title: str
    summary: str
    cluster: str
    place: str
    education: str
    hits: tuple[Hit, ...] = ()


class Blame(Struct, frozen=True):
    """The one filter without which something would be found, and the nearest that finds something.

    *without* counts the roles found when *filter* is dropped; *instead* is another value for it, as
    it would be typed, with *then* roles; None if no other value helps.
    """

    filter: str
    without: int
    instead: str | None = None
    then: int = 0


class RoleList(Struct, frozen=True):
    """The roles that pass the filters, most fitting first; with none, whom to blame."""

    filters: tuple[str, ...]
    count: int
    of: int
    roles: tuple[Found, ...]
    blame: Blame | None = None


def roles(catalog: Catalog, filters: Filters) -> RoleList:
    """The roles of *catalog* that pass all *filters*: essential skills first, then by how much of the work they are."""
    found = [_found(catalog, id_, filters) for id_ in matching(catalog, filters)]
    found.sort(key=lambda role: (_rank(role), role.title))
    return RoleList(
        filters=tuple(typed for typed, _ in _loosened(filters)),
        count=len(found),
        of=len(catalog.briefs),
        roles=tuple(found),
        blame=None if found else _blame(catalog, filters),
    )


def matching(catalog: Catalog, filters: Filters) -> list[str]:
    """Ids of the roles that pass all *filters*, in the order of the catalog."""
    tests = list(_tests(catalog, filters))
    ids: Iterable[str] = catalog.briefs
    for skill in filters.skills:
        having = catalog.using(catalog.family(skill))
        ids = having if ids is catalog.briefs else [id_ for id_ in ids if id_ in set(having)]
    return [id_ for id_ in ids if all(test(catalog.briefs[id_]) for test in tests)]


def _tests(catalog: Catalog, filters: Filters) -> Iterator[Callable[[RoleBrief], bool]]:
    if filters.setting:
        yield lambda brief: filters.setting in brief.settings
    if filters.cluster:
        yield lambda brief: brief.cluster == filters.cluster
    if filters.place:
        # Work at the edge of libraries is within reach of both wishes.
        yield lambda brief: brief.place in (filters.place, Place.CROSSOVER)
    ceiling = _education_ceiling(catalog, filters)
    if ceiling is not None:
        yield lambda brief: catalog.ranks[brief.education.typical] <= ceiling
    if filters.part_time:
        yield lambda brief: brief.conditions.mostly_part_time
    if filters.remote:
        yield lambda brief: brief.conditions.also_remote


def _education_ceiling(catalog: Catalog, filters: Filters) -> int | None:
    """The highest rank of education a role may typically ask for."""
    if not (filters.education or filters.no_masters or filters.no_degree):
        return None
    ranks = catalog.ranks
    ceilings = [
        *([ranks[filters.education]] if filters.education else []),
        *(ranks[level] for name, level in CEILINGS.items() if getattr(filters, name)),
    ]
    return min(ceilings)


def _found(catalog: Catalog, id_: str, filters: Filters) -> Found:
    brief = catalog.briefs[id_]
    return Found(
        id=id_,
        title=brief.title,
        summary=brief.summary,
        cluster=catalog.titles("clusters")[brief.cluster],
        place=brief.place.value,
        education=catalog.titles("education")[brief.education.typical],
        hits=tuple(_hit(catalog, id_, skill) for skill in filters.skills),
    )


def _hit(catalog: Catalog, id_: str, asked: str) -> Hit:
    """How role *id_* has the skill *asked*: by the skill of its family that is essential and most used."""
    skills, duties = catalog.briefs[id_].skills, catalog.work[id_].duties
    family = catalog.family(asked)
    essential = [skill for skill in family if skill in skills.essential]
    listed = essential or [skill for skill in family if skill in skills.useful]
    skill = max(listed, key=lambda id_: sum(id_ in duty.skills for duty in duties))
    through = next((duty.does for duty in duties if skill in duty.skills), None)
    exercised = sum(not set(family).isdisjoint(duty.skills) for duty in duties)
    return Hit(
        asked=asked,
        skill=skill,
        title=catalog.titles("skills")[skill],
        importance="essential" if essential else "useful",
        share=exercised / len(duties),
        duty=through,
    )


def _rank(role: Found) -> tuple[int, float]:
    """Fewer is better: skills that are only useful, then the part of the work that needs none of them."""
    return sum(hit.importance == "useful" for hit in role.hits), -sum(hit.share for hit in role.hits)


def _loosened(filters: Filters) -> Iterator[tuple[str, Filters]]:
    """Each filter as it would be typed on the command line, with the filters that remain without it."""
    for skill in filters.skills:
        rest = tuple(other for other in filters.skills if other != skill)
        yield f"--skill {skill}", replace(filters, skills=rest)
    for name in ("setting", "cluster", "education", "place"):
        if value := getattr(filters, name):
            typed = f"--{value}" if name == "place" else f"--{name} {value}"
            yield typed, replace(filters, **{name: None})
    for name in ("no_masters", "no_degree", "part_time", "remote"):
        if getattr(filters, name):
            yield f"--{name.replace('_', '-')}", replace(filters, **{name: False})


def _blame(catalog: Catalog, filters: Filters) -> Blame | None:
    """The filter whose loss finds most; None if it takes the loss of two to find anything."""
    counts = [(len(matching(catalog, rest)), typed, rest) for typed, rest in _loosened(filters)]
    count, typed, rest = max(counts, key=lambda found: found[0], default=(0, "", filters))
    if not count:
        return None
    instead, then = _instead(catalog, typed, rest)
    return Blame(typed, count, instead, then)


def _instead(catalog: Catalog, typed: str, rest: Filters) -> tuple[str | None, int]:
    """Another value for the filter *typed* that finds something with the *rest*, and how much."""
    option, _, value = typed.partition(" ")
    if option == "--skill":
        tries = {f"--skill {skill}": replace(rest, skills=(*rest.skills, skill)) for skill in _kin(catalog, value)}
    elif option in ("--setting", "--cluster"):
        name = option[2:]
        terms = catalog.settings if name == "setting" else catalog.clusters
        tries = {f"{option} {id_}": replace(rest, **{name: id_}) for id_ in terms if id_ != value}
    elif option == "--education":
        higher = [id_ for id_, level in catalog.education.items() if level.rank > catalog.education[value].rank]
        tries = {f"--education {id_}": replace(rest, education=id_) for id_ in higher}
        # The lowest level that finds something is nearest to the wish, not the one that finds most.
        for option_typed, filters in tries.items():
            if count := len(matching(catalog, filters)):
                return option_typed, count
        return None, 0
    elif option == "--no-degree":
        tries = {"--no-masters": replace(rest, no_masters=True)}
    else:
        tries = {}
    asked = {other for other, _ in _loosened(rest)}
    counts = [(len(matching(catalog, filters)), other) for other, filters in tries.items() if other not in asked]
    count, best = max(counts, key=lambda found: found[0], default=(0, ""))
    return (best, count) if count else (None, 0)


def _kin(catalog: Catalog, skill: str) -> list[str]:
    """Skills near to *skill*: the broader ones, their other parts, and its own group."""
    broader = catalog.skills[skill].broader
    sisters = [id_ for parent in broader for id_ in catalog.narrower.get(parent, ())]
    near = [id_ for id_ in (*broader, *sisters) if id_ != skill]
    if near:
        return near
    return [id_ for _, ids in catalog.groups.values() if skill in ids for id_ in ids if id_ != skill]
