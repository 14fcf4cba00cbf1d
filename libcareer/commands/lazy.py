"""Commands that are built on first use, because building all of them takes longer than most answers."""

from __future__ import annotations

import sys
from collections.abc import Iterator, MutableMapping
from importlib import import_module
from inspect import getdoc
from typing import TYPE_CHECKING, Any

import typer
from typer._click.exceptions import UsageError
from typer.core import TyperCommand
from typer.main import get_command_from_info

from libcareer.commands import EXAMPLE, MODULES
from libcareer.commands.meta import FORMAT
from libcareer.commands.options import no_pager
from libcareer.commands.words import joined_names
from libcareer.errors import WrongUsage
from libcareer.reports.page import program
from libcareer.reports.page.formats import Format
from libcareer.reports.page.terminal import terminal_size
from libcareer.reports.page.text import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from typer.models import CommandInfo


def command_info(name: str) -> CommandInfo:
    """What Typer knows of the command *name* before it is built; loads the module that defines it."""
    module = import_module(f"libcareer.commands.{MODULES[name]}")
    infos: list[CommandInfo] = module.app.registered_commands
    return next(info for info in infos if name in (info.name, getattr(info.callback, "__name__", "")))


def command_summary(name: str) -> str:
    """The first sentence of the help of the command *name*."""
    return (getdoc(command_info(name).callback) or "").split("\n")[0]


class LazyCommands(MutableMapping[str, Any]):
    """All commands by name; each is built when it is first looked up."""

    def __init__(self) -> None:
        self.built: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self.built:
            if name not in MODULES:
                raise KeyError(name)
            info = command_info(name)
            info.cls = Command
            self.built[name] = get_command_from_info(info, pretty_exceptions_short=False, rich_markup_mode=None)
        return self.built[name]

    def __setitem__(self, name: str, command: Any) -> None:
        self.built[name] = command

    def __delitem__(self, name: str) -> None:
        del self.built[name]

    def __iter__(self) -> Iterator[str]:
        return iter(MODULES)

    def __len__(self) -> int:
        return len(MODULES)


class CommandContext(typer.Context):
    """The context of a call, with help as narrow as the terminal; Typer's own is never narrower than 50 columns."""

    def get_help(self) -> str:
        """The help as text, or as a report in the format that the call asks for."""
        asked = self.meta.get(FORMAT)
        if asked not in (None, *Format):
            names = ", ".join(f"'{name}'" for name in Format)
            raise typer.BadParameter(f"'{asked}' is not one of {names}.", ctx=self, param_hint="'--format'")
        if asked in (None, Format.SCREEN, Format.PLAIN):
            return super().get_help()
        from libcareer.commands.description import command_help
        from libcareer.reports.help import help_report
        from libcareer.reports.page.render import text

        # What the main help lists; loading it for the help of one command would load every other one.
        summaries = {} if self.parent else {name: command_summary(name) for name in MODULES}
        found = help_report(command_help(self, summaries))
        return text(found, Format(asked), sys.stdout.encoding or "utf-8").rstrip("\n")

    def make_formatter(self) -> Any:
        """The formatter that lays out the help."""
        formatter: Any = super().make_formatter()
        formatter.width = min(formatter.width, terminal_size().columns)
        write = formatter.write_dl

        def write_dl(rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
            folded = [(_folded(term, formatter.width - 2), help_) for term, help_ in rows]
            write(folded, min(col_max, formatter.width * 2 // 5), col_spacing)

        def write_text(text: str) -> None:
            text = example_words(text) if text.startswith(EXAMPLE) else text
            start = " " * formatter.current_indent
            paragraphs = [start + " ".join(paragraph.split()) for paragraph in text.split("\n\n")]
            formatter.write("\n\n".join(wrapped(paragraph, formatter.width) for paragraph in paragraphs) + "\n")

        formatter.write_dl = write_dl
        formatter.write_text = write_text  # Typer's own breaks an example in the middle of an option or a name
        return formatter


class Command(TyperCommand):
    """A command that takes names of several words without quotes."""

    context_class = CommandContext

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.params.append(no_pager())

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse *args* after joining the words of names after options."""
        return super().parse_args(ctx, joined_names(args, self.params))

    def invoke(self, ctx: Any) -> Any:
        """Run the command; an error in its use that it finds itself is one of this context."""
        try:
            return super().invoke(ctx)
        except WrongUsage as error:
            raise typer.BadParameter(str(error), ctx=ctx) from None
        except UsageError as error:
            error.ctx = error.ctx or ctx
            raise


def example_words(epilog: str) -> str:
    """An *epilog*, which is an example, with the program as it was called."""
    return EXAMPLE + program.command(epilog.removeprefix(EXAMPLE))


def _folded(term: str, width: int) -> str:
    """An option with its choices, wrapped to *width* after a choice."""
    return wrapped(term.replace("|", "| "), width, " " * 6).replace("| ", "|") if len(term) > width else term
