"""Two runs of the quiz compared, as a report: which roles stayed, what moved, and whether that means anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.reports.page.render import Block, Heading, Item, Items, Next, Para, Report, Title
from libcareer.reports.quiz import DIMENSION_WORDS

if TYPE_CHECKING:
    from libcareer.engines.quiz.retake import Moved, RetakeChanges


def retake_report(found: RetakeChanges) -> Report:
    """What changed between two runs, and whether that is more than uncertainty."""
    days = " and ".join(day or "an earlier day" for day in found.on)
    blocks: list[Block] = [Title("Your last two results compared", days if any(found.on) else "")]
    count = len(found.stayed) + len(found.went)
    if not all(found.clear):
        which = "Neither" if not any(found.clear) else "Only one"
        blocks.append(Para(f"{which} of the two points one way, so read this lightly.", strong=True))
    blocks.append(
        Para(
            f"{len(found.stayed)} of {count} roles stayed. The first result expected about {round(found.expected)} to "
            "stay if everything were asked."
        )
    )
    roles = (("Stayed", found.stayed), ("Came", found.came), ("Went", found.went))
    for heading, named in roles:
        if named:
            blocks += [Heading(heading), Items(tuple(Item(each.title, each.id) for each in named))]
    beyond = [moved for moved in found.moved if moved.beyond]
    blocks += [Heading("What moved"), Para(TASTE_CHANGED if found.changed else TASTE_UNCHANGED)]
    blocks.append(Para(BEYOND_DOUBT if beyond else WITHIN_DOUBT))
    moves = beyond or list(found.moved[:MOVES])
    blocks.append(Items(tuple(Item(body=_move(moved)) for moved in moves)))
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
"""How many moves are shown if none is beyond uncertainty."""

TASTE_CHANGED = (
    "Taken together, your answers moved more than they would for somebody who has not changed, in nineteen cases of "
    "twenty. Either what you like has changed, or you answered in a different mood."
)
TASTE_UNCHANGED = (
    "Taken together, your answers moved no more than two runs of somebody who has not changed. Different roles among "
    "the five are therefore no sign that you have changed."
)
BEYOND_DOUBT = "These moved more than uncertainty explains:"
WITHIN_DOUBT = "The largest moves; uncertainty explains each of them:"


def _move(moved: Moved) -> str:
    return (
        f"{DIMENSION_WORDS[moved.dimension]}: {moved.before:+.2f}, then {moved.after:+.2f} "
        f"(standard error of the difference {moved.doubt:.2f})"
    )
