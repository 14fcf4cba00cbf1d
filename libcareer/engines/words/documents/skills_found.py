"""The skills that a text names, each with the words that name it.

A skill is named by its title or an alias, also in another form of the verb, as in "cataloged maps". A name that
is an abbreviation or a product counts only as it is written, with its capitals.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from libcareer.engines.words.documents.formalities import is_formal
from libcareer.engines.words.documents.paragraphs import Section
from libcareer.engines.words.documents.quotes import Quote, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from libcareer.catalog import Catalog
    from libcareer.engines.words.documents.document import Document, DocumentKind
    from libcareer.engines.words.documents.duties_found import FoundDuty
    from libcareer.engines.words.documents.paragraphs import Statement
    from libcareer.engines.words.documents.quotes import Token


class Importance(StrEnum):
    """How a document names a skill, the strongest first.

    An advertisement asks for it as essential or useful, or its duties use it. A resume shows it in work that
    it tells of, or only claims it in a list.
    """

    ESSENTIAL = "essential"
    USEFUL = "useful"
    USED = "used"
    SHOWN = "shown"
    CLAIMED = "claimed"


class FoundSkill(Struct, frozen=True):
    """A skill that a document shows, how, and each of the *quotes* that show it.

    *by* says what shows it: its "name", or a "duty" in which it is used.
    """

    id: str
    title: str
    importance: Importance
    quotes: tuple[Quote, ...]
    by: str = "name"


class SkillMatch(NamedTuple):
    """A skill in a statement, from *start* to *end* in characters."""

    skill: str
    start: int
    end: int


class _Name(NamedTuple):
    """A name of a skill: its folded words, their bases, and whether it counts only with capitals."""

    folded: tuple[str, ...]
    bases: tuple[str, ...]
    skill: str
    capital: bool


LONGEST_ABBREVIATION = 6
"""Letters of a name in capitals that is taken for an abbreviation."""

MOST_QUOTES = 5
"""The most quotes for one skill; the first ones in the order of the text."""

OTHERWISE = frozenset(
    """
    army benefit compliance conference contract correction counter crayon deadline dei diversity driving dynamic
    elements equity ethic handling hire hiring hold idea inclusion indication induction initiative intake integrity
    interpretation law lean legislation lifting manual met mount navy networking ordering partnership patience
    patient permission persona presentation proposal reasoning recruiting recruitment referencing registrar
    registration requirement reserve retail scheduling sears selection ship shopify song speaking square standing
    standings strategy survey tender testing till training transcript veteran voyager window word writing
    """.split()  # noqa: SIM905 - a list of words is read as words
)
"""Names of skills that mean something else in most advertisements when they stand alone in lower case.

