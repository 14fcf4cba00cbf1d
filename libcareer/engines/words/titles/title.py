"""The role that the title of a post means: how sure, why, what level it says, and what it is not.

A title says a function and a level: cataloging and head, circulation and clerk. The table of functions and
levels (data/functions.yaml, data/levels.yaml) gives the roles of each pair; the names of roles in a title count
as well. Every piece of evidence adds points to roles. The first role is the answer if the words name the work
and no other role comes near.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.words.titles.evidence import TitleReason, evidence, reasons, scores
from libcareer.engines.words.titles.levels import reading
from libcareer.engines.words.titles.near_misses import NearMiss, near_misses, without
from libcareer.engines.words.titles.parts import LONGEST_TITLE, title_parts
from libcareer.engines.words.titles.tables import title_tables
from libcareer.engines.words.titles.verdict import LEADING, Verdict, verdict
from libcareer.knowledge.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libcareer.catalog import Catalog
    from libcareer.engines.words.titles.levels import PartLevel
    from libcareer.engines.words.titles.parts import Part
    from libcareer.engines.words.titles.tables import TitleTables

EXACT = 2.0
"""The points of a role that has the whole title as a name."""

MOST_ROLES = 4
"""The most roles that an answer lists."""


class TitleRole(Struct, frozen=True):
    """A role that a title may mean; *share* is its part of all evidence, 0 to 1, which is no probability."""

    id: str
    title: str
    summary: str
    share: float
    why: tuple[TitleReason, ...]


class TitleLevel(Struct, frozen=True):
    """The level that the *words* of a title say."""

    id: str
    title: str
    words: str
    says: str


class TitleAnswer(Struct, frozen=True):
    """What the title *asked* means.

    The *verdict* is "one" if the first of the *roles* is meant, "several" if it is one of them, "none" if it is
    no job of this guide, for the *reason* given. *decides* is what would tell the roles apart. *hours* and
    *grade* are what else the title says, and *dropped* are words that say nothing about the work.
    """

    asked: str
    verdict: Verdict
    roles: tuple[TitleRole, ...]
    reason: str
    decides: str
    level: TitleLevel | None
    hours: tuple[str, ...]
    grade: str | None
    near_misses: tuple[NearMiss, ...]
    dropped: tuple[str, ...]


def title(catalog: Catalog, words: str, *, in_field: bool = False) -> TitleAnswer:
    """What the title *words* means; *in_field* says that an employer of the field offers the job."""
    tables = title_tables(catalog)
    parts = title_parts(words, tables.own, tables.job_words, tables.is_work)
    exact = tuple(tables.names.get(fold(words[:LONGEST_TITLE]), ()))
    misses = near_misses(tables, parts.parts)
    exact = exact or _bare_name(tables, parts.parts, misses)
    read = reading(tables, parts.parts if exact else without(parts.parts, misses))
    found = evidence(tables, read, in_field=in_field)
    points = scores(found)
    for id_ in exact:
        points[id_] = points.get(id_, 0.0) + EXACT
    outcome = verdict(tables, read, found, points, exact)
    refused = outcome is Verdict.NONE
    ranked = [] if refused else sorted(points, key=lambda id_: (-points[id_], id_))[:MOST_ROLES]
    total = sum(points.values())
    titles = catalog.titles("roles")
    return TitleAnswer(
        asked=words,
        verdict=outcome,
        roles=tuple(
            TitleRole(id_, titles[id_], catalog.briefs[id_].summary, round(points[id_] / total, 3), reasons(found, id_))
            for id_ in ranked
        ),
        reason=_refusal(catalog, words, misses, in_field=in_field) if refused else "",
        decides=_contrast(catalog, ranked[:3]) if outcome is Verdict.SEVERAL else "",
        level=None if refused else _said(tables, read.level),
        hours=parts.hours,
        grade=parts.grade,
        near_misses=misses,
        dropped=parts.dropped,
    )


def _bare_name(tables: TitleTables, parts: Sequence[Part], misses: Sequence[NearMiss]) -> tuple[str, ...]:
    """The roles that have the words about the job as a name.

    Roles that stand for several of their kind are not among them, nor those that the words do not mean here.
    """
    name = "-".join(word for part in parts if part.about == "job" for word in part.words)
    elsewhere = {role for miss in misses if miss.decided for role in miss.roles}
    return tuple(id_ for id_ in tables.names.get(name, ()) if id_ not in elsewhere and id_ not in tables.general)


def _said(tables: TitleTables, level: PartLevel | None) -> TitleLevel | None:
    if level is None:
        return None
    record = tables.levels[level.id]
    return TitleLevel(level.id, record.title, level.words, record.says)


def _refusal(catalog: Catalog, words: str, misses: Sequence[NearMiss], *, in_field: bool) -> str:
    """Why a title is no job of this guide."""
    if not fold(words[:LONGEST_TITLE]):
        return "There are no words in it."
    if misses and misses[0].decided:
        return f"Here '{misses[0].words}' is about {misses[0].means}."
    if in_field:
        return "Its words name no work that this guide describes."
    return f"No word in it is about work in {catalog.pack.subjects}, and no job here has this name."


def _contrast(catalog: Catalog, ids: Sequence[str]) -> str:
    """What would tell the roles *ids* apart."""
    briefs = [catalog.briefs[id_] for id_ in ids]
    if len({brief.level >= LEADING for brief in briefs}) > 1:
        return "whether the job leads people"
    if len({brief.education.typical for brief in briefs}) > 1:
        return "which degree the ad asks for"
    if len({brief.settings[0] for brief in briefs}) > 1:
        return "what kind of place offers it"
    return "the duties that the ad names first"
