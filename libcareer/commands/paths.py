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
    typed_limits,
)
from libcareer.commands.names import continuing, named_role
from libcareer.commands.options import (
    Beyond,
    Inside,
    RoleName,
    place_of,
)
from libcareer.commands.pages import page_command
from libcareer.commands.standing import (
    PLACED,
    Able,
    Have,
    Lacking,
    Posts,
    Studying,
    Years,
    addressee,
    typed_standing,
)
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
    """Show the way to a role that a librarian would recommend: posts and study, years, money, what to do now."""
    from libcareer.engines.paths.path import path_from
    from libcareer.reports.path import path_report

    typed = typed_standing(
        catalog, posts, have, years=years, lacking=lacking, studying=studying, skills=skill, where=where
    )
    person = addressee(catalog, typed, anyone=anyone, uses=PLACED)
    found = path_from(catalog, named_role(catalog, goal, "GOAL"), person.stated, prefer)
    return person.told(catalog, path_report(found, details=details, again=person.again))


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
    from msgspec.structs import replace

    from libcareer.engines.paths.limits import Limits, limits_of, set_limits
    from libcareer.engines.paths.planb import planb
    from libcareer.reports.limits import answer_option, limit_option
    from libcareer.reports.planb import planb_report

    place = place_of(beyond=beyond, inside=inside)
    typed = typed_standing(
        catalog, posts, have, years=years, lacking=lacking, studying=studying, skills=skill, where=where
    )
    answers = typed_limits(
        catalog,
        max_study=max_study,
        no_masters=no_masters,
        no_degree=no_degree,
        max_cost=max_cost,
        part_time=part_time,
        full_time=full_time,
        evenings=evenings,
        public=public,
        move=move,
        remote=remote,
        mostly_remote=mostly_remote,
        min_pay=min_pay,
    )
    person = addressee(catalog, typed, anyone=anyone, uses=PLACED, limits=answers)
    limits = replace(limits_of(catalog, person.limits), months=max_months, place=place)
    found = planb(catalog, named_role(catalog, wish), limits, person.stated)
    typed_again = [answer_option(catalog, *each) for each in answers.items()]
    typed_again += [limit_option(limit) for limit in set_limits(Limits(months=max_months, place=place))]
    limited = "".join(f" {option}" for option in typed_again)
    return person.told(catalog, planb_report(found, whole=all_, again=person.again, limited=limited))
