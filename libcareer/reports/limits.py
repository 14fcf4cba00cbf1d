"""Limits in words and as they are typed, and what opens if one is relaxed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.engines.paths.limits import ANY, LimitKind, limits_of, set_limits
from libcareer.reports.words import counted, dollars, listed, months_words

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
    (LimitKind.STUDY, "certificate"): "--no-degree",
    (LimitKind.STUDY, "bachelor"): "--no-masters",
    (LimitKind.HOURS, "part"): "--part-time",
    (LimitKind.HOURS, "full"): "--full-time",
    (LimitKind.EVENINGS, "no"): "--no-evenings",
    (LimitKind.PUBLIC, "calm"): "--public calm",
    (LimitKind.PUBLIC, "little"): "--public little",
    (LimitKind.MOVE, "no"): "--no-move",
    (LimitKind.REMOTE, "some"): "--remote",
    (LimitKind.REMOTE, "mostly"): "--mostly-remote",
    (LimitKind.PLACE, "library"): "--library",
    (LimitKind.PLACE, "beyond"): "--beyond",
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
    (LimitKind.STUDY, "secondary"): "no study after secondary school",
    (LimitKind.STUDY, "certificate"): "no study beyond a certificate",
    (LimitKind.STUDY, "associate"): "no study beyond an associate degree",
    (LimitKind.STUDY, "bachelor"): "no master's degree",
    (LimitKind.HOURS, "part"): "part time",
    (LimitKind.HOURS, "full"): "full time",
    (LimitKind.EVENINGS, "no"): "no evenings or weekends",
    (LimitKind.PUBLIC, "calm"): "few upset people",
    (LimitKind.PUBLIC, "little"): "little contact with the public",
    (LimitKind.MOVE, "no"): "no moving",
    (LimitKind.REMOTE, "some"): "some days from home",
    (LimitKind.REMOTE, "mostly"): "mostly from home",
    (LimitKind.PLACE, "library"): "in libraries",
    (LimitKind.PLACE, "beyond"): "outside libraries",
}
"""Each choice that limits, in words."""

RELAXED = {
    (LimitKind.STUDY, "certificate"): "study for a certificate",
    (LimitKind.STUDY, "associate"): "study for an associate degree",
    (LimitKind.STUDY, "bachelor"): "study for a bachelor's degree",
    (LimitKind.STUDY, ANY): "study for a master's degree",
    (LimitKind.MONEY, ANY): "spend more on study",
    (LimitKind.EVENINGS, "yes"): "work some evenings or weekends",
    (LimitKind.PUBLIC, "calm"): "meet the public, if few people are upset",
    (LimitKind.PUBLIC, ANY): "meet the public, upset people included",
    (LimitKind.MOVE, "yes"): "move to another town for a post",
    (LimitKind.REMOTE, "some"): "work from home on some days only",
    (LimitKind.REMOTE, ANY): "work on site",
    (LimitKind.PAY, ANY): "accept a post whose pay is not known",
}
"""What somebody does who relaxes a limit to one of these choices."""

OTHERWISE = {"part": "full-time posts", "full": "part-time posts", "library": "outside", "beyond": "in"}
"""What a limit on hours or place left out."""


def limit_option(limit: Limit) -> str:
    """A *limit* as it is typed; empty for one that limits nothing."""
    if limit.amount is not None:
        return f"{AMOUNT_OPTIONS[limit.kind]} {limit.amount:.10g}"
    if limit.choice in (None, ANY, "yes"):
        return ""
    return OPTIONS.get((limit.kind, limit.choice), f"--max-study {limit.choice}")


def limit_words(limit: Limit) -> str:
    """A *limit* in a few words, such as "no moving"."""
    if limit.amount is not None:
        match limit.kind:
            case LimitKind.MONEY:
                return f"at most {whole_dollars(limit.amount)} for study" if limit.amount else "no money for study"
            case LimitKind.MONTHS:
                return f"at most {months_words(limit.amount, limit.amount)}"
            case _:
                return f"at least {whole_dollars(limit.amount)} a year"
    return WORDS.get((limit.kind, limit.choice or ""), f"no study beyond {limit.choice}")


def relaxed_words(change: Change) -> str:
    """What somebody does who makes this *change* to a limit, such as "accept $48,500 a year"."""
    to = change.to
    if to.amount is not None:
        match to.kind:
            case LimitKind.MONEY:
                return f"spend up to {whole_dollars(to.amount)} on study"
            case LimitKind.MONTHS:
                return f"take up to {months_words(to.amount, to.amount)}"
            case _:
                return f"accept {whole_dollars(to.amount)} a year"
    now = OTHERWISE.get(change.now.choice or "", "")
    match to.kind:
        case LimitKind.HOURS:
            return f"accept {now} as well"
        case LimitKind.PLACE:
            return f"look {now} libraries as well"
        case _:
            return RELAXED[to.kind, to.choice or ANY]


def relaxed_option(change: Change) -> str:
    """A *change* of a limit as it is typed; empty for a limit that cannot be typed away."""
    return limit_option(change.to) or DROPPED.get(change.to.kind, "")


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


def whole_dollars(amount: float) -> str:
    """An *amount* of US dollars without cents."""
    return dollars(amount) if amount >= 1000 else f"${amount:,.0f}"
