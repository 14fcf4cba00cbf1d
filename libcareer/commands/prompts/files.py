"""Answers in a file: typed lines, or JSON."""

from __future__ import annotations

import errno
import io
from typing import IO, TYPE_CHECKING

from libcareer.commands.prompts.lines import MOST_TYPED
from libcareer.engines.quiz.interview import file_text
from libcareer.errors import BadAnswers

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_ANSWERS = 64_000_000
"""The largest file of answers; JSON has the reasons for every role, two megabytes for a hundred roles."""

MOST_LINES = 300
"""The most lines of typed answers in a file: many times the screens of a quiz, for those who go back often."""


def lines_or_json(file: Path) -> tuple[bytes, IO[str] | None]:
    """Read an answers *file*: its bytes and, if it is not JSON, its lines without # comments.

    Raises BadAnswers if the file cannot be read, is too large, or is not text.
    """
    from libcareer.knowledge import disk

    try:
        data = disk.read_file(file, LARGEST_ANSWERS)
        text = file_text(data)
        typed = "" if text.lstrip().startswith("{") else text
    except OSError as error:
        if error.errno == errno.EFBIG:
            raise BadAnswers(f"'{file}' is too large for answers to the quiz.") from None
        raise BadAnswers(f"'{file}' cannot be read: {error.strerror}.") from None
    except UnicodeError:
        raise BadAnswers(f"'{file}' is not a text file.") from None
    if len(typed) > MOST_TYPED:
        raise BadAnswers(f"'{file}' is too large for answers to the quiz.")
    if not typed:
        return text.encode(), None
    lines = [line for line in typed.splitlines() if not line.startswith("#")]
    if len(lines) > MOST_LINES:
        raise BadAnswers(f"'{file}' has more than {MOST_LINES} lines, which is too many for answers to the quiz.")
    return text.encode(), io.StringIO("".join(f"{line}\n" for line in lines))
