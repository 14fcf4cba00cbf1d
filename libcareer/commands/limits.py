"""Options with which a person says what limits them, and what becomes of them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.amounts import typed_dollars, typed_pay
from libcareer.errors import LibcareerError, UnknownName

if TYPE_CHECKING:
    from libcareer.catalog import Catalog

ANYTHING = "any"
"""What is typed after an option by somebody whom it does not limit."""

PUBLIC = ("any", "calm", "little")
"""How much contact with the public can be accepted: any, any if few are upset, or little."""


def amount_or_any(parser: Callable[[object], float]) -> Callable[[object], str]:
    """A parser of whole US dollars, or of the word "any", as answers to the practical questions have them."""

    def typed(words: object) -> str:
        if str(words).strip().lower() == ANYTHING:
            return ANYTHING
        try:
            return f"{parser(words):.0f}"
        except typer.BadParameter as error:
            raise typer.BadParameter(f"{error.message.rstrip('.')}, or as {ANYTHING} for no limit.") from None

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
        parser=amount_or_any(typed_dollars),
        metavar="USD",
        help="US dollars for study at most; 0 for nothing, or any.",
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
        metavar="USD",
        help="US dollars a year at least, if full time; or any.",
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
        "money": max_cost,
        "hours": "full" if full_time else _either(part_time, "part", "any"),
        "evenings": _either(evenings, "yes", "no"),
        "public": public,
        "move": _either(move, "yes", "no"),
        "remote": "mostly" if mostly_remote else _either(remote, "some", "any"),
        "pay": min_pay,
    }
    return {limit: answer for limit, answer in answers.items() if answer is not None}


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
