"""Asking a person: with arrow keys and numbers on a terminal, line by line anywhere else.

This is the only module that imports questionary, and it uses it only if stdin and stdout are both a
terminal: with a piped stdin questionary picks answers by itself, and it draws its prompts into a
redirected stdout.
"""

from __future__ import annotations

import errno
import io
import os
import shutil
import sys
import textwrap
from typing import IO, TYPE_CHECKING, Any, TypeVar

from libcareer.engines.quiz.interview import (
    WHY_SCREENS,
    Back,
    Chosen,
    Picked,
    Skip,
    Stop,
    file_text,
    limit_reply,
    screen_reply,
)
from libcareer.engines.quiz.limits import LIMITS, WHY_LIMITS, Limit
from libcareer.errors import BadAnswers
from libcareer.reports.page.text import clean, encodable, wrapped
from libcareer.reports.words import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from libcareer.engines.quiz.engine import Screen
    from libcareer.engines.quiz.interview import Questionnaire

Reply = TypeVar("Reply")

LARGEST_ANSWERS = 64_000_000
"""The largest file of answers; JSON has the reasons for every role, two megabytes for a hundred roles."""

MOST_TYPED = 100_000
"""The most characters of typed answers, one short line each."""

MOST_LINES = 300
"""The most lines of typed answers in a file: many times the screens of a quiz, for those who go back often."""

NARROWEST = 30
"""The least columns that a wrapped option gets, however narrow the terminal is."""

KEYS = "(space or a number chooses, enter goes on; s skips, b goes back, ? says why)"
KEYS_ONE = "(arrows or a number choose, enter goes on; s skips, b goes back, ? says why)"
KEYS_NAME = "(arrows or a number choose, enter goes on)"


