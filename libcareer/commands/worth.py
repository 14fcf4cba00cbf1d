"""The command that tells whether study pays."""

from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.amounts import (
    in_currency,
    typed_earnings,
    typed_money,
    typed_months,
    typed_percent,
    typed_years,
)
from libcareer.commands.names import continuing, named, picked_role
from libcareer.commands.options import complete_role, resolve, role_id
from libcareer.commands.pages import page_command
from libcareer.commands.standing import (
    PLACED,
    Have,
    Lacking,
    Posts,
    Studying,
    Years,
    addressee,
    typed_standing,
)
from libcareer.commands.where import Anyone, Where
from libcareer.errors import SeveralNames, UnknownName

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.engines.pay.places import Place
    from libcareer.reports.page.render import Report

app = typer.Typer()


@app.command("worth", epilog="Example: libcareer worth librarian --from library-technician --have bachelor")
@page_command
def worth_command(
    catalog: "Catalog",
    name: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ROLE|CREDENTIAL",
            help="The role to get to, or the degree or certificate to study for.",
            autocompletion=continuing("credentials", "roles"),
        ),
    ] = None,
    earn: Annotated[
        float | None,
        typer.Option(
            parser=typed_earnings,
            metavar="AMOUNT",
            help="What you earn now: 38000 a year or 18.50/hour. Default: --from.",
        ),
    ] = None,
    posts: Posts = None,
    years: Years = 0.0,
    have: Have = None,
    lacking: Lacking = None,
    studying: Studying = None,
    goal: Annotated[
        str | None,
        typer.Option("--goal", metavar="ROLE", help="The role to use it for.", autocompletion=complete_role),
    ] = None,
    cost: Annotated[
        float | None, typer.Option(parser=typed_money, metavar="AMOUNT", help="What all the study costs you.")
    ] = None,
    months: Annotated[
        float | None, typer.Option(parser=typed_months, metavar="N", help="Months that all the study takes you.")
    ] = None,
    full_time: Annotated[
        bool, typer.Option("--full-time", help="Give up the job to study. Default: study beside the job.")
    ] = False,
    meanwhile: Annotated[
        float | None,
        typer.Option(
            parser=typed_earnings,
            metavar="AMOUNT",
            help="What you earn while you study. Default: as now, or nothing.",
        ),
    ] = None,
    after: Annotated[
        float | None, typer.Option(parser=typed_earnings, metavar="AMOUNT", help="What you would earn afterwards.")
    ] = None,
    stay: Annotated[
        float | None,
        typer.Option(parser=typed_percent, metavar="PERCENT", help="The chance that you stay in the post you have."),
    ] = None,
    years_left: Annotated[
        float | None,
        typer.Option("--years-left", parser=typed_years, metavar="N", help="Years of work that you have left."),
    ] = None,
    where: Where = None,
    table: Annotated[bool, typer.Option("--table", help="What you have more or less after each year.")] = False,
    anyone: Anyone = False,
) -> "Report":
    """Tell whether a degree, a certificate or the way to a role pays: when the money is back, and what decides."""
    from libcareer.engines.choosing.worth import credential_worth, credential_worths, role_worth
    from libcareer.engines.choosing.worth_inputs import Own
    from libcareer.reports.worth import worth_report
    from libcareer.reports.worth_figures import Asking
    from libcareer.reports.worth_list import worth_list_report

    role, credential = _asked(catalog, name)
    if role and goal:
        raise typer.BadParameter("--goal goes with a credential. A role is the goal itself.")
    typed = typed_standing(catalog, posts, have, years=years, lacking=lacking, studying=studying, where=where)
    person = addressee(catalog, typed, anyone=anyone, uses=PLACED)
    if earn is None and not person.stated.posts:
        raise typer.BadParameter(
            "Say what you earn now: --earn 38000, --earn 18.50/hour, or your job with --from ROLE."
        )
    here = _place(catalog, person.stated.place) if person.stated.place else None
    earn, after, meanwhile, cost = (
        in_currency(catalog, option, amount)
        for option, amount in (("--earn", earn), ("--after", after), ("--meanwhile", meanwhile), ("--cost", cost))
    )
    own = Own(earn, after, meanwhile, cost, months, stay, years_left, full_time, here)
    asking = Asking(own, person.again, table=table)
    if credential and not goal:
        found = credential_worths(catalog, credential, person.stated, own)
        return person.told(catalog, worth_list_report(found, asking))
    if credential and goal:
        one = credential_worth(catalog, credential, role_id(catalog, goal), person.stated, own)
    else:
        one = role_worth(catalog, role, person.stated, own)
    return person.told(catalog, worth_report(one, asking))


def _place(catalog: "Catalog", id_: str) -> "Place | None":
    from libcareer.engines.pay.places import place

    return place(catalog, id_)


def _asked(catalog: "Catalog", words: list[str] | None) -> tuple[str, str]:
    """The role or the credential that *words* name, the other one empty; a person at a terminal picks a role.

    A level of education stands for the credential that gives it. Raises what `named` raises, and SeveralNames for a
    level that several credentials give.
    """
    if not words:
        return picked_role(catalog, "Which role?", "ROLE|CREDENTIAL"), ""
    name = " ".join(words)
    bare = name.lower().removeprefix("the ").removeprefix("a ")
    for word in (name, bare):
        credentials, roles = catalog.credential_names.find(word), catalog.role_names.find(word)
        if len(credentials) == 1 and not roles:
            return "", credentials[0]
        if roles:
            return named(catalog.role_names, words, catalog), ""
    if given := _giving(catalog, bare):
        if len(given) > 1:
            raise SeveralNames("credential", name, given)
        return "", given[0]
    try:
        return named(catalog.role_names, words, catalog), ""
    except UnknownName:
        if catalog.credential_names.close(name) is None:
            raise
        return "", resolve(catalog.credential_names, name)


def _giving(catalog: "Catalog", word: str) -> tuple[str, ...]:
    """The credentials that give the level of education that *word* names, or another one of its rank."""
    levels = catalog.education_names.find(word)
    ranks = {catalog.education[level].rank for level in levels}
    held = [id_ for level in catalog.education.values() if level.rank in ranks for id_ in level.holds]
    return tuple(dict.fromkeys(held))
