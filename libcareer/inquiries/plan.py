"""Inquiries for a plan: the wish in a person's words, and a plan that nobody keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.errors import LibcareerError
from libcareer.inquiries.inquirer import Answer
from libcareer.inquiries.names import named_role
from libcareer.inquiries.standing import StandingWords, addressee

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from libcareer.engines.choices import Prefer
    from libcareer.engines.paths.path import Path
    from libcareer.engines.paths.plan import PlanPage, Wish
    from libcareer.inquiries.inquirer import Inquirer
    from libcareer.inquiries.standing import Addressee


def plan_wish(
    inquirer: Inquirer,
    person: Addressee,
    goal: str | None,
    *,
    prefer: Prefer | None = None,
    start: str | None = None,
    says: bool = True,
    fresh: bool = False,
) -> Wish:
    """What is wished of a plan for *person*: the role *goal*, an id, and the day *start*, or "none" for no dates.

    *says* is whether they say where they stand; a *fresh* plan takes nothing from the one before but its ticks.
    Raises LibcareerError for words that are no day.
    """
    from libcareer.engines.paths.plan import Wish

    undated = start is not None and start.strip().lower() == "none"
    return Wish(
        goal=goal,
        stated=person.typed if says else None,
        stands=person.stated,
        prefer=prefer,
        begins=_day(start, inquirer.today) if start and not undated else None,
        undated=undated,
        fresh=fresh,
    )


def _day(words: str, today: date) -> date:
    from libcareer.inquiries.dates import typed_date

    found = typed_date(words, end=False, today=today)
    if found is None or not 1970 <= found.year < 2200:
        raise LibcareerError(f"'{words}' is not a day to begin on. Write it as 2026-09-01, 2026-09 or today.")
    return found


def plan_answer(
    inquirer: Inquirer,
    goal: Sequence[str],
    standing: StandingWords,
    *,
    prefer: Prefer | None = None,
    start: str | None = None,
) -> Answer[PlanPage] | Answer[Path]:
    """A plan to get to the role that the words of *goal* name, which is not kept; the path if no way arrives."""
    from msgspec.structs import replace

    from libcareer.engines.paths.plan import plan_page, plan_path, planned, settled
    from libcareer.reports.path import path_report
    from libcareer.reports.plan import plan_report

    catalog = inquirer.catalog
    role = named_role(inquirer, goal)
    person = addressee(inquirer, standing)
    now = planned(None, plan_wish(inquirer, person, role, prefer=prefer, start=start), inquirer.today, "")
    found = plan_path(catalog, now)
    if found.best is None:
        return Answer(found, path_report(found))
    shown = replace(plan_page(settled(now, found), found), kept=False)
    return person.told(catalog, shown, plan_report(shown))
