"""The commands for choosing between roles: a comparison, related roles, and two tracks to train in."""

from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.amounts import typed_count
from libcareer.commands.limits import ceiling
from libcareer.commands.names import named_role, picked_role
from libcareer.commands.options import (
    Beyond,
    Inside,
    NoDegree,
    NoMasters,
    RoleName,
    complete_role,
    complete_skill,
    place_of,
    role_id,
)
from libcareer.commands.pages import page_command
from libcareer.commands.standing import (
    PLACED,
    Able,
    Addressee,
    Have,
    Lacking,
    Posts,
    Studying,
    Years,
    addressee,
    typed_standing,
)
from libcareer.commands.where import Anyone, Where, told_in_place
from libcareer.errors import LibcareerError

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.reports.page.render import Report

app = typer.Typer()

TRAINED = ("posts", "education", "held", "lacking", "presume", "skills")
"""What tracks use of what is kept about where a person stands."""

FEWEST_ROLES, MOST_ROLES = 2, 4
"""How many roles can be compared."""


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
    from libcareer.engines.choosing.compare import comparison
    from libcareer.reports.compare import comparison_report

    ids = _compared(catalog, role or [])
    typed = typed_standing(
        catalog, posts, have, years=years, lacking=lacking, studying=studying, skills=skill, where=where
    )
    person = addressee(catalog, typed, anyone=anyone, uses=PLACED)
    found = comparison(catalog, ids, person.stated)
    return person.told(catalog, comparison_report(found))


def _compared(catalog: "Catalog", words: list[str]) -> list[str]:
    """The ids of the roles that *words* name, each with one word or several; a person at a terminal adds what lacks.

    Raises BadParameter for too few or too many, or words that name them in more ways than one, and
    LibcareerError for a role that is named twice.
    """
    names = _names(catalog, words)
    if len(names) > MOST_ROLES:
        raise typer.BadParameter(f"It takes two to four roles to compare, not {len(names)}.")
    ids = [role_id(catalog, name) for name in names]
    for number, id_ in enumerate(ids):
        if id_ in ids[:number]:
            first = names[ids.index(id_)]
            raise LibcareerError(f"'{first}' and '{names[number]}' are the same role, {id_}. Name another one.")
    if not ids:
        ids.append(picked_role(catalog, "Which role?", "ROLE..."))
    if len(ids) < FEWEST_ROLES:
        ids.append(picked_role(catalog, f"Compare {catalog.titles('roles')[ids[0]]} with which role?", "second ROLE"))
    return ids


def _names(catalog: "Catalog", words: list[str]) -> tuple[str, ...]:
    """The names of roles that *words* make up; raises BadParameter if that can be read in several ways."""
    index = catalog.role_names
    if all(word in index.titles for word in words):
        return tuple(words)
    readings = [
        names
        for names in index.readings(words)
        if FEWEST_ROLES <= len({index.find(name) for name in names}) == len(names) <= MOST_ROLES
    ]
    if len(readings) > 1:
        ways = " or ".join(" and ".join(f'"{name}"' for name in names) for names in readings)
        raise typer.BadParameter(f"This can mean {ways}. Put quotes around each name.")
    return readings[0] if readings else index.joined(words)


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
    where: Where = None,
    anyone: Anyone = False,
) -> "Report":
    """List roles that use the same skills: what they share, what there is to learn, and known moves."""
    from libcareer.engines.choosing.related import related_roles
    from libcareer.engines.lookup.roles import RoleFilters
    from libcareer.reports.related import related_roles_report

    place = place_of(beyond=beyond, inside=inside)
    filters = RoleFilters(place=place, no_masters=no_masters, no_degree=no_degree)
    id_ = named_role(catalog, role)

    def answer(here: str | None) -> "Report":
        return related_roles_report(related_roles(catalog, id_, filters, here), limit)

    return told_in_place(catalog, where, anyone=anyone, answer=answer)


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
    from libcareer.engines.choosing.tracks import tracks
    from libcareer.reports.tracks import tracks_report

    typed = typed_standing(catalog, [start] if start else None, skills=skill)
    study = {"study": ceiling(catalog, no_degree=no_degree)} if no_masters or no_degree else {}
    person = addressee(catalog, typed, anyone=anyone, uses=TRAINED, limits=study, limited_by=("study",))
    origin = person.stated.posts[0] if person.stated.posts else None
    had = [*person.stated.skills]
    if origin:
        had += [*catalog.briefs[origin].skills.essential, *catalog.briefs[origin].skills.useful]
    had = had or _skills_from_quiz(catalog)
    if not study:
        no_masters, no_degree = _closed(catalog, person)
    found = tracks(catalog, had, start=origin, no_masters=no_masters, no_degree=no_degree)
    report = tracks_report(found, catalog.briefs[origin].title if origin else None, explain=explain)
    return person.told(catalog, report)


def _closed(catalog: "Catalog", person: Addressee) -> tuple[bool, bool]:
    """Whether roles for a master's and roles for any degree are closed by the kept limit on study.

    What is held already is open in spite of the limit.
    """
    from libcareer.engines.paths.limits import limits_of
    from libcareer.engines.paths.situation import situation
    from libcareer.engines.paths.study import Studies

    limit = limits_of(catalog, person.limits).study
    if limit is None:
        return False, False
    studies = Studies(catalog)
    held = max((studies.ranks[id_] for id_ in situation(catalog, person.stated, studies).held), default=0)
    allowed = max(catalog.education[limit].rank, held)
    pack, levels = catalog.pack, catalog.education
    no_masters = pack.no_masters in levels and allowed <= levels[pack.no_masters].rank
    return no_masters, pack.no_degree in levels and allowed <= levels[pack.no_degree].rank


def _skills_from_quiz(catalog: "Catalog") -> list[str]:
    """The skills of the options chosen in the unfinished or the last quiz; raises LibcareerError if there are none."""
    from libcareer.engines.choosing.tracks import skills_chosen
    from libcareer.person import quizzes

    begun, last = quizzes.saved_quizzes()
    picks = [option for kept in (last, begun) if kept for answer in kept.answers for option in answer.picks]
    skills = list(skills_chosen(catalog, picks))
    if not skills:
        some = catalog.pack.examples
        such = f" --skill {some.skill}, or --from {some.start}" if some else " --skill SKILL, or --from ROLE"
        raise LibcareerError(f"Say what you can do:{such}; `libcareer quiz` finds out as well.")
    return skills
