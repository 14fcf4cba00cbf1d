"""The rule over the words of texts: they are those of the English that the pack writes.

What others wrote or type is left alone: names, titles and addresses, quotations, wordings of questions, aliases, and
what is about another country.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.errors import Problem
from libcareer.knowledge.variants import rather
from libcareer.knowledge.yaml_nodes import LINE_END, LONGEST_LINE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from libcareer.knowledge.decoding import FieldPath
    from libcareer.knowledge.model.pack import Pack, Writing
    from libcareer.knowledge.reading import Knowledge, LocatedRecord

OF_OTHERS = frozenset({"countries", "abroad", "vocabulary", "synonyms"})
"""Kinds of records that hold the words of other countries, or words as people type them."""

NAMED_BY_OTHERS = frozenset({"sources", "resources", "credentials", "occupations"})
"""Kinds of records whose titles others gave them."""

FIELDS_OF_OTHERS = frozenset(
    """
    aliases also also_called trial phrases telling cues unless said commands url publisher issuer licence published
    equivalents term
    """.split()  # noqa: SIM905 - a list of words is read as words
)
"""Fields that hold names, addresses, or words as people type and employers print them."""

WORD = re.compile(r"[A-Za-z]+")

NOT_OURS = re.compile(
    r'"[^"]*"|\u201c[^\u201d]*\u201d|\u2018[^\u2019]*\u2019(?!\w)|`[^`]*`|\{[^}]*\}|\S*(?:://|@)\S*|\b\w+(?:\.\w+)+\S*'
)
"""Quotations, commands, references to figures, addresses and names of files."""

SENTENCE_START = re.compile(r"(?:^|[.!?:]['\")\]]*\s+)[('\"\[]*$")


class Place(Struct, frozen=True):
    """A word that a text should not have: from *start* to before *end*, and what the pack writes *instead*."""

    start: int
    end: int
    instead: str


def words_are_of_the_pack(
    own: Knowledge, pack: Pack | None, read: Callable[[str], str], names: frozenset[str]
) -> Iterator[Problem]:
    """A text has the spelling and the words that its pack writes.

    *own* are the records of the folder that is checked, *read* gives the text of one of its files, of which only
    those in *names* are looked at. Nothing is found where the *pack* does not say how it writes.
    """
    if pack is None or pack.writing is None:
        return
    ids = {reference.location for reference in own.references}
    lines: dict[str, list[str]] = {}
    for kind in own.entries.keys() - OF_OTHERS:
        for entry in own.entries[kind].values():
            if entry.location().file not in names or _is_abroad(entry, pack):
                continue
            for path, text in _texts(entry.value):
                if _is_of_others(kind, path) or entry.location(path) in ids:
                    continue
                for place in places(text, pack.writing):
                    file = entry.location(path).file
                    if file not in lines:
                        lines[file] = LINE_END.split(read(file))
                    yield _problem(entry, path, text, place, lines[file], pack.writing)


def places(text: str, writing: Writing) -> Iterator[Place]:
    """The words of a *text* that are not of the *writing* of a pack."""
    if " " not in text and "-" in text:
        return
    others = [match.span() for match in NOT_OURS.finditer(text)]
    for start, end, instead in sorted(_candidates(text, writing)):
        quoted = any(first <= start < last for first, last in others)
        is_name = text[start].isupper() and not SENTENCE_START.search(text[:start])
        if not quoted and (not is_name or text[start:end] in writing.rather):
            yield Place(start, end, instead)


def _candidates(text: str, writing: Writing) -> Iterator[tuple[int, int, str]]:
    if writing.english:
        for match in WORD.finditer(text):
            if (instead := rather(match[0], writing.english)) and match[0].lower() not in writing.rather:
                yield *match.span(), instead
    for word, instead in writing.rather.items():
        if word in text or word.capitalize() in text:
            for match in re.finditer(rf"\b(?:{re.escape(word)}|{re.escape(word.capitalize())})\b", text):
                yield *match.span(), instead


def _texts(value: object, path: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    """Every text in a record, with its path; keys and fixed words of the schema are none."""
    match value:
        case Enum():
            return
        case str():
            yield path, value
        case tuple():
            for number, one in enumerate(value):
                yield from _texts(one, (*path, number))
        case dict():
            for key, one in value.items():
                yield from _texts(one, (*path, key))
        case Struct():
            for name in value.__struct_fields__:
                yield from _texts(getattr(value, name), (*path, name))


def _is_of_others(kind: str, path: FieldPath) -> bool:
    named = kind in NAMED_BY_OTHERS and path[-1:] == ("title",)
    return named or path[:2] == ("writing", "rather") or not FIELDS_OF_OTHERS.isdisjoint(path)


def _is_abroad(entry: LocatedRecord, pack: Pack) -> bool:
    """Whether a record is about another country than the pack."""
    where = getattr(entry.value, "jurisdiction", None)
    home = pack.country and (pack.country.short or pack.country.title)
    return bool(where and home) and where not in (home, "anywhere")


def _problem(
    entry: LocatedRecord, path: FieldPath, text: str, place: Place, lines: Sequence[str], writing: Writing
) -> Problem:
    """The problem of a *place* in a *text*, at its line and column in the file."""
    word = text[place.start : place.end]
    location = entry.location(path)
    whole = rf"(?<!\w){re.escape(word)}(?!\w)".replace(r"\ ", r"\s+")
    before = len(re.findall(whole, text[: place.start]))
    line, column = _found(whole, before, lines, location.line, location.column)
    if writing.english and word.lower() not in writing.rather and word not in writing.rather:
        message = f"'{word}' is not {writing.english} English: this pack writes '{place.instead}'."
    else:
        message = f"'{word}' is no word of this pack: it writes '{place.instead}'."
    source = lines[line - 1] if len(lines[line - 1]) <= LONGEST_LINE else ""
    return Problem(location.file, line, column, message, source, len(word))


def _found(pattern: str, before: int, lines: Sequence[str], line: int, column: int) -> tuple[int, int]:
    """Where in *lines* a pattern stands, counted from a *line* and *column*, after *before* others."""
    rest = "\n".join((lines[line - 1][column - 1 :], *lines[line:]))
    for number, match in enumerate(re.finditer(pattern, rest)):
        if number == before:
            above = rest[: match.start()].split("\n")
            return line + len(above) - 1, len(above[-1]) + (column if len(above) == 1 else 1)
    return line, column
