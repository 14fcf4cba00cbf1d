"""Where a person stands: posts, credentials, studies under way and skills. All ways start from here."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.jobs.carried import practiced as practiced_in
from libcareer.engines.jobs.carried import usual_degree
from libcareer.engines.paths.study import Months, Studies
from libcareer.knowledge.enums import Asked

if TYPE_CHECKING:
    from libcareer.catalog import Catalog


class Stated(Struct, frozen=True):
    """What a person says about where they stand, in ids of the catalog.

    *posts* are the post they are in, then earlier ones; *years* is the time in the present post so far.
    *held* are credentials, *lacking* those that they say they do not have. *rank* is the rank of the
    education they name, None if they name none. *studying* gives the months left of each study under way.
    *skills* are those that they use elsewhere. With *presume* off nothing is presumed but what is *held*.
    *place* is where they live, by which pay is judged. *jobs* are O*NET codes of jobs of other fields.
    """

    posts: tuple[str, ...] = ()
    years: float = 0.0
    held: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    rank: int | None = None
    studying: tuple[tuple[str, Months], ...] = ()
    skills: tuple[str, ...] = ()
    presume: bool = True
    place: str | None = None
    jobs: tuple[str, ...] = ()


NOTHING_STATED = Stated()


class Situation(Struct, frozen=True):
    """Where a person stands, as the search for ways takes it.

    *held* are all credentials that need no study any more. *presumed* are those among them that nobody
    stated: people in the present post usually hold them. *practiced* are the essential skills of the posts and
    those used elsewhere, also in jobs of other fields.
    """

    stated: Stated
    held: frozenset[str]
    presumed: tuple[str, ...]
    practiced: frozenset[str]

    @property
    def post(self) -> str | None:
        """The post that the person is in, None outside the roles of this guide."""
        return self.stated.posts[0] if self.stated.posts else None


def situation(catalog: Catalog, stated: Stated = NOTHING_STATED, studies: Studies | None = None) -> Situation:
    """Where a person stands who says what is *stated*.

    Somebody in a post, or in a job of another field, is presumed to hold what people in it usually hold, up to the
    education they name and without what they say they lack.
    """
    studies = studies or Studies(catalog)
    presumed: list[str] = []
    if stated.presume:
        for post in stated.posts:
            presumed += usually_held(catalog, post, studies, studies.with_implied(stated.held))
        presumed += usual_degree(catalog, stated.jobs) if stated.jobs else ()
    # Of what is ruled out, the credentials before it may still be held: a teacher without a license has a degree.
    chains = ((id_,) if _allowed(studies, id_, stated) else studies.chain(id_) for id_ in presumed)
    presumed = [id_ for id_ in dict.fromkeys(chain.from_iterable(chains)) if _allowed(studies, id_, stated)]
    own = studies.with_implied(stated.held)
    held = studies.with_implied((*stated.held, *presumed)) - frozenset(stated.lacking)
    shown = practiced_in(catalog, stated.jobs) if stated.jobs else frozenset()
    practiced = {skill for post in stated.posts for skill in catalog.briefs[post].skills.essential}
    new = tuple(id_ for id_ in presumed if id_ not in own)
    return Situation(stated, held, new, frozenset(practiced | shown | set(stated.skills)))


def _allowed(studies: Studies, credential: str, stated: Stated) -> bool:
    """Whether *credential* may be presumed beside what is *stated*."""
    implied = studies.with_implied([credential])
    if not implied.isdisjoint(stated.lacking):
        return False
    return stated.rank is None or max(studies.ranks[id_] for id_ in implied) <= stated.rank


def usually_held(catalog: Catalog, role: str, studies: Studies, own: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Ids of the credentials that somebody in *role* who holds their *own* is presumed to hold.

    These are the ones that its way in needs and the degree of its usual education. Below a bachelor's
    there is no one degree: there it is the credential of that level that employers ask for, if they do.
    What only some employers or states ask for is not taken for granted.
    """
    card = catalog.briefs[role]
    needs = card.entry.needs if card.entry else ()
    held = [
        need.credential
        for need in needs
        if need.credential and need.asked is not Asked.HABIT and own.isdisjoint(need.instead)
    ]
    level = card.education.typical
    implied = studies.with_implied((*held, *own))
    if not any(catalog.credentials[id_].education == level for id_ in implied):
        asked = {wanted.credential for wanted in card.credentials if wanted.asked is not Asked.HABIT}
        general = _is_degree(catalog, level)
        taken = own & {other for need in needs for other in need.instead}
        held += [id_ for id_ in catalog.education[level].holds if (general and not taken) or id_ in asked]
    return tuple(dict.fromkeys(held))


def _is_degree(catalog: Catalog, level: str) -> bool:
    """Whether a *level* of education is that of a full degree or above; false if the pack names no such level."""
    degree = catalog.pack.bachelor
    return degree in catalog.education and catalog.education[level].rank >= catalog.education[degree].rank
