"""The result of the quiz as a report: the verdict or why there is none and, on request, the details."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.paths.plan import Plan
from libcareer.engines.quiz.answers import QUIZ_VERSION
from libcareer.engines.quiz.belief import Answer
from libcareer.engines.quiz.details import Details, details
from libcareer.engines.quiz.interest_profiler import SHORT_FORM
from libcareer.engines.quiz.interview import Lost
from libcareer.engines.quiz.result import Result
from libcareer.engines.quiz.verdict import NoVerdict, no_verdict, verdict
from libcareer.reports.details import details_blocks
from libcareer.reports.no_verdict import no_verdict_blocks
from libcareer.reports.page.render import Block, Next, Para, Report
from libcareer.reports.plan import mention
from libcareer.reports.quiz_words import sureness
from libcareer.reports.verdict import verdict_blocks, verdict_keys

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from libcareer.engines.quiz.result import Findings


class QuizData(Struct, frozen=True, omit_defaults=True):
    """The outcome and the answers it comes from, as JSON has them; `quiz --answers` reads that JSON again.

    *details*, with all reasons, are there on request; *instead* is there if there is no verdict.
    """

    version: int
    seed: int
    answers: tuple[Answer, ...]
    limits: dict[str, str]
    riasec: dict[str, int]
    complete: bool
    outcome: Result
    details: Details | None = None
    instead: NoVerdict | None = None
    lost: Lost = Lost()
    plan: Plan | None = None
    riasec_items: int = SHORT_FORM


def quiz_report(
    found: Findings,
    *,
    complete: bool,
    in_full: bool = False,
    again: str = "libcareer me",
    then: Sequence[str] = (),
    plan: Plan | None = None,
) -> Report:
    """The result in *found*: the verdict or, *in_full*, the details; without a verdict, why there is none.

    Says so if the answers are not *complete*, and mentions a saved *plan*. *again* is the command that
    shows the result again, empty if none does. *then* are the titles of the roles that the same answers
    gave when the quiz was finished; if they differ from those of today, the verdict says so.
    """
    result, progress = found.result, found.progress
    full = details(found) if in_full and result.clear else None
    instead = None if result.clear else no_verdict(found)
    keys = verdict_keys(found, again)
    blocks: list[Block] = []
    if full:
        blocks += [*details_blocks(found, full, complete=complete), *(mention(plan, found.catalog) if plan else [])]
        blocks += [Next(shown)] if (shown := tuple((key.command, key.shows) for key in keys if key.key != "d")) else []
    elif instead:
        blocks += no_verdict_blocks(found, instead, keys, complete=complete, in_full=in_full)
    else:
        blocks += verdict_blocks(found, verdict(found), keys, then, plan, complete=complete)
    data = QuizData(
        version=QUIZ_VERSION,
        seed=progress.seed,
        answers=progress.answers,
        limits=progress.limits,
        riasec=progress.riasec,
        riasec_items=progress.riasec_items,
        complete=complete,
        outcome=result,
        details=full,
        instead=instead,
        lost=progress.lost,
        plan=plan,
    )
    columns = ("role", "title", "chance", "sure", "best", "match", "tie", "speaks_against")
    return Report("quiz", tuple(blocks), data, columns, _rows(found, everything=in_full))


def _rows(found: Findings, *, everything: bool) -> Iterator[tuple[object, ...]]:
    """The roles shown or, with *everything*, all in their order; none without a verdict."""
    if not found.result.clear:
        return
    shown = map(found.shown, found.order) if everything else found.result.roles
    # Only CSV needs the limits of every role, and a limit on money costs a search for each.
    for role in shown:
        against = "; ".join(found.exclusions.reasons(role.role))
        tied = role.role in found.result.tie
        yield role.role, role.title, role.chance, sureness(role.chance), role.best, role.match, tied, against


# ---------------------------------------------------------------------------- forgetting


def forget_report(files: tuple[Path, ...]) -> Report:
    """The files that were removed from the person's machine."""
    names = tuple(str(file) for file in files)
    if names:
        blocks: tuple[Block, ...] = (Para("Removed; nothing is kept about you any more:"), *map(Para, names))
    else:
        blocks = (Para("Nothing was kept about you."),)
    return Report("forget", blocks, {"removed": names}, ("removed",), tuple((name,) for name in names))
