"""A class: what nameless results have in common, and where they differ, with nothing about fewer than five people."""

from __future__ import annotations

from collections import Counter
from statistics import fmean, pstdev
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from libcareer.engines.quiz.engine import Quiz
from libcareer.engines.quiz.interview import AnswerFile, Progress, answers_from_json, quiz_for
from libcareer.engines.quiz.ratings import DIMENSIONS
from libcareer.engines.references import Named
from libcareer.errors import BadAnswers
from libcareer.knowledge.enums import Place

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from libcareer.catalog import Catalog
    from libcareer.engines.quiz.engine import Outcome

FEWEST = 5
"""People below which nothing is said of a group."""

LEANS = 0.5
"""How far from the middle of a dimension somebody is said to lean to it, or from it."""

KNOWN = ("librar", "archiv")
"""What is in the titles that a class thinks of by itself."""

TOLD, EXAMPLES = 6, 3
"""How many roles of a kind are named, and how many of a corner of the field."""


class Spread(Struct, frozen=True):
    """A dimension over the class: the mean, the standard deviation, and how many lean to it and from it.

    A number of fewer than five people, or that would give such a number away, is None.
    """

    dimension: str
    mean: float
    spread: float
    towards: int | None
    away: int | None


class Common(Struct, frozen=True):
    """A role that comes up for five people or more; *people* is None where it would give fewer than five away."""

    role: str
    title: str
    summary: str
    people: int | None


class Corner(Struct, frozen=True):
    """A cluster of roles of which at least five people have one among their five.

    *roles* are those of it that fit the class best on average; *people* is as in Common.
    """

    cluster: str
    title: str
    people: int | None
    roles: tuple[Named, ...]


class Summary(Struct, frozen=True):
    """What a class of some *people* has in common, and where it differs.

    *common* are the roles in the five of at least five people. *unthought* are roles of the *corners*
    that are done at the edge of libraries or beyond them and have neither library nor archive in the
    title, those first that have the best mean chance over the class; their *people* is that of the
    corner. *apart* is the dimension with the largest spread, *shared* the one with the highest mean.
    """

    people: int
    dimensions: tuple[Spread, ...]
    common: tuple[Common, ...]
    corners: tuple[Corner, ...]
    unthought: tuple[Common, ...]
    apart: str
    shared: str


class Unfit(Struct, frozen=True):
    """A file that could not be counted, by its number from 1, and why; never by its name or its words."""

    file: int
    why: str


def people(catalog: Catalog, contents: Sequence[bytes | None]) -> tuple[dict[int, Progress], tuple[Unfit, ...]]:
    """The results in the *contents* of files by number, and the files that are none; None cannot be read."""
    quiz = Quiz(catalog)
    found: dict[int, Progress] = {}
    unfit = []
    for number, data in enumerate(contents, 1):
        read = _read(data, quiz)
        if isinstance(read, str):
            unfit.append(Unfit(number, read))
        elif same := next((n for n, other in found.items() if other.answers == read.answers), None):
            unfit.append(Unfit(number, f"holds the same answers as file {same}, so it is counted once"))
        else:
            found[number] = read
    return found, tuple(unfit)


def _read(data: bytes | None, quiz: Quiz) -> Progress | str:
    """The result in *data*, or why it is none: in our own words, for those of the file may name somebody."""
    if data is None:
        return "cannot be read"
    try:
        msgspec.json.decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return "is not JSON, or damaged"
    try:
        msgspec.json.decode(data, type=AnswerFile)
    except msgspec.MsgspecError:
        return "is no result of the quiz"
    try:
        progress = answers_from_json(data, quiz)
    except BadAnswers:
        return "does not fit the questions of this quiz; it may come from another version"
    if not any(answer.picks for answer in progress.answers):
        return "holds no answers"
    return progress


def summary(catalog: Catalog, results: Collection[Progress]) -> Summary:
    """What *results* come to together; raises BadAnswers if they are of fewer than five people."""
    if len(results) < FEWEST:
        raise BadAnswers(
            f"A summary needs the results of at least {FEWEST} people, so that it tells nothing about one of them; "
            f"there {'is' if len(results) == 1 else 'are'} {len(results) or 'none'}. "
            "`libcareer quiz --format json` writes a result."
        )
    outcomes = [quiz_for(catalog, result).outcome(result.answers) for result in results]
    spreads = tuple(_spread(str(dimension), outcomes) for dimension in DIMENSIONS)
    clear = [outcome for outcome in outcomes if outcome.clear]
    shown = Counter(role for outcome in clear for role in outcome.shown)
    clusters = {role: brief.cluster for role, brief in catalog.briefs.items()}
    corners = Counter(cluster for outcome in clear for cluster in {clusters[role] for role in outcome.shown})
    chances = dict.fromkeys(catalog.briefs, 0.0)
    for outcome in outcomes:
        for fit in outcome.fits:
            chances[fit.role] += fit.chance
    by_chance = sorted(catalog.briefs, key=lambda role: (-chances[role], role))
    unthought = [role for role in by_chance if corners[clusters[role]] >= FEWEST and _unthought(catalog, role)]
    return Summary(
        people=len(results),
        dimensions=spreads,
        common=tuple(_common(catalog, shown, _by_count(shown), len(results))),
        corners=tuple(_corner(catalog, id_, corners[id_], by_chance, len(results)) for id_ in _by_count(corners)),
        unthought=tuple(
            _common(catalog, {role: corners[clusters[role]] for role in unthought}, unthought, len(results))
        ),
        apart=max(spreads, key=lambda each: each.spread).dimension,
        shared=max(spreads, key=lambda each: each.mean).dimension,
    )


def told(count: int, of: int) -> int | None:
    """*count* of so many people, None if it is under five, or the rest is and not nobody."""
    return None if count < FEWEST or 0 < of - count < FEWEST else count


def _spread(dimension: str, outcomes: Sequence[Outcome]) -> Spread:
    values = [outcome.profile[dimension] for outcome in outcomes]
    towards, away = sum(value >= LEANS for value in values), sum(value <= -LEANS for value in values)
    many = len(values)
    # With both numbers known, those who lean neither way would be too.
    both = not 0 < many - towards - away < FEWEST
    return Spread(
        dimension,
        fmean(values),
        pstdev(values),
        told(towards, many) if both else None,
        told(away, many) if both else None,
    )


def _unthought(catalog: Catalog, role: str) -> bool:
    brief = catalog.briefs[role]
    return brief.place is not Place.LIBRARY and not any(word in brief.title.lower() for word in KNOWN)


def _by_count(counts: Counter[str]) -> list[str]:
    return [role for role, count in sorted(counts.items(), key=lambda each: (-each[1], each[0])) if count >= FEWEST]


def _corner(catalog: Catalog, cluster: str, count: int, by_chance: Sequence[str], many: int) -> Corner:
    roles = [role for role in by_chance if catalog.briefs[role].cluster == cluster][:EXAMPLES]
    named = tuple(Named(role, catalog.briefs[role].title) for role in roles)
    return Corner(cluster, catalog.clusters[cluster].title, told(count, many), named)


def _common(catalog: Catalog, counts: dict[str, int], roles: Iterable[str], many: int) -> Iterable[Common]:
    for role in list(roles)[:TOLD]:
        brief = catalog.briefs[role]
        yield Common(role, brief.title, brief.summary, told(counts[role], many))
