"""Two tracks to train in: the pair of a group of skills inside the field and one beyond it that opens most roles.

Training in one area inside libraries and one outside is old advice of people who changed careers; the
best pair depends on the skills that a person has, and is found by trying all pairs.
"""

from __future__ import annotations

from collections import Counter
from itertools import product
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.lookup.filters import Filter, FilterName
from libcareer.engines.lookup.roles import RoleFilters, matching
from libcareer.engines.references import Named, role_named
from libcareer.engines.similarity import covered
from libcareer.errors import LibcareerError
from libcareer.knowledge.enums import Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from libcareer.catalog import Catalog

MAY_LACK = 1
"""How many essential skills of a role may be missing for it to count as open; few people are hired with all."""

STUDY_FILTERS = (FilterName.NO_MASTERS, FilterName.NO_DEGREE)
"""The filters of roles that tracks take."""


class OpenedRole(Struct, frozen=True):
    """A role that opens: the new skills to *learn* for it and the skills still *missing*, both as titles."""

    role: str
    title: str
    place: str
    education: str
    learn: tuple[str, ...]
    missing: tuple[str, ...]


class TrackProof(Struct, frozen=True):
    """What to *do* in a month to prove the skills of a group, taken from the role that uses them most.

    *evidence* is how to show the *skill* of the group that most of the opened roles need.
    """

    role: Named
    do: str
    skill: str
    evidence: str | None


class Track(Struct, frozen=True):
    """A group of skills to train in: the roles it opens *alone*, what to *learn* first, how to prove it.

    *learn* are titles of skills of the group that the person lacks, each with the number of roles that
    need it among those that the pair opens, most needed first.
    """

    group: str
    title: str
    alone: tuple[OpenedRole, ...]
    learn: tuple[tuple[str, int], ...]
    proof: TrackProof | None


class TrackPair(Struct, frozen=True):
    """A group inside the field and one beyond it: how many roles each opens alone, and which both open together."""

    inside: str
    beyond: str
    inside_alone: int
    beyond_alone: int
    opens: tuple[str, ...]
    opens_inside: int
    opens_beyond: int


class Tracks(Struct, frozen=True):
    """The best pair of groups for the *skills* of a person, and the roles that are open without training.

    *roles* are the roles that the pair opens in addition; *pairs* are all pairs, best first, and *groups*
    the ids and titles of their groups. *of* counts the roles that pass the filters.
    """

    skills: tuple[str, ...]
    filters: tuple[Filter, ...]
    open_now: tuple[Named, ...]
    inside: Track
    beyond: Track
    roles: tuple[OpenedRole, ...]
    pairs: tuple[TrackPair, ...]
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
    """The best pair of groups for a person who has *skills*.

    Groups open a role if with their skills at most MAY_LACK of its essential skills are missing,
    and without them more. The best pair opens most roles; of equal pairs it is the one that opens
    more on its weaker side, inside the field or beyond it, and then the first by its ids. The role
    *start* is left out. Raises LibcareerError if *catalog* has no group for one of the sides.
    """
    filters = RoleFilters(no_masters=no_masters, no_degree=no_degree)
    roles = [id_ for id_ in matching(catalog, filters) if id_ != start]
    had = frozenset(skills)
    doors = _Doors(catalog, roles, had)
    pairs = sorted(doors.pairs(), key=_most_opened)
    if not pairs:
        raise LibcareerError("These knowledge files have no group of skills to train in for one of the two sides.")
    best = pairs[0]
    return Tracks(
        skills=tuple(sorted(catalog.skills[skill].title for skill in had)),
        filters=tuple(Filter(name) for name in STUDY_FILTERS if getattr(filters, name)),
        open_now=tuple(role_named(catalog, id_) for id_ in doors.now),
        inside=doors.track(best.inside, best),
        beyond=doors.track(best.beyond, best),
        roles=tuple(doors.opened(id_, best.inside, best.beyond) for id_ in best.opens),
        pairs=tuple(pairs),
        groups=tuple((group, catalog.groups[group][0]) for group in catalog.tracks),
        of=len(roles),
    )


