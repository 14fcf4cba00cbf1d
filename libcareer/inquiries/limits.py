"""What limits a person, as it is typed: answers to the practical questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from libcareer.errors import LibcareerError, UnknownName, WrongUsage
from libcareer.inquiries.amounts import DOLLAR, TypedMoney, is_in, typed_money, typed_pay

if TYPE_CHECKING:
    from collections.abc import Callable

    from libcareer.catalog import Catalog
    from libcareer.inquiries.inquirer import Inquirer

ANYTHING = "any"
"""What is typed after an option by somebody whom it does not limit."""

PUBLIC = ("any", "calm", "little")
"""How much contact with the public can be accepted: any, any if few are upset, or little."""


class LimitAmount(str):
    """A whole amount as an answer to a practical question has it, and the *currency* that was typed with it."""

    __slots__ = ("currency",)

    currency: str


class LimitWords(NamedTuple):
    """What limits a person, in their words; None says nothing.

    *max_cost* and *min_pay* are whole amounts, or "any", as `typed_cost` and `typed_pay_limit` give them.
    """

    max_study: str | None = None
    no_masters: bool = False
    no_degree: bool = False
    max_cost: str | None = None
    min_pay: str | None = None
    part_time: bool | None = None
    full_time: bool = False
    evenings: bool | None = None
    public: str | None = None
    move: bool | None = None
    remote: bool | None = None
    mostly_remote: bool = False


def typed_cost(words: object) -> str:
    """The amount for study in *words*, or "any", as the answer to the practical question has them.

    Raises WrongUsage for other words.
    """
    return _amount_or_any(words, typed_money)


def typed_pay_limit(words: object) -> str:
    """The pay for a year in *words*, or "any", as the answer to the practical question has them.

    Raises WrongUsage for other words.
    """
    return _amount_or_any(words, typed_pay)


def _amount_or_any(words: object, parser: Callable[[object], TypedMoney]) -> str:
    if str(words).strip().lower() == ANYTHING:
        return ANYTHING
    try:
        typed = parser(words)
    except WrongUsage as error:
        raise WrongUsage(f"{str(error).rstrip('.')}, or as {ANYTHING} for no limit.") from None
    answer = LimitAmount(f"{typed:.0f}")
    answer.currency = typed.currency
    return answer


def public_contact(words: object) -> str:
    """How much contact with the public *words* accept, one of `PUBLIC`; raises WrongUsage for other words."""
    said = str(words).strip().lower()
    if said not in PUBLIC:
        raise WrongUsage(f"Say how much contact with the public you accept: {', '.join(PUBLIC)}.")
    return said


def typed_limits(inquirer: Inquirer, words: LimitWords) -> dict[str, str]:
    """The answers to practical questions that *words* give, by the ids of the questions.

    Raises UnknownName for a level of education that is none, and WrongUsage for options that contradict each other.
    """
    if words.part_time and words.full_time:
        raise WrongUsage("--part-time and --full-time together leave no job. Use one of them, or --any-hours.")
    if words.max_study is not None and (words.no_masters or words.no_degree):
        raise WrongUsage("--max-study says the same as --no-masters and --no-degree. Use one of them.")
    answers = {
        "study": _study(inquirer.catalog, words),
        "money": _judging(inquirer, "--max-cost", words.max_cost),
        "hours": "full" if words.full_time else _either(words.part_time, "part", "any"),
        "evenings": _either(words.evenings, "yes", "no"),
        "public": words.public,
        "move": _either(words.move, "yes", "no"),
        "remote": "mostly" if words.mostly_remote else _either(words.remote, "some", "any"),
        "pay": _judging(inquirer, "--min-pay", words.min_pay),
    }
    return {limit: answer for limit, answer in answers.items() if answer is not None}


def _judging(inquirer: Inquirer, option: str, answer: str | None) -> str | None:
    """The *answer* of an *option*; None, with a note, for an amount in another currency: it judges nothing."""
    currency = inquirer.catalog.pack.currency
    if not isinstance(answer, LimitAmount) or is_in(answer.currency, currency):
        # What is kept is plain text, without the currency that was typed.
        return None if answer is None else str(answer)
    said = "dollars" if answer.currency == DOLLAR else answer.currency
    here = f"amounts here are in {currency}" if currency else "no currency is told here"
    inquirer.note(f"{option} is in {said}, and {here}: nothing is judged by it.")
    return None


def _study(catalog: Catalog, words: LimitWords) -> str | None:
    """The highest level of education in *words*; raises LibcareerError for a ceiling that the pack lacks."""
    if words.no_degree or words.no_masters:
        return ceiling(catalog, no_degree=words.no_degree)
    return _level(catalog, words.max_study)


def ceiling(catalog: Catalog, *, no_degree: bool) -> str:
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


def _level(catalog: Catalog, word: str | None) -> str | None:
    """The level of education that *word* names as a limit; a master's and all above it limit nothing."""
    if word is None or word.strip().lower() == ANYTHING:
        return word and ANYTHING
    levels = catalog.education_names.find(word)
    if len(levels) != 1:
        raise UnknownName("level of education", word, tuple(catalog.education))
    return levels[0] if levels[0] in catalog.pack.study else ANYTHING
