"""Duties of the field in the words of another sector, from words that a person types.

Words are looked up in this order: the words of the field for a duty, the names of skills, and then
likeness (see `phrases`) to both and to the duties of roles in the field. The thresholds were set on the odd rows
of benchmarks/translate.tsv; `benchmarks/translate.py` measures the even ones.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.references import Named
from libcareer.engines.words.translation.phrases import Phrase, Phrases
from libcareer.engines.words.translation.wordings import (
    TranslatedDuty,
    UntranslatedSkill,
    duties_with,
    sector_named,
    skill_key,
    translated_duties,
    untranslated_skills,
)
from libcareer.errors import short
from libcareer.knowledge.enums import Place
from libcareer.knowledge.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from libcareer.catalog import Catalog
    from libcareer.engines.words.translation.phrases import Agreement

ALIAS_WEIGHT, SUMMARY_WEIGHT, DUTY_WEIGHT = 0.9, 0.4, 0.7
"""What an alias and the summary of a skill, and a duty of a role, count beside the words for a translated duty."""

SURE = 0.6
"""The least likeness of the one answer to a phrase, and the least share of the words' weight that it has."""

AHEAD = 0.12
"""How far its score is ahead of the next at the least."""

NEAR = 0.2
"""The least score of one of several answers, if it shares two words or more with what was asked."""

NEAR_BY_ONE_WORD = 0.45
"""The same, and the least share of the weight of what was asked, if it shares one word only."""

MOST_SEVERAL = 3
"""How many are offered where one is not sure."""

LEAST_OF_FIRST = 0.5
"""The score of an offered answer, as a part of that of the first."""

COMMA = re.compile(r"\s*[,;]\s*(?:and\s+)?")
COMMA_OR_AND = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+")
"""What stands between several duties."""

LONGEST = 300
"""Characters of a part of the words that is compared; a duty is told in fewer."""


class Verdict(StrEnum):
    """How sure an answer is: it is this, it may be one of several, or nothing here is near enough."""

    ONE = "one"
    SEVERAL = "several"
    NONE = "none"


class Translation(Struct, frozen=True):
    """The duties and skills that the words *asked* mean, in the words of *sector*, or of every sector if it is None.

    *unplaced* are duties among the words that nothing here is sure to be; *unknown* are those words that nothing here
    has, unless the answer is sure.
    """

    asked: str
    sector: Named | None
    verdict: Verdict
    duties: tuple[TranslatedDuty, ...]
    skills: tuple[UntranslatedSkill, ...]
    unplaced: tuple[str, ...]
    unknown: tuple[str, ...]


# ---------------------------------------------------------------------------- from words


class FieldWords:
    """The words of the field for the duties and skills of a catalog, collected when they are needed."""

    def __init__(self, catalog: Catalog) -> None:
        """Take the words of *catalog*."""
        self._catalog = catalog

    @cached_property
    def names(self) -> Phrases:
        """The words that are recorded for translated duties."""
        return Phrases(self._own(), self._catalog.vocabulary.duties)

    @cached_property
    def phrases(self) -> Phrases:
        """The same with the names of skills and the duties of roles, which lead to translated duties where they can."""
        every = (*self._own(), *self._skills(), *self._work())
        return Phrases(every, self._catalog.vocabulary.duties)

    def _own(self) -> Iterator[Phrase]:
        for id_, record in self._catalog.translations.items():
            for text in (record.title, *record.phrases):
                yield Phrase(id_, text)

    def _skills(self) -> Iterator[Phrase]:
        for id_, skill in self._catalog.skills.items():
            for name in (id_, skill.title, *skill.aliases):
                yield from self._leading(id_, name, ALIAS_WEIGHT)
            yield from self._leading(id_, skill.summary, SUMMARY_WEIGHT)

    def _work(self) -> Iterator[Phrase]:
        """The duties of roles in the field and at its edge, each for its first skill."""
        for id_, brief in self._catalog.briefs.items():
            if brief.place is not Place.BEYOND:
                for duty in self._catalog.work[id_].duties:
                    yield from self._leading(duty.skills[0], duty.does, DUTY_WEIGHT)

    def _leading(self, skill: str, text: str, weight: float) -> Iterator[Phrase]:
        """*text* as a phrase for all that *skill* leads to; the more that is, the less it tells of each."""
        keys = duties_with(self._catalog, skill) or (skill_key(skill),)
        return (Phrase(key, text, weight / len(keys) ** 0.5) for key in keys)


