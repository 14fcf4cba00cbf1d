"""The commands for choosing between roles: a comparison, related roles, and two tracks to train in."""

from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.amounts import typed_count
from libcareer.commands.options import (
    Beyond,
    Inside,
    NoDegree,
    NoMasters,
    RoleName,
    complete_role,
    complete_skill,
)
from libcareer.commands.pages import page_command
from libcareer.commands.patron import Patron
from libcareer.commands.standing import Able, Have, Lacking, Posts, Studying, Years
from libcareer.commands.where import Anyone, Where

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.reports.page.render import Report

app = typer.Typer()


@app.command("compare", epilog="Example: libcareer compare archivist records-manager")
@page_command
def compare_command(
    catalog: "Catalog",
    role: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ROLE...",
            help="Two to four ids or titles; without them, a list to choose from.",
            autocompletion=complete_role,
        ),
    ] = None,
    posts: Posts = None,
    years: Years = 0.0,
    have: Have = None,
    lacking: Lacking = None,
    studying: Studying = None,
    skill: Able = None,
    where: Where = None,
    anyone: Anyone = False,
) -> "Report":
    """Compare roles side by side, with the way from one to the other and the questions that decide."""
    from libcareer.inquiries.choosing import comparison_answer
    from libcareer.inquiries.standing import StandingWords

    standing = StandingWords(posts, years, have, lacking, studying, skill, where)
    return comparison_answer(Patron(catalog, anyone=anyone), role or (), standing).report


@app.command("related", epilog="Example: libcareer related library-technician --beyond")
@page_command
def related_command(
    catalog: "Catalog",
    role: RoleName = None,
    beyond: Beyond = False,
    inside: Inside = False,
    no_masters: NoMasters = False,
    no_degree: NoDegree = False,
    limit: Annotated[
        int, typer.Option(parser=typed_count, metavar="N", help="How many to show; JSON and CSV have all.")
    ] = 10,
    anywhere: Annotated[
        bool, typer.Option("--anywhere", help="The nearest jobs beyond this guide, as O*NET lists them.")
    ] = False,
    where: Where = None,
    anyone: Anyone = False,
) -> "Report":
    """List roles that use the same skills: what they share, what there is to learn, and known moves."""
    from libcareer.inquiries.choosing import related_answer
    from libcareer.inquiries.jobs import anywhere_answer, job_answer, other_job

    patron = Patron(catalog, anyone=anyone)
    if anywhere:
        return anywhere_answer(patron, role or ()).report
    if code := other_job(patron, role or ()):
        return job_answer(patron, code).report
    return related_answer(
        patron,
        role or (),
        beyond=beyond,
        inside=inside,
        no_masters=no_masters,
        no_degree=no_degree,
        limit=limit,
        where=where,
    ).report


@app.command("tracks", epilog="Example: libcareer tracks --from library-technician --no-masters")
@page_command
def tracks_command(
    catalog: "Catalog",
    skill: Annotated[
        list[str] | None,
        typer.Option("--skill", metavar="SKILL", help="What you can do; may repeat.", autocompletion=complete_skill),
    ] = None,
    start: Annotated[
        str | None,
        typer.Option("--from", metavar="ROLE", help="The role whose skills you have.", autocompletion=complete_role),
    ] = None,
    no_masters: NoMasters = False,
    no_degree: NoDegree = False,
    explain: Annotated[bool, typer.Option("--explain", help="Show the runners-up as well.")] = False,
    anyone: Anyone = False,
) -> "Report":
    """Find the two areas to train in, one inside the field and one outside, that together open most roles."""
    from libcareer.inquiries.choosing import tracks_answer

    return tracks_answer(
        Patron(catalog, anyone=anyone),
        skills=skill or (),
        start=start,
        no_masters=no_masters,
        no_degree=no_degree,
        explain=explain,
    ).report
