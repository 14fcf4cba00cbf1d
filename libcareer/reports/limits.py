"""Limits in words and as they are typed, and what opens if one is relaxed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.engines.paths.limits import ANY, LimitKind, limits_of, set_limits
from libcareer.knowledge.enums import Place
from libcareer.knowledge.money import whole_amount
from libcareer.knowledge.packs import current_pack
from libcareer.reports.words import counted, listed, months_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from libcareer.catalog import Catalog
    from libcareer.engines.paths.limits import Change, Limit
    from libcareer.engines.paths.relaxations import Relaxation

NO_LIMIT = {
    LimitKind.STUDY: "any study",
    LimitKind.MONEY: "any price of study",
    LimitKind.HOURS: "part or full time",
    LimitKind.EVENINGS: "evenings and weekends as well",
    LimitKind.PUBLIC: "any contact with the public",
    LimitKind.MOVE: "moving as well",
    LimitKind.REMOTE: "on site as well",
    LimitKind.PAY: "any pay",
}
"""What does not limit somebody, in words."""

OPTIONS = {
    (LimitKind.HOURS, "part"): "--part-time",
    (LimitKind.HOURS, "full"): "--full-time",
    (LimitKind.EVENINGS, "no"): "--no-evenings",
    (LimitKind.PUBLIC, "calm"): "--public calm",
    (LimitKind.PUBLIC, "little"): "--public little",
    (LimitKind.MOVE, "no"): "--no-move",
    (LimitKind.REMOTE, "some"): "--remote",
    (LimitKind.REMOTE, "mostly"): "--mostly-remote",
    (LimitKind.PLACE, Place.INSIDE): "--inside",
    (LimitKind.PLACE, Place.BEYOND): "--beyond",
}
"""How the choices that limit are typed; a level of education without an option of its own is typed by its id."""

AMOUNT_OPTIONS = {LimitKind.MONEY: "--max-cost", LimitKind.MONTHS: "--max-months", LimitKind.PAY: "--min-pay"}

DROPPED = {
    LimitKind.STUDY: "--max-study any",
    LimitKind.MONEY: "--max-cost any",
    LimitKind.HOURS: "--any-hours",
    LimitKind.EVENINGS: "--evenings",
    LimitKind.PUBLIC: "--public any",
    LimitKind.MOVE: "--move",
    LimitKind.REMOTE: "--on-site",
    LimitKind.PAY: "--min-pay any",
}
"""How it is typed that something limits no more."""

WORDS = {
    (LimitKind.HOURS, "part"): "part time",
    (LimitKind.HOURS, "full"): "full time",
    (LimitKind.EVENINGS, "no"): "no evenings or weekends",
    (LimitKind.PUBLIC, "calm"): "few upset people",
    (LimitKind.PUBLIC, "little"): "little contact with the public",
    (LimitKind.MOVE, "no"): "no moving",
    (LimitKind.REMOTE, "some"): "some days from home",
    (LimitKind.REMOTE, "mostly"): "mostly from home",
}
"""Each choice that limits, in words."""

RELAXED = {
    (LimitKind.MONEY, ANY): "spend more on study",
    (LimitKind.EVENINGS, "yes"): "work some evenings or weekends",
    (LimitKind.PUBLIC, "calm"): "meet the public, if few people are upset",
    (LimitKind.PUBLIC, ANY): "meet the public, upset people included",
    (LimitKind.MOVE, "yes"): "move to another town for a job",
    (LimitKind.REMOTE, "some"): "work from home on some days only",
    (LimitKind.REMOTE, ANY): "work on site",
    (LimitKind.PAY, ANY): "accept a job whose pay is not known",
}
"""What somebody does who relaxes a limit to one of these choices."""

OTHERWISE = {"part": "full-time jobs", "full": "part-time jobs"}
"""What a limit on hours left out."""


def limit_option(limit: Limit) -> str:
    """A *limit* as it is typed; empty for one that limits nothing."""
    if limit.amount is not None:
        return f"{AMOUNT_OPTIONS[limit.kind]} {limit.amount:.10g}"
    if limit.choice in (None, ANY, "yes"):
        return ""
    if limit.kind is LimitKind.STUDY:
        ceilings = {current_pack().no_degree: "--no-degree", current_pack().no_masters: "--no-masters"}
        return ceilings.get(limit.choice, f"--max-study {limit.choice}")
    return OPTIONS[limit.kind, limit.choice]


def limit_words(limit: Limit) -> str:
    """A *limit* in a few words, such as "no moving"."""
    if limit.amount is not None:
        match limit.kind:
            case LimitKind.MONEY:
                return (
                    f"at most {whole_amount(limit.amount, current_pack().currency)} for study"
                    if limit.amount
                    else "no money for study"
                )
            case LimitKind.MONTHS:
                return f"at most {months_words(limit.amount, limit.amount)}"
            case _:
                return f"at least {whole_amount(limit.amount, current_pack().currency)} a year"
    match limit.kind:
        case LimitKind.STUDY:
            highest = limit.choice or ""
            return (
                "no master's degree" if highest == current_pack().no_masters else f"no study beyond {_level(highest)}"
            )
        case LimitKind.PLACE:
            return current_pack().inside if limit.choice == Place.INSIDE else current_pack().outside
        case _:
            return WORDS[limit.kind, limit.choice or ""]


def _level(level: str) -> str:
    """A level of education as a sentence calls one."""
    return current_pack().levels.get(level, level)


def relaxed_words(change: Change) -> str:
    """What somebody does who makes this *change* to a limit, such as "accept $48,500 a year"."""
    to = change.to
    if to.amount is not None:
        match to.kind:
            case LimitKind.MONEY:
                return f"spend up to {whole_amount(to.amount, current_pack().currency)} on study"
            case LimitKind.MONTHS:
                return f"take up to {months_words(to.amount, to.amount)}"
            case _:
                return f"accept {whole_amount(to.amount, current_pack().currency)} a year"
    match to.kind:
        case LimitKind.HOURS:
            return f"accept {OTHERWISE[change.now.choice or '']} as well"
        case LimitKind.PLACE:
            return (
                f"look {current_pack().outside if change.now.choice == Place.INSIDE else current_pack().inside} as well"
            )
        case LimitKind.STUDY:
            level = "a master's degree" if to.choice == ANY else _level(to.choice or "")
            return f"study for {level}"
        case _:
            return RELAXED[to.kind, to.choice or ANY]


def relaxed_option(change: Change) -> str:
    """A *change* of a limit as it is typed; empty for a limit that cannot be typed away."""
    return limit_option(change.to) or DROPPED.get(change.to.kind, "")


def unjudged_words(kinds: Iterable[LimitKind], currency: str) -> str:
    """That limits of these *kinds*, in another *currency* than the pack's, judge nothing."""
    names = {LimitKind.MONEY: "money for study", LimitKind.PAY: "pay"}
    said = " and ".join(names[kind] for kind in kinds)
    here = f"amounts here are in {current_pack().currency}" if current_pack().currency else "no currency is told here"
    return f"Your limit on {said} is in {currency or 'no currency'}, and {here}: nothing is judged by it."


