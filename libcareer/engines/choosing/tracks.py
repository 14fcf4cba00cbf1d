"""Two tracks to train for: the pair of one library and one other group of skills that opens most roles.

The advice to train in one area inside libraries and one outside is an old one of people who changed
over; which two it should be depends on what a person can do already, and can be counted.
"""

from __future__ import annotations

from collections import Counter
from itertools import product
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.lookup.roles import Filters, matching
from libcareer.engines.references import Named, role_named
from libcareer.engines.similarity import covered
from libcareer.errors import LibcareerError
from libcareer.knowledge.enums import Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from libcareer.catalog import Catalog

SHORT = 1
"""Essential skills that may be missing from a role that counts as open: few are hired with every one."""


class Opened(Struct, frozen=True):
    """A role that opens: what of the new skills it needs, and what is still missing; titles of skills."""

    role: str
    title: str
    place: str
    education: str
    learn: tuple[str, ...]
    missing: tuple[str, ...]


class Proof(Struct, frozen=True):
    """A month's placement or project that shows the skills of a group, taken from the role most built on them.

    *evidence* is how to show the skill of the group that most of the opened roles need.
    """

    role: Named
    do: str
    skill: str
    evidence: str | None


class Track(Struct, frozen=True):
    """A group of skills to train in: what it opens by itself, what to learn of it first, how to prove it.

    *learn* are titles of the skills of the group not had yet, with how many of the roles that the
    pair opens need each, most needed first.
    """

    group: str
    title: str
    alone: tuple[Opened, ...]
    learn: tuple[tuple[str, int], ...]
    proof: Proof | None


class Pair(Struct, frozen=True):
    """A library group and another one: how many roles each opens alone, and which ones both together."""

    library: str
    beyond: str
    library_alone: int
    beyond_alone: int
    opens: tuple[str, ...]
    inside: int
    outside: int


class Tracks(Struct, frozen=True):
    """The answer: what a person can do, what is open to them as it is, and the best pair of groups.

    *roles* are all that the pair opens and that are not open already; *pairs* are all pairs, best
    first, and *groups* the titles of their groups. *of* is how many roles were looked at.
    """

    skills: tuple[str, ...]
    filters: tuple[str, ...]
    open_now: tuple[Named, ...]
    library: Track
    beyond: Track
    roles: tuple[Opened, ...]
    pairs: tuple[Pair, ...]
    groups: tuple[tuple[str, str], ...]
    of: int


def tracks(
    catalog: Catalog,
    skills: Iterable[str],
    *,
    start: str | None = None,
    no_masters: bool = False,
    no_degree: bool = False,
) -> Tracks:
    """The best pair of groups for somebody who has *skills*.

    A group opens a role if with its skills no more than SHORT of the role's essential ones are missing
    that were missing too many before. The best pair opens most roles; between equals the one with
    more on its weaker side, inside libraries or outside. The role *start* is left out. Raises
    LibcareerError if *catalog* has no group of one side.
    """
    filters = Filters(no_masters=no_masters, no_degree=no_degree)
    roles = [id_ for id_ in matching(catalog, filters) if id_ != start]
    had = frozenset(skills)
    doors = _Doors(catalog, roles, had)
    pairs = sorted(doors.pairs(), key=lambda pair: (-len(pair.opens), -min(pair.inside, pair.outside), pair.library))
    if not pairs:
        raise LibcareerError("These knowledge files have no group of skills to train in for one of the two sides.")
    best = pairs[0]
    return Tracks(
        skills=tuple(sorted(catalog.skills[skill].title for skill in had)),
        filters=tuple(f"--{name.replace('_', '-')}" for name in ("no_masters", "no_degree") if getattr(filters, name)),
        open_now=tuple(role_named(catalog, id_) for id_ in doors.now),
        library=doors.track(best.library, best),
        beyond=doors.track(best.beyond, best),
        roles=tuple(doors.opened(id_, best.library, best.beyond) for id_ in best.opens),
        pairs=tuple(pairs),
        groups=tuple((group, catalog.groups[group][0]) for group in catalog.tracks),
        of=len(roles),
    )