def translation(catalog: Catalog, asked: str, sector: str | None = None) -> Translation:
    """The duties and skills of *catalog* that the words *asked* mean, in the words of *sector* or of all.

    Words with commas or "and" between them that are no name as a whole are taken one by one.
    """
    field = FieldWords(catalog)
    words = asked[:LONGEST]
    verdict, keys = _meanings(catalog, field, words)
    unplaced: tuple[str, ...] = ()
    is_name = _names(catalog, field, words)[1]
    if not is_name and (placed := _one_by_one(catalog, field, words, verdict)):
        verdict = Verdict.ONE
        keys = {key: because for found in placed.values() for key, because in found.items()}
        unplaced = tuple(piece for piece, found in placed.items() if not found)
    duties = translated_duties(catalog, keys, sector)
    return Translation(
        asked=asked,
        sector=sector_named(catalog, sector) if sector else None,
        verdict=verdict,
        duties=duties,
        skills=untranslated_skills(catalog, keys, duties),
        unplaced=unplaced,
        unknown=() if verdict is Verdict.ONE and not unplaced else field.phrases.unknown(words),
    )


def _one_by_one(catalog: Catalog, field: FieldWords, words: str, whole: Verdict) -> dict[str, dict[str, str]] | None:
    """What each part of *words* means; empty for a part that means nothing here. None if they are better left whole.

    Parts between commas or "and" have to be names, or to mean nothing. If the *whole* is not sure, parts between commas
    may be likenesses too, and if it means nothing, all parts may.
    """
    parts = [part for part in COMMA_OR_AND.split(words) if part.strip()]
    named = {part: _sure(_names(catalog, field, part)) for part in parts}
    rest = [part for part, keys in named.items() if not keys]
    if len(rest) < len(parts) > 1 and all(_meanings(catalog, field, part)[0] is Verdict.NONE for part in rest):
        return named
    if whole is Verdict.ONE:
        return None
    listed = parts if whole is Verdict.NONE else [part for part in COMMA.split(words) if part.strip()]
    like = {part: _sure(_meanings(catalog, field, part)) for part in listed}
    found = any(like.values()) if whole is Verdict.NONE else all(like.values())
    return like if found and len(like) > 1 else None


def _sure(meaning: tuple[Verdict, dict[str, str]]) -> dict[str, str]:
    """The keys of a *meaning* that is sure; none of another."""
    verdict, keys = meaning
    return keys if verdict is Verdict.ONE else {}


def _meanings(catalog: Catalog, field: FieldWords, words: str) -> tuple[Verdict, dict[str, str]]:
    """How sure it is what *words* mean, and why, by the key of each duty or skill."""
    verdict, keys = _names(catalog, field, words)
    return (verdict, keys) if keys else _nearest(field.phrases.ranking(words))


def _names(catalog: Catalog, field: FieldWords, words: str) -> tuple[Verdict, dict[str, str]]:
    """The same for *words* that are a name of a duty or of a skill as a whole."""
    said = f"'{short(words, 80)}'"
    if words in catalog.translations:
        keys = {words: f"{said} is the name of this duty here."}
    elif same := field.names.same(words):
        keys = dict.fromkeys(same, f"{said} is how people say it {catalog.pack.inside}.")
    else:
        keys = {
            key: f"{said} is a name of the skill {catalog.titles('skills')[skill]}."
            for skill in _named_skills(catalog, words)
            for key in duties_with(catalog, skill) or (skill_key(skill),)
        }
    return (Verdict.NONE if not keys else Verdict.ONE if len(keys) == 1 else Verdict.SEVERAL), keys


def _named_skills(catalog: Catalog, words: str) -> Sequence[str]:
    """The skills that *words* name as a whole, with at most a slip in each word."""
    names = catalog.skill_names
    if words in names.titles:
        return (words,)
    if exact := names.ids.get(fold(words)):
        return exact
    close = names.close(words)
    return (close,) if close else ()


def _nearest(ranked: Sequence[Agreement]) -> tuple[Verdict, dict[str, str]]:
    near = [one for one in ranked if is_near(one)][:MOST_SEVERAL]
    if not near:
        return Verdict.NONE, {}
    first, *rest = near = [one for one in near if one.score >= LEAST_OF_FIRST * near[0].score]
    ahead = not rest or first.score - rest[0].score >= AHEAD
    if ahead and min(first.covered, first.likeness) >= SURE:
        return Verdict.ONE, {first.key: _like(first)}
    return Verdict.SEVERAL, {one.key: _like(one) for one in near}


def _like(one: Agreement) -> str:
    return f"It is most like '{one.phrase}'."


def is_near(one: Agreement) -> bool:
    """Whether *one* is near enough to be offered."""
    if one.shared > 1:
        return one.score >= NEAR
    return min(one.score, one.covered) >= NEAR_BY_ONE_WORD
