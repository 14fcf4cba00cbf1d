"""Asking line by line: for screen readers, old consoles, pipes, and files of answers."""

from __future__ import annotations

import re
from shutil import get_terminal_size
from typing import IO, TYPE_CHECKING

from libcareer.commands.prompts.question import Marked, Typed, containing, to_choose
from libcareer.errors import BadAnswers, short
from libcareer.reports.page.text import clean, encodable, wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from libcareer.commands.prompts.question import Key, Option, Question

MOST_TYPED = 100_000
"""The most characters of replies, one short line each."""

PAGE = 20
"""How many options of a long list are read out at once."""

EXAMPLE = "2 5 1 3"
"""Numbers as they may be typed."""


class LinePrompter:
    """Asks on one stream and reads replies from another, one a line."""

    def __init__(self, replies: IO[str], asks: IO[str] | None) -> None:
        """Read *replies* line by line; write the questions to *asks*, or nowhere if it is None.

        Where nobody is asked, a wrong line raises BadAnswers; elsewhere the question is asked again.
        """
        self.replies = replies
        self.asks = asks
        self.left = MOST_TYPED

    def say(self, words: str) -> None:
        """Write *words*, wrapped on a terminal."""
        if self.asks is None:
            return
        indent = words[: len(words) - len(words.lstrip(" "))]
        line = encodable(indent + clean(words), getattr(self.asks, "encoding", None) or "ascii")
        if self.asks.isatty():
            line = wrapped(line, get_terminal_size().columns, indent + "   " if indent else "")
        self.asks.write(line + "\n")
        self.asks.flush()

    def choose(self, question: Question, at: object = None) -> object:
        """The value of the option whose number or id is typed, or the reply of a key."""
        values = [option.value for option in question.options]
        before = values.index(at) + 1 if at is not None and at in values else None
        number = "Type a number" if question.full else "A number"
        self._ask(question, number if values else "Enter", str(before or ""))
        empty = at if before else question.enter

        def chosen(line: str) -> object:
            if not line and empty is not None:
                return empty
            if re.fullmatch("[0-9]{1,4}", line, re.ASCII) and 1 <= int(line) <= len(values):
                return values[int(line) - 1]
            if line.lower() in values:
                return line.lower()
            raise _unexpected(line, f"Type a number from 1 to {len(values)}" if values else "Press Enter", question)

        return self._reply(question, chosen, kept=empty is not None)

    def mark(self, question: Question, picks: int, *, least: bool, before: Marked | None = None) -> object:
        """The options whose numbers are typed, the least liked last, as `Marked`; or the reply of a key."""
        values = [option.value for option in question.options]
        wanted, what = picks + least, to_choose(picks, least=least)
        example = " ".join(EXAMPLE.split()[:wanted])
        short_form = f"{wanted} numbers" + (", least last" if least else "")
        how = f"Type the numbers of {what}, such as {example}" if question.full else short_form
        self._ask(question, how, " ".join(str(values.index(value) + 1) for value in _in_order(before)))

        def marked(line: str) -> object:
            if not line and before:
                return before
            words = line.replace(",", " ").split()
            numbers = [int(word) for word in words if re.fullmatch("[0-9]{1,3}", word, re.ASCII)]
            if not len(words) == len(numbers) == len(set(numbers)) == wanted:
                expected = f"Type {wanted} different numbers" + (", the least liked last" if least else "")
                raise _unexpected(line, expected, question)
            if not all(1 <= number <= len(values) for number in numbers):
                raise _unexpected(line, f"The options are numbered 1 to {len(values)}. Type {wanted} numbers", question)
            chosen = tuple(values[number - 1] for number in numbers)
            return Marked(chosen[:picks], chosen[picks] if least else None)

        return self._reply(question, marked, kept=before is not None)

    def find(
        self, question: Question, matching: Callable[[str], Sequence[Option]] | None = None, *, free: bool = False
    ) -> object:
        """The value of one option of a long list, or the reply of a key; with *free*, `Typed` words too."""
        search = matching or (lambda words: containing(words, question.options))
        listed, shown = question.options, PAGE
        self._title(question)
        self._list(listed[:PAGE])
        self._how(question, _more(listed, shown))
        for line in self._lines():
            key = self._key(line, question) if line else None
            if key and not key.says:
                return key.reply
            if key:
                continue
            if not line and len(listed) > shown:
                self._list(listed[shown : shown + PAGE], shown)
                shown += PAGE
            elif re.fullmatch("[0-9]{1,4}", line, re.ASCII):
                if 1 <= int(line) <= min(shown, len(listed)):
                    return listed[int(line) - 1].value
                self._complain(line, "That is not a number of the list", question)
                continue
            elif line and (found := tuple(search(line))):
                if len(found) == 1:
                    return found[0].value
                self.say(f"{len(found)} have '{line}':")
                listed, shown = found, PAGE
                self._list(listed[:PAGE])
            elif line and free:
                return Typed(line)
            else:
                self._complain(line, "Nothing has these words" if line else "Type a number or words", question)
                continue
            self._how(question, _more(listed, shown))
        raise EOFError

    def text(self, question: Question) -> object:
        """A short text, or the reply of a key."""
        self._ask(question, "Type words", "")

        def typed(line: str) -> object:
            if not line:
                raise _unexpected(line, "Type words", question)
            return line

        return self._reply(question, typed)

    def confirm(self, question: str, *, default: bool = True) -> bool:
        """Whether a person says yes; the end of all replies says no."""
        self.say(f"{question} y or n; Enter is {'yes' if default else 'no'}.")
        for line in self._lines():
            if line.lower() in ("y", "yes", "n", "no", ""):
                return line.lower().startswith("y") if line else default
            self.say(f"'{short(line)}' is not an answer here. Type y or n.")
        return False

    # ------------------------------------------------------------------ what is said

    def _ask(self, question: Question, how: str, before: str) -> None:
        """Write a *question*, *how* to answer it, and the numbers of what was chosen *before*."""
        self._title(question)
        self._list(question.options)
        if before:
            self.say(f"Chosen before: {before}. Enter keeps that.")
        self._how(question, how)

    def _title(self, question: Question) -> None:
        for words in (question.where, question.note, question.title):
            if words:
                self.say(words)

    def _list(self, options: Sequence[Option], start: int = 0) -> None:
        for number, option in enumerate(options, start + 1):
            self.say(f"  {number}. {option.text}")

    def _how(self, question: Question, how: str) -> None:
        self.say(f"{how}{_or_keys(question)}.")

    def _complain(self, line: str, expected: str, question: Question) -> None:
        wrong = _unexpected(line, expected, question)
        if self.asks is None:
            raise wrong
        self.say(str(wrong))

    # ------------------------------------------------------------------ replies

    def _reply(self, question: Question, understand: Callable[[str], object], *, kept: bool = False) -> object:
        """What a line means to *understand*, or the reply of a key; an empty line is for it if something is *kept*."""
        for line in self._lines():
            key = None if kept and not line else self._key(line, question)
            if key and not key.says:
                return key.reply
            if key:
                continue
            try:
                return understand(line)
            except BadAnswers as error:
                if self.asks is None:
                    raise
                self.say(str(error))
        raise EOFError

    def _key(self, line: str, question: Question) -> Key | None:
        """The key that a *line* stands for; says what the key says."""
        word = line.lower()
        for key in question.keys:
            if word in (key.letter, key.word) or (not word and key.blank and not self.replies.isatty()):
                if key.says:
                    self.say(key.says)
                return key
        return None

    def _lines(self) -> Iterator[str]:
        """Lines until the end of input; raises BadAnswers after more than anybody types: input may have no end."""
        while line := self.replies.readline(self.left + 1):
            self.left -= len(line)
            if self.left < 0:
                raise BadAnswers("The input is too long for answers to the quiz.")
            yield line.strip()


def _in_order(before: Marked | None) -> tuple[object, ...]:
    if before is None:
        return ()
    return (*before.picks, *([] if before.least is None else [before.least]))


def _more(options: Sequence[Option], shown: int) -> str:
    rest = len(options) - shown
    return "A number, or words to search" + (f"; Enter reads {min(rest, PAGE)} more of {rest}" if rest > 0 else "")


def _or_keys(question: Question) -> str:
    """The keys beside numbers, each with its word, where a question says all in full; later ones are shorter."""
    if not (question.keys and question.full):
        return ""
    return "; or " + ", ".join(f"{key.letter} {key.word}" for key in question.keys)


def _unexpected(line: str, expected: str, question: Question) -> BadAnswers:
    """What is wrong with a *line*."""
    others = ", ".join(key.word for key in question.keys)
    wrong = f"'{short(line)}' is not an answer here" if line else "Nothing is typed"
    return BadAnswers(f"{wrong}. {expected}{f', or {others}' if others else ''}.")
