"""The answer to a question as a report: the answer, pages to choose from, or why nothing is known."""

from __future__ import annotations

from shlex import join
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.choices import Section
from libcareer.engines.references import Cite, Named
from libcareer.engines.words.questions.answer import Page, Reason, Verdict
from libcareer.engines.words.questions.told import CitedFigure, Told
from libcareer.errors import either, short
from libcareer.knowledge.packs import current_pack
from libcareer.reports.addresses import Kind, address, cited
from libcareer.reports.page.render import Block, Heading, Item, Items, Next, Para, Report, Title
from libcareer.reports.search import SECTIONS
from libcareer.reports.words import (
    amount_words,
    cite_words,
    long_home,
    newer_editions,
    no_cost_words,
    outlook_words,
    pay_words,
    span_words,
)

if TYPE_CHECKING:
    from libcareer.engines.words.questions.answer import Answer, Found

LONGEST_ECHO = 240
"""Characters of a question that are shown back; who asks knows the rest."""

MOST_SOURCES = 3
"""Sources that an answer names; the page of a record with more of them does."""

MOST_TOLD = 4
"""Words that tell why a page is offered: the rarest ones."""

KINDS = {
    Page.ROLE: (Kind.ROLE, "job"),
    Page.CREDENTIAL: (Kind.CREDENTIAL, "credential"),
    Page.SKILL: (Kind.SKILL, "skill"),
    Page.FIELD: (Kind.FIELD, "part of the field"),
    Page.RESOURCE: (Kind.RESOURCE, "resource"),
    Page.DISPUTE: (Kind.DISPUTE, "where sources disagree"),
    Page.CHANGE: (Kind.CHANGE, "what changes the field"),
    Page.QUESTION: (Kind.QUESTION, "question that people ask"),
}
"""What each kind of record is called, and the command that shows its page."""


class AskedPage(Struct, frozen=True):
    """A page that may answer: the record, the *command* that shows it, and *why* it is offered."""

    kind: Page
    id: str
    title: str
    section: Section | None
    command: str
    words: tuple[str, ...]
    share: float
    why: str


class AskedAnswer(Struct, frozen=True):
    """The page that answers, with the *answer* as text, its figures with their sources, and further commands."""

    kind: Page
    id: str
    title: str
    section: Section | None
    command: str
    words: tuple[str, ...]
    share: float
    answer: str
    figures: tuple[CitedFigure, ...]
    commands: tuple[str, ...]
    disputes: tuple[Named, ...]
    sources: tuple[Cite, ...]


class Asked(Struct, frozen=True):
    """What is known about the words *asked*.

    *best* is the answer if the verdict is `answer`; *choices* are the nearest pages. *reason* and *says* tell why
    nothing is known, and *not_held* what the answer lacks. *read_as* gives the known words for those typed with a
    slip, and nothing here is about the words *unknown*.
    """

    asked: str
    verdict: Verdict
    best: AskedAnswer | None
    choices: tuple[AskedPage, ...]
    reason: Reason | None
    says: str | None
    not_held: tuple[str, ...]
    read_as: dict[str, str]
    unknown: tuple[str, ...]


def ask_report(found: Answer, said: Told | None = None) -> Report:
    """The answer to a question, with what its best page has *said*."""
    best = _answer(found.best, said) if found.best and said else None
    choices = tuple(_page(one) for one in found.choices)
    says = _why_not(found) if found.verdict is Verdict.NOT_KNOWN else None
    data = Asked(
        found.asked, found.verdict, best, choices, found.reason, says, found.not_held, found.read_as, found.unknown
    )
    blocks: list[Block] = [Title(f"You asked: {short(found.asked, LONGEST_ECHO)}"), *_reading(found)]
    blocks += [Para(lacking, strong=True) for lacking in found.not_held]
    if best:
        blocks += _answered(best)
        if choices:
            blocks += [Heading("Not what you meant?"), _listed(choices)]
    elif says:
        blocks.append(Para(says))
        blocks.append(Next((("libcareer roles", "every job"), ("libcareer help", "every command"))))
    else:
        blocks += [Para("Not sure which of these answers it. The nearest here:"), _listed(choices)]
    rows = [
        *([("answer", best.title, best.answer, best.command)] if best else []),
        *(("figure", "", figure.says, cite_words(figure.source)) for figure in (best.figures if best else ())),
        *(("choice", page.title, page.why, page.command) for page in choices),
        *(("not known", "", lacking, "") for lacking in (*found.not_held, *([says] if says else []))),
    ]
    known = found.verdict is not Verdict.NOT_KNOWN
    return Report("ask", tuple(blocks), data, ("item", "title", "says", "source"), tuple(rows), found=known)


def _reading(found: Answer) -> list[Block]:
    """How the words were read where that may be wrong."""
    said = [f"'{typed}' is read as a slip in a word that begins '{known}'." for typed, known in found.read_as.items()]
    if found.unknown and found.verdict is not Verdict.NOT_KNOWN and len(found.unknown) < 4:
        said.append(f"Nothing here is about {either(list(map(short, found.unknown)))}.")
    return [Para(" ".join(said))] if said else []


# ---------------------------------------------------------------------------- the answer


