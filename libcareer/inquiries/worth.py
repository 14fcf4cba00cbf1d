"""The inquiry whether study pays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.errors import SeveralNames, UnknownName, WrongUsage
from libcareer.inquiries.amounts import in_currency
from libcareer.inquiries.names import named_role, resolve, role_id
from libcareer.inquiries.standing import PLACED, StandingWords, addressee

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libcareer.catalog import Catalog
    from libcareer.engines.choosing.worth_answer import Worth, WorthList
    from libcareer.engines.pay.places import Place
    from libcareer.inquiries.inquirer import Answer, Inquirer


def worth_answer(
    inquirer: Inquirer,
    name: Sequence[str],
    standing: StandingWords,
    *,
    earn: float | None = None,
    goal: str | None = None,
    cost: float | None = None,
    months: float | None = None,
    full_time: bool = False,
    meanwhile: float | None = None,
    after: float | None = None,
    stay: float | None = None,
    years_left: float | None = None,
    table: bool = False,
) -> Answer[Worth] | Answer[WorthList]:
    """Whether the way to a role pays, or a credential, whichever the words of *name* name; the latter for a *goal*.

    Amounts are in the currency of the knowledge, for a year where they are earned; *stay* is a percentage.
    """
    from libcareer.engines.choosing.worth import credential_worth, credential_worths, role_worth
    from libcareer.engines.choosing.worth_inputs import Own
    from libcareer.reports.worth import worth_report
    from libcareer.reports.worth_figures import Asking
    from libcareer.reports.worth_list import worth_list_report

    catalog = inquirer.catalog
    role, credential = _asked(inquirer, name)
    if role and goal:
        raise WrongUsage("--goal goes with a credential. A role is the goal itself.")
    person = addressee(inquirer, standing, uses=PLACED)
    if earn is None and not person.stated.posts and person.stated.jobs:
        raise WrongUsage("No pay is held for a job of another field. Say what you earn now: --earn 38000.")
    if earn is None and not person.stated.posts:
        raise WrongUsage("Say what you earn now: --earn 38000, --earn 18.50/hour, or your job with --from ROLE.")
    here = _place(catalog, person.stated.place) if person.stated.place else None
    earn, after, meanwhile, cost = (
        in_currency(catalog, option, amount)
        for option, amount in (("--earn", earn), ("--after", after), ("--meanwhile", meanwhile), ("--cost", cost))
    )
    own = Own(earn, after, meanwhile, cost, months, stay, years_left, full_time, here)
    asking = Asking(own, person.again, table=table)
    if credential and not goal:
        several = credential_worths(catalog, credential, person.stated, own)
        return person.told(catalog, several, worth_list_report(several, asking))
    if credential and goal:
        one = credential_worth(catalog, credential, role_id(inquirer, goal), person.stated, own)
    else:
        one = role_worth(catalog, role, person.stated, own)
    return person.told(catalog, one, worth_report(one, asking))


def _place(catalog: Catalog, id_: str) -> Place | None:
    from libcareer.engines.pay.places import place

    return place(catalog, id_)


def _asked(inquirer: Inquirer, words: Sequence[str]) -> tuple[str, str]:
    """The role or the credential that *words* name, the other one empty; without words the inquirer picks a role.

    A level of education stands for the credential that gives it. Raises what `named` raises, and SeveralNames for a
    level that several credentials give.
    """
    if not words:
        return inquirer.picked_role("Which role?", "ROLE|CREDENTIAL"), ""
    catalog = inquirer.catalog
    name = " ".join(words)
    bare = name.lower().removeprefix("the ").removeprefix("a ")
    for word in (name, bare):
        credentials, roles = catalog.credential_names.find(word), catalog.role_names.find(word)
        if len(credentials) == 1 and not roles:
            return "", credentials[0]
        if roles:
            return named_role(inquirer, words), ""
    if given := _giving(catalog, bare):
        if len(given) > 1:
            raise SeveralNames("credential", name, given)
        return "", given[0]
    try:
        return named_role(inquirer, words), ""
    except UnknownName:
        if catalog.credential_names.close(name) is None:
            raise
        return "", resolve(inquirer, catalog.credential_names, name)


def _giving(catalog: Catalog, word: str) -> tuple[str, ...]:
    """The credentials that give the level of education that *word* names, or another one of its rank."""
    levels = catalog.education_names.find(word)
    ranks = {catalog.education[level].rank for level in levels}
    held = [id_ for level in catalog.education.values() if level.rank in ranks for id_ in level.holds]
    return tuple(dict.fromkeys(held))
