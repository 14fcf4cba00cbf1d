"""Inquiries for a dossier: what concerns one person, from the commands that tell each part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from libcareer.engines.paths.path import path_from
from libcareer.engines.paths.situation import NOTHING_STATED, Stated
from libcareer.inquiries.inquirer import Answer
from libcareer.reports.dossier import Dossier, dossier_report

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from libcareer.catalog import Catalog
    from libcareer.engines.paths.circumstances import Circumstances
    from libcareer.engines.paths.plan import Plan
    from libcareer.engines.quiz.result import Findings

MOST_ROLES = 3
"""How many roles a dossier compares."""


def dossier_answer(
    catalog: Catalog,
    today: date,
    *,
    told: Circumstances | None = None,
    findings: Findings | None = None,
    plan: Plan | None = None,
    roles: Sequence[str] = (),
) -> Answer[Dossier]:
    """The dossier of somebody who *told* this about themselves, with the *findings* of a quiz and a *plan*.

    Without what they *told* it is about somebody who is not at this machine.

    *roles* are ids to compare; the goal of the plan and the roles of the quiz fill up what is missing.
    """
    from libcareer.engines.choosing.compare import comparison
    from libcareer.engines.paths.circumstances import known_to, stated_on
    from libcareer.engines.paths.plan import plan_page, plan_path
    from libcareer.engines.quiz.verdict import Suggestion, first_roles, verdict
    from libcareer.reports.for_you import limits_words, standing_words

    known = known_to(catalog, told) if told else None
    stated: Stated = stated_on(catalog, known, today) if known else NOTHING_STATED
    planned = plan_path(catalog, plan) if plan and plan.goal in catalog.briefs else None
    clear = findings if findings and findings.result.clear else None
    wished = [*roles, *([plan.goal] if planned and plan else [])]
    wished += [role.role for role in first_roles(clear)] if clear else []
    ids = list(dict.fromkeys(wished))[:MOST_ROLES]
    way = path_from(catalog, ids[0], stated) if ids else None
    if planned and not roles:
        # The plan says where it begins; what the jobs on it pay is told where the person lives.
        way = path_from(catalog, planned.goal, replace(planned.stated, place=stated.place), planned.prefer)
    hour = catalog.roles[ids[0]].tries.hour if ids else None
    found = Dossier(
        made=today,
        stands=tuple(standing_words(catalog, known)) if known else None,
        limits=limits_words(catalog, known) if known else None,
        verdict=verdict(clear) if clear else None,
        profile=findings.result.profile if findings else None,
        roles=comparison(catalog, ids, stated) if ids else None,
        way=way,
        plan=plan_page(plan, planned) if plan and planned and planned.best else None,
        hour=Suggestion(ids[0], catalog.briefs[ids[0]].title, hour.do, hour.put_off) if hour else None,
    )
    return Answer(found, dossier_report(found))
