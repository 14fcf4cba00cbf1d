"""The help of the program or of a command as a report, for the formats that are not the help text itself."""

from __future__ import annotations

from msgspec import Struct

from libcareer.reports.page.render import Block, Heading, Item, Items, Para, Report, Title, Verbatim


class ArgumentHelp(Struct, frozen=True):
    """An argument; *repeats* says whether several words may be given for it."""

    name: str
    help: str
    required: bool
    repeats: bool


class OptionHelp(Struct, frozen=True):
    """An option with all its *names*; one without a value has no *metavar*. *choices* are all its values, if few."""

    names: tuple[str, ...]
    metavar: str | None
    default: str | int | float | bool | None
    help: str
    required: bool
    repeats: bool
    choices: tuple[str, ...]


class CommandSummary(Struct, frozen=True):
    """A command in the list of all."""

    name: str
    summary: str


class CommandHelp(Struct, frozen=True):
    """How to call the command *name*, or the program itself, which has *commands*; *example* is a call that works."""

    name: str
    summary: str
    usage: str
    arguments: tuple[ArgumentHelp, ...]
    options: tuple[OptionHelp, ...]
    commands: tuple[CommandSummary, ...]
    example: str


def help_report(found: CommandHelp) -> Report:
    """The arguments, options and commands, each with its help, and the example."""
    arguments = tuple(Item(head=one.name, body=one.help) for one in found.arguments)
    options = tuple(Item(head=_option(one), body=one.help) for one in found.options)
    commands = tuple(Item(head=one.name, body=one.summary) for one in found.commands)
    parts = (("Arguments", arguments), ("Options", options), ("Commands", commands))
    blocks: list[Block] = [Title(found.name), Para(found.summary), Verbatim(found.usage)]
    for heading, items in parts:
        blocks += [Heading(heading), Items(items)] if items else []
    blocks += [Heading("Example"), Verbatim(found.example)]
    rows: list[tuple[object, ...]] = [("argument", one.name, "", None, one.help) for one in found.arguments]
    rows += [("option", " ".join(one.names), one.metavar or "", one.default, one.help) for one in found.options]
    rows += [("command", one.name, "", None, one.summary) for one in found.commands]
    rows.append(("example", found.example, "", None, ""))
    return Report("help", tuple(blocks), found, ("what", "name", "metavar", "default", "help"), tuple(rows))


def _option(one: OptionHelp) -> str:
    return ", ".join(one.names) + (f" {one.metavar}" if one.metavar else "")
