"""The evidence of a title for roles: points for each function at its level, and for each name of a role."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from libcareer.engines.words.titles.levels import PartLevel, Reading
    from libcareer.engines.words.titles.parts import Part
    from libcareer.engines.words.titles.tables import Span, TitleTables

POINTS = (0.1, 0.5, 0.8, 1.0)
"""The points of a function by its rank: words that name the work count most."""

ORDER = (1.0, 0.7, 0.5, 0.4, 0.3)
"""The share of those points for the first, second, third ... role at a level."""

BESIDE = 0.6
"""The weight of a part of the title beside the one that names the job, such as words in brackets."""

EMPLOYER = 0.25
"""The weight of words about the employer: most posts of a law library are no law librarian's, and so elsewhere."""

NAME_POINTS = (0.0, 0.9, 1.25, 1.5, 1.7)
"""The points of a role's name in the title, by the number of its words."""

PLAIN_NAME = 0.3
"""The weight of a name that says only a workplace and a level, or that begins inside a longer phrase."""

NOUN_DIFFERS = 0.6
"""The weight of a role that nobody calls by the word for the profession: an archivist is no librarian."""

CORE = 1.15
"""The weight of the function beside the word for the job: a digital projects metadata librarian."""

PLAIN_BESIDE_EXACT = 0.1
"""The weight of such names, and of functions that do not name the work, where other words name it exactly."""

NAMES_WORK = 2
"""The rank from which on a function says what one does, and not only where or on what."""

EXACT_WORK = 3
"""The rank of functions whose words name the work exactly."""

LATER = 0.002
"""What a function loses for each word before it: of several, the first comes first."""


class TitleReason(Struct, frozen=True):
    """Why a role is among the answers: the *words* of the title, and what they say."""

    words: str
    says: str


class Evidence(NamedTuple):
    """Points for a role, and the reason.

    *function* is "" for a name; *certain* is false where the words leave several roles open; *job* is false for
    words about the employer.
    """

    role: str
    points: float
    reason: TitleReason
    function: str
    certain: bool
    job: bool


def evidence(tables: TitleTables, title: Reading, *, in_field: bool) -> list[Evidence]:
    """The evidence of a *title*; *in_field* says that an employer of the field offers the job."""
    ours = any(tables.is_ours(part.words) for part in title.parts)
    found: list[Evidence] = []
    beside = BESIDE if _says_work(tables, title) else 1.0
    for at, part in enumerate(title.parts):
        weight = EMPLOYER if part.about == "employer" else 1.0 if at == title.main else beside
        spans = tables.functions_in(part.words)
        for span in spans:
            found += _of_span(tables, title, at, span, weight, ours=ours, in_field=in_field)
        found += _of_names(tables, part, spans, weight)
        found += _of_shared_noun(tables, part, title.levels[at], spans, weight)
    exact = any(one.job and one.function and tables.functions[one.function].rank == EXACT_WORK for one in found)
    return [_beside_exact(tables, one) for one in found] if exact else found


def _says_work(tables: TitleTables, title: Reading) -> bool:
    """Whether the part of a title that names the job says what one does."""
    words = title.parts[title.main].words if title.parts else ()
    return any(tables.functions[id_].rank >= NAMES_WORK for span in tables.functions_in(words) for id_ in span.ids)


def _beside_exact(tables: TitleTables, one: Evidence) -> Evidence:
    """*one* with less weight if its words only say a workplace and a level: others of the title say what one does."""
    rank = tables.functions[one.function].rank if one.function else 0
    plain = rank < NAMES_WORK if one.function else _is_plain(tables, one.reason.words.split())
    return one._replace(points=one.points * PLAIN_BESIDE_EXACT) if plain else one


def _is_plain(tables: TitleTables, words: Sequence[str]) -> bool:
    """Whether *words* say only a workplace and a level."""
    return all(word in tables.level_words or word in tables.own.workplaces for word in words)


