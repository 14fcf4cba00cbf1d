"""The page of a role: its record with every id resolved, and the moves that lead into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.lookup.abroad import Abroad, abroad
from libcareer.engines.pay.countries import CountryPay, Whereabouts, country_pay, home_id, is_home, whereabouts
from libcareer.engines.pay.figures import OutlookFigure, PayFigure, outlook, pay
from libcareer.engines.references import Cite, Named, Pointer, cite, pointer, role_named
from libcareer.knowledge.enums import Asked, Usual
from libcareer.knowledge.model.roles import Remark, Tries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from libcareer.catalog import Catalog
    from libcareer.knowledge.model.roles import Entry, Move, Need


class Task(Struct, frozen=True):
    """A duty with the skills it exercises."""

    does: str
    skills: tuple[Named, ...]


class Requirement(Struct, frozen=True):
    """What a role asks for: a credential, with its *id*, or something in words, without; and who asks for it.

    Many employers take what is in *instead* in its place; those are titles.
    """

    what: str
    asked: Asked
    id: str | None = None
    note: str | None = None
    instead: tuple[str, ...] = ()


class Door(Struct, frozen=True):
    """A move out of the role, or into it: how usual it is, and whether people pass through one to the other."""

    role: Named
    kind: str
    usual: Usual
    through: bool
    years: tuple[float, float]
    needs: tuple[Requirement, ...]
    why: str
    how: str


class Entrance(Struct, frozen=True):
    """The way into a role from outside; *practice* are the months that what it asks besides credentials takes."""

    how: str
    why: str
    needs: tuple[Requirement, ...]
    practice: tuple[float, float] | None


class SeeAlso(Struct, frozen=True):
    """Another role to look at, and why."""

    role: Named
    why: str


class Backed(Struct, frozen=True):
    """A fact on the page of a role, and its sources."""

    what: str
    says: str
    sources: tuple[Cite, ...]


class RolePage(Struct, frozen=True):
    """Everything libcareer knows about a role.

    On a page for another country *abroad* has its pay and credentials, and *pay* and *outlook* are None.
    *home_pay* is what the record of the pack's own country has besides *pay*, if it has figures.
    """

    id: str
    title: str
    aliases: tuple[str, ...]
    cluster: str
    place: str
    summary: str
    settings: tuple[str, ...]
    duties: tuple[Task, ...]
    day: str
    essential: tuple[Named, ...]
    useful: tuple[Named, ...]
    conditions: dict[str, str]
    conditions_note: str
    pay: PayFigure | None
    outlook: OutlookFigure | None
    counted_in: tuple[str, ...]
    interests: dict[str, float]
    interests_note: str | None
    education: Requirement
    credentials: tuple[Requirement, ...]
    years: tuple[float, float]
    level: int
    stay: tuple[float, float]
    outside: int
    term: float | None
    entry: Entrance | None
    likes: tuple[Remark, ...]
    doubts: tuple[Remark, ...]
    tries: Tries
    moves: tuple[Door, ...]
    moves_in: tuple[Door, ...]
    related: tuple[SeeAlso, ...]
    resources: tuple[Pointer, ...]
    sources: tuple[Cite, ...]
    named_in: tuple[str, ...]
    backed: tuple[Backed, ...]
    abroad: Abroad | None = None
    home_pay: CountryPay | None = None


CONDITION_NAMES = {
    "part_time": "part-time jobs",
    "evenings": "evenings or weekends",
    "remote": "remote work",
    "public": "face to face with the public",
    "conflict": "upset or hostile people",
    "local": "jobs within reach of most towns",
}
"""The name of each condition on the page."""


def role_page(catalog: Catalog, id_: str, where: Whereabouts | None = None) -> RolePage:
    """The page of the role *id_*, for the country of *where*; None means that of the pack."""
    home = is_home(where)
    role = catalog.roles[id_]
    level = catalog.education[role.education.typical]
    occupations = [catalog.occupations[covered.code] for covered in role.occupations]
    rated = next((occupation.interests for occupation in occupations if occupation.interests), None)
    adjusted = role.interests
    remarks = (*role.likes, *role.drawbacks)
    cited = dict.fromkeys((*role.sources, *(remark.source for remark in remarks if remark.source)))
    return RolePage(
        id=id_,
        title=role.title,
        aliases=role.aliases,
        cluster=catalog.clusters[role.cluster].title,
        place=role.place.value,
        summary=role.summary,
        settings=tuple(catalog.settings[setting].title for setting in role.settings),
        duties=tuple(Task(duty.does, _skills(catalog, duty.skills)) for duty in role.duties),
        day=role.day,
        essential=_skills(catalog, role.skills.essential),
        useful=_skills(catalog, role.skills.useful),
        conditions={said: getattr(role.conditions, name).value for name, said in CONDITION_NAMES.items()},
        conditions_note=role.conditions.note,
        pay=pay(catalog, id_) if home else None,
        outlook=outlook(catalog, id_) if home else None,
        counted_in=tuple(
            f"{catalog.occupations[covered.code].title} ({covered.code}): {covered.note}"
            for covered in role.occupations
        ),
        interests={} if rated is None else {letter: getattr(rated, letter) for letter in "RIASEC"},
        interests_note=adjusted.why if adjusted else None,
        education=Requirement(level.title, role.education.asked, role.education.typical, role.education.note),
        credentials=tuple(
            Requirement(catalog.credentials[wanted.credential].title, wanted.asked, wanted.credential, wanted.note)
            for wanted in role.credentials
        ),
        years=role.years,
        level=role.level,
        stay=role.stay,
        outside=role.outside,
        term=role.term,
        entry=_entrance(catalog, role.entry),
        likes=role.likes,
        doubts=role.drawbacks,
        tries=role.tries,
        moves=tuple(_door(catalog, move.to, move) for move in role.moves),
        moves_in=tuple(
            _door(catalog, feeder, move)
            for feeder in dict.fromkeys(catalog.feeders[id_])
            for move in catalog.roles[feeder].moves
            if move.to == id_
        ),
        related=tuple(SeeAlso(role_named(catalog, near.role), near.why) for near in role.related),
        resources=tuple(pointer(catalog, resource) for resource in role.resources),
        sources=tuple(cite(catalog, source) for source in cited),
        named_in=tuple(catalog.sources[source].title for source in role.named_in),
        backed=tuple(_backed(catalog, id_, home=home)),
        abroad=None if where is None or home else abroad(catalog, id_, where),
        home_pay=_home_pay(catalog, id_, where) if home else None,
    )


def _home_pay(catalog: Catalog, role: str, where: Whereabouts | None) -> CountryPay | None:
    """The figures for *role* in the record of the pack's own country, in the region of *where* if that names one."""
    home = home_id(catalog)
    return country_pay(catalog, role, where or whereabouts(catalog, home)) if home else None


