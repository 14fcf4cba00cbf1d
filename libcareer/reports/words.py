"""Phrases that several reports use: figures, sources, requirements, lists, and options as they are typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec import to_builtins

from libcareer.engines.lookup.filters import Filter, FilterName
from libcareer.knowledge.enums import Asked, Usual
from libcareer.knowledge.money import amount
from libcareer.knowledge.packs import current_pack

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date

    from msgspec import Struct

    from libcareer.engines.lookup.role import Door, Requirement
    from libcareer.engines.paths.path import CostFigure, Needed, NoPrice
    from libcareer.engines.pay.figures import OutlookFigure, PayFigure
    from libcareer.engines.references import Cite, Named
    from libcareer.knowledge.model.credentials import Cost, NoCost, Time
    from libcareer.knowledge.model.terms import Source

NO_FIGURE_OF_ITS_OWN = "no pay figure of its own"
"""In place of the median of an occupation that is not the role."""

NO_OUTLOOK_OF_ITS_OWN = "no projection of its own"
"""The same for the projected change in jobs."""

NOT_FOUND = "not found; ask the issuer"
"""In place of a time or a cost that no source gives."""

ASKED = {
    Asked.LAW: "the law asks",
    Asked.EMPLOYERS: "employers ask",
    Asked.HABIT: "habit, not a rule",
}
"""Who asks for something, in words."""

MOVE = {"up": "up", "specialise": "into a specialism", "sideways": "sideways"}
"""The kind of a move between roles, in words that follow "a move"."""

USUAL = {
    Usual.USUAL: "usual",
    Usual.SOMETIMES: "not often",
    Usual.RARE: "rare",
}
"""How usual a change of post is, in words; editorial judgment."""

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
"""The names of the months, whatever the locale."""

# ---------------------------------------------------------------------------- options


def option(one: Filter) -> str:
    """*one* as it is typed: --skill cataloging, --beyond or --no-masters."""
    if one.name is FilterName.PLACE:
        return f"--{one.value}"
    name = f"--{one.name.value.replace('_', '-')}"
    return name if one.value is None else f"{name} {one.value}"


def options(filters: Iterable[Filter]) -> str:
    """*filters* as they are typed, separated by spaces."""
    return " ".join(map(option, filters))


def with_options(answer: Struct, filters: Iterable[Filter]) -> dict[str, Any]:
    """The data of *answer* for JSON, with its *filters* as they are typed."""
    return {**to_builtins(answer, str_keys=True), "filters": [option(one) for one in filters]}


# ---------------------------------------------------------------------------- figures


def pay_words(figure: PayFigure) -> str:
    """A pay figure with unit, range and year of the survey; an hourly one is also given as a year "if full time".

    Of a proxy it gives the reason and the range for orientation, without the median.
    """
    if figure.proxy:
        return f"{NO_FIGURE_OF_ITS_OWN}: {figure.proxy}. For orientation: {orientation_words(figure)}."
    of = f"median {place_of_pay(figure)}" if figure.place else "median"
    median = f"{least('median', figure.at_least)}{amount(figure.median, figure.currency)}"
    words = f"{median} {pay_unit(figure)} ({of}, {figure.year})"
    if figure.low is not None and figure.high is not None:
        high = f"{least('high', figure.at_least)}{amount(figure.high, figure.currency)}"
        words += f"; four jobs in five pay {amount(figure.low, figure.currency)} to {high}"
    if figure.if_full_time is not None:
        words += f"; about {amount(figure.if_full_time, figure.currency)} a year if full time"
    return f"{words}{'; a rough estimate' if figure.rough else ''}."


def pay_cells(figure: PayFigure | None) -> tuple[object, ...]:
    """A local pay figure in the columns pay_median, pay_unit, pay_place and pay_proxy; empty cells for None.

    A proxy has no median here, and the reason in the last column.
    """
    if figure is None:
        return (None,) * 4
    median = None if figure.proxy else figure.median
    return median, figure.unit, figure.place.title if figure.place else None, figure.proxy


def median_words(figure: PayFigure) -> str:
    """The median of *figure* with its unit; of a proxy, whose median is not pay in the role, that there is none."""
    if figure.proxy:
        return "no pay figure"
    unit = "an hour" if figure.unit.endswith("hour") else "a year"
    return f"{amount(figure.median, figure.currency)} {unit}"


def least(percentile: str, at_least: Collection[str]) -> str:
    """The words before an amount of a *percentile* that is the highest the source gives; empty for any other."""
    return "at least " if percentile in at_least else ""


def place_of_pay(figure: PayFigure) -> str:
    """Where a local figure is from, and that it is from a wider place than the one asked for."""
    assert figure.place is not None  # asked only for a local figure
    where = located(figure.place)
    return f"{where}, as none was released {located(figure.asked)}" if figure.asked else where


STATES_LIKE_TOWNS = ("new-york", "washington")
"""The states that are called like a large town elsewhere."""


def located(place: Named) -> str:
    """A place in a sentence: in Ohio, around Columbus, OH."""
    if place.id in STATES_LIKE_TOWNS:
        return f"in {place.title} State"
    if place.id == "united-states":
        return f"in the {place.title}"
    return f"around {place.title}" if ", " in place.title else f"in {place.title}"


def orientation_words(figure: PayFigure) -> str:
    """The range of a proxy with the occupation and the year of the survey, an hourly one also as a year."""
    ends = figure.yearly_range
    if ends is None or figure.low is None or figure.high is None:
        return f"the range of {figure.covers} was not published ({figure.year})"
    where = f" {place_of_pay(figure)}" if figure.place else ""
    words = f"four jobs in five of {figure.covers} pay {range_in_short(figure)}{where} ({figure.year})"
    if figure.if_full_time is None:
        return words
    return (
        f"{words}, about {amount(ends[0], figure.currency)} to {amount(ends[1], figure.currency)} a year if full time"
    )


def range_in_short(figure: PayFigure) -> str:
    """The 10th to the 90th percentile of a pay figure, or that they were not published."""
    if figure.low is None or figure.high is None:
        return "not published"
    return f"{amount(figure.low, figure.currency)} to {amount(figure.high, figure.currency)} {pay_unit(figure)}"


def pay_and_group(figure: PayFigure) -> str:
    """A pay figure in full, and the occupation that it counts."""
    return pay_words(figure) if figure.proxy else f"{pay_words(figure)} Counted with {figure.covers}."


def pay_unit(figure: PayFigure) -> str:
    """The unit of a pay figure in words."""
    return "an hour" if figure.unit.endswith("hour") else "a year"


def outlook_in_short(figure: OutlookFigure) -> str:
    """The projected change in jobs and the openings, without a word about those who leave; of a proxy only that."""
    if figure.proxy:
        return NO_OUTLOOK_OF_ITS_OWN
    return f"{figure.change:+g} percent in jobs, {figure.period}; about {figure.openings:,.0f} openings a year"


def outlook_words(figure: OutlookFigure) -> str:
    """The projected change in jobs with its period, and the openings a year; of a proxy, whose they are."""
    whose = f"{NO_OUTLOOK_OF_ITS_OWN}; for {figure.covers}: " if figure.proxy else ""
    change = "no change in jobs" if not figure.change else f"{figure.change:+g} percent in jobs"
    return (
        f"{whose}{change} projected for {figure.period}; about {figure.openings:,.0f} openings a year, "
        "most of them to replace people who leave."
    )


def cost_words(figure: CostFigure | None) -> str:
    """What a step costs, or that no figure was found."""
    if figure is None:
        return NOT_FOUND
    return amount_words(figure, figure.source)


def amount_words(figure: CostFigure | Cost, source: Cite) -> str:
    """A cost with currency, year, source and what it includes."""
    price = f"{money_range(figure.low, figure.high)} {figure.currency}" if figure.high else "nothing"
    note = f"; {figure.note}" if figure.note else ""
    return f"{price} ({source.publisher}, {figure.year}{undated(source)}){note}"


def undated(source: Cite) -> str:
    """What follows the year of a figure if its page has no date: that it is the year of the reading."""
    return "" if source.published else ", a page without a date"


def no_cost_words(why: NoCost | NoPrice, source: Cite) -> str:
    """Why no cost is told, with the page that was looked at and the year."""
    return f"no figure. {why.why} ({source.publisher}, looked at in {why.year})"


def span_words(time: Time | None) -> str:
    """How long something takes, full time and beside a job."""
    if time is None:
        return NOT_FOUND
    spans = [
        f"{months_words(*span)} {manner}"
        for span, manner in ((time.full_time, "full time"), (time.part_time, "beside a job"))
        if span
    ]
    return "; ".join([*spans, *([time.note] if time.note else [])]) or "as long as the tests take"


def months_words(low: float, high: float) -> str:
    """A range of months in words, in years from two years on."""
    if high >= 24:
        return f"{range_words(halves(low), halves(high))} years"
    if not high:
        return "no time"
    return f"{range_words(round(low), round(high))} month{'' if round(high) == 1 else 's'}"


def date_words(day: date) -> str:
    """A day in full, such as 5 March 2027."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def iso_words(iso: str) -> str:
    """A day or a month such as 2026-08-27 in full; anything else as it is."""
    year, *rest = iso.split("-")
    if not rest:
        return iso
    month = MONTHS[int(rest[0]) - 1]
    return f"{int(rest[1])} {month} {year}" if rest[1:] else f"{month} {year}"


