"""A document as it is read: an advertisement or a resume, its title or positions, and its statements."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.words.documents.paragraphs import Section, Statement, heading_of, statements
from libcareer.engines.words.documents.quotes import Quote
from libcareer.knowledge import wordings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from libcareer.catalog import Catalog
    from libcareer.engines.words.documents.paragraphs import Line
    from libcareer.knowledge.model.vocabulary import AdvertisementWords


class DocumentKind(StrEnum):
    """What a document is."""

    AD = "ad"
    RESUME = "resume"


class Document(Struct, frozen=True):
    """An advertisement or a resume; *because* says what shows that it is one.

    *titles* are the title of an advertisement, or the positions in a resume, the present one first.
    """

    kind: DocumentKind
    because: str
    titles: tuple[Quote, ...]
    statements: tuple[Statement, ...]


MOST_TITLE_WORDS = 14
"""Words of the longest line that is taken for a title without a label."""

LONGEST_TITLE_LINE = 300
"""Characters of the longest line in which a title is looked for."""

MOST_POSITIONS = 12
"""The most positions of a resume that are read as titles."""

_TITLE_LABEL = re.compile(
    r"\s*(?:[-*#]+\s*)?(?:\*\*|__)?(?:job|position|working|posting|vacancy|class(?:ification)?|role)?\s*"
    r"(?:title|position|job|role|vacancy)(?:\*\*|__)?\s*:\s*(?:\*\*|__)?\s*(.+)",
    re.IGNORECASE,
)
_SEEKING = re.compile(
    r"\b(?:seeks?|seeking|hiring|recruit(?:s|ing)?|looking for|searching for"
    r"|invites? applications for(?: the position of)?"
    r"|position of|applications for|vacancy for|opening for|post of|role of)\s+"
    r"(?:(?:an?|the|our|two|experienced|dynamic|innovative|enthusiastic|full[- ]time|part[- ]time|[a-z]+,)\s+)*"
    r"((?:[A-Z][\w'&/-]*|I{1,3}|of|and|for|&)(?:[ ,]+(?:[A-Z][\w'&/-]*|I{1,3}|of|and|for|&))*)",
)
_ACTS = re.compile(
    r"\b[Tt]he ((?:[A-Z][\w'&/-]*)(?: (?:[A-Z][\w'&/-]*|of|and|for|&))*) (?:will|is responsible|is a|reports"
    r"|serves|works|shall|leads|provides|manages)\b"
)

_PERIOD = re.compile(
    r"\b(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s+|\d{1,2}/)?(?:19|20)\d\d\s*"
    r"(?:-|\N{EN DASH}|\N{EM DASH}|to|until)\s*"
    r"(?:(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s+|\d{1,2}/)?(?:19|20)\d\d|present|now"
    r"|current|today)",
    re.IGNORECASE,
)

_AD_SIGNS = (
    (3, r"equal (?:opportunity|employment)"), (3, r"(?:successful|ideal|qualified|selected) (?:candidate|applicant)s?"),
    (2, r"\b(?:we are|is|are) (?:seeking|hiring|looking for|recruiting)\b|\bseeks an?\b"),
    (2, r"\bapplicants?\b|\bcandidates?\b"),
    (2, r"\b(?:to|how to) apply\b|apply (?:online|by|now|at)|\bcover letter\b"),
    (2, r"\b(?:minimum|required|preferred|desired|essential) (?:qualification|requirement|skill|experience"
        r"|education|criteria)"),
    (2, r"other duties as|duties and responsibilities|essential functions|job (?:description|summary|type|title)"),
    (1, r"\b(?:required|preferred|must)\b"), (1, r"salary|hourly rate|benefits|per hour|annually"),
    (1, r"\byou(?:r|'ll| will)\b"), (1, r"\bresponsibilities\b|\bqualifications\b"), (1, r"reports to"
        r"|this position|the position"),
    (1, r"\bability to\b"),
)  # fmt: skip
_RESUME_SIGNS = (
    (3, r"curriculum vitae|\bresume\b"
        r"|\br[e\N{LATIN SMALL LETTER E WITH ACUTE}]sum[e\N{LATIN SMALL LETTER E WITH ACUTE}]\b"),
    (3, r"references (?:are )?(?:available|on request|upon request)"),
    (2, r"^\s*(?:#+\s*|\*\*)?(?:professional|work|employment|volunteer|relevant)\s+(?:experience|history|summary)"),
    (1, r"^\s*(?:#+\s*|\*\*)?(?:skills|education|experience|objective|summary|profile|employment)\W*$"),
    (2, r"[\w.+-]+@[\w-]+\.\w+[^\n]*\d{3}|\d{3}[^\n]*[\w.+-]+@[\w-]+\.\w+|linkedin\.com/in/"),
    (1, r"\bI (?:have|am|was|led|worked|want)\b|\bmy\b"),
)  # fmt: skip
_AD_WEIGHED = tuple((weight, re.compile(pattern, re.IGNORECASE | re.MULTILINE)) for weight, pattern in _AD_SIGNS)
_RESUME_WEIGHED = tuple(
    (weight, re.compile(pattern, re.IGNORECASE | re.MULTILINE)) for weight, pattern in _RESUME_SIGNS
)

PERIOD_WEIGHT, MOST_PERIODS = 2, 3
"""What a period of work, such as 2019 to 2022, counts for a resume, and how many of them count."""


def document(
    catalog: Catalog,
    lines: Sequence[Line],
    kind: DocumentKind | None = None,
    titles: Sequence[Quote] = (),
    *,
    told: bool = False,
) -> Document:
    """The document with these *lines*; *catalog* knows the words for employers and posts of its field.

    *kind* is *told* by the person, or else by the format of the file; without it the words decide. *titles* are
    those that the format of the file names; without them they are found by their form.
    """
    words = catalog.vocabulary.advertisements
    said = statements(lines, words.employers)
    short = [line for line in lines if len(line.text) <= LONGEST_TITLE_LINE]
    found, because = (kind, "you said so" if told else "its format says so") if kind else _kind(said)
    named = tuple(titles) or (_positions(short) if found is DocumentKind.RESUME else _title(words, short, said))
    return Document(found, because, named[:MOST_POSITIONS], said)


def _kind(said: Sequence[Statement]) -> tuple[DocumentKind, str]:
    """What the words of a document show that it is, and which."""
    texts = [one.text for one in said]
    ad, asked = _weight(texts, _AD_WEIGHED)
    resume, told = _weight(texts, _RESUME_WEIGHED)
    periods = [match[0] for text in texts for match in _PERIOD.finditer(text)]
    resume += PERIOD_WEIGHT * min(len(periods), MOST_PERIODS)
    if resume > ad:
        return DocumentKind.RESUME, _because((*periods[:1], *told))
    return DocumentKind.AD, _because(asked)


def _weight(texts: Sequence[str], signs: Sequence[tuple[int, re.Pattern[str]]]) -> tuple[int, list[str]]:
    """The weight of the *signs* in *texts*, and the words of each."""
    first = ((weight, next(filter(None, map(pattern.search, texts)), None)) for weight, pattern in signs)
    matches = [(weight, match) for weight, match in first if match]
    return sum(weight for weight, _ in matches), [" ".join(match[0].split()) for _, match in matches]


def _because(words: Sequence[str]) -> str:
    if not words:
        return "nothing in it says what it is"
    return "it says " + ", ".join(f"'{one}'" for one in words[:2])


# ---------------------------------------------------------------------------- titles


def _title(own: AdvertisementWords, lines: Sequence[Line], said: Sequence[Statement]) -> tuple[Quote, ...]:
    """The title of an advertisement: after a label, else at its top, else as its sentences name the post."""
    for line in lines:
        if (match := _TITLE_LABEL.fullmatch(line.text)) and _titular(match[1]):
            return (Quote(match[1].strip().strip("*_").strip(), line.where),)
    for line in _top(own, lines):
        words = _MARKUP.sub("", line.text).strip().strip("*_").strip()
        heading = heading_of(words.partition(":")[0] + ":" if ":" in words else words, own.employers)
        if _titular(words) and not (heading and heading[1] is not Section.OTHER) and not _is_no_title(own, words):
            return (Quote(words, line.where),)
    return tuple(_named_in_sentences(said))[:1]


MOST_TOP = 4
"""The most lines at the top of an advertisement among which the title is looked for."""

_MARKUP = re.compile(r"^\s*#{1,6}\s+")
_EMPLOYER = re.compile(
    r"\b(?:university|college|society|city of|county|district|inc|corp|llc|department"
    r"|office|institute"
    r"|schools?|hospital|foundation|consortium|company|center|team)\b",
    re.IGNORECASE,
)
_ANNOUNCES = (
    r"\W*(?:(?:job|position|employment|career|vacancy|current|{employers})\s+)*"
    r"(?:descriptions?|postings?|announcements?|details|openings?|opportunit(?:y|ies)|vacanc(?:y|ies)|hiring|jobs?)\W*"
)
_POST = re.compile(
    r"assistant|associate|clerk|technician|specialist|manager|director"
    r"|head\b|coordinator"
    r"|supervisor|officer|analyst|administrator|aide\b|intern(?:ship)?\b|engineer|developer"
    r"|\w+(?:ist|ian|eer)\b"
    r"|teacher|dean\b|chief|lead(?:er)?\b|driver|representative|consultant|strategist"
    r"|writer|editor|trainee"
    r"|nurse|cook|worker|custodian|fellow\b|professor|lecturer|counsel\w*|attorney|dispatcher|instructor|tutor"
    r"|guide\b",
    re.IGNORECASE,
)


def _top(own: AdvertisementWords, lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of the first paragraph; where that is one line with the employer, also the next paragraph's first."""
    count, begun = 0, False
    for line in lines:
        if not line.text.strip():
            if begun and count > 1:
                return
            continue
        begun = True
        count += 1
        if count > MOST_TOP:
            return
        yield line
        if not _is_no_title(own, line.text):
            return


