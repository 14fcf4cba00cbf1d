"""A text that is read a screen at a time, on a terminal, as state; its list of what typed words may mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.commands.prompts.lists import MOST_WORDS, MOVES, List, Reply, Row, View, is_number, typed_key
from libcareer.commands.prompts.question import Option, Question, Typed, no_such_number

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from libcareer.commands.prompts.question import Shown

UP = "u"
"""The letter of the key that shows the text above."""


class Reading(List):
    """Read a text: a number in it takes what it stands for, Enter goes on, words list what they may mean."""

    def __init__(self, question: Question, text: Shown, matching: Callable[[str], Sequence[Option]]) -> None:
        super().__init__(question, None)
        self.text = text
        self.matching = matching
        self.typed = ""
        self.found: Sequence[Option] = ()

    @property
    def options(self) -> Sequence[Option]:
        """The options that the typed words may mean."""
        return self.found

    def press(self, key: str) -> Reply | None:
        """What the *key* does; a reply ends the question."""
        self.said = ""
        if len(key) == 1 and key.isprintable():
            self._type(self.typed + key)
        elif key == "backspace":
            self._type(self.typed[:-1])
        elif key == "escape" and self.typed:
            self._type("")
        elif key in MOVES and not self.found:
            return self._enter() if MOVES[key] > 0 and not self.typed else self._other(UP)
        else:
            return super().press(key)
        return None

    def _type(self, typed: str) -> None:
        self.typed, self.pointed = typed[:MOST_WORDS], None
        words = self.typed.strip()
        self.found = () if not words or is_number(words) or self._key() else self.matching(words)

    def _key(self) -> str:
        """The letter of the key that is typed, by its letter or word; empty if none is."""
        return typed_key(self.typed, self.question)

    def _enter(self) -> Reply | None:
        words = self.typed.strip()
        if self.pointed is not None:
            return Reply(self.found[self.pointed].value)
        if letter := self._key():
            self._type("")
            return self._other(letter)
        if is_number(words):
            self._type("")
            number = int(words)
            if 1 <= number <= len(self.question.options):
                return Reply(self.question.options[number - 1].value)
            self.said = no_such_number(words, self.question)
        elif words:
            return Reply(Typed(words))
        elif self.question.enter is not None:
            return Reply(self.question.enter)
        else:
            self.said = self._numbers()
        return None

    def _numbers(self) -> str:
        return "Type a number or words, then Enter."

    def _hint(self) -> str:
        return ""

    def _status(self) -> str:
        if self.found:
            return "Enter looks the words up; the arrows choose one of these."
        return "A number or words, then Enter."

    def _entry(self) -> str:
        return self.typed

    def view(self) -> View:
        """What is seen now."""
        seen = super().view()
        if not self.found:
            return seen._replace(text=self.text)
        return seen._replace(rows=tuple(Row("", 0, option.text) for option in self.found), hint="")