def skills_chosen(catalog: Catalog, options: Iterable[str]) -> tuple[str, ...]:
    """The skills of the *options* chosen in a quiz; an option without skills adds none."""
    items = [catalog.items[option] for option in options if option in catalog.items]
    return tuple(dict.fromkeys(skill for item in items for skill in item.skills))


def _most_opened(pair: TrackPair) -> tuple[int, int, str, str]:
    """What comes first: more roles, then more on the weaker side, then the ids of the groups."""
    return -len(pair.opens), -min(pair.opens_inside, pair.opens_beyond), pair.inside, pair.beyond


class _Doors:
    """Which groups of skills open which roles for one person."""

    def __init__(self, catalog: Catalog, roles: list[str], had: frozenset[str]) -> None:
        self.catalog = catalog
        self.had = had
        # The essential skills of each role that the person lacks; groups can only shorten these.
        self.lacking = {id_: self._uncovered(id_, had) for id_ in roles}
        self.now = [id_ for id_, lacking in self.lacking.items() if len(lacking) <= MAY_LACK]
        self.skills = {group: frozenset(ids) for group, (_, ids) in catalog.groups.items()}
        self.places = catalog.tracks

    def _uncovered(self, role: str, had: frozenset[str]) -> frozenset[str]:
        essential = self.catalog.briefs[role].skills.essential
        return frozenset(essential).difference(covered(self.catalog, essential, had))

    def opens(self, *groups: str) -> list[str]:
        """Roles that *groups* open together and that are not open without them."""
        learned = frozenset().union(*(self.skills[group] for group in groups))
        known = frozenset(covered(self.catalog, frozenset().union(*self.lacking.values()), learned))
        return [id_ for id_, lacking in self.lacking.items() if len(lacking - known) <= MAY_LACK < len(lacking)]

    def pairs(self) -> list[TrackPair]:
        """Every pair of a group inside the field and one beyond it."""
        alone = {group: len(self.opens(group)) for group in self.places}
        inside = [group for group, place in self.places.items() if place is Place.INSIDE]
        outside = [group for group, place in self.places.items() if place is Place.BEYOND]
        return [
            TrackPair(
                inside=own,
                beyond=beyond,
                inside_alone=alone[own],
                beyond_alone=alone[beyond],
                opens=tuple(opens := self.opens(own, beyond)),
                opens_inside=sum(self._place(id_) is not Place.BEYOND for id_ in opens),
                opens_beyond=sum(self._place(id_) is not Place.INSIDE for id_ in opens),
            )
            for own, beyond in product(inside, outside)
        ]

    def _place(self, role: str) -> Place:
        return self.catalog.briefs[role].place

    def opened(self, role: str, *groups: str) -> OpenedRole:
        """The *role* as *groups* open it."""
        brief = self.catalog.briefs[role]
        learned = frozenset().union(*(self.skills[group] for group in groups))
        learn = covered(self.catalog, sorted(self.lacking[role]), learned)
        return OpenedRole(
            role=role,
            title=brief.title,
            place=brief.place.value,
            education=self.catalog.education[brief.education.typical].title,
            learn=self._titles(learn),
            missing=self._titles(sorted(self.lacking[role].difference(learn))),
        )

    def track(self, group: str, pair: TrackPair) -> Track:
        """The track of a *group* of the best *pair*."""
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

    def _proof(self, group: str, pair: TrackPair, needed: list[str]) -> TrackProof | None:
        """How to prove the skills of a *group*: in the opened role with the most duties that use them."""
        if not needed:
            return None
        role = max(pair.opens, key=lambda id_: (self._share(id_, self.skills[group]), id_))
        skill = self.catalog.skills[needed[0]]
        return TrackProof(
            role_named(self.catalog, role), self.catalog.roles[role].tries.month.do, skill.title, skill.evidence
        )

    def _share(self, role: str, skills: frozenset[str]) -> float:
        """The share of a role's duties, 0 to 1, that use any of *skills*."""
        duties = self.catalog.roles[role].duties
        return sum(not skills.isdisjoint(duty.skills) for duty in duties) / len(duties)

    def _titles(self, skills: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.catalog.skills[skill].title for skill in skills)