Editorial judgment: such as the selection of candidates, a contract for a year, a requirement of the post.
"""

_USEFUL = re.compile(
    r"\b(?:prefer\w*|desir(?:ed|able)|a plus|plus(?=[.,;)]|$)|nice to have|ideal(?:ly)?|asset|bonus"
    r"|advantage\w*|helpful"
    r"|optional(?:ly)?|welcome|beneficial)\b",
    re.IGNORECASE,
)
_ESSENTIAL = re.compile(
    r"\b(?:required?|requires|requirement|must|minimum|essential|necessary|mandatory|need(?:s|ed)?)\b", re.IGNORECASE
)


def skills_found(catalog: Catalog, document: Document) -> tuple[FoundSkill, ...]:
    """The skills that *document* names, the most important first, then by title."""
    from libcareer.engines.words.documents.document import DocumentKind

    resume = document.kind is DocumentKind.RESUME
    quotes: dict[str, list[Quote]] = {}
    importance: dict[str, Importance] = {}
    order = list(Importance)
    for statement in document.statements:
        if not resume and is_formal(statement.text):
            continue
        for match in skill_matches(catalog, statement.text):
            said = shown(statement) if resume else asked(statement, match.start, match.end, is_name=True)
            known = importance.get(match.skill, said)
            importance[match.skill] = min(known, said, key=order.index)
            found = quotes.setdefault(match.skill, [])
            quote = statement.quote(match.start, match.end)
            if len(found) < MOST_QUOTES and quote not in found:
                found.append(quote)
    titles = catalog.titles("skills")
    skills = [FoundSkill(id_, titles[id_], importance[id_], tuple(said)) for id_, said in quotes.items()]
    return tuple(sorted(skills, key=lambda one: (order.index(one.importance), one.title)))


def with_skills_of_duties(
    catalog: Catalog, kind: DocumentKind, skills: Sequence[FoundSkill], duties: Iterable[FoundDuty]
) -> tuple[FoundSkill, ...]:
    """*skills* and those that no name shows, but one of *duties* that the document of a *kind* surely tells of.

    A duty with many skills shows none of them by itself.
    """
    importance = Importance.SHOWN if kind == "resume" else Importance.USED
    known = {skill.id for skill in skills}
    titles = catalog.titles("skills")
    more: dict[str, FoundSkill] = {}
    for duty in duties:
        if duty.likeness >= SURE_DUTY and len(duty.skills) <= MOST_SKILLS:
            for id_ in duty.skills:
                if known.isdisjoint(catalog.family(id_)):
                    more.setdefault(id_, FoundSkill(id_, titles[id_], importance, (duty.quote,), "duty"))
    order = list(Importance)
    return tuple(sorted((*skills, *more.values()), key=lambda one: (order.index(one.importance), one.title)))


SURE_DUTY, MOST_SKILLS = 0.4, 2
"""The likeness of a duty that shows its skills, and how many it can have at most."""


def asked(statement: Statement, start: int, end: int, *, is_name: bool = False) -> Importance:
    """How an advertisement asks for what a *statement* names from *start* to *end*: by wording, else by heading.

    A word within a name is none of the wording: whoever welcomes visitors does not find them welcome.
    """
    signs = [(_ESSENTIAL, Importance.ESSENTIAL), (_USEFUL, Importance.USEFUL)]
    near = [
        (min(abs(match.start() - end), abs(start - match.end())), importance)
        for pattern, importance in signs
        for match in pattern.finditer(statement.text)
        if not (is_name and start <= match.start() < end)
    ]
    if near:
        return min(near)[1]
    match statement.section:
        case Section.REQUIRED | Section.EDUCATION | Section.EXPERIENCE | Section.SKILLS:
            return Importance.ESSENTIAL
        case Section.PREFERRED:
            return Importance.USEFUL
        case _:
            return Importance.USED


def shown(statement: Statement) -> Importance:
    """Whether a *statement* of a resume shows a skill or only claims it: a list of skills shows nothing."""
    listed = statement.section in (Section.SKILLS, Section.OTHER, Section.REQUIRED)
    return Importance.CLAIMED if listed else Importance.SHOWN


# ---------------------------------------------------------------------------- names in a text


def skill_matches(catalog: Catalog, text: str) -> Iterator[SkillMatch]:
    """The skills that *text* names, by the longest names; no two share a word."""
    names = _names(catalog)
    words = tokens(text)
    yield from _shared_heads(names, words, text)
    at = 0
    while at < len(words):
        found = next((name for name in names.get(words[at].base, ()) if _is_here(name, words, at, text)), None)
        if found is None:
            at += 1
            continue
        last = words[at + len(found.folded) - 1]
        for name in names[words[at].base]:
            if name.folded == found.folded:
                yield SkillMatch(name.skill, words[at].start, last.end)
        at += len(found.folded)


def _is_here(name: _Name, words: Sequence[Token], at: int, text: str) -> bool:
    """Whether the words from place *at* on are this *name*."""
    here = words[at : at + len(name.folded)]
    if len(here) < len(name.folded) or any(one.base != other for one, other in zip(here, name.bases, strict=True)):
        return False
    written = text[here[0].start : here[-1].end]
    if any(char in ".;:!?" for char in written):
        return False
    exact = all(one.folded == other for one, other in zip(here, name.folded, strict=True))
    if name.capital:
        return exact and _capital(written) and not (at == 0 and _begins_sentence(written, words, text))
    if len(name.folded) > 1:
        return True
    if name.folded[0] in OTHERWISE:
        return False
    return exact or (name.folded[0].endswith("ing") and _is_verb(here[0], words, at, text))


LONGEST_LIST = 5
"""Words between the two words of a name in a list, such as "original, copy and special formats cataloging"."""


def _shared_heads(names: Mapping[str, Sequence[_Name]], words: Sequence[Token], text: str) -> Iterator[SkillMatch]:
    """Skills with a name of two words whose second word stands at the end of a list: "original and copy cataloging"."""
    for at, word in enumerate(words[:-2]):
        between = text[word.end : words[at + 1].start]
        if words[at + 1].folded not in ("and", "or") and between.strip() not in (",", "/", "&"):
            continue
        later = words[at + 1 : at + 2 + LONGEST_LIST]
        for name in names.get(word.base, ()):
            if len(name.bases) == 2 and not name.capital:
                end = next((one.end for one in later if one.base == name.bases[1]), None)
                if end and not any(char in ".;:!?()" for char in text[word.start : end]):
                    yield SkillMatch(name.skill, word.start, end)


def _capital(written: str) -> bool:
    """Whether words are written as a name or an abbreviation."""
    return any(char.isupper() for char in written)


def _begins_sentence(written: str, words: Sequence[Token], text: str) -> bool:
    """Whether a word with a capital begins a sentence and may be an ordinary one, such as "Excel in a team"."""
    if not written.istitle() or len(words) < 2:
        return False
    after = text[words[0].end : words[1].start]
    return after.isspace() and text[words[1].start].islower()


_BEFORE_VERB = frozenset({"to", "will", "may", "and", "or", "can", "must", "shall", "also", "help", "we", "you", "who"})


def _is_verb(word: Token, words: Sequence[Token], at: int, text: str) -> bool:
    """Whether a *word* with the base of a name in -ing is a form of that verb, and not a noun, such as "catalog"."""
    if word.folded.endswith(("ing", "ed")) or text[word.start : word.end].endswith("ed"):
        return True
    # At the beginning and after such words it has a verb's place; "catalog records" as an object has none.
    return (at == 0 and len(words) > 1) or (at > 0 and words[at - 1].folded in _BEFORE_VERB - {"and", "or"})


@lru_cache(maxsize=2)
def _names(catalog: Catalog) -> dict[str, list[_Name]]:
    """The names of all skills by the base of their first word, the longest first."""
    found: dict[str, list[_Name]] = {}
    for id_, skill in catalog.skills.items():
        short = (id_.upper(),) if len(id_) <= LONGEST_ABBREVIATION and skill.title.startswith(id_.upper()) else ()
        own = (*short, id_.replace("-", " "))
        called: Iterable[str] = dict.fromkeys((skill.title, *skill.aliases, *_pieces(skill.title), *own))
        for words in called:
            name = tokens(words)
            if name:
                capital = _is_abbreviation(words) or (len(name) == 1 and words in skill.aliases and words[0].isupper())
                entry = _Name(tuple(t.folded for t in name), tuple(t.base for t in name), id_, capital)
                found.setdefault(name[0].base, []).append(entry)
    for names in found.values():
        names.sort(key=lambda name: (-len(name.folded), name.skill))
    return found


def _pieces(title: str) -> list[str]:
    """The halves of a *title* such as "Weeding and deselection", where each is a name by itself."""
    halves = title.split(" and ")
    return [half for half in halves if len(halves) == 2 and (len(tokens(half)) > 1 or half.endswith("ing"))]


def _is_abbreviation(words: str) -> bool:
    return len(words) <= LONGEST_ABBREVIATION and sum(char.isupper() for char in words) > 1
