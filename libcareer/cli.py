"""The group of all commands: its own options, and the exit code and message of every error and interrupt.

Modules that define commands have no `from __future__ import annotations`: Typer would have to evaluate
every annotation again at each start.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any

import typer
from typer._click.exceptions import ClickException, MissingParameter, UsageError
from typer.core import TyperGroup

from libcareer.commands import MODULES
from libcareer.commands.lazy import CommandContext, LazyCommands, command_summary, example_words
from libcareer.commands.meta import FORMAT, LINES
from libcareer.commands.options import NO_PAGER, Data, Written, complain, no_pager, write
from libcareer.commands.words import hyphenated
from libcareer.errors import Ended, LibcareerError, short
from libcareer.reports.page import program
from libcareer.reports.page.formats import Format
from libcareer.reports.page.text import clean

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells give it: 128 + SIGINT."""

GO_ON = "Your answers are kept: `libcareer {command}` goes on from there."
"""Added to the message after an interrupt when answers are saved."""

LEADING_OPTIONS = ("--data", "--format", NO_PAGER)
"""Options of every command; they may also come before the command's name."""

EXPLORE = "explore"
"""The command in which any other one may have been interrupted; without a command it runs as well."""

SEARCH = "search"
"""The command that looks up words in the place of a command."""

COMPLETE = "_LIBCAREER_COMPLETE"
"""The variable a shell sets when it asks for completions."""


class Commands(TyperGroup):
    """The group of commands; the only place that turns errors into a message on stderr and an exit code."""

    context_class = CommandContext

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = LazyCommands()
        self.params.append(no_pager())
        if COMPLETE in os.environ:
            from libcareer.commands import completion

            # Typer repeats the name of a shell that it does not know.
            os.environ[COMPLETE] = clean(os.environ[COMPLETE])
            completion.register()

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """List the commands, each with the whole first sentence of its docstring, without building any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, command_summary(name)) for name in MODULES])

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Move options of every command that come before the command's name behind it."""
        args = hyphenated(args)
        ctx.meta[FORMAT] = _format_in(args)
        leading: list[str] = []
        while args and args[0].startswith(LEADING_OPTIONS):
            size = 1 if "=" in args[0] or args[0] == NO_PAGER else 2
            leading, args = leading + args[:size], args[size:]
        if not args or args[0].startswith("-"):
            return super().parse_args(ctx, [*leading, *args])
        return super().parse_args(ctx, [*args[:1], *leading, *args[1:]])

    def make_context(self, info_name: str | None, *args: Any, **settings: Any) -> Any:
        """The context of a call; help and version are written while it is made."""
        program.forget_options()
        with _errors_reported(None):
            ctx = super().make_context(program.name(), *args, **settings)
        ctx.call_on_close(program.forget_options)
        return ctx

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that *args* begin with; words that begin with none are looked up."""
        if args[0] in self.commands or args[0].startswith("-") or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        from libcareer.commands.help import refuse_unknown

        refuse_unknown(ctx, args[0])
        return SEARCH, self.commands[SEARCH], args

    def invoke(self, ctx: Any) -> Any:
        """Run a command."""
        with _errors_reported(ctx):
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result


def _format_in(args: list[str]) -> str | None:
    """The format that a call with *args* asks for, as typed; the last one counts."""
    options = args[: args.index("--")] if "--" in args else args
    found = [option.removeprefix("--format=") for option in options if option.startswith("--format=")]
    found += [value for option, value in pairwise(options) if option == "--format"]
    return found[-1] if found else None


@contextmanager
def _errors_reported(ctx: Any) -> Iterator[None]:
    """Turn an error into one message on stderr and its exit code; after an interrupt say how to resume.

    *ctx* is the context of the running command, None before there is one.
    """
    try:
        yield
    except LibcareerError as error:
        complain(str(error))
        raise typer.Exit(1) from None
    except ClickException as error:
        complain(_usage(error))
        raise typer.Exit(error.exit_code) from None
    except KeyboardInterrupt as stopped:
        command = _resuming(ctx.invoked_subcommand if ctx else None)
        complain("\nStopped." + (f" {GO_ON.format(command=command)}" if command else ""))
        raise typer.Exit(stopped.code if isinstance(stopped, Ended) else INTERRUPTED) from None
    except BrokenPipeError:
        _discard_output()
        raise typer.Exit(0) from None
    except OSError as error:
        if error.filename is not None:
            # A file whose reader or writer has no message of its own, such as one with a name that is too long.
            complain(f"'{short(os.fsdecode(error.filename), 80)}' cannot be used: {error.strerror}.")
            raise typer.Exit(1) from None
        _discard_output()
        complain(f"The answer cannot be written: {error.strerror}.")
        raise typer.Exit(1) from None


LONGEST = 600
"""Characters of a message about wrong usage; the middle of a longer one is left out."""


def _usage(error: ClickException) -> str:
    """What is wrong with a call and how to get help, as Typer words it; what was typed stays on its line."""
    message = f"Error: {clean(error.format_message())}"
    if len(message) > LONGEST:
        message = f"{message[: LONGEST // 2]} ... {message[-LONGEST // 2 :]}"
    if not isinstance(error, UsageError) or error.ctx is None:
        return message
    ctx = error.ctx
    if isinstance(error, MissingParameter) and ctx.command.epilog and not program.has_own_knowledge():
        message = f"{message} {example_words(ctx.command.epilog)}"
    return f"{ctx.get_usage()}\nTry '{ctx.command_path} {ctx.help_option_names[0]}' for help.\n\n{message}"


def _discard_output() -> None:
    """Send what is still buffered to the null device, so that flushing it at exit does not fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _resuming(name: str | None) -> str:
    """The command that resumes the interrupted command *name*; empty if no answers are saved."""
    # Only commands that ask questions have loaded this module.
    quizzes = sys.modules.get("libcareer.person.quizzes")
    resuming: str = quizzes.resuming if quizzes else ""
    return resuming if name in (None, EXPLORE, resuming.split(" ")[0]) else ""


