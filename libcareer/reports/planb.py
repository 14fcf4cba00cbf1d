"""A plan B as a report: what is within the limits, what each limit costs, and what is in the way of the rest."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from libcareer.engines.paths.planb import LeftOut, Reach
from libcareer.reports.page.render import Block, Facts, Heading, Item, Items, Next, Para, Report, Title
from libcareer.reports.path import steps_words, total_words
from libcareer.reports.words import PLACE, counted, months_words, pay_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from libcareer.engines.paths.planb import Block as Shut
    from libcareer.engines.paths.planb import PlanB

SHOWN = 6
"""How many roles of each list are told at first."""

FEW = {"rarely": "few", "sometimes": "only some"}
"""How many posts are of a kind that too few are, in words."""

CAUTION = (
    "A role counts as within reach if one way to it is, at the upper end of what that takes. Months in a job "
    "before a move are editorial estimates of what is typical; a figure that is not known counts as beyond "
    "any limit. In the share of skills, essential and rare ones count more. Not counted: the time to find "
    "each post, and what you live on while you study full time."
)


def planb(answer: PlanB, *, whole: bool = False) -> Report:
    """The roles within the limits, nearest in skills first, and the others with what shuts each out.

    The nearest of each are told unless the *whole* is wanted; data and rows always have all.
    """
    have = f", with {', '.join(answer.holding)}" if answer.holding else ""
    blocks: list[Block] = [
        Title(f"Plan B for {answer.title}", "; ".join((f"from {answer.start}{have}", *answer.limits))),
        Para(_lead(answer), strong=True),
    ]
    if not answer.limits:
        blocks.append(Para("No limits are given, so everything counts; `libcareer planb --help` names them."))
    if isinstance(answer.itself, LeftOut):
        blocks.append(Items((_left_out(answer.itself),)))
    blocks += _listed("Within reach", [_reach(reach, answer) for reach in answer.reached], whole)
    if answer.prices and answer.left_out:
        blocks += [Heading("What each limit costs"), Facts(tuple(_prices(answer)))]
    blocks += _listed("Left out", [_left_out(role) for role in answer.left_out], whole)
    blocks += [Para(CAUTION, quiet=True), Next(tuple(_next(answer, whole=whole)))]
    told = [role for role in (answer.itself, *answer.reached, *answer.left_out) if role]
    columns = ("role", "title", "within", "place", "share_of_skills", "months_low", "months_high", "cost", "steps",
               "limit", "stands", "after_months", "instead", "study", "also")  # fmt: skip
    return Report("planb", tuple(blocks), answer, columns, tuple(_row(role) for role in told))


def _lead(answer: PlanB) -> str:
    itself, nearest = answer.itself, [reach.title for reach in answer.reached[:2]]
    near = f" Nearest to it in skills, and within reach: {', then '.join(nearest)}." if nearest else ""
    if itself is None:
        return f"You are in that role now.{near}"
    if isinstance(itself, Reach):
        return f"{itself.title} itself is within reach: {_lower(total_words(itself.route.total))}"
    if itself.block is None:
        return f"No way to {itself.title} is known from where you stand, limits or not.{near}"
    nothing = "" if nearest else " Nothing else is within all of them either; look below for what to let go of first."
    return f"{itself.title} itself is not within reach: {_shut(itself.block)}.{near}{nothing}"


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _listed(heading: str, items: Sequence[Item], whole: bool) -> list[Block]:
    """A part of the page: the first *items*, and how many more there are."""
    if not items:
        return []
    shown = items if whole else items[:SHOWN]
    blocks: list[Block] = [Heading(f"{heading}: {counted(len(items), 'role')}"), Items(tuple(shown))]
    if len(shown) < len(items):
        blocks.append(Para(f"And {len(items) - len(shown)} more; --all lists them.", quiet=True))
    return blocks


def _reach(reach: Reach, answer: PlanB) -> Item:
    skills = f"{round(reach.share * 100)} percent of what {answer.title} uses" + (
        f", such as {', '.join(reach.shared[:4])}" if reach.shared else ""
    )
    facts = [("skills", skills)]
    if reach.missing:
        facts.append(("asks besides", ", ".join(reach.missing)))
    facts.append(("way", steps_words(reach.route)))
    facts.append(("takes", total_words(reach.route.total)))
    if reach.pay:
        facts.append(("pays", f"{pay_words(reach.pay)} Counted with {reach.pay.covers}."))
    facts.append(("where", PLACE[reach.place]))
    return Item(reach.title, reach.role, facts=tuple(facts))


# ---------------------------------------------------------------------------- what is left out


def _left_out(role: LeftOut) -> Item:
    block = role.block
    if block is None:
        facts = [("why", "No way leads there from where you stand, limits or not.")]
    else:
        facts = [("shut out by", f"{block.limit}, {_when(block.after)}: {_shut(block)}")]
        facts.append(("to lift it", _lift(block)))
        if role.together:
            facts.append(("note", "No limit shuts it out by itself; together they do."))
        elif role.also:
            facts.append(("and by", ", ".join(role.also)))
    return Item(role.title, role.role, facts=tuple(facts))


def _when(months: float) -> str:
    return "at the start" if months < 1 else f"after up to {months_words(months, months)}"


def _shut(block: Shut) -> str:
    """Why a limit shuts a role out, in words."""
    option = block.limit.split()[0]
    match option:
        case "--no-masters" | "--no-degree":
            return f"it usually asks for {_article(block.stands)}"
        case "--part-time":
            return f"{FEW[block.stands]} posts are part time"
        case "--remote":
            return f"{FEW[block.stands]} posts are remote"
        case "--no-move":
            return "few towns have posts, so most people move for one"
        case "--beyond" | "--library":
            return f"it is {PLACE[block.stands]}"
        case "--min-pay":
            return "no pay figure is known" if block.instead is None else "its middle pay is lower"
        case "--max-cost":
            return "what its study costs is not known" if block.instead is None else "its study costs more"
        case _:
            return "how long its study takes is not known" if block.instead is None else "no way is as short"


def _lift(block: Shut) -> str:
    option = block.limit.split()[0]
    if option in ("--no-masters", "--no-degree"):
        study = f"{', then '.join(block.study)}. " if block.study else "Long practice in place of the degree. "
        words = f"{study}{total_words(block.total)}"
    elif block.instead is not None:
        words = f"{block.instead}" + ("" if option == "--min-pay" else f". {total_words(block.total)}")
    elif option.startswith("--m"):
        words = f"ask first, then leave out {option}. {total_words(block.total)}"
    else:
        words = f"leave out {option}"
    return words if block.enough else f"{words.rstrip('.')}. That alone is not enough."


def _article(title: str) -> str:
    return title if title.startswith(("a ", "an ")) else f"{'an' if title[0] in 'aeiou' else 'a'} {title}"


def _prices(answer: PlanB) -> Iterator[tuple[str, str]]:
    dearest = answer.prices[0]
    for price in answer.prices:
        most = "; this one costs most" if price is dearest and price.more and len(answer.prices) > 1 else ""
        yield price.limit, f"{counted(price.more, 'more role') if price.more else 'no more roles'} without it{most}"


def _next(answer: PlanB, *, whole: bool) -> Iterator[tuple[str, str]]:
    if answer.reached:
        first = answer.reached[0].role
        yield f"libcareer path {first}{_from(answer)}", "the way there, step by step"
        yield f"libcareer compare {answer.wish} {first}", "the two side by side"
    else:
        yield f"libcareer path {answer.wish}{_from(answer)}", "the way to what you wished for"
    if not whole and max(len(answer.reached), len(answer.left_out)) > SHOWN:
        yield (
            f"libcareer planb {' '.join((answer.wish, *answer.limits))}{_from(answer)} --all",
            "every role, also those left out",
        )


def _from(answer: PlanB) -> str:
    """Where the person stands, as it is typed."""
    origin = f" --from {answer.origin}" if answer.origin else ""
    return origin + "".join(f" --have {id_}" for id_ in answer.held)


def _row(role: Reach | LeftOut) -> tuple[object, ...]:
    if isinstance(role, Reach):
        total = role.route.total
        cost = "; ".join(f"{sum_.low:g}-{sum_.high:g} {sum_.currency}" for sum_ in total.cost)
        steps = "; ".join(step.id for step in role.route.steps)
        told = (*total.months, cost, steps)
        return (role.role, role.title, "yes", role.place, role.share, *told, *(None,) * 6)
    block = role.block
    shut = (
        (block.limit, block.stands, block.after, block.instead, "; ".join(block.study), "; ".join(role.also))
        if block
        else ("no way", *(None,) * 5)
    )
    return tuple(chain((role.role, role.title, "no", role.place, role.share), (None,) * 4, shut))
