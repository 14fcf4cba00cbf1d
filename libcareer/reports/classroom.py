"""A class as a report: its interests, roles it may not have thought of, and what to discuss."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from libcareer import __version__
from libcareer.engines.quiz.classroom import FEWEST_PEOPLE, LEANS
from libcareer.engines.quiz.limits import practical_questions
from libcareer.knowledge.packs import current_pack
from libcareer.reports.details import DIMENSION_WORDS, FULL_BAR
from libcareer.reports.page.render import Block, Facts, Heading, Item, Items, Next, Para, Range, Ranges, Report, Title
from libcareer.reports.page.values import signed
from libcareer.reports.words import counted, listed

if TYPE_CHECKING:
    from libcareer.engines.quiz.classroom import ClassSummary, CommonRole, Corner, Spread
    from libcareer.engines.quiz.interview import PaperQuiz

DISAGREES = 3
"""How many of the dimensions that the class disagrees on are named."""

PRIVACY = (
    f"Nothing here is about fewer than {FEWEST_PEOPLE} people: a smaller number, or one that would reveal it, is left "
    "out. Names of people or files are neither read nor kept."
)

SCALE = (
    "All numbers on this page and on the handouts are on one scale: 0 is what most people would choose, plus is more "
    f"and minus is less. A person at {LEANS} or more leans toward it, at -{LEANS} or less away from it; a bar is full "
    f"at {FULL_BAR:.0f}."
)

ON_PAPER = (
    "Write the numbers of what you would like to do, not of what you can do. Leave a line empty to skip the question. "
    "No name is needed."
)


class PaperQuestion(Struct, frozen=True):
    """A question on paper: what is written down for it, and its options in order."""

    question: str
    options: tuple[str, ...]


class PaperSheet(Struct, frozen=True):
    """The quiz on paper, question by question."""

    questions: tuple[PaperQuestion, ...]


def class_report(found: ClassSummary) -> Report:
    """What a class has in common, where it disagrees, and three things to discuss."""
    spread = {each.dimension: each for each in found.dimensions}
    blocks: list[Block] = [
        Title("What this class likes", counted(found.people, "person").replace("persons", "people")),
        Heading("Interests: the average, and how far from it people typically are"),
        Ranges(tuple(map(_interest, found.dimensions)), ""),
        Para(SCALE, quiet=True),
        Heading("Where it disagrees most"),
        Items(tuple(_apart(each) for each in sorted(found.dimensions, key=lambda each: -each.spread)[:DISAGREES])),
        Heading("Corners of the field that come up most"),
        _corners(found),
        *([Heading("Roles that come up most"), _roles(found.common, "")] if found.common else []),
        Heading("Roles you would not have thought of"),
        Para(_unthought(), quiet=True),
        _roles(found.unthought, f"None is in a corner that comes up for {FEWEST_PEOPLE} people or more.", "its corner"),
        Heading("Three things to discuss"),
        Items(tuple(Item(body=words, mark="") for words in _discuss(found, spread))),
        Para(PRIVACY, quiet=True),
    ]
    named = [*found.unthought, *found.common]
    if named:
        blocks.append(Next(((f"libcareer show {named[0].role} --section day", "a day in it, to read out"),)))
    rows: list[tuple[object, ...]] = [
        ("dimension", each.dimension, DIMENSION_WORDS[each.dimension], each.mean, each.spread, each.towards, each.away)
        for each in found.dimensions
    ]
    rows += [("corner", each.cluster, each.title, None, None, each.people, None) for each in found.corners]
    for kind, roles in (("common", found.common), ("unthought", found.unthought)):
        rows += [(kind, role.role, role.title, None, None, role.people, None) for role in roles]
    columns = ("kind", "id", "title", "mean", "spread", "people", "away")
    return Report("class", tuple(blocks), found, columns, tuple(rows))


def paper_report(quiz: PaperQuiz, seed: int) -> Report:
    """The quiz to print: every screen and practical question, its options numbered as they are typed in later."""
    asked = [
        PaperQuestion(
            f"Your {screen.picks} favorites:" + " ____" * screen.picks + "   Least liked: ____" * screen.least,
            tuple(map(quiz.text, screen.options)),
        )
        for screen in quiz.screens(seed)
    ]
    asked += [
        PaperQuestion(f"{each.question} ____", tuple(choice.text for choice in each.choices))
        for each in practical_questions(quiz.quiz.catalog)
    ]
    blocks: list[Block] = [Title("The quiz on paper", f"libcareer {__version__}"), Para(ON_PAPER)]
    for number, each in enumerate(asked, 1):
        options = (Item(words, mark=str(i)) for i, words in enumerate(each.options, 1))
        blocks += [Heading(f"{number}. {each.question}"), Items(tuple(options))]
    command = "libcareer quiz --paper --answers FILE" + (f" --seed {seed}" if seed else "")
    blocks.append(Next(((command, "the result; FILE has a line of numbers for each question"),)))
    rows = [(n, each.question, i, words) for n, each in enumerate(asked, 1) for i, words in enumerate(each.options, 1)]
    return Report(
        "quiz", tuple(blocks), PaperSheet(tuple(asked)), ("number", "question", "option", "text"), tuple(rows)
    )


def handout_report(page: Report, number: int) -> Report:
    """The *page* of a person as a handout, identified only by its *number*."""
    title, *blocks = page.blocks
    # What is kept on the counselor's machine is not about this person.
    blocks = [_for_anyone(block) if isinstance(block, Next) else block for block in blocks]
    return replace(page, blocks=(title, Facts((("Handout", str(number)),)), *blocks))


def _for_anyone(next_: Next) -> Next:
    """The commands of *next_* that say the same on every machine."""
    return Next(tuple(pair for pair in next_.commands if pair[0].startswith("libcareer show ")))


def _unthought() -> str:
    """What a role is that a class would not have thought of."""
    pack = current_pack()
    known = f", and has none of {listed([repr(word) for word in pack.known])} in its title" if pack.known else ""
    return (
        f"Each is in a corner of the field that comes up for {FEWEST_PEOPLE} of you or more, is {pack.edge} or "
        f"{pack.beyond}{known}. The roles that fit the class best on average come first."
    )


def _interest(each: Spread) -> Range:
    """How much a class wants of something: a bar from one typical distance below the average to one above."""
    low, high = each.mean - each.spread, each.mean + each.spread
    label = DIMENSION_WORDS[each.dimension]
    return Range(label, low, high, signed(low), signed(high), f"average {signed(each.mean)}", each.mean)


def _apart(each: Spread) -> Item:
    words = (
        f"{DIMENSION_WORDS[each.dimension]}: {signed(each.mean)} on average, and people are typically "
        f"{each.spread:.2f} away from that"
    )
    if each.towards and each.away:
        words += f"; {each.towards} lean toward it and {each.away} away from it"
    return Item(body=f"{words}.")


def _roles(roles: tuple[CommonRole, ...], none: str, label: str = "comes up for") -> Block:
    if not roles:
        return Para(none)
    return Items(tuple(Item(role.title, role.role, role.summary, ((label, _people(role)),)) for role in roles))


def _corners(found: ClassSummary) -> Block:
    if not found.corners:
        return Para(f"No corner comes up for {FEWEST_PEOPLE} people or more; you are a varied class.")
    return Items(tuple(
        Item(each.title, _people(each), "", (("such as", ", ".join(role.title for role in each.roles)),))
        for each in found.corners
    ))  # fmt: skip


def _people(group: CommonRole | Corner) -> str:
    return "nearly all of you" if group.people is None else f"{group.people} of you"


def _discuss(found: ClassSummary, spread: dict[str, Spread]) -> list[str]:
    apart, shared = DIMENSION_WORDS[found.apart], DIMENSION_WORDS[found.shared]
    words = [
        f"You differ most in '{apart}'. Let one who wants much of it and one who wants none each say what a "
        "good Tuesday at work looks like. Which roles have room for both?",
    ]
    if spread[found.shared].mean > 0:
        words.append(f"You share a liking for '{shared}'. Where, {current_pack().outside}, is anyone paid for that?")
    else:
        words.append("No interest stands out for all of you. What would each of you miss most in a week without it?")
    if found.unthought:
        words.append(
            f"{found.unthought[0].title} is in a corner that comes up for {_people(found.unthought[0])}. Before "
            "looking it up: what does such a person do all day, and who employs one?"
        )
    elif found.common:
        words.append(
            f"{found.common[0].title} comes up for {_people(found.common[0])}. What would put you off it, and how "
            "could you find out in an hour?"
        )
    else:
        words.append("No role comes up for many of you. Which one on your own page surprised you, and why?")
    return words
