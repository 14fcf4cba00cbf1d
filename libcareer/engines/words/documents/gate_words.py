"""The words in which advertisements of any field name years, languages, the body and hours: patterns."""

from __future__ import annotations

import re
from functools import cache

from libcareer.knowledge import wordings


def pattern(*words: str) -> re.Pattern[str]:
    """The pattern of any of *words*, in either case, with either apostrophe or none."""
    joined = "|".join(words).replace("'", "['\N{RIGHT SINGLE QUOTATION MARK}]?")
    return re.compile(rf"\b(?:{joined})", re.IGNORECASE)


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


@cache
def work(employers: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern of what follows years of experience; *employers* are phrases of a vocabulary."""
    return pattern(
        "experience",
        rf"in an? (?:similar|{wordings.alternatives(employers)})",
        "working",
        r"supervis\w+",
        r"manag\w+",
        r"administ\w+",
        "service",
    )


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


@cache
def physical(carried: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern of what the body has to do; *carried* are phrases of a vocabulary for what is lifted or pushed."""
    return pattern(
        r"(?:lift|carry|push|pull|move|stand|stoop|kneel|bend|climb|reach|crouch)\w*\b[^.;]{0,70}?\b"
        r"(?:\d{2,3}\s*(?:-\s*)?(?:lbs?|pounds?|kg)|(?:long|extended|prolonged) (?:periods?|hours)"
        rf"|{wordings.alternatives(carried)}"
        r"|ladders?|hours|stools?|bend|bending|stoop\w*|kneel\w*|reach\w*|shelves)"
    )


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
