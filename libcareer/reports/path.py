"""A path as a report: the recommended way on one screen, other ways in a line each, then step by step."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from libcareer.engines.choices import Prefer
from libcareer.engines.paths.choice import Why
from libcareer.knowledge.enums import Asked
from libcareer.knowledge.packs import current_pack
from libcareer.reports.addresses import Kind, address, cited_by_publisher, mention, mentions_by_title, named_in
from libcareer.reports.page.blocks import Link, Period
from libcareer.reports.page.render import Block, Facts, Heading, Item, Items, Next, Para, Report, Timeline, Title
from libcareer.reports.words import (
    ASKED,
    USUAL,
    cite_words,
    coded,
    cost_words,
    first_sentence,
    listed,
    median_words,
    money_range,
    months_words,
    no_cost_words,
    pay_and_group,
    place_of_pay,
    sentence,
    undated,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from libcareer.engines.paths.path import Needed, Path, Route, Step, Total
    from libcareer.engines.paths.situation import Stated
    from libcareer.engines.pay.figures import PayFigure

HEADS = {"work": "Work as {}", "practice": "Practice for {}", "study": "Study: {}", "goal": "Arrive: {}"}
"""What a step of each kind is called, with its title."""

KINDS = {
    "usual": "as most do",
    "quickest": "quicker",
    "cheapest": "cheaper",
    "earning": "paid",
    "straight": "straight",
    "another post": "by another job",
}
"""What each kind of other way is called in front of it."""

TIME_CAUTION = (
    "Years in a job, how usual a move is and what people in a job hold are editorial judgments of what is "
    "typical. Not counted: the weeks or months to find each job, and what you live on while you study full time."
)


NO_DEGREE = "No degree is assumed: add `--have bachelor` or whatever you hold."
"""What somebody is told who comes from a job of another field and said nothing of what they hold."""


def path_report(answer: Path, *, details: bool = False, again: str | None = None) -> Report:
    """The recommended way, what speaks for it, and what differs in the others; each step with *details*.

    *again* are options that say where the person stands, for the commands to run next; None for all of them.
    """
    blocks: list[Block] = [Title(f"From {answer.start} to {answer.title}", _aside(answer), _ends(answer))]
    if answer.best is None:
        blocks += _stuck(answer)
    elif not is_on_the_way(answer.best):
        blocks.append(Para("You are there already."))
    else:
        blocks += [
            Timeline(tuple(timeline(answer.best.steps)), step_links(answer.best.steps)),
            Facts(
                tuple(_facts(answer, answer.best, details=details)), _fact_links(answer, answer.best, details=details)
            ),
        ]
        if others := [*_others(answer, answer.best)]:
            steps = [step for other in answer.others for step in other.steps]
            blocks += [Heading("Other ways"), Facts(tuple(others), named_in(others, step_links(steps)))]
        if answer.jobs:
            from libcareer.reports.jobs import carried_blocks

            blocks += [*carried_blocks(answer.jobs, goal=answer.goal, whole=details)]
        if details:
            blocks += [Heading("Step by step"), *_steps(answer.best), Para(TIME_CAUTION, quiet=True)]
        again = standing_options(answer.stated) if again is None else again
        blocks.append(Next(tuple(_next(answer, again, details=details))))
    routes = [route for route in (answer.best, *answer.others) if route]
    rows = [_path_row(route, number, step) for route in routes for number, step in enumerate(route.steps, 1)]
    columns = ("route", "step", "kind", "id", "title", "months_low", "months_high", "adds_low", "adds_high",
               "begins_low", "begins_high", "ends_low", "ends_high", "cost_low", "cost_high", "currency", "cost_year",
               "cost_estimate", "pay_median", "pay_unit", "pay_year", "pay_low", "pay_high",
               "pay_proxy", "pay_place", "usual", "needs", "teaches", "beside", "why",
               "how", "sources")  # fmt: skip
    return Report("path", tuple(blocks), answer, columns, tuple(rows), found=answer.best is not None)


def is_on_the_way(route: Route) -> bool:
    """Whether *route* leads anywhere, and does not end where it begins."""
    return len(route.steps) > 1 or route.steps[0].move is not None


# ---------------------------------------------------------------------------- the first screen


def _ends(answer: Path) -> tuple[Link, ...]:
    """Where the way begins and ends, and what is held there."""
    start = (mention(Kind.ROLE, answer.stated.posts[0], answer.start),) if answer.stated.posts else ()
    return (
        *start,
        mention(Kind.ROLE, answer.goal, answer.title),
        *mentions_by_title(Kind.CREDENTIAL, answer.holding),
        *assumed_links(answer.assumed, answer.presumed),
    )


def step_links(steps: Iterable[Step]) -> tuple[Link, ...]:
    """The post or the study of each of *steps*, by its short title."""
    return tuple(mention(_kind(step), step.id, step.short or step.title) for step in steps)


def _kind(step: Step) -> Kind:
    return Kind.CREDENTIAL if step.kind == "study" else Kind.ROLE


def _aside(answer: Path) -> str:
    have = f"with {listed(answer.holding)}" if answer.holding else ""
    total = total_words(answer.best.total) if answer.best and is_on_the_way(answer.best) else ""
    said = "; ".join(part for part in (total, have) if part)
    if answer.jobs and not answer.holding and not answer.assumed:
        said = f"{sentence(said)} {NO_DEGREE}" if said else NO_DEGREE
    if answer.assumed:
        assumed = assumed_words(answer.assumed, answer.presumed)
        said = f"{sentence(said)} {assumed}" if said else assumed
    return said


def assumed_words(titles: Sequence[str], ids: Sequence[str]) -> str:
    """What is presumed of somebody in a post, and how to say that it is otherwise."""
    return f"Assumed, as usual there: {listed(titles)}. If not: `--not {ids[-1]}` or `--have none`."


def assumed_links(titles: Sequence[str], ids: Sequence[str]) -> tuple[Link, ...]:
    """The credentials that `assumed_words` mentions."""
    return tuple(mention(Kind.CREDENTIAL, id_, title) for id_, title in zip(ids, titles, strict=True))


def timeline(steps: Sequence[Step]) -> Iterator[Period]:
    """*steps* as stretches of years, each in the middle of its range."""
    for step in steps:
        begins, ends = sum(step.begins) / 24, sum(step.ends) / 24
        match step.kind:
            case "work":
                pays = f", {median_words(step.pays)}" if step.pays else ""
                yield Period("work", begins, ends, "#", f"{step.title}{pays}")
            case "study":
                manner = "beside the job" if step.beside else "full time"
                yield Period(
                    "study", begins, ends, "=" if step.beside else "-", f"{step.short or step.title}, {manner}"
                )
            case "practice":
                yield Period("practice", begins, ends, ".", f"to get a job as {step.title}")
            case _:
                if step.adds[1]:
                    yield Period(
                        "practice", begins, ends, ".", f"to get what employers ask for, {months_words(*step.adds)}"
                    )
                pays = f", {median_words(step.pays)}" if step.pays else ""
                yield Period("arrive", ends, ends, "*", f"{step.title}{pays}")


def _fact_links(answer: Path, best: Route, *, details: bool) -> tuple[Link, ...]:
    """What the facts below the timeline mention."""
    needs = [*answer.asks, *(need for step in best.steps for need in step.needs)]
    asked = [mention(Kind.CREDENTIAL, need.credential, need.short or need.what) for need in needs if need.credential]
    studied = [mention(Kind.CREDENTIAL, step.id, step.title) for step in best.steps if step.kind == "study"]
    unknown = mentions_by_title(Kind.CREDENTIAL, best.total.unknown)
    missing = mentions_by_title(Kind.SKILL, best.missing)
    return named_in(_facts(answer, best, details=details), (*asked, *studied, *unknown, *missing))


def _facts(answer: Path, best: Route, *, details: bool) -> Iterator[tuple[str, str]]:
    yield "asked", _asked(answer, best)
    if why := _why(answer, best):
        yield "why", why
    if say := next((step.say for step in best.steps if step.say), None):
        yield "in the letter", say
    if answer.not_shown:
        from libcareer.reports.jobs import not_shown_words

        yield "not shown", not_shown_words(answer.not_shown)
    if best.now:
        yield "this month", best.now if details else first_sentence(best.now)
    if answer.stated.place and (pays := _where_paid(best)):
        yield "pay", pays
    if best.total.unknown:
        dearest = f"; at the dearest plausible, all study costs {coded(best.total.dearest, best.total.currency)}"
        yield "not known", f"what {listed(best.total.unknown)} takes or costs{dearest if best.total.dearest else ''}"
    if details and best.missing:
        yield "to learn", f"{', '.join(best.missing)}: no step here teaches it"


def _where_paid(best: Route) -> str:
    """Where the medians on the way are from, where they are those of a place."""
    places: dict[str, list[str]] = {}
    for step in best.steps:
        if step.pays and step.kind != "practice":
            rough = " (a rough estimate)" if step.pays.rough else ""
            home = current_pack().country
            where = place_of_pay(step.pays) if step.pays.place else f"in {home.called}" if home else "in the country"
            places.setdefault(f"{where} ({step.pays.year})", []).append(f"{step.title}{rough}")
    words = "; ".join(f"{listed(list(dict.fromkeys(titles)))} {where}" for where, titles in places.items())
    return f"medians of the occupations: {words}" if words else ""


def _others(answer: Path, best: Route) -> Iterator[tuple[str, str]]:
    """The other ways, a line each, and that there is no better one where that was asked for."""
    for other in answer.others:
        yield KINDS.get(other.kind, other.kind), other_words(other, best)
    if none := _no_better(answer):
        yield {Prefer.CHEAPEST: "cheaper", Prefer.EARNING: "paid"}[answer.prefer], none


def _asked(answer: Path, best: Route) -> str:
    """What a law asks for and what employers do: of the goal, and of the steps on the way."""
    needs = [*answer.asks, *(need for step in best.steps for need in step.needs if need.credential)]
    titles = {step.id: step.title for step in best.steps}
    by_law = dict.fromkeys(
        need.short or titles.get(need.credential or "", need.what) for need in needs if need.asked is Asked.LAW
    )
    employers = dict.fromkeys(need.short or need.what for need in answer.asks if need.asked is Asked.EMPLOYERS)
    law = f"a law, in some or all states, asks for {listed(tuple(by_law))}" if by_law else "no law asks for anything"
    wanted = [*(title for title in employers if title not in by_law), *_practice(best)]
    return f"{law}; employers ask for {listed(wanted)}" if wanted else law


def _practice(best: Route) -> list[str]:
    """What employers ask for at the goal in words, such as a portfolio."""
    needs = best.steps[-1].needs
    return [need.what for need in needs if need.credential is None and need.asked is Asked.EMPLOYERS]


def _why(answer: Path, best: Route) -> str:
    """Why the way is better than a quicker one on the page."""
    studies = any(step.kind == "study" for step in best.steps)
    words = {
        Why.USUAL: "it is the more usual way",
        Why.PAID: "your pay goes on while you study" if studies else "your pay goes on",
        Why.CHEAPER: "it costs less",
        Why.STRAIGHT: "it leads through fewer jobs",
    }
    reasons = [words[why] for why in best.why if why in words]
    quicker = [other for other in answer.others if sum(other.total.months) < sum(best.total.months)]
    return f"not the quickest, but {listed(reasons)}" if reasons and quicker else ""


def other_words(other: Route, best: Route) -> str:
    """One other way in a line: how it differs, what it takes, and why somebody would take it."""
    takes = [months_words(*other.total.months) if other.total.months[1] else "no time in between"]
    if _money(other.total) != _money(best.total):
        takes.append(_money(other.total))
    if other.total.unpaid_months[1]:
        takes.append(f"{months_words(*other.total.unpaid_months)} unpaid")
    words = f"{_differently(other, best)}: {', '.join(takes)}"
    gains = []
    if Why.QUICKER in other.why:
        gains.append(f"{months_words(*_less(other.total.months, best.total.months))} sooner")
    gains += [
        {Why.CHEAPER: "less to pay", Why.USUAL: "more usual"}[why]
        for why in other.why
        if why in (Why.CHEAPER, Why.USUAL)
    ]
    return f"{words} ({', '.join(gains)})" if gains else words


def _differently(other: Route, best: Route) -> str:
    """What is done on the *other* way, as far as it differs from the *best*."""
    study = [step for step in other.steps if step.kind == "study"]
    words = []
    if {step.id for step in study} != {step.id for step in best.steps if step.kind == "study"}:
        words.append(f"with {listed([step.short or step.title for step in study])}" if study else "without any study")
    if study:
        beside = sum(step.beside is not None for step in study)
        manner = "beside the job" if beside == len(study) else "partly beside a job" if beside else "full time"
        words.append(f"study {manner}" if not words else manner)
    if posts := [step.title for step in _between(other)]:
        words.append(f"by way of {listed(posts)}")
    return ", ".join(words) or ("apply at once" if other.steps[-1].move == "entry" else "move up from where you are")


def _less(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    less = abs(sum(other) - sum(one)) / 2
    return less, less


def _between(route: Route) -> list[Step]:
    return [step for step in route.steps if step.kind == "work" and step.move is not None]


def _no_better(answer: Path) -> str:
    if answer.prefer not in (Prefer.CHEAPEST, Prefer.EARNING):
        return ""
    what = "cheaper" if answer.prefer is Prefer.CHEAPEST else "better paid"
    if answer.beyond is not None:
        return (
            f"no {what} way is worth taking; the next would take {months_words(answer.beyond, answer.beyond)} or more"
        )
    if not any(other.kind != answer.prefer.value and _better(other, answer) for other in answer.others):
        return f"no {what} way is known" + (" by published prices" if answer.prefer is Prefer.CHEAPEST else "")
    return ""


def _better(other: Route, answer: Path) -> bool:
    assert answer.best is not None  # asked only where there is a way
    one, two = other.total, answer.best.total
    if answer.prefer is Prefer.CHEAPEST:
        return one.dearest < two.dearest
    return one.unpaid_months[1] < two.unpaid_months[1]


def total_words(total: Total) -> str:
    """What a way takes in all: time, money for study, and how much of it without pay."""
    words = [months_words(*total.months) if total.months[1] else "no time in between", _money(total)]
    if total.unpaid_months[1]:
        words.append(f"{months_words(*total.unpaid_months)} of it unpaid")
    return ", ".join(words)


def _money(total: Total) -> str:
    if any(sum_.high for sum_ in total.cost):
        return " and ".join(f"{money_range(sum_.low, sum_.high)} {sum_.currency}" for sum_ in total.cost)
    if total.dearest:
        return f"up to {coded(total.dearest, total.currency)} by our estimate"
    return "no study to pay for"


def steps_words(route: Route) -> str:
    """The steps of *route* in a line: studies and posts, the goal left out."""
    words = []
    for step in route.steps:
        if step.kind == "study":
            words.append(f"{step.short or step.title} {'beside the job' if step.beside else 'full time'}")
        elif step.kind == "work" and step.move is not None:
            words.append(f"a job as {step.title}")
        elif step.kind == "work" and not any(other.beside == step.title for other in route.steps):
            words.append(f"{months_words(*step.adds)} more where you are")
    return ", then ".join([*words, "apply"] if route.steps[-1].move == "entry" or not words else words)


# ---------------------------------------------------------------------------- step by step


def _stuck(answer: Path) -> list[Block]:
    assert answer.stuck is not None  # a path has a best route or is stuck
    return [
        Para(f"No way found. {answer.stuck.reason}", links=mentions_by_title(Kind.ROLE, answer.stuck.feeders)),
        Next(
            (
                (f"libcareer path {answer.goal}", "the way for a person starting from outside"),
                (f"libcareer show {answer.goal} --section moves", "who moves into this role"),
            )
        ),
    ]


def _steps(route: Route) -> list[Block]:
    return [Items(tuple(_step(number, step) for number, step in enumerate(route.steps, 1)))]


def _step(number: int, step: Step) -> Item:
    facts: list[tuple[str, str]] = []
    if step.kind == "study":
        facts.append(("who asks", step.why))
        facts += [
            ("or", f"{listed(need.instead)}, which many employers take instead") for need in step.needs if need.instead
        ]
    elif step.move is not None:
        facts.append(("needs", "; ".join(needed(need) for need in step.needs) or "nothing more"))
        if step.usual:
            facts.append(("how usual", f"{USUAL[step.usual]} (editorial)"))
    facts.append(("takes", takes(step)))
    if step.kind == "study":
        facts.append(("costs", study_cost(step)))
        facts.append(("shorter", step.shortcut or ""))
        facts += [(", ".join(rule.states), _rule(rule)) for rule in step.rules]
    if step.pays:
        facts.append(("pays", pay_and_group(step.pays)))
    if step.teaches:
        facts.append(("teaches", f"{', '.join(step.teaches)}"))
    if step.kind != "study" and step.why:
        facts.append(("why", step.why))
    if step.how:
        facts.append(("now", step.how))
    known = [fact for fact in facts if fact[1]]
    return Item(
        HEADS[step.kind].format(step.title),
        step.id,
        facts=tuple(known),
        mark=str(number),
        address=address(_kind(step), step.id),
        links=named_in(known, _mentioned(step)),
    )


def _mentioned(step: Step) -> Iterator[Link]:
    """What a step can mention: credentials, skills, and the publishers of its figures."""
    for need in step.needs:
        if need.credential:
            yield mention(Kind.CREDENTIAL, need.credential, need.what)
        yield from mentions_by_title(Kind.CREDENTIAL, need.instead)
    yield from mentions_by_title(Kind.SKILL, step.teaches)
    figures = (step.takes, step.cost, step.no_price, *step.rules)
    yield from cited_by_publisher(figure.source for figure in figures if figure)


def _rule(rule: object) -> str:
    confirm = " Confirm it with the state first." if rule.confirm else ""  # type: ignore[attr-defined]
    return f"{rule.note} ({rule.source.publisher}, {rule.year}{undated(rule.source)}){confirm}"  # type: ignore[attr-defined]


def study_cost(step: Step) -> str:
    """What a study costs: the published price, our estimate where none is published, or both."""
    guess = step.estimate
    if step.cost is None and guess:
        why = f"{no_cost_words(step.no_price, step.no_price.source)}; " if step.no_price else "no price published; "
        return f"{why}at most about {coded(guess.most)}. {guess.note}"
    if step.cost is None and step.no_price:
        return no_cost_words(step.no_price, step.no_price.source)
    words = cost_words(step.cost)
    more = guess is not None and step.cost is not None and guess.most > step.cost.high
    return f"{words}. With preparation at most about {coded(guess.most)}. {guess.note}" if more and guess else words


def takes(step: Step) -> str:
    """How long a step takes, who says so, and whether it runs beside a job; nothing for an arrival in no time."""
    if step.takes is None:
        return ""
    words = months_words(step.takes.low, step.takes.high)
    if step.kind == "goal":
        return f"{words} to get that practice (typical; editorial, {step.takes.year})"
    if step.kind in ("work", "practice"):
        return f"{words} (typical; editorial, {step.takes.year})"
    beside = f", part time beside the job as {step.beside}" if step.beside else ", full time"
    source = (
        f"our estimate, {step.takes.year}"
        if step.takes.estimated
        else f"{step.takes.source.publisher}, {step.takes.year}{undated(step.takes.source)}"
    )
    return f"{words}{beside} ({source})"


def needed(need: Needed) -> str:
    """What a step asks for, who asks, and what many employers take instead."""
    instead = f"; many take {listed(need.instead)} instead" if need.instead else ""
    return f"{need.what} ({ASKED[need.asked]}{f': {need.note}' if need.note else ''}{instead})"


# ---------------------------------------------------------------------------- what to type next


def standing_options(stated: Stated) -> str:
    """Where a person stands, as it is typed after a command; it begins with a space unless it is empty."""
    options = [f"--from {post}" for post in (*stated.posts, *stated.jobs)]
    options += [f"--years {stated.years:g}"] if stated.years else []
    options += [f"--have {id_}" for id_ in stated.held]
    options += ["--have none"] if not stated.presume else []
    options += [f"--not {id_}" for id_ in stated.lacking]
    options += [f"--studying {id_}" + (f":{most:g}" if least == most else "") for id_, (least, most) in stated.studying]
    options += [f"--skill {skill}" for skill in stated.skills]
    options += [f"--where {stated.place}"] if stated.place else []
    return "".join(f" {option}" for option in options)


def _next(answer: Path, again: str, *, details: bool) -> Iterator[tuple[str, str]]:
    here = f"{answer.goal}{again}"
    prefer = "" if answer.prefer is Prefer.USUAL else f" --prefer {answer.prefer.value}"
    if not details:
        yield f"libcareer path {here}{prefer} --details", "each step: needs, cost, pay, why, what to do now"
    named = [other.kind for other in answer.others if other.kind in set(Prefer)]
    for kind in named[:1]:
        yield f"libcareer path {here} --prefer {kind}", f"the {kind} way on a page of its own"
    # A plan has no pay of a place.
    kept = re.sub(r" --where \S+", "", here)
    yield f"libcareer plan {kept}{prefer}", "keep it as a plan with dates and boxes to tick"
    yield f"libcareer show {answer.goal}", "whether you would like it there"


def _pay_cells(pays: PayFigure | None) -> tuple[object, ...]:
    """A pay figure as cells: median, unit, year, low, high, and why it is a proxy; the median of a proxy is empty."""
    if pays is None:
        return (None,) * 6
    return None if pays.proxy else pays.median, pays.unit, pays.year, pays.low, pays.high, pays.proxy


def _path_row(route: Route, number: int, step: Step) -> tuple[object, ...]:
    span, cost, pays = step.takes, step.cost, step.pays
    sources = [one.source for one in (span, cost, pays) if one]
    return (
        route.kind, number, step.kind, step.id, step.title,
        span.low if span else None, span.high if span else None, *step.adds, *step.begins, *step.ends,
        cost.low if cost else None, cost.high if cost else None,
        cost.currency if cost else None, cost.year if cost else None, step.estimate.most if step.estimate else None,
         *_pay_cells(pays),
         pays.place.title if pays and pays.place else None,
        step.usual.value if step.usual else None,
        "; ".join(needed(need) for need in step.needs), "; ".join(step.teaches), step.beside, step.why, step.how,
        "; ".join(dict.fromkeys(cite_words(source) for source in sources)),
    )  # fmt: skip
