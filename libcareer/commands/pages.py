"""Pages: the commands that show what libcareer knows, and the registry that turns an address into a report.

The address of a page is the command line that shows it, without the name of the program: `show archivist`,
`path librarian --from library-page`. The command's own parser reads an address, and its own function makes
the report, so a page is the same whether it is asked for by a command or by its address.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable
from functools import cache, wraps
from inspect import Parameter, Signature, signature
from typing import TYPE_CHECKING, Any

import typer
from typer._click.exceptions import ClickException
from typer._click.globals import get_current_context

from libcareer.commands import MODULES
from libcareer.commands.lazy import LazyCommands, command_info
from libcareer.commands.options import Data, Written, write
from libcareer.errors import LibcareerError, short

if TYPE_CHECKING:
    from pathlib import Path

    from libcareer.catalog import Catalog
    from libcareer.reports.page.formats import Format
    from libcareer.reports.page.render import Report

OWN = (
    Parameter("data", Parameter.KEYWORD_ONLY, default=None, annotation=Data),
    Parameter("format_", Parameter.KEYWORD_ONLY, default=None, annotation=Written),
)
"""The options that every page has besides those of its function."""


def page_command(show: Callable[..., Report]) -> Callable[..., Report | None]:
    """The function of a command whose answer is a page.

    *show* makes the report; its first parameter is the catalog, and the others are the arguments and options of
    the command. The command gives it the catalog of --data, writes the report in the --format asked for, and
    ends with exit code 1 if nothing was found. Asked for by `page`, it gives the report.
    """

    @wraps(show)
    def command(
        ctx: typer.Context, *, data: Path | None = None, format_: Format | None = None, **asked: Any
    ) -> Report | None:
        if ctx.obj is not None:
            return show(ctx.obj, **asked)
        from libcareer.commands.knowledge import opened

        report = show(opened(data), **asked)
        write(report, format_)
        if not report.found:
            raise typer.Exit(1)
        return None

    asked = [one.replace(kind=Parameter.KEYWORD_ONLY) for one in signature(show).parameters.values()][1:]
    parameters = [Parameter("ctx", Parameter.KEYWORD_ONLY, annotation=typer.Context), *asked, *OWN]
    command.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {one.name: one.annotation for one in parameters}
    command.is_page = True  # type: ignore[attr-defined]
    return command


def is_page(address: str) -> bool:
    """Whether *address* begins with a command that shows a page; others ask, keep or remove something."""
    name = address.partition(" ")[0]
    return name in MODULES and hasattr(command_info(name).callback, "is_page")


def page(catalog: Catalog, address: str) -> Report:
    """The page at *address*, with what *catalog* knows.

    Raises LibcareerError if there is no such page, as the command does: for a name that is unknown or has
    several meanings, and for options that the command lacks.
    """
    from libcareer.knowledge.packs import writing_about

    if not is_page(address):
        raise LibcareerError(f"There is no page '{short(address, 80)}'.")
    try:
        name, *words = shlex.split(address)
        command = _command(name)
        # An address is no place to ask for help: it would be written instead of a page.
        with writing_about(catalog.pack), command.make_context(name, words, obj=catalog, help_option_names=[]) as ctx:
            report: Report = command.invoke(ctx)
            return report
    except ClickException as error:
        raise LibcareerError(error.format_message()) from None
    except ValueError:
        raise LibcareerError(f"A quotation mark is missing in '{short(address, 80)}'.") from None


def run(address: str, folder: Path | None = None) -> None:
    """Run the command at *address* as if it were typed, with the knowledge in *folder*.

    Raises LibcareerError, also for what is typed wrong.
    """
    name, *words = shlex.split(address)
    words += ["--data", str(folder)] if folder else []
    try:
        with _command(name).make_context(name, words, parent=get_current_context(silent=True)) as ctx:
            ctx.command.invoke(ctx)
    except typer.Exit:
        pass  # the report says that nothing was found
    except ClickException as error:
        raise LibcareerError(error.format_message()) from None


@cache
def _command(name: str) -> Any:
    return LazyCommands()[name]