def skills_chosen(catalog: Catalog, options: Iterable[str]) -> tuple[str, ...]:
    """The skills that the *options* chosen in a quiz speak of; those that speak of none are passed over."""
    items = [catalog.items[option] for option in options if option in catalog.items]
    return tuple(dict.fromkeys(skill for item in items for skill in item.skills))


class _Doors:
    """Which roles are open with which groups of skills, for one person."""

    def __init__(self, catalog: Catalog, roles: list[str], had: frozenset[str]) -> None:
        self.catalog = catalog
        self.had = had
        # What each role needs that the person does not have; with groups only these can change.
        self.lacking = {id_: self._uncovered(id_, had) for id_ in roles}
        self.now = [id_ for id_, lacking in self.lacking.items() if len(lacking) <= SHORT]
        self.skills = {group: frozenset(ids) for group, (_, ids) in catalog.groups.items()}
        self.places = catalog.tracks

    def _uncovered(self, role: str, had: frozenset[str]) -> frozenset[str]:
        essential = self.catalog.briefs[role].skills.essential
        return frozenset(essential).difference(covered(self.catalog, essential, had))

    def opens(self, *groups: str) -> list[str]:
        """Roles that all of *groups* together open, and that are not open already."""
        learned = frozenset().union(*(self.skills[group] for group in groups))
        known = frozenset(covered(self.catalog, frozenset().union(*self.lacking.values()), learned))
        return [id_ for id_, lacking in self.lacking.items() if len(lacking - known) <= SHORT < len(lacking)]

    def pairs(self) -> list[Pair]:
        """Every pair of a library group and another one."""
        alone = {group: len(self.opens(group)) for group in self.places}
        inside = [group for group, place in self.places.items() if place is Place.LIBRARY]
        outside = [group for group, place in self.places.items() if place is Place.BEYOND]
        return [
            Pair(
                library=library,
                beyond=beyond,
                library_alone=alone[library],
                beyond_alone=alone[beyond],
                opens=tuple(opens := self.opens(library, beyond)),
                inside=sum(self._place(id_) is not Place.BEYOND for id_ in opens),
                outside=sum(self._place(id_) is not Place.LIBRARY for id_ in opens),
            )
            for library, beyond in product(inside, outside)
        ]

    def _place(self, role: str) -> Place:
        return self.catalog.briefs[role].place

    def opened(self, role: str, *groups: str) -> Opened:
        """A *role* that *groups* open."""
        brief = self.catalog.briefs[role]
        learned = frozenset().union(*(self.skills[group] for group in groups))
        learn = covered(self.catalog, sorted(self.lacking[role]), learned)
        return Opened(
            role=role,
            title=brief.title,
            place=brief.place.value,
            education=self.catalog.education[brief.education.typical].title,
            learn=self._titles(learn),
            missing=self._titles(sorted(self.lacking[role].difference(learn))),
        )

    def track(self, group: str, pair: Pair) -> Track:
        """What is told of a *group* of the best *pair*."""
        needed: Counter[str] = Counter()
        for role in pair.opens:
            needed.update(covered(self.catalog, sorted(self.lacking[role]), self.skills[group]))
        learn = tuple((self.catalog.skills[skill].title, count) for skill, count in needed.most_common())
        return Track(
            group=group,
            title=self.catalog.groups[group][0],
            alone=tuple(self.opened(id_, group) for id_ in self.opens(group)),
            learn=learn,
            proof=self._proof(group, pair, [skill for skill, _ in needed.most_common()]),
        )

    def _proof(self, group: str, pair: Pair, needed: list[str]) -> Proof | None:
        """How to prove a *group*: in the opened role whose duties exercise it most."""
        if not needed:
            return None
        role = max(pair.opens, key=lambda id_: (self._share(id_, self.skills[group]), id_))
        skill = self.catalog.skills[needed[0]]
        return Proof(
            role_named(self.catalog, role), self.catalog.roles[role].tries.month.do, skill.title, skill.evidence
        )

    def _share(self, role: str, skills: frozenset[str]) -> float:
        """The share of a role's duties that exercise any of *skills*."""
        duties = self.catalog.roles[role].duties
        return sum(not skills.isdisjoint(duty.skills) for duty in duties) / len(duties)

    def _titles(self, skills: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.catalog.skills[skill].title for skill in skills)
