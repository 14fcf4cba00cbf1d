"""A class: what anonymous results have in common, and where they differ, never about fewer than five people."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from statistics import fmean, pstdev
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from libcareer.engines.quiz.answers import AnswerFile, answers_from_json
from libcareer.engines.quiz.engine import Quiz
from libcareer.engines.quiz.interest_profiler import (
    HIGHEST_SCORE,
    MINI_FORM,
    checked_scores,
    interest_letter,
    likely_items,
)
from libcareer.engines.quiz.interview import Progress, file_text, quiz_for
from libcareer.engines.quiz.ratings import DIMENSIONS, HOLLAND_LETTERS
from libcareer.engines.references import Named
from libcareer.errors import BadAnswers
from libcareer.knowledge.enums import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from libcareer.catalog import Catalog
    from libcareer.engines.quiz.belief import Answer
    from libcareer.engines.quiz.engine import Outcome

FEWEST_PEOPLE = 5
"""Nothing is said about a group with fewer people than this."""

LEANS = 0.5
"""Somebody this far from 0 in a dimension leans to it, or away from it."""

HEADINGS = 10
"""How many lines of a table may come before its rows, the line with the names of the columns included."""

ROLES_NAMED, EXAMPLES = 6, 3
"""How many common or unexpected roles are named, and how many roles of each corner of the field."""


class Spread(Struct, frozen=True):
    """A dimension over the class: the mean, the standard deviation, and how many lean to it or *away* from it.

    A count is None if it would identify fewer than five people.
    """

    dimension: str
    mean: float
    spread: float
    towards: int | None
    away: int | None


class CommonRole(Struct, frozen=True):
    """A role that comes up for five people or more; *people* is None if it would identify fewer than five."""

    role: str
    title: str
    summary: str
    people: int | None


class Corner(Struct, frozen=True):
    """A cluster of roles of which at least five people have one among their five.

    *roles* are the ones in it that fit the class best on average; *people* is as in CommonRole.
    """

    cluster: str
    title: str
    people: int | None
    roles: tuple[Named, ...]


class ClassSummary(Struct, frozen=True):
    """What a class of so many *people* has in common, and where it differs.

    Roles and corners are those of the people whose answers point one way; the interests are everybody's.
    *common* are the roles that at least five people have among their five. *unthought* are roles in the
    *corners* that are done at the edge of the field or beyond it and whose titles have none of the words by which
    everybody knows the field, sorted by their mean chance over the class; their *people* is the count of the corner.
    *apart* is the dimension with the largest spread, *shared* the one with the highest mean.
    """

    people: int
    dimensions: tuple[Spread, ...]
    common: tuple[CommonRole, ...]
    corners: tuple[Corner, ...]
    unthought: tuple[CommonRole, ...]
    apart: str
    shared: str


Content = bytes | dict[str, int] | None
"""What one person hands in: a file, the interest scores in a row of a table, or a file that cannot be read."""


class ScoreTable(Struct, frozen=True):
    """The scores in the *rows* of a table, without those that are no scores, and the number of *others*: columns."""

    rows: tuple[dict[str, int], ...]
    others: int


class UnusableFile(Struct, frozen=True):
    """A file or row that was not counted: its number, and why; never its name or its content."""

    file: int
    why: str


def class_results(
    catalog: Catalog,
    contents: Iterable[Content],
    numbered: Callable[[int], Sequence[int]] = lambda count: range(1, count + 1),
) -> tuple[dict[int, Progress], tuple[UnusableFile, ...]]:
    """The results by number, and what is not used.

    *numbered* gives the numbers of so many *contents*; it is called when all have been read.
    """
    quiz = Quiz(catalog)
    read: list[Progress | str] = []
    rows: list[int] = []
    for content in contents:
        if isinstance(content, dict):
            rows.append(len(read))
        read.append(_read(content, quiz))
    _set_form(read, rows)
    first: dict[tuple[Answer, ...], int] = {}
    found: dict[int, Progress] = {}
    unusable = []
    for number, result in zip(numbered(len(read)), read, strict=True):
        if isinstance(result, str):
            unusable.append(UnusableFile(number, result))
        elif result.answers and (same := first.setdefault(result.answers, number)) != number:
            unusable.append(UnusableFile(number, f"has the same answers as file {same}, so they are counted once"))
        else:
            found[number] = result
    return found, tuple(unusable)


def _set_form(read: list[Progress | str], rows: Iterable[int]) -> None:
    """Set the form of the Interest Profiler in the results *read* from *rows* of a table, which took the same."""
    table = {row: result for row in rows if isinstance(result := read[row], Progress)}
    if likely_items(result.riasec for result in table.values()) == MINI_FORM:
        for row, result in table.items():
            read[row] = replace(result, riasec_items=MINI_FORM)


def _read(content: Content, quiz: Quiz) -> Progress | str:
    """The result in *content*, or why there is none; the reason never quotes the file, which may name somebody."""
    if content is None:
        return "cannot be read"
    if isinstance(content, dict):
        try:
            return Progress(riasec=checked_scores(content))
        except BadAnswers:
            return f"does not have six whole numbers from 0 to {HIGHEST_SCORE}"
    # Only ids are read, so letters of another encoding do no harm.
    text = file_text(content, "replace")
    data = text[max(0, text.find("{")) : text.rfind("}") + 1 or None].encode()
    try:
        msgspec.json.decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return "is not JSON, or is damaged"
    try:
        msgspec.json.decode(data, type=AnswerFile)
    except msgspec.MsgspecError:
        return "is not a result of the quiz"
    try:
        progress = answers_from_json(data, quiz)
    except BadAnswers:
        return "does not match the questions of this quiz; it may come from another version"
    if not progress.riasec and not any(answer.picks for answer in progress.answers):
        return "has no answers"
    return progress


def score_table(data: bytes, most: int) -> ScoreTable:
    """The table of interest scores in a CSV file, one row a person; at most *most* rows are read, and one more.

    One of the first lines names the six columns by letter or name, in any order; other columns are not
    read. Commas, semicolons or tabs separate them. Raises BadAnswers if there is no such line.
    """
    import csv  # only for a class with a table

    lines = file_text(data, "replace").splitlines()
    for mark in ",;\t|":
        rows = csv.reader(lines, delimiter=mark)
        try:
            for head in islice(rows, HEADINGS):
                columns = {letter: i for i, cell in enumerate(head) if (letter := _heading(cell))}
                if len(columns) == len(HOLLAND_LETTERS):
                    scores = [_row_scores(row, columns) for row in islice(rows, most + 1) if any(map(str.strip, row))]
                    return ScoreTable(tuple(scores), sum(bool(cell.strip()) for cell in head) - len(columns))
        except csv.Error:
            continue
    raise BadAnswers("There is no line that names the six columns R, I, A, S, E and C.")


def _heading(cell: str) -> str | None:
    """The letter of the interest that a column is called by, with or without the word score."""
    words = [word for word in re.findall("[a-z]+", cell.lower()) if word not in ("score", "scores", "raw", "points")]
    letters = {interest_letter(word) for word in words}
    return letters.pop() if len(letters) == 1 else None


def _row_scores(row: Sequence[str], columns: Mapping[str, int]) -> dict[str, int]:
    cells = {letter: row[i].strip() if i < len(row) else "" for letter, i in columns.items()}
    # Spreadsheets may write 14 as 14.0.
    found = {letter: re.fullmatch(r"(\d{1,6})(?:[.,]0+)?", cell, re.ASCII) for letter, cell in cells.items()}
    return {letter: int(match[1]) for letter, match in found.items() if match}


def class_summary(catalog: Catalog, results: Collection[Progress]) -> ClassSummary:
    """What *results* have in common; raises BadAnswers if there are fewer than five."""
    if len(results) < FEWEST_PEOPLE:
        raise BadAnswers(
            f"A summary needs the results of at least {FEWEST_PEOPLE} people, so that it reveals nothing about any one "
            f"of them; there {'is' if len(results) == 1 else 'are'} {len(results) or 'none'}."
        )
    outcomes = [quiz_for(catalog, result).outcome(result.answers) for result in results]
    spreads = tuple(_spread(str(dimension), outcomes) for dimension in DIMENSIONS)
    clear = [outcome for outcome in outcomes if outcome.clear]
    shown = Counter(role for outcome in clear for role in outcome.shown)
    clusters = {role: brief.cluster for role, brief in catalog.briefs.items()}
    corners = Counter(cluster for outcome in clear for cluster in {clusters[role] for role in outcome.shown})
    chances = dict.fromkeys(catalog.briefs, 0.0)
    for outcome in clear:
        for fit in outcome.fits:
            chances[fit.role] += fit.chance
    by_chance = sorted(catalog.briefs, key=lambda role: (-chances[role], role))
    unthought = [role for role in by_chance if corners[clusters[role]] >= FEWEST_PEOPLE and _unthought(catalog, role)]
    return ClassSummary(
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


def safe_count(count: int, of: int) -> int | None:
    """*count*, or None when it or its complement would identify fewer than five people."""
    return None if count < FEWEST_PEOPLE or 0 < of - count < FEWEST_PEOPLE else count


def _spread(dimension: str, outcomes: Sequence[Outcome]) -> Spread:
    values = [outcome.profile[dimension] for outcome in outcomes]
    towards, away = sum(value >= LEANS for value in values), sum(value <= -LEANS for value in values)
    many = len(values)
    # Both counts together also reveal how many lean neither way.
    both = not 0 < many - towards - away < FEWEST_PEOPLE
    return Spread(
        dimension,
        fmean(values),
        pstdev(values),
        safe_count(towards, many) if both else None,
        safe_count(away, many) if both else None,
    )


def _unthought(catalog: Catalog, role: str) -> bool:
    brief = catalog.briefs[role]
    return brief.place is not Place.INSIDE and not any(word in brief.title.lower() for word in catalog.pack.known)


def _by_count(counts: Counter[str]) -> list[str]:
    return [
        role for role, count in sorted(counts.items(), key=lambda each: (-each[1], each[0])) if count >= FEWEST_PEOPLE
    ]


def _corner(catalog: Catalog, cluster: str, count: int, by_chance: Sequence[str], many: int) -> Corner:
    roles = [role for role in by_chance if catalog.briefs[role].cluster == cluster][:EXAMPLES]
    named = tuple(Named(role, catalog.briefs[role].title) for role in roles)
    return Corner(cluster, catalog.clusters[cluster].title, safe_count(count, many), named)


def _common(catalog: Catalog, counts: dict[str, int], roles: Iterable[str], many: int) -> Iterable[CommonRole]:
    for role in list(roles)[:ROLES_NAMED]:
        card = catalog.briefs[role]
        yield CommonRole(role, card.title, card.summary, safe_count(counts[role], many))
