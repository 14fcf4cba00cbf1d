"""The verdict of the quiz, on one screen of 80 columns and 24 lines."""

from __future__ import annotations

import re
from itertools import product
from textwrap import wrap
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.quiz.verdict import first_roles
from libcareer.reports.limits import relaxed_facts
from libcareer.reports.page.render import Block, Facts, Item, Items, Next
from libcareer.reports.plan import mention_words
from libcareer.reports.quiz_words import (
    agreement_words,
    is_consistent,
    lost_rows,
    loves_words,
    pay_in_brief,
    quiz_title,
    some,
    stay_words,
    sureness,
)
from libcareer.reports.words import NO_FIGURE_OF_ITS_OWN, listed, sentence, with_article

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from libcareer.engines.paths.plan import Plan
    from libcareer.engines.quiz.result import Findings
    from libcareer.engines.quiz.verdict import Verdict, VerdictRole
    from libcareer.reports.quiz_words import Choice

COLUMNS, LINES = 80, 22
"""The screen that a verdict fits on, with two lines left for what is typed."""

COMMANDS = 2
"""How many commands to go on with a verdict has room for."""

BETWEEN = 4
"""The lines of a verdict for its title and the blank lines between its parts."""

ROOM = 60
"""Characters of titles that a row of the verdict has room for; the others are counted."""


class Row(Struct, frozen=True):
    """A row of the verdict: its label, and its words in versions, the longest first; an empty one leaves it out."""

    label: str
    versions: tuple[str, ...]


class Key(Struct, frozen=True):
    """A key that leads on from a result: what it *does*, the *command* that does the same, and what that *shows*."""

    key: str
    does: str
    command: str
    shows: str


def verdict_keys(found: Findings, again: str) -> tuple[Key, ...]:
    """What leads on from a result, for a terminal that reads keys after it; elsewhere the commands are printed.

    *again* is the command that shows the result again, empty if none does. A role is only named if there
    is a verdict.
    """
    keys = [Key("d", "details", f"{again} --details", "all reasons, and how sure they are")] if again else []
    if found.result.clear and (roles := first_roles(found)):
        first = roles[0].role
        keys += [
            Key("s", "show 1", f"libcareer show {first}", "the work, the pay, and three cheap ways to try it"),
            Key("p", "the way to 1", f"libcareer path {first}", "the steps from where you are now"),
        ]
    return tuple(keys)


def verdict_blocks(
    found: Findings, told: Verdict, keys: Sequence[Key], then: Sequence[str], plan: Plan | None, *, complete: bool
) -> Iterator[Block]:
    """The verdict *told* of *found*: the roles, a row for each thing to know, and the commands of the first *keys*.

    *then* are the titles that the same answers gave before; a saved *plan* is mentioned.
    """
    commands = [key.command for key in keys[:COMMANDS]]
    yield quiz_title(found.result, complete=complete)
    items = verdict_items(told)
    if items:
        yield Items(items, compact=True)
    taken = BETWEEN + sum(map(_height, items)) + _lines("Next  " + "; ".join(commands), COLUMNS)
    yield Facts(_that_fit([*_rows(found, told, then, plan)], LINES - taken))
    if commands:
        yield Next(tuple((command, "") for command in commands))


def verdict_items(told: Verdict) -> tuple[Item, ...]:
    """The roles of a verdict, numbered, each with a reason for and one against."""
    return tuple(_role(role, str(number)) for number, role in enumerate(told.roles, 1))


SCORES_ONLY = (
    "No screen was answered, so all of this comes from six scores. {} hardly separate the roles of this field; each "
    "screen you answer adds what they leave out."
)
"""What is to be known of roles that come from Interest Profiler scores alone."""


def _that_fit(rows: Sequence[Row], room: int) -> tuple[tuple[str, str], ...]:
    """*rows* in their longest versions or, as far as there is no *room* for so many lines, in shorter ones.

    The last rows lose words first, and none loses them twice before the others have lost some.
    """
    column = COLUMNS - max((len(row.label) for row in rows), default=0) - 2
    said = [row.versions[0] for row in rows]
    rounds = max((len(row.versions) for row in rows), default=0)
    for version, at in product(range(1, rounds), reversed(range(len(rows)))):
        if sum(_lines(words, column) for words in said) <= room:
            break
        shorter = rows[at].versions[version : version + 1]
        said[at] = min(said[at], *shorter, key=lambda words: _lines(words, column)) if shorter else said[at]
    return tuple((row.label, words) for row, words in zip(rows, said, strict=True) if words)


def _height(item: Item) -> int:
    """The lines of *item* in a compact list."""
    room = COLUMNS - len(f"{item.mark}.  ")
    facts = "; ".join(f"{label}: {said}" for label, said in item.facts)
    return 1 + (len(f"{item.head}  {item.aside}") > room) + _lines(facts, room)


def _lines(words: str, columns: int) -> int:
    return len(wrap(words, columns, break_on_hyphens=False))


def _role(told: VerdictRole, mark: str) -> Item:
    facts = [("for", _speaks(told.pro, "chosen"))] if told.pro else []
    facts.append(("against", _speaks(told.con, "least liked") if told.con else first_clause(told.drawback)))
    pays = f"; {pay_in_brief(told.pay)}" if told.pay else ""
    return Item(told.role.title, f"{sureness(told.role.chance)}{pays}", "", tuple(facts), mark)


def _speaks(choice: Choice, plain: str) -> str:
    """What speaks for or against a role: the option itself if it was chosen in the *plain* way, otherwise its lack."""
    return f"'{choice.label}'" if choice.chosen == plain else f"lacks '{choice.label}'"


