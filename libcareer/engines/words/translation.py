"""Library duties in the words of another sector: from words that a person types, or from the duties of a role.

Words are looked up in this order: the words of library people for a duty, the names of skills, and then
likeness (see `phrases`) to both and to the duties of roles in libraries. The thresholds were set on the odd rows
of benchmarks/translate.tsv; `benchmarks/translate.py` measures the even ones.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.references import Named, role_named
from libcareer.engines.words.phrases import Phrase, Phrases, stems
from libcareer.engines.words.wordings import (
    TranslatedDuty,
    UntranslatedSkill,
    duties_with,
    sector_named,
    translated_duty,
    untranslated_skill,
)
from libcareer.errors import short
from libcareer.knowledge.enums import Place
from libcareer.knowledge.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from libcareer.catalog import Catalog
    from libcareer.catalog.briefs import DutyBrief
    from libcareer.engines.words.phrases import Agreement

ALIAS_WEIGHT, SUMMARY_WEIGHT, DUTY_WEIGHT = 0.9, 0.4, 0.7
"""What an alias and the summary of a skill, and a duty of a role, count beside the words for a translated duty."""

SURE = 0.6
"""The least score of the one answer, and its least likeness to one phrase."""

AHEAD = 0.12
"""How far its score is ahead of the next at the least."""

NEAR = 0.2
"""The least score of one of several answers, if it shares two words or more with what was asked."""

NEAR_BY_ONE_WORD = 0.45
"""The same, and the least share of the weight of what was asked, if it shares one word only."""

MOST_SEVERAL = 3
"""How many are offered where one is not sure."""

LEAST_OF_FIRST = 0.6
"""The score of an offered answer, as a part of that of the first."""

LONGEST = 300
"""Characters of a part of the words that is compared; a duty is told in fewer."""


class Verdict(StrEnum):
    """How sure an answer is: it is one thing, it may be several, or nothing here is near enough."""

    ONE = "one"
    SEVERAL = "several"
    NONE = "none"


class Translation(Struct, frozen=True):
    """The duties and skills that the words *asked* mean, in the words of *sector*, or of every sector if it is None.

    Of several verdicts, the least sure counts. *unknown* are those words that nothing here knows.
    """

    asked: str
    sector: Named | None
    verdict: Verdict
    duties: tuple[TranslatedDuty, ...]
    skills: tuple[UntranslatedSkill, ...]
    unknown: tuple[str, ...]


class RoleDuty(Struct, frozen=True):
    """A duty of a role, with the ids of the translated duties and the skills without one that are in it."""

    does: str
    duties: tuple[str, ...]
    skills: tuple[str, ...]


class OpenedRole(Struct, frozen=True):
    """A role that some translated duties, by their titles, help to open."""

    id: str
    title: str
    through: tuple[str, ...]


class RoleTranslation(Struct, frozen=True):
    """The duties of a role in the words of *sector*, or of every sector, in the order of the role.

    *opens* are the roles that most of its duties help to open, most first.
    """

    role: Named
    sector: Named | None
    work: tuple[RoleDuty, ...]
    duties: tuple[TranslatedDuty, ...]
    skills: tuple[UntranslatedSkill, ...]
    opens: tuple[OpenedRole, ...]


# ---------------------------------------------------------------------------- from words


class LibraryWords:
    """The words of library people for the duties and skills of a catalog."""

    def __init__(self, catalog: Catalog) -> None:
        """Collect the words; the names of skills and the duties of roles point to translated duties where they can."""
        self._catalog = catalog
        self.phrases = Phrases((*self._own(), *self._skills(), *self._work()))

    def _own(self) -> Iterator[Phrase]:
        for id_, record in self._catalog.translations.items():
            for text in (record.title, *record.phrases):
                yield Phrase(id_, text)

    def _skills(self) -> Iterator[Phrase]:
        for id_, skill in self._catalog.skills.items():
            for key in self._keys(id_):
                yield Phrase(key, skill.title, ALIAS_WEIGHT)
                yield from (Phrase(key, alias, ALIAS_WEIGHT) for alias in skill.aliases)
                yield Phrase(key, skill.summary, SUMMARY_WEIGHT)

    def _work(self) -> Iterator[Phrase]:
        """The duties of roles in libraries and at their edge, each for its first skill."""
        for id_, brief in self._catalog.briefs.items():
            if brief.place is not Place.BEYOND:
                for duty in self._catalog.work[id_].duties:
                    yield from (Phrase(key, duty.does, DUTY_WEIGHT) for key in self._keys(duty.skills[0]))

    def _keys(self, skill: str) -> tuple[str, ...]:
        return duties_with(self._catalog, skill) or (_skill_key(skill),)


def translation(catalog: Catalog, asked: str, sector: str | None = None) -> Translation:
    """The duties and skills of *catalog* that the words *asked* mean, in the words of *sector* or of all.

    Words that name several duties, separated by commas or "and", are taken one by one if all are known.
    """
    library = LibraryWords(catalog)
    whole = _meanings(catalog, library, asked)
    verdict, keys = whole
    pieces = [piece for piece in re.split(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+", asked) if piece.strip()]
    if verdict is not Verdict.ONE and len(pieces) > 1:
        each = [_meanings(catalog, library, piece) for piece in pieces]
        if all(found is Verdict.ONE for found, _ in each):
            verdict, keys = Verdict.ONE, {key: because for _, found in each for key, because in found.items()}
    return Translation(
        asked=asked,
        sector=sector_named(catalog, sector) if sector else None,
        verdict=verdict,
        duties=_duties(catalog, keys, sector),
        skills=_untranslated(catalog, keys),
        unknown=library.phrases.unknown(asked[:LONGEST]),
    )


def _meanings(catalog: Catalog, library: LibraryWords, asked: str) -> tuple[Verdict, dict[str, str]]:
    """How sure it is what the words *asked* mean, and why, by the key of each duty or skill."""
    words = asked[:LONGEST]
    if words in catalog.translations:
        return _sure((words,), f"'{short(asked, 80)}' is the name of this duty here.")
    if same := library.phrases.same(words):
        return _sure(same, f"'{short(asked, 80)}' is how libraries say it.")
    if skills := _named_skills(catalog, words):
        found = {
            key: f"'{short(asked, 80)}' is a name of the skill {catalog.titles('skills')[skill]}."
            for skill in skills
            for key in duties_with(catalog, skill) or (_skill_key(skill),)
        }
        return (Verdict.ONE if len(found) == 1 else Verdict.SEVERAL), found
    return _nearest(library.phrases.ranking(words))


def _named_skills(catalog: Catalog, words: str) -> Sequence[str]:
    """The skills that *words* name as a whole, with at most a slip in each word."""
    names = catalog.skill_names
    if words in names.titles:
        return (words,)
    if exact := names.ids.get(fold(words)):
        return exact
    close = names.close(words)
    return (close,) if close else ()


def _sure(keys: Sequence[str], because: str) -> tuple[Verdict, dict[str, str]]:
    return (Verdict.ONE if len(keys) == 1 else Verdict.SEVERAL), dict.fromkeys(keys, because)


def _nearest(ranked: Sequence[Agreement]) -> tuple[Verdict, dict[str, str]]:
    near = [one for one in ranked if is_near(one)][:MOST_SEVERAL]
    if not near:
        return Verdict.NONE, {}
    first, *rest = near = [one for one in near if one.score >= LEAST_OF_FIRST * near[0].score]
    ahead = not rest or first.score - rest[0].score >= AHEAD
    if ahead and min(first.score, first.likeness) >= SURE:
        return Verdict.ONE, {first.key: _like(first)}
    return Verdict.SEVERAL, {one.key: _like(one) for one in near}


def _like(one: Agreement) -> str:
    return f"It is most like '{one.phrase}'."


def is_near(one: Agreement) -> bool:
    """Whether *one* is near enough to be offered."""
    if one.shared > 1:
        return one.score >= NEAR
    return min(one.score, one.covered) >= NEAR_BY_ONE_WORD


# ---------------------------------------------------------------------------- from a role


def role_translation(catalog: Catalog, role: str, sector: str | None = None) -> RoleTranslation:
    """The duties of *role* in their order, in the words of *sector* or of all, each kind of duty once."""
    keys: dict[str, str] = {}
    work = []
    for duty in catalog.work[role].duties:
        because = f"The role does this: {duty.does}"
        here = dict.fromkeys(_done(catalog, duty))
        for key in here:
            keys.setdefault(key, because)
        told = tuple(key for key in here if key in catalog.translations)
        work.append(RoleDuty(duty.does, told, tuple(_skill(key) for key in here if key not in catalog.translations)))
    duties = _duties(catalog, keys, sector)
    return RoleTranslation(
        role=role_named(catalog, role),
        sector=sector_named(catalog, sector) if sector else None,
        work=tuple(work),
        duties=duties,
        skills=_untranslated(catalog, keys),
        opens=_opened(duties, role),
    )


def _done(catalog: Catalog, duty: DutyBrief) -> Iterator[str]:
    """The keys of what is done in a *duty* of a role: translated duties, and skills that have another name elsewhere.

    A skill leads to the translated duties of which it is the main skill: for the first skill of the duty always, for
    another one if the words agree as well. Otherwise whoever sorts returns would be said to take inventory.
    """
    for number, skill in enumerate(duty.skills):
        main = [id_ for id_, record in catalog.translations.items() if record.skills[0] == skill]
        if not main and catalog.skills[skill].elsewhere:
            yield _skill_key(skill)
        for id_ in main:
            record = catalog.translations[id_]
            named = (record.title, *record.phrases, catalog.titles("skills")[skill])
            if number == 0 or not stems(duty.does).isdisjoint(stems(" ".join(named))):
                yield id_


def _opened(duties: Iterable[TranslatedDuty], role: str) -> tuple[OpenedRole, ...]:
    """The roles that *duties* help to open, but *role* itself, those of most duties first."""
    through: dict[str, dict[str, None]] = {}
    titles: dict[str, str] = {}
    for duty in duties:
        for wording in duty.wordings:
            for one in wording.roles:
                titles[one.id] = one.title
                through.setdefault(one.id, {})[duty.title] = None
    order = sorted(through, key=lambda id_: (-len(through[id_]), id_))
    return tuple(OpenedRole(id_, titles[id_], tuple(through[id_])) for id_ in order if id_ != role)


# ---------------------------------------------------------------------------- keys

_SKILL = "skill "
"""What the key of a skill begins with; that of a translated duty is its id."""


def _skill_key(skill: str) -> str:
    return f"{_SKILL}{skill}"


def _skill(key: str) -> str:
    return key.removeprefix(_SKILL)


def _duties(catalog: Catalog, keys: dict[str, str], sector: str | None) -> tuple[TranslatedDuty, ...]:
    return tuple(
        translated_duty(catalog, key, sector, because) for key, because in keys.items() if key in catalog.translations
    )


def _untranslated(catalog: Catalog, keys: dict[str, str]) -> tuple[UntranslatedSkill, ...]:
    return tuple(
        untranslated_skill(catalog, _skill(key), because)
        for key, because in keys.items()
        if key not in catalog.translations
    )
