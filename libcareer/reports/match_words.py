"""What was found in an advertisement or a resume, in words; each with the words of the document and their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.engines.paths.limits import LimitKind
from libcareer.engines.words.documents.pay_said import PayPlace, PayUnit
from libcareer.engines.words.documents.skills_found import Importance
from libcareer.engines.words.documents.warnings import WarningKind
from libcareer.knowledge.money import amount
from libcareer.knowledge.packs import current_pack
from libcareer.reports.limits import limit_words
from libcareer.reports.words import listed, pay_unit, short_home

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from libcareer.engines.pay.figures import PayFigure
    from libcareer.engines.words.documents.for_person import GateMet, LimitHit
    from libcareer.engines.words.documents.gates import Gate
    from libcareer.engines.words.documents.match import ComparedPay, Reason
    from libcareer.engines.words.documents.pay_said import PaySaid
    from libcareer.engines.words.documents.quotes import Quote
    from libcareer.engines.words.documents.warnings import Warning

IMPORTANCE = {
    Importance.ESSENTIAL: "asked for",
    Importance.USEFUL: "a plus",
    Importance.USED: "used in the work",
    Importance.SHOWN: "shown in work",
    Importance.CLAIMED: "only listed",
}
"""How a document names a skill, in words."""

ASK = {
    WarningKind.NO_PAY: "It says no amount: ask for the range before you apply.",
    WarningKind.MASTERS_FOR_LITTLE: "It demands a master's degree for less than support staff usually get.",
    WarningKind.OTHER_DUTIES: "Other duties: usual words; ask what the last person did besides.",
    WarningKind.UNPAID: "Unpaid work: ask what is paid, and since when.",
    WarningKind.SHORT: "It does not last: ask when it ends and what comes after.",
    WarningKind.NO_BENEFITS: "No benefits: count what insurance would cost you.",
    WarningKind.MANY_JOBS: "Many jobs in one: ask which of them comes first, and who helps.",
    WarningKind.MONEY_FIRST: "It wants money or messages first, as frauds do: call the employer by its own number.",
    WarningKind.ALWAYS_ON: "Always available: ask how often, and whether it is paid.",
}
"""What to ask about each warning; it takes one sentence."""

PLACES = {
    PayPlace.FAR_BELOW: ("far below", "; nine jobs in ten pay more"),
    PayPlace.BELOW: ("below", ""),
    PayPlace.NEAR: ("near", ""),
    PayPlace.ABOVE: ("above", ""),
    PayPlace.FAR_ABOVE: ("far above", "; nine jobs in ten pay less"),
}
"""Where pay lies among the figures of a role: the words before the median and those after it."""

UNITS = {
    PayUnit.HOUR: "an hour",
    PayUnit.DAY: "a day",
    PayUnit.WEEK: "a week",
    PayUnit.TWO_WEEKS: "for two weeks",
    PayUnit.MONTH: "a month",
    PayUnit.YEAR: "a year",
}
"""The time for which an amount is paid, in words."""


def quoted(quote: Quote) -> str:
    """The words of a document and where they are: 'copy cataloging', line 8."""
    return f"'{quote.words}', {quote.where}"


def all_quoted(quotes: Iterable[Quote]) -> str:
    """Several quotes, one after the other."""
    return "; ".join(map(quoted, quotes))


def reason_words(reason: Reason) -> str:
    """Why a role is near: the title, a duty or a skill, and the words that show it."""
    match reason.kind:
        case "title":
            return f"its title ({quoted(reason.quote)})"
        case "duty":
            return f"a duty: {reason.says.rstrip('.')} ({quoted(reason.quote)})"
        case _:
            return f"{reason.says} ({quoted(reason.quote)})"


def gate_words(gate: Gate) -> str:
    """A gate in words, how it is asked for, and whether something else is taken."""
    plus = " (a plus)" if gate.importance is Importance.USEFUL else ""
    return f"{gate.what}{plus}{' or what is equal to it' if gate.or_else else ''}"


def gates_words(gates: Sequence[Gate]) -> list[str]:
    """*gates* in words; those of one line that stand for each other are joined by "or"."""
    lines: dict[str, list[Gate]] = {}
    for gate in gates:
        lines.setdefault(gate.quote.where if gate.or_else else f"{gate.kind} {gate.what}", []).append(gate)
    return [
        " or ".join(gate.what for gate in some) if len(some) > 1 else gate_words(some[0]) for some in lines.values()
    ]


def amount_words(said: PaySaid) -> str:
    """The pay that is said, with its unit."""
    amounts = [amount(said.low, said.currency), amount(said.high, said.currency)]
    words = amounts[0] if said.low == said.high else f"{amounts[0]} to {amounts[1]}"
    return f"{words} {UNITS[said.unit]}{'' if said.unit_said else ' (going by the amount)'}"


def pay_compared(paid: ComparedPay, here: PayFigure | None) -> str:
    """The pay that is said, beside the figure of the role with its year."""
    words = amount_words(paid.said)
    home = current_pack().currency
    if home and paid.said.currency != home:
        return f"{words}, which is not compared: figures here are in {home}"
    if paid.said.unit is not PayUnit.YEAR and paid.said.currency == home:
        low, high = (amount(end, paid.said.currency) for end in paid.said.yearly)
        words += f", about {low if low == high else f'{low} to {high}'} a year if full time"
    if here is None or paid.place is None:
        return words
    before, after = PLACES[paid.place]
    if paid.said.unit is PayUnit.YEAR and here.if_full_time is not None:
        after = f", about {amount(here.if_full_time, here.currency)} a year if full time{after}"
    return f"{words}: {before} {figure_words(here)}{after}"


def figure_words(here: PayFigure) -> str:
    """The median that pay is compared with: whose it is, and of which year."""
    median = f"{amount(here.median, here.currency)} {pay_unit(here)}"
    return f"the median of {median} ({here.covers}{short_home()}, {here.year})"


def warning_words(warning: Warning) -> str:
    """A warning: what to ask, and the words that show it."""
    words = ASK[warning.kind]
    if warning.amount is not None:
        words = words.removesuffix(".") + f" ({amount(warning.amount, current_pack().currency)} a year)."
    return f"{words} ({quoted(warning.quote)})" if warning.quote else words


def met_words(met: GateMet) -> str:
    """A gate, and whether what was told passes it."""
    answer = {True: "you have it", False: "you do not have it, by what you told", None: "you did not tell"}[met.met]
    return f"{gate_words(met.gate)}: {answer}"


def hit_words(hit: LimitHit) -> str:
    """A limit that the advertisement goes against, or does not speak of."""
    limit = limit_words(hit.limit)
    if hit.quote and hit.currency:
        return f"{limit}: it says {quoted(hit.quote)}, and amounts in {hit.currency} are not judged"
    if hit.quote:
        return f"{limit}: it says {quoted(hit.quote)}"
    if hit.limit.kind is LimitKind.MOVE:
        return f"{limit}: see whether the place is near you"
    return f"{limit}: it does not say"


def some(words: Sequence[str], most: int) -> str:
    """The first *most* of *words* as a list, and how many more there are."""
    if len(words) <= most:
        return listed(words)
    return f"{', '.join(words[:most])} and {len(words) - most} more below"
