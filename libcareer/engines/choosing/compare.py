"""Two to four roles side by side: the work, the way in, the pay, the skills, and what decides between them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.choosing.differences import FACETS, Deciding, Means, deciding, differences
from libcareer.engines.lookup.role import Asking, profile
from libcareer.engines.paths.graph import Graph
from libcareer.engines.paths.path import Path, Route, path
from libcareer.engines.paths.search import HOP_MONTHS
from libcareer.engines.pay import OutlookFigure, PayFigure
from libcareer.engines.references import Named, role_named
from libcareer.engines.similarity import skills_of
from libcareer.knowledge.enums import Asked
from libcareer.knowledge.model import Remark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from libcareer.catalog import Catalog

LEADING = 3
"""How many groups of skills are told of what fills the day."""


DIRECT = 2
"""Jobs on a way by one move: the one held and the goal."""


class Portion(Struct, frozen=True):
    """A group of skills, and in how many *of* the duties it is exercised."""

    group: Named
    duties: int
    of: int


class Side(Struct, frozen=True):
    """One role of the comparison; *route* is the way to it, None where *stuck* says why there is none."""

    id: str
    title: str
    cluster: str
    place: str
    summary: str
    day: str
    work: tuple[Portion, ...]
    facets: dict[str, int]
    conditions: dict[str, str]
    conditions_note: str
    education: Asking
    route: Route | None
    stuck: str | None
    pay: PayFigure | None
    outlook: OutlookFigure | None
    counted_in: str
    like: Remark
    doubt: Remark


class Use(Struct, frozen=True):
    """How a *role* uses a skill: essential or useful, and which *narrower* skills of it the role names."""

    role: Named
    importance: str
    narrower: tuple[Named, ...]


class SkillLine(Struct, frozen=True):
    """A skill that at least one of the roles names, and who uses it, as such or as a narrower one."""

    id: str
    title: str
    uses: tuple[Use, ...]


class Crossing(Struct, frozen=True):
    """The way from one role to another for somebody *holding* what the first usually asks for."""

    origin: Named
    to: Named
    holding: tuple[str, ...]
    route: Route | None
    stuck: str | None


class Comparison(Struct, frozen=True):
    """The roles side by side; ways to them lead from *start* for a holder of *holding*.

    *apart* is all that sets them apart, most first; *questions* are those to ask oneself.
    """

    start: str
    holding: tuple[str, ...]
    sides: tuple[Side, ...]
    skills: tuple[SkillLine, ...]
    crossings: tuple[Crossing, ...]
    apart: tuple[Deciding, ...]
    questions: tuple[Deciding, ...]


def compare(
    catalog: Catalog, roles: Sequence[str], *, start: str | None = None, held: Iterable[str] = ()
) -> Comparison:
    """*roles*, different ids of *catalog*, compared for somebody in the role *start* who holds *held*.

    The order of *roles* is the order in which they are told and changes nothing else.
    """
    roles, held = tuple(roles), tuple(held)
    ways = {role: path(catalog, role, start=start, held=held) for role in roles}
    sides = tuple(_side(catalog, role, ways[role]) for role in roles)
    means = {side.id: Means(side.route, side.pay) for side in sides}
    return Comparison(
        start=ways[roles[0]].start,
        holding=ways[roles[0]].holding,
        sides=sides,
        skills=skill_lines(catalog, roles),
        crossings=tuple(crossing(catalog, one, other, held) for one in roles for other in roles if one != other),
        apart=tuple(differences(catalog, roles, means)),
        questions=deciding(catalog, roles, means),
    )


def _side(catalog: Catalog, id_: str, way: Path) -> Side:
    role, page = catalog.roles[id_], profile(catalog, id_)
    route = likeliest(way)
    return Side(
        id=id_,
        title=role.title,
        cluster=page.cluster,
        place=page.place,
        summary=role.summary,
        day=role.quiz.day,
        work=_work(catalog, id_),
        facets={facet: getattr(role.quiz.facets, facet) for facet in FACETS},
        conditions=page.conditions,
        conditions_note=page.conditions_note,
        education=page.education,
        route=route,
        stuck=way.stuck.reason if way.stuck else None,
        pay=page.pay,
        outlook=page.outlook,
        counted_in=page.counted_in[0],
        like=role.likes[0],
        doubt=role.drawbacks[0],
    )


def _work(catalog: Catalog, role: str) -> tuple[Portion, ...]:
    """The groups of skills that most duties of *role* exercise, most first."""
    duties = catalog.roles[role].duties
    counts = Counter(
        id_ for duty in duties for id_, (_, skills) in catalog.groups.items() if not set(duty.skills).isdisjoint(skills)
    )
    leading = counts.most_common(LEADING)
    return tuple(
        Portion(Named(id_, catalog.groups[id_][0]), count, len(duties))
        for id_, count in leading
        if count > 1 or leading[0][1] == 1  # what a single duty exercises fills no day, unless nothing does
    )


def likeliest(way: Path) -> Route | None:
    """The route of *way* to tell: by a move that leads straight there, else the one that takes least time.

    From a job `path` puts moves first. Where they lead round by other jobs, applying as somebody from
    outside may be shorter; each job on the way then counts as the search counts it.
    """
    if way.best is None or _jobs(way.best) <= DIRECT:
        return way.best
    return min((way.best, *way.others), key=_time)


def _time(route: Route) -> float:
    return sum(route.total.months) / 2 + HOP_MONTHS * _jobs(route)


def _jobs(route: Route) -> int:
    return sum(step.kind != "study" for step in route.steps)


def skill_lines(catalog: Catalog, roles: Sequence[str]) -> tuple[SkillLine, ...]:
    """Every skill that one of *roles* names, those that most of them share first.

    A narrower skill stands in the line of a broader one that another role, or the same, names: whoever
    does original cataloging shares cataloging with whoever does any.
    """
    named = {role: skills_of(catalog, role) for role in roles}
    everything = {skill for skills in named.values() for skill in skills}
    below = {narrower for skill in everything for narrower in catalog.family(skill) if narrower != skill}
    lines = [_line(catalog, skill, named) for skill in everything - below]
    return tuple(sorted(lines, key=_telling))


def _line(catalog: Catalog, skill: str, named: dict[str, tuple[str, ...]]) -> SkillLine:
    family = catalog.family(skill)
    uses = []
    for role, skills in named.items():
        through = [id_ for id_ in family if id_ in skills]
        if through:
            essential = not set(through).isdisjoint(catalog.briefs[role].skills.essential)
            narrower = tuple(Named(id_, catalog.skills[id_].title) for id_ in through if id_ != skill)
            uses.append(Use(role_named(catalog, role), "essential" if essential else "useful", narrower))
    return SkillLine(skill, catalog.skills[skill].title, tuple(uses))


def _telling(line: SkillLine) -> tuple[int, int, str]:
    """Fewer is sooner: roles that do not share it, roles for which it is only useful; then by title."""
    return -len(line.uses), -sum(use.importance == "essential" for use in line.uses), line.title


def crossing(catalog: Catalog, origin: str, to: str, held: Iterable[str] = ()) -> Crossing:
    """The way from *origin* to *to* for somebody who holds what that job asks for, and *held*."""
    usual = usually_held(catalog, origin)
    way = path(catalog, to, start=origin, held=dict.fromkeys((*usual, *held)))
    return Crossing(
        origin=role_named(catalog, origin),
        to=role_named(catalog, to),
        holding=way.holding,
        route=likeliest(way),
        stuck=way.stuck.reason if way.stuck else None,
    )


def usually_held(catalog: Catalog, role: str) -> tuple[str, ...]:
    """Ids of the credentials that somebody in *role* is taken to hold.

    These are the ones its entry needs and the degree of its usual education. Below a bachelor's there
    is no one degree: there it is the credential of that level that employers ask for, if they do.
    What only some employers or states ask for is not taken for granted.
    """
    record = catalog.roles[role]
    entry = record.entry.needs if record.entry else ()
    held = [need.credential for need in entry if need.credential and need.asked is not Asked.HABIT]
    level = record.education.typical
    if not any(catalog.credentials[id_].education == level for id_ in Graph(catalog).with_implied(held)):
        degrees = catalog.education[level].holds
        asked = {wanted.credential for wanted in record.credentials if wanted.asked is not Asked.HABIT}
        general = catalog.education[level].rank >= catalog.education["bachelor"].rank
        held += [id_ for id_ in degrees if general or id_ in asked]
    return tuple(dict.fromkeys(held))
