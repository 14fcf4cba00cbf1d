"""The program's commands as a group: which there are, and what becomes of an error or an interrupt.

Modules with commands do not put off their annotations (`from __future__ import annotations`): Typer would
have to compile every one of them again at each start.
"""

import os
import sys
from collections.abc import Iterable, Iterator, MutableMapping
from contextlib import contextmanager
from importlib import import_module
from inspect import getdoc
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command_from_info

from libcareer.commands.options import Data, Written, complain, write
from libcareer.errors import Ended, LibcareerError
from libcareer.knowledge.enums import Format
from libcareer.reports.page.text import wrapped

if TYPE_CHECKING:
    from typer.models import CommandInfo

    from libcareer.knowledge.enums import Format

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells give it: 128 + SIGINT."""

GO_ON = "Your answers are kept: `libcareer {command}` goes on from there."

LEADING = ("--data", "--format")
"""Options that every command has, and that may therefore stand before its name too."""

COMPLETE = "_LIBCAREER_COMPLETE"
"""What a shell sets when it asks for completions."""

MODULES = {
    "quiz": "quiz",
    "fit": "quiz",
    "roles": "roles",
    "show": "roles",
    "path": "paths",
    "compare": "choosing",
    "related": "choosing",
    "planb": "paths",
    "tracks": "choosing",
    "plan": "plan",
    "lssc": "lssc",
    "me": "person",
    "forget": "person",
    "class": "classroom",
    "skills": "records",
    "credentials": "records",
    "resources": "records",
    "network": "records",
    "sources": "sources",
    "disputes": "sources",
    "ask": "sources",
    "check": "check",
}
"""Every command in the order of the help, with the module of `commands` that has it."""


def _info(name: str) -> "CommandInfo":
    part = import_module(f"libcareer.commands.{MODULES[name]}")
    infos: list[CommandInfo] = part.app.registered_commands
    return next(info for info in infos if name in (info.name, getattr(info.callback, "__name__", "")))


class Called(typer.Context):
    """What a command is called with; its help fits any terminal, where Typer's own is 50 columns wide at least."""

    def make_formatter(self) -> Any:
        """What lays the help out."""
        formatter: Any = super().make_formatter()
        formatter.width = min(formatter.width, get_terminal_size().columns)
        write = formatter.write_dl

        def write_dl(rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
            folded = [(_folded(term, formatter.width - 2), said) for term, said in rows]
            write(folded, min(col_max, formatter.width * 2 // 5), col_spacing)

        def write_text(text: str) -> None:
            start = " " * formatter.current_indent
            paragraphs = [start + " ".join(paragraph.split()) for paragraph in text.split("\n\n")]
            formatter.write("\n\n".join(wrapped(paragraph, formatter.width) for paragraph in paragraphs) + "\n")

        formatter.write_dl = write_dl
        formatter.write_text = write_text  # Typer's own breaks an example in the middle of an option or a name
        return formatter


def _folded(term: str, width: int) -> str:
    """An option with its choices over as many lines as it takes."""
    return wrapped(term.replace("|", "| "), width, " " * 6).replace("| ", "|") if len(term) > width else term


class _Built(MutableMapping[str, Any]):
    """The commands by name, each built when it is asked for: building them all takes longer than most answers."""

    def __init__(self) -> None:
        self.built: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self.built:
            if name not in MODULES:
                raise KeyError(name)
            command = get_command_from_info(_info(name), pretty_exceptions_short=False, rich_markup_mode=None)
            command.context_class = Called
            self.built[name] = command
        return self.built[name]

    def __setitem__(self, name: str, command: Any) -> None:
        self.built[name] = command

    def __delitem__(self, name: str) -> None:
        del self.built[name]

    def __iter__(self) -> Iterator[str]:
        return iter(MODULES)

    def __len__(self) -> int:
        return len(MODULES)


class Commands(TyperGroup):
    """The one place where an error becomes a sentence on stderr and an exit code."""

    context_class = Called

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = _Built()
        if COMPLETE in os.environ:
            from libcareer.commands import completion

            completion.register()

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """List the commands, each with its whole first sentence, without building any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, (getdoc(_info(name).callback) or "").split("\n")[0]) for name in MODULES])

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Let the options of every command stand before the command's name as well."""
        leading: list[str] = []
        while args and args[0].startswith(LEADING):
            size = 1 if "=" in args[0] else 2
            leading, args = leading + args[:size], args[size:]
        if not args or args[0].startswith("-"):
            return super().parse_args(ctx, [*leading, *args])
        return super().parse_args(ctx, [*args[:1], *leading, *args[1:]])

    def make_context(self, *args: Any, **settings: Any) -> Any:
        """The context of a call; help and version are written while it is made."""
        with _told(None):
            return super().make_context(*args, **settings)

    def invoke(self, ctx: Any) -> Any:
        """Run a command."""
        with _told(ctx):
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result


@contextmanager
def _told(ctx: Any) -> Iterator[None]:
    """What a person can put right becomes one sentence; an interrupt says how to go on with what *ctx* runs."""
    try:
        yield
    except LibcareerError as error:
        complain(str(error))
        raise typer.Exit(1) from None
    except KeyboardInterrupt as stopped:
        command = _began(ctx.invoked_subcommand if ctx else None)
        complain("\nStopped." + (f" {GO_ON.format(command=command)}" if command else ""))
        raise typer.Exit(stopped.code if isinstance(stopped, Ended) else INTERRUPTED) from None
    except BrokenPipeError:
        _swallow_the_rest()
        raise typer.Exit(0) from None
    except OSError as error:
        _swallow_the_rest()
        complain(f"The answer cannot be written: {error.strerror}.")
        raise typer.Exit(1) from None


def _swallow_the_rest() -> None:
    """Send what is still to be written to nowhere, so that nothing goes wrong again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _began(name: str | None) -> str:
    """The command that goes on with what was being answered, empty if nothing is kept of it.

    Loaded lazily, for only what asks needs to know.
    """
    sessions = sys.modules.get("libcareer.person.quizzes")
    if sessions is None:
        return ""
    if name == "fit":
        return f"fit {[*begun][-1]}" if (begun := sessions.fits()) else ""
    return "quiz" if sessions.begun_file().exists() else ""


app = typer.Typer(
    cls=Commands,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Explore careers in library and information work: roles, skills, ways in, and a short quiz.",
    epilog="Example: libcareer roles --skill cataloging",
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def main(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", "-V", help="Show the version.")] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", help="With --version: where the knowledge comes from, and its licenses.")
    ] = False,
    data: Data = None,  # may stand before a command; `Commands` hands it on
    format_: Written = None,
) -> None:
    """Explore careers in library and information work: roles, skills, ways in, and a short quiz."""
    if verbose and not version:
        raise typer.BadParameter("--verbose goes with --version.")
    if version and verbose:
        _tell(data, format_)
        raise typer.Exit
    if version:
        from libcareer import __version__

        typer.echo(f"libcareer {__version__}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


def _tell(data: Path | None, format_: Format | None) -> None:
    from libcareer.catalog import load
    from libcareer.engines.lookup.about import about
    from libcareer.reports import about as report_about

    catalog, alone = load(data), False
    if data is not None:
        from libcareer.knowledge.folders import stands_alone

        alone = stands_alone(data)
    write(report_about.about(about(catalog, sys.version.split()[0], data, alone=alone)), format_)