def scores(found: Sequence[Evidence]) -> dict[str, float]:
    """The points of each role; of several pieces of evidence from one function only the best counts."""
    best: dict[tuple[str, str], float] = {}
    for one in found:
        key = (one.role, one.function or f"name: {one.reason.words}")
        best[key] = max(best.get(key, 0.0), one.points)
    points: dict[str, float] = {}
    for (role, _), value in best.items():
        points[role] = points.get(role, 0.0) + value
    return points


def reasons(found: Sequence[Evidence], role: str, most: int = 3) -> tuple[TitleReason, ...]:
    """The reasons for a *role*, the strongest first."""
    own = sorted((one for one in found if one.role == role), key=lambda one: -one.points)
    return tuple(dict.fromkeys(one.reason for one in own))[:most]


def _of_span(
    tables: TitleTables, title: Reading, at: int, span: Span, weight: float, *, ours: bool, in_field: bool
) -> Iterator[Evidence]:
    """The evidence of the functions that some words of the part at *at* name."""
    part, here = title.parts[at], title.levels[at]
    level = here or title.level
    job = part.about == "job" or (level is not None and level.id in tables.own.levels.aside)
    reason_words = " ".join(part.words[span.start : span.end])
    for id_ in span.ids:
        function = tables.functions[id_]
        if not tables.counts(function, ours=ours, in_field=in_field):
            continue
        points = weight * POINTS[function.rank] * (1 - LATER * span.start)
        joined = "and" in part.words[max(span.start - 1, 0) : span.start]
        if here and span.end in (here.start, here.end) and function.rank and not joined:
            points *= CORE
        certain = function.certain and (ours or function.elsewhere is None)
        if level and level.id in tables.own.levels.rare and level.id not in function.roles:
            certain = False
        reason = TitleReason(reason_words, function.why)
        for place, role in enumerate(tables.roles_at(function, level.id if level else None)):
            share = ORDER[min(place, len(ORDER) - 1)]
            if title.noun and title.noun not in tables.called.get(role, ()):
                share *= NOUN_DIFFERS
            yield Evidence(role, points * share, reason, id_, certain, job)


def _of_shared_noun(
    tables: TitleTables, part: Part, level: PartLevel | None, functions: Sequence[Span], weight: float
) -> Iterator[Evidence]:
    """The evidence of names that share their last word with others: both of "Cataloging and Reference Librarian"."""
    if level is None:
        return
    noun = part.words[level.end - 1]
    for span in functions:
        words = part.words[span.start : span.end]
        if span.end < level.start and "and" in part.words[span.end : level.start]:
            for role in tables.names.get("-".join((*words, noun)), ()):
                yield _named(
                    tables, role, (*words, noun), weight * NAME_POINTS[min(len(words) + 1, len(NAME_POINTS) - 1)], part
                )


def _of_names(tables: TitleTables, part: Part, functions: Sequence[Span], weight: float) -> Iterator[Evidence]:
    """The evidence of the names of roles in a part."""
    levels = tables.levels_in(part.words)
    for span in tables.names_in(part.words):
        if any(one.start <= span.start and span.end <= one.end and _hides(tables, one, span) for one in levels):
            continue
        words = part.words[span.start : span.end]
        plain = _is_plain(tables, words)
        cut = any(one.start < span.start < one.end < span.end for one in functions)
        points = weight * NAME_POINTS[min(len(words), len(NAME_POINTS) - 1)] * (PLAIN_NAME if plain or cut else 1.0)
        for place, role in enumerate(span.ids):
            yield _named(tables, role, words, points * ORDER[min(place, len(ORDER) - 1)], part)


def _hides(tables: TitleTables, level: Span, name: Span) -> bool:
    """Whether the words of a *level* are no *name* of a role: a student library assistant is no library assistant."""
    return name.end < level.end or (name.start > level.start and level.ids[0] in tables.own.levels.whole)


def _named(tables: TitleTables, role: str, words: Sequence[str], points: float, part: Part) -> Evidence:
    reason = TitleReason(" ".join(words), f"{tables.catalog.titles('roles')[role]} is also advertised so.")
    return Evidence(role, points, reason, "", certain=len(words) > 1, job=part.about == "job")
