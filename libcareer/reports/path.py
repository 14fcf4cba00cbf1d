"""A path as a report: numbered steps, totals, other ways, or what stands in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.engines.choices import Prefer
from libcareer.reports.page.render import Block, Facts, Heading, Item, Items, Next, Para, Report, Title
from libcareer.reports.words import ASKED, cite_words, cost_words, money_range, months_words, pay_words

if TYPE_CHECKING:
    from libcareer.engines.paths.path import Needed, Path, Route, Step, Total


def path(answer: Path) -> Report:
    """The best path with its steps and totals, what differs in the others, or what stands in the way."""
    have = f", with {', '.join(answer.holding)}" if answer.holding else ""
    start = f"from {answer.start}{have}"
    blocks: list[Block] = [Title(f"To {answer.title}", start)]
    if answer.best is None:
        blocks += _stuck(answer)
    else:
        if answer.best.steps[0].move is not None or len(answer.best.steps) > 1:
            blocks.append(Para(total_words(answer.best.total), strong=True))
        blocks += _route(answer.best)
        if answer.others:
            blocks += [Heading("Other ways"), Items(tuple(_other(other) for other in answer.others))]
        blocks.append(Para(CAUTION, quiet=True))
        other = Prefer.EARNING if answer.prefer is not Prefer.EARNING else Prefer.QUICKEST
        blocks.append(
            Next(
                (
                    (f"libcareer show {answer.goal}", "whether you would like it there"),
                    (f"libcareer path {answer.goal} --prefer {other.value}", f"the {other.value} way, step by step"),
                )
            )
        )
    routes = [route for route in (answer.best, *answer.others) if route]
    rows = [_path_row(route, number, step) for route in routes for number, step in enumerate(route.steps, 1)]
    columns = ("route", "step", "kind", "id", "title", "months_low", "months_high", "adds_low", "adds_high",
               "cost_low", "cost_high", "currency", "cost_year", "pay_median", "pay_unit", "pay_year", "needs",
               "teaches", "beside", "why", "how", "sources")  # fmt: skip
    return Report("path", tuple(blocks), answer, columns, tuple(rows))


HEADS = {"work": "Work as {}", "study": "Study: {}", "goal": "Arrive: {}"}
"""What a step of each kind is called, with its title."""

CAUTION = (
    "Years in a job before a move are editorial estimates of what is typical, not rules. Not counted: "
    "the time to find each post, from weeks to months, and what you live on while you study full time."
)


def _stuck(answer: Path) -> list[Block]:
    assert answer.stuck is not None  # a path has a best route or is stuck
    return [
        Para(f"No way found. {answer.stuck.reason}"),
        Next(
            (
                (f"libcareer path {answer.goal}", "the way for somebody starting from outside"),
                (f"libcareer show {answer.goal} --section moves", "who moves into this role"),
            )
        ),
    ]


def _route(route: Route) -> list[Block]:
    blocks: list[Block] = [Items(tuple(_step(number, step) for number, step in enumerate(route.steps, 1)))]
    if route.steps[0].kind == "goal" and route.steps[0].move is None:
        blocks.append(Para("You are there already."))
    elif route.missing:
        blocks.append(Facts((("still to learn", f"{', '.join(route.missing)}: no step here teaches it"),)))
    return blocks


def _step(number: int, step: Step) -> Item:
    facts: list[tuple[str, str]] = []
    if step.kind == "study":
        facts.append(("who asks", step.why))
    elif step.move is not None:
        facts.append(("needs", "; ".join(needed(need) for need in step.needs) or "nothing more"))
    facts.append(("takes", takes(step)))
    if step.kind == "study":
        facts.append(("costs", cost_words(step.cost)))
    if step.pays:
        caveat = f" Counted with {step.pays.covers}."
        facts.append(("pays", pay_words(step.pays) + caveat))
    if step.teaches:
        facts.append(("teaches", f"{', '.join(step.teaches)}"))
    if step.kind != "study" and step.why:
        facts.append(("why", step.why))
    if step.how:
        facts.append(("now", step.how))
    return Item(HEADS[step.kind].format(step.title), step.id, facts=tuple(f for f in facts if f[1]), mark=str(number))


def takes(step: Step) -> str:
    """How long a step takes, who says so, and whether it runs beside a job; nothing for the goal."""
    if step.kind == "goal":
        return ""
    if step.takes is None:
        return "not found; ask the issuer"
    words = months_words(step.takes.low, step.takes.high)
    if step.kind == "work":
        return f"{words} (typical; editorial, {step.takes.year})"
    beside = f", part time beside the job as {step.beside}" if step.beside else ", full time"
    return f"{words}{beside} ({step.takes.source.publisher}, {step.takes.year})"


def needed(need: Needed) -> str:
    """What a step asks for and who asks."""
    return f"{need.what} ({ASKED[need.asked]}{f': {need.note}' if need.note else ''})"


def _other(route: Route) -> Item:
    return Item(route.kind.capitalize(), body=total_words(route.total), facts=(("steps", steps_words(route)),))


def steps_words(route: Route) -> str:
    """The steps of *route* in a line, each job with its months."""
    ways = [
        f"{step.title} ({'study' if step.kind == 'study' else months_words(*step.adds)})"
        if step.kind == "study" or step.adds[1]
        else step.title
        for step in route.steps
    ]
    return ", then ".join(ways)


def total_words(total: Total) -> str:
    """What a way takes in all: time, money for study, and how much of it without pay."""
    words = [f"About {months_words(*total.months)} in all" if total.months[1] else "No time in between"]
    words += [f"{money_range(sum_.low, sum_.high)} {sum_.currency} for study" for sum_ in total.cost]
    if total.unpaid_months[1]:
        words.append(f"{months_words(*total.unpaid_months)} of full-time study without pay")
    elif not total.cost and not total.unknown:
        words.append("no study to pay for")
    else:
        words.append("earning all the way")
    if total.unknown:
        words.append(f"not counted for lack of a figure: {', '.join(total.unknown)}")
    return "; ".join(words) + "."


def _path_row(route: Route, number: int, step: Step) -> tuple[object, ...]:
    takes, cost, pays = step.takes, step.cost, step.pays
    return (
        route.kind,
        number,
        step.kind,
        step.id,
        step.title,
        *((takes.low, takes.high) if takes else (None, None)),
        *step.adds,
        *((cost.low, cost.high, cost.currency, cost.year) if cost else (None,) * 4),
        *((pays.median, pays.unit, pays.year) if pays else (None,) * 3),
        "; ".join(need.what for need in step.needs),
        "; ".join(step.teaches),
        step.beside,
        step.why,
        step.how,
        "; ".join(cite_words(figure.source) for figure in (takes, cost, pays) if figure),
    )
