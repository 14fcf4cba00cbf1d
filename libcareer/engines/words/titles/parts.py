"""A title taken apart: the words about the job, the words about the employer, and hours, terms and grades.

Titles come from advertisements, with a place before a colon, an employer after a bar, requisition codes, and
words that say only that there is an advertisement. None of that says what the work is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, structs

from libcareer.knowledge.spelling import fold, straight

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from libcareer.engines.words.titles.own_words import OwnWords

LONGEST_TITLE = 400
"""Characters of a title that are read; the words behind them are no title."""

MOST_WORDS = 40
"""Words of a title that are read."""

ABBREVIATIONS = {
    "asst": "assistant",
    "ast": "assistant",
    "assoc": "associate",
    "spec": "specialist",
    "coord": "coordinator",
    "mgr": "manager",
    "dir": "director",
    "sr": "senior",
    "jr": "junior",
    "svc": "service",
    "svcs": "service",
    "dept": "department",
    "prof": "professor",
    "univ": "university",
    "mgmt": "management",
    "info": "information",
    "spvr": "supervisor",
    "supv": "supervisor",
    "admin": "administrative",
    "dev": "development",
    "intl": "international",
}
"""What short forms in titles of any field stand for, folded; a vocabulary has those of its field."""

HOURS = {
    "part-time": ("part time", "pt", "p t", "part tim", "hourly", "casual"),
    "full-time": ("full time", "ft"),
    "evenings": ("evening", "night", "nighttime", "late night", "overnight"),
    "weekends": ("weekend", "saturday", "sunday"),
    "for a fixed term": (
        "temporary", "temp", "term", "interim", "visiting", "short term", "time limited", "seasonal",
        "one year", "contractually limited", "limited term", "term limited", "fixed term", "non permanent",
    ),
    "as a substitute": ("substitute", "on call", "per diem", "pool"),
    "permanent": ("permanent",),
    "remote": ("remote", "telecommute", "work from home", "hybrid"),
    "on the tenure track": ("tenure track", "tenured"),
    "outside the tenure track": ("non tenure track", "non tenured"),
    "bilingual": ("bilingual",),
}  # fmt: skip
"""Folded words about hours and terms, by what they say."""

WORK_AS_WELL = ("evenings", "weekends")
"""Hours whose words also say what one does: an evening supervisor keeps a building open."""

GRADES = {
    "1": "I or 1: typically the first step of a scale, for people new to the work",
    "2": "II or 2: typically a year or two of experience",
    "3": "III or 3: typically several years, or work that one plans oneself",
    "4": "IV or 4: typically the top of a scale, often leading others",
    "5": "V or 5: typically the top of a scale, often leading others",
}
"""What the number after a title typically says."""

COUNTED = frozenset(
    """
    year yr month mo week day hour hr position opening vacancy post location campus appointment contract term librarian
    archivist developer curator intern fellow session credit st nd rd th
    """.split()  # noqa: SIM905
)
"""Folded words before which a number counts something: a term of three years, two positions."""

_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}

IGNORED = frozenset(
    """
    a an the and or of for in at on to with from by de la le du des et our its this as is non per
    job jobs position post posting posted vacancy announcement announce opening opportunity available new hiring
    wanted seek seeking apply now open rank repost please excuse fwd re updated extended revised paid unpaid various
    multiple several two three one position level senior junior entry mid principal lead distinguished professional
    full associate assistant adjunct affiliate acting deputy ad pool time year month week hour hr day fall spring
    summer winter session wage direct benefitted benefited non exempt salary faculty tenure track educational
    permanent type class grade title code req requisition id no number ref english only campus location county state
    city department dept unit division team office center program project service initiative general special
    support strategy strategic planning integrated first second third day weekday morning afternoon shift
    union benefit housing incl flexible environment end search re opened short closing
    research academic community digital lab center learning national federal local central main north south east west
    global international regional public private university college school usa us uk
    """.split()  # noqa: SIM905 - a list of words is read as words
)
"""Folded words that neither name work nor leave one in doubt when nothing explains them."""

EMPLOYERS = frozenset(
    """
    university college institute institution society foundation council association company inc llc ltd corp
    corporation press hospital academy seminary church bank commission ministry agency trust laboratory
    diocese court republic isd district school county
    """.split()  # noqa: SIM905
)
"""Folded words of employers of any field: a part of a title with one of them and no word for a job is no work."""

BUILDINGS = frozenset({"campus", "center", "building", "hall"})
"""Folded words that end the name of a building or of a unit in any field."""

STATES = frozenset(
    """
    AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR
    PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR ON BC AB QC NS NB MB SK NL PE YT NT NU NSW VIC QLD WA SA TAS ACT NT
    """.split()  # noqa: SIM905
)

_STATE = re.compile(rf"(?:{'|'.join(sorted(STATES))})(?:[/ ].*)?")
_CODE = re.compile(
    r"\(?(?:#\s*\w+|\b(?:req|ref|job|posting|position|vacancy|id)\.?\s*(?:no\.?|id|#)?\s*:?\s*\d[\w-]*"
    r"|\b(?!GS-?\d)[A-Z]{1,6}-?\d{3,}\w*|\b\d{3,}[A-Z]{0,3}\b|\b\d+[A-Z]\b|\b\d{2}-\d{2,}\b|\b[A-Z]\d{5,}\w*|\b20\d\d\b)\)?",
    re.IGNORECASE,
)
_SERIES = re.compile(r"\b(?:GS|GL)[- ]?(?:0?\d{3,4})\b", re.IGNORECASE)
_SPLIT = re.compile(r"\s*(\||;|:|,|\(|\)|\[|\]|\s--?\s|--|\s+@\s+|\s+at\s+(?=[A-Z]))\s*")


class Part(Struct, frozen=True):
    """Some words of a title between two marks: as typed, and folded with short forms written out.

    *about* is "job" for words about the work, "employer" for those about who offers it. *bracketed* words
    stand in brackets.
    """

    text: str
    words: tuple[str, ...]
    about: str
    bracketed: bool


class TitleParts(Struct):
    """A title taken apart: its *parts* in order, without *dropped* places and codes; what it says of *hours*.

    *grade* is what a number behind the title typically says, None without one.
    """

    parts: tuple[Part, ...]
    hours: tuple[str, ...]
    grade: str | None
    dropped: tuple[str, ...]


def title_parts(
    title: str, own: OwnWords, levels: frozenset[str], is_work: Callable[[Sequence[str]], bool]
) -> TitleParts:
    """*title* taken apart, by words of any field and by its *own*.

    *levels* are the folded words that name a job, such as "assistant"; *is_work* says of folded words whether
    all of them are about work, as in "rare maps and prints", and so name nobody who offers it.
    """
    text = straight(title[:LONGEST_TITLE])
    kept = {match.group() for match in _SERIES.finditer(text)}
    codes = [match.group() for match in _CODE.finditer(text) if match.group().strip("()") not in kept]
    for code in sorted(codes, key=len, reverse=True):
        text = text.replace(code, " ")
    parts: list[Part] = []
    dropped = [code.strip("() ") for code in codes]
    left = MOST_WORDS
    for piece in _pieces(text):
        words = _folded_words(piece.text, own)[:left]
        left -= len(words)
        has_job = not levels.isdisjoint(words)
        if piece.before == "[" or not words:
            dropped += [piece.text] if piece.before == "[" else []
        elif piece.before == "," and _STATE.fullmatch(piece.text):
            if parts and levels.isdisjoint(parts[-1].words):
                dropped.append(f"{parts.pop().text}, {piece.text}")
        else:
            has_job = has_job or is_work(words)
            about = "employer" if _is_employer(piece, words, own, has_job=has_job, first=not parts) else "job"
            parts.append(Part(piece.text, words, about, piece.bracketed))
    whole = " ".join(word for part in parts for word in part.words)
    grade = next((grade for part in parts if (grade := _grade(part))), None)
    parts = [part for part in map(_without_hours, parts) if part.words] or parts
    hours = tuple(said for said, phrases in HOURS.items() if any(f" {phrase} " in f" {whole} " for phrase in phrases))
    if not any(part.about == "job" for part in parts):
        parts = [structs.replace(part, about="job") for part in parts]
    elif _says_level_alone([part for part in parts if part.about == "job"], levels, is_work):
        parts = [structs.replace(part, about="job") if _is_workplace(part, own) else part for part in parts]
    return TitleParts(tuple(parts), _without_contraries(hours), grade, tuple(dropped))


class _Piece(NamedTuple):
    """Words between two marks, with the mark *before* them and the next mark that closes a whole phrase."""

    text: str
    before: str
    after: str
    bracketed: bool


def _pieces(text: str) -> Iterator[_Piece]:
    """The words of *text* between its marks."""
    split = _SPLIT.split(f" {text} ")
    marks = [mark.strip() for mark in split[1::2]]
    bracketed = False
    for at, words in enumerate(split[::2]):
        before = marks[at - 1] if at else ""
        bracketed = before in ("(", "[") or (bracketed and before not in (")", "]"))
        after = next((mark for mark in marks[at:] if mark != ","), "")
        if piece := words.strip(" -./"):
            yield _Piece(piece, before, after, bracketed)


def _is_employer(piece: _Piece, words: Sequence[str], own: OwnWords, *, has_job: bool, first: bool) -> bool:
    """Whether a piece of a title says who offers the job, or where."""
    if has_job:
        return piece.before in ("|", "@", "at")
    if piece.before in ("|", "@", "at") or piece.after == ":":
        return True
    if not EMPLOYERS.isdisjoint(words) or not own.employers.isdisjoint(words):
        return True
    return not first and (words[-1] in BUILDINGS or words[-1] in own.buildings)


def _without_contraries(hours: tuple[str, ...]) -> tuple[str, ...]:
    if "outside the tenure track" in hours:
        return tuple(said for said in hours if said != "on the tenure track")
    return hours


def _without_hours(part: Part) -> Part:
    """*part* without words about hours that say nothing about the work."""
    words = f" {' '.join(part.words)} "
    for said, phrases in HOURS.items():
        for phrase in phrases if said not in WORK_AS_WELL else ():
            words = words.replace(f" {phrase} ", " ")
    return Part(part.text, tuple(words.split()), part.about, part.bracketed)


def _says_level_alone(parts: Sequence[Part], levels: frozenset[str], is_work: Callable[[Sequence[str]], bool]) -> bool:
    """Whether *parts* say a level and nothing about the work, as "assistant dean" does."""
    words = [word for part in parts for word in part.words if word not in IGNORED and not is_numeral(word)]
    said = [word for part in parts for word in part.words if word in levels]
    return bool(said) and all(word in levels and not is_work((word,)) for word in words)


def _is_workplace(part: Part, own: OwnWords) -> bool:
    """Whether *part* names an employer of the field, and not a foundation or society of its friends."""
    places = own.buildings | own.employers
    return not places.isdisjoint((part.words[0], part.words[-1]))


def is_numeral(word: str) -> bool:
    """Whether a folded *word* is a number, such as 3 or iii."""
    return word.isdigit() or word in _ROMAN


def _grade(part: Part) -> str | None:
    """What the number in a *part* typically says; a number of years, hours or positions is none.

    Such a number begins a part or stands before what it counts; in brackets only Roman ones are grades.
    """
    for at, word in enumerate(part.words):
        counts = not COUNTED.isdisjoint(part.words[at + 1 : at + 2])
        figure = word.isdigit() and (at == 0 or part.bracketed)
        if not counts and not figure and _ROMAN.get(word, word) in GRADES:
            return GRADES[_ROMAN.get(word, word)]
    return None


def _folded_words(text: str, own: OwnWords) -> tuple[str, ...]:
    """The words of *text* folded, with short forms written out; a slash counts as "and"."""
    typed = [word for word in fold(text.replace("/", " and ")).split("-") if word]
    meant = (own.abbreviations.get(word) or ABBREVIATIONS.get(word, word) for word in typed)
    return tuple(word for written_out in meant for word in written_out.split("-"))
