"""The commands about ways to a role: the way there, and what else is within reach."""

from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.amounts import typed_months
from libcareer.commands.limits import (
    Evenings,
    FullTime,
    MaxCost,
    MaxStudy,
    MinPay,
    MostlyRemote,
    Move,
    NoDegree,
    NoMasters,
    PartTime,
    Public,
    Remote,
)
from libcareer.commands.names import continuing
from libcareer.commands.options import Beyond, Inside, RoleName
from libcareer.commands.pages import page_command
from libcareer.commands.patron import Patron
from libcareer.commands.standing import Able, Have, Lacking, Posts, Studying, Years
from libcareer.commands.where import Anyone, Where
from libcareer.engines.choices import Prefer

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.reports.page.render import Report

app = typer.Typer()


@app.command("path", epilog="Example: libcareer path librarian --from library-technician --have bachelor")
@page_command
def path_command(
    catalog: "Catalog",
    goal: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="GOAL",
            help="The role to get to; without it, a list to choose from.",
            autocompletion=continuing("roles"),
        ),
    ] = None,
    posts: Posts = None,
    years: Years = 0.0,
    have: Have = None,
    lacking: Lacking = None,
    studying: Studying = None,
    skill: Able = None,
    where: Where = None,
    prefer: Annotated[Prefer, typer.Option(help="What the way should be best at.")] = Prefer.USUAL,
    details: Annotated[
        bool, typer.Option("--details", help="Each step: needs, cost, pay, why, what to do now.")
    ] = False,
    anyone: Anyone = False,
) -> "Report":
    """Show the way to a role that a librarian would recommend: jobs and study, years, money, what to do now."""
    from libcareer.inquiries.paths import path_answer
    from libcareer.inquiries.standing import StandingWords

    standing = StandingWords(posts, years, have, lacking, studying, skill, where)
    return path_answer(Patron(catalog, anyone=anyone), goal or (), standing, prefer=prefer, details=details).report


@app.command("planb", epilog="Example: libcareer planb librarian --from library-technician --no-masters")
@page_command
def planb_command(
    catalog: "Catalog",
    wish: RoleName = None,
    posts: Posts = None,
    years: Years = 0.0,
    have: Have = None,
    lacking: Lacking = None,
    studying: Studying = None,
    skill: Able = None,
    where: Where = None,
    no_masters: NoMasters = False,
    no_degree: NoDegree = False,
    max_study: MaxStudy = None,
    max_cost: MaxCost = None,
    max_months: Annotated[
        float | None, typer.Option(parser=typed_months, metavar="N", help="Months it may take at most.")
    ] = None,
    min_pay: MinPay = None,
    part_time: PartTime = None,
    full_time: FullTime = False,
    evenings: Evenings = None,
    public: Public = None,
    move: Move = None,
    remote: Remote = None,
    mostly_remote: MostlyRemote = False,
    beyond: Beyond = False,
    inside: Inside = False,
    all_: Annotated[bool, typer.Option("--all", help="Every role, also those left out.")] = False,
    anyone: Anyone = False,
) -> "Report":
    """Find what else you can reach instead of a role, within your limits, and what is in the way of the rest."""
    from libcareer.inquiries.limits import LimitWords
    from libcareer.inquiries.paths import planb_answer
    from libcareer.inquiries.standing import StandingWords

    standing = StandingWords(posts, years, have, lacking, studying, skill, where)
    limits = LimitWords(
        max_study=max_study,
        no_masters=no_masters,
        no_degree=no_degree,
        max_cost=max_cost,
        min_pay=min_pay,
        part_time=part_time,
        full_time=full_time,
        evenings=evenings,
        public=public,
        move=move,
        remote=remote,
        mostly_remote=mostly_remote,
    )
    return planb_answer(
        Patron(catalog, anyone=anyone),
        wish or (),
        standing,
        limits,
        max_months=max_months,
        beyond=beyond,
        inside=inside,
        every=all_,
    ).report
