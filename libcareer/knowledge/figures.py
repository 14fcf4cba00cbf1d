"""References in texts to the figures of occupations.yaml, and the texts with the figures filled in.

A reference names a table, one occupation or several, and a part: `{pay:25-4031.00 median}` becomes
"21.43 USD an hour", `{outlook:25-4031.00+43-4121.00 openings}` the openings of both. So a figure is typed
once, and a new release changes it everywhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Protocol

from msgspec import Struct
from msgspec.structs import replace

from libcareer.errors import short
from libcareer.knowledge.decoding import nearest
from libcareer.knowledge.hours import HOURS_A_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from libcareer.errors import Problem
    from libcareer.knowledge.decoding import FieldPath
    from libcareer.knowledge.model.occupations import Occupation, Outlook, Pay
    from libcareer.knowledge.yaml_nodes import Location

REFERENCE = re.compile(r"\{(?:pay|outlook)\b[^{}]*(?:\}|$)|\{\w+:\s*\d[^{}]*(?:\}|$)")
"""What is meant as a reference, right or not; other braces are text."""

FORM = re.compile(r"\{(pay|outlook):([0-9A-Z+./-]+) ([a-z]+)\}")

PAY_PARTS = ("median", "low", "high", "yearly", "year")
OUTLOOK_PARTS = ("change", "openings", "jobs", "start", "period")
SUMMED = ("openings", "jobs")
"""The parts that may be asked of several occupations together."""


class BadReference(Exception):
    """A reference that names no figure; its text is a sentence that says why."""


class Entry(Protocol):
    """A record with the locations of its parts."""

    value: Any

    def location(self, path: FieldPath = (), /) -> Location:
        """The location of the part at *path*."""


class Mention(Struct, frozen=True):
    """A reference to a figure: what it reads as, and the source of the figure."""

    words: str
    source: str


def mentions(text: str, occupations: Mapping[str, Occupation]) -> Iterator[Mention]:
    """Every reference in *text* to a figure of *occupations*.

    Raises BadReference at the first one that names no figure.
    """
    return (_mention(found, occupations) for found in REFERENCE.finditer(text))


def filled_text(text: str, occupations: Mapping[str, Occupation]) -> str:
    """*text* with every reference replaced by its figure; one that names no figure stays as it is."""

    def words(found: re.Match[str]) -> str:
        try:
            return _mention(found, occupations).words
        except BadReference:
            return found[0]

    return REFERENCE.sub(words, text)


def filled(value: Any, occupations: Mapping[str, Occupation]) -> Any:
    """*value*, a record or a part of one, with the figures filled in; the same object if it has no reference."""
    match value:
        case str():
            return filled_text(value, occupations) if "{" in value else value
        case tuple():
            return tuple(filled(inner, occupations) for inner in value)
        case dict():
            return {key: filled(inner, occupations) for key, inner in value.items()}
        case Struct():
            fields = {name: getattr(value, name) for name in value.__struct_fields__}
            new = {name: filled(inner, occupations) for name, inner in fields.items()}
            changed = {
                name: inner for name, inner in new.items() if inner is not fields[name] and inner != fields[name]
            }
            return replace(value, **changed) if changed else value
    return value


def bad_references(entries: Mapping[str, Mapping[str, Entry]]) -> list[Problem]:
    """A problem for each text of *entries*, records by kind and id, with a reference that names no figure of theirs."""
    occupations = {code: entry.value for code, entry in entries["occupations"].items()}
    problems = []
    for of_kind in entries.values():
        for entry in of_kind.values():
            for where, text in texts(entry.value):
                try:
                    list(mentions(text, occupations))
                except BadReference as bad:
                    problems.append(entry.location(where).problem(str(bad)))
    return problems


def texts(value: Any, where: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    """Every text in *value*, a record or a part of one, with the path to it."""
    match value:
        case str():
            yield where, value
        case tuple():
            for number, inner in enumerate(value):
                yield from texts(inner, (*where, number))
        case dict():
            for key, inner in value.items():
                yield from texts(inner, (*where, str(key)))
        case Struct():
            for name in value.__struct_fields__:
                yield from texts(getattr(value, name), (*where, name))


# ---------------------------------------------------------------------------- one reference


def _mention(found: re.Match[str], occupations: Mapping[str, Occupation]) -> Mention:
    form = FORM.fullmatch(found[0])
    if not form:
        raise BadReference(
            f"'{short(found[0])}' is no reference: write {{pay:CODE PART}} or {{outlook:CODE PART}}, "
            "such as {pay:25-4031.00 median}."
        )
    table, codes, part = form[1], form[2].split("+"), form[3]
    parts = PAY_PARTS if table == "pay" else OUTLOOK_PARTS
    if part not in parts:
        raise BadReference(f"'{part}' is no part of {table}: {', '.join(parts)}.{_meant(part, parts)}")
    if len(codes) > 1 and part not in SUMMED:
        raise BadReference(f"only {' and '.join(SUMMED)} of several occupations can be added up, not '{part}'.")
    for code in codes:
        if code not in occupations:
            raise BadReference(f"unknown occupation '{short(code)}'.{_meant(code, sorted(occupations))}")
    if table == "pay":
        occupation = occupations[codes[0]]
        if not occupation.pay:
            raise BadReference(f"occupation '{codes[0]}' has no pay.")
        return Mention(_pay_words(occupation, occupation.pay[0], part), occupation.pay[0].source)
    outlooks = []
    for code in codes:
        outlook = occupations[code].outlook
        if outlook is None:
            raise BadReference(f"occupation '{code}' has no outlook.")
        outlooks.append(outlook)
    return Mention(_outlook_words(outlooks, part), outlooks[0].source)


def _meant(word: str, known: tuple[str, ...] | list[str]) -> str:
    near = nearest(word, known)
    return f" Did you mean '{near}'?" if near else ""


def _pay_words(occupation: Occupation, pay: Pay, part: str) -> str:
    if part == "year":
        return pay.year
    hourly = occupation.pays_by == "hour"
    money = occupation.currency or ""
    if part == "yearly":
        if not hourly:
            return _yearly(pay.median, money)
        return f"{_yearly(round(pay.median * HOURS_A_YEAR, -1), money)} if full time"
    amount: float | None = getattr(pay, part)
    if amount is None:
        raise BadReference(f"the {part} end of this pay is not known.")
    return " ".join(f"{amount:.2f} {money} an hour".split()) if hourly else _yearly(amount, money)


def _yearly(amount: float, currency: str) -> str:
    return " ".join(f"{amount:,.0f} {currency} a year".split())


def _outlook_words(outlooks: list[Outlook], part: str) -> str:
    first = outlooks[0]
    match part:
        case "change":
            sign = "plus" if first.change > 0 else "minus"
            return f"{sign} {abs(first.change):g} percent" if first.change else "no change"
        case "period":
            return first.period
        case "start":
            return first.period.partition("-")[0]
        case _:
            return f"{sum(getattr(outlook, part) for outlook in outlooks):,.0f}"
