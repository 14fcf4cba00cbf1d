"""The program as it was called, so that the commands it names can be copied.

Everywhere else a command begins with `libcareer`. Where the program of that name on the PATH is another one
or none, the command is told with the path or the `python -m libcareer` that was typed; and if a folder of
knowledge was typed, with that folder. Output in JSON and CSV is for programs and stays as it is.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from libcareer.reports.page.blocks import Block

NAME = "libcareer"

COMMAND = re.compile(rf"`{NAME}(?=[ `])")
"""The beginning of a command in a text: commands have back quotes around them."""

_typed: tuple[str, Sequence[str]] | None = None
"""What was typed to start the program, once `started` has told it: the program, and the whole command line."""

_options: list[str] = []
"""Options that every command told must repeat, quoted for a shell."""


def started(file: str, line: Sequence[str]) -> None:
    """Remember how this process was started: the *file* that runs, and the command *line* with its interpreter."""
    global _typed
    _typed = file, line


def forget_options() -> None:
    """Forget the options of a call, because it ends or another one begins."""
    _options.clear()


def repeat(option: str, value: Path) -> None:
    """Let the commands that are told repeat an *option* with its *value*."""
    _options[:] = [option, quoted(str(value))]


def has_own_knowledge() -> bool:
    """Whether a folder of knowledge was named, in which the names of the built-in one may be unknown."""
    return bool(_options or os.environ.get("LIBCAREER_DATA"))


def name() -> str:
    """What to type for this program in the shell that called it."""
    return _name(*_typed) if _typed else NAME


def _name(file: str, line: Sequence[str]) -> str:
    on_path = shutil.which(NAME)
    if Path(file).name == "__main__.py":
        # The installation of an interpreter has its programs beside it.
        ours = on_path and _place(Path(on_path).parent) == _place(Path(sys.executable).parent)
        return NAME if ours else f"{quoted(line[0])} -m {NAME}"
    ours = Path(file).name == file or (on_path and _place(Path(on_path)) == _place(Path(file)))
    return NAME if ours else quoted(file)


def _place(file: Path) -> str:
    # On Windows a program may be called without its ending.
    return os.path.normcase(os.path.realpath(file)).removesuffix(".exe")


def quoted(word: str) -> str:
    """*word* as the shell of this system takes it for one word."""
    if os.name == "nt":
        return f'"{word}"' if " " in word else word
    from shlex import quote

    return quote(word)


# ---------------------------------------------------------------------------- commands in what people read


def command(words: str) -> str:
    """The command *words*, which begin with `libcareer`, as it can be typed now."""
    return " ".join([name(), *_options]) + words.removeprefix(NAME)


def message(words: str) -> str:
    """*words* with each command in back quotes as it can be typed now."""
    return COMMAND.sub(lambda _: f"`{command(NAME)}", words) if COMMAND.search(words) else words


def page(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """*blocks* with each command as it can be typed now."""
    return tuple(blocks) if command(NAME) == NAME else _named_anew(tuple(blocks))


def _named_anew(value: Any) -> Any:
    """*value* with the commands in all its texts named anew."""
    from msgspec import Struct
    from msgspec.structs import asdict

    from libcareer.reports.page.blocks import Next

    match value:
        case str():
            return message(value)
        case tuple():
            return tuple(map(_named_anew, value))
        case Next(commands):
            return Next(tuple((command(words), message(what)) for words, what in commands))
        case Struct():
            return type(value)(**{field: _named_anew(of) for field, of in asdict(value).items()})
        case _:
            return value
