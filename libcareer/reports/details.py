"""The details of a result: what speaks for and against each role, how sure it is, what decided it, what to do."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from libcareer.engines.quiz.interest_profiler import NORMED_BY
from libcareer.engines.quiz.result import MATCH
from libcareer.knowledge.packs import current_pack
from libcareer.reports.page.render import Bars, Block, Facts, Heading, Item, Items, Para
from libcareer.reports.quiz_words import (
    agreement_words,
    did,
    lost_rows,
    loves_words,
    pay_in_brief,
    quiz_title,
    stay_words,
    sureness,
    titles_of,
)
from libcareer.reports.words import NO_FIGURE_OF_ITS_OWN, counted, listed, pay_words, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcareer.engines.pay.figures import PayFigure
    from libcareer.engines.quiz.details import Added, Details, RoleDetails, SetAside
    from libcareer.engines.quiz.result import Findings
    from libcareer.engines.quiz.verdict import RolePay, Suggestion
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

ASIDE, FLIPS = 8, 3
"""How many roles set aside by limits, and how many flips, are told."""

NOT_MEASURED = (
    "This compares what you say you like with what the work consists of. It does not measure what you "
    "are good at, whether there are jobs near you, what they pay, or whether you will be happy: in "
    "research, liking the kind of work says little about being satisfied with a particular job."
)
"""What the quiz does not measure; `fit` has FIT_NOT_MEASURED, which is shorter."""

FULL_BAR = 2.0
"""The value of a profile that fills a bar."""

BARS = (
    "0 is what most people would choose, plus is more and minus is less; a bar is full at 2. A short bar can also mean "
    "that we asked little."
)


def details_blocks(found: Findings, told: Details, *, complete: bool) -> Iterator[Block]:
    """The details *told* of *found*; each fact once."""
    yield quiz_title(found.result, complete=complete)
    if rows := tuple(lost_rows(found.progress.lost)):
        yield Facts(rows)
    result = found.result
    if told.roles:
        yield Items(tuple(_role(role, str(number)) for number, role in enumerate(told.roles, 1)))
    yield Heading("How sure this is")
    yield Facts(tuple(_doubt(found)))
    if result.loves:
        yield Heading("Two loves")
        yield Para(sentence(loves_words(found, room=10_000)))
    if told.set_aside:
        yield Heading("Set aside by your limits")
        yield from _set_aside(told.set_aside)
    if told.other:
        yield Heading("From another corner")
        yield Items((_role(told.other, ""),))
    if told.roles and not result.scores_only:
        yield Heading("What decided it")
        yield from _decided(told)
    if told.added:
        yield Heading("What your Interest Profiler scores add")
        yield Para(_added(told.added))
        yield Para(NORMED_BY)
    yield Heading("Your profile")
    yield Bars(tuple((DIMENSION_WORDS[name], value) for name, value in result.profile.items()), most=FULL_BAR)
    yield Para(BARS, quiet=True)
    yield Heading("What this does not measure")
    yield Para(NOT_MEASURED)
    if told.week:
        yield Heading("Three things to do this week")
        yield Items(tuple(_suggestion(todo) for todo in told.week))


# ---------------------------------------------------------------------------- the roles


def _role(told: RoleDetails, mark: str) -> Item:
    role = told.role
    facts = [("fit", f"{sureness(role.chance)} ({chance_words(role.chance)}); match {role.match:g} of {MATCH}")]
    by_scores = [told.from_scores] if told.from_scores else []
    for label, sign, reasons in (("for", 1, told.pro), ("against", -1, told.con)):
        if said := [did(reason) for reason in (*reasons, *by_scores) if reason.adds * sign > 0]:
            facts.append((label, ", ".join(said)))
    facts.append(("but", told.think_twice))
    facts.append(("entry", f"{told.entry}; {current_pack().places[told.place]}"))
    if told.pay:
        facts.append(("pay", _pay(told.pay)))
    facts += [("your limits", f"it {limit}") for limit in told.limits]
    if told.pay_unjudged:
        facts.append(("your limits", f"cannot tell whether it pays enough: {NO_FIGURE_OF_ITS_OWN}"))
    return Item(role.title, role.role, told.summary, tuple(facts), mark)


def _pay(pay: RolePay) -> str:
    """The pay of a role with what its figure covers; of a proxy the reason and the range."""
    figure = pay.figure
    brief = pay_words(figure) if figure.proxy else f"{pay_in_brief(pay)} ({_survey(figure)})."
    return f"{brief} {figure.caveat}"


def _survey(figure: PayFigure) -> str:
    """When the figure is from, and where, unless that is told beside the amount."""
    return f"{figure.year}, {figure.place.title}" if figure.place and not figure.asked else figure.year


def chance_words(chance: float) -> str:
    """*chance* in words, in whole tenths: more digits would suggest a precision that it does not have."""
    tenths = round(chance * 10)
    if tenths == 0:
        return "less than 1 chance in 20"
    return "more than 9 chances in 10" if tenths == 10 else f"about {counted(tenths, 'chance')} in 10"


# ---------------------------------------------------------------------------- how sure it is


def _doubt(found: Findings) -> Iterator[tuple[str, str]]:
    """What the chances are of, the group that cannot be told apart, and how consistent the answers were."""
    result = found.result
    if result.roles:
        yield (
            "chance",
            f"of being among the five of all {len(found.fits)} roles that you would like best if everything were "
            f"asked; {stay_words(result)}",
        )
        yield "match", f"how near the work is to what you chose; {MATCH // 2} is an average role"
    else:
        yield "roles", "your limits leave none"
    if result.scores_only:
        yield "scores", _scores_alone(found)
    else:
        yield "doubt", _tie(found)
        yield "answers", strength(result.evidence)
    if result.agreement.of > 1:
        yield "each", agreement_words(result)
    yield "ratings", "those of the roles are judgments too, so read the doubts about a role before you trust its place"


def _scores_alone(found: Findings) -> str:
    """What kind of evidence six scores are without a screen."""
    any_role = round(len(found.fits) / len(found.outcome.shown))
    return (
        "all of this comes from six scores: these are the roles whose interests, as O*NET rates them, resemble yours "
        "most. The scores do not say whether you like to teach, to work with technology or with old and rare things, "
        f"or seven other things that tell the roles of this field apart. So chances are small; any role has 1 in "
        f"{any_role}. With a chance of four in five, your best fit is {_one_of(len(found.result.tie))}"
    )


def _one_of(roles: int) -> str:
    return "the first of them" if roles == 1 else f"one of {roles} roles"


def _tie(found: Findings) -> str:
    titles = titles_of(found, found.result.tie)
    if len(titles) == 1:
        return f"none about the first place: {titles[0]} has a chance of four in five or more to be your best fit"
    return f"your best fit is one of these {len(titles)}, with a chance of four in five: {', '.join(titles)}"


def _set_aside(roles: tuple[SetAside, ...]) -> Iterator[Block]:
    named = roles[:ASIDE]
    yield Para("These fit as well as the roles above. No score was changed. --ignore-limits shows them in full.")
    yield Items(tuple(
        Item(role.title, role.role, "", tuple(("your limits", f"it {reason}") for reason in role.reasons))
        for role in named
    ))  # fmt: skip
    if len(roles) > len(named):
        yield Para(f"And {len(roles) - len(named)} more, for similar reasons.")


# ---------------------------------------------------------------------------- what decided it


def _decided(told: Details) -> Iterator[Block]:
    if told.decided:
        first, second = (role.role.title for role in told.roles[:2])
        yield Para(f"The choices that did most to put {first} before {second}:")
        yield Items(tuple(Item(body=did(each)) for each in told.decided))
    if told.flips:
        count = len(told.flips)
        yield Para(
            f"A different answer on {'any one' if count > 1 else 'one'} of {counted(count, 'screen')} would put "
            f"another role first{', such as' if count > FLIPS else ''}:"
        )
        yield Items(tuple(Item(body=_flip(flip)) for flip in told.flips[:FLIPS]))
    else:
        first = told.roles[0].role.title
        yield Para(f"No single answer, taken back or changed, would put another role before {first}.")


def _flip(flip: Flip) -> str:
    if not flip.swaps:
        return f"without screen {flip.screen}: {flip.title}"
    favorites = sum(not swap.least for swap in flip.swaps)
    changed = [
        *([f"{favorites} other favorites" if favorites > 1 else "another favorite"] if favorites else []),
        *(["another least liked"] if any(swap.least for swap in flip.swaps) else []),
    ]
    return f"screen {flip.screen}, {listed(changed)}: {flip.title}"


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


STRENGTHS = (
    (5.0, "very strong evidence of likes that point one way"),
    (3.0, "strong evidence of likes that point one way"),
    (1.0, "good evidence of likes that point one way"),
)
"""Words for the logarithm of a Bayes factor, each with its lower bound (Kass and Raftery 1995, "Bayes factors",
section 3.2)."""


def strength(evidence: float) -> str:
    """The strength of the *evidence* of a clear result, the logarithm of a Bayes factor, in words and as odds."""
    words = next(words for least, words in STRENGTHS if evidence >= least)
    odds = math.exp(min(evidence, 20))
    said = "more than 1,000" if odds > 1000 else f"about {round(odds, -1 if odds >= 20 else 0):,.0f}"
    return f"{words}: {said} times likelier than if they were picked at random"


def _suggestion(todo: Suggestion) -> Item:
    put_off = (("put off if", todo.put_off),) if todo.put_off else ()
    return Item(todo.title, todo.role, todo.do, put_off)
