"""The size of the terminal, whatever its variables say."""

from __future__ import annotations

import os
from contextlib import suppress

USUAL = os.terminal_size((80, 24))
"""Columns and lines where nothing tells them."""

STREAMS = (1, 0, 2)
"""The file descriptors that may be the terminal: stdout first, since it is written there."""


def terminal_size() -> os.terminal_size:
    """Columns and lines by COLUMNS and LINES, else of the terminal, else 80 by 24.

    A variable that is no number above zero means 80 or 24 as well, or less on a smaller terminal.
    """
    size = _measured()
    return os.terminal_size((_side("COLUMNS", size.columns, USUAL.columns), _side("LINES", size.lines, USUAL.lines)))


def _side(variable: str, measured: int, usual: int) -> int:
    """The columns or lines that *variable* says, else those *measured*, else the *usual* ones; 0 is not measured."""
    said = os.environ.get(variable)
    if not said:
        return measured or usual
    with suppress(ValueError):
        if int(said) > 0:
            return int(said)
    return min(measured or usual, usual)


def _measured() -> os.terminal_size:
    for stream in STREAMS:
        with suppress(OSError, ValueError):
            return os.get_terminal_size(stream)
    return os.terminal_size((0, 0))
