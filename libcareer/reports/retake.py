"""Two runs of the quiz side by side as a report: the roles that stayed, what moved, and whether that means anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.reports.page.render import Block, Heading, Item, Items, Next, Para, Report, Title
from libcareer.reports.quiz import DIMENSION_WORDS

if TYPE_CHECKING:
    from libcareer.engines.quiz.retake import Comparison, Moved


def comparison(found: Comparison) -> Report:
    """What changed between two runs, and whether that is more than the doubt explains."""
    days = " and ".join(day or "an earlier day" for day in found.on)
    blocks: list[Block] = [Title("Your last two results compared", days if any(found.on) else "")]
    count = len(found.stayed) + len(found.went)
    if not all(found.clear):
        which = "Neither" if not any(found.clear) else "Only one"
        blocks.append(Para(f"{which} of the two points one way, so read this lightly.", strong=True))
    blocks.append(
        Para(
            f"{len(found.stayed)} of {count} roles stayed. About {round(found.expected)} of them was what the first "
            "result itself expected to stay if everything were asked."
        )
    )
    roles = (("Stayed", found.stayed), ("Came", found.came), ("Went", found.went))
    for heading, named in roles:
        if named:
            blocks += [Heading(heading), Items(tuple(Item(each.title, each.id) for each in named))]
    beyond = [moved for moved in found.moved if moved.beyond]
    blocks += [Heading("What moved"), Para(CHANGED if found.changed else UNCHANGED)]
    blocks.append(Para(BEYOND_DOUBT if beyond else WITHIN_DOUBT))
    told = beyond or list(found.moved[:MOVES])
    blocks.append(Items(tuple(Item(body=_move(moved)) for moved in told)))
    blocks.append(Next((("libcareer me", "the last result in full"),)))
    rows: list[tuple[object, ...]] = [
        ("role", how.lower(), each.id, each.title, None, None, None) for how, named in roles for each in named
    ]
    rows += [
        ("dimension", "beyond" if m.beyond else "within", m.dimension, DIMENSION_WORDS[m.dimension], m.before, m.after,
         m.doubt)
        for m in found.moved
    ]  # fmt: skip
    columns = ("kind", "how", "id", "title", "before", "after", "doubt")
    return Report("me", tuple(blocks), found, columns, tuple(rows))


MOVES = 3
"""How many moves within the doubt are told."""

CHANGED = (
    "Taken together, your answers moved more than those of somebody who has not changed would in nineteen cases of "
    "twenty. Either what you like has changed, or you answered in another spirit."
)
UNCHANGED = (
    "Taken together, your answers moved no more than two runs of somebody who has not changed. Other roles among the "
    "five are therefore no sign that you have."
)
BEYOND_DOUBT = "Moved beyond the doubt by themselves:"
WITHIN_DOUBT = "The largest moves, each by itself within the doubt:"


def _move(moved: Moved) -> str:
    return (
        f"{DIMENSION_WORDS[moved.dimension]}: {moved.before:+.2f}, then {moved.after:+.2f} "
        f"(doubt of the difference {moved.doubt:.2f})"
    )