def _answer(best: Found, said: Told) -> AskedAnswer:
    return AskedAnswer(
        best.page,
        best.id,
        best.title,
        best.section,
        _command(best),
        best.words,
        best.share,
        said.text,
        tuple(_figures(said)),
        tuple(dict.fromkeys((*([] if best.page is Page.QUESTION else [_command(best)]), *said.commands))),
        said.disputes,
        said.sources,
    )


def _figures(said: Told) -> list[CitedFigure]:
    """The figures of a record in words, each with its source; pay says whose it is: a role has none of its own."""
    figures = list(said.figures)
    if said.pay:
        figures.append(CitedFigure(f"{said.pay.covers}{long_home()}: {pay_words(said.pay)}", said.pay.source))
    if said.outlook:
        figures.append(CitedFigure(f"{said.outlook.covers}: {outlook_words(said.outlook)}", said.outlook.source))
    if said.costs and said.costs.time_source:
        figures.append(CitedFigure(f"Time: {span_words(said.costs.time)}.", said.costs.time_source))
    if said.costs and said.costs.cost and said.costs.cost_source:
        words = amount_words(said.costs.cost, said.costs.cost_source)
        figures.append(CitedFigure(f"Cost: {words}", said.costs.cost_source))
    elif said.costs and said.costs.no_cost and said.costs.no_cost_source:
        words = no_cost_words(said.costs.no_cost, said.costs.no_cost_source)
        figures.append(CitedFigure(f"Cost: {words}", said.costs.no_cost_source))
    return figures


def _answered(best: AskedAnswer) -> list[Block]:
    head = f"{best.title}: {SECTIONS[best.section]}" if best.section in SECTIONS else best.title
    blocks: list[Block] = [Heading(head, best.command.removeprefix("libcareer ")), Para(best.answer)]
    if best.figures:
        items = [
            Item(body=figure.says, facts=(("source", cite_words(figure.source)),), links=cited((figure.source,)))
            for figure in best.figures
        ]
        heading = "Who says what" if best.kind is Page.DISPUTE else "Figures"
        blocks += [Heading(heading), Items(tuple(items))]
        if newer := newer_editions(figure.source for figure in best.figures):
            blocks.append(Para(newer, quiet=True))
    elif 0 < len(best.sources) <= MOST_SOURCES:
        words = "; ".join(cite_words(source) for source in best.sources)
        blocks.append(Para(f"Sources: {words}.", quiet=True, links=cited(best.sources)))
    if best.disputes:
        disputed = [
            Item(dispute.title, f"`libcareer disputes {dispute.id}`", address=address(Kind.DISPUTE, dispute.id))
            for dispute in best.disputes
        ]
        blocks += [Heading("Disputed"), Items(tuple(disputed))]
    blocks.append(Next(tuple((command, "shows more") for command in best.commands)))
    return blocks


# ---------------------------------------------------------------------------- pages to choose from


def _page(one: Found) -> AskedPage:
    shares = f"has {', '.join(map(repr, one.words[:MOST_TOLD]))}" if one.words else "asked in similar words"
    why = f"{_what(one)}; {shares}"
    return AskedPage(one.page, one.id, one.title, one.section, _command(one), one.words, one.share, why)


def _what(one: Found) -> str:
    """What the page shows, in a few words."""
    match one.page:
        case Page.COMPARISON:
            return "two jobs side by side"
        case Page.WAY:
            return "the way there"
        case Page.OUTDATED:
            return "what older guides say"
        case Page.COMMAND:
            return "a command"
        case _:
            what = KINDS[one.page][1]
            return f"{what}: {SECTIONS[one.section]}" if one.section in SECTIONS else what


def _command(one: Found) -> str:
    """The command that shows the page."""
    match one.page:
        case Page.COMPARISON:
            return f"libcareer compare {one.id} {one.also}"
        case Page.WAY:
            return f"libcareer path {one.id} --from {one.also}"
        case Page.OUTDATED:
            return "libcareer resources --outdated"
        case Page.COMMAND:
            return f"libcareer {one.id}"
        case _:
            words = [KINDS[one.page][0].value, one.id, *(["--section", one.section.value] if one.section else [])]
            return f"libcareer {join(words)}"


def _listed(choices: tuple[AskedPage, ...]) -> Items:
    return Items(
        tuple(
            Item(
                page.title,
                page.why,
                facts=(("shown by", f"`{page.command}`"),),
                mark=str(number),
                address=page.command.removeprefix("libcareer "),
            )
            for number, page in enumerate(choices, start=1)
        ),
        compact=True,
    )


# ---------------------------------------------------------------------------- nothing known


def _why_not(found: Answer) -> str:
    """Why nothing is known, in a sentence or two."""
    match found.reason:
        case Reason.TOPIC:
            return f"Not known here. {found.about[0]}"
        case Reason.LANGUAGE:
            return f"Not known here: this seems to be {found.about[0]}, and only English is understood here."
        case Reason.WORDS:
            words = either(list(map(short, found.about[:4])))
            return f"Not known here: nothing is about {words}. Try another word for it."
        case Reason.NO_WORDS:
            return "Not known here: no word of it can be read. Ask in English, with letters of the Latin alphabet."
        case _:
            return (
                "Not known here: it seems to be about another field. This is a guide to work in "
                f"{current_pack().subjects}; name a job, a skill or a degree of the field."
            )
