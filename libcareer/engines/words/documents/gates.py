"""What an advertisement demands besides skills, or a resume holds: degrees, licenses, years, languages, the body.

Each gate has the words that say so; `gate_words` has the patterns that look for them in any field, and the vocabulary
of the catalog what degrees and licenses are called.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.words.documents.gate_words import (
    CHECK,
    DRIVING,
    HOURS,
    INSTEAD,
    LANGUAGE,
    NO_WORK,
    NUMBERS,
    YEARS,
    physical,
    work,
)
from libcareer.engines.words.documents.paragraphs import Section
from libcareer.engines.words.documents.quotes import Quote
from libcareer.engines.words.documents.skills_found import Importance, asked
from libcareer.knowledge import wordings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcareer.catalog import Catalog
    from libcareer.engines.words.documents.document import Document
    from libcareer.engines.words.documents.paragraphs import Statement


class GateKind(StrEnum):
    """What a gate is about."""

    DEGREE = "degree"
    LICENSE = "license"
    CERTIFICATE = "certificate"
    YEARS = "years"
    LANGUAGE = "language"
    DRIVING = "driving"
    PHYSICAL = "physical"
    HOURS = "hours"
    CHECK = "check"


class Gate(Struct, frozen=True):
    """A gate: what it asks for in a few words, how, and the words that say so.

    *education* is the level and *credential* the record that it names, if there is one here; *years* is the least
    number of years of experience. *or_else* says that something else is taken in its place.
    """

    kind: GateKind
    what: str
    importance: Importance
    quote: Quote
    education: str | None = None
    credential: str | None = None
    years: float | None = None
    or_else: bool = False


def gates(catalog: Catalog, document: Document) -> tuple[Gate, ...]:
    """The gates in *document*, in the order of their kinds; the same gate said twice is there once."""
    found: dict[tuple[object, ...], Gate] = {}
    kinds, order = list(GateKind), list(Importance)
    for statement in document.statements:
        for gate in _in_statement(catalog, statement):
            key = (gate.kind, gate.what)
            known = found.get(key)
            if known is None or order.index(gate.importance) < order.index(known.importance):
                found[key] = gate
    return tuple(sorted(found.values(), key=lambda gate: (kinds.index(gate.kind), order.index(gate.importance))))


def _in_statement(catalog: Catalog, statement: Statement) -> Iterator[Gate]:
    if statement.heading:
        return
    words = catalog.vocabulary.advertisements
    yield from _degrees(catalog, statement)
    yield from _years(statement, work(words.employers))
    for one in words.demands:
        if one.education is None and (license_ := wordings.pattern(one.said).search(statement.text)):
            yield _gate(statement, license_, GateKind.LICENSE, one.called, credential=one.credential)
    yield from _certificates(catalog, statement)
    for match in LANGUAGE.finditer(statement.text):
        yield _gate(statement, match, GateKind.LANGUAGE, " ".join(match[0].split()))
    for kind, what, pattern in (
        (GateKind.DRIVING, "a driver's license or a vehicle", DRIVING),
        (GateKind.CHECK, "a background check", CHECK),
    ):
        if named := pattern.search(statement.text):
            yield _gate(statement, named, kind, what)
    if body := physical(words.carried).search(statement.text):
        yield _gate(statement, body, GateKind.PHYSICAL, " ".join(body[0].split()))
    for match in HOURS.finditer(statement.text):
        yield _gate(statement, match, GateKind.HOURS, _hours(match[0]))


def _hours(words: str) -> str:
    """Hours in one form, so that the same ones are one gate; days keep their capital."""
    return _DAYS.sub(lambda day: day[0].capitalize(), " ".join(words.lower().split()))


_DAYS = re.compile(r"saturday|sunday")


def _degrees(catalog: Catalog, statement: Statement) -> Iterator[Gate]:
    taken: list[range] = []
    for degree in catalog.vocabulary.advertisements.demands:
        for match in wordings.pattern(degree.said).finditer(statement.text) if degree.education else ():
            if any(match.start() in place for place in taken):
                continue
            taken.append(range(match.start(), match.end()))
            yield _gate(
                statement,
                match,
                GateKind.DEGREE,
                degree.called,
                education=degree.education,
                credential=degree.credential,
            )
            break


def _years(statement: Statement, experience: re.Pattern[str]) -> Iterator[Gate]:
    for match in YEARS.finditer(statement.text):
        named = statement.section in (Section.REQUIRED, Section.PREFERRED, Section.EXPERIENCE, Section.EDUCATION)
        if NO_WORK.match(match["rest"]) or not (
            experience.search(match["rest"]) or (named and "experience" in statement.text)
        ):
            continue
        low = float(NUMBERS.get(match["low"].lower(), 0) or match["low"])
        years = low / 12 if match["unit"].lower().startswith("month") else low
        what = f"{low:g} {match['unit'].lower().rstrip('.')} of experience"
        end = match.start("rest") + (_ends(match["rest"]))
        yield _gate(statement, match, GateKind.YEARS, what, years=round(years, 2), end=end)


def _ends(rest: str) -> int:
    """Where the words about the experience end."""
    comma = re.search(r"[,;:()]", rest)
    return comma.start() if comma else len(rest)


def _certificates(catalog: Catalog, statement: Statement) -> Iterator[Gate]:
    """Credentials that are called by their abbreviation or their whole name, and not found as a demand."""
    words = catalog.vocabulary.advertisements
    otherwise = {*words.otherwise, *(one.credential for one in words.demands)}
    for id_, record in catalog.credentials.items():
        if id_ in otherwise:
            continue
        for name in (record.title, *record.aliases):
            if len(name) > SHORTEST_NAME or name.isupper():
                match = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", statement.text)
                if match:
                    yield _gate(statement, match, GateKind.CERTIFICATE, record.short or record.title, credential=id_)
                    break


SHORTEST_NAME = 6
"""Letters of the shortest name of a credential that is looked for otherwise than in capitals."""

DEMANDS = frozenset({GateKind.DEGREE, GateKind.LICENSE, GateKind.YEARS, GateKind.CHECK})
"""What an advertisement demands where it names it without another word."""


def _demanded(importance: Importance, kind: GateKind) -> Importance:
    return Importance.ESSENTIAL if importance is Importance.USED and kind in DEMANDS else importance


def _gate(
    statement: Statement,
    match: re.Match[str],
    kind: GateKind,
    what: str,
    *,
    education: str | None = None,
    credential: str | None = None,
    years: float | None = None,
    end: int | None = None,
) -> Gate:
    end = end or match.end()
    return Gate(
        kind=kind,
        what=what,
        importance=_demanded(asked(statement, match.start(), end), kind),
        quote=statement.quote(match.start(), end),
        education=education,
        credential=credential,
        years=years,
        or_else=bool(INSTEAD.search(statement.text)) or _beside_or(statement.text, match.start(), end),
    )


def _beside_or(text: str, start: int, end: int) -> bool:
    """Whether "or" stands just before or after the words from *start* to *end*."""
    return bool(_OR_AFTER.match(text, end) or _OR_BEFORE.search(text[:start]))


_OR_AFTER = re.compile(r"[\s,]*or\b", re.IGNORECASE)
_OR_BEFORE = re.compile(r"\bor\s+(?:an?\s+|at least\s+)?$", re.IGNORECASE)
