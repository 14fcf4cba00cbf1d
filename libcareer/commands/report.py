"""The command that puts what concerns a person on a few pages to print."""

from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.names import complete_role
from libcareer.commands.options import Data, Written, write
from libcareer.commands.patron import Patron
from libcareer.commands.where import Anyone
from libcareer.errors import LibcareerError

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.reports.page.render import Report

app = typer.Typer()

NOTHING_TO_REPORT = (
    "Nothing is known about you yet, so there is nothing to report. `libcareer quiz` asks what you like, "
    "`libcareer me --from ROLE` keeps where you stand, and `libcareer report ROLE` is about a job you name."
)
"""What somebody is told about whom nothing is kept, and who names no role."""


@app.command("report", epilog="Example: libcareer report archivist records-manager --format html")
def report_command(
    roles: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ROLE]...",
            help="Up to three ids or titles to compare. Default: the goal of your plan, and those of your quiz.",
            autocompletion=complete_role,
        ),
    ] = None,
    anyone: Anyone = False,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Put what concerns you on a few pages: where you stand, the quiz, jobs compared, the way, the plan, exercises."""
    from libcareer.commands.knowledge import opened

    catalog = opened(data)
    write(_report(catalog, roles or [], anyone=anyone), format_)


def _report(catalog: "Catalog", roles: list[str], *, anyone: bool) -> "Report":
    from libcareer.engines.paths.circumstances import NOTHING_TOLD
    from libcareer.inquiries.choosing import named_roles
    from libcareer.inquiries.dossier import MOST_ROLES, dossier_answer

    patron = Patron(catalog, anyone=anyone)
    ids = named_roles(patron, roles, MOST_ROLES) if roles else []
    if anyone:
        if not ids:
            raise LibcareerError(NOTHING_TO_REPORT)
        return dossier_answer(catalog, patron.today, roles=ids).report
    from libcareer.commands.kept import kept_plan, last_quiz, person_today

    person, plan = person_today(catalog, last_quiz()), kept_plan()
    if not ids and person.told == NOTHING_TOLD and person.findings is None and plan is None:
        raise LibcareerError(NOTHING_TO_REPORT)
    return dossier_answer(
        catalog, patron.today, told=person.told, findings=person.findings, plan=plan, roles=ids
    ).report
