"""The rules that keep knowledge fresh: what was seen and when, costs or why there is none, figures with a date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from libcareer.knowledge.model.credentials import Estimate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcareer.errors import Problem
    from libcareer.knowledge.decoding import FieldPath
    from libcareer.knowledge.model.terms import Source
    from libcareer.knowledge.reading import Knowledge

TOLD = ("roles", "credentials", "resources", "fields", "questions", "disputes", "outdated", "countries", "lssc")
"""The kinds of record whose texts may rest on sources."""

CITES = ("source", "sources", "evidence")
"""The fields by which a record, or a part of one, names the sources of its texts."""

TITLES = frozenset(
    {"title", "aliases", "url", "issuer", "said", "question", "also", "trial", "commands", "short", "code", "source",
     "period", "year", "measures", "jurisdiction", "licence", "attribution", "publisher", "classification", "ends"}
)  # fmt: skip
"""Fields whose texts are names, wordings or years, and state no figure of their own."""

MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"

NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|a hundred)"

NAMES = "".join(f"(?<!{name} )" for name in ("part", "parts", "Part", "Level", "grade", "Rule", "Title", "section"))

FIGURE = re.compile(
    rf"(?<![\w.,/&-])(?!(?:19|20)\d\d(?!\d|,\d))(?!\d+ {MONTH}\b){NAMES}\d[\d,.]*"
    rf"|\b{NUMBER}(?: \w+)? (?:percent|hours|credits|points|dollars|pounds|courses)\b"
    rf"|\b(?:half|a third|two thirds|a quarter) of\b|\b{NUMBER} (?:in|out of) {NUMBER}\b"
)
"""A figure in a text: an amount, a share, a count or hours. A year, a day, a level or a part of a rule is none."""

HONEST = re.compile(r"\bundated\b|\bwithout a date\b|\bgives? no date\b|\bshows? no date\b", re.IGNORECASE)
"""How a text says itself that a figure is from a page without a date; it says as well when that was read."""

READ = re.compile(r"\bread in (?:19|20)\d\d\b")


def what_was_seen_has_its_source(knowledge: Knowledge) -> Iterator[Problem]:
    """The year in which a resource was seen is not later than that of a source which shows it."""
    sources = knowledge.records("sources")
    for id_, resource in knowledge.records("resources").items():
        if resource.seen is None or any(name not in sources for name in resource.sources):
            continue
        years = [year for name in resource.sources if (year := _last_year(sources[name]))]
        if not years:
            message = "'seen' needs a dated source that shows it; without one leave it out."
            yield knowledge.problem("resources", id_, ("seen",), message)
        elif resource.seen > max(years):
            message = f"seen in {resource.seen}, but the newest source is of {max(years)}."
            yield knowledge.problem("resources", id_, ("seen",), message)


def credentials_have_a_cost_or_a_reason(knowledge: Knowledge) -> Iterator[Problem]:
    """A credential has a cost, or says why it has none and on which page that was looked for, and not both."""
    for id_, credential in knowledge.records("credentials").items():
        if credential.cost is None and credential.no_cost is None:
            message = "give 'cost', or 'no_cost' with why there is none, the page that was looked at, and the year."
            yield knowledge.problem("credentials", id_, (), message)
        elif credential.cost and credential.no_cost:
            yield knowledge.problem("credentials", id_, ("no_cost",), "there is a cost: leave 'no_cost' out.")


def sources_can_be_found(knowledge: Knowledge) -> Iterator[Problem]:
    """A source has a date, or the year in which it was read, and an address, or a note that says why it has none."""
    for id_, source in knowledge.records("sources").items():
        if source.published is None and source.read is None:
            message = "give 'published', or for a page without a date the year in which it was 'read'."
            yield knowledge.problem("sources", id_, (), message)
        if source.url is None and source.note is None:
            message = "give 'url', or say in 'note' where it was read and why it has no address."
            yield knowledge.problem("sources", id_, (), message)


def figures_have_a_date(knowledge: Knowledge) -> Iterator[Problem]:
    """No figure in a text rests on pages without a date alone, unless the text says so and when they were read."""
    sources = knowledge.records("sources")
    for kind in TOLD:
        for id_, record in knowledge.records(kind).items():
            for where, text, cited in resting(record):
                if not cited or any(name not in sources or sources[name].published for name in cited):
                    continue
                found = FIGURE.search(text)
                if found and not (HONEST.search(text) and READ.search(text)):
                    message = (
                        f"'{found[0].strip()}' rests on a page without a date alone ({', '.join(cited)}): name a dated "
                        "source, leave the figure out, or write that the page is undated and 'read in' which year."
                    )
                    yield knowledge.problem(kind, id_, where, message)


def resting(
    value: Any, where: FieldPath = (), cited: tuple[str, ...] = ()
) -> Iterator[tuple[FieldPath, str, tuple[str, ...]]]:
    """Every text of a record that can state a figure, with its path and the sources on which it rests.

    These are the sources of the smallest part of the record around it that names any. A part with a source and a year,
    such as a price or a state's rule, is left out: every page that shows it says that its source has no date. An
    estimate is left out as well, because it is ours.
    """
    if isinstance(value, Struct):
        if {"source", "year"} <= set(value.__struct_fields__) or isinstance(value, Estimate):
            return
        own = [getattr(value, field, None) for field in CITES]
        named = tuple(name for each in own for name in ((each,) if isinstance(each, str) else each or ()))
        cited = named or cited
        for field in value.__struct_fields__:
            if field not in TITLES and field not in CITES:
                yield from resting(getattr(value, field), (*where, field), cited)
    elif isinstance(value, (tuple, list)):
        for number, each in enumerate(value):
            yield from resting(each, (*where, number), cited)
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from resting(each, (*where, key), cited)
    elif isinstance(value, str):
        yield where, value, cited


def _last_year(source: Source) -> int | None:
    """The last year in the date of a source; None without a date."""
    years = re.findall(r"(?:19|20)\d\d", source.published or "")
    return max(map(int, years), default=None)


FRESHNESS_RULES = (
    what_was_seen_has_its_source,
    credentials_have_a_cost_or_a_reason,
    sources_can_be_found,
    figures_have_a_date,
)
"""The rules of freshness, in the order in which they are applied."""
