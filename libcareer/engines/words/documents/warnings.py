"""What job seekers watch for in an advertisement, each with the words that show it.

A warning is no verdict: many good employers use these words. It says what to ask before applying.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.pay.figures import pay, yearly
from libcareer.engines.words.documents.gates import GateKind
from libcareer.engines.words.documents.quotes import Quote
from libcareer.engines.words.documents.skills_found import Importance
from libcareer.knowledge import wordings
from libcareer.knowledge.enums import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from libcareer.catalog import Catalog
    from libcareer.engines.words.documents.document import Document
    from libcareer.engines.words.documents.gates import Gate
    from libcareer.engines.words.documents.pay_said import PaySaid
    from libcareer.engines.words.documents.skills_found import FoundSkill


class WarningKind(StrEnum):
    """What a warning is about."""

    NO_PAY = "no pay said"
    MASTERS_FOR_LITTLE = "a master's degree for clerk pay"
    OTHER_DUTIES = "other duties"
    UNPAID = "unpaid work"
    SHORT = "not permanent"
    NO_BENEFITS = "no benefits"
    MANY_JOBS = "many jobs in one"
    MONEY_FIRST = "money or messages first"
    ALWAYS_ON = "always available"


class Warning(Struct, frozen=True):
    """A warning and the words that show it; *quote* is None where something is missing.

    *amount* is the yearly pay in the pack's currency that the pay is compared with, if it is.
    """

    kind: WarningKind
    quote: Quote | None
    amount: float | None = None


MANY_GROUPS, SKILLS_OF_GROUP = 5, 2
"""From how many groups of skills, with so many skills found in each, an advertisement has many jobs in one."""

_SAID = (
    (WarningKind.OTHER_DUTIES, r"\b(?:other|additional|any other)\s+(?:(?:related|similar|reasonable"
        r"|such)\s+)*(?:duties|tasks|work|responsibilities)(?:\s+(?:and|or)\s+\w+)?"
     r"(?:\s+as\s+(?:may be\s+)?(?:assigned|required|requested|needed|directed|necessary))?"),
    (WarningKind.UNPAID, r"\bunpaid\b[^.;]{0,40}|\b(?:no|without) (?:pay|compensation|remuneration)\b"
        r"|\bfor (?:academic|college|course) credit(?: only)?"
     r"|\b(?:trial|working|test) (?:shift|day|week|period) (?:is |without pay|unpaid)[^.;]{0,30}"
     r"|\bvolunteer position\b|\bnot (?:a )?paid (?:position|internship)"),
    (WarningKind.SHORT, r"\b(?:temporary|fixed[- ]term|limited[- ]term|term[- ]limited|time[- ]limited|seasonal"
        r"|interim)\b[^.;,)]{0,40}|\b(?:grant|soft)[- ](?:funded|money)\b[^.;,)]{0,40}"
     r"|\b(?:one|two|three|\d{1,2})[- ](?:year|month)s? (?:term|appointment|contract|position|fellowship)\b"
     r"|\bends (?:on |in )?(?:\w+ )?20\d\d|\bmaternity cover\b|\bcontingent (?:up)?on (?:continued )?funding"),
    (WarningKind.NO_BENEFITS, r"\b(?:no|without|not eligible for|ineligible for|does not (?:include|offer"
        r"|come with|carry)|excludes?)\s+(?:(?:health|paid|fringe|any|employee|insurance)\s+)*benefits\b"
     r"|\bnon[- ]?benefit(?:t?ed|s)?\b(?: eligible)?|\bnot benefits?[- ]eligible\b|\bindependent contractor\b"
     r"|\b1099\b|\bzero[- ]hours?\b"),
    (WarningKind.MANY_JOBS, r"\b(?:wear(?:s|ing)?|many|multiple|different) (?:many |multiple |several )?hats\b"
        r"|\bjack[- ]of[- ]all[- ]trades\b|\bsole (?:staff|employee|professional)\b|\bsolo position\b"
     r"|\bone[- ]person (?:shop|department)\b|\bonly staff member\b"),
    (WarningKind.MONEY_FIRST, r"\b(?:registration|training|processing|application|starter)[- ](?:fee|deposit)\b"
        r"|\b(?:pay|purchase|buy) (?:for )?your own (?:training|equipment|starter kit)"
     r"|\b(?:whatsapp|telegram|signal app)\b|\b(?:deposit|cash) (?:a |the )?checks?\b|\bgift cards?\b"
     r"|\bwire transfer\b"),
    (WarningKind.ALWAYS_ON, r"\b(?:24/7|around the clock)\b|\bavailable at all times\b|\bon[- ]call\b"
        r"|\bunlimited hours\b|\bwork(?:ing)? (?:long|unsocial) hours\b"),
)  # fmt: skip
_PATTERNS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _SAID)
_VAGUE = re.compile(
    r"\b(?:salary|pay|compensation)?\s*(?:is |will be )?(?:commensurate|competitive|negotiable"
    r"|dependent (?:up)?on|DOE|based on experience)\b[^.;,]{0,40}",
    re.IGNORECASE,
)


def warnings(
    catalog: Catalog,
    document: Document,
    gates: Sequence[Gate],
    said: Sequence[PaySaid],
    skills: Sequence[FoundSkill],
) -> tuple[Warning, ...]:
    """What to watch for in an advertisement that has these *gates*, *said* this pay and names these *skills*."""
    alone = wordings.pattern(catalog.vocabulary.advertisements.alone)
    found = [*_no_pay(document, said), *_little(catalog, gates, said), *_worded(document, alone)]
    if not any(one.kind is WarningKind.MANY_JOBS for one in found) and _is_many(catalog, skills):
        found.append(Warning(WarningKind.MANY_JOBS, None))
    kinds = list(WarningKind)
    return tuple(sorted(found, key=lambda one: kinds.index(one.kind)))


def _no_pay(document: Document, said: Sequence[PaySaid]) -> Iterator[Warning]:
    if said:
        return
    for statement in document.statements:
        if match := _VAGUE.search(statement.text):
            yield Warning(WarningKind.NO_PAY, statement.quote(match.start(), match.end()))
            return
    yield Warning(WarningKind.NO_PAY, None)


def _little(catalog: Catalog, gates: Sequence[Gate], said: Sequence[PaySaid]) -> Iterator[Warning]:
    """A master's degree that is demanded for less than support staff of the field usually get."""
    below = catalog.pack.no_masters
    if below is None:
        return
    masters = [
        gate
        for gate in gates
        if gate.kind is GateKind.DEGREE
        and gate.importance is Importance.ESSENTIAL
        and gate.education
        and catalog.ranks[gate.education] > catalog.ranks[below]
    ]
    usual = clerk_pay(catalog)
    paid = [one for one in said if one.currency == catalog.pack.currency]
    if masters and paid and usual is not None:
        most = max(paid, key=lambda one: one.yearly[1])
        if most.yearly[1] < usual:
            yield Warning(WarningKind.MASTERS_FOR_LITTLE, most.quote, usual)


