"""What an advertisement demands besides skills, or a resume holds: degrees, licenses, years, languages, the body.

Each gate has the words that say so. Patterns look for how advertisements in English usually put it.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from libcareer.engines.words.paragraphs import Section
from libcareer.engines.words.quotes import Quote
from libcareer.engines.words.skills_found import Importance, asked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcareer.catalog import Catalog
    from libcareer.engines.words.documents import Document
    from libcareer.engines.words.paragraphs import Statement


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


class _Degree(NamedTuple):
    """A degree: the level of education, the credential, its name, and the pattern of its names."""

    education: str
    credential: str | None
    what: str
    pattern: re.Pattern[str]


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words.replace("'", "['\N{RIGHT SINGLE QUOTATION MARK}]?"), re.IGNORECASE)


_SCIENCE = r"(?:library|information|archiv\w+)(?:\s*(?:and|&|/|or)\s*(?:information|library"
    r"|archiv\w+))?\s*(?:science|studies)?"
DEGREES = (
    _Degree("doctorate", "phd", "a doctorate", re.compile(r"\b(?:Ph\.?\s?D\.?|doctora(?:te|l)|Ed\.?D)\b")),
    _Degree("doctorate", "jd", "a law degree", re.compile(r"\b(?:J\.?D\.?(?!\w)|[Jj]uris [Dd]octor|law degree)")),
    _Degree(
        "mlis",
        "mlis",
        "the MLIS",
        re.compile(
            r"\b(?:M\.?L\.?I?\.?S\.?|M\.?S\.?L\.?I?\.?S\.?|M\.?I\.?S\.?T\.?|MSI)(?!\w)"
            rf"|(?i:\bmaster\w*['\N{{RIGHT SINGLE QUOTATION MARK}}]?s?,?\s+(?:degree\s+)?(?:of\s+(?:arts"
            rf"|science)\s+)?(?:in|of)\s+(?:an?\s+)?{_SCIENCE})"
            r"|(?i:\bALA[- ]accredited\s+(?:library\s+|graduate\s+"
            r"|master\w*['\N{RIGHT SINGLE QUOTATION MARK}]?s?\s+|professional\s+)*(?:degree|program|MLS|MLIS"
            r"|master\w*))"
            r"|(?i:\b(?:graduate|professional)\s+library\s+degree|library (?:science )?degree)"
        ),
    ),
    _Degree("master", None, "a master's degree", _pattern(r"\b(?:master's|masters|graduate|advanced)\s+degree\b|\bmaster's\b|\bM\.A\.|\bM\.Ed\b")),
    _Degree("bachelor", "bachelor", "a bachelor's degree", _pattern(r"\b(?:bachelor's|bachelors?|baccalaureate|undergraduate degree|four[- ]year degree|college degree|B\.A\.|B\.S\.|BA/BS|BS/BA|(?-i:B\.?A\.? (?:in|or)|BS (?:in|or)|BA\b))")),
    _Degree("associate", None, "an associate degree", _pattern(r"\bassociate's?\s+(?:of\s+\w+\s+)?(?:degree|in\b)|\btwo[- ]year degree|\btwo years of college|\b60 (?:college )?(?:credits|credit hours|semester hours)|\bassociates? degree|(?-i:\bA\.?A\.?S?\.? degree)")),
    _Degree("secondary", None, "a high school diploma", _pattern(r"\bhigh[- ]school\s+(?:diploma|graduat\w+|education|or equivalent|degree)|\bG\.?E\.?D\.?\b|\bgraduat\w+ from high school")),
)  # fmt: skip
"""The degrees, the highest first; in one statement a lower one is not looked for where a higher one is named."""

_NUMBER = {
    word: number
    for number, word in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 1)
} | {
    "twelve": 12,
    "fifteen": 15,
}
_COUNT = rf"(?:\d{{1,2}}|{'|'.join(_NUMBER)})"
_YEARS = re.compile(
    rf"\b(?P<low>{_COUNT})(?:\s*\(\d{{1,2}}\))?\s*(?:\+|plus)?\s*(?:(?:-|\N{{EN DASH}}|to|or)\s*(?:{_COUNT}"
    rf"|more)\s*(?:\(\d{{1,2}}\))?\s*)?(?:or more\s+)?"
    r"(?P<unit>years?|yrs?\.?|months?)['\N{RIGHT SINGLE QUOTATION MARK}]?(?P<rest>[^.;\n]{0,90})",
    re.IGNORECASE,
)
_WORK = re.compile(
    r"experience|experienced|in a (?:library|similar)|working|supervis|manag|administ|employment|service", re.IGNORECASE
)
_NO_WORK = re.compile(
    r"^\s*(?:of age|old|appointment|term|contract|period|renewable|of (?:high school|college|study)|ago|from|within)",
    re.IGNORECASE,
)
_LANGUAGES = (
    r"Spanish|French|German|Chinese|Mandarin|Cantonese|Arabic|Russian|Vietnamese|Korean|Japanese|Portuguese"
    r"|Italian|Haitian"
    r"|Creole|Somali|Hmong|Tagalog|Hindi|Urdu|Polish|Hebrew|Latin|Welsh|Gaelic|ASL|American Sign Language|Inuktitut"
)
_LANGUAGE = re.compile(
    rf"\bbilingual(?:ism)?(?:[ (][^.;,]{{0,30}}?(?:{_LANGUAGES}))?|\b(?:fluen\w+|proficien\w+|reading knowledge"
    rf"|knowledge|ability to speak|speak\w*|conversational)"
    rf"\b[^.;]{{0,40}}?\b(?:{_LANGUAGES}|(?:second|another|foreign|other|one or more)(?: \w+)? languages?)\b"
    rf"|\b(?:{_LANGUAGES})\b(?:[- ]speaking)?"
    r"|\b(?:second|another|foreign) language",
)
_DRIVING = _pattern(
    r"\b(?:valid\s+)?(?:\w+\s+){0,3}?(?:driver's|drivers?|driving)\s+licen[sc]e\b|\bCDL\b|\b(?:own|reliable"
    r"|personal)\s+(?:vehicle|transportation|car)\b"
)
_PHYSICAL = re.compile(
    r"\b(?:lift|carry|push|pull|move|stand|stoop|kneel|bend|climb|reach"
    r"|crouch)\w*\b[^.;]{0,70}?\b(?:\d{2,3}\s*(?:-\s*)?(?:lbs?|pounds?|kg)"
    r"|(?:long|extended|prolonged) (?:periods?|hours)|book ?(?:carts?|trucks?)|ladders?|hours|stools?|bend"
    r"|bending|stoop\w*|kneel\w*|reach\w*|shelves)",
    re.IGNORECASE,
)
_HOURS = re.compile(
    r"\b(?:evenings?|weekends?|nights?|saturdays?|sundays?|rotating shifts?|on[- ]call"
    r"|holidays)\b(?:[^.;]{0,40}\b(?:evenings?|weekends?|nights?|saturdays?|sundays?|holidays)\b)?"
    r"|(?<!\bone )(?<!\btwo )(?<!\bthree )(?<!\d )\b(?:part|full)[- ]time\b|\b\d{1,2}(?:\.\d+)?\s*(?:-"
    r"|to)?\s*(?:\d{1,2}\s*)?(?:hours|hrs?)\s*(?:per|a|each|/|weekly)\s*(?:week|wk)?"
    r"|\b(?:fully |100% )?remote\b|\bhybrid\b|\btelework\w*|\bon[- ]site\b",
    re.IGNORECASE,
)
_CHECK = re.compile(
    r"\b(?:criminal |pre-?employment |child abuse )*background (?:check|screening|investigation)\w*"
    r"|\bfingerprint\w*|\bdrug (?:test|screen)\w*|\bchild abuse clearance\w*|\bresidency requirement",
    re.IGNORECASE,
)
_LICENSES: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("school-license", "a school librarian's license", _pattern(
        r"\b(?:school\s+)?(?:library|librarian|media)\s*(?:media\s*)?(?:specialist\s+)?(?:endorsement"
        r"|certificat\w+|licens\w+|licence|credential)|\bteacher[- ]librarian credential"
    )),
    ("teaching-license", "a teaching license", _pattern(
        r"\b(?:teaching|teacher's?|educator)\s+(?:licen[sc]\w*|certificat\w+|credential)|\bcertified teacher"
    )),
    ("state-public-cert", "a state certificate for public librarians", _pattern(
        r"\b(?:public|state|professional)\s+librar(?:y|ian)(?:'s)?\s+certificat\w+"
        r"|\bcertifi\w+ (?:as a (?:public )?librarian|by the state library)"
    )),
    ("security-clearance", "a security clearance", _pattern(r"\b(?:(?:top )?secret|security)\s+clearance|\bTS/SCI\b")),
    ("", "a professional license", _pattern(r"\b(?:RN|CPA|bar|nursing|state|professional|journeyman)\s+licen[sc](?:e|ure)\b|\bCPA\b")),
)  # fmt: skip
_INSTEAD = re.compile(
    r"\bor equivalent|\bequivalent (?:combination|experience|degree)|\bin lieu of|\bsubstitut\w+"
    r"|\bor (?:an )?(?:equal|comparable)|\bany combination",
    re.IGNORECASE,
)


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
    yield from _degrees(catalog, statement)
    yield from _years(statement)
    for credential, what, pattern in _LICENSES:
        for match in pattern.finditer(statement.text):
            yield _gate(statement, match, GateKind.LICENSE, what, credential=_known(catalog, credential))
            break
    yield from _certificates(catalog, statement)
    for match in _LANGUAGE.finditer(statement.text):
        yield _gate(statement, match, GateKind.LANGUAGE, " ".join(match[0].split()))
    for kind, what, pattern in (
        (GateKind.DRIVING, "a driver's license or a vehicle", _DRIVING),
        (GateKind.CHECK, "a background check", _CHECK),
    ):
        if named := pattern.search(statement.text):
            yield _gate(statement, named, kind, what)
    if body := _PHYSICAL.search(statement.text):
        yield _gate(statement, body, GateKind.PHYSICAL, " ".join(body[0].split()))
    for match in _HOURS.finditer(statement.text):
        yield _gate(statement, match, GateKind.HOURS, " ".join(match[0].lower().split()))


def _degrees(catalog: Catalog, statement: Statement) -> Iterator[Gate]:
    taken: list[range] = []
    for degree in DEGREES:
        for match in degree.pattern.finditer(statement.text):
            if any(match.start() in place for place in taken):
                continue
            taken.append(range(match.start(), match.end()))
            yield _gate(
                statement,
                match,
                GateKind.DEGREE,
                degree.what,
                education=degree.education if degree.education in catalog.education else None,
                credential=_known(catalog, degree.credential),
            )
            break


def _years(statement: Statement) -> Iterator[Gate]:
    for match in _YEARS.finditer(statement.text):
        named = statement.section in (Section.REQUIRED, Section.PREFERRED, Section.EXPERIENCE, Section.EDUCATION)
        if _NO_WORK.match(match["rest"]) or not (
            _WORK.search(match["rest"]) or (named and "experience" in statement.text)
        ):
            continue
        low = float(_NUMBER.get(match["low"].lower(), 0) or match["low"])
        years = low / 12 if match["unit"].lower().startswith("month") else low
        what = f"{low:g} {match['unit'].lower().rstrip('.')} of experience"
        end = match.start("rest") + (_ends(match["rest"]))
        yield _gate(statement, match, GateKind.YEARS, what, years=round(years, 2), end=end)


def _ends(rest: str) -> int:
    """Where the words about the experience end."""
    comma = re.search(r"[,;:()]", rest)
    return comma.start() if comma else len(rest)


def _certificates(catalog: Catalog, statement: Statement) -> Iterator[Gate]:
    """Credentials that are called by their abbreviation or their whole name."""
    for id_, record in catalog.credentials.items():
        if id_ in _ELSEWHERE:
            continue
        for name in (record.title, *record.aliases):
            if len(name) > SHORTEST_NAME or name.isupper():
                match = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", statement.text)
                if match:
                    yield _gate(statement, match, GateKind.CERTIFICATE, record.short or record.title, credential=id_)
                    break


SHORTEST_NAME = 6
"""Letters of the shortest name of a credential that is looked for otherwise than in capitals."""

_ELSEWHERE = frozenset(
    {"bachelor", "mlis", "phd", "jd", "subject-masters", "school-license", "teaching-license", "drivers-license",
     "security-clearance", "state-public-cert", "ca-archivist"}
)  # fmt: skip
"""Credentials that other patterns find, and one with an abbreviation that is also a state."""


def _known(catalog: Catalog, credential: str | None) -> str | None:
    return credential if credential in catalog.credentials else None


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
        or_else=bool(_INSTEAD.search(statement.text)),
    )
