"""Roles side by side: work, way in, pay, skills, routes between them, and the questions that decide."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.choosing.differences import DecidingQuestion, Means, deciding_questions, differences
from libcareer.engines.choosing.scales import FACET_SCALES
from libcareer.engines.lookup.role import Requirement, role_page
from libcareer.engines.paths.path import Path, Route, path_from
from libcareer.engines.paths.situation import NOTHING_STATED, Stated
from libcareer.engines.pay.figures import OutlookFigure, PayFigure, pay
from libcareer.engines.references import Named, role_named
from libcareer.engines.similarity import skills_of
from libcareer.knowledge.model.roles import Remark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from libcareer.catalog import Catalog

LARGEST_GROUPS = 3
"""How many groups of skills describe the work of a role."""


class SkillGroupShare(Struct, frozen=True):
    """A group of skills, and how many *of* the duties use it."""

    group: Named
    duties: int
    of: int


class ComparedRole(Struct, frozen=True):
    """One role of the comparison; *route* leads to it, or is None and *stuck* is the reason.

    *facets* are indexes of the steps in `FACET_SCALES`.
    """

    id: str
    title: str
    cluster: str
    place: str
    summary: str
    day: str
    work: tuple[SkillGroupShare, ...]
    facets: dict[str, int]
    conditions: dict[str, str]
    conditions_note: str
    education: Requirement
    route: Route | None
    stuck: str | None
    pay: PayFigure | None
    outlook: OutlookFigure | None
    counted_in: str
    like: Remark
    doubt: Remark
    shown: tuple[str, ...] = ()
    not_shown: tuple[str, ...] = ()


class SkillUse(Struct, frozen=True):
    """How a *role* uses a skill: its importance, and the *narrower* skills of it that the role names."""

    role: Named
    importance: str
    narrower: tuple[Named, ...]


class ComparedSkill(Struct, frozen=True):
    """A skill that at least one role names, and the roles that use it or a narrower one."""

    id: str
    title: str
    uses: tuple[SkillUse, ...]


class Crossing(Struct, frozen=True):
    """The route from one role to another for a person *holding* what the first usually asks for."""

    origin: Named
    to: Named
    holding: tuple[str, ...]
    route: Route | None
    stuck: str | None


class Comparison(Struct, frozen=True):
    """The roles side by side; routes to them begin at *start* for a person *holding* some credentials.

    *assumed* is what people at the start usually hold besides, and *presumed* its ids. *apart* are all
    differences, largest first; *questions* are the two or three that decide.
    """

    start: str
    holding: tuple[str, ...]
    assumed: tuple[str, ...]
    presumed: tuple[str, ...]
    stated: Stated
    sides: tuple[ComparedRole, ...]
    skills: tuple[ComparedSkill, ...]
    crossings: tuple[Crossing, ...]
    apart: tuple[DecidingQuestion, ...]
    questions: tuple[DecidingQuestion, ...]


def comparison(catalog: Catalog, roles: Sequence[str], stated: Stated = NOTHING_STATED) -> Comparison:
    """The comparison of *roles*, different ids, for a person who stands where they *stated*.

    The order of *roles* is the order of the result and changes nothing else.
    """
    roles = tuple(roles)
    ways = {role: path_from(catalog, role, stated) for role in roles}
    sides = tuple(_side(catalog, role, ways[role], stated.place) for role in roles)
    means = {side.id: Means(side.route, side.pay) for side in sides}
    return Comparison(
        start=ways[roles[0]].start,
        holding=ways[roles[0]].holding,
        assumed=ways[roles[0]].assumed,
        presumed=ways[roles[0]].presumed,
        stated=stated,
        sides=sides,
        skills=compared_skills(catalog, roles),
        crossings=tuple(crossing(catalog, one, other, stated.held) for one in roles for other in roles if one != other),
        apart=tuple(differences(catalog, roles, means)),
        questions=deciding_questions(catalog, roles, means),
    )


def _side(catalog: Catalog, id_: str, way: Path, here: str | None) -> ComparedRole:
    role, page = catalog.roles[id_], role_page(catalog, id_)
    return ComparedRole(
        id=id_,
        title=role.title,
        cluster=page.cluster,
        place=page.place,
        summary=role.summary,
        day=role.quiz.day,
        work=_work(catalog, id_),
        facets={facet: scale.step(getattr(role.quiz.facets, facet)) for facet, scale in FACET_SCALES.items()},
        conditions=page.conditions,
        conditions_note=page.conditions_note,
        education=page.education,
        route=way.best,
        stuck=way.stuck.reason if way.stuck else None,
        pay=pay(catalog, id_, here),
        outlook=page.outlook,
        counted_in=page.counted_in[0],
        like=role.likes[0],
        doubt=role.drawbacks[0],
        shown=_shown(catalog, id_, way),
        not_shown=way.not_shown,
    )


def _shown(catalog: Catalog, role: str, way: Path) -> tuple[str, ...]:
    """Titles of the skills of *role* that the jobs of other fields show in which the *way* to it begins."""
    skills = catalog.briefs[role].skills
    shown = {one.id: one.title for job in way.jobs for one in job.skills}
    return tuple(shown[id_] for id_ in (*skills.essential, *skills.useful) if id_ in shown)


def _work(catalog: Catalog, role: str) -> tuple[SkillGroupShare, ...]:
    """The groups of skills that most duties of *role* use, most used first."""
    duties = catalog.roles[role].duties
    counts = Counter(
        id_ for duty in duties for id_, (_, skills) in catalog.groups.items() if not set(duty.skills).isdisjoint(skills)
    )
    leading = counts.most_common(LARGEST_GROUPS)
    return tuple(
        SkillGroupShare(Named(id_, catalog.groups[id_][0]), count, len(duties))
        for id_, count in leading
        if count > 1 or leading[0][1] == 1  # a group that one duty uses is left out unless no group has more
    )


def compared_skills(catalog: Catalog, roles: Sequence[str]) -> tuple[ComparedSkill, ...]:
    """Every skill that one of *roles* names, those that most roles share first.

    A narrower skill is listed under a broader one if any of the roles names that: a role with original
    cataloging shares cataloging with every role that has it.
    """
    named = {role: skills_of(catalog, role) for role in roles}
    everything = {skill for skills in named.values() for skill in skills}
    below = {narrower for skill in everything for narrower in catalog.family(skill) if narrower != skill}
    lines = [_line(catalog, skill, named) for skill in everything - below]
    return tuple(sorted(lines, key=_order))


def _line(catalog: Catalog, skill: str, named: dict[str, tuple[str, ...]]) -> ComparedSkill:
    family = catalog.family(skill)
    uses = []
    for role, skills in named.items():
        through = [id_ for id_ in family if id_ in skills]
        if through:
            essential = not set(through).isdisjoint(catalog.briefs[role].skills.essential)
            narrower = tuple(Named(id_, catalog.skills[id_].title) for id_ in through if id_ != skill)
            uses.append(SkillUse(role_named(catalog, role), "essential" if essential else "useful", narrower))
    return ComparedSkill(skill, catalog.skills[skill].title, tuple(uses))


def _order(line: ComparedSkill) -> tuple[int, int, str]:
    """A sort key: skills that more roles use, then those that are essential for more roles, then by title."""
    return -len(line.uses), -sum(use.importance == "essential" for use in line.uses), line.title


def crossing(catalog: Catalog, origin: str, to: str, held: Iterable[str] = ()) -> Crossing:
    """The route from *origin* to *to* for a person who holds what *origin* usually asks for, and *held*."""
    way = path_from(catalog, to, Stated(posts=(origin,), held=tuple(held)))
    return Crossing(
        origin=role_named(catalog, origin),
        to=role_named(catalog, to),
        holding=(*way.holding, *way.assumed),
        route=way.best,
        stuck=way.stuck.reason if way.stuck else None,
    )
