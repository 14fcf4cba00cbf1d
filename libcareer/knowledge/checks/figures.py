"""The rules that keep every figure in one place: proxies are marked, and texts refer to the tables of figures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from libcareer.knowledge.figures import REFERENCE, BadReference, mentions, texts
from libcareer.knowledge.hours import HOURS_A_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from libcareer.errors import Problem
    from libcareer.knowledge.decoding import FieldPath
    from libcareer.knowledge.model.occupations import Occupation
    from libcareer.knowledge.reading import Knowledge

CHECKED = ("roles", "questions", "disputes", "outdated", "fields", "changes")
"""The kinds of record whose texts may speak of pay and outlook."""

STAND_IN = re.compile(
    r"\bno (separate )?(figure|statistic)\b|\bnobody counts\b|\bnot counted apart\b|\bstand-in\b|\btoo high for\b"
    r"|\bnearest (\w+ )?(figure|count|row|group|in pay)\b|\bdo not expect\b"
)
"""How a note says that the occupation is only a stand-in for the role."""

FAR_OFF = re.compile(
    r"\b(well|clearly|far) (below|above|less than|under|over) (this|the|its|that) (middle|figure|range)\b"
    r"|\b(lower|upper) third\b|\bnear the (top|bottom)\b|\blowest tenth\b|\bupper tenth\b|\bupper part\b"
)
"""How a note says that posts in the role are usually far from the middle, if they usually pay less or more."""

OUR_OWN = "editorial"
"""The source of sums and judgments of our own."""

YEAR = re.compile(r"(19|20)\d\d")

NUMBER = re.compile(r"\d[\d,.]*(?<=\d)|\b(one|two|three|four|five|six|seven|eight|nine|ten) percent\b")

TYPED = (
    re.compile(r"\d (USD |dollars )?(an hour|a year)\b|\bmedian[^.;]*\d[\d,.]* (USD|dollars)\b"),
    re.compile(r"\d (\w+ )?openings\b|\d places a year\b"),
    re.compile(r"\b(project|outlook|expected to)[^.;]*\d\s*(%|per ?cent)|\d\s*(%|per ?cent)[^.;]*\bproject"),
)
"""A wage, a count of openings and a projected change, each typed as a number."""

USE = "write it as a reference, such as {pay:25-4031.00 median} or {outlook:25-4031.00 change}."


def proxies_are_marked(knowledge: Knowledge) -> Iterator[Problem]:
    """A role whose note says that the figure is not its pay says so in `proxy`."""
    for id_, role in knowledge.records("roles").items():
        counted = role.occupations[0]
        disowned = STAND_IN.search(counted.note) or (counted.pays and FAR_OFF.search(counted.note))
        if disowned and not counted.proxy:
            message = (
                f"the note says '{disowned[0]}', so the figure is not this role's pay: give the reason in 'proxy'."
            )
            yield knowledge.problem("roles", id_, ("occupations", 0, "note"), message)


def proxies_come_first(knowledge: Knowledge) -> Iterator[Problem]:
    """Only the first occupation of a role gives pay and outlook, so only it can be a proxy."""
    for id_, role in knowledge.records("roles").items():
        for number, covered in enumerate(role.occupations[1:], 1):
            if covered.proxy or covered.pays:
                message = "only the first occupation gives pay: 'proxy' and 'pays' belong there."
                yield knowledge.problem("roles", id_, ("occupations", number), message)


def figures_of_the_tables_are_references(knowledge: Knowledge) -> Iterator[Problem]:
    """A text that cites the source of a table types none of its figures, nor the year of one."""
    occupations = knowledge.records("occupations")
    tables = {source for occupation in occupations.values() for source in _sources(occupation)}
    for kind in CHECKED:
        for id_, record in knowledge.records(kind).items():
            for where, text, source in _sourced(record):
                if source in tables and (typed := _typed(text)):
                    message = f"'{typed[0]}' is typed here, but '{source}' is the source of a table: {USE}"
                    yield knowledge.problem(kind, id_, where, message)


def references_cite_their_source(knowledge: Knowledge) -> Iterator[Problem]:
    """A text with a source and with a reference names the source of the figure, or ours for a sum of several."""
    occupations = knowledge.records("occupations")
    for kind in CHECKED:
        for id_, record in knowledge.records(kind).items():
            for where, text, source in _sourced(record):
                if source in (None, OUR_OWN):
                    continue
                for cited in sorted(_cited(text, occupations) - {source}):
                    message = f"the figure is from '{cited}', and the source named here is '{source}'."
                    yield knowledge.problem(kind, id_, where, message)


def figures_are_not_typed(knowledge: Knowledge) -> Iterator[Problem]:
    """A text without a source of its own types no wage, openings or projected change, and no text a wage of a table."""
    occupations = knowledge.records("occupations")
    wages = {wage for occupation in occupations.values() for wage in _wages(occupation)}
    for kind in CHECKED:
        for id_, record in knowledge.records(kind).items():
            for where, text, source in _sourced(record):
                plain = REFERENCE.sub("", text)
                typed = None if source else next(filter(None, (form.search(plain) for form in TYPED)), None)
                known = next((wage for wage in re.findall(r"\d[\d,]*(?:\.\d+)?", plain) if wage in wages), None)
                if typed or known:
                    said = typed[0] if typed else known
                    yield knowledge.problem(kind, id_, where, f"'{said}' is typed here: {USE}")


FIGURE_RULES = (
    proxies_are_marked,
    proxies_come_first,
    figures_of_the_tables_are_references,
    references_cite_their_source,
    figures_are_not_typed,
)
"""The rules over figures, in the order in which they are applied; they look at texts before figures are filled in."""


def _typed(text: str) -> re.Match[str] | None:
    """The first number of a table that *text* types: any but a year, and a year too if it is that of a figure."""
    plain = REFERENCE.sub("", text)
    dated = plain != text or "project" in text
    return next((found for found in NUMBER.finditer(plain) if dated or not YEAR.fullmatch(found[0])), None)


def _sources(occupation: Occupation) -> Iterator[str]:
    yield from (pay.source for pay in occupation.pay)
    if occupation.outlook:
        yield occupation.outlook.source


def _wages(occupation: Occupation) -> Iterator[str]:
    """The wages of an occupation as texts have them."""
    for pay in occupation.pay:
        for amount in (pay.median, pay.low, pay.high):
            if amount:
                yield f"{amount:,.0f}" if amount >= 1000 else f"{amount:.2f}"
        if occupation.pays_by == "hour":
            yield f"{round(pay.median * HOURS_A_YEAR, -1):,.0f}"


def _cited(text: str, occupations: Mapping[str, Occupation]) -> set[str]:
    try:
        return {mention.source for mention in mentions(text, occupations)}
    except BadReference:
        return set()  # told where references are read


def _sourced(value: Any, where: FieldPath = ()) -> Iterator[tuple[FieldPath, str, str | None]]:
    """Every text of a record with its path, and the source that it names beside it, if any."""
    for path, text in texts(value, where):
        if path[-1] == "source":
            continue
        around: Any = value
        for step in path[len(where) : -1]:
            around = getattr(around, str(step)) if isinstance(around, Struct) else around[step]
        source = getattr(around, "source", None)
        yield path, text, source if isinstance(source, str) else None
