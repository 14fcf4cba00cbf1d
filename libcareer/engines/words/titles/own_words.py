"""The words of a vocabulary that titles are read with, folded as the words of a title are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.knowledge.model.vocabulary import TitleLevels
from libcareer.knowledge.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from libcareer.knowledge.model.vocabulary import TitleWords


class OwnWords(Struct, frozen=True):
    """Words of titles of the field, folded; the fields are those of `TitleWords`.

    *buildings* are workplaces as well as other words for a building.
    """

    workplaces: frozenset[str]
    buildings: frozenset[str]
    employers: frozenset[str]
    professions: frozenset[str]
    trades: frozenset[str]
    abbreviations: dict[str, str]
    levels: TitleLevels


def own_words(words: TitleWords) -> OwnWords:
    """The *words* of a vocabulary, folded."""
    workplaces = _folded(words.workplaces)
    return OwnWords(
        workplaces,
        workplaces | _folded(words.buildings),
        _folded(words.employers),
        _folded(words.professions),
        _folded(words.trades),
        {fold(short): fold(word) for short, word in words.abbreviations.items()},
        words.levels,
    )


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, words))