def clerk_pay(catalog: Catalog) -> float | None:
    """The highest median that support staff of the field get, in the pack's currency a year if full time.

    None if the pack has no level of support staff, or no figure for it in its currency.
    """
    level = catalog.vocabulary.advertisements.support_level
    if level is None:
        return None
    roles = (id_ for id_, brief in catalog.briefs.items() if brief.level <= level and brief.place is Place.INSIDE)
    figures = (pay(catalog, id_) for id_ in roles)
    home = catalog.pack.currency
    return max((yearly(one) for one in figures if one and not one.proxy and one.currency == home), default=None)


def _worded(document: Document, alone: re.Pattern[str]) -> Iterator[Warning]:
    """Each kind of warning once, by the first words that show it; *alone* says that one person does all the work."""
    for kind, pattern in _PATTERNS:
        for statement in document.statements:
            match = pattern.search(statement.text)
            if match is None and kind is WarningKind.MANY_JOBS:
                match = alone.search(statement.text)
            if match:
                yield Warning(kind, statement.quote(match.start(), match.end()))
                break


def _is_many(catalog: Catalog, skills: Sequence[FoundSkill]) -> bool:
    """Whether *skills* come from so many groups that one person seldom does all of it."""
    named = {skill.id for skill in skills}
    side = catalog.vocabulary.advertisements.side_groups
    groups = [len(named.intersection(ids)) for group, (_, ids) in catalog.groups.items() if group not in side]
    return sum(count >= SKILLS_OF_GROUP for count in groups) >= MANY_GROUPS
