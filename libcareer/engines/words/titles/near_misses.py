"""Other meanings of the words of a title: a programmer who writes software, a page of the web, a branch of a bank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from libcareer.knowledge.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libcareer.engines.words.titles.parts import Part
    from libcareer.engines.words.titles.tables import TitleTables
    from libcareer.knowledge.model.titles import Namesake


class NearMiss(Struct, frozen=True):
    """Another meaning of *words* of a title; *decided* if words beside them tell that the title means it.

    *roles* are those that the words would mean here.
    """

    words: str
    means: str
    decided: bool
    roles: tuple[str, ...]


def near_misses(tables: TitleTables, parts: Sequence[Part]) -> tuple[NearMiss, ...]:
    """The other meanings of words in *parts* where no other word there is ours, the decided ones first."""
    words = [word for part in parts for word in part.words]
    job = [part.about == "job" for part in parts for _ in part.words]
    ours = tables.is_ours(words)
    own = [span for span in tables.functions_in(words) if any(map(tables.is_own, span.ids))]
    found: list[NearMiss] = []
    for span in tables.namesakes_in(words):
        if not job[span.start] or any(one.start < span.start < one.end for one in own):
            continue
        others = [*words[: span.start], "", *words[span.end :]]
        if tables.is_ours(others):
            continue
        for id_ in span.ids:
            namesake = tables.namesakes[id_]
            decided = _tells(namesake, others)
            if decided or not ours:
                said = " ".join(words[span.start : span.end])
                found.append(NearMiss(said, namesake.means, decided, namesake.roles))
    return tuple(sorted(dict.fromkeys(found), key=lambda miss: not miss.decided))


def without(parts: Sequence[Part], misses: Sequence[NearMiss]) -> tuple[Part, ...]:
    """*parts* with nothing in the place of words that mean something else."""
    elsewhere = [tuple(miss.words.split()) for miss in misses if miss.decided]
    return tuple(replace(part, words=_without(part.words, elsewhere)) for part in parts) if elsewhere else tuple(parts)


def _without(words: tuple[str, ...], phrases: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    kept = list(words)
    for phrase in phrases:
        for start in range(len(words) - len(phrase) + 1):
            if words[start : start + len(phrase)] == phrase:
                kept[start : start + len(phrase)] = [""] * len(phrase)
    return tuple(kept)


def _tells(namesake: Namesake, words: Sequence[str]) -> bool:
    joined = f"-{'-'.join(words)}-"
    return any(f"-{fold(phrase)}-" in joined for phrase in namesake.telling)
