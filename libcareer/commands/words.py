"""The words of a command line as they are meant: options with other dashes, names of several words after an option."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMES = frozenset({"ROLE", "SKILL", "SETTING", "CLUSTER", "LEVEL", "EDUCATION", "CREDENTIAL", "GROUP", "SECTOR"})
"""The metavars of options whose value is a name."""


def hyphenated(args: Sequence[str]) -> list[str]:
    """*args* with the hyphens of an option for the dash that a word processor or a web page made of them."""
    end = args.index("--") if "--" in args else len(args)
    return [*map(_hyphenated, args[:end]), *args[end:]]


def _hyphenated(arg: str) -> str:
    if arg.isascii():
        return arg
    from libcareer.knowledge.spelling import straight

    name, equals, value = arg.partition("=")
    word = straight(name).lstrip("-")
    dashes = name.removesuffix(word)
    if dashes == name or dashes.isascii() or not word[:1].isalpha():
        return arg
    return f"{'-' if len(word) == 1 else '--'}{word}{equals}{value}"


def joined_names(args: Sequence[str], params: Sequence[Any]) -> list[str]:
    """*args* with the words of a name after an option joined, where these words can be nothing else.

    That is so for a command with *params* that takes no words of its own, or got them before the option.
    A command that takes several names keeps its words apart.
    """
    own = [one for one in params if one.param_type_name == "argument"]
    if any((one.metavar or "").endswith("...") for one in own):
        return list(args)
    options = {name: one for one in params if one.param_type_name == "option" for name in one.opts}
    joined: list[str] = []
    free, going_on = not own, False
    rest = iter(args)
    for arg in rest:
        if arg == "--":
            return [*joined, arg, *rest]
        if arg.startswith("-") and arg != "-":
            joined.append(arg)
            option = options.get(arg.partition("=")[0])
            if option is not None and not option.is_flag and "=" not in arg:
                joined += islice(rest, 1)
            going_on = free and option is not None and option.metavar in NAMES
        elif going_on:
            joined[-1] += f" {arg}"
        else:
            joined.append(arg)
            free = True
    return joined