def _backed(catalog: Catalog, id_: str, *, home: bool) -> Iterator[Backed]:
    """The facts about the role *id_* that have sources; everything else is editorial judgment.

    Pay and outlook in the United States are among them only on a page for *home*.
    """
    role = catalog.roles[id_]
    for figure, what in ((pay(catalog, id_), "pay"), (outlook(catalog, id_), "outlook")):
        if figure and home:
            yield Backed(what, figure.covers, (figure.source,))
    for covered in role.occupations:
        occupation = catalog.occupations[covered.code]
        if occupation.interests_source:
            yield Backed("interests", occupation.title, (cite(catalog, occupation.interests_source),))
    for remark in (*role.likes, *role.drawbacks):
        if remark.source:
            yield Backed("remark", remark.says, (cite(catalog, remark.source),))
    for wanted in role.credentials:
        credential = catalog.credentials[wanted.credential]
        yield Backed("credential", credential.title, tuple(cite(catalog, source) for source in credential.sources))
    for resource in role.resources:
        found = pointer(catalog, resource)
        if found.sources:
            yield Backed("resource", found.title, found.sources)
    for source in role.named_in:
        yield Backed("named in", role.title, (cite(catalog, source),))
    said = "duties, skills, conditions, years, a day, likes, drawbacks, tries and moves"
    yield Backed("the rest", said, tuple(cite(catalog, source) for source in role.sources))


def _entrance(catalog: Catalog, entry: Entry | None) -> Entrance | None:
    if entry is None:
        return None
    practice = entry.practice.months if entry.practice else None
    return Entrance(entry.how, entry.why, requirements(catalog, entry.needs), practice)


def requirements(catalog: Catalog, needs: Iterable[Need]) -> tuple[Requirement, ...]:
    """*needs* with the titles of their credentials."""
    return tuple(
        Requirement(
            catalog.credentials[need.credential].title if need.credential else need.what or "",
            need.asked,
            need.credential,
            need.note,
            tuple(catalog.credentials[other].title for other in need.instead),
        )
        for need in needs
    )


def _skills(catalog: Catalog, ids: Iterable[str]) -> tuple[Named, ...]:
    return tuple(Named(id_, catalog.skills[id_].title) for id_ in ids)


def _door(catalog: Catalog, role: str, move: Move) -> Door:
    return Door(
        role=role_named(catalog, role),
        kind=move.kind.value,
        usual=move.usual,
        through=move.through,
        years=move.years,
        needs=requirements(catalog, move.needs),
        why=move.why,
        how=move.how,
    )
