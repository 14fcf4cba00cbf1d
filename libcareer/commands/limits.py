"""Options with which a person says what limits them, and what becomes of them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.amounts import DOLLAR, TypedMoney, is_in, typed_money, typed_pay
from libcareer.errors import LibcareerError, UnknownName
from libcareer.reports.page.output import complain

if TYPE_CHECKING:
    from libcareer.catalog import Catalog

ANYTHING = "any"
"""What is typed after an option by somebody whom it does not limit."""

PUBLIC = ("any", "calm", "little")
"""How much contact with the public can be accepted: any, any if few are upset, or little."""


class LimitAmount(str):
    """A whole amount as an answer to a practical question has it, and the *currency* that was typed with it."""

    __slots__ = ("currency",)

    currency: str


def amount_or_any(parser: Callable[[object], TypedMoney]) -> Callable[[object], str]:
    """A parser of whole amounts, or of the word "any", as answers to the practical questions have them."""

    def typed(words: object) -> str:
        if str(words).strip().lower() == ANYTHING:
            return ANYTHING
        try:
            typed = parser(words)
        except typer.BadParameter as error:
            raise typer.BadParameter(f"{error.message.rstrip('.')}, or as {ANYTHING} for no limit.") from None
        answer = LimitAmount(f"{typed:.0f}")
        answer.currency = typed.currency
        return answer

    return typed


def _public(words: object) -> str:
    said = str(words).strip().lower()
    if said not in PUBLIC:
        raise typer.BadParameter(f"Say how much contact with the public you accept: {', '.join(PUBLIC)}.")
    return said


MaxStudy = Annotated[
    str | None,
    typer.Option("--max-study", metavar="LEVEL", help="The highest education you would still study for, or any."),
]
NoMasters = Annotated[bool, typer.Option("--no-masters", help="Nothing that takes a master's you do not hold.")]
NoDegree = Annotated[bool, typer.Option("--no-degree", help="Nothing that takes a degree you do not hold.")]
MaxCost = Annotated[
    str | None,
    typer.Option(
        "--max-cost",
        parser=amount_or_any(typed_money),
        metavar="AMOUNT",
        help="The most that study may cost; 0 for nothing, or any.",
    ),
]
PartTime = Annotated[bool | None, typer.Option("--part-time/--any-hours", help="Part-time posts only, or either.")]
FullTime = Annotated[bool, typer.Option("--full-time", help="Full-time posts only.")]
Evenings = Annotated[bool | None, typer.Option("--evenings/--no-evenings", help="Evenings and weekends, or none.")]
Public = Annotated[
    str | None,
    typer.Option("--public", parser=_public, metavar="HOW", help="Contact with the public: any, calm or little."),
]
Move = Annotated[bool | None, typer.Option("--move/--no-move", help="Move for a post, or only near home or from home.")]
Remote = Annotated[
    bool | None, typer.Option("--remote/--on-site", help="Posts with some days from home, or no need for that.")
]
MostlyRemote = Annotated[bool, typer.Option("--mostly-remote", help="Posts mostly from home.")]
MinPay = Annotated[
    str | None,
    typer.Option(
        "--min-pay",
        parser=amount_or_any(typed_pay),
        metavar="AMOUNT",
        help="The least pay for a year, if full time; or any.",
    ),
]


def typed_limits(
    catalog: "Catalog",
    *,
    max_study: str | None,
    no_masters: bool,
    no_degree: bool,
    max_cost: str | None,
    part_time: bool | None,
    full_time: bool,
    evenings: bool | None,
    public: str | None,
    move: bool | None,
    remote: bool | None,
    mostly_remote: bool,
    min_pay: str | None,
) -> dict[str, str]:
    """The answers to practical questions that the options give, by the ids of the questions.

    Raises UnknownName for a level of education that is none, and BadParameter for options that contradict each
    other.
    """
    if part_time and full_time:
        raise typer.BadParameter("--part-time and --full-time together leave no post. Use one of them, or --any-hours.")
    if max_study is not None and (no_masters or no_degree):
        raise typer.BadParameter("--max-study says the same as --no-masters and --no-degree. Use one of them.")
    answers = {
        "study": _study(catalog, max_study, no_masters=no_masters, no_degree=no_degree),
        "money": _judging(catalog, "--max-cost", max_cost),
        "hours": "full" if full_time else _either(part_time, "part", "any"),
        "evenings": _either(evenings, "yes", "no"),
        "public": public,
        "move": _either(move, "yes", "no"),
        "remote": "mostly" if mostly_remote else _either(remote, "some", "any"),
        "pay": _judging(catalog, "--min-pay", min_pay),
    }
    return {limit: answer for limit, answer in answers.items() if answer is not None}


def _judging(catalog: "Catalog", option: str, answer: str | None) -> str | None:
    """The *answer* of an *option*; None, with a complaint, for an amount in another currency: it judges nothing."""
    if not isinstance(answer, LimitAmount) or is_in(answer.currency, catalog.pack.currency):
        return answer and str(answer)
    said = "dollars" if answer.currency == DOLLAR else answer.currency
    here = f"amounts here are in {catalog.pack.currency}" if catalog.pack.currency else "no currency is told here"
    complain(f"{option} is in {said}, and {here}: nothing is judged by it.")
    return None


def _study(catalog: "Catalog", max_study: str | None, *, no_masters: bool, no_degree: bool) -> str | None:
    """The level of education that is typed as the highest; raises LibcareerError for a ceiling that the pack lacks."""
    if no_degree or no_masters:
        return ceiling(catalog, no_degree=no_degree)
    return _level(catalog, max_study)


def ceiling(catalog: "Catalog", *, no_degree: bool) -> str:
    """The highest level of education without any degree, or without a master's.

    Raises LibcareerError if the pack does not say which levels are degrees.
    """
    found = catalog.pack.no_degree if no_degree else catalog.pack.no_masters
    if found is None:
        option = "--no-degree" if no_degree else "--no-masters"
        raise LibcareerError(f"This knowledge does not say which levels of education {option} means. Use --max-study.")
    return found


def _either(said: bool | None, yes: str, no: str) -> str | None:
    return None if said is None else yes if said else no


def _level(catalog: "Catalog", word: str | None) -> str | None:
    """The level of education that *word* names as a limit; a master's and all above it limit nothing."""
    if word is None or word.strip().lower() == ANYTHING:
        return word and ANYTHING
    levels = catalog.education_names.find(word)
    if len(levels) != 1:
        raise UnknownName("level of education", word, tuple(catalog.education))
    return levels[0] if levels[0] in catalog.pack.study else ANYTHING
