"""What a record says in answer to a question: the part that was asked for, its figures, and its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.choices import Section
from libcareer.engines.lookup.changes import change_standing
from libcareer.engines.lookup.role import CONDITION_NAMES
from libcareer.engines.pay.figures import OutlookFigure, PayFigure, outlook, pay
from libcareer.engines.references import Cite, Named, cite
from libcareer.engines.words.questions.answer import Page
from libcareer.knowledge.model.credentials import Cost, NoCost, Time

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.engines.words.questions.answer import Found
    from libcareer.knowledge.model.credentials import Credential
    from libcareer.knowledge.model.roles import Role


class CitedFigure(Struct, frozen=True):
    """A fact with its source."""

    says: str
    source: Cite


class Costs(Struct, frozen=True):
    """What a credential takes: its time and cost as recorded, each with its source, or why there is no cost."""

    time: Time | None
    time_source: Cite | None
    cost: Cost | None
    cost_source: Cite | None
    no_cost: NoCost | None = None
    no_cost_source: Cite | None = None


class Told(Struct, frozen=True):
    """What a record says: a *text*, figures of each kind, further commands, disputes about it, and its sources."""

    text: str
    figures: tuple[CitedFigure, ...] = ()
    pay: PayFigure | None = None
    outlook: OutlookFigure | None = None
    costs: Costs | None = None
    commands: tuple[str, ...] = ()
    disputes: tuple[Named, ...] = ()
    sources: tuple[Cite, ...] = ()


MOST_DUTIES = 4
"""The duties that an answer tells; the page of the role has all of them."""


def told(catalog: Catalog, found: Found) -> Told:
    """What the record of a page *found* says."""
    match found.page:
        case Page.ROLE:
            return _role(catalog, found.id, found.section or Section.SUMMARY)
        case Page.CREDENTIAL:
            return _credential(catalog, catalog.credentials[found.id])
        case Page.QUESTION:
            return _question(catalog, found.id)
        case Page.DISPUTE:
            dispute = catalog.disputes[found.id]
            sides = tuple(CitedFigure(side.says, cite(catalog, side.source)) for side in dispute.positions)
            return Told(f"{dispute.why} {dispute.advice}", sides)
        case Page.CHANGE:
            change = catalog.changes[found.id]
            text = _joined(change_standing(change), change.says, change.means)
            return Told(text, sources=_cited(catalog, change.sources))
        case Page.SKILL:
            skill = catalog.skills[found.id]
            return Told(_joined(skill.summary, skill.evidence))
        case Page.RESOURCE:
            resource = catalog.resources[found.id]
            return Told(_joined(resource.summary, resource.note), sources=_cited(catalog, resource.sources))
        case Page.FIELD:
            field = catalog.fields[found.id]
            return Told(_joined(field.summary, field.asks), sources=_cited(catalog, field.sources))
        case Page.OUTDATED:
            outdated = catalog.outdated[found.id]
            return Told(outdated.now, sources=_cited(catalog, outdated.evidence))
        case Page.COMPARISON:
            titles = catalog.titles("roles")
            both = [id_ for id_ in (found.id, found.also) if id_]
            return Told(" ".join(f"{titles[id_]}: {catalog.briefs[id_].summary}" for id_ in both))
        case Page.WAY:
            return Told(_way(catalog, found.id, found.also or ""))
        case Page.COMMAND:
            return Told(found.title)


def _role(catalog: Catalog, id_: str, section: Section) -> Told:
    role = catalog.roles[id_]
    figures = section in (Section.SUMMARY, Section.PAY)
    paid, projected = (pay(catalog, id_), outlook(catalog, id_)) if figures else (None, None)
    remarks = {Section.LIKES: role.likes, Section.DOUBTS: role.drawbacks}.get(section, ())
    backed = tuple(CitedFigure(one.says, cite(catalog, one.source)) for one in remarks if one.source)
    plain = [one.says for one in remarks if not one.source]
    text = " ".join(plain) if remarks else _section(catalog, role, section)
    return Told(text, backed, paid, projected, sources=_cited(catalog, role.sources))


def _section(catalog: Catalog, role: Role, section: Section) -> str:
    """A section of a role as text; its summary where a section has only figures."""
    match section:
        case Section.WORK:
            return " ".join(duty.does for duty in role.duties[:MOST_DUTIES])
        case Section.DAY:
            return role.day
        case Section.SKILLS:
            titles = catalog.titles("skills")
            return f"Essential: {', '.join(titles[skill] for skill in role.skills.essential)}."
        case Section.CONDITIONS:
            common = [f"{said} {getattr(role.conditions, name).value}" for name, said in CONDITION_NAMES.items()]
            return f"{role.conditions.note} Typically: {', '.join(common)}."
        case Section.ENTRY:
            level = catalog.education[role.education.typical].title
            how = role.entry.how if role.entry else "The usual way in is a move from another role."
            return _joined(f"Typical education: {level}.", role.education.note, how)
        case Section.PAY:
            return role.occupations[0].note
        case Section.TRY:
            return f"{role.tries.hour.do} {role.tries.day.do}"
        case Section.MOVES:
            titles = catalog.titles("roles")
            ways = "; ".join(f"{titles[move.to]} ({move.kind.value})" for move in role.moves)
            return f"Known moves lead to: {ways}." if ways else "No move from this role is known here."
        case Section.RELATED:
            titles = catalog.titles("roles")
            return " ".join(f"{titles[near.role]}: {near.why}" for near in role.related)
        case _:
            return role.summary


def _credential(catalog: Catalog, credential: Credential) -> Told:
    time, cost, none = credential.time, credential.cost, credential.no_cost
    costs = Costs(
        time,
        cite(catalog, time.source) if time else None,
        cost,
        cite(catalog, cost.source) if cost else None,
        none,
        cite(catalog, none.source) if none else None,
    )
    text = _joined(credential.summary, credential.asked_note, credential.does_not)
    return Told(text, costs=costs, sources=_cited(catalog, credential.sources))


def _question(catalog: Catalog, id_: str) -> Told:
    question = catalog.questions[id_]
    return Told(
        question.answer,
        tuple(CitedFigure(figure.says, cite(catalog, figure.source)) for figure in question.figures),
        commands=question.commands,
        disputes=tuple(Named(dispute, catalog.disputes[dispute].question) for dispute in question.disputes),
    )


def _way(catalog: Catalog, goal: str, start: str) -> str:
    """The known move from *start* to *goal* in words, or that there is none of one step."""
    move = next((move for move in catalog.roles[start].moves if move.to == goal), None)
    return _joined(move.why, move.how) if move else "No move of one step is known here; there may be one of several."


def _cited(catalog: Catalog, ids: tuple[str, ...]) -> tuple[Cite, ...]:
    return tuple(cite(catalog, id_) for id_ in ids)


def _joined(*texts: str | None) -> str:
    return " ".join(text for text in texts if text)