def answer_option(catalog: Catalog, question: str, answer: str) -> str:
    """An *answer* to a practical *question* as it is typed."""
    limits = set_limits(limits_of(catalog, {question: answer}))
    return limit_option(limits[0]) if limits else DROPPED[LimitKind(question)]


def worth_telling(relaxed: Iterable[Relaxation]) -> tuple[Relaxation, ...]:
    """Of each limit the smallest change that opens something, and the smallest that opens a choice of roles."""
    told: dict[tuple[LimitKind, ...], list[Relaxation]] = {}
    chosen = []
    for one in relaxed:
        before = told.setdefault(tuple(change.now.kind for change in one.changes), [])
        if not before or len(before[-1].opens) < A_CHOICE <= len(one.opens):
            before.append(one)
            chosen.append(one)
    return tuple(chosen)


A_CHOICE = 4
"""How many roles are a choice."""


def relaxed_facts(relaxed: Iterable[Relaxation], titles: Mapping[str, str], most: int) -> tuple[tuple[str, str], ...]:
    """What opens by each of the *relaxed* limits, at *most* so many, by what one has to do for it."""
    return tuple((relaxation_words(one), opened_words(one, titles)) for one in worth_telling(relaxed)[:most])


def relaxation_words(one: Relaxation) -> str:
    """What somebody does who relaxes a limit, such as "accept $48,500 a year"."""
    return listed([relaxed_words(change) for change in one.changes])


def opened_words(one: Relaxation, titles: Mapping[str, str]) -> str:
    """The first role that a relaxation opens, and how many others."""
    first, more = titles[one.opens[0]], len(one.opens) - 1
    return f"{first} and {counted(more, 'other')}" if more else first
