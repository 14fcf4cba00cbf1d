"""The certification by competency sets as a report: eligibility, skills shown, sets to choose, cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.reports.addresses import Kind, address, cited, cited_by_publisher, mentions
from libcareer.reports.page.render import Block, Facts, Heading, Item, Items, Next, Para, Report, Title
from libcareer.reports.words import ASKED, amount_words, cite_words, cost_words, counted, date_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from libcareer.engines.lssc.standing import Eligibility, SetLine, SkillShown, Standing, Terms
    from libcareer.engines.references import Cite
    from libcareer.reports.page.blocks import Link

BEST_SETS = (
    "Best: with the required sets they cover the largest number of that role's essential skills; if that is "
    "equal, of its useful skills; if that is equal too, you already show the most of their own skills."
)

NEAREST_SETS = "Nearest: you show the most of their skills already. Add --goal ROLE to choose them for a role."

SHOWN_CAUTION = (
    "A skill counts as shown when one of your duties uses it. That is a source of proof, not proof: the issuer "
    "decides. Which skills belong to a set is our own interpretation."
)


def lssc_report(found: Standing) -> Report:
    """Where a person stands: the answer, the terms, every set in brief, and the duties that count."""
    posts = [role for role in (found.start, found.goal) if role]
    title = Title(f"{found.certification} ({found.short})", _who(found), mentions(Kind.ROLE, posts))
    blocks: list[Block] = [title]
    blocks += [Para(words, strong=True) for words in _answer(found)]
    rule = cited((found.eligibility.source,))
    blocks += [Heading("May you apply?"), Facts(tuple(_eligibility(found.eligibility)), rule)]
    if found.terms:
        rows = tuple(_terms(found.terms, found))
        priced = cited_by_publisher((found.terms.cost_source,))
        blocks += [Heading("What it costs, and what it does not promise"), Facts(rows, priced)]
    chosen = [line for line in found.sets if line.chosen]
    best = (
        f"The best {_number(found.choose)} of the others for {found.goal.title}"
        if found.goal
        else f"The nearest {_number(found.choose)} of the others"
    )
    for head, lines in (
        ("The required sets", [line for line in found.sets if line.required]),
        (best, chosen),
        (
            "The rest" if chosen else f"{_number(found.choose).capitalize()} of these",
            [ln for ln in found.sets if not (ln.required or ln.chosen)],
        ),
    ):
        if lines:
            blocks += [Heading(head), Items(tuple(_set(line, found) for line in lines))]
        if lines == chosen and chosen:
            blocks.append(Para(BEST_SETS if found.goal else NEAREST_SETS, quiet=True))
    blocks += _counted(found)
    blocks.append(Next(tuple(_next(found))))
    return Report("lssc", tuple(blocks), found, SET_COLUMNS, tuple(_row(line) for line in found.sets))


def lssc_set_report(found: Standing, id_: str) -> Report:
    """One set in full: what it is about, which skills are shown and missing, and what to gather as proof."""
    line = next(line for line in found.sets if line.id == id_)
    electives = sum(not one.required for one in found.sets)
    kind = "required" if line.required else f"one of {_number(electives)}, of which you choose {_number(found.choose)}"
    blocks: list[Block] = [Title(line.title, f"a set of the {found.short}; {kind}"), Para(line.summary)]
    blocks.append(Facts(tuple(_facts(line, found)), _skills(line)))
    blocks += [Heading("Gather as proof"), Items(tuple(Item(body=prompt) for prompt in line.prompts))]
    if found.terms:
        blocks.append(Para(found.terms.summary, quiet=True))
    blocks += _counted(found)
    blocks += [Heading("Sources"), Items(tuple(_source(source) for source in line.sources))]
    blocks.append(Next((("libcareer lssc" + _options(found), "every set, hours and cost"),)))
    return Report("lssc", tuple(blocks), line, SET_COLUMNS, (_row(line),))


SET_COLUMNS = ("id", "title", "required", "chosen", "shown", "missing", "serves", "prompts", "year")


NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def _number(count: int) -> str:
    """A *count* in words, if it is a small one."""
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def _who(found: Standing) -> str:
    parts = [f"working as {found.start.title}"] if found.start else []
    parts += [f"toward {found.goal.title}"] if found.goal else []
    return ", ".join(parts)


def _answer(found: Standing) -> Iterable[str]:
    if _asked(found):
        count = sum(bool(line.shown) for line in found.sets)
        yield f"Your work already shows something for {count} of the {counted(len(found.sets), 'set')}."
    chosen = [line.title for line in found.sets if line.chosen]
    if chosen:
        yield f"To choose in addition to the required ones: {'; '.join(chosen)}."
    may = found.eligibility
    if not may.secondary:
        yield "You may not apply yet: secondary school or its equivalent is missing."
    elif may.short:
        yield f"You may not apply yet: {may.short:,} hour{'' if may.short == 1 else 's'} short."
    elif may.met:
        yield "Your hours are enough to apply."


def _asked(found: Standing) -> bool:
    """Whether the person said anything about their work."""
    return found.start is not None or any(line.shown for line in found.sets)


def _eligibility(may: Eligibility) -> Iterable[tuple[str, str]]:
    taken = "assumed here" if may.secondary else "you say it is missing"
    yield "secondary school", f"needed, or its equivalent; {taken}"
    yield "hours", f"{may.needed:,} {may.where}, since {date_words(may.since)}"
    if may.counted is None:
        yield "yours", "unknown: add --hours 1500, or --worked 2022-03..now:20/week"
    else:
        yield "yours", f"{int(may.counted):,} counted; {f'{may.short:,} short' if may.short else 'enough'}"
    if may.source:
        yield "rule", cite_words(may.source)


def _terms(terms: Terms, found: Standing) -> Iterable[tuple[str, str]]:
    yield "what", terms.summary
    yield "costs", amount_words(terms.cost, terms.cost_source) if terms.cost and terms.cost_source else cost_words(None)
    yield "does not", terms.does_not
    yield "who asks", f"{ASKED[terms.asked]}. {terms.asked_note}"
    if found.goal and found.goal_asks:
        note = f": {found.goal_asks.note}" if found.goal_asks.note else ""
        yield f"for {found.goal.title}", f"{ASKED[found.goal_asks.asked]}{note}"
    elif found.goal:
        yield f"for {found.goal.title}", "as far as we know, no employer asks for it"
    yield "kept by", terms.renewal or "it does not lapse"
    yield "now", terms.how


def _set(line: SetLine, found: Standing) -> Item:
    at = f"lssc {line.id}{_options(found)}"
    if _asked(found):
        aside = f"{line.id}; {len(line.shown)} of {counted(len(line.shown) + len(line.missing), 'skill')} shown"
        return Item(line.title, aside, facts=tuple(_facts(line, found)), address=at, links=_skills(line))
    facts = tuple(_facts(line, found))
    return Item(line.title, line.id, line.summary, facts, address=at, links=_skills(line))


def _skills(line: SetLine) -> tuple[Link, ...]:
    """The skills of a set."""
    return mentions(Kind.SKILL, (*line.shown, *line.missing, *line.serves))


def _source(source: Cite) -> Item:
    return Item(body=cite_words(source), address=address(Kind.SOURCE, source.id))


def _facts(line: SetLine, found: Standing) -> Iterable[tuple[str, str]]:
    if line.shown:
        yield "you show", ", ".join(map(_shown, line.shown))
    if line.missing:
        yield "still to show" if _asked(found) else "skills", ", ".join(skill.title for skill in line.missing)
    if line.serves and found.goal:
        yield f"serves {found.goal.title}", ", ".join(skill.title for skill in line.serves)
    if line.note:
        yield "note", line.note


def _shown(one: SkillShown) -> str:
    if not one.duties:
        return one.title
    return f"{one.title} (duty {', '.join(map(str, one.duties))})"


def _counted(found: Standing) -> Iterable[Block]:
    """The numbered duties of the role, with a mark on those that do not count."""
    if found.start:
        yield Heading(f"Typical duties of {found.start.title}")
        yield Facts(
            tuple(
                (f"{duty.number}" if duty.theirs else f"{duty.number}, not counted", duty.does) for duty in found.duties
            )
        )
        yield Para("If only some of these are yours, name them: --duty 1 --duty 4.", quiet=True)
    if _asked(found):
        yield Para(SHOWN_CAUTION, quiet=True)


def _options(found: Standing) -> str:
    return (f" --from {found.start.id}" if found.start else "") + (f" --goal {found.goal.id}" if found.goal else "")


def _next(found: Standing) -> Iterable[tuple[str, str]]:
    first = next((line for line in found.sets if line.chosen), found.sets[0])
    yield f"libcareer lssc {first.id}{_options(found)}", "one set in full, with what to gather as proof"
    if not found.start:
        yield "libcareer lssc --from ROLE", "what the work in your role already shows"
    if not found.goal:
        yield f"libcareer lssc{_options(found)} --goal ROLE", f"which {_number(found.choose)} sets serve a role best"
    if found.disputed:
        yield f"libcareer disputes {found.disputed}", "what is disputed about it: both sides"


def _row(line: SetLine) -> tuple[object, ...]:
    return (
        line.id,
        line.title,
        line.required,
        line.chosen,
        "; ".join(one.title for one in line.shown),
        "; ".join(skill.title for skill in line.missing),
        "; ".join(skill.title for skill in line.serves),
        "; ".join(line.prompts),
        line.year,
    )
