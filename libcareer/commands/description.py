"""The help of a command as data, read from the command line as Typer built it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from libcareer.commands import EXAMPLE
from libcareer.reports.help import ArgumentHelp, CommandHelp, CommandSummary, OptionHelp

if TYPE_CHECKING:
    from collections.abc import Mapping

    import typer


def command_help(ctx: typer.Context, summaries: Mapping[str, str]) -> CommandHelp:
    """The help of the command of *ctx*, or of the program, with *summaries* of all commands, if none is called."""
    command: Any = ctx.command
    parameters = [one for one in command.get_params(ctx) if not getattr(one, "hidden", False)]
    return CommandHelp(
        name=ctx.info_name or "" if ctx.parent else "libcareer",
        summary=(command.help or "").split("\n")[0],
        usage=" ".join(
            ["libcareer", *([ctx.info_name or ""] if ctx.parent else []), *command.collect_usage_pieces(ctx)]
        ),
        arguments=tuple(_argument(one, ctx) for one in parameters if one.param_type_name == "argument"),
        options=tuple(_option(one, ctx) for one in parameters if one.param_type_name == "option"),
        commands=() if ctx.parent else tuple(CommandSummary(*pair) for pair in summaries.items()),
        example=(command.epilog or "").removeprefix(EXAMPLE),
    )


def _argument(one: Any, ctx: typer.Context) -> ArgumentHelp:
    name = one.make_metavar(ctx).strip("[].")
    return ArgumentHelp(name, one.help or "", one.required, repeats=one.nargs == -1)


def _option(one: Any, ctx: typer.Context) -> OptionHelp:
    names = (*one.opts, *one.secondary_opts)
    default = one.get_default(ctx, call=False)
    return OptionHelp(
        names=tuple(sorted(names, key=lambda name: (not name.startswith("--"), names.index(name)))),
        metavar=None if one.is_flag else one.make_metavar(ctx),
        default=default if isinstance(default, str | int | float | bool) else None,
        help=one.help or "",
        required=one.required,
        repeats=one.multiple,
        choices=tuple(map(str, getattr(one.type, "choices", ()))),
    )