def halves(months: float) -> float:
    """*months* in years, rounded to half a year."""
    return round(months / 6) / 2


def range_words(low: float, high: float) -> str:
    """A range of numbers; one number if both ends are the same."""
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"


def money_range(low: float, high: float) -> str:
    """A range of amounts without currency; one amount if both ends are the same."""
    return money(low) if low == high else f"{money(low)} to {money(high)}"


def money(figure: float) -> str:
    """An amount without currency."""
    return f"{figure:,.0f}"


def coded(figure: float, currency: str = "") -> str:
    """An amount with the code of its *currency*, or of the pack's, such as 2,000 USD."""
    return f"{money(figure)} {currency or current_pack().currency}".rstrip()


def counted(count: int, one: str) -> str:
    """*count* with the noun *one*, in the plural unless the count is 1."""
    return f"{count} {one}" if count == 1 else f"{count} {one}s"


def counted_all(count: int, one: str) -> str:
    """All *count* of something with the noun *one*: "All 12 roles", or "The only role"."""
    return f"The only {one}" if count == 1 else f"All {count} {one}s"


def years_words(low: float, high: float) -> str:
    """A range of years."""
    return f"{range_words(low, high)} year{'' if high == 1 else 's'}"


# ---------------------------------------------------------------------------- records


def cite_words(source: Cite) -> str:
    """A source on one line: publisher, title, date."""
    return f"{source.publisher}, {source.title} ({date_of(source)})"