def interactive() -> bool:
    """Whether arrow keys work: stdin and stdout are a terminal, and it can move its cursor."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def choose(question: str, choices: Sequence[tuple[str, str]]) -> str | None:
    """The id that a person picks among *choices*, pairs of id and words; None for none of them.

    There are few choices, each with a number, so no filter to type into is needed.
    """
    import questionary

    listed = [(words, id_) for id_, words in choices] + [("none of these", _NONE)]
    asked = questionary.select(
        _wrapped_lines(question),
        [questionary.Choice(_numbered(i, words), value) for i, (words, value) in enumerate(listed)],
        instruction=f"\n{_wrapped_lines(KEYS_NAME)}",
    )
    _add_keys(asked)
    answer = asked.unsafe_ask()
    return None if answer is _NONE else str(answer)


def confirm(question: str) -> bool:
    """Whether a person says yes to *question*; plain enter is yes."""
    import questionary

    return bool(questionary.confirm(_wrapped_lines(question), default=True).unsafe_ask())


_NONE = object()


def heading(screen: Screen, number: int) -> str:
    """The question of a screen, with its number and how many screens are still to come."""
    fewest, most = screen.left
    to_come = f"{fewest} to {most} screens" if fewest < most else counted(most, "screen")
    wish = f"Which {screen.picks} would you like most{', and which least' if screen.least else ''}?"
    return f"{number}. {wish} ({to_come} to go)"


def practical(limit: Limit) -> str:
    """A practical question, with its number and the note that it changes no score."""
    return f"{limit.question} (practical question {LIMITS.index(limit) + 1} of {len(LIMITS)}; changes no score)"


class TerminalAsker:
    """Asks with questionary; arrows and space work, and so do numbers and enter."""

    def screen(self, quiz: Questionnaire, screen: Screen, number: int) -> Picked | Skip | Back | Stop:
        """The reply to *screen*."""
        texts = [quiz.text(option) for option in screen.options]
        asked = heading(screen, number)
        if not screen.least:
            reply = _ask_several(asked, texts, screen.picks)
            return reply if isinstance(reply, Skip | Back) else Picked(tuple(screen.options[i] for i in reply))
        most = _ask_several(f"{asked} First the {screen.picks} you like most.", texts, screen.picks)
        if isinstance(most, Skip | Back):
            return most
        rest = [i for i in range(len(texts)) if i not in most]
        least = _ask_one("And which would you like least?", [texts[i] for i in rest])
        if isinstance(least, Back):
            return self.screen(quiz, screen, number)
        if isinstance(least, Skip):
            return least
        return Picked(tuple(screen.options[i] for i in most), screen.options[rest[least]])

    def limit(self, limit: Limit) -> Chosen | Skip | Back | Stop:
        """The reply to a practical question."""
        reply = _ask_one(practical(limit), [choice.text for choice in limit.choices], WHY_LIMITS)
        return reply if isinstance(reply, Skip | Back) else Chosen(limit.choices[reply].id)


def _ask_several(question: str, texts: Sequence[str], count: int) -> list[int] | Skip | Back:
    import questionary

    def right(picked: list[Any]) -> bool | str:
        return len(picked) == count or f"Choose {count}; you have {len(picked)}."

    while True:
        asked = questionary.checkbox(
            _wrapped_lines(question),
            [questionary.Choice(_numbered(i, text), i) for i, text in enumerate(texts)],
            validate=right,
            instruction=f"\n{_wrapped_lines(KEYS)}\n",
        )
        _add_keys(asked, _QUIZ_KEYS, several=True)
        reply = asked.unsafe_ask()
        if reply is not _WHY:
            return reply if isinstance(reply, Skip | Back) else [int(i) for i in reply]
        _say_why()


def _ask_one(question: str, texts: Sequence[str], why: str = WHY_SCREENS) -> int | Skip | Back:
    import questionary

    while True:
        asked = questionary.select(
            _wrapped_lines(question),
            [questionary.Choice(_numbered(i, text), i) for i, text in enumerate(texts)],
            instruction=f"\n{_wrapped_lines(KEYS_ONE)}",
        )
        _add_keys(asked, _QUIZ_KEYS)
        reply = asked.unsafe_ask()
        if reply is not _WHY:
            return reply if isinstance(reply, Skip | Back) else int(reply)
        _say_why(why)


_WHY = object()

_QUIZ_KEYS: dict[str, object] = {"s": Skip(), "b": Back(), "?": _WHY}
"""Keys that end a question of the quiz, each with its reply. A filter to type into would take the letters as text."""


def _stop_when_told(asked: Any) -> None:
    """Let SIGINT from another program end a questionary question, as Ctrl-C does."""
    from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings

    application = asked.application
    keys = KeyBindings()

    @keys.add("<sigint>")
    def _(event: Any) -> None:
        event.app.exit(exception=KeyboardInterrupt)

    application.key_bindings = merge_key_bindings([application.key_bindings, keys])


def _add_keys(asked: Any, leaving: dict[str, object] | None = None, *, several: bool = False) -> None:
    """Add keys to a questionary question: those in *leaving* end it with a reply, numbers choose an option."""
    from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
    from prompt_toolkit.layout import ScrollOffsets
    from questionary.prompts.common import InquirerControl

    _stop_when_told(asked)
    application = asked.application
    control = next(c for c in application.layout.find_all_controls() if isinstance(c, InquirerControl))
    # A list longer than the terminal scrolls to the line with the pointer; show the rest of that option too.
    tallest = max(str(choice.title).count("\n") for choice in control.choices)
    for window in application.layout.find_all_windows():
        if window.content is control:
            window.scroll_offsets = ScrollOffsets(bottom=tallest)
    keys = KeyBindings()

    def leave(key: str, reply: object) -> None:
        @keys.add(key, eager=True)
        def _(event: Any) -> None:
            event.app.exit(result=reply)

    for key, reply in (leaving or {}).items():
        leave(key, reply)

    def number(index: int) -> None:
        @keys.add(str(index + 1), eager=True)
        def _(event: Any) -> None:
            control.pointed_at = index
            if several:
                value = control.choices[index].value
                chosen = control.selected_options
                chosen.remove(value) if value in chosen else chosen.append(value)

    for index in range(min(9, len(control.choices))):
        number(index)
    application.key_bindings = merge_key_bindings([application.key_bindings, keys])


def _say_why(why: str = WHY_SCREENS) -> None:
    sys.stderr.write(f"\n{wrapped(why, _columns())}\n\n")


def _numbered(index: int, text: str) -> str:
    return _wrapped(f"{index + 1}. {text}")


def _wrapped(text: str) -> str:
    """*text* wrapped, because questionary cuts lines off at the edge."""
    width = max(NARROWEST, _columns() - 8)
    return ("\n" + " " * 8).join(textwrap.wrap(_shown(text), width)) or " "


def _wrapped_lines(text: str) -> str:
    """A question or hint, wrapped, with room for the mark before it."""
    return "\n".join(textwrap.wrap(_shown(text), max(NARROWEST, _columns() - 4)))


def _shown(text: str) -> str:
    return encodable(clean(text), sys.stdout.encoding or "utf-8")


def _columns() -> int:
    return shutil.get_terminal_size().columns


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


class LineAsker:
    """Asks on one stream and reads replies from another, one a line; the end of input stops."""

    def __init__(self, replies: IO[str], asks: IO[str] | None) -> None:
        """Read *replies* line by line; write the questions to *asks*, or nowhere if it is None."""
        self.replies = replies
        self.asks = asks
        self.left = MOST_TYPED

    def screen(self, quiz: Questionnaire, screen: Screen, number: int) -> Picked | Skip | Back | Stop:
        """The reply to *screen*; after an invalid line, ask again or, if nobody is asked, raise BadAnswers."""
        self._say(heading(screen, number))
        for i, option in enumerate(screen.options, 1):
            self._say(f"  {i}. {quiz.text(option)}")
        how = f"{screen.picks + screen.least} numbers" + (", the least liked last" if screen.least else "")
        self._say(f"Type {how}; or skip, back, why.")
        return self._reply(lambda line: screen_reply(line, screen.options, screen))

    def limit(self, limit: Limit) -> Chosen | Skip | Back | Stop:
        """The reply to a practical question."""
        self._say(practical(limit))
        for i, choice in enumerate(limit.choices, 1):
            self._say(f"  {i}. {choice.text}")
        self._say("Type a number; or skip, back, why.")
        return self._reply(lambda line: limit_reply(line, limit), WHY_LIMITS)

    def _reply(self, understand: Callable[[str], Reply | None], why: str = WHY_SCREENS) -> Reply | Stop:
        for line in iter(self._line, ""):
            try:
                reply = understand(line)
            except BadAnswers as error:
                if self.asks is None:
                    raise
                self._say(str(error))
                continue
            if reply is not None:
                return reply
            self._say(why)
        return Stop()

    def _line(self) -> str:
        """The next line; raises BadAnswers after more than anybody types, because the input may have no end."""
        line = self.replies.readline(self.left + 1)
        self.left -= len(line)
        if self.left < 0:
            raise BadAnswers("The input is too long for answers to the quiz.")
        return line

    def _say(self, text: str) -> None:
        if self.asks is None:
            return
        indent = "  " if text.startswith("  ") else ""
        line = encodable(indent + clean(text), "ascii")
        if self.asks.isatty():
            line = wrapped(line, _columns(), indent + "   " if indent else "")
        self.asks.write(line + "\n")
