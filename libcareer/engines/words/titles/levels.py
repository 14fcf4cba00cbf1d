"""The level that each part of a title says, and the part that names the job."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libcareer.engines.words.titles.parts import Part
    from libcareer.engines.words.titles.tables import Span, TitleTables
    from libcareer.knowledge.model.vocabulary import TitleLevels

CUTS = frozenset({"of", "for", "in", "to", "with", "at", "on"})
"""Words behind which a title says what or where, and no longer which job."""

STUDENTS_OF = frozenset(
    """
    success engagement service experience learning outreach support record affair life employment center flourishing
    union development coordinator supervisor manager
    """.split()  # noqa: SIM905 - a list of words is read as words
)
"""Words after "student" that make it the person served and not the person hired."""


class PartLevel(NamedTuple):
    """The level that the *words* from *start* to before *end* of a part say."""

    id: str
    start: int
    end: int
    words: str


class Reading(NamedTuple):
    """The parts of a title with the level of each; *main* is the place of the part that names the job.

    *level* is that of the job, None if the title says none, and *noun* the word for its profession, if it has one.
    """

    parts: tuple[Part, ...]
    levels: list[PartLevel | None]
    main: int
    level: PartLevel | None
    noun: str

    @property
    def job(self) -> list[Part]:
        """The parts about the job."""
        return [part for part in self.parts if part.about == "job"]


def reading(tables: TitleTables, parts: tuple[Part, ...]) -> Reading:
    """The levels of *parts*, and which of these names the job."""
    levels = [None if part.about == "employer" else _level(tables, part.words) for part in parts]
    whole = next((one for one in levels if one and one.id in tables.own.levels.whole), None)
    if whole:
        levels = [one and one._replace(id=whole.id, words=whole.words) for one in levels]
    main = max(range(len(parts)), key=lambda at: _rank(tables, parts[at], levels[at], at), default=0)
    level = levels[main] if parts else None
    level = level or next((one for one in levels if one), None)
    return Reading(parts, levels, main, level, _noun(tables, parts[main].words if parts else (), level))


def _level(tables: TitleTables, words: Sequence[str]) -> PartLevel | None:
    spans = tables.levels_in(words)
    chosen = _deciding(tables.own.levels, words, spans) if spans else None
    return chosen and PartLevel(chosen.ids[0], chosen.start, chosen.end, " ".join(words[chosen.start : chosen.end]))


def _deciding(levels: TitleLevels, words: Sequence[str], spans: Sequence[Span]) -> Span | None:
    """The one of *spans* that says the level: the last before a word such as "of", for English puts it there."""
    for span in spans:
        if span.ids[0] in levels.whole and not STUDENTS_OF.intersection(words[span.end : span.end + 1]):
            return span
    spans = [span for span in spans if span.ids[0] not in levels.whole]
    cut = next((at for at, word in enumerate(words) if word in CUTS and at), len(words))
    before = [span for span in spans if span.start < cut] or spans
    telling = [span for span in before if span.ids[0] not in levels.aside] or before
    return telling[-1] if telling else None


def _rank(tables: TitleTables, part: Part, level: PartLevel | None, at: int) -> tuple[bool, bool, bool, bool, int]:
    """How well a part names the job: it has a level, and a function beside it; of equals the first."""
    functions = [tables.functions[id_] for span in tables.functions_in(part.words) for id_ in span.ids]
    says_level = level is not None and level.id not in tables.own.levels.aside
    works = level is not None and (any(one.rank for one in functions) or bool(tables.levels[level.id].roles))
    return part.about == "job", says_level, works, bool(functions), -at


def _noun(tables: TitleTables, words: Sequence[str], level: PartLevel | None) -> str:
    word = words[level.end - 1] if level and level.end <= len(words) else ""
    return word if word in tables.own.professions else ""
