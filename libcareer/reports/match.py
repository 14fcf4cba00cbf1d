"""An advertisement or a resume, read: first what decides, then each thing found with the words that showed it."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

from libcareer.engines.words.documents.document import DocumentKind
from libcareer.engines.words.documents.gates import GateKind
from libcareer.engines.words.documents.skills_found import Importance
from libcareer.reports.addresses import Kind, address, mention, mentions, named_in
from libcareer.reports.match_words import (
    IMPORTANCE,
    all_quoted,
    figure_words,
    gate_words,
    gates_words,
    hit_words,
    met_words,
    pay_compared,
    quoted,
    reason_words,
    some,
    warning_words,
)
from libcareer.reports.page.render import Block, Facts, Heading, Item, Items, Next, Para, Report, Title
from libcareer.reports.words import first_sentence, listed, titles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcareer.engines.words.documents.for_person import You
    from libcareer.engines.words.documents.judged import JudgedRole, JudgedSkill
    from libcareer.engines.words.documents.match import Match, MatchedRole
    from libcareer.reports.page.blocks import Link

NAMES = {DocumentKind.AD: "an ad", DocumentKind.RESUME: "a resume"}
"""What a document is, in words."""

OTHERWISE = {DocumentKind.AD: "--resume", DocumentKind.RESUME: "--ad"}
"""The option that says that a document is the other thing."""

MOST_IN_SUMMARY = 6
"""How many skills a line of the summary names; all of them follow below."""

MOST_NAMED = 3
"""How many roles the summary names; the others follow below."""

COLUMNS = ("item", "id", "says", "how", "words", "where")
"""The columns of the table of everything that was found."""


def match_report(found: Match, file: str) -> Report:
    """What was *found* in a *file*: a summary of one screen, then roles, skills, duties, gates, pay and warnings."""
    rows = tuple(_summary(found))
    blocks: list[Block] = [*_head(found), Facts(rows, named_in(rows, _mentioned(found)))]
    blocks.append(Next(tuple(_commands(found, quote(file)))))
    if found.judged:
        blocks += _judged(found, found.judged)
    if found.roles:
        blocks += [Heading("The nearest roles"), Items(tuple(_role(found, role) for role in found.roles))]
    if found.you:
        blocks += _you(found.you)
    blocks += _found(found)
    return Report("match", tuple(blocks), found, COLUMNS, tuple(_rows(found)), found=bool(found.roles or found.judged))


# ---------------------------------------------------------------------------- the first screen


def _head(found: Match) -> Iterator[Block]:
    name = NAMES[found.kind]
    yield Title(found.titles[0].words if found.titles else name.capitalize(), name if found.titles else "")


def _summary(found: Match) -> Iterator[tuple[str, str]]:
    """The lines of the first screen."""
    ad = found.kind is DocumentKind.AD
    yield ("the job" if ad else "nearest"), _verdict(found)
    if found.level:
        yield "level", found.level.words
    if ad:
        yield "pay", "; ".join(pay_compared(paid, found.pay_here) for paid in found.pay[:1]) or _no_pay(found)
    gates = [gate for gate in found.gates if gate.kind not in (GateKind.HOURS, GateKind.PHYSICAL)]
    useful = [gate.what for gate in gates if ad and gate.importance is Importance.USEFUL]
    if needed := gates_words([gate for gate in gates if gate.what not in useful]):
        yield ("must have" if ad else "holds"), some(needed, MOST_IN_SUMMARY)
    for label, importance in _LABELS[found.kind]:
        skills = [skill.title for skill in found.skills if skill.importance in importance]
        skills = [*useful, *skills] if label == PLUS else skills
        if skills:
            yield label, some(skills, MOST_IN_SUMMARY)
    hours = [gate.what for gate in found.gates if gate.kind is GateKind.HOURS]
    if hours and ad:
        yield "hours", listed(list(dict.fromkeys(hours)))
    if found.you:
        yield from _for_you(found.you)
    elif found.roles and found.roles[0].gaps:
        label = "not named" if ad else "not written"
        yield label, f"essential for {found.roles[0].title} here: {titles(found.roles[0].gaps)}"
    if found.warnings:
        yield "watch", "; ".join(str(warning.kind) for warning in found.warnings)


PLUS = "a plus"

_LABELS = {
    DocumentKind.AD: (
        ("asks", (Importance.ESSENTIAL,)),
        (PLUS, (Importance.USEFUL,)),
        ("the work", (Importance.USED,)),
    ),
    DocumentKind.RESUME: (("shown", (Importance.SHOWN,)), ("only listed", (Importance.CLAIMED,))),
}
"""The lines of skills in the summary, and how the document names the skills on each."""


def _verdict(found: Match) -> str:
    names = [role.title for role in found.roles]
    match found.verdict:
        case "one":
            return f"{names[0]}; then {listed(names[1:MOST_NAMED])}" if names[1:] else names[0]
        case "several":
            return f"one of these: {', '.join(names[:MOST_NAMED])}"
        case _:
            return "no job this guide knows; what it says is below all the same"


def _no_pay(found: Match) -> str:
    return f"not said; compare {figure_words(found.pay_here)}" if found.pay_here else "not said"


def _for_you(you: You) -> Iterator[tuple[str, str]]:
    if you.have:
        yield "you have", some([skill.title for skill in you.have], MOST_IN_SUMMARY)
    if you.lack:
        yield "you lack", some([skill.title for skill in you.lack], MOST_IN_SUMMARY) + ", by what you told"
    unmet = [gate_words(one.gate) for one in you.gates if one.met is False]
    if unmet:
        yield "in the way", listed(unmet)
    if you.limits:
        yield "your limits", "; ".join(map(hit_words, you.limits))


def _mentioned(found: Match) -> tuple[Link, ...]:
    """What the summary mentions that has a page."""
    return (
        *(mention(Kind.ROLE, role.id, role.title) for role in found.roles),
        *mentions(Kind.SKILL, found.skills),
    )


def _commands(found: Match, file: str) -> Iterator[tuple[str, str]]:
    first = found.judged.id if found.judged else found.roles[0].id if found.roles else None
    if first is None:
        yield "libcareer roles", ""
        return
    yield f"libcareer match {file} --role {first}", "skill by skill"
    yield f"libcareer show {first}", ""
    yield f"libcareer {'path' if found.kind is DocumentKind.AD else 'related'} {first}", ""


# ---------------------------------------------------------------------------- below


def _role(found: Match, role: MatchedRole) -> Item:
    facts = [("why", "; ".join(map(reason_words, role.why)) or "its words are those of the text")]
    if role.gaps:
        facts.append(("not named" if found.kind is DocumentKind.AD else "not written", titles(role.gaps)))
    body = first_sentence(role.summary)
    links = mentions(Kind.SKILL, role.gaps)
    return Item(role.title, role.id, body, tuple(facts), address=address(Kind.ROLE, role.id), links=links)


def _judged(found: Match, judged: JudgedRole) -> Iterator[Block]:
    """One role held against the document."""
    yield Heading(f"{judged.title} held against it", address(Kind.ROLE, judged.id))
    ad = found.kind is DocumentKind.AD
    duties = "1 duty" if judged.of_duties == 1 else f"{judged.of_duties} duties"
    told = f"{len(judged.duties)} of {duties} of the role are told of."
    yield Para(told if ad else f"{told} {NOT_WRITTEN}")
    for label, skills in (
        ("it asks for" if ad else "shown", judged.shown),
        ("only claimed", judged.claimed),
        ("it does not name" if ad else "not written", judged.missing),
        ("it asks for besides", judged.beyond),
    ):
        if skills:
            yield Heading(label.capitalize())
            yield Items(tuple(map(_judged_skill, skills)), compact=True)
    if judged.duties:
        yield Heading("Duties told of")
        yield Items(tuple(Item(body=f"{duty.does} ({quoted(duty.quote)})") for duty in judged.duties), compact=True)


NOT_WRITTEN = "What is not written is not what you cannot do: add an example if you have one."


def _judged_skill(skill: JudgedSkill) -> Item:
    aside = "essential" if skill.essential else ""
    return Item(skill.title, aside, all_quoted(skill.quotes), address=address(Kind.SKILL, skill.id))


def _you(you: You) -> Iterator[Block]:
    rows = [*(("gate", met_words(one)) for one in you.gates), *(("limit", hit_words(one)) for one in you.limits)]
    if you.have:
        rows.append(("you have", titles(you.have)))
    if you.lack:
        rows.append(("you lack", f"{titles(you.lack)} (by what you told)"))
    if rows:
        yield Heading("How it sits with you")
        yield Facts(tuple(rows), mentions(Kind.SKILL, (*you.have, *you.lack)))


def _found(found: Match) -> Iterator[Block]:
    """Everything that was found, with the words."""
    if found.skills:
        yield Heading("Skills, and the words that show them")
        items = (
            Item(
                skill.title,
                IMPORTANCE[skill.importance],
                all_quoted(skill.quotes),
                address=address(Kind.SKILL, skill.id),
            )
            for skill in found.skills
        )
        yield Items(tuple(items), compact=True)
    if found.duties:
        yield Heading(f"Duties of {found.roles[0].title} that it tells of")
        yield Items(tuple(Item(body=f"{duty.does} ({quoted(duty.quote)})") for duty in found.duties), compact=True)
    if found.level and found.level.quotes:
        yield Heading("Level")
        yield Para(f"{found.level.words.capitalize()}; it says {all_quoted(found.level.quotes)}.")
    if found.gates:
        yield Heading(
            "Must-haves apart from skills" if found.kind is DocumentKind.AD else "Papers, years and languages"
        )
        yield Facts(tuple((gate.kind.value, f"{gate_words(gate)} ({quoted(gate.quote)})") for gate in found.gates))
    if found.pay:
        yield Heading("Pay")
        said = (f"{pay_compared(paid, found.pay_here)} ({quoted(paid.said.quote)})" for paid in found.pay)
        yield Items(tuple(Item(body=words) for words in said), compact=True)
    if found.warnings:
        yield Heading("What job seekers watch for")
        yield Items(tuple(Item(body=warning_words(warning)) for warning in found.warnings), compact=True)
    name, otherwise = NAMES[found.kind], OTHERWISE[found.kind]
    yield Para(f"Taken for {name} because {found.because}; {otherwise} takes it otherwise. {KEPT}", quiet=True)


KEPT = "This was read on this machine only, and nothing of it is kept."


def _rows(found: Match) -> Iterator[tuple[object, ...]]:
    yield "verdict", None, found.verdict, found.kind.value, None, None
    for title in found.titles:
        yield "title", None, None, None, title.words, title.where
    for role in found.roles:
        yield "role", role.id, role.title, role.share, None, None
    for skill in found.skills:
        for said in skill.quotes:
            yield "skill", skill.id, skill.title, skill.importance.value, said.words, said.where
    for duty in found.duties:
        yield "duty", duty.role, duty.does, duty.likeness, duty.quote.words, duty.quote.where
    for gate in found.gates:
        yield gate.kind.value, gate.credential, gate.what, gate.importance.value, gate.quote.words, gate.quote.where
    for paid in found.pay:
        words = pay_compared(paid, found.pay_here)
        yield "pay", None, words, paid.place, paid.said.quote.words, paid.said.quote.where
    for warning in found.warnings:
        where = (warning.quote.words, warning.quote.where) if warning.quote else (None, None)
        yield "warning", None, warning.kind.value, None, *where
    if found.judged:
        groups = (("shown", found.judged.shown), ("claimed", found.judged.claimed), ("missing", found.judged.missing),
                  ("beyond", found.judged.beyond))  # fmt: skip
        for label, skills in groups:
            for one in skills:
                how = "essential" if one.essential else "useful"
                yield label, one.id, one.title, how, all_quoted(one.quotes) or None, None
