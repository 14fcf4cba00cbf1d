"""How sure the role of a title is: one role, one of several, or no job of this guide."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from libcareer.engines.words.titles.evidence import EXACT_WORK, NAMES_WORK
from libcareer.engines.words.titles.parts import is_numeral

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from libcareer.engines.words.titles.evidence import Evidence
    from libcareer.engines.words.titles.levels import Reading
    from libcareer.engines.words.titles.tables import TitleTables

LEAST = 0.05
"""The least points for an answer."""

CLEAR_LEAD = 0.75
"""The most that the second role may have of the points of the first where the first is the one answer."""

SETTLING_NAME = 0.8
"""The points from which on the name of a role settles what the level leaves open."""

LEADING = 5
"""The level of the lowest role that leads a department."""

MOST_UNKNOWN = 2
"""The most words of a title that nothing here knows, where there is still one answer."""

BEFORE_WORKPLACE = 4
"""Words before one for a workplace, such as "library", that are taken for the name of one."""

SHORTEST_TELLING = 3
"""Letters of the shortest unknown word that raises a doubt; shorter ones are initials and remains of codes."""


class Verdict(StrEnum):
    """How many roles a title may mean."""

    ONE = "one"
    SEVERAL = "several"
    NONE = "none"


def verdict(
    tables: TitleTables, title: Reading, found: Sequence[Evidence], points: Mapping[str, float], exact: Sequence[str]
) -> Verdict:
    """The verdict on a *title*, from the evidence *found* and the *points* of each role.

    *exact* are the roles that have the title as a name: it is never refused.
    """
    if exact:
        return Verdict.ONE if len(exact) == 1 else Verdict.SEVERAL
    ranked = sorted(points, key=lambda id_: (-points[id_], id_))
    if not ranked or points[ranked[0]] < LEAST:
        return Verdict.NONE
    best = [one for one in found if one.role == ranked[0]]
    unknown = unknown_words(tables, title)
    ours = any(tables.is_ours(part.words) for part in title.parts)
    if title.level is None and (not ours or len(unknown) >= MOST_UNKNOWN):
        return Verdict.NONE
    leads = len(ranked) < 2 or points[ranked[1]] <= CLEAR_LEAD * points[ranked[0]]
    if not any(one.job and _names_work(tables, one) for one in best):
        return _without_work(tables, title, found, ranked[0], unknown, leads=leads)
    strongest = max(best, key=lambda one: one.points)
    if not strongest.certain or len(unknown) > MOST_UNKNOWN:
        return Verdict.SEVERAL
    if _is_open(tables, title, best, ranked[0]) or _other_work(tables, title, found, ranked[0]):
        return Verdict.SEVERAL
    return Verdict.ONE if leads or _both_named(found, ranked) else Verdict.SEVERAL


def unknown_words(tables: TitleTables, title: Reading) -> tuple[str, ...]:
    """The words about the job that no table has, without the names of workplaces."""
    unknown: list[str] = []
    for at, part in enumerate(title.parts):
        if part.about != "job" or (at != title.main and part.bracketed):
            continue
        known = tables.known(part.words)
        for place, word in enumerate(part.words):
            named = not tables.own.workplaces.isdisjoint(part.words[place + 1 : place + 1 + BEFORE_WORKPLACE])
            telling = len(word) >= SHORTEST_TELLING and not is_numeral(word) and word not in tables.ignored
            if place not in known and telling and not named:
                unknown.append(word)
    return tuple(unknown)


def _names_work(tables: TitleTables, one: Evidence) -> bool:
    return not one.function or tables.functions[one.function].rank >= NAMES_WORK


def _without_work(
    tables: TitleTables, title: Reading, found: Sequence[Evidence], first: str, unknown: Sequence[str], *, leads: bool
) -> Verdict:
    """The verdict where the words about the job say only where, on what, or at which level."""
    said = [one for one in found if one.job]
    words = {word for part in title.job for word in part.words}
    if not said or (not tables.own.trades.isdisjoint(words) and tables.own.professions.isdisjoint(words)):
        return Verdict.NONE
    if unknown:
        place = any(one.function and tables.functions[one.function].elsewhere is None for one in said)
        at_work = place or not tables.own.workplaces.isdisjoint(words)
        plain = title.level is not None and title.level.id in tables.own.levels.plain and at_work
        return Verdict.SEVERAL if tables.own.professions & words or plain else Verdict.NONE
    subject = any(one.function and tables.functions[one.function].rank for one in said)
    certain = all(one.certain for one in said if one.role == first)
    return Verdict.ONE if subject and certain and leads and title.level else Verdict.SEVERAL


def _is_open(tables: TitleTables, title: Reading, best: Sequence[Evidence], first: str) -> bool:
    """Whether the level leaves it open which role is meant."""
    if any(not one.function and one.job and one.points > SETTLING_NAME for one in best):
        return False
    if title.level is None:
        return True
    if title.level.id in tables.own.levels.top:
        return tables.catalog.briefs[first].level < LEADING
    ranks = [tables.functions[one.function].rank for one in best if one.function and one.job]
    professions = tables.own.professions.intersection(word for part in title.job for word in part.words)
    return (max(ranks, default=0) < EXACT_WORK and title.level.id in tables.own.levels.unclear) or len(professions) > 1


def _other_work(tables: TitleTables, title: Reading, found: Sequence[Evidence], first: str) -> bool:
    """Whether another part of the title names work exactly that the role *first* does not do."""
    for at, part in enumerate(title.parts):
        if at == title.main or part.about != "job":
            continue
        for span in tables.functions_in(part.words):
            exact = any(tables.functions[id_].rank == EXACT_WORK for id_ in span.ids)
            roles = {one.role for one in found if one.function in span.ids}
            if exact and roles and first not in roles:
                return True
    return False


def _both_named(found: Sequence[Evidence], ranked: Sequence[str]) -> bool:
    """Whether the title names the work of the first role and that of the second, as in "Catalog and Liaison"."""
    first, second = ({one.function for one in found if one.role == id_} for id_ in ranked[:2])
    return not first <= second
