"""The inquiry about the support staff certification."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.errors import WrongUsage
from libcareer.inquiries.amounts import typed_numbers
from libcareer.inquiries.names import named, role_id
from libcareer.inquiries.standing import StandingWords, addressee

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libcareer.engines.lssc.standing import Standing
    from libcareer.inquiries.inquirer import Answer, Inquirer


def lssc_answer(
    inquirer: Inquirer,
    name: Sequence[str] = (),
    *,
    start: str | None = None,
    duties: Sequence[str] = (),
    skills: Sequence[str] = (),
    goal: str | None = None,
    hours: float | None = None,
    worked: Sequence[str] = (),
    no_secondary: bool = False,
) -> Answer[Standing]:
    """Where somebody stands with the certification who is in the role *start*, or with the set of this *name*.

    *duties* are numbers of duties of that role, and *worked* stretches such as "2022-03..present:20/week".
    """
    from libcareer.engines.lssc.standing import Person, standing
    from libcareer.inquiries.dates import typed_stretch
    from libcareer.reports.lssc import lssc_report, lssc_set_report

    catalog, today = inquirer.catalog, inquirer.today
    words = StandingWords([start] if start else (), skills=skills)
    asking = addressee(inquirer, words, uses=("posts", "skills"))
    posts = asking.stated.posts
    if duties and not posts:
        raise WrongUsage("--duty chooses among the duties of a role: add --from ROLE.")
    person = Person(
        start=posts[0] if posts else None,
        duties=_duties(duties),
        skills=asking.stated.skills,
        goal=role_id(inquirer, goal) if goal else None,
        hours=hours,
        worked=tuple(typed_stretch(words, today) for words in worked),
        secondary=not no_secondary,
    )
    found = standing(catalog, person, today)
    if name:
        return asking.told(catalog, found, lssc_set_report(found, named(inquirer, catalog.lssc_names, name)))
    return asking.told(catalog, found, lssc_report(found))


def _duties(typed: Sequence[str]) -> tuple[int, ...]:
    """The numbers of the duties that were *typed*; raises WrongUsage for words that are no numbers."""
    numbers = typed_numbers(typed) if typed else []
    if numbers is None:
        raise WrongUsage("Say which duty by its number: --duty 2, or --duty 1-3 for several.")
    return tuple(numbers)
