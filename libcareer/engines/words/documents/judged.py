"""One role held against a document: what is shown, what is only claimed, and what is not written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.references import Named
from libcareer.engines.words.documents.document import DocumentKind
from libcareer.engines.words.documents.quotes import Quote
from libcareer.engines.words.documents.skills_found import Importance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libcareer.catalog import Catalog
    from libcareer.engines.words.documents.duties_found import FoundDuty
    from libcareer.engines.words.documents.skills_found import FoundSkill


class JudgedSkill(Struct, frozen=True):
    """A skill of the role or of the document; *essential* for the role or not, with the words if there are any."""

    id: str
    title: str
    essential: bool
    quotes: tuple[Quote, ...]


class FoundDutyOf(Struct, frozen=True):
    """A duty of the role and the words that tell of it."""

    does: str
    quote: Quote


class JudgedRole(Struct, frozen=True):
    """The role *id* held against a document.

    In a resume *shown* are the role's skills that its work entries tell of, *claimed* those that only a list
    names, and *missing* those that are not written: that does not mean that the person is not able. In an
    advertisement *shown* are the role's skills that it asks for, *claimed* is empty, *missing* are the role's
    that it does not name, and *beyond* what it asks for that the role does not have here. *duties* are those of
    the role that the document tells of, of *of_duties*.
    """

    id: str
    title: str
    shown: tuple[JudgedSkill, ...]
    claimed: tuple[JudgedSkill, ...]
    missing: tuple[JudgedSkill, ...]
    beyond: tuple[JudgedSkill, ...]
    duties: tuple[FoundDutyOf, ...]
    of_duties: int


def judged(
    catalog: Catalog,
    kind: DocumentKind,
    role: str,
    skills: Sequence[FoundSkill],
    duties: Sequence[FoundDuty],
) -> JudgedRole:
    """The *role* held against a document of a *kind* that names *skills* and tells of *duties*."""
    brief, work = catalog.briefs[role], catalog.work[role].duties
    told = {duty.does: duty.quote for duty in duties if duty.role == role}
    by_duty: dict[str, list[Quote]] = {}
    for duty in work:
        for skill in duty.skills if duty.does in told else ():
            by_duty.setdefault(skill, []).append(told[duty.does])
    own = (*brief.skills.essential, *brief.skills.useful)
    shown: list[JudgedSkill] = []
    claimed: list[JudgedSkill] = []
    missing: list[JudgedSkill] = []
    for id_ in own:
        family = catalog.family(id_)
        named = [skill for skill in skills if skill.id in family]
        quotes = [quote for skill in named for quote in skill.quotes] + by_duty.get(id_, [])
        only_claimed = all(skill.importance is Importance.CLAIMED for skill in named) and id_ not in by_duty
        one = _skill(catalog, id_, essential=id_ in brief.skills.essential, quotes=quotes)
        (missing if not quotes else claimed if only_claimed else shown).append(one)
    covered = {family for id_ in own for family in catalog.family(id_)} | {
        above for id_ in own for above in catalog.skills[id_].broader
    }
    beyond = [skill for skill in skills if skill.id not in covered] if kind is DocumentKind.AD else []
    return JudgedRole(
        id=role,
        title=brief.title,
        shown=tuple(shown),
        claimed=tuple(claimed),
        missing=tuple(missing),
        beyond=tuple(_skill(catalog, skill.id, essential=False, quotes=skill.quotes) for skill in beyond),
        duties=tuple(FoundDutyOf(duty.does, told[duty.does]) for duty in work if duty.does in told),
        of_duties=len(work),
    )


def _skill(catalog: Catalog, id_: str, *, essential: bool, quotes: Sequence[Quote]) -> JudgedSkill:
    named = Named(id_, catalog.titles("skills")[id_])
    return JudgedSkill(named.id, named.title, essential, tuple(dict.fromkeys(quotes)))
