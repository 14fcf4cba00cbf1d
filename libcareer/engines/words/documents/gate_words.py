"""The words in which advertisements name degrees, licenses, years, languages, the body and hours: patterns."""

from __future__ import annotations

import re
from typing import NamedTuple


def pattern(*words: str) -> re.Pattern[str]:
    """The pattern of any of *words*, in either case, with either apostrophe or none."""
    joined = "|".join(words).replace("'", "['\N{RIGHT SINGLE QUOTATION MARK}]?")
    return re.compile(rf"\b(?:{joined})", re.IGNORECASE)


class Degree(NamedTuple):
    """A degree: the level of education, the credential, what it is called, and the patterns of its names."""

    education: str
    credential: str | None
    what: str
    patterns: tuple[re.Pattern[str], ...]


_SCIENCE = r"(?:library|information|archiv\w+)(?:\s*(?:and|&|/|or)\s*(?:information|library|archiv\w+))?"

DEGREES = (
    Degree("doctorate", "phd", "a doctorate", (re.compile(r"\b(?:Ph\.?\s?D\.?|[Dd]octora(?:te|l)|Ed\.?D\b)"),)),
    Degree("doctorate", "jd", "a law degree", (re.compile(r"\bJ\.?D\.?(?!\w)"), pattern("juris doctor", "law degree"))),
    Degree(
        "mlis",
        "mlis",
        "the MLIS",
        (
            re.compile(r"\b(?:M\.?L\.?I?\.?S\.?|M\.?S\.?L\.?I?\.?S\.?|M\.?I\.?S\.?T\.?|MSI)(?!\w)"),
            pattern(
                rf"master(?:'s|s)?,?\s+(?:degree\s+)?(?:of\s+(?:arts|science)\s+)?(?:in|of)\s+(?:an?\s+)?{_SCIENCE}",
                r"ALA[- ]accredited\s+(?:(?:library|graduate|master's?|masters|professional)\s+)*"
                r"(?:degree|program|MLS|MLIS|master's?)",
                r"(?:graduate|professional)\s+library\s+degree",
                r"library (?:science )?degree",
            ),
        ),
    ),
    Degree(
        "master",
        None,
        "a master's degree",
        (pattern(r"(?:master's|graduate|advanced)\s+degree\b", r"master's\b(?!\w)"), re.compile(r"\bM\.A\.|\bM\.Ed\b")),
    ),
    Degree(
        "bachelor",
        "bachelor",
        "a bachelor's degree",
        (
            pattern(
                r"bachelor's\b(?: degree)?",
                r"bachelor\b",
                "baccalaureate",
                "undergraduate degree",
                "four[- ]year degree",
                "college degree",
            ),
            re.compile(r"\b(?:B\.A\.|B\.S\.|BA/BS|BS/BA|B\.?A\.? (?:in|or)|BS (?:in|or)|BA\b)"),
        ),
    ),
    Degree(
        "associate",
        None,
        "an associate degree",
        (
            pattern(
                r"associate's?\s+(?:of\s+\w+\s+)?(?:degree|in\b)",
                r"two[- ]year degree",
                r"two years of college",
                r"60 (?:college )?(?:credits|credit hours|semester hours)",
            ),
            re.compile(r"\bA\.?A\.?S?\.? degree"),
        ),
    ),
    Degree(
        "secondary",
        None,
        "a high school diploma",
        (
            pattern(
                r"high[- ]school\s+(?:diploma|graduat\w+|education|or equivalent|degree)",
                r"G\.?E\.?D\.?(?!\w)",
                r"graduat\w+ from high school",
            ),
        ),
    ),
)
"""The degrees, the highest first; what a higher one's name contains is not looked for again."""

LICENSES: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    (
        "school-license",
        "a school librarian's license",
        pattern(
            r"(?:school\s+)?(?:library|librarian|media)\s*(?:media\s*)?(?:specialist\s+)?"
            r"(?:endorsement|certificat\w+|licens\w+|licence|credential)",
            r"teacher[- ]librarian credential",
        ),
    ),
    (
        "teaching-license",
        "a teaching license",
        pattern(r"(?:teaching|teacher's?|educator)\s+(?:licen[sc]\w*|certificat\w+|credential)", "certified teacher"),
    ),
    (
        "state-public-cert",
        "a state certificate for public librarians",
        pattern(
            r"(?:public|state|professional)\s+librar(?:y|ian)(?:'s)?\s+certificat\w+",
            r"certifi\w+ (?:as a (?:public )?librarian|by the state library)",
        ),
    ),
    ("security-clearance", "a security clearance", pattern(r"(?:(?:top )?secret|security)\s+clearance", "TS/SCI")),
    (
        "",
        "a professional license",
        pattern(r"(?:RN|CPA|bar|nursing|state|professional|journeyman)\s+licen[sc](?:e|ure)\b", r"CPA\b"),
    ),
)
"""Licenses: the credential here, if there is one, what it is called, and the pattern of its names."""