app = typer.Typer(
    cls=Commands,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Explore careers in library and information work: roles, skills, ways in, and a short quiz.",
    epilog="Example: libcareer roles --skill cataloging",
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def libcareer_command(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", "-V", help="Show the version.")] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", help="With --version: where the knowledge comes from, and its licenses.")
    ] = False,
    lines: Annotated[
        bool, typer.Option("--lines", help="Ask line by line, as screen readers need it; so does ACCESSIBLE=1.")
    ] = False,
    data: Data = None,  # may come before a command; `Commands.parse_args` moves it behind
    format_: Written = None,
) -> None:
    """Explore careers in library and information work: roles, skills, ways in, and a short quiz."""
    if lines:
        ctx.meta[LINES] = True
    if verbose and not version:
        raise typer.BadParameter("--verbose goes with --version.")
    if version and verbose:
        _write_about(data, format_)
        raise typer.Exit
    if version:
        from libcareer import __version__

        if format_ is not None:
            from libcareer.reports.about import version_report

            write(version_report(__version__), format_)
            raise typer.Exit
        typer.echo(f"libcareer {__version__}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        _open_front_door(ctx, data)


def _open_front_door(ctx: typer.Context, data: Path | None) -> None:
    """What the program shows if nothing is asked of it: the explorer on a terminal, otherwise help."""
    if ctx.meta[FORMAT] not in (None, Format.SCREEN, Format.PLAIN):
        typer.echo(ctx.get_help())
        return
    if sys.stdin.isatty() and sys.stdout.isatty():
        from libcareer.catalog import load
        from libcareer.commands.explore import explore
        from libcareer.commands.prompts import can_explore

        if can_explore():
            explore(load(data), data)
            return
    from libcareer.commands.help import short_help

    typer.echo(short_help(ctx))


def _write_about(data: Path | None, format_: Format | None) -> None:
    """Write versions, licenses and the number of records."""
    from libcareer.catalog import load
    from libcareer.engines.lookup.about import about
    from libcareer.reports.about import about_report

    catalog, alone = load(data), False
    if data is not None:
        from libcareer.knowledge.folders import stands_alone

        alone = stands_alone(data)
    write(about_report(about(catalog, sys.version.split()[0], data, alone=alone)), format_)
