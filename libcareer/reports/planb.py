"""A plan B as a report: what is within the limits, what each limit costs, and what is in the way of the rest."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from libcareer.engines.paths.limits import LimitKind
from libcareer.engines.paths.planb import KNOWN, KNOWN_FOR, LOW_END, NOT_KNOWN, LeftOut, Reach
from libcareer.engines.pay.figures import yearly
from libcareer.knowledge.enums import Pays
from libcareer.knowledge.money import amount
from libcareer.knowledge.packs import current_pack
from libcareer.reports.addresses import Kind, address, mention, mentions_by_title, named_in
from libcareer.reports.limits import limit_option, relaxed_facts
from libcareer.reports.page.render import Block, Facts, Heading, Item, Items, Next, Para, Report, Title
from libcareer.reports.path import (
    assumed_links,
    assumed_words,
    standing_options,
    step_links,
    steps_words,
    total_words,
)
from libcareer.reports.pay_ranges import SCALE, pay_ranges
from libcareer.reports.words import (
    NO_FIGURE_OF_ITS_OWN,
    counted,
    listed,
    months_words,
    pay_and_group,
    sentence,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from libcareer.engines.paths.planb import Hurdle, PlanB
    from libcareer.engines.pay.figures import PayFigure

SHOWN = 6
"""How many roles of each list are told at first."""

RELAXED = 5
"""How many changes of limits that open something are told."""

FEW = {"rarely": "few", "sometimes": "only some"}
"""How many posts are of a kind that too few are, in words."""

LOW = {
    KNOWN: "its middle pay is lower",
    LOW_END: f"it has {NO_FIGURE_OF_ITS_OWN}, and the low end of the nearest one is lower",
    NOT_KNOWN: "no pay figure is known",
}
"""Why a limit on pay shuts a role out, by what is known of its pay."""

REACH_CAUTION = (
    "A role counts as within reach if one sensible way to it is, at the upper end of what that takes. A price or "
    "length that is not published counts as the dearest or longest plausible one, by our estimate. Months in a job "
    "before a move are editorial judgments of what is typical. In the share of skills, essential and rare ones count "
    "more. Not counted: the time to find each job, and what you live on while you study full time."
)


def planb_report(answer: PlanB, *, whole: bool = False, again: str | None = None, limited: str | None = None) -> Report:
    """The roles within the limits, nearest in skills first, and the others with what shuts each out.

    The nearest of each are told unless the *whole* is wanted; data and rows always have all. *again* and *limited*
    are options that say where the person stands and what limits them, for the commands to run next; None for all.
    """
    again = standing_options(answer.stated) if again is None else again
    limited = "".join(f" {limit_option(limit)}" for limit in answer.limits) if limited is None else limited
    have = f", with {', '.join(answer.holding)}" if answer.holding else ""
    options = map(limit_option, answer.limits)
    blocks: list[Block] = [
        Title(
            f"Plan B for {answer.title}",
            "; ".join((f"from {answer.start}{have}", *options)),
            (mention(Kind.ROLE, answer.wish, answer.title),),
        ),
        Para(_lead(answer), strong=True),
    ]
    if answer.assumed:
        links = assumed_links(answer.assumed, answer.presumed)
        blocks.append(Para(assumed_words(answer.assumed, answer.presumed), quiet=True, links=links))
    if not answer.limits:
        blocks.append(Para("No limits are given, so everything counts; `libcareer planb --help` names them."))
    if isinstance(answer.itself, LeftOut):
        blocks.append(Items((_left_out(answer.itself),)))
    if answer.jobs:
        from libcareer.reports.jobs import carried_blocks

        blocks += carried_blocks(answer.jobs, goal=answer.wish)
    blocks += _part("Within reach", [_reach(reach, answer) for reach in answer.reached], whole)
    if answer.relaxed:
        blocks.append(Heading("What opens with one change"))
        blocks.append(Facts(relaxed_facts(answer.relaxed, _titles(answer), RELAXED)))
    blocks += _scale(answer, whole=whole)
    if answer.prices and answer.left_out:
        blocks += [Heading("What each limit costs"), Facts(tuple(_prices(answer)))]
    blocks += _part("Left out", [_left_out(role) for role in answer.left_out], whole)
    blocks += [Para(REACH_CAUTION, quiet=True), Next(tuple(_next(answer, again, limited, whole=whole)))]
    told = [role for role in (answer.itself, *answer.reached, *answer.left_out) if role]
    columns = ("role", "title", "within", "place", "share_of_skills", "months_low", "months_high", "cost", "dearest",
               "steps", "limit", "has", "after_months", "least", "study", "also",
               "pay_low", "pay_median", "pay_high", "pay_place", "pay_proxy")  # fmt: skip
    rows = tuple(_row(role) for role in told)
    return Report("planb", tuple(blocks), answer, columns, rows, found=bool(answer.reached))


def _lead(answer: PlanB) -> str:
    itself, nearest = answer.itself, [reach.title for reach in answer.reached[:2]]
    near = f" Nearest to it in skills, and within reach: {', then '.join(nearest)}." if nearest else ""
    if itself is None:
        return f"You are in that role now.{near}"
    if isinstance(itself, Reach):
        return sentence(f"{itself.title} itself is within reach: {total_words(itself.route.total)}")
    if not itself.hurdles:
        return f"No sensible way to {itself.title} is known from where you stand, limits or not.{near}"
    return f"{itself.title} itself is not within reach: {_shut(itself)}.{near}{_nothing(answer)}"


def _nothing(answer: PlanB) -> str:
    """That nothing is within reach, if so, and the smallest change that opens something."""
    if not answer.relaxed:
        return ""
    ((change, opened),) = relaxed_facts(answer.relaxed, _titles(answer), 1)
    return f" Nothing else is within all your limits either. The smallest change: {change}, which opens {opened}."


def _titles(answer: PlanB) -> dict[str, str]:
    return {one.role: one.title for one in (answer.itself, *answer.reached, *answer.left_out) if one}


def _part(heading: str, items: Sequence[Item], whole: bool) -> list[Block]:
    """A part of the page: the first *items*, and how many more there are."""
    if not items:
        return []
    shown = items if whole else items[:SHOWN]
    blocks: list[Block] = [Heading(f"{heading}: {counted(len(items), 'role')}"), Items(tuple(shown))]
    if len(shown) < len(items):
        blocks.append(Para(f"And {len(items) - len(shown)} more; --all lists them.", quiet=True))
    return blocks


def _scale(answer: PlanB, *, whole: bool) -> list[Block]:
    """The pay of the roles within reach that are shown, on one scale with that of the wish."""
    shown = [*answer.reached] if whole else [*answer.reached[:SHOWN]]
    ranges = pay_ranges((reach.title, reach.pay) for reach in shown)
    return [Heading("Their pay on one scale"), ranges, Para(SCALE, quiet=True)] if ranges else []


def _reach(reach: Reach, answer: PlanB) -> Item:
    skills = f"{round(reach.share * 100)} percent of what {answer.title} uses" + (
        f", such as {', '.join(reach.shared[:4])}" if reach.shared else ""
    )
    facts = [("skills", skills)]
    if reach.missing:
        facts.append(("asks besides", ", ".join(reach.missing)))
    facts.append(("way", sentence(steps_words(reach.route))))
    facts.append(("takes", sentence(total_words(reach.route.total))))
    if reach.pay:
        facts.append(("pays", pay_and_group(reach.pay) + _judged(reach.pay, answer)))
    facts.append(("where", current_pack().places[reach.place]))
    mentioned = (
        *mentions_by_title(Kind.SKILL, (*reach.shared[:4], *reach.missing)),
        *step_links(reach.route.steps[:-1]),
    )
    return Item(
        reach.title,
        reach.role,
        facts=tuple(facts),
        address=address(Kind.ROLE, reach.role),
        links=named_in(facts, mentioned),
    )


def _judged(pay: PayFigure, answer: PlanB) -> str:
    """By which figure a limit on pay judges a proxy; empty without such a limit."""
    limited = any(limit.kind is LimitKind.PAY for limit in answer.limits)
    if not (limited and pay.proxy and pay.judged is not None):
        return ""
    if pay.usually is Pays.MORE:
        return " The limit on pay judges it by the middle of that range, since it typically pays more."
    return f" The limit on pay judges it by the low end, {amount(pay.judged, pay.currency)} a year."


# ---------------------------------------------------------------------------- what is left out


def _left_out(role: LeftOut) -> Item:
    if not role.hurdles:
        facts = [("why", "No sensible way leads there from where you stand, limits or not.")]
    elif len(role.hurdles) == 1:
        (hurdle,) = role.hurdles
        facts = [("shut out by", f"{limit_option(hurdle.limit)}, {_when(hurdle.after)}: {_reason(hurdle)}")]
        facts.append(("to lift it", _lift(hurdle)))
        if role.also:
            facts.append(("and by", ", ".join(map(limit_option, role.also))))
    else:
        facts = [("shut out by", f"{_together(role)} together; no one of them does it alone")]
        facts += [("either" if number == 0 else "or", _lift(hurdle)) for number, hurdle in enumerate(role.hurdles)]
    study = mentions_by_title(Kind.CREDENTIAL, [title for hurdle in role.hurdles for title in hurdle.study])
    return Item(role.title, role.role, facts=tuple(facts), address=address(Kind.ROLE, role.role), links=study)


def _together(role: LeftOut) -> str:
    return listed([limit_option(hurdle.limit) for hurdle in role.hurdles])


def _when(months: float) -> str:
    return "at the start" if months < 1 else f"after up to {months_words(months, months)}"


def _shut(role: LeftOut) -> str:
    """Why limits shut a role out, in words."""
    if len(role.hurdles) > 1:
        return f"{_together(role)} together shut it out"
    return _reason(role.hurdles[0])


def _reason(hurdle: Hurdle) -> str:
    """Why a limit by itself shuts a role out, in words."""
    match hurdle.limit.kind:
        case LimitKind.STUDY:
            return f"it usually asks for {_article(hurdle.has)}"
        case LimitKind.HOURS:
            part = hurdle.limit.choice == "part"
            return f"{FEW[hurdle.has]} jobs are part time" if part else "many jobs are part time only"
        case LimitKind.EVENINGS:
            return "many jobs have evening or weekend shifts"
        case LimitKind.PUBLIC:
            return "many jobs face the public" if hurdle.has == "public" else "many jobs meet upset or hostile people"
        case LimitKind.REMOTE:
            return f"{FEW[hurdle.has]} jobs are remote"
        case LimitKind.MOVE:
            return "few towns have jobs, so most people move for one"
        case LimitKind.PLACE:
            return f"it is {current_pack().places[hurdle.has]}"
        case LimitKind.PAY:
            return _paid_less(hurdle.has)
        case LimitKind.MONEY:
            return "its study costs more"
        case LimitKind.MONTHS:
            return "no way is as short"


def _paid_less(has: str) -> str:
    """Why a limit on pay shuts a role out: what it is judged by, and where a median is from if it is of a place."""
    place = has.removeprefix(KNOWN_FOR)
    return f"its middle pay ({place}) is lower" if place != has else LOW[has]


def _lift(hurdle: Hurdle) -> str:
    """The least that would have to give, and what the way takes then."""
    to, takes = hurdle.change.to, sentence(total_words(hurdle.total))
    words = limit_option(to)
    if to.amount is None:
        now = limit_option(hurdle.limit)
        words = f"{words} in place of {now}" if words else f"leave out {now}"
    if to.kind is LimitKind.STUDY:
        study = (
            f"{sentence(', then '.join(hurdle.study))} " if hurdle.study else "Long practice in place of the degree. "
        )
        words = f"{words}. {study}{takes}"
    elif to.kind in (LimitKind.MONEY, LimitKind.MONTHS):
        words = f"{words}. {takes}"
    return words if hurdle.enough else f"{words.rstrip('.')}. That alone is not enough."


def _article(title: str) -> str:
    return title if title.startswith(("a ", "an ")) else f"{'an' if title[0] in 'aeiou' else 'a'} {title}"


def _prices(answer: PlanB) -> Iterator[tuple[str, str]]:
    dearest = answer.prices[0]
    for price in answer.prices:
        most = "; this one costs most" if price is dearest and price.more and len(answer.prices) > 1 else ""
        more = f"{counted(price.more, 'more role') if price.more else 'no more roles'} without it{most}"
        yield limit_option(price.limit), more


def _next(answer: PlanB, here: str, limited: str, *, whole: bool) -> Iterator[tuple[str, str]]:
    if answer.reached:
        first = answer.reached[0].role
        yield f"libcareer path {first}{here}", "the way there, step by step"
        yield f"libcareer compare {answer.wish} {first}{here}", "the two side by side"
    else:
        yield f"libcareer path {answer.wish}{here}", "the way to what you wished for"
    if not whole and max(len(answer.reached), len(answer.left_out)) > SHOWN:
        yield f"libcareer planb {answer.wish}{limited}{here} --all", "every role, also those left out"


def _row(role: Reach | LeftOut) -> tuple[object, ...]:
    if isinstance(role, Reach):
        total = role.route.total
        cost = "; ".join(f"{sum_.low:g}-{sum_.high:g} {sum_.currency}" for sum_ in total.cost)
        steps = "; ".join(step.id for step in role.route.steps)
        told = (*total.months, cost, total.dearest, steps)
        return (role.role, role.title, "yes", role.place, role.share, *told, *(None,) * 6, *_pay_cells(role.pay))
    if not role.hurdles:
        shut: tuple[object, ...] = ("no way", *(None,) * 5)
    else:
        first = role.hurdles[0]
        limits = "; ".join(limit_option(hurdle.limit) for hurdle in role.hurdles)
        also = "; ".join(map(limit_option, role.also))
        shut = (limits, first.has, first.after, first.change.to.amount, "; ".join(first.study), also)
    return tuple(chain((role.role, role.title, "no", role.place, role.share), (None,) * 5, shut, (None,) * 5))


def _pay_cells(pay: PayFigure | None) -> tuple[object, ...]:
    """A pay figure for a year: low end, median, high end, its place, and why it is a proxy, if it is."""
    if pay is None:
        return (None,) * 5
    low, high = pay.yearly_range or (None, None)
    place = pay.place.title if pay.place else None
    return low, None if pay.proxy else yearly(pay), high, place, pay.proxy
