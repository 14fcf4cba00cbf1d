"""Phrases about a result of the quiz that several of its pages use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from libcareer.knowledge.enums import Pays
from libcareer.knowledge.money import amount
from libcareer.reports.page.render import Title
from libcareer.reports.words import NO_FIGURE_OF_ITS_OWN, counted, listed, located

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from libcareer.engines.quiz.interview import Lost
    from libcareer.engines.quiz.result import Findings, Result
    from libcareer.engines.quiz.verdict import RolePay

SURE = (
    (0.85, "nearly sure"),
    (0.6, "good chance"),
    (0.4, "even chance"),
    (0.2, "some chance"),
    (0.0, "small chance"),
)
"""Words for the chance of being in a person's true five, each with its lower bound."""

CONSISTENT = 2 / 3
"""Answers are consistent if at least this share of them agrees with the others; half of random ones do."""

USUALLY = {None: "around", Pays.LESS: "under", Pays.MORE: "over"}
"""How the usual pay of a role stands to the median of its occupation; None if its note does not say."""


class Choice(Protocol):
    """An option by its label, and how it was chosen."""

    @property
    def label(self) -> str:
        """A few words to quote."""

    @property
    def chosen(self) -> str:
        """Chosen, least liked or passed over; something else if the label says it all."""


def sureness(chance: float) -> str:
    """*chance*, of being in a person's true five, in words."""
    return next(words for least, words in SURE if chance >= least)


def quiz_title(result: Result, *, complete: bool) -> Title:
    """The title of a result: how many screens were answered, and how consistently."""
    if result.scores_only:
        return Title("What your scores point to (no screen answered)")
    skipped = f", {result.skipped} skipped" if result.skipped else ""
    said = [f"{counted(result.screens, 'screen')}{skipped}"]
    if result.clear:
        said.append("consistent" if is_consistent(result) else "not very consistent")
    if not complete:
        said.append("not finished")
    return Title(f"What your answers point to ({'; '.join(said)})")


def is_consistent(result: Result) -> bool:
    """Whether the answers agree with one another so often that nothing need be said about it."""
    return result.agreement.screens >= CONSISTENT * result.agreement.of


def lost_rows(lost: Lost) -> Iterator[tuple[str, str]]:
    """What is set aside of answers to an earlier version, and that the rest counts; nothing if nothing is."""
    gone = [
        f"{counted(count, what)}"
        for count, what in ((lost.answers, "answer"), (lost.options, "option"), (lost.limits, "limit"))
        if count
    ]
    if gone:
        yield "set aside", f"{listed(gone)} that the quiz no longer has; the rest counts"


def agreement_words(result: Result) -> str:
    """On how many screens the choice agrees with the other ones, against chance."""
    agreed = result.agreement
    return (
        f"your choice agrees with your other ones on {agreed.screens} of {counted(agreed.of, 'screen')}; "
        f"picks at random would on about {round(agreed.of / 2)}"
    )


def stay_words(result: Result) -> str:
    """How many of the roles shown would stay if everything were asked, as expected."""
    true = round(result.stay)
    return f"{f'about {true}' if true else 'hardly any'} of {len(result.roles)} would stay"


def loves_words(found: Findings, room: int) -> str:
    """The two groups of roles that the answers point to, each with titles for which there is *room*."""
    groups = [some(titles_of(found, love), room) for love in found.result.loves]
    return f"your answers point to {' as well as to '.join(groups)}"


def did(choice: Choice) -> str:
    """A *choice* in words, its option by the label."""
    match choice.chosen:
        case "chosen":
            return f"you chose '{choice.label}'"
        case "least liked":
            return f"you liked '{choice.label}' least"
        case "passed over":
            return f"you passed over '{choice.label}'"
        case _:
            return choice.label


def pay_in_brief(pay: RolePay) -> str:
    """The median of a role's occupation, on which side of it the role usually is, and a wider place it is from.

    Of a proxy it tells only that it is one.
    """
    if pay.figure.proxy:
        return NO_FIGURE_OF_ITS_OWN
    unit = "an hour" if pay.figure.unit.endswith("hour") else "a year"
    wider = f" {located(pay.figure.place)}" if pay.figure.asked and pay.figure.place else ""
    return f"{USUALLY[pay.pays]} {amount(pay.figure.median, pay.figure.currency)} {unit}{wider}"


def titles_of(found: Findings, roles: Iterable[str]) -> list[str]:
    """The titles of *roles*; those that the limits rule out say so."""
    outside = found.result.outside
    return [found.fits[role].title + (" (outside your limits)" if role in outside else "") for role in roles]


def some(titles: Sequence[str], room: int) -> str:
    """As many *titles* as *room* characters hold, and how many more there are; without *room*, only how many."""
    mark = "; " if any("," in title for title in titles) else ", "
    count = next(
        (n for n in range(len(titles), 0, -1) if len(mark.join(titles[:n])) <= room), min(1, room, len(titles))
    )
    more = len(titles) - count
    named = [*titles[:count], *([f"{more} more" if count else counted(more, "other role")] if more else [])]
    return f"{mark.join(named[:-1])} and {named[-1]}" if named[1:] else "".join(named)
