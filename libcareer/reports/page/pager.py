"""A pager for answers longer than the terminal, as git and gh have it."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from libcareer.reports.page.terminal import terminal_size

VARIABLES = ("LIBCAREER_PAGER", "PAGER")
"""The variables that name the pager; the first that is set counts, and an empty one or `cat` turns it off."""

DEFAULT = "less -FRX"
"""The pager without such a variable: it ends by itself if all fits, shows colors, and leaves what it showed."""

SETTINGS = {"LESS": "FRX", "LV": "-c"}
"""What less and lv are told unless the person tells them something else, as git does it."""


def turn_off() -> None:
    """Let no pager start in this process."""
    os.environ[VARIABLES[0]] = ""


def paged(words: str) -> bool:
    """Show *words* in the pager if they are longer than the terminal; whether it has shown them.

    It has not where there is no terminal or no pager, or where the pager fails; then *words* are still to be
    written.
    """
    if not _on_terminal():
        return False
    # The line that the shell writes next needs room as well.
    if words.count("\n") < terminal_size().lines:
        return False
    command = _command()
    return bool(command) and _shown(words, command)


def _on_terminal() -> bool:
    """Whether stdout is a terminal that a pager can control."""
    if os.environ.get("TERM", "").lower() in ("dumb", "unknown"):
        return False
    with suppress(OSError, ValueError):  # a stream without a file
        return os.isatty(sys.stdout.fileno())
    return False


def _command() -> list[str]:
    """The pager and its arguments; empty if there is to be none."""
    import shlex

    named = next((os.environ[name] for name in VARIABLES if name in os.environ), DEFAULT)
    try:
        command = shlex.split(named)
    except ValueError:  # a quotation mark without its partner
        return []
    return [] if command == ["cat"] else command


def _shown(words: str, command: list[str]) -> bool:
    """Run *command* without a shell and give it *words*; whether it could show them."""
    import signal
    import subprocess

    sys.stdout.flush()
    # Ctrl-C is for the pager. A handler that does nothing, unlike SIG_IGN, is not inherited by it.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=sys.stdout, env={**SETTINGS, **os.environ})
        try:
            # A pager that is left before it has read everything is no error.
            pager.communicate(words.encode(sys.stdout.encoding or "utf-8", "backslashreplace"))
        except BaseException:
            pager.terminate()
            raise
    except OSError:
        return False
    finally:
        signal.signal(signal.SIGINT, before)
    return pager.returncode <= 0
