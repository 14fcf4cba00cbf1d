"""Whether study pays as a report: the answer in one line, what decides, then each figure with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.engines.choosing.worth_answer import Verdict
from libcareer.engines.choosing.worth_inputs import InputName
from libcareer.knowledge.packs import current_pack
from libcareer.reports.addresses import Kind, cited, mention, mentions, named_in
from libcareer.reports.page.render import Block, Facts, Heading, Next, Para, Report, Title
from libcareer.reports.words import cite_words, counted, listed
from libcareer.reports.worth_figures import (
    CASES,
    LABELS,
    LEFT_OUT,
    OPTIONS,
    Asking,
    again_words,
    amounts_words,
    deciding_words,
    in_coded,
    input_words,
    payback_words,
    signed,
    sources_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcareer.engines.choosing.worth_answer import Worth
    from libcareer.engines.references import Named
    from libcareer.reports.page.blocks import Link


def worth_report(found: Worth, asking: Asking) -> Report:
    """The answer for one role: when the money is back, what decides, each figure, and what is left out."""
    rows, sources = tuple(_rows(found)), sources_of(found.inputs)
    blocks: list[Block] = [Title(_title(found), _aside(found), _links(found)), Para(_lead(found), strong=True)]
    if rows:
        blocks.append(Facts(rows, named_in(rows, _mentioned(found))))
    if found.payback:
        blocks += [Para(words, quiet=True) for words in (LEFT_OUT, OPTIONS, CASES)]
    if asking.table and found.table:
        blocks += [
            Heading("Year by year: what you have more (+) or less (-) than without it"),
            Facts(tuple((f"after {counted(line.year, 'year')}", amounts_words(line)) for line in found.table)),
        ]
    if sources:
        words = "; ".join(map(cite_words, sources))
        blocks.append(Para(f"Sources: {words}.", quiet=True, links=cited(sources)))
    blocks.append(Next(tuple(_next(found, asking))))
    return Report("worth", tuple(blocks), found, COLUMNS, tuple(_cells(found)))


# ---------------------------------------------------------------------------- the answer in a line


def _title(found: Worth) -> str:
    if found.credential is None:
        return f"Is the study for {found.goal.title} worth it?"
    return f"Is it worth it: {found.credential.title}, to work as {found.goal.title}?"


def _aside(found: Worth) -> str:
    manner = "full time, without the job" if found.full_time else "beside the job"
    before = next((one for one in found.inputs if one.name is InputName.BEFORE), None)
    home = current_pack().country
    place = found.where if home is None or found.where != home.title else ""
    said = [*([f"from {signed(before.middle)} a year"] if before else []), manner, *([place] if place else [])]
    return "; ".join(said)


def _lead(found: Worth) -> str:
    goal = found.goal.title
    match found.verdict:
        case Verdict.THERE:
            return "You are in that role now: there is nothing to pay for."
        case Verdict.HELD:
            return held_words(found.credential)
        case Verdict.NO_WAY:
            return f"No sensible way to {goal} is known from where you stand, so no study for it is known to pay."
        case Verdict.UNKNOWN:
            return f"Cannot tell. {' '.join(found.doubts)}"
        case Verdict.NOT_NEEDED if found.credential:
            anyway = f" With the pay that you expect from it: {payback_words(found.payback)}" if found.payback else ""
            return f"You need not have it: neither law nor employers ask for it in {goal}.{anyway}"
        case Verdict.NOT_NEEDED:
            return f"You need not study: the usual way to {goal} asks for no credential that you lack."
        case Verdict.NEVER:
            return f"{_orientation(found)}Never, not even in the best case: {_never(found)}"
        case _:
            return f"{_orientation(found)}{_in_time(found)}"


def _orientation(found: Worth) -> str:
    """That the answer rests on the pay of another role; empty if it does not."""
    proxies = [one.name for one in found.inputs if one.proxy]
    if not proxies:
        return ""
    whose = found.goal.title if InputName.AFTER in proxies else "your job"
    return f"For orientation only, since {whose} has no pay figure of its own: "


def held_words(credential: Named | None) -> str:
    """That a person holds the *credential*, by what they say or what is usual in their post."""
    words = "You hold it already, by what you say or by what people in your job usually hold: nothing is left to pay."
    return f"{words} If you do not, add --not {credential.id}." if credential else words


def _in_time(found: Worth) -> str:
    """When the money is back, and whether that is before work ends if it is known when."""
    when = payback_words(found.payback)
    if found.years_left is None:
        return when
    left = f"{found.years_left:g} year{'' if found.years_left == 1 else 's'}"
    if found.verdict is Verdict.TOO_DEAR and found.price_limit is not None:
        limit = signed(found.price_limit)
        return f"Not at this price. {when} You have {left} of work left: at {limit} or less it would be back by then."
    if found.verdict is Verdict.TOO_LATE:
        return f"Never, in the {left} of work that you have left, at any price. {when}"
    return f"{when} You have {left} of work left."


def _never(found: Worth) -> str:
    values = {one.name: one for one in found.inputs}
    if values[InputName.STAY].best == 100:
        return "you stay in the job you have and earn no more."
    before, after = values[InputName.BEFORE], values[InputName.AFTER]
    return f"{found.goal.title} pays {signed(after.best)} a year at best, and you earn {signed(before.middle)} now."


# ---------------------------------------------------------------------------- the figures


def _rows(found: Worth) -> Iterator[tuple[str, str]]:
    """What decides, each input, the wages given up, the gain at the end of work, and doubts."""
    if found.decides:
        yield "decides", deciding_words(found.decides, found.inputs)
    yield from ((LABELS[one.name], input_words(one)) for one in found.inputs if found.studies or _is_pay(one.name))
    if found.posts:
        yield "on the way", f"work as {listed([post.title for post in found.posts])}, at the median pay of each job"
    if found.given_up:
        low, high = sorted((found.given_up.best, found.given_up.worst))
        yield (
            "given up",
            f"{in_coded(low, high)} in wages" if high else "no wages, if you keep the job meanwhile",
        )
    if found.at_end and found.years_left is not None:
        left = f"{found.years_left:g} year{'' if found.years_left == 1 else 's'}"
        yield "at the end", f"after {left}, compared with not studying: {amounts_words(found.at_end)}"
    if found.verdict is not Verdict.UNKNOWN:
        yield from (("doubt", doubt) for doubt in found.doubts)


def _is_pay(name: InputName) -> bool:
    return name in (InputName.BEFORE, InputName.AFTER)


# ---------------------------------------------------------------------------- what the page leads to


def _links(found: Worth) -> tuple[Link, ...]:
    credential = [mention(Kind.CREDENTIAL, found.credential.id, found.credential.title)] if found.credential else []
    return (*credential, mention(Kind.ROLE, found.goal.id, found.goal.title))


def _mentioned(found: Worth) -> tuple[Link, ...]:
    """The studies and the posts on the way."""
    studies = [mention(Kind.CREDENTIAL, part.credential.id, part.short) for part in found.studies]
    return (*studies, *mentions(Kind.ROLE, found.posts))


def _next(found: Worth, asking: Asking) -> Iterator[tuple[str, str]]:
    asked = f"{found.credential.id} --goal {found.goal.id}" if found.credential else found.goal.id
    if found.payback and not asking.table:
        yield f"libcareer worth {asked}{again_words(asking)} --table", "year by year"
    yield f"libcareer path {found.goal.id}{asking.again}", "the way there, step by step, and other ways"
    if found.studies:
        yield f"libcareer credentials {found.studies[-1].credential.id}", "who asks for it, and what it does not do"


COLUMNS = ("item", "best", "middle", "worst", "unit", "basis", "says", "year", "sources")


def _cells(found: Worth) -> Iterator[tuple[object, ...]]:
    """The answer as rows: the verdict, the months until the money is back, each input, and each year."""
    yield ("verdict", None, None, None, "", "", found.verdict.value, "", "")
    if found.payback:
        back = found.payback
        yield ("payback", back.best, back.middle, back.worst, "months", "", "an empty cell is never", "", "")
    for one in found.inputs:
        ids = "; ".join(source.id for source in one.sources)
        yield (one.name.value, one.best, one.middle, one.worst, one.unit, one.basis.value, one.says, one.year, ids)
    for name, amount in (("given up", found.given_up), ("at the end", found.at_end)):
        if amount:
            yield (name, amount.best, amount.middle, amount.worst, current_pack().currency, "", "", "", "")
    if found.decides:
        yield ("decides", None, None, None, "", "", found.decides.name.value, "", "")
    yield from (("doubt", None, None, None, "", "", doubt, "", "") for doubt in found.doubts)
    for line in found.table:
        yield (f"after year {line.year}", line.best, line.middle, line.worst, current_pack().currency, "", "", "", "")
