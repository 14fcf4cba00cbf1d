"""The command that tells whether study pays."""

from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.amounts import typed_earnings, typed_money, typed_months, typed_percent, typed_years
from libcareer.commands.names import complete_role, continuing
from libcareer.commands.pages import page_command
from libcareer.commands.patron import Patron
from libcareer.commands.standing import Have, Lacking, Posts, Studying, Years
from libcareer.commands.where import Anyone, Where

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
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
        typer.Option(parser=typed_percent, metavar="PERCENT", help="The chance that you stay in the job you have."),
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
    from libcareer.inquiries.standing import StandingWords
    from libcareer.inquiries.worth import worth_answer

    return worth_answer(
        Patron(catalog, anyone=anyone),
        name or (),
        StandingWords(posts, years, have, lacking, studying, where=where),
        earn=earn,
        goal=goal,
        cost=cost,
        months=months,
        full_time=full_time,
        meanwhile=meanwhile,
        after=after,
        stay=stay,
        years_left=years_left,
        table=table,
    ).report
