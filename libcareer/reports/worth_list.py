"""Whether a credential pays in each role that asks for it, as a report: roles with the same answer stand together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.engines.choosing.worth_answer import Verdict
from libcareer.engines.choosing.worth_inputs import InputName
from libcareer.knowledge.enums import Asked
from libcareer.reports.addresses import Kind, cited, mention, mentions
from libcareer.reports.page.render import Block, Facts, Heading, Item, Items, Next, Para, Report, Title
from libcareer.reports.words import cite_words, counted
from libcareer.reports.worth import held_words
from libcareer.reports.worth_figures import (
    CASES,
    LABELS,
    LEFT_OUT,
    OPTIONS,
    Asking,
    again_words,
    input_words,
    signed,
    sources_of,
    time_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from libcareer.engines.choosing.worth_answer import Opened, Payback, WorthList

VERDICTS = {
    Verdict.PAYS: "the money comes back in {}",
    Verdict.DOUBTFUL: "only in the best case in {}",
    Verdict.TOO_DEAR: "not at this price before work ends in {}",
    Verdict.TOO_LATE: "not before work ends in {}",
    Verdict.NEVER: "never in {}",
    Verdict.UNKNOWN: "it cannot be told in {}",
    Verdict.NOT_NEEDED: "it is not needed in {}",
}
"""In how many roles the verdict is so, with a place for the number."""


def worth_list_report(found: WorthList, asking: Asking) -> Report:
    """The answer for each role that asks for the credential, the soonest paid back first."""
    id_, title = found.credential.id, found.credential.title
    manner = "full time, without the job" if found.full_time else "beside the job"
    before = next(one for one in found.inputs if one.name is InputName.BEFORE)
    blocks: list[Block] = [
        Title(
            f"Is it worth it: {title}?",
            f"from {signed(before.middle)} a year; {manner}",
            (mention(Kind.CREDENTIAL, id_, title),),
        ),
        Para(_lead(found), strong=True),
    ]
    if found.roles:
        after = [one.after for one in found.roles if one.after]
        sources = sources_of((*found.inputs, *after))
        blocks += [
            Facts(tuple((LABELS[one.name], input_words(one)) for one in found.inputs)),
            Heading("Until the money is back, in each role that asks for it"),
            Items(tuple(_alike(found.roles))),
            Para(LEFT_OUT, quiet=True),
            Para(OPTIONS, quiet=True),
            Para(CASES, quiet=True),
            Para(f"Sources: {'; '.join(map(cite_words, sources))}.", quiet=True, links=cited(sources)),
        ]
    here = again_words(asking)
    first = [one.role.id for one in found.roles if one.payback][:1]
    commands = [
        (f"libcareer worth {id_} --goal {role}{here}", "what decides there, figure by figure") for role in first
    ]
    commands.append((f"libcareer credentials {id_}", "what it is, who asks for it, and what it does not do"))
    blocks.append(Next(tuple(commands)))
    return Report("worth", tuple(blocks), found, COLUMNS, tuple(map(_cells, found.roles)))


def _lead(found: WorthList) -> str:
    if found.verdict is Verdict.HELD:
        return held_words(found.credential)
    if not found.count:
        return "You need not have it: neither law nor employers ask for it in any role here."
    counts = {verdict: sum(one.verdict is verdict for one in found.roles) for verdict in VERDICTS}
    said = [words.format(counts[verdict]) for verdict, words in VERDICTS.items() if counts[verdict]]
    asking = "1 role that asks" if found.count == 1 else f"{found.count} roles that ask"
    return f"Of {asking} for it, in the middle case: {'; '.join(said)}."


def _alike(roles: Iterable[Opened]) -> Iterator[Item]:
    """The roles with one answer as an item: the time, then the pay that it rests on, then their titles."""
    together: dict[tuple[object, ...], list[Opened]] = {}
    for one in roles:
        key = (one.payback, one.after, one.asked is Asked.LAW, one.verdict, one.besides, one.doubts)
        together.setdefault(key, []).append(one)
    for same in together.values():
        one = same[0]
        facts = [("in", ", ".join(each.role.title for each in same))]
        if one.after:
            facts.insert(0, ("pay after", input_words(one.after)))
        if one.asked is Asked.LAW:
            facts.append(("asked by", "law"))
        if one.besides:
            facts.append(("takes besides", ", ".join(part.title for part in one.besides)))
        facts += [("doubt", doubt) for doubt in one.doubts]
        links = (*mentions(Kind.ROLE, [each.role for each in same]), *mentions(Kind.CREDENTIAL, one.besides))
        yield Item(_time(one.payback, one.verdict), counted(len(same), "role"), facts=tuple(facts), links=links)


def _time(back: Payback | None, verdict: Verdict) -> str:
    if back is None:
        return "It cannot be told" if verdict is Verdict.UNKNOWN else "Not needed"
    if back.best is None:
        return "Never"
    middle = time_words(back.middle)
    return f"{middle[:1].upper()}{middle[1:]} ({time_words(back.best)} at best, {time_words(back.worst)} at worst)"


COLUMNS = ("role", "title", "asked", "verdict", "best_months", "middle_months", "worst_months", "pay_after",
           "besides", "doubts")  # fmt: skip


def _cells(one: Opened) -> tuple[object, ...]:
    back = one.payback
    cases = (back.best, back.middle, back.worst) if back else (None, None, None)
    after = one.after.middle if one.after else None
    besides, doubts = "; ".join(part.id for part in one.besides), " ".join(one.doubts)
    return (one.role.id, one.role.title, one.asked.value, one.verdict.value, *cases, after, besides, doubts)
