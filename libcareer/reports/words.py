"""Figures, sources and asks in words: the one place where a number becomes a phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.knowledge.enums import Asked

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from libcareer.engines.paths.path import CostFigure
    from libcareer.engines.pay import OutlookFigure, PayFigure
    from libcareer.engines.references import Cite
    from libcareer.knowledge.model import Cost, Time

ASKED = {
    Asked.LAW: "the law asks",
    Asked.EMPLOYERS: "employers ask",
    Asked.HABIT: "habit, not a rule",
}
"""Who asks for something, in words."""

MOVE = {"up": "up", "specialise": "into a specialism", "sideways": "sideways"}
"""What a move from one role to another is, in words that go on from "a move"."""

PLACE = {"library": "in libraries", "crossover": "at the edge of libraries", "beyond": "beyond libraries"}
"""Where a role is done, in words."""

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
"""The months by name, whatever the language of the machine."""


def pay_words(figure: PayFigure) -> str:
    """A pay figure with unit, range and survey; an hourly one as a year only "if full time"."""
    unit = "an hour" if figure.unit.endswith("hour") else "a year"
    words = f"{dollars(figure.median)} {unit} (median, {figure.year})"
    if figure.low is not None and figure.high is not None:
        words += f"; four jobs in five pay {dollars(figure.low)} to {dollars(figure.high)}"
    if figure.if_full_time is not None:
        words += f"; about {dollars(figure.if_full_time)} a year if full time"
    return f"{words}."


def outlook_words(figure: OutlookFigure) -> str:
    """A projection with its period, the openings and what they are."""
    change = "no change in jobs" if not figure.change else f"{figure.change:+g} percent in jobs"
    return (
        f"{change} projected for {figure.period}; about {figure.openings:,.0f} openings a year, "
        "most of them to replace people who leave."
    )


def cost_words(figure: CostFigure | None) -> str:
    """What a step costs, or that it was not found."""
    if figure is None:
        return "not found; ask the issuer"
    return amount_words(figure, figure.source)


def amount_words(figure: CostFigure | Cost, source: Cite) -> str:
    """A cost with currency, year, source and what it includes."""
    amount = f"{money_range(figure.low, figure.high)} {figure.currency}" if figure.high else "nothing"
    note = f"; {figure.note}" if figure.note else ""
    return f"{amount} ({source.publisher}, {figure.year}){note}"


def span_words(time: Time | None) -> str:
    """How long something takes, full time and beside a job."""
    if time is None:
        return "not found; ask the issuer"
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


def cite_words(source: Cite) -> str:
    """A source in a line: publisher, title, date."""
    return f"{source.publisher}, {source.title}" + (f" ({source.published})" if source.published else " (undated)")


def date_words(day: date) -> str:
    """A day as it is written in full, such as 5 March 2027."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def halves(months: float) -> float:
    """*months* in years, to the half year."""
    return round(months / 6) / 2


def range_words(low: float, high: float) -> str:
    """A range of plain numbers, one number if both ends are the same."""
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"


def dollars(amount: float) -> str:
    """US dollars, with cents below a thousand."""
    return f"${amount:,.2f}" if amount < 1000 else f"${amount:,.0f}"


def money_range(low: float, high: float) -> str:
    """A range of money without its currency, one amount if both ends are the same."""
    return money(low) if low == high else f"{money(low)} to {money(high)}"


def money(amount: float) -> str:
    """An amount without its currency."""
    return f"{amount:,.0f}"


def counted(count: int, one: str) -> str:
    """*count* of *one* thing, in the plural unless it is one."""
    return f"{count} {one}" if count == 1 else f"{count} {one}s"


def listed(words: Sequence[str]) -> str:
    """*words* as a list in a sentence: a, b and c."""
    return " and ".join([*([", ".join(words[:-1])] if words[1:] else []), *words[-1:]])


def sentence(words: str) -> str:
    """*words* with a capital at the beginning and a full stop at the end."""
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith(('.', '!', '?')) else '.'}"