def first_clause(drawback: str) -> str:
    """The beginning of a *drawback*, up to the first semicolon or full stop, without a capital."""
    clause = re.split(r"[;.](?:\s|$)", drawback, maxsplit=1)[0]
    return clause[:1].lower() + clause[1:]


def _rows(found: Findings, told: Verdict, then: Sequence[str], plan: Plan | None) -> Iterator[Row]:
    """The rows of the verdict; those that lose words first come last."""
    result = found.result
    yield from (Row(label, (said,)) for label, said in lost_rows(found.progress.lost))
    before, now = ([*titles][: len(told.roles)] for titles in (then, (role.title for role in result.roles)))
    if before != now and before and not result.limits_ignored:
        yield Row("then", (f"when you took the quiz, it named {some(before, ROOM)}",))
    if found.quiz.prior and result.scores_only:
        yield Row("scores", (SCORES_ONLY.format(sentence(found.quiz.prior.text).removesuffix(".")),))
    if result.loves:
        yield Row("two ways", (loves_words(found, ROOM * 3 // 4), loves_words(found, 1)))
    elif told.roles and not result.scores_only:
        yield Row("doubt", (_doubt(found, told, ROOM), _doubt(found, told, 0)))
    if not is_consistent(result) and not result.scores_only:
        agreed = result.agreement
        short = f"your choices agree on {agreed.screens} of {agreed.of} screens; at random on about {agreed.of // 2}"
        yield Row("answers", (f"{agreement_words(result)}, so take this lightly", short, ""))
    if in_the_way := _in_the_way(found, told, ROOM):
        opening = _opening(found, 1 if told.roles else OPENINGS)
        yield Row("in the way", (in_the_way + opening, in_the_way, _in_the_way(found, told, 0)))
    if told.tries:
        first, shortest = told.tries[0], min(told.tries, key=lambda hour: len(hour.do))
        listed_there = f"an hour: `libcareer show {first.role} --section try`"
        yield Row("this week", (f"an hour: {first.do}", f"an hour: {shortest.do}", listed_there))
    if told.roles:
        yield Row("chance", (f"to be in your best 5 if all were asked; {stay_words(result)}",))
    if figures := [role.pay.figure for role in told.roles if role.pay and not role.pay.figure.proxy]:
        cited = dict.fromkeys(
            f"{figure.source.publisher}, {figure.year}"
            + (f", {figure.place.title}" if figure.place and not figure.asked else "")
            for figure in figures
        )
        yield Row("pay", (f"median, whole occupation ({'; '.join(cited)})",))
    if unjudged := [str(number) for number, role in enumerate(told.roles, 1) if role.pay_unjudged]:
        yield Row("limits", (f"your limit on pay cannot judge {listed(unjudged)}: {NO_FIGURE_OF_ITS_OWN}",))
    if plan:
        yield Row("your plan", (mention_words(plan, found.catalog),))


def _doubt(found: Findings, told: Verdict, room: int) -> str:
    """Which roles cannot be told apart: those of the verdict by number, others by title as far as there is *room*."""
    tie = found.result.tie
    numbers = [str(n) for n, role in enumerate(told.roles, 1) if role.role.role in tie]
    named = {role.role.role for role in told.roles}
    others = some([found.fits[role].title for role in tie if role not in named], room)
    if len(tie) == 1:
        return f"none about the first place: {numbers[0] if numbers else others} is clearly ahead"
    if not numbers:
        return f"your answers do not say which of {others} suits you best"
    if len(numbers) == 1:
        return f"your answers do not tell {numbers[0]} from {others}"
    return f"your answers do not tell {listed(numbers)} apart{f', nor from {others}' if others else ''}"


def _in_the_way(found: Findings, told: Verdict, room: int) -> str:
    """What the limits set aside or, if they do not, the education that is usually asked for and not yet held."""
    result = found.result
    titles = [found.fits[role].title for role in result.set_aside]
    if not told.roles:
        return "your limits leave no role"
    if titles:
        return f"your limits set aside {some(titles, room)} that fit as well"
    ruled_out: dict[str, list[str]] = {}
    for number, role in enumerate(told.roles, 1):
        for reason in role.limits[:1]:
            ruled_out.setdefault(reason, []).append(str(number))
    outside = "; ".join(f"{listed(numbers)}: {reason}" for reason, numbers in ruled_out.items())
    return outside or _asked(found, told.roles if room else told.roles[:1])


OPENINGS = 3
"""How many changes of limits are told where they leave no role."""


def _opening(found: Findings, most: int) -> str:
    """At *most* so many of the smallest changes of limits that open roles which they set aside, and what they open."""
    titles = {role: fit.title for role, fit in found.fits.items()}
    relaxed = found.exclusions.relaxations(found.result.set_aside)
    opened = [f"{change}: {roles}" for change, roles in relaxed_facts(relaxed, titles, most)]
    return f"; {'; or '.join(opened)}" if opened else ""


def _asked(found: Findings, roles: Sequence[VerdictRole]) -> str:
    """What education is usually asked for, beyond what the person holds."""
    levels, briefs = found.catalog.education, found.catalog.briefs
    holds = found.exclusions.holds or min(levels, key=lambda level: levels[level].rank)
    asking: dict[str, list[str]] = {}
    for number, role in enumerate(roles, 1):
        level = briefs[role.role.role].education.typical
        # A second degree of the same rank still has to be studied for.
        if level != holds and levels[level].rank >= levels[holds].rank:
            asking.setdefault(level, []).append(str(number))
    return "; ".join(
        f"{listed(numbers)} usually {'ask' if numbers[1:] else 'asks'} for {with_article(levels[level].title)}"
        for level, numbers in asking.items()
    )
