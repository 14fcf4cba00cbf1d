"""The lines of a document as statements: sentences and list items, each with the section that it stands in."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.words.documents.quotes import Quote
from libcareer.knowledge import wordings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Section(StrEnum):
    """What a part of a document is about, by its heading."""

    REQUIRED = "required"
    PREFERRED = "preferred"
    DUTIES = "duties"
    EDUCATION = "education"
    EXPERIENCE = "experience"
    SKILLS = "skills"
    PAY = "pay"
    EMPLOYER = "employer"
    OTHER = "other"


HEADINGS: tuple[tuple[Section, str], ...] = (
    (Section.PREFERRED, r"preferred|desir(?:ed|able)|nice to have|bonus points?|a plus|assets?|ideal(?:ly)?"
        r"|advantage\w*"),
    (
        Section.REQUIRED,
        r"requirements?|required|minimum|must[- ]haves?|essential (?:qual|skill|crit|know)\w*|qualifications?"
        r"|what you(?:'ll)? (?:need|bring)|who you are|about you|person specification|you have",
    ),
    (
        Section.DUTIES,
        r"responsibilit\w+|duties|what you(?:'ll| will) do|essential functions|job functions|the role|the position"
        r"|position summary|job summary|(?:job|position) description|tasks|key areas|examples? of work|scope",
    ),
    (Section.EXPERIENCE, r"experience|history|employment|volunteering|positions? held|projects?"),
    (Section.EDUCATION, r"education(?: and training)?|degrees?|certifi\w+|licen[sc]\w+|training"),
    (Section.SKILLS, r"(?:technical |core |key |computer )?(?:skills|competenc\w+|proficienc\w+|knowledge)\b.*"
        r"|languages|tools"
                     r"|software|technolog\w+"),
    (Section.PAY, r"salary|pay|compensation|wages?|benefits|what we offer|rate of pay|hours|schedule|perks"),
    (
        Section.EMPLOYER,
        r"about us|about the (?:university|college|city|county|company|organi[sz]ation|department)"
        r"|who we are|our (?:mission|values)|equal opportunity.*|eeo.*|diversity.*|how to apply|to apply"
        r"|application\b.*|apply|contact",
    ),
)  # fmt: skip
"""The first of these patterns that a heading contains says what its section is about, in any field."""

LONGEST_HEADING = 120
"""Characters of the longest heading."""

LONGEST_STATEMENT = 600
"""Characters of the longest statement: a text without sentences is cut between words."""

MOST_HEADING_WORDS = 9
"""Words of the longest heading."""

_BULLET = re.compile(r"\s*(?:[-*+\u2022\u2023\u25e6\u25aa\u00b7\uf0b7\u2013\u2014]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+")
_MARK = re.compile(r"\s*(#{1,6})\s+(.*?)\s*#*\s*")
_BOLD = re.compile(r"\s*(?:\*\*|__)(.+?)(?:\*\*|__)\s*:?\s*")
_LABEL = re.compile(r"\s*(?:\*\*|__)?([A-Z][^.:!?]{1,60}?):(?:\*\*|__)?(?:\s+|$)")
_SENTENCE = re.compile(r"(?<=[.!?;])[\"')\]]*\s+(?=[\"'(\[]?[A-Z0-9])|;\s+")


@cache
def _patterns(employers: tuple[str, ...]) -> tuple[tuple[Section, re.Pattern[str]], ...]:
    """The patterns of headings, with those about *employers* as a vocabulary calls them."""
    own = rf"|(?:about the|our) (?:{wordings.alternatives(employers)})" if employers else ""
    return tuple(
        (section, re.compile(rf"\b(?:{words}{own if section is Section.EMPLOYER else ''})(?!\w)", re.IGNORECASE))
        for section, words in HEADINGS
    )


class Line(Struct, frozen=True):
    """A line of a document, and *where* it is; its *section*, where the format of the file says it."""

    text: str
    where: str
    section: Section | None = None


class Statement(Struct, frozen=True):
    """A sentence or a list item with its section; *places* are the offsets at which its lines begin, with where.

    A line that is a *heading* is a statement as well.
    """

    text: str
    section: Section
    places: tuple[tuple[int, str], ...]
    heading: bool = False

    def quote(self, start: int, end: int) -> Quote:
        """The words from *start* to *end*, in characters, with the line that they begin on."""
        where = next(place for at, place in reversed(self.places) if at <= start)
        return Quote(" ".join(self.text[start:end].split()), where)

    def whole(self) -> Quote:
        """The whole statement."""
        return self.quote(0, len(self.text))


def heading_of(text: str, employers: tuple[str, ...] = ()) -> tuple[str, Section] | None:
    """The words of a line that is a heading, and the section that it begins; None for any other line.

    *employers* are the phrases by which a vocabulary knows an employer: "our library" is about one.
    """
    if len(text) > LONGEST_HEADING or _BULLET.match(text):
        return None
    marked = _MARK.fullmatch(text)
    bold = _BOLD.fullmatch(text)
    words = (marked[2] if marked else bold[1] if bold else text).strip().strip("*_").strip()
    ends = words.endswith(":")
    words = words.rstrip(":").strip()
    if not words or len(words.split()) > MOST_HEADING_WORDS or words.endswith((".", ",", ";")):
        return None
    section = _section(words, employers)
    shouted = words.isupper() and len(words) > 3
    if marked or bold or ends or shouted:
        return words, section or Section.OTHER
    # An unmarked line is a heading if nothing but such words is in it.
    if section and len(words.split()) <= 5 and words[0].isupper() and _is_plain(words, employers):
        return words, section
    return None


def _section(words: str, employers: tuple[str, ...]) -> Section | None:
    return next((section for section, pattern in _patterns(employers) if pattern.search(words)), None)


_PLAIN = re.compile(
    r"(?:and|or|of|the|for|to|your|our|job|key|main|core|primary|general|specific|knowledge|skills?|abilities|work"
    r"|position|role|summary|overview|with|&|/|,|essential|minimum|additional|other|required|preferred|relevant"
    r"|professional|technical|qualifications?|requirements?|experience|education|responsibilit\w+|duties|us|you|we)",
    re.IGNORECASE,
)


def _is_plain(words: str, employers: tuple[str, ...]) -> bool:
    """Whether most of *words* are those that headings consist of."""
    pieces = re.findall(r"[\w'&]+", words)
    plain = sum(bool(_PLAIN.fullmatch(piece) or _section(piece, employers)) for piece in pieces)
    return plain >= len(pieces) - (len(pieces) > 2)


def statements(lines: Sequence[Line], employers: tuple[str, ...] = ()) -> tuple[Statement, ...]:
    """The statements of a document with these *lines*, in their order; for *employers* see `heading_of`."""
    found: list[Statement] = []
    section = Section.OTHER
    for block in _blocks(lines, employers):
        first = block[0]
        if first.section is not None:
            section = first.section
        heading = heading_of(first.text, employers) if len(block) == 1 else None
        if heading:
            section = heading[1]
            found.append(_statement(block, section, heading=True))
            continue
        label = _LABEL.match(first.text)
        named = _section(label[1], employers) if label and len(label[1].split()) <= MOST_HEADING_WORDS else None
        found += _sentences(_statement(block, named or section))
    return tuple(found)


def _blocks(lines: Sequence[Line], employers: tuple[str, ...]) -> Iterator[list[Line]]:
    """Lines that belong together: a list item or a paragraph with its continuation lines, a heading alone."""
    block: list[Line] = []
    for line in lines:
        text = line.text.strip()
        goes_on = (
            block
            and text
            and line.section == block[0].section
            and not _BULLET.match(line.text)
            and not heading_of(line.text, employers)
            and not heading_of(block[-1].text, employers)
            and (_wrapped(block[-1].text, text) or (line.text[:2].isspace() and _BULLET.match(block[0].text)))
        )
        if not goes_on and block:
            yield block
            block = []
        if text:
            block.append(line)
    if block:
        yield block


def _wrapped(before: str, after: str) -> bool:
    """Whether the line *after* goes on with a paragraph of the line *before*."""
    return after[0].islower() or (len(before.rstrip()) >= 60 and not before.rstrip().endswith((".", ":", "!", "?")))


def _statement(block: Sequence[Line], section: Section, *, heading: bool = False) -> Statement:
    text, places = "", []
    for line in block:
        places.append((len(text), line.where))
        text += line.text.strip() + " "
    bullet = _BULLET.match(text)
    if bullet:
        text = text[bullet.end() :]
        places = [(max(0, at - bullet.end()), where) for at, where in places]
    return Statement(text.rstrip(), section, tuple(places), heading)


def _sentences(whole: Statement) -> Iterator[Statement]:
    """The sentences of a paragraph; so that "required" in one says nothing about the next."""
    start = 0
    for end in _ends(whole.text):
        text = whole.text[start:end]
        if text.strip():
            begun = [(at - start, where) for at, where in whole.places if at < end]
            before = [where for at, where in begun if at <= 0]
            places = ((0, before[-1]), *((at, where) for at, where in begun if at > 0))
            yield Statement(text.rstrip(), whole.section, places)
        start = end


def _ends(text: str) -> Iterator[int]:
    """The place behind each sentence of *text*, or behind a part of a very long one."""
    start = 0
    for end in (*(match.end() for match in _SENTENCE.finditer(text)), len(text)):
        while end - start > LONGEST_STATEMENT:
            space = text.rfind(" ", start, start + LONGEST_STATEMENT)
            start = space + 1 if space > start else start + LONGEST_STATEMENT
            yield start
        yield end
        start = end
