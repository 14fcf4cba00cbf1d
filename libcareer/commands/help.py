"""The command that explains a command, the short help, and the nearest command to a word that is none."""

from typing import Annotated, Any

import typer

from libcareer.commands import MODULES
from libcareer.commands.options import Data, Written
from libcareer.errors import either, short
from libcareer.reports.page import program

app = typer.Typer()

WISHES = {
    "Find what suits me": ("quiz", "fit", "tracks", "class"),
    "Look something up": (
        "explore",
        "search",
        "show",
        "roles",
        "skills",
        "credentials",
        "resources",
        "network",
        "ask",
        "title",
    ),
    "See where I can go": ("path", "planb", "related", "map", "compare", "worth", "match", "translate"),
    "Check the facts": ("changes", "sources", "disputes", "occupations"),
    "Add what I know": ("new", "check"),
    "Keep my own things": ("me", "plan", "lssc", "forget"),
    "Hand it on": ("report", "publish"),
}
"""What people come for, each with its commands. Every command but `help` is here once."""

EXAMPLES = {
    "which jobs suit me": "libcareer quiz",
    "what a job is like": "libcareer show library technician",
    "the way to a job": "libcareer path librarian --from library-technician",
}
"""The first commands to try, by what they show."""

MORE = "`libcareer help COMMAND` explains a command; `libcareer --help` lists them all."


def complete_command(incomplete: str) -> list[str]:
    """Names of commands that begin with *incomplete*."""
    return [name for name in MODULES if name.startswith(incomplete)]


@app.command("help", epilog="Example: libcareer help path")
def help_command(
    ctx: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="[COMMAND]", help="Its name.", autocompletion=complete_command)
    ] = None,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Explain a command, or list all of them."""
    program_: Any = ctx.parent
    if name is None:
        typer.echo(program_.get_help())
        return
    command = program_.command.get_command(program_, name)
    if command is None:
        refuse_unknown(program_, name)
        raise typer.BadParameter(f"There is no command '{short(name)}'.")
    typer.echo(command.context_class(command, info_name=name, parent=program_).get_help())


def refuse_unknown(ctx: Any, word: str) -> None:
    """Raise the error of a wrong command if *word*, which is none, is one but for a slip."""
    from libcareer.knowledge.spelling import one_slip

    # Words of three letters have too many neighbors for a slip in the first of them to be likely.
    near = [name for name in MODULES if one_slip(word, name) and (len(name) > 3 or name[0] == word[0])]
    if near:
        ctx.fail(f"No such command '{short(word)}'. Did you mean {either(near)}?")


def short_help(ctx: typer.Context) -> str:
    """The help on half a screen: the commands by what one comes for, and where to begin."""
    formatter: Any = ctx.make_formatter()
    formatter.write_text(ctx.command.help)
    with formatter.section("Commands, by what you want"):
        formatter.write_dl([(wish, ", ".join(names)) for wish, names in WISHES.items()])
    with formatter.section("Begin with"):
        formatter.write_dl([(shown, program.command(command)) for shown, command in EXAMPLES.items()])
    formatter.write_paragraph()
    formatter.write_text(program.message(MORE))
    return str(formatter.getvalue()).rstrip("\n")
