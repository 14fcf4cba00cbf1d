"""The options that commands share, and the functions that most commands need."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from typer.core import TyperOption

from libcareer.commands.names import complete_role, complete_skill, continuing
from libcareer.reports.page import pager, program
from libcareer.reports.page.formats import Format
from libcareer.reports.page.output import complain, write

__all__ = [
    "Beyond", "Data", "Details", "IgnoreLimits", "Inside", "NoDegree", "NoMasters", "PartTime", "Remote", "RoleName",
    "Start", "Written", "complain", "complete_role", "complete_skill", "home_expanded", "homes_expanded", "write",
]  # fmt: skip


def home_expanded(path: Path | None) -> Path | None:
    """*path* with `~` at its beginning expanded, as a callback of options; a shell leaves `--data=~/x` as it is.

    Raises LibcareerError if no such home folder is known.
    """
    from libcareer.knowledge.homes import expanded

    return expanded(path) if path else path


def homes_expanded(paths: list[Path] | None) -> list[Path] | None:
    """Each of *paths* expanded as `home_expanded` does it."""
    from libcareer.knowledge.homes import expanded

    return [expanded(path) for path in paths] if paths else paths


def _data_folder(ctx: typer.Context, path: Path | None) -> Path | None:
    """The folder of knowledge with `~` expanded; commands that are told to a person repeat it if it was typed."""
    folder = home_expanded(path)
    source = ctx.get_parameter_source("data")
    if folder and source and source.name == "COMMANDLINE":
        program.repeat("--data", folder)
    return folder


Data = Annotated[
    Path | None,
    typer.Option(
        "--data",
        envvar="LIBCAREER_DATA",
        metavar="DIR",
        callback=_data_folder,
        help="Folder of knowledge files that adds to the built-in ones, or replaces them.",
    ),
]
Written = Annotated[
    Format | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="screen, plain, markdown, html, json or csv. Default: screen on a terminal, plain in a pipe.",
    ),
]
RoleName = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ROLE",
        help="Its id or any title; without it, a list to choose from.",
        autocompletion=continuing("roles"),
    ),
]
Start = Annotated[
    str | None, typer.Option("--from", metavar="ROLE", help="The role you are in.", autocompletion=complete_role)
]
NoMasters = Annotated[bool, typer.Option("--no-masters", help="Typically open without a master's.")]
NoDegree = Annotated[bool, typer.Option("--no-degree", help="Typically open without a degree.")]
PartTime = Annotated[bool, typer.Option("--part-time", help="With many part-time jobs.")]
Remote = Annotated[bool, typer.Option("--remote", help="With remote jobs.")]
Beyond = Annotated[bool, typer.Option("--beyond", help="Beyond the field or at its edge.")]
IgnoreLimits = Annotated[
    bool, typer.Option("--ignore-limits", help="Also show the roles that your practical limits rule out.")
]
Details = Annotated[bool, typer.Option("--details", help="All reasons, how sure they are, and what decided it.")]
NO_PAGER = "--no-pager"


def no_pager() -> TyperOption:
    """The option with which an answer longer than the terminal is written at once; every command has it."""

    def heed(ctx: typer.Context, parameter: object, given: bool) -> None:
        if given:
            pager.turn_off()

    words = "Write a long answer at once, and not in $LIBCAREER_PAGER, $PAGER or less."
    return TyperOption(param_decls=[NO_PAGER], is_flag=True, expose_value=False, callback=heed, help=words)


Inside = Annotated[bool, typer.Option("--inside", help="In the field or at its edge.")]
