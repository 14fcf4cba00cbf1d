"""How an advertisement sits with what a person told: skills, papers, years, and what limits them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.paths.limits import Limit, LimitKind, limits_of, set_limits
from libcareer.engines.paths.situation import Situation, Stated, situation
from libcareer.engines.references import Named
from libcareer.engines.similarity import covered
from libcareer.engines.words.documents.gates import Gate, GateKind
from libcareer.engines.words.documents.quotes import Quote
from libcareer.engines.words.documents.skills_found import Importance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from libcareer.catalog import Catalog
    from libcareer.engines.words.documents.pay_said import PaySaid
    from libcareer.engines.words.documents.skills_found import FoundSkill


class GateMet(Struct, frozen=True):
    """A gate, and whether the person passes it by what they told; None if that does not say."""

    gate: Gate
    met: bool | None


class LimitHit(Struct, frozen=True):
    """A limit of the person that the advertisement goes against, and the words that do.

    *quote* is None where the advertisement does not say what the limit asks about. *currency* is that of the pay it
    says, where it is another one than that of the limit: then nothing is judged.
    """

    limit: Limit
    quote: Quote | None
    currency: str | None = None


class You(Struct, frozen=True):
    """How an advertisement sits with a person: the skills it asks for that they *have* and *lack*, gates, limits.

    *lack* means: neither their posts nor what they told has it. A skill that nobody wrote down is not a skill
    that nobody has.
    """

    have: tuple[Named, ...]
    lack: tuple[Named, ...]
    gates: tuple[GateMet, ...]
    limits: tuple[LimitHit, ...]


LATE = re.compile(r"evening|weekend|night|saturday|sunday|shift|holiday|on[- ]call", re.IGNORECASE)
PART, FULL = re.compile(r"part[- ]time"), re.compile(r"full[- ]time")
FROM_HOME = re.compile(r"remote|hybrid|telework")


def you(
    catalog: Catalog,
    stated: Stated,
    answers: Mapping[str, str],
    skills: Sequence[FoundSkill],
    gates: Sequence[Gate],
    said: Sequence[PaySaid],
) -> You:
    """How an advertisement with these *skills*, *gates* and *said* pay sits with a person who *stated* this.

    *answers* are those to the practical questions.
    """
    where = situation(catalog, stated)
    practiced = {*where.practiced, *(id_ for post in stated.posts for id_ in catalog.briefs[post].skills.useful)}
    asked = [skill.id for skill in skills]
    have = covered(catalog, asked, practiced)
    titles = catalog.titles("skills")
    lacking = [skill.id for skill in skills if skill.id not in have and skill.importance is not Importance.USEFUL]
    knows = bool(stated.posts or stated.skills or stated.jobs)
    return You(
        have=tuple(Named(id_, titles[id_]) for id_ in have),
        lack=tuple(Named(id_, titles[id_]) for id_ in lacking) if knows else (),
        gates=tuple(GateMet(gate, _met(catalog, where, gate)) for gate in gates if gate.kind not in _NO_GATES),
        limits=tuple(_hits(catalog, answers, gates, said)),
    )


_NO_GATES = (GateKind.HOURS, GateKind.CHECK, GateKind.PHYSICAL)


def _met(catalog: Catalog, where: Situation, gate: Gate) -> bool | None:
    """Whether the person passes a *gate* by what they told."""
    stated = where.stated
    if gate.credential and gate.credential in where.held:
        return True
    if gate.kind is GateKind.YEARS:
        return None if not stated.years or gate.years is None else (True if stated.years >= gate.years else None)
    if gate.kind is GateKind.DEGREE and gate.education:
        told = bool(where.held) or stated.rank is not None
        ranks = [catalog.ranks[level] for id_ in where.held if (level := catalog.credentials[id_].education)]
        highest = max([*ranks, stated.rank or 0])
        if gate.credential is None or gate.education == catalog.pack.bachelor:
            return highest >= catalog.ranks[gate.education] if told else None
        return False if told else None
    return False if gate.credential in stated.lacking else None


def _hits(
    catalog: Catalog, answers: Mapping[str, str], gates: Sequence[Gate], said: Sequence[PaySaid]
) -> Iterator[LimitHit]:
    """The limits in *answers* that the advertisement goes against, or does not speak of."""
    hours = [gate for gate in gates if gate.kind is GateKind.HOURS]
    for limit in set_limits(limits_of(catalog, answers)):
        match limit.kind:
            case LimitKind.EVENINGS:
                yield from _against(limit, hours, LATE)
            case LimitKind.HOURS:
                yield from _against(limit, hours, FULL if limit.choice == "part" else PART)
            case LimitKind.REMOTE:
                if not any(FROM_HOME.search(gate.what) for gate in hours):
                    yield LimitHit(limit, None)
            case LimitKind.MOVE:
                yield LimitHit(limit, None)
            case LimitKind.PAY:
                yield from _underpaid(limit, said, catalog.pack.currency)
            case _:
                pass


def _underpaid(limit: Limit, said: Sequence[PaySaid], home: str) -> Iterator[LimitHit]:
    """The *limit* on pay, if what is *said* in the currency *home* is below it, or nothing is said in it."""
    paid = [one for one in said if one.currency == home]
    if not said:
        yield LimitHit(limit, None)
    elif not paid:
        yield LimitHit(limit, said[0].quote, said[0].currency)
    elif max(one.yearly[1] for one in paid) < (limit.amount or 0.0):
        yield LimitHit(limit, paid[0].quote)


def _against(limit: Limit, hours: Sequence[Gate], words: re.Pattern[str]) -> Iterator[LimitHit]:
    found = next((gate for gate in hours if words.search(gate.what)), None)
    if found:
        yield LimitHit(limit, found.quote)