def date_of(source: Cite | Source) -> str:
    """The date of a source; of a page without one, in which year it was read."""
    return source.published or (f"undated, read in {source.read}" if source.read else "undated")


def newer_editions(sources: Iterable[Cite]) -> str:
    """The newer editions of *sources* whose figures are not taken in, as a sentence; empty if none is known."""
    newer = dict.fromkeys(source.newer for source in sources if source.newer)
    return f"Newer, and not taken in here: {'; '.join(newer)}." if newer else ""


def requirement_words(one: Requirement | Needed) -> str:
    """What is asked for, and in brackets who asks."""
    return f"{one.what} ({ASKED[one.asked]})"


def move_words(door: Door) -> str:
    """A move between two roles: its kind, after how long, and what it needs."""
    needs = "; ".join(map(requirement_words, door.needs)) or "nothing more"
    return f"{door.kind}, {USUAL[door.usual]}, typically after {years_words(*door.years)}; needs {needs}"


def start_words(start: str, holding: Sequence[str]) -> str:
    """Where a path starts: the job held or none, and the credentials held."""
    return f"{start}, with {', '.join(holding)}" if holding else start


def short_home() -> str:
    """The country of the pack in short after a comma, such as ", US"; empty if the pack names none."""
    home = current_pack().country
    return f", {home.short}" if home else ""


def long_home() -> str:
    """The country of the pack after a comma, such as ", United States"; empty if the pack names none."""
    home = current_pack().country
    return f", {home.title}" if home else ""


def titles(records: Iterable[Named]) -> str:
    """The titles of *records*, separated by commas."""
    return ", ".join(record.title for record in records)


# ---------------------------------------------------------------------------- sentences


def listed(words: Sequence[str]) -> str:
    """*words* as a list in a sentence: a, b and c."""
    return " and ".join([*([", ".join(words[:-1])] if words[1:] else []), *words[-1:]])


def with_article(noun: str) -> str:
    """*noun* after "a" or "an"."""
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"


def first_sentence(words: str) -> str:
    """The first sentence of *words*, where there is room for no more and the rest stands elsewhere."""
    return re.split(r"(?<=[.!?])\s+(?=[A-Z])", words, maxsplit=1)[0]


def sentence(words: str) -> str:
    """*words* with a capital letter at the beginning and a full stop at the end."""
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith(('.', '!', '?')) else '.'}"
