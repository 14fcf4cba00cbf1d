"""Two runs of the quiz compared, as a report: which roles stayed, what moved, and whether that means anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.reports.details import DIMENSION_WORDS
from libcareer.reports.page.render import Block, Heading, Item, Items, Next, Para, Report, Title
from libcareer.reports.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from libcareer.engines.quiz.retake import Moved, RetakeChanges
    from libcareer.engines.references import Named


def retake_report(found: RetakeChanges) -> Report:
    """What changed between two runs, and whether that is more than uncertainty."""
    days = " and ".join(day or "an earlier day" for day in found.on)
    title = Title("Your last two results compared", days if any(found.on) else "")
    roles = (("Stayed", found.stayed), ("Came", found.came), ("Went", found.went))
    rows: list[tuple[object, ...]] = [
        ("role", how.lower(), each.id, each.title, None, None, None) for how, named in roles for each in named
    ]
    rows += [
        ("dimension", "beyond" if m.beyond else "within", m.dimension, DIMENSION_WORDS[m.dimension], m.before, m.after,
         m.doubt)
        for m in found.moved
    ]  # fmt: skip
    columns = ("kind", "how", "id", "title", "before", "after", "doubt")
    blocks = _changes(found, roles) if all(found.clear) else _nothing(found)
    return Report("me", (title, *blocks), found, columns, tuple(rows))


def _nothing(found: RetakeChanges) -> Iterator[Block]:
    """That there is no comparison, because not both runs have a verdict."""
    which = "Only one of the two" if any(found.clear) else "Neither"
    yield Para(f"{which} points one way, so there is nothing to compare.", strong=True)
    yield Next((("libcareer quiz", "take it again"), ("libcareer me", "the last result")))


def _changes(found: RetakeChanges, roles: Iterable[tuple[str, tuple[Named, ...]]]) -> Iterator[Block]:
    count = len(found.stayed) + len(found.went)
    yield Para(
        f"{len(found.stayed)} of {counted(count, 'role')} stayed. The first result expected about "
        f"{round(found.expected)} to stay if everything were asked."
    )
    for heading, named in roles:
        if named:
            yield Heading(heading)
            yield Items(tuple(Item(each.title, each.id) for each in named))
    beyond = [moved for moved in found.moved if moved.beyond]
    yield Heading("What moved")
    yield Para(TASTE_CHANGED if found.changed else TASTE_UNCHANGED)
    yield Para(BEYOND_DOUBT if beyond else WITHIN_DOUBT)
    yield Items(tuple(Item(body=_move(moved)) for moved in beyond or found.moved[:MOVES]))
    yield Next((("libcareer me", "the last result"),))


MOVES = 3
"""How many moves are shown if none is beyond uncertainty."""

TASTE_CHANGED = (
    "Taken together, your answers moved more than they would for a person who has not changed, in nineteen cases of "
    "twenty. Either what you like has changed, or you answered in a different mood."
)
TASTE_UNCHANGED = (
    "Taken together, your answers moved no more than two runs of a person who has not changed. Different roles among "
    "the five are therefore no sign that you have changed."
)
BEYOND_DOUBT = "These moved more than uncertainty explains:"
WITHIN_DOUBT = "The largest moves; uncertainty explains each of them:"


def _move(moved: Moved) -> str:
    return (
        f"{DIMENSION_WORDS[moved.dimension]}: {moved.before:+.2f}, then {moved.after:+.2f} "
        f"(standard error of the difference {moved.doubt:.2f})"
    )