def _is_no_title(own: AdvertisementWords, words: str) -> bool:
    """Whether a line names an employer and no post, or says only that an advertisement follows."""
    if _announces(own.employers).fullmatch(words):
        return True
    employer = _EMPLOYER.search(words) or wordings.pattern(own.employers).search(words)
    return bool(employer) and not (_POST.search(words) or wordings.pattern(own.posts).search(words))


@cache
def _announces(employers: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern of a line that says only that an advertisement follows, of *employers* such as a library."""
    return re.compile(_ANNOUNCES.replace("{employers}", wordings.alternatives(employers)), re.IGNORECASE)


def _titular(words: str) -> bool:
    """Whether *words* have the form of a title: few, and no sentence."""
    return (
        0 < len(words.split()) <= MOST_TITLE_WORDS
        and not words.rstrip().endswith((".", "?", ":", ";"))
        and any(char.isalpha() for char in words)
        and not words[:1].islower()
    )


def _named_in_sentences(said: Sequence[Statement]) -> Iterator[Quote]:
    """What sentences call the post, in words such as "seeks a Metadata Librarian" and "The Page will"."""
    for pattern in (_SEEKING, _ACTS):
        for one in said:
            for match in pattern.finditer(one.text):
                words = match[1].rstrip(" ,").removesuffix(" and").removesuffix(" of").removesuffix(" for")
                if words and words not in ("and", "of", "for"):
                    yield Quote(words, one.quote(match.start(1), match.end(1)).where)


def _positions(lines: Sequence[Line]) -> tuple[Quote, ...]:
    """The positions in a resume: the lines with a period of work, or the lines above them."""
    found: list[Quote] = []
    before: Line | None = None
    for line in lines:
        match = _PERIOD.search(line.text)
        if match:
            rest = (line.text[: match.start()] + " " + line.text[match.end() :]).strip(
                " \t|,;()[]*#_-\u2013\u2014\u2022"
            )
            source = line if re.search(r"[^\W\d]{3}", rest) else before
            words = rest if source is line else (before.text if before else "")
            if source and words.strip():
                position = re.split(r"\s*(?:\||\t|\u2013|\u2014| - | at |\u2022|;|\s{3,})\s*", words.strip(" #*_"))[0]
                found.append(Quote(position.strip(" ,#*_"), source.where))
        if line.text.strip():
            before = line
    return tuple(quote for quote in found if quote.words)
