"""Inquiries of somebody who chooses: a comparison, related roles, and two tracks to train in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.errors import LibcareerError, WrongUsage
from libcareer.inquiries.inquirer import Answer
from libcareer.inquiries.limits import ceiling
from libcareer.inquiries.names import inside_or_beyond, named_role, resolve, role_id
from libcareer.inquiries.places import told_in_place
from libcareer.inquiries.standing import PLACED, Addressee, StandingWords, addressee

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libcareer.catalog import Catalog
    from libcareer.engines.choosing.compare import Comparison
    from libcareer.engines.choosing.map import CareerMap
    from libcareer.engines.choosing.related import RelatedRoles
    from libcareer.engines.choosing.tracks import Tracks
    from libcareer.inquiries.inquirer import Inquirer

TRAINED = ("posts", "jobs", "education", "held", "lacking", "presume", "skills")
"""What tracks use of what is kept about where a person stands."""

FEWEST_ROLES, MOST_ROLES = 2, 4
"""How many roles can be compared."""

RELATED_SHOWN = 10
"""How many related roles are shown to people."""


def comparison_answer(inquirer: Inquirer, names: Sequence[str], standing: StandingWords) -> Answer[Comparison]:
    """The roles that *names* name, with one word or several each, side by side."""
    from libcareer.engines.choosing.compare import comparison
    from libcareer.reports.compare import comparison_report

    catalog = inquirer.catalog
    ids = _compared(inquirer, names)
    person = addressee(inquirer, standing, uses=PLACED)
    found = comparison(catalog, ids, person.stated)
    return person.told(catalog, found, comparison_report(found))


def _compared(inquirer: Inquirer, words: Sequence[str]) -> list[str]:
    """The ids of the roles that *words* name, each with one word or several; the inquirer adds what lacks.

    Raises what `named_roles` raises, and WrongUsage for a role alone.
    """
    ids = named_roles(inquirer, words, MOST_ROLES)
    if not ids:
        ids.append(inquirer.picked_role("Which role?", "ROLE..."))
    if len(ids) < FEWEST_ROLES:
        question = f"Compare {inquirer.catalog.titles('roles')[ids[0]]} with which role?"
        ids.append(inquirer.picked_role(question, "second ROLE"))
    return ids


def named_roles(inquirer: Inquirer, words: Sequence[str], most: int) -> list[str]:
    """The ids of the roles that *words* name, each with one word or several, *most* at most.

    Raises WrongUsage for too many, or words that name them in more ways than one, and LibcareerError for a role that
    is named twice.
    """
    names = _names(inquirer.catalog, words)
    if len(names) > most:
        raise WrongUsage(f"It takes at most {most} roles to compare, not {len(names)}.")
    ids = [role_id(inquirer, name) for name in names]
    for number, id_ in enumerate(ids):
        if id_ in ids[:number]:
            first = names[ids.index(id_)]
            raise LibcareerError(f"'{first}' and '{names[number]}' are the same role, {id_}. Name another one.")
    return ids


def _names(catalog: Catalog, words: Sequence[str]) -> tuple[str, ...]:
    """The names of roles that *words* make up; raises WrongUsage if that can be read in several ways."""
    index = catalog.role_names
    if all(word in index.titles for word in words):
        return tuple(words)
    readings = [
        names
        for names in index.readings(words)
        if FEWEST_ROLES <= len({index.find(name) for name in names}) == len(names) <= MOST_ROLES
    ]
    if len(readings) > 1:
        ways = " or ".join(" and ".join(f'"{name}"' for name in names) for names in readings)
        raise WrongUsage(f"This can mean {ways}. Put quotes around each name.")
    return readings[0] if readings else index.joined(words)


def related_answer(
    inquirer: Inquirer,
    name: Sequence[str],
    *,
    beyond: bool = False,
    inside: bool = False,
    no_masters: bool = False,
    no_degree: bool = False,
    limit: int = RELATED_SHOWN,
    where: str | None = None,
) -> Answer[RelatedRoles]:
    """The roles that use the same skills as the one that the words of *name* name; *limit* is how many are shown."""
    from libcareer.engines.choosing.related import related_roles
    from libcareer.engines.lookup.roles import RoleFilters
    from libcareer.reports.related import related_roles_report

    place = inside_or_beyond(inside=inside, beyond=beyond)
    filters = RoleFilters(place=place, no_masters=no_masters, no_degree=no_degree)
    id_ = named_role(inquirer, name)

    def answer(here: str | None) -> Answer[RelatedRoles]:
        found = related_roles(inquirer.catalog, id_, filters, here)
        return Answer(found, related_roles_report(found, limit))

    return told_in_place(inquirer, where, answer)


def map_answer(
    inquirer: Inquirer, name: Sequence[str], standing: StandingWords, *, cluster: str | None = None
) -> Answer[CareerMap]:
    """The map of a *cluster*, of the way from the role in *standing* to the one that *name* names, or around that one.

    Without a name it is the map around the role that the person is in. Raises WrongUsage for a name and a cluster.
    """
    from libcareer.engines.choosing.map import map_around, map_of_cluster, map_of_way
    from libcareer.reports.map import map_report

    catalog = inquirer.catalog
    person = addressee(inquirer, standing, uses=PLACED)
    if cluster and name:
        raise WrongUsage("A map is around a ROLE or of a --cluster, not both.")
    if cluster:
        found = map_of_cluster(catalog, resolve(inquirer, catalog.cluster_names, cluster, every=True), person.stated)
    elif name and standing.posts and (person.stated.posts or person.stated.jobs):
        found = map_of_way(catalog, named_role(inquirer, name), person.stated)
    elif name or not person.stated.posts:
        found = map_around(catalog, named_role(inquirer, name), person.stated)
    else:
        found = map_around(catalog, person.stated.posts[0], person.stated)
    return person.told(catalog, found, map_report(found))


def tracks_answer(
    inquirer: Inquirer,
    *,
    skills: Sequence[str] = (),
    start: str | None = None,
    no_masters: bool = False,
    no_degree: bool = False,
    explain: bool = False,
) -> Answer[Tracks]:
    """The two areas to train in for somebody with *skills*, and those of the role *start*."""
    from libcareer.engines.choosing.tracks import tracks
    from libcareer.reports.tracks import tracks_report

    catalog = inquirer.catalog
    study = {"study": ceiling(catalog, no_degree=no_degree)} if no_masters or no_degree else {}
    words = StandingWords([start] if start else (), skills=skills)
    person = addressee(inquirer, words, uses=TRAINED, limits=study, limited_by=("study",))
    origin = person.stated.posts[0] if person.stated.posts else None
    had = [*person.stated.skills]
    if origin:
        had += [*catalog.briefs[origin].skills.essential, *catalog.briefs[origin].skills.useful]
    if person.stated.jobs:
        from libcareer.engines.jobs.carried import carries

        had += [one.id for code in person.stated.jobs for one in carries(catalog, code).skills]
    had = had or inquirer.skills_from_quiz()
    if not study:
        no_masters, no_degree = _closed(catalog, person)
    found = tracks(catalog, had, start=origin, no_masters=no_masters, no_degree=no_degree)
    report = tracks_report(found, catalog.briefs[origin].title if origin else None, explain=explain)
    return person.told(catalog, found, report)


def _closed(catalog: Catalog, person: Addressee) -> tuple[bool, bool]:
    """Whether roles for a master's and roles for any degree are closed by the kept limit on study.

    What is held already is open in spite of the limit.
    """
    from libcareer.engines.paths.limits import limits_of
    from libcareer.engines.paths.situation import situation
    from libcareer.engines.paths.study import Studies

    limit = limits_of(catalog, person.limits).study
    if limit is None:
        return False, False
    studies = Studies(catalog)
    held = max((studies.ranks[id_] for id_ in situation(catalog, person.stated, studies).held), default=0)
    allowed = max(catalog.education[limit].rank, held)
    pack, levels = catalog.pack, catalog.education
    no_masters = pack.no_masters in levels and allowed <= levels[pack.no_masters].rank
    return no_masters, pack.no_degree in levels and allowed <= levels[pack.no_degree].rank
