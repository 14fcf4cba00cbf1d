"""An advertisement or a resume read whole: what it asks or shows, and the roles that it is nearest to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.pay.figures import PayFigure, pay
from libcareer.engines.references import Named
from libcareer.engines.similarity import rarity
from libcareer.engines.words.documents.document import Document, DocumentKind
from libcareer.engines.words.documents.duties_found import FoundDuty, duties_found
from libcareer.engines.words.documents.for_person import You, you
from libcareer.engines.words.documents.gates import Gate, gates
from libcareer.engines.words.documents.judged import JudgedRole, judged
from libcareer.engines.words.documents.level import Level, level
from libcareer.engines.words.documents.pay_said import PayPlace, PaySaid, pay_place, pay_said
from libcareer.engines.words.documents.quotes import Quote
from libcareer.engines.words.documents.ranking import Ranking, ranking
from libcareer.engines.words.documents.skills_found import FoundSkill, skills_found, with_skills_of_duties
from libcareer.engines.words.documents.title_line import title_reading
from libcareer.engines.words.documents.warnings import Warning, warnings
from libcareer.knowledge import wordings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from libcareer.catalog import Catalog
    from libcareer.engines.paths.situation import Stated


class Reason(Struct, frozen=True):
    """Why a role is near: a *kind* (title, skill or duty), what *says* so in the record, and the words."""

    kind: str
    says: str
    quote: Quote


class MatchedRole(Struct, frozen=True):
    """A role near to the document, with its *share*, 0 to 1, the reasons, and the gaps.

    *gaps* are the essential skills of the role that the document does not name: an advertisement may take
    them for granted, and in a resume they are not written, which does not mean that the person lacks them.
    """

    id: str
    title: str
    summary: str
    share: float
    why: tuple[Reason, ...]
    gaps: tuple[Named, ...]


class ComparedPay(Struct, frozen=True):
    """The pay that an advertisement says, and where it lies among the figures of the role; None if that is unknown."""

    said: PaySaid
    place: PayPlace | None


class Match(Struct, frozen=True):
    """What a document asks or shows, and the roles nearest to it, best first.

    *verdict* is "one" where one role fits, "several" where these may be meant, "none" if no role here is.
    *because* says why the document is taken for what *kind* says. *pay_here* is the figure of the first role.
    *judged* is the one role that was asked about, *you* how an advertisement sits with what the person told.
    """

    kind: DocumentKind
    because: str
    titles: tuple[Quote, ...]
    verdict: str
    roles: tuple[MatchedRole, ...]
    level: Level | None
    skills: tuple[FoundSkill, ...]
    duties: tuple[FoundDuty, ...]
    gates: tuple[Gate, ...]
    pay: tuple[ComparedPay, ...]
    pay_here: PayFigure | None
    warnings: tuple[Warning, ...]
    judged: JudgedRole | None
    you: You | None


MOST_REASONS = 8
"""The most reasons for one role."""


def match(
    catalog: Catalog,
    document: Document,
    *,
    role: str | None = None,
    stated: Stated | None = None,
    limits: Mapping[str, str] | None = None,
) -> Match:
    """What *document* asks or shows, and the roles nearest to it; *role* is judged as well.

    *stated* is where the person stands and *limits* what limits them; None if nothing is known about them.
    """
    ad = document.kind is DocumentKind.AD
    skills = skills_found(catalog, document)
    field = wordings.pattern(catalog.vocabulary.advertisements.field)
    ours = any(field.search(statement.text) for statement in document.statements)
    title = title_reading(catalog, document.titles, ours=ours)
    demands = gates(catalog, document)
    levels = {gate.education for gate in demands if gate.education}
    ranked = ranking(catalog, document, (skill.id for skill in skills), levels, title)
    none = ranked.verdict == "none"
    near = () if none else tuple(one.id for one in ranked.roles)
    duties = duties_found(catalog, document, [*near, *([role] if role else [])])
    skills = with_skills_of_duties(catalog, document.kind, skills, duties)
    first = near[0] if near else None
    measured = role or first
    here = pay(catalog, measured) if measured and ad else None
    if here and here.proxy:
        here = None  # the middle of other jobs would make the pay of a good post look low, or that of a bad one high
    said = pay_said(document, catalog.pack.currency) if ad else ()
    return Match(
        kind=document.kind,
        because=document.because,
        titles=document.titles,
        verdict=ranked.verdict,
        roles=() if none else _roles(catalog, document, ranked, skills, duties),
        level=level(catalog, document, demands, first) if ad else None,
        skills=skills,
        duties=tuple(duty for duty in duties if duty.role in near[:1]),
        gates=demands,
        pay=tuple(ComparedPay(one, pay_place(one, here) if here else None) for one in said),
        pay_here=here,
        warnings=warnings(catalog, document, demands, said, skills) if ad else (),
        judged=judged(catalog, document.kind, role, skills, duties) if role else None,
        you=you(catalog, stated, limits or {}, skills, demands, said) if ad and stated is not None else None,
    )


def _roles(
    catalog: Catalog,
    document: Document,
    ranked: Ranking,
    skills: tuple[FoundSkill, ...],
    duties: tuple[FoundDuty, ...],
) -> tuple[MatchedRole, ...]:
    found: list[MatchedRole] = []
    for one in ranked.roles:
        brief = catalog.briefs[one.id]
        mine = (*brief.skills.essential, *brief.skills.useful)
        shown = [skill for skill in skills if not _family_of(catalog, skill.id).isdisjoint(mine)]
        shown.sort(key=lambda skill: (skill.id not in brief.skills.essential, -rarity(catalog, skill.id), skill.title))
        reasons = [
            *(Reason("title", brief.title, quote) for quote in document.titles[:1] if one.title),
            *(Reason("duty", duty.does, duty.quote) for duty in duties if duty.role == one.id),
            *(Reason("skill", skill.title, skill.quotes[0]) for skill in shown),
        ]
        by_duty = {
            skill
            for duty in catalog.work[one.id].duties
            if any(known.role == one.id and known.does == duty.does for known in duties)
            for skill in duty.skills
        }
        named = {skill.id for skill in skills} | by_duty
        gaps = [id_ for id_ in brief.skills.essential if named.isdisjoint(catalog.family(id_))]
        found.append(
            MatchedRole(
                id=one.id,
                title=brief.title,
                summary=brief.summary,
                share=one.share,
                why=tuple(reasons[:MOST_REASONS]),
                gaps=tuple(Named(id_, catalog.titles("skills")[id_]) for id_ in gaps),
            )
        )
    return tuple(found)


def _family_of(catalog: Catalog, skill: str) -> set[str]:
    """*skill* and the skills that it is a part of."""
    return {skill, *catalog.skills[skill].broader}
