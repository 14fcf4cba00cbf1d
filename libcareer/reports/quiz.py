"""The result of the quiz as a report: what fits and why, what speaks against it, how certain it is, what to do."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.paths.plan import Plan
from libcareer.engines.quiz.belief import Answer
from libcareer.engines.quiz.engine import PRIOR, Outcome
from libcareer.engines.quiz.interest_profiler import NORMED_BY
from libcareer.engines.quiz.result import Result
from libcareer.reports.page.render import Bars, Block, Heading, Item, Items, Next, Para, Report, Title
from libcareer.reports.plan import mention
from libcareer.reports.words import PLACE, counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from libcareer.catalog import Catalog
    from libcareer.engines.quiz.engine import Fit, Reason
    from libcareer.engines.quiz.interview import Progress
    from libcareer.engines.quiz.result import Added, ResultPage, ResultRole, SetAside, Suggestion
    from libcareer.engines.quiz.what_if import Flip

DIMENSION_WORDS = {
    "R": "hands, tools, things",
    "I": "finding out",
    "A": "making, designing",
    "S": "helping people",
    "E": "leading, persuading",
    "C": "order, records",
    "people": "people all day",
    "teach": "teaching",
    "tech": "technology",
    "data": "numbers, data",
    "lead": "running things",
    "heritage": "old, rare things",
    "words": "reading, writing",
    "rules": "rules, exactness",
    "outreach": "going out, promoting",
    "variety": "no two days alike",
}
"""The sixteen dimensions of the quiz in plain words."""

FOR, AGAINST = 3, 1
"""How many answers for a role and against it are shown; the others are summed."""

ASIDE, FLIPS = 8, 3
"""How many roles set aside by limits, and how many flips, are shown in full."""

GROUPS = {"strong": "Fits well", "likely": "Fits", "worth a look": "Worth a look", "unlikely": "Nearest to it"}
"""The heading of each band."""

NOT_MEASURED = (
    "This compares what you say you like with what the work consists of. It does not measure what you "
    "are good at, whether there are posts near you, what they pay, or whether you will be happy: in "
    "research, liking the kind of work says little about being satisfied with a particular job."
)
"""What the quiz does not measure; `fit` has FIT_NOT_MEASURED, which is shorter."""

BARS = "Plus: you choose it more than most people would; minus: less. A short bar can also mean that we asked little."


class QuizData(Struct, frozen=True, omit_defaults=True):
    """The outcome and the answers it comes from, as JSON has them; `quiz --answers` reads that JSON again."""

    seed: int
    answers: tuple[Answer, ...]
    limits: dict[str, str]
    riasec: dict[str, int]
    complete: bool
    outcome: Outcome
    result: Result
    plan: Plan | None = None


def quiz_report(page: ResultPage, progress: Progress, *, complete: bool, plan: Plan | None = None) -> Report:
    """The result of *progress*, or that its answers point no way; says so if they are not *complete*.

    A saved *plan* is mentioned.
    """
    found, result = page.outcome, page.result
    skipped = f", {found.skipped} skipped" if found.skipped else ""
    blocks: list[Block] = [Title("What your answers point to", f"{counted(found.screens, 'screen')}{skipped}")]
    if not complete:
        blocks.append(Para("The quiz is not finished, so this is a first impression only.", strong=True))
    blocks += _clear(found, result) if found.clear else _unclear(result)
    if result.added:
        blocks += [Heading("What your Interest Profiler scores add"), Para(_added(result.added)), Para(NORMED_BY)]
    blocks.append(Heading("Your profile"))
    blocks.append(Bars(tuple((DIMENSION_WORDS[name], value / 2) for name, value in found.profile.items())))
    blocks.append(Para(BARS, quiet=True))
    blocks += [Heading("What this does not measure"), Para(NOT_MEASURED)]
    if found.clear and result.week:
        blocks += [Heading("Three things to do this week"), Items(tuple(_suggestion(todo) for todo in result.week))]
    if plan:
        blocks += mention(plan, page.exclusions.catalog)
    first = result.shown[0].role if result.shown else found.shown[0]
    blocks.append(Next((
        (f"libcareer show {first}", "the work, the pay, and three cheap ways to try it"),
        (f"libcareer path {first}", "the steps from where you are now"),
        (f"libcareer fit {first}", "eight more questions about this one role"),
        ("libcareer me", "this page again; libcareer forget removes it"),
    )))  # fmt: skip
    data = QuizData(progress.seed, progress.answers, progress.limits, progress.riasec, complete, found, result, plan)
    columns = ("role", "title", "score", "chance", "best", "band", "tie", "speaks_against")
    # A generator: only CSV needs the limits of every role, and a limit on money costs a search for each.
    rows = (
        (f.role, f.title, f.score, f.chance, f.best, f.band, f.role in found.tie,
         "; ".join(page.exclusions.reasons(f.role)))
        for f in found.fits
    )  # fmt: skip
    return Report("quiz", tuple(blocks), data, columns, rows)


def plan_only_report(catalog: Catalog, plan: Plan) -> Report:
    """What is saved about a person who has a *plan* but no answers to the quiz."""
    blocks = (Title("What is kept about you"), Para("No answers to the quiz."), *mention(plan, catalog))
    next_ = Next((("libcareer quiz", "find roles that fit what you like"),))
    done = len({tick.step for tick in plan.ticks}.intersection(plan.steps))
    row = (plan.goal, plan.start, len(plan.steps), done)
    return Report("me", (*blocks, next_), {"plan": plan}, ("goal", "start", "steps", "done"), (row,))


# ---------------------------------------------------------------------------- a clear outcome


def _clear(found: Outcome, result: Result) -> list[Block]:
    fits = {fit.role: fit for fit in found.fits}
    blocks: list[Block] = []
    if result.shown:
        blocks.append(Para("; ".join(shown.title for shown in result.shown) + ".", strong=True))
    blocks.append(Para(_stay(found, result, fits)))
    number = 1
    for band, heading in GROUPS.items():
        roles = [shown for shown in result.shown if fits[shown.role].band == band]
        if roles:
            items = tuple(_fit(fits[shown.role], shown, str(n)) for n, shown in enumerate(roles, number))
            blocks += [Heading(heading), Items(items)]
            number += len(roles)
    blocks += [Heading("Cannot be told apart"), Para(_tie(found, result, fits))]
    if result.set_aside:
        blocks += [Heading("Set aside by your limits"), *_set_aside(result.set_aside)]
    if result.other:
        blocks += [
            Heading("From another corner"),
            Items((_fit(fits[result.other.role], result.other, ""),)),
        ]
    blocks += [Heading("What decided it"), *_decided(result)]
    blocks += [Heading("How consistent your answers were"), Para(_consistent(found, result))]
    return blocks


def _stay(found: Outcome, result: Result, fits: dict[str, Fit]) -> str:
    roles = [shown.role for shown in result.shown]
    if not roles:
        return "Your limits leave no role. Below is what they set aside; `libcareer me --ignore-limits` shows it."
    stay = round(sum(fits[role].chance for role in roles))
    if set(roles) == set(found.shown):
        return f"About {stay} of these {len(roles)} would stay on top if we asked you everything."
    return (
        f"About {stay} of these {len(roles)} would be among your best {len(found.shown)} of all roles if we "
        "asked you everything; the roles that your limits set aside are named below."
    )


def _tie(found: Outcome, result: Result, fits: dict[str, Fit]) -> str:
    titles = [fits[role].title + (" (outside your limits)" if role in result.outside else "") for role in found.tie]
    if len(titles) == 1:
        return f"{titles[0]} is clearly ahead of the rest (chance to be your best fit: four in five or more)."
    return (
        f"With a chance of four in five, your best fit is one of these {len(titles)}, and your answers do not "
        f"say which: {', '.join(titles)}."
    )


def _fit(fit: Fit, shown: ResultRole, mark: str) -> Item:
    facts = [("fit", f"{fit.band}: {chance_words(fit.chance)} to be among your true five")]
    own = [reason for reason in shown.reasons if reason.chosen != PRIOR]
    prior = [reason for reason in shown.reasons if reason.chosen == PRIOR]
    plus = [reason for reason in own if reason.adds > 0][:FOR]
    minus = [reason for reason in own if reason.adds < 0][:AGAINST]
    facts += [("for", _reason(reason)) for reason in plus]
    facts += [("against", _reason(reason)) for reason in minus]
    facts += [("for" if reason.adds >= 0 else "against", _reason(reason)) for reason in prior]
    rest = fit.score - sum(reason.adds for reason in plus + minus + prior)
    facts.append(("score", f"{fit.score:+.2f}, of which {rest:+.2f} from all your other answers"))
    facts.append(("but", shown.think_twice))
    facts.append(("entry", f"{shown.entry}; {PLACE[shown.place]}"))
    facts += [("your limits", f"it {limit}") for limit in shown.limits]
    return Item(shown.title, fit.role, shown.summary, tuple(facts), mark)


def _reason(reason: Reason) -> str:
    return f"{did(reason.chosen, reason.text)} ({reason.adds:+.2f})"


def did(chosen: str, text: str) -> str:
    """How an option with this *text* was *chosen*, in words."""
    if chosen == PRIOR:
        return text
    return f"you {'chose' if chosen == 'chosen' else chosen} '{text}'"


def chance_words(chance: float) -> str:
    """*chance* in words, in whole tenths: more digits would suggest a precision that it does not have."""
    tenths = round(chance * 10)
    if tenths == 0:
        return "less than 1 chance in 20"
    return "nearly certain" if tenths == 10 else f"about {counted(tenths, 'chance')} in 10"


def _set_aside(roles: tuple[SetAside, ...]) -> Iterator[Block]:
    named = roles[:ASIDE]
    items = [
        Item(role.title, role.role, "", tuple(("your limits", f"it {reason}") for reason in role.reasons))
        for role in named
    ]
    yield Para("These would come before the last role above. No score was changed. --ignore-limits shows them in full.")
    yield Items(tuple(items))
    if len(roles) > len(named):
        titles = ", ".join(role.title for role in roles[len(named) :])
        yield Para(f"And for similar reasons: {titles}.")


def _added(added: Added) -> str:
    if added.alone:
        return (
            "We know nothing else about you yet. Six letters hardly separate the roles of this field; each screen "
            "you answer adds what they do not measure."
        )
    if not added.came:
        return (
            "Without them the five roles would be the same; they make the order and the chances a little more certain."
        )
    return f"Without them the five would have {listed(added.went)} instead of {listed(added.came)}."


# ---------------------------------------------------------------------------- what decided it, how consistently


def _decided(result: Result) -> Iterator[Block]:
    if len(result.shown) > 1 and result.decided:
        first, second = (shown.title for shown in result.shown[:2])
        yield Para(f"The choices that did most to put {first} before {second}:")
        yield Items(tuple(
            Item(body=f"{did(each.chosen, each.text)} ({each.leads:+.2f})") for each in result.decided
        ))  # fmt: skip
    if not result.flips:
        if result.shown:
            yield Para(
                f"No single answer, taken back or changed, would put another role before {result.shown[0].title}."
            )
        return
    count = len(result.flips)
    back = sum(not flip.swaps for flip in result.flips)
    yield Para(
        f"A different answer on {'any one' if count > 1 else 'one'} of {counted(count, 'screen')} would put another "
        "role first" + (f"; on {back} of them it is enough to take the answer back." if back else ".")
    )
    yield Items(tuple(Item(body=_flip(flip)) for flip in result.flips[:FLIPS]))


def _flip(flip: Flip) -> str:
    if not flip.swaps:
        return f"Screen {flip.screen} skipped: {flip.title} would be first."
    had = "; ".join(
        f"{'least liked' if swap.least else 'chosen'} '{swap.now}', not '{swap.was}'" for swap in flip.swaps
    )
    return f"Screen {flip.screen}, had you {had}: {flip.title} would be first."


def _consistent(found: Outcome, result: Result) -> str:
    agreed = result.agreement
    words = f"Your answers are {strength(found.evidence)}."
    if agreed.of > 1:
        words += (
            f" On {agreed.screens} of {counted(agreed.of, 'screen')} your choice agrees with what your other answers "
            "predict; random picks would agree on about half."
        )
    return words


STRENGTHS = (
    (5.0, "very strong evidence of likes that point one way"),
    (3.0, "strong evidence of likes that point one way"),
    (1.0, "good evidence of likes that point one way"),
    (0.0, "hardly more than random picks would give, so take all of this lightly"),
)
"""Words for the logarithm of a Bayes factor, each with its lower bound (Kass and Raftery 1995, "Bayes factors",
section 3.2)."""


def strength(evidence: float) -> str:
    """The strength of the *evidence*, the logarithm of a Bayes factor of at least 1, in words and as odds."""
    words = next(words for least, words in STRENGTHS if evidence >= least)
    if evidence < STRENGTHS[-2][0]:
        return words
    odds = math.exp(min(evidence, 20))
    said = "more than 1,000" if odds > 1000 else f"about {round(odds, -1 if odds >= 20 else 0):,.0f}"
    return f"{words}: {said} times likelier than if they were picked at random"


def _suggestion(todo: Suggestion) -> Item:
    put_off = (("put off if", todo.put_off),) if todo.put_off else ()
    return Item(todo.title, todo.role, todo.do, put_off)


# ---------------------------------------------------------------------------- an unclear one


def _unclear(result: Result) -> list[Block]:
    items = [Item(shown.title, shown.role, shown.summary) for shown in result.browse]
    return [
        Para("Your answers do not point one way.", strong=True),
        Para(
            "They look like answers chosen at random, so nothing here is a verdict. That can mean that "
            "many things appeal to you, that few do, or that it was late. Below is a list to browse, one "
            "role from each corner of the field. You can also take the quiz again another day."
        ),
        Items(tuple(items)),
    ]


# ---------------------------------------------------------------------------- forgetting


def forget_report(files: tuple[Path, ...]) -> Report:
    """The files that were removed from the person's machine."""
    names = tuple(str(file) for file in files)
    if names:
        blocks: tuple[Block, ...] = (Para("Removed; nothing is kept about you any more:"), *map(Para, names))
    else:
        blocks = (Para("Nothing was kept about you."),)
    return Report("forget", blocks, {"removed": names}, ("removed",), tuple((name,) for name in names))