_UP_TO_TEN = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

NUMBERS = {**{word: number for number, word in enumerate(_UP_TO_TEN, 1)}, "twelve": 12, "fifteen": 15}
"""Numbers in words."""

_COUNT = rf"(?:\d{{1,2}}|{'|'.join(NUMBERS)})"

YEARS = re.compile(
    rf"\b(?P<low>{_COUNT})(?:\s*\(\d{{1,2}}\))?\s*(?:\+|plus)?\s*"
    rf"(?:(?:-|\N{{EN DASH}}|to|or)\s*(?:{_COUNT}|more)\s*(?:\(\d{{1,2}}\))?\s*)?(?:or more\s+)?"
    r"(?P<unit>years?|yrs?\.?|months?)['\N{RIGHT SINGLE QUOTATION MARK}]?(?P<rest>[^.;\n]{0,90})",
    re.IGNORECASE,
)
"""A number of years or months, and what follows."""

WORK = pattern(
    "experience", "in a (?:library|similar)", "working", r"supervis\w+", r"manag\w+", r"administ\w+", "service"
)
"""What follows years of experience."""

NO_WORK = re.compile(
    r"^\s*(?:of age|old|appointment|term|contract|period|renewable|of (?:high school|college|study)|ago|from|within)",
    re.IGNORECASE,
)
"""What follows years of something else."""

_LANGUAGES = (
    r"(?:Spanish|French|German|Chinese|Mandarin|Cantonese|Arabic|Russian|Vietnamese|Korean|Japanese|Portuguese|Italian"
    r"|Haitian|Creole|Somali|Hmong|Tagalog|Hindi|Urdu|Polish|Hebrew|Latin|Welsh|Gaelic|ASL|American Sign Language"
    r"|Inuktitut)\b"
)

LANGUAGE = re.compile(
    rf"\b(?i:bilingual)(?:ism)?\b(?:[ (][^.;,]{{0,30}}?{_LANGUAGES})?"
    r"|\b(?i:fluen\w+|proficien\w+|reading knowledge|knowledge|ability to speak|speak\w*|conversational)\b"
    r"[^.;]{0,40}?\b"
    rf"(?:{_LANGUAGES}|(?i:second|another|foreign|other|one or more)(?: \w+)? languages?)"
    rf"|\b{_LANGUAGES}(?:[- ]speaking)?|\b(?:second|another|foreign) language"
)
"""A language and how well it is to be known."""

DRIVING = pattern(
    r"(?:valid\s+)?(?:\w+\s+){0,3}?(?:driver's|drivers?|driving)\s+licen[sc]e\b",
    r"CDL\b",
    r"(?:own|reliable|personal)\s+(?:vehicle|transportation|car)\b",
)
"""A driver's license or a vehicle."""

PHYSICAL = pattern(
    r"(?:lift|carry|push|pull|move|stand|stoop|kneel|bend|climb|reach|crouch)\w*\b[^.;]{0,70}?\b"
    r"(?:\d{2,3}\s*(?:-\s*)?(?:lbs?|pounds?|kg)|(?:long|extended|prolonged) (?:periods?|hours)|book ?(?:carts?|trucks?)"
    r"|ladders?|hours|stools?|bend|bending|stoop\w*|kneel\w*|reach\w*|shelves)"
)
"""What the body has to do."""

HOURS = pattern(
    r"(?:evenings?|weekends?|nights?|saturdays?|sundays?|rotating shifts?|on[- ]call|holidays)\b"
    r"(?:[^.;]{0,40}\b(?:evenings?|weekends?|nights?|saturdays?|sundays?|holidays)\b)?",
    r"(?<!\bone )(?<!\btwo )(?<!\bthree )(?<!\d )(?:part|full)[- ]time\b",
    r"\d{1,2}(?:\.\d+)?\s*(?:-|to)?\s*(?:\d{1,2}\s*)?(?:hours|hrs?)\s*(?:per|a|each|/|weekly)\s*(?:week|wk)\b",
    r"(?:fully |100% )?remote\b",
    r"hybrid\b",
    r"telework\w*",
    r"on[- ]site\b",
)
"""The hours and the place of the work."""

CHECK = pattern(
    r"(?:criminal |pre-?employment |child abuse )*background (?:check|screening|investigation)\w*",
    r"fingerprint\w*",
    r"drug (?:test|screen)\w*",
    r"child abuse clearance\w*",
    r"residency requirement",
)
"""A check of the person before they are hired."""

INSTEAD = pattern(
    r"or equivalent",
    r"equivalent (?:combination|experience|degree)",
    r"in lieu of",
    r"substitut\w+",
    r"or (?:an )?(?:equal|comparable)",
    r"any combination",
)
"""That something else is taken in place of what is asked for."""
