"""Inquiries about ways to a role: the way there, and what else is within reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.engines.choices import Prefer
from libcareer.inquiries.limits import LimitWords, typed_limits
from libcareer.inquiries.names import inside_or_beyond, named_role
from libcareer.inquiries.standing import PLACED, StandingWords, addressee

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libcareer.engines.paths.path import Path
    from libcareer.engines.paths.planb import PlanB
    from libcareer.inquiries.inquirer import Answer, Inquirer


def path_answer(
    inquirer: Inquirer,
    goal: Sequence[str],
    standing: StandingWords,
    *,
    prefer: Prefer = Prefer.USUAL,
    details: bool = False,
) -> Answer[Path]:
    """The way to the role that the words of *goal* name, for somebody with this *standing*."""
    from libcareer.engines.paths.path import path_from
    from libcareer.reports.path import path_report

    catalog = inquirer.catalog
    person = addressee(inquirer, standing, uses=PLACED)
    found = path_from(catalog, named_role(inquirer, goal, "GOAL"), person.stated, prefer)
    return person.told(catalog, found, path_report(found, details=details, again=person.again))


def planb_answer(
    inquirer: Inquirer,
    wish: Sequence[str],
    standing: StandingWords,
    limits: LimitWords,
    *,
    max_months: float | None = None,
    beyond: bool = False,
    inside: bool = False,
    every: bool = False,
) -> Answer[PlanB]:
    """What else is within *limits* than the role that the words of *wish* name; *every* role, or those within reach."""
    from msgspec.structs import replace

    from libcareer.engines.paths.limits import Limits, limits_of, set_limits
    from libcareer.engines.paths.planb import planb
    from libcareer.reports.limits import answer_option, limit_option
    from libcareer.reports.planb import planb_report

    catalog = inquirer.catalog
    place = inside_or_beyond(inside=inside, beyond=beyond)
    answers = typed_limits(inquirer, limits)
    person = addressee(inquirer, standing, uses=PLACED, limits=answers)
    within = replace(limits_of(catalog, person.limits), months=max_months, place=place)
    found = planb(catalog, named_role(inquirer, wish), within, person.stated)
    again = [answer_option(catalog, *each) for each in answers.items()]
    again += [limit_option(limit) for limit in set_limits(Limits(months=max_months, place=place))]
    limited = "".join(f" {option}" for option in again)
    return person.told(catalog, found, planb_report(found, whole=every, again=person.again, limited=limited))
