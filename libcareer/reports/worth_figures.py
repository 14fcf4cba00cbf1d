"""The figures behind the answer to "is it worth it", each in words with what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from libcareer.engines.choosing.worth_answer import LONGEST
from libcareer.engines.choosing.worth_inputs import InputName
from libcareer.engines.choosing.worth_pay import Basis
from libcareer.engines.pay.payback import MONTHS_A_YEAR
from libcareer.knowledge.money import whole_amount
from libcareer.knowledge.packs import current_pack
from libcareer.reports.words import listed, money, money_range, months_words, range_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from libcareer.engines.choosing.worth_answer import Amounts, Deciding, Payback, YearLine
    from libcareer.engines.choosing.worth_inputs import Input, Own
    from libcareer.engines.references import Cite


class Asking(NamedTuple):
    """What was asked besides the record: what the person set, the options that say where they stand, and the table."""

    own: Own
    again: str
    table: bool


LABELS = {
    InputName.BEFORE: "pay now",
    InputName.AFTER: "pay after",
    InputName.PRICE: "price",
    InputName.STUDY: "study",
    InputName.WAIT: "jobs",
    InputName.MEANWHILE: "meanwhile",
    InputName.STAY: "chance",
}
"""What each input is called on the page."""

DECIDING = {
    InputName.AFTER: "the pay after",
    InputName.PRICE: "the price",
    InputName.STUDY: "how long the study takes",
    InputName.WAIT: "how long the jobs before it take",
    InputName.STAY: "the chance that you stay in your job",
}
"""What the input that decides is called in a sentence."""

LEFT_OUT = (
    "Left out: raises in either job, tax, interest on a loan, benefits and pensions, your free time, and the weeks "
    "to find a job. Money is that of today; time counts from the day you begin."
)

CASES = (
    "At best, and at worst, every figure is at that end. By our estimate from the published tenth, half and ninetieth "
    "of 100, a quarter of the jobs pay less than the lower pay after, and a quarter more than the higher one."
)

OPTIONS = (
    "Yours instead: --earn, --after, --cost, --months, --stay, --meanwhile, --full-time; --years-left says how long "
    "you go on working."
)


def input_words(one: Input) -> str:
    """An input with its range, what it is a figure of, and what it rests on."""
    match one.name:
        case InputName.STAY:
            ends = f" ({range_words(one.best, one.worst)})" if one.ranges else ""
            return f"{one.middle:g} of 100{ends} {one.says} stay in the job they have, without a gain ({_origin(one)})"
        case InputName.BEFORE | InputName.AFTER:
            ends = f" ({money(one.worst)} to {money(one.best)})" if one.ranges else ""
            return f"{value_words(one, one.middle)}{ends}; {_rests(one)}"
        case InputName.MEANWHILE:
            return f"{value_words(one, one.middle)} while you study; {_rests(one)}"
        case InputName.PRICE:
            return f"{in_coded(one.best, one.worst)} for {one.says} ({_origin(one)})"
        case InputName.STUDY:
            return f"{months_words(one.best, one.worst)} ({_origin(one)})"
        case _:
            return f"{months_words(one.best, one.worst)}, {_rests(one)}"


def value_words(one: Input, value: float) -> str:
    """A *value* of an input with its unit."""
    match one.unit:
        case "months":
            return months_words(value, value)
        case "of 100":
            return f"{value:g} of 100"
        case _:
            return f"{signed(value)} a year" if one.unit.endswith("a year") else signed(value)


def _rests(one: Input) -> str:
    """What an input is a figure of, and what it rests on."""
    if one.basis is Basis.TOLD:
        return "as you say"
    return f"{one.says} ({_origin(one)})"


def _origin(one: Input) -> str:
    """Who says an input, and in which year."""
    match one.basis:
        case Basis.TOLD:
            return "as you say"
        case Basis.EDITORIAL:
            return "editorial estimate"
        case Basis.ESTIMATED if not one.sources:
            return "our estimate"
        case Basis.PUBLISHED | Basis.ESTIMATED if one.unit.endswith("a year"):
            return one.year  # the words before it name the survey's occupation; the publisher is under the sources
    by = f"{listed(list(dict.fromkeys(source.publisher for source in one.sources)))}, {one.year}"
    return f"{by}; the most is our estimate" if one.basis is Basis.ESTIMATED else by


def deciding_words(decides: Deciding, inputs: Iterable[Input]) -> str:
    """The input that decides, with the time until the money is back at both its ends."""
    one = next(one for one in inputs if one.name is decides.name)
    best, worst = value_words(one, one.best), value_words(one, one.worst)
    at_best, at_worst = after_words(decides.at_best), after_words(decides.at_worst)
    return f"{DECIDING[one.name]}: with {best} the money is back {at_best}, with {worst} {at_worst}"


def payback_words(back: Payback | None) -> str:
    """When the money is back in the three cases, in a sentence."""
    if back is None or back.best is None:
        return "The money never comes back."
    if back.middle is None or back.middle > LONGEST:
        return f"In the middle case the money never comes back; at best it is back {after_words(back.best)}."
    worst = f"{time_words(back.worst)} at worst" if back.worst is not None else "never at worst"
    if back.worst == 0:
        return "You are never out of pocket, not even in the worst case."
    if not back.middle:
        return f"In the middle case you are never out of pocket; {worst}."
    return (
        f"The money is back about {time_words(back.middle)} after you begin: {time_words(back.best)} at best, {worst}."
    )


def time_words(months: float | None) -> str:
    """A time until the money is back; None is never."""
    if months is not None and months > LONGEST:
        return f"over {LONGEST // MONTHS_A_YEAR} years"
    return "never" if months is None else months_words(months, months) if round(months) else "at once"


def after_words(months: float | None) -> str:
    """When the money is back, as it follows "it is back"."""
    return f"after {time_words(months)}" if months is not None and round(months) else time_words(months)


def signed(figure: float) -> str:
    """A whole amount in the currency of the pack, with a minus before a loss."""
    return f"{'-' if figure <= -0.5 else ''}{whole_amount(abs(figure), current_pack().currency)}"


def in_coded(low: float, high: float) -> str:
    """A range of amounts with the code of the pack's currency."""
    return f"{money_range(low, high)} {current_pack().currency}".rstrip()


def amounts_words(amounts: Amounts | YearLine) -> str:
    """What somebody has more or less in the three cases."""
    middle = f"{amounts.middle:+,.0f} {current_pack().currency}".rstrip()
    return f"{middle} (best {amounts.best:+,.0f}, worst {amounts.worst:+,.0f})"


def sources_of(inputs: Iterable[Input]) -> tuple[Cite, ...]:
    """The sources of *inputs*, each once."""
    return tuple({source.id: source for one in inputs for source in one.sources}.values())


def again_words(asking: Asking) -> str:
    """The options that ask the same again, each after a space."""
    own = asking.own
    amounts = {
        "earn": own.earn, "after": own.after, "meanwhile": own.meanwhile, "cost": own.cost, "months": own.months,
        "stay": own.stay, "years-left": own.years_left,
    }  # fmt: skip
    told = "".join(f" --{name} {value:.10g}" for name, value in amounts.items() if value is not None)
    return f"{asking.again}{told}{' --full-time' if own.full_time else ''}"
